//! The laws of the record: whatever desks write and in whatever order it comes, there is one fold.
//!
//! `union`, `settling`, `private`, `newer` and `limits` are laws over random histories; `grammar` and `fields`
//! break each rule of a line once; `vectors` are RFC 8785's own; `golden` fixes every id for ever; `course` and
//! its neighbours are the rules of the domain, one row each.
#![cfg(not(target_arch = "wasm32"))]
// clippy.toml allows it in tests; what tests share counts as no test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod after;
mod clocks;
mod course;
mod danger;
mod dated;
mod desks;
mod examples;
mod fields;
mod finding;
mod fold;
mod given;
mod golden;
mod grammar;
mod ledger;
mod letters;
mod limits;
mod network;
mod newer;
mod odd;
mod paper;
mod periods;
mod private;
mod raw;
mod rules;
mod settling;
mod story;
mod undoing;
mod union;
mod vectors;
mod waiting;
mod writing;

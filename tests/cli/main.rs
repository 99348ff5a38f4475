//! The command-line tool, run as a person runs it: results, exit codes, and sentences about bad files.
#![cfg(not(target_arch = "wasm32"))]
// clippy.toml allows it in tests; what tests share counts as no test.
#![allow(clippy::unwrap_used)]

mod bad;
mod commands;
mod schema;
mod tool;

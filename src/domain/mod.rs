//! What mediation is: states, commands, the facts they make, and the rules between them.
//!
//! Pure: no browser, clock, I/O or randomness; time, chance and the desk come in through
//! [`Context`]. `decide` refuses what may not be done now; `evolve` takes whatever a merge brings
//! and never fails. What several desks wrote to one field is [`field`]'s; which of several endings of a case counts,
//! `case::settle`'s. Imports `law` alone.

pub mod case;
pub mod catalogue;
pub mod context;
pub mod fact;
pub mod field;
pub mod id;
pub mod leaf;
pub mod network;
pub mod pairs;

pub use context::Context;

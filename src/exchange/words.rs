//! What this room says to people. It alone of the room knows `locale`.

pub mod directory;
pub mod ledger;

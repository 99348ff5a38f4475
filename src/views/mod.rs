//! What is read: register, search, statistics, directory, agenda. Rows folded from the record,
//! each rebuilt at will. Knows record, domain and law; nothing of stores, pages or languages.

pub mod agenda;
pub mod answers;
pub mod cases;
pub mod chunk;
pub mod figures;
pub mod network;
pub mod query;
mod raw;
pub mod row;

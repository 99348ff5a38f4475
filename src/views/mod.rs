//! What is read: register, search, statistics, directory, agenda. Columns folded from the record,
//! each rebuilt at will. Knows record, domain and law; nothing of stores, pages or languages.

pub mod answers;
pub mod query;

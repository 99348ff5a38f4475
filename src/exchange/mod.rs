//! What crosses the border between this desk and the world: bundles, previews and redaction, and ledgers
//! from offices that keep spreadsheets. Everything that comes in is read, verified and shown before any of
//! it is kept, and nothing that was in a file is dropped silently.
//! Bytes and text come in as arguments and go out as values: no file, network or clock is touched.
//! Knows `record`, `domain` and `law`, and in `words` alone `locale`; knows nothing of stores, views or pages.

pub mod bundle;
pub mod directory;
pub mod ledger;
pub mod words;

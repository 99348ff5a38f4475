//! What crosses the border: bundles, previews, redaction, ledgers, tables. Knows `record`, `domain`
//! and `law`; knows nothing of stores, views or pages.

pub mod bundle;

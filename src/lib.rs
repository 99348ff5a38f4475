//! Langqiao 廊桥: a case register, network map and training ground for people's mediation.
//!
//! The map of the house. Arrows point one way, `ui → engine → {views, exchange, documents, training}
//! → record → domain → law`; `store` hangs under `engine`; `locale` knows `domain` and `law`.
//! `tests/architecture/` asserts it from the source.

pub mod documents;
pub mod domain;
pub mod engine;
pub mod exchange;
pub mod law;
pub mod locale;
pub mod record;
pub mod store;
pub mod training;
pub mod ui;
pub mod views;

//! Langqiao 廊桥: a case register, network map and training ground for people's mediation.
//!
//! The map of the house:
//!
//! - [`law`]: knowledge without behaviour: articles, dispute types, forms, reasons to decline (`law::decline`), days, the
//!   clocks' lengths and last days, divisions, initials
//! - [`domain`]: what mediation is: commands, facts, `decide`, `evolve`, the catalogue of kinds. Pure. Which clock runs in
//!   a case is said by `domain::case::term`, its 30 days are counted by [`Case::due`](domain::case::Case::due). Two edits
//!   of one field meet in `domain::field`, two endings of a case in `domain::case::settle`; `engine::touch` asks back
//!   before one goes over another
//! - [`record`]: entries as lines, ids, leaves, the order of a stream, union, verification. A merge of records is a union
//!   of entries and decides nothing
//! - [`store`]: where a workspace is kept: IndexedDB, or memory
//! - [`views`]: what is read: register, search, agenda, figures, network
//! - [`exchange`]: what crosses the border: bundles, and the ledgers of offices with spreadsheets
//! - [`documents`]: the official forms, each one model that the page lays out on A4
//! - [`training`]: the scenario, and the demonstration region that is told from it
//! - [`engine`]: the one owner of record, store and views: questions in, answers and notices out
//! - [`locale`]: the texts a person reads, in zh-CN and English side by side. Beside it, what the command-line tool says
//!   (`bin/langqiao/say.rs`), sentences about ledgers made of its words (`exchange::words`), numerals of the forms
//!   (`documents`), and what is Chinese alone because it becomes part of a record or names what exists: the words a
//!   ledger's cases get (`engine::ledger::story`), the people and disputes of the training, names of places (`law`)
//! - [`ui`]: the page, in Leptos: shell, pages, parts, map, charts
//!
//! Arrows point one way, `ui → engine → {views, exchange, documents, training} → record → domain →
//! law`; `store` hangs under `engine`; `locale` knows `domain` and `law`. `tests/architecture/`
//! asserts it from the source.

pub mod documents;
pub mod domain;
pub mod engine;
pub mod exchange;
pub mod law;
pub mod locale;
pub mod record;
pub mod store;
pub mod training;
#[cfg(any(not(target_arch = "wasm32"), feature = "page"))]
pub mod ui;
pub mod views;

/// Smaller than the allocator that std brings for wasm, and three times as fast: reading a bundle and telling the
/// demonstration spend much of their time in it.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Has the allocator grow by so many bytes at once. By itself it asks the browser for one page of 64 KiB at a time, which
/// costs some tenth of a millisecond each and a long look for room before; what is not used takes no memory.
#[cfg(target_arch = "wasm32")]
pub(crate) fn make_room(bytes: usize) {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(bytes)));
}

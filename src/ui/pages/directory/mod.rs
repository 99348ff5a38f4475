//! The directory: organisations, people, teams, micro-grids, agreements and what is held together, each with a page on which
//! every field can be written anew. What is asked of a field, what becomes of what was typed and what a list shows is
//! plain Rust (`question`, `writes`, `lines`), tested natively; the pages draw it.

pub mod kind;
pub mod lines;
pub mod question;
pub mod writes;

#[cfg(target_arch = "wasm32")]
mod asked;
#[cfg(target_arch = "wasm32")]
mod belongs;
#[cfg(target_arch = "wasm32")]
mod change;
#[cfg(target_arch = "wasm32")]
mod disputes;
#[cfg(target_arch = "wasm32")]
mod entry;
#[cfg(target_arch = "wasm32")]
mod filling;
#[cfg(target_arch = "wasm32")]
mod names;
#[cfg(target_arch = "wasm32")]
mod new;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod spot_pick;
#[cfg(target_arch = "wasm32")]
mod story;
#[cfg(target_arch = "wasm32")]
mod stream_pick;

#[cfg(target_arch = "wasm32")]
pub use entry::Entry;
#[cfg(target_arch = "wasm32")]
pub use new::New;
#[cfg(target_arch = "wasm32")]
pub use page::Directory;

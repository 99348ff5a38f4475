//! The register: every case, found, filtered and sorted; beside it, where there is room, the case
//! that is chosen.

pub mod chips;
pub mod row;

#[cfg(target_arch = "wasm32")]
mod bar;
#[cfg(target_arch = "wasm32")]
mod filters;
#[cfg(target_arch = "wasm32")]
mod list;
#[cfg(target_arch = "wasm32")]
mod one_of;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod state;

#[cfg(target_arch = "wasm32")]
pub use filters::FilterSheet;
#[cfg(target_arch = "wasm32")]
pub use list::RegisterList;
#[cfg(target_arch = "wasm32")]
pub use page::Register;
#[cfg(target_arch = "wasm32")]
pub use row::CaseLine;
#[cfg(target_arch = "wasm32")]
pub use state::{RegisterSearch, RegisterState, provide_register, use_register};

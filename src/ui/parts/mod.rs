//! The parts that pages are built of. Props in, events out; they know nothing of cases or the engine.
//! What makes them accessible lies in them, so that pages get it for nothing.
//!
//! Texts are `Signal<String>` props marked `into`: give `t(say::label)`, a `&str`, a `String`, or a
//! closure. Events are `Callback`s: give a closure. Several bits of page are `ViewFn`s: give `|| view! {…}`.

#[cfg(target_arch = "wasm32")]
pub mod banner;
#[cfg(target_arch = "wasm32")]
pub mod button;
#[cfg(target_arch = "wasm32")]
pub mod card;
pub mod check;
#[cfg(target_arch = "wasm32")]
pub mod chip;
#[cfg(target_arch = "wasm32")]
pub mod choice;
#[cfg(target_arch = "wasm32")]
pub mod common;
#[cfg(target_arch = "wasm32")]
pub mod date;
pub mod differ;
#[cfg(target_arch = "wasm32")]
pub mod facts;
pub mod few;
#[cfg(target_arch = "wasm32")]
pub mod field;
#[cfg(target_arch = "wasm32")]
pub mod finding;
#[cfg(target_arch = "wasm32")]
pub mod lock;
#[cfg(target_arch = "wasm32")]
pub mod measured;
#[cfg(target_arch = "wasm32")]
pub mod menu;
#[cfg(target_arch = "wasm32")]
pub mod picker;
#[cfg(target_arch = "wasm32")]
pub mod search;
#[cfg(target_arch = "wasm32")]
pub mod sheet;
#[cfg(target_arch = "wasm32")]
pub mod state;
#[cfg(target_arch = "wasm32")]
pub mod steps;
pub mod taps;
#[cfg(target_arch = "wasm32")]
pub mod task;
#[cfg(target_arch = "wasm32")]
pub mod tile;
#[cfg(target_arch = "wasm32")]
pub mod timeline;
#[cfg(target_arch = "wasm32")]
pub mod toast;
#[cfg(target_arch = "wasm32")]
pub mod virtual_list;
pub mod window;

#[cfg(target_arch = "wasm32")]
pub use self::{
    banner::*, button::*, card::*, chip::*, choice::*, common::*, date::*, facts::*, field::*,
    finding::*, lock::*, menu::*, picker::*, search::*, sheet::*, state::*, steps::*, task::*,
    tile::*, timeline::*, toast::*, virtual_list::*,
};

//! The parts that pages are built of. Props in, events out; they know nothing of cases or the engine.
//! What makes them accessible lies in them, so that pages get it for nothing.
//!
//! Texts are `Signal<String>` props marked `into`: give `t(say::label)`, a `&str`, a `String`, or a
//! closure. Events are `Callback`s: give a closure. Several bits of page are `ViewFn`s: give `|| view! {…}`.

pub mod check;
pub mod differ;
pub mod window;

macro_rules! parts {
    ($($file:ident),* $(,)?) => {
        $(
            #[cfg(target_arch = "wasm32")]
            pub mod $file;
            #[cfg(target_arch = "wasm32")]
            pub use $file::*;
        )*
    };
}

parts! {
    banner, button, card, chip, choice, common, date, facts, field, lock, menu, picker, search, sheet, state,
    steps, task, tile, timeline, toast, virtual_list,
}

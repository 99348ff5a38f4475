//! The steps of a case: a page for each at `#/case/<id>/<step>`, one form, one command.
//!
//! A form holds no rule: it sends what was typed, and shows a refusal at the field that it is about.

mod code;

pub use code::{Doing, Part, step_code, step_of};

macro_rules! browser {
    ($($file:ident),* $(,)?) => { $(#[cfg(target_arch = "wasm32")] pub(super) mod $file;)* };
}

browser! {
    after, agreement, clauses, correct, deciding, ending, fields, filing, form, frame, identity, joining, meeting, notes,
    oral, page, people, readback, said, session, spot, standing, step_frame, take_back, towns,
}

#[cfg(target_arch = "wasm32")]
pub use page::StepPage;

//! The steps of a case: a page for each at `#/case/<id>/<step>`, one form, one command.
//!
//! A form holds no rule: it sends what was typed, and shows a refusal at the field that it is about.

mod after;
mod agreement;
mod clauses;
mod correct;
mod deciding;
mod ending;
pub mod fields;
mod filing;
pub mod form;
pub mod frame;
mod handing_on;
pub mod identity;
mod joining;
mod meeting;
mod notes;
mod office;
mod oral;
mod page;
mod people;
mod readback;
pub mod risk;
mod said;
mod session;
mod settle;
pub mod spot;
mod standing;
mod step_frame;
mod take_back;
mod to_sign;
mod told;
pub mod towns;

pub use page::StepPage;

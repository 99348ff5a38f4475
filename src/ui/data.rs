//! What pages know of the record: questions, answers that keep up with it, drafts.
//!
//! ```ignore
//! let engine = use_engine();
//! let page = live(move || ask::Case { case: id.get() });          // asks again when anything changed
//! let acted = engine.ask(ask::Act { case, seen, command }).await; // Ok(Err(refusal)) by the field
//! let draft = draft("intake");                                    // draft.load().await, draft.set(json)
//! ```

mod draft;
mod engine;
mod live;

pub use self::{
    draft::{Beside, Draft, draft},
    engine::{Engine, Health, provide_engine, use_engine},
    live::{Live, live},
};

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    engine::protocol::About,
    law::day::{Day, Moment},
};

/// The workspace that is open; none on the first visit and while it opens.
#[must_use]
pub fn use_about() -> Signal<Option<Arc<About>>> {
    use_engine().about()
}

/// The desk's day. It follows midnight.
#[must_use]
pub fn today() -> Signal<Day> {
    let about = use_about();
    Signal::derive(move || {
        about.with(|about| {
            about
                .as_ref()
                .map_or_else(|| now().day(), |about| about.today)
        })
    })
}

/// The moment by this device's clock, for what only a page says: when a draft was kept.
#[must_use]
pub fn now() -> Moment {
    let date = js_sys::Date::new_0();
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    let (month, day) = (date.get_month() as u8 + 1, date.get_date() as u8);
    // A clock beyond the years that days know stands at their first.
    let day = Day::new(year, month, day).unwrap_or(Day::MIN);
    day.at(date.get_hours() as u8, date.get_minutes() as u8)
        .unwrap_or_else(|_| Day::MIN.start())
}

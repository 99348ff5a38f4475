//! While a workspace is opened. The demonstration is some thousand cases, told at its first opening: that takes a
//! moment, on a weak phone a long one, and can be stopped.

use leptos::prelude::*;

use crate::{
    locale::app as say,
    ui::{
        data::use_engine,
        language::t,
        parts::{Progress, Skeleton},
        place::use_place,
        shell::Hat,
    },
};

#[component]
pub fn Arriving() -> impl IntoView {
    let (work, place) = (use_engine().work(), use_place());
    let making = Memo::new(move |_| work.with(Option::is_some));
    let part = Signal::derive(move || work.get().unwrap_or(1.0));
    view! {
        <div class="welcome">
            <Hat/>
            <main>
                {move || if making.get() {
                    view! { <Progress label=t(say::making_demonstration) part=part on_cancel=Callback::new(move |()| place.stop())/> }.into_any()
                } else {
                    view! { <p class="muted" role="status">{t(say::opening)}</p> }.into_any()
                }}
                <Skeleton rows=4/>
            </main>
        </div>
    }
}

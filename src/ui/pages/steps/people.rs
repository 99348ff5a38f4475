//! Choosing mediators: the people of this office, those of others behind a press, and room for one who is missing.

use leptos::prelude::*;

use super::form::Form;
use crate::{
    domain::{case::refusal::Slot, id::StreamId},
    engine::protocol::ask,
    locale::{app, steps as say},
    ui::{
        app::use_place_sheet,
        data::{live, use_about},
        icon::{Icon, IconSize},
        language::t,
        parts::{ChipPicks, Pick},
    },
};

/// Some mediators; the first leads.
#[component]
pub fn MediatorPicks(form: Form, value: RwSignal<Vec<StreamId>>) -> impl IntoView {
    let about = use_about();
    let network = live(|| ask::Network {});
    let own = Memo::new(move |_| {
        about.with(|about| {
            let desk = about.as_ref().and_then(|about| about.desk.as_ref());
            desk.map(|desk| desk.people.clone()).unwrap_or_default()
        })
    });
    let others = Memo::new(move |_| {
        network.with(|network| match network {
            Some(Ok(directory)) => {
                let foreign = directory
                    .mediators
                    .iter()
                    .filter(|one| own.with(|own| own.iter().all(|(id, _)| *id != one.id)));
                foreign
                    .filter_map(|one| Some((one.id, one.name.clone()?)))
                    .collect::<Vec<_>>()
            }
            _ => Vec::new(),
        })
    });
    let wide = RwSignal::new(false);
    let options = Signal::derive(move || {
        let chosen = value.get();
        let shown = move |(id, _): &(StreamId, String)| wide.get() || chosen.contains(id);
        let mut all = own.get();
        all.extend(others.get().into_iter().filter(shown));
        all.into_iter()
            .map(|(id, name)| Pick::new(id, name))
            .collect::<Vec<_>>()
    });
    let place = use_place_sheet();
    // Inside: the offices' people come after the form stands.
    let more = move || {
        let theirs = move || {
            let count = others.with(Vec::len);
            (count > 0 && !wide.get()).then(|| {
                view! {
                    <button type="button" class="chip pick" on:click=move |_| wide.set(true)>
                        {t(move |l| say::everyone(l, others.with(Vec::len)))}
                        <Icon name=Icon::ChevronDown size=IconSize::Small/>
                    </button>
                }
            })
        };
        view! {
            {theirs}
            <button type="button" class="chip pick" on:click=move |_| place.set(true)>
                <Icon name=Icon::Plus size=IconSize::Small/>{t(app::add_colleague)}
            </button>
        }
    };
    view! {
        <ChipPicks
            label=t(say::mediators) options=options value=value hint=t(say::mediators_hint)
            error=form.refused_at(Slot::Mediators) more=more
        />
    }
}

//! Choosing mediators: the people of this office, those of others behind a press, and room for one who is missing. Of
//! very many some are drawn, and a word finds the rest.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::form::Form;
use crate::{
    domain::{case::refusal::Slot, id::StreamId},
    engine::protocol::ask,
    locale::{app, steps as say},
    ui::{
        app::Colleague,
        data::{live, use_about},
        icon::{Icon, IconSize},
        language::t,
        parts::{ChipPicks, Finding, Pick},
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
                let own: BTreeSet<StreamId> =
                    own.with(|own| own.iter().map(|(id, _)| *id).collect());
                let foreign = directory.mediators.iter();
                foreign
                    .filter(|one| !own.contains(&one.id))
                    .filter_map(|one| Some((one.id, one.name.clone()?)))
                    .collect::<Vec<_>>()
            }
            _ => Vec::new(),
        })
    });
    let wide = RwSignal::new(false);
    let all = Memo::new(move |_| {
        let chosen = value.get();
        let shown = move |(id, _): &(StreamId, String)| wide.get() || chosen.contains(id);
        let mut all = own.get();
        all.extend(others.get().into_iter().filter(shown));
        all
    });
    let finding = Finding::among(all, move |id| value.with(|chosen| chosen.contains(id)));
    let found = finding.found;
    let options = Signal::derive(move || {
        let (shown, _) = found.get();
        shown
            .into_iter()
            .map(|(id, name)| Pick::new(id, name))
            .collect::<Vec<_>>()
    });
    // Who was just added is meant for this case.
    let added = move |id| {
        value.update(|chosen| {
            if !chosen.contains(&id) {
                chosen.push(id);
            }
        });
    };
    let lead = move || {
        let first = value.with(|chosen| chosen.first().copied().filter(|_| chosen.len() > 1));
        all.with(|all| Some(all.iter().find(|(id, _)| Some(*id) == first)?.1.clone()))
    };
    let search = finding.search(t(app::find_person));
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
        let rest = move || {
            let (_, more) = found.get();
            (more > 0).then(|| {
                view! { <span class="tiny">{t(move |l| app::more_people(l, more))}</span> }
            })
        };
        view! {
            {rest}
            {theirs}
        }
    };
    view! {
        <ChipPicks
            label=t(say::mediators) options=options value=value hint=t(say::mediators_hint)
            error=form.refused_at(Slot::Mediators)
            before=move || search.clone() more=more
        />
        <p class="small" role="status">{t(move |l| lead().map(|name| say::lead(l, &name)).unwrap_or_default())}</p>
        <Colleague added=added sent=form.tried/>
    }
}

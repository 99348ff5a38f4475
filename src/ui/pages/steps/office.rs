//! An office of another county, by a few letters: whom one asks to mediate jointly, or hands a case on to.

use leptos::prelude::*;

use crate::{
    domain::{id::StreamId, network::Founded},
    engine::protocol::ask,
    law::divisions::Adcode,
    locale::{app, parts as say},
    ui::{
        data::{Live, live},
        language::t,
        parts::{ChipChoice, Finding, Pick},
    },
    views::answers::Directory,
};

/// The directory, as a form about other offices asks it.
pub fn directory() -> Live<Directory> {
    live(|| ask::Network {})
}

/// Offices of a county that go on; `fits` says which of them.
#[must_use]
pub fn offices(
    network: Live<Directory>,
    county: Signal<Option<Adcode>>,
    fits: fn(&Founded) -> bool,
) -> Memo<Vec<(String, String)>> {
    Memo::new(move |_| {
        network.with(|network| {
            let Some(Ok(directory)) = network else {
                return Vec::new();
            };
            let all = directory.organisations.iter();
            let there = all.filter(|line| {
                Some(line.organisation.county) == county.get()
                    && line.ended.is_none()
                    && fits(&line.organisation)
            });
            let named = there.map(|line| (line.id.to_string(), line.organisation.name.clone()));
            named.collect()
        })
    })
}

/// The office that is chosen among those that are offered: another county has others.
#[must_use]
pub fn chosen_office(
    chosen: RwSignal<Option<String>>,
    offices: Memo<Vec<(String, String)>>,
) -> Option<StreamId> {
    let chosen = chosen.get_untracked()?;
    let offered = offices.with_untracked(|all| all.iter().any(|(id, _)| *id == chosen));
    offered.then(|| StreamId::parse(&chosen).ok())?
}

/// One of them. `first` stands before them all: not settled yet.
#[component]
pub fn OfficePick(
    #[prop(into)] label: Signal<String>,
    offices: Memo<Vec<(String, String)>>,
    value: RwSignal<Option<String>>,
    #[prop(optional)] first: Option<Signal<Pick<String>>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let finding = Finding::among(offices, move |id| {
        value.with(|chosen| chosen.as_ref() == Some(id))
    });
    let found = finding.found;
    let options = Signal::derive(move || {
        let (shown, _) = found.get();
        let shown = shown.into_iter().map(|(id, name)| Pick::new(id, name));
        first
            .map(|first| first.get())
            .into_iter()
            .chain(shown)
            .collect::<Vec<_>>()
    });
    let search = finding.search(t(app::find_office));
    // A county has more offices than are drawn: that is said, or one would think that theirs is missing.
    let more = move || {
        let more = found.with(|(_, more)| *more);
        (more > 0).then(|| {
            view! { <span class="tiny">{t(move |l| say::more_to_find(l, more))}</span> }
        })
    };
    view! {
        <ChipChoice
            label=label options=options value=value error=error before=move || search.clone() more=move || more
        />
    }
}

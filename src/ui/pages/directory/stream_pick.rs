//! Choosing an organisation, a person or an agreement that is on record, by a few letters of its name, of its initials or
//! of its county.

use leptos::prelude::*;

use super::asked::{Known, find};
use super::question::Whom;
use crate::{
    domain::id::StreamId,
    locale::{Language, directory as say, places},
    ui::{
        data::use_about,
        language::{t, use_language},
        parts::{ChipPicks, Pick, SearchBox, SearchKey, few::few},
    },
    views::answers::Directory,
};

/// Organisations, people or agreements as chips: those that are chosen, and those that the letters find.
#[component]
pub(super) fn StreamPick(
    label: Signal<String>,
    whom: Whom,
    several: bool,
    value: RwSignal<Vec<StreamId>>,
    known: Known,
    hint: MaybeProp<String>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let language = use_language();
    let about = use_about();
    let word = RwSignal::new(String::new());
    let all = Memo::new(move |_| {
        let county = about.with(|about| Some(about.as_ref()?.desk.as_ref()?.county));
        known.with(|known| match known {
            Some(known) => names(language.get(), known, whom, county),
            None => Vec::new(),
        })
    });
    let found = Memo::new(move |_| {
        let chosen = value.get();
        all.with(|all| few(all, &word.get(), |id| chosen.contains(id)))
    });
    let options = Signal::derive(move || {
        let (shown, _) = found.get();
        let pick = |(id, name)| Pick::new(id, name);
        shown.into_iter().map(pick).collect::<Vec<_>>()
    });
    if !several {
        // The last that was chosen alone stays.
        Effect::new(move || {
            if value.with(Vec::len) > 1 {
                value.update(|chosen| drop(chosen.drain(..chosen.len() - 1)));
            }
        });
    }
    let search = move || {
        view! { <SearchBox value=word placeholder=t(move |l| find(l, whom)) key=SearchKey::None/> }
    };
    let more = move || {
        let (_, more) = found.get();
        (more > 0)
            .then(|| view! { <span class="tiny">{t(move |l| say::more_found(l, more))}</span> })
    };
    view! {
        <ChipPicks label=label options=options value=value hint=hint error=error before=search more=more/>
    }
}

/// Those that can be chosen with their names, what is near first.
fn names(
    l: Language,
    known: &Directory,
    whom: Whom,
    near: Option<crate::law::divisions::Adcode>,
) -> Vec<(StreamId, String)> {
    let mut all: Vec<(bool, StreamId, String)> = match whom {
        Whom::Organisation => {
            let working = known
                .organisations
                .iter()
                .filter(|line| line.ended.is_none());
            let named = working.map(|line| {
                let far = Some(line.organisation.county) != near;
                let name = match far {
                    true => format!(
                        "{} · {}",
                        line.organisation.name,
                        places::county(l, line.organisation.county)
                    ),
                    false => line.organisation.name.clone(),
                };
                (far, line.id, name)
            });
            named.collect()
        }
        Whom::Person => {
            let office = |id| known.organisations.iter().find(|line| line.id == id);
            let serving = known.mediators.iter().filter(|one| one.ended.is_none());
            let named = serving.filter_map(|one| {
                let name = one.name.as_ref()?;
                let office = office(one.organisation);
                let far = office.map(|line| line.organisation.county) != near;
                let name = match office {
                    Some(office) => format!("{name} · {}", office.organisation.name),
                    None => name.clone(),
                };
                Some((far, one.id, name))
            });
            named.collect()
        }
        Whom::Agreement => {
            let standing = known
                .agreements
                .iter()
                .filter(|(_, one)| one.ended.is_none());
            standing
                .map(|(id, one)| (false, *id, one.name.clone()))
                .collect()
        }
    };
    all.sort_by_key(|(far, ..)| *far);
    all.into_iter().map(|(_, id, name)| (id, name)).collect()
}

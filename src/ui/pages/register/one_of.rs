//! A filter of which one is chosen, or none: mediators, counties, townships. Most cases first, and of very many one is found
//! by a word.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::{
    locale::{parts, register as say},
    ui::{
        language::{t, use_language},
        parts::{ChipChoice, Choosable, Finding, Pick},
    },
};

/// Those that have cases and a name, most cases first, with how many.
pub(super) fn most_first<K>(
    mut some: Vec<(K, usize)>,
    name: impl Fn(&K) -> Option<String>,
) -> Vec<((K, usize), String)> {
    some.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let named = some.into_iter().filter_map(|one| {
        let name = name(&one.0)?;
        Some((one, name))
    });
    named.collect()
}

/// Several of one name bear their offices' as well.
pub(super) fn told_apart<K>(named: &mut [(K, String)], office: impl Fn(&K) -> Option<String>) {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for (_, name) in named.iter() {
        *names.entry(name.clone()).or_default() += 1;
    }
    for (key, name) in named {
        if names.get(name).is_some_and(|count| *count > 1)
            && let Some(office) = office(key)
        {
            *name = format!("{name} · {office}");
        }
    }
}

/// One of these, or any: of very many some are drawn, and a word finds the rest.
pub(super) fn one_of<K: Choosable>(
    label: Signal<String>,
    all: Memo<Vec<((K, usize), String)>>,
    picked: RwSignal<Option<Option<K>>>,
) -> impl IntoView {
    let language = use_language();
    let finding = Finding::among(all, move |(key, _): &(K, usize)| {
        picked.with(|now| now.as_ref().and_then(Option::as_ref) == Some(key))
    });
    let found = finding.found;
    let options = Signal::derive(move || {
        let any = Pick::new(None, say::everyone(language.get()));
        let shown = found.get().0.into_iter().map(|((key, count), name)| {
            Pick::new(Some(key), name).count(u32::try_from(count).unwrap_or(u32::MAX))
        });
        std::iter::once(any).chain(shown).collect::<Vec<_>>()
    });
    let rest = move || {
        let (none, more) = found.with(|(shown, more)| (shown.is_empty(), *more));
        let words = t(move |l| match (none, more) {
            (true, _) => parts::nothing_found(l).to_owned(),
            (false, more) => say::more(l, more),
        });
        (none || more > 0).then(|| view! { <span class="tiny">{words}</span> })
    };
    let find = t(move |l| say::find_among(l, &label.get()));
    let search = finding.search(find);
    view! {
        <ChipChoice label=label options=options value=picked before=move || search.clone() more=move || rest/>
    }
}

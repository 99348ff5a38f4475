//! The agreement as it will stand, word for word: read aloud before anyone signs.

use leptos::prelude::*;

use super::{agreement::Fields, page::Opened};
use crate::{
    domain::case::command::NewClause,
    law::{day::Day, person::PartyRole},
    locale::{case::party_name, dates, numbers, rmb, steps as say, terms::Term},
    ui::language::{t, use_language},
};

#[component]
pub fn ReadBack(opened: Opened, fields: Fields) -> impl IntoView {
    let language = use_language();
    let l = language.get_untracked();
    let parties: Vec<(PartyRole, String)> = opened.with(|case| {
        case.parties
            .iter()
            .map(|p| (p.role.clone(), party_name(l, case, p.label)))
            .collect()
    });
    let number = opened.with(|case| case.number.get().cloned());
    let party = move |(role, name): (PartyRole, String)| {
        view! { <p>{t(move |l| say::party_line(l, role.term(l), &name))}</p> }
    };
    let part = move |title: Signal<String>, text: RwSignal<String>| {
        let words = t(move |l| match text.get().trim() {
            "" => say::none_written(l).to_owned(),
            words => words.to_owned(),
        });
        view! { <h3>{move || title.get()}</h3><p class="words">{move || words.get()}</p> }
    };
    let clauses = move || {
        let l = language.get();
        let line = |NewClause { text, due, fen }| {
            let mut tail = Vec::new();
            tail.extend(due.map(|due| say::due_on(l, &dates::paper_day(l, due))));
            tail.extend(fen.map(|sum| {
                let capitals = rmb::capitals(sum).unwrap_or_default();
                format!("{capitals}（￥{}）", numbers::yuan(sum))
            }));
            let text = if text.trim().is_empty() {
                say::none_written(l).to_owned()
            } else {
                text
            };
            view! { <li><span class="words">{text}</span>" "<span class="muted">{tail.join(" · ")}</span></li> }
        };
        fields.clauses.read().into_iter().map(line).collect_view()
    };
    let day = t(move |l| {
        fields
            .day
            .with(|day| Day::parse(day))
            .map(|day| dates::paper_day(l, day))
            .unwrap_or_default()
    });
    view! {
        <article class="card readback" aria-label=t(say::agreement_read)>
            <p class="tiny">{t(say::read_aloud)}</p>
            <p class="muted">{number}</p>
            {parties.into_iter().map(party).collect_view()}
            {part(t(say::agreement_facts), fields.facts)}
            {part(t(say::agreement_matter), fields.matter)}
            {part(t(say::agreement_responsibility), fields.responsibility)}
            <h3>{t(say::agreement_clauses)}</h3>
            <ol>{clauses}</ol>
            {part(t(say::manner), fields.manner)}
            {part(t(say::performance_place), fields.place)}
            {part(t(say::copies), fields.copies)}
            <p>{move || day.get()}</p>
        </article>
    }
}

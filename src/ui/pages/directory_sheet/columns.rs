//! Of what the directory is, and what each column becomes: guessed, with what stands first in it, to be chosen otherwise.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::state::At;
use crate::{
    engine::directory::{DirectoryColumn, DirectoryPreview},
    exchange::{
        directory::{Column, Subject},
        words::directory::column as column_name,
    },
    law::person::MediatorKind,
    locale::{Language, directory_page as say, ledger_page, terms::Term},
    ui::{
        language::{t, use_language},
        parts::{Card, CardFit, Field, unique_id},
    },
};

#[component]
pub(super) fn Columns(at: At, preview: Arc<DirectoryPreview>) -> impl IntoView {
    let (people, unsaid) = (preview.people, preview.unsaid_serving);
    let subject = match people {
        true => Subject::People,
        false => Subject::Organisations,
    };
    // What nobody is sure of comes first.
    let columns = preview.columns.clone();
    let columns = at.in_order(columns, |column| column.place, |column| !column.unsure);
    let rows = columns
        .into_iter()
        .map(|column| view! { <ColumnRow at=at column=column subject=subject/> })
        .collect_view();
    let serving = people && (unsaid > 0 || at.choices.with_untracked(|all| all.serving.is_some()));
    view! {
        <Card title=t(say::columns) fit=CardFit::Flush>
            <div class="ledger-year">
                <What at=at people=people/>
                {serving.then(|| view! { <Serving at=at/> })}
            </div>
            <ul class="ledger-columns">{rows}</ul>
        </Card>
    }
}

#[component]
fn What(at: At, people: bool) -> impl IntoView {
    let id = unique_id("what");
    let change = move |event: ev::Event| {
        let people = event_target_value(&event) == "people";
        at.choose(|choices| {
            choices.people = Some(people);
            // What columns mean of the one they don't of the other.
            choices.columns.clear();
        });
    };
    view! {
        <Field label=t(say::what) control=id.clone()>
            <select id=id class="input" on:change=change>
                <option value="offices" selected=!people>{t(say::offices)}</option>
                <option value="people" selected=people>{t(say::people)}</option>
            </select>
        </Field>
    }
}

/// How people serve of whom the sheet doesn't say it.
#[component]
fn Serving(at: At) -> impl IntoView {
    let id = unique_id("serving");
    let change = move |event: ev::Event| {
        let code = event_target_value(&event);
        let kind = (!code.is_empty()).then(|| MediatorKind::from_code(&code));
        at.choose(|choices| choices.serving = kind);
    };
    let chosen = at.choices.with_untracked(|choices| choices.serving.clone());
    let option = |kind: &MediatorKind| {
        let (kind, is_it) = (kind.clone(), chosen.as_ref() == Some(kind));
        let code = kind.code().to_owned();
        view! { <option value=code selected=is_it>{t(move |l| kind.term(l).to_owned())}</option> }
    };
    let options = MediatorKind::ALL.iter().map(option).collect_view();
    view! {
        <Field label=t(say::serving) control=id.clone()>
            <select id=id class="input" on:change=change>
                <option value="" selected=chosen.is_none()>{t(say::not_said)}</option>
                {options}
            </select>
        </Field>
    }
}

#[component]
fn ColumnRow(at: At, column: DirectoryColumn, subject: Subject) -> impl IntoView {
    let language = use_language();
    let DirectoryColumn {
        place,
        heading,
        meaning,
        unsure,
        sample,
    } = column;
    let name = t(move |l: Language| match heading.trim().is_empty() {
        true => ledger_page::no_heading(l, place + 1),
        false => heading.clone(),
    });
    let change = move |event: ev::Event| {
        let code = event_target_value(&event);
        at.choose(|choices| {
            choices.columns.retain(|(at, _)| *at != place);
            choices.columns.push((place, code));
        });
    };
    let option = |column: &Column| {
        let (chosen, shown) = (column.code() == meaning, column.clone());
        view! {
            <option value=column.code().to_owned() selected=chosen>
                {move || column_name(language.get(), &shown)}
            </option>
        }
    };
    let options = Column::of(subject).iter().map(option).collect_view();
    // Others may look at the screen.
    let private = ["phone", "certificate"].contains(&meaning.as_str());
    let asks = unsure && !sample.is_empty();
    let shown = meaning.clone();
    view! {
        <li class="ledger-column" class:ask=asks>
            <h3>{name}</h3>
            <p class="small muted ledger-samples">{if private { String::new() } else { sample }}</p>
            <select class="input" aria-label=t(move |l| ledger_page::becomes_of(l, &name.get())) prop:value=shown on:change=change>{options}</select>
            <p class="small ledger-sure"><span class:soon=asks>{t(move |l| if asks { ledger_page::unsure(l) } else { "" })}</span></p>
        </li>
    }
}

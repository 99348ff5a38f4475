//! A look at it all before it is registered, and the number that it will get.

use leptos::prelude::*;

use super::{Intake, parties::PartyFields};
use crate::{
    domain::case::refusal::Slot,
    engine::protocol::ask,
    law::{blank::trimmed, day::Day},
    locale::{intake as say, terms::Term},
    ui::{
        data::{live, today},
        language::{t, use_language},
        pages::steps::{
            risk::Rated,
            towns::{county_of, place_words},
        },
        parts::{ButtonLink, Card, DateField, DefinitionList, Fact, Need},
        route::Route,
        towns::use_towns,
    },
    views::query::{Query, Sort},
};

#[component]
pub fn Check(intake: Intake) -> impl IntoView {
    let form = intake.form;
    let language = use_language();
    let towns = use_towns(move || intake.path.with(|path| county_of(path)));
    let year = Memo::new(move |_| {
        intake
            .day
            .with(|day| Day::parse(day))
            .unwrap_or_else(|_| today().get())
            .year()
    });
    let number = live(move || ask::NextNumber { year: year.get() });
    let number = move || {
        number.with(|number| match number {
            Some(Ok(next)) => Some(next.1.clone()),
            _ => None,
        })
    };
    let names = Memo::new(move |_| {
        let parties = intake.parties.list.get();
        let names = parties.into_iter().map(|one| one.identity.name.get());
        let names: Vec<String> = names.map(|name| trimmed(&name).to_owned()).collect();
        // Of one side alone many disputes may be told.
        let all = names.len() > 1 && names.iter().all(|name| !name.is_empty());
        if all { names.join(" ") } else { String::new() }
    });
    let alike = live(move || ask::Register {
        query: Query {
            sort: Some(Sort::Newest),
            ..Query::default()
        },
        search: names.get(),
        from: 0,
        // Where nobody is sought, nobody is found.
        count: usize::from(!names.with(String::is_empty)),
    });
    let alike = Memo::new(move |_| {
        let page = alike.get().and_then(Result::ok)?;
        let first = page.rows.first()?;
        Some((page.found, first.id, first.number.clone()))
    });
    let known_already = move || {
        alike.get().map(|(found, case, number)| {
            let words = t(move |l| match &number {
                Some(number) => say::known_already(l, found, number),
                None => say::known_already_unnumbered(l, found),
            });
            view! {
                <div class="card notice" role="note">
                    <p class="soon">{words}</p>
                    <div><ButtonLink href=Route::Case(case.short()).href()>{t(say::see_it)}</ButtonLink></div>
                </div>
            }
        })
    };
    let change = move |part: usize, what: fn(crate::locale::Language) -> &'static str| {
        view! {
            <button
                type="button" class="link" on:click=move |_| form.show(part)
                aria-label=move || say::change_what(language.get(), what(language.get()))
            >
                {t(say::change)}
            </button>
        }
    };
    let party = move |one: PartyFields| {
        let role = one.role.get_value();
        let phone = move || one.identity.phone.get();
        view! {
            <Fact name=t(move |l| role.term(l).to_owned())>
                {move || match one.identity.name.get() {
                    name if name.trim().is_empty() => say::no_name(language.get()).to_owned(),
                    name => name,
                }}
                <span class="muted">" "{phone}</span>
            </Fact>
        }
    };
    let source = move || {
        intake
            .source
            .with(|s| s.as_ref().map(|s| s.term(language.get()).to_owned()))
    };
    let kind = move || {
        intake
            .kind
            .with(|k| k.as_ref().map(|k| k.term(language.get()).to_owned()))
    };
    let place = move || {
        let known = towns.get();
        let town = intake
            .path
            .with(|path| place_words(language.get(), path, known.as_deref()))
            .unwrap_or_default();
        format!("{town} {}", intake.place.get())
    };
    let signs = move || {
        let l = language.get();
        let names: Vec<String> = intake
            .risk
            .all
            .with(|all| all.iter().map(|sign| sign.term(l).to_owned()).collect());
        if !intake.risk.is_answered() {
            say::not_asked(l).to_owned()
        } else if names.is_empty() {
            say::none_of_these(l).to_owned()
        } else {
            names.join(say::and(l))
        }
    };
    view! {
        <p class="will-be">
            <span class="muted">{t(say::will_be)}</span>
            <b class="num">{number}</b>
        </p>
        {known_already}
        <Card title=t(say::who) extra=move || change(1, say::who)>
            <DefinitionList>
                <For each=move || intake.parties.list.get() key=|one| one.key children=party/>
                <Fact name=t(say::source)>{source}</Fact>
            </DefinitionList>
        </Card>
        <Card title=t(say::what) extra=move || change(2, say::what)>
            <DefinitionList>
                <Fact name=t(say::kind)>{kind}</Fact>
                <Fact name=t(say::where_at)>{place}</Fact>
                <Fact name=t(say::facts_short)><span class="words">{move || intake.facts.get()}</span></Fact>
                <Fact name=t(say::risk_short)>{signs}</Fact>
            </DefinitionList>
            <Rated signs=intake.risk/>
        </Card>
        <DateField
            label=t(say::day) value=intake.day need=Need::Must show=form.tried refused=form.refused_at(Slot::Day)
        />
    }
}

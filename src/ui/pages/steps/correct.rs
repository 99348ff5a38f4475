//! Putting a field right, or settling what two desks wrote: what stands now, the new value, why.

use leptos::prelude::*;

use super::{
    fields::{Remarks, options, term},
    form::Form,
    identity::{IdentityFields, IdentityForm, Typed},
    page::Opened,
    people::MediatorPicks,
    risk, said,
    settle::settle,
    standing::{Standing, Stands, alone, sides},
    step_frame::CommandFrame,
    towns::{PlacePick, path_of, place_words, town_of},
};
use crate::{
    domain::{
        case::{Case, CaseField, Command, Refusal, command::NewValue, refusal::Slot},
        id::{EntryId, Label, StreamId},
    },
    law::{day::Day, dispute::DisputeType, dispute::Source, person::PartyKind},
    locale::{Language, refusal::slot, steps as say, terms::Term},
    ui::{
        language::{t, use_language},
        parts::{ChipChoice, DateField, FoldStart, Need, TextField, TextKind},
        towns::use_towns,
    },
};

pub fn correct(opened: Opened, form: Form, field: CaseField) -> AnyView {
    match field {
        CaseField::Party(label) => party(opened, form, label),
        CaseField::Facts => words(
            opened,
            form,
            Slot::Facts,
            |case| sides(&case.facts, some_text),
            NewValue::Facts,
        ),
        CaseField::Place => words(
            opened,
            form,
            Slot::Place,
            |case| sides(&case.place, some_text),
            NewValue::Place,
        ),
        CaseField::Number => words(
            opened,
            form,
            Slot::Number,
            |case| sides(&case.number, plain_text),
            NewValue::Number,
        ),
        CaseField::Day => day(opened, form),
        CaseField::StepDay(entry) => step_day(opened, form, entry),
        CaseField::Type => kind(opened, form),
        CaseField::Source => source(opened, form),
        CaseField::Town => town(opened, form),
        CaseField::Mediators => mediators(opened, form),
        CaseField::Risk => risk::correct(opened, form),
        CaseField::Outcome => settle(opened, form),
    }
}

fn some_text(_: Language, value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

#[allow(clippy::ptr_arg)] // Passed where fields of any type are shown.
fn plain_text(_: Language, value: &String) -> String {
    value.clone()
}

/// The frame of every correction.
pub(super) fn around(
    opened: Opened,
    form: Form,
    what: Signal<String>,
    standing: Vec<Standing>,
    use_this: Option<Callback<(usize,)>>,
    value: impl Fn() -> Result<NewValue, Refusal> + Send + Sync + 'static,
    fields: AnyView,
) -> AnyView {
    let reason = form.field("reason", String::new());
    let command = move || {
        Ok(Command::Correct {
            field: value()?,
            reason: reason.get_untracked(),
        })
    };
    view! {
        <CommandFrame
            opened=opened form=form title=t(move |l| say::correct_title(l, &what.get())) verb=t(say::correct_verb)
            command=command
        >
            <Stands opened=opened standing=standing use_this=use_this/>
            {fields}
            <Remarks form=form value=reason label=t(say::correct_reason) about=Slot::Reason/>
            <p class="hint">{t(say::correct_hint)}</p>
        </CommandFrame>
    }
    .into_any()
}

pub(super) fn slot_words(of: Slot) -> Signal<String> {
    t(move |l| slot(l, &of).to_owned())
}

/// Facts, place, number: a text.
fn words(
    opened: Opened,
    form: Form,
    of: Slot,
    stands: fn(&Case) -> Vec<Standing>,
    make: fn(String) -> NewValue,
) -> AnyView {
    let standing = opened.with(stands);
    let now = standing
        .last()
        .map(|one| one.text(Language::Chinese))
        .unwrap_or_default();
    let value = form.field("value", now);
    let texts: Vec<String> = standing
        .iter()
        .map(|one| one.text(Language::Chinese))
        .collect();
    let take = move |at: usize| {
        if let Some(text) = texts.get(at) {
            value.set(text.clone());
        }
    };
    let kind = if of == Slot::Facts {
        TextKind::Words
    } else {
        TextKind::Line
    };
    let refused = form.refused_at(of.clone());
    let field = view! {
        <TextField label=t(say::correct_new) value=value kind=kind need=Need::Must show=form.tried refused=refused/>
    };
    around(
        opened,
        form,
        slot_words(of),
        standing,
        Some(Callback::from(take)),
        move || Ok(make(value.get_untracked())),
        field.into_any(),
    )
}

/// The day of registration.
fn day(opened: Opened, form: Form) -> AnyView {
    let standing = opened.with(|case| sides(&case.day, |_, day: &Day| day.to_string()));
    let now = opened.with(|case| case.day.get().copied());
    day_of(opened, form, Slot::Registered, standing, now, NewValue::Day)
}

/// The day of a step.
fn step_day(opened: Opened, form: Form, entry: EntryId) -> AnyView {
    let dated = opened.with(|case| case.step_of(entry).copied());
    let field = opened.with(|case| case.days_put_right.get(&entry).cloned());
    let standing = match (field, dated) {
        (Some(field), _) => sides(&field, |_, day: &Day| day.to_string()),
        (None, Some(dated)) => {
            let page = opened.page();
            let written = page.timeline.iter().find(|item| item.id == entry);
            let words = move |_: Language| dated.day.to_string();
            written
                .map(|item| alone(words, (item.at, item.who)))
                .into_iter()
                .collect()
        }
        (None, None) => Vec::new(),
    };
    let what = dated.map_or(Slot::Step, |dated| dated.step.day());
    let now = dated.map(|dated| dated.day);
    let make = move |day| NewValue::StepDay(entry, day);
    day_of(opened, form, what, standing, now, make)
}

fn day_of(
    opened: Opened,
    form: Form,
    what: Slot,
    standing: Vec<Standing>,
    now: Option<Day>,
    make: impl Fn(Day) -> NewValue + Send + Sync + 'static,
) -> AnyView {
    let value = form.field("value", now.map(|day| day.to_string()).unwrap_or_default());
    let field = view! {
        <DateField label=t(say::correct_new) value=value need=Need::Must show=form.tried refused=form.refused_at(Slot::Day)/>
    };
    around(
        opened,
        form,
        slot_words(what),
        standing,
        None,
        move || Ok(make(form.day(value, Slot::Day)?)),
        field.into_any(),
    )
}

fn kind(opened: Opened, form: Form) -> AnyView {
    let standing =
        opened.with(|case| sides(&case.kind, |l, kind: &DisputeType| kind.term(l).to_owned()));
    let value = form.field("value", opened.with(|case| case.kind.get().cloned()));
    let field = view! {
        <ChipChoice
            label=t(say::correct_new) options=options(DisputeType::ALL, term::<DisputeType>) value=value
            error=form.refused_at(Slot::Type)
        />
    };
    let make = move || Ok(NewValue::Type(form.chosen(value, Slot::Type)?));
    around(
        opened,
        form,
        slot_words(Slot::Type),
        standing,
        None,
        make,
        field.into_any(),
    )
}

fn source(opened: Opened, form: Form) -> AnyView {
    let standing =
        opened.with(|case| sides(&case.source, |l, source: &Source| source.term(l).to_owned()));
    let value = form.field("value", opened.with(|case| case.source.get().cloned()));
    let field = view! {
        <ChipChoice
            label=t(say::correct_new) options=options(Source::AT_A_DESK, term::<Source>) value=value
            error=form.refused_at(Slot::Source)
        />
    };
    let make = move || Ok(NewValue::Source(form.chosen(value, Slot::Source)?));
    around(
        opened,
        form,
        slot_words(Slot::Source),
        standing,
        None,
        make,
        field.into_any(),
    )
}

fn town(opened: Opened, form: Form) -> AnyView {
    let (county, now) = opened.with(|case| (case.county, case.town.get().copied()));
    let towns = use_towns(move || county);
    let standing = opened.with(|case| {
        sides(&case.town, move |l, town| {
            let known = towns.get();
            place_words(l, &path_of(None, Some(*town)), known.as_deref()).unwrap_or_default()
        })
    });
    let value = form.field("value", path_of(county, now));
    let field = view! {
        <PlacePick label=t(say::correct_new) path=value near=county error=form.refused_at(Slot::Town)/>
    };
    let make = move || {
        value
            .with_untracked(|path| town_of(path))
            .map(NewValue::Town)
            .ok_or(Refusal::Empty(Slot::Town))
    };
    around(
        opened,
        form,
        slot_words(Slot::Town),
        standing,
        None,
        make,
        field.into_any(),
    )
}

fn mediators(opened: Opened, form: Form) -> AnyView {
    let names = opened.page().names.clone();
    let standing = opened.with(|case| {
        sides(&case.mediators, move |_, all: &Vec<StreamId>| {
            let name = |id: &StreamId| {
                names
                    .iter()
                    .find(|(one, _)| one == id)
                    .and_then(|(_, name)| name.clone())
                    .unwrap_or_else(|| "…".into())
            };
            all.iter().map(name).collect::<Vec<_>>().join("、")
        })
    });
    let now = opened
        .with(|case| case.mediators.get().cloned())
        .unwrap_or_default();
    let value = form.field("value", now);
    let field = view! { <MediatorPicks form=form value=value/> };
    let make = move || Ok(NewValue::Mediators(value.get_untracked()));
    around(
        opened,
        form,
        slot_words(Slot::Mediators),
        standing,
        None,
        make,
        field.into_any(),
    )
}

fn party(opened: Opened, form: Form, label: Label) -> AnyView {
    let found = opened.with(|case| {
        case.parties
            .iter()
            .enumerate()
            .find(|(_, p)| p.label == label)
            .map(|(at, p)| (at, p.clone()))
    });
    let Some((at, party)) = found else {
        form.refusal.set(Some(Refusal::NotThere(Slot::Party)));
        let none = move || Err(Refusal::NotThere(Slot::Party));
        return around(
            opened,
            form,
            slot_words(Slot::Party),
            Vec::new(),
            None,
            none,
            ().into_any(),
        );
    };
    let identity = party.identity.get().cloned().flatten();
    let standing = sides(&party.identity, |l, identity| {
        identity
            .as_ref()
            .map(|i| said::identity(l, i))
            .unwrap_or_default()
    });
    let identities: Vec<Typed> = party
        .identity
        .sides()
        .iter()
        .map(|side| side.value.as_ref().map(Typed::of).unwrap_or_default())
        .collect();
    let born = identity.as_ref().and_then(|identity| identity.born);
    let typed = form
        .kept("value")
        .unwrap_or_else(|| identity.as_ref().map(Typed::of).unwrap_or_default());
    let fields = IdentityFields::new(typed);
    form.keep("value", move || {
        serde_json::to_value(fields.typed()).unwrap_or_default()
    });
    let take = move |place: usize| {
        if let Some(typed) = identities.get(place) {
            fields.set(typed.clone());
        }
    };
    let kind: PartyKind = party.kind.clone();
    let shown = kind.clone();
    let view = view! {
        <IdentityForm form=form fields=fields kind=Signal::stored(shown) place=Signal::stored(at) rest=FoldStart::Open/>
    };
    let make = move || Ok(NewValue::Party(label, fields.identity(&kind, born)));
    let name = opened.party(use_language().get_untracked(), label);
    around(
        opened,
        form,
        Signal::stored(name),
        standing,
        Some(Callback::from(take)),
        make,
        view.into_any(),
    )
}

//! A mediation session, in three parts: when, where and who; what was said; the result. It opens at
//! what was said, for the rest is filled in. What a party says in confidence is a text of its own.

use std::collections::BTreeMap;

use leptos::{html, prelude::*};

use super::{
    fields::{DayOf, PartyPicks, day_field},
    form::Form,
    frame::Parts,
    meeting::usual_place,
    page::Opened,
    spot::Spot,
    step_frame::StepFrame,
};
use crate::{
    domain::{
        case::{Command, Step, command::Session, refusal::Slot},
        id::Label,
    },
    law::blank::typed,
    locale::{Language, parts as common, steps as say},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{Field, Need, TextField, TextKind, common::unique_id},
    },
};

const PARTS: Parts = Parts {
    count: 3,
    label: |l, at| match at {
        1 => say::session_when(l),
        2 => say::session_said(l),
        _ => say::session_result(l),
    },
    next: |l, at| {
        if at == 1 {
            say::next_said(l)
        } else {
            say::next_result(l)
        }
    },
};

pub fn session(opened: Opened, form: Form) -> AnyView {
    let labels: Vec<Label> =
        opened.with(|case| case.parties.iter().map(|party| party.label).collect());
    let present = form.field("present", labels.clone());
    let place = form.field("place", usual_place(opened));
    let record = form.field("record", String::new());
    let result = form.field("result", String::new());
    let secrets = form.field("confidential", BTreeMap::<Label, String>::new());
    let day = day_field(form);
    let number = opened.with(|case| {
        case.meetings
            .iter()
            .filter(|meeting| meeting.session)
            .count()
            + 1
    });
    let command = move || {
        let words = secrets
            .get_untracked()
            .into_iter()
            .filter(|(_, words)| !words.trim().is_empty());
        Ok(Command::HoldSession(Session {
            day: form.day(day, Slot::Day)?,
            place: place.get_untracked(),
            present: present.get_untracked(),
            record: record.get_untracked(),
            result: result.get_untracked(),
            confidential: words.collect(),
        }))
    };
    let at = form.at;
    let gone = move |part: usize| move || at.get() != part;
    view! {
        <StepFrame
            opened=opened form=form step=Step::HoldSession title=t(move |l| say::session_title(l, number)) parts=PARTS
            command=command
        >
            <section class="stack loose" data-part="1" class:gone=gone(1)>
                <DayOf form=form day=day/>
                <TextField label=t(say::place) value=place need=Need::Optional/>
                <PartyPicks opened=opened form=form label=t(say::present) value=present at=Spot::Present/>
            </section>
            <section class="stack" data-part="2" class:gone=gone(2)>
                <WhenRow day=day place=place present=present form=form/>
                <Spoken opened=opened form=form record=record secrets=secrets labels=labels/>
            </section>
            <section class="stack loose" data-part="3" class:gone=gone(3)>
                <TextField
                    label=t(say::result_words) value=result kind=TextKind::Words need=Need::Optional
                    hint=t(say::result_hint) refused=form.refused_at(Slot::Result)
                />
            </section>
        </StepFrame>
    }
    .into_any()
}

/// The first part in a line, to change where it does not fit.
#[component]
fn WhenRow(
    day: RwSignal<String>,
    place: RwSignal<String>,
    present: RwSignal<Vec<Label>>,
    form: Form,
) -> impl IntoView {
    let line = t(move |l| {
        let mut pieces = vec![said_day(l, &day.get())];
        let place = place.get();
        if !place.trim().is_empty() {
            pieces.push(place);
        }
        pieces.push(say::came(l, present.with(Vec::len)));
        pieces.join(" · ")
    });
    view! {
        <div class="done-row small row">
            <Icon name=Icon::Check size=IconSize::Small/>
            <span class="grow cut">{move || line.get()}</span>
            <button type="button" class="link" on:click=move |_| form.show(1)>{t(say::change)}</button>
        </div>
    }
}

fn said_day(l: Language, text: &str) -> String {
    let today = crate::ui::data::today().get_untracked();
    match crate::law::day::Day::parse(text) {
        Ok(day) => crate::locale::dates::near_day(l, day, today),
        Err(_) => common::not_a_date(l).to_owned(),
    }
}

/// The record, with a chip for each who speaks, and what was said in confidence below.
#[component]
fn Spoken(
    opened: Opened,
    form: Form,
    record: RwSignal<String>,
    secrets: RwSignal<BTreeMap<Label, String>>,
    labels: Vec<Label>,
) -> impl IntoView {
    let language = use_language();
    let node = NodeRef::<html::Textarea>::new();
    let id = unique_id("record");
    let apart = RwSignal::new(secrets.with_untracked(|secrets| !secrets.is_empty()));
    let speaks = move |name: String| {
        let said = say::says(language.get_untracked(), &name);
        insert(node, record, &said);
    };
    let l = language.get_untracked();
    let names: Vec<String> = labels.iter().map(|label| opened.party(l, *label)).collect();
    let chips = names
        .into_iter()
        .map(|name| {
            let word = name.clone();
            view! { <button type="button" class="chip pick" on:click=move |_| speaks(name.clone())>{word}</button> }
        })
        .collect_view();
    let missing = Signal::derive(move || {
        let empty = form.tried.get() && record.with(|text| text.trim().is_empty());
        empty.then(|| common::must_fill(language.get()).to_owned())
    });
    let refused = form.refused_at(Slot::Record);
    let error = Signal::derive(move || missing.get().or_else(|| refused.get()));
    let note = format!("{id}-note");
    view! {
        <div class="picks" role="group" aria-label=t(say::who_speaks)>
            {chips}
            <button
                type="button" class="chip pick"
                on:click=move |_| speaks(say::mediator(language.get_untracked()).to_owned())
            >
                {t(say::mediator)}
            </button>
            <button
                type="button" class="chip pick secret" class:on=move || apart.get()
                aria-pressed=move || if apart.get() { "true" } else { "false" }
                on:click=move |_| apart.update(|on| *on = !*on)
            >
                <Icon name=Icon::Lock size=IconSize::Small/>{t(say::back_to_back)}
            </button>
        </div>
        <Field label=t(say::record) control=id.clone() hint=t(say::said_hint) error=error>
            <textarea
                id=id class="input notes" rows="8" autocomplete="off" node_ref=node
                prop:value=move || record.get()
                aria-describedby=note aria-required="true"
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                on:input:target=move |event| record.set(typed(event.target().value()))
            ></textarea>
        </Field>
        <div class="stack secrets" class:gone=move || !apart.get()>
            {labels.into_iter().map(|label| view! { <Secret name=opened.party(l, label) label=label secrets=secrets/> }).collect_view()}
            <p class="hint">{t(say::back_to_back_hint)}</p>
        </div>
    }
}

#[component]
fn Secret(name: String, label: Label, secrets: RwSignal<BTreeMap<Label, String>>) -> impl IntoView {
    let id = unique_id("secret");
    let title = t(move |l| say::confidential_from(l, &name));
    view! {
        <Field label=title control=id.clone()>
            <textarea
                id=id class="input" rows="2" autocomplete="off"
                prop:value=move || secrets.with(|all| all.get(&label).cloned().unwrap_or_default())
                on:input:target=move |event| {
                    let words = typed(event.target().value());
                    secrets.update(|all| {
                        if words.is_empty() {
                            all.remove(&label);
                        } else {
                            all.insert(label, words);
                        }
                    });
                }
            ></textarea>
        </Field>
    }
}

/// Begins a new line with who speaks, where the caret stands, and goes on there.
fn insert(node: NodeRef<html::Textarea>, record: RwSignal<String>, said: &str) {
    let Some(area) = node.get_untracked() else {
        return;
    };
    let text: Vec<u16> = area.value().encode_utf16().collect();
    let caret = area
        .selection_start()
        .ok()
        .flatten()
        .map_or(text.len(), |at| at as usize)
        .min(text.len());
    // A box that was never touched has its caret at 0: the end is meant.
    let caret = if caret == 0 { text.len() } else { caret };
    let (before, after) = text.split_at(caret);
    let before = String::from_utf16_lossy(before);
    let after = String::from_utf16_lossy(after);
    let fresh = before.is_empty() || before.ends_with('\n');
    let head = format!("{before}{}{said}", if fresh { "" } else { "\n" });
    let place = u32::try_from(head.encode_utf16().count()).unwrap_or(0);
    area.set_value(&format!("{head}{after}"));
    record.set(area.value());
    let _ = area.focus();
    let _ = area.set_selection_range(place, place);
}

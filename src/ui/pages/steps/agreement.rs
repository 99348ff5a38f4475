//! The written agreement: written down, read back word for word, signed, and only then concluded.

use leptos::prelude::*;

use super::{
    clauses::{ClauseList, Clauses},
    fields::{DayOf, PartyPicks, TickField, day_field},
    form::Form,
    frame::Parts,
    meeting::usual_place,
    page::Opened,
    readback::ReadBack,
    spot::Spot,
    step_frame::StepFrame,
    to_sign::ToSign,
    told::Told,
};
use crate::{
    domain::{
        case::{Case, Command, Step, command::WrittenAgreement, may_be_signed, refusal::Slot},
        id::Label,
    },
    law::{
        agreement::{AgreementItem as Item, ItemNeed},
        day::Day,
    },
    locale::{steps as say, terms::Term},
    ui::{
        data::today,
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{Fold, FoldStart, TextField, TextKind},
    },
};

const PARTS: Parts = Parts {
    count: 2,
    label: |l, at| {
        if at == 1 {
            say::agreement_write(l)
        } else {
            say::agreement_read(l)
        }
    },
    next: |l, _| say::next_read(l),
};

/// What is typed.
#[derive(Clone, Copy)]
pub struct Fields {
    pub facts: RwSignal<String>,
    pub matter: RwSignal<String>,
    pub responsibility: RwSignal<String>,
    pub clauses: Clauses,
    pub manner: RwSignal<String>,
    pub place: RwSignal<String>,
    pub copies: RwSignal<String>,
    pub day: RwSignal<String>,
    pub signed: RwSignal<Vec<Label>>,
    pub mediator_signed: RwSignal<bool>,
    pub stamped: RwSignal<bool>,
}

impl Fields {
    fn new(opened: Opened, form: Form) -> Self {
        let copies = opened.with(Case::copies_needed);
        Self {
            facts: form.field("facts", String::new()),
            matter: form.field("matter", String::new()),
            responsibility: form.field("responsibility", String::new()),
            clauses: Clauses::new(form),
            manner: form.field("manner", String::new()),
            place: form.field("place", usual_place(opened)),
            copies: form.field("copies", copies.to_string()),
            day: day_field(form),
            signed: form.field("signed", Vec::new()),
            mediator_signed: form.field("mediator_signed", false),
            stamped: form.field("stamped", false),
        }
    }

    /// As it stands; reactive. What cannot be read is left out, as if it were not written yet.
    #[must_use]
    pub fn read(self) -> WrittenAgreement {
        WrittenAgreement {
            day: self.day.with(|day| Day::parse(day)).unwrap_or(Day::MIN),
            facts: self.facts.get(),
            matter: self.matter.get(),
            responsibility: self.responsibility.get(),
            clauses: self.clauses.read(),
            manner: self.manner.get(),
            place: self.place.get(),
            copies: self
                .copies
                .with(|copies| copies.trim().parse().unwrap_or(0)),
            signed: self.signed.get(),
            mediator_signed: self.mediator_signed.get(),
            stamped: self.stamped.get(),
        }
    }
}

pub fn written(opened: Opened, form: Form) -> AnyView {
    let fields = Fields::new(opened, form);
    let typed = move || {
        Ok(WrittenAgreement {
            day: form.day(fields.day, Slot::Day)?,
            clauses: fields.clauses.typed()?,
            ..untrack(|| fields.read())
        })
    };
    let command = move || typed().map(Command::AgreeInWriting);
    let today = today();
    form.leads_on_if(move || {
        let agreement = typed()?;
        opened.with(|case| may_be_signed(case, &agreement, today.get_untracked()))
    });
    let at = form.at;
    // The refusal is `decide`'s; this says it beforehand.
    let missing = Memo::new(move |_| {
        let written = fields.read();
        opened.with(|case| written.missing(&case.parties).collect::<Vec<_>>())
    });
    let can_be_signed = Memo::new(move |_| {
        let written = fields.read();
        opened.with(|case| may_be_signed(case, &written, today.get()).is_ok())
    });
    view! {
        <StepFrame opened=opened form=form step=Step::AgreeInWriting parts=PARTS command=command>
            <Checklist missing=missing/>
            <section class="stack loose" data-part="1" class:gone=move || at.get() != 1>
                <Write opened=opened form=form fields=fields/>
            </section>
            <section class="stack loose" data-part="2" class:gone=move || at.get() != 2>
                {move || (at.get() == 2).then(|| view! { <ReadBack opened=opened fields=fields/> })}
                {move || can_be_signed.get().then(|| view! { <ToSign opened=opened fields=fields/> })}
                <PartyPicks
                    opened=opened form=form label=t(say::signed) value=fields.signed
                    at=Spot::Item(Item::PartySignatures)
                />
                <TickField
                    label=t(say::mediator_signed) on=fields.mediator_signed
                    error=form.refused(Spot::Item(Item::MediatorSignature))
                />
                <TickField
                    label=t(say::stamped) on=fields.stamped error=form.refused(Spot::Item(Item::CommitteeSeal))
                />
            </section>
        </StepFrame>
    }
    .into_any()
}

#[component]
fn Write(opened: Opened, form: Form, fields: Fields) -> impl IntoView {
    let words = move |label: Signal<String>, value: RwSignal<String>, item: Item| {
        view! { <TextField label=label value=value kind=TextKind::Words refused=form.refused(Spot::Item(item))/> }
    };
    view! {
        {words(t(say::agreement_facts), fields.facts, Item::Facts)}
        <Told opened=opened into=fields.facts/>
        <TextField
            label=t(say::agreement_matter) value=fields.matter kind=TextKind::Words hint=t(say::matter_hint)
            refused=form.refused(Spot::Item(Item::Matter))
        />
        {words(t(say::agreement_responsibility), fields.responsibility, Item::Responsibility)}
        <ClauseList form=form clauses=fields.clauses/>
        <Manner form=form value=fields.manner/>
        <TextField
            label=t(say::performance_place) value=fields.place refused=form.refused(Spot::Item(Item::Place))
        />
        <DayOf form=form day=fields.day/>
        <TextField label=t(say::copies) value=fields.copies kind=TextKind::Number hint=t(say::copies_hint) refused=form.refused_at(Slot::Copies)/>
    }
}

/// How it is performed: the common ways by a press, any other in words.
#[component]
pub fn Manner(form: Form, value: RwSignal<String>) -> impl IntoView {
    let press = move |words: Signal<String>| {
        let on = Memo::new(move |_| words.with(|words| value.with(|now| now == words)));
        view! {
            <button
                type="button" class="chip pick" class:on=move || on.get()
                aria-pressed=move || if on.get() { "true" } else { "false" }
                on:click=move |_| value.set(words.get_untracked())
            >
                {move || words.get()}
            </button>
        }
    };
    view! {
        <div class="stack">
            <TextField label=t(say::manner) value=value refused=form.refused(Spot::Item(Item::Manner))/>
            <div class="picks" role="group" aria-label=t(say::manner)>
                {press(t(say::manner_once))}{press(t(say::manner_parts))}{press(t(say::manner_now))}
            </div>
        </div>
    }
}

/// What the law wants to see on the paper, by name, and what is still missing.
#[component]
fn Checklist(missing: Memo<Vec<&'static Item>>) -> impl IntoView {
    let language = use_language();
    let asked = Item::ALL
        .iter()
        .filter(|item| item.need() != ItemNeed::Customary && **item != Item::Parties);
    let count = t(move |l| match missing.with(Vec::len) {
        0 => say::checklist_whole(l).to_owned(),
        count => say::checklist_left(l, count),
    });
    let row = move |item: &'static Item| {
        let there = Memo::new(move |_| missing.with(|missing| !missing.contains(&item)));
        view! {
            <li class:there=move || there.get()>
                {move || {
                    let icon = if there.get() { Icon::CircleCheck } else { Icon::CircleDashed };
                    view! { <Icon name=icon size=IconSize::Small/> }
                }}
                <span>{move || item.term(language.get()).to_owned()}</span>
                <span class="unseen">{move || (!there.get()).then(|| say::checklist_left(language.get(), 1))}</span>
            </li>
        }
    };
    let extra = move || {
        let late = move || missing.with(|missing| !missing.is_empty());
        view! { <span class="tiny" class:late=late>{move || count.get()}</span> }
    };
    view! {
        <Fold title=t(say::checklist) class="checklist" start=FoldStart::Shut extra=extra>
            <ul aria-live="polite">{asked.map(row).collect_view()}</ul>
        </Fold>
    }
}

//! Letters between offices as they come and go: the reply to an invitation [R 27], a transfer and its receipt.

use leptos::prelude::*;

use super::{
    fields::{DayOf, Must, Remarks, Says, choice, day_field, options},
    form::Form,
    office::{OfficePick, chosen_office, directory, offices},
    page::Opened,
    step_frame::StepFrame,
    towns::{Depth, PlacePick, county_of, path_of},
};
use crate::{
    domain::{
        case::{
            Command, Refusal, Step,
            event::{JoinAnswer, TransferAnswer},
            refusal::Slot,
        },
        id::EntryId,
    },
    locale::{dates, places, steps as say},
    ui::{
        language::{t, use_language},
        parts::{ChipChoice, Pick},
    },
};

/// 复函: whether the office that was asked takes part.
pub fn reply(opened: Opened, form: Form) -> AnyView {
    let l = use_language().get_untracked();
    let page = opened.page();
    let today = page.today;
    let waiting: Vec<Pick<String>> = page
        .case
        .unanswered()
        .map(|one| {
            let named = one.with.organisation.and_then(|id| page.name(id));
            let whom = named.unwrap_or_else(|| places::county_in_city(l, one.with.county));
            let day = dates::short_day(l, one.with.day, today);
            Pick::new(one.entry.to_string(), say::asked_on(l, &whom, &day))
        })
        .collect();
    let first = waiting.first().map(|pick| pick.value.clone());
    let invitation = form.field("invitation", first);
    let answer = choice(form, "answer", Some(JoinAnswer::Joins));
    let remarks = form.field("remarks", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::Reply {
            day: form.day(day, Slot::Day)?,
            invitation: entry_of(invitation, Slot::Joined)?,
            answer: form.chosen(answer, Slot::Reason)?,
            remarks: remarks.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Reply command=command>
            <ChipChoice label=t(say::reply_to) options=Signal::stored(waiting) value=invitation/>
            <ChipChoice label=t(say::reply_answer) options=options(JoinAnswer::ALL, say::join_answer_name) value=answer/>
            <Remarks form=form value=remarks label=t(say::reply_remarks) about=Slot::Text/>
            <DayOf form=form day=day/>
            <Says words=t(say::reply_says)/>
        </StepFrame>
    }
    .into_any()
}

/// The letter that a form is about.
fn entry_of(chosen: RwSignal<Option<String>>, slot: Slot) -> Result<EntryId, Refusal> {
    let chosen = chosen.get_untracked();
    let entry = chosen.and_then(|id| EntryId::parse(&id).ok());
    entry.ok_or(Refusal::Empty(slot))
}

/// 移送: to an office that mediates.
pub fn transfer(opened: Opened, form: Form) -> AnyView {
    let own = opened.with(|case| case.county);
    let at = opened.with(|case| case.organisation);
    let place = form.field(
        "place",
        own.map(|county| path_of(Some(county), None))
            .unwrap_or_default(),
    );
    let organisation = form.field("organisation", None::<String>);
    let reason = form.field("reason", String::new());
    let day = day_field(form);
    let county = Signal::derive(move || place.with(|place| county_of(place)));
    let all = offices(directory(), county, |one| one.kind.takes_over());
    let others = Memo::new(move |_| {
        let own = at.map(|id| id.to_string());
        all.with(|all| {
            let others = all.iter().filter(|(id, _)| Some(id) != own.as_ref());
            others.cloned().collect::<Vec<_>>()
        })
    });
    let none = move || county.get().is_some() && others.with(Vec::is_empty);
    let command = move || {
        Ok(Command::Transfer {
            day: form.day(day, Slot::Day)?,
            county: county.get_untracked().ok_or(Refusal::Empty(Slot::Town))?,
            organisation: chosen_office(organisation, others)
                .ok_or(Refusal::Empty(Slot::Organisation))?,
            reason: reason.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Transfer command=command>
            <PlacePick
                label=t(say::transfer_county) path=place depth=Depth::County near=own
                hint=t(say::neighbours_first) error=form.refused_at(Slot::Town)
            />
            <div class:gone=move || others.with(Vec::is_empty)>
                <OfficePick label=t(say::transfer_to) offices=others value=organisation error=form.refused_at(Slot::Organisation)/>
            </div>
            <div class:gone=move || !none()><Says words=t(say::transfer_nobody)/></div>
            <Must form=form value=reason label=t(say::reason) about=Slot::Reason hint=t(say::reason_hint)/>
            <DayOf form=form day=day/>
            <Says words=t(say::transfer_says)/>
        </StepFrame>
    }
    .into_any()
}

/// 回执: whether the other office took the case.
pub fn receive(opened: Opened, form: Form) -> AnyView {
    let l = use_language().get_untracked();
    let page = opened.page();
    let sent: Vec<Pick<String>> = page
        .case
        .on_its_way()
        .map(|one| {
            let whom = page.name(one.to.organisation);
            let whom = whom.unwrap_or_else(|| places::county_in_city(l, one.to.county));
            let day = dates::short_day(l, one.to.day, page.today);
            Pick::new(one.entry.to_string(), say::sent_on(l, &whom, &day))
        })
        .collect();
    let first = sent.first().map(|pick| pick.value.clone());
    let transfer = form.field("transfer", first);
    let answer = choice(form, "answer", Some(TransferAnswer::Received));
    let remarks = form.field("remarks", String::new());
    let day = day_field(form);
    let command = move || {
        Ok(Command::Receive {
            day: form.day(day, Slot::Day)?,
            transfer: entry_of(transfer, Slot::Transferred)?,
            answer: form.chosen(answer, Slot::Reason)?,
            remarks: remarks.get_untracked(),
        })
    };
    view! {
        <StepFrame opened=opened form=form step=Step::Receive command=command>
            <ChipChoice label=t(say::receipt_of) options=Signal::stored(sent) value=transfer/>
            <ChipChoice
                label=t(say::receipt_answer) options=options(TransferAnswer::ALL, say::transfer_answer_name) value=answer
            />
            <Remarks form=form value=remarks label=t(say::remarks) about=Slot::Text/>
            <DayOf form=form day=day/>
            <Says words=t(say::receipt_says)/>
        </StepFrame>
    }
    .into_any()
}

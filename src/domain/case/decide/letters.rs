//! Letters between offices: an invitation to mediate jointly and its reply [R 27], a transfer and its receipt.

use crate::domain::case::course::Step;
use crate::domain::case::event::{self, JoinAnswer, TransferAnswer};
use crate::domain::case::refusal::{Refusal, Slot};
use crate::domain::catalogue::Event;
use crate::domain::id::{EntryId, StreamId};
use crate::domain::leaf::{Leaf, topic};
use crate::law::day::Day;
use crate::law::divisions::Adcode;

use super::Made;
use super::checks::{At, filled, optional_narrative};

pub(super) fn reply(
    at: &At<'_>,
    day: Day,
    invitation: EntryId,
    answer: JoinAnswer,
    remarks: &str,
) -> Result<Made, Refusal> {
    at.step(Step::Reply, day)?;
    at.not_barred(Step::Reply)?;
    let mut waiting = at.case.unanswered();
    let asked = waiting
        .find(|one| one.entry == invitation)
        .ok_or(Refusal::NotThere(Slot::Joined))?;
    at.not_before(day, Slot::Joined, asked.with.day)?;
    Ok(Made {
        event: Event::CaseReplied(event::Replied {
            answer,
            day,
            entry: invitation,
        }),
        leaves: optional_narrative(topic::REMARKS, remarks),
    })
}

pub(super) fn transfer(
    at: &At<'_>,
    day: Day,
    county: Adcode,
    organisation: StreamId,
    reason: &str,
) -> Result<Made, Refusal> {
    at.step(Step::Transfer, day)?;
    at.not_barred(Step::Transfer)?;
    if at.case.organisation == Some(organisation) {
        return Err(Refusal::OwnOffice);
    }
    Ok(Made {
        event: Event::CaseTransferred(event::Transferred {
            county,
            day,
            organisation,
        }),
        leaves: vec![Leaf::narrative(
            topic::REASON,
            filled(reason, Slot::Reason)?,
        )],
    })
}

pub(super) fn receive(
    at: &At<'_>,
    day: Day,
    transfer: EntryId,
    answer: TransferAnswer,
    remarks: &str,
) -> Result<Made, Refusal> {
    at.step(Step::Receive, day)?;
    at.not_barred(Step::Receive)?;
    let mut on_its_way = at.case.on_its_way();
    let sent = on_its_way
        .find(|one| one.entry == transfer)
        .ok_or(Refusal::NotThere(Slot::Transferred))?;
    at.not_before(day, Slot::Transferred, sent.to.day)?;
    Ok(Made {
        event: Event::CaseReceived(event::Received {
            answer,
            day,
            entry: transfer,
        }),
        leaves: optional_narrative(topic::REMARKS, remarks),
    })
}

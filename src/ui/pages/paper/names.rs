//! The names and words that the papers of a case need, and that the case alone does not hold.

use crate::{
    documents::{JointNames, PaperNames, SessionWords, TransferNames},
    domain::{
        case::state::Wording,
        catalogue::Event,
        id::StreamId,
        leaf::{LeafClass, SeenLeaf, topic},
    },
    ui::towns::{Towns, town_name},
    views::answers::{CasePage, TimelineItem},
};

/// The names that the papers of a case need.
pub fn names(page: &CasePage, towns: Option<&Towns>) -> PaperNames {
    let name = |id: StreamId| page.name(id);
    let registration = page
        .timeline
        .iter()
        .find(|item| matches!(item.event, Event::CaseRegistered(_)));
    PaperNames {
        committee: page.case.organisation.and_then(name),
        taken_in_by: page.case.taken_in_by.and_then(name),
        mediators: page
            .case
            .mediators
            .get()
            .into_iter()
            .flatten()
            .map(|id| name(*id))
            .collect(),
        registrar: registration.and_then(|item| name(item.who)),
        // A number in place of a name belongs on no paper.
        town: page
            .case
            .town
            .get()
            .filter(|_| towns.is_some())
            .map(|town| town_name(towns, *town)),
        joint: page
            .case
            .correspondent()
            .map_or_else(JointNames::default, |joined| JointNames {
                from: joined.from.and_then(name),
                organisation: joined.with.organisation.and_then(name),
                agreement: joined.with.agreement.and_then(name),
            }),
        session: session(page),
        transfer: transfer(page),
    }
}

/// The words of the session at which both offices sat together.
fn session(page: &CasePage) -> SessionWords {
    let Some((_, held)) = page.case.joint_session() else {
        return SessionWords::default();
    };
    let mut told = page.timeline.iter().filter(|item| match &item.event {
        Event::CaseSessionHeld(data) => item.retracted.is_none() && data.label == held.label,
        _ => false,
    });
    told.next()
        .map_or_else(SessionWords::default, |item| SessionWords {
            place: wording(item, LeafClass::Place, topic::PLACE),
            record: wording(item, LeafClass::Narrative, topic::RECORD),
            result: wording(item, LeafClass::Narrative, topic::RESULT),
        })
}

fn transfer(page: &CasePage) -> TransferNames {
    let Some(last) = page.case.transfers.last() else {
        return TransferNames::default();
    };
    let told = page.timeline.iter().find(|item| item.id == last.entry);
    TransferNames {
        from: last.from.and_then(|id| page.name(id)),
        to: page.name(last.to.organisation),
        reason: told.and_then(|item| words(item, LeafClass::Narrative, topic::REASON)),
    }
}

fn leaf<'a>(item: &'a TimelineItem, class: LeafClass, of: &str) -> Option<&'a SeenLeaf> {
    let mut leaves = item.leaves.iter();
    leaves.find(|leaf| leaf.class == class && leaf.of.as_deref() == Some(of))
}

fn words(item: &TimelineItem, class: LeafClass, of: &str) -> Option<String> {
    leaf(item, class, of)?.words().map(str::to_owned)
}

fn wording(item: &TimelineItem, class: LeafClass, of: &str) -> Wording {
    match leaf(item, class, of).map(SeenLeaf::words) {
        None => Wording::Unsaid,
        Some(None) => Wording::LeftOut,
        Some(Some(text)) => Wording::Said(text.to_owned()),
    }
}

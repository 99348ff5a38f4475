//! What a stream of the network is about. Total: whatever a merge brings is taken in. What is said first founds it;
//! fields are written anew, each for itself; how a work order was resolved is said later, and the last word counts. What
//! belongs into a stream of another kind says nothing.

use serde::{Deserialize, Serialize};

use crate::domain::catalogue::Event;
use crate::domain::fact::Fact;
use crate::domain::id::{StreamId, StreamKind};
use crate::law::person::kept_name;

use super::activity::{self, ActivityField, Held};
use super::agreement::AgreementSheet;
use super::group::{self, Drawn, Formed, MicroGridField, TeamField};
use super::happening::{Answered, Dispatched, Resolved};
use super::mediator::{self, Enrolled, MediatorField};
use super::organisation::{self, Founded, OrganisationField};
use super::sheet::{Sheet, Slot, private};

/// What a stream is about.
// A few of them are looked at, one after the other.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum About {
    /// Nothing that is known was said.
    #[default]
    Nothing,
    Organisation(Founded, Sheet<OrganisationField>),
    Mediator(Enrolled, Sheet<MediatorField>),
    Team(Formed, Sheet<TeamField>),
    MicroGrid(Drawn, Sheet<MicroGridField>),
    Consultation(Answered),
    WorkOrder(Dispatched, Option<Resolved>),
    Activity(Held, Sheet<ActivityField>),
    Agreement(AgreementSheet),
}

impl About {
    /// What the live facts of a stream say, in their order.
    #[must_use]
    pub fn told<'f>(stream: StreamId, facts: impl Iterator<Item = &'f Fact>) -> Self {
        let mut about = Self::default();
        for fact in facts {
            about.evolve(stream.kind, fact);
        }
        about
    }

    /// Takes in the next fact of a stream of this kind.
    pub fn evolve(&mut self, kind: StreamKind, fact: &Fact) {
        if *self == Self::Nothing {
            *self = begun(kind, fact);
            return;
        }
        match (self, &fact.event) {
            (Self::Organisation(_, sheet), Event::OrganisationCorrected(data)) => {
                sheet.write(fact, [data.field.clone()]);
            }
            (Self::Mediator(_, sheet), Event::MediatorCorrected(data)) => {
                sheet.write(fact, [data.field.clone()]);
            }
            (Self::Team(_, sheet), Event::TeamCorrected(data)) => {
                sheet.write(fact, [data.field.clone()]);
            }
            (Self::MicroGrid(_, sheet), Event::MicroGridCorrected(data)) => {
                sheet.write(fact, [data.field.clone()]);
            }
            (Self::Activity(_, sheet), Event::ActivityCorrected(data)) => {
                sheet.write(fact, [data.field.clone()]);
            }
            (Self::WorkOrder(_, resolved), Event::WorkOrderResolved(data)) => {
                *resolved = Some(data.clone());
            }
            (Self::Agreement(told), Event::CooperationSigned(data)) => told.sign(fact, data),
            (Self::Agreement(told), Event::CooperationRenewed(data)) => told.renew(fact, data),
            (Self::Agreement(told), Event::CooperationCorrected(data)) => {
                told.sheet.write(fact, [data.field.clone()]);
            }
            _ => {}
        }
    }

    /// Whether it stands in the record.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }
}

/// What a stream of this kind is about that begins so.
fn begun(kind: StreamKind, fact: &Fact) -> About {
    // A founding may have leaves beside it.
    let is_told = |slot: Slot| {
        private(slot).is_some_and(|(class, of)| {
            let about = |leaf: &crate::domain::leaf::SeenLeaf| {
                leaf.class == class && leaf.of.as_deref() == Some(of)
            };
            fact.leaves.iter().any(about)
        })
    };
    match (kind, &fact.event) {
        (StreamKind::ORGANISATION, Event::OrganisationFounded(data)) => {
            let mut sheet = Sheet::default();
            sheet.write(fact, organisation::said(data, is_told));
            let name = kept_name(&data.name);
            let data = data.clone();
            About::Organisation(Founded { name, ..data }, sheet)
        }
        (StreamKind::MEDIATOR, Event::MediatorEnrolled(data)) => {
            let mut sheet = Sheet::default();
            sheet.write(fact, mediator::said(data));
            About::Mediator(data.clone(), sheet)
        }
        (StreamKind::TEAM, Event::TeamFormed(data)) => {
            let mut sheet = Sheet::default();
            sheet.write(fact, group::team_said(data));
            About::Team(data.clone(), sheet)
        }
        (StreamKind::MICRO_GRID, Event::MicroGridDrawn(data)) => {
            let mut sheet = Sheet::default();
            sheet.write(fact, group::grid_said(data));
            About::MicroGrid(data.clone(), sheet)
        }
        (StreamKind::CONSULTATION, Event::ConsultationAnswered(data)) => {
            About::Consultation(data.clone())
        }
        (StreamKind::WORK_ORDER, Event::WorkOrderDispatched(data)) => {
            About::WorkOrder(data.clone(), None)
        }
        (StreamKind::ACTIVITY, Event::ActivityHeld(data)) => {
            let mut sheet = Sheet::default();
            sheet.write(fact, activity::said(data, is_told));
            About::Activity(data.clone(), sheet)
        }
        (StreamKind::COOPERATION, Event::CooperationProposed(data)) => {
            let mut told = AgreementSheet::default();
            told.propose(fact, data);
            About::Agreement(told)
        }
        (StreamKind::COOPERATION, Event::CooperationSigned(data)) => {
            let mut told = AgreementSheet::default();
            told.sign(fact, data);
            About::Agreement(told)
        }
        _ => About::Nothing,
    }
}

//! What a stream of the network is about. Total: whatever a merge brings is taken in. What is said first stands; how a
//! work order was resolved is said later, and the last word counts. What belongs into a stream of another kind says
//! nothing.

use crate::domain::catalogue::Event;
use crate::domain::fact::Fact;
use crate::domain::id::{StreamId, StreamKind};
use crate::domain::leaf::{LeafClass, SeenLeaf};
use crate::law::person::kept_name;

use super::event::{Answered, Dispatched, Enrolled, Founded, Held, Resolved, Signed};

/// What the leaf that holds a mediator's name is about.
pub const SELF: &str = "self";

/// What a stream is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum About {
    /// Nothing that is known was said.
    #[default]
    Nothing,
    Organisation(Founded),
    /// A mediator, and the name; none where it is left out.
    Mediator(Enrolled, Option<String>),
    Consultation(Answered),
    WorkOrder(Dispatched, Option<Resolved>),
    Activity(Held),
    Agreement(Signed),
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
        let says = match (kind, &fact.event) {
            (StreamKind::WORK_ORDER, Event::WorkOrderResolved(data)) => {
                if let Self::WorkOrder(_, resolved) = self {
                    *resolved = Some(data.clone());
                }
                return;
            }
            (StreamKind::ORGANISATION, Event::OrganisationFounded(data)) => {
                Self::Organisation(Founded {
                    name: kept_name(&data.name),
                    ..data.clone()
                })
            }
            (StreamKind::MEDIATOR, Event::MediatorEnrolled(data)) => {
                let named = fact.leaves.iter().find(|l| l.class == LeafClass::Identity);
                let name = named
                    .and_then(SeenLeaf::identity)
                    .map(|identity| identity.name.clone());
                Self::Mediator(data.clone(), name)
            }
            (StreamKind::CONSULTATION, Event::ConsultationAnswered(data)) => {
                Self::Consultation(data.clone())
            }
            (StreamKind::WORK_ORDER, Event::WorkOrderDispatched(data)) => {
                Self::WorkOrder(data.clone(), None)
            }
            (StreamKind::ACTIVITY, Event::ActivityHeld(data)) => Self::Activity(data.clone()),
            (StreamKind::COOPERATION, Event::CooperationSigned(data)) => {
                Self::Agreement(data.clone())
            }
            _ => return,
        };
        if *self == Self::Nothing {
            *self = says;
        }
    }
}

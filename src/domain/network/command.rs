//! What may be asked of the network: one command for each event.

use serde::{Deserialize, Serialize};

use crate::domain::catalogue::RetractionReason;
use crate::domain::id::{EntryId, StreamKind};
use crate::domain::leaf::Identity;

use super::activity::{ActivityField, Held};
use super::agreement::{AgreementField, Proposed, Renewed, Signed};
use super::group::{Drawn, Formed, MicroGridField, TeamField};
use super::happening::{Answered, Dispatched, Resolved};
use super::mediator::{Enrolled, MediatorField};
use super::organisation::{Founded, OrganisationField};
use super::sheet::Put;

impl Command {
    /// The kind of stream that it begins, where it begins one.
    #[must_use]
    pub fn begins(&self) -> Option<StreamKind> {
        match self {
            Self::Found(_) => Some(StreamKind::ORGANISATION),
            Self::Enrol { .. } => Some(StreamKind::MEDIATOR),
            Self::Form(_) => Some(StreamKind::TEAM),
            Self::Draw(_) => Some(StreamKind::MICRO_GRID),
            Self::Answer { .. } => Some(StreamKind::CONSULTATION),
            Self::Dispatch(_) => Some(StreamKind::WORK_ORDER),
            Self::Hold(_) => Some(StreamKind::ACTIVITY),
            Self::Propose(_) | Self::Sign(_) => Some(StreamKind::COOPERATION),
            Self::Resolve(_)
            | Self::Renew(_)
            | Self::Organisation(_)
            | Self::Mediator(_)
            | Self::Team(_)
            | Self::MicroGrid(_)
            | Self::Agreement(_)
            | Self::Activity(_)
            | Self::Retract { .. } => None,
        }
    }
}

/// A command to one stream of the network.
// It lives as long as one message.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    Found(Founded),
    Enrol {
        enrolled: Enrolled,
        identity: Identity,
    },
    Form(Formed),
    Draw(Drawn),
    Answer {
        answered: Answered,
        /// What was asked.
        asked: String,
    },
    Dispatch(Dispatched),
    Resolve(Resolved),
    Hold(Held),
    Propose(Proposed),
    Sign(Signed),
    Renew(Renewed),
    /// Writes one field anew; so do the four below.
    Organisation(Put<OrganisationField>),
    Mediator(Put<MediatorField>),
    Team(Put<TeamField>),
    MicroGrid(Put<MicroGridField>),
    Agreement(Put<AgreementField>),
    Activity(Put<ActivityField>),
    /// Takes an entry back; the first one with all that stands on it.
    Retract {
        entry: EntryId,
        reason: RetractionReason,
    },
}

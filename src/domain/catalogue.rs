//! The catalogue of kinds: how each event lies on a line, and nothing else knows.
//!
//! An event's struct is its public data; its fields stand in alphabetical order, which makes
//! serde's output canonical (a test holds every kind to that). What is private is not in it but in
//! the leaves beside it. What a new event needs beside a row here, and what of it the compiler asks
//! for, stands in src/README.md.

use serde::{Deserialize, Serialize};

use super::case::{CaseField, event as case};
use super::id::{EntryId, StreamId};
use super::network as net;

/// Why an entry no longer counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retracted {
    pub entry: EntryId,
    pub reason: RetractionReason,
}

crate::coded! {
    /// Why an entry, or with its registration a whole case, is taken back.
    pub enum RetractionReason {
        /// Undone right away.
        Undone = "undone",
        /// The case stands in the register a second time.
        EnteredTwice = "entered_twice",
        /// Entered to try things out.
        Trial = "trial",
        /// Written to the wrong case or by mistake.
        Mistake = "mistake",
    }
}

/// Leaves that are to go everywhere: the right to erasure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    pub leaves: Vec<ErasedLeaf>,
}

/// One leaf, by its entry and its place among that entry's leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ErasedLeaf {
    pub entry: EntryId,
    pub leaf: u32,
}

/// Whether a correction is of a field that only a newer version has: then it is folded past like an
/// unknown kind.
fn corrects_unknown(kind: &str, data: &str) -> bool {
    #[derive(Deserialize)]
    struct Newer {
        field: serde_json::Value,
    }
    let is_name: fn(&str) -> bool = match kind {
        "case.corrected" => CaseField::is_name,
        "organisation.corrected" => |name| net::OrganisationField::NAMES.contains(&name),
        "mediator.corrected" => |name| net::MediatorField::NAMES.contains(&name),
        "team.corrected" => |name| net::TeamField::NAMES.contains(&name),
        "micro_grid.corrected" => |name| net::MicroGridField::NAMES.contains(&name),
        "activity.corrected" => |name| net::ActivityField::NAMES.contains(&name),
        "cooperation.corrected" => |name| net::AgreementField::NAMES.contains(&name),
        _ => return false,
    };
    let Ok(Newer { field }) = serde_json::from_str(data) else {
        return false;
    };
    let name = match &field {
        serde_json::Value::String(name) => Some(name),
        serde_json::Value::Object(one) if one.len() == 1 => one.keys().next(),
        _ => None,
    };
    name.is_some_and(|name| !is_name(name))
}

/// The public half of an entry as it is written.
pub struct Saying<'a> {
    pub kind: &'a str,
    /// Canonical JSON.
    pub data: String,
    /// A reader that does not know the kind must not go on writing: an erasure that is folded past would bring
    /// back what was to be gone.
    pub must_be_understood: bool,
}

/// The public data of a kind.
pub trait OfKind: Serialize {
    const KIND: &'static str;

    /// As it is written, without a word about the other kinds: what sets up a desk needs two of them.
    #[inline(never)]
    fn saying(&self) -> Saying<'static> {
        Saying {
            kind: Self::KIND,
            // Plain structs with text keys: serialising them to memory cannot fail.
            data: serde_json::to_string(self).unwrap_or_default(),
            must_be_understood: Self::KIND == Erased::KIND,
        }
    }
}

/// Reads the data of one kind. A function for each: a browser compiles by whole functions what turns out to be hot,
/// and one that held all kinds would be ready long after the first cases are read.
#[inline(never)]
fn data_of<T: serde::de::DeserializeOwned>(data: &str) -> serde_json::Result<T> {
    serde_json::from_str(data)
}

macro_rules! catalogue {
    ($($variant:ident($data:ty) = $kind:literal;)*) => {
        $(impl OfKind for $data {
            const KIND: &'static str = $kind;
        })*

        /// What happened: the public half of an entry.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Event {
            $($variant($data),)*
            /// Of a kind that this version does not know.
            Unknown { kind: String },
            /// Of a known kind, but its data cannot be read: shown as an anomaly.
            Unreadable { kind: String },
        }

        impl Event {
            /// Every kind of the catalogue, in its order.
            pub const KINDS: &'static [&'static str] = &[$($kind),*];

            /// The kind as it stands on the line.
            #[must_use]
            pub fn kind(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $kind,)*
                    Self::Unknown { kind } | Self::Unreadable { kind } => kind,
                }
            }

            /// As it is written. Unknown events are never written anew.
            #[must_use]
            pub fn saying(&self) -> Saying<'_> {
                match self {
                    $(Self::$variant(data) => data.saying(),)*
                    Self::Unknown { kind } | Self::Unreadable { kind } => Saying {
                        kind,
                        data: "{}".to_owned(),
                        must_be_understood: false,
                    },
                }
            }

            /// Reads an event from a line's `kind` and `data`.
            #[must_use]
            pub fn read(kind: &str, data: &str) -> Self {
                match kind {
                    $($kind => match data_of(data) {
                        Ok(data) => Self::$variant(data),
                        Err(_) if corrects_unknown(kind, data) => Self::Unknown { kind: kind.to_owned() },
                        Err(_) => Self::Unreadable { kind: kind.to_owned() },
                    },)*
                    _ => Self::Unknown { kind: kind.to_owned() },
                }
            }
        }
    };
}

/// What is told of the network, as a pattern: whoever looks at cases alone names it all at once.
macro_rules! network_events {
    () => {
        $crate::domain::catalogue::Event::OrganisationFounded(_)
            | $crate::domain::catalogue::Event::MediatorEnrolled(_)
            | $crate::domain::catalogue::Event::ConsultationAnswered(_)
            | $crate::domain::catalogue::Event::WorkOrderDispatched(_)
            | $crate::domain::catalogue::Event::WorkOrderResolved(_)
            | $crate::domain::catalogue::Event::ActivityHeld(_)
            | $crate::domain::catalogue::Event::CooperationSigned(_)
            | $crate::domain::catalogue::Event::OrganisationCorrected(_)
            | $crate::domain::catalogue::Event::MediatorCorrected(_)
            | $crate::domain::catalogue::Event::TeamFormed(_)
            | $crate::domain::catalogue::Event::TeamCorrected(_)
            | $crate::domain::catalogue::Event::MicroGridDrawn(_)
            | $crate::domain::catalogue::Event::MicroGridCorrected(_)
            | $crate::domain::catalogue::Event::ActivityCorrected(_)
            | $crate::domain::catalogue::Event::CooperationProposed(_)
            | $crate::domain::catalogue::Event::CooperationRenewed(_)
            | $crate::domain::catalogue::Event::CooperationCorrected(_)
    };
}

pub(crate) use network_events;

impl Event {
    /// Organisations and mediators that it names: whoever shows it needs their names, and they go along with it.
    #[must_use]
    pub fn mentions(&self) -> Vec<StreamId> {
        match self {
            Self::CaseRegistered(data) => vec![data.organisation],
            Self::CaseAssigned(data) => data.mediators.clone(),
            Self::CaseJoined(data) => data
                .organisation
                .into_iter()
                .chain(data.agreement)
                .collect(),
            Self::CaseTransferred(data) => vec![data.organisation],
            Self::CaseCorrected(data) => match &data.field {
                case::Correction::Mediators(mediators) => mediators.clone(),
                case::Correction::Party(_)
                | case::Correction::Facts
                | case::Correction::Place
                | case::Correction::Town(_)
                | case::Correction::Day(_)
                | case::Correction::StepDay { .. }
                | case::Correction::Number(_)
                | case::Correction::Type(_)
                | case::Correction::Source(_)
                | case::Correction::Risk(_)
                | case::Correction::Outcome(_) => Vec::new(),
            },
            Self::OrganisationFounded(data) => {
                data.parent.into_iter().chain(data.founder).collect()
            }
            Self::OrganisationCorrected(data) => data.field.mentions(),
            Self::MediatorEnrolled(data) => vec![data.organisation],
            Self::MediatorCorrected(data) => match data.field {
                net::MediatorField::Organisation(organisation) => vec![organisation],
                _ => Vec::new(),
            },
            Self::TeamFormed(data) => data.organisation.into_iter().collect(),
            Self::TeamCorrected(data) => data.field.mentions(),
            Self::MicroGridDrawn(data) => data.organisation.into_iter().collect(),
            Self::MicroGridCorrected(data) => data.field.mentions(),
            Self::ConsultationAnswered(data) => vec![data.organisation],
            Self::WorkOrderDispatched(data) => vec![data.organisation],
            Self::CooperationProposed(data) => data.parties.clone(),
            Self::CooperationSigned(data) => data.parties.clone(),
            Self::CooperationCorrected(data) => data.field.mentions(),
            Self::ActivityHeld(data) => {
                let organisers = data.organisers.iter().copied();
                organisers.chain(data.agreement).collect()
            }
            Self::ActivityCorrected(data) => match data.field {
                net::ActivityField::Agreement(agreement) => agreement.into_iter().collect(),
                _ => Vec::new(),
            },
            Self::Retracted(_)
            | Self::Erased(_)
            | Self::CaseDeclined(_)
            | Self::CaseAccepted(_)
            | Self::CaseInquired(_)
            | Self::CaseSessionHeld(_)
            | Self::CaseSuspended(_)
            | Self::CaseResumed(_)
            | Self::CaseAgreedInWriting(_)
            | Self::CaseAgreedOrally(_)
            | Self::CaseFailed(_)
            | Self::CaseWithdrawn(_)
            | Self::CasePerformed(_)
            | Self::CaseUrged(_)
            | Self::CaseNotPerformed(_)
            | Self::CaseConfirmed(_)
            | Self::CaseFollowedUp(_)
            | Self::CaseClosed(_)
            | Self::CaseArchived(_)
            | Self::CaseReopened(_)
            | Self::CaseNoted(_)
            | Self::CaseExtended(_)
            | Self::CaseRated(_)
            | Self::CaseReplied(_)
            | Self::CaseReceived(_)
            | Self::WorkOrderResolved(_)
            | Self::CooperationRenewed(_)
            | Self::Unknown { .. }
            | Self::Unreadable { .. } => Vec::new(),
        }
    }
}

catalogue! {
    Retracted(Retracted) = "retracted";
    Erased(Erased) = "erased";

    CaseRegistered(case::Registered) = "case.registered";
    CaseDeclined(case::Declined) = "case.declined";
    CaseAccepted(case::Accepted) = "case.accepted";
    CaseAssigned(case::Assigned) = "case.assigned";
    CaseInquired(case::Inquired) = "case.inquired";
    CaseSessionHeld(case::SessionHeld) = "case.session_held";
    CaseSuspended(case::Suspended) = "case.suspended";
    CaseResumed(case::Resumed) = "case.resumed";
    CaseAgreedInWriting(case::AgreedInWriting) = "case.agreed_in_writing";
    CaseAgreedOrally(case::AgreedOrally) = "case.agreed_orally";
    CaseFailed(case::Failed) = "case.failed";
    CaseWithdrawn(case::Withdrawn) = "case.withdrawn";
    CasePerformed(case::Performed) = "case.performed";
    CaseUrged(case::Urged) = "case.urged";
    CaseNotPerformed(case::NotPerformed) = "case.not_performed";
    CaseConfirmed(case::Confirmed) = "case.confirmed";
    CaseFollowedUp(case::FollowedUp) = "case.followed_up";
    CaseClosed(case::Closed) = "case.closed";
    CaseArchived(case::Archived) = "case.archived";
    CaseReopened(case::Reopened) = "case.reopened";
    CaseNoted(case::Noted) = "case.noted";
    CaseExtended(case::Extended) = "case.extended";
    CaseJoined(case::Joined) = "case.joined";
    CaseRated(case::Rated) = "case.rated";
    CaseCorrected(case::Corrected) = "case.corrected";

    OrganisationFounded(net::Founded) = "organisation.founded";
    MediatorEnrolled(net::Enrolled) = "mediator.enrolled";
    ConsultationAnswered(net::Answered) = "consultation.answered";
    WorkOrderDispatched(net::Dispatched) = "work_order.dispatched";
    WorkOrderResolved(net::Resolved) = "work_order.resolved";
    ActivityHeld(net::Held) = "activity.held";
    CooperationSigned(net::Signed) = "cooperation.signed";

    OrganisationCorrected(net::Corrected<net::OrganisationField>) = "organisation.corrected";
    MediatorCorrected(net::Corrected<net::MediatorField>) = "mediator.corrected";
    TeamFormed(net::Formed) = "team.formed";
    TeamCorrected(net::Corrected<net::TeamField>) = "team.corrected";
    MicroGridDrawn(net::Drawn) = "micro_grid.drawn";
    MicroGridCorrected(net::Corrected<net::MicroGridField>) = "micro_grid.corrected";
    ActivityCorrected(net::Corrected<net::ActivityField>) = "activity.corrected";
    CooperationProposed(net::Proposed) = "cooperation.proposed";
    CooperationRenewed(net::Renewed) = "cooperation.renewed";
    CooperationCorrected(net::Corrected<net::AgreementField>) = "cooperation.corrected";

    CaseReplied(case::Replied) = "case.replied";
    CaseTransferred(case::Transferred) = "case.transferred";
    CaseReceived(case::Received) = "case.received";
}

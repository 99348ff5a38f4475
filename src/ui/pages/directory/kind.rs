//! The kinds of things that the directory lists.

use crate::domain::id::StreamKind;
use crate::locale::{Language, directory as say};

crate::coded! {
    /// What a list of the directory holds. Its code stands in the address.
    pub enum DirectoryKind {
        Organisation = "organisation",
        Person = "person",
        Team = "team",
        MicroGrid = "grid",
        Agreement = "agreement",
        Activity = "activity",
    }
}

impl DirectoryKind {
    /// The kind of its streams.
    #[must_use]
    pub fn stream(&self) -> Option<StreamKind> {
        match self {
            Self::Organisation => Some(StreamKind::ORGANISATION),
            Self::Person => Some(StreamKind::MEDIATOR),
            Self::Team => Some(StreamKind::TEAM),
            Self::MicroGrid => Some(StreamKind::MICRO_GRID),
            Self::Agreement => Some(StreamKind::COOPERATION),
            Self::Activity => Some(StreamKind::ACTIVITY),
            Self::Unknown(_) => None,
        }
    }

    /// The list in which streams of a kind stand.
    #[must_use]
    pub fn of(stream: StreamKind) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|kind| kind.stream() == Some(stream))
            .cloned()
    }

    /// Its name, as a tab has it.
    #[must_use]
    pub fn name(&self, l: Language) -> &'static str {
        match self {
            Self::Organisation => say::organisations(l),
            Self::Person => say::people(l),
            Self::Team => say::teams(l),
            Self::MicroGrid => say::grids(l),
            Self::Agreement => say::agreements(l),
            Self::Activity | Self::Unknown(_) => say::activities(l),
        }
    }
}

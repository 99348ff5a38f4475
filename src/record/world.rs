//! Worlds: the real one, and those whose cases are invented. They never mix.

use serde::{Deserialize, Serialize};

/// Which world a record is of.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum World {
    #[default]
    Real,
    Demonstration,
    Training,
    /// Of a newer version.
    Other(String),
}

impl World {
    /// The word on the line; the real world has none.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Real => None,
            Self::Demonstration => Some("demonstration"),
            Self::Training => Some("training"),
            Self::Other(code) => Some(code),
        }
    }

    #[must_use]
    pub fn from_code(code: Option<&str>) -> Self {
        match code {
            None => Self::Real,
            Some("demonstration") => Self::Demonstration,
            Some("training") => Self::Training,
            Some(other) => Self::Other(other.to_owned()),
        }
    }
}

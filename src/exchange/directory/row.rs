//! One row of a directory, as far as it tells.

use crate::law::dispute::DisputeType;
use crate::law::divisions::{Adcode, Town, Village};
use crate::law::organisation::OrganisationKind;
use crate::law::person::{MediatorKind, MemberCategory, Sex};
use crate::law::phone::Phone;

/// A row that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    Organisation(OfficeRow),
    Person(PersonRow),
}

impl Row {
    /// Its place in the sheet, from 1.
    #[must_use]
    pub fn row(&self) -> u32 {
        match self {
            Self::Organisation(row) => row.row,
            Self::Person(row) => row.row,
        }
    }
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeRow {
    pub row: u32,
    pub name: String,
    pub kind: OrganisationKind,
    /// The name of the one that it stands below.
    pub parent: Option<String>,
    pub county: Adcode,
    pub town: Option<Town>,
    pub village: Option<Village>,
    /// Below the township.
    pub address: Option<String>,
    pub contact: Option<String>,
    pub phone: Option<Phone>,
    pub hours: Option<String>,
    pub floor_area: Option<u32>,
    pub staff: Option<u32>,
    pub brand: Option<String>,
    pub specialities: Vec<DisputeType>,
    pub abbreviation: Option<String>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    pub row: u32,
    pub name: String,
    pub sex: Option<Sex>,
    pub serving: MediatorKind,
    pub grade: Option<String>,
    /// The name of the organisation at which one serves; none: the desk's own.
    pub organisation: Option<String>,
    pub specialities: Vec<DisputeType>,
    pub languages: Vec<String>,
    pub certificate: Option<String>,
    pub phone: Option<Phone>,
    pub team: Option<String>,
    /// As what one is in the team.
    pub category: Option<MemberCategory>,
}

/// What makes two rows one and the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SameRow {
    Organisation(String, OrganisationKind, Adcode, Option<Town>),
    Person(String, Option<String>),
}

impl Row {
    pub(super) fn same(&self) -> SameRow {
        match self {
            Self::Organisation(row) => {
                SameRow::Organisation(row.name.clone(), row.kind.clone(), row.county, row.town)
            }
            Self::Person(row) => SameRow::Person(row.name.clone(), row.organisation.clone()),
        }
    }
}

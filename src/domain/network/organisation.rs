//! An organisation: what founds it, and the fields that can be written anew. Its name, place and kind are public; its
//! contact and its address below the township are leaves.

use serde::{Deserialize, Serialize};

use crate::domain::id::StreamId;
use crate::law::day::Day;
use crate::law::dispute::DisputeType;
use crate::law::divisions::{Adcode, Town, Village};
use crate::law::organisation::{BrandLevel, OrganisationKind};
use crate::law::person::kept_name;

use super::sheet::{Sheet, Slot, fields};

/// An organisation of the network, as it is told of first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founded {
    /// Short form for case numbers: 〈abbr〉 in `（2026）〈abbr〉人调字第1号`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abbreviation: Option<String>,
    /// The brand that a room belongs to, such as “温度+”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand: Option<String>,
    /// By whom the brand is recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub brand_level: Option<BrandLevel>,
    pub county: Adcode,
    /// Floor area in square metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_area: Option<u32>,
    /// The mediator who founded a room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founder: Option<StreamId>,
    /// When it is open, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    pub kind: OrganisationKind,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<StreamId>,
    /// What it is good at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub specialities: Vec<DisputeType>,
    /// Where it stands, as somebody put it on the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spot: Option<Spot>,
    /// How many work there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<Town>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<Village>,
}

impl Founded {
    /// An organisation of which no more is known than what it is, what it is called and in which county.
    #[must_use]
    pub fn new(kind: OrganisationKind, name: String, county: Adcode) -> Self {
        Self {
            abbreviation: None,
            brand: None,
            brand_level: None,
            county,
            floor_area: None,
            founder: None,
            hours: None,
            kind,
            name,
            name_en: None,
            parent: None,
            specialities: Vec::new(),
            spot: None,
            staff: None,
            town: None,
            village: None,
        }
    }

    /// Its region.
    #[must_use]
    pub fn region(&self) -> Region {
        Region {
            county: self.county,
            town: self.town,
            village: self.village,
        }
    }
}

/// A place on the map, in hundred-thousandths of a degree (WGS84): about a metre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    pub lat: i32,
    pub lon: i32,
}

impl Spot {
    /// In a degree.
    const PARTS: f64 = 100_000.0;

    /// The spot at these degrees; none outside the three provinces and what lies around them.
    #[must_use]
    pub fn at(lon: f64, lat: f64) -> Option<Self> {
        let near = (112.0..122.0).contains(&lon) && (35.0..44.0).contains(&lat);
        // Within a few millions: no place of the range is cut.
        #[allow(clippy::cast_possible_truncation)]
        let part = |degrees: f64| (degrees * Self::PARTS).round() as i32;
        near.then(|| Self {
            lat: part(lat),
            lon: part(lon),
        })
    }

    /// Longitude and latitude in degrees.
    #[must_use]
    pub fn degrees(self) -> (f64, f64) {
        (
            f64::from(self.lon) / Self::PARTS,
            f64::from(self.lat) / Self::PARTS,
        )
    }
}

/// Where something is, down to the village as far as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    pub county: Adcode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub town: Option<Town>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub village: Option<Village>,
}

impl Region {
    /// Whether each level lies in the one above it.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.town.is_none_or(|town| town.county() == self.county)
            && self
                .village
                .is_none_or(|village| Some(village.town()) == self.town)
    }
}

fields! {
    /// What can be written anew of an organisation.
    OrganisationField(value) {
        Abbreviation(Option<String>) = "abbreviation" => Slot::Abbreviation;
        /// Its leaf holds where it is below the township.
        Address = "address" => Slot::Address;
        Brand(Option<String>) = "brand" => Slot::Brand;
        BrandLevel(Option<BrandLevel>) = "brand_level" => Slot::BrandLevel;
        /// Its leaf holds whom one asks for, and the phone.
        Contact = "contact" => Slot::Contact;
        /// It works no more; none where it does after all.
        Ended(Option<Day>) = "ended" => Slot::Ended;
        FloorArea(Option<u32>) = "floor_area" => Slot::FloorArea;
        Founder(Option<StreamId>) = "founder" => Slot::Founder;
        Hours(Option<String>) = "hours" => Slot::Hours;
        Kind(OrganisationKind) = "kind" => Slot::Kind;
        Name(String) = "name" => Slot::Name;
        NameEn(Option<String>) = "name_en" => Slot::NameEn;
        Parent(Option<StreamId>) = "parent" => Slot::Parent;
        Region(Region) = "region" => Slot::Region;
        Specialities(Vec<DisputeType>) = "specialities" => Slot::Specialities;
        Spot(Option<Spot>) = "spot" => Slot::Spot;
        Staff(Option<u32>) = "staff" => Slot::Staff;
    }
}

/// An organisation as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// As it would be founded now.
    pub now: Founded,
    /// Since when it works no more.
    pub ended: Option<Day>,
    /// Desks disagree about a field.
    pub disputed: bool,
}

/// What an entry that founds an organisation says of its fields. `is_told`: whether a leaf about such lies beside it.
pub(super) fn said(founded: &Founded, is_told: impl Fn(Slot) -> bool) -> Vec<OrganisationField> {
    use OrganisationField as F;
    let data = founded.clone();
    let mut said = vec![
        F::Kind(data.kind),
        F::Name(kept_name(&data.name)),
        F::Region(founded.region()),
    ];
    let mut add = |is_said: bool, field: F| {
        if is_said {
            said.push(field);
        }
    };
    add(
        data.abbreviation.is_some(),
        F::Abbreviation(data.abbreviation),
    );
    add(data.brand.is_some(), F::Brand(data.brand));
    add(data.brand_level.is_some(), F::BrandLevel(data.brand_level));
    add(data.floor_area.is_some(), F::FloorArea(data.floor_area));
    add(data.founder.is_some(), F::Founder(data.founder));
    add(data.hours.is_some(), F::Hours(data.hours));
    add(data.name_en.is_some(), F::NameEn(data.name_en));
    add(data.parent.is_some(), F::Parent(data.parent));
    add(
        !data.specialities.is_empty(),
        F::Specialities(data.specialities),
    );
    add(data.spot.is_some(), F::Spot(data.spot));
    add(data.staff.is_some(), F::Staff(data.staff));
    add(is_told(Slot::Contact), F::Contact);
    add(is_told(Slot::Address), F::Address);
    said
}

impl Organisation {
    /// One that was founded a moment ago.
    #[must_use]
    pub fn new(now: Founded) -> Self {
        Self {
            now,
            ended: None,
            disputed: false,
        }
    }

    /// What stands in the sheet of one that was founded so.
    #[must_use]
    pub fn of(founded: &Founded, sheet: &Sheet<OrganisationField>) -> Self {
        use OrganisationField as F;
        let mut now = founded.clone();
        now.name = kept_name(&now.name);
        let mut ended = None;
        for put in sheet.shown() {
            match put.field.clone() {
                F::Abbreviation(value) => now.abbreviation = value,
                F::Brand(value) => now.brand = value,
                F::BrandLevel(value) => now.brand_level = value,
                F::Ended(value) => ended = value,
                F::FloorArea(value) => now.floor_area = value,
                F::Founder(value) => now.founder = value,
                F::Hours(value) => now.hours = value,
                F::Kind(value) => now.kind = value,
                F::Name(value) => now.name = kept_name(&value),
                F::NameEn(value) => now.name_en = value,
                F::Parent(value) => now.parent = value,
                F::Region(value) => {
                    (now.county, now.town, now.village) = (value.county, value.town, value.village);
                }
                F::Specialities(value) => now.specialities = value,
                F::Spot(value) => now.spot = value,
                F::Staff(value) => now.staff = value,
                // Leaves: the sheet has their words.
                F::Address | F::Contact => {}
            }
        }
        Self {
            now,
            ended,
            disputed: sheet.is_disputed(),
        }
    }
}

impl Organisation {
    /// Whether it is a one-stop centre that is at work.
    #[must_use]
    pub fn is_centre(&self) -> bool {
        self.ended.is_none() && self.now.kind.is_centre()
    }
}

impl OrganisationField {
    /// Organisations and people that it names.
    #[must_use]
    pub fn mentions(&self) -> Vec<StreamId> {
        match self {
            Self::Founder(one) | Self::Parent(one) => one.iter().copied().collect(),
            _ => Vec::new(),
        }
    }
}

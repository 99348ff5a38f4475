//! What a form of the directory asks, one field after another, and what was typed. Plain data, so that a draft keeps it
//! and every field's way from what stands to what is written is tested natively.

use serde::{Deserialize, Serialize};

use crate::domain::id::StreamId;
use crate::domain::network::{Region, Spot};
use crate::law::coded::Coded;
use crate::law::day::Day;
use crate::law::divisions::{Adcode, Town, Village};
use crate::locale::Language;
use crate::locale::terms::Term;

/// What was typed or chosen in one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Typed {
    /// A line, several lines, a number, an ISO day, a place in hundred-thousandths of a degree; empty where nothing stands.
    Text(String),
    /// The codes that were chosen.
    Codes(Vec<String>),
    /// The codes of county, township and village.
    Path(Vec<String>),
    /// Organisations or people.
    Streams(Vec<StreamId>),
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug)]
pub enum Way {
    Line,
    Words,
    Phone,
    Number,
    Day,
    /// Words of a language or dialect, one after another.
    List,
    One(Choices),
    Several(Choices),
    /// A place down to this level.
    Place(Level),
    /// A place on the map of this county.
    Spot(Adcode),
    /// Counties, two at least as a rule.
    Counties,
    /// An organisation or a person that is on record.
    Stream(Whom),
    Streams(Whom),
}

/// Of what one chooses.
pub type Choices = fn(Language) -> Vec<(String, String)>;

/// How far down a place is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    County,
    Town,
    Village,
}

/// Who can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    Organisation,
    Person,
    Agreement,
}

/// One field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    pub label: fn(Language) -> &'static str,
    pub hint: Option<fn(Language) -> &'static str>,
    pub way: Way,
    pub must: bool,
}

impl Question {
    pub const fn new(label: fn(Language) -> &'static str, way: Way) -> Self {
        Self {
            label,
            hint: None,
            way,
            must: false,
        }
    }

    pub const fn must(self) -> Self {
        Self { must: true, ..self }
    }

    pub const fn hint(self, hint: fn(Language) -> &'static str) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }

    /// What stands in it before anything is typed.
    #[must_use]
    pub fn empty(&self) -> Typed {
        match self.way {
            Way::Line | Way::Words | Way::Phone | Way::Number | Way::Day | Way::Spot(_) => {
                Typed::Text(String::new())
            }
            Way::List | Way::One(_) | Way::Several(_) | Way::Counties => Typed::Codes(Vec::new()),
            Way::Place(_) => Typed::Path(Vec::new()),
            Way::Stream(_) | Way::Streams(_) => Typed::Streams(Vec::new()),
        }
    }
}

/// The known values of a list with their names.
#[must_use]
pub fn terms<T: Coded + Term>(l: Language) -> Vec<(String, String)> {
    let pair = |one: &T| (one.code().to_owned(), one.term(l).to_owned());
    T::ALL.iter().map(pair).collect()
}

impl Typed {
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    #[must_use]
    pub fn maybe(text: Option<&String>) -> Self {
        Self::Text(text.cloned().unwrap_or_default())
    }

    #[must_use]
    pub fn number(number: Option<u32>) -> Self {
        Self::Text(number.map_or_else(String::new, |number| number.to_string()))
    }

    #[must_use]
    pub fn day(day: Option<Day>) -> Self {
        Self::Text(day.map_or_else(String::new, |day| day.to_string()))
    }

    #[must_use]
    pub fn codes<T: Coded>(values: &[T]) -> Self {
        Self::Codes(values.iter().map(|one| one.code().to_owned()).collect())
    }

    #[must_use]
    pub fn counties(counties: &[Adcode]) -> Self {
        Self::Codes(
            counties
                .iter()
                .map(|one| one.number().to_string())
                .collect(),
        )
    }

    #[must_use]
    pub fn region(region: Region) -> Self {
        let mut path = vec![region.county.number().to_string()];
        path.extend(region.town.map(|town| town.number().to_string()));
        path.extend(region.village.map(|village| village.number().to_string()));
        Self::Path(path)
    }

    #[must_use]
    pub fn spot(spot: Option<Spot>) -> Self {
        Self::Text(spot.map_or_else(String::new, |spot| format!("{},{}", spot.lon, spot.lat)))
    }

    #[must_use]
    pub fn streams(streams: impl IntoIterator<Item = StreamId>) -> Self {
        Self::Streams(streams.into_iter().collect())
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Codes(codes) | Self::Path(codes) => codes.is_empty(),
            Self::Streams(streams) => streams.is_empty(),
        }
    }

    /// The words; none where there are none.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// A number without more than digits; none where there is none.
    #[must_use]
    pub fn to_number(&self) -> Option<u32> {
        self.words()?.parse().ok()
    }

    #[must_use]
    pub fn to_day(&self) -> Option<Day> {
        Day::parse(&self.words()?).ok()
    }

    #[must_use]
    pub fn to_spot(&self) -> Option<Spot> {
        let words = self.words()?;
        let (lon, lat) = words.split_once(',')?;
        Some(Spot {
            lat: lat.parse().ok()?,
            lon: lon.parse().ok()?,
        })
    }

    /// The chosen values, in the order of their list.
    #[must_use]
    pub fn chosen<T: Coded>(&self) -> Vec<T> {
        let Self::Codes(codes) = self else {
            return Vec::new();
        };
        let mut chosen: Vec<T> = codes.iter().map(|code| T::from_code(code)).collect();
        chosen.sort();
        chosen
    }

    #[must_use]
    pub fn one<T: Coded>(&self) -> Option<T> {
        self.chosen().into_iter().next()
    }

    /// The words of a list.
    #[must_use]
    pub fn list(&self) -> Vec<String> {
        match self {
            Self::Codes(words) => words.clone(),
            _ => Vec::new(),
        }
    }

    /// The counties, sorted.
    #[must_use]
    pub fn to_counties(&self) -> Vec<Adcode> {
        let Self::Codes(codes) = self else {
            return Vec::new();
        };
        let mut counties: Vec<Adcode> = codes
            .iter()
            .filter_map(|code| Adcode::new(code.parse().ok()?))
            .collect();
        counties.sort_unstable();
        counties.dedup();
        counties
    }

    #[must_use]
    pub fn to_region(&self) -> Option<Region> {
        let Self::Path(path) = self else {
            return None;
        };
        let number = |level: usize| path.get(level)?.parse::<u64>().ok();
        let small = |level: usize| u32::try_from(number(level)?).ok();
        Some(Region {
            county: Adcode::new(small(0)?)?,
            town: small(1).and_then(Town::new),
            village: number(2).and_then(Village::new),
        })
    }

    #[must_use]
    pub fn stream(&self) -> Option<StreamId> {
        match self {
            Self::Streams(streams) => streams.first().copied(),
            _ => None,
        }
    }

    #[must_use]
    pub fn all_streams(&self) -> Vec<StreamId> {
        match self {
            Self::Streams(streams) => streams.clone(),
            _ => Vec::new(),
        }
    }
}

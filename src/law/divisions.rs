//! The counties and townships of Beijing, Tianjin and Hebei: codes, names, people.
//!
//! 199 counties and districts, and the 23 statistical zones of Hebei (development zones and the
//! like) that have townships and people of their own but no place in the administrative map.
//! `data/counties.csv` names the sources. Names stand here in both languages, being data; the
//! townships' names come from `public/places/towns.txt`, the villages' from a file a county beside it, loaded when first needed.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

mod village;
mod villages;

pub use village::Village;
pub use villages::{
    Villages, VillagesProblem, parse_villages, town_count, village_count, village_counts,
};

/// Administrative code of a county (GB/T 2260), six digits: 110112 is Tongzhou. On the wire an
/// integer. Codes from elsewhere in the country are valid, only not named here.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Adcode(u32);

/// Code of a township or street, nine digits: the county's and three more. On the wire an integer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Town(u32);

/// One of the three provinces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Province {
    /// 北京市, 11.
    Beijing,
    /// 天津市, 12.
    Tianjin,
    /// 河北省, 13.
    Hebei,
}

/// A province or a city above counties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Chinese name.
    pub zh: &'static str,
    /// English name.
    pub en: &'static str,
}

/// A county, district or statistical zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct County {
    /// Its code.
    pub adcode: Adcode,
    /// Chinese name, "通州区".
    pub zh: &'static str,
    /// English name, "Tongzhou District". Four of them occur twice: print the city beside it.
    pub en: &'static str,
    /// The city it belongs to; for Beijing and Tianjin the municipality.
    pub city: Place,
    /// Its province.
    pub province: Province,
    /// People living there on 2020-11-01, by the census. A zone's people are not in those of the
    /// counties it lies in.
    pub people: u32,
    /// Where it lies, if it is a statistical zone.
    pub zone: Option<Zone>,
}

/// How a statistical zone lies among the counties of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// In what manner.
    pub lies: Lies,
    /// The counties it lies in, at least one; the map shows it in the first.
    pub hosts: Vec<Adcode>,
}

/// The manner in which a zone lies among counties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    /// 94 % or more of its area in one county: its people count with that county's in rates.
    Within,
    /// In several counties; area shares don't split people, so the counties' rates carry a note.
    /// Which counties is general knowledge of the townships, not surveyed.
    Split,
    /// An island in another province: it counts with nobody.
    Enclave,
}

/// The people that a county's rates are computed on, as of the census of 2020-11-01.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateBase {
    /// The county's people and those of the zones within it.
    pub people: u64,
    /// Zones whose people are in it.
    pub with: Vec<Adcode>,
    /// Zones partly in the county whose people are not in it: the note of the rate.
    pub without: Vec<Adcode>,
}

/// A line of a townships' file that cannot be read; lines count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TownsProblem {
    /// The line.
    pub line: usize,
}

static COUNTIES: LazyLock<Vec<County>> = LazyLock::new(|| {
    let text = include_str!("data/counties.csv");
    let mut places: BTreeMap<&str, Place> = BTreeMap::new();
    let mut counties = Vec::with_capacity(222);
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let [code, zh, en] = line.split(',').collect::<Vec<_>>()[..] {
            places.insert(code, Place { zh, en });
        } else {
            counties.extend(read_county(line, &places));
        }
    }
    counties
});

fn read_county(line: &'static str, places: &BTreeMap<&str, Place>) -> Option<County> {
    let mut fields = line.split(',');
    let code = fields.next()?;
    let adcode = Adcode::new(code.parse().ok()?)?;
    let city = places
        .get(code.get(..4)?)
        .or_else(|| places.get(code.get(..2)?))?;
    let (zh, en) = (fields.next()?, fields.next()?);
    let people = fields.next()?.parse().ok()?;
    let lies = match fields.next() {
        None => None,
        Some("within") => Some(Lies::Within),
        Some("split") => Some(Lies::Split),
        Some("enclave") => Some(Lies::Enclave),
        Some(_) => return None,
    };
    let hosts = fields.next().unwrap_or_default().split_ascii_whitespace();
    let hosts = hosts
        .filter_map(|host| host.parse().ok().and_then(Adcode::new))
        .collect();
    let zone = lies.map(|lies| Zone { lies, hosts });
    Some(County {
        adcode,
        zh,
        en,
        city: *city,
        province: adcode.province()?,
        people,
        zone,
    })
}

/// All 222 counties, districts and zones, by code.
#[must_use]
pub fn counties() -> &'static [County] {
    &COUNTIES
}

/// The 199 counties and districts that the map draws, by code.
pub fn mapped_counties() -> impl Iterator<Item = &'static County> {
    counties().iter().filter(|county| county.zone.is_none())
}

/// Finds counties by what somebody types: part of the Chinese name, or the beginning of the English name or of the
/// code. Names that begin so come first, then by code.
#[must_use]
pub fn search(typed: &str) -> Vec<&'static County> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let rank = |county: &County| {
        let begins = county.zh.starts_with(&typed)
            || county.en.to_lowercase().starts_with(&typed)
            || county.adcode.0.to_string().starts_with(&typed);
        if begins {
            Some(0)
        } else {
            county.zh.contains(&typed).then_some(1)
        }
    };
    let mut found: Vec<(u8, &County)> = counties()
        .iter()
        .filter_map(|county| Some((rank(county)?, county)))
        .collect();
    found.sort_by_key(|(rank, county)| (*rank, county.adcode));
    found.into_iter().map(|(_, county)| county).collect()
}

/// The county that a text names: an address, a title. None where it names none or several, or one of two that have
/// one name, without its city.
#[must_use]
pub fn named_in(text: &str) -> Option<Adcode> {
    let named: Vec<&County> = mapped_counties()
        .filter(|county| text.contains(county.zh) && !within_another(county, text))
        .collect();
    let in_city = || named.iter().filter(|county| text.contains(county.city.zh));
    match named.as_slice() {
        [county] => Some(county.adcode),
        _ if in_city().count() == 1 => in_city().next().map(|county| county.adcode),
        _ => None,
    }
}

/// Whether a county's name stands in the text only within the longer name of another.
fn within_another(county: &County, text: &str) -> bool {
    mapped_counties().any(|other| {
        other.zh.len() > county.zh.len() && other.zh.contains(county.zh) && text.contains(other.zh)
    })
}

/// The townships and streets of each county, with their names.
pub type Towns = BTreeMap<Adcode, Vec<(Town, String)>>;

/// Reads `public/places/towns.txt`: a line with a county's code, then lines of three digits and a
/// name; `#` begins a comment.
pub fn parse_towns(text: &str) -> Result<Towns, TownsProblem> {
    let mut towns = Towns::new();
    let mut county: Option<Adcode> = None;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim_end();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let read = || match line.parse() {
            Ok(code) => Some((Adcode::new(code)?, None)),
            Err(_) => {
                let (digits, name) = line.split_at_checked(3)?;
                let town = Town::of(county?, digits.parse().ok()?)?;
                Some((county?, Some((town, name.to_owned()))))
            }
        };
        let (adcode, town) = read().ok_or(TownsProblem { line: index + 1 })?;
        county = Some(adcode);
        towns.entry(adcode).or_default().extend(town);
    }
    Ok(towns)
}

impl Adcode {
    /// A code of six digits.
    #[must_use]
    pub const fn new(code: u32) -> Option<Self> {
        if code >= 100_000 && code <= 999_999 {
            Some(Self(code))
        } else {
            None
        }
    }

    /// The six digits.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// Its province, if it is one of the three.
    #[must_use]
    pub const fn province(self) -> Option<Province> {
        match self.0 / 10_000 {
            11 => Some(Province::Beijing),
            12 => Some(Province::Tianjin),
            13 => Some(Province::Hebei),
            _ => None,
        }
    }

    /// The county, if it is one of the three provinces'.
    #[must_use]
    pub fn county(self) -> Option<&'static County> {
        let counties = counties();
        let place = counties
            .binary_search_by_key(&self, |county| county.adcode)
            .ok()?;
        counties.get(place)
    }

    /// The county that the map shows it in: itself, or for a zone the first that it lies in.
    #[must_use]
    pub fn on_map(self) -> Option<Self> {
        match &self.county()?.zone {
            None => Some(self),
            Some(zone) => zone.hosts.first().copied(),
        }
    }
}

impl Town {
    /// A code of nine digits.
    #[must_use]
    pub const fn new(code: u32) -> Option<Self> {
        if code >= 100_000_000 && code <= 999_999_999 {
            Some(Self(code))
        } else {
            None
        }
    }

    /// The township with these three digits in a county.
    #[must_use]
    pub const fn of(county: Adcode, code: u32) -> Option<Self> {
        if code <= 999 {
            Some(Self(county.0 * 1_000 + code))
        } else {
            None
        }
    }

    /// The nine digits.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The county it belongs to.
    #[must_use]
    pub const fn county(self) -> Adcode {
        Adcode(self.0 / 1_000)
    }
}

impl Province {
    /// The three, by code.
    pub const ALL: [Self; 3] = [Self::Beijing, Self::Tianjin, Self::Hebei];

    /// Its names.
    #[must_use]
    pub const fn place(self) -> Place {
        match self {
            Self::Beijing => Place {
                zh: "北京市",
                en: "Beijing",
            },
            Self::Tianjin => Place {
                zh: "天津市",
                en: "Tianjin",
            },
            Self::Hebei => Place {
                zh: "河北省",
                en: "Hebei",
            },
        }
    }
}

impl County {
    /// The people that its rates are computed on; none for a zone, whose cases count with its host.
    #[must_use]
    pub fn rate_base(&self) -> Option<RateBase> {
        if self.zone.is_some() {
            return None;
        }
        let mut base = RateBase {
            people: self.people.into(),
            with: Vec::new(),
            without: Vec::new(),
        };
        for county in counties() {
            match &county.zone {
                Some(zone) if zone.hosts.contains(&self.adcode) => match zone.lies {
                    Lies::Within => {
                        base.people += u64::from(county.people);
                        base.with.push(county.adcode);
                    }
                    Lies::Split => base.without.push(county.adcode),
                    Lies::Enclave => {}
                },
                _ => {}
            }
        }
        Some(base)
    }
}

impl fmt::Debug for Adcode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl fmt::Debug for Town {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl TryFrom<u32> for Adcode {
    type Error = &'static str;

    fn try_from(code: u32) -> Result<Self, Self::Error> {
        Self::new(code).ok_or("an administrative code has six digits")
    }
}

impl TryFrom<u32> for Town {
    type Error = &'static str;

    fn try_from(code: u32) -> Result<Self, Self::Error> {
        Self::new(code).ok_or("a township's code has nine digits")
    }
}

impl From<Adcode> for u32 {
    fn from(adcode: Adcode) -> Self {
        adcode.0
    }
}

impl From<Town> for u32 {
    fn from(town: Town) -> Self {
        town.0
    }
}

#[cfg(test)]
mod tests;

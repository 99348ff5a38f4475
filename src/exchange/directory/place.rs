//! Where an organisation is, by the names in its row: county, township, village.

use crate::law::blank::trimmed;
use crate::law::divisions::{Adcode, Town, Towns, Village, Villages, counties};

/// The places that are known while a sheet is read.
#[derive(Clone, Copy, Debug)]
pub struct Places<'a> {
    /// The county of rows that name none.
    pub county: Adcode,
    /// The townships by county; of none where they could not be read.
    pub towns: &'a Towns,
    /// The villages of the counties for which they could be read.
    pub villages: &'a Villages,
}

/// Endings without which a name is said too.
const COUNTIES: [&str; 6] = ["自治县", "新区", "矿区", "区", "县", "市"];
const TOWNS: [&str; 4] = ["街道", "地区", "镇", "乡"];
const VILLAGES: [&str; 8] = [
    "村民委员会",
    "居民委员会",
    "村委会",
    "居委会",
    "社区居委会",
    "社区",
    "村",
    "委员会",
];

impl Places<'_> {
    /// The county of this name: 通州区, 通州, 北京市通州区. None where it names none or several.
    #[must_use]
    pub fn county_named(&self, typed: &str) -> Option<Adcode> {
        let typed = trimmed(typed);
        if let Some(county) = typed.parse().ok().and_then(Adcode::new) {
            return county.county().map(|county| county.adcode);
        }
        let whole = counties().iter().filter(|county| {
            typed == county.zh || typed.ends_with(&format!("{}{}", county.city.zh, county.zh))
        });
        let stem = counties().iter().filter(|county| {
            let stem = COUNTIES.iter().find_map(|end| county.zh.strip_suffix(end));
            stem.is_some_and(|stem| stem.chars().count() > 1 && stem == typed)
        });
        let mut whole = whole.map(|county| county.adcode);
        match (whole.next(), whole.next()) {
            (Some(one), None) => return Some(one),
            // Names that occur twice: the one around which the rows lie.
            (Some(_), Some(_)) => {
                let same = self.county.county().filter(|county| county.zh == typed);
                return same.map(|county| county.adcode);
            }
            (None, _) => {}
        }
        let mut stem = stem.map(|county| county.adcode);
        stem.next().filter(|_| stem.next().is_none())
    }

    /// The township of this name in a county: 西集镇, 西集.
    #[must_use]
    pub fn town_named(&self, county: Adcode, typed: &str) -> Option<Town> {
        let typed = trimmed(typed);
        let towns = self.towns.get(&county)?;
        let is = |name: &str| name == typed || typed.ends_with(name);
        let once = |name: &str| stem(name, &TOWNS) == stem(typed, &TOWNS);
        only(towns, is).or_else(|| only(towns, once))
    }

    /// The village of this name in a township: 肖家林村村委会, 肖家林村, 肖家林.
    #[must_use]
    pub fn village_named(&self, town: Town, typed: &str) -> Option<Village> {
        let typed = trimmed(typed);
        let villages = self.villages.get(&town)?;
        let is = |name: &str| name == typed;
        let once = |name: &str| stem(name, &VILLAGES) == stem(typed, &VILLAGES);
        only(villages, is).or_else(|| only(villages, once))
    }

    /// Whether the villages of a township are known.
    #[must_use]
    pub fn knows_villages(&self, town: Town) -> bool {
        self.villages.contains_key(&town)
    }

    /// Whether the townships of a county are known.
    #[must_use]
    pub fn knows_towns(&self, county: Adcode) -> bool {
        self.towns.contains_key(&county)
    }
}

/// A name without the words with which such names end, once and again: 肖家林 of 肖家林村村委会.
fn stem<'a>(name: &'a str, ends: &[&str]) -> &'a str {
    let mut name = name;
    while let Some(shorter) = ends.iter().find_map(|end| {
        name.strip_suffix(end)
            .filter(|rest| rest.chars().count() > 1)
    }) {
        name = shorter;
    }
    name
}

/// The one that fits; none where several do.
fn only<T: Copy>(named: &[(T, String)], fits: impl Fn(&str) -> bool) -> Option<T> {
    let mut fitting = named.iter().filter(|(_, name)| fits(name));
    let one = fitting.next()?;
    fitting.next().is_none().then_some(one.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::divisions::{parse_towns, parse_villages};

    #[test]
    fn places_are_found_by_their_names_and_by_what_people_call_them() {
        let tongzhou = Adcode::new(110_112).unwrap();
        let towns = parse_towns("110112\n104西集镇\n105永乐店镇\n").unwrap();
        let villages = parse_villages(
            tongzhou,
            "104\n201肖家林村村委会\n202大沙务村委会\n203大灰店社区居委会\n",
        )
        .unwrap();
        let places = Places {
            county: tongzhou,
            towns: &towns,
            villages: &villages,
        };
        for typed in ["通州区", "通州", " 北京市通州区 ", "110112"] {
            assert_eq!(places.county_named(typed), Some(tongzhou), "{typed}");
        }
        assert_eq!(places.county_named("长安"), Adcode::new(130_102));
        // Both in Hebei and in Shijiazhuang and elsewhere.
        assert_eq!(places.county_named("桥西区"), None);
        assert_eq!(places.county_named("张家口市桥西区"), Adcode::new(130_703));
        assert_eq!(places.county_named("没有区"), None);
        let town = places.town_named(tongzhou, "西集").unwrap();
        assert_eq!(town.number(), 110_112_104);
        assert_eq!(places.town_named(tongzhou, "通州区西集镇"), Some(town));
        assert_eq!(places.town_named(tongzhou, "宋庄镇"), None);
        for typed in ["肖家林村村委会", "肖家林村", "肖家林"] {
            let village = places.village_named(town, typed).unwrap();
            assert_eq!(village.number(), 110_112_104_201, "{typed}");
        }
        assert_eq!(
            places
                .village_named(town, "大灰店社区")
                .map(Village::number),
            Some(110_112_104_203)
        );
        assert_eq!(places.village_named(town, "外村"), None);
    }
}

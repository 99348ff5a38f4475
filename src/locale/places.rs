//! Names of counties as people read them.

use super::Language;
use crate::law::divisions::{Adcode, County, Province};

/// The county's name alone: 通州区 / Tongzhou District. A code that is not known shows as itself.
#[must_use]
pub fn county(language: Language, adcode: Adcode) -> String {
    adcode.county().map_or_else(
        || adcode.number().to_string(),
        |county| name(language, county),
    )
}

/// The county with its city, for where one of two with the same name could be meant: 廊坊市广阳区 /
/// Guangyang District, Langfang.
#[must_use]
pub fn county_in_city(language: Language, adcode: Adcode) -> String {
    match (adcode.county(), language) {
        (None, _) => adcode.number().to_string(),
        // The names of some zones begin with their city's.
        (Some(county), Language::Chinese) if county.zone.is_some() => county.zh.to_owned(),
        (Some(county), Language::Chinese) => format!("{}{}", county.city.zh, county.zh),
        (Some(county), Language::English) => format!("{}, {}", county.en, county.city.en),
    }
}

/// The province's name: 河北省 / Hebei.
#[must_use]
pub fn province(language: Language, province: Province) -> &'static str {
    match language {
        Language::Chinese => province.place().zh,
        Language::English => province.place().en,
    }
}

fn name(language: Language, county: &County) -> String {
    match language {
        Language::Chinese => county.zh,
        Language::English => county.en,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::law::divisions::counties;

    #[test]
    fn names_with_their_city_are_unique() {
        for language in [Language::Chinese, Language::English] {
            let names: BTreeSet<String> = counties()
                .iter()
                .map(|c| county_in_city(language, c.adcode))
                .collect();
            assert_eq!(names.len(), 222);
        }
        let guangyang = Adcode::new(131_003).unwrap();
        assert_eq!(county_in_city(Language::Chinese, guangyang), "廊坊市广阳区");
        assert_eq!(
            county_in_city(Language::English, guangyang),
            "Guangyang District, Langfang"
        );
        assert_eq!(
            county(Language::English, Adcode::new(440_305).unwrap()),
            "440305"
        );
    }
}

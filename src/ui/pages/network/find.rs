//! Finding a place on the map by a few letters. Pure.

use crate::law::divisions::{Adcode, County, counties, search};
use crate::law::pinyin::text_initials;

/// So many are offered.
const MOST: usize = 8;

/// The counties that somebody may mean: by part of the name in either language, by the code, or by the initials in
/// pinyin. Those whose name begins so come first.
#[must_use]
pub fn find(typed: &str) -> Vec<&'static County> {
    let typed = typed.trim().to_lowercase();
    let mut found = search(&typed);
    if !typed.is_empty() && typed.is_ascii() {
        let initials = |county: &&County| text_initials(county.zh).starts_with(&typed);
        found.extend(counties().iter().filter(initials));
    }
    let mut seen = std::collections::BTreeSet::<Adcode>::new();
    found.retain(|county| seen.insert(county.adcode));
    found.truncate(MOST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<&str> {
        find(typed).iter().map(|county| county.zh).collect()
    }

    #[test]
    fn names_letters_and_codes_find_a_county() {
        for typed in ["武清", "wuq", "120114", " 武清区 "] {
            assert_eq!(found(typed).first(), Some(&"武清区"), "{typed}");
        }
        assert!(found("wqq").contains(&"武清区"));
        assert!(found("tzq").contains(&"通州区"));
        assert_eq!(found("大厂"), ["大厂回族自治县"]);
        assert!(found("").is_empty() && found("xyzzy").is_empty());
        assert_eq!(found("区").len(), MOST);
        let twice = find("h").len();
        assert!(twice <= MOST);
    }
}

//! Where a ledger's cases happened. They count in the county that its title names, else in the desk's; in the township
//! that the row's place names, else in the desk's.

use crate::engine::desk::DeskRecord;
use crate::exchange::ledger::{Cell, Reading, Sheet};
use crate::law::divisions::{Adcode, Town, mapped_counties};

/// Words with which a township's name ends.
const TOWNSHIPS: [&str; 4] = ["街道", "地区", "镇", "乡"];
/// Words after which it may begin, where a place is written from the county on.
const COUNTIES: [char; 4] = ['市', '区', '县', '旗'];

/// The one county whose name stands in the ledger's title or in the file's name; none where there is none, or where
/// several might be meant.
pub(super) fn county_named(name: &str, sheet: &Sheet, reading: &Reading) -> Option<Adcode> {
    let titles = reading.titles.iter().filter_map(|row| {
        let cells = sheet.rows.get((*row as usize).checked_sub(1)?)?;
        Some(cells.iter().map(Cell::shown).collect::<String>())
    });
    let texts: Vec<String> = titles.chain([name.to_owned()]).collect();
    let is_named = |zh: &str| texts.iter().any(|text| text.contains(zh));
    let mut named = mapped_counties().filter(|county| is_named(county.zh));
    match (named.next(), named.next()) {
        (Some(county), None) => Some(county.adcode),
        _ => None,
    }
}

/// The township of a case that happened in a place, of the county's `towns`; none where the place names one that isn't
/// among them.
pub(super) fn town(
    desk: &DeskRecord,
    county: Adcode,
    place: Option<&str>,
    towns: &[(Town, String)],
) -> Option<Town> {
    if let Some(town) = place.and_then(|place| known_town(place, towns)) {
        return Some(town);
    }
    let named = place.and_then(township);
    let another = named.is_some_and(|named| !desk.organisation_name.contains(named));
    desk.town.filter(|_| county == desk.county && !another)
}

/// The township of these that a place names, as it is called now or, where none is, with another of the words that such
/// names end with, for 黑庄户地区 is 黑庄户乡 to those who live there; of 高村镇 and 大高村镇 the longer.
pub(super) fn known_town(place: &str, towns: &[(Town, String)]) -> Option<Town> {
    let once = |name: &str| {
        let stem = TOWNSHIPS.iter().find_map(|word| name.strip_suffix(word));
        stem.filter(|stem| stem.chars().count() > 1)
            .is_some_and(|stem| {
                TOWNSHIPS
                    .iter()
                    .any(|word| place.contains(&format!("{stem}{word}")))
            })
    };
    let longest = |fits: &dyn Fn(&str) -> bool| {
        let all = towns.iter().filter(|(_, name)| fits(name));
        all.max_by_key(|(_, name)| name.len())
            .map(|(town, _)| *town)
    };
    longest(&|name| place.contains(name)).or_else(|| longest(&once))
}

/// The township that a place seems to name: 大孟庄镇 of 武清区大孟庄镇蒙村店村.
fn township(place: &str) -> Option<&str> {
    let ends = TOWNSHIPS.iter().filter_map(|word| {
        let at = place.find(word).filter(|at| *at > 0)?;
        Some(at + word.len())
    });
    let named = &place[..ends.min()?];
    let begins = named.rfind(COUNTIES).map_or(0, |at| {
        at + named[at..].chars().next().map_or(0, char::len_utf8)
    });
    Some(&named[begins..]).filter(|named| named.chars().count() > 1)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{known_town, town, township};
    use crate::engine::desk::DeskRecord;
    use crate::law::divisions::{Adcode, Town, parse_towns};

    #[test]
    fn a_township_is_read_from_the_head_of_a_place() {
        for (place, named) in [
            ("大孟庄镇蒙村店村", Some("大孟庄镇")),
            ("武清区大孟庄镇蒙村店村", Some("大孟庄镇")),
            ("黑庄户乡郎辛庄", Some("黑庄户乡")),
            ("天坛街道12号", Some("天坛街道")),
            ("蒙村店村", None),
            ("镇", None),
            ("", None),
        ] {
            assert_eq!(township(place), named, "{place}");
        }
    }

    #[test]
    fn every_township_is_found_in_a_place_that_begins_with_it() {
        let towns = parse_towns(include_str!("../../../public/places/towns.txt")).unwrap();
        for (county, towns) in towns {
            for (town, name) in &towns {
                let place = format!("{name}东村");
                assert_eq!(
                    known_town(&place, &towns),
                    Some(*town),
                    "{county:?} {place}"
                );
            }
        }
    }

    #[test]
    fn a_township_is_known_by_what_it_was_called_before() {
        let towns = parse_towns("110105\n040黑庄户地区\n").unwrap();
        let towns = &towns[&Adcode::new(110_105).unwrap()];
        assert_eq!(known_town("朝阳区黑庄户乡郎辛庄", towns), Some(towns[0].0));
        assert_eq!(known_town("黑庄户村", towns), None);
    }

    #[test]
    fn a_place_that_names_no_township_is_in_the_desk_s_and_one_of_another_in_none() {
        let desk = |county: u32, name: &str| DeskRecord {
            town: Town::new(county * 1_000 + 107),
            ..DeskRecord::bare(county, name)
        };
        let here = desk(120_114, "大孟庄镇司法所");
        let wuqing = here.county;
        let own = here.town;
        for (place, expected) in [
            (None, own),
            (Some("蒙村店村"), own),
            (Some("大孟庄镇蒙村店村"), own),
            (Some("河西务镇土城村"), None),
        ] {
            // The names of the townships could not be read: the office's own is known all the same.
            assert_eq!(town(&here, wuqing, place, &[]), expected, "{place:?}");
        }
        let towns = parse_towns("120114\n109河西务镇\n123高村镇\n130大高村镇\n").unwrap();
        let towns = &towns[&wuqing];
        let of = |place| town(&here, wuqing, Some(place), towns).map(Town::number);
        assert_eq!(of("河西务镇土城村"), Some(120_114_109));
        assert_eq!(of("大高村镇东村"), Some(120_114_130));
        assert_eq!(of("高村镇东村"), Some(120_114_123));
        assert_eq!(of("王庆坨镇四街村"), None, "not among them");
        // Cases of another county are in no township of the desk's.
        let elsewhere = desk(110_112, "大孟庄镇司法所");
        assert_eq!(town(&elsewhere, wuqing, Some("蒙村店村"), towns), None);
        assert_eq!(town(&elsewhere, wuqing, None, towns), None);
    }
}

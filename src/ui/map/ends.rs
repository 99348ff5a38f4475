//! Which lines lead to and from each county, in words: what a head on the map says, for whoever does
//! not see it. Pure.

use std::collections::BTreeMap;

use super::data::{Adcode, MapData};
use crate::locale::{Language, map as say};

/// For each county at an end of lines what is said of those of each kind, in the order of the kinds.
pub type Ends = BTreeMap<Adcode, Vec<String>>;

/// Says it for all counties; the most first, of what goes out and then of what comes in.
#[must_use]
pub fn ends(data: &MapData, names: &BTreeMap<Adcode, String>, language: Language) -> Ends {
    let mut ends = Ends::new();
    let mut arcs: Vec<_> = data.arcs.iter().filter(|arc| arc.count > 0).collect();
    arcs.sort_by_key(|arc| (std::cmp::Reverse(arc.count), arc.from, arc.to));
    let name = |county: Adcode| names.get(&county).map_or("", String::as_str);
    let mut add = |county: Adcode, kind: usize, said: String| {
        let kinds = data.arc_kinds.len();
        let said_of = ends
            .entry(county)
            .or_insert_with(|| vec![String::new(); kinds]);
        if let Some(text) = said_of.get_mut(kind) {
            if !text.is_empty() {
                text.push_str(say::and_lines(language));
            }
            text.push_str(&said);
        }
    };
    for arc in &arcs {
        let said = say::line_to(language, name(arc.to), arc.count);
        add(arc.from, arc.kind, said);
    }
    for arc in &arcs {
        let said = say::line_from(language, name(arc.from), arc.count);
        add(arc.to, arc.kind, said);
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::map::data::{Arc, ArcKind};

    #[test]
    fn a_county_is_told_whither_and_whence_kind_by_kind() {
        let arc = |from, to, count, kind| Arc {
            from,
            to,
            count,
            kind,
        };
        let data = MapData {
            arcs: vec![arc(1, 2, 3, 0), arc(1, 3, 8, 0), arc(2, 1, 5, 1)],
            arc_kinds: vec![ArcKind::default(), ArcKind::default()],
            ..MapData::default()
        };
        let names = [(1, "通州区"), (2, "武清区"), (3, "三河市")]
            .map(|(code, name)| (code, name.to_owned()))
            .into();
        let said = ends(&data, &names, Language::Chinese);
        assert_eq!(said[&1], ["到三河市8，到武清区3", "来自武清区5"]);
        assert_eq!(said[&2], ["来自通州区3", "到通州区5"]);
        assert_eq!(said.get(&4), None);
        let english = ends(&data, &names, Language::English);
        assert_eq!(english[&1][0], "to 三河市 8, to 武清区 3");
    }
}

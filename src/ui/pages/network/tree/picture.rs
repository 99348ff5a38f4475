//! The tree as a picture of its own (SVG): the branches in sight and what ties them, with title, source and day. Pure:
//! colours and words are handed in.

use std::fmt::Write;

use super::forest::Node;
use super::laid::{Laid, Measure, Place};
use super::rows::Row;
use super::shown::Shown;
use crate::ui::map::Words;
use crate::ui::map::picture::{
    Inks, escaped,
    text::{Text, whose},
};

/// Everything that the picture shows.
pub struct Picture<'a> {
    pub shown: &'a Shown,
    pub rows: &'a [Row],
    pub laid: &'a Laid,
    pub measure: Measure,
    pub inks: &'a Inks,
    pub words: &'a Words,
    pub title: &'a str,
    /// How many offices and agreements.
    pub counted: &'a str,
}

/// Around the tree, and above and below it.
const EDGE: f64 = 24.0;
const HEAD: f64 = 88.0;
const FOOT: f64 = 52.0;
/// A phone's tree is narrower than the title is.
const NARROWEST: f64 = 560.0;
const SIZE: u32 = 15;
/// Of a pill with an agreement's name: two lines of so many pixels.
const PILL: (f64, f64) = (116.0, 44.0);

impl Picture<'_> {
    /// Width and height in pixels.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        let width = self.laid.width.max(NARROWEST) + 2.0 * EDGE;
        (width, self.laid.height + HEAD + FOOT)
    }

    /// The picture as an SVG document. It has no styles of its own but attributes: a strict page may show it.
    #[must_use]
    pub fn svg(&self) -> String {
        let (width, height) = self.size();
        let inks = self.inks;
        let mut svg = String::with_capacity(64_000);
        let _ = write!(
            svg,
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"><title>{}</title><rect width="{width}" height="{height}" fill="{}"/>"#,
            escaped(self.title),
            inks.surface
        );
        self.head(&mut svg);
        let _ = write!(svg, r#"<g transform="translate({EDGE} {HEAD})">"#);
        let _ = write!(
            svg,
            r#"<path d="{}" fill="none" stroke="{}"/>"#,
            self.laid.branches, inks.edge
        );
        for (_, path) in &self.laid.lines {
            let _ = write!(
                svg,
                r#"<path d="{path}" fill="none" stroke="{}" stroke-width="2.5"/>"#,
                inks.river
            );
        }
        for row in self.rows {
            let node = &self.shown.forest.nodes[row.node];
            if let Some(place) = self.laid.places.get(&node.key) {
                self.branch(node, row.depth, *place, &mut svg);
            }
        }
        self.hubs(&mut svg);
        svg.push_str("</g></svg>");
        svg
    }

    fn head(&self, svg: &mut String) {
        let (width, height) = self.size();
        let words = self.words;
        let inks = self.inks;
        let title = Text::new(EDGE, 40.0, 26, inks).bold();
        title.write(inks, self.title, svg);
        Text::new(EDGE, 66.0, SIZE, inks).write(inks, self.counted, svg);
        let mark = Text::new(width - EDGE, 40.0, SIZE, inks).to_the_right();
        mark.write(inks, &whose(words), svg);
        // Nobody else's map or table is in it: what the record says.
        let day = Text::new(width - EDGE, height - 18.0, 13, inks).to_the_right();
        day.write(inks, &words.day, svg);
        Text::new(EDGE, height - 18.0, 13, inks).write(inks, &words.attribution, svg);
    }

    fn branch(&self, node: &Node, depth: usize, place: Place, svg: &mut String) {
        let row = self.measure.row;
        if depth == 1 && self.laid.side_by_side {
            let _ = write!(
                svg,
                r#"<rect x="{:.1}" y="{:.1}" width="{:.1}" height="{:.1}" rx="6" fill="{}" stroke="{}"/>"#,
                place.x,
                place.y + 2.0,
                place.width,
                row - 4.0,
                self.inks.surface,
                self.inks.edge
            );
        }
        let inks = self.inks;
        let middle = place.y + row / 2.0 + f64::from(SIZE) / 3.0;
        let count = match node.all {
            0 => String::new(),
            all => all.to_string(),
        };
        let name = match depth {
            0 => Text::new(place.x + 8.0, middle, 19, inks).bold(),
            _ => Text::new(place.x + 8.0, middle, SIZE, inks),
        };
        let room = place.width - 24.0 - wide(&count, SIZE);
        name.write(inks, &cut(&node.label, room, name.size), svg);
        let right = Text::new(place.x + place.width - 8.0, middle, 13, inks).to_the_right();
        right.write(inks, &count, svg);
    }

    /// The agreements: in the gaps, or below each other where the provinces are, with the counties that they tie.
    fn hubs(&self, svg: &mut String) {
        for hub in &self.laid.hubs {
            let Some(tie) = self.shown.ties.get(hub.tie) else {
                continue;
            };
            let _ = write!(
                svg,
                r#"<rect x="{:.1}" y="{:.1}" width="{}" height="{}" rx="22" fill="{}"/>"#,
                hub.x - PILL.0 / 2.0,
                hub.y - PILL.1 / 2.0,
                PILL.0,
                PILL.1,
                self.inks.river
            );
            // Light on the river's blue.
            let name = Text {
                fill: &self.inks.surface,
                ..Text::new(hub.x, hub.y + 4.5, 13, self.inks).in_the_middle()
            };
            name.write(self.inks, &cut(&tie.name, PILL.0 - 16.0, 13), svg);
        }
    }
}

/// How wide a text is, near enough: a Han character is as wide as it is high.
fn wide(text: &str, size: u32) -> f64 {
    let of = |c: char| if c.is_ascii() { 0.56 } else { 1.0 };
    text.chars().map(|c| of(c) * f64::from(size)).sum()
}

/// What of a text has room.
fn cut(text: &str, room: f64, size: u32) -> String {
    if wide(text, size) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if wide(&kept, size) + 2.0 * f64::from(size) > room {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::super::laid::lay;
    use super::super::rows::in_sight;
    use super::super::shown::{open_at_first, shown};
    use super::*;
    use crate::law::organisation::OrganisationKind::JudicialOffice;
    use crate::locale::Language;
    use crate::ui::pages::network::drawn::tests::{county, organisation, sample};

    fn drawn(width: f64) -> String {
        let map = sample();
        let mut organisations = map.organisations.clone();
        let mut office = organisation(110_112, JudicialOffice, 3);
        office.organisation.name = "西集镇司法所 <一>".into();
        organisations.push(office);
        let shown = shown(Language::Chinese, &organisations, &map.agreements);
        let open = open_at_first(&shown.forest, Some(county(110_112)));
        let rows = in_sight(&shown.forest, &open);
        let measure = Measure {
            width,
            row: 40.0,
            indent: 20.0,
        };
        let laid = lay(&shown.forest, &rows, &shown.order, &shown.ties, measure);
        let words = Words {
            made_by: "廊桥".into(),
            day: "2026-12-01".into(),
            exercise: "演示".into(),
            ..Words::default()
        };
        Picture {
            shown: &shown,
            rows: &rows,
            laid: &laid,
            measure,
            inks: &Inks::default(),
            words: &words,
            title: "网络图",
            counted: "3个机构",
        }
        .svg()
    }

    #[test]
    fn it_shows_what_is_in_sight_with_title_and_day() {
        for width in [1_280.0, 358.0] {
            let svg = drawn(width);
            for words in [
                ">北京市<",
                ">通州区<",
                "西集镇司法所 &lt;一&gt;",
                ">网络图<",
                ">2026-12-01<",
                ">演示 · 廊桥<",
            ] {
                assert!(svg.contains(words), "{words} in {svg}");
            }
            assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
        }
        // Beside each other the agreement stands between the provinces.
        assert!(drawn(1_280.0).contains(">通武廊<"));
    }

    #[test]
    fn what_has_no_room_is_cut() {
        assert_eq!(cut("西集镇司法所", 200.0, 15), "西集镇司法所");
        assert_eq!(cut("西集镇司法所", 60.0, 15), "西集镇…");
    }
}

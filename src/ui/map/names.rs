//! Which names the map would like to show for some data, and where: the wishes that `labels` places.

use std::collections::{BTreeMap, BTreeSet};

use super::arcs::Curve;
use super::atlas::Atlas;
use super::data::{Adcode, MapData, Point};
use super::labels::Wish;
use super::palette::Palette;
use super::projection::{Degrees, Plane, forward};
use super::view::{Pixel, View, dot_radius, is_drawn};

/// Where a province's name has room, and the two digits of its code.
pub const PROVINCES: [(Adcode, f64, f64); 3] = [
    (11, 116.33, 40.50),
    (12, 117.62, 38.86),
    (13, 115.45, 38.62),
];
/// Takes the place of the pill among the names, which have six-digit codes.
pub const PILL: Adcode = 1;
/// Pixels a kilometre: below, the region's three names are shown; above, one is inside a province.
const PROVINCES_UNTIL: f64 = 4.5;
/// With more counties than these at ends of lines, being one is nothing special.
const FEW_ENDS: usize = 40;
/// Dots that names look out for; with more, each zoom would be reckoned too long.
const MOST_DOTS: usize = 2_000;

/// A name and its width in pixels, by code.
pub type Texts = BTreeMap<Adcode, (String, f64)>;

/// Returns where the pill stands: over the heaviest line between outlined counties, without lines in
/// their midst. Nowhere as long as it would cover what it names.
pub fn pill_place(atlas: &Atlas, data: &MapData, view: View, width: f64) -> Option<Plane> {
    if data.highlighted_name.is_empty() || data.highlighted.is_empty() {
        return None;
    }
    let bounds = atlas.extent(data.highlighted.iter().copied());
    if bounds.width() * view.scale < 1.5 * width {
        return None;
    }
    let inside = |adcode| data.highlighted.contains(&adcode);
    let heaviest = data
        .arcs
        .iter()
        .filter(|arc| inside(arc.from) && inside(arc.to))
        .max_by_key(|arc| (arc.count, arc.from, arc.to));
    let seat = |adcode| atlas.shape(adcode).map(|shape| shape.seat);
    let curve = heaviest.and_then(|arc| Curve::between(seat(arc.from)?, seat(arc.to)?, arc.kind));
    Some(curve.map_or(bounds.middle(), |curve| curve.at(0.55)))
}

/// Returns the counties at the ends of lines.
pub fn linked(data: &MapData) -> BTreeSet<Adcode> {
    let counted = data.arcs.iter().filter(|arc| arc.count > 0);
    counted.flat_map(|arc| [arc.from, arc.to]).collect()
}

/// Returns the points that names look out for.
pub fn dots(data: &MapData, view: View) -> Vec<(Pixel, f64)> {
    if data.points.len() > MOST_DOTS {
        return Vec::new();
    }
    let place = |lon, lat| view.to_screen(forward(Degrees { lon, lat }));
    let drawn = |point: &&Point| {
        let kind = data.kinds.get(point.kind);
        is_drawn(view.scale, kind.map(|kind| kind.tone).unwrap_or_default())
    };
    data.points
        .iter()
        .filter(drawn)
        .map(|point| {
            (
                place(point.lon, point.lat),
                dot_radius(view.scale, point.apart),
            )
        })
        .collect()
}

/// Returns the names of provinces and counties, and the pill's place.
pub fn wishes(
    atlas: &Atlas,
    data: &MapData,
    texts: &Texts,
    linked: &BTreeSet<Adcode>,
    view: View,
    palette: &Palette,
    pill: Option<(Pixel, (f64, f64))>,
) -> Vec<Wish> {
    let mut wishes = Vec::new();
    if let Some((at, (width, height))) = pill {
        wishes.push(Wish {
            adcode: PILL,
            at,
            width,
            height,
            weight: i64::MAX,
            dot: 0.0,
        });
    }
    for (adcode, lon, lat) in PROVINCES
        .into_iter()
        .filter(|_| view.scale < PROVINCES_UNTIL)
    {
        let width = texts.get(&adcode).map_or(0.0, |text| text.1);
        let at = view.to_screen(forward(Degrees { lon, lat }));
        let height = 1.5 * palette.rem * 1.2;
        wishes.push(Wish {
            adcode,
            at,
            width,
            height,
            weight: i64::MAX - 1,
            dot: 0.0,
        });
    }
    let height = 0.8125 * palette.rem * 1.25;
    // The open county and a corridor's come first, then ends of lines, then by caseload.
    let step = i64::MAX / 8;
    for shape in &atlas.shapes {
        let Some(&(_, width)) = texts.get(&shape.adcode) else {
            continue;
        };
        if data.faded.contains(&shape.adcode) && data.selected != Some(shape.adcode) {
            continue;
        }
        let ends = linked.contains(&shape.adcode);
        let named = data.selected == Some(shape.adcode) || data.highlighted.contains(&shape.adcode);
        let wanted = named || ends && linked.len() <= FEW_ENDS;
        // A name much wider than its county would seem to be a neighbour's.
        if !wanted && width > shape.room * view.scale * 1.1 {
            continue;
        }
        let amount = data
            .values
            .get(&shape.adcode)
            .map_or(-1, |value| value.amount);
        let rank = match (named, wanted) {
            (true, _) => 2 * step,
            (false, true) => step,
            (false, false) => 0,
        };
        let weight = amount.clamp(-1, step - 1).saturating_add(rank);
        let dot = if ends {
            dot_radius(view.scale, 0.0).max(5.0)
        } else {
            0.0
        };
        let at = view.to_screen(if ends { shape.seat } else { shape.middle });
        wishes.push(Wish {
            adcode: shape.adcode,
            at,
            width,
            height,
            weight,
            dot,
        });
    }
    wishes
}

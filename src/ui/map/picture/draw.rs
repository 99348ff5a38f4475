//! The map itself: counties, borders, lines, points, names, as the screen has them.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::{HEAD, Look, Picture, escaped};
use crate::ui::map::arcs::{Arrow, Curve, END, width};
use crate::ui::map::atlas::Bounds;
use crate::ui::map::projection::{Degrees, Plane, forward};
use crate::ui::map::sea;
use crate::ui::map::sight;
use crate::ui::map::topology::Level;
use crate::ui::map::view::{Pixel, dot_radius, is_drawn};

/// Writes the map into its frame.
pub fn map(picture: &Picture<'_>, svg: &mut String) {
    let inks = picture.inks;
    let (width, height) = (picture.width(), picture.screen.height);
    // Writing to a string cannot fail, here and below.
    let _ = write!(
        svg,
        r##"<clipPath id="map"><rect width="{width}" height="{height}"/></clipPath><pattern id="none" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="{}"/><path d="M0 0V8" stroke="{}" stroke-width="1.7"/></pattern><g transform="translate(0 {HEAD})"><g clip-path="url(#map)"><rect width="{width}" height="{height}" fill="{}"/>"##,
        inks.ramp[0], inks.hatch, inks.beyond
    );
    let mut sea = String::new();
    trace(picture, &sea::outline(), &mut sea);
    let _ = write!(svg, r#"<path d="{sea}Z" fill="{}"/>"#, inks.sea);
    // A phone's map stands in the middle of a wider picture.
    let _ = write!(
        svg,
        r#"<g transform="translate({:.1} 0)">"#,
        (width - picture.screen.width) / 2.0
    );
    counties(picture, svg);
    borders(picture, svg);
    arcs(picture, svg);
    points(picture, svg);
    names(picture, svg);
    svg.push_str("</g></g></g>");
}

/// The part of the plane that the picture shows.
fn seen(picture: &Picture<'_>) -> Bounds {
    let aside = (picture.width() - picture.screen.width) / 2.0;
    sight::seen(picture.view, picture.screen, aside)
}

/// Nobody sees less than this, in pixels.
const NEAR: f64 = 0.35;

fn trace(picture: &Picture<'_>, points: &[Plane], path: &mut String) {
    let mut last: Option<Pixel> = None;
    for (nth, point) in points.iter().enumerate() {
        let at = picture.view.to_screen(*point);
        let ends = nth + 1 == points.len();
        if !ends && last.is_some_and(|last| (last.x - at.x).hypot(last.y - at.y) < NEAR) {
            continue;
        }
        let letter = if last.is_none() { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{:.1} {:.1}", at.x, at.y);
        last = Some(at);
    }
}

fn counties(picture: &Picture<'_>, svg: &mut String) {
    let (data, seen) = (picture.data, seen(picture));
    let in_sight = picture
        .atlas
        .shapes
        .iter()
        .filter(|shape| shape.bounds.meets(&seen));
    for shape in in_sight {
        let value = data.values.get(&shape.adcode);
        let fill = match value {
            _ if data.faded.contains(&shape.adcode) => picture.inks.beyond.as_str(),
            Some(value) => {
                let shade = picture.classes.shade(picture.classes.class(value.amount));
                picture.inks.ramp.get(shade).map_or("", String::as_str)
            }
            None if data.kept_back.contains(&shape.adcode) => picture.inks.ramp[0].as_str(),
            None => "url(#none)",
        };
        let mut path = String::new();
        for ring in &shape.rings {
            trace(picture, ring, &mut path);
            path.push('Z');
        }
        let title = escaped(&shape.name);
        let text = escaped(data.text(shape.adcode).unwrap_or(&picture.words.no_data));
        let _ = write!(
            svg,
            r#"<path d="{path}" fill="{fill}" fill-rule="evenodd"><title>{title} {text}</title></path>"#
        );
    }
}

fn borders(picture: &Picture<'_>, svg: &mut String) {
    let (atlas, data, inks) = (picture.atlas, picture.data, picture.inks);
    let provinces = atlas.borders(Level::Province);
    let edge = atlas.edge();
    let others: BTreeSet<usize> = provinces.iter().chain(&edge).copied().collect();
    let within = (0..atlas.arcs.len())
        .filter(|arc| !others.contains(arc))
        .collect();
    let chosen: BTreeSet<u32> = data.selected.into_iter().collect();
    let outlined = atlas.outline(&data.highlighted);
    let lines: [(&Vec<usize>, &str, f64); 8] = [
        (&within, &inks.surface, 0.8),
        (&edge, &inks.edge, 1.0),
        (&provinces, &inks.surface, 4.2),
        (&provinces, &inks.border, 1.8),
        (&outlined, &inks.surface, 6.0),
        (&outlined, &inks.river, 3.0),
        (&atlas.outline(&chosen), &inks.surface, 5.2),
        (&atlas.outline(&chosen), &inks.ink, 2.6),
    ];
    let seen = seen(picture);
    for (arcs, colour, width) in lines {
        let mut path = String::new();
        for arc in arcs.iter().filter_map(|arc| atlas.arcs.get(*arc)) {
            if Bounds::around(arc).meets(&seen) {
                trace(picture, arc, &mut path);
            }
        }
        if !path.is_empty() {
            let _ = write!(
                svg,
                r#"<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round" stroke-linecap="round"/>"#
            );
        }
    }
}

fn arcs(picture: &Picture<'_>, svg: &mut String) {
    let (atlas, data, inks) = (picture.atlas, picture.data, picture.inks);
    let seat = |adcode| atlas.shape(adcode).map(|shape| shape.seat);
    let greatest = data.arcs.iter().map(|arc| arc.count).max().unwrap_or(0);
    let mut curves = Vec::new();
    let mut ends = BTreeSet::new();
    for arc in data.arcs.iter().filter(|arc| arc.count > 0) {
        let curve = seat(arc.from).zip(seat(arc.to));
        if let Some(curve) = curve.and_then(|(from, to)| Curve::between(from, to, arc.kind)) {
            let width = width(arc.count, greatest);
            let arrow = Arrow::of(&curve, picture.view, width);
            curves.push((width, inks.tone(data.arc_tone(arc.kind)), arrow));
            ends.extend([arc.from, arc.to]);
        }
    }
    curves.sort_by(|a, b| b.0.total_cmp(&a.0));
    // All casings before all lines, as on the screen.
    for (width, _, arrow) in &curves {
        line(arrow, &inks.surface, width + 3.0, 3.0, svg);
    }
    for (width, ink, arrow) in &curves {
        line(arrow, ink, *width, 0.0, svg);
    }
    for end in ends.into_iter().filter_map(seat) {
        dot(picture, end, END, &inks.river, svg);
    }
}

/// A line and its head, which has a rim.
fn line(arrow: &Arrow, ink: &str, width: f64, rim: f64, svg: &mut String) {
    let Arrow {
        from, control, to, ..
    } = arrow;
    let _ = write!(
        svg,
        r#"<path d="M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}" fill="none" stroke="{ink}" stroke-width="{width:.1}" stroke-linecap="round"/>"#,
        from.x, from.y, control.x, control.y, to.x, to.y
    );
    if let Some([tip, left, right]) = arrow.head {
        let _ = write!(
            svg,
            r#"<path d="M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z" fill="{ink}" stroke="{ink}" stroke-width="{rim:.1}" stroke-linejoin="round"/>"#,
            tip.x, tip.y, left.x, left.y, right.x, right.y
        );
    }
}

fn points(picture: &Picture<'_>, svg: &mut String) {
    let (data, scale, seen) = (picture.data, picture.view.scale, seen(picture));
    // The first kinds on top, and each spot once: five thousand at arm's length are some hundred.
    for (at, kind) in data.kinds.iter().enumerate().rev() {
        if !is_drawn(scale, kind.tone) {
            continue;
        }
        let mut taken = BTreeSet::new();
        for point in data.points.iter().filter(|point| point.kind == at) {
            let place = forward(Degrees {
                lon: point.lon,
                lat: point.lat,
            });
            let radius = dot_radius(scale, point.apart);
            let spot = picture.view.to_screen(place);
            if seen.contains(place) && taken.insert(sight::cell(spot, radius)) {
                dot(picture, place, radius, picture.inks.tone(kind.tone), svg);
            }
        }
    }
}

fn dot(picture: &Picture<'_>, place: Plane, radius: f64, colour: &str, svg: &mut String) {
    let Pixel { x, y } = picture.view.to_screen(place);
    let _ = write!(
        svg,
        r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius:.1}" fill="{colour}" stroke="{}" stroke-width="{:.1}"/>"#,
        picture.inks.surface,
        (radius * 0.3).min(1.0)
    );
}

fn names(picture: &Picture<'_>, svg: &mut String) {
    let inks = picture.inks;
    for name in picture.names {
        let (size, weight, font, halo, fill) = match name.look {
            Look::County => (13, 500, &inks.font, 3, &inks.ink),
            Look::Strong => (13, 700, &inks.font, 3, &inks.ink),
            Look::Province => (24, 700, &inks.title_font, 5, &inks.ink),
            Look::Pill => (14, 600, &inks.font, 6, &inks.river),
        };
        let _ = write!(
            svg,
            r#"<text x="{:.1}" y="{:.1}" dy="0.36em" text-anchor="middle" font-family="{}" font-size="{size}" font-weight="{weight}" fill="{fill}" stroke="{}" stroke-width="{halo}" stroke-linejoin="round" paint-order="stroke">{}</text>"#,
            name.at.x,
            name.at.y,
            escaped(font),
            inks.surface,
            escaped(&name.text)
        );
    }
}

//! What stands around the map: title and period above, legend, source and day below.

use std::fmt::Write;

use super::text::{Text, whose};
use super::{FOOT, HEAD, Picture, escaped};
use crate::ui::map::key::{Place, steps};

/// Space to the picture's edge.
const EDGE: f64 = 20.0;
const STEP_WIDTH: f64 = 84.0;

/// Opens the document.
pub fn open(picture: &Picture<'_>, svg: &mut String) {
    let (width, height) = picture.size();
    let _ = write!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"><title>{} · {}</title><rect width="{width}" height="{height}" fill="{}"/>"#,
        escaped(&picture.data.title),
        escaped(&picture.data.subtitle),
        picture.inks.surface
    );
}

/// The title and of when it is; that it is an exercise, where it is one.
pub fn head(picture: &Picture<'_>, svg: &mut String) {
    let (data, inks) = (picture.data, picture.inks);
    let title = Text::new(EDGE, 36.0, 26, inks).bold();
    title.write(inks, &data.title, svg);
    Text::new(EDGE, 60.0, 15, inks).write(inks, &data.subtitle, svg);
    let mark = Text::new(picture.width() - EDGE, 36.0, 15, inks).to_the_right();
    mark.write(inks, &whose(picture.words), svg);
}

/// The scale, the keys, the source and the day.
pub fn foot(picture: &Picture<'_>, svg: &mut String) {
    let top = HEAD + picture.screen.height;
    for (nth, step) in steps(picture.data, picture.classes).into_iter().enumerate() {
        let left = EDGE + STEP_WIDTH * nth as f64;
        let fill = picture.inks.ramp.get(step.shade).map_or("", String::as_str);
        let _ = write!(
            svg,
            r#"<rect x="{left}" y="{}" width="{STEP_WIDTH}" height="14" fill="{fill}" stroke="{}" stroke-width="0.5"/>"#,
            top + 16.0,
            picture.inks.edge
        );
        let x = match step.place {
            Place::Hidden => continue,
            Place::Break => left,
            Place::Middle => left + STEP_WIDTH / 2.0,
        };
        let label = Text::new(x, top + 46.0, 13, picture.inks).in_the_middle();
        label.write(picture.inks, &step.label, svg);
    }
    keys(picture, top + 74.0, svg);
    let (inks, words, y) = (picture.inks, picture.words, top + FOOT - 14.0);
    Text::new(EDGE, y, 13, inks).write(inks, &words.attribution, svg);
    let day = Text::new(picture.width() - EDGE, y, 13, inks).to_the_right();
    day.write(inks, &words.day, svg);
}

/// What is on the map beside shades, one after the other; as wide as their letters are.
fn keys(picture: &Picture<'_>, y: f64, svg: &mut String) {
    let (data, inks) = (picture.data, picture.inks);
    let mut keys: Vec<(String, &str)> = Vec::new();
    let mark = |fill: &str, round: u32| {
        format!(
            r#"<rect y="-12" width="14" height="14" rx="{round}" fill="{fill}" stroke="{}" stroke-width="0.5"/>"#,
            inks.edge
        )
    };
    let lacks = |shape: &&crate::ui::map::atlas::Shape| {
        data.text(shape.adcode).is_none() && !data.faded.contains(&shape.adcode)
    };
    if picture.atlas.shapes.iter().any(|shape| lacks(&shape)) {
        keys.push((mark("url(#none)", 0), &picture.words.no_data));
    }
    if !data.kept_back.is_empty() {
        keys.push((mark(&inks.ramp[0], 0), &data.kept_back_name));
    }
    for (at, kind) in data.kinds.iter().enumerate() {
        if data.points.iter().any(|point| point.kind == at) {
            keys.push((mark(inks.tone(kind.tone), 7), &kind.name));
        }
    }
    let lines: Vec<(String, String)> = data
        .arc_kinds_there()
        .map(|(_, kind)| {
            let ink = inks.tone(kind.tone);
            let mark = format!(
                r#"<path d="M0 -3Q5 -10 9 -6" fill="none" stroke="{ink}" stroke-width="2.5"/><path d="M14 0L5 -3L11 -10Z" fill="{ink}"/>"#
            );
            (mark, format!("{} · {}", kind.name, kind.way))
        })
        .collect();
    for (mark, text) in &lines {
        keys.push((mark.clone(), text));
    }
    if !data.highlighted.is_empty() && !data.highlighted_kind.is_empty() {
        let box_ = format!(
            r#"<rect x="1" y="-11" width="12" height="12" rx="3" fill="none" stroke="{}" stroke-width="3"/>"#,
            inks.river
        );
        keys.push((box_, &data.highlighted_kind));
    }
    let mut x = EDGE;
    for (mark, name) in keys {
        let _ = write!(svg, r#"<g transform="translate({x:.1} {y:.1})">{mark}</g>"#);
        x += 20.0;
        Text::new(x, y, 13, inks).write(inks, name, svg);
        let wide: f64 = name
            .chars()
            .map(|c| if c.is_ascii() { 7.2 } else { 13.0 })
            .sum();
        x += wide + 18.0;
    }
}

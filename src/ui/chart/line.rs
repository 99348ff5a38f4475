//! A line over many points: the course matters more than each amount. From zero as everything here,
//! named at its end, numbers where they have room, the others when pointed at.

use super::labels::{Obstacles, Wish, for_fingers, settle, thin_axis};
use super::picture::*;
use super::scale::{Scale, text_width, ticks};
use super::sheet::{HeadKind, Sheet};

/// The height from zero to the greatest, in rem.
const PLOT: f64 = 10.5;

type Point = (f64, f64);

/// The importance of the ends and the greatest; no amount is as great.
const NAMED: i64 = i64::MAX - 2;

/// How an amount reads at a rule of the grid. Without it there are no rules: the picture knows no units.
pub type TickText = fn(i64) -> String;

pub fn picture(sheet: &Sheet, tick_text: Option<TickText>, frame: &Frame) -> Picture {
    let rem = frame.rem;
    let (line, em) = (LINE * rem, SMALL_TYPE * rem);
    let base = line + 0.25 * rem + PLOT * rem;
    let wholes = sheet.amounts(HeadKind::Whole);
    let parts = sheet
        .column(HeadKind::Part)
        .map(|_| sheet.amounts(HeadKind::Part));
    let most = wholes
        .iter()
        .chain(parts.iter().flatten())
        .copied()
        .max()
        .unwrap_or(0);

    let rules: Vec<(i64, String)> = tick_text
        .map(|text| {
            ticks(most, 3)
                .into_iter()
                .map(|tick| (tick, text(tick)))
                .collect()
        })
        .unwrap_or_default();
    let rule_width = rules
        .iter()
        .map(|(_, text)| text_width(text) * em)
        .fold(0.0, f64::max);
    let left = if rules.is_empty() {
        0.0
    } else {
        rule_width + 0.5 * rem
    };
    let keys = match &parts {
        Some(_) => {
            sheet
                .heads
                .iter()
                .filter(|head| head.kind != HeadKind::Note)
                .map(|head| text_width(&head.text) * em)
                .fold(0.0, f64::max)
                + 0.75 * rem
        }
        None => 0.0,
    };
    let right = frame.width - keys;
    let scale = Scale::from_zero(
        rules.iter().map(|(tick, _)| *tick).chain([most]),
        PLOT * rem,
    );

    let mut picture = Picture {
        height: base + 0.25 * rem + line,
        heads: vec![None; sheet.heads.len()],
        ..Picture::default()
    };
    for (tick, text) in &rules {
        let y = base - scale.length(*tick);
        let tone = if *tick == 0 { Tone::Axis } else { Tone::Rule };
        picture.shapes.push(Shape::Line {
            from: (left, y),
            to: (right, y),
            tone,
        });
        picture.shapes.push(Shape::Text {
            at: (rule_width, y - line / 2.0),
            align: Align::End,
            text: text.clone(),
        });
    }
    if rules.is_empty() {
        picture.shapes.push(Shape::Line {
            from: (0.0, base),
            to: (right, base),
            tone: Tone::Axis,
        });
    }

    // The first and the last point leave room for half a text beside them.
    let texts = sheet
        .rows
        .iter()
        .flat_map(|row| row.cells.iter().take(2).map(|cell| &cell.text));
    let widest = texts.map(|text| text_width(text) * em).fold(0.0, f64::max);
    let widest = (widest + 0.25 * rem).min(right - left);
    let steps = sheet.rows.len().saturating_sub(1);
    let slot = if steps == 0 {
        right - left
    } else {
        (right - left - widest) / steps as f64
    };
    let first = if steps == 0 {
        (left + right) / 2.0
    } else {
        left + widest / 2.0
    };
    let x = |at: usize| first + slot * at as f64;
    let course = |amounts: &[i64]| {
        amounts
            .iter()
            .enumerate()
            .map(|(at, amount)| (x(at), base - scale.length(*amount)))
            .collect::<Vec<_>>()
    };
    let whole_course = course(&wholes);
    let part_course = parts.as_ref().map(|parts| course(parts));
    let courses = [
        (Some(&whole_course), Tone::Whole),
        (part_course.as_ref(), Tone::Part),
    ];
    for (course, tone) in courses
        .iter()
        .filter_map(|(course, tone)| Some(((*course)?, *tone)))
    {
        let tone = if parts.is_none() { Tone::Part } else { tone };
        picture.shapes.push(Shape::Path {
            points: course.clone(),
            tone,
        });
        picture
            .shapes
            .extend(course.iter().map(|at| Shape::Dot { at: *at, tone }));
    }

    for (at, row) in sheet.rows.iter().enumerate() {
        let slot_box = |top: f64, bottom: f64| {
            let (start, end) = (
                (x(at) - slot / 2.0).max(left),
                (x(at) + slot / 2.0).min(right),
            );
            Rect::new(start, top, end - start, bottom - top)
        };
        let text = |y: f64, hit: Rect| Place {
            hit,
            x: x(at),
            y,
            align: Align::Middle,
            max_width: f64::INFINITY,
            ..Place::default()
        };
        let whole_y = whole_course[at].1;
        let part_y = part_course.as_ref().map(|course| course[at].1);
        let between = part_y.map_or(base, |part_y| (whole_y + part_y) / 2.0);
        let mut cells = vec![None; row.cells.len()];
        if let Some(column) = sheet.column(HeadKind::Whole) {
            cells[column] = Some(text(whole_y - line - 0.25 * rem, slot_box(0.0, between)));
        }
        if let (Some(column), Some(part_y)) = (sheet.column(HeadKind::Part), part_y) {
            cells[column] = Some(text(part_y + 0.25 * rem, slot_box(between, base)).ink(Ink::Part));
        }
        let label =
            text(base + 0.25 * rem, slot_box(base, base + 0.25 * rem + line)).ink(Ink::Quiet);
        picture.rows.push(Some(RowPlaces {
            label: Some(label),
            cells,
        }));
    }
    name_the_lines(
        sheet,
        frame,
        right,
        (
            whole_course.last(),
            part_course.as_ref().and_then(|course| course.last()),
        ),
        &mut picture,
    );
    let courses = std::iter::once(whole_course).chain(part_course).collect();
    thin(sheet, frame, base, courses, &mut picture);
    thin_axis(sheet, slot, frame, &mut picture);
    for_fingers(frame, &mut picture);
    picture
}

/// Keeps the greatest, the last and the first number, then the larger ones, each above its point or
/// below it, clear of the lines.
fn thin(sheet: &Sheet, frame: &Frame, base: f64, courses: Vec<Vec<Point>>, picture: &mut Picture) {
    let (line, air) = (LINE * frame.rem, 0.25 * frame.rem);
    let most = sheet
        .amounts(HeadKind::Whole)
        .into_iter()
        .max()
        .unwrap_or(0);
    let last = sheet.rows.len().saturating_sub(1);
    let columns: Vec<(usize, HeadKind)> = [HeadKind::Whole, HeadKind::Part]
        .into_iter()
        .filter_map(|kind| Some((sheet.column(kind)?, kind)))
        .collect();
    let mut texts = Vec::new();
    let mut wishes = Vec::new();
    for (at, row) in sheet.rows.iter().enumerate() {
        for ((column, kind), course) in columns.iter().zip(&courses) {
            let (cell, (x, y)) = (&row.cells[*column], course[at]);
            let (above, below) = (y - line - air, y + air);
            // The upper line's numbers rather above it, the lower line's rather below.
            let tops = if *kind == HeadKind::Part {
                [below, above]
            } else {
                [above, below]
            };
            let importance = match at {
                _ if *kind == HeadKind::Whole && cell.amount == most => i64::MAX,
                at if at == last => i64::MAX - 1,
                0 => NAMED,
                _ => cell.amount,
            };
            let width = (text_width(&cell.text) * SMALL_TYPE + 0.25) * frame.rem;
            let tops = tops.into_iter().filter(|top| top + line <= base).collect();
            wishes.push(Wish {
                x,
                width,
                tops,
                importance,
            });
            texts.push((at, *column));
        }
    }
    let boxes = picture.heads.iter().flatten().map(|key| key.hit).collect();
    let tops = settle(&wishes, &Obstacles { boxes, courses }, frame);
    // Where most have no room, a scatter of the lucky ones says nothing: the ends and the greatest do.
    let crowded = tops.iter().flatten().count() * 2 < tops.len();
    for (((at, column), top), wish) in texts.into_iter().zip(tops).zip(&wishes) {
        let row = picture.rows[at].as_mut();
        let Some(Some(cell)) = row.map(|row| &mut row.cells[column]) else {
            continue;
        };
        match top.filter(|_| !crowded || wish.importance >= NAMED) {
            Some(top) => cell.y = top,
            None => cell.seen = Seen::Pointed,
        }
    }
}

fn name_the_lines(
    sheet: &Sheet,
    frame: &Frame,
    right: f64,
    (whole_end, part_end): (Option<&Point>, Option<&Point>),
    picture: &mut Picture,
) {
    let line = LINE * frame.rem;
    let (Some(whole), Some(part)) = (sheet.column(HeadKind::Whole), sheet.column(HeadKind::Part))
    else {
        return;
    };
    let (Some(whole_end), Some(part_end)) = (whole_end, part_end) else {
        return;
    };
    let part_y = part_end.1 - line / 2.0;
    let whole_y = (whole_end.1 - line / 2.0).min(part_y - line);
    let left = right + 0.375 * frame.rem;
    let key = |y: f64| {
        let hit = Rect::new(left, y.max(0.0), frame.width - left, line);
        Place::inside(hit, Align::Start, line)
    };
    picture.heads[whole] = Some(key(whole_y).ink(Ink::Quiet));
    picture.heads[part] = Some(key(part_y).ink(Ink::Part));
}

#[cfg(test)]
mod tests {
    use super::super::{Series, sheet::samples::by_month};
    use super::checks::{check, frame, touch};
    use super::*;

    #[test]
    fn few_points_have_all_their_numbers() {
        let (sheet, frame) = (Sheet::of_series(&by_month(8)), frame(660.0));
        let picture = picture(&sheet, None, &frame);
        check(&sheet, &picture, &frame);
        let seen = picture
            .rows
            .iter()
            .flatten()
            .flat_map(|row| &row.cells)
            .flatten()
            .filter(|place| place.seen == Seen::Always);
        assert_eq!(seen.count(), 16);
    }

    #[test]
    fn many_points_have_the_greatest_and_the_last() {
        for (months, width) in [
            (36, 308.0),
            (36, 660.0),
            (12, 308.0),
            (1, 308.0),
            (2, 308.0),
        ] {
            let (sheet, frame) = (Sheet::of_series(&by_month(months)), touch(width));
            let picture = picture(&sheet, Some(|tick| tick.to_string()), &frame);
            check(&sheet, &picture, &frame);
            let seen = |at: usize| {
                picture.rows[at]
                    .as_ref()
                    .and_then(|row| row.cells[0])
                    .map(|place| place.seen)
            };
            assert_eq!(
                seen(5.min(months - 1)),
                Some(Seen::Always),
                "{months} in {width}"
            );
        }
    }

    #[test]
    fn a_line_starts_from_zero_and_rules_are_round() {
        let series = Series {
            part_label: None,
            ..by_month(8)
        };
        let picture = picture(
            &Sheet::of_series(&series),
            Some(|tick| tick.to_string()),
            &frame(660.0),
        );
        let texts: Vec<_> = picture
            .shapes
            .iter()
            .filter_map(|shape| {
                if let Shape::Text { text, .. } = shape {
                    Some(text.as_str())
                } else {
                    None
                }
            })
            .collect();
        assert_eq!(texts, ["0", "500", "1000", "1500"]);
    }

    #[test]
    fn no_points_no_line() {
        let picture = picture(&Sheet::of_series(&by_month(0)), None, &frame(308.0));
        assert!(picture.rows.is_empty());
    }
}

//! A line over many points: the course matters more than each amount. From zero as everything here,
//! named at its end, numbers where they have room, the others when pointed at.

use super::picture::*;
use super::scale::{Scale, text_width, ticks, without_overlap};
use super::sheet::{HeadKind, Sheet};

/// The height from zero to the greatest, in rem.
const PLOT: f64 = 10.5;

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
    let texts = sheet.rows.iter().flat_map(|row| {
        row.cells
            .iter()
            .take(2)
            .map(|cell| &cell.text)
            .chain([&row.label])
    });
    let widest = texts
        .map(|text| text_width(text) * em)
        .fold(0.0, f64::max)
        .min(right - left);
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

    let mut texts = Vec::new();
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
            texts.push((at, column));
        }
        if let (Some(column), Some(part_y)) = (sheet.column(HeadKind::Part), part_y) {
            // Below its line, clear of the line above; where zero is too near, over it.
            let below = part_y + 0.25 * rem;
            let y = if below + line <= base {
                below
            } else {
                part_y - line - 0.25 * rem
            };
            cells[column] = Some(text(y, slot_box(between, base)).ink(Ink::Part));
            texts.push((at, column));
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
    thin(sheet, frame, slot, &texts, &mut picture);
    picture
}

/// Keeps the greatest, the last and the first number, then the larger ones; and the labels of the
/// axis likewise from the last on.
fn thin(sheet: &Sheet, frame: &Frame, slot: f64, texts: &[(usize, usize)], picture: &mut Picture) {
    let em = SMALL_TYPE * frame.rem;
    let place = |picture: &Picture, at: usize, column: Option<usize>| {
        let row = picture.rows[at].as_ref();
        row.and_then(|row| column.map_or(row.label, |column| row.cells[column]))
            .unwrap_or_default()
    };
    let outline = |place: &Place, text: &str| {
        let width = text_width(text) * em;
        Rect::new(
            place.text_left(width) - 0.125 * frame.rem,
            place.y,
            width + 0.25 * frame.rem,
            LINE * frame.rem,
        )
    };
    let last = sheet.rows.len().saturating_sub(1);
    let boxes: Vec<Rect> = texts
        .iter()
        .map(|(at, column)| {
            outline(
                &place(picture, *at, Some(*column)),
                &sheet.rows[*at].cells[*column].text,
            )
        })
        .collect();
    let most = sheet
        .amounts(HeadKind::Whole)
        .into_iter()
        .max()
        .unwrap_or(0);
    let kept = without_overlap(&boxes, |text| {
        let (at, column) = texts[text];
        let amount = sheet.rows[at].cells[column].amount;
        match (at, sheet.heads[column].kind) {
            (_, HeadKind::Whole) if amount == most => i64::MAX,
            (at, _) if at == last => i64::MAX - 1,
            (0, _) => i64::MAX - 2,
            _ => amount,
        }
    });
    let labels: Vec<Rect> = sheet
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| outline(&place(picture, at, None), &row.label))
        .collect();
    // Every so many, so that what is left out is plain to see.
    let widest = labels.iter().map(|label| label.width).fold(0.0, f64::max);
    let stride = (widest / slot.max(1.0)).ceil().max(1.0) as usize;
    let keys: Vec<Rect> = picture.heads.iter().flatten().map(|key| key.hit).collect();
    let free = |outline: &Rect| {
        outline.x >= -2.5
            && outline.right() <= frame.width + 2.5
            && !keys.iter().any(|key| key.overlaps(outline))
    };
    for ((kept, outline), (at, column)) in kept.iter().zip(&boxes).zip(texts) {
        let row = picture.rows[*at].as_mut();
        if let (Some(Some(cell)), false) = (
            row.map(|row| &mut row.cells[*column]),
            *kept && free(outline),
        ) {
            cell.seen = Seen::Pointed;
        }
    }
    for (at, row) in picture.rows.iter_mut().enumerate() {
        if let Some(row) = row {
            row.label = row
                .label
                .filter(|_| (last - at) % stride == 0 && free(&labels[at]));
        }
    }
}

fn name_the_lines(
    sheet: &Sheet,
    frame: &Frame,
    right: f64,
    ends: (Option<&(f64, f64)>, Option<&(f64, f64)>),
    picture: &mut Picture,
) {
    let line = LINE * frame.rem;
    let (Some(whole), Some(part), (Some(whole_end), Some(part_end))) = (
        sheet.column(HeadKind::Whole),
        sheet.column(HeadKind::Part),
        ends,
    ) else {
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

//! Columns by month, in the order given: all light, the part dark, numbers on and above them. Where
//! the numbers would not fit side by side (a phone), the months lie down as rows of bars; where
//! they are too many for that, the larger numbers stay and the others show when pointed at.

use super::bars;
use super::labels::{Obstacles, Wish, for_fingers, settle, thin_axis};
use super::picture::*;
use super::scale::{Scale, text_width};
use super::sheet::{Folded, HeadKind, Sheet, SheetRow};
use super::stack::Stack;

/// More rows than these would be a scroll, not a picture.
const MOST_ROWS: usize = 18;
/// The height of the tallest column, in rem.
const PLOT: f64 = 10.5;
/// Air between a column and the number above it, in rem.
const AIR: f64 = 0.25;

pub fn picture(sheet: &Sheet, frame: &Frame) -> Picture {
    let slots = Slots::new(sheet, frame);
    match slots.fits {
        false if sheet.rows.len() <= MOST_ROWS => bars::picture(sheet, Folded::Closed, frame),
        _ => upright(sheet, frame, &slots),
    }
}

/// How the width is shared out.
struct Slots {
    width: f64,
    column: f64,
    keys: f64,
    /// Every number and label has room in its slot.
    fits: bool,
}

impl Slots {
    fn new(sheet: &Sheet, frame: &Frame) -> Slots {
        let em = SMALL_TYPE * frame.rem;
        let widest =
            |texts: &mut dyn Iterator<Item = &str>| texts.map(text_width).fold(0.0, f64::max) * em;
        let column_of = |kind| {
            let at = sheet.column(kind);
            sheet
                .rows
                .iter()
                .filter_map(move |row| row.cells.get(at?))
                .map(|cell| cell.text.as_str())
        };
        let part = widest(&mut column_of(HeadKind::Part));
        let whole = widest(&mut column_of(HeadKind::Whole));
        let label = widest(&mut sheet.rows.iter().map(|row| row.label.as_str()));
        // Keys only where there are two things to tell apart.
        let keys = match sheet.column(HeadKind::Part) {
            Some(_) => {
                widest(
                    &mut sheet
                        .heads
                        .iter()
                        .filter(|head| head.kind != HeadKind::Note)
                        .map(|head| head.text.as_str()),
                ) + 0.5 * frame.rem
            }
            None => 0.0,
        };
        let width = (frame.width - keys).max(0.0) / sheet.rows.len().max(1) as f64;
        let inside = part + 0.375 * frame.rem;
        Slots {
            width,
            column: (0.64 * width)
                .min(TOUCH * frame.rem)
                .max(inside.min(0.9 * width)),
            keys,
            fits: whole.max(label).max(inside) + 0.25 * frame.rem <= width,
        }
    }
}

fn upright(sheet: &Sheet, frame: &Frame, slots: &Slots) -> Picture {
    let rem = frame.rem;
    let (line, air) = (LINE * rem, AIR * rem);
    let base = line + air + PLOT * rem;
    let wholes = sheet.amounts(HeadKind::Whole);
    let part_column = sheet.column(HeadKind::Part);
    let parts = part_column.map(|_| sheet.amounts(HeadKind::Part));
    let scale = Scale::from_zero(wholes.iter().copied(), PLOT * rem);
    let greatest = (0..wholes.len()).max_by_key(|at| (wholes[*at], std::cmp::Reverse(*at)));

    let mut picture = Picture {
        height: base + 0.25 * rem + line,
        heads: vec![None; sheet.heads.len()],
        ..Picture::default()
    };
    let mut last = Stack {
        whole: 0.0,
        part: 0.0,
    };
    for (at, row) in sheet.rows.iter().enumerate() {
        let slot = Rect::new(slots.width * at as f64, 0.0, slots.width, base);
        let middle = slot.x + slot.width / 2.0;
        let stack = Stack::new(&scale, wholes[at], parts.as_ref().map(|parts| parts[at]));
        let (top, part_top) = (base - stack.whole, base - stack.part);
        let tone = match parts.is_some() {
            true => Tone::Whole,
            false if greatest == Some(at) => Tone::Top,
            false => Tone::Bar,
        };
        let column = Rect::new(middle - slots.column / 2.0, top, slots.column, stack.whole);
        picture.shapes.push(Shape::Rect {
            rect: column,
            tone,
            round: Round::Top,
        });
        if stack.part > 0.0 {
            let rect = Rect {
                y: part_top,
                height: stack.part,
                ..column
            };
            let round = if stack.part < stack.whole {
                Round::None
            } else {
                Round::Top
            };
            picture.shapes.push(Shape::Rect {
                rect,
                tone: Tone::Part,
                round,
            });
        }

        // The part's number: on the dark; else on the light above it; else between the whole's
        // number and the column.
        let (part_y, part_ink, above) = if stack.part >= line + 1.5 * air {
            (part_top + air, Ink::OnPart, 0.0)
        } else if stack.whole - stack.part >= line + air {
            (part_top - line, Ink::Part, 0.0)
        } else {
            (top - line - air, Ink::Part, line)
        };
        let above = if parts.is_some() { above } else { 0.0 };
        let text = |y: f64, hit: Rect| Place {
            hit,
            x: middle,
            y,
            align: Align::Middle,
            max_width: f64::INFINITY,
            ..Place::default()
        };
        let whole_y = top - line - air - above;
        let whole_end = if parts.is_some() {
            part_y.min(part_top)
        } else {
            base
        };
        let mut cells = vec![None; row.cells.len()];
        if let Some(cell) = sheet
            .column(HeadKind::Whole)
            .and_then(|at| cells.get_mut(at))
        {
            *cell = Some(text(
                whole_y,
                Rect::new(slot.x, whole_y, slot.width, whole_end - whole_y),
            ));
        }
        if let Some(cell) = part_column.and_then(|at| cells.get_mut(at)) {
            let place = text(
                part_y,
                Rect::new(slot.x, whole_end, slot.width, base - whole_end),
            )
            .ink(part_ink);
            // Where not all fit, the dark numbers wait to be pointed at.
            let seen = if slots.fits {
                Seen::Always
            } else {
                Seen::Pointed
            };
            *cell = Some(Place { seen, ..place });
        }
        let label = text(
            base + 0.25 * rem,
            Rect::new(slot.x, base, slot.width, 0.25 * rem + line),
        )
        .ink(Ink::Quiet);
        picture.rows.push(Some(RowPlaces {
            label: Some(label),
            cells,
        }));
        last = stack;
    }
    let axis_end = frame.width - slots.keys;
    picture.shapes.push(Shape::Line {
        from: (0.0, base),
        to: (axis_end, base),
        tone: Tone::Axis,
    });
    if !slots.fits {
        thin(sheet, frame, axis_end, &mut picture);
    }
    if let (Some(whole), Some(part)) = (sheet.column(HeadKind::Whole), part_column) {
        // Keys beside the last column, at its heights, never over each other.
        let part_y = (base - last.part).min(base - line);
        let whole_y = (base - last.whole).min(part_y - line);
        let key = |y: f64| {
            let hit = Rect::new(axis_end, y, slots.keys, line);
            Place {
                x: axis_end + 0.375 * rem,
                ..Place::inside(hit, Align::Start, line)
            }
        };
        picture.heads[whole] = Some(key(whole_y).ink(Ink::Quiet));
        picture.heads[part] = Some(key(part_y).ink(Ink::Part));
    }
    picture
}

/// Leaves the larger numbers and every so many labels of the axis.
fn thin(sheet: &Sheet, frame: &Frame, axis_end: f64, picture: &mut Picture) {
    let Some(whole) = sheet.column(HeadKind::Whole) else {
        return;
    };
    let place = |row: &Option<RowPlaces>| {
        row.as_ref()
            .and_then(|row| row.cells[whole])
            .unwrap_or_default()
    };
    let wish = |(row, places): (&SheetRow, _)| {
        let (cell, place) = (&row.cells[whole], place(places));
        let width = (text_width(&cell.text) * SMALL_TYPE + 0.25) * frame.rem;
        Wish {
            x: place.x,
            width,
            tops: vec![place.y],
            importance: cell.amount,
        }
    };
    let wishes: Vec<Wish> = sheet.rows.iter().zip(&picture.rows).map(wish).collect();
    let column = |shape: &Shape| {
        if let Shape::Rect { rect, .. } = shape {
            Some(*rect)
        } else {
            None
        }
    };
    let boxes = picture.shapes.iter().filter_map(column).collect();
    let tops = settle(
        &wishes,
        &Obstacles {
            boxes,
            ..Obstacles::default()
        },
        frame,
    );
    for (row, top) in picture.rows.iter_mut().zip(tops) {
        if let (Some(Some(cell)), None) = (row.as_mut().map(|row| &mut row.cells[whole]), top) {
            cell.seen = Seen::Pointed;
        }
    }
    thin_axis(
        sheet,
        axis_end / sheet.rows.len().max(1) as f64,
        frame,
        picture,
    );
    for_fingers(frame, picture);
}

#[cfg(test)]
mod tests {
    use super::super::{Datum, Figure, Series, sheet::samples::*};
    use super::checks::{check, frame, rects, touch};
    use super::*;

    fn axis(picture: &Picture) -> bool {
        picture.shapes.iter().any(|shape| {
            matches!(
                shape,
                Shape::Line {
                    tone: Tone::Axis,
                    ..
                }
            )
        })
    }

    #[test]
    fn months_stand_with_the_part_in_the_whole() {
        let (sheet, frame) = (Sheet::of_series(&by_month(8)), frame(660.0));
        let picture = picture(&sheet, &frame);
        check(&sheet, &picture, &frame);
        assert!(axis(&picture));
        let (wholes, parts) = (rects(&picture, Tone::Whole), rects(&picture, Tone::Part));
        assert_eq!((wholes.len(), parts.len()), (8, 8));
        assert_eq!(wholes[5].height, 168.0);
        for (whole, part) in wholes.iter().zip(&parts) {
            assert_eq!(
                (whole.x, whole.bottom()),
                (part.x, part.bottom()),
                "both start at zero"
            );
        }
        assert!((parts[0].height / wholes[0].height - 281.0 / 812.0).abs() < 1e-9);
    }

    #[test]
    fn on_a_phone_the_months_lie_down_in_their_order() {
        let (sheet, frame) = (Sheet::of_series(&by_month(12)), touch(308.0));
        let picture = picture(&sheet, &frame);
        check(&sheet, &picture, &frame);
        assert!(!axis(&picture));
        let bars = rects(&picture, Tone::Whole);
        assert!(bars.windows(2).all(|pair| pair[0].y < pair[1].y));
        assert!(bars[0].width > bars[1].width && bars[2].width > bars[1].width);
    }

    #[test]
    fn of_very_many_the_larger_keep_their_numbers() {
        for width in [308.0, 660.0] {
            let (sheet, frame) = (Sheet::of_series(&by_month(36)), frame(width));
            let picture = picture(&sheet, &frame);
            check(&sheet, &picture, &frame);
            assert!(axis(&picture));
            let seen = |at: usize| {
                picture.rows[at]
                    .as_ref()
                    .and_then(|row| row.cells[0])
                    .map(|place| place.seen)
            };
            assert_eq!(seen(5), Some(Seen::Always), "the greatest");
            assert_eq!(seen(1), Some(Seen::Pointed));
            assert!(
                picture.rows[35]
                    .as_ref()
                    .is_some_and(|row| row.label.is_some()),
                "the last month is named"
            );
        }
    }

    #[test]
    fn small_months_have_both_numbers_above_them() {
        let pairs = [(1_200, 400), (3, 1), (0, 0), (60, 55), (200, 3)];
        let datum = |(at, (whole, part)): (usize, (i64, i64))| {
            Datum::new(
                at.to_string(),
                format!("{}月", at + 1),
                Figure::new(whole, whole.to_string()),
            )
            .with_part(Figure::new(part, part.to_string()))
        };
        let points = pairs.into_iter().enumerate().map(datum).collect();
        let series = Series {
            label: "调解".into(),
            part_label: Some("成功".into()),
            points,
            ..Series::default()
        };
        let (sheet, frame) = (Sheet::of_series(&series), frame(660.0));
        let picture = picture(&sheet, &frame);
        check(&sheet, &picture, &frame);
        let small = picture.rows[1]
            .as_ref()
            .map(|row| row.cells.clone())
            .unwrap_or_default();
        assert!(
            small[0]
                .zip(small[1])
                .is_some_and(|(whole, part)| whole.y < part.y && part.ink == Ink::Part)
        );
    }

    #[test]
    fn one_series_needs_no_keys() {
        let series = Series {
            part_label: None,
            ..by_month(8)
        };
        let (sheet, frame) = (Sheet::of_series(&series), frame(660.0));
        let picture = picture(&sheet, &frame);
        check(&sheet, &picture, &frame);
        assert_eq!(picture.heads, [None]);
        assert_eq!(
            (
                rects(&picture, Tone::Top).len(),
                rects(&picture, Tone::Bar).len()
            ),
            (1, 7)
        );
    }
}

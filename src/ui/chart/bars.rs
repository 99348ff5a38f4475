//! Horizontal bars: a label, a bar from zero, its numbers at the right edge. Where the bar would
//! get too short beside them (a phone, long English labels), label and numbers stand above it.

use super::picture::*;
use super::scale::{Scale, text_width};
use super::sheet::{Folded, HeadKind, RowKind, Sheet, SheetRow};
use super::stack::Stack;

/// From one bar to the next, in rem, unless a finger needs more.
const PITCH: f64 = 1.6875;
/// Of a bar beside its label, and of one below it, in rem.
const THICK: f64 = 1.0;
const THIN: f64 = 0.625;

/// Bars in the sheet's order.
pub fn picture(sheet: &Sheet, folded: Folded, frame: &Frame) -> Picture {
    let rem = frame.rem;
    let shown = |row: &SheetRow| row.kind != RowKind::Folded || folded == Folded::Open;
    let gap = 0.75 * rem;

    // Number columns from the right edge; a head only where there are two to tell apart.
    let drawn: Vec<usize> = (0..sheet.heads.len())
        .filter(|at| sheet.heads[*at].kind != HeadKind::Note)
        .collect();
    let headed = drawn.len() > 1;
    let column_width = |at: usize| {
        let texts = sheet
            .rows
            .iter()
            .filter_map(|row| row.cells.get(at))
            .map(|cell| text_width(&cell.text) * ROW_TYPE);
        let head = if headed {
            text_width(&sheet.heads[at].text) * SMALL_TYPE
        } else {
            0.0
        };
        texts.fold(head, f64::max) * rem
    };
    let mut widths: Vec<f64> = drawn.iter().map(|at| column_width(*at)).collect();
    if frame.pointer == Pointer::Coarse {
        // The first number has its bar to be pressed by; the others have only themselves.
        for width in widths.iter_mut().skip(1) {
            *width = width.max(TOUCH * rem - gap);
        }
    }
    let numbers: f64 = widths.iter().map(|width| width + gap).sum();
    let label_width = sheet
        .rows
        .iter()
        .filter(|row| shown(row))
        .map(|row| label_width(row) * rem)
        .fold(0.0, f64::max);

    let beside = frame.width - label_width - gap - numbers;
    let above = beside < 0.4 * frame.width || beside < 8.0 * rem;
    let (bar_left, room) = if above {
        (0.0, frame.width)
    } else {
        (label_width + gap, beside)
    };
    let pitch = match (above, frame.pointer) {
        (false, Pointer::Fine) => PITCH * rem,
        _ => PITCH.max(TOUCH) * rem,
    };
    let thickness = if above { THIN } else { THICK } * rem;
    let line = LINE * rem;
    let top = if headed { line + 0.25 * rem } else { 0.0 };

    let wholes = sheet.amounts(HeadKind::Whole);
    let parts = sheet
        .column(HeadKind::Part)
        .map(|_| sheet.amounts(HeadKind::Part));
    let in_picture = sheet
        .rows
        .iter()
        .zip(&wholes)
        .filter(|(row, _)| shown(row))
        .map(|(_, whole)| *whole);
    let scale = Scale::from_zero(in_picture, room);
    let greatest = (0..wholes.len())
        .filter(|at| sheet.rows[*at].kind != RowKind::Rest)
        .max_by_key(|at| (wholes[*at], std::cmp::Reverse(*at)));

    // Each column's right edge; a number's place reaches left to the one before it.
    let mut edge = frame.width - numbers;
    let edges: Vec<(usize, f64, f64)> = drawn
        .iter()
        .zip(&widths)
        .map(|(at, width)| {
            let left = edge;
            edge += gap + width;
            (*at, left, edge)
        })
        .collect();

    let mut picture = Picture {
        size: Size::Row,
        heads: vec![None; sheet.heads.len()],
        ..Picture::default()
    };
    if headed {
        for (at, left, right) in &edges {
            let ink = if sheet.heads[*at].kind == HeadKind::Part {
                Ink::Part
            } else {
                Ink::Quiet
            };
            let place = Place::inside(Rect::new(*left, 0.0, right - left, line), Align::End, line);
            picture.heads[*at] = Some(place.ink(ink));
        }
    }
    let mut y = top;
    for (at, row) in sheet.rows.iter().enumerate() {
        if !shown(row) {
            picture.rows.push(None);
            continue;
        }
        let (text_band, bar_y) = match above {
            true => (line + 0.25 * rem, y + line + 0.25 * rem),
            false => (pitch, y + (pitch - thickness) / 2.0),
        };
        let stack = Stack::new(&scale, wholes[at], parts.as_ref().map(|parts| parts[at]));
        let bar = Rect::new(bar_left, bar_y, stack.whole, thickness);
        let tone = match (row.kind, parts.is_some()) {
            (RowKind::Rest, _) => Tone::Rest,
            (_, true) => Tone::Whole,
            (_, false) if greatest == Some(at) => Tone::Top,
            _ => Tone::Bar,
        };
        picture.shapes.push(Shape::Rect {
            rect: bar,
            tone,
            round: Round::Right,
        });
        if stack.part > 0.0 {
            let rect = Rect {
                width: stack.part,
                ..bar
            };
            let round = if stack.part < stack.whole {
                Round::None
            } else {
                Round::Right
            };
            picture.shapes.push(Shape::Rect {
                rect,
                tone: Tone::Part,
                round,
            });
        }

        let label_room = if above {
            frame.width - numbers
        } else {
            label_width
        };
        let label = Place::inside(Rect::new(0.0, y, label_room, text_band), Align::Start, line);
        // The measure is a guess: half the gap is given away before a label is cut.
        let label = Place {
            hit: Rect {
                height: pitch,
                ..label.hit
            },
            max_width: label_room + gap / 2.0,
            ..label
        };
        let mut cells = vec![None; row.cells.len()];
        for (nth, (column, left, right)) in edges.iter().enumerate() {
            // The first number is also opened by its bar.
            let left = if nth == 0 && above {
                0.0
            } else if nth == 0 {
                bar_left
            } else {
                *left
            };
            let place = Place::inside(
                Rect::new(left, y, right - left, text_band),
                Align::End,
                line,
            );
            let ink = match sheet.heads[*column].kind {
                HeadKind::Part => Ink::Part,
                _ => Ink::Plain,
            };
            // Pressed anywhere in its row, bar included.
            let hit = Rect {
                height: pitch,
                ..place.hit
            };
            cells[*column] = Some(Place {
                hit,
                ..place.ink(ink)
            });
        }
        picture.rows.push(Some(RowPlaces {
            label: Some(label),
            cells,
        }));
        y += pitch;
    }
    picture.height = y;
    picture
}

/// In rem. The folded rest has its arrow before it.
fn label_width(row: &SheetRow) -> f64 {
    let arrow = if row.kind == RowKind::Rest { 1.25 } else { 0.0 };
    (text_width(&row.label) + arrow) * ROW_TYPE
}

#[cfg(test)]
mod tests {
    use super::super::sheet::{Sheet, samples::*, sorted_and_folded};
    use super::checks::{check, frame, rects, touch};
    use super::*;

    fn folded_sheet() -> Sheet {
        sorted_and_folded(&by_type(), Some(&folding(8)), |count| {
            format!("其他{count}类")
        })
    }

    #[test]
    fn on_a_desktop_label_bar_and_number_share_a_row() {
        let (sheet, frame) = (folded_sheet(), frame(660.0));
        let picture = picture(&sheet, Folded::Closed, &frame);
        check(&sheet, &picture, &frame);
        assert_eq!(picture.height, 9.0 * 27.0);
        let top = rects(&picture, Tone::Top);
        assert_eq!(top.len(), 1);
        let bars = rects(&picture, Tone::Bar);
        assert_eq!((bars.len(), rects(&picture, Tone::Rest).len()), (7, 1));
        assert!(
            bars.iter().all(|bar| bar.x == top[0].x),
            "all start at one zero"
        );
        assert!((bars[0].width / top[0].width - 1_583.0 / 2_146.0).abs() < 1e-9);
        assert!(picture.rows[9..].iter().all(Option::is_none));
    }

    #[test]
    fn unfolded_all_stand_in_the_picture() {
        let (sheet, frame) = (folded_sheet(), frame(660.0));
        let picture = picture(&sheet, Folded::Open, &frame);
        check(&sheet, &picture, &frame);
        assert!(picture.rows.iter().all(Option::is_some));
    }

    #[test]
    fn a_finger_gets_44_pixels() {
        for width in [308.0, 660.0] {
            let (sheet, frame) = (folded_sheet(), touch(width));
            let picture = picture(&sheet, Folded::Closed, &frame);
            check(&sheet, &picture, &frame);
            for row in picture.rows.iter().flatten() {
                let hit = row.cells[0].map(|place| place.hit);
                assert!(
                    hit.is_some_and(|hit| hit.height >= 44.0 && hit.width >= 44.0),
                    "{hit:?}"
                );
            }
        }
    }

    #[test]
    fn where_labels_are_long_the_bar_takes_the_whole_width() {
        let mut series = by_type();
        for datum in &mut series.points {
            datum.label = format!("Neighbourhood and homestead {}", datum.label);
        }
        let sheet = sorted_and_folded(&series, None, |_| String::new());
        let frame = frame(308.0);
        let picture = picture(&sheet, Folded::Closed, &frame);
        check(&sheet, &picture, &frame);
        assert_eq!(
            rects(&picture, Tone::Top)[0],
            Rect::new(0.0, 24.0, 308.0, 10.0)
        );
    }

    #[test]
    fn two_numbers_are_told_apart_by_heads() {
        for width in [308.0, 660.0] {
            let (sheet, frame) = (Sheet::of_series(&by_month(12)), touch(width));
            let picture = picture(&sheet, Folded::Closed, &frame);
            check(&sheet, &picture, &frame);
            assert!(picture.heads.iter().all(Option::is_some));
            assert_eq!(rects(&picture, Tone::Part).len(), 12);
        }
    }

    #[test]
    fn large_type_makes_everything_larger_but_the_frame() {
        let sheet = folded_sheet();
        let frame = Frame {
            rem: 24.0,
            ..frame(660.0)
        };
        let picture = picture(&sheet, Folded::Closed, &frame);
        check(&sheet, &picture, &frame);
        assert_eq!(picture.height, 9.0 * 27.0 * 1.5);
    }
}

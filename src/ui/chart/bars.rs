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
    let laid = Laid::of(sheet, folded, frame);
    let mut picture = Picture {
        size: Size::Row,
        heads: vec![None; sheet.heads.len()],
        ..Picture::default()
    };
    laid.heads(sheet, &mut picture);
    let mut y = laid.top;
    for (at, row) in sheet.rows.iter().enumerate() {
        if is_shown(row, folded) {
            let places = laid.row(sheet, at, y, &mut picture.shapes);
            picture.rows.push(Some(places));
            y += laid.pitch;
        } else {
            picture.rows.push(None);
        }
    }
    picture.height = y;
    picture
}

fn is_shown(row: &SheetRow, folded: Folded) -> bool {
    row.kind != RowKind::Folded || folded == Folded::Open
}

/// How a sheet is laid out in a frame, before any row is drawn.
struct Laid {
    rem: f64,
    /// Between label, bar and numbers.
    gap: f64,
    /// Label and numbers stand above the bar.
    above: bool,
    label_room: f64,
    bar_left: f64,
    /// Of each number's column: which, from where its place reaches, and its right edge.
    edges: Vec<(usize, f64, f64)>,
    /// Two columns are told apart by their heads.
    headed: bool,
    /// Where the first row begins.
    top: f64,
    pitch: f64,
    thickness: f64,
    line: f64,
    wholes: Vec<i64>,
    parts: Option<Vec<i64>>,
    scale: Scale,
    /// The row with the greatest amount; the rest is none.
    greatest: Option<usize>,
}

impl Laid {
    fn of(sheet: &Sheet, folded: Folded, frame: &Frame) -> Self {
        let rem = frame.rem;
        let gap = 0.75 * rem;
        let shown = || sheet.rows.iter().filter(|row| is_shown(row, folded));

        // Number columns from the right edge; a head only where there are two to tell apart.
        let drawn: Vec<usize> = (0..sheet.heads.len())
            .filter(|at| sheet.heads[*at].kind != HeadKind::Note)
            .collect();
        let headed = drawn.len() > 1;
        let mut widths: Vec<f64> = drawn
            .iter()
            .map(|at| column_width(sheet, *at, headed) * rem)
            .collect();
        if frame.pointer == Pointer::Coarse {
            // The first number has its bar to be pressed by; the others have only themselves.
            for width in widths.iter_mut().skip(1) {
                *width = width.max(TOUCH * rem - gap);
            }
        }
        let numbers: f64 = widths.iter().map(|width| width + gap).sum();
        let label_width = shown()
            .map(|row| label_width(row) * rem)
            .fold(0.0, f64::max);

        let beside = frame.width - label_width - gap - numbers;
        let above = beside < 0.4 * frame.width || beside < 8.0 * rem;
        let (label_room, bar_left, room) = if above {
            (frame.width - numbers, 0.0, frame.width)
        } else {
            (label_width, label_width + gap, beside)
        };
        let pitch = match (above, frame.pointer) {
            (false, Pointer::Fine) => PITCH * rem,
            _ => PITCH.max(TOUCH) * rem,
        };
        let line = LINE * rem;

        let wholes = sheet.amounts(HeadKind::Whole);
        let parts = sheet
            .column(HeadKind::Part)
            .map(|_| sheet.amounts(HeadKind::Part));
        let rows = sheet.rows.iter().zip(&wholes);
        let in_picture = rows.filter(|(row, _)| is_shown(row, folded));
        let scale = Scale::from_zero(in_picture.map(|(_, whole)| *whole), room);
        let greatest = (0..wholes.len())
            .filter(|at| sheet.rows[*at].kind != RowKind::Rest)
            .max_by_key(|at| (wholes[*at], std::cmp::Reverse(*at)));

        // Each column's right edge; a number's place reaches left to the one before it.
        let mut edge = frame.width - numbers;
        let edges = drawn.iter().zip(&widths).map(|(at, width)| {
            let left = edge;
            edge += gap + width;
            (*at, left, edge)
        });
        Self {
            rem,
            gap,
            above,
            label_room,
            bar_left,
            edges: edges.collect(),
            headed,
            top: if headed { line + 0.25 * rem } else { 0.0 },
            pitch,
            thickness: if above { THIN } else { THICK } * rem,
            line,
            wholes,
            parts,
            scale,
            greatest,
        }
    }

    fn heads(&self, sheet: &Sheet, picture: &mut Picture) {
        if !self.headed {
            return;
        }
        for (at, left, right) in &self.edges {
            let ink = if sheet.heads[*at].kind == HeadKind::Part {
                Ink::Part
            } else {
                Ink::Quiet
            };
            let rect = Rect::new(*left, 0.0, right - left, self.line);
            let place = Place::inside(rect, Align::End, self.line);
            picture.heads[*at] = Some(place.ink(ink));
        }
    }

    /// Draws the bar of the row at this place, whose band begins at `y`, and gives where its texts stand.
    fn row(&self, sheet: &Sheet, at: usize, y: f64, shapes: &mut Vec<Shape>) -> RowPlaces {
        let (text_band, bar_y) = match self.above {
            true => {
                let band = self.line + 0.25 * self.rem;
                (band, y + band)
            }
            false => (self.pitch, y + (self.pitch - self.thickness) / 2.0),
        };
        self.bar(sheet, at, bar_y, shapes);

        let rect = Rect::new(0.0, y, self.label_room, text_band);
        let label = Place::inside(rect, Align::Start, self.line);
        // The measure is a guess: half the gap is given away before a label is cut.
        let label = Place {
            hit: Rect {
                height: self.pitch,
                ..label.hit
            },
            max_width: self.label_room + self.gap / 2.0,
            ..label
        };
        let mut cells = vec![None; sheet.rows[at].cells.len()];
        for (nth, (column, left, right)) in self.edges.iter().enumerate() {
            // The first number is also opened by its bar.
            let left = if nth == 0 { self.bar_left } else { *left };
            let rect = Rect::new(left, y, right - left, text_band);
            let place = Place::inside(rect, Align::End, self.line);
            let ink = match sheet.heads[*column].kind {
                HeadKind::Part => Ink::Part,
                _ => Ink::Plain,
            };
            // Pressed anywhere in its row, bar included.
            let hit = Rect {
                height: self.pitch,
                ..place.hit
            };
            cells[*column] = Some(Place {
                hit,
                ..place.ink(ink)
            });
        }
        RowPlaces {
            label: Some(label),
            cells,
        }
    }

    fn bar(&self, sheet: &Sheet, at: usize, y: f64, shapes: &mut Vec<Shape>) {
        let part = self.parts.as_ref().map(|parts| parts[at]);
        let stack = Stack::new(&self.scale, self.wholes[at], part);
        let rect = Rect::new(self.bar_left, y, stack.whole, self.thickness);
        let tone = match (sheet.rows[at].kind, part.is_some()) {
            (RowKind::Rest, _) => Tone::Rest,
            (_, true) => Tone::Whole,
            (_, false) if self.greatest == Some(at) => Tone::Top,
            _ => Tone::Bar,
        };
        shapes.push(Shape::Rect {
            rect,
            tone,
            round: Round::Right,
        });
        if stack.part > 0.0 {
            let round = if stack.part < stack.whole {
                Round::None
            } else {
                Round::Right
            };
            shapes.push(Shape::Rect {
                rect: Rect {
                    width: stack.part,
                    ..rect
                },
                tone: Tone::Part,
                round,
            });
        }
    }
}

/// Of a column of numbers, in rem.
fn column_width(sheet: &Sheet, at: usize, headed: bool) -> f64 {
    let cells = sheet.rows.iter().filter_map(|row| row.cells.get(at));
    let texts = cells.map(|cell| text_width(&cell.text) * ROW_TYPE);
    let head = if headed {
        text_width(&sheet.heads[at].text) * SMALL_TYPE
    } else {
        0.0
    };
    texts.fold(head, f64::max)
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

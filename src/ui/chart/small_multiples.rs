//! Small multiples: one little column chart for each county or kind, all on one scale, so that
//! they compare by eye. A panel says its name, its total, and its first and last step.

use super::picture::*;
use super::scale::{Scale, text_width};
use super::sheet::{HeadKind, Sheet, SheetRow};

/// In rem: no panel narrower than this, unless the page is; the tallest column; air between panels.
const NARROWEST: f64 = 9.0;
const PLOT: f64 = 4.0;
const GAP: f64 = 1.0;

pub fn picture(sheet: &Sheet, frame: &Frame) -> Picture {
    let rem = frame.rem;
    let (line, gap) = (LINE * rem, GAP * rem);
    let across = (((frame.width + gap) / (NARROWEST * rem + gap)).floor() as usize)
        .clamp(1, sheet.rows.len().max(1));
    let width = (frame.width - gap * (across - 1) as f64).max(0.0) / across as f64;
    let height = line + 0.5 * rem + PLOT * rem + line;
    let down = sheet.rows.len().div_ceil(across);
    let steps = sheet.rows.iter().flat_map(|row| step_amounts(sheet, row));
    let panel = Panel {
        width,
        height,
        scale: Scale::from_zero(steps, PLOT * rem),
        frame,
    };
    let pitch = height + 1.25 * gap;

    let mut picture = Picture {
        size: Size::Row,
        heads: vec![None; sheet.heads.len()],
        ..Picture::default()
    };
    picture.height = (down as f64 * pitch - 1.25 * gap).max(0.0);
    for (at, row) in sheet.rows.iter().enumerate() {
        let corner = (
            (at % across) as f64 * (width + gap),
            (at / across) as f64 * pitch,
        );
        let places = panel.draw(sheet, row, corner, &mut picture.shapes);
        picture.rows.push(Some(places));
    }
    picture
}

/// What all panels share.
struct Panel<'a> {
    width: f64,
    height: f64,
    scale: Scale,
    frame: &'a Frame,
}

impl Panel<'_> {
    fn draw(
        &self,
        sheet: &Sheet,
        row: &SheetRow,
        (x, y): (f64, f64),
        shapes: &mut Vec<Shape>,
    ) -> RowPlaces {
        let rem = self.frame.rem;
        let (line, width) = (LINE * rem, self.width);
        let base = y + self.height - line;
        let amounts = step_amounts(sheet, row);
        let slot = width / amounts.len().max(1) as f64;
        let greatest = (0..amounts.len()).max_by_key(|at| (amounts[*at], std::cmp::Reverse(*at)));
        let mut cells = vec![None; row.cells.len()];

        let total = sheet.column(HeadKind::Whole);
        let total_width = total.map_or(0.0, |at| text_width(&row.cells[at].text) * ROW_TYPE * rem);
        if let Some(at) = total {
            // A finger opens the total from anywhere in its panel; a mouse leaves the columns to the steps.
            let hit = match self.frame.pointer {
                Pointer::Fine => Rect::new(x + width / 2.0, y, width / 2.0, line),
                Pointer::Coarse => Rect::new(x, y, width, self.height),
            };
            cells[at] = Some(Place {
                hit,
                x: x + width,
                y,
                align: Align::End,
                max_width: width,
                ..Place::default()
            });
        }
        let label_room = Rect::new(x, y, width - total_width - 0.5 * rem, line);
        let label = Place::inside(label_room, Align::Start, line);

        let first_step = sheet.column(HeadKind::Step).unwrap_or(0);
        for (at, amount) in amounts.iter().enumerate() {
            let length = self.scale.length(*amount);
            let left = x + slot * at as f64;
            let rect = Rect::new(left + 0.1 * slot, base - length, 0.8 * slot, length);
            let tone = if greatest == Some(at) {
                Tone::Top
            } else {
                Tone::Bar
            };
            shapes.push(Shape::Rect {
                rect,
                tone,
                round: Round::Top,
            });
            // Columns this thin are no target for a finger: it opens the total, or the table.
            if self.frame.pointer == Pointer::Fine {
                let hit = Rect::new(left, y + line, slot, base - y - line);
                // At the edges the text leans inwards.
                let align = match at {
                    0 => Align::Start,
                    at if at + 1 == amounts.len() => Align::End,
                    _ => Align::Middle,
                };
                let place = Place {
                    max_width: f64::INFINITY,
                    seen: Seen::Pointed,
                    ..Place::inside(hit, align, line)
                };
                cells[first_step + at] = Some(Place {
                    y: (base - length - line).max(y),
                    ..place
                });
            }
        }
        shapes.push(Shape::Line {
            from: (x, base),
            to: (x + width, base),
            tone: Tone::Axis,
        });
        let steps = &sheet.heads[first_step.min(sheet.heads.len())..];
        if let (Some(first), Some(last)) = (steps.first(), steps.last()) {
            let text = |at: f64, align: Align, text: &str| Shape::Text {
                at: (at, base),
                align,
                text: text.to_owned(),
            };
            shapes.push(text(x, Align::Start, &first.text));
            if steps.len() > 1 {
                shapes.push(text(x + width, Align::End, &last.text));
            }
        }
        RowPlaces {
            label: Some(label),
            cells,
        }
    }
}

fn step_amounts(sheet: &Sheet, row: &SheetRow) -> Vec<i64> {
    let steps = sheet
        .heads
        .iter()
        .zip(&row.cells)
        .filter(|(head, _)| head.kind == HeadKind::Step);
    steps.map(|(_, cell)| cell.amount).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Figure, Panel, Panels};
    use super::checks::{check, frame, rects, touch};
    use super::*;

    fn counties() -> Sheet {
        let figure = |amount: i64| Figure::new(amount, amount.to_string()).opening("#/x");
        let panel = |(name, factor): (&str, i64)| Panel {
            key: name.into(),
            label: name.into(),
            total: figure(36 * factor),
            figures: (1..=8).map(|month| figure(month * factor)).collect(),
        };
        Sheet::of_panels(&Panels {
            of: "区县".into(),
            total_label: "合计".into(),
            steps: (1..=8).map(|month| format!("{month}月")).collect(),
            panels: [
                ("平谷", 120),
                ("通州", 80),
                ("武清", 60),
                ("广阳", 20),
                ("香河", 1),
            ]
            .map(panel)
            .into(),
        })
    }

    #[test]
    fn panels_share_one_scale() {
        let (sheet, frame) = (counties(), frame(660.0));
        let picture = picture(&sheet, &frame);
        check(&sheet, &picture, &frame);
        let tops = rects(&picture, Tone::Top);
        assert_eq!(tops.len(), 5);
        assert_eq!(tops[0].height, 64.0);
        assert!((tops[1].height / tops[0].height - 80.0 / 120.0).abs() < 1e-9);
        assert!(
            tops[0].bottom() < tops[4].y,
            "the fifth stands in the next row"
        );
    }

    #[test]
    fn on_a_phone_two_stand_side_by_side_and_a_finger_opens_the_total() {
        let (sheet, frame) = (counties(), touch(308.0));
        let picture = picture(&sheet, &frame);
        check(&sheet, &picture, &frame);
        let first = picture.rows[0].clone().unwrap_or_default();
        let second = picture.rows[1].clone().unwrap_or_default();
        assert_eq!(
            first.label.map(|place| place.y),
            second.label.map(|place| place.y)
        );
        assert!(
            first.cells[0].is_some_and(|place| place.hit.width >= 44.0 && place.hit.height >= 44.0)
        );
        assert!(first.cells[1..].iter().all(Option::is_none));
    }
}

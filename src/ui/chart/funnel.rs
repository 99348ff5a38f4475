//! A funnel of outcomes: bars from one zero, stage under stage, joined so that the eye sees what
//! fell away, with the step's rate beside its number. Left-aligned: lengths compare, a centred
//! funnel's don't.

use super::bars::{Manner, Notes, layout};
use super::picture::*;
use super::sheet::{Folded, Sheet};

pub fn picture(sheet: &Sheet, frame: &Frame) -> Picture {
    let manner = Manner {
        pitch: TOUCH,
        thickness: 1.375,
        notes: Notes::Drawn,
    };
    let (mut picture, bars) = layout(sheet, Folded::Closed, frame, &manner);
    // On a phone texts stand between the bars, and a band would run under them.
    let texts_between = bars
        .windows(2)
        .any(|pair| pair[1].y - pair[0].bottom() > 1.75 * frame.rem);
    if !texts_between {
        let bands = bars.windows(2).map(|pair| {
            let points = vec![
                (pair[0].x, pair[0].bottom()),
                (pair[0].right(), pair[0].bottom()),
                (pair[1].right(), pair[1].y),
                (pair[1].x, pair[1].y),
            ];
            Shape::Polygon {
                points,
                tone: Tone::Band,
            }
        });
        picture.shapes.splice(0..0, bands);
    }
    picture
}

#[cfg(test)]
mod tests {
    use super::super::{Datum, Figure, Series};
    use super::checks::{check, frame, rects, touch};
    use super::*;

    fn outcomes() -> Sheet {
        let stage = |label: &str, amount: i64, note: &str| {
            Datum::new(label, label, Figure::new(amount, amount.to_string())).with_note(note)
        };
        let points = vec![
            stage("受理", 8_359, ""),
            stage("达成协议", 2_974, "35.6%"),
            stage("履行完毕", 2_406, "80.9%"),
            stage("司法确认", 118, "4.9%"),
        ];
        let series = Series {
            of: "阶段".into(),
            label: "件".into(),
            note_label: Some("占上一步".into()),
            points,
            ..Series::default()
        };
        Sheet::of_series(&series)
    }

    #[test]
    fn stages_keep_their_order_and_are_joined() {
        let (sheet, frame) = (outcomes(), frame(660.0));
        let picture = picture(&sheet, &frame);
        check(&sheet, &picture, &frame);
        assert_eq!(
            picture
                .shapes
                .iter()
                .filter(|shape| matches!(shape, Shape::Polygon { .. }))
                .count(),
            3
        );
        let bars: Vec<Rect> = rects(&picture, Tone::Top)
            .into_iter()
            .chain(rects(&picture, Tone::Bar))
            .collect();
        assert!(
            bars.windows(2)
                .all(|pair| pair[0].width > pair[1].width && pair[0].x == pair[1].x)
        );
        assert!(
            picture
                .rows
                .iter()
                .flatten()
                .all(|row| row.cells[1].is_some()),
            "rates are seen"
        );
    }

    #[test]
    fn on_a_phone_texts_stand_clear_of_the_bars() {
        for width in [308.0, 340.0] {
            let (sheet, frame) = (outcomes(), touch(width));
            check(&sheet, &picture(&sheet, &frame), &frame);
        }
    }
}

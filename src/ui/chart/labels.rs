//! Which texts of a picture are seen when there is no room for all. Larger numbers win; a text
//! never stands over another, over a bar, or across a line.

use super::picture::*;
use super::scale::text_width;
use super::sheet::Sheet;

/// A text that would stand at one of some heights, the first one rather than the next.
pub struct Wish {
    /// Its middle.
    pub x: f64,
    pub width: f64,
    pub tops: Vec<f64>,
    pub importance: i64,
}

/// What texts must stay clear of.
#[derive(Default)]
pub struct Obstacles {
    pub boxes: Vec<Rect>,
    /// Lines drawn through points.
    pub courses: Vec<Vec<(f64, f64)>>,
}

/// The top that each text gets, from the most important on; `None`: it has no room.
pub fn settle(wishes: &[Wish], obstacles: &Obstacles, frame: &Frame) -> Vec<Option<f64>> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(wishes[*at].importance), *at));
    let mut taken = obstacles.boxes.clone();
    let mut tops = vec![None; wishes.len()];
    for at in order {
        let wish = &wishes[at];
        let outline =
            |top: f64| Rect::new(wish.x - wish.width / 2.0, top, wish.width, LINE * frame.rem);
        let free = |outline: &Rect| {
            outline.x >= 0.0
                && outline.right() <= frame.width
                && !taken.iter().any(|other| other.overlaps(outline))
                && !obstacles
                    .courses
                    .iter()
                    .any(|course| crosses(course, outline))
        };
        tops[at] = wish.tops.iter().copied().find(|top| free(&outline(*top)));
        taken.extend(tops[at].map(outline));
    }
    tops
}

/// Whether a line through points enters a box.
fn crosses(course: &[(f64, f64)], outline: &Rect) -> bool {
    course.windows(2).any(|pair| {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        // Each side of the box cuts the segment shorter; what is left lies inside.
        let cut = |from: f64, to: f64, low: f64, high: f64| {
            let run = to - from;
            if run == 0.0 {
                return if (low..=high).contains(&from) {
                    (0.0, 1.0)
                } else {
                    (1.0, 0.0)
                };
            }
            let (a, b) = ((low - from) / run, (high - from) / run);
            (a.min(b), a.max(b))
        };
        let (across, down) = (
            cut(x1, x2, outline.x, outline.right()),
            cut(y1, y2, outline.y, outline.bottom()),
        );
        across.0.max(down.0).max(0.0) < across.1.min(down.1).min(1.0)
    })
}

/// Leaves every so many labels of the axis, counted from the last, so that what is left out is
/// plain to see; those at the ends lean inwards.
pub fn thin_axis(sheet: &Sheet, spacing: f64, frame: &Frame, picture: &mut Picture) {
    let em = SMALL_TYPE * frame.rem;
    let width = |at: usize| {
        sheet
            .rows
            .get(at)
            .map_or(0.0, |row| text_width(&row.label) * em)
    };
    let air = 0.5 * frame.rem;
    let widest = (0..sheet.rows.len()).map(width).fold(0.0, f64::max) + air;
    // The last leans inwards by this, and the one before it keeps clear.
    let last = picture.rows.last().and_then(|row| row.as_ref()?.label);
    let last_half = width(sheet.rows.len().saturating_sub(1)) / 2.0;
    let lean = last.map_or(0.0, |last| (last.x + last_half - frame.width).max(0.0));
    let stride = ((widest + lean) / spacing.max(1.0)).ceil().max(1.0) as usize;
    let mut limit = f64::INFINITY;
    for (at, row) in picture.rows.iter_mut().enumerate().rev() {
        let Some(row) = row else { continue };
        let half = width(at) / 2.0;
        let wanted = (sheet.rows.len() - 1 - at).is_multiple_of(stride);
        row.label = row.label.filter(|_| wanted).and_then(|label| {
            let x = label.x.clamp(half, (frame.width - half).max(half));
            (x + half <= limit).then_some(Place { x, ..label })
        });
        if let Some(label) = row.label {
            limit = label.x - half - air;
        }
    }
}

/// For a finger: what has no room to be seen is no target either (the table has it), and what is
/// seen can be pressed around its text.
pub fn for_fingers(frame: &Frame, picture: &mut Picture) {
    if frame.pointer == Pointer::Fine {
        return;
    }
    let least = TOUCH * frame.rem;
    for place in picture
        .rows
        .iter_mut()
        .flatten()
        .flat_map(|row| &mut row.cells)
    {
        *place = place
            .filter(|place| place.seen == Seen::Always)
            .map(|place| {
                let width = place.hit.width.max(least).min(frame.width);
                let middle = place.hit.x + place.hit.width / 2.0;
                let x = (middle - width / 2.0).clamp(0.0, frame.width - width);
                Place {
                    hit: Rect {
                        x,
                        width,
                        ..place.hit
                    },
                    ..place
                }
            });
    }
}

#[cfg(test)]
mod tests {
    use super::checks::frame;
    use super::*;

    fn wish(x: f64, top: f64, importance: i64) -> Wish {
        Wish {
            x,
            width: 20.0,
            tops: vec![top, top + 40.0],
            importance,
        }
    }

    #[test]
    fn the_larger_stays_and_the_smaller_makes_way() {
        let wishes = [wish(20.0, 0.0, 5), wish(30.0, 0.0, 9), wish(35.0, 0.0, 1)];
        let tops = settle(&wishes, &Obstacles::default(), &frame(100.0));
        assert_eq!(tops, [Some(40.0), Some(0.0), None]);
    }

    #[test]
    fn nothing_stands_across_a_line_or_outside() {
        let obstacles = Obstacles {
            courses: vec![vec![(0.0, 0.0), (100.0, 20.0)]],
            ..Obstacles::default()
        };
        let tops = settle(
            &[wish(50.0, 0.0, 1), wish(5.0, 30.0, 2)],
            &obstacles,
            &frame(100.0),
        );
        assert_eq!(tops, [Some(40.0), None]);
        assert!(
            crosses(
                &[(5.0, -5.0), (5.0, 50.0)],
                &Rect::new(0.0, 0.0, 10.0, 10.0)
            ),
            "straight down"
        );
        assert!(!crosses(
            &[(15.0, -5.0), (15.0, 50.0)],
            &Rect::new(0.0, 0.0, 10.0, 10.0)
        ));
        assert!(!crosses(
            &[(0.0, 20.0), (10.0, 20.0)],
            &Rect::new(0.0, 0.0, 10.0, 10.0)
        ));
    }
}

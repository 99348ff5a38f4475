//! Where things stand in a picture. All lengths are CSS pixels, from the top left.

/// The room a picture is given, as the browser measured it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    pub width: f64,
    /// One rem: 16, or more in large type. Every height and gap is counted in it.
    pub rem: f64,
    pub pointer: Pointer,
}

/// What the picture is pressed with: a finger needs 44 px.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pointer {
    #[default]
    Fine,
    Coarse,
}

/// The height of a line of text in a picture, in rem; chart.css sets the same.
pub const LINE: f64 = 1.25;
/// The sizes of type in a picture, in rem: labels and numbers of rows; everything else.
pub const ROW_TYPE: f64 = 0.875;
pub const SMALL_TYPE: f64 = 0.8125;
/// Never under 44 px for a finger.
pub const TOUCH: f64 = 2.75;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect {
            x,
            y,
            width: width.max(0.0),
            height: height.max(0.0),
        }
    }

    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Start,
    Middle,
    End,
}

/// The colour of a text, by meaning; chart.css names the token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    #[default]
    Plain,
    /// Axes and keys.
    Quiet,
    /// Belongs to the dark part, stands outside of it.
    Part,
    /// Stands on the dark part.
    OnPart,
}

/// When a text is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Seen {
    #[default]
    Always,
    /// There was no room for it: it shows while the place is pointed at or has the focus.
    Pointed,
}

/// Where one cell of the table stands: what is pressed, and where its text begins.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// What can be pressed.
    pub hit: Rect,
    /// The text's anchor: left edge, middle or right edge as `align` says; the line's top.
    pub x: f64,
    pub y: f64,
    pub align: Align,
    /// The text is cut with "…" beyond this.
    pub max_width: f64,
    pub ink: Ink,
    pub seen: Seen,
}

impl Place {
    /// A text in the middle of a box's height, aligned inside it.
    pub fn inside(hit: Rect, align: Align, line: f64) -> Place {
        let x = match align {
            Align::Start => hit.x,
            Align::Middle => hit.x + hit.width / 2.0,
            Align::End => hit.right(),
        };
        let y = hit.y + (hit.height - line) / 2.0;
        Place {
            hit,
            x,
            y,
            align,
            max_width: hit.width,
            ..Place::default()
        }
    }

    #[must_use]
    pub fn ink(self, ink: Ink) -> Place {
        Place { ink, ..self }
    }
}

/// What a shape means; chart.css gives each its colour on screen and on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// One bar among others.
    Bar,
    /// The greatest of them.
    Top,
    /// What was folded together.
    Rest,
    /// The whole, where a part is shown in it.
    Whole,
    Part,
    Axis,
    Rule,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        rect: Rect,
        tone: Tone,
        round: Round,
    },
    /// From (x1, y1) to (x2, y2).
    Line {
        from: (f64, f64),
        to: (f64, f64),
        tone: Tone,
    },
    /// An open line through points.
    Path {
        points: Vec<(f64, f64)>,
        tone: Tone,
    },
    Dot {
        at: (f64, f64),
        tone: Tone,
    },
    /// A word that is in the table elsewhere (a tick, a repeated head): hidden from screen readers.
    Text {
        at: (f64, f64),
        align: Align,
        text: String,
    },
}

/// Which end of a bar is rounded: the one away from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    None,
    Right,
    Top,
}

/// The size of type of a picture's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// [`SMALL_TYPE`]: numbers stand among shapes.
    #[default]
    Small,
    /// [`ROW_TYPE`]: rows that are read like a table's.
    Row,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    pub height: f64,
    pub size: Size,
    pub shapes: Vec<Shape>,
    /// For each value column its head, where it stands in the picture as a key.
    pub heads: Vec<Option<Place>>,
    /// For each row of the sheet; `None`: not in the picture, only in the table.
    pub rows: Vec<Option<RowPlaces>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowPlaces {
    /// `None`: heard, not seen.
    pub label: Option<Place>,
    /// For each value column; `None`: heard, not seen.
    pub cells: Vec<Option<Place>>,
}

/// The outline of a rectangle with one end rounded, as an SVG path.
pub fn rounded(rect: &Rect, round: Round, radius: f64) -> String {
    let Rect {
        x,
        y,
        width,
        height,
    } = *rect;
    match round {
        Round::None => format!("M{x:.1} {y:.1}h{width:.1}v{height:.1}h-{width:.1}z"),
        Round::Right => {
            let r = radius.min(width).min(height / 2.0);
            let (run, fall) = (width - r, height - 2.0 * r);
            format!(
                "M{x:.1} {y:.1}h{run:.1}a{r:.1} {r:.1} 0 0 1 {r:.1} {r:.1}v{fall:.1}a{r:.1} {r:.1} 0 0 1 -{r:.1} {r:.1}h-{run:.1}z"
            )
        }
        Round::Top => {
            let r = radius.min(height).min(width / 2.0);
            let (rise, run, bottom) = (height - r, width - 2.0 * r, y + height);
            format!(
                "M{x:.1} {bottom:.1}v-{rise:.1}a{r:.1} {r:.1} 0 0 1 {r:.1} -{r:.1}h{run:.1}a{r:.1} {r:.1} 0 0 1 {r:.1} {r:.1}v{rise:.1}z"
            )
        }
    }
}

#[cfg(test)]
pub mod checks {
    //! What holds for every picture, asked by the tests of each kind.
    use super::*;
    use crate::ui::chart::Sheet;
    use crate::ui::chart::scale::text_width;

    pub fn frame(width: f64) -> Frame {
        Frame {
            width,
            rem: 16.0,
            pointer: Pointer::Fine,
        }
    }

    pub fn touch(width: f64) -> Frame {
        Frame {
            pointer: Pointer::Coarse,
            ..frame(width)
        }
    }

    /// Places match the sheet; nothing leaves the frame; texts that are always seen don't overlap.
    #[track_caller]
    pub fn check(sheet: &Sheet, picture: &Picture, frame: &Frame) {
        assert_eq!(picture.rows.len(), sheet.rows.len());
        assert_eq!(picture.heads.len(), sheet.heads.len());
        let mut texts: Vec<(String, Rect)> = Vec::new();
        let mut see = |text: &str, place: &Option<Place>| {
            let Some(place) = place else { return };
            assert!(
                place.hit.x >= -0.5 && place.hit.right() <= frame.width + 0.5,
                "{text}: {:?}",
                place.hit
            );
            assert!(
                place.hit.y >= -0.5 && place.hit.bottom() <= picture.height + 0.5,
                "{text}: {:?}",
                place.hit
            );
            if place.seen == Seen::Always {
                let size = if picture.size == Size::Row {
                    ROW_TYPE
                } else {
                    SMALL_TYPE
                };
                let width = (text_width(text) * size * frame.rem).min(place.max_width);
                let rect = Rect::new(left(place, width), place.y, width, (LINE - 0.1) * frame.rem);
                assert!(
                    rect.x >= -0.5 && rect.right() <= frame.width + 0.5,
                    "{text}: {rect:?}"
                );
                for (other, there) in &texts {
                    assert!(
                        !rect.overlaps(there),
                        "{text} {rect:?} over {other} {there:?}"
                    );
                }
                texts.push((text.to_owned(), rect));
            }
        };
        for (head, place) in sheet.heads.iter().zip(&picture.heads) {
            see(&head.text, place);
        }
        for (row, places) in sheet.rows.iter().zip(&picture.rows) {
            let Some(places) = places else { continue };
            assert_eq!(places.cells.len(), row.cells.len());
            see(&row.label, &places.label);
            for (cell, place) in row.cells.iter().zip(&places.cells) {
                see(&cell.text, place);
            }
        }
    }

    /// The left edge of a place's text `width` wide.
    fn left(place: &Place, width: f64) -> f64 {
        match place.align {
            Align::Start => place.x,
            Align::Middle => place.x - width / 2.0,
            Align::End => place.x - width,
        }
    }

    /// The rectangles of one tone, in order.
    pub fn rects(picture: &Picture, wanted: Tone) -> Vec<Rect> {
        let rect = |shape: &Shape| match shape {
            Shape::Rect { rect, tone, .. } if *tone == wanted => Some(*rect),
            _ => None,
        };
        picture.shapes.iter().filter_map(rect).collect()
    }

    #[test]
    fn one_end_is_rounded_and_never_more_than_there_is() {
        let path = rounded(&Rect::new(10.0, 0.0, 2.0, 16.0), Round::Right, 3.0);
        assert!(path.starts_with("M10.0 0.0h0.0a2.0"), "{path}");
        assert!(!rounded(&Rect::new(0.0, 0.0, 40.0, 1.0), Round::Top, 3.0).contains("--"));
    }
}

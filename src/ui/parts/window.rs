//! Which rows of a long list are drawn, and where. Plain arithmetic, tested natively.
//!
//! Browsers cap an element's height (at about 16 million px in the strictest): a list that would be
//! taller is compressed, so that the scroll bar stands for the whole while rows keep their height.

/// The tallest element that every browser of the baseline lays out truly.
const TALLEST: f64 = 15_000_000.0;

/// Rows drawn beyond each edge, so that a quick thumb meets no blank.
const SPARE: usize = 6;

/// Never more rows than this, whatever height a hole claims (without a frame around it, or in print,
/// it would grow to hold the whole list).
const MOST: usize = 240;

/// A list and the hole through which one sees it, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometry {
    pub rows: usize,
    pub row_height: f64,
    /// Height of the hole.
    pub height: f64,
}

/// The rows to draw: from `first` up to `end`, the first of them at `offset` px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    pub first: usize,
    pub end: usize,
    pub offset: f64,
}

impl Geometry {
    /// The height of the scrolled element.
    #[must_use]
    pub fn full(self) -> f64 {
        self.natural().min(TALLEST)
    }

    fn natural(self) -> f64 {
        self.rows as f64 * self.row_height
    }

    /// How many px of rows one px of scrolling stands for; 1 unless compressed.
    fn stretch(self) -> f64 {
        let (natural, full) = (self.natural(), self.full());
        if natural <= full || full <= self.height {
            1.0
        } else {
            (natural - self.height) / (full - self.height)
        }
    }

    /// What to draw when scrolled by `scroll` px.
    #[must_use]
    pub fn drawn(self, scroll: f64) -> Drawn {
        if self.rows == 0 || self.row_height <= 0.0 {
            return Drawn {
                first: 0,
                end: 0,
                offset: 0.0,
            };
        }
        let scroll = scroll.clamp(0.0, (self.full() - self.height).max(0.0));
        let top = scroll * self.stretch();
        let first = ((top / self.row_height) as usize)
            .saturating_sub(SPARE)
            .min(self.rows);
        let seen = ((self.height / self.row_height).ceil() as usize + 1 + 2 * SPARE).min(MOST);
        let end = (first + seen).min(self.rows);
        Drawn {
            first,
            end,
            offset: scroll - (top - first as f64 * self.row_height),
        }
    }

    /// The scroll that brings `row` wholly into sight, moving as little as possible.
    #[must_use]
    pub fn scroll_to(self, row: usize, scroll: f64) -> f64 {
        let stretch = self.stretch();
        let (top, row_top) = (scroll * stretch, row as f64 * self.row_height);
        let wanted = if row_top < top {
            row_top
        } else if row_top + self.row_height > top + self.height {
            row_top + self.row_height - self.height
        } else {
            top
        };
        (wanted / stretch).clamp(0.0, (self.full() - self.height).max(0.0))
    }

    /// How many whole rows one sees: the step of Page Down.
    #[must_use]
    pub fn page(self) -> usize {
        ((self.height / self.row_height.max(1.0)) as usize).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: Geometry = Geometry {
        rows: 100_000,
        row_height: 96.0,
        height: 600.0,
    };

    #[test]
    fn draws_what_is_seen_and_a_little_more() {
        let at_top = LIST.drawn(0.0);
        assert_eq!((at_top.first, at_top.offset), (0, 0.0));
        assert!(at_top.end >= 13 && at_top.end < 30);
        let middle = LIST.drawn(96.0 * 5000.0 + 10.0);
        assert_eq!(middle.first, 5000 - SPARE);
        assert_eq!(middle.offset, 96.0 * (5000 - SPARE) as f64);
    }

    #[test]
    fn the_end_is_the_last_row() {
        let drawn = LIST.drawn(LIST.full() - LIST.height);
        assert_eq!(drawn.end, 100_000);
        assert_eq!(LIST.full(), 9_600_000.0);
        // Beyond the end, as a bouncing scroll reports it.
        assert_eq!(LIST.drawn(1e12), drawn);
    }

    #[test]
    fn a_list_taller_than_a_browser_bears_is_compressed() {
        let list = Geometry {
            rows: 1_000_000,
            ..LIST
        };
        assert_eq!(list.full(), TALLEST);
        let end = list.drawn(list.full() - list.height);
        assert_eq!(end.end, 1_000_000);
        // The last row ends where the element does.
        let bottom = end.offset + (end.end - end.first) as f64 * list.row_height;
        assert!((bottom - TALLEST).abs() < 0.01, "{bottom}");
        let to = list.scroll_to(500_000, 0.0);
        let drawn = list.drawn(to);
        assert!(drawn.first <= 500_000 && 500_000 < drawn.end);
    }

    #[test]
    fn moves_as_little_as_possible() {
        assert_eq!(LIST.scroll_to(3, 0.0), 0.0);
        assert_eq!(LIST.scroll_to(6, 0.0), 7.0 * 96.0 - 600.0);
        assert_eq!(LIST.scroll_to(2, 960.0), 192.0);
        assert_eq!(LIST.page(), 6);
    }

    #[test]
    fn an_empty_or_short_list_is_no_trouble() {
        let empty = Geometry { rows: 0, ..LIST };
        assert_eq!(
            empty.drawn(50.0),
            Drawn {
                first: 0,
                end: 0,
                offset: 0.0
            }
        );
        let short = Geometry { rows: 3, ..LIST };
        assert_eq!(short.drawn(400.0).end, 3);
        assert_eq!(short.scroll_to(2, 0.0), 0.0);
        let unbounded = Geometry {
            height: LIST.full(),
            ..LIST
        };
        assert_eq!(unbounded.drawn(0.0).end, MOST);
    }
}

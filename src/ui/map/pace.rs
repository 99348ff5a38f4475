//! When the picture is drawn: not while the map moves, unless it no longer says what is so. Pure.

use super::view::View;

/// Whether the map moves, and what of it is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pace {
    /// The view that the picture was last drawn for.
    drawn: Option<View>,
    /// Something else than the view changed since.
    soiled: bool,
    /// The view of the last frame.
    seen: Option<View>,
    /// When a hand last moved it.
    moved: Option<f64>,
}

/// Who moves the map in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    Flying,
    /// This frame ends a flight.
    Arrived,
    /// A hand or nobody.
    Free,
}

/// Milliseconds without movement after which a hand is said to rest.
const REST: f64 = 140.0;

impl Pace {
    #[must_use]
    pub fn drawn(&self) -> Option<View> {
        self.drawn
    }

    /// Says that the picture shows what is no longer so.
    pub fn soil(&mut self) {
        self.soiled = true;
    }

    /// Says whether the map is on the move. A flight is over when it has arrived; a hand that stopped
    /// may go on.
    pub fn moves(&mut self, view: View, now: f64, course: Course) -> bool {
        let before = self.seen.replace(view);
        match course {
            Course::Flying => return true,
            Course::Arrived => self.moved = None,
            Course::Free if before.is_some_and(|before| before != view) => self.moved = Some(now),
            Course::Free => {}
        }
        self.moved.is_some_and(|moved| now - moved < REST)
    }

    /// Says whether to draw the picture now, which then is drawn.
    pub fn draws(&mut self, view: View, moves: bool) -> bool {
        let draws = self.soiled || !moves && self.drawn != Some(view);
        if draws {
            self.soiled = false;
            self.drawn = Some(view);
        }
        draws
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(dx: f64) -> View {
        View {
            scale: 1.0,
            dx,
            dy: 0.0,
        }
    }

    /// Whether each frame of a course draws.
    fn drawn(pace: &mut Pace, frames: &[(f64, f64, Course)]) -> Vec<bool> {
        let draw = |&(now, dx, course): &(f64, f64, Course)| {
            let moves = pace.moves(at(dx), now, course);
            pace.draws(at(dx), moves)
        };
        frames.iter().map(draw).collect()
    }

    #[test]
    fn a_hand_sees_the_old_picture_until_it_rests() {
        let mut pace = Pace::default();
        let free = |now, dx| (now, dx, Course::Free);
        let first = [free(0.0, 0.0), free(16.0, 0.0)];
        assert_eq!(drawn(&mut pace, &first), [true, false], "then nothing does");
        let gesture = [free(32.0, 5.0), free(48.0, 9.0), free(64.0, 9.0)];
        assert_eq!(drawn(&mut pace, &gesture), [false; 3]);
        assert_eq!(drawn(&mut pace, &[free(187.0, 9.0)]), [false]);
        assert_eq!(drawn(&mut pace, &[free(189.0, 9.0)]), [true]);
        // Back where it was drawn: nothing is to be done.
        let there_and_back = [free(300.0, 12.0), free(316.0, 9.0), free(500.0, 9.0)];
        assert_eq!(drawn(&mut pace, &there_and_back), [false; 3]);
    }

    #[test]
    fn a_flight_is_drawn_where_it_arrives() {
        let mut pace = Pace::default();
        let flight = [
            (0.0, 0.0, Course::Free),
            (16.0, 1.0, Course::Flying),
            (32.0, 2.0, Course::Flying),
            (48.0, 3.0, Course::Arrived),
            (64.0, 3.0, Course::Free),
        ];
        let draws = drawn(&mut pace, &flight);
        assert_eq!(draws, [true, false, false, true, false]);
    }

    #[test]
    fn what_is_no_longer_so_is_drawn_on_the_move_too() {
        let mut pace = Pace::default();
        drawn(&mut pace, &[(0.0, 0.0, Course::Free)]);
        pace.soil();
        let moving = [(16.0, 5.0, Course::Free), (32.0, 6.0, Course::Free)];
        assert_eq!(drawn(&mut pace, &moving), [true, false]);
        assert_eq!(pace.drawn(), Some(at(5.0)));
    }
}

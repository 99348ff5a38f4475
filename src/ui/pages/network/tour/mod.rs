//! Guided tours of the four examples in the published report: where on the map each stop is, what it says and which page
//! has what it speaks of.
//!
//! Invariant: no figure stands here. Each is folded from entries (`told`), so that a tour says what is on record; a
//! stop of which nothing is on record is left out.

pub mod corridor;
pub mod heizhuanghu;
pub mod meeting;
pub mod pinggu;
pub mod stops;
pub mod told;

#[cfg(target_arch = "wasm32")]
mod card;
#[cfg(target_arch = "wasm32")]
mod menu;

#[cfg(target_arch = "wasm32")]
pub(super) use card::TourCard;
#[cfg(target_arch = "wasm32")]
pub(super) use menu::TourMenu;

use std::fmt;

/// One of the examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tour {
    Corridor,
    Pinggu,
    Heizhuanghu,
    Meeting,
}

impl Tour {
    pub const ALL: [Self; 4] = [
        Self::Corridor,
        Self::Pinggu,
        Self::Heizhuanghu,
        Self::Meeting,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Corridor => "corridor",
            Self::Pinggu => "pinggu",
            Self::Heizhuanghu => "heizhuanghu",
            Self::Meeting => "meeting",
        }
    }
}

/// How far one has come on a tour. It stands in the address, so that Back leads from an entry to the stop that named it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TourAt {
    pub tour: Tour,
    /// Counted from nought among the stops that are told; in the address from one.
    pub stop: usize,
}

/// More stops than any tour has: an address is not to be trusted.
const MOST: usize = 9;

impl TourAt {
    /// Reads `corridor.2`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (code, stop) = text.split_once('.')?;
        let tour = Tour::ALL.into_iter().find(|tour| tour.code() == code)?;
        let stop = stop.parse::<usize>().ok()?;
        (1..=MOST).contains(&stop).then(|| Self {
            tour,
            stop: stop - 1,
        })
    }
}

impl fmt::Display for TourAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.tour.code(), self.stop + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_tour_and_a_stop() {
        for tour in Tour::ALL {
            let at = TourAt { tour, stop: 2 };
            assert_eq!(TourAt::parse(&at.to_string()), Some(at));
        }
        assert_eq!(
            TourAt {
                tour: Tour::Pinggu,
                stop: 0
            }
            .to_string(),
            "pinggu.1"
        );
        for wrong in [
            "",
            "pinggu",
            "pinggu.0",
            "pinggu.10",
            "elsewhere.1",
            "pinggu.x",
        ] {
            assert_eq!(TourAt::parse(wrong), None, "{wrong}");
        }
    }
}

//! Where organisations stand on the map. The record knows their county and township, not their place:
//! they stand around the county's seat, so that one sees how many there are. Pure.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::law::divisions::Adcode;

/// A seat and the room around it, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    pub lon: f64,
    pub lat: f64,
    /// To the county's edge, in degrees of latitude.
    pub room: f64,
}

static SEATS: LazyLock<BTreeMap<u32, Seat>> = LazyLock::new(|| {
    let text = include_str!("seats.csv");
    text.lines().filter_map(read).collect()
});

fn read(line: &str) -> Option<(u32, Seat)> {
    let mut fields = line.split(',');
    let adcode = fields.next()?.parse().ok()?;
    let mut number = || fields.next()?.parse::<f64>().ok();
    let (lon, lat, room) = (number()?, number()?, number()?);
    Some((
        adcode,
        Seat {
            lon,
            lat,
            room: room / 1_000.0,
        },
    ))
}

/// The seat of a county of the map.
#[must_use]
pub fn seat(county: Adcode) -> Option<Seat> {
    SEATS.get(&county.number()).copied()
}

/// So much of the way to the edge is used.
const USED: f64 = 0.8;
/// Points keep about this far apart, where there is room, in degrees.
const APART: f64 = 0.012;
/// The golden angle: no two points of the spiral stand in one line.
const TURN: f64 = 2.399_963_229_728_653;

/// Kilometres in a degree of latitude.
const KILOMETRES: f64 = 111.0;
/// Neighbours stand at least so far apart, where the spiral's reach is the square root of their number.
const NEAREST: f64 = 1.41;

/// How much of the reach it is to the `nth` of `count` places. The one in the middle keeps the others off
/// as far as they keep off one another.
fn share(nth: usize, count: usize) -> f64 {
    const FREE: f64 = 1.6;
    match nth {
        0 => 0.0,
        nth => ((nth as f64 + FREE) / (count as f64 + FREE - 1.0)).sqrt(),
    }
}

impl Seat {
    /// How far from the seat the last of `count` points stands, in degrees of latitude.
    fn reach(self, count: usize) -> f64 {
        (self.room * USED).min(APART * (count.max(1) as f64).sqrt())
    }

    /// How far apart `count` points stand at least.
    fn apart(self, count: usize) -> f64 {
        NEAREST * self.reach(count) / (count.max(1) as f64).sqrt()
    }

    /// How far apart `count` points stand at least, in kilometres.
    #[must_use]
    pub fn kilometres_apart(self, count: usize) -> f64 {
        self.apart(count) * KILOMETRES
    }

    /// The `nth` of `count` parts of a county, each a seat of its own with room for its points: those of a
    /// township stand together and show as a group before they show as points.
    #[must_use]
    pub fn part(self, nth: usize, count: usize) -> Self {
        // Parts take all the room there is; points only what they need.
        let reach = self.room * USED;
        let (lon, lat) = self.at(reach * share(nth, count), nth as f64 * TURN);
        let room = match count {
            0 | 1 => self.room,
            _ => NEAREST * reach / (count as f64).sqrt() / 2.0,
        };
        Self { lon, lat, room }
    }

    /// The place at a distance and an angle.
    fn at(self, from_seat: f64, angle: f64) -> (f64, f64) {
        // A degree of longitude is shorter than one of latitude.
        let narrow = self.lat.to_radians().cos().max(0.1);
        (
            self.lon + from_seat * angle.cos() / narrow,
            self.lat + from_seat * angle.sin(),
        )
    }

    /// The place of the `nth` of `count` points: the first at the seat, the others in a spiral around
    /// it, within the county. Always the same, whatever else is on the map.
    #[must_use]
    pub fn place(self, nth: usize, count: usize) -> (f64, f64) {
        let reach = self.reach(count);
        self.at(reach * share(nth, count), nth as f64 * TURN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::divisions::mapped_counties;

    #[test]
    fn every_county_of_the_map_has_a_seat() {
        let without: Vec<&str> = mapped_counties()
            .filter(|county| seat(county.adcode).is_none())
            .map(|county| county.zh)
            .collect();
        assert_eq!(without, Vec::<&str>::new());
    }

    #[test]
    fn points_are_as_far_apart_as_is_said() {
        let pinggu = seat(Adcode::new(110_117).unwrap()).unwrap();
        let narrow = pinggu.lat.to_radians().cos();
        let far = |(lon, lat): (f64, f64), (other, of): (f64, f64)| {
            ((lon - other) * narrow).hypot(lat - of)
        };
        for count in [2, 7, 19, 339] {
            let places: Vec<_> = (0..count).map(|nth| pinggu.place(nth, count)).collect();
            let parts: Vec<_> = (0..count).map(|nth| pinggu.part(nth, count)).collect();
            for nth in 0..count {
                for other in 0..nth {
                    let apart = far(places[nth], places[other]);
                    assert!(
                        apart >= pinggu.apart(count) * 0.999,
                        "{count}: {nth} {other}"
                    );
                    let (one, two) = (parts[nth], parts[other]);
                    let apart = far((one.lon, one.lat), (two.lon, two.lat));
                    assert!(
                        apart >= (one.room + two.room) * 0.999,
                        "{count}: {nth} {other}"
                    );
                }
            }
        }
    }

    #[test]
    fn points_stand_apart_and_within_the_county() {
        let pinggu = seat(Adcode::new(110_117).unwrap()).unwrap();
        let places: Vec<(f64, f64)> = (0..339).map(|nth| pinggu.place(nth, 339)).collect();
        assert_eq!(places[0], (pinggu.lon, pinggu.lat));
        let narrow = pinggu.lat.to_radians().cos();
        let far = |(lon, lat): &(f64, f64), (other, of): &(f64, f64)| {
            ((lon - other) * narrow).hypot(lat - of)
        };
        assert!(
            places
                .iter()
                .all(|place| far(place, &places[0]) <= pinggu.room)
        );
        for (nth, place) in places.iter().enumerate() {
            assert!(
                places[..nth].iter().all(|other| far(place, other) > 0.001),
                "{nth}"
            );
        }
    }
}

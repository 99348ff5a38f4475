//! Names on the map: which are shown, and where, so that none covers another. The larger caseload
//! wins; the others appear as one zooms in. Positions don't depend on what part is in sight, so names
//! stay put while one pans.

use std::collections::BTreeMap;

use super::data::Adcode;
use super::view::Pixel;

/// A name that would like a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    pub adcode: Adcode,
    /// Where its middle would best be.
    pub at: Pixel,
    pub width: f64,
    pub height: f64,
    /// The greater is placed first; of equals the smaller code.
    pub weight: i64,
    /// A dot stands at `at`: the name goes beside it, not on it. 0 for none.
    pub dot: f64,
}

/// Where a name's middle came to stand, and how much it covers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    pub adcode: Adcode,
    pub at: Pixel,
    pub width: f64,
    pub height: f64,
}

#[derive(Clone, Copy, Debug)]
struct Rectangle {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// Space kept free around a name.
const GAP: f64 = 3.0;

/// Places as many names as fit without touching one another or the dot that one of them stands beside. Of
/// the places that are left a name takes the one with the fewest of the other dots (middle and radius), which
/// are not drawn where a name lies.
#[must_use]
pub fn place(wishes: &[Wish], dots: &[(Pixel, f64)]) -> Vec<Placed> {
    let mut order: Vec<&Wish> = wishes.iter().collect();
    order.sort_by_key(|wish| (std::cmp::Reverse(wish.weight), wish.adcode));
    // Such a dot is an obstacle from the start, to its own name too.
    let mut taken: Vec<Rectangle> = wishes
        .iter()
        .filter(|wish| wish.dot > 0.0)
        .map(|wish| around(wish.at, wish.dot * 2.0, wish.dot * 2.0))
        .collect();
    let crowd = Crowd::of(dots);
    let mut placed = Vec::new();
    for wish in order {
        let own = |at: Pixel| around(at, wish.width + GAP, wish.height + GAP);
        let free = candidates(wish)
            .into_iter()
            .filter(|at| !taken.iter().any(|other| overlap(&own(*at), other)))
            .min_by_key(|at| crowd.within(&own(*at)));
        if let Some(at) = free {
            taken.push(own(at));
            placed.push(Placed {
                adcode: wish.adcode,
                at,
                width: wish.width,
                height: wish.height,
            });
        }
    }
    placed.sort_by_key(|label| label.adcode);
    placed
}

/// Dots by the square of the map that they lie in, for a name meets few of them.
struct Crowd(BTreeMap<(i32, i32), Vec<Rectangle>>);

impl Crowd {
    const SIDE: f64 = 48.0;

    fn of(dots: &[(Pixel, f64)]) -> Self {
        let mut squares: BTreeMap<(i32, i32), Vec<Rectangle>> = BTreeMap::new();
        for (at, radius) in dots {
            let square = (square(at.x), square(at.y));
            let dot = around(*at, radius * 2.0, radius * 2.0);
            squares.entry(square).or_default().push(dot);
        }
        Self(squares)
    }

    /// How many dots a rectangle meets. A dot is smaller than a square: it may reach over from the next one.
    fn within(&self, own: &Rectangle) -> usize {
        let columns = square(own.left) - 1..=square(own.right) + 1;
        let rows = square(own.top) - 1..=square(own.bottom) + 1;
        columns
            .flat_map(|column| rows.clone().map(move |row| (column, row)))
            .filter_map(|square| self.0.get(&square))
            .flatten()
            .filter(|dot| overlap(own, dot))
            .count()
    }
}

#[allow(clippy::cast_possible_truncation)] // Far beyond the screen nothing is placed.
fn square(at: f64) -> i32 {
    (at / Crowd::SIDE).floor() as i32
}

/// With a dot: above, below, right, left of it, near and then a little farther. Without: the middle, then a
/// little up and down.
fn candidates(wish: &Wish) -> Vec<Pixel> {
    let Pixel { x, y } = wish.at;
    let (half_width, half_height) = (wish.width / 2.0, wish.height / 2.0);
    if wish.dot > 0.0 {
        let beside = |farther: f64| {
            let off = wish.dot + GAP + farther;
            let (up, aside) = (off + half_height, off + half_width);
            [(0.0, -up), (0.0, up), (aside, 0.0), (-aside, 0.0)]
        };
        return [0.0, 10.0, 20.0]
            .into_iter()
            .flat_map(beside)
            .map(|(right, down)| Pixel {
                x: x + right,
                y: y + down,
            })
            .collect();
    }
    let shifts = [0.0, -0.7, 0.7, -1.2, 1.2, -2.0, 2.0];
    shifts
        .map(|shift| Pixel {
            x,
            y: y + shift * wish.height,
        })
        .to_vec()
}

fn around(at: Pixel, width: f64, height: f64) -> Rectangle {
    Rectangle {
        left: at.x - width / 2.0,
        top: at.y - height / 2.0,
        right: at.x + width / 2.0,
        bottom: at.y + height / 2.0,
    }
}

fn overlap(a: &Rectangle, b: &Rectangle) -> bool {
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/// Peoples that autonomous counties of the region are named after.
const PEOPLES: [&str; 3] = ["回族", "满族", "蒙古族"];

/// Returns a county's name as maps have it, without 区, 县, 市 where two characters are left.
#[must_use]
pub fn short_name(name: &str) -> &str {
    let mut rest = name;
    if let Some(stem) = rest.strip_suffix("自治县") {
        rest = stem;
        while let Some(stem) = PEOPLES.iter().find_map(|people| rest.strip_suffix(people)) {
            rest = stem;
        }
        return rest;
    }
    // 井陉矿区 stands beside 井陉县, which would read the same.
    if rest.ends_with("矿区") {
        return rest
            .strip_suffix("矿区")
            .filter(|stem| stem.chars().count() > 2)
            .unwrap_or(rest);
    }
    for kind in ["新区", "区", "县", "市"] {
        if let Some(stem) = rest.strip_suffix(kind) {
            return if stem.chars().count() >= 2 {
                stem
            } else {
                name
            };
        }
    }
    rest
}

/// Returns an English name without "District", "County", "City" and the like.
#[must_use]
pub fn short_english(name: &str) -> &str {
    const KINDS: [&str; 7] = [
        " Manchu and Mongol Autonomous County",
        " Manchu Autonomous County",
        " Hui Autonomous County",
        " New Area",
        " District",
        " County",
        " City",
    ];
    KINDS
        .iter()
        .find_map(|kind| name.strip_suffix(kind))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(adcode: Adcode, x: f64, y: f64, weight: i64) -> Wish {
        Wish {
            adcode,
            at: Pixel { x, y },
            width: 30.0,
            height: 16.0,
            weight,
            dot: 0.0,
        }
    }

    fn shown(wishes: &[Wish]) -> Vec<Adcode> {
        place(wishes, &[])
            .into_iter()
            .map(|label| label.adcode)
            .collect()
    }

    #[test]
    fn the_larger_caseload_wins() {
        assert_eq!(
            shown(&[wish(1, 0.0, 0.0, 5), wish(2, 4.0, 10.0, 9)]).len(),
            2,
            "it moves aside"
        );
        let crowd = [
            wish(1, 0.0, 0.0, 5),
            wish(2, 2.0, 4.0, 9),
            wish(3, 1.0, 2.0, 7),
            wish(4, 0.0, 1.0, 1),
        ];
        let placed = shown(&crowd);
        assert!(placed.contains(&2) && !placed.contains(&4), "{placed:?}");
        assert_eq!(
            shown(&[wish(7, 0.0, 0.0, 0), wish(8, 500.0, 0.0, 0)]),
            [7, 8]
        );
    }

    #[test]
    fn no_two_touch() {
        let crowd: Vec<Wish> = (0..200_i32)
            .map(|i| {
                let mut wish = wish(
                    0,
                    f64::from(i * 37 % 211),
                    f64::from(i * 53 % 197),
                    i64::from(i % 17),
                );
                wish.adcode = i.unsigned_abs();
                wish.dot = if i % 3 == 0 { 5.0 } else { 0.0 };
                wish
            })
            .collect();
        let placed = place(&crowd, &[]);
        assert!(placed.len() > 20, "{}", placed.len());
        for (i, a) in placed.iter().enumerate() {
            for b in &placed[i + 1..] {
                let apart = (a.at.x - b.at.x).abs() >= 30.0 || (a.at.y - b.at.y).abs() >= 16.0;
                assert!(apart, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn panning_moves_all_names_alike() {
        let here: Vec<Wish> = (0..40)
            .map(|i| wish(i, f64::from(i * 13 % 90), f64::from(i * 7 % 60), 1))
            .collect();
        let there: Vec<Wish> = here
            .iter()
            .map(|w| Wish {
                at: Pixel {
                    x: w.at.x + 64.0,
                    y: w.at.y - 32.0,
                },
                ..*w
            })
            .collect();
        assert_eq!(shown(&here), shown(&there));
    }

    #[test]
    fn a_name_stands_beside_its_dot() {
        let placed = place(
            &[Wish {
                dot: 6.0,
                ..wish(1, 0.0, 0.0, 1)
            }],
            &[],
        );
        assert_eq!(placed[0].at, Pixel { x: 0.0, y: -17.0 });
        let aside = place(&[wish(1, 0.0, 0.0, 1)], &[(Pixel { x: 0.0, y: 0.0 }, 4.0)]);
        assert_eq!(
            aside[0].at,
            Pixel { x: 0.0, y: -19.2 },
            "any dot is kept clear of"
        );
        let crowd: Vec<(Pixel, f64)> = (-9..9)
            .map(|n| f64::from(n) * 6.0)
            .flat_map(|x| [-16.0, 0.0, 16.0].map(|y| (Pixel { x, y }, 4.0)))
            .collect();
        let among = place(&[wish(1, 0.0, 0.0, 1)], &crowd);
        assert_eq!(
            among[0].at,
            Pixel { x: 0.0, y: -32.0 },
            "where the fewest are; were they everywhere, it would stand over some"
        );
    }

    #[test]
    fn short_names() {
        for (full, short) in [
            ("通州区", "通州"),
            ("滨海新区", "滨海"),
            ("三河市", "三河"),
            ("蔚县", "蔚县"),
            ("大厂回族自治县", "大厂"),
            ("围场满族蒙古族自治县", "围场"),
            ("井陉矿区", "井陉矿区"),
            ("峰峰矿区", "峰峰矿区"),
            ("鹰手营子矿区", "鹰手营子"),
        ] {
            assert_eq!(short_name(full), short);
        }
        for (full, short) in [
            ("Tongzhou District", "Tongzhou"),
            ("Yuxian County", "Yuxian"),
            ("Binhai New Area", "Binhai"),
            ("Jingxing Mining District", "Jingxing Mining"),
            ("Weichang Manchu and Mongol Autonomous County", "Weichang"),
        ] {
            assert_eq!(short_english(full), short);
        }
    }
}

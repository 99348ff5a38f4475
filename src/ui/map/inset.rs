//! Places that are too small to be read at the scale of the whole region, or lie apart from what they
//! belong to, each drawn larger in a frame of its own beside it. Pure.

use super::atlas::{Atlas, Bounds, Shape};
use super::data::Adcode;
use super::labels::{Placed, Wish, place, short_english, short_name};
use super::projection::Plane;
use super::view::{Pixel, Screen, View};
use crate::locale::Language;

/// A place that has a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Inset {
    /// 东城 and 西城.
    Beijing,
    /// The six districts of the old town.
    Tianjin,
    /// 三河, 大厂, 香河: counties of Langfang between Beijing and Tianjin.
    North,
}

/// Side of a frame's drawing in pixels, and what its caption and rim take.
pub const WIDTH: f64 = 140.0;
pub const HEIGHT: f64 = 112.0;
const CAPTION: f64 = 26.0;
/// Between two frames.
const GAP: f64 = 8.0;
/// Pixels on the map from which a place needs no frame: a finger finds its counties by then.
const READABLE: f64 = 100.0;
/// Size of the letters in a frame.
pub const LETTER: f64 = 11.0;
/// How much of what lies around is seen, as a share of the place's size.
const AROUND: f64 = 0.08;

impl Inset {
    pub const ALL: [Inset; 3] = [Inset::Beijing, Inset::Tianjin, Inset::North];

    #[must_use]
    pub fn counties(self) -> &'static [Adcode] {
        match self {
            Inset::Beijing => &[110_101, 110_102],
            Inset::Tianjin => &[120_101, 120_102, 120_103, 120_104, 120_105, 120_106],
            Inset::North => &[131_024, 131_028, 131_082],
        }
    }

    /// What of the plane its frame shows.
    #[must_use]
    pub fn window(self, atlas: &Atlas) -> (Bounds, View) {
        let place = atlas.extent(self.counties().iter().copied());
        let (dx, dy) = (place.width() * AROUND, place.height() * AROUND);
        let frame = Screen {
            width: WIDTH,
            height: HEIGHT,
            ..Screen::default()
        };
        let wanted = Bounds {
            left: place.left - dx,
            top: place.top - dy,
            right: place.right + dx,
            bottom: place.bottom + dy,
        };
        let (across, down) = (WIDTH / wanted.width(), HEIGHT / wanted.height());
        let scale = across.min(down);
        let middle = wanted.middle();
        let view = View {
            scale,
            dx: frame.width / 2.0 - middle.x * scale,
            dy: frame.height / 2.0 - middle.y * scale,
        };
        let least = view.to_plane(Pixel { x: 0.0, y: 0.0 });
        let most = view.to_plane(Pixel {
            x: WIDTH,
            y: HEIGHT,
        });
        let seen = Bounds {
            left: least.x,
            top: least.y,
            right: most.x,
            bottom: most.y,
        };
        (seen, view)
    }

    /// Where the names of its counties stand in its frame, as far as they have room there.
    #[must_use]
    pub fn names(self, atlas: &Atlas, language: Language) -> Vec<(String, Pixel)> {
        let (_, view) = self.window(atlas);
        let shape = |county: &Adcode| atlas.shape(*county);
        let named: Vec<(&Shape, &str)> = self
            .counties()
            .iter()
            .filter_map(shape)
            .map(|shape| match language {
                Language::Chinese => (shape, short_name(&shape.name)),
                Language::English => (shape, short_english(&shape.english)),
            })
            .collect();
        let wish = |(shape, name): &(&Shape, &str)| Wish {
            adcode: shape.adcode,
            at: view.to_screen(shape.middle),
            width: name.chars().map(letter_width).sum(),
            height: LETTER,
            weight: 0,
            dot: 0.0,
        };
        let wishes: Vec<Wish> = named.iter().map(wish).collect();
        let placed = place(&wishes, &[]);
        let inside = |one: &Placed| {
            (one.width / 2.0..WIDTH - one.width / 2.0).contains(&one.at.x)
                && (LETTER / 2.0..HEIGHT - LETTER / 2.0).contains(&one.at.y)
        };
        let name = |one: Placed| {
            let (_, name) = named.iter().find(|(shape, _)| shape.adcode == one.adcode)?;
            Some(((*name).to_owned(), one.at))
        };
        placed.into_iter().filter(inside).filter_map(name).collect()
    }

    /// The counties in its frame and their outlines there, as paths of SVG.
    #[must_use]
    pub fn outlines(self, atlas: &Atlas) -> Vec<(Adcode, String)> {
        let (seen, view) = self.window(atlas);
        let inside = atlas
            .shapes
            .iter()
            .filter(|shape| shape.bounds.meets(&seen));
        inside
            .map(|shape| {
                let rings = shape.rings.iter().map(|ring| outline(ring, view));
                (shape.adcode, rings.collect())
            })
            .collect()
    }
}

/// About how wide a letter of a name is, in pixels.
fn letter_width(letter: char) -> f64 {
    match letter.is_ascii() {
        true => LETTER * 0.55,
        false => LETTER,
    }
}

fn outline(ring: &[Plane], view: View) -> String {
    use std::fmt::Write;
    let mut path = String::new();
    for (nth, point) in ring.iter().enumerate() {
        let at = view.to_screen(*point);
        // Writing to a string cannot fail.
        let letter = if nth == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{:.1} {:.1}", at.x, at.y);
    }
    path.push('Z');
    path
}

/// Which frames a view needs and has room for, in a column beside the map's buttons: a frame never
/// lies over a county. So a phone, where there is no such room, has none.
#[must_use]
pub fn needed(atlas: &Atlas, view: View, screen: Screen) -> Vec<Inset> {
    let small = |inset: &Inset| {
        let place = atlas.extent(inset.counties().iter().copied());
        let middle = view.to_screen(place.middle());
        let on_screen =
            (0.0..screen.width).contains(&middle.x) && (0.0..screen.height).contains(&middle.y);
        on_screen && place.width().max(place.height()) * view.scale < READABLE
    };
    let wanted: Vec<Inset> = Inset::ALL.into_iter().filter(small).collect();
    let free = |count: usize| {
        let count = u32::try_from(count).map_or(0.0, f64::from);
        let (top, right) = (screen.top, screen.width - screen.right);
        let corner = |x: f64, y: f64| view.to_plane(Pixel { x, y });
        let least = corner(right - WIDTH - 2.0 - GAP, top);
        let below = top + count * (HEIGHT + CAPTION + GAP);
        let most = corner(right, below);
        let column = Bounds {
            left: least.x,
            top: least.y,
            right: most.x,
            bottom: most.y,
        };
        below < screen.height - screen.bottom
            && !atlas.shapes.iter().any(|shape| touches(shape, &column))
    };
    let room = (0..=wanted.len()).rev().find(|count| free(*count));
    wanted.into_iter().take(room.unwrap_or(0)).collect()
}

/// Says whether something of a county lies in a rectangle that is larger than the gaps between the
/// points of its outline.
fn touches(shape: &Shape, rectangle: &Bounds) -> bool {
    let inside = |ring: &Vec<Plane>| ring.iter().any(|point| rectangle.contains(*point));
    shape.bounds.meets(rectangle)
        && (shape.rings.iter().any(inside) || shape.contains(rectangle.middle()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn atlas() -> Atlas {
        Atlas::read(include_str!("../../../public/map/jjj.lo.topo.json")).unwrap()
    }

    const DESKTOP: Screen = Screen {
        width: 1_100.0,
        height: 840.0,
        top: 76.0,
        right: 72.0,
        bottom: 100.0,
        left: 16.0,
        corner: (0.0, 0.0),
    };

    #[test]
    fn the_whole_region_has_frames_beside_it_on_a_desktop_and_none_on_a_phone() {
        let atlas = atlas();
        let whole = View::fit(atlas.bounds, DESKTOP);
        assert_eq!(needed(&atlas, whole, DESKTOP), Inset::ALL);
        let phone = Screen {
            width: 390.0,
            height: 700.0,
            right: 16.0,
            ..DESKTOP
        };
        let on_phone = View::fit(atlas.bounds, phone);
        assert_eq!(needed(&atlas, on_phone, phone), []);
    }

    #[test]
    fn a_frame_goes_when_its_place_can_be_read_or_a_county_comes_under_it() {
        let atlas = atlas();
        let whole = View::fit(atlas.bounds, DESKTOP);
        let east = whole.panned(260.0, 0.0);
        assert!(
            needed(&atlas, east, DESKTOP).len() < 3,
            "counties lie there"
        );
        let near = View::fit(atlas.extent([110_101, 110_102]), DESKTOP);
        assert_eq!(needed(&atlas, near, DESKTOP), []);
    }

    #[test]
    fn a_frame_shows_its_counties_whole_and_large_enough_to_press() {
        let atlas = atlas();
        for inset in Inset::ALL {
            let (seen, view) = inset.window(&atlas);
            for county in inset.counties() {
                let bounds = atlas.shape(*county).unwrap().bounds;
                assert!(seen.left <= bounds.left && bounds.right <= seen.right);
                assert!(seen.top <= bounds.top && bounds.bottom <= seen.bottom);
                let longer = bounds.width().max(bounds.height()) * view.scale;
                assert!(longer > 20.0, "{inset:?} {county}: {longer}");
            }
            let most = inset.counties().len();
            let named = inset.names(&atlas, Language::Chinese).len();
            assert!((most - 1..=most).contains(&named), "{inset:?}: {named}");
            let drawn = inset.outlines(&atlas);
            assert!(
                inset
                    .counties()
                    .iter()
                    .all(|county| drawn.iter().any(|(one, _)| one == county))
            );
        }
    }
}

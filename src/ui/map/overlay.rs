//! What lies above the canvas and must stay sharp and restylable: names, the focus ring, the pill
//! that names outlined counties, the tip. Elements are reused: a frame sets attributes and no more.

use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement, window};

use super::atlas::{Atlas, Bounds};
use super::canvas::{Painter, dot_radius};
use super::data::{Adcode, MapData};
use super::labels::{Placed, Wish, place, short_english, short_name};
use super::palette::Palette;
use super::projection::{Degrees, Plane, forward};
use super::view::{Pixel, Screen, View};
use crate::locale::{Language, map as say};

const SVG: &str = "http://www.w3.org/2000/svg";
/// Where a province's name has room, and the two digits of its code.
const PROVINCES: [(Adcode, f64, f64); 3] = [
    (11, 116.33, 40.50),
    (12, 117.62, 38.86),
    (13, 115.45, 38.62),
];
/// Takes the place of the pill among the names, which have six-digit codes.
const PILL: Adcode = 1;
/// Pixels a kilometre: below, the region's three names are shown; above, one is inside a province.
const PROVINCES_UNTIL: f64 = 4.5;
/// Pixels around the screen in which names are kept ready for panning.
const MARGIN: f64 = 240.0;

/// The elements above the canvas.
#[derive(Debug)]
pub struct Overlay {
    names: Element,
    ring: Element,
    pill: HtmlElement,
    tip: HtmlElement,
    pool: Vec<SvgElement>,
    /// Name and width of each county (and province) in the language of the moment.
    texts: BTreeMap<Adcode, (String, f64)>,
    pill_size: (f64, f64),
    /// What the names were placed for.
    placed_for: Option<View>,
}

impl Overlay {
    pub fn new(svg: &Element, pill: HtmlElement, tip: HtmlElement) -> Option<Overlay> {
        let document = window()?.document()?;
        let make = |kind: &str, class: &str| {
            let element = document.create_element_ns(Some(SVG), kind).ok()?;
            element.set_attribute("class", class).ok()?;
            svg.append_child(&element).ok()?;
            Some(element)
        };
        let (names, ring) = (make("g", "map-names")?, make("path", "map-ring")?);
        let (pool, texts) = (Vec::new(), BTreeMap::new());
        Some(Overlay {
            names,
            ring,
            pill,
            tip,
            pool,
            texts,
            pill_size: (0.0, 0.0),
            placed_for: None,
        })
    }

    /// Forgets where names stand: data, language, type size or boundaries changed.
    pub fn invalidate(&mut self) {
        self.placed_for = None;
    }

    /// Measures all names once for a language and a type size.
    pub fn write(
        &mut self,
        atlas: &Atlas,
        language: Language,
        painter: &Painter,
        palette: &Palette,
    ) {
        let (font, title) = (name_font(palette), province_font(palette));
        self.texts.clear();
        for shape in &atlas.shapes {
            let name = match language {
                Language::Chinese => short_name(&shape.name),
                Language::English => short_english(&shape.english),
            };
            self.texts.insert(
                shape.adcode,
                (name.to_owned(), painter.measure(name, &font)),
            );
        }
        for (code, _, _) in PROVINCES {
            let name = say::province(language, code);
            self.texts
                .insert(code, (name.to_owned(), painter.measure(name, &title)));
        }
        self.invalidate();
    }

    /// Takes over what the pill says; it is measured, for names keep clear of it.
    pub fn name_highlighted(&mut self, text: &str) {
        self.pill.set_text_content(Some(text));
        self.pill.set_hidden(text.is_empty());
        let (width, height) = (self.pill.offset_width(), self.pill.offset_height());
        self.pill_size = (f64::from(width), f64::from(height));
        self.invalidate();
    }

    /// Draws the ring around the county that has the keyboard's focus.
    pub fn focus(&self, atlas: &Atlas, focused: Option<Adcode>) {
        use std::fmt::Write;
        let mut path = String::new();
        for ring in focused
            .and_then(|f| atlas.shape(f))
            .into_iter()
            .flat_map(|shape| &shape.rings)
        {
            for (at, point) in ring.iter().enumerate() {
                // Writing to a string cannot fail.
                let _ = write!(
                    path,
                    "{}{:.2} {:.2}",
                    if at == 0 { 'M' } else { 'L' },
                    point.x,
                    point.y
                );
            }
            path.push('Z');
        }
        let _ = self.ring.set_attribute("d", &path);
    }

    /// Shows a county's name and figure beside the pointer, or nothing.
    pub fn tip(&self, text: Option<(&str, &str)>, at: Pixel, screen: Screen) {
        let Some((name, value)) = text else {
            self.tip.set_hidden(true);
            return;
        };
        self.tip.set_hidden(false);
        let mut children = [name, value].into_iter();
        let mut next = self.tip.first_element_child();
        while let Some(child) = next {
            child.set_text_content(children.next());
            next = child.next_element_sibling();
        }
        let (width, height) = (
            f64::from(self.tip.offset_width()),
            f64::from(self.tip.offset_height()),
        );
        let x = if at.x + 16.0 + width > screen.width {
            at.x - 16.0 - width
        } else {
            at.x + 16.0
        };
        let y = (at.y + 16.0).min(screen.height - height - 4.0);
        move_to(
            &self.tip,
            Pixel {
                x: x.max(4.0),
                y: y.max(4.0),
            },
        );
    }

    /// Follows the view. A pan moves all names as one; a zoom places them anew.
    pub fn follow(
        &mut self,
        atlas: &Atlas,
        data: &MapData,
        view: View,
        screen: Screen,
        palette: &Palette,
    ) {
        let (k, dx, dy) = (view.scale, view.dx, view.dy);
        let _ = self
            .ring
            .set_attribute("transform", &format!("matrix({k} 0 0 {k} {dx} {dy})"));
        let pill_at = self
            .pill_place(atlas, data)
            .map(|place| view.to_screen(place));
        if let Some(at) = pill_at {
            let (width, height) = self.pill_size;
            move_to(
                &self.pill,
                Pixel {
                    x: at.x - width / 2.0,
                    y: at.y - height / 2.0,
                },
            );
        }
        if let Some(old) = self.placed_for
            && (old.scale / view.scale - 1.0).abs() < 1e-9
            && (view.dx - old.dx).abs() < MARGIN * 0.8
            && (view.dy - old.dy).abs() < MARGIN * 0.8
        {
            let shift = format!("translate({:.1} {:.1})", view.dx - old.dx, view.dy - old.dy);
            let _ = self.names.set_attribute("transform", &shift);
            return;
        }
        let placed = place(&self.wishes(atlas, data, view, palette, pill_at));
        let seen = |at: Pixel| {
            (-MARGIN..screen.width + MARGIN).contains(&at.x)
                && (-MARGIN..screen.height + MARGIN).contains(&at.y)
        };
        self.show(
            placed
                .iter()
                .filter(|label| label.adcode != PILL && seen(label.at)),
            data,
        );
        let _ = self.names.remove_attribute("transform");
        self.placed_for = Some(view);
    }

    /// Over the heaviest line between outlined counties; without lines in their midst.
    fn pill_place(&self, atlas: &Atlas, data: &MapData) -> Option<Plane> {
        if data.highlighted_name.is_empty() || data.highlighted.is_empty() {
            return None;
        }
        let inside = |adcode| data.highlighted.contains(&adcode);
        let heaviest = data
            .arcs
            .iter()
            .filter(|arc| inside(arc.from) && inside(arc.to))
            .max_by_key(|arc| (arc.count, arc.from, arc.to));
        let seat = |adcode| atlas.shape(adcode).map(|shape| shape.seat);
        heaviest
            .and_then(|arc| super::arcs::Curve::between(seat(arc.from)?, seat(arc.to)?))
            .map(|curve| curve.at(0.55))
            .or_else(|| {
                let members = data
                    .highlighted
                    .iter()
                    .filter_map(|adcode| atlas.shape(*adcode));
                let bounds = members.fold(Bounds::NOWHERE, |all, shape| all.with(shape.bounds));
                (bounds.left <= bounds.right).then(|| bounds.middle())
            })
    }

    fn wishes(
        &self,
        atlas: &Atlas,
        data: &MapData,
        view: View,
        palette: &Palette,
        pill: Option<Pixel>,
    ) -> Vec<Wish> {
        let height = 0.8125 * palette.rem * 1.25;
        let mut wishes = Vec::new();
        if let Some(at) = pill {
            let (width, height) = self.pill_size;
            wishes.push(Wish {
                adcode: PILL,
                at,
                width,
                height,
                weight: i64::MAX,
                dot: 0.0,
            });
        }
        for (adcode, lon, lat) in PROVINCES
            .into_iter()
            .filter(|_| view.scale < PROVINCES_UNTIL)
        {
            let width = self.texts.get(&adcode).map_or(0.0, |text| text.1);
            let at = view.to_screen(forward(Degrees { lon, lat }));
            let height = 1.5 * palette.rem * 1.2;
            wishes.push(Wish {
                adcode,
                at,
                width,
                height,
                weight: i64::MAX - 1,
                dot: 0.0,
            });
        }
        let linked = |adcode| {
            data.arcs
                .iter()
                .any(|arc| arc.from == adcode || arc.to == adcode)
        };
        for shape in &atlas.shapes {
            let Some((_, width)) = self.texts.get(&shape.adcode) else {
                continue;
            };
            let linked = linked(shape.adcode);
            let named =
                data.selected == Some(shape.adcode) || data.highlighted.contains(&shape.adcode);
            // A name much wider than its county would seem to be a neighbour's.
            if !named && !linked && *width > shape.room * view.scale * 1.1 {
                continue;
            }
            let amount = data
                .values
                .get(&shape.adcode)
                .map_or(-1, |value| value.amount);
            // The open county and a corridor's come first, then ends of lines, then by caseload.
            let step = i64::MAX / 8;
            let rank = if named {
                2 * step
            } else if linked {
                step
            } else {
                0
            };
            let weight = amount.clamp(-1, step - 1).saturating_add(rank);
            let dot = if linked {
                dot_radius(view.scale).max(5.0)
            } else {
                0.0
            };
            let at = view.to_screen(if linked { shape.seat } else { shape.middle });
            wishes.push(Wish {
                adcode: shape.adcode,
                at,
                width: *width,
                height,
                weight,
                dot,
            });
        }
        wishes
    }

    fn show<'a>(&mut self, placed: impl Iterator<Item = &'a Placed>, data: &MapData) {
        let mut used = 0;
        for label in placed {
            let Some(element) = self.text(used) else {
                return;
            };
            used += 1;
            let Some((name, _)) = self.texts.get(&label.adcode) else {
                continue;
            };
            let class = match label.adcode {
                ..100 => "map-province",
                code if data.highlighted.contains(&code) || data.selected == Some(code) => {
                    "map-name strong"
                }
                _ => "map-name",
            };
            let set = |attribute: &str, value: &str| {
                // Reading is cheap, writing makes the browser lay the text out again.
                if element.get_attribute(attribute).as_deref() != Some(value) {
                    let _ = element.set_attribute(attribute, value);
                }
            };
            set("class", class);
            set(
                "transform",
                &format!("translate({:.1} {:.1})", label.at.x, label.at.y),
            );
            if element.text_content().as_deref() != Some(name) {
                element.set_text_content(Some(name));
            }
        }
        for element in self.pool.iter().skip(used) {
            let _ = element.set_attribute("class", "map-unused");
        }
    }

    fn text(&mut self, at: usize) -> Option<SvgElement> {
        if at >= self.pool.len() {
            let document = window()?.document()?;
            let made = document.create_element_ns(Some(SVG), "text").ok()?;
            // Presentation attributes, for a strict policy forbids style attributes.
            made.set_attribute("dy", "0.36em").ok()?;
            self.names.append_child(&made).ok()?;
            self.pool.push(made.dyn_into().ok()?);
        }
        self.pool.get(at).cloned()
    }
}

fn move_to(element: &HtmlElement, at: Pixel) {
    let place = format!("translate({:.1}px, {:.1}px)", at.x, at.y);
    let _ = element.style().set_property("transform", &place);
}

fn name_font(palette: &Palette) -> String {
    format!("600 {}px {}", 0.8125 * palette.rem, palette.font)
}

/// With the letter spacing that the style gives it, roughly.
fn province_font(palette: &Palette) -> String {
    format!("700 {}px {}", 1.5 * palette.rem * 1.25, palette.title_font)
}

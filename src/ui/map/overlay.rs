//! What lies above the canvas and must stay sharp and restylable: names, the focus ring, the pill
//! that names outlined counties, the tip. Elements are reused: a frame sets attributes and no more.

mod written;

use std::collections::BTreeSet;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement, window};

use super::atlas::Atlas;
use super::canvas::Painter;
use super::data::{Adcode, MapData};
use super::labels::{Placed, place, short_english, short_name};
use super::motion::{Sheet, Stretch};
use super::names::{PILL, PROVINCES, Texts, dots, linked, pill_place, wishes};
use super::palette::Palette;
use super::projection::Plane;
use super::view::{Pixel, Screen, View};
use crate::locale::{Language, map as say};

const SVG: &str = "http://www.w3.org/2000/svg";
/// Pixels around the screen in which names are kept ready for panning.
const MARGIN: f64 = 240.0;

/// The elements above the canvas.
#[derive(Debug)]
pub struct Overlay {
    names: Element,
    /// The ring and, beneath it, its halo.
    ring: [Element; 2],
    pill: HtmlElement,
    tip: HtmlElement,
    pool: Vec<SvgElement>,
    /// Name and width of each county (and province) in the language of the moment.
    texts: Texts,
    /// Counties at the ends of lines.
    linked: BTreeSet<Adcode>,
    pill_size: (f64, f64),
    /// Where it stands on the plane and on the screen, if it is shown.
    pill_place: Option<Plane>,
    pill_middle: Option<Pixel>,
    /// The names that are shown, where they were placed.
    placed: Vec<Placed>,
    /// How much of them is seen, from 1 to 0.
    left: f64,
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
        let ring = [make("path", "map-ring-halo")?, make("path", "map-ring")?];
        let names = make("g", "map-names")?;
        Some(Overlay {
            names,
            ring,
            pill,
            tip,
            pool: Vec::new(),
            texts: Texts::new(),
            linked: BTreeSet::new(),
            pill_size: (0.0, 0.0),
            pill_place: None,
            pill_middle: None,
            placed: Vec::new(),
            left: 1.0,
        })
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
        self.measure_pill();
    }

    /// Takes over other data.
    pub fn take(&mut self, data: &MapData) {
        self.linked = linked(data);
        let text = &data.highlighted_name;
        if self.pill.text_content().as_deref() != Some(text) {
            self.pill.set_text_content(Some(text));
            self.measure_pill();
        }
    }

    /// Names keep clear of the pill, so its size must be known.
    fn measure_pill(&mut self) {
        self.pill.set_hidden(false);
        let (width, height) = (self.pill.offset_width(), self.pill.offset_height());
        self.pill_size = (f64::from(width), f64::from(height));
    }

    /// Says whether the pill lies under a point of the screen.
    pub fn pill_at(&self, at: Pixel) -> bool {
        let (width, height) = self.pill_size;
        self.pill_middle.is_some_and(|middle| {
            (at.x - middle.x).abs() <= width / 2.0 && (at.y - middle.y).abs() <= height / 2.0
        })
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
        for ring in &self.ring {
            let _ = ring.set_attribute("d", &path);
        }
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

    /// Places names, pill and ring for a view.
    pub fn place(
        &mut self,
        atlas: &Atlas,
        data: &MapData,
        view: View,
        screen: Screen,
        palette: &Palette,
    ) {
        let (k, dx, dy) = (view.scale, view.dx, view.dy);
        for ring in &self.ring {
            let _ = ring.set_attribute("transform", &format!("matrix({k} 0 0 {k} {dx} {dy})"));
        }
        self.pill_place = pill_place(atlas, data, view, self.pill_size.0);
        self.pill.set_hidden(self.pill_place.is_none());
        let pill = self
            .pill_place
            .map(|place| (view.to_screen(place), self.pill_size));
        let wishes = wishes(atlas, data, &self.texts, &self.linked, view, palette, pill);
        let placed = place(&wishes, &dots(data, view));
        let seen = |at: Pixel| {
            (-MARGIN..screen.width + MARGIN).contains(&at.x)
                && (-MARGIN..screen.height + MARGIN).contains(&at.y)
        };
        self.placed = placed
            .into_iter()
            .filter(|label| label.adcode != PILL && seen(label.at))
            .collect();
        self.show(data);
    }

    /// Goes along with a view that nothing was placed for: the pill keeps its size and is moved, the
    /// names are carried with the picture and fade as they grow.
    pub fn follow(&mut self, view: View, stretch: Stretch) {
        let left = stretch.names();
        if (left - self.left).abs() > 1e-3 {
            self.left = left;
            let shown = self.names.unchecked_ref::<SvgElement>().style();
            let _ = shown.set_property("opacity", &format!("{left:.3}"));
        }
        self.pill_middle = self.pill_place.map(|place| view.to_screen(place));
        if let Some(at) = self.pill_middle {
            let (width, height) = self.pill_size;
            move_to(
                &self.pill,
                Pixel {
                    x: at.x - width / 2.0,
                    y: at.y - height / 2.0,
                },
            );
        }
    }

    /// Where names lie on a sheet.
    pub fn names_on(&self, sheet: Sheet) -> Vec<Placed> {
        let on_sheet = |name: &Placed| Placed {
            at: Pixel {
                x: name.at.x + sheet.left,
                y: name.at.y + sheet.above,
            },
            ..*name
        };
        self.placed.iter().map(on_sheet).collect()
    }

    fn show(&mut self, data: &MapData) {
        let mut used = 0;
        for at in 0..self.placed.len() {
            let Some(label) = self.placed.get(at).copied() else {
                return;
            };
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

/// Moves and scales an element as a picture of an earlier view.
pub fn carry(element: &HtmlElement, stretch: Stretch) {
    let Stretch { scale, dx, dy } = stretch;
    let matrix = format!("matrix({scale:.6}, 0, 0, {scale:.6}, {dx:.2}, {dy:.2})");
    let _ = element.style().set_property("transform", &matrix);
}

fn move_to(element: &HtmlElement, at: Pixel) {
    let place = format!("translate({:.1}px, {:.1}px)", at.x, at.y);
    let _ = element.style().set_property("transform", &place);
}

fn name_font(palette: &Palette) -> String {
    format!("600 {}px {}", 0.8125 * palette.rem, palette.inks.font)
}

/// With the letter spacing that the style gives it, roughly.
fn province_font(palette: &Palette) -> String {
    format!(
        "700 {}px {}",
        1.5 * palette.rem * 1.25,
        palette.inks.title_font
    )
}

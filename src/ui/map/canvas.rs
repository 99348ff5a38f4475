//! Draws counties, borders, lines and points. Everything is kept as paths on the plane, so that a
//! frame is some twenty calls under one transform however many vertices there are. Points and lines
//! are drawn here too, not as elements: a thousand SVG circles cost more than a frame on a phone.

use std::f64::consts::TAU;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CanvasPattern, CanvasRenderingContext2d as Context, CanvasWindingRule, HtmlCanvasElement,
    Path2d, window,
};

use super::arcs::{Curve, width};
use super::atlas::Atlas;
use super::classes::{Classes, MOST_CLASSES};
use super::data::{Adcode, MapData};
use super::palette::Palette;
use super::projection::{Degrees, Plane, forward};
use super::sea;
use super::topology::Level;
use super::view::{Pixel, Screen, View};

/// Boundaries as paths.
#[derive(Debug)]
pub struct Drawn {
    pub atlas: Atlas,
    sea: Path2d,
    shapes: Vec<Path2d>,
    counties: Path2d,
    cities: Path2d,
    provinces: Path2d,
    edge: Path2d,
}

impl Drawn {
    /// Reads a file of boundaries; none if it is damaged.
    pub fn read(json: &str) -> Option<Drawn> {
        let atlas = Atlas::read(json).ok()?;
        let sea = Path2d::new().ok()?;
        trace(&sea, &sea::outline());
        sea.close_path();
        let mut shapes = Vec::with_capacity(atlas.shapes.len());
        for shape in &atlas.shapes {
            let path = Path2d::new().ok()?;
            for ring in &shape.rings {
                trace(&path, ring);
                path.close_path();
            }
            shapes.push(path);
        }
        let lines = |arcs: Vec<usize>| {
            let path = Path2d::new().ok()?;
            for arc in arcs.into_iter().filter_map(|arc| atlas.arcs.get(arc)) {
                trace(&path, arc);
            }
            Some(path)
        };
        let (counties, cities) = (
            lines(atlas.borders(Level::County))?,
            lines(atlas.borders(Level::City))?,
        );
        let (provinces, edge) = (lines(atlas.borders(Level::Province))?, lines(atlas.edge())?);
        Some(Drawn {
            sea,
            shapes,
            counties,
            cities,
            provinces,
            edge,
            atlas,
        })
    }

    fn shape(&self, adcode: Adcode) -> Option<&Path2d> {
        let at = self
            .atlas
            .shapes
            .binary_search_by_key(&adcode, |shape| shape.adcode)
            .ok()?;
        self.shapes.get(at)
    }
}

fn trace(path: &Path2d, points: &[Plane]) {
    let mut points = points.iter();
    if let Some(first) = points.next() {
        path.move_to(first.x, first.y);
    }
    for point in points {
        path.line_to(point.x, point.y);
    }
}

/// What the data add to the boundaries; made when data or boundaries change, not for each frame.
#[derive(Debug)]
pub struct Layers {
    /// No data, then the five shades.
    shades: [Path2d; MOST_CLASSES + 1],
    highlighted: Path2d,
    any_highlighted: bool,
    /// Thin ones last: they would vanish under the wide.
    arcs: Vec<(Curve, f64)>,
    ends: Vec<Plane>,
    /// For each kind of points where they lie.
    points: Vec<Vec<Plane>>,
}

impl Layers {
    pub fn new(drawn: &Drawn, data: &MapData, classes: &Classes) -> Option<Layers> {
        let mut shades = Vec::new();
        for _ in 0..=MOST_CLASSES {
            shades.push(Path2d::new().ok()?);
        }
        let shades: [Path2d; MOST_CLASSES + 1] = shades.try_into().ok()?;
        for (shape, path) in drawn.atlas.shapes.iter().zip(&drawn.shapes) {
            let value = data.values.get(&shape.adcode);
            let shade = value.map_or(0, |value| classes.shade(classes.class(value.amount)));
            if let Some(shade) = shades.get(shade) {
                shade.add_path(path);
            }
        }
        let highlighted = Path2d::new().ok()?;
        for arc in drawn.atlas.outline(&data.highlighted) {
            if let Some(arc) = drawn.atlas.arcs.get(arc) {
                trace(&highlighted, arc);
            }
        }
        let greatest = data.arcs.iter().map(|arc| arc.count).max().unwrap_or(0);
        let seat = |adcode| drawn.atlas.shape(adcode).map(|shape| shape.seat);
        let mut arcs: Vec<(Curve, f64)> = Vec::new();
        let mut ends = Vec::new();
        for arc in data.arcs.iter().filter(|arc| arc.count > 0) {
            if let (Some(from), Some(to)) = (seat(arc.from), seat(arc.to))
                && let Some(curve) = Curve::between(from, to)
            {
                arcs.push((curve, width(arc.count, greatest)));
                ends.extend([from, to]);
            }
        }
        arcs.sort_by(|a, b| b.1.total_cmp(&a.1));
        ends.dedup();
        let mut points = vec![Vec::new(); data.kinds.len().max(1)];
        for point in &data.points {
            if let Some(kind) = points.get_mut(point.kind) {
                kind.push(forward(Degrees {
                    lon: point.lon,
                    lat: point.lat,
                }));
            }
        }
        let any_highlighted = !data.highlighted.is_empty();
        Some(Layers {
            shades,
            highlighted,
            any_highlighted,
            arcs,
            ends,
            points,
        })
    }
}

/// The canvas and what it needs between frames.
#[derive(Debug)]
pub struct Painter {
    canvas: HtmlCanvasElement,
    context: Context,
    /// Device pixels a CSS pixel.
    ratio: f64,
    hatch: Option<CanvasPattern>,
}

/// Pixels between two lines of the hatch.
const HATCH: f64 = 7.0;
/// More device pixels than this cost a phone its frames, and nobody sees them.
const GREATEST_RATIO: f64 = 2.0;

impl Painter {
    pub fn new(canvas: HtmlCanvasElement) -> Option<Painter> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Painter {
            canvas,
            context,
            ratio: 1.0,
            hatch: None,
        })
    }

    /// Fits the canvas to the screen, at the device's own sharpness.
    pub fn resize(&mut self, screen: Screen) {
        let device = window().map_or(1.0, |window| window.device_pixel_ratio());
        self.ratio = device.clamp(1.0, GREATEST_RATIO);
        self.canvas.set_width(whole(screen.width * self.ratio));
        self.canvas.set_height(whole(screen.height * self.ratio));
    }

    /// Takes over the theme's colours.
    pub fn dress(&mut self, palette: &Palette) {
        self.hatch = self.hatching(palette).ok().flatten();
    }

    /// Returns the width of a text in pixels.
    pub fn measure(&self, text: &str, font: &str) -> f64 {
        self.context.set_font(font);
        self.context
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width())
    }

    /// A tile of the hatch, in device pixels; its diagonal meets that of the next tile.
    fn hatching(&self, palette: &Palette) -> Result<Option<CanvasPattern>, JsValue> {
        let Some(document) = window().and_then(|window| window.document()) else {
            return Ok(None);
        };
        let tile: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
        let side = (HATCH * std::f64::consts::SQRT_2 * self.ratio).round();
        tile.set_width(whole(side));
        tile.set_height(whole(side));
        let Some(context) = tile.get_context("2d")? else {
            return Ok(None);
        };
        let context: Context = context.dyn_into()?;
        let [no_data, ..] = &palette.ramp;
        context.set_fill_style_str(no_data);
        context.fill_rect(0.0, 0.0, side, side);
        context.set_stroke_style_str(&palette.hatch);
        context.set_line_width(1.7 * self.ratio);
        context.begin_path();
        for shift in [-side, 0.0, side] {
            context.move_to(shift, side);
            context.line_to(shift + side, 0.0);
        }
        context.stroke();
        self.context
            .create_pattern_with_html_canvas_element(&tile, "repeat")
    }

    /// Draws one frame.
    pub fn paint(
        &self,
        drawn: &Drawn,
        layers: &Layers,
        data: &MapData,
        view: View,
        screen: Screen,
        palette: &Palette,
    ) {
        let context = &self.context;
        self.on_screen(0.0, 0.0);
        context.set_fill_style_str(&palette.beyond);
        context.fill_rect(0.0, 0.0, screen.width, screen.height);
        context.set_line_join("round");
        context.set_line_cap("round");
        self.on_plane(view);
        self.fill(&drawn.sea, &palette.sea);
        let [no_data, shades @ ..] = &layers.shades;
        for (path, colour) in shades.iter().zip(palette.ramp.iter().skip(1)) {
            self.fill(path, colour);
        }
        self.hatch(no_data, view, screen);
        self.on_plane(view);
        // A hairline of surface parts neighbours of one shade; it thins out as counties grow small.
        let near = (view.scale / 2.0).clamp(0.45, 1.0);
        self.stroke(&drawn.counties, &palette.surface, near, view);
        self.stroke(&drawn.cities, &palette.surface, near * 1.9, view);
        self.stroke(&drawn.edge, &palette.edge, 1.0, view);
        self.stroke(&drawn.provinces, &palette.surface, 4.2, view);
        self.stroke(&drawn.provinces, &palette.border, 1.8, view);
        if layers.any_highlighted {
            self.stroke(&layers.highlighted, &palette.surface, 6.0, view);
            self.stroke(&layers.highlighted, &palette.river, 3.0, view);
        }
        if let Some(path) = data.selected.and_then(|adcode| drawn.shape(adcode)) {
            self.stroke(path, &palette.surface, 5.2, view);
            self.stroke(path, &palette.ink, 2.6, view);
        }
        self.on_screen(0.0, 0.0);
        self.lines(layers, view, palette);
        self.dots(layers, data, view, screen, palette);
    }

    fn on_screen(&self, dx: f64, dy: f64) {
        let r = self.ratio;
        // Fails only for a detached canvas, which nobody sees.
        let _ = self.context.set_transform(r, 0.0, 0.0, r, dx * r, dy * r);
    }

    fn on_plane(&self, view: View) {
        let (k, r) = (view.scale * self.ratio, self.ratio);
        let _ = self
            .context
            .set_transform(k, 0.0, 0.0, k, view.dx * r, view.dy * r);
    }

    fn fill(&self, path: &Path2d, colour: &str) {
        self.context.set_fill_style_str(colour);
        self.context
            .fill_with_path_2d_and_winding(path, CanvasWindingRule::Evenodd);
    }

    fn stroke(&self, path: &Path2d, colour: &str, pixels: f64, view: View) {
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(pixels / view.scale);
        self.context.stroke_with_path(path);
    }

    /// Fills in device pixels, so that the lines keep their distance, but moves with the map.
    fn hatch(&self, path: &Path2d, view: View, screen: Screen) {
        let Some(hatch) = &self.hatch else { return };
        let context = &self.context;
        context.save();
        context.clip_with_path_2d_and_winding(path, CanvasWindingRule::Evenodd);
        let side = (HATCH * std::f64::consts::SQRT_2 * self.ratio).round();
        let shift = |d: f64| (d * self.ratio).rem_euclid(side).round() - side;
        let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, shift(view.dx), shift(view.dy));
        context.set_fill_style_canvas_pattern(hatch);
        let over = 2.0 * side;
        context.fill_rect(
            0.0,
            0.0,
            screen.width * self.ratio + over,
            screen.height * self.ratio + over,
        );
        context.restore();
    }

    fn lines(&self, layers: &Layers, view: View, palette: &Palette) {
        let context = &self.context;
        for (casing, colour) in [(3.0, &palette.surface), (0.0, &palette.river)] {
            context.set_stroke_style_str(colour);
            for (curve, width) in &layers.arcs {
                let [from, control, to] =
                    [curve.from, curve.control, curve.to].map(|point| view.to_screen(point));
                context.set_line_width(width + casing);
                context.begin_path();
                context.move_to(from.x, from.y);
                context.quadratic_curve_to(control.x, control.y, to.x, to.y);
                context.stroke();
            }
        }
        let ends: Vec<Pixel> = layers.ends.iter().map(|end| view.to_screen(*end)).collect();
        self.circles(&ends, 4.0, &palette.river, palette);
    }

    fn dots(&self, layers: &Layers, data: &MapData, view: View, screen: Screen, palette: &Palette) {
        let radius = dot_radius(view.scale);
        for (at, points) in layers.points.iter().enumerate() {
            let tone = data.kinds.get(at).map(|kind| kind.tone).unwrap_or_default();
            let inside = |p: &Pixel| {
                (-9.0..screen.width + 9.0).contains(&p.x)
                    && (-9.0..screen.height + 9.0).contains(&p.y)
            };
            let seen: Vec<Pixel> = points
                .iter()
                .map(|point| view.to_screen(*point))
                .filter(inside)
                .collect();
            self.circles(&seen, radius, palette.tone(tone), palette);
        }
    }

    /// All circles of one colour are one path: one call to fill, one to draw their rims.
    fn circles(&self, at: &[Pixel], radius: f64, colour: &str, palette: &Palette) {
        if at.is_empty() {
            return;
        }
        let context = &self.context;
        context.begin_path();
        for point in at {
            context.move_to(point.x + radius, point.y);
            let _ = context.arc(point.x, point.y, radius, 0.0, TAU);
        }
        context.set_fill_style_str(colour);
        context.fill();
        // Rims last, so that points that overlap stay apart.
        context.set_stroke_style_str(&palette.surface);
        context.set_line_width(1.6);
        context.stroke();
    }
}

/// Returns the radius of a point in pixels.
pub fn dot_radius(scale: f64) -> f64 {
    (2.5 + scale).clamp(3.0, 6.5)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(pixels: f64) -> u32 {
    pixels.round().clamp(1.0, 16_384.0) as u32
}

//! Draws counties, borders, lines and points. Points and lines are drawn here too, not as elements: a
//! thousand SVG circles cost more than a frame on a phone.

mod lines;

use std::collections::BTreeSet;

use wasm_bindgen::JsCast;
use web_sys::{
    CanvasPattern, CanvasRenderingContext2d as Context, CanvasWindingRule, HtmlCanvasElement,
    Path2d, window,
};

use super::arcs::END;
use super::classes::{FADED, PLAIN};
use super::data::{MapData, Tone};
use super::drawn::{Drawn, Layers, Rank};
use super::labels::Placed;
use super::motion::Sheet;
use super::palette::Palette;
use super::projection::Plane;
use super::sight::{cell, seen};
use super::stamps::{Dots, hatch, hatch_side, whole};
use super::view::{Pixel, Screen, View, dot_radius, is_drawn};

/// The canvas and what it needs between frames.
#[derive(Debug)]
pub struct Painter {
    canvas: HtmlCanvasElement,
    context: Context,
    /// Device pixels a CSS pixel.
    ratio: f64,
    hatch: Option<CanvasPattern>,
    dots: Dots,
}

/// How a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// What one reads, once the map rests.
    Fine,
    /// The land that lies around it while it moves: hairlines, and no points.
    Quick,
}

/// All that one picture shows.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    pub drawn: &'a Drawn,
    pub layers: &'a Layers,
    pub data: &'a MapData,
    pub view: View,
    pub screen: Screen,
    pub palette: &'a Palette,
    /// Where names lie, above the canvas: their points are not drawn.
    pub names: &'a [Placed],
    pub care: Care,
}

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
            dots: Dots::default(),
        })
    }

    /// Fits the canvas to a sheet at a share of the device's own sharpness.
    pub fn resize(&mut self, sheet: Sheet, share: f64) {
        let device = window().map_or(1.0, |window| window.device_pixel_ratio());
        self.ratio = device.clamp(1.0, GREATEST_RATIO) * share;
        self.canvas.set_width(whole(sheet.width * self.ratio));
        self.canvas.set_height(whole(sheet.height * self.ratio));
        let style = self.canvas.style();
        for (property, pixels) in [
            ("left", -sheet.left),
            ("top", -sheet.above),
            ("width", sheet.width),
            ("height", sheet.height),
        ] {
            let _ = style.set_property(property, &format!("{pixels}px"));
        }
    }

    /// Takes over the theme's colours.
    pub fn dress(&mut self, palette: &Palette) {
        self.hatch = hatch(&self.context, self.ratio, palette).ok().flatten();
        self.dots = Dots::default();
    }

    /// Returns the width of a text in pixels.
    pub fn measure(&self, text: &str, font: &str) -> f64 {
        self.context.set_font(font);
        self.context
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width())
    }

    /// Draws one picture.
    pub fn paint(&mut self, frame: &Frame<'_>) {
        let &Frame {
            drawn,
            layers,
            view,
            screen,
            palette,
            care,
            ..
        } = frame;
        let seen = seen(view, screen, 0.0);
        self.on_screen();
        self.context.set_fill_style_str(&palette.inks.beyond);
        self.context
            .fill_rect(0.0, 0.0, screen.width, screen.height);
        self.context.set_line_join("round");
        self.context.set_line_cap("round");
        self.on_plane(view);
        self.context.set_fill_style_str(&palette.inks.sea);
        self.context.fill_with_path_2d(&drawn.sea);
        self.shade(frame);
        self.on_plane(view);
        self.borders(drawn, view, palette, care);
        for (lines, casing, width, colour) in [
            (&layers.highlighted, 6.0, 3.0, &palette.inks.river),
            (&layers.selected, 5.2, 2.6, &palette.inks.ink),
        ] {
            let lines = || {
                lines
                    .iter()
                    .filter_map(|at| drawn.lines.get(*at))
                    .filter(|l| l.bounds.meets(&seen))
            };
            if care == Care::Fine {
                self.stroke(
                    lines().map(|line| &line.path),
                    &palette.inks.surface,
                    casing / view.scale,
                );
            }
            self.stroke(lines().map(|line| &line.path), colour, width / view.scale);
        }
        self.on_screen();
        match care {
            Care::Fine => {
                self.lines(frame, &seen);
                self.points(frame);
            }
            Care::Quick => self.light_lines(frame),
        }
    }

    fn on_screen(&self) {
        // Fails only for a detached canvas, which nobody sees.
        let _ = self
            .context
            .set_transform(self.ratio, 0.0, 0.0, self.ratio, 0.0, 0.0);
    }

    fn on_plane(&self, view: View) {
        let (k, r) = (view.scale * self.ratio, self.ratio);
        let _ = self
            .context
            .set_transform(k, 0.0, 0.0, k, view.dx * r, view.dy * r);
    }

    fn shade(&self, frame: &Frame<'_>) {
        let &Frame {
            drawn,
            layers,
            data,
            view,
            screen,
            palette,
            ..
        } = frame;
        let ramp = palette.shades(&data.ramp);
        let seen = seen(view, screen, 0.0);
        let shapes = drawn
            .shapes
            .iter()
            .zip(&drawn.atlas.shapes)
            .zip(&layers.shades);
        let in_sight = || {
            shapes
                .clone()
                .filter(|((_, shape), _)| shape.bounds.meets(&seen))
        };
        let plain = ramp.first().map(|colour| (PLAIN, colour));
        let faded = Some((FADED, &palette.inks.beyond));
        let shades = ramp.iter().enumerate().skip(1);
        for (shade, colour) in shades.chain(plain).chain(faded) {
            self.context.set_fill_style_str(colour);
            for ((path, _), _) in in_sight().filter(|(_, of)| **of == shade) {
                self.context
                    .fill_with_path_2d_and_winding(path, CanvasWindingRule::Evenodd);
            }
        }
        let mut without = in_sight().filter(|(_, of)| **of == 0).peekable();
        if let (Some(hatch), true, Ok(all)) = (&self.hatch, without.peek().is_some(), Path2d::new())
        {
            for ((path, _), _) in without {
                all.add_path(path);
            }
            self.hatch(&all, hatch, view, screen);
        }
    }

    /// Fills in device pixels, so that the lines keep their distance, but moves with the map.
    fn hatch(&self, path: &Path2d, hatch: &CanvasPattern, view: View, screen: Screen) {
        let context = &self.context;
        context.save();
        context.clip_with_path_2d_and_winding(path, CanvasWindingRule::Evenodd);
        let side = hatch_side(self.ratio);
        let shift = |d: f64| (d * self.ratio).rem_euclid(side).round() - side;
        let _ = context.set_transform(1.0, 0.0, 0.0, 1.0, shift(view.dx), shift(view.dy));
        context.set_fill_style_canvas_pattern(hatch);
        let over = |size: f64| size * self.ratio + 2.0 * side;
        context.fill_rect(0.0, 0.0, over(screen.width), over(screen.height));
        context.restore();
    }

    fn borders(&self, drawn: &Drawn, view: View, palette: &Palette, care: Care) {
        let screen = Screen {
            width: self.width(),
            height: self.height(),
            ..Screen::default()
        };
        let seen = seen(view, screen, 0.0);
        let of = |rank: Rank| {
            let lines = drawn.lines.iter().filter(move |line| line.rank == rank);
            lines
                .filter(|line| line.bounds.meets(&seen))
                .map(|line| &line.path)
        };
        let hair = 1.0 / self.ratio;
        // A hairline of surface parts neighbours of one shade; cities' is wider when one is near.
        let near = match care {
            Care::Quick => hair,
            Care::Fine if view.scale < 1.6 => hair.min(0.5),
            Care::Fine => (view.scale / 3.0).clamp(0.6, 1.0),
        };
        let pixels = |pixels: f64| pixels / view.scale;
        self.stroke(of(Rank::Counties), &palette.inks.surface, pixels(near));
        let cities = if care == Care::Fine && view.scale >= 1.6 {
            near * 1.8
        } else {
            near
        };
        self.stroke(of(Rank::Cities), &palette.inks.surface, pixels(cities));
        let edge = if care == Care::Fine && view.scale >= 1.6 {
            1.0
        } else {
            hair
        };
        self.stroke(of(Rank::Edge), &palette.inks.edge, pixels(edge));
        if care == Care::Fine {
            self.stroke(of(Rank::Provinces), &palette.inks.surface, pixels(4.2));
        }
        let provinces = if care == Care::Fine { 1.8 } else { hair };
        self.stroke(of(Rank::Provinces), &palette.inks.border, pixels(provinces));
    }

    fn stroke<'a>(&self, paths: impl Iterator<Item = &'a Path2d>, colour: &str, width: f64) {
        self.context.set_stroke_style_str(colour);
        self.context.set_line_width(width);
        for path in paths {
            self.context.stroke_with_path(path);
        }
    }

    fn width(&self) -> f64 {
        f64::from(self.canvas.width()) / self.ratio
    }

    fn height(&self) -> f64 {
        f64::from(self.canvas.height()) / self.ratio
    }

    fn points(&mut self, frame: &Frame<'_>) {
        let layers = frame.layers;
        self.stamp(&layers.ends, Tone::River, |_| END, frame);
        // The first kinds on top.
        for (at, points) in layers.points.iter().enumerate().rev() {
            let kind = frame.data.kinds.get(at);
            let tone = kind.map(|kind| kind.tone).unwrap_or_default();
            if is_drawn(frame.view.scale, tone) {
                self.stamp(
                    points,
                    tone,
                    |apart| dot_radius(frame.view.scale, apart),
                    frame,
                );
            }
        }
    }

    fn stamp(
        &mut self,
        points: &[(Plane, f64)],
        tone: Tone,
        radius_of: impl Fn(f64) -> f64,
        frame: &Frame<'_>,
    ) {
        let &Frame {
            view,
            screen,
            palette,
            names,
            ..
        } = frame;
        // Of points that hide one another one is drawn: five thousand at arm's length are some hundred.
        let mut taken = BTreeSet::new();
        // Whole device pixels: a browser copies those twice as fast as it blends between.
        let _ = self.context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        for (point, apart) in points {
            let Pixel { x, y } = view.to_screen(*point);
            let inside =
                (-9.0..screen.width + 9.0).contains(&x) && (-9.0..screen.height + 9.0).contains(&y);
            // A quarter pixel more or less needs no new stamp.
            let radius = (radius_of(*apart) * 4.0).round() / 4.0;
            if !inside || !taken.insert(cell(Pixel { x, y }, radius)) {
                continue;
            }
            let hidden = |name: &Placed| {
                (x - name.at.x).abs() < name.width / 2.0 + radius
                    && (y - name.at.y).abs() < name.height / 2.0 + radius
            };
            if names.iter().any(hidden) {
                continue;
            }
            let ratio = self.ratio;
            let Some(dot) = self.dots.of(tone, radius, ratio, palette) else {
                return;
            };
            let left = ((x - dot.side / 2.0) * ratio).round();
            let top = ((y - dot.side / 2.0) * ratio).round();
            let _ = self
                .context
                .draw_image_with_html_canvas_element(&dot.stamp, left, top);
        }
    }
}

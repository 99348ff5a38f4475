//! Pictures made once and stamped many times: points of a kind, the tile of the hatch.

use std::f64::consts::{SQRT_2, TAU};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasPattern, CanvasRenderingContext2d as Context, HtmlCanvasElement, window};

use super::data::Tone;
use super::palette::Palette;

/// Pixels between two lines of the hatch.
const HATCH: f64 = 7.0;
/// A point drawn once, to be stamped where points of its kind lie.
#[derive(Debug)]
pub struct Dot {
    pub tone: Tone,
    pub radius: f64,
    pub stamp: HtmlCanvasElement,
    /// Side in CSS pixels.
    pub side: f64,
}

impl Dot {
    pub fn new(tone: Tone, radius: f64, ratio: f64, palette: &Palette) -> Option<Dot> {
        let side = (2.0 * radius + 4.0).ceil();
        let (stamp, context) = canvas(side * ratio)?;
        context.scale(ratio, ratio).ok()?;
        context.begin_path();
        context.arc(side / 2.0, side / 2.0, radius, 0.0, TAU).ok()?;
        context.set_fill_style_str(palette.inks.tone(tone));
        context.fill();
        context.set_stroke_style_str(&palette.inks.surface);
        // The rim of a small point must leave something of it.
        context.set_line_width(radius.min(3.2) / 2.0);
        context.stroke();
        Some(Dot {
            tone,
            radius,
            stamp,
            side,
        })
    }
}

/// The stamps that are ready.
#[derive(Debug, Default)]
pub struct Dots(Vec<Dot>);

impl Dots {
    /// The stamp of a tone and a radius. Those of zooms that are over are let go.
    pub fn of(&mut self, tone: Tone, radius: f64, ratio: f64, palette: &Palette) -> Option<&Dot> {
        const KEPT: usize = 48;
        let mine = |dot: &Dot| dot.tone == tone && (dot.radius - radius).abs() < 0.1;
        let at = match self.0.iter().position(mine) {
            Some(at) => at,
            None => {
                if self.0.len() >= KEPT {
                    self.0.clear();
                }
                self.0.push(Dot::new(tone, radius, ratio, palette)?);
                self.0.len() - 1
            }
        };
        self.0.get(at)
    }
}

/// A tile of the hatch, in device pixels; its diagonal meets that of the next tile.
pub fn hatch(
    context: &Context,
    ratio: f64,
    palette: &Palette,
) -> Result<Option<CanvasPattern>, JsValue> {
    let side = hatch_side(ratio);
    let Some((tile, drawing)) = canvas(side) else {
        return Ok(None);
    };
    let [no_data, ..] = &palette.inks.ramp;
    drawing.set_fill_style_str(no_data);
    drawing.fill_rect(0.0, 0.0, side, side);
    drawing.set_stroke_style_str(&palette.inks.hatch);
    drawing.set_line_width(1.7 * ratio);
    drawing.begin_path();
    for shift in [-side, 0.0, side] {
        drawing.move_to(shift, side);
        drawing.line_to(shift + side, 0.0);
    }
    drawing.stroke();
    context.create_pattern_with_html_canvas_element(&tile, "repeat")
}

/// Returns the side of the tile in device pixels.
pub fn hatch_side(ratio: f64) -> f64 {
    (HATCH * SQRT_2 * ratio).round()
}

fn canvas(side: f64) -> Option<(HtmlCanvasElement, Context)> {
    let document = window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(whole(side));
    canvas.set_height(whole(side));
    let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    Some((canvas, context))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn whole(pixels: f64) -> u32 {
    pixels.round().clamp(1.0, 16_384.0) as u32
}

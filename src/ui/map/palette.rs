//! The theme's colours for the canvas, which cannot read custom properties by itself. Read anew when
//! the theme changes.

use web_sys::{Element, window};

use super::classes::MOST_CLASSES;
use super::data::Ramp;
use super::picture::Inks;

/// Colours as CSS has them, and the measures that follow the reader's settings.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What is drawn in, its ramp that of amounts.
    pub inks: Inks,
    /// The ramp of changes: no data, then from much less to much more.
    pub change: [String; MOST_CLASSES + 1],
    /// Pixels of one rem.
    pub rem: f64,
    /// Milliseconds of a flight; 0 where motion is unwanted.
    pub calm: f64,
}

impl Palette {
    pub fn read(element: &Element) -> Palette {
        let Some(window) = window() else {
            return Palette::default();
        };
        let style = window.get_computed_style(element).ok().flatten();
        let get = |name: &str| {
            style
                .as_ref()
                .and_then(|style| style.get_property_value(name).ok())
                .map(|value| value.trim().to_owned())
                .unwrap_or_default()
        };
        let root = window
            .document()
            .and_then(|document| document.document_element());
        let rem = root
            .and_then(|root| window.get_computed_style(&root).ok().flatten())
            .and_then(|style| style.get_property_value("font-size").ok())
            .and_then(|size| size.trim_end_matches("px").parse().ok())
            .unwrap_or(16.0);
        let calm = get("--calm");
        let inks = Inks {
            ramp: [
                get("--no-data"),
                get("--ramp-1"),
                get("--ramp-2"),
                get("--ramp-3"),
                get("--ramp-4"),
                get("--ramp-5"),
            ],
            hatch: get("--hatch"),
            sea: get("--sea"),
            beyond: get("--sunken"),
            surface: get("--surface"),
            border: get("--ink-2"),
            edge: get("--line-strong"),
            ink: get("--ink"),
            river: get("--river"),
            sun: get("--sun"),
            pine: get("--pine"),
            font: get("--font"),
            title_font: get("--font-title"),
        };
        Palette {
            inks,
            change: [
                get("--no-data"),
                get("--fall-2"),
                get("--fall-1"),
                get("--same"),
                get("--rise-1"),
                get("--rise-2"),
            ],
            rem,
            calm: milliseconds(&calm),
        }
    }

    /// The shades by what they mean.
    pub fn shades(&self, ramp: &Ramp) -> &[String; MOST_CLASSES + 1] {
        match ramp {
            Ramp::Amount => &self.inks.ramp,
            Ramp::Change { .. } => &self.change,
        }
    }

    /// What a picture is drawn with.
    pub fn inks(&self, ramp: &Ramp) -> Inks {
        Inks {
            ramp: self.shades(ramp).clone(),
            ..self.inks.clone()
        }
    }
}

/// "220ms", or ".22s" as some minifiers write it.
fn milliseconds(text: &str) -> f64 {
    let parse = |number: &str| number.trim().parse::<f64>().ok();
    let value = match text.strip_suffix("ms") {
        Some(number) => parse(number),
        None => text
            .strip_suffix('s')
            .and_then(parse)
            .map(|seconds| seconds * 1000.0),
    };
    value.unwrap_or(0.0)
}

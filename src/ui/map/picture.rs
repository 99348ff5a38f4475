//! The map as a picture of its own (SVG): what is on the screen, with what it takes to be read away from the page: its
//! title, the period, the legend, where the boundaries come from and the day. Pure: colours and words are handed in.

mod draw;
mod frame;
pub mod text;

use super::atlas::Atlas;
use super::classes::{Classes, MOST_CLASSES};
use super::data::{MapData, Tone};
use super::view::{Pixel, Screen, View};

/// Everything that a picture shows.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    pub atlas: &'a Atlas,
    pub data: &'a MapData,
    pub classes: &'a Classes,
    pub view: View,
    pub screen: Screen,
    pub names: &'a [Name],
    pub inks: &'a Inks,
    pub words: &'a Words,
}

/// A name and where its middle stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    pub text: String,
    pub at: Pixel,
    pub look: Look,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    County,
    /// Of a county that is chosen or belongs to the corridor.
    Strong,
    Province,
    /// White on river blue: what outlined counties are called.
    Pill,
}

/// The theme's colours.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inks {
    /// No data, then the five shades of the layer.
    pub ramp: [String; MOST_CLASSES + 1],
    pub hatch: String,
    pub sea: String,
    /// Land outside the region.
    pub beyond: String,
    pub surface: String,
    pub border: String,
    pub edge: String,
    pub ink: String,
    pub river: String,
    pub sun: String,
    pub pine: String,
    pub font: String,
    pub title_font: String,
}

impl Inks {
    pub fn tone(&self, tone: Tone) -> &str {
        match tone {
            Tone::Sun => &self.sun,
            Tone::Pine => &self.pine,
            Tone::River => &self.river,
            Tone::Ink => &self.ink,
        }
    }
}

/// What is written around the map, in the language of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// What the app is called.
    pub made_by: String,
    /// Must stand beside every map.
    pub attribution: String,
    /// The day on which it was made.
    pub day: String,
    /// That it is an exercise, where it is one.
    pub exercise: String,
    pub no_data: String,
}

/// Pixels over the map for its title, and under it for legend and source.
const HEAD: f64 = 76.0;
const FOOT: f64 = 118.0;

impl Picture<'_> {
    /// Width and height in pixels.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        (self.width(), self.screen.height + HEAD + FOOT)
    }

    /// A phone's map is narrower than a legend is.
    fn width(&self) -> f64 {
        self.screen.width.max(640.0)
    }

    /// The picture as an SVG document. It has no styles of its own but attributes: a strict page may show it.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut svg = String::with_capacity(200_000);
        frame::open(self, &mut svg);
        draw::map(self, &mut svg);
        frame::head(self, &mut svg);
        frame::foot(self, &mut svg);
        svg.push_str("</svg>");
        svg
    }
}

/// Text as it may stand in the document.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML knows no other control characters.
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;

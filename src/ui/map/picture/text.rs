//! A line of text in a picture: one way of writing it for the map and for the tree.

use std::fmt::Write;

use super::{Inks, Words, escaped};

/// From this size on it is a title, and has the titles' letters.
const TITLE: u32 = 19;

/// Where a text stands and how it is set.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    pub x: f64,
    pub y: f64,
    pub size: u32,
    pub weight: u32,
    pub anchor: &'a str,
    pub fill: &'a str,
}

impl<'a> Text<'a> {
    /// Plain, from the left, in ink.
    #[must_use]
    pub fn new(x: f64, y: f64, size: u32, inks: &'a Inks) -> Self {
        Self {
            x,
            y,
            size,
            weight: 400,
            anchor: "start",
            fill: &inks.ink,
        }
    }

    #[must_use]
    pub fn bold(self) -> Self {
        Self {
            weight: 700,
            ..self
        }
    }

    #[must_use]
    pub fn in_the_middle(self) -> Self {
        Self {
            anchor: "middle",
            ..self
        }
    }

    #[must_use]
    pub fn to_the_right(self) -> Self {
        Self {
            anchor: "end",
            ..self
        }
    }

    /// Writes it; nothing where there is no text.
    pub fn write(&self, inks: &Inks, text: &str, svg: &mut String) {
        if text.is_empty() {
            return;
        }
        let font = match self.size >= TITLE {
            true => &inks.title_font,
            false => &inks.font,
        };
        let _ = write!(
            svg,
            r#"<text x="{:.1}" y="{:.1}" font-family="{}" font-size="{}" font-weight="{}" text-anchor="{}" fill="{}">{}</text>"#,
            self.x,
            self.y,
            escaped(font),
            self.size,
            self.weight,
            self.anchor,
            self.fill,
            escaped(text)
        );
    }
}

/// Whose it is, after what kind of exercise it is, where it is one.
#[must_use]
pub fn whose(words: &Words) -> String {
    let whose = [&words.exercise, &words.made_by];
    let whose: Vec<&str> = whose
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    whose.join(" · ")
}

//! Pictures of figures: bars, columns, lines, and the official table.
//!
//! One idea carries them all: **the picture is a table.** A chart is one real `<table>` whose cells
//! are laid over the shapes at places that the geometry computed; 看表 takes the places away and
//! the table stands there as a table. So a screen reader always hears the table (the shapes behind
//! are hidden from it), the keyboard goes through each number once, and text is HTML text that is
//! never stretched.
//!
//! [`Sheet`] says what is shown, [`Picture`] where; both are plain structs, made natively and tested
//! natively. Invariant: a picture has a place (or none) for every row and cell of its sheet, in the
//! sheet's order. Nothing here knows units, months or money: texts come formatted, doors come as
//! addresses. Only `view`, `kinds` and `official` know the browser.

pub mod bars;
pub mod columns;
pub mod labels;
pub mod line;
pub mod official_table;
pub mod picture;
pub mod scale;
pub mod sheet;
pub mod stack;

#[cfg(target_arch = "wasm32")]
mod kinds;
#[cfg(target_arch = "wasm32")]
mod official;
#[cfg(target_arch = "wasm32")]
mod view;

use std::sync::Arc;

#[cfg(target_arch = "wasm32")]
pub use kinds::{Bars, Columns, Line};
#[cfg(target_arch = "wasm32")]
pub use official::OfficialTable;
pub use picture::Picture;
pub use sheet::Sheet;

/// A number as it is drawn (`amount`), as it is read (`text`), and the cases behind it (`href`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// What lengths are drawn from. In whatever unit the caller counts; below zero counts as zero.
    pub amount: i64,
    pub text: String,
    /// Where the number leads. Without it the number is plain text.
    pub href: Option<String>,
}

impl Figure {
    pub fn new(amount: i64, text: impl Into<String>) -> Figure {
        Figure {
            amount,
            text: text.into(),
            href: None,
        }
    }

    #[must_use]
    pub fn opening(self, href: impl Into<String>) -> Figure {
        Figure {
            href: Some(href.into()),
            ..self
        }
    }
}

/// One bar, column or point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Datum {
    /// Tells rows apart when data change; never shown.
    pub key: String,
    pub label: String,
    pub whole: Figure,
    /// The dark part of the light whole.
    pub part: Option<Figure>,
    /// A derived word beside the numbers, such as a rate; in the table only.
    pub note: Option<String>,
}

impl Datum {
    pub fn new(key: impl Into<String>, label: impl Into<String>, whole: Figure) -> Datum {
        Datum {
            key: key.into(),
            label: label.into(),
            whole,
            part: None,
            note: None,
        }
    }

    #[must_use]
    pub fn with_part(self, part: Figure) -> Datum {
        Datum {
            part: Some(part),
            ..self
        }
    }

    #[must_use]
    pub fn with_note(self, note: impl Into<String>) -> Datum {
        Datum {
            note: Some(note.into()),
            ..self
        }
    }
}

/// What one chart shows: the data, and the names of its columns as the table heads them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// What the labels are: 纠纷类型, 月份.
    pub of: String,
    /// What the wholes are: 调解.
    pub label: String,
    /// What the parts are: 成功. Without it parts are not shown.
    pub part_label: Option<String>,
    /// What the notes are: 成功率. Without it notes are not shown.
    pub note_label: Option<String>,
    pub points: Vec<Datum>,
}

/// Folds what follows the first `keep` bars into 其他 n 类.
#[derive(Clone)]
pub struct Folding {
    pub keep: usize,
    /// The sum of what was folded, formatted, with its door: whole and part. The chart cannot make
    /// them: it knows neither units nor addresses.
    pub sum: FoldedSum,
}

/// See [`Folding::sum`].
pub type FoldedSum = Arc<dyn Fn(&[Datum]) -> (Figure, Option<Figure>) + Send + Sync>;

//! The one model of every form: a title, a number, and blocks from top to bottom.

use crate::law::forms::Form;
use crate::locale::{Language, papers};

/// A paper, ready to be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub form: Form,
    pub language: Language,
    pub title: String,
    /// The line below the title: 编号：…
    pub number: Option<String>,
    pub blocks: Vec<Block>,
}

/// A piece of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Labels with what was filled in, underlined, as many in a line as fit.
    Fields(Vec<Pair>),
    Heading(String),
    /// Running text. Line breaks in it are the author's.
    Paragraph(String),
    /// A ruled table of short cells.
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
    /// A ruled form: rows of cells whose spans add up to [`GRID`].
    Grid(Vec<Vec<Cell>>),
    /// Lines to sign on, two beside each other.
    Signatures(Vec<Signature>),
    /// Lines at the right edge: the seal, the day.
    Closing(Vec<String>),
}

/// The columns of a ruled form.
pub const GRID: u8 = 12;

/// A label with its colon, and what was filled in; empty leaves room for a pen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub label: String,
    pub value: String,
    pub room: Room,
}

/// How much a pen has to write where nothing was filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// One or two characters: sex, age.
    Short,
    /// A name, an occupation.
    Word,
    /// The 18 places of an ID number, or of a credit code.
    Number,
    /// The rest of the line: an address.
    Line,
}

/// A cell of a ruled form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub kind: CellKind,
    pub text: String,
    pub span: u8,
}

/// How a cell is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    Label,
    /// Short, centred.
    Value,
    /// Words, from the left, with room below.
    Long,
    /// A label above an empty space for a pen or a seal.
    Sign,
}

/// A place to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub label: String,
}

impl Pair {
    pub(super) fn new(
        language: Language,
        label: &str,
        value: impl Into<String>,
        room: Room,
    ) -> Self {
        Self {
            label: papers::label(language, label),
            value: value.into(),
            room,
        }
    }
}

impl Cell {
    pub(super) fn new(kind: CellKind, span: u8, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            span,
        }
    }
}

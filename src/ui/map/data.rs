//! What a map shows, as plain values: the page that knows cases and organisations fills this in, and
//! the map draws it without knowing what a figure means.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc as Shared;

/// A county's six-digit code.
pub type Adcode = u32;

/// Everything that the map shows at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapData {
    /// What is shaded, with its unit: "每万人调解（件）".
    pub title: String,
    /// Beside the title, smaller: the period.
    pub subtitle: String,
    /// How an amount is written at the breaks of the legend.
    pub format: Format,
    /// How amounts are shaded.
    pub ramp: Ramp,
    /// What the classes are made of, where several periods share one scale; empty: the values themselves.
    pub scale: Vec<i64>,
    /// That they do, for the legend.
    pub scale_name: String,
    /// A county that is absent has no data and is hatched; a zero is a value.
    pub values: BTreeMap<Adcode, Value>,
    /// Counties whose figure is kept back, as one of too few cases is: they are plain, and no hatch lies on them.
    pub kept_back: BTreeSet<Adcode>,
    /// Why, for legend and table.
    pub kept_back_name: String,
    /// Counties that are not looked at: plain as land beyond, without a name, and not in the table.
    pub faded: BTreeSet<Adcode>,
    pub points: Vec<Point>,
    /// Names of the kinds of points, in the order of `Point::kind`.
    pub kinds: Vec<PointKind>,
    pub arcs: Vec<Arc>,
    /// What the lines are, in the order of `Arc::kind`.
    pub arc_kinds: Vec<ArcKind>,
    /// The county whose page is open.
    pub selected: Option<Adcode>,
    /// Counties that belong together and are outlined as one: a corridor.
    pub highlighted: BTreeSet<Adcode>,
    /// What they are called together, on the map: "通武廊 64件". Empty: not named there.
    pub highlighted_name: String,
    /// What an outline means, for the legend: "走廊". Empty: not in the legend.
    pub highlighted_kind: String,
}

impl MapData {
    /// A county's figure in words, or why there is none; nothing where it has no data.
    #[must_use]
    pub fn text(&self, county: Adcode) -> Option<&str> {
        let kept_back = || {
            self.kept_back
                .contains(&county)
                .then_some(&self.kept_back_name)
        };
        let value = self.values.get(&county).map(|value| &value.text);
        value.or_else(kept_back).map(String::as_str)
    }

    /// The kinds of lines that there are any of.
    pub fn arc_kinds_there(&self) -> impl Iterator<Item = (usize, &ArcKind)> {
        let there = |kind| self.arcs.iter().any(|arc| arc.kind == kind);
        let kinds = self.arc_kinds.iter().enumerate();
        kinds.filter(move |(kind, _)| there(*kind))
    }

    /// The colour of a line of a kind.
    #[must_use]
    pub fn arc_tone(&self, kind: usize) -> Tone {
        self.arc_kinds
            .get(kind)
            .map_or(Tone::River, |kind| kind.tone)
    }
}

/// What shades mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Ramp {
    /// The darker, the more.
    #[default]
    Amount,
    /// From much less by the same to much more: what that is called.
    Change {
        less: String,
        same: String,
        more: String,
    },
}

/// A county's figure: an integer to compare by (a count, fen, per mille) and how it reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    pub amount: i64,
    pub text: String,
}

/// A place on the map, an organisation for instance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    pub lon: f64,
    pub lat: f64,
    /// Kilometres to the next point; nought where it stands alone.
    pub apart: f64,
    /// Index into `MapData::kinds`.
    pub kind: usize,
    pub name: String,
    pub id: String,
}

/// A kind of points and its colour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PointKind {
    pub name: String,
    pub tone: Tone,
}

/// Colours of meaning: each is a token of the theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    #[default]
    Sun,
    Pine,
    River,
    Ink,
}

/// A line from county to county, with a head at its end; its width follows the count, of all kinds
/// together, so that two lines of one width are as many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arc {
    pub from: Adcode,
    pub to: Adcode,
    pub count: u32,
    /// Index into `MapData::arc_kinds`.
    pub kind: usize,
}

/// A kind of lines and its colour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArcKind {
    /// "联合调解".
    pub name: String,
    /// What lies at its start and at its head: "从受理地指向受邀地".
    pub way: String,
    pub tone: Tone,
}

/// Writes an amount as the legend shows it.
#[derive(Clone)]
pub struct Format(Shared<dyn Fn(i64) -> String + Send + Sync>);

impl Format {
    #[must_use]
    pub fn new(write: impl Fn(i64) -> String + Send + Sync + 'static) -> Self {
        Format(Shared::new(write))
    }

    #[must_use]
    pub fn write(&self, amount: i64) -> String {
        (self.0)(amount)
    }
}

impl Default for Format {
    fn default() -> Self {
        Format::new(|amount| amount.to_string())
    }
}

/// The same function, not the same text: two formats made apart count as different.
impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        Shared::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Format")
    }
}

//! A table as a spreadsheet shows it: rows of cells, before anything is known of their meaning.

use std::borrow::Cow;

use super::ditto::is_ditto;
use super::header::MOST_COLUMNS;
use super::text::says_nothing;
use crate::law::blank::trimmed;
use crate::law::day::Day;

/// One sheet of a ledger. Rows are numbered from 1 as a person sees them in a spreadsheet:
/// `rows[0]` is row 1, and blank rows keep their place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Deserialize))]
pub struct Sheet {
    /// The sheet's name in its workbook, or the file's name for CSV.
    pub name: String,
    /// Rows may differ in length; what is missing at the end is empty.
    pub rows: Vec<Vec<Cell>>,
    /// The row, the last one, in which a quotation mark opens that is never closed: what stands after it
    /// in the file is no row.
    pub open_quote: Option<u32>,
}

/// A cell. CSV has only `Empty` and `Text`; workbooks know numbers and dates. No workbook is read yet: the
/// tests have the cells of one as JSON, so that what reads cells is right when a converter comes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Deserialize))]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    /// A number as decimal digits ("12.65", "1.2E17"), never as a float, so that sums stay exact.
    /// It had only 15 significant digits in the spreadsheet, whatever is written here.
    Number(String),
    /// A cell formatted as a date.
    Day(Day),
}

impl Cell {
    /// The cell as a person reads it.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Number(text) => Cow::Borrowed(text),
            Self::Day(day) => Cow::Owned(day.to_string()),
        }
    }

    /// Whether there is no ink in the cell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) | Self::Number(text) => trimmed(text).is_empty(),
            Self::Day(_) => false,
        }
    }

    /// Whether the cell is empty or has one of the marks for "nothing" (无, —, /).
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => says_nothing(text),
            Self::Number(_) | Self::Day(_) => false,
        }
    }

    /// Whether the cell only says that it is as the one above it (同上, 〃).
    #[must_use]
    pub fn is_ditto(&self) -> bool {
        matches!(self, Self::Text(text) if is_ditto(text))
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        // A formula that is a text: programs write ="007" to keep what looks like a number as it is.
        let formula = text
            .strip_prefix("=\"")
            .and_then(|rest| rest.strip_suffix('"'));
        let text = formula
            .filter(|inside| !inside.contains('"'))
            .unwrap_or(text);
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text.to_owned())
        }
    }
}

impl Sheet {
    /// Cells in the longest row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Reads CSV text, its separator (comma, tab or semicolon) found by looking. Never fails: what is
    /// not quite CSV (a quote in mid-field) is read the way spreadsheets read it; at a quote that is never
    /// closed the reading ends, and [`open_quote`](Self::open_quote) names its row.
    #[must_use]
    pub fn from_csv(name: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = if text.contains('\r') {
            Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            Cow::Borrowed(text)
        };
        let separator = separator(&text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        let mut record = csv::StringRecord::new();
        loop {
            let begins = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            // Text in memory, in UTF-8 and with flexible lengths, cannot fail to be read.
            let Ok(true) = reader.read_record(&mut record) else {
                break;
            };
            // The reader skips blank lines; spreadsheets show them as rows, so they are put back.
            let rest = text.as_bytes().get(begins..).unwrap_or_default();
            let blank = rest.iter().take_while(|byte| **byte == b'\n').count();
            rows.extend(std::iter::repeat_n(Vec::new(), blank));
            // A row of nothing but separators weighs no more than a blank line: a spreadsheet may have a million.
            let is_blank = record.iter().all(|field| trimmed(field).is_empty());
            rows.push(match is_blank {
                true => Vec::new(),
                false => record.iter().map(Cell::from).collect(),
            });
        }
        let open_quote = open_quote(&text, separator);
        if let Some(row) = open_quote {
            rows.truncate(usize::try_from(row).unwrap_or(usize::MAX));
        }
        Self {
            name: name.to_owned(),
            rows,
            open_quote,
        }
    }

    /// The cell at a row (from 1) and a column (from 0); empty beyond the edges.
    #[must_use]
    pub fn cell(&self, row: u32, column: usize) -> &Cell {
        static EMPTY: Cell = Cell::Empty;
        let index = usize::try_from(row).unwrap_or(usize::MAX).checked_sub(1);
        index
            .and_then(|index| self.rows.get(index))
            .and_then(|cells| cells.get(column))
            .unwrap_or(&EMPTY)
    }

    /// Puts another cell at a row (from 1) and a column (from 0): what a person typed in its place. The sheet gets no
    /// more rows by it.
    pub fn put(&mut self, row: u32, column: usize, cell: Cell) {
        let index = usize::try_from(row).unwrap_or(usize::MAX).checked_sub(1);
        let Some(cells) = index.and_then(|index| self.rows.get_mut(index)) else {
            return;
        };
        if cells.len() <= column && column < MOST_COLUMNS {
            cells.resize(column + 1, Cell::Empty);
        }
        if let Some(at) = cells.get_mut(column) {
            *at = cell;
        }
    }
}

/// The character that separates the fields: of those in use, the one that occurs on most of the
/// first lines.
fn separator(text: &str) -> u8 {
    let lines = || text.lines().filter(|line| !line.is_empty()).take(30);
    let lines_with = |separator: char| lines().filter(|line| line.contains(separator)).count();
    [b',', b'\t', b';']
        .into_iter()
        .rev()
        .max_by_key(|separator| lines_with(char::from(*separator)))
        .unwrap_or(b',')
}

/// The row (from 1) with the first quotation mark that is never closed: the file ends in its cell, or
/// the cell runs over lines until the opening mark of another, in the middle of a field.
fn open_quote(text: &str, separator: u8) -> Option<u32> {
    #[derive(Clone, Copy)]
    enum At {
        Start,
        Field,
        /// Since which row, and whether over several lines.
        Quoted(u32, bool),
        Closed(u32, bool),
    }
    let (mut row, mut at, mut doubtful) = (1, At::Start, None);
    for byte in text.bytes() {
        at = match (at, byte) {
            (At::Quoted(since, lines), b'"') => At::Closed(since, lines),
            (At::Quoted(since, lines), byte) => At::Quoted(since, lines || byte == b'\n'),
            (At::Closed(since, lines), b'"') => At::Quoted(since, lines),
            (At::Start, b'"') => At::Quoted(row, false),
            (_, b'\n') => {
                row += 1;
                At::Start
            }
            (_, byte) if byte == separator => At::Start,
            (At::Closed(since, true), _) => return Some(doubtful.unwrap_or(since)),
            (At::Closed(since, false), _) => {
                // Within a line it may be meant so; it is the culprit if the file ends in a cell.
                doubtful = doubtful.or(Some(since));
                At::Field
            }
            (At::Start | At::Field, _) => At::Field,
        };
    }
    match at {
        At::Quoted(since, _) => Some(doubtful.unwrap_or(since)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Vec<String> {
        let sheet = Sheet::from_csv("", text);
        let row = |cells: &Vec<Cell>| cells.iter().map(Cell::shown).collect::<Vec<_>>().join("|");
        sheet.rows.iter().map(row).collect()
    }

    #[test]
    fn rows_keep_the_numbers_that_a_spreadsheet_shows() {
        assert_eq!(shown("a,b\r\n\r\nc\r\n"), ["a|b", "", "c"]);
        assert_eq!(shown("\n\na\n\n\nb"), ["", "", "a", "", "", "b"]);
        assert_eq!(shown("a,\"b\r\n\r\nc\"\r\n\r\nd"), ["a|b\n\nc", "", "d"]);
        assert_eq!(shown("\u{feff}a\r\rb\r"), ["a", "", "b"]);
        assert_eq!(shown(",,\r\n"), [""]);
        assert_eq!(shown(""), [""; 0]);
    }

    #[test]
    fn a_formula_that_is_a_text_is_that_text() {
        assert_eq!(
            shown("=\"马勇建\",\"=\"\"007\"\"\",=\"\"\n"),
            ["马勇建|007|"]
        );
        assert_eq!(shown("=1+1,=\"a\"&\"b\"\n"), ["=1+1|=\"a\"&\"b\""]);
    }

    #[test]
    fn separators_are_found() {
        assert_eq!(
            shown("台账\na\tb、c, d\n1\t2"),
            ["台账", "a|b、c, d", "1|2"]
        );
        assert_eq!(shown("a;b\n1;2"), ["a|b", "1|2"]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_named_by_its_row() {
        let open = |text: &str| Sheet::from_csv("", text).open_quote;
        for sound in [
            "a,b\n1,2\n",
            "a,\"b\n\nc\",d\r\n1,\"say \"\"x\"\"\"\n",
            "a,b\n1,5\" pipe\n",
            "a,\"b\"c\n1,2\n",
        ] {
            assert_eq!(open(sound), None, "{sound:?}");
        }
        assert_eq!(open("a,b\n\n1,\"2\n3,4\n5,6\n"), Some(3));
        assert_eq!(shown("a,b\n\n1,\"2\n3,4\n5,6\n").len(), 3);
        // A cell of two lines before it is one row, as a spreadsheet shows it.
        assert_eq!(open("a,\"b\nc\"\n1,\"2\n3,4"), Some(2));
        // The next quoted cell closes it, in the wrong place.
        assert_eq!(open("a,b\n1,\"2\n3,\"4\"\n5,6"), Some(2));
        assert_eq!(open("a,b\n1,\"2\n3,\"4\n5,6"), Some(2));
    }

    #[test]
    fn beyond_the_edge_is_empty() {
        let sheet = Sheet::from_csv("", "a,b\nc");
        assert_eq!(sheet.cell(1, 1).shown(), "b");
        for (row, column) in [(0, 0), (2, 1), (3, 0), (u32::MAX, usize::MAX)] {
            assert!(sheet.cell(row, column).is_empty());
        }
    }

    #[test]
    fn a_cell_is_put_into_its_row_and_into_no_row_that_is_not_there() {
        let mut sheet = Sheet::from_csv("", "a,b\nc");
        sheet.put(1, 0, Cell::from("x"));
        sheet.put(2, 2, Cell::from("y"));
        let far = [(0, 0), (3, 0), (u32::MAX, 0), (2, usize::MAX)];
        for (row, column) in far {
            sheet.put(row, column, Cell::from("z"));
        }
        assert_eq!(sheet.rows.concat().len(), 5);
        assert_eq!(
            (sheet.cell(1, 0).shown(), sheet.cell(1, 1).shown()),
            ("x".into(), "b".into())
        );
        assert_eq!(
            (sheet.cell(2, 0).shown(), sheet.cell(2, 2).shown()),
            ("c".into(), "y".into())
        );
    }

    proptest! {
        #[test]
        fn plain_lines_are_rows(lines in proptest::collection::vec("[a-c]{0,3}", 0..20)) {
            let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
            let wanted = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
            prop_assert_eq!(shown(&text), &lines[..wanted]);
        }

        #[test]
        fn any_text_is_read(text in "[\"',;\t\r\n a张]{0,60}") {
            let _ = Sheet::from_csv("", &text);
        }
    }
}

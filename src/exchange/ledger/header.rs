//! Where the header of a sheet is, and what it and the title before it say.

use super::amount::Unit;
use super::heading::read_heading;
use super::sheet::{Cell, Sheet};
use super::text::plain;

/// No office's ledger is wider; cells beyond are not looked at, so that a hostile file can't make every
/// row cost a million columns.
pub(super) const MOST_COLUMNS: usize = 256;
/// Rows in which the header is looked for.
const TOP: usize = 40;
/// Characters of a header that are kept: each refused row repeats it.
const LONGEST: usize = 60;

/// The header's first row and how many rows it has.
pub(super) fn find_header(sheet: &Sheet) -> Option<(u32, u32)> {
    let scores: Vec<Score> = sheet
        .rows
        .iter()
        .take(TOP)
        .map(|row| Score::of(row))
        .collect();
    let best = (0..scores.len()).rev().max_by_key(|at| scores[*at].plain)?;
    if !scores[best].is_header() {
        return None;
    }
    // A second row names parts of what the first names as a whole (申请人: 姓名, 性别, …).
    let is_part = |at: usize| {
        scores.get(at).is_some_and(|score| {
            let gap = |column: usize| sheet.rows[at - 1].get(column).is_none_or(Cell::is_empty);
            let fills = (0..sheet.rows[at].len())
                .any(|column| !sheet.rows[at][column].is_empty() && gap(column));
            score.known > 0 && score.known * 2 > score.inked && !score.has_digits && fills
        })
    };
    let group_above =
        best > 0 && scores[best - 1].inked > 1 && !scores[best - 1].has_digits && is_part(best);
    let (first, rows) = match (group_above, is_part(best + 1)) {
        (true, _) => (best - 1, 2),
        (false, true) => (best, 2),
        (false, false) => (best, 1),
    };
    Some((u32::try_from(first + 1).ok()?, rows))
}

/// How much a row looks like a header.
struct Score {
    plain: usize,
    known: usize,
    inked: usize,
    has_digits: bool,
}

impl Score {
    fn of(row: &[Cell]) -> Self {
        let mut score = Self {
            plain: 0,
            known: 0,
            inked: 0,
            has_digits: false,
        };
        for cell in row
            .iter()
            .take(MOST_COLUMNS)
            .filter(|cell| !cell.is_empty())
        {
            let text = cell.shown();
            score.inked += 1;
            score.has_digits |= plain(&text).bytes().filter(u8::is_ascii_digit).count() > 1;
            // Headers are short; a title or an instruction that names them is not.
            if text.chars().count() <= 24
                && let Some(heading) = read_heading(&text)
            {
                score.known += 1;
                score.plain += usize::from(heading.is_plain);
            }
        }
        score
    }

    fn is_header(&self) -> bool {
        self.plain >= 3 && self.known * 2 >= self.inked
    }
}

/// Each column's header, that of merged cells above completed from the left.
pub(super) fn header_texts(
    sheet: &Sheet,
    header: u32,
    header_rows: u32,
    width: usize,
) -> Vec<String> {
    let text = |row: u32, column: usize| {
        let shown = sheet.cell(row, column).shown();
        let inked = shown
            .split(char::is_whitespace)
            .filter(|part| !part.is_empty());
        inked.flat_map(str::chars).take(LONGEST).collect::<String>()
    };
    let mut group = String::new();
    let joined = |column: usize| {
        let upper = text(header, column);
        if header_rows < 2 {
            return upper;
        }
        let lower = text(header + 1, column);
        if !upper.is_empty() {
            group.clone_from(&upper);
        }
        match (upper.is_empty(), lower.is_empty()) {
            (_, true) => upper,
            (true, false) if group.is_empty() => lower,
            _ => format!("{group} {lower}"),
        }
    };
    (0..width).map(joined).collect()
}

/// What the rows above the header say.
fn title(sheet: &Sheet, header: u32) -> String {
    let above = usize::try_from(header).unwrap_or(0).saturating_sub(1);
    let cells = sheet.rows.iter().take(above).flatten();
    cells
        .map(|cell| plain(&cell.shown()).into_owned())
        .collect()
}

/// The unit of sums that the title names: 单位：万元.
pub(super) fn title_unit(sheet: &Sheet, header: u32) -> Option<Unit> {
    let title = title(sheet, header);
    let (_, named) = title.split_once("单位")?;
    let named = named.trim_start_matches([':', '：', ' ']);
    let named = named.strip_prefix("人民币").unwrap_or(named);
    // 填报单位：万庄镇 names an office.
    let units = ["万元", "千元", "元"];
    units
        .iter()
        .find(|unit| named.starts_with(**unit))
        .and_then(|unit| Unit::of_header(unit))
}

/// The year that the title names: 2023年度, （2023年）.
pub(super) fn title_year(sheet: &Sheet, header: u32) -> Option<i32> {
    let title = title(sheet, header);
    let years = title
        .match_indices('年')
        .filter_map(|(at, _)| title.get(at.checked_sub(4)?..at)?.parse().ok());
    let mut years = years.filter(|year| (1980..2100).contains(year));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

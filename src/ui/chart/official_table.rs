//! The official table as data: columns, rows, a total; and its copy for a spreadsheet. Pure.

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The title: 村居调委会办了60%.
    pub title: String,
    /// What table this is and by which rules: 人民调解案件统计表 · 报表口径.
    pub source: String,
    /// The head of the labels' column.
    pub corner: String,
    /// Heads with their units: 调解案件（件）.
    pub columns: Vec<String>,
    pub rows: Vec<ReportRow>,
    pub total: Option<ReportRow>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportRow {
    pub key: String,
    pub label: String,
    pub cells: Vec<Cell>,
}

/// A formatted value and the cases behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub href: Option<String>,
}

impl Cell {
    pub fn new(text: impl Into<String>) -> Cell {
        Cell {
            text: text.into(),
            href: None,
        }
    }

    #[must_use]
    pub fn opening(self, href: impl Into<String>) -> Cell {
        Cell {
            href: Some(href.into()),
            ..self
        }
    }
}

impl Report {
    /// For a spreadsheet: one line of heads, numbers without their
    /// thousands' commas, CRLF as RFC 4180 has it.
    pub fn to_csv(&self) -> String {
        let head = std::iter::once(&self.corner).chain(&self.columns);
        let mut csv = csv_line(head.cloned());
        for row in self.rows.iter().chain(&self.total) {
            let cells = row.cells.iter().map(|cell| plain_number(&cell.text));
            csv.push_str(&csv_line(std::iter::once(row.label.clone()).chain(cells)));
        }
        csv
    }
}

fn csv_line(fields: impl Iterator<Item = String>) -> String {
    let line: Vec<String> = fields.map(|field| csv_field(&field)).collect();
    line.join(",") + "\r\n"
}

fn csv_field(field: &str) -> String {
    // A name that a spreadsheet would run as a formula is kept a text; a negative number is a number.
    let formula = field.starts_with(['=', '+', '@', '\t'])
        || (field.starts_with('-') && field.parse::<f64>().is_err());
    let field = if formula {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    match field.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field,
    }
}

/// "8,359" is 8359 for a spreadsheet. Anything else stays as it is.
fn plain_number(text: &str) -> String {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let groups: Vec<&str> = whole.trim_start_matches('-').split(',').collect();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups
        .first()
        .is_some_and(|group| (1..=3).contains(&group.len()) && digits(group));
    let rest = groups
        .iter()
        .skip(1)
        .all(|group| group.len() == 3 && digits(group));
    match groups.len() > 1 && first && rest && digits(fraction) {
        true => text.replace(',', ""),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_as_a_spreadsheet_reads_it() {
        let row = |label: &str, cells: [&str; 3]| ReportRow {
            key: label.into(),
            label: label.into(),
            cells: cells.map(Cell::new).into(),
        };
        let report = Report {
            corner: "调解组织".into(),
            columns: ["调解（件）", "成功（件）", "协议金额（万元）"]
                .map(String::from)
                .into(),
            rows: vec![
                row("村（居）调委会", ["5,012", "1,846", "312.40"]),
                row("=平谷, \"老张\"", ["1", "-2", "35.6%"]),
            ],
            total: Some(row("合计", ["8,359", "2,974", "1,003,713.47"])),
            ..Report::default()
        };
        assert_eq!(
            report.to_csv(),
            "调解组织,调解（件）,成功（件）,协议金额（万元）\r\n\
             村（居）调委会,5012,1846,312.40\r\n\
             \"'=平谷, \"\"老张\"\"\",1,-2,35.6%\r\n\
             合计,8359,2974,1003713.47\r\n"
        );
    }

    #[test]
    fn only_whole_numbers_lose_their_commas() {
        for (text, plain) in [
            ("1,205", "1205"),
            ("12,34", "12,34"),
            ("一,二", "一,二"),
            ("-1,000.5", "-1000.5"),
            (",123", ",123"),
            ("", ""),
        ] {
            assert_eq!(plain_number(text), plain);
        }
    }
}

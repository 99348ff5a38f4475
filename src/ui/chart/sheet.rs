//! The table behind a picture: what 看表 shows and what a screen reader hears. Pure.

use super::{Datum, Figure, Folding, Series};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The head of the labels' column.
    pub corner: String,
    /// The heads of the value columns.
    pub heads: Vec<Head>,
    pub rows: Vec<SheetRow>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub text: String,
    pub kind: HeadKind,
}

/// What a value column is, for the geometry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadKind {
    Whole,
    Part,
    Note,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    pub key: String,
    pub label: String,
    pub cells: Vec<Figure>,
    pub kind: RowKind,
}

/// How a row takes part in folding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    #[default]
    Plain,
    /// Stands in the table; in the picture only once unfolded.
    Folded,
    /// 其他 n 类: stands in the picture only, for the table has all its rows.
    Rest,
}

/// Whether 其他 n 类 is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Folded {
    #[default]
    Closed,
    Open,
}

impl Folded {
    #[must_use]
    pub fn turned(self) -> Folded {
        match self {
            Folded::Closed => Folded::Open,
            Folded::Open => Folded::Closed,
        }
    }
}

impl Sheet {
    /// A row for each point, in the order given.
    pub fn of_series(series: &Series) -> Sheet {
        let heads = [
            (Some(&series.label), HeadKind::Whole),
            (series.part_label.as_ref(), HeadKind::Part),
            (series.note_label.as_ref(), HeadKind::Note),
        ];
        let head = |(text, kind): (Option<&String>, HeadKind)| {
            text.map(|text| Head {
                text: text.clone(),
                kind,
            })
        };
        Sheet {
            corner: series.of.clone(),
            heads: heads.into_iter().filter_map(head).collect(),
            rows: series
                .points
                .iter()
                .map(|datum| row(series, datum, RowKind::Plain))
                .collect(),
        }
    }

    /// Where the value column of a kind stands.
    pub fn column(&self, kind: HeadKind) -> Option<usize> {
        self.heads.iter().position(|head| head.kind == kind)
    }

    /// The amounts of one column, row by row; zeros where there is no such column.
    pub fn amounts(&self, kind: HeadKind) -> Vec<i64> {
        let column = self.column(kind);
        let amount = |row: &SheetRow| {
            column
                .and_then(|column| row.cells.get(column))
                .map_or(0, |cell| cell.amount)
        };
        self.rows.iter().map(amount).collect()
    }

    /// Nothing above zero stands in it.
    pub fn is_empty(&self) -> bool {
        self.rows
            .iter()
            .all(|row| row.cells.iter().all(|cell| cell.amount <= 0))
    }
}

/// The series with its points from the greatest to the least (equal ones as given), and, where a
/// folding is asked for and at least two would be folded, before those a row with their sum,
/// called as `rest_label` says.
pub fn sorted_and_folded(
    series: &Series,
    folding: Option<&Folding>,
    rest_label: impl Fn(usize) -> String,
) -> Sheet {
    let mut points = series.points.clone();
    points.sort_by_key(|datum| std::cmp::Reverse(datum.whole.amount));
    let keep = folding.map_or(points.len(), |folding| folding.keep);
    // Folding a single one would only hide its name.
    let keep = if points.len() <= keep + 1 {
        points.len()
    } else {
        keep
    };
    let (kept, rest) = points.split_at(keep);
    let mut sheet = Sheet::of_series(&Series {
        points: kept.to_vec(),
        ..series.clone()
    });
    if let (Some(folding), false) = (folding, rest.is_empty()) {
        let (whole, part) = (folding.sum)(rest);
        let datum = Datum {
            key: "rest".into(),
            label: rest_label(rest.len()),
            whole,
            part,
            note: None,
        };
        sheet.rows.push(row(series, &datum, RowKind::Rest));
    }
    sheet
        .rows
        .extend(rest.iter().map(|datum| row(series, datum, RowKind::Folded)));
    sheet
}

fn row(series: &Series, datum: &Datum, kind: RowKind) -> SheetRow {
    let part = series
        .part_label
        .as_ref()
        .map(|_| datum.part.clone().unwrap_or_default());
    let note = series
        .note_label
        .as_ref()
        .map(|_| Figure::new(0, datum.note.clone().unwrap_or_default()));
    SheetRow {
        key: datum.key.clone(),
        label: datum.label.clone(),
        cells: [Some(datum.whole.clone()), part, note]
            .into_iter()
            .flatten()
            .collect(),
        kind,
    }
}

#[cfg(test)]
pub mod samples {
    //! The figures of mock-up 5.
    use super::*;
    use std::sync::Arc;

    pub fn by_type() -> Series {
        let points = [
            ("邻里", 2_146),
            ("婚姻家庭", 1_583),
            ("合同", 1_120),
            ("房屋宅基地", 874),
            ("损害赔偿", 742),
            ("物业管理", 651),
            ("道路交通事故", 371),
            ("劳动争议", 498),
            ("消费", 120),
            ("医疗", 101),
            ("金融", 53),
        ];
        let datum = |(label, amount): (&str, i64)| {
            Datum::new(label, label, Figure::new(amount, grouped(amount)))
        };
        Series {
            of: "纠纷类型".into(),
            label: "调解".into(),
            points: points.map(datum).into(),
            ..Series::default()
        }
    }

    pub fn by_month(months: usize) -> Series {
        let pairs = [
            (812, 281),
            (690, 246),
            (1_043, 366),
            (1_102, 397),
            (1_187, 431),
            (1_205, 441),
            (1_168, 418),
            (1_152, 394),
        ];
        let points = (0..months).map(|at| {
            let (whole, part) = pairs[at % pairs.len()];
            Datum::new(
                format!("2023-{at}"),
                format!("{}月", at % 12 + 1),
                Figure::new(whole, grouped(whole)).opening(format!("#/{at}")),
            )
            .with_part(Figure::new(part, grouped(part)))
        });
        Series {
            of: "月份".into(),
            label: "调解".into(),
            part_label: Some("成功".into()),
            points: points.collect(),
            ..Series::default()
        }
    }

    pub fn folding(keep: usize) -> Folding {
        let sum = |rest: &[Datum]| {
            let amount = rest.iter().map(|datum| datum.whole.amount).sum();
            (Figure::new(amount, grouped(amount)).opening("#/rest"), None)
        };
        Folding {
            keep,
            sum: Arc::new(sum),
        }
    }

    fn grouped(amount: i64) -> String {
        if amount < 1_000 {
            amount.to_string()
        } else {
            format!("{},{:03}", amount / 1_000, amount % 1_000)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::samples::*;
    use super::*;

    #[test]
    fn sorts_and_folds_the_rest_into_one_row_with_its_sum() {
        let sheet = sorted_and_folded(&by_type(), Some(&folding(8)), |count| {
            format!("其他{count}类")
        });
        let labels: Vec<_> = sheet.rows.iter().map(|row| row.label.as_str()).collect();
        assert_eq!(
            &labels[5..],
            [
                "物业管理",
                "劳动争议",
                "道路交通事故",
                "其他3类",
                "消费",
                "医疗",
                "金融"
            ]
        );
        assert_eq!(sheet.rows.len(), 12);
        let rest = &sheet.rows[8];
        assert_eq!(rest.kind, RowKind::Rest);
        assert_eq!(rest.cells[0].amount, 120 + 101 + 53);
        assert_eq!(rest.cells[0].href.as_deref(), Some("#/rest"));
        assert!(
            sheet.rows[9..]
                .iter()
                .all(|row| row.kind == RowKind::Folded)
        );
    }

    #[test]
    fn one_left_over_keeps_its_name() {
        let sheet = sorted_and_folded(&by_type(), Some(&folding(10)), |_| String::new());
        assert_eq!(sheet.rows.len(), 11);
        assert!(sheet.rows.iter().all(|row| row.kind == RowKind::Plain));
    }

    #[test]
    fn columns_are_those_that_have_a_head() {
        let mut series = by_month(2);
        let heads = |series: &Series| {
            Sheet::of_series(series)
                .heads
                .into_iter()
                .map(|head| head.text)
                .collect::<Vec<_>>()
        };
        assert_eq!(heads(&series), ["调解", "成功"]);
        series.part_label = None;
        series.note_label = Some("成功率".into());
        series.points[0].note = Some("34.6%".into());
        assert_eq!(heads(&series), ["调解", "成功率"]);
        let sheet = Sheet::of_series(&series);
        assert_eq!(sheet.rows[0].cells[1].text, "34.6%");
        assert_eq!(sheet.rows[1].cells.len(), 2);
    }

    #[test]
    fn nothing_but_zeros_is_empty() {
        assert!(Sheet::default().is_empty());
        let zero = Series {
            points: vec![Datum::new("a", "一", Figure::new(0, "0"))],
            ..Series::default()
        };
        assert!(Sheet::of_series(&zero).is_empty());
        assert!(!Sheet::of_series(&by_month(1)).is_empty());
    }
}

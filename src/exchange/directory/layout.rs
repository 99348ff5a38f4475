//! Where a directory's header is and what its columns mean: a guess, which a person may change.

use std::collections::BTreeMap;

use super::column::{Column, Subject, read_heading};
use crate::exchange::ledger::{Cell, Certainty, Sheet};

/// How a sheet is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub subject: Subject,
    /// The header's row, counted from 1; 0 where there is none.
    pub header: u32,
    /// One for each column of the sheet, from the left.
    pub columns: Vec<Mapped>,
}

/// A column and its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    pub header: String,
    pub column: Column,
    pub certainty: Certainty,
}

/// No directory is wider, so that a hostile file can't make every row cost a million columns.
const MOST_COLUMNS: usize = 128;
/// Rows in which the header is looked for.
const TOP: usize = 40;
/// Characters of a header that are read.
const LONGEST: usize = 40;

impl Layout {
    /// Finds the header and guesses what the columns mean, and of what the directory is; a person may have said that.
    #[must_use]
    pub fn guess(sheet: &Sheet, subject: Option<Subject>) -> Self {
        let subjects = match subject {
            Some(one) => vec![one],
            None => vec![Subject::Organisations, Subject::People],
        };
        let mut best: Option<(usize, Self)> = None;
        for subject in subjects {
            for (at, cells) in sheet.rows.iter().take(TOP).enumerate() {
                let Some((score, columns)) = header(subject, cells) else {
                    continue;
                };
                let better = best.as_ref().is_none_or(|(before, _)| score > *before);
                if better {
                    let header = u32::try_from(at + 1).unwrap_or(u32::MAX);
                    best = Some((
                        score,
                        Self {
                            subject,
                            header,
                            columns,
                        },
                    ));
                }
            }
        }
        let width = sheet.width().min(MOST_COLUMNS);
        let mut layout = best.map_or_else(
            || Self {
                subject: subject.unwrap_or(Subject::Organisations),
                header: 0,
                columns: Vec::new(),
            },
            |(_, layout)| layout,
        );
        let beyond = Mapped {
            header: String::new(),
            column: Column::Ignore,
            certainty: Certainty::Unsure,
        };
        layout.columns.resize(width, beyond);
        layout
    }

    /// What a person says that a column is. A meaning that only one can have goes from the one that had it.
    pub fn choose(&mut self, place: usize, column: Column) {
        if place >= self.columns.len() {
            return;
        }
        if !column.is_shared() {
            for mapped in &mut self.columns {
                if mapped.column == column {
                    mapped.column = Column::Ignore;
                }
            }
        }
        if let Some(mapped) = self.columns.get_mut(place) {
            mapped.column = column;
            mapped.certainty = Certainty::Chosen;
        }
    }

    /// Where a meaning's column is.
    #[must_use]
    pub fn place(&self, column: &Column) -> Option<usize> {
        self.columns
            .iter()
            .position(|mapped| mapped.column == *column)
    }
}

/// How much a row looks like a header of this, and what its columns mean; none if it doesn't.
fn header(subject: Subject, cells: &[Cell]) -> Option<(usize, Vec<Mapped>)> {
    let cells = cells.get(..cells.len().min(MOST_COLUMNS))?;
    let mut best: BTreeMap<Column, (bool, usize, usize)> = BTreeMap::new();
    let mut read = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let text: String = cell
            .shown()
            .split_whitespace()
            .flat_map(str::chars)
            .take(LONGEST + 1)
            .collect();
        // A title or an instruction that names headers is none.
        let short = text.chars().count() <= LONGEST / 2;
        let heading = read_heading(subject, &text).filter(|_| short);
        if let Some(heading) = &heading {
            // The plain one keeps a meaning from others, then the better ranked, then the left one.
            let claim = (!heading.is_plain, heading.rank, at);
            let kept = best.entry(heading.column.clone()).or_insert(claim);
            *kept = claim.min(*kept);
        }
        read.push((text, heading));
    }
    let inked = cells.iter().filter(|cell| !cell.is_empty()).count();
    let known = read.iter().filter(|(_, heading)| heading.is_some()).count();
    let main = match subject {
        Subject::Organisations => Column::Name,
        Subject::People => Column::Person,
    };
    // Two columns tell a table from a title; without whom it is about nothing can be read.
    if known < 2 || known * 2 < inked || !best.contains_key(&main) {
        return None;
    }
    let columns = read.into_iter().enumerate().map(|(at, (header, heading))| {
        let kept = heading.filter(|heading| {
            heading.column.is_shared() || best.get(&heading.column).is_some_and(|kept| kept.2 == at)
        });
        let (column, certainty) = match kept {
            Some(heading) if heading.is_plain => (heading.column, Certainty::Plain),
            Some(heading) => (heading.column, Certainty::Likely),
            None => (Column::Ignore, Certainty::Unsure),
        };
        Mapped {
            header,
            column,
            certainty,
        }
    });
    // A table of people has a column of organisations too: whoever names people is about them.
    let people = usize::from(subject == Subject::People);
    Some((known * 2 + people, columns.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(text: &str) -> Layout {
        Layout::guess(&Sheet::from_csv("", text), None)
    }

    fn columns(layout: &Layout) -> Vec<&str> {
        layout
            .columns
            .iter()
            .map(|mapped| mapped.column.code())
            .collect()
    }

    #[test]
    fn a_directory_of_organisations_is_told_from_one_of_people() {
        let offices = guess(
            "通州区机构名册\n序号,机构名称,类型,上级,乡镇街道,电话\n1,西集司法所,司法所,,西集镇,\n",
        );
        assert_eq!(
            (offices.subject, offices.header),
            (Subject::Organisations, 2)
        );
        assert_eq!(
            columns(&offices),
            ["serial", "name", "kind", "parent", "town", "phone"]
        );
        let people = guess("姓名,性别,专兼职,单位,特长,联系电话\n李文,女,专职,西集司法所,邻里,\n");
        assert_eq!((people.subject, people.header), (Subject::People, 1));
        assert_eq!(
            columns(&people),
            [
                "person",
                "sex",
                "serving",
                "organisation",
                "specialities",
                "phone"
            ]
        );
    }

    #[test]
    fn of_two_columns_that_say_the_same_the_plain_one_keeps_it() {
        let layout = guess("单位简介,单位,类型\n一,二,三\n");
        assert_eq!(columns(&layout), ["ignore", "name", "kind"]);
    }

    #[test]
    fn a_person_moves_a_meaning() {
        let mut layout = guess("名称,类型,备注\n一,二,三\n");
        layout.choose(2, Column::Name);
        assert_eq!(columns(&layout), ["ignore", "kind", "name"]);
        assert_eq!(layout.columns[2].certainty, Certainty::Chosen);
        layout.choose(9, Column::Name);
        assert_eq!(layout.place(&Column::Name), Some(2));
    }

    #[test]
    fn what_has_no_header_has_none() {
        for text in [
            "",
            "一,二\n三,四\n",
            "请各单位填写名称、类型、地址、电话后于月底前报送司法局\n",
        ] {
            assert_eq!(guess(text).header, 0, "{text}");
        }
    }
}

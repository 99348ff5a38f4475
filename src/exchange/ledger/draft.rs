//! A row while it is being read: each cell is taken in once, and what can't be read is noted.

mod side;

use super::amount::read_sum;
use super::dates::{YearHint, read_day};
use super::ditto::{can_be_as_above, is_ditto};
use super::heading::Column;
use super::layout::{Layout, Options};
use super::people;
use super::persons::{Written, read_ids, read_phones};
use super::reading::{Problem, RefusedRow};
use super::reason::Reason;
use super::row::Row;
use super::sheet::Cell;
use super::surnames::without_sex;
use super::text::{plain, says_nothing};
use super::words::{Form, Outcome, beyond_code, sex, tells_confirmation, yes_or_no};
use crate::domain::case::public::is_number;
use crate::law::blank::trimmed;
use crate::law::day::Day;
use crate::law::dispute::{DisputeType, Source};
use crate::law::money::Fen;
use crate::law::person::{NameProblem, Sex, kept_name, number_for_name};
use side::SideDraft;

/// How a cell was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    Nothing,
    Read,
    /// A remark in which something was noticed.
    Told,
    Refused,
}

#[derive(Default)]
pub(super) struct Draft {
    no: Option<u32>,
    number: Option<String>,
    registered: Option<Day>,
    dispute_type: Option<DisputeType>,
    applicants: SideDraft,
    respondents: SideDraft,
    source: Option<Source>,
    place: Option<String>,
    brief: Option<String>,
    mediators: Vec<String>,
    outcome: Option<Outcome>,
    form: Option<Form>,
    amount: Option<Fen>,
    concluded: Option<Day>,
    confirmed: bool,
    remarks: Vec<String>,
    as_typed: Vec<String>,
    problems: Vec<Problem>,
}

impl Draft {
    /// Takes in the cell of a column. `Concluded` must come after `Registered`, for its year may hang
    /// on it.
    pub(super) fn take(
        &mut self,
        index: usize,
        cell: &Cell,
        layout: &Layout,
        options: &Options,
    ) -> Taken {
        let Some(mapped) = layout.columns.get(index) else {
            return Taken::Nothing;
        };
        if cell.says_nothing() {
            return Taken::Nothing;
        }
        let read = self.read(&mapped.column, &mapped.header, cell, layout, options);
        read.unwrap_or_else(|reason| {
            self.refuse(Some(index), &mapped.header, &mapped.column, cell, reason);
            Taken::Refused
        })
    }

    fn read(
        &mut self,
        column: &Column,
        header: &str,
        cell: &Cell,
        layout: &Layout,
        options: &Options,
    ) -> Result<Taken, Reason> {
        let shown = cell.shown();
        let text = trimmed(&shown);
        let words = &options.words;
        if cell.is_ditto() && !is_left_out(column) {
            return Err(as_above(column));
        }
        match column {
            Column::Serial => self.no = plain(text).parse().ok(),
            Column::Number => self.number = Some(text.to_owned()),
            Column::Registered => {
                self.registered =
                    read_day(cell, layout.year.map_or(YearHint::Unknown, YearHint::In))?;
            }
            Column::Concluded => {
                let from_ledger = layout.year.map_or(YearHint::Unknown, YearHint::In);
                let day = read_day(cell, self.registered.map_or(from_ledger, YearHint::From))?;
                if day < self.registered && day.is_some() {
                    return Err(Reason::BeforeRegistered);
                }
                self.concluded = day;
            }
            Column::Applicant => self.applicants.names = names(text)?,
            Column::Respondent => self.respondents.names = names(text)?,
            Column::Parties => {
                names(text)?;
                let text = kept_name(text);
                let (applicants, respondents) = sides(&text).ok_or(Reason::SidesUnclear)?;
                self.applicants.names = applicants;
                self.respondents.names = respondents;
            }
            Column::ApplicantSex => self.applicants.sexes = sexes(text)?,
            Column::RespondentSex => self.respondents.sexes = sexes(text)?,
            Column::ApplicantId => {
                self.applicants.ids = read_ids(cell)?;
                return Ok(taken(&self.applicants.ids));
            }
            Column::RespondentId => {
                self.respondents.ids = read_ids(cell)?;
                return Ok(taken(&self.respondents.ids));
            }
            Column::ApplicantPhone => {
                self.applicants.phones = read_phones(cell)?;
                return Ok(taken(&self.applicants.phones));
            }
            Column::RespondentPhone => {
                self.respondents.phones = read_phones(cell)?;
                return Ok(taken(&self.respondents.phones));
            }
            Column::ApplicantAddress => self.applicants.address = Some(text.to_owned()),
            Column::RespondentAddress => self.respondents.address = Some(text.to_owned()),
            Column::Type => {
                self.dispute_type = Some(words.dispute_type(text).ok_or(Reason::UnknownType)?)
            }
            Column::Source => self.source = Some(words.source(text).ok_or(Reason::UnknownSource)?),
            Column::Place => self.place = Some(text.to_owned()),
            Column::Brief => self.brief = Some(text.to_owned()),
            Column::Mediators => {
                let names = names(text)?;
                // What names nobody would be gone.
                if names.is_empty() {
                    return Err(Reason::NumberForName);
                }
                self.mediators = names
                    .iter()
                    .map(|name| without_sex(name).0.to_owned())
                    .collect();
            }
            Column::Result => {
                self.outcome = Some(words.outcome(text).ok_or(Reason::UnknownResult)?)
            }
            Column::Form => match yes_or_no(text) {
                // Whether there is an agreement in writing: 是否制作协议书.
                Some(true) if header.contains('书') => self.form = Some(Form::Written),
                Some(false) => {}
                _ => self.form = Some(words.form(text).ok_or(Reason::UnknownForm)?),
            },
            Column::Amount => {
                self.amount = read_sum(cell, layout.unit.unwrap_or(options.unsaid_unit))?
            }
            Column::Confirmation => {
                let told = text.contains("确认").then(|| tells_confirmation(text));
                let yes = told.or_else(|| yes_or_no(text)).ok_or(Reason::NotYesOrNo)?;
                if yes && told.is_none() && header.contains("申请") {
                    // 是 under 是否申请司法确认 tells of an application, not of what the court said.
                    self.as_typed.push(format!("{header}“{text}”"));
                } else {
                    self.confirmed |= yes;
                }
            }
            Column::Remarks => {
                self.remarks.push(text.to_owned());
                let confirmed = tells_confirmation(text);
                let source = words.source_in_remark(text);
                let told = confirmed || source.is_some();
                self.confirmed |= confirmed;
                self.source = self.source.take().or(source);
                return Ok(if told { Taken::Told } else { Taken::Read });
            }
            Column::Note => self.remarks.push(format!("{header}：{text}")),
            Column::Ignore | Column::Unknown(_) => return Ok(Taken::Nothing),
        }
        self.as_typed.extend(beyond_code(column, text));
        Ok(Taken::Read)
    }

    fn refuse(
        &mut self,
        column: Option<usize>,
        header: &str,
        meaning: &Column,
        cell: &Cell,
        reason: Reason,
    ) {
        self.problems.push(Problem {
            column,
            header: header.to_owned(),
            meaning: meaning.clone(),
            cell: cell.shown().into_owned(),
            reason,
        });
    }

    /// Refuses a cell once its row was read, by the column that it stands in, if there is one.
    fn refuse_column(
        &mut self,
        layout: &Layout,
        holds: impl Fn(&Column) -> bool,
        meaning: &Column,
        cell: &Cell,
        reason: Reason,
    ) {
        let mut columns = layout.columns.iter();
        let index = columns.position(|mapped| holds(&mapped.column));
        let header = index.map_or(String::new(), |index| layout.columns[index].header.clone());
        self.refuse(index, &header, meaning, cell, reason);
    }

    pub(super) fn registered(&self) -> Option<Day> {
        self.registered
    }

    /// Makes the row, or says everything that keeps it from being one.
    pub(super) fn finish(mut self, row: u32, layout: &Layout) -> Result<Row, RefusedRow> {
        let outcome = self.settle_outcome(layout);
        let needs = [
            (Column::Registered, self.registered.is_none()),
            (Column::Applicant, self.applicants.names.is_empty()),
            (Column::Respondent, self.respondents.names.is_empty()),
            (Column::Type, self.dispute_type.is_none()),
            (Column::Result, outcome.is_none()),
        ];
        for (meaning, lacks) in needs {
            let both = matches!(meaning, Column::Applicant | Column::Respondent);
            let holds =
                |column: &Column| *column == meaning || (both && *column == Column::Parties);
            // What was refused is not missing as well.
            if lacks && !self.problems.iter().any(|problem| holds(&problem.meaning)) {
                self.refuse_column(layout, holds, &meaning, &Cell::Empty, Reason::Missing);
            }
        }
        self.applicants.take_counts(&mut self.remarks);
        self.respondents.take_counts(&mut self.remarks);
        self.applicants.take_sexes();
        self.respondents.take_sexes();
        // A number goes along in redacted copies, and with it the name of who mediated.
        let parties = self.applicants.names.iter().chain(&self.respondents.names);
        let names = parties.chain(&self.mediators).map(String::as_str);
        let number = self.number.as_deref();
        if number.is_some_and(|number| !is_number(number, names)) {
            let cell = Cell::Text(self.number.clone().unwrap_or_default());
            let meaning = Column::Number;
            let holds = |column: &Column| *column == meaning;
            self.refuse_column(layout, holds, &meaning, &cell, Reason::NumberNames);
        }
        let rest = (&mut self.remarks, &mut self.as_typed);
        let applicants = self.applicants.into_people(rest);
        let rest = (&mut self.remarks, &mut self.as_typed);
        let respondents = self.respondents.into_people(rest);
        match (self.registered, self.dispute_type, outcome) {
            (Some(registered), Some(dispute_type), Some(outcome)) if self.problems.is_empty() => {
                Ok(Row {
                    row,
                    no: self.no,
                    number: self.number,
                    registered,
                    dispute_type,
                    applicants,
                    respondents,
                    source: self.source,
                    place: self.place,
                    brief: self.brief,
                    mediators: self.mediators,
                    outcome,
                    form: self.form,
                    amount: self.amount,
                    concluded: self.concluded,
                    confirmed: self.confirmed,
                    remarks: (!self.remarks.is_empty()).then(|| self.remarks.join("；")),
                    as_typed: self.as_typed,
                })
            }
            _ => Err(RefusedRow {
                row,
                problems: self.problems,
            }),
        }
    }

    /// An empty result is a case still open, unless the row says when it was concluded: then how is
    /// missing. In a ledger without a column of results an agreement's form tells of success.
    fn settle_outcome(&self, layout: &Layout) -> Option<Outcome> {
        let has_results = layout
            .columns
            .iter()
            .any(|mapped| mapped.column == Column::Result);
        match (&self.outcome, self.concluded) {
            (Some(outcome), _) => Some(outcome.clone()),
            (None, _) if !has_results && self.form.is_some() => Some(Outcome::Success),
            (None, Some(_)) => None,
            (None, None) => Some(Outcome::Open),
        }
    }
}

/// The names in a cell. A long number among them is in the wrong column, and dropped it would be lost.
fn names(text: &str) -> Result<Vec<String>, Reason> {
    let text = kept_name(text);
    match number_for_name(&text) {
        Some(NameProblem::Phone) => Err(Reason::PhoneForName),
        Some(NameProblem::Number) => Err(Reason::NumberForName),
        // 同上 beside a name would be somebody of that name.
        None => match people::split(&text) {
            names if names.iter().any(|name| is_ditto(name)) => Err(Reason::AsAbove),
            names => Ok(names),
        },
    }
}

/// Whether what stands in a column goes nowhere: a serial counts rows.
fn is_left_out(column: &Column) -> bool {
    matches!(column, Column::Serial | Column::Ignore | Column::Unknown(_))
}

/// Why 同上 still stands in a column.
fn as_above(column: &Column) -> Reason {
    match can_be_as_above(column) {
        true => Reason::NothingAbove,
        false => Reason::AsAbove,
    }
}

/// A cell in which all numbers are masked tells nothing.
fn taken<T>(numbers: &[Written<T>]) -> Taken {
    match numbers.iter().any(|written| written.number().is_some()) {
        true => Taken::Read,
        false => Taken::Nothing,
    }
}

fn sexes(text: &str) -> Result<Vec<Sex>, Reason> {
    let marks = text.split(['、', '，', ',', '/', '／', ' ', '\u{3000}', '\n', '；', ';']);
    let marks = marks.filter(|mark| !says_nothing(mark));
    marks
        .map(|mark| sex(mark).ok_or(Reason::UnknownSex))
        .collect()
}

/// Parts a cell that names both sides: 张三与李四, 张三诉李四; or two names, of which the first asked.
fn sides(text: &str) -> Option<(Vec<String>, Vec<String>)> {
    for between in ["诉", "与", "VS", "vs", "——", "--", "—", "：", ":"] {
        if let Some((first, second)) = text.split_once(between) {
            let sides = (people::split(first), people::split(second));
            return (!sides.0.is_empty() && !sides.1.is_empty()).then_some(sides);
        }
    }
    let mut names = people::split(text);
    let second = names.pop()?;
    (names.len() == 1).then_some((names, vec![second]))
}

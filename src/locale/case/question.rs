//! What desks disagree on, field by field: each side's value in words, who wrote it and when, and the
//! command that keeps it. What was corrected away stays in sight here too.

use super::super::refusal::slot;
use super::super::terms::{self, Term};
use super::super::{Language, dates, numbers};
use super::{
    Label, correct_day, correct_facts, correct_mediators, correct_number, correct_place,
    correct_risk, correct_source, correct_town, correct_type, facts_left_out, left_out,
    outcome as outcome_words, party_name, signs_of_risk, somebody,
};
use crate::domain::case::Case;
use crate::domain::case::command::NewValue;
use crate::domain::case::state::Outcome;
use crate::domain::field::{Field, Written};
use crate::domain::id::{EntryId, StreamId};
use crate::domain::leaf::Identity;
use crate::law::day::{Day, Moment};

crate::messages! {
    outcome_title = "以哪个结果为准", "Which outcome holds";
    name = "姓名", "Name";
    sex = "性别", "Sex";
    born = "出生", "Born";
    phone = "电话", "Phone";
    id_number = "证件号", "ID number";
    address = "住址", "Address";
    occupation = "职业", "Occupation";
    ethnic_group = "民族", "Ethnic group";
    result = "结果", "Outcome";
    day = "日期", "Day";
    sum = "金额", "Sum";
    items = "项数", "Items";
    item_n(n: usize) = "第{n}项", "Item {n}";
    nothing = "（空）", "(empty)";
}

/// A value of one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    pub entry: EntryId,
    pub who: StreamId,
    pub at: Moment,
    /// Names and values, the same names on each side.
    pub rows: Vec<(String, String)>,
    /// Keeps this side; none where its value is left out of this copy.
    pub keep: Option<NewValue>,
}

/// A field with more than one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub title: String,
    pub sides: Vec<Side>,
}

/// A value that was corrected away, and what stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct Replaced {
    pub title: String,
    pub was: String,
    /// The write that put another in its place: who and when.
    pub by: StreamId,
    pub at: Moment,
}

/// What the words need beside the case.
pub struct Words<'a> {
    pub language: Language,
    pub today: Day,
    pub stream: &'a dyn Fn(StreamId) -> Option<String>,
    pub town: &'a dyn Fn(crate::law::divisions::Town) -> String,
}

/// A field as it is looked at: its title, how a value reads, and how it is kept.
struct Look<'a, T> {
    title: String,
    rows: &'a dyn Fn(&T) -> Vec<(String, String)>,
    keep: &'a dyn Fn(&Written<T>) -> Option<NewValue>,
}

/// Goes through every field of the case.
struct Through<'a, 'b> {
    words: &'a Words<'b>,
    questions: Vec<Question>,
    replaced: Vec<Replaced>,
}

impl Through<'_, '_> {
    fn field<T: Clone + PartialEq>(&mut self, field: &Field<T>, look: &Look<'_, T>) {
        let side = |written: &Written<T>| Side {
            entry: written.entry,
            who: written.who,
            at: written.at,
            rows: (look.rows)(&written.value),
            keep: (look.keep)(written),
        };
        if !field.sides().is_empty() {
            let mut sides: Vec<Side> = Vec::new();
            // Two writes that say the same are one side.
            let mut seen: Vec<&T> = Vec::new();
            for written in field.sides().iter().rev() {
                if !seen.contains(&&written.value) {
                    seen.push(&written.value);
                    sides.push(side(written));
                }
            }
            self.questions.push(Question {
                title: look.title.clone(),
                sides,
            });
        }
        let Some(now) = field.written() else { return };
        let stands: Vec<(String, String)> = (look.rows)(&now.value);
        for old in field.replaced() {
            let was: Vec<String> = (look.rows)(&old.value)
                .into_iter()
                .filter(|row| !stands.contains(row))
                .map(|(_, value)| value)
                .collect();
            if !was.is_empty() {
                let separator = if self.words.language == Language::Chinese {
                    "，"
                } else {
                    ", "
                };
                let was = was.join(separator);
                self.replaced.push(Replaced {
                    title: look.title.clone(),
                    was,
                    by: now.who,
                    at: now.at,
                });
            }
        }
    }

    fn line<T: Clone + PartialEq>(
        &mut self,
        field: &Field<T>,
        title: &str,
        words: &dyn Fn(&T) -> String,
        keep: &dyn Fn(&T) -> Option<NewValue>,
    ) {
        let label = title.to_owned();
        self.field(
            field,
            &Look {
                title: title.to_owned(),
                rows: &|value| vec![(label.clone(), words(value))],
                keep: &|written| keep(&written.value),
            },
        );
    }
}

/// Every question of the case, and every value that was corrected away.
#[must_use]
pub fn look(case: &Case, words: &Words<'_>) -> (Vec<Question>, Vec<Replaced>) {
    let l = words.language;
    let mut through = Through {
        words,
        questions: Vec::new(),
        replaced: Vec::new(),
    };
    let outcome_keep = |written: &Written<Outcome>| {
        // A settlement's own entry concludes nothing: the conclusion that it chose is named.
        let mut conclusions = case.conclusions.iter();
        let own = conclusions.clone().find(|(id, _)| *id == written.entry);
        let same = own.or_else(|| conclusions.find(|(_, outcome)| *outcome == written.value));
        same.map(|(id, _)| NewValue::Outcome(*id))
    };
    through.field(
        &case.outcome,
        &Look {
            title: outcome_title(l).into(),
            rows: &|value| outcome_rows(l, value, words.today),
            keep: &outcome_keep,
        },
    );
    for party in &case.parties {
        let label: Label = party.label;
        through.field(
            &party.identity,
            &Look {
                title: party_name(l, case, label),
                rows: &|value| identity_rows(l, value.as_ref()),
                keep: &|written| {
                    written
                        .value
                        .clone()
                        .map(|identity| NewValue::Party(label, identity))
                },
            },
        );
    }
    let text = |value: &Option<String>| {
        value
            .clone()
            .unwrap_or_else(|| facts_left_out(l).to_owned())
    };
    through.line(&case.facts, correct_facts(l), &text, &|v| {
        v.clone().map(NewValue::Facts)
    });
    through.line(&case.place, correct_place(l), &text, &|v| {
        v.clone().map(NewValue::Place)
    });
    through.line(
        &case.town,
        correct_town(l),
        &|town| (words.town)(*town),
        &|v| Some(NewValue::Town(*v)),
    );
    through.line(
        &case.day,
        correct_day(l),
        &|day| dates::day(l, *day, words.today),
        &|v| Some(NewValue::Day(*v)),
    );
    for dated in &case.days {
        if let Some(day) = case.days_put_right.get(&dated.entry) {
            through.line(
                day,
                slot(l, &dated.step.day()),
                &|day| dates::day(l, *day, words.today),
                &|v| Some(NewValue::StepDay(dated.entry, *v)),
            );
        }
    }
    through.line(&case.number, correct_number(l), &String::clone, &|v| {
        Some(NewValue::Number(v.clone()))
    });
    through.line(
        &case.kind,
        correct_type(l),
        &|kind| kind.term(l).to_owned(),
        &|v| Some(NewValue::Type(v.clone())),
    );
    through.line(
        &case.source,
        correct_source(l),
        &|source| source.term(l).to_owned(),
        &|v| Some(NewValue::Source(v.clone())),
    );
    let people = |all: &Vec<StreamId>| {
        let separator = if l == Language::Chinese { "、" } else { ", " };
        let names = all
            .iter()
            .map(|id| (words.stream)(*id).unwrap_or_else(|| somebody(l).to_owned()));
        names.collect::<Vec<_>>().join(separator)
    };
    through.line(&case.mediators, correct_mediators(l), &people, &|v| {
        Some(NewValue::Mediators(v.clone()))
    });
    through.line(
        &case.risk,
        correct_risk(l),
        &|signs| signs_of_risk(l, signs),
        &|v| Some(NewValue::Risk(v.clone())),
    );
    (through.questions, through.replaced)
}

fn identity_rows(l: Language, identity: Option<&Identity>) -> Vec<(String, String)> {
    let Some(known) = identity else {
        return vec![(name(l).to_owned(), left_out(l).to_owned())];
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| nothing(l).to_owned());
    let sex_word = known.sex.as_ref().map(|sex| sex.term(l).to_owned());
    let rows = [
        (name(l), known.name.clone()),
        (sex(l), text(&sex_word)),
        (born(l), text(&known.born.map(|day| day.to_string()))),
        (
            ethnic_group(l),
            terms::ethnic_group(l, &text(&known.ethnic_group)).to_owned(),
        ),
        (occupation(l), text(&known.occupation)),
        (phone(l), text(&known.phone)),
        (id_number(l), text(&known.id_number)),
        (address(l), text(&known.address)),
    ];
    rows.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

fn outcome_rows(l: Language, outcome: &Outcome, today: Day) -> Vec<(String, String)> {
    let mut rows = vec![
        (result(l).to_owned(), outcome_words(l, outcome).to_owned()),
        (day(l).to_owned(), dates::day(l, outcome.day(), today)),
    ];
    if let Outcome::Agreed(agreement) = outcome {
        rows.push((sum(l).to_owned(), numbers::sum(l, agreement.total)));
        rows.push((items(l).to_owned(), agreement.clauses.len().to_string()));
        for (place, clause) in agreement.clauses.iter().enumerate() {
            let mut words = clause
                .text
                .clone()
                .unwrap_or_else(|| facts_left_out(l).to_owned());
            if let Some(due) = clause.public.due {
                words.push_str(&format!(" · {}", dates::short_day(l, due, today)));
            }
            rows.push((item_n(l, place + 1), words));
        }
    }
    rows
}

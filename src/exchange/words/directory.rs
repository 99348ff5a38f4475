//! Sentences about directories: what a column means, why a row was not read.

use crate::domain::network::Refusal;
use crate::exchange::directory::{Column, Problem, Reason, RefusedRow};
use crate::law::dispute::DisputeType;
use crate::law::person::{MediatorKind, Sex};
use crate::locale::terms::Term;
use crate::locale::{Language, directory_sheet as say, ledger, network};

/// What a column means.
#[must_use]
pub fn column(language: Language, column: &Column) -> String {
    let name = match column {
        Column::Serial => say::serial,
        Column::Name => say::name,
        Column::Kind => say::kind,
        Column::Parent => say::parent,
        Column::County => say::county,
        Column::Town => say::town,
        Column::Village => say::village,
        Column::Address => say::address,
        Column::Contact => say::contact,
        Column::Phone => say::phone,
        Column::Hours => say::hours,
        Column::FloorArea => say::floor_area,
        Column::Staff => say::staff,
        Column::Brand => say::brand,
        Column::Specialities => say::specialities,
        Column::Abbreviation => say::abbreviation,
        Column::Person => say::person,
        Column::Sex => say::sex,
        Column::Serving => say::serving,
        Column::Grade => say::grade,
        Column::Organisation => say::organisation,
        Column::Languages => say::languages,
        Column::Certificate => say::certificate,
        Column::Team => say::team,
        Column::Category => say::category,
        Column::Ignore => say::ignore,
        Column::Unknown(code) => return code.to_string(),
    };
    name(language).to_owned()
}

/// Why a row was refused: a sentence for each of its problems. They hold what was typed: for the page, never for a log.
#[must_use]
pub fn refused(language: Language, refused: &RefusedRow) -> Vec<String> {
    let sentence = |problem: &Problem| self::problem(language, refused.row, problem);
    refused.problems.iter().map(sentence).collect()
}

fn problem(language: Language, row: u32, problem: &Problem) -> String {
    let header = column(language, &problem.meaning);
    let cell = shortened(problem.cell.trim());
    let reason = match problem.reason {
        Reason::Missing if problem.column.is_none() => {
            return say::column_missing(language, &header);
        }
        Reason::Missing => return say::row_missing(language, row, &header),
        Reason::OpenQuote => return say::quote_open(language, row, &cell),
        Reason::NumberForName => say::number_for_name,
        Reason::TooLong => say::too_long,
        Reason::UnknownKind => say::unknown_kind,
        Reason::UnknownCounty => say::unknown_county,
        Reason::UnknownTown => say::unknown_town,
        Reason::UnknownVillage => say::unknown_village,
        Reason::VillageWithoutTown => say::village_without_town,
        Reason::NotAPhone => say::not_a_phone,
        Reason::NotANumber => say::not_a_number,
        Reason::UnknownSpeciality => say::unknown_speciality,
        Reason::UnknownSex => say::unknown_sex,
        Reason::UnknownServing => say::unknown_serving,
        Reason::UnknownCategory => say::unknown_category,
        Reason::CategoryWithoutTeam => say::category_without_team,
        Reason::TeamWithoutCategory => say::team_without_category,
    };
    say::row(language, row, &header, &cell, reason(language))
}

/// An organisation that a row names, and that stands neither here nor in the sheet.
#[must_use]
pub fn not_known(language: Language, row: u32, meaning: &Column, name: &str) -> String {
    let header = column(language, meaning);
    say::row(
        language,
        row,
        &header,
        &shortened(name),
        say::not_known(language),
    )
}

/// A row that the rules refuse.
#[must_use]
pub fn against(language: Language, row: u32, refusal: &Refusal) -> String {
    ledger::against_rules(language, row, &network::refusal::refusal(language, refusal))
}

/// Types of dispute, as a person reads them.
#[must_use]
pub fn types(language: Language, types: &[DisputeType]) -> String {
    let names: Vec<&str> = types.iter().map(|one| one.term(language)).collect();
    names.join(language.of(("、", ", ")))
}

/// How somebody serves.
#[must_use]
pub fn serving(language: Language, kind: &MediatorKind) -> String {
    kind.term(language).to_owned()
}

/// A sex; nothing where it isn't known.
#[must_use]
pub fn sex(language: Language, sex: Option<&Sex>) -> String {
    sex.map(|sex| sex.term(language).to_owned())
        .unwrap_or_default()
}

/// A sentence in both languages, Chinese first.
#[must_use]
pub fn both(say: impl Fn(Language) -> String) -> (String, String) {
    (say(Language::Chinese), say(Language::English))
}

/// A cell as it is quoted: its beginning tells which one it is.
fn shortened(cell: &str) -> String {
    const LETTERS: usize = 8;
    match cell.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_short_and_say_what_to_do() {
        use Reason::{
            CategoryWithoutTeam, Missing, NotANumber, NotAPhone, NumberForName, OpenQuote,
            TeamWithoutCategory, TooLong, UnknownCategory, UnknownCounty, UnknownKind,
            UnknownServing, UnknownSex, UnknownSpeciality, UnknownTown, UnknownVillage,
            VillageWithoutTown,
        };
        let reasons = [
            (Column::Name, Missing),
            (Column::Name, NumberForName),
            (Column::Address, TooLong),
            (Column::Kind, UnknownKind),
            (Column::County, UnknownCounty),
            (Column::Town, UnknownTown),
            (Column::Village, UnknownVillage),
            (Column::Village, VillageWithoutTown),
            (Column::Phone, NotAPhone),
            (Column::Staff, NotANumber),
            (Column::Specialities, UnknownSpeciality),
            (Column::Sex, UnknownSex),
            (Column::Serving, UnknownServing),
            (Column::Category, UnknownCategory),
            (Column::Category, CategoryWithoutTeam),
            (Column::Team, TeamWithoutCategory),
            (Column::Ignore, OpenQuote),
        ];
        for (meaning, reason) in reasons {
            for column in [Some(0), None] {
                let row = RefusedRow {
                    row: 12,
                    problems: vec![Problem {
                        column,
                        meaning: meaning.clone(),
                        cell: "西集镇".into(),
                        reason,
                    }],
                };
                let zh = refused(Language::Chinese, &row).remove(0);
                assert!(zh.chars().count() <= 36, "{zh}");
                assert!(zh.ends_with('。'), "{zh}");
                assert!(!refused(Language::English, &row)[0].is_empty());
            }
        }
    }

    #[test]
    fn every_column_has_a_name_in_both_languages() {
        for column in Column::ALL {
            let [zh, en] = [Language::Chinese, Language::English].map(|l| self::column(l, column));
            assert!(!zh.is_empty() && zh != en, "{column:?}");
        }
    }
}

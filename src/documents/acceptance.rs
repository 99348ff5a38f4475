//! 人民调解受理登记表: what was taken down at the door, on a ruled form.

use crate::domain::case::Case;
use crate::domain::case::event::Told;
use crate::domain::case::state::{Outcome, Party};
use crate::law::day::Day;
use crate::law::dispute::Source;
use crate::law::forms::Form;
use crate::locale::terms::{self, Term};
use crate::locale::{Language, dates, papers as say, places};

use super::agreement::number;
use super::model::{Block, Cell, CellKind, Document};
use super::{PaperNames, party};

/// So many parties are listed, and the rest counted: no form lists more by hand, and laying out thousands of them keeps
/// the page busy for seconds.
const LISTED: usize = 100;

/// The register of a case; none before it is registered.
pub(super) fn register(case: &Case, names: &PaperNames, language: Language) -> Option<Document> {
    let day = *case.day.get()?;
    let label = |text: &str| Cell::new(CellKind::Label, 2, text);
    let mut rows = vec![
        vec![
            label(say::day(language)),
            Cell::new(CellKind::Value, 4, dates::paper_day(language, day)),
            label(say::kind(language)),
            Cell::new(
                CellKind::Value,
                4,
                case.kind.get().map_or("", |kind| kind.term(language)),
            ),
        ],
        vec![
            label(say::source(language)),
            Cell::new(CellKind::Long, 10, source(case, language)),
        ],
        vec![
            label(say::happened_at(language)),
            Cell::new(CellKind::Long, 10, place(case, names, language)),
        ],
    ];
    let listed = case.parties.iter().enumerate().take(LISTED);
    rows.extend(listed.map(|(at, party)| {
        vec![
            label(party.role.term(language)),
            Cell::new(CellKind::Long, 10, who(at, party, day, language)),
        ]
    }));
    let more = case.parties.len().saturating_sub(LISTED);
    if more > 0 {
        let more = say::more_parties(language, more);
        rows.push(vec![Cell::new(CellKind::Long, 12, more)]);
    }
    let facts = match case.facts.get() {
        Some(Some(facts)) => facts.clone(),
        _ => say::left_out(language).to_owned(),
    };
    let seal = say::seal(
        language,
        names
            .taken_in_by
            .as_deref()
            .or(names.committee.as_deref())
            .unwrap_or(say::committee(language)),
    );
    rows.extend([
        vec![
            label(say::brief(language)),
            Cell::new(CellKind::Long, 10, facts),
        ],
        vec![
            label(say::taken_in(language)),
            Cell::new(CellKind::Long, 10, decision(case, language)),
        ],
        vec![
            Cell::new(CellKind::Sign, 6, say::parties_signature(language)),
            Cell::new(CellKind::Sign, 6, registrar(names, language)),
        ],
        vec![
            label(say::remarks(language)),
            Cell::new(CellKind::Long, 10, ""),
        ],
        vec![Cell::new(CellKind::Sign, 12, seal)],
    ]);
    Some(Document {
        form: Form::AcceptanceRegister,
        language,
        title: say::register_title(language).to_owned(),
        number: number(case, language),
        blocks: vec![Block::Grid(rows)],
    })
}

/// The three boxes of the form, one ticked; what lies behind a referral is named.
fn source(case: &Case, language: Language) -> String {
    let source = case.source.get();
    source.map_or_else(String::new, |source| source_boxes(source, language))
}

fn source_boxes(source: &Source, language: Language) -> String {
    let ticked = match source {
        Source::Applied => Some(0),
        Source::Proactive => Some(1),
        // Nobody wrote down which.
        Source::NotRecorded => None,
        _ => Some(2),
    };
    let boxes = [
        say::source_applied(language),
        say::source_proactive(language),
        say::source_referred(language),
    ];
    let mut text = String::new();
    for (at, words) in boxes.iter().enumerate() {
        let mark = if Some(at) == ticked { "☑" } else { "☐" };
        text.push_str(&format!("{mark}{words}　"));
    }
    let text = text.trim_end().to_owned();
    match ticked {
        Some(2) => format!("{text}（{}）", source.term(language)),
        _ => text,
    }
}

fn place(case: &Case, names: &PaperNames, language: Language) -> String {
    let county = case
        .county
        .map(|county| places::county_in_city(language, county));
    let place = case.place.get().cloned().flatten();
    // What was typed often names the township itself.
    let town = names.town.clone().filter(|town| {
        place
            .as_ref()
            .is_none_or(|place| !place.starts_with(town.as_str()))
    });
    let parts = [county, town, place];
    let gap = if language == Language::Chinese {
        ""
    } else {
        ", "
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(gap)
}

/// Everything about a party in a few lines.
fn who(at: usize, known: &Party, on: Day, language: Language) -> String {
    let name = party::name(at, known, language);
    let Some(Some(identity)) = known.identity.get() else {
        return name;
    };
    let mut first = vec![name];
    first.extend(
        identity
            .sex
            .as_ref()
            .map(|sex| sex.term(language).to_owned()),
    );
    let group = identity.ethnic_group.as_deref();
    first.extend(group.map(|group| terms::ethnic_group(language, group).to_owned()));
    first.extend(identity.born.map(|born| match language {
        Language::Chinese => format!("{}岁", party::age(born, on)),
        Language::English => format!("aged {}", party::age(born, on)),
    }));
    first.extend(identity.occupation.clone());
    let (comma, colon) = match language {
        Language::Chinese => ("，", "："),
        Language::English => (", ", ": "),
    };
    let line = |label: &str, value: &Option<String>| {
        value.as_ref().map(|value| format!("{label}{colon}{value}"))
    };
    let mut lines = vec![first.join(comma)];
    lines.extend(line(say::id_number(language), &identity.id_number));
    lines.extend(line(say::contact(language), &identity.phone));
    lines.extend(line(say::address(language), &identity.address));
    lines.join("\n")
}

fn decision(case: &Case, language: Language) -> String {
    if let Some(Outcome::Declined { day }) = case.outcome.get() {
        return say::declined_on(language, &dates::paper_day(language, *day));
    }
    let on = |day| dates::paper_day(language, day);
    match (&case.accepted, case.runs_from) {
        (Some((day, Told::Orally | Told::InWriting)), _) => {
            say::accepted_and_told_on(language, &on(*day))
        }
        // Nobody wrote down whether they were told.
        (Some((day, Told::NotRecorded | Told::Unknown(_))), _) => {
            say::accepted_on(language, &on(*day))
        }
        // Withdrawn before it was accepted, and taken up again.
        (None, Some(day)) => say::accepted_on(language, &on(day)),
        (None, None) => say::not_decided(language).to_owned(),
    }
}

/// The registrar signs by hand; the name stands beside, so that one knows whose line it is.
fn registrar(names: &PaperNames, language: Language) -> String {
    match &names.registrar {
        Some(name) => format!("{}　{name}", say::registrar_signature(language)),
        None => say::registrar_signature(language).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_ledger_does_not_say_no_box_is_ticked() {
        let boxes = source_boxes(&Source::NotRecorded, Language::Chinese);
        assert_eq!(boxes, "☐当事人申请　☐主动调解　☐移送委托");
    }
}

//! The parties as the forms have them: name, sex, ethnic group, age, occupation, contact, ID number,
//! unit or address (as on the application).

use crate::domain::case::Case;
use crate::domain::case::state::Party;
use crate::law::day::Day;
use crate::law::person::PartyKind;
use crate::locale::terms::{self, Term};
use crate::locale::{Language, case as say_case, papers as say};

use super::model::{Block, Pair, Room};

/// One line of fields after another for each party.
pub(super) fn blocks(case: &Case, on: Day, language: Language) -> Vec<Block> {
    case.parties
        .iter()
        .enumerate()
        .flat_map(|(place, party)| lines(place, party, on, language))
        .map(Block::Fields)
        .collect()
}

fn lines(place: usize, party: &Party, on: Day, language: Language) -> Vec<Vec<Pair>> {
    let role = party.role.term(language);
    let pair = |label: &str, value: String, room: Room| Pair::new(language, label, value, room);
    let named = pair(role, name(place, party, language), Room::Word);
    let Some(Some(known)) = party.identity.get() else {
        return vec![vec![named]];
    };
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    let contact = pair(say::contact(language), text(&known.phone), Room::Word);
    let address = pair(say::address(language), text(&known.address), Room::Line);
    let number = |label: &str| vec![pair(label, text(&known.id_number), Room::Number)];
    if party.kind == PartyKind::Organisation {
        return vec![
            vec![named],
            number(say::credit_code(language)),
            vec![contact],
            vec![address],
        ];
    }
    let sex = known
        .sex
        .as_ref()
        .map(|sex| sex.term(language).to_owned())
        .unwrap_or_default();
    let years = known
        .born
        .map(|born| age(born, on).to_string())
        .unwrap_or_default();
    vec![
        vec![
            named,
            pair(say::sex(language), sex, Room::Short),
            pair(
                say::ethnic_group(language),
                terms::ethnic_group(language, &text(&known.ethnic_group)).to_owned(),
                Room::Short,
            ),
            pair(say::age(language), years, Room::Short),
        ],
        vec![
            pair(
                say::occupation(language),
                text(&known.occupation),
                Room::Word,
            ),
            contact,
        ],
        number(say::id_number(language)),
        vec![address],
    ]
}

/// The name of the party at this place, or its letter where the name is left out; and as how many it counts.
pub(super) fn name(place: usize, party: &Party, language: Language) -> String {
    let name = say_case::name_at(language, place, party);
    say_case::with_others(language, name, party.others)
}

/// Years completed on a day.
pub(super) fn age(born: Day, on: Day) -> i32 {
    let (year, month, day) = born.civil();
    let (year_on, month_on, day_on) = on.civil();
    (year_on - year - i32::from((month_on, day_on) < (month, day))).max(0)
}

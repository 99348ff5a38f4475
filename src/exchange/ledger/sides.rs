//! Whose a detail of a person is, where its header doesn't say: by the ID numbers, and by where it stands.

use super::heading::Column;
use super::layout::{Certainty, Mapped};
use super::persons::{IdNumber, Written, read_ids};
use super::sheet::Cell;
use super::words::sex;

/// Whose a detail is whose header doesn't say: the ID numbers tell it of a lone column of sexes. Where nothing does,
/// and it doesn't stand behind the person, somebody should look.
pub(super) fn weigh_sides(columns: &mut [Mapped], sideless: &[bool], rows: &[&[Cell]]) {
    const SEXES: [Column; 2] = [Column::ApplicantSex, Column::RespondentSex];
    for index in 0..columns.len() {
        let guessed = &columns[index];
        if sideless.get(index) != Some(&true) {
            continue;
        }
        let is_sex = SEXES.contains(&guessed.column);
        let place = |wanted: &Column| columns.iter().position(|mapped| mapped.column == *wanted);
        let lone = SEXES.iter().filter(|sex| place(sex).is_some()).count() == 1;
        let tells = |id: Column| place(&id).is_some_and(|ids| sexes_agree(rows, index, ids));
        let ids = [Column::ApplicantId, Column::RespondentId].map(tells);
        let told: Vec<&Column> = SEXES
            .iter()
            .zip(ids)
            .filter(|(_, tells)| *tells)
            .map(|(sex, _)| sex)
            .collect();
        let certainty = match told.as_slice() {
            _ if !is_sex || !lone => None,
            [] => None,
            told if told.contains(&&guessed.column) => {
                Some((guessed.column.clone(), Certainty::Plain))
            }
            told => told.first().map(|sex| ((*sex).clone(), Certainty::Likely)),
        };
        match certainty {
            Some((column, certainty)) => {
                columns[index].column = column;
                columns[index].certainty = certainty;
            }
            None if !follows_its_person(columns, index) => {
                columns[index].certainty = Certainty::Unsure
            }
            None => {}
        }
    }
}

/// Whether nothing but details of the same side, and what is not taken in, stands between a detail and its person.
fn follows_its_person(columns: &[Mapped], index: usize) -> bool {
    use Column as C;
    const APPLICANT: [C; 6] = [
        C::Applicant,
        C::ApplicantSex,
        C::ApplicantId,
        C::ApplicantPhone,
        C::ApplicantAddress,
        C::Parties,
    ];
    const RESPONDENT: [C; 5] = [
        C::Respondent,
        C::RespondentSex,
        C::RespondentId,
        C::RespondentPhone,
        C::RespondentAddress,
    ];
    let is_of = |column: &Column| {
        let of = &columns[index].column;
        [APPLICANT.as_slice(), &RESPONDENT]
            .iter()
            .any(|side| side.contains(of) && side.contains(column))
    };
    let mut before = columns[..index].iter().rev();
    let stop = before.find(|mapped| {
        !matches!(mapped.column, C::Ignore | C::Note | C::Unknown(_))
            && (!is_of(&mapped.column)
                || matches!(mapped.column, C::Applicant | C::Respondent | C::Parties))
    });
    stop.is_some_and(|mapped| is_of(&mapped.column))
}

/// Whether a column of sexes says what a column of ID numbers does, of so many people that it is no chance.
fn sexes_agree(rows: &[&[Cell]], sexes: usize, ids: usize) -> bool {
    const ENOUGH: usize = 5;
    let both = rows.iter().filter_map(|row| {
        let said = sex(&row.get(sexes)?.shown())?;
        match read_ids(row.get(ids)?).ok()?.first()? {
            Written::Number(IdNumber::Resident(number)) => Some(said == number.sex()),
            Written::Number(IdNumber::Organisation(_)) | Written::Masked(_) => None,
        }
    });
    let (all, alike) = both.fold((0, 0), |(all, alike), same| {
        (all + 1, alike + usize::from(same))
    });
    all >= ENOUGH && alike * 10 >= all * 9
}

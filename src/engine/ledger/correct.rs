//! A row that a later ledger tells otherwise: written into its case, the original staying in sight.

use crate::domain::case::command::NewValue;
use crate::domain::case::{Case, Command, Made, Refusal, take_back_end};
use crate::exchange::ledger::{Column, Form, Outcome, Person, Row, unnamed};
use crate::law::person::PartyRole;
use crate::record::Chronicle;

use super::super::streams::read_all;
use super::known::Known;
use super::notes::{as_typed, remarks};
use super::place::known_town;
use super::story::{Writer, confirmation, ending, identity, origin};

impl Writer<'_> {
    /// Writes a correction to a known case, all its fields or none.
    pub fn correct(
        &mut self,
        file: &str,
        known: &Known,
        row: &Row,
        fields: &[Column],
    ) -> Result<(), Refusal> {
        let reason = origin(file, row);
        self.origin.clone_from(&reason);
        let stream = known.stream;
        // Of two corrections to one case the second goes on from the first.
        let texts = self.streams.get(&stream).unwrap_or(&known.texts).clone();
        self.all_or_nothing(stream, texts, |writer, texts| {
            let chronicle = Chronicle::tell(&read_all(texts));
            let case = chronicle.case();
            let mediators = fields
                .contains(&Column::Mediators)
                .then(|| writer.mediators_of(&row.mediators))
                .transpose()?;
            // A place that names no township leaves the case in its own.
            let place = row
                .place
                .as_deref()
                .filter(|_| fields.contains(&Column::Place) && case.county == Some(writer.county));
            let town = place.and_then(|place| known_town(place, &writer.towns));
            let town = town.filter(|town| case.town.get() != Some(town));
            let mut commands: Vec<Command> = values(&case, row, fields)?
                .into_iter()
                .chain(town.map(NewValue::Town))
                .chain(mediators.map(NewValue::Mediators))
                .map(|field| Command::Correct {
                    field,
                    reason: reason.clone(),
                })
                .collect();
            if fields.contains(&Column::Remarks) {
                commands.extend(remarks(row));
            }
            // The words of a new type, result or source.
            if CODED.iter().any(|column| fields.contains(column)) {
                commands.extend(as_typed(row, &chronicle));
            }
            let end = new_end(&chronicle, known, row, fields, &writer.unsaid_form)?;
            // The old end goes first: a new day of registration may lie after it.
            writer.write_down(stream, texts, end.taken_back);
            for command in commands {
                writer.act(stream, texts, command)?;
            }
            for command in end.told {
                writer.act(stream, texts, command)?;
            }
            Ok(())
        })
    }
}

/// The new values of the fields that a correction can write.
fn values(case: &Case, row: &Row, fields: &[Column]) -> Result<Vec<NewValue>, Refusal> {
    let mut values = Vec::new();
    for field in fields {
        values.extend(match field {
            Column::Registered => Some(NewValue::Day(row.registered)),
            Column::Number => row.number.clone().map(NewValue::Number),
            Column::Type => Some(NewValue::Type(row.dispute_type.clone())),
            Column::Source => row.source.clone().map(NewValue::Source),
            Column::Place => row.place.clone().map(NewValue::Place),
            Column::Brief => row.brief.clone().map(NewValue::Facts),
            _ => None,
        });
    }
    let sides = [
        (PartyRole::Applicant, &row.applicants, &APPLICANT),
        (PartyRole::Respondent, &row.respondents, &RESPONDENT),
    ];
    for (role, people, columns) in sides {
        if columns.iter().any(|column| fields.contains(column)) {
            values.extend(parties(case, &role, people)?);
        }
    }
    Ok(values)
}

/// What is read as a code, which its words may say more than.
const CODED: [Column; 5] = [
    Column::Type,
    Column::Result,
    Column::Form,
    Column::Source,
    Column::Confirmation,
];
const APPLICANT: [Column; 5] = [
    Column::Applicant,
    Column::ApplicantSex,
    Column::ApplicantId,
    Column::ApplicantPhone,
    Column::ApplicantAddress,
];
const RESPONDENT: [Column; 5] = [
    Column::Respondent,
    Column::RespondentSex,
    Column::RespondentId,
    Column::RespondentPhone,
    Column::RespondentAddress,
];

/// Who somebody is can be put right; who takes part cannot. So a side must have as many people, at the places that
/// they have in the case, those without a name among them, and nobody of them another name and another ID number.
fn parties(case: &Case, role: &PartyRole, people: &[Person]) -> Result<Vec<NewValue>, Refusal> {
    let others = case.side(role).map(|party| u64::from(party.others));
    if case.side(role).count() != people.len() || others.sum::<u64>() != u64::from(unnamed(people))
    {
        return Err(Refusal::OtherPeople);
    }
    let mut values = Vec::new();
    for (party, person) in case.side(role).zip(people) {
        let known = party.identity.get().cloned().flatten().unwrap_or_default();
        let new = identity(known.clone(), person);
        if new.name != known.name && known.id_number.is_some() && new.id_number != known.id_number {
            return Err(Refusal::OtherPeople);
        }
        if new != known {
            values.push(NewValue::Party(party.label, new));
        }
    }
    Ok(values)
}

/// An end told otherwise: what goes, and what comes in its place.
#[derive(Default)]
struct NewEnd {
    taken_back: Vec<Made>,
    told: Vec<Command>,
}

fn new_end(
    chronicle: &Chronicle,
    known: &Known,
    row: &Row,
    fields: &[Column],
    unsaid_form: &Form,
) -> Result<NewEnd, Refusal> {
    let about_end = [
        Column::Result,
        Column::Form,
        Column::Amount,
        Column::Concluded,
    ];
    // As `ending` writes it.
    let day = known.row.concluded.unwrap_or(known.row.registered);
    if !about_end.iter().any(|field| fields.contains(field)) {
        let mut end = NewEnd::default();
        if fields.contains(&Column::Confirmation) {
            end.told.extend(confirmation(day));
        }
        return Ok(end);
    }
    let confirmed = known.row.confirmed.then_some(day);
    Ok(NewEnd {
        taken_back: take_back_end(chronicle.live(), confirmed)?,
        told: ending(&merged(&known.row, row), unsaid_form),
    })
}

/// The row with what it leaves out filled in from what is known of the case.
fn merged(known: &Row, row: &Row) -> Row {
    let mut row = row.clone();
    if row.outcome == Outcome::Open {
        row.outcome = known.outcome.clone();
    }
    row.form = row.form.or_else(|| known.form.clone());
    row.amount = row.amount.or(known.amount);
    row.concluded = row.concluded.or(known.concluded);
    row.confirmed |= known.confirmed;
    row
}

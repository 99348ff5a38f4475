//! Rows that are here already: what a ledger would say of the cases, read back from the record.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;

use memchr::memmem;

use crate::domain::case::state::{Outcome as Ended, Party};
use crate::domain::case::{Case, entered_from_ledger};
use crate::domain::catalogue::Event;
use crate::domain::fact::Fact;
use crate::domain::id::{StreamId, StreamKind};
use crate::domain::leaf::topic;
use crate::exchange::ledger::words::type_in_ledger;
use crate::exchange::ledger::{Column, Form, IdNumber, Outcome, Person, Row, unnamed};
use crate::law::dispute::Source;
use crate::law::identity::{CreditCode, ResidentNumber};
use crate::law::person::PartyRole;
use crate::law::phone::Phone;
use crate::record::{Chronicle, line};
use crate::store::Store;
use crate::views::network::Network;

use super::super::protocol::Trouble;
use super::super::run::{Engine, Machine};
use super::super::streams::{read_all, united};
use super::notes::{REMARKS, noted};
use super::story::{NO_FACTS, TRANSFERRED};

/// A case that a ledger may speak of, and the row it would be there.
pub(super) struct Known {
    pub stream: StreamId,
    pub texts: Vec<String>,
    pub row: Row,
    /// A ledger told its end, on the day of registration: for all that is known, because it said no other.
    pub ends_undated: bool,
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// The cases of this office that came from a ledger, and those that have a number of `rows`. `of` is how much there
    /// is to do before the ledger is read.
    pub(super) async fn known_rows(
        &mut self,
        rows: &[Row],
        of: u64,
    ) -> Result<Vec<Known>, Trouble> {
        let own = self.desk.as_ref().ok_or(Trouble::NoDesk)?.organisation;
        let numbers: BTreeSet<&str> = rows
            .iter()
            .filter_map(|row| row.number.as_deref())
            .collect();
        let mut wanted: BTreeSet<StreamId> = self
            .cases
            .rows()
            .filter(|row| row.taken_in_by == own.random)
            .filter(|row| row.number.as_deref().is_some_and(|n| numbers.contains(n)))
            .map(|row| StreamId::new(StreamKind::CASE, row.id))
            .collect();
        // Whether a case came from a ledger stands in its registration alone, so the record is read
        // twice: for the streams, then for their lines.
        let segments = self.manifest.segments.iter();
        let pieces: Vec<u32> = segments.map(|segment| segment.key).collect();
        for (done, key) in (0..).zip(&pieces) {
            self.so_far(done, of).await?;
            let bytes = self.whole(*key).await?;
            each_line(&bytes, |text| wanted.extend(from_ledger(text)));
        }
        for (_, text) in &self.tail {
            wanted.extend(from_ledger(text.as_bytes()));
        }
        let mut texts: BTreeMap<StreamId, Vec<String>> = BTreeMap::new();
        let mut take = |text: &[u8]| {
            let Some(stream) = stream_of(text).filter(|stream| wanted.contains(stream)) else {
                return;
            };
            let text = String::from_utf8_lossy(text).into_owned();
            texts.entry(stream).or_default().push(text);
        };
        for (done, key) in (pieces.len() as u64..).zip(&pieces) {
            self.so_far(done, of).await?;
            let bytes = self.whole(*key).await?;
            each_line(&bytes, &mut take);
        }
        for (_, text) in &self.tail {
            take(text.as_bytes());
        }
        let mut known = Vec::with_capacity(texts.len());
        for (stream, texts) in texts {
            let texts = united(texts);
            let chronicle = Chronicle::tell(&read_all(&texts));
            let case = chronicle.case();
            if case.taken_in_by != Some(own) {
                continue;
            }
            if let Some(row) = row_of(&case, &chronicle, &self.network) {
                let ends_undated =
                    row.concluded == Some(row.registered) && told_by_ledger(&case, &chronicle);
                known.push(Known {
                    stream,
                    texts,
                    row,
                    ends_undated,
                });
            }
        }
        // In the ledger's own order, so that rows of one key meet the rows they were.
        known.sort_by_key(|known| (known.row.row, known.stream));
        Ok(known)
    }
}

/// Whether all of a case's ends are as a ledger tells them.
fn told_by_ledger(case: &Case, chronicle: &Chronicle) -> bool {
    let is_end = |fact: &&Fact| case.conclusions.iter().any(|(id, _)| *id == fact.id);
    chronicle.live().filter(is_end).all(entered_from_ledger)
}

fn each_line(bytes: &[u8], mut each: impl FnMut(&[u8])) {
    for text in bytes.split(|b| *b == b'\n').filter(|text| !text.is_empty()) {
        each(text);
    }
}

/// The stream of a line that registers a case from a ledger.
fn from_ledger(text: &[u8]) -> Option<StreamId> {
    memmem::find(text, b"\"row\":")?;
    let line = line::read(text).ok()?;
    match Event::read(line.kind, line.data) {
        Event::CaseRegistered(data) if data.row.is_some() => Some(line.stream),
        _ => None,
    }
}

/// The stream that a line says it is of. A text may quote one: then it is read in vain.
fn stream_of(text: &[u8]) -> Option<StreamId> {
    memmem::find(text, b"\"stream\":\"case")?;
    line::read(text).ok().map(|line| line.stream)
}

/// The row that this case would be in a ledger.
pub(super) fn row_of(case: &Case, chronicle: &Chronicle, network: &Network) -> Option<Row> {
    let people = |role: PartyRole| case.side(&role).map(person).collect::<Vec<_>>();
    let ended = case.outcome.get();
    let (outcome, form, amount) = match ended {
        None => (Outcome::Open, None, None),
        Some(Ended::Agreed(agreement)) => {
            let sums = agreement
                .clauses
                .iter()
                .any(|clause| clause.public.fen.is_some());
            let form = if agreement.written {
                Form::Written
            } else {
                Form::Oral
            };
            (
                Outcome::Success,
                Some(form),
                sums.then_some(agreement.total),
            )
        }
        Some(Ended::Failed { .. } | Ended::Declined { .. }) => {
            let handed_on = chronicle.live().any(|fact| {
                matches!(fact.event, Event::CaseFailed(_))
                    && fact.narrative(topic::REASON) == Some(TRANSFERRED)
            });
            (
                if handed_on {
                    Outcome::Transferred
                } else {
                    Outcome::Failed
                },
                None,
                None,
            )
        }
        Some(Ended::Withdrawn { .. }) => (Outcome::Withdrawn, None, None),
    };
    let named = case.mediators.get().map(Vec::as_slice).unwrap_or_default();
    let facts = case.facts.get().and_then(Option::as_deref);
    let remarks = chronicle.live().filter_map(|fact| {
        fact.narrative(topic::RECORD)
            .and_then(|text| text.strip_prefix(REMARKS))
    });
    let confirmed = case
        .confirmation
        .as_ref()
        .is_some_and(|(step, _)| *step == crate::domain::case::event::ConfirmationStep::Confirmed);
    Some(Row {
        row: case.row.unwrap_or_default(),
        no: None,
        number: case.number.get().cloned(),
        registered: *case.day.get()?,
        dispute_type: case.kind.get()?.clone(),
        applicants: people(PartyRole::Applicant),
        respondents: people(PartyRole::Respondent),
        source: case
            .source
            .get()
            .cloned()
            .filter(|source| *source != Source::NotRecorded),
        place: case.place.get().cloned().flatten(),
        brief: facts.filter(|text| *text != NO_FACTS).map(str::to_owned),
        mediators: named.iter().filter_map(|id| network.name(id)).collect(),
        outcome,
        form,
        amount,
        concluded: ended.map(Ended::day),
        confirmed,
        remarks: remarks.last().map(str::to_owned),
        as_typed: Vec::new(),
    })
}

fn person(party: &Party) -> Person {
    let Some(Some(identity)) = party.identity.get() else {
        return Person {
            others: party.others,
            ..Person::default()
        };
    };
    let id = identity.id_number.as_deref().and_then(|number| {
        let resident = ResidentNumber::parse(number).ok().map(IdNumber::Resident);
        resident.or_else(|| CreditCode::parse(number).ok().map(IdNumber::Organisation))
    });
    Person {
        name: identity.name.clone(),
        sex: identity.sex.clone(),
        id,
        phone: identity
            .phone
            .as_deref()
            .and_then(|phone| Phone::parse(phone).ok()),
        address: identity.address.clone(),
        others: party.others,
    }
}

/// The row as it is read back once it was taken in: what a number says of a person is filled in, and
/// what belongs to an end goes with it, or into the remarks.
pub(super) fn kept(row: &Row) -> Row {
    let mut row = row.clone();
    for person in row.applicants.iter_mut().chain(&mut row.respondents) {
        if let (None, Some(IdNumber::Resident(number))) = (&person.sex, &person.id) {
            person.sex = Some(number.sex());
        }
    }
    row.remarks = noted(&row);
    for text in [&mut row.brief, &mut row.place, &mut row.number] {
        let trimmed = text.take().map(|text| text.trim().to_owned());
        *text = trimmed.filter(|text| !text.is_empty());
    }
    if row.outcome != Outcome::Success {
        (row.form, row.amount, row.confirmed) = (None, None, false);
    }
    if row.outcome == Outcome::Open {
        row.concluded = None;
    }
    row
}

/// The fields in which the ledger corrects the record. Where it says nothing it corrects nothing. The people of
/// `there` stand in the order of `here`.
pub(super) fn differences(here: &Row, there: &Row, fields: Vec<Column>) -> Vec<Column> {
    fn none<T: PartialEq>(
        here: &[Person],
        there: &[Person],
        of: fn(&Person) -> &Option<T>,
    ) -> bool {
        let known = here.iter().map(of).map(Some).chain(iter::repeat(None));
        there
            .iter()
            .map(of)
            .zip(known)
            .all(|(there, here)| there.is_none() || Some(there) == here)
    }
    let silent = |field: &Column| match field {
        Column::Number => there.number.is_none(),
        Column::ApplicantSex => none(&here.applicants, &there.applicants, |person| &person.sex),
        Column::ApplicantId => none(&here.applicants, &there.applicants, |person| &person.id),
        Column::ApplicantPhone => none(&here.applicants, &there.applicants, |person| &person.phone),
        Column::ApplicantAddress => none(&here.applicants, &there.applicants, |person| {
            &person.address
        }),
        Column::RespondentSex => none(&here.respondents, &there.respondents, |person| &person.sex),
        Column::RespondentId => none(&here.respondents, &there.respondents, |person| &person.id),
        Column::RespondentPhone => none(&here.respondents, &there.respondents, |person| {
            &person.phone
        }),
        Column::RespondentAddress => none(&here.respondents, &there.respondents, |person| {
            &person.address
        }),
        Column::Source => there.source.is_none(),
        Column::Place => there.place.is_none(),
        Column::Brief => there.brief.is_none(),
        Column::Mediators => there.mediators.is_empty(),
        // A desk that went on knows more than a ledger that still waits.
        Column::Result => there.outcome == Outcome::Open && here.outcome != Outcome::Open,
        Column::Form => there.form.is_none(),
        Column::Amount => there.amount.is_none(),
        Column::Concluded => there.concluded.is_none(),
        Column::Confirmation => !there.confirmed,
        Column::Remarks => there.remarks.is_none(),
        _ => false,
    };
    fields.into_iter().filter(|field| !silent(field)).collect()
}

/// The names of a side, and as how many it counts where that is more.
pub(super) fn named(side: &[Person]) -> String {
    let names: Vec<&str> = side.iter().map(|person| person.name.as_str()).collect();
    let names = names.join("、");
    match unnamed(side) {
        0 => names,
        others => format!("{names}等{}人", side.len() as u64 + u64::from(others)),
    }
}

/// A field of a row as text; coded values as their codes, sums as fen.
pub(super) fn shown(field: &Column, row: &Row) -> String {
    fn each(people: &[Person], of: impl Fn(&Person) -> Option<String>) -> String {
        let all: Vec<String> = people.iter().filter_map(of).collect();
        all.join("、")
    }
    let sex = |person: &Person| person.sex.as_ref().map(|sex| sex.code().to_owned());
    let id = |person: &Person| person.id.as_ref().map(|id| id.as_str().to_owned());
    let phone = |person: &Person| person.phone.as_ref().map(|phone| phone.as_str().to_owned());
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match field {
        Column::Registered => row.registered.to_string(),
        Column::Number => text(&row.number),
        Column::Applicant => named(&row.applicants),
        Column::ApplicantSex => each(&row.applicants, sex),
        Column::ApplicantId => each(&row.applicants, id),
        Column::ApplicantPhone => each(&row.applicants, phone),
        Column::ApplicantAddress => each(&row.applicants, |person| person.address.clone()),
        Column::Respondent => named(&row.respondents),
        Column::RespondentSex => each(&row.respondents, sex),
        Column::RespondentId => each(&row.respondents, id),
        Column::RespondentPhone => each(&row.respondents, phone),
        Column::RespondentAddress => each(&row.respondents, |person| person.address.clone()),
        Column::Type => type_in_ledger(&row.dispute_type),
        Column::Source => row
            .source
            .as_ref()
            .map_or(String::new(), |s| s.code().to_owned()),
        Column::Place => text(&row.place),
        Column::Brief => text(&row.brief),
        Column::Mediators => row.mediators.join("、"),
        Column::Result => row.outcome.code().to_owned(),
        Column::Form => row
            .form
            .as_ref()
            .map_or(String::new(), |form| form.code().to_owned()),
        Column::Amount => row.amount.map_or(String::new(), |fen| fen.0.to_string()),
        Column::Concluded => row.concluded.map_or(String::new(), |day| day.to_string()),
        Column::Confirmation => row.confirmed.to_string(),
        Column::Remarks => text(&row.remarks),
        _ => String::new(),
    }
}

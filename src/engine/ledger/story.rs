//! A row of a ledger told as what happened: registered, accepted, assigned, ended.

use std::collections::BTreeMap;

use crate::domain::Context;
use crate::domain::case::command::{Intake, LedgerConclusion, LedgerEnding, NewClause, NewParty};
use crate::domain::case::event::{ChosenBy, ConfirmationStep, Told};
use crate::domain::case::{self, Command, Refusal};
use crate::domain::context::Chance;
use crate::domain::id::{StreamId, StreamKind};
use crate::domain::leaf::{Identity, Leaf, LeafValue, topic};
use crate::exchange::ledger::people::is_organisation;
use crate::exchange::ledger::{Form, IdNumber, Outcome, Person, Row};
use crate::law::day::Moment;
use crate::law::dispute::Source;
use crate::law::divisions::{Adcode, Town};
use crate::law::person::{PartyKind, PartyRole};
use crate::record::{Chronicle, World};

use super::super::act::write;
use super::super::answer::enrolment;
use super::super::desk::DeskRecord;
use super::super::streams::read_all;
use super::notes::{as_typed, remarks};
use super::place::town;

/// What stands where a ledger tells no facts. Record text, so in the record's language.
pub(super) const NO_FACTS: &str = "台账未写案情。";
/// Why a case ended here that was handed to another office.
pub(super) const TRANSFERRED: &str = "台账记为移送其他单位。";
const CLAUSE: &str = "台账未写协议内容。";
const CLAUSE_WITH_SUM: &str = "台账只写了协议金额。";

/// Writes rows, one after the other, into lines that go to the store together.
pub(super) struct Writer<'a> {
    pub desk: DeskRecord,
    /// In which the cases count.
    pub county: Adcode,
    /// The county's townships.
    pub towns: Vec<(Town, String)>,
    /// What agreements are whose form the ledger doesn't say.
    pub unsaid_form: Form,
    pub world: World,
    pub now: Moment,
    pub chance: &'a dyn Chance,
    /// This office's people by name.
    pub mediators: BTreeMap<String, StreamId>,
    pub lines: Vec<String>,
    /// The streams that were written to, whole.
    pub streams: BTreeMap<StreamId, Vec<String>>,
    /// What is being told: a file and its row.
    pub origin: String,
}

/// A row of a file, as what was told of it says.
pub(super) fn origin(file: &str, row: &Row) -> String {
    format!("{file}，第{}行", row.row)
}

impl Writer<'_> {
    /// Tells a new row. Refused, it leaves nothing behind.
    pub fn tell(&mut self, file: &str, row: &Row) -> Result<(), Refusal> {
        let stream = self.stream(StreamKind::CASE);
        self.origin = origin(file, row);
        self.all_or_nothing(stream, Vec::new(), |writer, texts| {
            let register = Command::Register(writer.intake(file, row));
            writer.act(stream, texts, register)?;
            let day = row.registered;
            writer.act(
                stream,
                texts,
                Command::Accept {
                    day,
                    told: Told::NotRecorded,
                },
            )?;
            // A case goes nowhere without a mediator; where the ledger names none, it is the one who
            // takes it in.
            let mediators = match writer.mediators_of(&row.mediators)? {
                none if none.is_empty() => vec![writer.desk.acting],
                some => some,
            };
            let assign = Command::Assign {
                day,
                mediators,
                chosen_by: ChosenBy::NotRecorded,
            };
            writer.act(stream, texts, assign)?;
            for command in ending(row, &writer.unsaid_form) {
                writer.act(stream, texts, command)?;
            }
            for note in remarks(row)
                .into_iter()
                .chain(as_typed(row, &Chronicle::default()))
            {
                writer.act(stream, texts, note)?;
            }
            Ok(())
        })
    }

    /// Lets `told` write to a stream; takes back what it wrote where it fails.
    pub(super) fn all_or_nothing(
        &mut self,
        stream: StreamId,
        mut texts: Vec<String>,
        told: impl FnOnce(&mut Self, &mut Vec<String>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let (seq, lines, people) = (self.desk.seq, self.lines.len(), self.mediators.clone());
        match told(self, &mut texts) {
            Ok(()) => {
                self.streams.insert(stream, texts);
                Ok(())
            }
            Err(refusal) => {
                self.desk.seq = seq;
                self.lines.truncate(lines);
                // Those who were enrolled on the way go with it.
                self.streams.retain(|id, _| {
                    id.kind != StreamKind::MEDIATOR || people.values().any(|known| known == id)
                });
                self.mediators = people;
                Err(refusal)
            }
        }
    }

    /// One command to the stream that `texts` are of.
    pub(super) fn act(
        &mut self,
        stream: StreamId,
        texts: &mut Vec<String>,
        command: Command,
    ) -> Result<(), Refusal> {
        let chronicle = Chronicle::tell(&read_all(texts));
        let context = Context {
            now: self.now,
            who: self.desk.acting,
            next_number: None,
            chance: self.chance,
        };
        let made = case::decide(&chronicle.case(), command, &context)?;
        self.write_after(stream, texts, &chronicle, made);
        Ok(())
    }

    /// What was decided, after what `texts` tell.
    pub(super) fn write_down(
        &mut self,
        stream: StreamId,
        texts: &mut Vec<String>,
        made: Vec<case::Made>,
    ) {
        let chronicle = Chronicle::tell(&read_all(texts));
        self.write_after(stream, texts, &chronicle, made);
    }

    fn write_after(
        &mut self,
        stream: StreamId,
        texts: &mut Vec<String>,
        chronicle: &Chronicle,
        mut made: Vec<case::Made>,
    ) {
        // A registration has its row beside its file, and a correction has both for its reason.
        let says = |leaf: &Leaf| {
            leaf.of.as_deref() == Some(topic::SOURCE_FILE)
                || matches!(&leaf.value, LeafValue::Words(text) if *text == self.origin)
        };
        for made in &mut made {
            if !made.leaves.iter().any(says) {
                let origin = Leaf::narrative(topic::SOURCE_FILE, &self.origin);
                made.leaves.push(origin);
            }
        }
        let written = write(
            &mut self.desk,
            &self.world,
            stream,
            chronicle,
            made,
            self.now,
            self.chance,
        );
        for composed in written {
            self.lines.push(composed.line.clone());
            texts.push(composed.line);
        }
    }

    /// People by name: known ones, and new ones enrolled for this office.
    pub(super) fn mediators_of(&mut self, names: &[String]) -> Result<Vec<StreamId>, Refusal> {
        let mut found = Vec::with_capacity(names.len());
        for name in names
            .iter()
            .map(|name| name.trim())
            .filter(|name| !name.is_empty())
        {
            let id = match self.mediators.get(name) {
                Some(id) => *id,
                None => self.enrol(name)?,
            };
            if !found.contains(&id) {
                found.push(id);
            }
        }
        Ok(found)
    }

    fn enrol(&mut self, name: &str) -> Result<StreamId, Refusal> {
        let id = self.stream(StreamKind::MEDIATOR);
        let draft = enrolment(id, self.desk.organisation, name);
        let draft = draft.map_err(|_| Refusal::NotAMediator)?;
        let made = vec![case::Made {
            event: draft.event,
            leaves: draft.leaves,
        }];
        let written = write(
            &mut self.desk,
            &self.world,
            id,
            &Chronicle::default(),
            made,
            self.now,
            self.chance,
        );
        let lines: Vec<String> = written.into_iter().map(|composed| composed.line).collect();
        self.lines.extend(lines.iter().cloned());
        self.streams.insert(id, lines);
        self.mediators.insert(name.to_owned(), id);
        Ok(id)
    }

    fn stream(&self, kind: StreamKind) -> StreamId {
        let mut random = [0; 16];
        self.chance.fill(&mut random);
        StreamId::new(kind, random)
    }

    /// The township in which a row's case happened.
    pub(super) fn town_of(&self, row: &Row) -> Option<Town> {
        town(&self.desk, self.county, row.place.as_deref(), &self.towns)
    }

    fn intake(&self, file: &str, row: &Row) -> Intake {
        let side = |people: &[Person], role: PartyRole| {
            let party = |person: &Person| NewParty {
                role: role.clone(),
                kind: kind(person),
                identity: identity(Identity::default(), person),
                others: person.others,
            };
            people.iter().map(party).collect::<Vec<_>>()
        };
        let mut parties = side(&row.applicants, PartyRole::Applicant);
        parties.extend(side(&row.respondents, PartyRole::Respondent));
        Intake {
            day: row.registered,
            source: row.source.clone().unwrap_or(Source::NotRecorded),
            kind: row.dispute_type.clone(),
            county: self.county,
            town: self.town_of(row),
            place: row.place.clone().unwrap_or_default(),
            facts: row.brief.clone().unwrap_or_else(|| NO_FACTS.to_owned()),
            risk: Vec::new(),
            parties,
            organisation: self.desk.organisation,
            number: row.number.clone(),
            ledger: Some((file.to_owned(), row.row)),
        }
    }
}

/// What the ledger says of a person, over what is known.
pub(super) fn identity(mut known: Identity, person: &Person) -> Identity {
    known.name = person.name.clone();
    let id = person.id.as_ref();
    // What the old number said goes with it.
    if id.is_some_and(|id| known.id_number.as_deref() != Some(id.as_str())) {
        (known.born, known.sex) = (None, None);
    }
    known.sex = person.sex.clone().or(known.sex);
    known.id_number = id.map(|id| id.as_str().to_owned()).or(known.id_number);
    known.phone = person
        .phone
        .as_ref()
        .map(|phone| phone.as_str().to_owned())
        .or(known.phone);
    known.address = person.address.clone().or(known.address);
    known
}

/// Organisations show in their code or in how their names end.
fn kind(person: &Person) -> PartyKind {
    match &person.id {
        Some(IdNumber::Organisation(_)) => PartyKind::Organisation,
        None if is_organisation(&person.name) => PartyKind::Organisation,
        _ => PartyKind::Person,
    }
}

/// How the row says that it ended, if it did. A day that is not written is the day of registration, a form that is not
/// written is what somebody said for the whole ledger.
pub(super) fn ending(row: &Row, unsaid_form: &Form) -> Vec<Command> {
    let day = row.concluded.unwrap_or(row.registered);
    let (ending, reason) = match &row.outcome {
        Outcome::Success => match row.form.as_ref().unwrap_or(unsaid_form) {
            Form::Written => (LedgerEnding::Written, ""),
            Form::Oral | Form::Unknown(_) => (LedgerEnding::Oral, ""),
        },
        Outcome::Failed => (LedgerEnding::Failed, ""),
        Outcome::Transferred => (LedgerEnding::Failed, TRANSFERRED),
        Outcome::Withdrawn => (LedgerEnding::Withdrawn, ""),
        Outcome::Open | Outcome::Unknown(_) => return Vec::new(),
    };
    let clauses = if row.outcome == Outcome::Success {
        let text = row.amount.map_or(CLAUSE, |_| CLAUSE_WITH_SUM).to_owned();
        vec![NewClause {
            text,
            due: None,
            fen: row.amount,
        }]
    } else {
        Vec::new()
    };
    let mut commands = vec![Command::EnterConclusion(LedgerConclusion {
        day,
        ending,
        clauses,
        reason: reason.to_owned(),
    })];
    if row.outcome == Outcome::Success && row.confirmed {
        commands.extend(confirmation(day));
    }
    commands
}

/// Whether the row says how it ended.
pub(super) fn has_ended(row: &Row) -> bool {
    !ending(row, &Form::Oral).is_empty()
}

/// Whether the row ended in an agreement of which it doesn't say whether it was written down.
pub(super) fn lacks_form(row: &Row) -> bool {
    row.outcome == Outcome::Success && row.form.is_none()
}

/// The court's confirmation. Ledgers have no day for it; the agreement's is the first that can be.
pub(super) fn confirmation(day: crate::law::day::Day) -> [Command; 2] {
    [ConfirmationStep::Applied, ConfirmationStep::Confirmed]
        .map(|step| Command::Confirm { day, step })
}

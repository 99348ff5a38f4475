//! Telling of the network: an organisation, a person, a team, an agreement begins, or fields of it are written anew.
//! Several commands to one stream go in together or not at all, each decided over what the one before made of it.

use std::collections::BTreeSet;

use crate::domain::Context;
use crate::domain::case::Made;
use crate::domain::catalogue::Event;
use crate::domain::fact::{Fact, Past};
use crate::domain::id::{EntryId, StreamId};
use crate::domain::network::{self, About, Command, Refusal, SheetField, Slot};
use crate::record::Chronicle;
use crate::store::Store;

use super::act::Undone;
use super::desk::DeskRecord;
use super::protocol::{Acted, Trouble};
use super::run::{Engine, Machine};
use super::touch;

impl From<Refusal> for Undone<Refusal> {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Tells of a stream of the network, or begins the one that the first command begins where `stream` is none; or
    /// says which rule says no.
    pub async fn tell(
        &mut self,
        stream: Option<StreamId>,
        seen: &[EntryId],
        commands: &[Command],
    ) -> Result<Result<Acted, Refusal>, Trouble> {
        let begins = commands.first().and_then(Command::begins);
        let Some(stream) = stream.or_else(|| begins.map(|kind| self.stream(kind))) else {
            return Ok(Err(Refusal::NotThere));
        };
        let now = self.machine.now();
        let told = self
            .write_to(stream, |_| {
                move |chronicle: &Chronicle, desk: &mut DeskRecord, machine: &M| {
                    let context = Context {
                        now,
                        who: desk.acting,
                        next_number: None,
                        chance: machine,
                    };
                    unseen(chronicle, seen, commands)?;
                    Ok(decided(stream, chronicle, commands, &context, desk)?)
                }
            })
            .await?;
        Ok(told.map(|entries| Acted {
            case: stream,
            entries,
        }))
    }
}

/// What these commands make, one after the other.
pub(super) fn decided(
    stream: StreamId,
    chronicle: &Chronicle,
    commands: &[Command],
    context: &Context<'_>,
    desk: &DeskRecord,
) -> Result<Vec<Made>, Refusal> {
    let mut about = About::told(stream, chronicle.live());
    let mut all = Vec::with_capacity(commands.len());
    for command in commands {
        let made = network::decide(stream, &about, command.clone(), context)?;
        // As it will be read: it has seen all that lies here.
        let fact = Fact {
            id: EntryId::default(),
            position: chronicle.told.len() + all.len(),
            past: Past::All,
            at: context.now,
            by: desk.id(),
            who: context.who,
            event: made.event.clone(),
            leaves: made.leaves.iter().cloned().map(Into::into).collect(),
        };
        about.evolve(stream.kind, &fact);
        all.push(made);
    }
    Ok(all)
}

/// Refuses to write a field that an entry wrote which the form had not seen.
fn unseen(chronicle: &Chronicle, seen: &[EntryId], commands: &[Command]) -> Result<(), Refusal> {
    let writes: BTreeSet<Slot> = commands.iter().filter_map(written_by).collect();
    for fact in touch::fresh(chronicle, seen) {
        let slot = touch::taken_back(chronicle, &fact.event).and_then(touched_by);
        if let Some(slot) = slot.filter(|slot| writes.contains(slot)) {
            return Err(Refusal::ChangedMeanwhile(slot));
        }
    }
    Ok(())
}

/// The field that a command writes anew; what begins something or is told beside it overrules nobody.
fn written_by(command: &Command) -> Option<Slot> {
    match command {
        Command::Organisation(put) => Some(put.field.slot()),
        Command::Mediator(put) => Some(put.field.slot()),
        Command::Team(put) => Some(put.field.slot()),
        Command::MicroGrid(put) => Some(put.field.slot()),
        Command::Agreement(put) => Some(put.field.slot()),
        Command::Activity(put) => Some(put.field.slot()),
        Command::Renew(_) => Some(Slot::Until),
        Command::Found(_)
        | Command::Enrol { .. }
        | Command::Form(_)
        | Command::Draw(_)
        | Command::Answer { .. }
        | Command::Dispatch(_)
        | Command::Resolve(_)
        | Command::Hold(_)
        | Command::Propose(_)
        | Command::Sign(_)
        | Command::Retract { .. } => None,
    }
}

fn touched_by(event: &Event) -> Option<Slot> {
    match event {
        Event::OrganisationCorrected(data) => Some(data.field.slot()),
        Event::MediatorCorrected(data) => Some(data.field.slot()),
        Event::TeamCorrected(data) => Some(data.field.slot()),
        Event::MicroGridCorrected(data) => Some(data.field.slot()),
        Event::ActivityCorrected(data) => Some(data.field.slot()),
        Event::CooperationCorrected(data) => Some(data.field.slot()),
        Event::CooperationRenewed(_) => Some(Slot::Until),
        _ => None,
    }
}

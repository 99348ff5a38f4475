//! Strict: what may be told of the network now. Each of its streams begins once; then its fields are written anew.

use crate::domain::Context;
use crate::domain::case::Made;
use crate::domain::catalogue::{Event, Retracted};
use crate::domain::id::{Label, StreamId};
use crate::domain::leaf::{Identity, Leaf, LeafClass, LeafValue, topic};
use crate::law::blank::trimmed;
use crate::law::day::Day;
use crate::law::person::{kept_name, number_for_name};

use super::activity::ActivityField;
use super::agreement::{Agreement, AgreementField, Area};
use super::command::Command;
use super::group::{MicroGridField, TeamField};
use super::mediator::{Enrolled, MediatorField};
use super::organisation::{Founded, OrganisationField, Region};
use super::refusal::{NotEntered, Refusal};
use super::sheet::{Corrected, Put, SELF, Sheet, SheetField, Slot};
use super::state::About;

/// Decides what a command makes of a stream.
///
/// # Errors
///
/// The reason, where it may not be done.
pub fn decide(
    stream: StreamId,
    about: &About,
    command: Command,
    context: &Context<'_>,
) -> Result<Made, Refusal> {
    let today = context.today();
    match command {
        Command::Found(_)
        | Command::Enrol { .. }
        | Command::Form(_)
        | Command::Draw(_)
        | Command::Answer { .. }
        | Command::Dispatch(_)
        | Command::Hold(_)
        | Command::Propose(_) => begin(about, command, today),
        Command::Sign(signed) => {
            if !matches!(about, About::Nothing | About::Agreement(_)) {
                return Err(Refusal::AlreadyThere);
            }
            if let About::Agreement(told) = about {
                if told.signed.is_some() {
                    return Err(Refusal::AlreadyThere);
                }
                still_stands(&Agreement::of(told))?;
            }
            named(&signed.name)?;
            together(signed.counties.len().min(signed.parties.len()))?;
            if i32::from(signed.year) > today.year() {
                return Err(Refusal::Future(today));
            }
            signed.day.map_or(Ok(()), |day| past(day, today))?;
            Ok(open(Event::CooperationSigned(signed)))
        }
        Command::Renew(renewed) => {
            let About::Agreement(told) = about else {
                return Err(Refusal::NotThere);
            };
            let now = Agreement::of(told);
            still_stands(&now)?;
            if now.signed.is_none() {
                return Err(Refusal::NotSigned);
            }
            past(renewed.day, today)?;
            in_order(Some(renewed.day), renewed.until)?;
            Ok(open(Event::CooperationRenewed(renewed)))
        }
        Command::Resolve(resolved) => {
            past(resolved.day, today)?;
            match about {
                About::WorkOrder(dispatched, None) if resolved.day < dispatched.day => {
                    return Err(Refusal::BeforeDispatch(dispatched.day));
                }
                About::WorkOrder(_, None) => {}
                About::WorkOrder(_, Some(_)) => return Err(Refusal::AlreadyResolved),
                _ => return Err(Refusal::NoWorkOrder),
            }
            Ok(open(Event::WorkOrderResolved(resolved)))
        }
        Command::Organisation(put) => {
            let About::Organisation(_, sheet) = about else {
                return Err(Refusal::NotThere);
            };
            let field = organisation(stream, put.field, today)?;
            let put = Put { field, ..put };
            written(sheet, put, |field| {
                Event::OrganisationCorrected(Corrected { field })
            })
        }
        Command::Mediator(put) => {
            let About::Mediator(_, sheet) = about else {
                return Err(Refusal::NotThere);
            };
            let put = mediator(put, context)?;
            written(sheet, put, |field| {
                Event::MediatorCorrected(Corrected { field })
            })
        }
        Command::Team(put) => {
            let About::Team(_, sheet) = about else {
                return Err(Refusal::NotThere);
            };
            match &put.field {
                TeamField::Name(name) => named(name)?,
                TeamField::Region(region) => one(*region)?,
                TeamField::Ended(day) => day.map_or(Ok(()), |day| past(day, today))?,
                TeamField::Member(_) | TeamField::NameEn(_) | TeamField::Organisation(_) => {}
            }
            written(sheet, put, |field| {
                Event::TeamCorrected(Corrected { field })
            })
        }
        Command::MicroGrid(put) => {
            let About::MicroGrid(_, sheet) = about else {
                return Err(Refusal::NotThere);
            };
            match &put.field {
                MicroGridField::Name(name) => named(name)?,
                MicroGridField::Region(region) => one(*region)?,
                MicroGridField::Ended(day) => day.map_or(Ok(()), |day| past(day, today))?,
                MicroGridField::Households(_)
                | MicroGridField::Organisation(_)
                | MicroGridField::Worker(_) => {}
            }
            written(sheet, put, |field| {
                Event::MicroGridCorrected(Corrected { field })
            })
        }
        Command::Activity(put) => {
            let About::Activity(_, sheet) = about else {
                return Err(Refusal::NotThere);
            };
            match &put.field {
                ActivityField::Name(name) => named(name)?,
                ActivityField::Day(day) => past(*day, today)?,
                ActivityField::Counties(counties) => together(counties.len())?,
                ActivityField::Agreement(_)
                | ActivityField::Attended(_)
                | ActivityField::Form(_)
                | ActivityField::Minutes
                | ActivityField::NameEn(_) => {}
            }
            written(sheet, put, |field| {
                Event::ActivityCorrected(Corrected { field })
            })
        }
        Command::Agreement(mut put) => {
            let About::Agreement(told) = about else {
                return Err(Refusal::NotThere);
            };
            if let AgreementField::Document(document) = &mut put.field {
                document.name = kept_name(&document.name);
                named(&document.name)?;
                labelled(&mut document.label, context);
            }
            agreement(&Agreement::of(told), &put.field)?;
            written(&told.sheet, put, |field| {
                Event::CooperationCorrected(Corrected { field })
            })
        }
        Command::Retract { entry, reason } => match about {
            About::Nothing => Err(Refusal::NotThere),
            _ => Ok(open(Event::Retracted(Retracted { entry, reason }))),
        },
    }
}

/// What begins a stream.
fn begin(about: &About, command: Command, today: Day) -> Result<Made, Refusal> {
    if !about.is_nothing() {
        return Err(Refusal::AlreadyThere);
    }
    let (event, leaves) = match command {
        Command::Found(founded) => (Event::OrganisationFounded(found(founded)?), Vec::new()),
        Command::Enrol { enrolled, identity } => {
            let (enrolled, leaf) = enrol(enrolled, identity)?;
            (Event::MediatorEnrolled(enrolled), vec![leaf])
        }
        Command::Form(mut formed) => {
            formed.name = kept_name(&formed.name);
            named(&formed.name)?;
            (Event::TeamFormed(formed), Vec::new())
        }
        Command::Draw(mut drawn) => {
            drawn.name = kept_name(&drawn.name);
            named(&drawn.name)?;
            one(Region {
                county: drawn.county,
                town: drawn.town,
                village: drawn.village,
            })?;
            (Event::MicroGridDrawn(drawn), Vec::new())
        }
        Command::Answer { answered, asked } => {
            past(answered.day, today)?;
            let asked = trimmed(&asked);
            if asked.is_empty() {
                return Err(Refusal::NothingAsked);
            }
            let leaf = Leaf::narrative(topic::FACTS, asked);
            (Event::ConsultationAnswered(answered), vec![leaf])
        }
        Command::Dispatch(dispatched) => {
            past(dispatched.day, today)?;
            (Event::WorkOrderDispatched(dispatched), Vec::new())
        }
        Command::Hold(held) => {
            past(held.day, today)?;
            named(&held.name)?;
            together(held.counties.len())?;
            (Event::ActivityHeld(held), Vec::new())
        }
        Command::Propose(proposed) => {
            past(proposed.day, today)?;
            named(&proposed.name)?;
            together(proposed.counties.len())?;
            (Event::CooperationProposed(proposed), Vec::new())
        }
        // They begin nothing.
        _ => return Err(Refusal::NotThere),
    };
    Ok(Made { event, leaves })
}

/// A field that may be written: what is private goes into its leaf.
fn written<F: SheetField>(
    sheet: &Sheet<F>,
    put: Put<F>,
    event: impl FnOnce(F) -> Event,
) -> Result<Made, Refusal> {
    let slot = put.field.slot();
    let is_settled = !sheet.disputed().any(|(disputed, _)| disputed == slot);
    if is_settled && sheet.get(slot) == Some(&put) {
        return Err(Refusal::NothingNew(slot));
    }
    if let Some(LeafValue::Words(words)) = &put.private
        && words.chars().count() > LONGEST_WORDS
    {
        return Err(Refusal::TooLong(slot, LONGEST_WORDS));
    }
    // What a leaf is to hold is there, or nothing would be said.
    if put.field.leaf().is_some() != put.private.is_some() {
        return Err(Refusal::Nameless);
    }
    let leaves = put.to_leaf().into_iter().collect();
    Ok(Made {
        event: event(put.field),
        leaves,
    })
}

/// What is new gets a name of its own.
fn labelled(label: &mut Label, context: &Context<'_>) {
    if *label == Label::default() {
        *label = context.label();
    }
}

fn open(event: Event) -> Made {
    Made {
        event,
        leaves: Vec::new(),
    }
}

/// A name or another line of a directory.
const LONGEST_LINE: usize = 100;
/// Words that a leaf holds.
const LONGEST_WORDS: usize = 4_000;

fn organisation(
    stream: StreamId,
    field: OrganisationField,
    today: Day,
) -> Result<OrganisationField, Refusal> {
    use OrganisationField as F;
    let slot = field.slot();
    let line = |text: Option<String>| -> Result<Option<String>, Refusal> {
        let text = text.map(|text| kept_name(&text));
        short(slot, text.as_deref().unwrap_or_default())?;
        Ok(text.filter(|text| !text.is_empty()))
    };
    Ok(match field {
        F::Name(name) => {
            let name = kept_name(&name);
            named(&name)?;
            short(slot, &name)?;
            F::Name(name)
        }
        F::NameEn(text) => F::NameEn(line(text)?),
        F::Abbreviation(text) => F::Abbreviation(line(text)?),
        F::Brand(text) => F::Brand(line(text)?),
        F::Hours(text) => F::Hours(line(text)?),
        F::Region(region) => {
            one(region)?;
            F::Region(region)
        }
        F::Parent(parent) => {
            if parent == Some(stream) {
                return Err(Refusal::OwnParent);
            }
            F::Parent(parent)
        }
        F::Ended(day) => {
            day.map_or(Ok(()), |day| past(day, today))?;
            F::Ended(day)
        }
        field @ (F::Address
        | F::BrandLevel(_)
        | F::Contact
        | F::FloorArea(_)
        | F::Founder(_)
        | F::Kind(_)
        | F::Specialities(_)
        | F::Spot(_)
        | F::Staff(_)) => field,
    })
}

fn mediator(
    mut put: Put<MediatorField>,
    context: &Context<'_>,
) -> Result<Put<MediatorField>, Refusal> {
    use MediatorField as F;
    let today = context.today();
    match &mut put.field {
        F::Ended(day) => day.map_or(Ok(()), |day| past(day, today))?,
        F::Training(training) => {
            training.name = kept_name(&training.name);
            named(&training.name)?;
            past(training.day, today)?;
            labelled(&mut training.label, context);
        }
        F::Person => {
            let Some(LeafValue::Identity(identity)) = &mut put.private else {
                return Err(Refusal::Nameless);
            };
            *identity = person(identity.clone())?;
        }
        F::Grade(Some(grade)) => *grade = kept_name(grade),
        F::Certificate
        | F::Grade(None)
        | F::Kind(_)
        | F::Languages(_)
        | F::Organisation(_)
        | F::Specialities(_) => {}
    }
    Ok(put)
}

fn agreement(now: &Agreement, field: &AgreementField) -> Result<(), Refusal> {
    use AgreementField as F;
    match field {
        F::Name(name) => Ok(named(name)?),
        F::Counties(counties) => together(counties.len()),
        F::Parties(parties) => together(parties.len()),
        F::From(from) => in_order(*from, now.until),
        F::Until(until) => in_order(now.from, *until),
        F::Pair(pairing) => {
            let alike = matches!(
                (pairing.one, pairing.other),
                (Area::Town(_), Area::Town(_)) | (Area::Village(_), Area::Village(_))
            );
            match alike && pairing.one.county() != pairing.other.county() {
                true => Ok(()),
                false => Err(Refusal::OddPair),
            }
        }
        F::Ended(Some(ending)) => match now.signed.and_then(|signed| signed.day) {
            Some(signed) if ending.day < signed => Err(Refusal::EndsBeforeItBegins(signed)),
            _ => Ok(()),
        },
        F::Centre(_)
        | F::ContactPerson(_)
        | F::Corridor(_)
        | F::CorridorEn(_)
        | F::Document(_)
        | F::Duties
        | F::Ended(None)
        | F::NameEn(_)
        | F::Scope(_) => Ok(()),
    }
}

fn still_stands(now: &Agreement) -> Result<(), Refusal> {
    match &now.ended {
        Some(ended) => Err(Refusal::AlreadyEnded(ended.day)),
        None => Ok(()),
    }
}

/// An organisation as it may be founded. Apart from [`decide`], for a first visit sets up a desk and has none of the
/// rest to do.
///
/// # Errors
///
/// Where it has no name, or its region is none.
pub fn found(founded: Founded) -> Result<Founded, NotEntered> {
    let name = kept_name(&founded.name);
    named(&name)?;
    if name.chars().count() > LONGEST_LINE {
        return Err(NotEntered::NameTooLong(LONGEST_LINE));
    }
    one(founded.region())?;
    Ok(Founded { name, ..founded })
}

/// A mediator as one may be enrolled, with the leaf that holds the name.
///
/// # Errors
///
/// Where there is no name, or a number stands in its place.
pub fn enrol(enrolled: Enrolled, identity: Identity) -> Result<(Enrolled, Leaf), NotEntered> {
    let leaf = Leaf {
        class: LeafClass::Identity,
        of: Some(SELF.to_owned()),
        value: LeafValue::Identity(person(identity)?),
    };
    Ok((enrolled, leaf))
}

/// Who somebody is, as it may be written.
fn person(mut identity: Identity) -> Result<Identity, NotEntered> {
    identity.name = kept_name(&identity.name);
    named(&identity.name)?;
    if number_for_name(&identity.name).is_some() {
        return Err(NotEntered::NumberForName);
    }
    Ok(identity)
}

fn named(name: &str) -> Result<(), NotEntered> {
    match trimmed(name).is_empty() {
        true => Err(NotEntered::Nameless),
        false => Ok(()),
    }
}

fn short(slot: Slot, text: &str) -> Result<(), Refusal> {
    match text.chars().count() > LONGEST_LINE {
        true => Err(Refusal::TooLong(slot, LONGEST_LINE)),
        false => Ok(()),
    }
}

fn one(region: Region) -> Result<(), NotEntered> {
    match region.is_one() {
        true => Ok(()),
        false => Err(NotEntered::OddRegion),
    }
}

fn past(day: Day, today: Day) -> Result<(), Refusal> {
    match day > today {
        true => Err(Refusal::Future(day)),
        false => Ok(()),
    }
}

fn in_order(from: Option<Day>, until: Option<Day>) -> Result<(), Refusal> {
    match (from, until) {
        (Some(from), Some(until)) if until < from => Err(Refusal::EndsBeforeItBegins(from)),
        _ => Ok(()),
    }
}

fn together(counties: usize) -> Result<(), Refusal> {
    match counties < 2 {
        true => Err(Refusal::Alone),
        false => Ok(()),
    }
}

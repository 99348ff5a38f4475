//! Strict: what may be told of the network now. Each of its streams begins once.

use crate::domain::Context;
use crate::domain::case::Made;
use crate::domain::catalogue::Event;
use crate::domain::leaf::{Identity, Leaf, LeafClass, LeafValue, topic};
use crate::law::blank::trimmed;
use crate::law::day::Day;
use crate::law::person::{kept_name, number_for_name};

use super::command::Command;
use super::event::{Enrolled, Founded};
use super::refusal::Refusal;
use super::state::{About, SELF};

/// Decides what a command makes of a stream.
///
/// # Errors
///
/// The reason, where it may not be done.
pub fn decide(about: &About, command: Command, context: &Context<'_>) -> Result<Made, Refusal> {
    let begins = !matches!(command, Command::Resolve(_));
    if begins && *about != About::Nothing {
        return Err(Refusal::AlreadyThere);
    }
    let past = |day: Day| match day > context.today() {
        true => Err(Refusal::Future(day)),
        false => Ok(()),
    };
    let (event, leaves) = match command {
        Command::Found(founded) => (Event::OrganisationFounded(found(founded)?), Vec::new()),
        Command::Enrol { enrolled, identity } => {
            let (enrolled, leaf) = enrol(enrolled, identity)?;
            (Event::MediatorEnrolled(enrolled), vec![leaf])
        }
        Command::Answer { answered, asked } => {
            past(answered.day)?;
            let asked = trimmed(&asked);
            if asked.is_empty() {
                return Err(Refusal::NothingAsked);
            }
            let leaf = Leaf::narrative(topic::FACTS, asked);
            (Event::ConsultationAnswered(answered), vec![leaf])
        }
        Command::Dispatch(dispatched) => {
            past(dispatched.day)?;
            (Event::WorkOrderDispatched(dispatched), Vec::new())
        }
        Command::Resolve(resolved) => {
            past(resolved.day)?;
            match about {
                About::WorkOrder(dispatched, None) if resolved.day < dispatched.day => {
                    return Err(Refusal::BeforeDispatch(dispatched.day));
                }
                About::WorkOrder(_, None) => {}
                About::WorkOrder(_, Some(_)) => return Err(Refusal::AlreadyResolved),
                _ => return Err(Refusal::NoWorkOrder),
            }
            (Event::WorkOrderResolved(resolved), Vec::new())
        }
        Command::Hold(held) => {
            past(held.day)?;
            named(&held.name)?;
            together(held.counties.len())?;
            (Event::ActivityHeld(held), Vec::new())
        }
        Command::Sign(signed) => {
            named(&signed.name)?;
            together(signed.counties.len().min(signed.parties.len()))?;
            if i32::from(signed.year) > context.today().year() {
                return Err(Refusal::Future(context.today()));
            }
            (Event::CooperationSigned(signed), Vec::new())
        }
    };
    Ok(Made { event, leaves })
}

/// An organisation as it may be founded. Apart from [`decide`], for a first visit sets up a desk and has none of the
/// rest to do.
///
/// # Errors
///
/// Where it has no name.
pub fn found(founded: Founded) -> Result<Founded, Refusal> {
    let name = kept_name(&founded.name);
    named(&name)?;
    Ok(Founded { name, ..founded })
}

/// A mediator as one may be enrolled, with the leaf that holds the name.
///
/// # Errors
///
/// Where there is no name, or a number stands in its place.
pub fn enrol(enrolled: Enrolled, mut identity: Identity) -> Result<(Enrolled, Leaf), Refusal> {
    identity.name = kept_name(&identity.name);
    named(&identity.name)?;
    if number_for_name(&identity.name).is_some() {
        return Err(Refusal::NumberForName);
    }
    let leaf = Leaf {
        class: LeafClass::Identity,
        of: Some(SELF.to_owned()),
        value: LeafValue::Identity(identity),
    };
    Ok((enrolled, leaf))
}

fn named(name: &str) -> Result<(), Refusal> {
    match trimmed(name).is_empty() {
        true => Err(Refusal::Nameless),
        false => Ok(()),
    }
}

fn together(counties: usize) -> Result<(), Refusal> {
    match counties < 2 {
        true => Err(Refusal::Alone),
        false => Ok(()),
    }
}

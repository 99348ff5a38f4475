//! The network around the cases: organisations, people, teams, micro-grids, consultations, work orders, activities and
//! cooperation agreements, each a stream. What a stream says first founds what it is about; what can be written anew
//! afterwards are the fields of its [`sheet`], each on its own, so that desks that write different fields agree, and of one
//! field it is seen that they don't.

mod activity;
mod agreement;
pub mod command;
mod decide;
mod group;
mod happening;
mod mediator;
mod organisation;
mod refusal;
mod sheet;
mod state;

pub use activity::{Activity, ActivityField, ActivityForm, Held};
pub use agreement::{
    Agreement, AgreementField, AgreementSheet, AgreementState, Area, BorderPair, ContactPerson,
    Document, EndReason, Ending, JointCentre, Pairing, Proposed, Renewed, Signed, Signing,
};
pub use command::Command;
pub use decide::{decide, enrol, found};
pub use group::{Drawn, Formed, GridWork, Membership, MicroGrid, MicroGridField, Team, TeamField};
pub use happening::{Answered, Dispatched, Resolved, ResolvedBy};
pub use mediator::{Enrolled, Mediator, MediatorField, Training};
pub use organisation::{Founded, Organisation, OrganisationField, Region, Spot};
pub use refusal::{NotEntered, Refusal};
pub use sheet::{Corrected, Put, SELF, Sheet, SheetField, Slot};
pub use state::About;

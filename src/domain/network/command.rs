//! What may be asked of the network: one command for each event.

use crate::domain::leaf::Identity;

use super::event::{Answered, Dispatched, Enrolled, Founded, Held, Resolved, Signed};

/// A command to one stream of the network.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Found(Founded),
    Enrol {
        enrolled: Enrolled,
        identity: Identity,
    },
    Answer {
        answered: Answered,
        /// What was asked.
        asked: String,
    },
    Dispatch(Dispatched),
    Resolve(Resolved),
    Hold(Held),
    Sign(Signed),
}

//! What a decision takes from the world: the time, chance, and who acts for which office.

use crate::law::day::{Day, Moment};

use super::id::{Label, StreamId, StreamKind};

/// A source of random bytes. The browser's and the system's are behind it, and a seed in tests.
pub trait Chance {
    fn fill(&self, bytes: &mut [u8]);
}

/// The world as `decide` sees it, for one command.
pub struct Context<'a> {
    /// The desk's local time.
    pub now: Moment,
    /// The acting mediator.
    pub who: StreamId,
    /// The number that the office's own rule gives to the next case.
    pub next_number: Option<&'a str>,
    pub chance: &'a dyn Chance,
}

impl Context<'_> {
    /// Today, by the desk's calendar.
    #[must_use]
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// A name for something made inside a stream.
    #[must_use]
    pub fn label(&self) -> Label {
        let mut bytes = [0; 8];
        self.chance.fill(&mut bytes);
        Label(bytes)
    }

    /// A new stream.
    #[must_use]
    pub fn stream(&self, kind: StreamKind) -> StreamId {
        let mut bytes = [0; 16];
        self.chance.fill(&mut bytes);
        StreamId::new(kind, bytes)
    }
}

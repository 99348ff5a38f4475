//! The desk that a ledger's rows are taken in at: the page's own engine over memory, made for one file.

use std::future::Future;
use std::path::Path;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use time::{Duration, OffsetDateTime};

use langqiao::domain::context::Chance;
use langqiao::engine::export::Sink;
use langqiao::engine::ledger::{LedgerText, NO_HEADER, NO_ROWS, TOO_LARGE, WORKBOOK};
use langqiao::engine::protocol::{
    ExportScope, LedgerChoices, LedgerPreview, NewDesk, Trouble, WorkspaceKind,
};
use langqiao::engine::run::{Engine, Machine};
use langqiao::exchange::bundle::Level;
use langqiao::law::day::{Day, Moment};
use langqiao::law::divisions::Adcode;
use langqiao::law::organisation::OrganisationKind;
use langqiao::locale::{Language, trouble as words};
use langqiao::store::memory::Memory;

use super::progress::Progress;
use crate::output::Output;
use crate::places::towns;
use crate::{Stop, say};

/// This machine: its clock in China, its own source of chance, and who looks on.
struct Native(Rc<Progress>);

impl Chance for Native {
    fn fill(&self, bytes: &mut [u8]) {
        if getrandom::fill(bytes).is_err() {
            // Keys and names of streams hang on it: better none than ones that can be guessed.
            std::process::abort();
        }
    }
}

impl Machine for Native {
    fn now(&self) -> Moment {
        let now = OffsetDateTime::now_utc() + Duration::hours(8);
        let day = Day::new(now.year(), u8::from(now.month()), now.day()).unwrap_or(Day::MIN);
        day.at(now.hour(), now.minute()).unwrap_or(Moment::MIN)
    }
    fn changed(&self) {}
    fn progress(&self, done: u64, of: u64) {
        self.0.say(done, of);
    }
    fn pin_digest(&self, _: &str, _: &str) -> String {
        // A desk without people has no lock.
        String::new()
    }
    fn stopped(&self) -> bool {
        false
    }
}

struct Out(Output, Result<(), Stop>);

impl Sink for Out {
    fn piece(&mut self, bytes: Vec<u8>) {
        if self.1.is_ok() {
            self.1 = self.0.write(&bytes);
        }
    }
}

/// A desk made for one file.
pub struct Desk {
    engine: Engine<Memory, Native>,
    progress: Rc<Progress>,
    file: LedgerText,
    choices: LedgerChoices,
    /// The file's name without its folder: entries name the file, not where it lay.
    name: String,
}

impl Desk {
    /// Sets the desk up for a file.
    pub fn of(
        name: &str,
        text: String,
        county: Adcode,
        choices: LedgerChoices,
        language: Language,
    ) -> Result<Self, Stop> {
        let place = county.county().map_or("", |county| county.zh);
        let new = NewDesk {
            county,
            town: None,
            organisation: format!("{place}（台账转入）"),
            kind: OrganisationKind::BureauDistrict,
            abbreviation: String::new(),
            name: String::from("台账转入"),
        };
        let progress = Rc::new(Progress::of(name, language));
        let machine = Native(progress.clone());
        let worked = now(async {
            let mut engine = Engine::open(Memory::default(), machine, WorkspaceKind::Desk).await?;
            engine.set_up(new).await?;
            Ok(engine)
        });
        Ok(Self {
            engine: worked.map_err(|trouble| stop(language, name, &trouble))?,
            progress,
            file: LedgerText {
                text,
                encoding: String::new(),
                towns: towns(language)?,
            },
            choices,
            name: name.to_owned(),
        })
    }

    /// What the page would show before anything is taken in: rows that cannot be read or that the rules refuse,
    /// and what is odd about the file.
    pub fn preview(&mut self, language: Language) -> Result<LedgerPreview, Stop> {
        let reading = self
            .engine
            .read_ledger(&self.name, &self.file, &self.choices);
        let read = now(reading);
        self.progress.clear();
        read.map_err(|trouble| stop(language, &self.name, &trouble))
    }

    /// Takes the rows in as the page would and writes their cases as a bundle; gives how many entries.
    pub fn write(mut self, out: &Path, language: Language) -> Result<u64, Stop> {
        let mut sink = Out(Output::open(Some(out), language)?, Ok(()));
        self.progress.now(say::writing);
        let worked = now(async {
            self.engine
                .take_ledger(&self.name, &self.file, &self.choices, &[])
                .await?;
            let all = ExportScope::Everything;
            let exported = self
                .engine
                .export(&all, Level::Full, "ledger", &mut sink)
                .await?;
            Ok(exported.entries)
        });
        self.progress.clear();
        let entries = worked.map_err(|trouble| stop(language, &self.name, &trouble))?;
        sink.1?;
        sink.0.finish()?;
        Ok(entries)
    }
}

/// A trouble in the words that the page has for it. Over memory, and with nobody else about, all but the first are
/// faults of this program.
pub fn stop(language: Language, name: &str, trouble: &Trouble) -> Stop {
    Stop::Bad(match trouble {
        Trouble::BadLedger(code) => {
            let why = match code.as_str() {
                WORKBOOK => words::bad_ledger_workbook,
                NO_HEADER => words::bad_ledger_header,
                NO_ROWS => words::bad_ledger_empty,
                TOO_LARGE => words::bad_ledger_large,
                _ => words::bad_ledger,
            };
            say::about_file(language, name, why(language))
        }
        trouble => say::no_cases(language, name, &format!("{trouble:?}")),
    })
}

/// A workspace in memory answers at once.
fn now<T>(future: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => Err(Trouble::Store(String::from("memory waits"))),
    }
}

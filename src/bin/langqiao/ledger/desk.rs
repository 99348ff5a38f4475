//! The desk that a ledger's rows are taken in at: the page's own engine over memory, made for one file.

use std::future::Future;
use std::path::Path;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use time::{Duration, OffsetDateTime};

use langqiao::domain::context::Chance;
use langqiao::engine::export::Sink;
use langqiao::engine::ledger::LedgerText;
use langqiao::engine::protocol::{
    ExportScope, LedgerChoices, NewDesk, ProgressUnit, Trouble, WorkspaceKind,
};
use langqiao::engine::run::{Engine, Machine};
use langqiao::exchange::bundle::Level;
use langqiao::law::day::{Day, Moment};
use langqiao::law::divisions::Adcode;
use langqiao::law::organisation::OrganisationKind;
use langqiao::locale::Language;
use langqiao::store::memory::Memory;

use crate::output::Output;
use crate::{Stop, say};

/// This machine: its clock in China, and its own source of chance.
struct Native;

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
    fn progress(&self, _: u64, _: u64, _: ProgressUnit) {}
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

/// Writes a ledger's cases as a bundle, as the page would take them in; gives the sentences to say: how
/// much was written, and which rows were not.
pub fn write(
    name: &str,
    text: String,
    county: Adcode,
    year: Option<i32>,
    out: &Path,
    language: Language,
) -> Result<Vec<String>, Stop> {
    let place = county.county().map_or("", |county| county.zh);
    let new = NewDesk {
        county,
        town: None,
        organisation: format!("{place}（台账转入）"),
        kind: OrganisationKind::BureauDistrict,
        abbreviation: String::new(),
        name: String::from("台账转入"),
    };
    let file = LedgerText {
        text,
        encoding: String::new(),
    };
    let choices = LedgerChoices {
        year,
        ..LedgerChoices::default()
    };
    let mut sink = Out(Output::open(Some(out), language)?, Ok(()));
    let worked: Result<_, Trouble> = now(async {
        let mut engine = Engine::open(Memory::default(), Native, WorkspaceKind::Desk).await?;
        engine.set_up(new).await?;
        let preview = engine.read_ledger(name, &file, &choices).await?;
        engine.take_ledger(name, &file, &choices, &[]).await?;
        let exported = engine
            .export(&ExportScope::Everything, Level::Full, "ledger", &mut sink)
            .await?;
        Ok((preview.refused, exported.entries))
    });
    let (refused, entries) = worked
        .map_err(|trouble| Stop::Bad(say::no_cases(language, name, &format!("{trouble:?}"))))?;
    sink.1?;
    sink.0.finish()?;
    let mut sentences = vec![say::written(language, entries)];
    sentences.extend(refused.into_iter().map(|row| match language {
        Language::Chinese => row.zh,
        Language::English => row.en,
    }));
    Ok(sentences)
}

/// A workspace in memory answers at once.
fn now<T>(future: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => Err(Trouble::Store(String::from("memory waits"))),
    }
}

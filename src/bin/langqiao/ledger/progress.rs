//! How far a long reading is, on a terminal: one line that is written over, and gone when there is more to say.

use std::cell::Cell;
use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

use langqiao::locale::Language;

use crate::say;

/// Shorter work needs no words.
const SOON: Duration = Duration::from_millis(500);
/// So long a line stands at least.
const STANDS: Duration = Duration::from_millis(100);

/// How it is said of a file, so many in a hundred.
pub type Words = fn(Language, &str, u64) -> String;

/// One line on stderr, where that is a terminal: a file of messages wants none.
pub struct Progress {
    name: String,
    language: Language,
    words: Cell<Words>,
    terminal: bool,
    begun: Instant,
    written: Cell<Option<Instant>>,
}

impl Progress {
    /// Begins the clock for a file.
    pub fn of(name: &str, language: Language) -> Self {
        Self {
            name: name.to_owned(),
            language,
            words: Cell::new(say::reading),
            terminal: stderr().is_terminal(),
            begun: Instant::now(),
            written: Cell::new(None),
        }
    }

    /// From here on it is this that goes on.
    pub fn now(&self, words: Words) {
        self.words.set(words);
    }

    /// So much is done.
    pub fn say(&self, done: u64, of: u64) {
        let now = Instant::now();
        let is_due = match self.written.get() {
            None => now.duration_since(self.begun) >= SOON,
            Some(last) => now.duration_since(last) >= STANDS,
        };
        if self.terminal && is_due {
            let percent = done.min(of).saturating_mul(100) / of.max(1);
            let line = self.words.get()(self.language, &self.name, percent);
            // Where nobody listens, nothing is lost.
            let _ = write!(stderr(), "\r{ERASE}langqiao: {line}");
            self.written.set(Some(now));
        }
    }

    /// Takes the line away, so that what is said next stands alone.
    pub fn clear(&self) {
        if self.written.take().is_some() {
            let _ = write!(stderr(), "\r{ERASE}");
        }
    }
}

/// Empties a terminal's line from here on.
const ERASE: &str = "\x1b[K";

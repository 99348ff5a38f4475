//! Numbers that more than one case bears: likely one dispute that two desks took in, and that counts twice.

use std::collections::BTreeMap;

use langqiao::domain::case::Case;
use langqiao::domain::id::StreamKind;
use langqiao::locale::Language;
use langqiao::record::Record;

use crate::output::message;
use crate::say;

/// The first numbers of so many cases, with a sign where there are more.
pub fn first<'a>(
    language: Language,
    numbers: impl Iterator<Item = &'a str>,
    count: usize,
) -> String {
    const NAMED: usize = 5;
    let named: Vec<&str> = numbers.take(NAMED).collect();
    let mut named = named.join(language.of(("、", "; ")));
    if count > NAMED {
        named.push('…');
    }
    named
}

/// How many cases bear each number.
#[derive(Default)]
pub struct Numbers(BTreeMap<String, usize>);

impl Numbers {
    pub fn of(record: &Record) -> Self {
        let mut numbers = Self::default();
        for stream in record.streams() {
            if stream.kind == StreamKind::CASE {
                numbers.add(&record.chronicle(stream).case());
            }
        }
        numbers
    }

    /// One that was voided keeps its number and counts nowhere: it may be the double of another.
    pub fn add(&mut self, case: &Case) {
        if let Some(number) = case.number.get().filter(|_| case.counts()) {
            *self.0.entry(number.clone()).or_default() += 1;
        }
    }

    /// Those that were given twice.
    pub fn twice(&self) -> impl Iterator<Item = &str> {
        let twice = self.0.iter().filter(|(_, cases)| **cases > 1);
        twice.map(|(number, _)| number.as_str())
    }

    /// Says how many there are and names the first.
    pub fn say(&self, language: Language) {
        let count = self.twice().count();
        if count == 0 {
            return;
        }
        let named = first(language, self.twice(), count);
        message(&say::numbers_twice(language, count, &named));
    }
}

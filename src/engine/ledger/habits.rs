//! What was chosen for ledgers that were taken in, and is true of the desk's next one: nobody is asked the same thing
//! every month. Kept in the desk's record; a ledger that says it itself is read as it says, and what is taken in is read
//! by the habits that it was shown by.

use serde::{Deserialize, Serialize};

use crate::exchange::ledger::{Column, KnownHeaders, Options, Unit};

use super::super::protocol::LedgerChoices;
use super::weigh::Weighed;

/// So many headers are remembered, those of the latest ledgers.
const MOST: usize = 8;
/// A longer header, in bytes, is no office's: it is read at every act.
const LONGEST: usize = 8 << 10;

/// How this desk's ledgers are read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LedgerHabits {
    /// Code of the form of agreements of which a ledger doesn't say any.
    pub unsaid_form: Option<String>,
    /// What sums count of which nobody says the unit.
    pub unsaid_unit: Option<Unit>,
    /// Headers of ledgers, the latest first.
    pub headers: Vec<Header>,
}

/// A header of which somebody chose what columns are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Header {
    pub texts: Vec<String>,
    /// Of the columns that were chosen, by their places, the codes of their meanings.
    pub columns: Vec<(usize, String)>,
}

impl LedgerHabits {
    /// How a ledger is read by these choices, and by habit where there is none.
    #[must_use]
    pub fn options(&self, choices: &LedgerChoices) -> Options {
        let known = self.headers.iter().map(|header| {
            let columns = header.columns.iter();
            KnownHeaders {
                headers: header.texts.clone(),
                columns: columns
                    .map(|(place, code)| (*place, Column::from_code(code)))
                    .collect(),
            }
        });
        Options {
            year: choices.year,
            unsaid_unit: choices.unsaid_unit.or(self.unsaid_unit).unwrap_or_default(),
            remembered: known.collect(),
            ..Options::default()
        }
    }

    /// After a ledger was taken in: what it left to be chosen stays chosen.
    pub(super) fn learn(&mut self, weighed: &Weighed) {
        if !weighed.formless.is_empty() {
            self.unsaid_form = Some(weighed.unsaid_form.code().to_owned());
        }
        if !weighed.reading.unitless.is_empty() {
            self.unsaid_unit = Some(weighed.unsaid_unit);
        }
        let texts = weighed.layout.headers();
        self.headers.retain(|known| known.texts != texts);
        let chosen = weighed.layout.chosen().into_iter();
        let columns: Vec<_> = chosen
            .map(|(place, column)| (place, column.code().to_owned()))
            .collect();
        let length: usize = texts.iter().map(String::len).sum();
        if !columns.is_empty() && length <= LONGEST {
            self.headers.insert(0, Header { texts, columns });
            self.headers.truncate(MOST);
        }
    }
}

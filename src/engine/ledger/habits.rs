//! What was chosen for ledgers that were taken in, and is true of the desk's next one: nobody is asked the same thing
//! every month. Kept in the desk's record; a ledger that says it itself is read as it says, and what is taken in is read
//! by the habits that it was shown by.

use serde::{Deserialize, Serialize};

use crate::exchange::ledger::{KnownHeaders, Options, Unit};

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
    pub headers: Vec<KnownHeaders>,
}

impl LedgerHabits {
    /// How a ledger is read by these choices, and by habit where there is none.
    #[must_use]
    pub fn options(&self, choices: &LedgerChoices) -> Options {
        Options {
            year: choices.year,
            unsaid_unit: choices.unsaid_unit.or(self.unsaid_unit).unwrap_or_default(),
            remembered: self.headers.clone(),
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
        let headers = weighed.layout.headers();
        self.headers.retain(|known| known.headers != headers);
        let columns = weighed.layout.chosen();
        let length: usize = headers.iter().map(String::len).sum();
        if !columns.is_empty() && length <= LONGEST {
            self.headers.insert(0, KnownHeaders { headers, columns });
            self.headers.truncate(MOST);
        }
    }
}

//! What was chosen for ledgers that were taken in, and is true of the desk's next one: nobody is asked the same thing
//! every month. Kept in the desk's record; a ledger that says it itself is read as it says, and what is taken in is read
//! by the habits that it was shown by.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::exchange::ledger::{Column, Options, Unit};

use super::super::protocol::LedgerChoices;
use super::weigh::Weighed;

/// How this desk's ledgers are read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LedgerHabits {
    /// Code of the form of agreements of which a ledger doesn't say any.
    pub unsaid_form: Option<String>,
    /// What sums count of which nobody says the unit.
    pub unsaid_unit: Option<Unit>,
    /// Header of a column → code of its meaning.
    pub columns: BTreeMap<String, String>,
}

impl LedgerHabits {
    /// How a ledger is read by these choices, and by habit where there is none.
    #[must_use]
    pub fn options(&self, choices: &LedgerChoices) -> Options {
        let columns = self.columns.iter();
        Options {
            year: choices.year,
            unsaid_unit: choices.unsaid_unit.or(self.unsaid_unit).unwrap_or_default(),
            remembered: columns
                .map(|(header, code)| (header.clone(), Column::from_code(code)))
                .collect(),
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
        // A choice that was overruled since is none any more.
        for mapped in &weighed.layout.columns {
            self.columns.remove(&mapped.header);
        }
        let chosen = weighed.layout.chosen().into_iter();
        self.columns
            .extend(chosen.map(|(header, column)| (header, column.code().to_owned())));
    }
}

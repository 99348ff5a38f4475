//! What is asked for a ledger: [`Spreadsheet`] tells the rest.

use crate::{
    engine::protocol::{LedgerChoices, LedgerPreview, LedgerTaken, ask},
    ui::pages::spreadsheet::{self, Spreadsheet},
};

#[derive(Clone, Copy)]
pub(super) struct Sheet;

pub(super) type At = spreadsheet::At<Sheet>;

impl Spreadsheet for Sheet {
    type Choices = LedgerChoices;
    type Preview = LedgerPreview;
    type Taken = LedgerTaken;
    type Read = ask::ReadLedger;
    type Take = ask::TakeLedger;

    fn read(name: String, choices: LedgerChoices) -> ask::ReadLedger {
        ask::ReadLedger { name, choices }
    }

    fn take(
        name: String,
        choices: LedgerChoices,
        corrections: Vec<u32>,
        seen: Option<&LedgerPreview>,
    ) -> ask::TakeLedger {
        let choices = LedgerChoices {
            habits: seen.map(|preview| preview.habits.clone()),
            ..choices
        };
        ask::TakeLedger {
            name,
            choices,
            corrections,
        }
    }

    fn correctable(preview: &LedgerPreview) -> Vec<u32> {
        let can = preview.corrections.iter().filter(|c| c.refused.is_none());
        can.map(|correction| correction.row).collect()
    }
}

//! What is asked for a directory: [`Spreadsheet`] tells the rest.

use crate::{
    engine::{
        directory::{DirectoryChoices, DirectoryPreview, DirectoryTaken},
        protocol::ask,
    },
    ui::pages::spreadsheet::{self, Spreadsheet},
};

#[derive(Clone, Copy)]
pub(super) struct Sheet;

pub(super) type At = spreadsheet::At<Sheet>;

impl Spreadsheet for Sheet {
    type Choices = DirectoryChoices;
    type Preview = DirectoryPreview;
    type Taken = DirectoryTaken;
    type Read = ask::ReadDirectory;
    type Take = ask::TakeDirectory;

    fn read(name: String, choices: DirectoryChoices) -> ask::ReadDirectory {
        ask::ReadDirectory { name, choices }
    }

    fn take(
        name: String,
        choices: DirectoryChoices,
        corrections: Vec<u32>,
        _: Option<&DirectoryPreview>,
    ) -> ask::TakeDirectory {
        ask::TakeDirectory {
            name,
            choices,
            corrections,
        }
    }

    fn correctable(preview: &DirectoryPreview) -> Vec<u32> {
        let can = preview.changes.iter().filter(|c| c.refused.is_none());
        can.map(|change| change.row).collect()
    }
}

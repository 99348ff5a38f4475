//! Questions that are asked now and then: people, settings, bundles, backups, ledgers. They come in a volume
//! (`volume`).

use web_sys::Blob;

use crate::law::divisions::{Villages, parse_towns, parse_villages};

use super::super::directory::DirectoryChoices;
use super::super::ledger::LedgerText;
use super::super::machine::{self, BlobSink, Browser};
use super::super::protocol::{Question, Trouble, ask};
use super::super::reading::{Reads, Shares, file::is_zipped};
use super::Open;
use super::asked::{Asked, Said, unreadable};
use super::fetched::{TOWNS, fetched};

/// Answers, with the file that an export makes.
pub(super) async fn answer(engine: &mut Open, mut asked: Asked) -> Said {
    let file = asked.file.take();
    match asked.question {
        Question::Export => {
            let mut sink = BlobSink::default();
            let export = async |ask: ask::Export| {
                engine
                    .export(&ask.scope, ask.level, &ask.purpose, &mut sink)
                    .await
            };
            let text = asked.answer(export).await;
            (text, sink.finish())
        }
        Question::BackUp => {
            let mut sink = BlobSink::default();
            let back_up = async |_: ask::BackUp| engine.back_up(&mut sink).await;
            let text = asked.answer(back_up).await;
            (text, sink.finish())
        }
        Question::Expect
        | Question::Read
        | Question::Take
        | Question::TakeBack
        | Question::Leave
        | Question::Restore
        | Question::ReadLedger
        | Question::TakeLedger
        | Question::ReadDirectory
        | Question::TakeDirectory => taken_in(engine, &asked, file).await,
        _ => office(engine, &asked).await,
    }
}

async fn office(engine: &mut Open, asked: &Asked) -> Said {
    let text = match asked.question {
        Question::WhatIsWanting => asked.answer_now(|_: ask::WhatIsWanting| engine.wanting()),
        Question::Digests => {
            let digests = async |_: ask::Digests| {
                let digests = engine.digests().await?;
                Ok((digests.entries, digests.opened))
            };
            asked.answer(digests).await
        }
        Question::Enrol => {
            let enrol = async |ask: ask::Enrol| {
                engine.enrol(&ask.name).await?;
                engine.about().await
            };
            asked.answer(enrol).await
        }
        Question::ActAs => {
            let act_as = async |ask: ask::ActAs| {
                engine.act_as(ask.mediator).await?;
                engine.about().await
            };
            asked.answer(act_as).await
        }
        Question::Set => {
            let set = async |ask: ask::Set| {
                engine.set(ask.setting).await?;
                engine.about().await
            };
            asked.answer(set).await
        }
        Question::Unlock => asked.answer_now(|ask: ask::Unlock| engine.unlock(&ask.pin)),
        Question::PlanExport => {
            let plan = async |ask: ask::PlanExport| engine.plan_export(&ask.scope).await;
            asked.answer(plan).await
        }
        Question::BackedUp => {
            let backed_up = async |_: ask::BackedUp| {
                engine.backed_up().await?;
                engine.about().await
            };
            asked.answer(backed_up).await
        }
        _ => return unreadable("not the office's"),
    };
    (text, None)
}

async fn taken_in(engine: &mut Open, asked: &Asked, file: Option<Blob>) -> Said {
    let text = match asked.question {
        Question::Expect => asked.answer_now(|_: ask::Expect| engine.machine.expect_file()),
        Question::Read => {
            let read = async |ask: ask::Read| {
                let reading = reading(file, &engine.machine).await?;
                engine.read_bundle(&ask.name, reading).await
            };
            asked.answer(read).await
        }
        Question::Take => {
            let take = async |ask: ask::Take| engine.take_staged(ask.erase).await;
            asked.answer(take).await
        }
        Question::TakeBack => {
            let take_back = async |_: ask::TakeBack| engine.take_back().await;
            asked.answer(take_back).await
        }
        Question::Leave => {
            let leave = async |_: ask::Leave| {
                engine.machine.expect_none();
                engine.leave().await
            };
            asked.answer(leave).await
        }
        Question::Restore => {
            let restore = async |ask: ask::Restore| {
                let reading = reading(file, &engine.machine).await?;
                engine.restore(&ask.name, reading).await?;
                engine.about().await
            };
            asked.answer(restore).await
        }
        Question::ReadLedger => {
            let read = async |ask: ask::ReadLedger| {
                let file = ledger_text(file).await?;
                engine.read_ledger(&ask.name, &file, &ask.choices).await
            };
            asked.answer(read).await
        }
        Question::TakeLedger => {
            let take = async |ask: ask::TakeLedger| {
                let file = ledger_text(file).await?;
                engine
                    .take_ledger(&ask.name, &file, &ask.choices, &ask.corrections)
                    .await
            };
            asked.answer(take).await
        }
        Question::ReadDirectory => {
            let read = async |ask: ask::ReadDirectory| {
                let file = ledger_text(file).await?;
                let villages = villages(engine, &ask.name, &file, &ask.choices).await?;
                engine
                    .read_directory(&ask.name, &file, &villages, &ask.choices)
                    .await
            };
            asked.answer(read).await
        }
        Question::TakeDirectory => {
            let take = async |ask: ask::TakeDirectory| {
                let file = ledger_text(file).await?;
                let villages = villages(engine, &ask.name, &file, &ask.choices).await?;
                engine
                    .take_directory(&ask.name, &file, &villages, &ask.choices, &ask.corrections)
                    .await
            };
            asked.answer(take).await
        }
        _ => return unreadable("not a file's"),
    };
    (text, None)
}

/// Reads a bundle's file, in as many shares as the machine has hands.
async fn reading(file: Option<Blob>, machine: &Browser) -> Result<impl Reads + use<>, Trouble> {
    let file = file.ok_or_else(no_file)?;
    let length = if is_zipped(&file).await? {
        0
    } else {
        file.size() as u64
    };
    let machine = machine.clone();
    Ok(Shares::of_file(length, machine.hands(), move |share| {
        machine.reader(file.clone(), share)
    }))
}

async fn ledger_text(file: Option<Blob>) -> Result<LedgerText, Trouble> {
    let mut text = machine::text_of(&file.ok_or_else(no_file)?).await?;
    // Without them the cases would stand in no township, for good.
    let broken = |problem| Trouble::Store(format!("{TOWNS}: {problem:?}"));
    text.towns = parse_towns(&fetched(TOWNS).await?).map_err(broken)?;
    Ok(text)
}

/// The villages of the counties that a directory names.
async fn villages(
    engine: &Open,
    name: &str,
    file: &LedgerText,
    choices: &DirectoryChoices,
) -> Result<Villages, Trouble> {
    let mut all = Villages::new();
    for county in engine.counties_of_directory(name, file, choices)? {
        let path = format!("./places/villages/{}.txt", county.number());
        let broken = |problem| Trouble::Store(format!("{path}: {problem:?}"));
        all.extend(parse_villages(county, &fetched(&path).await?).map_err(broken)?);
    }
    Ok(all)
}

fn no_file() -> Trouble {
    Trouble::Store(String::from("no file came with the question"))
}

//! Where each question is answered: here what the register needs, the rest in the volume that holds it.

use super::super::protocol::{Question, Trouble, ask};
use super::asked::{Asked, Said, say};
use super::{Open, volume};
use crate::views::query::Query;

pub(super) async fn answer(engine: &mut Open, asked: Asked) -> Said {
    let first_will_do = matches!(
        asked.question,
        Question::Status | Question::Register | Question::Unlock
    );
    if !first_will_do && let Err(trouble) = read_rows(engine).await {
        return (say::<ask::Leave>(&Err(trouble)), None);
    }
    let volume = match asked.question {
        Question::Act
        | Question::Case
        | Question::NextNumber
        | Question::Draft
        | Question::KeepDraft => volume::case().await,
        Question::Figures
        | Question::Published
        | Question::Map
        | Question::Network
        | Question::Entry
        | Question::Tell => volume::figures().await,
        Question::WhatIsWanting
        | Question::Digests
        | Question::Enrol
        | Question::ActAs
        | Question::Set
        | Question::Unlock
        | Question::PlanExport
        | Question::Export
        | Question::BackUp
        | Question::BackedUp
        | Question::Expect
        | Question::Read
        | Question::Take
        | Question::TakeBack
        | Question::Leave
        | Question::Restore
        | Question::ReadLedger
        | Question::ReadDirectory
        | Question::TakeDirectory
        | Question::TakeLedger => volume::office().await,
        Question::Workspaces
        | Question::Open
        | Question::Clear
        | Question::SetUp
        | Question::Status
        | Question::Register
        | Question::Counts
        | Question::Today => return (here(engine, &asked).await, None),
    };
    match volume {
        Ok(volume) => volume(engine, asked).await,
        Err(trouble) => (say::<ask::Leave>(&Err(trouble)), None),
    }
}

async fn here(engine: &mut Open, asked: &Asked) -> String {
    let today = engine.today();
    match asked.question {
        Question::SetUp => {
            asked
                .answer(async |ask: ask::SetUp| {
                    engine.set_up(ask.desk).await?;
                    engine.about().await
                })
                .await
        }
        Question::Status => {
            asked
                .answer(async |_: ask::Status| engine.about().await)
                .await
        }
        Question::Register => {
            asked
                .answer(async |ask: ask::Register| {
                    let (search, from, count) = (&ask.search, ask.from, ask.count);
                    if let Some(page) = engine.first_page(&ask.query, search, from, count) {
                        return Ok(page);
                    }
                    read_rows(engine).await?;
                    let query = sought(engine, &ask.query, search).await?;
                    Ok(engine.cases.page(&query, search, from, count, today))
                })
                .await
        }
        Question::Counts => {
            asked
                .answer(async |ask: ask::Counts| {
                    let query = sought(engine, &ask.query, &ask.search).await?;
                    Ok(engine.cases.counts(&query, &ask.search, today))
                })
                .await
        }
        Question::Today => {
            asked
                .answer(async |_: ask::Today| engine.agenda().await)
                .await
        }
        // The worker itself knows the workspaces; it doesn't hand these on.
        _ => say::<ask::Leave>(&Err(Trouble::NoDesk)),
    }
}

/// Reads what opening left of a long register.
async fn read_rows(engine: &mut Open) -> Result<(), Trouble> {
    if engine.has_rows_to_read() {
        (volume::record().await?.read_rows)(engine).await?;
    }
    Ok(())
}

/// A query as the cases are to be asked. What they are found by is read after the first list, or here, when
/// something is searched before that.
async fn sought(engine: &mut Open, query: &Query, search: &str) -> Result<Query, Trouble> {
    if !search.is_empty() && engine.has_to_read() {
        (volume::record().await?.read_found)(engine).await?;
    }
    Ok(engine.network.narrowed(query))
}

//! Questions that are asked now and then: setting up, people, settings, bundles, backups, ledgers. They
//! come in a volume of their own (`volume`).

use web_sys::Blob;

use super::super::ledger::LedgerText;
use super::super::machine::{self, BlobSink, BlobSource};
use super::super::protocol::{Reply, Request, Trouble};
use super::{Answer, Open};

/// Answers, with the file that an export makes.
pub(super) async fn answer(engine: &mut Open, request: Request, file: Option<Blob>) -> Answer {
    let mut sink = BlobSink::default();
    let reply = reply(engine, request, file, &mut sink).await;
    let exported = matches!(reply, Ok(Reply::Export(_) | Reply::BackUp(_)));
    (reply, if exported { sink.finish() } else { None })
}

async fn source(file: Option<Blob>) -> Result<BlobSource, Trouble> {
    let file =
        file.ok_or_else(|| Trouble::Store(String::from("no file came with the question")))?;
    BlobSource::open(&file).await.map_err(Trouble::Store)
}

async fn ledger_text(file: Option<Blob>) -> Result<LedgerText, Trouble> {
    let file =
        file.ok_or_else(|| Trouble::Store(String::from("no file came with the question")))?;
    machine::text_of(&file).await
}

async fn reply(
    engine: &mut Open,
    request: Request,
    file: Option<Blob>,
    sink: &mut BlobSink,
) -> Result<Reply, Trouble> {
    Ok(match request {
        Request::SetUp(ask) => {
            engine.set_up(ask.desk).await?;
            Reply::SetUp(engine.about().await?)
        }
        Request::Digests(_) => {
            Reply::Digests(engine.digests().await.map(|d| (d.entries, d.opened))?)
        }
        Request::Enrol(ask) => {
            engine.enrol(&ask.name).await?;
            Reply::Enrol(engine.about().await?)
        }
        Request::ActAs(ask) => {
            engine.act_as(ask.mediator).await?;
            Reply::ActAs(engine.about().await?)
        }
        Request::Set(ask) => {
            engine.set(ask.setting).await?;
            Reply::Set(engine.about().await?)
        }
        Request::PlanExport(ask) => {
            Reply::PlanExport(engine.plan_export(&ask.scope, ask.level).await?)
        }
        Request::Export(ask) => Reply::Export(
            engine
                .export(&ask.scope, ask.level, &ask.purpose, sink)
                .await?,
        ),
        Request::BackUp(_) => Reply::BackUp(engine.back_up(sink).await?),
        Request::BackedUp(_) => {
            engine.backed_up().await?;
            Reply::BackedUp(engine.about().await?)
        }
        Request::Read(ask) => {
            Reply::Read(engine.read_bundle(&ask.name, source(file).await?).await?)
        }
        Request::Take(ask) => Reply::Take(engine.take_staged(ask.erase).await?),
        Request::Leave(_) => Reply::Leave(engine.leave().await?),
        Request::Restore(ask) => {
            engine.restore(&ask.name, source(file).await?).await?;
            Reply::Restore(engine.about().await?)
        }
        Request::ReadLedger(ask) => {
            let file = ledger_text(file).await?;
            Reply::ReadLedger(engine.read_ledger(&ask.name, &file, &ask.choices).await?)
        }
        Request::TakeLedger(ask) => {
            let file = ledger_text(file).await?;
            Reply::TakeLedger(
                engine
                    .take_ledger(&ask.name, &file, &ask.choices, &ask.corrections)
                    .await?,
            )
        }
        _ => return Err(Trouble::Store(String::from("answered elsewhere"))),
    })
}

//! The demonstration region, told when its workspace is first opened. It comes in a volume (`volume`).

use super::super::protocol::Trouble;
use super::super::reading::beside::Beside;
use super::super::reading::{Share, Shares};
use super::Open;
use super::fetched::{TOWNS, fetched};

/// Those who tell it.
pub(super) type Tellers = Shares<Beside, fn(Share) -> Result<Beside, Trouble>>;

pub(super) async fn tell_the_region(engine: &mut Open, tellers: Tellers) -> Result<(), Trouble> {
    let scenario = fetched("./scenarios/demonstration.json").await?;
    let towns = fetched(TOWNS).await?;
    engine.demonstrate(scenario, towns, tellers).await
}

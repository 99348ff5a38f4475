//! One stream of the network with everything that its page shows: folded from its lines when it is opened, as a case is.

use crate::domain::id::StreamId;
use crate::domain::network::About;
use crate::record::Chronicle;
use crate::store::Store;
use crate::views::answers::NetworkPage;

use super::protocol::Trouble;
use super::run::{Engine, Machine};
use super::streams::read_all;

impl<S: Store, M: Machine> Engine<S, M> {
    /// An organisation, a person, a team, a micro-grid, an activity or an agreement; none where nothing of it lies here.
    pub async fn network_page(&mut self, id: StreamId) -> Result<Option<NetworkPage>, Trouble> {
        let texts = self.lines(&id).await?;
        if texts.is_empty() {
            return Ok(None);
        }
        let lines = read_all(&texts);
        let chronicle = Chronicle::tell(&lines);
        let damaged = self.damage.explains(id, &lines);
        Ok(Some(NetworkPage {
            id,
            heads: chronicle.heads.clone(),
            today: self.today(),
            about: About::told(id, chronicle.live()),
            timeline: self.timeline(&chronicle, damaged),
        }))
    }
}

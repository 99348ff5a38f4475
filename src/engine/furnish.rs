//! What a workspace has from the start: a sandbox an office to try things in.

use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;
use crate::store::Store;

use super::protocol::{NewDesk, Trouble, WorkspaceKind};
use super::run::{Engine, Machine};

impl<S: Store, M: Machine> Engine<S, M> {
    /// Furnishes a sandbox that is empty. A desk is set up by its people.
    pub async fn furnish(&mut self) -> Result<(), Trouble> {
        if self.desk.is_some() || self.kind != WorkspaceKind::Sandbox {
            return Ok(());
        }
        let Some(county) = Adcode::new(110_112) else {
            return Ok(());
        };
        let desk = NewDesk {
            county,
            town: Town::new(110_112_110),
            organisation: String::from("西集镇人民调解委员会"),
            kind: OrganisationKind::CommitteeTownship,
            abbreviation: String::from("通西"),
            name: String::from("赵淑敏"),
        };
        self.set_up(desk).await
    }
}

//! What a workspace has from the start: a sandbox an office to try things in, and three cases.

use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;
use crate::store::Store;
use crate::training::practice::{self, Hall};

use super::protocol::{NewDesk, Trouble, WorkspaceKind};
use super::run::{Engine, Machine};

impl<S: Store, M: Machine> Engine<S, M> {
    /// Furnishes a sandbox that has no desk. A desk of real cases is set up by its people.
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
        // Where only the desk was lost, what was tried in it is there.
        let is_new = self.is_empty();
        self.set_up(desk).await?;
        if is_new {
            self.practise().await?;
        }
        Ok(())
    }

    async fn practise(&mut self) -> Result<(), Trouble> {
        let Some(desk) = &self.desk else {
            return Ok(());
        };
        let hall = Hall {
            county: desk.county,
            town: desk.town,
            organisation: desk.organisation,
            mediator: desk.acting,
            today: self.today(),
        };
        for steps in practice::CASES {
            let mut id = None;
            for next in steps {
                let page = match id {
                    Some(id) => self.case_page(id).await?,
                    None => None,
                };
                let (case, seen) =
                    page.map_or_else(Default::default, |page| (page.case, page.heads));
                // A case that a newer rule refuses ends here; those after it are still told.
                match self.act(id, &seen, next(&hall, &case)).await? {
                    Ok(acted) => id = Some(acted.case),
                    Err(_) => break,
                }
            }
        }
        Ok(())
    }
}

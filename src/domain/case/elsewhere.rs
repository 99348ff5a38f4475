//! Whether a dispute reaches into another county: then the offices concerned are to work together [R 27], and the page
//! proposes it.

use crate::domain::id::Label;
use crate::domain::leaf::Identity;
use crate::law::borders;
use crate::law::divisions::{Adcode, named_in};

use super::course::{Step, leads};
use super::state::Case;

/// A party belongs to another county than the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    pub county: Adcode,
    pub party: Label,
    pub by: KnownBy,
}

/// Whereby it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownBy {
    /// The address names the county.
    Address,
    /// The ID number was given out in a county across the border: people move, so it is said as what it is.
    Number,
}

impl Case {
    /// The first party of another county, while another office can still be asked and none was, nor the case handed on.
    #[must_use]
    pub fn elsewhere(&self) -> Option<Elsewhere> {
        let can_join = leads(self.stage.as_ref()?, Step::Join).is_some();
        if !can_join || !self.joined.is_empty() || !self.transfers.is_empty() {
            return None;
        }
        let own = self.county?;
        self.parties.iter().find_map(|party| {
            let identity = party.identity.get()?.as_ref()?;
            let (county, by) = county_of(identity, own)?;
            Some(Elsewhere {
                county,
                party: party.label,
                by,
            })
        })
    }
}

fn county_of(identity: &Identity, own: Adcode) -> Option<(Adcode, KnownBy)> {
    if let Some(named) = identity.address.as_deref().and_then(named_in) {
        // Whoever says where they live has said it.
        return (named != own).then_some((named, KnownBy::Address));
    }
    let code = identity.id_number.as_deref()?.get(..6)?.parse().ok()?;
    let given = Adcode::new(code)?;
    let near = borders::neighbours(own).contains(&given);
    near.then_some((given, KnownBy::Number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(address: Option<&str>, id_number: Option<&str>) -> Option<(u32, KnownBy)> {
        let identity = Identity {
            address: address.map(str::to_owned),
            id_number: id_number.map(str::to_owned),
            ..Identity::default()
        };
        let own = Adcode::new(110_112).unwrap();
        county_of(&identity, own).map(|(county, by)| (county.number(), by))
    }

    #[test]
    fn an_address_tells_before_a_number_does() {
        let wuqing = "120114198803021240";
        assert_eq!(
            known(Some("天津市武清区河西务镇"), None),
            Some((120_114, KnownBy::Address))
        );
        // Born there, living here.
        assert_eq!(known(Some("北京市通州区西集镇"), Some(wuqing)), None);
        assert_eq!(
            known(Some("肖家林村12号"), Some(wuqing)),
            Some((120_114, KnownBy::Number))
        );
        // A number of a county that lies far off says little.
        assert_eq!(known(None, Some("130104198803021240")), None);
        assert_eq!(known(None, None), None);
    }
}

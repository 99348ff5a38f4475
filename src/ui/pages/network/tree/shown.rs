//! What the tree is given of the record: organisations, agreements that tie counties, and their names in a language. Pure.

use std::collections::BTreeSet;

use super::forest::{Forest, Key, Office};
use super::laid::arrange;
use super::ties::{Order, Tie, order};
use crate::domain::id::StreamId;
use crate::domain::network::Agreement;
use crate::law::divisions::Adcode;
use crate::locale::{Language, network::tree as say, places};
use crate::ui::pages::network::drawn::corridor_name;
use crate::views::answers::OrganisationLine;

/// The trees, arranged, with what ties them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    pub forest: Forest,
    pub order: Order,
    pub ties: Vec<Tie>,
}

/// The trees of the record.
#[must_use]
pub fn shown(
    language: Language,
    organisations: &[OrganisationLine],
    agreements: &[(StreamId, Agreement)],
) -> Shown {
    let working = organisations.iter().filter(|line| line.ended.is_none());
    let offices = working.map(|line| Office {
        id: line.id,
        kind: line.organisation.kind.clone(),
        name: language
            .name(
                &line.organisation.name,
                line.organisation.name_en.as_deref(),
            )
            .to_owned(),
        parent: line.organisation.parent,
        county: line.organisation.county,
        town: line.organisation.town,
    });
    let standing = agreements.iter();
    let standing = standing.filter(|(_, one)| one.signed.is_some() && one.ended.is_none());
    let ties: Vec<Tie> = standing
        .map(|(id, signed)| Tie {
            id: *id,
            name: corridor_name(language, signed),
            counties: signed.counties.clone(),
        })
        .collect();
    let tied: BTreeSet<Adcode> = ties.iter().flat_map(|tie| tie.counties.clone()).collect();
    let mut forest = Forest::of(offices.collect(), &tied, |key| match key {
        Key::Province(Some(province)) => places::province(language, province).to_owned(),
        Key::Province(None) => say::elsewhere(language).to_owned(),
        Key::County(county) => places::county(language, county),
        Key::Office(_) => String::new(),
    });
    let columns: Vec<BTreeSet<Adcode>> = forest
        .roots
        .iter()
        .map(|root| {
            let tied = tied.iter().filter(|county| {
                let node = forest.county(**county);
                node.is_some_and(|node| node == *root || forest.path(node).last() == Some(root))
            });
            tied.copied().collect()
        })
        .collect();
    let order = order(&columns, &ties);
    arrange(&mut forest, &order);
    Shown {
        forest,
        order,
        ties,
    }
}

/// The branches that are open at first: the provinces, and the way to our own county.
#[must_use]
pub fn open_at_first(forest: &Forest, own: Option<Adcode>) -> BTreeSet<Key> {
    let own = own.and_then(|county| forest.county(county));
    let way = own.into_iter().flat_map(|node| {
        let mut way = forest.path(node);
        way.push(node);
        way
    });
    let open = forest.roots.iter().copied().chain(way);
    open.map(|node| forest.nodes[node].key).collect()
}

#[cfg(test)]
mod tests {
    use super::super::rows::in_sight;
    use super::*;
    use crate::law::organisation::OrganisationKind::{CentreDistrict, JudicialOffice};
    use crate::ui::pages::network::drawn::tests::{county, organisation, sample};

    #[test]
    fn counties_of_an_agreement_stand_there_and_our_own_is_open() {
        let map = sample();
        let mut organisations = map.organisations.clone();
        organisations.push(organisation(110_112, JudicialOffice, 3));
        organisations.push(organisation(120_114, CentreDistrict, 4));
        let shown = shown(Language::Chinese, &organisations, &map.agreements);
        let open = open_at_first(&shown.forest, Some(county(110_112)));
        let rows = in_sight(&shown.forest, &open);
        let labels: Vec<&str> = rows
            .iter()
            .map(|row| shown.forest.nodes[row.node].label.as_str())
            .collect();
        assert_eq!(
            labels,
            [
                "北京市",
                "通州区",
                "机构3",
                "平谷区",
                "天津市",
                "武清区",
                "河北省",
                "广阳区",
            ]
        );
        assert_eq!(shown.ties[0].name, "通武廊");
        assert_eq!(shown.order.lines.len(), 4);
    }
}

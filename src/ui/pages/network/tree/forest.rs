//! The organisations as trees, one a province: bureau, judicial office, committee or centre, room. Where an organisation
//! says below which it is, there it stands; else below the judicial office of its township, the bureau of its county, or
//! its province. Total: a merge may bring parents that are not here, or that go in a circle. Pure.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::StreamId;
use crate::law::divisions::{Adcode, Province, Town};
use crate::law::organisation::OrganisationKind;

/// What the tree needs of an organisation.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    pub id: StreamId,
    pub kind: OrganisationKind,
    pub name: String,
    pub parent: Option<StreamId>,
    pub county: Adcode,
    pub town: Option<Town>,
}

/// What a branch is of, whatever stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A province of which no bureau is on record; none: elsewhere in the country.
    Province(Option<Province>),
    /// A county of which no bureau is on record.
    County(Adcode),
    Office(StreamId),
}

/// A branch.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub key: Key,
    pub label: String,
    /// Its place among the offices, if it is one.
    pub office: Option<usize>,
    /// The county that it stands for: its bureau, or its name alone.
    pub county: Option<Adcode>,
    pub above: Option<usize>,
    pub below: Vec<usize>,
    /// How many organisations hang below it, however deep.
    pub all: usize,
}

/// The trees, in the order of the provinces' codes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forest {
    pub offices: Vec<Office>,
    pub nodes: Vec<Node>,
    pub roots: Vec<usize>,
}

/// How high an organisation stands by its kind, 0 at the top.
#[must_use]
pub fn rank(kind: &OrganisationKind) -> u8 {
    use OrganisationKind as Kind;
    match kind {
        Kind::BureauProvince => 0,
        Kind::BureauDistrict => 1,
        Kind::CentreDistrict => 2,
        Kind::JudicialOffice => 3,
        Kind::CentreTownship
        | Kind::CommitteeTownship
        | Kind::CommitteeStreet
        | Kind::CommitteeIndustry
        | Kind::CommitteeJoint => 4,
        Kind::PoliceStation
        | Kind::CourtTribunal
        | Kind::PetitionOffice
        | Kind::IndustryAuthority => 5,
        Kind::CentreVillage
        | Kind::CommitteeVillage
        | Kind::CommitteeResidents
        | Kind::CommitteeEnterprise => 6,
        _ => 7,
    }
}

impl Forest {
    /// The trees of these organisations. `counties` have a branch though nothing is on record there: what is agreed with
    /// them is shown. `name` is what stands for a province or a county without a bureau.
    #[must_use]
    pub fn of(
        offices: Vec<Office>,
        counties: &BTreeSet<Adcode>,
        name: impl Fn(Key) -> String,
    ) -> Self {
        let tree = Planting::new(&offices, counties);
        let mut nodes: Vec<Node> = Vec::with_capacity(offices.len() + tree.places.len());
        let county_of: BTreeMap<usize, Adcode> = tree
            .bureaus
            .iter()
            .map(|(county, office)| (*office, *county))
            .collect();
        nodes.extend(offices.iter().enumerate().map(|(place, office)| Node {
            key: Key::Office(office.id),
            label: office.name.clone(),
            office: Some(place),
            county: county_of.get(&place).copied(),
            above: tree.above[place],
            below: Vec::new(),
            all: 0,
        }));
        nodes.extend(tree.places.iter().map(|(key, above)| Node {
            key: *key,
            label: name(*key),
            office: None,
            county: match key {
                Key::County(county) => Some(*county),
                Key::Province(_) | Key::Office(_) => None,
            },
            above: *above,
            below: Vec::new(),
            all: 0,
        }));
        let mut forest = Self {
            offices,
            nodes,
            roots: Vec::new(),
        };
        forest.grow();
        forest
    }

    /// Fills in what is below each branch, sorted, and how much.
    fn grow(&mut self) {
        let mut order: Vec<usize> = (0..self.nodes.len()).collect();
        order.sort_by_cached_key(|place| self.standing(*place));
        for place in &order {
            match self.nodes[*place].above {
                Some(above) => self.nodes[above].below.push(*place),
                None => self.roots.push(*place),
            }
        }
        let mut depths: Vec<(Reverse<usize>, usize)> = (0..self.nodes.len())
            .map(|place| (Reverse(self.path(place).len()), place))
            .collect();
        depths.sort_unstable();
        // From the leaves up.
        for (_, place) in depths {
            let node = &self.nodes[place];
            let own = node.all + usize::from(node.office.is_some());
            if let Some(above) = node.above {
                self.nodes[above].all += own;
            }
        }
    }

    /// By which branches beside each other are sorted.
    fn standing(&self, place: usize) -> (u32, u8, u32, Option<Town>, &str, Key) {
        let node = &self.nodes[place];
        match node.office.and_then(|office| self.offices.get(office)) {
            Some(office) => {
                let county = office.county.number();
                let rank = rank(&office.kind);
                // Provinces by their codes; within one, by what they are.
                let province = if node.above.is_none() {
                    county / 10_000
                } else {
                    0
                };
                (province, rank, county, office.town, &node.label, node.key)
            }
            None => {
                let (province, county) = match node.key {
                    Key::Province(Some(province)) => (province_code(province), 0),
                    Key::Province(None) => (u32::MAX, 0),
                    Key::County(county) => (0, county.number()),
                    Key::Office(_) => (0, 0),
                };
                (province, 1, county, None, &node.label, node.key)
            }
        }
    }

    /// The branches above one, the nearest first.
    #[must_use]
    pub fn path(&self, place: usize) -> Vec<usize> {
        let mut path = Vec::new();
        let mut here = self.nodes.get(place).and_then(|node| node.above);
        while let Some(above) = here {
            path.push(above);
            here = self.nodes[above].above;
        }
        path
    }

    /// Where a branch is.
    #[must_use]
    pub fn find(&self, key: Key) -> Option<usize> {
        self.nodes.iter().position(|node| node.key == key)
    }

    /// The branch that stands for a county.
    #[must_use]
    pub fn county(&self, county: Adcode) -> Option<usize> {
        self.nodes
            .iter()
            .position(|node| node.county == Some(county))
    }
}

fn province_code(province: Province) -> u32 {
    match province {
        Province::Beijing => 11,
        Province::Tianjin => 12,
        Province::Hebei => 13,
    }
}

/// Which stands below which, by places: the offices first, then those that stand for what has no bureau.
struct Planting {
    above: Vec<Option<usize>>,
    places: Vec<(Key, Option<usize>)>,
    /// The bureau that stands for each county.
    bureaus: BTreeMap<Adcode, usize>,
}

impl Planting {
    fn new(offices: &[Office], counties: &BTreeSet<Adcode>) -> Self {
        let by_id: BTreeMap<StreamId, usize> = offices
            .iter()
            .enumerate()
            .map(|(place, office)| (office.id, place))
            .collect();
        let first = |kind: OrganisationKind| {
            let mut of: Vec<&usize> = by_id.values().collect();
            of.retain(|place| offices[**place].kind == kind);
            of.into_iter().copied()
        };
        let mut heads: BTreeMap<Option<Province>, usize> = BTreeMap::new();
        for place in first(OrganisationKind::BureauProvince) {
            let province = offices[place].county.province();
            heads.entry(province).or_insert(place);
        }
        let mut planting = Self {
            above: offices
                .iter()
                .map(|office| by_id.get(office.parent.as_ref()?).copied())
                .collect(),
            places: Vec::new(),
            bureaus: BTreeMap::new(),
        };
        for place in first(OrganisationKind::BureauDistrict) {
            let county = offices[place].county;
            planting.bureaus.entry(county).or_insert(place);
        }
        let mut towns: BTreeMap<Town, usize> = BTreeMap::new();
        for place in first(OrganisationKind::JudicialOffice) {
            if let Some(town) = offices[place].town {
                towns.entry(town).or_insert(place);
            }
        }
        // What stands for a province is below nothing.
        for head in heads.values() {
            planting.above[*head] = None;
        }
        planting.cut_circles(offices);
        let rooted: BTreeSet<usize> = heads.values().copied().collect();
        let places = 0..offices.len();
        let loose: Vec<usize> = places
            .filter(|place| planting.above[*place].is_none() && !rooted.contains(place))
            .collect();
        for place in loose {
            let office = &offices[place];
            let low = rank(&office.kind) > rank(&OrganisationKind::JudicialOffice);
            let town = office.town.filter(|_| low);
            let near = town.and_then(|town| towns.get(&town).copied());
            let bureau = planting.bureaus.get(&office.county).copied();
            let allowed = |above: &usize| !planting.is_below(*above, place);
            let high = rank(&office.kind) <= rank(&OrganisationKind::BureauDistrict);
            let above = match near.filter(allowed) {
                Some(near) => near,
                // A second bureau of a province stands beside the counties'.
                None if high => planting.province(office.county.province(), &heads, offices),
                None => match bureau.filter(allowed) {
                    Some(bureau) => bureau,
                    None if bureau.is_some() => {
                        planting.province(office.county.province(), &heads, offices)
                    }
                    None => planting.place_of(office.county, &heads, offices),
                },
            };
            planting.above[place] = Some(above);
        }
        for county in counties {
            if !planting.bureaus.contains_key(county) {
                planting.place_of(*county, &heads, offices);
            }
        }
        planting
    }

    /// Takes one link out of each circle of parents: that of the least id, so that every desk sees one tree.
    fn cut_circles(&mut self, offices: &[Office]) {
        let mut settled = vec![false; self.above.len()];
        for start in 0..self.above.len() {
            let mut walked = Vec::new();
            let mut on_walk = BTreeSet::new();
            let mut here = Some(start);
            while let Some(place) = here.filter(|place| !settled[*place]) {
                if !on_walk.insert(place) {
                    let circle = walked.iter().skip_while(|one| **one != place).copied();
                    if let Some(least) = circle.min_by_key(|one: &usize| offices[*one].id) {
                        self.above[least] = None;
                    }
                    break;
                }
                walked.push(place);
                here = self.above[place];
            }
            for place in walked {
                settled[place] = true;
            }
        }
    }

    fn is_below(&self, place: usize, above: usize) -> bool {
        let mut here = Some(place);
        while let Some(one) = here {
            if one == above {
                return true;
            }
            here = match one.checked_sub(self.above.len()) {
                None => self.above[one],
                Some(place) => self.places.get(place).and_then(|(_, above)| *above),
            };
        }
        false
    }

    /// What stands for a province.
    fn province(
        &mut self,
        province: Option<Province>,
        heads: &BTreeMap<Option<Province>, usize>,
        offices: &[Office],
    ) -> usize {
        match heads.get(&province) {
            Some(head) => *head,
            None => self.stand_in(Key::Province(province), None, offices),
        }
    }

    /// What stands for a county that has no bureau.
    fn place_of(
        &mut self,
        county: Adcode,
        heads: &BTreeMap<Option<Province>, usize>,
        offices: &[Office],
    ) -> usize {
        let province = self.province(county.province(), heads, offices);
        self.stand_in(Key::County(county), Some(province), offices)
    }

    fn stand_in(&mut self, key: Key, above: Option<usize>, offices: &[Office]) -> usize {
        let known = self.places.iter().position(|(one, _)| *one == key);
        let place = known.unwrap_or_else(|| {
            self.places.push((key, above));
            self.places.len() - 1
        });
        offices.len() + place
    }
}

#[cfg(test)]
pub mod samples {
    use super::*;
    use crate::domain::id::StreamKind;

    pub fn id(number: u16) -> StreamId {
        let mut random = [0; 16];
        random[..2].copy_from_slice(&number.to_be_bytes());
        StreamId::new(StreamKind::ORGANISATION, random)
    }

    pub fn office(number: u16, kind: OrganisationKind, county: u32, name: &str) -> Office {
        Office {
            id: id(number),
            kind,
            name: name.into(),
            parent: None,
            county: Adcode::new(county).unwrap(),
            town: None,
        }
    }

    pub fn forest(offices: Vec<Office>) -> Forest {
        Forest::of(offices, &BTreeSet::new(), |key| format!("{key:?}"))
    }

    /// A branch a line, deeper ones further in.
    pub fn drawn(forest: &Forest) -> Vec<String> {
        let mut lines = Vec::new();
        let mut left: Vec<(usize, usize)> =
            forest.roots.iter().rev().map(|root| (*root, 0)).collect();
        while let Some((place, depth)) = left.pop() {
            let node = &forest.nodes[place];
            lines.push(format!("{}{} {}", "  ".repeat(depth), node.label, node.all));
            left.extend(node.below.iter().rev().map(|below| (*below, depth + 1)));
        }
        lines
    }
}

#[cfg(test)]
mod tests;

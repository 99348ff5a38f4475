//! What of the trees is in sight: the branches that are open, or what a few letters find; and where a key leads from a
//! branch, as trees are walked in every program. Pure.

use std::collections::BTreeSet;

use super::forest::{Forest, Key};
use crate::law::pinyin::text_initials;

/// A branch in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub node: usize,
    /// 0 for a province.
    pub depth: usize,
    /// Its place among those beside it, from 1, and how many those are.
    pub nth: usize,
    pub of: usize,
}

/// So many are shown of what a search finds.
pub const FOUND: usize = 200;

/// What a search leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub rows: Vec<Row>,
    /// Those that the words are in: the others stand there to lead to them.
    pub hits: BTreeSet<Key>,
    /// Found, and not shown.
    pub more: usize,
}

/// The branches that are in sight while these are open, in the order in which they are read.
#[must_use]
pub fn in_sight(forest: &Forest, open: &BTreeSet<Key>) -> Vec<Row> {
    walk(
        forest,
        |node| open.contains(&forest.nodes[node].key),
        |_| true,
    )
}

/// The branches in which the words stand, or their initials, with what is above them.
#[must_use]
pub fn found(forest: &Forest, words: &str) -> Found {
    let words = words.trim().to_lowercase();
    let is_hit = |node: &usize| {
        let label = &forest.nodes[*node].label;
        label.to_lowercase().contains(&words) || text_initials(label).contains(&words)
    };
    // In the order in which they are read, for those that are shown are the first.
    let all = walk(forest, |_| true, |_| true);
    let mut hits: Vec<usize> = all.iter().map(|row| row.node).filter(is_hit).collect();
    let more = hits.len().saturating_sub(FOUND);
    hits.truncate(FOUND);
    let mut shown: BTreeSet<usize> = BTreeSet::new();
    for hit in &hits {
        shown.insert(*hit);
        shown.extend(forest.path(*hit));
    }
    Found {
        rows: walk(forest, |_| true, |node| shown.contains(&node)),
        hits: hits.iter().map(|hit| forest.nodes[*hit].key).collect(),
        more,
    }
}

fn walk(
    forest: &Forest,
    is_open: impl Fn(usize) -> bool,
    is_shown: impl Fn(usize) -> bool,
) -> Vec<Row> {
    let beside = |nodes: &[usize], depth: usize| {
        let nodes: Vec<usize> = nodes
            .iter()
            .copied()
            .filter(|node| is_shown(*node))
            .collect();
        let of = nodes.len();
        let row = move |(at, node)| Row {
            node,
            depth,
            nth: at + 1,
            of,
        };
        nodes
            .into_iter()
            .enumerate()
            .map(row)
            .rev()
            .collect::<Vec<_>>()
    };
    let mut rows = Vec::new();
    let mut left = beside(&forest.roots, 0);
    while let Some(row) = left.pop() {
        rows.push(row);
        if is_open(row.node) {
            left.extend(beside(&forest.nodes[row.node].below, row.depth + 1));
        }
    }
    rows
}

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    Up,
    Down,
    /// Into a branch.
    In,
    /// Out of a branch.
    Out,
    First,
    Last,
}

/// What comes of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Stay,
    To(Key),
    Open(Key),
    Close(Key),
}

/// Where a key leads from a branch in sight: arrows as in every tree.
#[must_use]
pub fn moved(forest: &Forest, rows: &[Row], open: &BTreeSet<Key>, at: Key, press: Press) -> Move {
    let key = |row: &Row| forest.nodes[row.node].key;
    let to = |row: Option<&Row>| row.map_or(Move::Stay, |row| Move::To(key(row)));
    let Some(here) = rows.iter().position(|row| key(row) == at) else {
        return to(rows.first());
    };
    let node = &forest.nodes[rows[here].node];
    let is_open = open.contains(&at);
    match press {
        Press::Up => to(here.checked_sub(1).and_then(|before| rows.get(before))),
        Press::Down => to(rows.get(here + 1)),
        Press::First => to(rows.first()),
        Press::Last => to(rows.last()),
        Press::In if node.below.is_empty() => Move::Stay,
        Press::In if is_open => {
            // What a search leaves out is not there.
            let below = rows.get(here + 1);
            to(below.filter(|row| row.depth > rows[here].depth))
        }
        Press::In => Move::Open(at),
        Press::Out if is_open && !node.below.is_empty() => Move::Close(at),
        Press::Out => node
            .above
            .map_or(Move::Stay, |above| Move::To(forest.nodes[above].key)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::forest::samples::{forest, id, office};
    use super::*;
    use crate::law::organisation::OrganisationKind::{
        BureauDistrict, BureauProvince, CommitteeVillage,
    };

    fn sample() -> Forest {
        forest(vec![
            office(1, BureauProvince, 110_101, "北京市司法局"),
            office(2, BureauDistrict, 110_112, "通州区司法局"),
            office(3, CommitteeVillage, 110_112, "大沙务村调委会"),
            office(4, CommitteeVillage, 110_112, "肖家林村调委会"),
            office(5, BureauDistrict, 110_117, "平谷区司法局"),
        ])
    }

    fn key(number: u16) -> Key {
        Key::Office(id(number))
    }

    fn labels(forest: &Forest, rows: &[Row]) -> Vec<String> {
        let label = |row: &Row| {
            let node = &forest.nodes[row.node];
            format!(
                "{}{} {}/{}",
                "  ".repeat(row.depth),
                node.label,
                row.nth,
                row.of
            )
        };
        rows.iter().map(label).collect()
    }

    #[test]
    fn what_is_closed_is_not_in_sight() {
        let forest = sample();
        let sight = |open: &[u16]| {
            let open = open.iter().map(|number| key(*number)).collect();
            labels(&forest, &in_sight(&forest, &open))
        };
        assert_eq!(sight(&[]), ["北京市司法局 1/1"]);
        assert_eq!(sight(&[2]), ["北京市司法局 1/1"]);
        assert_eq!(
            sight(&[1, 2]),
            [
                "北京市司法局 1/1",
                "  通州区司法局 1/2",
                "    大沙务村调委会 1/2",
                "    肖家林村调委会 2/2",
                "  平谷区司法局 2/2",
            ]
        );
    }

    #[test]
    fn a_few_letters_find_a_branch_and_what_leads_to_it() {
        let forest = sample();
        for words in ["肖家林", " XJL ", "xjl"] {
            let found = found(&forest, words);
            assert_eq!(
                labels(&forest, &found.rows),
                [
                    "北京市司法局 1/1",
                    "  通州区司法局 1/1",
                    "    肖家林村调委会 1/1",
                ],
                "{words}"
            );
            assert_eq!((found.hits, found.more), (BTreeSet::from([key(4)]), 0));
        }
        assert!(found(&forest, "没有").rows.is_empty());
    }

    #[test]
    fn of_what_is_found_the_first_are_shown() {
        let many = (0..1_000).map(|n| office(n, CommitteeVillage, 110_112, "村"));
        let found = found(&forest(many.collect()), "村");
        assert_eq!((found.hits.len(), found.more), (FOUND, 1_000 - FOUND));
        assert_eq!(found.rows.len(), FOUND + 2);
    }

    #[test]
    fn arrows_walk_the_tree() {
        let forest = sample();
        let open = BTreeSet::from([key(1), key(2)]);
        let rows = in_sight(&forest, &open);
        let press = |at, press| moved(&forest, &rows, &open, key(at), press);
        assert_eq!(press(1, Press::Down), Move::To(key(2)));
        assert_eq!(press(1, Press::Up), Move::Stay);
        assert_eq!(press(5, Press::Down), Move::Stay);
        assert_eq!(press(2, Press::In), Move::To(key(3)));
        assert_eq!(press(2, Press::Out), Move::Close(key(2)));
        assert_eq!(press(4, Press::Out), Move::To(key(2)));
        assert_eq!(press(4, Press::In), Move::Stay);
        assert_eq!(press(5, Press::Out), Move::To(key(1)));
        assert_eq!(press(3, Press::First), Move::To(key(1)));
        assert_eq!(press(3, Press::Last), Move::To(key(5)));
        // What went out of sight: back to the beginning.
        assert_eq!(press(9, Press::Down), Move::To(key(1)));
        let shut = BTreeSet::from([key(1)]);
        let rows = in_sight(&forest, &shut);
        assert_eq!(
            moved(&forest, &rows, &shut, key(2), Press::In),
            Move::Open(key(2))
        );
    }
}

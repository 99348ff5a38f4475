use super::samples::{drawn, forest, id, office};
use super::*;
use OrganisationKind::{
    BrandedRoom, BureauDistrict, BureauProvince, CentreDistrict, CommitteeTownship,
    CommitteeVillage, JudicialOffice,
};

#[test]
fn what_says_no_parent_hangs_below_its_office_its_bureau_and_its_province() {
    let town = Town::new(110_112_104);
    let offices = vec![
        office(1, CommitteeVillage, 110_112, "肖家林村调委会"),
        office(2, BureauDistrict, 110_112, "通州区司法局"),
        Office {
            town,
            ..office(3, JudicialOffice, 110_112, "西集司法所")
        },
        Office {
            town,
            ..office(4, CommitteeTownship, 110_112, "西集镇调委会")
        },
        office(5, BureauProvince, 110_101, "北京市司法局"),
        Office {
            parent: Some(id(4)),
            ..office(6, BrandedRoom, 110_112, "老李调解室")
        },
        office(7, CentreDistrict, 120_114, "武清区中心"),
    ];
    assert_eq!(
        drawn(&forest(offices)),
        [
            "北京市司法局 5",
            "  通州区司法局 4",
            "    西集司法所 2",
            "      西集镇调委会 1",
            "        老李调解室 0",
            "    肖家林村调委会 0",
            "Province(Some(Tianjin)) 1",
            "  County(120114) 1",
            "    武清区中心 0",
        ]
    );
}

#[test]
fn a_county_that_is_tied_has_a_branch_though_nothing_is_on_record() {
    let counties = BTreeSet::from([Adcode::new(131_003).unwrap()]);
    let forest = Forest::of(Vec::new(), &counties, |key| format!("{key:?}"));
    assert_eq!(
        drawn(&forest),
        ["Province(Some(Hebei)) 0", "  County(131003) 0"]
    );
    let county = forest.county(Adcode::new(131_003).unwrap());
    assert_eq!(
        county.map(|place| forest.nodes[place].above.is_some()),
        Some(true)
    );
}

#[test]
fn parents_that_go_in_a_circle_or_are_not_here_lose_nobody() {
    let below = |number, parent, kind| Office {
        parent: Some(id(parent)),
        ..office(number, kind, 110_112, &format!("机构{number}"))
    };
    let offices = vec![
        below(1, 2, CommitteeVillage),
        below(2, 3, CommitteeVillage),
        below(3, 1, CommitteeVillage),
        below(4, 4, CommitteeVillage),
        below(5, 99, CommitteeVillage),
        // The bureau hangs below what would hang below it.
        below(6, 1, BureauDistrict),
    ];
    let forest = forest(offices);
    assert_eq!(
        forest
            .nodes
            .iter()
            .filter(|node| node.office.is_some())
            .count(),
        6
    );
    assert_eq!(forest.roots.len(), 1);
    assert_eq!(forest.nodes[forest.roots[0]].all, 6);
    let lines = drawn(&forest);
    assert_eq!(lines.len(), forest.nodes.len(), "{lines:?}");
}

#[test]
fn elsewhere_in_the_country_is_a_tree_of_its_own_and_the_last() {
    let offices = vec![
        office(1, CommitteeVillage, 440_305, "深圳"),
        office(2, CommitteeVillage, 130_102, "长安"),
    ];
    let lines = drawn(&forest(offices));
    assert_eq!(lines[0], "Province(Some(Hebei)) 1");
    assert_eq!(lines[3], "Province(None) 1");
}

#[test]
fn the_tree_does_not_hang_on_the_order_in_which_organisations_come() {
    let offices = vec![
        office(1, BureauDistrict, 110_112, "甲"),
        office(2, BureauDistrict, 110_112, "乙"),
        office(3, JudicialOffice, 110_112, "丙"),
        office(4, BureauProvince, 110_101, "丁"),
        office(5, BureauProvince, 110_101, "戊"),
    ];
    let mut turned = offices.clone();
    turned.reverse();
    assert_eq!(drawn(&forest(offices)), drawn(&forest(turned)));
}

#[test]
fn five_thousand_are_planted_at_once() {
    let offices = (0..5_000)
        .map(|number| {
            let parent = (number % 50 != 0).then(|| id(number - number % 50));
            Office {
                parent,
                ..office(
                    number,
                    CommitteeVillage,
                    110_101 + u32::from(number % 9),
                    "村",
                )
            }
        })
        .collect();
    let forest = forest(offices);
    let all: usize = forest
        .roots
        .iter()
        .map(|root| forest.nodes[*root].all)
        .sum();
    assert_eq!(all, 5_000);
}

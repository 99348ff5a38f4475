//! How names are kept, whichever door they come in by.

use langqiao::domain::id::StreamKind;
use langqiao::domain::leaf::{Leaf, LeafValue, SeenLeaf};
use langqiao::record::compose;

use super::*;

#[test]
fn a_name_is_kept_as_it_reads() {
    let mut desk = desk(21);
    let case = register(&mut desk);
    let label = run(desk.case_page(case)).unwrap().unwrap().case.parties[0].label;
    let named = |name: &str| Command::Correct {
        field: NewValue::Party(
            label,
            Identity {
                name: name.into(),
                ..Identity::default()
            },
        ),
        reason: String::new(),
    };
    act(&mut desk, Some(case), named("\u{202e}珍桂张\u{202c} ")).unwrap();
    let page = run(desk.case_page(case)).unwrap().unwrap();
    let party = page.case.parties[0].identity.get().unwrap().clone();
    assert_eq!(party.unwrap().name, "珍桂张");
    // Nothing but such marks is no name.
    let refused = act(&mut desk, Some(case), named("\u{2066}\u{2069}"));
    assert!(matches!(refused, Err(Refusal::Nameless(0))));
}

/// Of another program, or an older version: it is read as it would be kept here, and goes out as it came.
#[test]
fn a_name_that_a_bundle_brings_is_found_and_shown_as_it_reads() {
    const ODD: &str = "\u{202e}\u{2066}张\u{200b}桂\u{2069}珍\u{202c}";
    let mut desk = desk(22);
    let case = register(&mut desk);
    let registered = run(desk.case_page(case))
        .unwrap()
        .unwrap()
        .timeline
        .remove(0);
    let odd = |leaf: SeenLeaf| {
        let mut value = leaf.value.unwrap();
        if let LeafValue::Identity(identity) = &mut value
            && identity.name == "张桂珍"
        {
            identity.name = ODD.into();
        }
        Leaf {
            class: leaf.class,
            of: leaf.of,
            value,
        }
    };
    let leaves: Vec<Leaf> = registered.leaves.into_iter().map(odd).collect();
    let stream = StreamId::new(StreamKind::CASE, [7; 16]);
    let head = compose::Head {
        after: &[],
        at: registered.at,
        by: DeskId([7; 16]),
        n: 1,
        seq: 1,
        stream,
        who: registered.who,
        world: &World::Real,
    };
    let chance = Bench(Cell::new(9));
    let line = compose::compose(&head, &registered.event, &leaves, &chance).line;
    assert!(line.contains(ODD));
    take(&mut desk, &bundle_of(&[line]));
    for search in ["张桂珍", "zgz", "张\u{200b}桂珍"] {
        assert_eq!(found(&desk, search), 2, "{search}");
    }
    let page = run(desk.case_page(stream)).unwrap().unwrap();
    let shown = |leaf: &SeenLeaf| leaf.identity().is_some_and(|one| one.name == "张桂珍");
    assert!(page.timeline[0].leaves.iter().any(shown));
    let row = desk.views().0.get(&stream).unwrap();
    assert_eq!(row.applicant.as_deref(), Some("张桂珍"));
    let out = String::from_utf8(export(&mut desk, Level::Full)).unwrap();
    assert!(out.contains(ODD));
}

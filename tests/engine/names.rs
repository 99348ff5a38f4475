//! How names are kept, whichever door they come in by.

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

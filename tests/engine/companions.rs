//! A case that leaves takes along those without whom it is not understood, and nothing that is to stay.

use std::cell::Cell;

use langqiao::domain::case::Command;
use langqiao::domain::case::event::{NoteForm, Noted};
use langqiao::domain::catalogue::Event;
use langqiao::domain::id::{DeskId, StreamId, StreamKind};
use langqiao::domain::leaf::{Leaf, LeafClass, LeafValue};
use langqiao::domain::network::Founded;
use langqiao::engine::protocol::ExportScope;
use langqiao::exchange::bundle::Level;
use langqiao::law::day::Day;
use langqiao::law::divisions::Adcode;
use langqiao::law::organisation::OrganisationKind;
use langqiao::record::{World, compose};

use super::{Bench, accept, act, assign_to, bundle_of, desk, empty, export, register, run, take};

fn organisation(n: u8) -> StreamId {
    StreamId::new(StreamKind::ORGANISATION, [n; 16])
}

/// The line that founds the `n`th organisation, under the one after it where there is such.
fn founded(n: u8, of: u8, who: StreamId) -> String {
    let head = compose::Head {
        after: &[],
        at: Day::new(2026, 11, 24).unwrap().at(9, 0).unwrap(),
        by: DeskId([7; 16]),
        n: 1,
        seq: u64::from(n),
        stream: organisation(n),
        who,
        world: &World::Real,
    };
    let county = Adcode::new(120_114).unwrap();
    let event = Event::OrganisationFounded(Founded {
        parent: (n < of).then(|| organisation(n + 1)),
        ..Founded::new(OrganisationKind::JudicialOffice, format!("第{n}所"), county)
    });
    compose::compose(&head, &event, &[], &Bench(Cell::new(u64::from(n)))).line
}

#[test]
fn a_redacted_copy_takes_along_no_leaf_of_a_class_that_is_not_known_here() {
    let mut here = desk(83);
    let case = register(&mut here);
    let page = run(here.case_page(case)).unwrap().unwrap();
    let head = compose::Head {
        after: &page.heads,
        at: Day::new(2026, 11, 24).unwrap().at(9, 0).unwrap(),
        by: DeskId([7; 16]),
        n: 2,
        seq: 1,
        stream: case,
        who: run(here.about()).unwrap().desk.unwrap().acting,
        world: &World::Real,
    };
    let event = Event::CaseNoted(Noted {
        day: Day::new(2026, 11, 24).unwrap(),
        form: NoteForm::Call,
    });
    let leaf = Leaf {
        class: LeafClass::Unknown("voice".into()),
        of: None,
        value: LeafValue::Words("录音里说的".into()),
    };
    let line = compose::compose(&head, &event, &[leaf], &Bench(Cell::new(9))).line;
    take(&mut here, &bundle_of(&[line]));
    let says = |bundle: Vec<u8>| String::from_utf8(bundle).unwrap().contains("录音里说的");
    assert!(says(export(&mut here, Level::Full)));
    assert!(!says(export(&mut here, Level::Redacted)));
}

#[test]
fn a_case_brings_its_mediators_and_the_offices_above_its_own() {
    let mut here = desk(81);
    let case = register(&mut here);
    run(here.enrol("王秀英")).unwrap();
    let about = run(here.about()).unwrap().desk.unwrap();
    let named = |(_, name): &&(StreamId, String)| name == "王秀英";
    let (mediator, _) = *about.people.iter().find(named).unwrap();
    let offices: Vec<String> = (1..=4).map(|n| founded(n, 3, about.acting)).collect();
    take(&mut here, &bundle_of(&offices));
    let day = Day::new(2026, 11, 24).unwrap();
    for step in [
        accept(day),
        assign_to(mediator, day),
        Command::Join {
            day,
            county: Adcode::new(120_114).unwrap(),
            organisation: Some(organisation(1)),
            agreement: None,
            lead: None,
        },
    ] {
        act(&mut here, Some(case), step).unwrap();
    }
    let mut bundle = Vec::new();
    run(here.export(&ExportScope::Case(case), Level::Full, "", &mut bundle)).unwrap();
    let mut there = empty(82);
    take(&mut there, &bundle);
    let (cases, network) = there.views();
    assert_eq!(cases.len(), 1);
    for id in [mediator, about.acting, about.organisation]
        .into_iter()
        .chain((1..=3).map(organisation))
    {
        assert!(network.name(&id).is_some(), "{id}");
    }
    // Nor more than it needs: the fourth has nothing to do with it.
    assert_eq!(network.name(&organisation(4)), None);
}

//! What stands in a field, and what its form makes of it.

use super::*;
use crate::domain::catalogue::Event;
use crate::domain::fact::{Fact, Past};
use crate::domain::id::{DeskId, EntryId, StreamId, StreamKind};
use crate::domain::leaf::{Identity, SeenLeaf};
use crate::domain::network::{
    AgreementField, Command, Corrected, Drawn, EndReason, Ending, Enrolled, Formed, Founded, Held,
    MediatorField, MicroGridField, OrganisationField, Put, SELF, Signed, Spot, enrol,
};
use crate::law::day::Day;
use crate::law::dispute::DisputeType;
use crate::law::divisions::{Adcode, Town, Village};
use crate::law::organisation::{BrandLevel, OrganisationKind};
use crate::law::person::{MediatorKind, Sex};
use crate::ui::pages::directory::kind::DirectoryKind;

fn id(kind: StreamKind) -> StreamId {
    StreamId::new(kind, [3; 16])
}

fn county() -> Adcode {
    Adcode::new(110_112).unwrap()
}

/// A stream that was told these, each by somebody who had seen all.
fn told(kind: StreamKind, facts: Vec<(Event, Vec<SeenLeaf>)>) -> About {
    let day = Day::new(2026, 3, 1).unwrap();
    let facts: Vec<Fact> = facts
        .into_iter()
        .enumerate()
        .map(|(position, (event, leaves))| Fact {
            id: EntryId([u8::try_from(position).unwrap(); 20]),
            position,
            past: Past::All,
            at: day.at(9, 0).unwrap(),
            by: DeskId([1; 16]),
            who: id(StreamKind::MEDIATOR),
            event,
            leaves,
        })
        .collect();
    About::told(id(kind), facts.iter())
}

fn words<F>(field: F, event: fn(Corrected<F>) -> Event) -> (Event, Vec<SeenLeaf>)
where
    F: crate::domain::network::SheetField,
{
    let put = Put::words(field.clone(), "王 022-82101234");
    let leaf = put.to_leaf().unwrap();
    (event(Corrected { field }), vec![leaf.into()])
}

/// Whoever opens a form and sends it as it stands, writes what stood there.
fn check(about: &About, now: impl Fn(Slot) -> Option<Command>) {
    for slot in slots(about) {
        let asked = asks(about, *slot);
        assert!(!asked.is_empty(), "{slot:?} asks nothing");
        let typed: Vec<Typed> = asked.iter().map(|(_, typed)| typed.clone()).collect();
        if let Some(stood) = now(*slot) {
            assert_eq!(command(about, *slot, &typed), Some(stood), "{slot:?}");
        }
    }
}

#[test]
fn an_organisation_s_form_says_what_stands() {
    let town = Town::new(110_112_117).unwrap();
    let founded = Founded {
        abbreviation: Some("通".into()),
        brand: Some("温度+".into()),
        brand_level: Some(BrandLevel::City),
        floor_area: Some(320),
        founder: Some(id(StreamKind::MEDIATOR)),
        hours: Some("9:00–17:00".into()),
        name_en: Some("Xiji".into()),
        parent: Some(id(StreamKind::ORGANISATION)),
        specialities: vec![DisputeType::Neighbour, DisputeType::Labour],
        spot: Spot::at(116.8, 39.8),
        staff: Some(6),
        town: Some(town),
        village: Village::of(town, 201),
        ..Founded::new(OrganisationKind::BrandedRoom, "西集调解室".into(), county())
    };
    let ended = OrganisationField::Ended(Day::new(2026, 2, 1).ok());
    let about = told(
        StreamKind::ORGANISATION,
        vec![
            (Event::OrganisationFounded(founded), vec![]),
            words(OrganisationField::Contact, Event::OrganisationCorrected),
            words(OrganisationField::Address, Event::OrganisationCorrected),
            (
                Event::OrganisationCorrected(Corrected { field: ended }),
                vec![],
            ),
        ],
    );
    let About::Organisation(_, sheet) = &about else {
        panic!("an organisation");
    };
    check(&about, |slot| {
        assert!(sheet.get(slot).is_some(), "{slot:?}");
        sheet.get(slot).cloned().map(Command::Organisation)
    });
}

#[test]
fn a_person_s_form_says_what_stands() {
    let identity = Identity {
        name: "张桂珍".into(),
        phone: Some("13968536771".into()),
        sex: Some(Sex::Female),
        ethnic_group: Some("汉族".into()),
        ..Identity::default()
    };
    let enrolled = Enrolled {
        grade: Some("一级".into()),
        languages: vec!["武清话".into(), "手语".into()],
        specialities: vec![DisputeType::Traffic],
        ..Enrolled::new(MediatorKind::PartTime, id(StreamKind::ORGANISATION))
    };
    let (enrolled, leaf) = enrol(enrolled, identity).unwrap();
    assert_eq!(leaf.of.as_deref(), Some(SELF));
    let about = told(
        StreamKind::MEDIATOR,
        vec![
            (Event::MediatorEnrolled(enrolled), vec![leaf.into()]),
            words(MediatorField::Certificate, Event::MediatorCorrected),
        ],
    );
    let About::Mediator(_, sheet) = &about else {
        panic!("a person");
    };
    // What the form doesn't ask of somebody stays.
    check(&about, |slot| {
        sheet.get(slot).cloned().map(Command::Mediator)
    });
}

#[test]
fn the_other_forms_say_what_stands() {
    let day = Day::new(2026, 3, 1).unwrap();
    let other = Adcode::new(120_114).unwrap();
    let formed = Formed {
        county: county(),
        name: "暖心团".into(),
        name_en: Some("Team".into()),
        organisation: Some(id(StreamKind::ORGANISATION)),
        town: Town::new(110_112_117),
    };
    let about = told(StreamKind::TEAM, vec![(Event::TeamFormed(formed), vec![])]);
    let About::Team(_, sheet) = &about else {
        panic!("a team");
    };
    check(&about, |slot| sheet.get(slot).cloned().map(Command::Team));

    let town = Town::new(110_112_117).unwrap();
    let drawn = Drawn {
        county: county(),
        households: Some(80),
        name: "第三微网格".into(),
        organisation: Some(id(StreamKind::ORGANISATION)),
        town: Some(town),
        village: Village::of(town, 201),
    };
    let last = MicroGridField::Ended(Some(day));
    let about = told(
        StreamKind::MICRO_GRID,
        vec![
            (Event::MicroGridDrawn(drawn), vec![]),
            (Event::MicroGridCorrected(Corrected { field: last }), vec![]),
        ],
    );
    let About::MicroGrid(_, sheet) = &about else {
        panic!("a micro-grid");
    };
    check(&about, |slot| {
        sheet.get(slot).cloned().map(Command::MicroGrid)
    });

    let signed = Signed {
        corridor: Some("通武廊".into()),
        corridor_en: Some("Tongwu".into()),
        counties: vec![county(), other],
        day: Some(day),
        name: "协议".into(),
        name_en: "Agreement".into(),
        parties: vec![
            id(StreamKind::ORGANISATION),
            StreamId::new(StreamKind::ORGANISATION, [4; 16]),
        ],
        year: 2026,
    };
    let mut facts = vec![
        (Event::CooperationSigned(signed), vec![]),
        words(AgreementField::Duties, Event::CooperationCorrected),
    ];
    let ending = Ending {
        day,
        reason: EndReason::Replaced,
    };
    for field in [
        AgreementField::From(Some(day)),
        AgreementField::Until(Some(day.plus_days(30))),
        AgreementField::Scope(vec![DisputeType::Neighbour]),
        AgreementField::Ended(Some(ending)),
    ] {
        facts.push((Event::CooperationCorrected(Corrected { field }), vec![]));
    }
    let about = told(StreamKind::COOPERATION, facts);
    let About::Agreement(agreement) = &about else {
        panic!("an agreement");
    };
    check(&about, |slot| {
        agreement.sheet.get(slot).cloned().map(Command::Agreement)
    });

    let held = Held {
        agreement: Some(id(StreamKind::COOPERATION)),
        attended: Some(120),
        counties: vec![county(), other],
        day,
        form: crate::domain::network::ActivityForm::Training,
        name: "培训".into(),
        name_en: "Training".into(),
        organisers: vec![],
        representatives: None,
    };
    let about = told(
        StreamKind::ACTIVITY,
        vec![(Event::ActivityHeld(held), vec![])],
    );
    let About::Activity(_, sheet) = &about else {
        panic!("an activity");
    };
    check(&about, |slot| {
        sheet.get(slot).cloned().map(Command::Activity)
    });
}

#[test]
fn what_is_begun_begins_a_stream_of_its_kind_and_asks_for_what_it_must_have() {
    let today = Day::new(2026, 3, 1).unwrap();
    let office = id(StreamKind::ORGANISATION);
    for kind in DirectoryKind::ALL {
        let asked = beginning(kind, county(), office);
        let bare: Vec<Typed> = asked.iter().map(|(question, _)| question.empty()).collect();
        assert_eq!(begin(kind, &bare, today), None, "{kind:?}");
        let filled: Vec<Typed> = asked
            .iter()
            .map(|(question, typed)| match typed {
                typed if !typed.is_empty() => typed.clone(),
                Typed::Text(_)
                    if matches!(
                        question.way,
                        crate::ui::pages::directory::question::Way::Day
                    ) =>
                {
                    Typed::day(Some(today))
                }
                Typed::Text(_) => Typed::text("7"),
                Typed::Codes(_) => match question.way {
                    crate::ui::pages::directory::question::Way::One(choices)
                    | crate::ui::pages::directory::question::Way::Several(choices) => {
                        let (code, _) = choices(crate::locale::Language::Chinese).remove(0);
                        Typed::Codes(vec![code])
                    }
                    _ => Typed::Codes(vec!["120114".into()]),
                },
                Typed::Path(_) => Typed::Path(vec!["110112".into()]),
                Typed::Streams(_) => Typed::streams([office]),
            })
            .collect();
        let commands = begin(kind, &filled, today).unwrap();
        assert_eq!(commands[0].begins(), kind.stream(), "{kind:?}");
    }
}

//! Examples of what happens around the cases.

use langqiao::domain::case::event::{
    JoinAnswer, Joined, Lead, Received, Replied, TransferAnswer, Transferred,
};
use langqiao::domain::catalogue::Event;
use langqiao::domain::id::EntryId;
use langqiao::domain::leaf::{Leaf, LeafClass, LeafValue, topic};
use langqiao::domain::network::{
    ActivityField as Act, ActivityForm, AgreementField as Agr, Answered, Area, ContactPerson,
    Corrected, Dispatched, Document, Drawn, EndReason, Ending, Enrolled, Formed, Founded, GridWork,
    Held, JointCentre, MediatorField as Med, Membership, MicroGridField as Grid,
    OrganisationField as Org, Pairing, Proposed, Region, Renewed, Resolved, ResolvedBy, SELF,
    Signed, Spot, TeamField as Team, Training,
};
use langqiao::law::clock::WorkOrderClass;
use langqiao::law::dispute::DisputeType;
use langqiao::law::divisions::{Adcode, Town, Village};
use langqiao::law::organisation::{BrandLevel, OrganisationKind};
use langqiao::law::person::{MediatorKind, MemberCategory};

use crate::story::county;
use crate::writing::{day, label, mediator, organisation};

use super::{Example, somebody};

pub fn network() -> Vec<Example> {
    let on = day("2026-03-05");
    let town = Town::of(county(), 101);
    vec![
        (
            Event::OrganisationFounded(Founded {
                abbreviation: Some("武".into()),
                brand: Some("温度+".into()),
                floor_area: Some(320),
                name_en: Some("Sanlizhuang Room".into()),
                parent: Some(organisation(2)),
                town,
                ..Founded::new(
                    OrganisationKind::BrandedRoom,
                    "三里庄调解室".into(),
                    county(),
                )
            }),
            vec![Leaf::narrative(topic::REMARKS, "022-82101234")],
        ),
        (
            Event::MediatorEnrolled(Enrolled::new(MediatorKind::PartTime, organisation(1))),
            vec![Leaf::identity(label(1), somebody())],
        ),
        (
            Event::ConsultationAnswered(Answered {
                county: county(),
                day: on,
                organisation: organisation(1),
                town,
                kind: DisputeType::Labour,
            }),
            vec![Leaf::narrative(topic::MATTER, "欠薪怎么办")],
        ),
        (
            Event::WorkOrderDispatched(Dispatched {
                class: WorkOrderClass::Hours24,
                county: county(),
                day: on,
                organisation: organisation(1),
                town,
                kind: DisputeType::PropertyManagement,
            }),
            vec![],
        ),
        (
            Event::WorkOrderResolved(Resolved {
                day: on,
                satisfied: true,
                way: ResolvedBy::Mediation,
            }),
            vec![],
        ),
        (
            Event::ActivityHeld(Held {
                agreement: None,
                attended: None,
                organisers: vec![],
                counties: vec![Adcode::new(110_112).unwrap(), county()],
                day: on,
                form: ActivityForm::ExchangeMeeting,
                name: "交流会".into(),
                name_en: "Exchange meeting".into(),
                representatives: Some(9),
            }),
            vec![],
        ),
        (
            Event::CooperationSigned(Signed {
                corridor: Some("通武廊".into()),
                corridor_en: Some("Tongwu corridor".into()),
                counties: vec![Adcode::new(110_112).unwrap(), county()],
                day: None,
                name: "合作框架协议".into(),
                name_en: "Framework agreement".into(),
                parties: vec![organisation(1), organisation(2)],
                year: 2017,
            }),
            vec![],
        ),
    ]
}

/// The directory's kinds with all their fields, and each field that can be written anew: they came later.
pub fn directory() -> Vec<Example> {
    let town = Town::of(county(), 101);
    let village = town.and_then(|town| Village::of(town, 201));
    let region = Region {
        county: county(),
        town,
        village,
    };
    let spot = Spot::at(117.044, 39.384);
    let on = day("2026-03-05");
    let open = |event| (event, vec![]);
    let mut all = vec![
        (
            Event::OrganisationFounded(Founded {
                abbreviation: Some("武".into()),
                brand: Some("温度+".into()),
                brand_level: Some(BrandLevel::City),
                county: county(),
                floor_area: Some(320),
                founder: Some(mediator(3)),
                hours: Some("周一至周五 9:00–17:00".into()),
                kind: OrganisationKind::BrandedRoom,
                name: "三里庄调解室".into(),
                name_en: Some("Sanlizhuang Room".into()),
                parent: Some(organisation(2)),
                specialities: vec![DisputeType::Neighbour, DisputeType::Labour],
                spot,
                staff: Some(4),
                town,
                village,
            }),
            vec![
                Leaf::narrative(topic::CONTACT, "王 022-82101234"),
                Leaf::place(topic::PLACE, "三里庄12号"),
            ],
        ),
        (
            Event::MediatorEnrolled(Enrolled {
                grade: Some("一级".into()),
                kind: MediatorKind::Assisting,
                languages: vec!["武清话".into(), "手语".into()],
                organisation: organisation(1),
                specialities: vec![DisputeType::MarriageFamily],
            }),
            vec![person()],
        ),
        open(Event::ActivityHeld(Held {
            agreement: Some(langqiao::domain::id::StreamId::new(
                langqiao::domain::id::StreamKind::COOPERATION,
                [4; 16],
            )),
            attended: Some(120),
            counties: vec![Adcode::new(110_112).unwrap(), county()],
            day: on,
            form: ActivityForm::Training,
            name: "培训班".into(),
            name_en: "Training".into(),
            organisers: vec![organisation(1)],
            representatives: None,
        })),
        open(Event::CooperationSigned(Signed {
            corridor: None,
            corridor_en: None,
            counties: vec![Adcode::new(110_112).unwrap(), county()],
            day: Some(on),
            name: "合作框架协议".into(),
            name_en: "Framework agreement".into(),
            parties: vec![organisation(1), organisation(2)],
            year: 2026,
        })),
        open(Event::TeamFormed(Formed {
            county: county(),
            name: "向日葵暖心团".into(),
            name_en: Some("Sunflower Warm Heart Team".into()),
            organisation: Some(organisation(1)),
            town,
        })),
        open(Event::MicroGridDrawn(Drawn {
            county: county(),
            households: Some(86),
            name: "第三微网格".into(),
            organisation: Some(organisation(1)),
            town,
            village,
        })),
        open(Event::CooperationProposed(Proposed {
            counties: vec![Adcode::new(110_112).unwrap(), county()],
            day: on,
            name: "毗邻乡镇合作协议".into(),
            parties: vec![organisation(1)],
        })),
        open(Event::CooperationRenewed(Renewed {
            day: on,
            until: Some(day("2029-03-05")),
        })),
    ];
    let words = |of: &str| vec![Leaf::narrative(of, "一句话")];
    let of_organisation = |field| Event::OrganisationCorrected(Corrected { field });
    for field in [
        Org::Abbreviation(Some("武".into())),
        Org::Brand(None),
        Org::BrandLevel(Some(BrandLevel::Nation)),
        Org::Ended(Some(on)),
        Org::FloorArea(Some(320)),
        Org::Founder(Some(mediator(3))),
        Org::Hours(Some("9:00–17:00".into())),
        Org::Kind(OrganisationKind::CentreTownship),
        Org::Name("西集镇调委会".into()),
        Org::NameEn(None),
        Org::Parent(Some(organisation(2))),
        Org::Region(region),
        Org::Specialities(vec![DisputeType::Labour]),
        Org::Spot(spot),
        Org::Staff(Some(6)),
    ] {
        all.push(open(of_organisation(field)));
    }
    all.push((of_organisation(Org::Contact), words(topic::CONTACT)));
    let at = vec![Leaf::place(topic::PLACE, "三里庄12号")];
    all.push((of_organisation(Org::Address), at));
    let of_mediator = |field| Event::MediatorCorrected(Corrected { field });
    for field in [
        Med::Ended(None),
        Med::Grade(Some("一级".into())),
        Med::Kind(MediatorKind::FullTime),
        Med::Languages(vec!["手语".into()]),
        Med::Organisation(organisation(2)),
        Med::Specialities(vec![DisputeType::Traffic]),
        Med::Training(Training {
            day: on,
            hours: Some(16),
            label: label(6),
            name: "骨干培训".into(),
        }),
    ] {
        all.push(open(of_mediator(field)));
    }
    all.push((of_mediator(Med::Person), vec![person()]));
    all.push((of_mediator(Med::Certificate), words(topic::CERTIFICATE)));
    let membership = Membership {
        category: Some(MemberCategory::FiveElders),
        mediator: mediator(3),
    };
    for field in [
        Team::Ended(Some(on)),
        Team::Member(membership),
        Team::Name("暖心团".into()),
        Team::NameEn(Some("Team".into())),
        Team::Organisation(Some(organisation(1))),
        Team::Region(region),
    ] {
        all.push(open(Event::TeamCorrected(Corrected { field })));
    }
    let work = GridWork {
        mediator: mediator(3),
        serves: true,
    };
    for field in [
        Grid::Ended(Some(on)),
        Grid::Households(Some(90)),
        Grid::Name("第四微网格".into()),
        Grid::Organisation(Some(organisation(1))),
        Grid::Region(region),
        Grid::Worker(work),
    ] {
        all.push(open(Event::MicroGridCorrected(Corrected { field })));
    }
    let of_activity = |field| Event::ActivityCorrected(Corrected { field });
    for field in [
        Act::Agreement(None),
        Act::Attended(Some(130)),
        Act::Counties(vec![Adcode::new(110_112).unwrap(), county()]),
        Act::Day(on),
        Act::Form(ActivityForm::JointInspection),
        Act::Name("联合排查".into()),
        Act::NameEn("Joint inspection".into()),
    ] {
        all.push(open(of_activity(field)));
    }
    all.push((of_activity(Act::Minutes), words(topic::RECORD)));
    let of_agreement = |field| Event::CooperationCorrected(Corrected { field });
    let other = Town::new(110_112_117).unwrap();
    for field in [
        Agr::Centre(JointCentre {
            joint: true,
            organisation: organisation(5),
        }),
        Agr::ContactPerson(ContactPerson {
            county: county(),
            mediator: Some(mediator(3)),
        }),
        Agr::Corridor(Some("通武廊".into())),
        Agr::CorridorEn(None),
        Agr::Counties(vec![Adcode::new(110_112).unwrap(), county()]),
        Agr::Document(Document {
            day: on,
            label: label(7),
            name: "框架协议正文".into(),
        }),
        Agr::Ended(Some(Ending {
            day: on,
            reason: EndReason::Replaced,
        })),
        Agr::From(Some(on)),
        Agr::Name("合作协议".into()),
        Agr::NameEn("Agreement".into()),
        Agr::Pair(Pairing {
            one: Area::Town(other),
            other: Area::Town(town.unwrap()),
            paired: true,
        }),
        Agr::Parties(vec![organisation(1), organisation(2)]),
        Agr::Scope(vec![DisputeType::Neighbour]),
        Agr::Until(Some(day("2029-03-05"))),
    ] {
        all.push(open(of_agreement(field)));
    }
    all.push((of_agreement(Agr::Duties), words(topic::DUTIES)));
    all.push(open(Event::CaseJoined(Joined {
        agreement: Some(langqiao::domain::id::StreamId::new(
            langqiao::domain::id::StreamKind::COOPERATION,
            [4; 16],
        )),
        county: Adcode::new(110_112).unwrap(),
        day: on,
        lead: None,
        organisation: Some(organisation(2)),
    })));
    all.extend(letters());
    all
}

/// What goes between offices about a case.
fn letters() -> Vec<Example> {
    let on = day("2026-03-05");
    let remarks = |text: &str| vec![Leaf::narrative(topic::REMARKS, text)];
    vec![
        (
            Event::CaseJoined(Joined {
                agreement: None,
                county: county(),
                day: on,
                lead: Some(Lead::Invited),
                organisation: Some(organisation(2)),
            }),
            vec![],
        ),
        (
            Event::CaseReplied(Replied {
                answer: JoinAnswer::Joins,
                day: on,
                entry: EntryId([4; 20]),
            }),
            remarks("派两名调解员"),
        ),
        (
            Event::CaseTransferred(Transferred {
                county: county(),
                day: on,
                organisation: organisation(2),
            }),
            vec![Leaf::narrative(topic::REASON, "归街道调委会")],
        ),
        (
            Event::CaseReceived(Received {
                answer: TransferAnswer::Returned,
                day: on,
                entry: EntryId([4; 20]),
            }),
            remarks("材料不全"),
        ),
    ]
}

fn person() -> Leaf {
    Leaf {
        class: LeafClass::Identity,
        of: Some(SELF.to_owned()),
        value: LeafValue::Identity(somebody()),
    }
}

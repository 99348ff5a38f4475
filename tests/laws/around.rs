//! Examples of what happens around the cases.

use langqiao::domain::catalogue::Event;
use langqiao::domain::leaf::{Leaf, topic};
use langqiao::domain::network::{
    ActivityForm, Answered, Dispatched, Enrolled, Founded, Held, Resolved, ResolvedBy, Signed,
};
use langqiao::law::clock::WorkOrderClass;
use langqiao::law::dispute::DisputeType;
use langqiao::law::divisions::{Adcode, Town};
use langqiao::law::organisation::OrganisationKind;
use langqiao::law::person::MediatorKind;

use crate::story::county;
use crate::writing::{day, label, organisation};

use super::{Example, somebody};

pub fn network() -> Vec<Example> {
    let on = day("2026-03-05");
    let town = Town::of(county(), 101);
    vec![
        (
            Event::OrganisationFounded(Founded {
                abbreviation: Some("武".into()),
                brand: Some("温度+".into()),
                county: county(),
                floor_area: Some(320),
                kind: OrganisationKind::BrandedRoom,
                name: "三里庄调解室".into(),
                name_en: Some("Sanlizhuang Room".into()),
                parent: Some(organisation(2)),
                town,
            }),
            vec![Leaf::narrative(topic::REMARKS, "022-82101234")],
        ),
        (
            Event::MediatorEnrolled(Enrolled {
                kind: MediatorKind::PartTime,
                organisation: organisation(1),
            }),
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
                name: "合作框架协议".into(),
                name_en: "Framework agreement".into(),
                parties: vec![organisation(1), organisation(2)],
                year: 2017,
            }),
            vec![],
        ),
    ]
}

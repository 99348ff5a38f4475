//! One example of every kind of the catalogue, with its leaves.

#[path = "around.rs"]
mod around;

use langqiao::domain::case::event::*;
use langqiao::domain::catalogue::{Erased, ErasedLeaf, Event, Retracted, RetractionReason};
use langqiao::domain::id::EntryId;
use langqiao::domain::leaf::{Identity, Leaf, topic};
use langqiao::law::decline::{DeclineReason, OtherWay};
use langqiao::law::dispute::{DisputeType, Source};
use langqiao::law::divisions::{Adcode, Town};
use langqiao::law::money::Fen;
use langqiao::law::person::{PartyKind, PartyRole, Sex};
use langqiao::law::risk::RiskSign;

use crate::story::county;
use crate::writing::{day, label, mediator, organisation};

pub type Example = (Event, Vec<Leaf>);

fn entry(n: u8) -> EntryId {
    EntryId([n; 20])
}

pub fn somebody() -> Identity {
    Identity {
        address: Some("大孟庄镇三里庄 12 号".into()),
        born: Some(day("1949-12-31")),
        ethnic_group: Some("汉".into()),
        id_number: Some("11010519491231002X".into()),
        name: "张桂珍".into(),
        occupation: Some("务农".into()),
        phone: Some("13968536771".into()),
        sex: Some(Sex::Female),
    }
}

/// Every field of every kind is filled; then the sparse form of those that have one.
pub fn all() -> Vec<Example> {
    let mut all = intake();
    all.extend(course());
    all.extend(around::network());
    all.push(of_many());
    all.extend(later());
    all.extend(around::directory());
    all
}

/// A party that stands for more people than are named.
fn of_many() -> Example {
    let registered = Registered {
        county: county(),
        day: day("2026-03-01"),
        number: None,
        organisation: organisation(1),
        parties: vec![PublicParty {
            kind: PartyKind::Person,
            label: label(1),
            others: 2,
            role: PartyRole::Applicant,
        }],
        risk: vec![],
        row: Some(8),
        source: Source::NotRecorded,
        town: None,
        kind: DisputeType::Labour,
    };
    (
        Event::CaseRegistered(registered),
        vec![Leaf::identity(label(1), somebody())],
    )
}

/// Kinds and fields that came later stand behind all that was published before.
fn later() -> Vec<Example> {
    let risk = vec![RiskSign::SelfHarm, RiskSign::Dependants];
    let rated = Rated {
        day: day("2026-03-05"),
        risk: risk.clone(),
    };
    let over = Corrected {
        field: Correction::Risk(risk),
    };
    vec![
        (
            Event::CaseRated(rated),
            vec![Leaf::narrative(topic::RECORD, "她说不想活了")],
        ),
        (Event::CaseCorrected(over), vec![]),
        (
            Event::CaseCorrected(Corrected {
                field: Correction::StepDay {
                    day: day("2026-03-04"),
                    entry: EntryId([7; 20]),
                },
            }),
            vec![Leaf::narrative(topic::REASON, "日期写错了")],
        ),
    ]
}

fn intake() -> Vec<Example> {
    let on = day("2026-03-01");
    let registered = Registered {
        county: county(),
        day: on,
        number: Some("（2026）武人调字第1号".into()),
        organisation: organisation(1),
        parties: vec![
            PublicParty {
                kind: PartyKind::Person,
                label: label(1),
                others: 0,
                role: PartyRole::Applicant,
            },
            PublicParty {
                kind: PartyKind::Organisation,
                label: label(2),
                others: 0,
                role: PartyRole::Respondent,
            },
        ],
        risk: vec![RiskSign::Violence, RiskSign::MoreThanTen],
        row: Some(7),
        source: Source::Hotline12345,
        town: Town::of(county(), 101),
        kind: DisputeType::HouseHomestead,
    };
    let sparse = Registered {
        number: None,
        risk: vec![],
        row: None,
        town: None,
        parties: vec![],
        ..registered.clone()
    };
    let odd = "引号\" 反斜\\ 换行\n 制表\t 控制\u{1f} 斜/ 😀 \u{2028}";
    vec![
        (
            Event::CaseRegistered(registered),
            vec![
                Leaf::identity(label(1), somebody()),
                Leaf::identity(
                    label(2),
                    Identity {
                        name: "武清某公司".into(),
                        ..Identity::default()
                    },
                ),
                Leaf::place(topic::PLACE, "三里庄"),
                Leaf::narrative(topic::FACTS, odd),
                Leaf::narrative(topic::SOURCE_FILE, "台账.csv"),
            ],
        ),
        (Event::CaseRegistered(sparse), vec![]),
        (
            Event::CaseDeclined(Declined {
                day: on,
                reason: DeclineReason::WithCourt,
            }),
            vec![Leaf::narrative(topic::REASON, "法院已立案")],
        ),
        (
            Event::CaseAccepted(Accepted {
                day: on,
                told: Told::InWriting,
            }),
            vec![],
        ),
        (
            Event::CaseAssigned(Assigned {
                chosen_by: ChosenBy::Parties,
                day: on,
                mediators: vec![mediator(1), mediator(2)],
            }),
            vec![],
        ),
    ]
}

fn course() -> Vec<Example> {
    let on = day("2026-03-05");
    let clauses = vec![
        AgreementClause {
            due: Some(day("2026-04-01")),
            fen: Some(Fen(1_200_000)),
            label: label(5),
        },
        AgreementClause {
            due: None,
            fen: None,
            label: label(6),
        },
    ];
    let reason = |text: &str| vec![Leaf::narrative(topic::REASON, text)];
    let remarks = |text: &str| vec![Leaf::narrative(topic::REMARKS, text)];
    let corrected = |field| Event::CaseCorrected(Corrected { field });
    vec![
        (
            Event::CaseInquired(Inquired {
                day: on,
                label: label(3),
            }),
            vec![
                Leaf::place(topic::PLACE, "村口"),
                Leaf::narrative(topic::RECORD, "问：… 答：…"),
            ],
        ),
        (
            Event::CaseSessionHeld(SessionHeld {
                day: on,
                label: label(4),
                present: vec![label(1), label(2)],
            }),
            vec![
                Leaf::narrative(topic::RECORD, "双方到场"),
                Leaf::narrative(topic::RESULT, "达成一致"),
                Leaf::confidential(label(1), "底线是一万"),
            ],
        ),
        (
            Event::CaseSuspended(Suspended { day: on }),
            reason("等鉴定"),
        ),
        (Event::CaseResumed(Resumed { day: on }), vec![]),
        (
            Event::CaseAgreedInWriting(AgreedInWriting {
                clauses: clauses.clone(),
                copies: 3,
                day: on,
                mediator_signed: true,
                signed: vec![label(1), label(2)],
                stamped: true,
            }),
            vec![
                Leaf::narrative(topic::FACTS, "事实"),
                Leaf::narrative(topic::MATTER, "争议"),
                Leaf::narrative(topic::RESPONSIBILITY, "责任"),
                Leaf::narrative(topic::MANNER, "一次付清"),
                Leaf::place(topic::PLACE, "村委会"),
                Leaf::narrative(label(5), "付一万二千元"),
                Leaf::narrative(label(6), "互不追究"),
            ],
        ),
        (
            Event::CaseAgreedOrally(AgreedOrally { clauses, day: on }),
            vec![Leaf::narrative(topic::FACTS, "口头")],
        ),
        (
            Event::CaseFailed(Failed {
                day: on,
                told_of: vec![OtherWay::Arbitration, OtherWay::Court],
            }),
            reason("各执一词"),
        ),
        (
            Event::CaseWithdrawn(Withdrawn {
                by: WithdrawnBy::Applicant,
                day: on,
            }),
            reason("自行和解"),
        ),
        (
            Event::CasePerformed(Performed {
                clause: Some(label(5)),
                day: on,
            }),
            remarks("收据"),
        ),
        (
            Event::CasePerformed(Performed {
                clause: None,
                day: on,
            }),
            vec![],
        ),
        (Event::CaseUrged(Urged { day: on }), remarks("电话")),
        (
            Event::CaseNotPerformed(NotPerformed { day: on }),
            remarks("仍不付"),
        ),
        (
            Event::CaseConfirmed(Confirmed {
                day: on,
                step: ConfirmationStep::Applied,
            }),
            vec![],
        ),
        (
            Event::CaseFollowedUp(FollowedUp {
                day: on,
                found: FollowUpFinding::PartlyPerformed,
            }),
            vec![Leaf::narrative(topic::RECORD, "已付一半")],
        ),
        (Event::CaseClosed(Closed { day: on }), vec![]),
        (
            Event::CaseArchived(Archived {
                day: on,
                retention: 10,
                volume: "2026-1".into(),
            }),
            vec![],
        ),
        (
            Event::CaseReopened(Reopened { day: on }),
            reason("协议不当"),
        ),
        (
            Event::CaseNoted(Noted {
                day: on,
                form: NoteForm::Call,
            }),
            vec![Leaf::narrative(topic::RECORD, "来电")],
        ),
        (
            Event::CaseExtended(Extended {
                day: on,
                until: day("2026-05-01"),
            }),
            vec![],
        ),
        (
            Event::CaseJoined(Joined {
                agreement: None,
                county: Adcode::new(110_112).unwrap(),
                day: on,
                lead: None,
                organisation: Some(organisation(2)),
            }),
            vec![],
        ),
        (
            corrected(Correction::Party(label(1))),
            vec![
                Leaf::identity(label(1), somebody()),
                Leaf::narrative(topic::REASON, "名字写错"),
            ],
        ),
        (
            corrected(Correction::Facts),
            vec![Leaf::narrative(topic::FACTS, "改")],
        ),
        (
            corrected(Correction::Place),
            vec![Leaf::place(topic::PLACE, "四里庄")],
        ),
        (
            corrected(Correction::Town(Town::of(county(), 102).unwrap())),
            vec![],
        ),
        (corrected(Correction::Day(on)), vec![]),
        (corrected(Correction::Number("2".into())), vec![]),
        (corrected(Correction::Type(DisputeType::Labour)), vec![]),
        (corrected(Correction::Source(Source::Police)), vec![]),
        (corrected(Correction::Mediators(vec![mediator(3)])), vec![]),
        (corrected(Correction::Outcome(entry(3))), vec![]),
        (
            Event::Retracted(Retracted {
                entry: entry(1),
                reason: RetractionReason::EnteredTwice,
            }),
            vec![],
        ),
        (
            Event::Erased(Erased {
                leaves: vec![
                    ErasedLeaf {
                        entry: entry(1),
                        leaf: 0,
                    },
                    ErasedLeaf {
                        entry: entry(2),
                        leaf: 3,
                    },
                ],
            }),
            vec![],
        ),
    ]
}

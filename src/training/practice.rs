//! The three cases that a sandbox has from the start, each at another point of its course: one that has
//! just been told, one in the middle of mediation, one that is agreed and still to be performed.
//!
//! Like every story they only say which command comes next; `decide` has the word.

use crate::domain::case::command::{Intake, NewClause, NewParty, Session, WrittenAgreement};
use crate::domain::case::event::{ChosenBy, Told};
use crate::domain::case::{Case, Command};
use crate::domain::id::{Label, StreamId};
use crate::domain::leaf::Identity;
use crate::law::day::Day;
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::{Adcode, Town};
use crate::law::money::Fen;
use crate::law::person::{PartyKind, PartyRole, Sex};

/// Where it is practised, who acts, and which day it is.
#[derive(Clone, Copy, Debug)]
pub struct Hall {
    pub county: Adcode,
    pub town: Option<Town>,
    pub organisation: StreamId,
    pub mediator: StreamId,
    pub today: Day,
}

/// What comes next, by the case as it stands.
pub type Next = fn(&Hall, &Case) -> Command;

/// The cases, each as its steps so far.
pub const CASES: [&[Next]; 3] = [
    // 楼上漏水: nothing but its registration yet.
    &[leak],
    // 排水沟走向: accepted, looked at, and talked about once.
    &[ditch, accept, assign, inquire, first_session],
    // 拖欠工资: agreed in writing, the sum still due.
    &[wages, accept, assign, wages_session, wages_agreement],
];

impl Hall {
    fn ago(&self, days: i32) -> Day {
        self.today.plus_days(-days)
    }
}

fn person(role: PartyRole, name: &str, sex: Sex, phone: &str, address: &str) -> NewParty {
    NewParty {
        role,
        kind: PartyKind::Person,
        identity: Identity {
            name: name.to_owned(),
            sex: Some(sex),
            phone: Some(phone.to_owned()),
            address: Some(address.to_owned()),
            ..Identity::default()
        },
        others: 0,
    }
}

fn intake(hall: &Hall, day: Day, kind: DisputeType, place: &str, facts: &str) -> Intake {
    Intake {
        day,
        source: Source::Applied,
        kind,
        county: hall.county,
        town: hall.town,
        place: place.to_owned(),
        facts: facts.to_owned(),
        risk: Vec::new(),
        parties: Vec::new(),
        organisation: hall.organisation,
        number: None,
        ledger: None,
    }
}

fn registered(hall: &Hall, case: &Case) -> Day {
    case.day.get().copied().unwrap_or(hall.today)
}

fn all(case: &Case) -> Vec<Label> {
    case.parties.iter().map(|party| party.label).collect()
}

fn leak(hall: &Hall, _: &Case) -> Command {
    use PartyRole::{Applicant, Respondent};
    Command::Register(Intake {
        parties: vec![
            person(
                Applicant,
                "孙玉芬",
                Sex::Female,
                "15400000231",
                "兴业小区2号楼301室",
            ),
            person(
                Respondent,
                "高伟",
                Sex::Male,
                "15400000418",
                "兴业小区2号楼401室",
            ),
        ],
        ..intake(
            hall,
            hall.today,
            DisputeType::Neighbour,
            "兴业小区2号楼",
            "楼上漏水。上周起卫生间顶棚往下滴水，墙皮泡掉了一片，找楼上说过两回，楼上讲他家地面是干的，不肯修。",
        )
    })
}

fn ditch(hall: &Hall, _: &Case) -> Command {
    use PartyRole::{Applicant, Respondent};
    Command::Register(Intake {
        parties: vec![
            person(
                Applicant,
                "张桂珍",
                Sex::Female,
                "15400000118",
                "肖家林村东街12号",
            ),
            person(
                Respondent,
                "李国强",
                Sex::Male,
                "15400000326",
                "肖家林村东街13号",
            ),
        ],
        ..intake(
            hall,
            hall.ago(9),
            DisputeType::Neighbour,
            "肖家林村",
            "排水沟走向。去年他家翻修院墙，把两家中间的排水沟挪了位置，一下雨水就往我家院里灌。",
        )
    })
}

fn wages(hall: &Hall, _: &Case) -> Command {
    use PartyRole::{Applicant, Respondent};
    let firm = NewParty {
        kind: PartyKind::Organisation,
        ..person(
            Respondent,
            "宏达建筑劳务有限公司",
            Sex::Male,
            "15400000877",
            "兴业路26号",
        )
    };
    let firm = NewParty {
        identity: Identity {
            sex: None,
            ..firm.identity
        },
        ..firm
    };
    Command::Register(Intake {
        parties: vec![
            person(
                Applicant,
                "田晓丽",
                Sex::Female,
                "15400000545",
                "肖家林村南街5号",
            ),
            firm,
        ],
        ..intake(
            hall,
            hall.ago(16),
            DisputeType::Labour,
            "兴业路工地",
            "拖欠工资。春天在工地做饭三个月，讲好一个月四千五，完工后只给了一个月的，剩下九千元一直没给。",
        )
    })
}

fn accept(hall: &Hall, case: &Case) -> Command {
    Command::Accept {
        day: registered(hall, case),
        told: Told::Orally,
    }
}

fn assign(hall: &Hall, case: &Case) -> Command {
    Command::Assign {
        day: registered(hall, case),
        mediators: vec![hall.mediator],
        chosen_by: ChosenBy::Committee,
    }
}

fn inquire(hall: &Hall, _: &Case) -> Command {
    Command::Inquire {
        day: hall.ago(7),
        place: String::from("肖家林村东街"),
        record: String::from(
            "到现场看了。旧沟的石沿还在，新沟往南偏了约一尺，出水口正对申请人东墙。两家都在场，没有异议。",
        ),
    }
}

fn first_session(hall: &Hall, case: &Case) -> Command {
    Command::HoldSession(Session {
        day: hall.ago(3),
        place: String::from("村委会调解室"),
        present: all(case),
        record: String::from(
            "申请人要求把沟挪回原处；被申请人说挪回去要拆一段墙，愿意在新沟加盖、加深，费用自己出。",
        ),
        result: String::from("没有谈拢，约定三天后再谈。"),
        confidential: Vec::new(),
    })
}

fn wages_session(hall: &Hall, case: &Case) -> Command {
    Command::HoldSession(Session {
        day: hall.ago(6),
        place: String::from("调解室"),
        present: all(case),
        record: String::from(
            "双方核对了出工表和收条，确认还欠两个月工资共9000元。公司说工程款没有到账，请求缓一缓。",
        ),
        result: String::from("双方同意分期付清。"),
        confidential: Vec::new(),
    })
}

fn wages_agreement(hall: &Hall, case: &Case) -> Command {
    let clause = |text: &str, days: i32, yuan: i64| NewClause {
        text: text.to_owned(),
        due: Some(hall.today.plus_days(days)),
        fen: Some(Fen(yuan * 100)),
    };
    Command::AgreeInWriting(WrittenAgreement {
        day: hall.ago(5),
        facts: String::from(
            "田晓丽在兴业路工地做饭三个月，约定月工资4500元，公司已付一个月，尚欠9000元。",
        ),
        matter: String::from("双方对所欠工资的付款时间发生争议。"),
        responsibility: String::from("公司承认欠付工资9000元，应当付清。"),
        clauses: vec![
            clause("公司先付给田晓丽工资4500元。", 4, 4500),
            clause("公司再付给田晓丽剩下的工资4500元。", 34, 4500),
        ],
        manner: String::from("转账到田晓丽的银行卡"),
        place: String::from("调解室"),
        copies: 3,
        signed: all(case),
        mediator_signed: true,
        stamped: true,
    })
}

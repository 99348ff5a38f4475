//! A case for tests, told by commands as `decide` allows them.

use std::cell::Cell;

use crate::domain::Context;
use crate::domain::case::command::{Intake, NewClause, NewParty, Session, WrittenAgreement};
use crate::domain::case::event::{ChosenBy, Told};
use crate::domain::case::{Case, Command, decide};
use crate::domain::context::Chance;
use crate::domain::fact::{Fact, Past};
use crate::domain::id::{DeskId, EntryId, StreamId, StreamKind};
use crate::domain::leaf::{Identity, SeenLeaf};
use crate::law::day::{Day, Moment};
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::Adcode;
use crate::law::money::Fen;
use crate::law::person::{PartyKind, PartyRole, Sex};

/// Counts up: every label is its own, and the same in every run.
#[derive(Default)]
struct Counting(Cell<u8>);

impl Chance for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.set(self.0.get().wrapping_add(1));
        bytes.fill(self.0.get());
    }
}

/// A case as it is told.
#[derive(Default)]
pub(crate) struct Story {
    pub(crate) case: Case,
    pub(crate) entries: Vec<EntryId>,
    chance: Counting,
    /// Later facts have not seen those from here on.
    unseen_from: Option<usize>,
}

pub(crate) const MEDIATOR: StreamId = StreamId {
    kind: StreamKind::MEDIATOR,
    random: [8; 16],
};

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

impl Story {
    pub(crate) fn act(mut self, command: Command) -> Self {
        let context = Context {
            now: Moment::parse("2026-11-24T14:30").unwrap(),
            who: MEDIATOR,
            next_number: Some("（2026）通西人调字第118号"),
            chance: &self.chance,
        };
        let made = decide(&self.case, command, &context).unwrap();
        for one in made {
            let leaves: Vec<SeenLeaf> = one.leaves.into_iter().map(SeenLeaf::from).collect();
            self.fold(one.event, leaves);
        }
        self
    }

    /// From now on this desk writes what another, that has not seen the last fact, writes too.
    pub(crate) fn apart(mut self) -> Self {
        self.unseen_from = Some(self.entries.len());
        self
    }

    /// Folds a fact whose author had not seen what came since `apart`.
    pub(crate) fn elsewhere(
        mut self,
        event: crate::domain::catalogue::Event,
        leaves: Vec<SeenLeaf>,
    ) -> Self {
        let seen = self.unseen_from.unwrap_or(0);
        let bits = (0..seen).fold(0_u64, |bits, at| bits | 1 << at);
        self.push(Past::Some(vec![bits]), event, leaves);
        self
    }

    fn fold(&mut self, event: crate::domain::catalogue::Event, leaves: Vec<SeenLeaf>) {
        self.push(Past::All, event, leaves);
    }

    fn push(&mut self, past: Past, event: crate::domain::catalogue::Event, leaves: Vec<SeenLeaf>) {
        let position = self.entries.len();
        let id = EntryId([u8::try_from(position + 1).unwrap(); 20]);
        self.entries.push(id);
        self.case.evolve(&Fact {
            id,
            position,
            past,
            at: Moment::parse("2026-11-20T09:05").unwrap(),
            by: DeskId([1; 16]),
            who: MEDIATOR,
            event,
            leaves,
        });
    }

    /// The ditch of the mock-ups, as it was registered.
    pub(crate) fn registered() -> Self {
        Self::default().act(Self::intake())
    }

    /// It, as it is told at the door.
    pub(crate) fn intake() -> Command {
        let party = |role, name: &str, sex, born, phone: &str, address: &str| NewParty {
            role,
            kind: PartyKind::Person,
            identity: Identity {
                name: name.into(),
                sex: Some(sex),
                born: Some(day(born)),
                phone: Some(phone.into()),
                address: Some(address.into()),
                ethnic_group: Some("汉族".into()),
                occupation: Some("务农".into()),
                id_number: None,
            },
            others: 0,
        };
        Command::Register(Intake {
            day: day("2026-10-27"),
            source: Source::Applied,
            kind: DisputeType::Neighbour,
            county: Adcode::new(110_112).unwrap(),
            town: None,
            place: "肖家林村36号".into(),
            facts: "李国强翻建院墙，墙基占用排水沟，雨季积水。".into(),
            risk: Vec::new(),
            parties: vec![
                party(
                    PartyRole::Applicant,
                    "张桂珍",
                    Sex::Female,
                    "1964-03-15",
                    "13800000118",
                    "通州区西集镇肖家林村36号",
                ),
                party(
                    PartyRole::Respondent,
                    "李国强",
                    Sex::Male,
                    "1971-06-08",
                    "13800000119",
                    "武清区河西务镇东街12号",
                ),
            ],
            organisation: StreamId::new(StreamKind::ORGANISATION, [3; 16]),
            number: None,
            ledger: None,
        })
    }

    pub(crate) fn accepted(self) -> Self {
        self.act(Command::Accept {
            day: day("2026-10-28"),
            told: Told::InWriting,
        })
    }

    pub(crate) fn assigned(self) -> Self {
        self.act(Command::Assign {
            day: day("2026-10-28"),
            mediators: vec![MEDIATOR],
            chosen_by: ChosenBy::Committee,
        })
    }

    pub(crate) fn in_mediation(self) -> Self {
        let present = self.case.parties.iter().map(|party| party.label).collect();
        self.act(Command::HoldSession(Session {
            day: day("2026-11-18"),
            place: "肖家林村委会".into(),
            present,
            record: "双方陈述。".into(),
            result: String::new(),
            confidential: Vec::new(),
        }))
    }

    /// The agreement of the mock-up, word for word.
    pub(crate) fn agreed(self) -> Self {
        let signed = self.case.parties.iter().map(|party| party.label).collect();
        let clause = |text: &str, due: &str, fen: Option<i64>| NewClause {
            text: text.into(),
            due: Some(day(due)),
            fen: fen.map(Fen),
        };
        self.act(Command::AgreeInWriting(WrittenAgreement {
            day: day("2026-11-24"),
            facts: "2025年6月，李国强翻建院墙，墙基占用双方共用排水沟沟沿0.3米，雨季排水不畅，致张桂珍院内积水。".into(),
            matter: "双方对排水沟改道和费用承担发生争议。".into(),
            responsibility: "双方确认：李国强占用沟沿，承担主要责任；张桂珍未清理自家门前的淤积，承担次要责任。".into(),
            clauses: vec![
                clause("李国强将占用沟沿的墙基后退0.3米，并清理全沟46米淤积。", "2026-12-15", None),
                clause("排水沟改道费由李国强承担，第一期付给张桂珍。", "2026-12-15", Some(300_000)),
                clause("第二期付给张桂珍。", "2027-01-15", Some(300_050)),
            ],
            manner: "现金或转账，收款人出具收条。".into(),
            place: "肖家林村民委员会".into(),
            copies: 3,
            signed,
            mediator_signed: true,
            stamped: true,
        }))
    }
}

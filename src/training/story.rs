//! A case's story: a small machine that says which command comes next, until there is none.
//!
//! It looks at the case as it stands only for what `decide` named: parties, clauses. What it tells
//! comes from the plot's seed alone.

use std::collections::VecDeque;

use crate::domain::case::command::{
    Intake, NewClause, NewParty, NewValue, OralAgreement, Session, WrittenAgreement,
};
use crate::domain::case::event::{ChosenBy, ConfirmationStep, FollowUpFinding, NoteForm, Told, WithdrawnBy};
use crate::domain::case::state::Outcome;
use crate::domain::case::{Case, Command};
use crate::domain::id::{Label, StreamId};
use crate::domain::leaf::Identity;
use crate::law::day::{Day, Moment};
use crate::law::decline::{DeclineReason, WAYS_AFTER_FAILURE};
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::Adcode;
use crate::law::money::Fen;
use crate::law::person::{PartyKind, PartyRole};
use crate::law::risk::RiskSign;

use super::chance::Dice;
use super::demonstration::Office;
use super::people;
use super::plan;
use super::words::{self, Cast, Other, Theme};

/// How a story goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    Written,
    Oral,
    Failed,
    Withdrawn,
    Declined,
    /// Agreed, taken up again, and agreed anew.
    Reopened,
    /// Agreed, and still to be performed.
    Performing,
    Open,
    Overdue,
}

/// What a story is told from.
#[derive(Clone, Debug)]
pub struct Plot {
    pub seed: u64,
    /// Its place among the region's offices.
    pub office: usize,
    pub course: Course,
    /// On which it is concluded; of what is not, registered.
    pub day: Day,
    pub kind: DisputeType,
    pub source: Source,
    /// How many parties; none: by chance.
    pub people: Option<usize>,
    /// Who joins in.
    pub joint: Option<(Adcode, Option<StreamId>)>,
}

/// A step of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    Register,
    Decline,
    Accept,
    Join,
    Assign,
    Inquire,
    Note,
    Session { last: bool },
    Suspend,
    Resume,
    Extend { until: Day },
    AgreeInWriting,
    AgreeOrally,
    Fail,
    Withdraw,
    Perform { clause: Option<usize> },
    Urge,
    ReportNotPerformed,
    ConfirmApplied,
    ConfirmDone,
    FollowUp,
    Close,
    Archive,
    Reopen,
    Correct,
}

/// What comes next: when, who acts, and what is asked for.
#[derive(Clone, Debug)]
pub struct Step {
    pub at: Moment,
    pub who: StreamId,
    pub command: Command,
}

/// A story that is being told.
#[derive(Debug)]
pub struct Story {
    plot: Plot,
    dice: Dice,
    theme: &'static Theme,
    /// Which of the theme's storylines.
    line: usize,
    beats: VecDeque<(Moment, Beat)>,
    dues: Vec<Day>,
    cast: Cast,
    parties: Vec<NewParty>,
    leads: usize,
}

/// The theme whose kind is its own; there is at least one.
fn theme(dice: &Dice, kind: &DisputeType) -> &'static Theme {
    let all: Vec<&'static Theme> = words::themes(kind).collect();
    *dice.pick(&all)
}

impl Story {
    /// Plans the story; nothing in it happens from `today` on.
    #[must_use]
    pub fn new(plot: Plot, office: &Office, today: Day) -> Self {
        let dice = Dice::new(plot.seed);
        let plan = plan::plan(&plot, &dice, today);
        let theme = theme(&dice, &plot.kind);
        Self {
            line: dice.below(theme.scene.len()),
            beats: plan.beats,
            dues: plan.dues,
            cast: Cast {
                place: office.place.clone(),
                n: dice.between(2, 8),
                m: dice.between(15, 60),
                yuan: theme.hundreds.map_or(0, |(low, high)| i64::from(dice.between(low, high)) * 100),
                day: plan.registered.map(|day| day.plus_days(-dice.between(4, 70))),
                ..Cast::default()
            },
            parties: Vec::new(),
            leads: dice.below(office.mediators.len().max(1)),
            plot,
            dice,
            theme,
        }
    }

    /// When the next step is, if there is one.
    #[must_use]
    pub fn when(&self) -> Option<Moment> {
        self.beats.front().map(|(at, _)| *at)
    }

    /// Nothing more is told.
    pub fn end(&mut self) {
        self.beats.clear();
    }

    /// Its office's place among the region's.
    #[must_use]
    pub fn office(&self) -> usize {
        self.plot.office
    }

    /// The next step, by the case as it stands.
    pub fn next(&mut self, case: &Case, office: &Office) -> Option<Step> {
        let (at, beat) = self.beats.pop_front()?;
        let who = office.mediators.get(self.leads).copied()?;
        let command = self.command(beat, at.day(), case, office);
        Some(Step { at, who, command })
    }

    fn command(&mut self, beat: Beat, day: Day, case: &Case, office: &Office) -> Command {
        let labels = || case.parties.iter().map(|party| party.label).collect::<Vec<Label>>();
        match beat {
            Beat::Register => Command::Register(self.intake(day, office)),
            Beat::Decline => {
                let (place, words) = self.numbered(words::DECLINED);
                let reasons = [DeclineReason::WithCourt, DeclineReason::PartyRefuses, DeclineReason::WithAdministration];
                let reason = reasons.get(place).cloned().unwrap_or(DeclineReason::PartyRefuses);
                Command::Decline { day, reason, words }
            }
            Beat::Accept => {
                let told = if self.dice.happens(60) { Told::Orally } else { Told::InWriting };
                Command::Accept { day, told }
            }
            Beat::Join => {
                let (county, organisation) = self.plot.joint.unwrap_or((office.county, None));
                Command::Join { day, county, organisation }
            }
            Beat::Assign => self.assign(day, office),
            Beat::Inquire => Command::Inquire { day, place: self.cast.place.clone(), record: self.one_of(words::INQUIRY) },
            Beat::Note => {
                let form = if self.dice.happens(50) { NoteForm::Call } else { NoteForm::Visit };
                Command::Note { day, form, text: self.one_of(words::NOTES), confidential_to: None }
            }
            Beat::Session { last } => self.session(day, last, labels(), office),
            Beat::Suspend => Command::Suspend { day, reason: self.one_of(words::SUSPENDED) },
            Beat::Resume => Command::Resume { day },
            Beat::Extend { until } => Command::Extend { day, until: until.max(day.plus_days(1)), both_agree: true },
            Beat::AgreeInWriting => self.written(day, labels(), office),
            Beat::AgreeOrally => {
                let due = self.dues.last().copied();
                let clauses = self.clauses(day, due.into_iter().collect());
                let manner = self.one_of(words::MANNER);
                Command::AgreeOrally(OralAgreement { day, facts: self.facts(), clauses, manner })
            }
            Beat::Fail => Command::Fail { day, told_of: WAYS_AFTER_FAILURE.to_vec(), reason: self.one_of(words::FAILED) },
            Beat::Withdraw => {
                let (place, reason) = self.numbered(words::WITHDRAWN);
                let by = if place == words::WITHDRAWN.len() - 1 { WithdrawnBy::Respondent } else { WithdrawnBy::Applicant };
                Command::Withdraw { day, by, reason }
            }
            Beat::Perform { clause } => {
                let clause = match (clause, case.outcome.get()) {
                    (Some(place), Some(Outcome::Agreed(agreed))) => agreed.clauses.get(place).map(|c| c.public.label),
                    _ => None,
                };
                Command::Perform { day, clause, remarks: self.one_of(words::PERFORMED) }
            }
            Beat::Urge => Command::Urge { day, remarks: self.one_of(words::URGED) },
            Beat::ReportNotPerformed => {
                let mut remarks = String::new();
                self.cast.say("经两次督促{b}仍未履行，已告知{a}可持协议书向人民法院起诉。", &mut remarks);
                Command::ReportNotPerformed { day, told_of_court: true, remarks }
            }
            Beat::ConfirmApplied => Command::Confirm { day, step: ConfirmationStep::Applied },
            Beat::ConfirmDone => Command::Confirm { day, step: ConfirmationStep::Confirmed },
            Beat::FollowUp => Command::FollowUp { day, found: FollowUpFinding::Settled, record: self.one_of(words::VISITED) },
            Beat::Close => Command::Close { day },
            Beat::Archive => {
                let volume = format!("{}-{}", day.year(), self.dice.between(1, 60));
                Command::Archive { day, volume, retention: if self.dice.happens(80) { 10 } else { 30 } }
            }
            Beat::Reopen => {
                let mut reason = String::new();
                self.cast.say("履行中发现协议对期限约定不清，{a}与{b}均同意重新调解。", &mut reason);
                Command::Reopen { day, both_agree: true, reason }
            }
            Beat::Correct => self.correct(case),
        }
    }

    fn intake(&mut self, day: Day, office: &Office) -> Intake {
        self.parties = self.cast_parties(day, office);
        let name = |role: &PartyRole, parties: &[NewParty]| {
            let party = parties.iter().find(|p| p.role == *role);
            party.map(|p| p.identity.name.clone()).unwrap_or_default()
        };
        self.cast.one = name(&PartyRole::Applicant, &self.parties);
        self.cast.other = name(&PartyRole::Respondent, &self.parties);
        let mut risk = Vec::new();
        if self.dice.happens(9) {
            let signs = [RiskSign::EarlierPetitions, RiskSign::Dependants, RiskSign::DeadlineNear, RiskSign::PublicAttention, RiskSign::Violence];
            risk.push(self.dice.pick(&signs).clone());
        }
        Intake {
            day,
            source: self.plot.source.clone(),
            kind: self.plot.kind.clone(),
            county: office.county,
            town: office.town,
            place: format!("{}{}号", office.place, self.dice.between(1, 160)),
            facts: self.facts(),
            risk,
            parties: self.parties.clone(),
            organisation: office.organisation,
            number: None,
            ledger: None,
        }
    }

    fn cast_parties(&self, day: Day, office: &Office) -> Vec<NewParty> {
        let dice = &self.dice;
        let all = self.plot.people.unwrap_or_else(|| match dice.below(20) {
            0..=16 => 2,
            17..=18 => 3,
            _ => 4,
        });
        let live = |ages| people::person(dice, office.county, &office.place, ages, day);
        let person = |role, identity| NewParty { role, kind: PartyKind::Person, identity };
        let elder = self.theme.other == Other::Child;
        let one = live(if elder { (66, 84) } else { (24, 71) });
        let mut parties = vec![person(PartyRole::Applicant, one)];
        for place in 1..all.max(2) {
            // Who comes third stands beside one side; of a family, another child.
            let role = if elder || place % 2 == 1 { PartyRole::Respondent } else { PartyRole::Applicant };
            let next = match (place, self.theme.other) {
                (1, Other::Firm(trade)) => NewParty {
                    role,
                    kind: PartyKind::Organisation,
                    identity: people::firm(dice, &office.seat, trade),
                },
                (_, Other::Child) => person(role, stranger(&parties, || child(&parties[0].identity, live((34, 52))))),
                _ => person(role, stranger(&parties, || live((22, 70)))),
            };
            parties.push(next);
        }
        parties
    }

    /// What happened, in sixty to ninety characters.
    fn facts(&self) -> String {
        let mut facts = String::with_capacity(300);
        for list in [self.theme.scene, self.theme.turn] {
            self.cast.say(list[self.line % list.len()], &mut facts);
        }
        // The turn ends in a comma, for what is asked follows it.
        let claim = self.theme.claim;
        let mut end = String::new();
        self.cast.say(claim[self.line % claim.len()], &mut end);
        if self.cast.m % 3 > 0 {
            trim_comma(&mut facts);
            self.cast.say(words::DETAIL[self.cast.m as usize % words::DETAIL.len()], &mut facts);
        }
        facts + &end
    }

    fn assign(&mut self, day: Day, office: &Office) -> Command {
        let mut mediators: Vec<StreamId> = office.mediators.get(self.leads).copied().into_iter().collect();
        if self.dice.happens(30) && office.mediators.len() > 1 {
            mediators.extend(office.mediators.get((self.leads + 1) % office.mediators.len()));
        }
        let chosen_by = if self.dice.happens(85) { ChosenBy::Committee } else { ChosenBy::Parties };
        Command::Assign { day, mediators, chosen_by }
    }

    fn session(&mut self, day: Day, last: bool, present: Vec<Label>, office: &Office) -> Command {
        let mut record = String::with_capacity(600);
        let cast = &self.cast;
        cast.say(*self.dice.pick(words::OPENING), &mut record);
        record.push_str(&cast.one);
        record.push('：');
        cast.say(*self.dice.pick(self.theme.one_says), &mut record);
        record.push_str(&cast.other);
        record.push('：');
        cast.say(*self.dice.pick(self.theme.other_says), &mut record);
        cast.say(*self.dice.pick(words::MIDDLE), &mut record);
        let result = match (last, self.plot.course) {
            (false, _) => words::NOT_YET,
            (true, Course::Failed) => words::PARTED,
            (true, _) => words::AGREED,
        };
        let confidential = match present.get(self.dice.below(present.len())) {
            Some(label) if !last && self.dice.happens(12) => vec![(*label, self.one_of(words::CONFIDENCE))],
            _ => Vec::new(),
        };
        Command::HoldSession(Session {
            day,
            place: if self.dice.happens(80) { format!("{}调解室", office.place) } else { self.cast.place.clone() + "现场" },
            present,
            record,
            result: String::from(*self.dice.pick(result)),
            confidential,
        })
    }

    fn written(&mut self, day: Day, signed: Vec<Label>, office: &Office) -> Command {
        let clauses = self.clauses(day, self.dues.clone());
        let mut responsibility = String::new();
        self.cast.say(self.theme.duty[self.line % self.theme.duty.len()], &mut responsibility);
        let copies = u32::try_from(signed.len()).unwrap_or(2) + 1;
        Command::AgreeInWriting(WrittenAgreement {
            day,
            facts: self.facts(),
            matter: String::from(self.theme.matter),
            responsibility,
            clauses,
            manner: self.one_of(words::MANNER),
            place: format!("{}调解室", office.place),
            copies,
            signed,
            mediator_signed: true,
            stamped: true,
        })
    }

    /// What is to be done on each due day; and, last, that all is settled.
    fn clauses(&self, day: Day, dues: Vec<Day>) -> Vec<NewClause> {
        let cast = &self.cast;
        let paid = self.theme.hundreds.is_some();
        // What is agreed lies below what was asked, to the hundred.
        let sum = (cast.yuan * i64::from(70 + cast.m % 30) / 100 / 100).max(1) * 100;
        let count = i64::try_from(dues.len().max(1)).unwrap_or(1);
        let mut clauses = Vec::with_capacity(dues.len() + 2);
        for (place, due) in dues.iter().enumerate() {
            let last = place + 1 == dues.len();
            let due_day = (due.month().of_year(), due.day_of_month());
            let mut text = String::new();
            let mut fen = None;
            if paid {
                let share = sum / count / 10 * 10;
                let yuan = if last { sum - share * (count - 1) } else { share };
                fen = Some(Fen(yuan * 100));
                let part = if count == 1 { String::from("一次性") } else { format!("第{}期", place + 1) };
                text = format!("{}于{}月{}日前{part}给付{}{yuan}元", cast.other, due_day.0, due_day.1, cast.one);
            } else {
                let task = self.theme.clauses[(self.line + place) % self.theme.clauses.len()];
                text.push_str(&format!("{}月{}日前，", due_day.0, due_day.1));
                cast.say(task, &mut text);
            }
            clauses.push(NewClause { text, due: Some((*due).max(day)), fen });
        }
        let end = dues.last().copied().unwrap_or(day).max(day);
        if paid && cast.n > 3 {
            let mut text = String::new();
            cast.say(self.theme.clauses[self.line % self.theme.clauses.len()], &mut text);
            clauses.push(NewClause { text, due: Some(end), fen: None });
        }
        let close = words::LAST_CLAUSE[cast.n as usize % words::LAST_CLAUSE.len()];
        clauses.push(NewClause { text: String::from(close), due: Some(end), fen: None });
        clauses
    }

    /// A telephone number or a text put right.
    fn correct(&self, case: &Case) -> Command {
        let reason = String::from(*self.dice.pick(words::CORRECTED));
        let party = case.parties.first();
        let known = party.and_then(|p| Some((p.label, p.identity.get()?.clone()?)));
        let field = match known {
            Some((label, identity)) => {
                let last = self.dice.below(10_000);
                let phone = Some(format!("1540000{last:04}"));
                let phone = if phone == identity.phone { None } else { phone };
                NewValue::Party(label, Identity { phone, ..identity })
            }
            None => NewValue::Facts(self.facts() + "以上为补充更正。"),
        };
        Command::Correct { field, reason }
    }

    fn one_of(&self, list: &[&str]) -> String {
        self.numbered(list).1
    }

    fn numbered(&self, list: &[&str]) -> (usize, String) {
        let place = self.dice.below(list.len());
        let mut text = String::with_capacity(120);
        self.cast.say(list[place], &mut text);
        (place, text)
    }
}

/// Someone whose name none of the parties has.
fn stranger(parties: &[NewParty], someone: impl Fn() -> Identity) -> Identity {
    let mut identity = someone();
    while parties.iter().any(|party| party.identity.name == identity.name) {
        identity = someone();
    }
    identity
}

/// A child bears the parent's name.
fn child(parent: &Identity, mut child: Identity) -> Identity {
    let family: String = parent.name.chars().take(1).collect();
    child.name = family + &child.name.chars().skip(1).collect::<String>();
    child
}

fn trim_comma(text: &mut String) {
    if text.ends_with('，') {
        text.truncate(text.len() - '，'.len_utf8());
        text.push('。');
    }
}

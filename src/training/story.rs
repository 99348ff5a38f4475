//! A case's story: a small machine that says which command comes next, until there is none.
//!
//! It looks at the case as it stands only for what `decide` named: parties, clauses. What it tells
//! comes from the plot's seed alone.

mod telling;

use std::collections::VecDeque;

use crate::domain::case::command::{NewParty, OralAgreement};
use crate::domain::case::event::{
    ConfirmationStep, FollowUpFinding, JoinAnswer, Lead, NoteForm, Told, TransferAnswer,
    WithdrawnBy,
};
use crate::domain::case::state::Outcome;
use crate::domain::case::{Case, Command};
use crate::domain::id::{Label, StreamId};
use crate::law::day::{Day, Moment};
use crate::law::decline::{DeclineReason, WAYS_AFTER_FAILURE};
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::Adcode;

use super::chance::Dice;
use super::demonstration::Office;
use super::plan;
use super::words::{self, Cast, Theme};

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
    /// Under which agreement.
    pub under: Option<StreamId>,
    /// Whose it becomes while it is open.
    pub handed_on: Option<(Adcode, StreamId)>,
    /// Only the steps that such a course needs.
    pub straight: bool,
}

/// A step of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    Register,
    Decline,
    Accept,
    Join,
    Reply,
    Transfer,
    Receive,
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
    Rate,
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
    all[dice.below(all.len())]
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
                yuan: theme
                    .hundreds
                    .map_or(0, |(low, high)| i64::from(dice.between(low, high)) * 100),
                day: plan
                    .registered
                    .map(|day| day.plus_days(-dice.between(4, 70))),
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
        let labels = || {
            case.parties
                .iter()
                .map(|party| party.label)
                .collect::<Vec<Label>>()
        };
        match beat {
            Beat::Register => Command::Register(self.intake(day, office)),
            Beat::Decline => {
                let (place, words) = self.numbered(words::DECLINED);
                let reasons = [
                    DeclineReason::WithCourt,
                    DeclineReason::PartyRefuses,
                    DeclineReason::WithAdministration,
                ];
                let reason = reasons
                    .get(place)
                    .cloned()
                    .unwrap_or(DeclineReason::PartyRefuses);
                Command::Decline { day, reason, words }
            }
            Beat::Accept => {
                let told = if self.dice.happens(60) {
                    Told::Orally
                } else {
                    Told::InWriting
                };
                Command::Accept { day, told }
            }
            Beat::Join => {
                let (county, organisation) = self.plot.joint.unwrap_or((office.county, None));
                Command::Join {
                    day,
                    county,
                    organisation,
                    agreement: self.plot.under,
                    lead: Some(Lead::Handling),
                }
            }
            Beat::Reply => Command::Reply {
                day,
                invitation: case
                    .unanswered()
                    .next()
                    .map(|one| one.entry)
                    .unwrap_or_default(),
                answer: JoinAnswer::Joins,
                remarks: String::new(),
            },
            Beat::Transfer => {
                let to = (office.county, office.organisation);
                let (county, organisation) = self.plot.handed_on.unwrap_or(to);
                Command::Transfer {
                    day,
                    county,
                    organisation,
                    reason: self.one_of(words::HANDED_ON),
                }
            }
            Beat::Receive => Command::Receive {
                day,
                transfer: case
                    .on_its_way()
                    .next()
                    .map(|one| one.entry)
                    .unwrap_or_default(),
                answer: TransferAnswer::Received,
                remarks: String::new(),
            },
            Beat::Assign => self.assign(day, office),
            Beat::Inquire => Command::Inquire {
                day,
                place: self.cast.place.clone(),
                record: self.one_of(words::INQUIRY),
            },
            Beat::Note => {
                let (form, words) = if self.dice.happens(50) {
                    (NoteForm::Call, words::CALLS)
                } else {
                    (NoteForm::Visit, words::VISITS)
                };
                Command::Note {
                    day,
                    form,
                    text: self.one_of(words),
                    confidential_to: None,
                }
            }
            Beat::Session { last } => self.session(day, last, labels(), office),
            Beat::Suspend => Command::Suspend {
                day,
                reason: self.one_of(words::SUSPENDED),
            },
            Beat::Resume => Command::Resume { day },
            Beat::Extend { until } => Command::Extend {
                day,
                until: until.max(day.plus_days(1)),
                both_agree: true,
            },
            Beat::AgreeInWriting => self.written(day, labels(), office),
            Beat::AgreeOrally => {
                let due = self.dues.last().copied();
                let clauses = self.clauses(day, due.into_iter().collect());
                let manner = self.one_of(words::MANNER);
                Command::AgreeOrally(OralAgreement {
                    day,
                    facts: self.facts(),
                    clauses,
                    manner,
                })
            }
            Beat::Fail => Command::Fail {
                day,
                told_of: WAYS_AFTER_FAILURE.to_vec(),
                reason: self.one_of(words::FAILED),
            },
            Beat::Withdraw => {
                let (place, reason) = self.numbered(words::WITHDRAWN);
                let by = if place == words::WITHDRAWN.len() - 1 {
                    WithdrawnBy::Respondent
                } else {
                    WithdrawnBy::Applicant
                };
                Command::Withdraw { day, by, reason }
            }
            Beat::Perform { clause } => {
                let clause = match (clause, case.outcome.get()) {
                    (Some(place), Some(Outcome::Agreed(agreed))) => {
                        agreed.clauses.get(place).map(|c| c.public.label)
                    }
                    _ => None,
                };
                Command::Perform {
                    day,
                    clause,
                    remarks: self.one_of(words::PERFORMED),
                }
            }
            Beat::Urge => Command::Urge {
                day,
                remarks: self.one_of(words::URGED),
            },
            Beat::ReportNotPerformed => {
                let mut remarks = String::new();
                self.cast.say(
                    "经两次督促{b}仍未履行，已告知{a}可持协议书向人民法院起诉。",
                    &mut remarks,
                );
                Command::ReportNotPerformed {
                    day,
                    told_of_court: true,
                    remarks,
                }
            }
            Beat::ConfirmApplied => Command::Confirm {
                day,
                step: ConfirmationStep::Applied,
            },
            Beat::ConfirmDone => Command::Confirm {
                day,
                step: ConfirmationStep::Confirmed,
            },
            Beat::FollowUp => Command::FollowUp {
                day,
                found: FollowUpFinding::Settled,
                record: self.one_of(words::VISITED),
            },
            Beat::Close => Command::Close { day },
            Beat::Archive => {
                let volume = format!("{}-{}", day.year(), self.dice.between(1, 60));
                Command::Archive {
                    day,
                    volume,
                    retention: if self.dice.happens(80) { 10 } else { 30 },
                }
            }
            Beat::Reopen => {
                let mut reason = String::new();
                self.cast.say(
                    "履行中发现协议对期限约定不清，{a}与{b}均同意重新调解。",
                    &mut reason,
                );
                Command::Reopen {
                    day,
                    both_agree: true,
                    reason,
                }
            }
            Beat::Correct => self.correct(case),
            Beat::Rate => self.rate(day, case),
        }
    }

    fn one_of(&self, list: &[&str]) -> String {
        self.numbered(list).1
    }

    /// The place of a text that fits: where nothing is paid, nobody speaks of sums.
    fn fitting(&self, list: &[&str]) -> usize {
        const OF_MONEY: &[&str] = &["数额", "付清", "票据", "资金", "款项", "转账", "先付"];
        let first = self.dice.below(list.len());
        let fits = |place: &usize| {
            self.theme.hundreds.is_some()
                || !OF_MONEY.iter().any(|word| list[*place].contains(word))
        };
        let mut places = (0..list.len()).map(|step| (first + step) % list.len());
        places.find(fits).unwrap_or(first)
    }

    fn numbered(&self, list: &[&str]) -> (usize, String) {
        let place = self.fitting(list);
        let mut text = String::with_capacity(120);
        self.cast.say(list[place], &mut text);
        (place, text)
    }
}

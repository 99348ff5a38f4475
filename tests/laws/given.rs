//! Given some commands, when another comes, then the case says this, or it is refused.

use langqiao::domain::case::command::Command;
use langqiao::domain::case::course::{Stage, Step};
use langqiao::domain::case::refusal::Refusal;
use langqiao::domain::case::{Case, decide};
use langqiao::domain::context::Context;
use langqiao::domain::id::Label;
use langqiao::law::day::Day;

use crate::desks::Desks;
use crate::story;
use crate::writing::{Seed, case_stream, day, mediator};

/// The day on which everything happens, unless a test says otherwise.
pub fn today() -> Day {
    day("2026-03-01")
}

/// A case after some commands, all of which must be allowed.
pub struct Given(pub Desks);

pub fn given(commands: impl IntoIterator<Item = Next>) -> Given {
    let mut given = Given(Desks::new(1));
    for next in commands {
        given = given.and(next);
    }
    given
}

/// What comes next: a command, or a function of the case.
pub enum Next {
    Do(Box<Command>),
    Take(Step),
}

impl From<Command> for Next {
    fn from(command: Command) -> Self {
        Self::Do(Box::new(command))
    }
}

impl From<Step> for Next {
    fn from(step: Step) -> Self {
        Self::Take(step)
    }
}

impl Given {
    pub fn case(&self) -> Case {
        self.0.desks[0].record.chronicle(&case_stream(0)).case()
    }

    pub fn labels(&self) -> Vec<Label> {
        self.case().parties.iter().map(|p| p.label).collect()
    }

    fn command(&self, next: Next) -> Command {
        match next {
            Next::Do(command) => *command,
            Next::Take(Step::Perform) => Command::Perform {
                day: today(),
                clause: None,
                remarks: String::new(),
            },
            Next::Take(step) => story::step(&self.case(), step, today(), &Seed::of(2)),
        }
    }

    /// One more command, which must be allowed.
    pub fn and(self, next: impl Into<Next>) -> Self {
        let when = self.when(next);
        assert_eq!(when.refusal, None);
        when.after
    }

    pub fn on(mut self, on: &str) -> Self {
        self.0.now = day(on).at(9, 0).unwrap();
        self
    }

    pub fn when(mut self, next: impl Into<Next>) -> When {
        let command = self.command(next.into());
        let seed = Seed::of(self.0.desks[0].seq + 77);
        let context = Context {
            now: self.0.now,
            who: mediator(0),
            next_number: Some("第1号"),
            chance: &seed,
        };
        let refusal = match decide(&self.case(), command, &context) {
            Ok(made) => {
                for made in made {
                    self.0
                        .append(0, case_stream(0), &made.event, &made.leaves, &seed);
                }
                None
            }
            Err(refusal) => Some(refusal),
        };
        When {
            refusal,
            after: self,
        }
    }
}

/// What became of it.
pub struct When {
    pub refusal: Option<Refusal>,
    pub after: Given,
}

impl When {
    #[track_caller]
    pub fn then(self, check: impl FnOnce(&Case)) -> Given {
        assert_eq!(self.refusal, None);
        let case = self.after.case();
        assert_eq!(case.anomalies, vec![]);
        check(&case);
        self.after
    }

    #[track_caller]
    pub fn refused(self, expected: Refusal) -> Given {
        assert_eq!(self.refusal, Some(expected));
        self.after
    }
}

pub fn registered() -> Given {
    given([Next::from(Command::Register(story::intake(today())))])
}

pub fn at(stage: &Stage) -> Given {
    use Step::*;
    let way: &[Step] = match stage {
        Stage::Registered | Stage::Unknown(_) => &[],
        Stage::Declined => &[Decline],
        Stage::Accepted => &[Accept],
        Stage::Assigned => &[Accept, Assign],
        Stage::InMediation => &[Accept, Assign, HoldSession],
        Stage::Suspended => &[Accept, Assign, HoldSession, Suspend],
        Stage::Agreed => &[Accept, Assign, AgreeInWriting],
        Stage::Performed => &[Accept, Assign, AgreeInWriting, Perform],
        Stage::NotPerformed => &[Accept, Assign, AgreeInWriting, Urge, ReportNotPerformed],
        Stage::Failed => &[Accept, Assign, Fail],
        Stage::Withdrawn => &[Withdraw],
        Stage::Closed => &[Accept, Assign, AgreeInWriting, Perform, Close],
        Stage::Archived => &[Accept, Assign, AgreeInWriting, Perform, Close, Archive],
    };
    way.iter()
        .fold(registered(), |given, step| given.and(*step))
}

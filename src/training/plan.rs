//! The days of a story: which step falls on which working day and at what hour.

use std::collections::VecDeque;

use crate::law::clock::CONCLUDE_DAYS;
use crate::law::day::{Day, Moment};
use crate::law::holidays::Holidays;

use super::chance::Dice;
use super::story::{Beat, Course, Plot};

/// What a plan says: steps with their moments, and the days on which something is due.
#[derive(Debug, Default)]
pub struct Plan {
    pub beats: VecDeque<(Moment, Beat)>,
    pub registered: Option<Day>,
    pub dues: Vec<Day>,
}

/// Plans a story so that it ends, where it does, on the plot's day. Nothing happens from `today` on.
pub fn plan(plot: &Plot, dice: &Dice, today: Day) -> Plan {
    let mut steps = Steps {
        dice,
        list: Vec::with_capacity(20),
        last: Day::MIN,
        waits: false,
    };
    let (registered, dues) = match plot.course {
        Course::Declined => (declined(plot, &mut steps), Vec::new()),
        Course::Open | Course::Overdue => (open(plot, &mut steps, today), Vec::new()),
        _ if plot.straight => straight(plot, &mut steps),
        _ => concluded(plot, &mut steps, today),
    };
    let list = steps.list;
    Plan {
        beats: timed(list, dice, today),
        registered: Some(registered),
        dues,
    }
}

/// The first working day from `day` on.
#[must_use]
pub fn work(mut day: Day) -> Day {
    while !Holidays::built_in().workday(day).is_worked() {
        day = day.plus_days(1);
    }
    day
}

/// The last working day up to `day`.
#[must_use]
pub fn back(mut day: Day) -> Day {
    while !Holidays::built_in().workday(day).is_worked() {
        day = day.plus_days(-1);
    }
    day
}

struct Steps<'a> {
    dice: &'a Dice,
    list: Vec<(Day, Beat)>,
    last: Day,
    /// Nothing more has happened yet.
    waits: bool,
}

impl Steps<'_> {
    fn on(&mut self, day: Day, beat: Beat) {
        if self.waits {
            return;
        }
        self.last = self.last.max(day);
        self.list.push((self.last, beat));
    }

    /// So many days after the last step, on a working day.
    fn after(&mut self, low: i32, high: i32, beat: Beat) {
        let day = work(self.last.plus_days(self.dice.between(low, high)));
        self.on(day, beat);
    }
}

fn declined(plot: &Plot, steps: &mut Steps<'_>) -> Day {
    let registered = back(plot.day.plus_days(-steps.dice.between(0, 3)));
    steps.on(registered, Beat::Register);
    steps.on(plot.day, Beat::Decline);
    steps.after(0, 2, Beat::Close);
    steps.after(1, 24, Beat::Archive);
    registered
}

fn open(plot: &Plot, steps: &mut Steps<'_>, today: Day) -> Day {
    let dice = steps.dice;
    let registered = back(plot.day);
    steps.on(registered, Beat::Register);
    let overdue = plot.course == Course::Overdue;
    let far = if overdue { 4 } else { dice.below(6) };
    if far >= 1 {
        let soon = work(registered.plus_days(dice.between(0, 2)));
        steps.on(soon, Beat::Accept);
        join(plot, steps);
    }
    if far >= 1 && !overdue && plot.handed_on.is_some() {
        // From here on it is told at another desk.
        steps.after(1, 2, Beat::Transfer);
        if far >= 2 {
            steps.after(1, 3, Beat::Receive);
        }
        return registered;
    }
    if far >= 2 {
        steps.after(0, 1, Beat::Assign);
    }
    if far >= 3 {
        steps.after(
            1,
            3,
            if dice.happens(40) {
                Beat::Inquire
            } else {
                Beat::Note
            },
        );
    }
    if far >= 4 {
        steps.after(1, 5, Beat::Session { last: false });
    }
    if far >= 5 {
        match dice.below(4) {
            0 => steps.after(1, 3, Beat::Suspend),
            1 => steps.after(2, 6, Beat::Session { last: false }),
            2 => steps.after(1, 4, Beat::Note),
            _ => steps.after(1, 2, Beat::Correct),
        }
    }
    // What is overdue was taken in long enough ago, whatever the holidays were.
    debug_assert!(!overdue || registered.plus_days(CONCLUDE_DAYS) < today);
    registered
}

fn join(plot: &Plot, steps: &mut Steps<'_>) {
    if plot.joint.is_some() {
        steps.on(steps.last, Beat::Join);
        steps.on(steps.last, Beat::Reply);
    }
}

fn concluded(plot: &Plot, steps: &mut Steps<'_>, today: Day) -> (Day, Vec<Day>) {
    let dice = steps.dice;
    let day = plot.day;
    let length = match dice.below(20) {
        0..=10 => dice.between(1, 12),
        11..=17 => dice.between(8, 24),
        18 => dice.between(22, 28),
        _ => dice.between(33, 46),
    };
    // A long one stood still for a while, or went on because both sides agreed to it.
    let pause = length > 30 && dice.happens(50);
    let registered = back(day.plus_days(-length));
    let at = |share: i32| {
        back(registered.plus_days(length * share / 100))
            .max(registered)
            .min(day)
    };
    steps.on(registered, Beat::Register);
    steps.on(
        work(registered.plus_days(dice.between(0, 2))).min(day),
        Beat::Accept,
    );
    join(plot, steps);
    if dice.happens(70) {
        steps.on(steps.last, Beat::Assign);
    } else {
        steps.on(work(steps.last.plus_days(1)).min(day), Beat::Assign);
    }
    if dice.happens(4) {
        steps.on(steps.last, Beat::Correct);
    }
    if dice.happens(30) {
        steps.on(at(30), Beat::Inquire);
    }
    if dice.happens(18) {
        steps.on(at(40), Beat::Note);
    }
    // By dice of its own: no other story is told otherwise for it.
    if Dice::new(!plot.seed).happens(4) {
        steps.on(at(45), Beat::Rate);
    }
    if length > 10 && (dice.happens(45) || length > 30) {
        steps.on(at(50), Beat::Session { last: false });
    }
    if pause {
        steps.on(at(52), Beat::Suspend);
        steps.on(at(88), Beat::Resume);
    } else if length > 30 {
        let until = registered.plus_days(length + 14);
        steps.on(back(registered.plus_days(26)), Beat::Extend { until });
        steps.on(at(80), Beat::Session { last: false });
    }
    let dues = match plot.course {
        Course::Written | Course::Performing | Course::Reopened => {
            steps.on(day, Beat::Session { last: true });
            steps.on(day, Beat::AgreeInWriting);
            agreed(plot, steps, today)
        }
        Course::Oral => {
            steps.on(day, Beat::Session { last: true });
            steps.on(day, Beat::AgreeOrally);
            let due = work(day.plus_days(dice.between(0, 7)));
            steps.on(due, Beat::Perform { clause: None });
            vec![due]
        }
        Course::Failed => {
            steps.on(day, Beat::Session { last: true });
            steps.on(day, Beat::Fail);
            Vec::new()
        }
        _ => {
            if dice.happens(55) {
                steps.on(at(75), Beat::Session { last: false });
            }
            steps.on(day, Beat::Withdraw);
            Vec::new()
        }
    };
    file(plot, steps, !dues.is_empty());
    (registered, dues)
}

/// From the door to the end of the case by the shortest way: six entries or seven.
fn straight(plot: &Plot, steps: &mut Steps<'_>) -> (Day, Vec<Day>) {
    let dice = steps.dice;
    let day = plot.day;
    let registered = back(day.plus_days(-dice.between(1, 20)));
    steps.on(registered, Beat::Register);
    steps.on(registered, Beat::Accept);
    steps.on(registered, Beat::Assign);
    let last = plot.course != Course::Withdrawn;
    steps.on(day, Beat::Session { last });
    let agrees = match plot.course {
        Course::Failed => Beat::Fail,
        Course::Withdrawn => Beat::Withdraw,
        Course::Oral => Beat::AgreeOrally,
        _ => Beat::AgreeInWriting,
    };
    steps.on(day, agrees);
    let mut dues = Vec::new();
    if matches!(agrees, Beat::AgreeOrally | Beat::AgreeInWriting) {
        let due = work(day.plus_days(dice.between(0, 14)));
        steps.on(due, Beat::Perform { clause: None });
        dues.push(due);
    }
    steps.after(0, 4, Beat::Close);
    (registered, dues)
}

/// From the agreement to its performance; gives the days on which the instalments are due.
fn agreed(plot: &Plot, steps: &mut Steps<'_>, today: Day) -> Vec<Day> {
    let dice = steps.dice;
    let mut day = plot.day;
    if plot.course == Course::Reopened {
        steps.after(8, 20, Beat::Reopen);
        steps.after(0, 1, Beat::Assign);
        steps.after(3, 12, Beat::Session { last: true });
        steps.on(steps.last, Beat::AgreeInWriting);
        day = steps.last;
    }
    let instalments = if dice.happens(22) {
        dice.between(2, 3)
    } else {
        1
    };
    let first = work(day.plus_days(if plot.course == Course::Performing {
        dice.between(2, 40)
    } else {
        dice.between(0, 21)
    }));
    let dues: Vec<Day> = (0..instalments)
        .map(|n| work(first.plus_days(30 * n)))
        .collect();
    if dice.happens(7) {
        steps.after(2, 12, Beat::ConfirmApplied);
        steps.after(5, 12, Beat::ConfirmDone);
    }
    // Of those that are still to be performed, half wait although their day is past.
    let waits = plot.course == Course::Performing
        && (dice.happens(50) || dues.last().is_some_and(|due| *due < today));
    let fails = plot.course != Course::Performing && dice.happens(4);
    let last = dues.len() - 1;
    for (place, due) in dues.iter().enumerate() {
        if waits && (place == last || *due >= today.plus_days(-9)) {
            if dice.happens(50) {
                steps.on(work(due.plus_days(3)), Beat::Urge);
            }
            steps.waits = true;
            break;
        }
        if fails && place == last {
            steps.on(work(due.plus_days(2)), Beat::Urge);
            steps.after(10, 20, Beat::ReportNotPerformed);
            break;
        }
        if dice.happens(10) {
            steps.on(work(due.plus_days(1)), Beat::Urge);
            steps.after(1, 6, perform(place, last));
        } else {
            steps.on(*due, perform(place, last));
        }
    }
    dues
}

/// The last instalment performs all that is left.
fn perform(place: usize, last: usize) -> Beat {
    Beat::Perform {
        clause: (place < last).then_some(place),
    }
}

fn file(plot: &Plot, steps: &mut Steps<'_>, performed: bool) {
    let dice = steps.dice;
    let visited = if performed {
        dice.happens(60)
    } else {
        dice.happens(6)
    };
    if visited {
        steps.after(7, 28, Beat::FollowUp);
    }
    if plot.course == Course::Withdrawn {
        steps.after(0, 1, Beat::Close);
    } else {
        steps.after(0, 4, Beat::Close);
    }
    steps.after(1, 24, Beat::Archive);
}

/// Gives each step its hour; steps of one day follow one another.
fn timed(steps: Vec<(Day, Beat)>, dice: &Dice, today: Day) -> VecDeque<(Moment, Beat)> {
    let mut beats = VecDeque::with_capacity(steps.len());
    let mut last: Option<Moment> = None;
    for (day, beat) in steps.into_iter().take_while(|(day, _)| *day < today) {
        let hour = if dice.happens(55) {
            dice.between(8, 10)
        } else {
            dice.between(13, 15)
        };
        let minute = dice.between(5, 59);
        let Ok(free) = day.at(
            u8::try_from(hour).unwrap_or(9),
            u8::try_from(minute).unwrap_or(0),
        ) else {
            break;
        };
        let at = match last {
            Some(last) if last.day() == day => last.plus_minutes(dice.between(4, 26)),
            _ => free,
        };
        last = Some(at);
        beats.push_back((at, beat));
    }
    beats
}

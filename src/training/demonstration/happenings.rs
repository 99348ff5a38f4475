//! What happened in a region: consultations, work orders, activities, agreements, and the plots of
//! its disputes.

use std::collections::VecDeque;

use crate::domain::id::{StreamId, StreamKind};
use crate::domain::network::{
    ActivityField, ActivityForm, Answered, Command, Dispatched, Held, Put, Resolved, ResolvedBy,
};
use crate::law::borders;
use crate::law::clock::WorkOrderClass;
use crate::law::day::{Day, Moment};
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::{Adcode, mapped_counties};

use crate::training::chance::Dice;
use crate::training::plan;
use crate::training::scenario::{By, Cases, Consultations, Scenario, When, WorkOrders};
use crate::training::story::{Course, Plot};
use crate::training::words;

use super::offices::{Builder, beginning};
use super::{Account, Region};

impl Builder<'_> {
    /// Everything that is not a case.
    pub fn happenings(&mut self, scenario: &Scenario) {
        for corridor in &scenario.corridors {
            self.signed(corridor);
        }
        for held in &scenario.activities {
            let Some(first) = held.counties.first() else {
                continue;
            };
            let ties = |(counties, since, _): &&(Vec<Adcode>, Day, StreamId)| {
                *since <= held.day && held.counties.iter().all(|one| counties.contains(one))
            };
            let agreement = self.agreements.iter().find(ties).map(|(.., id)| *id);
            let organisers = held.organisers.iter();
            let data = Held {
                agreement,
                attended: held.attended,
                organisers: organisers
                    .filter_map(|name| self.bureaus.get(name).copied())
                    .collect(),
                counties: held.counties.clone(),
                day: held.day,
                form: held.form.clone(),
                name: held.name.clone(),
                name_en: held.name_en.clone(),
                representatives: held.representatives,
            };
            let mut commands = vec![Command::Hold(data)];
            if let Some(minutes) = &held.minutes {
                let minutes = Put::words(ActivityField::Minutes, minutes);
                commands.push(Command::Activity(minutes));
            }
            self.tell(*first, StreamKind::ACTIVITY, held.day, commands);
            if held.form == ActivityForm::Training {
                self.trained(held);
            }
        }
        for asked in &scenario.consultations {
            self.consultations(asked, &scenario.kinds);
        }
        for orders in &scenario.work_orders {
            self.work_orders(orders, &scenario.kinds);
        }
    }

    fn tell(&mut self, county: Adcode, kind: StreamKind, day: Day, commands: Vec<Command>) {
        let desk = self.desk(county);
        let at = hour(&self.dice, day);
        let commands = commands.into_iter().map(|command| (at, command));
        let account = Account {
            desk,
            stream: self.stream(kind),
            who: self.region.desks[desk].acting,
            commands: commands.collect(),
        };
        self.region.accounts.push(account);
    }

    fn consultations(&mut self, asked: &Consultations, kinds: &[(DisputeType, u32)]) {
        let days = self.working_days(asked.from, asked.to);
        let offices = self.serving(asked.county, By::Rooms);
        for _ in 0..asked.count {
            let office = &self.region.offices[*self.dice.pick(&offices)];
            let day = *self.dice.pick(&days);
            let answered = Answered {
                county: asked.county,
                day,
                organisation: office.organisation,
                town: Some(asked.town),
                kind: kind(&self.dice, kinds),
            };
            let asked = self.dice.word(words::ASKED).to_owned();
            let account = Account {
                desk: office.desk,
                stream: self.stream(StreamKind::CONSULTATION),
                who: office
                    .mediators
                    .first()
                    .copied()
                    .unwrap_or(self.region.desks[office.desk].acting),
                commands: VecDeque::from([(
                    hour(&self.dice, day),
                    Command::Answer { answered, asked },
                )]),
            };
            self.region.accounts.push(account);
        }
    }

    fn work_orders(&mut self, orders: &WorkOrders, kinds: &[(DisputeType, u32)]) {
        let days = self.working_days(orders.from, orders.to);
        let offices = self.serving(orders.county, By::Centres);
        for place in 0..orders.resolved + orders.open {
            let dice = &self.dice;
            let office = &self.region.offices[*dice.pick(&offices)];
            let day = *dice.pick(&days);
            let class = dice
                .pick(&[
                    WorkOrderClass::Hours24,
                    WorkOrderClass::Days7,
                    WorkOrderClass::Days7,
                    WorkOrderClass::Days15,
                ])
                .clone();
            let data = Dispatched {
                class,
                county: orders.county,
                day,
                organisation: office.organisation,
                town: office.town,
                kind: kind(dice, kinds),
            };
            let at = hour(dice, day);
            let mut commands = VecDeque::from([(at, Command::Dispatch(data))]);
            if place < orders.resolved {
                let day = plan::work(day.plus_days(dice.between(1, 6)));
                let way = dice.weighed(&[
                    (ResolvedBy::Mediation, 62),
                    (ResolvedBy::Organisation, 24),
                    (ResolvedBy::Evaluation, 14),
                ]);
                let data = Resolved {
                    day,
                    satisfied: dice.happens(95),
                    way: way.cloned().unwrap_or(ResolvedBy::Mediation),
                };
                commands.push_back((hour(dice, day), Command::Resolve(data)));
            }
            let account = Account {
                desk: office.desk,
                stream: self.stream(StreamKind::WORK_ORDER),
                who: office
                    .mediators
                    .first()
                    .copied()
                    .unwrap_or(self.region.desks[office.desk].acting),
                commands,
            };
            self.region.accounts.push(account);
        }
    }

    /// The plots of all disputes.
    pub fn cases(&mut self, scenario: &Scenario) {
        for cases in &scenario.cases {
            self.group(cases, scenario);
        }
    }

    fn group(&mut self, cases: &Cases, scenario: &Scenario) {
        let days = self.working_days(cases.from, cases.to);
        let mut courses = Vec::new();
        for (course, count) in [
            (Course::Written, cases.written),
            (Course::Oral, cases.oral),
            (Course::Failed, cases.failed),
            (Course::Withdrawn, cases.withdrawn),
            (Course::Declined, cases.declined),
            (Course::Reopened, cases.reopened),
            (Course::Open, cases.open),
            (Course::Overdue, cases.overdue),
            (Course::Performing, cases.performing),
        ] {
            courses.extend(std::iter::repeat_n(course, count));
        }
        self.dice.shuffle(&mut courses);
        let offices = match cases.county {
            Some(county) => self.serving(county, cases.by),
            None => self.everywhere(),
        };
        let shares = shares(&self.dice, cases.people, courses.len());
        for (place, course) in courses.into_iter().enumerate() {
            // Spread over all counties they go in turn, or some would have none.
            let office = match cases.county {
                Some(_) => *self.dice.pick(&offices),
                None => offices[place % offices.len()],
            };
            let county = self.region.offices[office].county;
            let backlog = place < cases.petition_backlog;
            let other = cases.with.or_else(|| {
                let neighbours = borders::neighbours(county);
                let joint = !neighbours.is_empty() && self.dice.happens(cases.joint_percent);
                joint.then(|| *self.dice.pick(&neighbours))
            });
            let joint = other.map(|other| (other, self.partner(other)));
            let day = *self.dice.pick(&days);
            let under = other.and_then(|other| self.under(county, other, day));
            let handed_on = match course {
                Course::Open => self.elsewhere(office, other),
                _ => None,
            };
            let plot = Plot {
                seed: self.dice.roll(),
                office,
                course,
                day,
                kind: kind(&self.dice, &scenario.kinds),
                source: if backlog {
                    Source::PetitionBacklog
                } else {
                    source(&self.dice, &scenario.sources)
                },
                people: shares.get(place).copied(),
                joint: joint.filter(|_| handed_on.is_none()),
                under,
                handed_on,
                straight: false,
            };
            self.region.plots.push(plot);
        }
    }

    fn everywhere(&mut self) -> Vec<usize> {
        let mut offices = Vec::new();
        for county in mapped_counties() {
            let here = self.serving(county.adcode, By::Committees);
            if !here.is_empty() {
                offices.push(*self.dice.pick(&here));
            }
        }
        self.dice.shuffle(&mut offices);
        offices
    }

    /// The agreement that ties two counties, and did so when a case of that day was taken in.
    fn under(&self, one: Adcode, other: Adcode, day: Day) -> Option<StreamId> {
        let taken_in = day.plus_days(-60);
        let ties = |(counties, since, _): &&(Vec<Adcode>, Day, StreamId)| {
            counties.contains(&one) && counties.contains(&other) && *since <= taken_in
        };
        self.agreements.iter().find(ties).map(|(.., id)| *id)
    }

    /// To whom one in ten of the open cases is handed on: an office across the border where there is one, else another of
    /// the county.
    fn elsewhere(&mut self, office: usize, other: Option<Adcode>) -> Option<(Adcode, StreamId)> {
        if !self.dice.happens(10) {
            return None;
        }
        let own = &self.region.offices[office];
        let (county, own) = (other.unwrap_or(own.county), own.organisation);
        let to = self.partner(county).filter(|to| *to != own)?;
        Some((county, to))
    }

    fn partner(&mut self, county: Adcode) -> Option<StreamId> {
        let offices = self.serving(county, By::Committees);
        let office = offices.get(self.dice.below(offices.len()))?;
        Some(self.region.offices[*office].organisation)
    }

    /// The working days of a span; its first day where there is none.
    fn working_days(&self, from: When, to: When) -> Vec<Day> {
        let (from, to) = (from.day(self.region.today), to.day(self.region.today));
        let all = (0..=to.days_since(from).max(0)).map(|n| from.plus_days(n));
        let mut days: Vec<Day> = all.filter(|day| plan::work(*day) == *day).collect();
        if days.is_empty() {
            days.push(from);
        }
        days
    }
}

/// How many parties each of `cases` has, so that `people` come out in all: two at least, and the
/// rest one by one.
fn shares(dice: &Dice, people: Option<usize>, cases: usize) -> Vec<usize> {
    let Some(people) = people.filter(|_| cases > 0) else {
        return Vec::new();
    };
    let mut shares = vec![2; cases];
    for _ in 0..people.saturating_sub(2 * cases) {
        shares[dice.below(cases)] += 1;
    }
    shares
}

fn kind(dice: &Dice, kinds: &[(DisputeType, u32)]) -> DisputeType {
    dice.weighed(kinds)
        .cloned()
        .unwrap_or(DisputeType::Neighbour)
}

fn source(dice: &Dice, sources: &[(Source, u32)]) -> Source {
    dice.weighed(sources).cloned().unwrap_or(Source::Applied)
}

pub(super) fn hour(dice: &Dice, day: Day) -> Moment {
    let hour = if dice.happens(55) {
        dice.between(8, 11)
    } else {
        dice.between(13, 16)
    };
    let minute = dice.between(0, 59);
    let at = day.at(
        u8::try_from(hour).unwrap_or(9),
        u8::try_from(minute).unwrap_or(0),
    );
    at.unwrap_or_else(|_| beginning())
}

/// A story for a sample: one of those that come to an end, most of them by the shortest way, as most cases do.
#[must_use]
pub fn random_plot(dice: &Dice, region: &Region) -> Plot {
    const COURSES: &[(Course, u32)] = &[
        (Course::Written, 45),
        (Course::Oral, 25),
        (Course::Failed, 16),
        (Course::Withdrawn, 14),
    ];
    let kinds: Vec<(DisputeType, u32)> = DisputeType::ALL
        .iter()
        .map(|kind| (kind.clone(), 1))
        .collect();
    Plot {
        seed: dice.roll(),
        office: dice.below(region.offices.len()),
        course: dice.weighed(COURSES).copied().unwrap_or(Course::Written),
        day: plan::back(region.today.plus_days(-dice.between(200, 2_400))),
        kind: kind(dice, &kinds),
        source: Source::Applied,
        people: None,
        joint: None,
        under: None,
        handed_on: None,
        straight: !dice.happens(20),
    }
}

//! What a story says: who the parties are, what happened, how they talked, what they agreed on.

use crate::domain::case::command::{
    Intake, NewClause, NewParty, NewValue, Session, WrittenAgreement,
};
use crate::domain::case::event::ChosenBy;
use crate::domain::case::{Case, Command};
use crate::domain::id::{Label, StreamId};
use crate::domain::leaf::Identity;
use crate::law::day::Day;
use crate::law::money::Fen;
use crate::law::person::{PartyKind, PartyRole};
use crate::law::risk::RiskSign;

use crate::training::demonstration::Office;
use crate::training::people;
use crate::training::words::{self, Other};

use super::{Course, Story};

impl Story {
    pub(super) fn intake(&mut self, day: Day, office: &Office) -> Intake {
        self.parties = self.cast_parties(day, office);
        let name = |role: &PartyRole, parties: &[NewParty]| {
            let party = parties.iter().find(|p| p.role == *role);
            party.map(|p| p.identity.name.clone()).unwrap_or_default()
        };
        self.cast.one = name(&PartyRole::Applicant, &self.parties);
        self.cast.other = name(&PartyRole::Respondent, &self.parties);
        let mut risk = Vec::new();
        if self.dice.happens(9) {
            let signs = [
                RiskSign::EarlierPetitions,
                RiskSign::Dependants,
                RiskSign::DeadlineNear,
                RiskSign::PublicAttention,
                RiskSign::Violence,
            ];
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
        // A firm comes beside the people that were asked for.
        let firm = matches!(self.theme.other, Other::Firm(_)) && self.plot.people.is_some();
        let all = all + usize::from(firm);
        let live = |ages| people::person(dice, office.county, &office.place, ages, day);
        let person = |role, identity| NewParty {
            role,
            kind: PartyKind::Person,
            identity,
            others: 0,
        };
        let elder = self.theme.other == Other::Child;
        let one = live(if elder { (66, 84) } else { (24, 71) });
        let mut parties = vec![person(PartyRole::Applicant, one)];
        for place in 1..all.max(2) {
            // Who comes third stands beside one side; of a family, another child.
            let role = if elder || place % 2 == 1 {
                PartyRole::Respondent
            } else {
                PartyRole::Applicant
            };
            let next = match (place, self.theme.other) {
                (1, Other::Firm(trade)) => NewParty {
                    role,
                    kind: PartyKind::Organisation,
                    identity: people::firm(dice, &office.seat, trade),
                    others: 0,
                },
                (_, Other::Child) => person(
                    role,
                    stranger(&parties, || child(&parties[0].identity, live((34, 52)))),
                ),
                _ => person(role, stranger(&parties, || live((22, 70)))),
            };
            parties.push(next);
        }
        parties
    }

    /// What happened, in sixty to ninety characters.
    pub(super) fn facts(&self) -> String {
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
            self.cast.say(
                words::DETAIL[self.cast.m as usize % words::DETAIL.len()],
                &mut facts,
            );
        }
        facts + &end
    }

    pub(super) fn assign(&mut self, day: Day, office: &Office) -> Command {
        let mut mediators: Vec<StreamId> = office
            .mediators
            .get(self.leads)
            .copied()
            .into_iter()
            .collect();
        if self.dice.happens(30) && office.mediators.len() > 1 {
            mediators.extend(
                office
                    .mediators
                    .get((self.leads + 1) % office.mediators.len()),
            );
        }
        let chosen_by = if self.dice.happens(85) {
            ChosenBy::Committee
        } else {
            ChosenBy::Parties
        };
        Command::Assign {
            day,
            mediators,
            chosen_by,
        }
    }

    pub(super) fn session(
        &mut self,
        day: Day,
        last: bool,
        present: Vec<Label>,
        office: &Office,
    ) -> Command {
        let mut record = String::with_capacity(600);
        let cast = &self.cast;
        cast.say(self.dice.word(words::OPENING), &mut record);
        record.push_str(&cast.one);
        record.push('：');
        cast.say(self.dice.word(self.theme.one_says), &mut record);
        record.push_str(&cast.other);
        record.push('：');
        cast.say(self.dice.word(self.theme.other_says), &mut record);
        cast.say(words::MIDDLE[self.fitting(words::MIDDLE)], &mut record);
        let result = match (last, self.plot.course) {
            (false, _) => words::NOT_YET,
            (true, Course::Failed) => words::PARTED,
            (true, _) => words::AGREED,
        };
        let confidential = match present.get(self.dice.below(present.len())) {
            Some(label) if !last && self.dice.happens(12) => {
                vec![(*label, self.one_of(words::CONFIDENCE))]
            }
            _ => Vec::new(),
        };
        Command::HoldSession(Session {
            day,
            place: if self.dice.happens(80) {
                format!("{}调解室", office.place)
            } else {
                self.cast.place.clone() + "现场"
            },
            present,
            record,
            result: String::from(result[self.fitting(result)]),
            confidential,
        })
    }

    pub(super) fn written(&mut self, day: Day, signed: Vec<Label>, office: &Office) -> Command {
        let clauses = self.clauses(day, self.dues.clone());
        let mut responsibility = String::new();
        self.cast.say(
            self.theme.duty[self.line % self.theme.duty.len()],
            &mut responsibility,
        );
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
    pub(super) fn clauses(&self, day: Day, dues: Vec<Day>) -> Vec<NewClause> {
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
                let yuan = if last {
                    sum - share * (count - 1)
                } else {
                    share
                };
                fen = Some(Fen(yuan * 100));
                let part = if count == 1 {
                    String::from("一次性")
                } else {
                    format!("第{}期", place + 1)
                };
                text = format!(
                    "{}于{}月{}日前{part}给付{}{yuan}元",
                    cast.other, due_day.0, due_day.1, cast.one
                );
            } else {
                let task = self.theme.clauses[(self.line + place) % self.theme.clauses.len()];
                text.push_str(&format!("{}月{}日前，", due_day.0, due_day.1));
                cast.say(task, &mut text);
            }
            clauses.push(NewClause {
                text,
                due: Some((*due).max(day)),
                fen,
            });
        }
        let end = dues.last().copied().unwrap_or(day).max(day);
        if paid && cast.n > 3 {
            let mut text = String::new();
            cast.say(
                self.theme.clauses[self.line % self.theme.clauses.len()],
                &mut text,
            );
            clauses.push(NewClause {
                text,
                due: Some(end),
                fen: None,
            });
        }
        let close = words::LAST_CLAUSE[cast.n as usize % words::LAST_CLAUSE.len()];
        clauses.push(NewClause {
            text: String::from(close),
            due: Some(end),
            fen: None,
        });
        clauses
    }

    /// A threat that was heard of in the course of mediation; or the danger of intake is over.
    pub(super) fn rate(&self, day: Day, case: &Case) -> Command {
        let (risk, words) = if case.signs().is_empty() {
            (vec![RiskSign::Violence], words::THREATENED)
        } else {
            (Vec::new(), words::CALMED)
        };
        Command::Rate {
            day,
            risk,
            record: self.one_of(words),
        }
    }

    /// A telephone number or a text put right.
    pub(super) fn correct(&self, case: &Case) -> Command {
        let reason = String::from(self.dice.word(words::CORRECTED));
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
}

/// Someone whose name none of the parties has.
fn stranger(parties: &[NewParty], someone: impl Fn() -> Identity) -> Identity {
    let mut identity = someone();
    while parties
        .iter()
        .any(|party| party.identity.name == identity.name)
    {
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

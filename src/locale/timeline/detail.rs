//! What stands beneath a title: days, sums, and the words of the leaves. A leaf that was left out is
//! said, never passed over.

use super::list;
use crate::domain::case::event::{AgreementClause, Correction};
use crate::domain::catalogue::{Event, network_events};
use crate::domain::id::{EntryId, Label, StreamId};
use crate::domain::leaf::{LeafClass, LeafValue, SeenLeaf, topic};
use crate::law::agreement::AgreementItem;
use crate::law::day::Day;
use crate::law::money::Fen;
use crate::law::risk::RiskSign;
use crate::locale::case::{risk, signs_of_risk};
use crate::locale::steps::{self, chosen_by_name, finding_name};
use crate::locale::terms::Term;
use crate::locale::{Language, dates, numbers, places};

crate::messages! {
    left_out = "这一段已脱敏", "Left out of this copy";
    back_to_back(name: &str) = "背对背 · {name}", "Said in confidence · {name}";
    parties_line(names: &str) = "当事人：{names}", "Parties: {names}";
    where_line(place: &str) = "地点：{place}", "At: {place}";
    from_ledger(file: &str, row: &str) = "来自台账{file}第{row}行", "From the ledger {file}, row {row}";
    from_row(row: &str) = "来自台账{row}", "From the ledger {row}";
    mediators_line(names: &str) = "调解员：{names}", "Mediators: {names}";
    present_line(names: &str) = "到场：{names}", "Present: {names}";
    result_line(words: &str) = "结果：{words}", "Result: {words}";
    reason_line(words: &str) = "原因：{words}", "Reason: {words}";
    manner_line(words: &str) = "履行方式：{words}", "Manner: {words}";
    item_line(place: usize, words: &str) = "第{place}项：{words}", "Item {place}: {words}";
    told_line(ways: &str) = "已告知：{ways}", "Told of: {ways}";
    clauses_line(count: usize) = "协议{count}项", "Items agreed: {count}";
    total_line(sum: &str) = "合计{sum}", "{sum} in all";
    next_due_line(day: &str) = "最早{day}履行", "First due {day}";
    until_line(day: &str) = "延到{day}", "Until {day}";
    volume_line(volume: &str, years: u32) = "卷号{volume}，保管{years}年", "Volume {volume}, kept {years} years";
    new_value_line(value: &str) = "改为：{value}", "Now: {value}";
    on_day(day: &str) = "{day}的事", "Of {day}";
}

/// How a line of the timeline is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DetailKind {
    Plain,
    /// Said in confidence: with a lock.
    Confidential,
    /// A leaf that is not in this copy.
    LeftOut,
}

/// A line beneath a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    pub kind: DetailKind,
    pub text: String,
}

/// Who is who: names of streams and of parties, as this copy knows them.
pub struct Names<'a> {
    pub stream: &'a dyn Fn(StreamId) -> String,
    pub party: &'a dyn Fn(Label) -> String,
    /// What an entry of the case tells, in a few words; none where it is not here.
    pub step: &'a dyn Fn(EntryId) -> Option<String>,
}

/// The lines beneath an event's title. `today` says which years go without saying; `written` is the
/// day on which the entry was made, so that another day of the event is said.
#[must_use]
pub fn detail(
    language: Language,
    event: &Event,
    leaves: &[SeenLeaf],
    names: &Names<'_>,
    written: Day,
    today: Day,
) -> Vec<Detail> {
    let mut lines = Lines {
        language,
        leaves,
        names,
        today,
        said: Vec::new(),
    };
    if let Some(day) = day_of(event).filter(|day| *day != written) {
        lines.plain(on_day(language, &dates::day(language, day, today)));
    }
    lines.public(event);
    lines.rest(event);
    lines.said
}

/// The day that an event tells of.
#[must_use]
fn day_of(event: &Event) -> Option<Day> {
    match event {
        Event::CaseRegistered(data) => Some(data.day),
        Event::CaseNoted(data) => Some(data.day),
        _ => event.step_day().map(|(_, day)| day),
    }
}

/// The clauses of an agreement; none where the event makes none.
fn agreed_by(event: &Event) -> Option<&[AgreementClause]> {
    match event {
        Event::CaseAgreedInWriting(data) => Some(&data.clauses),
        Event::CaseAgreedOrally(data) => Some(&data.clauses),
        _ => None,
    }
}

struct Lines<'a> {
    language: Language,
    leaves: &'a [SeenLeaf],
    names: &'a Names<'a>,
    today: Day,
    said: Vec<Detail>,
}

impl Lines<'_> {
    fn plain(&mut self, text: String) {
        self.said.push(Detail {
            kind: DetailKind::Plain,
            text,
        });
    }

    /// What the public half says.
    fn public(&mut self, event: &Event) {
        let language = self.language;
        match event {
            Event::CaseRegistered(data) => {
                let names: Vec<String> = data
                    .parties
                    .iter()
                    .map(|party| {
                        format!(
                            "{} {}",
                            party.role.term(language),
                            self.as_written(party.label)
                        )
                    })
                    .collect();
                self.plain(parties_line(language, &names.join(separator(language))));
                if !data.risk.is_empty() {
                    self.risk(&data.risk);
                }
                if let Some(row) = data.row {
                    let file = self
                        .words(LeafClass::Narrative, topic::SOURCE_FILE)
                        .unwrap_or_default();
                    self.plain(from_ledger(language, &file, &row.to_string()));
                }
            }
            Event::CaseDeclined(data) => self.plain(data.reason.term(language).to_owned()),
            Event::CaseAssigned(data) => {
                self.mediators(&data.mediators);
                // [L 19] leaves it to the parties, or to the committee.
                let (label, colon) = (steps::chosen_by(language), colon(language));
                let who = chosen_by_name(language, &data.chosen_by);
                self.plain(format!("{label}{colon}{who}"));
            }
            Event::CaseSessionHeld(data) => {
                let names: Vec<String> = data
                    .present
                    .iter()
                    .map(|label| (self.names.party)(*label))
                    .collect();
                self.plain(present_line(language, &names.join(separator(language))));
            }
            Event::CaseAgreedInWriting(data) => self.clauses(&data.clauses),
            Event::CaseAgreedOrally(data) => self.clauses(&data.clauses),
            // A ledger doesn't say of what they were told.
            Event::CaseFailed(data) if data.told_of.is_empty() => {}
            Event::CaseFailed(data) => {
                self.plain(told_line(language, &list(language, &data.told_of)))
            }
            Event::CaseFollowedUp(data) => {
                self.plain(finding_name(language, &data.found).to_owned())
            }
            Event::CaseArchived(data) => {
                self.plain(volume_line(language, &data.volume, data.retention))
            }
            Event::CaseExtended(data) => {
                self.plain(until_line(
                    language,
                    &dates::day(language, data.until, self.today),
                ));
            }
            Event::CaseJoined(data) => {
                let place = places::county_in_city(language, data.county);
                let with = data
                    .organisation
                    .map(|id| format!(" · {}", (self.names.stream)(id)));
                self.plain(format!("{place}{}", with.unwrap_or_default()));
            }
            Event::CaseTransferred(data) => {
                let place = places::county_in_city(language, data.county);
                let to = (self.names.stream)(data.organisation);
                self.plain(format!("{place} · {to}"));
            }
            Event::CaseRated(data) => self.risk(&data.risk),
            Event::CaseCorrected(data) => self.new_value(&data.field),
            // Their title, their day and their leaves say it all.
            Event::CaseAccepted(_)
            | Event::CaseInquired(_)
            | Event::CaseSuspended(_)
            | Event::CaseResumed(_)
            | Event::CaseWithdrawn(_)
            | Event::CasePerformed(_)
            | Event::CaseUrged(_)
            | Event::CaseNotPerformed(_)
            | Event::CaseConfirmed(_)
            | Event::CaseReplied(_)
            | Event::CaseReceived(_)
            | Event::CaseClosed(_)
            | Event::CaseReopened(_)
            | Event::CaseNoted(_)
            | Event::Retracted(_)
            | Event::Erased(_)
            | network_events!()
            | Event::Unknown { .. }
            | Event::Unreadable { .. } => {}
        }
    }

    /// A party by the name that this entry gives it, whatever it was corrected to since.
    fn as_written(&self, label: Label) -> String {
        let of = label.to_string();
        let own = self
            .leaves
            .iter()
            .find(|leaf| leaf.of.as_deref() == Some(&of));
        match own.and_then(SeenLeaf::identity) {
            Some(identity) => identity.name.clone(),
            None => (self.names.party)(label),
        }
    }

    fn mediators(&mut self, mediators: &[StreamId]) {
        let names: Vec<String> = mediators
            .iter()
            .map(|id| (self.names.stream)(*id))
            .collect();
        self.plain(mediators_line(
            self.language,
            &names.join(separator(self.language)),
        ));
    }

    fn risk(&mut self, signs: &[RiskSign]) {
        let words = signs_of_risk(self.language, signs);
        self.plain(risk(self.language, &words));
    }

    fn clauses(&mut self, clauses: &[AgreementClause]) {
        let language = self.language;
        let clauses: Vec<_> = AgreementClause::counted(clauses).collect();
        let mut said = vec![clauses_line(language, clauses.len())];
        let total = AgreementClause::total(clauses.iter().copied());
        if total > Fen(0) {
            said.push(total_line(language, &numbers::sum(language, total)));
        }
        if let Some(due) = clauses.iter().filter_map(|c| c.due).min() {
            said.push(next_due_line(
                language,
                &dates::short_day(language, due, self.today),
            ));
        }
        self.plain(said.join(" · "));
    }

    fn new_value(&mut self, field: &Correction) {
        let language = self.language;
        let value = match field {
            Correction::Party(label) => (self.names.party)(*label),
            Correction::Day(day) => dates::day(language, *day, self.today),
            Correction::StepDay { day, entry } => {
                let day = dates::day(language, *day, self.today);
                match (self.names.step)(*entry) {
                    Some(step) => format!("{step} · {day}"),
                    None => day,
                }
            }
            Correction::Number(number) => number.clone(),
            Correction::Type(kind) => kind.term(language).to_owned(),
            Correction::Source(source) => source.term(language).to_owned(),
            Correction::Mediators(mediators) => return self.mediators(mediators),
            Correction::Risk(risk) => return self.risk(risk),
            // Their words are leaves, a township's name is the page's to find, and an outcome shows itself.
            Correction::Facts
            | Correction::Place
            | Correction::Town(_)
            | Correction::Outcome(_) => return,
        };
        self.plain(new_value_line(language, &value));
    }

    /// The words of the leaves, in their order; names stand in the public lines already. An agreement has so many
    /// texts that each says which it is.
    fn rest(&mut self, event: &Event) {
        let (language, agreed) = (self.language, agreed_by(event));
        let item = |item: AgreementItem, words: &str| {
            format!("{}{}{words}", item.term(language), colon(language))
        };
        let clause = |of: &str| {
            let label = Label::parse(of).ok()?;
            let place = agreed?.iter().position(|clause| clause.label == label)?;
            Some(place + 1)
        };
        for leaf in self.leaves {
            let of = leaf.of.as_deref().unwrap_or_default();
            let Some(value) = &leaf.value else {
                let one = Detail {
                    kind: DetailKind::LeftOut,
                    text: left_out(language).to_owned(),
                };
                // One word for all that is missing.
                if leaf.class != LeafClass::Identity && !self.said.contains(&one) {
                    self.said.push(one);
                }
                continue;
            };
            let LeafValue::Words(words) = value else {
                continue;
            };
            match (&leaf.class, of) {
                (LeafClass::Confidential, of) => {
                    let name = Label::parse(of).map(self.names.party).unwrap_or_default();
                    let text = format!(
                        "{}{}{words}",
                        back_to_back(language, &name),
                        colon(language)
                    );
                    self.said.push(Detail {
                        kind: DetailKind::Confidential,
                        text,
                    });
                }
                (LeafClass::Place, _) => self.plain(where_line(language, words)),
                // With its row, that line is said.
                (_, topic::SOURCE_FILE) if matches!(event, Event::CaseRegistered(_)) => {}
                (_, topic::SOURCE_FILE) => self.plain(from_row(language, words)),
                (_, topic::RESULT) => self.plain(result_line(language, words)),
                (_, topic::REASON) => self.plain(reason_line(language, words)),
                (_, topic::MANNER) => self.plain(manner_line(language, words)),
                (_, topic::FACTS) if agreed.is_some() => {
                    self.plain(item(AgreementItem::Facts, words));
                }
                (_, topic::MATTER) => self.plain(item(AgreementItem::Matter, words)),
                (_, topic::RESPONSIBILITY) => {
                    self.plain(item(AgreementItem::Responsibility, words));
                }
                (_, of) => self.plain(match clause(of) {
                    Some(place) => item_line(language, place, words),
                    None => words.clone(),
                }),
            }
        }
    }

    fn words(&self, class: LeafClass, of: &str) -> Option<String> {
        let leaf = self
            .leaves
            .iter()
            .find(|l| l.class == class && l.of.as_deref() == Some(of))?;
        leaf.words().map(|words| format!("“{words}”"))
    }
}

fn separator(language: Language) -> &'static str {
    match language {
        Language::Chinese => "、",
        Language::English => ", ",
    }
}

fn colon(language: Language) -> &'static str {
    match language {
        Language::Chinese => "：",
        Language::English => ": ",
    }
}

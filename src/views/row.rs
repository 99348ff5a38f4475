//! A case as the register, the search and the statistics keep it: one row, folded from its entries.
//!
//! A row is a function of its stream alone, so that views that are updated and views that are built
//! anew agree. It does not depend on the day on which it was made.

use serde::{Deserialize, Serialize};

use crate::domain::case::public::names_somebody;
use crate::domain::case::state::{Outcome, Party, heads};
use crate::domain::case::{Case, Nearness, Stage, Step, Term};
use crate::domain::catalogue::Event;
use crate::domain::fact::Fact;
use crate::domain::id::{EntryId, StreamId};
use crate::domain::leaf::{LeafClass, SeenLeaf};
use crate::law::coded::Coded;
use crate::law::day::{Day, Moment};
use crate::law::dispute::{DisputeType, Source};
use crate::law::divisions::{Adcode, Town};
use crate::law::money::Fen;
use crate::law::person::{PartyKind, PartyRole};
use crate::record::Chronicle;

use super::query::Ending;
use super::raw;

/// Every word that a row holds by its place in a list, and every kind of entry that is known: rows that were kept
/// under other lists read otherwise, and a kind that became known since was folded past.
#[must_use]
pub fn lists() -> String {
    fn of<T: Coded>() -> impl Iterator<Item = &'static str> {
        T::ALL.iter().map(Coded::code)
    }
    let lists = of::<DisputeType>()
        .chain(of::<Source>())
        .chain(of::<Stage>())
        .chain(of::<Ending>());
    let lists = lists.chain(Event::KINDS.iter().copied());
    lists.collect::<Vec<_>>().join(" ")
}

/// How wide the facts that a row keeps are at most: 32 Han characters, or twice as many Latin letters.
const BRIEF: usize = 64;
/// A clause that ends before this says too little of a case.
const CLAUSE: usize = 16;

/// The first words of a text: the clauses that fit, or where not even one does, what fits of it and a sign. Rows are
/// kept by the hundred thousand: cut at their clauses, facts take no more room than 24 characters of each would.
fn brief(text: &str) -> Box<str> {
    let (mut wide, mut clauses) = (0, None);
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let ends = match letter {
            '，' | '。' | '；' | '！' | '？' => true,
            // 3.5 and 9,000 are numbers.
            ',' | '.' | ';' => letters.peek().is_none_or(|(_, next)| *next == ' '),
            _ => false,
        };
        if ends && (CLAUSE..=BRIEF).contains(&wide) {
            clauses = Some(at);
        }
        wide += if letter < '\u{2e80}' { 1 } else { 2 };
        if wide > BRIEF {
            let cut = || [&text[..at], "…"].concat().into();
            return clauses.map_or_else(cut, |end| text[..end].into());
        }
    }
    text.into()
}

/// A row of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseRow {
    #[serde(with = "raw")]
    pub id: [u8; 16],
    pub number: Option<Box<str>>,
    /// What is known of its people stands in a number that it has or had, which no redaction hides.
    pub named: bool,
    pub kind: DisputeType,
    pub source: Source,
    pub stage: Stage,
    pub registered: Day,
    /// The term that runs, and its last day.
    pub term: Option<(Term, Day)>,
    /// Rated major, and not concluded since: the judicial office and the township are to know of it at once [L 25].
    pub grave: bool,
    pub county: Adcode,
    pub town: Option<Town>,
    #[serde(with = "raw")]
    pub organisation: [u8; 16],
    /// The office that registered it, wherever it was handed on.
    #[serde(with = "raw")]
    pub taken_in_by: [u8; 16],
    #[serde(with = "raw::several")]
    pub mediators: Vec<[u8; 16]>,
    pub applicant: Option<Box<str>>,
    pub applicants: u32,
    pub respondent: Option<Box<str>>,
    pub respondents: u32,
    /// Where the first of either side stands among the parties.
    pub places: (u32, u32),
    /// Parties who are persons, those without a name among them; firms and offices are none.
    pub people: u32,
    pub brief: Option<Box<str>>,
    pub total: Option<Fen>,
    /// Counties of other committees in joint mediation.
    pub joined: Vec<Adcode>,
    /// What else goes between offices about it; none for most.
    pub letters: Option<Box<Letters>>,
    pub questions: u32,
    /// In the order of the fold. What was withdrawn before it was accepted is none.
    pub conclusions: Vec<Conclusion>,
    /// Of this agreement and of earlier ones, if it was taken up again.
    pub performed: Vec<Day>,
    pub followed_up: Option<Day>,
    pub closed: Option<Day>,
    /// By the court; of this agreement and of earlier ones.
    pub confirmed: Vec<Day>,
    /// When its last entry was written, by its author's clock.
    pub touched: Option<Moment>,
}

/// The agreements under which a case is mediated jointly, and where it was handed on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Letters {
    #[serde(with = "raw::several")]
    pub agreements: Vec<[u8; 16]>,
    /// With the receipt of whom it was handed on to.
    pub handed_on: Vec<HandedOn>,
    /// The offices whose receipt is waited for.
    #[serde(with = "raw::several")]
    pub to: Vec<[u8; 16]>,
}

/// Responsibility passed to an office of another place, or of the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HandedOn {
    /// The office that had it before.
    pub from: Option<[u8; 16]>,
    /// Where the one is that has it now.
    pub county: Adcode,
    pub day: Day,
}

impl Letters {
    /// None where no office wrote to another, but to ask it to join without an agreement.
    fn of(case: &Case) -> Option<Box<Self>> {
        let under = case.joint().filter_map(|one| one.with.agreement);
        let passed = case.transfers.iter().filter(|one| one.passed());
        let handed_on = passed.map(|one| HandedOn {
            from: one.from.map(|id| id.random),
            county: one.to.county,
            day: one.receipt.as_ref().map_or(one.to.day, |(_, day)| *day),
        });
        let letters = Self {
            agreements: under.map(|id| id.random).collect(),
            handed_on: handed_on.collect(),
            to: case
                .on_its_way()
                .map(|one| one.to.organisation.random)
                .collect(),
        };
        (letters != Self::default()).then(|| Box::new(letters))
    }
}

/// Mediation came to an end. A reopened case has several.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conclusion {
    pub day: Day,
    pub ending: Ending,
    pub total: Fen,
    /// Days from its acceptance, or from when it was taken up again, to that day; none where nobody knows.
    pub took: Option<u16>,
}

/// What a row can be found by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Findable {
    /// Names, their initials, numbers, phones and places: found by any part of them.
    pub terms: String,
    /// Pairs of neighbouring characters of all narrative text, as they stand there: found by words.
    #[serde(with = "raw::numbers")]
    pub pairs: Vec<u32>,
}

impl CaseRow {
    /// The row of a case; none where it does not count.
    #[must_use]
    pub fn of(id: &StreamId, case: &Case) -> Option<Self> {
        let stage = case.stage.clone()?;
        let first = |role: PartyRole| {
            let name = case.side(&role).next().and_then(name_of);
            let place = case.parties.iter().position(|party| party.role == role);
            let place = place.and_then(|place| u32::try_from(place).ok());
            (name, heads(case.side(&role)), place.unwrap_or(0))
        };
        let (applicant, applicants, one) = first(PartyRole::Applicant);
        let (respondent, respondents, other) = first(PartyRole::Respondent);
        let people = case
            .parties
            .iter()
            .filter(|party| party.kind == PartyKind::Person);
        let agreement = match case.outcome.get() {
            // Taken up again, it holds no more.
            Some(Outcome::Agreed(agreement))
                if !case.stage.as_ref().is_some_and(Stage::is_open) =>
            {
                Some(agreement)
            }
            _ => None,
        };
        Some(Self {
            id: id.random,
            number: case.number.get().map(|n| n.as_str().into()),
            named: names_somebody(case),
            kind: case.kind.get().cloned().unwrap_or(DisputeType::Other),
            source: case.source.get().cloned().unwrap_or(Source::Applied),
            registered: case.day.get().copied()?,
            term: case.term(),
            grave: case.is_grave(),
            county: case.county?,
            town: case.town.get().copied(),
            organisation: case.organisation?.random,
            taken_in_by: case.taken_in_by?.random,
            mediators: case
                .mediators
                .get()
                .map(|m| m.iter().map(|s| s.random).collect())
                .unwrap_or_default(),
            applicant,
            applicants,
            respondent,
            respondents,
            places: (one, other),
            people: heads(people),
            brief: case.facts.get().and_then(Option::as_deref).map(brief),
            total: agreement
                .map(|a| a.total)
                .filter(|total| *total > Fen::ZERO),
            joined: case.joint().map(|one| one.with.county).collect(),
            letters: Letters::of(case),
            questions: u32::try_from(case.questions()).unwrap_or(u32::MAX),
            conclusions: case
                .counted()
                .map(|(id, outcome)| (id, conclusion(case, id, outcome)))
                // Mediated is what was accepted, and concluded (as the periodic report has it).
                .filter(|(id, ended)| !(case.unaccepted.contains(id) && ended.ending.is_mediated()))
                .map(|(_, ended)| ended)
                .collect(),
            performed: case.performed_days().collect(),
            followed_up: case.followed_up.last().copied(),
            closed: case.closed,
            confirmed: case.confirmed().collect(),
            touched: case.touched,
            stage,
        })
    }

    /// Of a case that does not count: its row as it was before it was voided, with what it is found by; none where it
    /// has no beginning. It has no stage and no clock any more, and stands as closed.
    #[must_use]
    pub fn of_voided(id: &StreamId, chronicle: &Chronicle) -> Option<(Self, Findable)> {
        let mut case = chronicle.voided();
        case.stage = Some(Stage::Closed);
        case.rated_after = false;
        let findable = Findable::told(&case, chronicle.before_voided());
        Some((Self::of(id, &case)?, findable))
    }

    /// Whether it is mediated jointly under an agreement.
    #[must_use]
    pub fn is_under(&self, agreement: &[u8; 16]) -> bool {
        let letters = self.letters.as_ref();
        letters.is_some_and(|letters| letters.agreements.contains(agreement))
    }

    /// Whether it was handed on to another office, or is on its way there.
    #[must_use]
    pub fn is_handed_on(&self) -> bool {
        let letters = self.letters.as_ref();
        letters.is_some_and(|letters| !letters.handed_on.is_empty() || !letters.to.is_empty())
    }

    /// The last day of what somebody waits for.
    #[must_use]
    pub fn due(&self) -> Option<Day> {
        let waited_for = self.term.filter(|(term, _)| term.is_waited_for());
        waited_for.map(|(_, last)| last)
    }

    /// How it ended within a period: once, by its last conclusion there, however often it was taken up again and
    /// however many desks wrote that it ended.
    #[must_use]
    pub fn ended_in(&self, period: impl Fn(Day) -> bool) -> Option<&Conclusion> {
        self.conclusions
            .iter()
            .rev()
            .find(|ended| period(ended.day))
    }

    /// Past its day, and somebody waits for it: to be accepted, mediated, or paid.
    #[must_use]
    pub fn late(&self, today: Day) -> bool {
        let near = self.term.map(|(term, last)| term.near(last, today));
        near == Some(Nearness::Late)
    }

    /// Open, and its last day is past: the 30 days of [R 33], or what they were extended to. Nothing else
    /// is called overdue, wherever it is counted or named.
    #[must_use]
    pub fn overdue(&self, today: Day) -> bool {
        matches!(self.term, Some((Term::Conclude, by)) if by < today)
    }
}

fn name_of(party: &Party) -> Option<Box<str>> {
    let identity = party.identity.get()?.as_ref()?;
    Some(identity.name.as_str().into())
}

/// Days from the step that began this stretch of mediation to its conclusion.
fn took(case: &Case, id: &EntryId, ended: Day) -> Option<u16> {
    let steps = case.days.iter().rev();
    let mut before = steps.skip_while(|taken| taken.entry != *id);
    let began = before.find(|taken| matches!(taken.step, Step::Accept | Step::Reopen))?;
    u16::try_from(ended.days_since(began.day)).ok()
}

fn conclusion(case: &Case, id: &EntryId, outcome: &Outcome) -> Conclusion {
    let (ending, total) = match outcome {
        Outcome::Agreed(agreement) if agreement.written => (Ending::Written, agreement.total),
        Outcome::Agreed(agreement) => (Ending::Oral, agreement.total),
        Outcome::Failed { .. } => (Ending::Failed, Fen::ZERO),
        Outcome::Withdrawn { .. } => (Ending::Withdrawn, Fen::ZERO),
        Outcome::Declined { .. } => (Ending::Declined, Fen::ZERO),
    };
    Conclusion {
        day: outcome.day(),
        ending,
        total,
        took: took(case, id, outcome.day()),
    }
}

impl Findable {
    /// What a case can be found by: all its live entries' words but what was said in confidence.
    #[must_use]
    pub fn of(case: &Case, chronicle: &Chronicle) -> Self {
        Self::told(case, chronicle.live())
    }

    fn told<'a>(case: &Case, facts: impl Iterator<Item = &'a Fact> + Clone) -> Self {
        let mut terms = String::with_capacity(256);
        let mut term = |text: &str| {
            if !text.is_empty() {
                terms.push_str(text);
                terms.push(' ');
            }
        };
        if let Some(number) = case.number.get() {
            term(number);
        }
        for party in &case.parties {
            let Some(Some(identity)) = party.identity.get() else {
                continue;
            };
            term(&identity.name);
            term(&crate::law::pinyin::initials(&identity.name));
            term(identity.phone.as_deref().unwrap_or_default());
            term(identity.id_number.as_deref().unwrap_or_default());
        }
        if let Some(Some(place)) = case.place.get() {
            term(place);
        }
        let texts = || {
            let leaves = facts.clone().flat_map(|fact| &fact.leaves);
            let told = leaves.filter(|leaf| leaf.class == LeafClass::Narrative);
            told.filter_map(SeenLeaf::words)
        };
        // A Han character is three bytes.
        let mut pairs = Vec::with_capacity(texts().map(str::len).sum::<usize>() / 3);
        for text in texts() {
            pairs.extend(pairs_of(text));
        }
        Self {
            terms: lowered(terms),
            pairs,
        }
    }
}

/// In small letters. What is all Han characters, digits and Latin letters needs no new text, as nearly all does.
fn lowered(mut terms: String) -> String {
    terms.make_ascii_lowercase();
    // Among these are all that other scripts write large. The brackets of a case number are in full width, too.
    let may_be_large = |c| {
        matches!(c, '\u{c0}'..='\u{2fff}' | '\u{a000}'..='\u{afff}')
            || matches!(c, 'Ａ'..='Ｚ' | '\u{10000}'..)
    };
    if terms.contains(may_be_large) {
        return terms.to_lowercase();
    }
    terms
}

/// Pairs of neighbouring letters, digits or Han characters; punctuation and blanks part them. Two
/// UTF-16 units make a pair, so that one number holds it.
pub fn pairs_of(text: &str) -> impl Iterator<Item = u32> + '_ {
    let mut before = None;
    text.chars().filter_map(move |c| {
        let unit = unit_of(c);
        let pair = before.zip(unit).map(|(a, b): (u32, u32)| a << 16 | b);
        before = unit;
        pair
    })
}

/// What stands for a letter, digit or Han character in a pair; none for what parts them. What is frequent comes first:
/// the general question is a long look into a table.
fn unit_of(c: char) -> Option<u32> {
    let counts = match c {
        '\u{4e00}'..='\u{9fa5}' => true,
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '，' | '。' | '、' | '\u{10000}'.. => false,
        _ => c.is_alphanumeric(),
    };
    counts.then(|| c.to_ascii_lowercase().into())
}

#[cfg(test)]
mod tests {
    use super::{brief, lowered};

    #[test]
    fn terms_are_in_small_letters_whatever_the_script() {
        for letter in '\0'..=char::MAX {
            let text = format!("张桂珍 zgz {letter}");
            assert_eq!(lowered(text.clone()), text.to_lowercase(), "{letter:?}");
        }
    }

    #[test]
    fn a_brief_is_as_wide_in_latin_letters_as_in_han() {
        let han = "修".repeat(33);
        assert_eq!(*brief(&han), format!("{}…", "修".repeat(32)));
        let latin = "He built a wall on my land, and water comes in when it rains.";
        assert_eq!(*brief(latin), *latin);
        assert_eq!(*brief(&"a".repeat(65)), format!("{}…", "a".repeat(64)));
    }

    #[test]
    fn a_brief_ends_where_a_clause_does() {
        let han = "两家宅基地东西相邻，中间原有一道夯土墙，土墙倒后重新砌墙，多占了15厘米。";
        assert_eq!(
            *brief(han),
            *"两家宅基地东西相邻，中间原有一道夯土墙，土墙倒后重新砌墙"
        );
        let latin = "He owes 9,000.50 yuan for 3.5 tons of sand, and says that he never got it, nor ordered it.";
        assert_eq!(*brief(latin), *"He owes 9,000.50 yuan for 3.5 tons of sand");
        // “张三说” is no title.
        let early = format!("张三说，{}", "修".repeat(33));
        assert_eq!(*brief(&early), format!("张三说，{}…", "修".repeat(28)));
    }
}

//! The desk as it lies in the workspace: its key, its place, its people's habits, its counts.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};

use crate::domain::context::Chance;
use crate::domain::id::{DeskId, StreamId};
use crate::law::blank::is_unseen;
use crate::law::day::Moment;
use crate::law::divisions::{Adcode, Town};
use crate::law::organisation::OrganisationKind;

use super::ledger::LedgerHabits;
use super::protocol::Trouble;

/// The rule for numbers that most offices have.
pub const NUMBER_RULE: &str = "（{year}）{abbr}人调字第{n}号";

/// No office takes in more cases in a year.
const MOST: u64 = 99_999;

/// What the desk keeps about itself. The key never leaves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeskRecord {
    /// Ed25519 seed, base64url.
    pub key: String,
    pub organisation: StreamId,
    pub organisation_name: String,
    pub kind: OrganisationKind,
    pub county: Adcode,
    pub town: Option<Town>,
    pub acting: StreamId,
    /// Whoever acted at this desk or was added to it, who did so last first. Of older desks it isn't known.
    #[serde(default)]
    pub acted: Vec<StreamId>,
    pub number_rule: String,
    pub abbreviation: String,
    pub number_suffix: String,
    /// The last number given in each year.
    pub numbers: BTreeMap<i32, u64>,
    /// The count of the desk's last entry.
    pub seq: u64,
    /// How its ledgers are read where they leave it open.
    #[serde(default)]
    pub ledgers: LedgerHabits,
    /// Argon2 of the PIN with its salt; none where there is no lock.
    pub pin: Option<(String, String)>,
    pub since: Moment,
}

impl DeskRecord {
    /// A new key.
    #[must_use]
    pub fn new_key(chance: &dyn Chance) -> String {
        let mut seed = [0u8; 32];
        chance.fill(&mut seed);
        URL_SAFE_NO_PAD.encode(seed)
    }

    /// Another one acts.
    pub fn acts(&mut self, mediator: StreamId) {
        let before = self.acting;
        if before == mediator {
            return;
        }
        self.acted.retain(|one| ![before, mediator].contains(one));
        self.acted.splice(0..0, [mediator, before]);
        self.acting = mediator;
    }

    /// As it lies in the store.
    pub fn text(&self) -> Result<String, Trouble> {
        serde_json::to_string(self).map_err(|error| Trouble::Store(format!("desk: {error}")))
    }

    /// Reads [`Self::text`]. What was changed or cut short on disk is no desk, and stands in nobody's way: the record
    /// beside it is whole, and waits for whoever sets one up again.
    #[must_use]
    pub fn read(text: Option<&str>) -> Option<Self> {
        let desk: Self = serde_json::from_str(text?).ok()?;
        // Without a key all such desks would write under one name.
        desk.signing_key().is_some().then_some(desk)
    }

    /// The key to sign with; none where what lies there is not one.
    #[must_use]
    pub fn signing_key(&self) -> Option<SigningKey> {
        let seed = URL_SAFE_NO_PAD.decode(&self.key).ok()?;
        Some(SigningKey::from_bytes(&seed.try_into().ok()?))
    }

    /// The desk's name in entries: fingerprint of its public key.
    #[must_use]
    pub fn id(&self) -> DeskId {
        self.signing_key().map_or(DeskId::default(), |key| {
            fingerprint(key.verifying_key().as_bytes())
        })
    }

    /// The number that the rule gives to the `n`th case of `year`.
    #[must_use]
    pub fn number(&self, year: i32, n: u64) -> String {
        let n = format!("{n}{}", self.number_suffix);
        self.number_rule
            .replace("{year}", &year.to_string())
            .replace("{abbr}", &self.abbreviation)
            .replace("{n}", &n)
    }

    /// The `n` of the next case of `year`, where `least` was given already.
    #[must_use]
    pub fn next(&self, year: i32, least: u64) -> u64 {
        let last = self.numbers.get(&year).copied().unwrap_or(0);
        last.max(least).saturating_add(1)
    }

    /// The `n` of a number that this rule gave in `year`. What no office reaches in a year is no such number, or one
    /// slip of the finger would spoil all that come after it.
    #[must_use]
    pub fn n_of(&self, year: i32, number: &str) -> Option<u64> {
        let pattern = self
            .number_rule
            .replace("{year}", &year.to_string())
            .replace("{abbr}", &self.abbreviation);
        let (before, after) = pattern.split_once("{n}")?;
        let n = number.strip_prefix(before)?.strip_suffix(after)?;
        let n = n.strip_suffix(self.number_suffix.as_str())?.parse().ok()?;
        (n <= MOST).then_some(n)
    }
}

/// Why numbers can't be made by a rule: each stands in its entry for good, on paper and in every list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleProblem {
    /// Without the count all would be alike.
    NoCount,
    /// Braces around what has no value.
    UnknownPlace(String),
    /// Longer than a number can be read.
    TooLong,
    /// Signs that nobody sees.
    Unseen,
}

/// A rule, an abbreviation or a suffix is at most so many characters.
const LONGEST_RULE: usize = 32;

/// What is wrong with a rule.
#[must_use]
pub fn rule_problem(rule: &str) -> Option<RuleProblem> {
    if !rule.contains("{n}") {
        return Some(RuleProblem::NoCount);
    }
    let told = ["{year}", "{abbr}", "{n}"];
    let rest = told
        .iter()
        .fold(rule.to_owned(), |rest, place| rest.replacen(place, "", 1));
    if let Some(at) = rest.find(['{', '}']) {
        let odd = rest[at..].split_inclusive('}').next().unwrap_or_default();
        return Some(RuleProblem::UnknownPlace(odd.to_owned()));
    }
    part_problem(rule)
}

/// What is wrong with an abbreviation or a suffix.
#[must_use]
pub fn part_problem(part: &str) -> Option<RuleProblem> {
    if part.chars().any(is_unseen) {
        Some(RuleProblem::Unseen)
    } else if part.chars().count() > LONGEST_RULE {
        Some(RuleProblem::TooLong)
    } else {
        None
    }
}

/// What stands for an office in its numbers until it says otherwise: the first letters of county and
/// township, which its name begins with; 通西 for 西集镇司法所 in 通州区.
#[must_use]
pub fn abbreviation(county: Adcode, organisation: &str) -> String {
    let county = county.county().map_or("", |county| county.zh);
    let organisation = organisation.trim();
    if organisation.starts_with(county) {
        // An office of the county itself.
        return county.chars().take(2).collect();
    }
    county
        .chars()
        .take(1)
        .chain(organisation.chars().take(1))
        .collect()
}

/// 128 bits of BLAKE3 of a public key.
#[must_use]
pub fn fingerprint(public: &[u8; 32]) -> DeskId {
    let mut id = [0u8; 16];
    id.copy_from_slice(&blake3::hash(public).as_bytes()[..16]);
    DeskId(id)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
impl DeskRecord {
    /// One of an office of this name, with nothing else to it.
    pub fn bare(county: u32, name: &str) -> Self {
        Self {
            key: String::new(),
            organisation: StreamId::new(crate::domain::id::StreamKind::ORGANISATION, [0; 16]),
            organisation_name: name.to_owned(),
            kind: OrganisationKind::JudicialOffice,
            county: Adcode::new(county).unwrap(),
            town: None,
            acting: StreamId::new(crate::domain::id::StreamKind::MEDIATOR, [0; 16]),
            acted: Vec::new(),
            number_rule: NUMBER_RULE.to_owned(),
            abbreviation: String::new(),
            number_suffix: String::new(),
            numbers: BTreeMap::new(),
            seq: 0,
            ledgers: LedgerHabits::default(),
            pin: None,
            since: Moment::parse("2026-11-24T09:00").unwrap(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_does_not_spoil_the_numbers() {
        let mut desk = DeskRecord {
            abbreviation: String::from("通西"),
            numbers: BTreeMap::from([(2026, 7)]),
            ..DeskRecord::bare(110_112, "")
        };
        let n = |number| desk.n_of(2026, number);
        assert_eq!(n("（2026）通西人调字第12号"), Some(12));
        assert_eq!(n("（2026）通西人调字第20261129号"), None);
        assert_eq!(n("（2026）通西人调字第18446744073709551615号"), None);
        assert_eq!(
            (desk.next(2026, 0), desk.next(2026, 12), desk.next(2027, 0)),
            (8, 13, 1)
        );
        desk.numbers.insert(2026, u64::MAX);
        assert_eq!(desk.next(2026, 0), u64::MAX);
    }

    #[test]
    fn a_rule_makes_numbers_that_differ_and_can_be_read() {
        assert_eq!(rule_problem(NUMBER_RULE), None);
        assert_eq!(rule_problem("{year}-{n}"), None);
        let unknown = |odd: &str| Some(RuleProblem::UnknownPlace(odd.to_owned()));
        for (rule, problem) in [
            ("{year}{abbr}", Some(RuleProblem::NoCount)),
            ("（{yaer}）{n}号", unknown("{yaer}")),
            ("{year}{n}{n}", unknown("{n}")),
            ("{n}\u{202e}", Some(RuleProblem::Unseen)),
            (
                &format!("{{n}}{}", "张".repeat(30)),
                Some(RuleProblem::TooLong),
            ),
        ] {
            assert_eq!(rule_problem(rule), problem, "{rule}");
        }
        assert_eq!(part_problem("-2"), None);
        assert_eq!(part_problem(&"张".repeat(33)), Some(RuleProblem::TooLong));
    }

    #[test]
    fn an_office_is_abbreviated_by_its_place() {
        let tongzhou = Adcode::new(110_112).unwrap();
        assert_eq!(abbreviation(tongzhou, "西集镇司法所"), "通西");
        assert_eq!(abbreviation(tongzhou, "通州区司法局"), "通州");
        assert_eq!(abbreviation(tongzhou, " "), "通");
    }
}

//! The lists of the directory as lines: what stands in each, and what finds it. Plain Rust, tested natively.

use super::kind::DirectoryKind;
use crate::domain::id::StreamId;
use crate::law::day::Day;
use crate::law::divisions::Adcode;
use crate::law::organisation::OrganisationKind;
use crate::law::pinyin::{initials, text_initials};
use crate::locale::terms::Term;
use crate::locale::{Language, dates, directory as say, numbers, places};
use crate::views::answers::Directory;

/// One line of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub id: StreamId,
    pub name: String,
    /// What it is and where.
    pub below: String,
    /// At its end: how many cases, members, what state.
    pub end: String,
    pub ended: bool,
    pub disputed: bool,
    pub county: Option<Adcode>,
    /// Where it is an organisation.
    pub kind: Option<OrganisationKind>,
    /// What finds it beside its name, lower case.
    also: String,
}

/// What narrows a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Narrowed {
    pub word: String,
    pub county: Option<Adcode>,
    pub kind: Option<OrganisationKind>,
    /// Those that have ended too.
    pub ended: bool,
}

/// The lines of a list in their order: what works first, then by county and name.
#[must_use]
pub fn lines(l: Language, known: &Directory, what: &DirectoryKind, today: Day) -> Vec<Line> {
    let line = |id, name: &str, county: Option<Adcode>| Line {
        id,
        name: name.to_owned(),
        below: String::new(),
        end: String::new(),
        ended: false,
        disputed: false,
        county,
        kind: None,
        also: String::new(),
    };
    let called = |zh: &str, en: Option<&String>| l.name(zh, en.map(String::as_str)).to_owned();
    let place = |county: Adcode| places::county(l, county);
    let count = |number: usize| numbers::count(i64::try_from(number).unwrap_or(i64::MAX));
    let mut all: Vec<Line> = match what {
        DirectoryKind::Organisation => {
            let one = |one: &crate::views::answers::OrganisationLine| {
                let data = &one.organisation;
                let cases = i64::try_from(one.cases).unwrap_or(i64::MAX);
                Line {
                    below: format!("{} · {}", data.kind.term(l), place(data.county)),
                    end: match one.cases {
                        0 => String::new(),
                        _ => say::cases(l, &numbers::count(cases)),
                    },
                    ended: one.ended.is_some(),
                    disputed: one.disputed,
                    kind: Some(data.kind.clone()),
                    also: format!("{} {}", data.name, data.brand.clone().unwrap_or_default()),
                    ..line(
                        one.id,
                        &called(&data.name, data.name_en.as_ref()),
                        Some(data.county),
                    )
                }
            };
            known.organisations.iter().map(one).collect()
        }
        DirectoryKind::Person => {
            let office = |id| known.organisations.iter().find(|line| line.id == id);
            let one = |one: &crate::views::answers::MediatorLine| {
                let office = office(one.organisation).map(|line| &line.organisation);
                let name = one.name.clone();
                let name = name.unwrap_or_else(|| say::nameless(l).to_owned());
                let at = office.map(|office| called(&office.name, office.name_en.as_ref()));
                Line {
                    below: [Some(one.kind.term(l).to_owned()), at]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                        .join(" · "),
                    ended: one.ended.is_some(),
                    disputed: one.disputed,
                    also: initials(&name),
                    ..line(one.id, &name, office.map(|office| office.county))
                }
            };
            known.mediators.iter().map(one).collect()
        }
        DirectoryKind::Team => {
            let one = |(id, team): &(StreamId, crate::domain::network::Team)| Line {
                below: place(team.now.county),
                end: format!("{} {}", say::members(l), count(team.members.len())),
                ended: team.ended.is_some(),
                disputed: team.disputed,
                also: team.now.name.clone(),
                ..line(
                    *id,
                    &called(&team.now.name, team.now.name_en.as_ref()),
                    Some(team.now.county),
                )
            };
            known.teams.iter().map(one).collect()
        }
        DirectoryKind::MicroGrid => {
            let one = |(id, grid): &(StreamId, crate::domain::network::MicroGrid)| Line {
                below: place(grid.now.county),
                end: format!("{} {}", say::workers(l), count(grid.workers.len())),
                ended: grid.ended.is_some(),
                disputed: grid.disputed,
                ..line(*id, &grid.now.name, Some(grid.now.county))
            };
            known.micro_grids.iter().map(one).collect()
        }
        DirectoryKind::Agreement => {
            let one = |(id, agreement): &(StreamId, crate::domain::network::Agreement)| Line {
                below: crate::locale::network::fields::counties(l, &agreement.counties),
                end: agreement.state(today).term(l).to_owned(),
                ended: agreement.ended.is_some(),
                disputed: agreement.disputed,
                also: format!(
                    "{} {}",
                    agreement.name,
                    agreement.corridor.clone().unwrap_or_default()
                ),
                ..line(
                    *id,
                    &called(&agreement.name, Some(&agreement.name_en)),
                    agreement.counties.first().copied(),
                )
            };
            known.agreements.iter().map(one).collect()
        }
        DirectoryKind::Activity | DirectoryKind::Unknown(_) => {
            let mut held: Vec<_> = known.activities.iter().collect();
            held.sort_by_key(|(id, one)| (std::cmp::Reverse(one.now.day), *id));
            let one = |(id, activity): &(StreamId, crate::domain::network::Activity)| {
                let held = &activity.now;
                let counties = crate::locale::network::fields::counties(l, &held.counties);
                Line {
                    below: format!("{} · {counties}", held.form.term(l)),
                    end: dates::short_day(l, held.day, today),
                    disputed: activity.disputed,
                    also: held.name.clone(),
                    ..line(
                        *id,
                        &called(&held.name, Some(&held.name_en)),
                        held.counties.first().copied(),
                    )
                }
            };
            // The latest first: no other order of theirs means anything.
            return held.into_iter().map(one).map(findable).collect();
        }
    };
    all.sort_by(|one, other| {
        let key = |line: &Line| (line.ended, line.county, line.kind.clone());
        key(one)
            .cmp(&key(other))
            .then_with(|| one.name.cmp(&other.name))
    });
    all.into_iter().map(findable).collect()
}

fn findable(mut line: Line) -> Line {
    let county = line.county.and_then(Adcode::county);
    let place = county.map(|county| format!("{} {}", county.zh, county.en));
    let also = [
        line.name.to_lowercase(),
        line.also.to_lowercase(),
        text_initials(&line.name),
        text_initials(&line.also),
        place.unwrap_or_default().to_lowercase(),
    ];
    line.also = also.join(" ");
    line
}

/// The places of the lines that are asked for.
#[must_use]
pub fn found(lines: &[Line], asked: &Narrowed) -> Vec<usize> {
    let words: Vec<String> = asked
        .word
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    let fits = |line: &Line| {
        (asked.ended || !line.ended)
            && asked
                .county
                .is_none_or(|county| line.county == Some(county))
            && asked
                .kind
                .as_ref()
                .is_none_or(|kind| line.kind.as_ref() == Some(kind))
            && words.iter().all(|word| line.also.contains(word.as_str()))
    };
    let all = lines.iter().enumerate();
    all.filter(|(_, line)| fits(line))
        .map(|(at, _)| at)
        .collect()
}

/// The kinds of organisations that a list has, each with how many.
#[must_use]
pub fn kinds(lines: &[Line]) -> Vec<(OrganisationKind, u32)> {
    let mut kinds = std::collections::BTreeMap::<OrganisationKind, u32>::new();
    for kind in lines
        .iter()
        .filter(|line| !line.ended)
        .filter_map(|line| line.kind.clone())
    {
        *kinds.entry(kind).or_default() += 1;
    }
    kinds.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::StreamKind;
    use crate::domain::network::Founded;
    use crate::law::person::MediatorKind;
    use crate::views::answers::{MediatorLine, OrganisationLine};

    fn id(kind: StreamKind, n: u8) -> StreamId {
        StreamId::new(kind, [n; 16])
    }

    fn sample() -> Directory {
        let office = |n: u8, kind, name: &str, county, ended| OrganisationLine {
            id: id(StreamKind::ORGANISATION, n),
            organisation: Founded::new(kind, name.into(), Adcode::new(county).unwrap()),
            ended,
            disputed: false,
            cases: u64::from(n),
        };
        let day = Day::new(2026, 1, 1).ok();
        Directory {
            organisations: vec![
                office(
                    1,
                    OrganisationKind::JudicialOffice,
                    "西集司法所",
                    110_112,
                    None,
                ),
                office(
                    2,
                    OrganisationKind::CommitteeTownship,
                    "河西务镇调委会",
                    120_114,
                    None,
                ),
                office(
                    3,
                    OrganisationKind::JudicialOffice,
                    "旧司法所",
                    110_112,
                    day,
                ),
            ],
            mediators: vec![MediatorLine {
                id: id(StreamKind::MEDIATOR, 1),
                name: Some("张桂珍".into()),
                kind: MediatorKind::PartTime,
                organisation: id(StreamKind::ORGANISATION, 2),
                specialities: Vec::new(),
                ended: None,
                disputed: false,
            }],
            ..Directory::default()
        }
    }

    fn find(what: &DirectoryKind, asked: &Narrowed) -> Vec<String> {
        let today = Day::new(2026, 6, 1).unwrap();
        let lines = lines(Language::Chinese, &sample(), what, today);
        let found = found(&lines, asked).into_iter();
        found.map(|at| lines[at].name.clone()).collect()
    }

    #[test]
    fn a_few_letters_find_an_office() {
        for word in ["西集", "xjsfs", "通州", "tongzhou 司法"] {
            let asked = Narrowed {
                word: word.into(),
                ..Narrowed::default()
            };
            assert_eq!(
                find(&DirectoryKind::Organisation, &asked),
                ["西集司法所"],
                "{word}"
            );
        }
        let person = Narrowed {
            word: "zgz".into(),
            ..Narrowed::default()
        };
        assert_eq!(find(&DirectoryKind::Person, &person), ["张桂珍"]);
    }

    #[test]
    fn what_has_ended_stands_last_and_only_when_asked_for() {
        let all = Narrowed {
            ended: true,
            ..Narrowed::default()
        };
        let names = find(&DirectoryKind::Organisation, &all);
        assert_eq!(names, ["西集司法所", "河西务镇调委会", "旧司法所"]);
        assert_eq!(
            find(&DirectoryKind::Organisation, &Narrowed::default()).len(),
            2
        );
    }

    #[test]
    fn kinds_are_counted_and_narrow_the_list() {
        let today = Day::new(2026, 6, 1).unwrap();
        let lines = lines(
            Language::Chinese,
            &sample(),
            &DirectoryKind::Organisation,
            today,
        );
        assert_eq!(
            kinds(&lines),
            [
                (OrganisationKind::JudicialOffice, 1),
                (OrganisationKind::CommitteeTownship, 1)
            ]
        );
        let asked = Narrowed {
            kind: Some(OrganisationKind::CommitteeTownship),
            county: Adcode::new(120_114),
            ..Narrowed::default()
        };
        assert_eq!(found(&lines, &asked).len(), 1);
    }
}

//! Words of invented disputes: building blocks by theme, put together by chance, so that fifty cases
//! read like fifty cases.

mod home;
mod land;
mod talk;
mod work;

use crate::law::day::Day;
use crate::law::dispute::DisputeType;

pub use talk::*;

/// Who stands on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    Person,
    /// A child of the applicant.
    Child,
    /// A firm that does this.
    Firm(&'static str),
}

/// What a dispute may be about. In the texts stand `{a}` and `{b}` for the sides, `{v}` for the
/// place, `{s}` for a sum in yuan, `{n}` and `{m}` for numbers below ten and a hundred, `{d}` for a
/// day.
#[derive(Debug)]
pub struct Theme {
    pub kind: DisputeType,
    pub other: Other,
    /// From how many hundreds of yuan to how many; none where nothing is paid.
    pub hundreds: Option<(i32, i32)>,
    /// What came first, what happened then, what is asked for: together the facts.
    pub scene: &'static [&'static str],
    pub turn: &'static [&'static str],
    pub claim: &'static [&'static str],
    pub matter: &'static str,
    /// What the sides say in a session.
    pub one_says: &'static [&'static str],
    pub other_says: &'static [&'static str],
    pub duty: &'static [&'static str],
    /// What is to be done, beside paying.
    pub clauses: &'static [&'static str],
}

/// Who and what the texts speak of.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    pub one: String,
    pub other: String,
    pub place: String,
    pub yuan: i64,
    pub n: i32,
    pub m: i32,
    pub day: Option<Day>,
}

impl Cast {
    /// Puts names and numbers into a text.
    pub fn say(&self, text: &str, out: &mut String) {
        use std::fmt::Write;
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((slot, after)) = after.split_once('}') else {
                break;
            };
            // Writing to a String cannot fail.
            let _ = match slot {
                "a" => out.write_str(&self.one),
                "b" => out.write_str(&self.other),
                "v" => out.write_str(&self.place),
                "s" => write!(out, "{}", self.yuan),
                "n" => write!(out, "{}", self.n),
                "m" => write!(out, "{}", self.m),
                "d" => match self.day {
                    Some(day) => write!(out, "{}月{}日", day.month().of_year(), day.day_of_month()),
                    None => out.write_str("前些日子"),
                },
                _ => Ok(()),
            };
            rest = after;
        }
        out.push_str(rest);
    }
}

/// The themes of a type; where it has none, those of neighbours.
pub fn themes(kind: &DisputeType) -> impl Iterator<Item = &'static Theme> {
    let of = |kind: DisputeType| all().filter(move |theme| theme.kind == kind);
    let known = all().any(|theme| theme.kind == *kind);
    of(if known {
        kind.clone()
    } else {
        DisputeType::Neighbour
    })
}

fn all() -> impl Iterator<Item = &'static Theme> {
    home::THEMES.iter().chain(land::THEMES).chain(work::THEMES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_can_be_said() {
        let cast = Cast {
            one: "甲".into(),
            other: "乙".into(),
            place: "某村".into(),
            yuan: 1,
            n: 2,
            m: 30,
            day: None,
        };
        for theme in all() {
            for list in [
                theme.scene,
                theme.turn,
                theme.claim,
                theme.one_says,
                theme.other_says,
                theme.duty,
                theme.clauses,
            ] {
                assert!(!list.is_empty());
                for text in list {
                    let mut out = String::new();
                    cast.say(text, &mut out);
                    assert!(!out.contains(['{', '}', '?']), "{out}");
                }
            }
            let shortest = |list: &[&str]| {
                list.iter()
                    .map(|text| text.chars().count())
                    .min()
                    .unwrap_or(0)
            };
            let least = shortest(theme.scene) + shortest(theme.turn) + shortest(theme.claim);
            assert!(least >= 40, "{least}: {}", theme.matter);
        }
    }

    #[test]
    fn the_usual_types_have_themes_of_their_own() {
        for kind in [
            DisputeType::Neighbour,
            DisputeType::MarriageFamily,
            DisputeType::Labour,
            DisputeType::HouseHomestead,
            DisputeType::Damages,
        ] {
            assert!(themes(&kind).all(|theme| theme.kind == kind));
        }
    }
}

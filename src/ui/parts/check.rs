//! What a field tells of a text as one leaves it: what is wrong and what to do. Form alone (digits,
//! dates); what the law asks is the domain's to refuse. Plain Rust, tested natively.

use std::sync::Arc;

use time::{Date, Month};

use crate::law::{money::Fen, phone::Phone};
use crate::locale::{Language, parts as say, refusal};

type Checking = dyn Fn(&str, Language) -> Option<String> + Send + Sync;

/// A check of a text: `None` when it is good. Any function of `(&str, Language)` is one.
#[derive(Clone)]
pub struct Check(Arc<Checking>);

impl Check {
    #[must_use]
    pub fn run(&self, text: &str, language: Language) -> Option<String> {
        (self.0)(text, language)
    }

    /// This one, and where it finds nothing, the other.
    #[must_use]
    pub fn then(self, other: impl Into<Self>) -> Self {
        let other = other.into();
        Self::from(move |text: &str, language| {
            self.run(text, language)
                .or_else(|| other.run(text, language))
        })
    }
}

impl Default for Check {
    fn default() -> Self {
        Self::from(|_: &str, _| None)
    }
}

impl<F> From<F> for Check
where
    F: Fn(&str, Language) -> Option<String> + Send + Sync + 'static,
{
    fn from(check: F) -> Self {
        Self(Arc::new(check))
    }
}

/// Something must stand here.
#[must_use]
pub fn filled(text: &str, language: Language) -> Option<String> {
    text.trim()
        .is_empty()
        .then(|| say::must_fill(language).into())
}

/// A telephone number, by the law's own rule. Empty is good.
#[must_use]
pub fn phone(text: &str, language: Language) -> Option<String> {
    let problem = Phone::parse(text).err().filter(|_| !text.trim().is_empty());
    problem.map(|problem| refusal::phone(language, problem))
}

/// A whole number, with or without separators. Empty is good.
#[must_use]
pub fn number(text: &str, language: Language) -> Option<String> {
    let text = text.trim().replace([',', '，'], "");
    (!text.is_empty() && text.parse::<u32>().is_err()).then(|| say::not_a_number(language).into())
}

/// A sum in yuan, by the law's own rule. Empty is good.
#[must_use]
pub fn money(text: &str, language: Language) -> Option<String> {
    let problem = Fen::parse_yuan(text)
        .err()
        .filter(|_| !text.trim().is_empty());
    problem.map(|problem| refusal::money(language, problem))
}

/// A day as `2026-11-24` that is not after `today`. Empty is good.
#[must_use]
pub fn not_future(text: &str, today: &str, language: Language) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    match day(text) {
        None => Some(say::not_a_date(language).into()),
        // ISO days sort as texts.
        Some(_) if text > today => Some(say::in_the_future(language).into()),
        Some(_) => None,
    }
}

/// The day of an ISO text.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || text.len() != 10 {
        return None;
    }
    date(year, month, day)
}

/// The day before, as an ISO text.
#[must_use]
pub fn day_before(text: &str) -> Option<String> {
    let day = day(text)?.previous_day()?;
    Some(format!(
        "{:04}-{:02}-{:02}",
        day.year(),
        u8::from(day.month()),
        day.day()
    ))
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (1900..2100).contains(year))?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZH: Language = Language::Chinese;

    #[test]
    fn phones() {
        for good in [
            "13800138000",
            "138 0013 8000",
            "010-69543210",
            "0312-1234567",
            "",
        ] {
            assert_eq!(phone(good, ZH), None, "{good}");
        }
        for wrong in ["1380013800", "12800138000", "1380013800o", "01"] {
            assert!(phone(wrong, ZH).is_some(), "{wrong}");
        }
    }

    #[test]
    fn sums() {
        for good in ["9000", "9,000.5", "1.2万", "￥3000元", ""] {
            assert_eq!(money(good, ZH), None, "{good}");
        }
        for wrong in ["1.234", "-5", "五百", "1e3", "9999999999999"] {
            assert!(money(wrong, ZH).is_some(), "{wrong}");
        }
    }

    #[test]
    fn days() {
        assert_eq!(day_before("2026-03-01").as_deref(), Some("2026-02-28"));
        assert_eq!(not_future("2026-11-24", "2026-11-24", ZH), None);
        assert!(not_future("2026-11-25", "2026-11-24", ZH).is_some());
        assert!(not_future("2026-02-30", "2026-11-24", ZH).is_some());
    }
}

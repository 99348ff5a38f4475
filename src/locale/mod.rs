//! The texts a person reads, in zh-CN and English side by side: one function a message. What stands elsewhere, the map
//! of the house names (`lib.rs`).
//! Knows `domain` and `law`; knows nothing of the page.

pub mod app;
pub mod articles;
pub mod case;
pub mod chart;
pub mod dates;
pub mod directory;
pub mod directory_page;
pub mod directory_sheet;
pub mod exchange;
pub mod intake;
pub mod ledger;
pub mod ledger_page;
pub mod letters;
pub mod map;
pub mod network;
pub mod numbers;
pub mod papers;
pub mod parts;
pub mod places;
pub mod refusal;
pub mod register;
pub mod rmb;
pub mod settings;
pub mod statistics;
pub mod steps;
pub mod terms;
pub mod timeline;
pub mod today;
pub mod trouble;
pub mod villages;
pub mod welcome;

use serde::{Deserialize, Serialize};

/// The languages of the interface. Chinese is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    #[default]
    Chinese,
    English,
}

impl Language {
    /// Of the same thing in Chinese and in English, the one in this language.
    #[must_use]
    pub fn of<T>(self, (zh, en): (T, T)) -> T {
        match self {
            Self::Chinese => zh,
            Self::English => en,
        }
    }

    /// What bears a Chinese name, in this language: by that one where it has no other.
    #[must_use]
    pub fn name<'n>(self, zh: &'n str, en: Option<&'n str>) -> &'n str {
        let en = en.filter(|en| self == Self::English && !en.is_empty());
        en.unwrap_or(zh)
    }
}

/// Declares messages: one function each, both languages side by side, so that a text missing in one
/// of them does not compile.
///
/// ```
/// langqiao::messages! {
///     /// The button that opens intake.
///     take_in = "受理", "Take in";
///     days_left(days: i64) = "还剩{days}天", "{days} days left";
/// }
/// use langqiao::locale::Language;
/// assert_eq!(take_in(Language::English), "Take in");
/// assert_eq!(days_left(Language::Chinese, 3), "还剩3天");
/// ```
#[macro_export]
macro_rules! messages {
    () => {};
    ($(#[$doc:meta])* $name:ident = $zh:literal, $en:literal; $($rest:tt)*) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(language: $crate::locale::Language) -> &'static str {
            match language {
                $crate::locale::Language::Chinese => $zh,
                $crate::locale::Language::English => $en,
            }
        }
        $crate::messages! { $($rest)* }
    };
    ($(#[$doc:meta])* $name:ident ( $($arg:ident : $ty:ty),* ) = $zh:literal, $en:literal; $($rest:tt)*) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(language: $crate::locale::Language, $($arg: $ty),*) -> String {
            match language {
                $crate::locale::Language::Chinese => format!($zh),
                $crate::locale::Language::English => format!($en),
            }
        }
        $crate::messages! { $($rest)* }
    };
}

//! Citations of the articles.

use super::Language;
use crate::law::article::{Article, Text};

/// The short citation: 《人民调解法》第十七条 / People's Mediation Law, art. 17.
#[must_use]
pub fn citation(language: Language, article: Article) -> String {
    let (text, number) = article.cite();
    let text = text_name(language, text);
    match (language, number) {
        (_, None) => text.to_owned(),
        (Language::Chinese, Some(number)) => format!("{text}第{}条", han(number)),
        (Language::English, Some(number)) => format!("{text}, art. {number}"),
    }
}

/// The name of a text.
#[must_use]
pub fn text_name(language: Language, text: Text) -> &'static str {
    let (zh, en) = match text {
        Text::MediationLaw => ("《人民调解法》", "People's Mediation Law"),
        Text::WorkRules => (
            "《人民调解工作若干规定》",
            "Rules on People's Mediation Work",
        ),
        Text::Standard => (
            "《全国人民调解工作规范》",
            "National Standard of People's Mediation SF/T 0083-2020",
        ),
        Text::Practice => ("工作惯例", "Office practice"),
    };
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// A number below 100 in Han numerals, as articles are counted.
fn han(number: u8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u8| DIGITS[usize::from(n % 10)];
    match number {
        0..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number)),
        _ => format!("{}十{}", digit(number / 10), digit(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_cited() {
        let zh = |article| citation(Language::Chinese, article);
        assert_eq!(zh(Article::L17), "《人民调解法》第十七条");
        assert_eq!(zh(Article::R20), "《人民调解工作若干规定》第二十条");
        assert_eq!(zh(Article::R35), "《人民调解工作若干规定》第三十五条");
        assert_eq!(zh(Article::Practice), "工作惯例");
        let en = |article| citation(Language::English, article);
        assert_eq!(en(Article::L17), "People's Mediation Law, art. 17");
        assert_eq!(
            en(Article::R22),
            "Rules on People's Mediation Work, art. 22"
        );
        assert_eq!(en(Article::Practice), "Office practice");
    }
}

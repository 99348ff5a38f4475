//! 人民调解协议书: the written agreement with what the law wants to see on it [L 29, R 35].

use crate::domain::case::Case;
use crate::domain::case::state::{Agreement, Clause, Outcome, Wording};
use crate::law::forms::Form;
use crate::law::money::Fen;
use crate::law::person::PartyKind;
use crate::locale::terms::Term;
use crate::locale::{Language, dates, numbers, papers as say, rmb};

use super::model::{Block, Document, Pair, Room, Signature};
use super::{PaperNames, party};

/// The agreement that holds; none where there is none in writing.
pub(super) fn written(case: &Case, names: &PaperNames, language: Language) -> Option<Document> {
    Some(paper(case, standing(case, true)?, names, language))
}

/// An agreement on paper.
pub(super) fn paper(
    case: &Case,
    agreement: &Agreement,
    names: &PaperNames,
    language: Language,
) -> Document {
    let mut blocks = party::blocks(case, agreement.day, language);
    blocks.push(Block::Heading(say::facts_heading(language).to_owned()));
    blocks.extend(paragraphs(&agreement.facts, language));
    blocks.push(Block::Fields(vec![Pair::new(
        language,
        say::matter(language),
        words(&agreement.matter, language),
        Room::Line,
    )]));
    blocks.extend(paragraphs(&agreement.responsibility, language));
    blocks.push(Block::Heading(say::content_heading(language).to_owned()));
    blocks.extend(clauses(agreement, language));
    blocks.push(Block::Heading(say::manner_heading(language).to_owned()));
    let manner = words(&agreement.manner, language);
    blocks.push(Block::Paragraph(say::manner_line(language, manner)));
    let place = words(&agreement.place, language);
    blocks.push(Block::Paragraph(say::place_line(language, place)));
    blocks.extend(schedule(agreement, language));
    blocks.push(Block::Paragraph(say::effect(language).to_owned()));
    let copies = match agreement.copies {
        0 => BLANK.to_owned(),
        copies => han_count(copies, language),
    };
    blocks.push(Block::Paragraph(say::copies(language, &copies)));
    blocks.push(Block::Signatures(signatures(case, language)));
    blocks.push(closing(names, agreement, language));
    Document {
        form: Form::Agreement,
        language,
        title: say::agreement_title(language).to_owned(),
        number: number(case, language),
        blocks,
    }
}

/// The agreement that holds, or the last one of this kind where the case was taken up again since.
pub(super) fn standing(case: &Case, written: bool) -> Option<&Agreement> {
    let of = |outcome: &'_ Outcome| matches!(outcome, Outcome::Agreed(a) if a.written == written);
    let outcome = case
        .outcome
        .get()
        .filter(|outcome| of(outcome))
        .or_else(|| {
            let mut last = case.conclusions.iter().rev().map(|(_, outcome)| outcome);
            last.find(|outcome| of(outcome))
        })?;
    match outcome {
        Outcome::Agreed(agreement) => Some(agreement),
        _ => None,
    }
}

pub(super) fn number(case: &Case, language: Language) -> Option<String> {
    let colon = if language == Language::Chinese {
        "："
    } else {
        ": "
    };
    case.number
        .get()
        .map(|number| format!("{}{colon}{number}", say::number_label(language)))
}

/// Room for what is filled in by hand.
const BLANK: &str = "＿＿＿＿";

/// What is printed of an agreement's words: room to write where nobody ever said them.
pub(super) fn words(said: &Wording, language: Language) -> &str {
    match said {
        Wording::Said(words) => words,
        Wording::LeftOut => say::left_out(language),
        Wording::Unsaid => BLANK,
    }
}

/// The author's paragraphs, each on its own.
pub(super) fn paragraphs(said: &Wording, language: Language) -> Vec<Block> {
    words(said, language)
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| Block::Paragraph(line.to_owned()))
        .collect()
}

/// The items, numbered; an item of one alone is numbered too, as the form has it.
pub(super) fn clauses(agreement: &Agreement, language: Language) -> Vec<Block> {
    let line = |(place, clause): (usize, &Clause)| {
        let words = clause.text.as_deref().unwrap_or(say::left_out(language));
        Block::Paragraph(say::clause_line(language, place + 1, words))
    };
    agreement.clauses.iter().enumerate().map(line).collect()
}

/// What is due when: a row for each item with a sum or a day.
pub(super) fn schedule(agreement: &Agreement, language: Language) -> Option<Block> {
    let due = |clause: &Clause| {
        let day = clause.public.due.map(|day| dates::paper_day(language, day));
        day.map_or_else(
            || say::no_sum(language).to_owned(),
            |day| say::by_day(language, &day),
        )
    };
    let asked =
        |(_, clause): &(usize, &Clause)| clause.public.fen.is_some() || clause.public.due.is_some();
    let row = |(place, clause): (usize, &Clause)| {
        let sum = clause.public.fen.map(|fen| sum(language, fen));
        vec![
            say::item_n(language, place + 1),
            sum.unwrap_or_else(|| say::no_sum(language).to_owned()),
            due(clause),
        ]
    };
    let mut rows: Vec<Vec<String>> = agreement
        .clauses
        .iter()
        .enumerate()
        .filter(asked)
        .map(row)
        .collect();
    if rows.is_empty() {
        return None;
    }
    if agreement
        .clauses
        .iter()
        .filter(|clause| clause.public.fen.is_some())
        .count()
        > 1
    {
        let nothing = say::no_sum(language).to_owned();
        rows.push(vec![
            say::total(language).to_owned(),
            sum(language, agreement.total),
            nothing,
        ]);
    }
    let head = [say::item(language), say::sum(language), say::due(language)];
    Some(Block::Table {
        head: head.map(str::to_owned).to_vec(),
        rows,
    })
}

/// A sum in RMB capitals and figures: 人民币玖仟元整（￥9,000.00）.
pub(super) fn sum(language: Language, fen: Fen) -> String {
    match (language, rmb::capitals(fen)) {
        (Language::Chinese, Some(capitals)) => {
            say::sum_words(language, &capitals, &numbers::yuan(fen))
        }
        _ => format!("¥{}", numbers::yuan(fen)),
    }
}

fn signatures(case: &Case, language: Language) -> Vec<Signature> {
    let parties = case.parties.iter().map(|party| {
        let role = party.role.term(language);
        match party.kind {
            PartyKind::Organisation => say::organisation_signature(language, role),
            _ => say::party_signature(language, role),
        }
    });
    let officers = [
        say::mediator_signature(language),
        say::recorder_signature(language),
    ];
    parties
        .chain(officers.map(str::to_owned))
        .map(|label| Signature { label })
        .collect()
}

pub(super) fn closing(names: &PaperNames, agreement: &Agreement, language: Language) -> Block {
    let committee = names
        .committee
        .as_deref()
        .unwrap_or(say::committee(language));
    Block::Closing(vec![
        say::seal(language, committee),
        dates::paper_day(language, agreement.day),
    ])
}

/// Small counts as papers write them: 三, 四, 十二.
fn han_count(count: u32, language: Language) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| {
        usize::try_from(n)
            .ok()
            .and_then(|n| DIGITS.get(n))
            .copied()
            .unwrap_or_default()
    };
    match (language, count) {
        (Language::Chinese, 1..=9) => digit(count).to_owned(),
        (Language::Chinese, 10..=19) => format!("十{}", digit(count - 10)),
        (Language::Chinese, 20..=99) => format!("{}十{}", digit(count / 10), digit(count % 10)),
        _ => count.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, han_count};

    #[test]
    fn copies_are_counted_as_papers_write_them() {
        let count = |n| han_count(n, Language::Chinese);
        for (n, words) in [
            (3, "三"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (21, "二十一"),
            (99, "九十九"),
            (100, "100"),
        ] {
            assert_eq!(count(n), words);
        }
        assert_eq!(han_count(3, Language::English), "3");
    }
}

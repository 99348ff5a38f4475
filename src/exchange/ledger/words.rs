//! What offices call things, and what they mean by it: types of dispute, outcomes, forms, sources.
//! Built-in tables, before which a user's own words go.

mod beyond;

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::synonyms::{FORMS, OUTCOMES, SOURCES, TYPES};
use super::text::plain;
use crate::law::dispute::{DisputeType, Source};
use crate::law::person::Sex;
pub use beyond::beyond_code;

crate::coded! {
    /// How a row of a ledger says its dispute ended.
    pub enum Outcome {
        Success = "success",
        Failed = "failed",
        Withdrawn = "withdrawn",
        /// Handed to another office.
        Transferred = "transferred",
        /// Still in mediation, or nothing is written.
        Open = "open",
    }
}

crate::coded! {
    /// Form of an agreement.
    pub enum Form {
        /// 书面
        Written = "written",
        /// 口头
        Oral = "oral",
    }
}

/// An office's own words, which go before the built-in ones. Keys as typed in its ledgers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub types: BTreeMap<String, DisputeType>,
    pub outcomes: BTreeMap<String, Outcome>,
    pub forms: BTreeMap<String, Form>,
    pub sources: BTreeMap<String, Source>,
}

impl Words {
    /// The type of dispute that a word means: the whole word if it is known, else a known word inside
    /// it, provided that all known words inside it mean the same type.
    #[must_use]
    pub fn dispute_type(&self, typed: &str) -> Option<DisputeType> {
        let word = bare(typed);
        if let Some(own) = own(&self.types, typed, &word) {
            return Some(own);
        }
        let stem = without_ends(&word);
        if let Some(known) = TYPE_WORDS.exact(stem) {
            return Some(known.clone());
        }
        let mut inside = TYPE_WORDS.inside(stem);
        let first = inside.next()?;
        inside.all(|other| other == first).then(|| first.clone())
    }

    /// The outcome that a word means. That there is none is a failure where a table says so; any other denial of a known
    /// word is understood by nobody.
    #[must_use]
    pub fn outcome(&self, typed: &str) -> Option<Outcome> {
        let word = bare(typed);
        own(&self.outcomes, typed, &word).or_else(|| OUTCOME_WORDS.find(typed, &word))
    }

    /// The form of agreement that a word means; none where it names both.
    #[must_use]
    pub fn form(&self, typed: &str) -> Option<Form> {
        let word = bare(typed);
        let both = word.contains("口头") && word.contains("书面");
        own(&self.forms, typed, &word).or_else(|| FORM_WORDS.find(typed, &word).filter(|_| !both))
    }

    /// The source of a case that a word means.
    #[must_use]
    pub fn source(&self, typed: &str) -> Option<Source> {
        let word = bare(typed);
        own(&self.sources, typed, &word).or_else(|| SOURCE_WORDS.find(typed, &word))
    }

    /// The source that a remark names: as one of its clauses, for in a sentence a police station is where somebody lives.
    #[must_use]
    pub fn source_in_remark(&self, remark: &str) -> Option<Source> {
        let named = |clause: &str| {
            let word = bare(clause);
            let own = own(&self.sources, clause, &word);
            let handed_on = SOURCE_WORDS.exact(handed_on_by(&word));
            own.or_else(|| SOURCE_WORDS.exact(&word).or(handed_on).cloned())
        };
        clauses(remark).find_map(named)
    }
}

/// Who handed a case on, of a clause that says no more: 派出所 of 由派出所移交.
fn handed_on_by(clause: &str) -> &str {
    let by = ["由", "经", "来自"]
        .iter()
        .find_map(|before| clause.strip_prefix(before))
        .unwrap_or(clause);
    ["移送", "移交", "转办", "转来", "转", "委派", "推送", "交办"]
        .iter()
        .find_map(|after| by.strip_suffix(after))
        .unwrap_or(by)
}

/// What stands between the marks of a text.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split(['，', ',', '。', '；', ';', '、', ' ', '\u{3000}', '\n'])
}

/// Words that turn what stands beside them into its opposite, or take it back.
const DENIALS: [&str; 12] = [
    "没", "未", "不", "无", "非", "难以", "拒绝", "放弃", "反悔", "无效", "失败", "撤",
];

/// The name of a type as ledgers write it, with 纠纷.
#[must_use]
pub fn type_in_ledger(dispute_type: &DisputeType) -> String {
    // The statistics say 物业管理, ledgers 物业纠纷.
    let stem = match dispute_type {
        DisputeType::PropertyManagement => "物业",
        DisputeType::Unknown(code) => code,
        known => TYPES
            .iter()
            .find(|(of, _)| of == known)
            .and_then(|(_, words)| words.split(' ').next())
            .unwrap_or_default(),
    };
    format!("{stem}纠纷")
}

/// 男 or 女, and their other spellings.
#[must_use]
pub fn sex(typed: &str) -> Option<Sex> {
    match bare(typed).as_str() {
        "男" | "男性" | "M" | "m" => Some(Sex::Male),
        "女" | "女性" | "F" | "f" => Some(Sex::Female),
        _ => None,
    }
}

/// Yes or no, as boxes and ticks have it.
#[must_use]
pub fn yes_or_no(typed: &str) -> Option<bool> {
    match bare(typed).as_str() {
        "是" | "有" | "已" | "√" | "✓" | "✔" | "☑" | "Y" | "y" | "1" | "对" | "确认" | "已确认"
        | "已司法确认" => Some(true),
        "否" | "没" | "未" | "×" | "✗" | "✘" | "☐" | "X" | "x" | "N" | "n" | "0" | "未确认"
        | "未申请" | "不需要" => Some(false),
        _ => None,
    }
}

/// Whether a remark says that a court confirmed the agreement; an application, a refusal, a plan or a word about the
/// procedure is no confirmation.
#[must_use]
pub fn tells_confirmation(remark: &str) -> bool {
    let remark = plain(remark);
    let Some(at) = remark.find("司法确认") else {
        return false;
    };
    let (before, after) = remark.split_at(at);
    let after = &after["司法确认".len()..];
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let before = before.rsplit([',', '.', ';', '、', '。']).next();
    let beside = after.split([',', '.', ';', '、', '。']).next();
    let (before, beside) = (before.unwrap_or_default(), beside.unwrap_or_default());
    let refused = has(after, &["驳回", "不予", "未", "没", "失败", "撤", "不通过"]);
    let settled = has(after, &["有效", "裁定", "完成", "已确认", "通过"]);
    let denied_or_planned = has(
        before,
        &[
            "没", "放弃", "拒绝", "未", "不", "无", "拟", "待", "建议", "可", "申请", "正在",
            "准备", "引导", "同意", "告知", "愿", "要求", "如",
        ],
    );
    let of_procedure = has(
        beside,
        &[
            "中", "审查", "期限", "权利", "申请", "手续", "程序", "须知", "日内",
        ],
    );
    !refused && (settled || !denied_or_planned && !of_procedure)
}

/// Without spaces, brackets and their content, punctuation, and the "1." or "1、" of a list.
fn bare(typed: &str) -> String {
    let typed = plain(typed);
    let numbered = typed.trim_start_matches(|c: char| c.is_ascii_digit());
    let listed = numbered.trim_start_matches(['.', '、', ',', ')', ':']);
    let typed = if listed.len() < numbered.len() && numbered.len() < typed.len() {
        listed
    } else {
        &typed
    };
    let mut depth = 0_u32;
    let mut word = String::with_capacity(typed.len());
    for c in typed.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '、' | ',' | '/' | '.' | '·' | ':' | ';' | '-' | '"' | '“' | '”' => {}
            _ if depth == 0 => word.push(c),
            _ => {}
        }
    }
    word
}

fn own<T: Clone>(words: &BTreeMap<String, T>, typed: &str, word: &str) -> Option<T> {
    if words.is_empty() {
        return None;
    }
    let fits = |key: &&String| key.as_str() == typed || bare(key) == word;
    words
        .iter()
        .find(|(key, _)| fits(key))
        .map(|(_, meaning)| meaning.clone())
}

const LONGEST: usize = 3000;

/// A table of synonyms, by word.
struct Lexicon<T: 'static> {
    by_word: HashMap<&'static str, &'static T>,
    /// Words of two characters or more, which are looked for inside longer texts, in the table's
    /// order. Shorter ones must stand alone.
    long: Vec<(&'static str, &'static T)>,
}

impl<T> Lexicon<T> {
    fn new(table: &'static [(T, &'static str)]) -> Self {
        let words = || {
            table
                .iter()
                .flat_map(|(of, words)| words.split(' ').map(move |word| (word, of)))
        };
        let is_long = |word: &str| word.chars().nth(1).is_some();
        Self {
            by_word: words().collect(),
            long: words().filter(|(word, _)| is_long(word)).collect(),
        }
    }

    fn exact(&self, word: &str) -> Option<&'static T> {
        self.by_word.get(word).copied()
    }

    fn inside(&self, text: &str) -> impl Iterator<Item = &'static T> {
        // What is longer than any remark is not looked through.
        let words = if text.len() > LONGEST {
            &[]
        } else {
            self.long.as_slice()
        };
        words
            .iter()
            .filter(move |(word, _)| text.contains(word))
            .map(|(_, of)| *of)
    }

    /// The first of the table that is the whole `word`, or a part of it that nothing beside it in its clause of the text
    /// denies.
    fn find(&self, typed: &str, word: &str) -> Option<T>
    where
        T: Clone,
    {
        if let Some(known) = self.exact(word) {
            return Some(known.clone());
        }
        if typed.len() > LONGEST {
            return None;
        }
        let clauses: Vec<String> = clauses(typed).map(bare).collect();
        let mut found = self.long.iter().filter_map(|(known, of)| {
            let clause = clauses.iter().find(|clause| clause.contains(known))?;
            let beside = clause.replacen(known, " ", 1);
            let denied = DENIALS.iter().any(|denial| beside.contains(denial));
            Some((!denied).then_some(*of))
        });
        // What is denied first is not looked past: 没有达成协议 has 达成 in it as well.
        found.next()?.cloned()
    }
}

static TYPE_WORDS: LazyLock<Lexicon<DisputeType>> = LazyLock::new(|| Lexicon::new(TYPES));
static OUTCOME_WORDS: LazyLock<Lexicon<Outcome>> = LazyLock::new(|| Lexicon::new(OUTCOMES));
static FORM_WORDS: LazyLock<Lexicon<Form>> = LazyLock::new(|| Lexicon::new(FORMS));
static SOURCE_WORDS: LazyLock<Lexicon<Source>> = LazyLock::new(|| Lexicon::new(SOURCES));

fn without_ends(word: &str) -> &str {
    let mut stem = word;
    for end in ["案件", "类型", "类", "问题", "纠纷", "矛盾", "纠纷"] {
        stem = match stem.strip_suffix(end) {
            Some(shorter) if !shorter.is_empty() => shorter,
            _ => stem,
        };
    }
    stem
}

#[cfg(test)]
mod tests;

//! What a cell says beyond the code that is read from it: an office's own sub-type under a type of the statistics, a
//! sentence in which a result was found. The case has the code; the words go beside it, so that nothing typed is lost.

use super::super::heading::Column;
use super::super::synonyms::TYPES;
use super::super::text::plain;
use super::{FORM_WORDS, OUTCOME_WORDS, SOURCE_WORDS, bare, without_ends, yes_or_no};
use crate::law::dispute::DisputeType;

/// The words of a cell, with what they are of, where they say more than their code does. Record text, so in the record's
/// language.
#[must_use]
pub fn beyond_code(column: &Column, typed: &str) -> Option<String> {
    let word = bare(typed);
    let (of, is_code) = match column {
        Column::Type => ("纠纷类型", is_type_name(without_ends(&word))),
        Column::Result => ("结果", OUTCOME_WORDS.exact(&word).is_some()),
        Column::Form => {
            let is_form = FORM_WORDS.exact(&word).is_some();
            ("协议形式", is_form || yes_or_no(typed).is_some())
        }
        Column::Source => ("来源", SOURCE_WORDS.exact(&word).is_some()),
        Column::Confirmation => ("司法确认", yes_or_no(typed).is_some()),
        _ => return None,
    };
    // What stands in brackets is no part of the word that is looked for.
    let says_more = !is_code || plain(typed).contains('(');
    says_more.then(|| format!("{of}“{typed}”"))
}

/// Whether a word is the name of a type, as the statistics or ledgers write it, and no sub-type's.
fn is_type_name(stem: &str) -> bool {
    let other_spellings = ["物业", "其它"];
    let is_first = |(_, words): &(DisputeType, &str)| words.split(' ').next() == Some(stem);
    TYPES.iter().any(is_first) || other_spellings.contains(&stem)
}

#[cfg(test)]
mod tests {
    use super::super::type_in_ledger;
    use super::*;

    #[test]
    fn every_type_s_own_name_says_no_more_than_its_code() {
        for dispute_type in DisputeType::ALL {
            let name = type_in_ledger(dispute_type);
            assert_eq!(beyond_code(&Column::Type, &name), None, "{name}");
        }
        for name in [
            "邻里",
            "1、合同 ",
            "婚姻家庭类",
            "劳动争议案件",
            "物业管理纠纷",
        ] {
            assert_eq!(beyond_code(&Column::Type, name), None, "{name}");
        }
    }

    #[test]
    fn sub_types_and_sentences_are_kept_as_typed() {
        for (column, typed, kept) in [
            (Column::Type, "赡养", "纠纷类型“赡养”"),
            (Column::Type, "工伤赔偿纠纷", "纠纷类型“工伤赔偿纠纷”"),
            (
                Column::Type,
                "婚姻家庭（赡养）",
                "纠纷类型“婚姻家庭（赡养）”",
            ),
            (
                Column::Result,
                "达成协议，当场付清",
                "结果“达成协议，当场付清”",
            ),
            (
                Column::Form,
                "口头协议（双方签字）",
                "协议形式“口头协议（双方签字）”",
            ),
            (Column::Source, "河西务派出所移送", "来源“河西务派出所移送”"),
            (
                Column::Confirmation,
                "已司法确认，津0114民特12号",
                "司法确认“已司法确认，津0114民特12号”",
            ),
        ] {
            assert_eq!(beyond_code(&column, typed).as_deref(), Some(kept));
        }
        for (column, typed) in [
            (Column::Result, "成功"),
            (Column::Result, "√"),
            (Column::Form, "书面协议"),
            (Column::Form, "是"),
            (Column::Source, "派出所"),
            (Column::Confirmation, "已司法确认"),
            (Column::Brief, "因赡养费争吵"),
        ] {
            assert_eq!(beyond_code(&column, typed), None, "{typed}");
        }
    }
}

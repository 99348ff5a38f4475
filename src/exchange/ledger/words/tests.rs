use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::law::coded::check_codes;

#[test]
fn codes_survive_the_wire() {
    check_codes::<Outcome>(5);
    check_codes::<Form>(2);
}

#[test]
fn every_type_has_a_name_of_its_own_that_is_read_back() {
    let names: BTreeSet<String> = DisputeType::ALL.iter().map(type_in_ledger).collect();
    assert_eq!(names.len(), DisputeType::ALL.len());
    for of in DisputeType::ALL {
        assert_eq!(
            Words::default().dispute_type(&type_in_ledger(of)).as_ref(),
            Some(of)
        );
        assert!(TYPES.iter().any(|(listed, _)| listed == of));
    }
}

#[test]
fn no_word_means_two_things() {
    fn check<T: PartialEq + std::fmt::Debug>(table: &[(T, &str)]) {
        let mut seen: BTreeMap<&str, &T> = BTreeMap::new();
        for (meaning, words) in table {
            for word in words.split(' ') {
                let before = seen.insert(word, meaning);
                assert!(before.is_none_or(|before| before == meaning), "{word}");
            }
        }
    }
    check(TYPES);
    check(OUTCOMES);
    check(FORMS);
}

#[track_caller]
fn check_type(typed: &str, dispute_type: Option<DisputeType>) {
    assert_eq!(
        Words::default().dispute_type(typed),
        dispute_type,
        "{typed}"
    );
}

#[test]
fn types_have_synonyms() {
    check_type("赔偿", Some(DisputeType::Damages));
    check_type("房屋、宅基地", Some(DisputeType::HouseHomestead));
    check_type("合同 ", Some(DisputeType::Contract));
    check_type("欠薪", Some(DisputeType::Labour));
    check_type("1.婚姻家庭纠纷", Some(DisputeType::MarriageFamily));
    check_type("婚姻家庭（赡养）", Some(DisputeType::MarriageFamily));
    check_type("物业管理纠纷", Some(DisputeType::PropertyManagement));
    check_type("邻里排水矛盾纠纷", Some(DisputeType::Neighbour));
    check_type("土地承包合同纠纷", Some(DisputeType::ForestLand));
    check_type("其它", Some(DisputeType::Other));
    check_type("纠纷", None);
    check_type("物业与邻里", None);
    check_type("打听路", None);
    check_type("", None);
}

#[test]
fn an_offices_own_words_go_first() {
    let mut words = Words::default();
    words.types.insert("打听路".to_owned(), DisputeType::Other);
    words
        .types
        .insert("漏水".to_owned(), DisputeType::PropertyManagement);
    assert_eq!(words.dispute_type("打听路"), Some(DisputeType::Other));
    assert_eq!(
        words.dispute_type(" 漏水"),
        Some(DisputeType::PropertyManagement)
    );
}

#[test]
fn outcomes_and_forms_have_synonyms() {
    let words = Words::default();
    for (typed, outcome) in [
        ("是", Outcome::Success),
        ("调成", Outcome::Success),
        ("达成协议", Outcome::Success),
        ("调解成功，已履行", Outcome::Success),
        ("否", Outcome::Failed),
        ("未达成协议", Outcome::Failed),
        ("未成功", Outcome::Failed),
        ("调解不成功", Outcome::Failed),
        ("申请人撤回", Outcome::Withdrawn),
        ("正在调解", Outcome::Open),
        ("移送法院", Outcome::Transferred),
    ] {
        assert_eq!(words.outcome(typed), Some(outcome), "{typed}");
    }
    for denied in [
        "没成功",
        "未能成功",
        "没达成协议",
        "没有达成协议",
        "不能达成协议",
        "难以达成协议",
        "未和解",
        "无法化解",
        "已调解无效",
    ] {
        assert_eq!(words.outcome(denied), Some(Outcome::Failed), "{denied}");
    }
    for unclear in ["看情况", "达成协议后反悔", "未必成功", "不算和解"] {
        assert_eq!(words.outcome(unclear), None, "{unclear}");
    }
    for agreed in [
        "达成协议，无异议",
        "调解成功，双方无争议",
        "已达成协议并履行",
    ] {
        assert_eq!(words.outcome(agreed), Some(Outcome::Success), "{agreed}");
    }
    for unclear in ["无书面协议", "未制作协议书", "未签书面协议", "口头、书面"]
    {
        assert_eq!(words.form(unclear), None, "{unclear}");
    }
    assert_eq!(words.form("人民调解协议书"), Some(Form::Written));
    assert_eq!(words.form("口头"), Some(Form::Oral));
    assert_eq!(words.form("微信"), None);
}

#[test]
fn remarks_tell_of_courts() {
    for remark in [
        "已司法确认",
        "司法确认",
        "2023年5月经法院司法确认",
        "已申请司法确认，裁定有效",
    ] {
        assert!(tells_confirmation(remark), "{remark}");
    }
    for remark in [
        "",
        "未司法确认",
        "申请司法确认",
        "拟司法确认",
        "司法确认被驳回",
        "不需要司法确认",
        "放弃司法确认",
        "没有司法确认",
        "司法确认没通过",
        "司法确认失败",
        "双方同意司法确认",
        "司法确认审查中",
        "已告知司法确认权利",
        "司法确认期限30日",
        "司法确认被撤销",
        "已履行",
    ] {
        assert!(!tells_confirmation(remark), "{remark}");
    }
    let words = Words::default();
    assert_eq!(words.source("法院诉前"), Some(Source::CourtBeforeFiling));
    assert_eq!(words.source("12345转"), Some(Source::Hotline12345));
    assert_eq!(words.source("已履行"), None);
    assert_eq!(words.source("非信访案件"), None);
    let told = |remark| words.source_in_remark(remark);
    assert_eq!(told("已履行，派出所移送"), Some(Source::Police));
    assert_eq!(told("法院诉前委派"), Some(Source::CourtBeforeFiling));
    assert_eq!(told("由信访移交"), Some(Source::Petition));
    for told_of_nothing in ["申请人住派出所旁", "与12345无关", "法院不予立案"] {
        assert_eq!(told(told_of_nothing), None, "{told_of_nothing}");
    }
}

#[test]
fn sex_and_boxes() {
    assert_eq!(sex(" 男"), Some(Sex::Male));
    assert_eq!(sex("女性"), Some(Sex::Female));
    assert_eq!(sex("不明"), None);
    assert_eq!(yes_or_no("√"), Some(true));
    assert_eq!(yes_or_no("否"), Some(false));
    assert_eq!(yes_or_no("也许"), None);
}

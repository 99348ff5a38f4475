use super::clock::face;
use super::course::way;
use super::question::{Words, look};
use super::story::{MEDIATOR, Story, day};
use super::*;
use crate::domain::case::command::NewValue;
use crate::domain::case::event::{AgreedOrally, Corrected, Correction, Failed};
use crate::domain::case::state::Anomaly;
use crate::domain::case::{Command, Nearness, Stage, Step};
use crate::domain::catalogue::Event;
use crate::domain::id::EntryId;
use crate::domain::leaf::{Identity, Leaf};
use crate::law::decline::OtherWay;

const BOTH: [Language; 2] = [Language::Chinese, Language::English];

#[test]
fn a_case_is_called_by_its_sides_and_its_type() {
    let mut case = Story::registered().case;
    assert_eq!(heading(Language::Chinese, &case), "张桂珍与李国强邻里纠纷");
    case.parties[1].identity = Default::default();
    assert_eq!(heading(Language::Chinese, &case), "张桂珍与乙邻里纠纷");
    let third = case.parties[0].clone();
    case.parties.push(third);
    assert_eq!(heading(Language::Chinese, &case), "张桂珍等2人与乙邻里纠纷");
    assert_eq!(
        heading(Language::English, &case),
        "张桂珍 (+1) v. B: Neighbours"
    );
    // Those for whom a party stands are of its side.
    (case.parties[0].others, case.parties[1].others) = (3, 2);
    assert_eq!(
        heading(Language::Chinese, &case),
        "张桂珍等5人与乙等3人邻里纠纷"
    );
    assert_eq!(
        heading(Language::English, &case),
        "张桂珍 (+4) v. B (+2): Neighbours"
    );
}

#[test]
fn the_way_goes_forward_with_the_case() {
    let at = |story: Story| way(Language::Chinese, &story.case);
    assert_eq!(at(Story::registered()).1, 0);
    assert_eq!(at(Story::registered().accepted()).1, 1);
    let mediating = at(Story::registered().accepted().assigned().in_mediation());
    assert_eq!((mediating.0[mediating.1], mediating.0.len()), ("调解中", 8));
    let agreed = Story::registered()
        .accepted()
        .assigned()
        .in_mediation()
        .agreed();
    let (labels, now) = at(agreed);
    assert_eq!((labels[now], labels[now + 1]), ("履行", "回访"));
    let failed = Story::registered()
        .accepted()
        .assigned()
        .act(Command::Fail {
            day: day("2026-11-20"),
            told_of: vec![OtherWay::Court],
            reason: String::new(),
        });
    let (labels, now) = at(failed);
    assert_eq!((labels[now], labels.len()), ("调解不成", 6));
}

#[test]
fn the_clock_counts_stands_still_and_turns_to_performance() {
    let today = day("2026-11-24");
    let story = Story::registered().accepted().assigned().in_mediation();
    let shown = face(Language::Chinese, &story.case, story.case.due(today), today).unwrap();
    assert_eq!(shown.title, "30日期限还剩3天");
    assert_eq!(
        (shown.last, shown.near, shown.run),
        (day("2026-11-27"), Nearness::Soon, Some(90))
    );
    assert_eq!(shown.line, "第27天，共30天 · 双方同意可以延长");
    let story = story.act(Command::Suspend {
        day: day("2026-11-20"),
        reason: "等鉴定".into(),
    });
    let later = day("2026-12-24");
    let shown = face(Language::Chinese, &story.case, story.case.due(later), later).unwrap();
    assert_eq!(shown.title, "期限停着，还剩7天");
    assert!(shown.still && shown.near == Nearness::Calm);
    let story = Story::registered().accepted().assigned().agreed();
    let shown = face(Language::Chinese, &story.case, None, day("2026-12-17")).unwrap();
    assert_eq!(
        (shown.title.as_str(), shown.near),
        ("履行期已过2天", Nearness::Late)
    );
    assert_eq!(shown.line, "协议第1项");
}

fn words(language: Language) -> Words<'static> {
    Words {
        language,
        today: day("2026-11-24"),
        stream: &|id| (id == MEDIATOR).then(|| "赵淑敏".to_owned()),
        town: &|_| String::new(),
    }
}

#[test]
fn what_desks_disagree_on_is_asked_field_by_field_and_settled_by_a_command() {
    let story = Story::registered();
    let label = story.case.parties[1].label;
    let other = Identity {
        name: "李国墙".into(),
        ..Identity::default()
    };
    let story = story
        .apart()
        .act(Command::Correct {
            field: NewValue::Number("（2026）第9号".into()),
            reason: String::new(),
        })
        .elsewhere(
            Event::CaseCorrected(Corrected {
                field: Correction::Number("（2026）第8号".into()),
            }),
            Vec::new(),
        )
        .act(Command::Correct {
            field: NewValue::Facts("改后的简况".into()),
            reason: String::new(),
        })
        .elsewhere(
            Event::CaseCorrected(Corrected {
                field: Correction::Party(label),
            }),
            vec![Leaf::identity(label, other).into()],
        );
    let (questions, replaced) = look(&story.case, &words(Language::Chinese));
    assert_eq!(story.case.questions(), questions.len());
    let number = questions.iter().find(|q| q.title == "编号").unwrap();
    assert_eq!(number.sides[0].rows[0].1, "（2026）第8号");
    assert_eq!(
        number.sides[1].keep,
        Some(NewValue::Number("（2026）第9号".into()))
    );
    assert!(
        replaced
            .iter()
            .any(|r| r.title == "纠纷简况" && r.was.contains("翻建院墙"))
    );
    assert!(
        replaced
            .iter()
            .any(|r| r.title == "李国墙" && r.was.contains("李国强"))
    );
    let keep = number.sides[1].keep.clone().unwrap();
    let settled = story.act(Command::Correct {
        field: keep,
        reason: String::new(),
    });
    assert!(
        !look(&settled.case, &words(Language::English))
            .0
            .iter()
            .any(|q| q.title == "Number")
    );
}

#[test]
fn two_conclusions_are_asked_and_either_can_be_kept() {
    let story = Story::registered().accepted().assigned().in_mediation();
    let failed = Event::CaseFailed(Failed {
        day: day("2026-11-20"),
        told_of: vec![OtherWay::Court],
    });
    let oral = Event::CaseAgreedOrally(AgreedOrally {
        clauses: Vec::new(),
        day: day("2026-11-21"),
    });
    let story = story
        .apart()
        .elsewhere(failed, Vec::new())
        .elsewhere(oral, Vec::new());
    let (questions, _) = look(&story.case, &words(Language::Chinese));
    assert_eq!(questions.len(), 1);
    assert_eq!(questions[0].sides[0].rows[0].1, "达成口头协议");
    for side in 0..2 {
        let keep = questions[0].sides[side].keep.clone().unwrap();
        assert!(matches!(keep, NewValue::Outcome(entry) if story.entries.contains(&entry)));
    }
}

#[test]
fn every_anomaly_says_what_and_what_now() {
    let entry = EntryId([1; 20]);
    let all = [
        Anomaly::OutOfCourse {
            entry,
            step: Step::Close,
            stage: Some(Stage::Accepted),
        },
        Anomaly::OutOfCourse {
            entry,
            step: Step::Close,
            stage: None,
        },
        Anomaly::RegisteredTwice { entry },
        Anomaly::Dangling { entry },
        Anomaly::Unreadable {
            entry,
            kind: "x".into(),
        },
        Anomaly::NotUnderstood {
            entry,
            kind: "x".into(),
        },
        Anomaly::MissingParents { entry },
        Anomaly::WrongCount { entry },
        Anomaly::SameSequence {
            entry,
            other: entry,
        },
        Anomaly::Veiled { entry },
    ];
    for language in BOTH {
        for one in &all {
            let (what, now) = anomaly::sentences(language, one);
            assert!(
                !what.is_empty() && now.ends_with(['。', '.']),
                "{what} {now}"
            );
            assert_eq!(one.entry(), entry);
        }
    }
}

#[test]
fn a_gap_that_damage_explains_is_nobody_elses_fault() {
    let entry = EntryId([1; 20]);
    let gap = Anomaly::MissingParents { entry };
    let zh = anomaly::after_damage(Language::Chinese, &gap).unwrap();
    assert!(
        zh.contains("备份") && zh.contains("并进来") && !zh.contains("对方"),
        "{zh}"
    );
    let en = anomaly::after_damage(Language::English, &gap).unwrap();
    assert!(en.contains("a backup") && !en.contains("Ask"), "{en}");
    for (zh, en) in [
        (
            beginning_damaged(Language::Chinese),
            beginning_damaged(Language::English),
        ),
        (
            beginning_damaged_words(Language::Chinese),
            beginning_damaged_words(Language::English),
        ),
    ] {
        assert!(zh.contains("坏") || zh.contains("没有删"), "{zh}");
        assert!(
            !zh.contains("对方") && !zh.contains("脱敏") && !en.contains("Ask"),
            "{zh} {en}"
        );
    }
    // What has nothing to do with a gap stays as it is.
    for other in [
        Anomaly::RegisteredTwice { entry },
        Anomaly::Veiled { entry },
    ] {
        assert_eq!(anomaly::after_damage(Language::Chinese, &other), None);
    }
}

#[test]
fn parties_beyond_ten_are_numbered() {
    assert_eq!(party_letter(Language::Chinese, 0), "甲");
    assert_eq!(party_letter(Language::English, 1), "B");
    assert_eq!(party_letter(Language::Chinese, 12), "13");
}

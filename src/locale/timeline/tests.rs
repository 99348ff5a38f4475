use std::collections::BTreeSet;

use super::*;
use crate::domain::case::event::{
    Accepted, AgreedInWriting, AgreementClause, Assigned, ChosenBy, Corrected, Failed, Noted,
    Registered, Told,
};
use crate::domain::id::{Label, StreamId, StreamKind};
use crate::domain::leaf::{Leaf, SeenLeaf, topic};
use crate::law::day::Day;
use crate::law::decline::OtherWay;
use crate::law::money::Fen;

/// Data that reads for each kind of the catalogue; a kind without a row here fails the test.
fn sample(kind: &str) -> Event {
    let id = "AAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let stream = StreamId::new(StreamKind::ORGANISATION, [1; 16]).to_string();
    let mediator = StreamId::new(StreamKind::MEDIATOR, [1; 16]).to_string();
    let label = Label([1; 8]).to_string();
    let day = r#""day":"2026-11-20""#;
    let data = match kind {
        "retracted" => format!(r#"{{"entry":"{id}","reason":"undone"}}"#),
        "erased" => r#"{"leaves":[]}"#.into(),
        "case.registered" => format!(
            r#"{{"county":110112,{day},"organisation":"{stream}","parties":[],"source":"applied","type":"neighbour"}}"#
        ),
        "case.declined" => format!(r#"{{{day},"reason":"with_court"}}"#),
        "case.accepted" => format!(r#"{{{day},"told":"orally"}}"#),
        "case.assigned" => {
            format!(r#"{{"chosen_by":"committee",{day},"mediators":["{mediator}"]}}"#)
        }
        "case.inquired" => format!(r#"{{{day},"label":"{label}"}}"#),
        "case.session_held" => format!(r#"{{{day},"label":"{label}","present":["{label}"]}}"#),
        "case.agreed_in_writing" => format!(
            r#"{{"clauses":[],"copies":3,{day},"mediator_signed":true,"signed":[],"stamped":true}}"#
        ),
        "case.agreed_orally" => format!(r#"{{"clauses":[],{day}}}"#),
        "case.failed" => format!(r#"{{{day},"told_of":["court"]}}"#),
        "case.withdrawn" => format!(r#"{{"by":"both",{day}}}"#),
        "case.confirmed" => format!(r#"{{{day},"step":"applied"}}"#),
        "case.followed_up" => format!(r#"{{{day},"found":"settled"}}"#),
        "case.archived" => format!(r#"{{{day},"retention":30,"volume":"1"}}"#),
        "case.noted" => format!(r#"{{{day},"form":"call"}}"#),
        "case.extended" => format!(r#"{{{day},"until":"2026-12-20"}}"#),
        "case.joined" => format!(r#"{{"county":120114,{day}}}"#),
        "case.replied" => format!(r#"{{"answer":"joins",{day},"entry":"{id}"}}"#),
        "case.transferred" => {
            format!(r#"{{"county":120114,{day},"organisation":"{stream}"}}"#)
        }
        "case.received" => format!(r#"{{"answer":"received",{day},"entry":"{id}"}}"#),
        "case.rated" => format!(r#"{{{day},"risk":["violence"]}}"#),
        "case.corrected" => r#"{"field":"facts"}"#.into(),
        "organisation.founded" => r#"{"county":110112,"kind":"judicial_office","name":"x"}"#.into(),
        "mediator.enrolled" => format!(r#"{{"kind":"full_time","organisation":"{stream}"}}"#),
        "consultation.answered" => {
            format!(r#"{{"county":110112,{day},"organisation":"{stream}","type":"other"}}"#)
        }
        "work_order.dispatched" => format!(
            r#"{{"class":"days_7","county":110112,{day},"organisation":"{stream}","type":"other"}}"#
        ),
        "work_order.resolved" => format!(r#"{{{day},"satisfied":true,"way":"mediation"}}"#),
        "activity.held" => {
            format!(r#"{{"counties":[],{day},"form":"training","name":"x","name_en":"x"}}"#)
        }
        "cooperation.signed" => {
            r#"{"counties":[],"name":"x","name_en":"x","parties":[],"year":2017}"#.into()
        }
        "team.formed" => r#"{"county":110112,"name":"x"}"#.into(),
        "micro_grid.drawn" => r#"{"county":110112,"name":"x"}"#.into(),
        "cooperation.proposed" => format!(r#"{{"counties":[],{day},"name":"x","parties":[]}}"#),
        "cooperation.renewed" => format!(r#"{{{day},"until":null}}"#),
        // Each of a field that the others don't have: its title names the field.
        "organisation.corrected" => r#"{"field":{"hours":null}}"#.into(),
        "mediator.corrected" => r#"{"field":{"grade":null}}"#.into(),
        "team.corrected" => r#"{"field":{"name_en":null}}"#.into(),
        "micro_grid.corrected" => r#"{"field":{"households":null}}"#.into(),
        "activity.corrected" => r#"{"field":{"attended":null}}"#.into(),
        "cooperation.corrected" => r#"{"field":{"from":null}}"#.into(),
        _ => format!("{{{day}}}"),
    };
    Event::read(kind, &data)
}

#[test]
fn every_kind_has_a_title_of_its_own_in_both_languages() {
    for language in [Language::Chinese, Language::English] {
        let mut titles = BTreeSet::new();
        for kind in Event::KINDS {
            let event = sample(kind);
            assert_eq!(event.kind(), *kind);
            assert!(
                !matches!(event, Event::Unreadable { .. }),
                "{kind} needs a sample"
            );
            let title = title(language, &event);
            let han = title
                .chars()
                .any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            assert_eq!(han, language == Language::Chinese, "{title}");
            assert!(!title.ends_with(['。', '.']));
            assert!(titles.insert(title), "{kind} shares its title");
        }
        for odd in [
            Event::Unknown { kind: "x".into() },
            Event::Unreadable { kind: "x".into() },
        ] {
            assert!(!title(language, &odd).is_empty());
        }
    }
}

#[test]
fn every_correction_has_words() {
    let label = Label([1; 8]);
    let fields = [
        Correction::Party(label),
        Correction::Facts,
        Correction::Place,
    ];
    for language in [Language::Chinese, Language::English] {
        for field in &fields {
            let event = Event::CaseCorrected(Corrected {
                field: field.clone(),
            });
            assert_eq!(title(language, &event), correction(language, field));
        }
    }
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn lines(event: &Event, leaves: Vec<SeenLeaf>) -> Vec<(DetailKind, String)> {
    let names = Names {
        stream: &|_| "赵淑敏".into(),
        party: &|_| "张桂珍".into(),
        step: &|_| Some("受理".into()),
    };
    detail(
        Language::Chinese,
        event,
        &leaves,
        &names,
        day("2026-11-20"),
        day("2026-11-24"),
    )
    .into_iter()
    .map(|line| (line.kind, line.text))
    .collect()
}

#[test]
fn leaves_are_said_word_for_word_and_those_left_out_are_said_once() {
    let event = Event::CaseNoted(Noted {
        day: day("2026-11-18"),
        form: NoteForm::Call,
    });
    let words = "说好周五再谈，\n先不动工。";
    let said = lines(&event, vec![Leaf::narrative(topic::RECORD, words).into()]);
    assert_eq!(
        said,
        [
            (DetailKind::Plain, "11月18日 周三的事".into()),
            (DetailKind::Plain, words.to_owned())
        ]
    );
    let mut gone: SeenLeaf = Leaf::narrative(topic::RECORD, words).into();
    gone.value = None;
    let said = lines(&event, vec![gone.clone(), gone]);
    assert_eq!(
        said[1..],
        [(DetailKind::LeftOut, "这一段已脱敏".to_owned())]
    );
}

#[test]
fn an_assignment_says_who_chose() {
    let said = |chosen_by| {
        let Event::CaseAssigned(data) = sample("case.assigned") else {
            panic!()
        };
        let event = Event::CaseAssigned(Assigned {
            chosen_by,
            day: day("2026-11-20"),
            ..data
        });
        let said = lines(&event, Vec::new()).into_iter();
        said.map(|(_, text)| text).collect::<Vec<_>>()
    };
    let mediator = "调解员：赵淑敏";
    assert_eq!(said(ChosenBy::Parties), [mediator, "谁选的：当事人选的"]);
    assert_eq!(said(ChosenBy::Committee), [mediator, "谁选的：调委会指派"]);
}

#[test]
fn confidence_is_marked_and_names_its_side() {
    let event = Event::CaseNoted(Noted {
        day: day("2026-11-20"),
        form: NoteForm::Note,
    });
    let said = lines(
        &event,
        vec![Leaf::confidential(Label([1; 8]), "最多让三千").into()],
    );
    assert_eq!(
        said,
        [(
            DetailKind::Confidential,
            "背对背 · 张桂珍：最多让三千".to_owned()
        )]
    );
}

#[test]
fn an_agreement_says_its_items_sum_and_first_day() {
    let clause = |label, fen, due| AgreementClause {
        due: Some(day(due)),
        fen: Some(Fen(fen)),
        label: Label([label; 8]),
    };
    let event = Event::CaseAgreedInWriting(AgreedInWriting {
        clauses: vec![
            clause(1, 300_000, "2027-01-15"),
            clause(2, 300_000, "2026-12-15"),
        ],
        copies: 3,
        day: day("2026-11-20"),
        mediator_signed: true,
        signed: Vec::new(),
        stamped: true,
    });
    assert_eq!(
        lines(&event, Vec::new())[0].1,
        "协议2项 · 合计6,000 元 · 最早12月15日履行"
    );
    let said = lines(
        &event,
        vec![
            Leaf::narrative(topic::FACTS, "占了沟沿").into(),
            Leaf::narrative(topic::MATTER, "沟往哪边走").into(),
            Leaf::narrative(topic::RESPONSIBILITY, "各一半").into(),
            Leaf::narrative(Label([2; 8]), "墙基后退").into(),
        ],
    );
    let said: Vec<_> = said[1..].iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(
        said,
        [
            "主要事实：占了沟沿",
            "争议事项：沟往哪边走",
            "各方责任：各一半",
            "第2项：墙基后退"
        ]
    );
    let Event::CaseRegistered(data) = sample("case.registered") else {
        panic!()
    };
    let event = Event::CaseRegistered(Registered {
        row: Some(37),
        ..data
    });
    let said = lines(
        &event,
        vec![Leaf::narrative(topic::SOURCE_FILE, "十月.csv").into()],
    );
    assert_eq!(said[1].1, "来自台账“十月.csv”第37行");
}

#[test]
fn what_a_ledger_does_not_say_is_not_said_for_it() {
    let day = day("2026-11-20");
    let failed = |told_of| lines(&Event::CaseFailed(Failed { day, told_of }), Vec::new());
    assert_eq!(failed(Vec::new()), []);
    let court = (DetailKind::Plain, "已告知：向人民法院起诉".to_owned());
    assert_eq!(failed(vec![OtherWay::Court]), [court]);
    let accepted = Event::CaseAccepted(Accepted {
        day,
        told: Told::NotRecorded,
    });
    assert_eq!(title(Language::Chinese, &accepted), "受理");
}

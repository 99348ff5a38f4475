use super::*;
use crate::domain::case::Command;
use crate::domain::case::command::{
    Intake, LedgerConclusion, LedgerEnding, NewClause, NewValue, OralAgreement,
};
use crate::domain::case::event::{ChosenBy, JoinAnswer, Told, TransferAnswer};
use crate::domain::case::state::{Agreement, Outcome, Wording};
use crate::domain::field::Field;
use crate::domain::id::EntryId;
use crate::domain::leaf::Identity;
use crate::law::day::Day;
use crate::law::decline::{DeclineReason, OtherWay};
use crate::law::dispute::Source;
use crate::law::money::Fen;
use crate::law::person::PartyKind;
use crate::locale::case::story::{Story, day};

fn names() -> PaperNames {
    PaperNames {
        committee: Some("通州区西集镇肖家林村人民调解委员会".into()),
        mediators: vec![Some("赵淑敏".into())],
        taken_in_by: Some("通州区西集镇肖家林村人民调解委员会".into()),
        registrar: Some("赵淑敏".into()),
        town: Some("西集镇".into()),
        joint: JointNames {
            from: Some("通州区西集镇肖家林村人民调解委员会".into()),
            organisation: Some("武清区河西务镇司法所".into()),
            agreement: Some("通武廊司法行政协作框架协议".into()),
        },
        session: SessionWords {
            place: Wording::Said("河西务镇一站式中心".into()),
            record: Wording::Said("双方都说了排水的经过。".into()),
            result: Wording::LeftOut,
        },
        transfer: TransferNames {
            from: Some("通州区西集镇肖家林村人民调解委员会".into()),
            to: Some("武清区河西务镇人民调解委员会".into()),
            reason: Some("被申请人常住对方辖区。".into()),
        },
    }
}

/// Everything on the paper as plain text, a line for each line that an author began.
fn text(paper: &Document) -> String {
    let mut lines = vec![paper.title.clone()];
    lines.extend(paper.number.clone());
    for block in &paper.blocks {
        match block {
            Block::Fields(pairs) => {
                lines.extend(
                    pairs
                        .iter()
                        .map(|pair| format!("{}{}", pair.label, pair.value)),
                );
            }
            Block::Heading(text) | Block::Paragraph(text) => lines.push(text.clone()),
            Block::Table { head, rows } => {
                lines.push(head.join("\t"));
                lines.extend(rows.iter().map(|row| row.join("\t")));
            }
            Block::Grid(rows) => {
                for row in rows {
                    let cells: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
                    lines.push(cells.join("\t"));
                }
            }
            Block::Signatures(all) => lines.extend(all.iter().map(|one| one.label.clone())),
            Block::Closing(all) => lines.extend(all.iter().cloned()),
        }
    }
    lines.join("\n")
}

fn in_writing() -> Story {
    Story::registered()
        .accepted()
        .assigned()
        .in_mediation()
        .agreed()
}

fn agreed() -> Case {
    in_writing().case
}

fn taken_up_again(on: Day) -> Story {
    in_writing().act(Command::Reopen {
        day: on,
        both_agree: true,
        reason: "协议不当".into(),
    })
}

#[test]
fn the_agreement_reads_back_word_for_word() {
    let case = agreed();
    let paper = document(&Form::Agreement, &case, &names(), Language::Chinese).unwrap();
    assert_eq!(paper.title, "人民调解协议书");
    assert_eq!(
        paper.number.as_deref(),
        Some("编号：（2026）通西人调字第118号")
    );
    let text = text(&paper);
    for words in [
        "申请人：张桂珍",
        "被申请人：李国强",
        "性别：女",
        "民族：汉族",
        "年龄：62",
        "年龄：55",
        "联系方式：13800000118",
        "单位或住址：武清区河西务镇东街12号",
        "2025年6月，李国强翻建院墙，墙基占用双方共用排水沟沟沿0.3米，雨季排水不畅，致张桂珍院内积水。",
        "双方对排水沟改道和费用承担发生争议。",
        "双方确认：李国强占用沟沿，承担主要责任；张桂珍未清理自家门前的淤积，承担次要责任。",
        "1．李国强将占用沟沿的墙基后退0.3米，并清理全沟46米淤积。",
        "3．第二期付给张桂珍。",
        "方式：现金或转账，收款人出具收条。",
        "地点：肖家林村民委员会",
        "第1项\t—\t2026年12月15日前",
        "第3项\t人民币叁仟元伍角整（￥3,000.50）\t2027年1月15日前",
        "合计\t人民币陆仟元伍角整（￥6,000.50）",
        "本协议一式三份",
        "通州区西集镇肖家林村人民调解委员会（印章）",
        "2026年11月24日",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    let signatures = paper.blocks.iter().find_map(|block| match block {
        Block::Signatures(all) => Some(all.len()),
        _ => None,
    });
    assert_eq!(
        signatures,
        Some(4),
        "two parties, the mediator, the recorder"
    );
}

#[test]
fn what_was_left_out_says_so_and_parties_become_letters() {
    let mut case = agreed();
    case.parties[1].identity = Default::default();
    let paper = document(&Form::Agreement, &case, &names(), Language::Chinese).unwrap();
    let text = text(&paper);
    assert!(text.contains("被申请人：乙") && !text.contains("13800000119"));
    if let Some((_, state)) = case.conclusions.last() {
        assert!(matches!(
            state,
            crate::domain::case::state::Outcome::Agreed(_)
        ));
    }
}

#[test]
fn a_party_that_stands_for_more_says_for_how_many() {
    let mut case = agreed();
    case.parties[1].others = 2;
    for form in [Form::Agreement, Form::AcceptanceRegister] {
        for (language, name) in [
            (Language::Chinese, "李国强等3人"),
            (Language::English, "李国强 (+2)"),
        ] {
            let paper = document(&form, &case, &names(), language).unwrap();
            let text = text(&paper);
            assert!(text.contains(name), "{name} is not in\n{text}");
        }
    }
}

#[test]
fn the_acceptance_register_lists_a_hundred_parties_and_counts_the_rest() {
    let mut case = Story::registered().case;
    let of = |case: &Case| {
        let form = Form::AcceptanceRegister;
        let paper = document(&form, case, &names(), Language::Chinese).unwrap();
        text(&paper)
    };
    let party = case.parties[0].clone();
    case.parties = vec![party; 100];
    assert!(!of(&case).contains("另有当事人"));
    let listed = of(&case).matches("申请人\t").count();
    case.parties.extend(case.parties.clone());
    assert_eq!((of(&case).matches("申请人\t").count(), listed), (100, 100));
    assert!(of(&case).contains("另有当事人100名"));
}

#[test]
fn the_acceptance_register_is_ruled_and_full() {
    let case = Story::registered().accepted().case;
    let paper = document(
        &Form::AcceptanceRegister,
        &case,
        &names(),
        Language::Chinese,
    )
    .unwrap();
    let text = text(&paper);
    for words in [
        "2026年10月27日",
        "邻里",
        "☑当事人申请　☐主动调解　☐移送委托",
        "通州区西集镇肖家林村36号",
        "张桂珍，女，汉族，62岁，务农",
        "李国强翻建院墙，墙基占用排水沟，雨季积水。",
        "2026年10月28日受理，已告知权利义务。",
        "登记人（签名）　赵淑敏",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    let [Block::Grid(rows)] = paper.blocks.as_slice() else {
        panic!("one grid")
    };
    for row in rows {
        assert_eq!(row.iter().map(|cell| cell.span).sum::<u8>(), GRID);
    }
}

#[test]
fn an_oral_agreement_is_registered() {
    let story = Story::registered().accepted().assigned();
    assert!(!is_ready(&Form::OralAgreementRegister, &story.case));
    let clause = NewClause {
        text: "当场赔礼，付医药费。".into(),
        due: None,
        fen: Some(Fen(50_000)),
    };
    let case = story
        .act(Command::AgreeOrally(OralAgreement {
            day: day("2026-11-20"),
            facts: "为停车争吵。\n推搡了一下。".into(),
            clauses: vec![clause],
            manner: String::new(),
        }))
        .case;
    assert!(is_ready(&Form::OralAgreementRegister, &case) && !is_ready(&Form::Agreement, &case));
    let paper = document(
        &Form::OralAgreementRegister,
        &case,
        &names(),
        Language::Chinese,
    )
    .unwrap();
    let text = text(&paper);
    assert!(
        text.contains("1．当场赔礼，付医药费。") && text.contains("人民币伍佰元整（￥500.00）")
    );
    assert!(
        paper
            .blocks
            .contains(&Block::Paragraph("推搡了一下。".into()))
    );
    assert!(!text.contains("\n方式："));
}

#[test]
fn an_organisation_has_its_code_and_no_age() {
    let mut story = Story::registered();
    story.case.parties[1].kind = PartyKind::Organisation;
    let label = story.case.parties[1].label;
    let identity = Identity {
        name: "某物业公司".into(),
        id_number: Some("91110112MA00000000".into()),
        ..Identity::default()
    };
    let story = story.act(Command::Correct {
        field: crate::domain::case::command::NewValue::Party(label, identity),
        reason: String::new(),
    });
    let case = story.accepted().assigned().agreed().case;
    let paper = document(&Form::Agreement, &case, &names(), Language::Chinese).unwrap();
    let text = text(&paper);
    assert!(text.contains("被申请人：某物业公司\n统一社会信用代码：91110112MA00000000"));
}

#[test]
fn the_reading_copy_is_english_around_the_people_s_own_words() {
    let paper = document(&Form::Agreement, &agreed(), &names(), Language::English).unwrap();
    let text = text(&paper);
    assert!(text.starts_with("People's Mediation Agreement\nNo.: （2026）"));
    assert!(text.contains("¥3,000.50") && text.contains("Made in 3 copies"));
    assert!(text.contains("(1) 李国强将占用沟沿的墙基后退0.3米"));
}

#[test]
fn what_is_not_there_yet_is_not_made() {
    let case = Story::registered().case;
    for form in Form::ALL {
        assert_eq!(
            is_ready(form, &case),
            *form == Form::AcceptanceRegister,
            "{form:?}"
        );
    }
    assert!(
        document(
            &Form::AcceptanceRegister,
            &Case::default(),
            &names(),
            Language::Chinese
        )
        .is_none()
    );
}

#[test]
fn the_file_grows_with_the_case() {
    let state = |case: &Case, form: Form| {
        file(case)
            .into_iter()
            .find(|(one, _)| *one == form)
            .map(|(_, state)| state)
    };
    let case = Story::registered().accepted().assigned().case;
    assert_eq!(
        state(&case, Form::AcceptanceRegister),
        Some(PaperState::Ready)
    );
    assert_eq!(state(&case, Form::Agreement), Some(PaperState::Waits));
    assert_eq!(state(&case, Form::MediationRecord), Some(PaperState::Waits));
    assert_eq!(state(&case, Form::RightsNotice), Some(PaperState::ByHand));
    assert_eq!(state(&case, Form::OralAgreementRegister), None);
    let case = agreed();
    assert_eq!(state(&case, Form::Agreement), Some(PaperState::Ready));
    assert_eq!(
        state(&case, Form::MediationRecord),
        Some(PaperState::ByHand)
    );
    let declined = Story::registered().act(Command::Decline {
        day: day("2026-10-28"),
        reason: DeclineReason::WithCourt,
        words: String::new(),
    });
    let case = declined.case;
    assert_eq!(state(&case, Form::MediationRecord), None);
    assert_eq!(state(&case, Form::Agreement), None);
    assert_eq!(
        state(&case, Form::NoticeOfDecline),
        Some(PaperState::ByHand)
    );
}

fn acceptance_register(case: &Case) -> String {
    let form = Form::AcceptanceRegister;
    let paper = document(&form, case, &names(), Language::Chinese);
    text(&paper.unwrap())
}

#[test]
fn the_box_is_ticked_for_where_the_case_came_from() {
    for source in Source::AT_A_DESK {
        let corrected = Command::Correct {
            field: NewValue::Source(source.clone()),
            reason: String::new(),
        };
        let story = Story::registered();
        let case = match source {
            Source::Applied => story.case,
            _ => story.act(corrected).case,
        };
        let ticked = match source {
            Source::Applied => "☑当事人申请　☐主动调解　☐移送委托",
            Source::Proactive => "☐当事人申请　☑主动调解　☐移送委托",
            _ => "☐当事人申请　☐主动调解　☑移送委托",
        };
        let text = acceptance_register(&case);
        assert!(text.contains(ticked), "{source:?}: {text}");
    }
}

#[test]
fn a_township_that_was_typed_is_named_once() {
    let story = Story::registered().act(Command::Correct {
        field: NewValue::Place("西集镇肖家林村东口".into()),
        reason: String::new(),
    });
    let text = acceptance_register(&story.case);
    assert!(text.contains("通州区西集镇肖家林村东口"), "{text}");
}

#[test]
fn the_register_says_that_a_case_was_declined() {
    let story = Story::registered().act(Command::Decline {
        day: day("2026-10-28"),
        reason: DeclineReason::WithCourt,
        words: String::new(),
    });
    let text = acceptance_register(&story.case);
    assert!(text.contains("2026年10月28日不予受理"), "{text}");
}

#[test]
fn an_agreement_still_prints_once_its_case_was_taken_up_again_and_failed() {
    let paper = |case: &Case| document(&Form::Agreement, case, &names(), Language::Chinese);
    let before = agreed();
    let on = day("2026-11-24");
    let again = taken_up_again(on);
    assert_eq!(paper(&again.case), paper(&before));
    let assign = Command::Assign {
        day: on,
        mediators: again.case.mediators.get().cloned().unwrap(),
        chosen_by: ChosenBy::Committee,
    };
    let failed = again.act(assign).act(Command::Fail {
        day: on,
        told_of: vec![OtherWay::Court],
        reason: String::new(),
    });
    assert_eq!(paper(&failed.case), paper(&before));
}

#[test]
fn a_person_is_a_year_older_from_the_birthday_on() {
    let born = day("1964-03-15");
    let age = |on| party::age(born, day(on));
    assert_eq!(age("2026-03-14"), 61);
    assert_eq!(age("2026-03-15"), 62);
    assert_eq!(age("1963-01-01"), 0);
}

/// A case as a ledger tells it: nothing of what the parties were told, nor of what the agreement says beside its items.
fn from_ledger(ending: LedgerEnding) -> Case {
    let on = day("2026-11-18");
    let Command::Register(intake) = Story::intake() else {
        unreachable!("an intake");
    };
    let intake = Intake {
        ledger: Some(("西集镇台账.csv".into(), 4)),
        ..intake
    };
    let accept = Command::Accept {
        day: day("2026-10-28"),
        told: Told::NotRecorded,
    };
    let clause = NewClause {
        text: "李国强把院墙退回一尺".into(),
        fen: None,
        due: None,
    };
    let conclusion = LedgerConclusion {
        day: on,
        ending,
        clauses: vec![clause],
        reason: String::new(),
    };
    let story = Story::default().act(Command::Register(intake)).act(accept);
    let story = story.assigned().act(Command::EnterConclusion(conclusion));
    story.case
}

#[test]
fn papers_of_a_ledgers_case_say_nothing_that_the_ledger_does_not() {
    for (ending, form) in [
        (LedgerEnding::Written, Form::Agreement),
        (LedgerEnding::Oral, Form::OralAgreementRegister),
    ] {
        let case = from_ledger(ending);
        let paper = document(&form, &case, &names(), Language::Chinese).unwrap();
        let agreement = text(&paper);
        assert!(agreement.contains("李国强把院墙退回一尺"), "{agreement}");
        assert!(!agreement.contains("脱敏"), "{agreement}");
        assert!(!agreement.contains("一式0份"), "{agreement}");
        assert!(agreement.contains("＿＿＿＿"), "{agreement}");
        let register = acceptance_register(&case);
        assert!(register.contains("2026年10月28日受理。"), "{register}");
        assert!(!register.contains("已告知"), "{register}");
    }
}

#[test]
fn words_of_an_agreement_that_were_left_out_are_not_blank() {
    let mut case = agreed();
    let Some(Outcome::Agreed(agreement)) = case.outcome.get().cloned() else {
        panic!("an agreement");
    };
    let redacted = Agreement {
        written: false,
        facts: Wording::LeftOut,
        manner: Wording::LeftOut,
        ..agreement
    };
    case.conclusions = vec![(EntryId([9; 20]), Outcome::Agreed(redacted))];
    case.outcome = Field::default();
    let form = Form::OralAgreementRegister;
    let paper = text(&document(&form, &case, &names(), Language::Chinese).unwrap());
    assert_eq!(paper.matches("（已脱敏）").count(), 2, "{paper}");
}

#[test]
fn the_acceptance_register_of_a_case_that_was_taken_up_again_keeps_its_day() {
    let again = taken_up_again(day("2026-11-24"));
    let register = acceptance_register(&again.case);
    let accepted = "2026年10月28日受理，已告知权利义务。";
    assert!(register.contains(accepted), "{register}");
}

fn joined(story: Story) -> Story {
    joined_on(story, "2026-11-24")
}

fn joined_on(story: Story, on: &str) -> Story {
    story.act(Command::Join {
        day: day(on),
        county: crate::law::divisions::Adcode::new(120_114).unwrap(),
        organisation: None,
        agreement: None,
        lead: None,
    })
}

#[test]
fn an_invitation_names_the_other_office_the_case_and_the_agreement() {
    let case = joined(Story::registered().accepted()).case;
    let paper = document(&Form::JointInvitation, &case, &names(), Language::Chinese).unwrap();
    let text = text(&paper);
    for words in [
        "武清区河西务镇司法所：",
        "涉及天津市武清区",
        "《通武廊司法行政协作框架协议》",
        "第二十七条",
        "通州区西集镇肖家林村人民调解委员会（印章）",
        "2026年11月24日",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    // Whoever names no office writes to the county's bureau.
    let unnamed = PaperNames {
        joint: JointNames::default(),
        ..names()
    };
    let paper = document(&Form::JointInvitation, &case, &unnamed, Language::Chinese).unwrap();
    assert!(super::tests::text(&paper).starts_with("联合调解邀请函"));
    assert!(super::tests::text(&paper).contains("天津市武清区司法局："));
}

#[test]
fn a_reply_leaves_room_for_the_other_office_s_pen() {
    let case = joined(Story::registered().accepted()).case;
    let paper = document(&Form::JointReply, &case, &names(), Language::Chinese).unwrap();
    let text = text(&paper);
    assert!(text.contains("□同意　□不同意"), "{text}");
    assert!(text.contains("武清区河西务镇司法所（印章）"), "{text}");
}

#[test]
fn a_reply_that_was_taken_down_says_what_they_said_and_when() {
    let story = joined(Story::registered().accepted());
    let invitation = story.case.joined[0].entry;
    let story = story.act(Command::Reply {
        day: day("2026-11-24"),
        invitation,
        answer: JoinAnswer::Joins,
        remarks: String::new(),
    });
    let paper = document(&Form::JointReply, &story.case, &names(), Language::Chinese).unwrap();
    let text = text(&paper);
    assert!(text.contains("我单位同意参加联合调解"), "{text}");
    assert!(text.contains("2026年11月24日"), "{text}");
    assert!(!text.contains('□'), "{text}");
}

#[test]
fn the_joint_record_waits_for_a_session_and_is_signed_by_both_offices() {
    let story = joined_on(Story::registered().accepted(), "2026-11-10");
    let invitation = story.case.joined[0].entry;
    // An office that never answered signs nothing.
    assert!(!is_ready(&Form::JointRecord, &story.case));
    let story = story.act(Command::Reply {
        day: day("2026-11-12"),
        invitation,
        answer: JoinAnswer::Joins,
        remarks: String::new(),
    });
    assert!(!is_ready(&Form::JointRecord, &story.case));
    let case = story.assigned().in_mediation().case;
    let paper = document(&Form::JointRecord, &case, &names(), Language::Chinese).unwrap();
    let said = text(&paper);
    for words in [
        "牵头单位：通州区西集镇肖家林村人民调解委员会",
        "参加单位：武清区河西务镇司法所",
        "双方都说了排水的经过。",
        "武清区河西务镇司法所人民调解员（签名）",
        "（已脱敏）",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    // What nobody wrote has room for a pen.
    let unsaid = PaperNames {
        session: SessionWords::default(),
        ..names()
    };
    let paper = document(&Form::JointRecord, &case, &unsaid, Language::Chinese).unwrap();
    assert!(!text(&paper).contains("脱敏"));
}

#[test]
fn a_transfer_has_its_letter_and_a_receipt_that_is_open_until_it_came() {
    let story = Story::registered().accepted();
    assert!(!is_ready(&Form::TransferLetter, &story.case));
    let story = story.act(Command::Transfer {
        day: day("2026-11-24"),
        county: crate::law::divisions::Adcode::new(120_114).unwrap(),
        organisation: crate::domain::id::StreamId::new(
            crate::domain::id::StreamKind::ORGANISATION,
            [8; 16],
        ),
        reason: "被申请人常住对方辖区。".into(),
    });
    let made = |story: &Story, form: Form| {
        text(&document(&form, &story.case, &names(), Language::Chinese).unwrap())
    };
    let letter = made(&story, Form::TransferLetter);
    for words in [
        "武清区河西务镇人民调解委员会：",
        "被申请人常住对方辖区。",
        "收到回执以前，本案仍由我单位负责",
        "通州区西集镇肖家林村人民调解委员会（印章）",
    ] {
        assert!(letter.contains(words), "{words} in {letter}");
    }
    let receipt = made(&story, Form::TransferReceipt);
    assert!(receipt.contains("□已收下"), "{receipt}");
    let transfer = story.case.transfers[0].entry;
    let story = story.act(Command::Receive {
        day: day("2026-11-24"),
        transfer,
        answer: TransferAnswer::Received,
        remarks: String::new(),
    });
    let receipt = made(&story, Form::TransferReceipt);
    assert!(
        receipt.contains("一案收悉，已收下，由我单位办理。"),
        "{receipt}"
    );
    assert!(
        receipt.contains("武清区河西务镇人民调解委员会（印章）"),
        "{receipt}"
    );
}

#[test]
fn the_notice_of_the_outcome_waits_for_one_and_says_what_was_agreed() {
    let joint = joined(Story::registered().accepted());
    assert!(!is_ready(&Form::JointOutcome, &joint.case));
    let case = joint.assigned().in_mediation().agreed().case;
    let paper = document(&Form::JointOutcome, &case, &names(), Language::Chinese).unwrap();
    let said = text(&paper);
    assert!(said.contains("达成书面调解协议"), "{said}");
    // A case of one office alone has no such letters.
    let alone = in_writing().case;
    for form in [Form::JointInvitation, Form::JointReply, Form::JointOutcome] {
        assert!(!is_ready(&form, &alone), "{form:?}");
    }
}

//! Commands that a person might give to a case as it stands, likely ones first.

use langqiao::domain::case::Case;
use langqiao::domain::case::command::{
    Command, Intake, NewClause, NewParty, NewValue, OralAgreement, Session, WrittenAgreement,
};
use langqiao::domain::case::course::{Step, steps};
use langqiao::domain::case::event::{
    ChosenBy, ConfirmationStep, FollowUpFinding, JoinAnswer, NoteForm, Told, TransferAnswer,
    WithdrawnBy,
};
use langqiao::domain::case::state::Outcome;
use langqiao::domain::catalogue::RetractionReason;
use langqiao::domain::id::Label;
use langqiao::domain::leaf::Identity;
use langqiao::law::day::Day;
use langqiao::law::decline::{DeclineReason, OtherWay};
use langqiao::law::dispute::{DisputeType, Source};
use langqiao::law::divisions::{Adcode, Town};
use langqiao::law::money::Fen;
use langqiao::law::person::{PartyKind, PartyRole};
use langqiao::law::risk::RiskSign;
use langqiao::record::Chronicle;

use crate::writing::{Seed, day, mediator, organisation};

pub fn county() -> Adcode {
    Adcode::new(120_114).unwrap()
}

pub fn intake(on: Day) -> Intake {
    let party = |role, name: &str, id: Option<&str>| NewParty {
        role,
        kind: PartyKind::Person,
        identity: Identity {
            name: name.to_owned(),
            id_number: id.map(str::to_owned),
            phone: Some("139-6853-6771".to_owned()),
            ..Identity::default()
        },
        others: 0,
    };
    Intake {
        day: on,
        source: Source::Applied,
        kind: DisputeType::Neighbour,
        county: county(),
        town: Town::of(county(), 101),
        place: "三里庄".to_owned(),
        facts: "院墙过界，两家争执".to_owned(),
        risk: vec![RiskSign::EarlierPetitions],
        parties: vec![
            party(PartyRole::Applicant, "张桂珍", Some("11010519491231002X")),
            party(PartyRole::Respondent, "李大山", None),
        ],
        organisation: organisation(1),
        number: None,
        ledger: None,
    }
}

pub fn clause(text: &str, due: Option<Day>) -> NewClause {
    NewClause {
        text: text.to_owned(),
        due,
        fen: Some(Fen(150_000)),
    }
}

pub fn written(on: Day, signed: Vec<Label>) -> WrittenAgreement {
    WrittenAgreement {
        day: on,
        facts: "院墙过界".to_owned(),
        matter: "院墙归属".to_owned(),
        responsibility: "被申请人修墙时越界".to_owned(),
        clauses: vec![
            clause("拆除越界部分", Some(on.plus_days(20))),
            clause("赔偿损失", Some(on.plus_days(40))),
        ],
        manner: "自行拆除，现金给付".to_owned(),
        place: "三里庄村委会".to_owned(),
        copies: u32::try_from(signed.len()).unwrap() + 1,
        signed,
        mediator_signed: true,
        stamped: true,
    }
}

pub fn step(case: &Case, step: Step, on: Day, seed: &Seed) -> Command {
    let labels: Vec<Label> = case.parties.iter().map(|p| p.label).collect();
    let words = || ["事出有因", ""][seed.below(2)].to_owned();
    match step {
        Step::Accept => Command::Accept {
            day: on,
            told: Told::Orally,
        },
        Step::Decline => Command::Decline {
            day: on,
            reason: DeclineReason::WithCourt,
            words: words(),
        },
        Step::Assign => Command::Assign {
            day: on,
            mediators: vec![mediator(seed.below(3) as u8)],
            chosen_by: ChosenBy::Parties,
        },
        Step::Inquire => Command::Inquire {
            day: on,
            place: words(),
            record: "问了邻居".to_owned(),
        },
        Step::HoldSession => Command::HoldSession(Session {
            day: on,
            place: words(),
            confidential: labels
                .first()
                .map(|l| (*l, "其实愿意让步".to_owned()))
                .into_iter()
                .collect(),
            present: labels,
            record: "双方各述理由".to_owned(),
            result: words(),
        }),
        Step::Suspend => Command::Suspend {
            day: on,
            reason: "等鉴定".to_owned(),
        },
        Step::Resume => Command::Resume { day: on },
        Step::AgreeInWriting => Command::AgreeInWriting(written(on, labels)),
        Step::AgreeOrally => Command::AgreeOrally(OralAgreement {
            day: on,
            facts: "口头说定".to_owned(),
            clauses: vec![clause("赔礼道歉", None)],
            manner: words(),
        }),
        Step::Fail => Command::Fail {
            day: on,
            told_of: vec![OtherWay::Court],
            reason: words(),
        },
        Step::Withdraw => Command::Withdraw {
            day: on,
            by: WithdrawnBy::Both,
            reason: words(),
        },
        Step::Perform => {
            let clauses: Vec<Label> = match case.outcome.get() {
                Some(Outcome::Agreed(a)) => a.clauses.iter().map(|c| c.public.label).collect(),
                _ => Vec::new(),
            };
            let clause = clauses.get(seed.below(clauses.len() + 1)).copied();
            Command::Perform {
                day: on,
                clause,
                remarks: words(),
            }
        }
        Step::Urge => Command::Urge {
            day: on,
            remarks: words(),
        },
        Step::ReportNotPerformed => Command::ReportNotPerformed {
            day: on,
            told_of_court: true,
            remarks: words(),
        },
        Step::Confirm => Command::Confirm {
            day: on,
            step: match case.court_steps() {
                [] => ConfirmationStep::Applied,
                steps => steps[seed.below(steps.len())].clone(),
            },
        },
        Step::FollowUp => Command::FollowUp {
            day: on,
            found: FollowUpFinding::Settled,
            record: words(),
        },
        Step::Close => Command::Close { day: on },
        Step::Archive => Command::Archive {
            day: on,
            volume: "2026-1".to_owned(),
            retention: 10,
        },
        Step::Reopen => Command::Reopen {
            day: on,
            both_agree: true,
            reason: "协议不当".to_owned(),
        },
        Step::Extend => Command::Extend {
            day: on,
            until: case.due(on).map_or(on, |due| due.max(on)).plus_days(15),
            both_agree: true,
        },
        Step::Join => Command::Join {
            day: on,
            county: Adcode::new(110_112).unwrap(),
            organisation: None,
            agreement: None,
            lead: None,
        },
        Step::Reply => Command::Reply {
            day: on,
            invitation: case
                .unanswered()
                .next()
                .map(|one| one.entry)
                .unwrap_or_default(),
            answer: JoinAnswer::ALL[seed.below(2)].clone(),
            remarks: words(),
        },
        Step::Transfer => Command::Transfer {
            day: on,
            county: county(),
            organisation: organisation(5),
            reason: "归街道调委会".to_owned(),
        },
        Step::Receive => Command::Receive {
            day: on,
            transfer: case
                .on_its_way()
                .next()
                .map(|one| one.entry)
                .unwrap_or_default(),
            answer: TransferAnswer::ALL[seed.below(2)].clone(),
            remarks: words(),
        },
        Step::Rate => Command::Rate {
            day: on,
            risk: [vec![RiskSign::Violence], vec![]][seed.below(2)].clone(),
            record: "听邻居说的".to_owned(),
        },
    }
}

/// A command for a case; most are allowed.
pub fn command(case: &Case, chronicle: &Chronicle, today: Day, seed: &Seed) -> Command {
    let on = today.plus_days(-(seed.below(3) as i32));
    let Some(stage) = &case.stage else {
        // Voided: bring it back as often as not.
        return match chronicle.live().last() {
            Some(last) if seed.below(2) == 0 => Command::Retract {
                entry: last.id,
                reason: RetractionReason::Undone,
            },
            _ => Command::Register(intake(day("2026-03-01"))),
        };
    };
    // Rating moves no case on: it comes with what stands beside the course.
    let steps = steps(stage).iter().map(|(step, _)| *step);
    let allowed: Vec<Step> = steps.filter(|step| *step != Step::Rate).collect();
    if seed.below(10) < 6 && !allowed.is_empty() {
        // The first is the likeliest, so that cases come to an end; but many come to an agreement, and not all are kept.
        let unkept = match &*case.urged {
            [] => Step::Urge,
            _ => Step::ReportNotPerformed,
        };
        let is_next = |step: &Step| [Step::AgreeOrally, unkept].contains(step);
        let pick = match (seed.below(3), allowed.iter().position(is_next)) {
            (0, _) => seed.below(allowed.len()),
            (1, Some(next)) => next,
            _ => 0,
        };
        return step(case, allowed[pick], on, seed);
    }
    match seed.below(6) {
        0 => Command::Note {
            day: on,
            form: NoteForm::Visit,
            text: "上门看过".to_owned(),
            confidential_to: case.parties.first().map(|p| p.label),
        },
        1 | 2 => Command::Correct {
            field: new_value(case, seed),
            reason: "写错了".to_owned(),
        },
        3 => match chronicle.live().last() {
            Some(last) => Command::Retract {
                entry: last.id,
                reason: RetractionReason::Undone,
            },
            None => Command::Close { day: on },
        },
        4 if seed.below(4) == 0 => Command::Void {
            registration: case.registration.unwrap_or_default(),
            reason: RetractionReason::Trial,
        },
        5 => step(case, Step::Rate, on, seed),
        _ => Command::Note {
            day: on,
            form: NoteForm::Note,
            text: "记一笔".to_owned(),
            confidential_to: None,
        },
    }
}

fn new_value(case: &Case, seed: &Seed) -> NewValue {
    let word = ["东院", "西院"][seed.below(2)].to_owned();
    match seed.below(12) {
        0 => case
            .parties
            .first()
            .map_or(NewValue::Facts(word.clone()), |p| {
                NewValue::Party(
                    p.label,
                    Identity {
                        name: word,
                        ..Identity::default()
                    },
                )
            }),
        1 => NewValue::Facts(word),
        2 => NewValue::Place(word),
        3 => NewValue::Town(Town::of(county(), 102 + seed.below(2) as u32).unwrap()),
        4 => NewValue::Day(day(["2026-02-27", "2026-02-28"][seed.below(2)])),
        5 => NewValue::Number(word),
        6 => NewValue::Type(DisputeType::ALL[seed.below(3)].clone()),
        7 => NewValue::Source(Source::ALL[seed.below(3)].clone()),
        8 => NewValue::Mediators(vec![mediator(seed.below(2) as u8)]),
        9 => NewValue::Risk(RiskSign::ALL[..seed.below(3)].to_vec()),
        10 => match &*case.days {
            [] => NewValue::Facts(word),
            days => {
                let dated = days[seed.below(days.len())];
                NewValue::StepDay(dated.entry, dated.day.plus_days(seed.below(3) as i32 - 1))
            }
        },
        _ => NewValue::Outcome(
            case.conclusions
                .first()
                .map(|(id, _)| *id)
                .unwrap_or_default(),
        ),
    }
}

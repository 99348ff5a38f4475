//! Refusals as sentences: what is wrong, where, and what to do now; where a rule of law is behind it,
//! its article.

use super::articles::citation;
use super::dates::short_day;
use super::steps::{stage_name, step_verb};
use super::terms::Term;
use super::{Language, numbers};
use crate::domain::case::refusal::Slot;
use crate::domain::case::{Refusal, Step};
use crate::law::agreement::AgreementItem;
use crate::law::article::Article;
use crate::law::day::Day;
use crate::law::identity::ResidentProblem;
use crate::law::money::{Fen, MoneyProblem};
use crate::law::person::{NameProblem, PartyRole};
use crate::law::phone::PhoneProblem;

crate::messages! {
    not_now(step: &str, stage: &str) = "案件现在是“{stage}”，不能{step}。回案件页看下一步。", "The case stands at “{stage}”, which does not allow “{step}”. See its page for the next step.";
    no_case = "这件案子不在了，可能已作废。回台账看看。", "This case is not there; it may have been voided. Look in the register.";
    already_registered = "这件案子已经登记过，不用再登。", "This case is registered already; there is nothing more to do.";
    empty(what: &str) = "{what}还空着，请填上。", "The {what} is empty; please fill it in.";
    no_applicant = "还没有申请人，请加一位。", "There is no applicant yet; please add one.";
    no_respondent = "还没有被申请人，请加一位。", "There is no respondent yet; please add one.";
    no_party(role: &str) = "还没有{role}，请加一位。", "There is no {role} yet; please add one.";
    nameless(place: usize) = "第{place}位当事人没写姓名，请填上。", "Party {place} has no name; please fill it in.";
    of_party(place: usize, problem: &str) = "第{place}位当事人：{problem}", "Party {place}: {problem}";
    future(what: &str, day: &str) = "{what}{day}还没到，请改成今天或以前。", "The {what}, {day}, is still to come; choose today or earlier.";
    before(what: &str, earlier: &str, limit: &str) = "{what}不能早于{earlier}（{limit}），请往后改。", "The {what} cannot be before the {earlier} ({limit}); choose a later day.";
    after(what: &str, later: &str, limit: &str) = "{what}不能晚于{later}（{limit}），请往前改。", "The {what} cannot be after the {later} ({limit}); choose an earlier day.";
    registered_ahead(limit: &str) = "登记日{limit}晚于今天：看本机日期，再改正登记日期。", "The day of registration, {limit}, is later than today on this device. See first whether the device's date is right; if it is, correct the day under More, “Put a mistake right”.";
    ahead(earlier: &str, limit: &str) = "{earlier}{limit}晚于今天：看本机日期，再改正那一步。", "The {earlier}, {limit}, is later than today on this device. See first whether the device's date is right; if it is, correct the day of that step under More, “Put a mistake right”.";
    until_too_early(limit: &str) = "延到的日子要在{limit}之后，请往后改。", "The new last day must be after {limit}; choose a later one.";
    due_before_agreement(place: usize) = "第{place}条的期限早于签协议那天，请改。", "Clause {place} falls due before the day of the agreement; please change it.";
    sum_odd(place: usize) = "第{place}条的金额不对，请填正数。", "The sum of clause {place} cannot be; please give a positive one.";
    missing_item(item: &str, article: &str) = "还缺：{item}。补上才能定。（{article}）", "Still missing: {item}. Add it, then confirm. ({article})";
    not_told_of_ways(article: &str) = "调解不成要告知其他途径，请勾选已告知的。（{article}）", "Parties must be told of other ways; tick those they were told of. ({article})";
    not_told_of_court(article: &str) = "先告知可以起诉，再记未履行。（{article}）", "Tell the parties that they may go to court, then record this. ({article})";
    both_must_agree(article: &str) = "要双方都同意才行，问过后请勾选。（{article}）", "Both sides must agree; ask them, then tick this. ({article})";
    no_mediator(article: &str) = "还没选调解员，至少选一位。（{article}）", "No mediator is chosen; choose at least one. ({article})";
    not_a_mediator = "调解员一栏写的是号码，不是姓名，请改。", "A number stands where the mediator should be named; please change it.";
    nobody_present = "到场的人一个没选，请选上。", "Nobody is marked as present; choose who came.";
    confirmation_too_late(until: &str, article: &str) = "共同申请确认到{until}为止，已过期。（{article}）", "A joint application was possible until {until}. ({article})";
    not_urged(article: &str) = "还没有记过催促。先把怎么催的记下来。（{article}）", "No urging stands here yet; record first how performance was urged. ({article})";
    not_applied(article: &str) = "还没有记过申请司法确认，先把申请记下来。（{article}）", "No application stands here yet; record first that both sides applied. ({article})";
    court_has_ruled = "法院已经裁定过了，一份协议只裁定一次。记错了的，先在经过里撤回那一条。", "The court has ruled; it rules on an agreement once. If that was recorded by mistake, take the entry back first, under what happened.";
    confirmed_by_court(article: &str) = "法院已确认协议，可申请执行，不能再调。认为裁定有错，向该法院提异议。（{article}）", "The court has confirmed the agreement: it can be enforced, and is not mediated again. Whoever thinks the ruling wrong may object to it at that court. ({article})";
    no_reply_awaited = "没有等着回复的邀请。先记联合调解，再记复函。", "No invitation waits for a reply. Record the joint mediation first.";
    no_receipt_awaited = "没有等着回执的移送。先记移送，再记回执。", "No transfer waits for a receipt. Record first that the case was handed on.";
    receipt_awaited = "已经移送了一次，还没有回执。先记回执：退回的也记。", "The case is on its way to another office already. Record its receipt first, be it that they sent it back.";
    own_office = "案子就在这个机构手里，请另选一个。", "The case is with that office already; please choose another.";
    no_agreement = "还没有协议，先把协议记下来。", "There is no agreement yet; record the agreement first.";
    not_there(what: &str) = "选的{what}这件案子里没有，请重选。", "This case has no such {what}; please choose again.";
    other_people = "当事人的人数和这里记的不一样，台账改不了。请到案件里看。", "The number of people differs from what stands here, and cannot be changed by a ledger. See its page.";
    copies(least: u32) = "每方一份、调委会留一份：请填{least}到99份。", "One for each party, one for the committee: please enter {least} to 99 copies.";
    number_names = "编号要有数字，不能写人名、电话、证件号、门牌：脱敏的数据也带着它。", "A case number needs a digit, and no name, phone, ID number or address: redacted copies carry it too. Please choose another.";
    volume_tells = "卷宗号不能写人名、电话、证件号、门牌：脱敏的数据也带着它。请改。", "A volume number must hold no name, phone, ID number or address: redacted copies carry it too. Please choose another.";
    unchanged = "和现在的一样，没有要改的。", "This is what stands already; there is nothing to change.";
    changed_meanwhile(what: &str) = "“{what}”刚被别处改过。看过再决定是否照发。", "The {what} was changed elsewhere just now. Look at it, then send again if you still want to.";
    not_understood = "有更新版本写的内容，这里只能看。请先更新廊桥。", "A newer version wrote part of this case; it is read-only here. Update Langqiao first.";
    gone_on = "案件已往前走，不能撤销。请用更正或备注。", "The case has gone on, so this cannot be undone. Add a correction or a note.";

    phone_for_name = "姓名里有电话号码，请填到“电话”里。", "There is a phone number in the name; please put it where phones go.";
    number_for_name = "姓名里有一长串数字。证件号请填到证件号里。", "There is a long number in the name; an ID number has a place of its own.";
    id_length(count: usize) = "身份证号应有18位，这里{count}位。", "An ID number has 18 places; this has {count}.";
    id_first_generation = "这是15位老号，请照新证填18位。", "This is an old number of 15 digits; take the 18 from the new card.";
    id_letter(place: usize, odd: char) = "第{place}位“{odd}”不对，请看一遍证件。", "Place {place}, “{odd}”, cannot be; look at the card again.";
    id_province = "开头两位不是省份，请看一遍证件。", "The first two digits name no province; look at the card again.";
    id_birth = "第7到14位不是出生日期，请看一遍证件。", "Places 7 to 14 are no day of birth; look at the card again.";
    id_check(right: char) = "最后一位对不上（前面没错应是{right}），请看证件。", "The last place does not fit (it would be {right}); look at the card again.";
    phone_empty = "电话还空着，请填上。", "The phone number is empty; please fill it in.";
    phone_letter(place: usize, odd: char) = "电话第{place}位“{odd}”不是数字，请改。", "Place {place} of the phone number, “{odd}”, is no digit; please correct it.";
    phone_mobile_length(count: usize) = "手机号应有11位，这里{count}位。", "A mobile number has 11 digits; this has {count}.";
    phone_prefix = "手机号以13到19开头，请再问一遍。", "A mobile number begins with 13 to 19; please ask again.";
    phone_length(count: usize) = "电话没有{count}位的，座机请带区号。", "No phone number has {count} digits; give landlines with their area code.";
    sum_letter(odd: char) = "“{odd}”读不出金额，请填如9000或1.2万。", "A sum has no “{odd}” in it; give one such as 9000.";
    sum_fine = "金额最多到分，请少写几位小数。", "A sum goes down to the fen; give two decimals at most.";
    sum_much(most: &str) = "金额最多{most}，请再看一遍。", "A sum is at most {most}; please look again.";
    sum_negative = "金额不能是负数，请改。", "A sum cannot be below nought; please change it.";
    too_long = "写得太长，一条记录放不下。请分成几条记。", "This is more than one entry can hold. Please write it as several.";
    sum_empty = "请填金额，如9000或1.2万。", "Please give a sum, such as 9000.";
}

/// The refusal in one or two sentences. `today` decides whether days show their year.
#[must_use]
pub fn refusal(l: Language, refusal: &Refusal) -> String {
    match refusal {
        Refusal::NotNow { step, stage } => not_now(l, step_verb(l, *step), stage_name(l, stage)),
        Refusal::NoCase => no_case(l).into(),
        Refusal::AlreadyRegistered => already_registered(l).into(),
        Refusal::Empty(at) => empty(l, slot(l, at)),
        Refusal::NoParty(PartyRole::Applicant) => no_applicant(l).into(),
        Refusal::NoParty(PartyRole::Respondent) => no_respondent(l).into(),
        Refusal::NoParty(role) => no_party(l, role.term(l)),
        Refusal::Nameless(party) => nameless(l, party + 1),
        Refusal::PhoneForName(party) => of_party(l, party + 1, phone_for_name(l)),
        Refusal::NumberForName(party) => of_party(l, party + 1, number_for_name(l)),
        Refusal::IdNumber { party, problem } => of_party(l, party + 1, &id_number(l, *problem)),
        Refusal::Phone { party, problem } => of_party(l, party + 1, &phone(l, *problem)),
        Refusal::Future { slot: at, day } => future(l, slot(l, at), &in_full(l, *day)),
        Refusal::Before {
            slot: Slot::Until,
            limit,
            ..
        } => until_too_early(l, &in_full(l, *limit)),
        Refusal::Before {
            slot: at,
            earlier,
            limit,
            ..
        } => before(l, slot(l, at), slot(l, earlier), &in_full(l, *limit)),
        Refusal::After {
            slot: at,
            later,
            limit,
            ..
        } => after(l, slot(l, at), slot(l, later), &in_full(l, *limit)),
        Refusal::Ahead {
            earlier: Slot::Registered,
            limit,
        } => registered_ahead(l, &in_full(l, *limit)),
        Refusal::Ahead { earlier, limit } => ahead(l, slot(l, earlier), &in_full(l, *limit)),
        Refusal::DueBeforeAgreement { clause, .. } => due_before_agreement(l, clause + 1),
        Refusal::Sum { clause } => sum_odd(l, clause + 1),
        Refusal::MissingItem(item) => missing(l, item),
        Refusal::NotToldOfOtherWays => not_told_of_ways(l, &citation(l, Article::L26)),
        Refusal::NotToldOfCourt => not_told_of_court(l, &citation(l, Article::L32)),
        Refusal::BothMustAgree(article) => both_must_agree(l, &citation(l, *article)),
        Refusal::NoMediator => no_mediator(l, &citation(l, Article::L19)),
        Refusal::NotAMediator => not_a_mediator(l).into(),
        Refusal::NobodyPresent => nobody_present(l).into(),
        Refusal::ConfirmationTooLate { until } => {
            confirmation_too_late(l, &in_full(l, *until), &citation(l, Article::L33))
        }
        Refusal::NotUrged => not_urged(l, &citation(l, Article::L31)),
        Refusal::NotApplied => not_applied(l, &citation(l, Article::L33)),
        Refusal::CourtHasRuled => court_has_ruled(l).into(),
        Refusal::ConfirmedByCourt => confirmed_by_court(l, &citation(l, Article::L33)),
        Refusal::NoAgreement => no_agreement(l).into(),
        Refusal::NothingAwaited(Step::Receive) => no_receipt_awaited(l).into(),
        Refusal::NothingAwaited(_) => no_reply_awaited(l).into(),
        Refusal::ReceiptAwaited => receipt_awaited(l).into(),
        Refusal::OwnOffice => own_office(l).into(),
        Refusal::NotThere(at) => not_there(l, slot(l, at)),
        Refusal::OtherPeople => other_people(l).into(),
        Refusal::Copies { least } => copies(l, *least),
        Refusal::NumberNames => number_names(l).into(),
        Refusal::VolumeTells => volume_tells(l).into(),
        Refusal::Unchanged => unchanged(l).into(),
        Refusal::ChangedMeanwhile(at) => changed_meanwhile(l, slot(l, at)),
        // The kind is a word of the record, not of people.
        Refusal::NotUnderstood { .. } => not_understood(l).into(),
        Refusal::GoneOn => gone_on(l).into(),
        Refusal::TooLong => too_long(l).into(),
    }
}

/// A day inside a sentence, with its year: a wrong year is what is often wrong.
fn in_full(l: Language, day: Day) -> String {
    short_day(l, day, Day::MIN)
}

/// What a written agreement still lacks, with the article that asks for it.
#[must_use]
pub fn missing(l: Language, item: &AgreementItem) -> String {
    missing_item(l, item.term(l), &citation(l, item.article()))
}

/// What is wrong with a name.
#[must_use]
pub fn name(l: Language, problem: NameProblem) -> &'static str {
    match problem {
        NameProblem::Phone => phone_for_name(l),
        NameProblem::Number => number_for_name(l),
    }
}

/// What is wrong with a resident's number.
#[must_use]
pub fn id_number(l: Language, problem: ResidentProblem) -> String {
    match problem {
        ResidentProblem::Length(count) => id_length(l, count),
        ResidentProblem::FirstGeneration => id_first_generation(l).into(),
        ResidentProblem::Letter(place, odd) => id_letter(l, place, odd),
        ResidentProblem::Province => id_province(l).into(),
        ResidentProblem::Birth => id_birth(l).into(),
        ResidentProblem::Check(right) => id_check(l, right),
    }
}

/// What is wrong with a telephone number.
#[must_use]
pub fn phone(l: Language, problem: PhoneProblem) -> String {
    match problem {
        PhoneProblem::Empty => phone_empty(l).into(),
        PhoneProblem::Letter(place, odd) => phone_letter(l, place, odd),
        PhoneProblem::MobileLength(count) => phone_mobile_length(l, count),
        PhoneProblem::MobilePrefix => phone_prefix(l).into(),
        PhoneProblem::Length(count) => phone_length(l, count),
    }
}

/// What is wrong with a sum.
#[must_use]
pub fn money(l: Language, problem: MoneyProblem) -> String {
    match problem {
        MoneyProblem::Empty => sum_empty(l).into(),
        MoneyProblem::Letter(odd) => sum_letter(l, odd),
        MoneyProblem::TooFine => sum_fine(l).into(),
        MoneyProblem::TooMuch => sum_much(l, &numbers::sum(l, Fen::MAX)),
        MoneyProblem::Negative => sum_negative(l).into(),
    }
}

/// The name of a place in a form.
#[must_use]
pub fn slot(l: Language, slot: &Slot) -> &str {
    l.of(match slot {
        Slot::Day => ("日期", "day"),
        Slot::Registered => ("登记日", "day of registration"),
        Slot::Accepted => ("受理日", "day of acceptance"),
        Slot::Suspended => ("中止日", "day of suspension"),
        Slot::Resumed => ("恢复日", "day of resumption"),
        Slot::Session => ("最后一次调解日", "day of the last session"),
        Slot::Agreed => ("协议日", "day of the agreement"),
        Slot::Concluded => ("调解结束日", "day on which mediation ended"),
        Slot::Performed => ("履行日", "day of performance"),
        Slot::Urged => ("催促日", "day of urging"),
        Slot::Applied => ("申请确认日", "day of the application"),
        Slot::Closed => ("结案日", "day of closing"),
        Slot::Rated => ("上次评估日", "day of the last rating"),
        Slot::Assigned => ("指派日", "day of assignment"),
        Slot::Inquired => ("询问日", "day of the inquiry"),
        Slot::Met => ("调解日", "day of the session"),
        Slot::NotPerformed => ("记未履行日", "day of the report that it was not performed"),
        Slot::InCourt => ("司法确认日", "day of the step in court"),
        Slot::Visited => ("回访日", "day of the visit"),
        Slot::Archived => ("归档日", "day of filing"),
        Slot::Reopened => ("重新调解日", "day on which it was taken up again"),
        Slot::Extended => ("延期日", "day of the extension"),
        Slot::Replied => ("复函日", "day of the reply"),
        Slot::Transferred => ("移送日", "day of the transfer"),
        Slot::Received => ("回执日", "day of the receipt"),
        Slot::Organisation => ("机构", "office"),
        Slot::Joined => ("联合调解日", "day of joining"),
        Slot::Step => ("那一步", "step"),
        Slot::Facts => ("事情经过", "account of what happened"),
        Slot::Matter => ("争议事项", "matter in dispute"),
        Slot::Responsibility => ("各方责任", "responsibility of each party"),
        Slot::Manner => ("履行方式", "manner of performance"),
        Slot::Place => ("地点", "place"),
        Slot::Town => ("乡镇街道", "township"),
        Slot::Record => ("笔录", "record"),
        Slot::Result => ("结果", "result"),
        Slot::Reason => ("原因", "reason"),
        Slot::Text => ("内容", "text"),
        Slot::Volume => ("卷宗号", "volume number"),
        Slot::Number => ("案号", "case number"),
        Slot::Type => ("纠纷类型", "type of dispute"),
        Slot::Source => ("来源", "source"),
        Slot::Mediators => ("调解员", "choice of mediators"),
        Slot::Risk => ("风险", "risk rating"),
        Slot::Party => ("当事人", "party"),
        Slot::Clause => ("协议条款", "clause"),
        Slot::Outcome => ("结论", "conclusion"),
        Slot::Copies => ("份数", "number of copies"),
        Slot::Until => ("延到的日子", "new last day"),
        Slot::Due => ("现在的期限", "last day that holds"),
        Slot::Telling => ("告知方式", "way in which the parties were told"),
        Slot::Unknown(code) => return code,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case::course::COURSE;
    use crate::domain::case::{Stage, Step};
    use crate::law::identity::ResidentNumber;

    /// One of each variant, and each place in a form where it says another thing.
    fn every() -> Vec<Refusal> {
        let day = Day::new(2026, 11, 24).unwrap();
        let mut all = vec![
            Refusal::NoCase,
            Refusal::AlreadyRegistered,
            Refusal::Nameless(1),
            Refusal::PhoneForName(0),
            Refusal::NumberForName(0),
            Refusal::After {
                slot: Slot::Day,
                day,
                later: Slot::Accepted,
                limit: day,
            },
            Refusal::DueBeforeAgreement {
                clause: 0,
                due: day,
            },
            Refusal::Sum { clause: 0 },
            Refusal::NotToldOfOtherWays,
            Refusal::NotToldOfCourt,
            Refusal::NotUrged,
            Refusal::BothMustAgree(Article::R37),
            Refusal::NoMediator,
            Refusal::NotAMediator,
            Refusal::NobodyPresent,
            Refusal::ConfirmationTooLate { until: day },
            Refusal::NotApplied,
            Refusal::CourtHasRuled,
            Refusal::ConfirmedByCourt,
            Refusal::NoAgreement,
            Refusal::Copies { least: 3 },
            Refusal::NumberNames,
            Refusal::VolumeTells,
            Refusal::OtherPeople,
            Refusal::Unchanged,
            Refusal::NotUnderstood {
                kind: "case.teleported".into(),
            },
            Refusal::GoneOn,
            Refusal::TooLong,
        ];
        for (stage, steps) in COURSE {
            let step = steps.first().map_or(Step::Accept, |(step, _)| *step);
            all.push(Refusal::NotNow {
                step,
                stage: stage.clone(),
            });
        }
        all.push(Refusal::NotNow {
            step: Step::AgreeInWriting,
            stage: Stage::Registered,
        });
        for slot in Slot::ALL {
            let slot = || slot.clone();
            all.push(Refusal::Empty(slot()));
            all.push(Refusal::Future { slot: slot(), day });
            all.push(Refusal::Before {
                slot: slot(),
                day,
                earlier: Slot::Registered,
                limit: day,
            });
            all.push(Refusal::Ahead {
                earlier: slot(),
                limit: day,
            });
            all.push(Refusal::NotThere(slot()));
            all.push(Refusal::ChangedMeanwhile(slot()));
        }
        all.extend(PartyRole::ALL.iter().cloned().map(Refusal::NoParty));
        all.extend(AgreementItem::ALL.iter().cloned().map(Refusal::MissingItem));
        for problem in [
            ResidentProblem::Length(17),
            ResidentProblem::FirstGeneration,
            ResidentProblem::Letter(3, 'O'),
            ResidentProblem::Province,
            ResidentProblem::Birth,
            ResidentProblem::Check('X'),
        ] {
            all.push(Refusal::IdNumber { party: 0, problem });
        }
        for problem in [
            PhoneProblem::Empty,
            PhoneProblem::Letter(4, 'o'),
            PhoneProblem::MobileLength(10),
            PhoneProblem::MobilePrefix,
            PhoneProblem::Length(2),
        ] {
            all.push(Refusal::Phone { party: 0, problem });
        }
        all
    }

    #[test]
    fn every_refusal_is_a_sentence_in_both_languages() {
        for one in every() {
            let (zh, en) = (
                refusal(Language::Chinese, &one),
                refusal(Language::English, &one),
            );
            assert!(zh.ends_with(['。', '）']), "{zh}");
            assert!(en.ends_with(['.', ')']), "{en}");
            assert!(zh.contains(|c: char| c >= '\u{4e00}'), "{zh}");
            assert!(
                !en.contains(|c: char| ('\u{4e00}'..'\u{a000}').contains(&c)),
                "{en}"
            );
            let small = en.to_lowercase();
            assert!(
                !small.contains("such the ") && !small.contains("the the "),
                "{en}"
            );
        }
    }

    #[test]
    fn no_refusal_speaks_in_codes() {
        for one in every() {
            for language in [Language::Chinese, Language::English] {
                let said = refusal(language, &one);
                assert!(!said.contains(['_', '{', '}']), "{said}");
                assert!(!said.contains("::") && !said.contains("case."), "{said}");
                // In Chinese a Latin word would be a code.
                let latin = said
                    .split(|c: char| !c.is_ascii_alphabetic())
                    .any(|word| word.len() > 2);
                assert!(language == Language::English || !latin, "{said}");
            }
        }
    }

    #[test]
    fn chinese_is_short() {
        for one in every() {
            let said = refusal(Language::Chinese, &one);
            let own = said.split('（').next().unwrap_or_default();
            assert!(own.chars().count() <= 36, "{said}");
        }
    }

    #[test]
    fn a_rule_of_law_is_cited() {
        let said = refusal(
            Language::Chinese,
            &Refusal::MissingItem(AgreementItem::CommitteeSeal),
        );
        assert_eq!(
            said,
            "还缺：调委会印章。补上才能定。（《人民调解法》第二十九条）"
        );
        let said = refusal(Language::English, &Refusal::NotToldOfCourt);
        assert!(said.contains("art. 32"), "{said}");
    }

    #[test]
    fn what_is_wrong_with_an_identity_number_is_named() {
        for (wrong, because) in [
            ("110105194912310021", "最后一位"),
            ("11010519491331002X", "日期"),
            ("1101051949123100", "16位"),
            ("11010519491231O02X", "第15位"),
            ("X1010519491231002X", "第1位"),
        ] {
            let problem = ResidentNumber::parse(wrong).unwrap_err();
            let said = id_number(Language::Chinese, problem);
            assert!(said.contains(because), "{said}");
        }
    }

    #[test]
    fn sums_say_what_to_type() {
        for problem in [
            MoneyProblem::Empty,
            MoneyProblem::Letter('x'),
            MoneyProblem::TooFine,
            MoneyProblem::TooMuch,
            MoneyProblem::Negative,
        ] {
            assert!(money(Language::Chinese, problem).ends_with('。'));
            assert!(money(Language::English, problem).ends_with('.'));
        }
    }
}

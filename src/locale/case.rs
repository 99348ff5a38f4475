//! Words of a case's page, and what the page says about a case: its heading, its way, its clock, what
//! its desks disagree on. Plain functions of the case, tested natively; the page only lays them out.

pub mod anomaly;
pub mod clock;
pub mod course;
pub mod question;

use super::Language;
use super::steps::stage_name;
use super::terms::Term;
use crate::domain::case::Case;
use crate::domain::case::state::{Outcome, Party, heads};
use crate::domain::id::Label;
use crate::law::day::Day;
use crate::law::person::PartyRole;
use crate::law::risk::{RiskRating, RiskSign};

crate::messages! {
    dispute_between(one: &str, other: &str, kind: &str) = "{one}与{other}{kind}纠纷", "{one} v. {other}: {kind}";
    dispute_of(one: &str, kind: &str) = "{one}{kind}纠纷", "{one}: {kind}";
    and_others(name: &str, count: usize) = "{name}等{count}人", "{name} (+{count})";
    no_number = "还没有编号", "No number yet";
    kind_of_dispute(kind: &str) = "{kind}纠纷", "{kind}";

    joint_with(place: &str) = "联合调解 · {place}", "Joint mediation · {place}";
    risk(rating: &str) = "风险：{rating}", "Risk: {rating}";
    led_by(name: &str) = "主办{name}", "Lead {name}";
    led_by_with(name: &str, count: usize) = "主办{name} · 协办{count}人", "Lead {name} · {count} assisting";
    nobody_yet = "还没指派调解员", "No mediator yet";
    somebody = "已脱敏", "Name left out";
    paper_file = "卷宗", "Case file";
    take_out = "带出去", "Take out";

    next_step = "下一步", "Next step";
    more_steps = "其他", "More";
    more_title = "还能做什么", "What else can be done";
    done_title = "都办完了", "All done";
    done_words = "案件已归档。有新情况，记一笔就行。", "The case is archived. Should anything happen, add a line.";
    correct_title = "改正写错的", "Put a mistake right";
    correct_facts = "纠纷简况", "The facts";
    correct_place = "地点", "Place";
    correct_town = "乡镇街道", "Township";
    correct_day = "登记日期", "Day of registration";
    correct_number = "编号", "Number";
    correct_type = "纠纷类型", "Type";
    correct_source = "来源", "Source";
    correct_mediators = "调解员", "Mediators";
    correct_risk = "风险情况", "Signs of danger";
    correct_step_day = "写错的日期", "A day that is wrong";
    void = "作废整件案子", "Void the whole case";
    void_hint = "重复登记、试着录的，作废后哪里都不计。", "Entered twice or as a trial: once voided it counts nowhere.";

    what_happened = "经过", "What has happened";
    add_a_line = "记一笔：刚才发生了什么", "What just happened?";
    note = "便条", "Note";
    call = "电话", "Call";
    visit = "走访", "Visit";
    rate = "风险", "Risk";
    save_as = "记成", "Save as";
    who_said = "谁私下说的", "Who said it in confidence";
    nobody_said = "不是私下说的", "Not in confidence";
    line_added = "已记下", "Added";
    write_first = "先写一句，再选怎么记。", "Write a sentence first, then choose how to keep it.";
    taken_back = "已撤销", "Taken back";
    settled = "已定下", "Settled";
    undo_last = "撤销这条", "Undo this";
    retracted_count(count: usize) = "已撤销{count}条", "{count} taken back";
    why_retracted(reason: &str) = "已撤销：{reason}", "Taken back: {reason}";
    from_elsewhere(who: &str) = "别的工作台 · {who}", "Another desk · {who}";
    from_office(office: &str, who: &str) = "{office} · {who}", "{office} · {who}";
    at_the_same_time = "写时没看到前一条", "Written without having seen the one before";
    show_all = "看全文", "Show all";
    show_less = "收起", "Show less";

    parties = "当事人", "Parties";
    call_somebody(name: &str) = "打给{name}", "Call {name}";
    correct_somebody(name: &str) = "改正{name}的信息", "Correct {name}'s details";
    years_old(years: i32) = "{years}岁", "{years}";
    left_out = "姓名和联系方式已脱敏", "Name and contact left out";

    facts = "纠纷简况", "The facts";
    facts_left_out = "这一段已脱敏。", "Left out of this copy.";
    registered_on(day: &str) = "{day}登记", "Registered {day}";

    agreement = "协议", "Agreement";
    in_writing = "书面", "In writing";
    orally = "口头", "Oral";
    clause_done(day: &str) = "{day}已履行", "Performed {day}";
    clause_due(day: &str) = "{day}前", "By {day}";
    clause_late(day: &str) = "{day}已到期", "Was due {day}";
    in_all(sum: &str) = "合计{sum}", "{sum} in all";
    confirmed_by_court(day: &str) = "{day}法院已确认", "Confirmed by the court {day}";
    confirmation_asked(day: &str) = "{day}已申请司法确认", "Confirmation applied for {day}";
    confirmation_refused(day: &str) = "{day}法院驳回确认", "Confirmation dismissed {day}";
    confirm_until(day: &str) = "双方可在{day}前共同申请司法确认", "Both may ask the court to confirm it until {day}";

    joint_title = "联合调解", "Joint mediation";
    joint_under(place: &str, agreement: &str) = "{place} · 依据《{agreement}》", "{place} · under {agreement}";
    joint_unknown = "单位未写", "Organisation not named";
    we_lead = "受理单位牵头", "Led by the office that accepted it";
    they_lead = "受邀单位牵头", "Led by the invited office";
    reply_waited_for = "等复函", "Reply awaited";
    never_answered = "没有回音", "No answer came";
    they_join(day: &str) = "{day}同意参加", "Joined {day}";
    they_decline(day: &str) = "{day}不参加", "Declined {day}";
    reaches = "这起纠纷牵涉两地", "The dispute reaches across a border";
    lives_in(name: &str, place: &str) = "{name}住在{place}。", "{name} lives in {place}.";
    registered_in(name: &str, place: &str) = "{name}的身份证号是{place}的，可能住在那边。", "{name}’s ID number was given out in {place}; they may live there.";
    reaches_rule(article: &str) = "跨地区的纠纷，有关的调委会要配合调解。（{article}）", "In a dispute across regions the committees concerned work together. ({article})";
    handed_on_title = "移送", "Handed on";
    handed_on_on(place: &str, day: &str) = "{place} · {day}移送", "{place} · handed on {day}";
    receipt_waited_for = "等回执", "Receipt awaited";
    they_took_it(day: &str) = "{day}已接收", "Taken over {day}";
    they_sent_it_back(day: &str) = "{day}退回", "Sent back {day}";

    papers = "文书", "Papers";
    paper_ready = "可打印", "Ready";
    paper_waits = "待记", "To come";
    paper_by_hand = "手写", "By hand";
    all_papers(count: usize) = "要备{count}份", "{count} needed";

    questions_title = "两边记得不一样", "The desks differ";
    questions_count(now: usize, count: usize) = "第{now}处，共{count}处", "{now} of {count}";
    this_side = "这边 · 本机", "Here · this desk";
    that_side = "那边 · 别的工作台", "There · another desk";
    keep_this = "留这边", "Keep this";
    keep_that = "留那边", "Keep that";
    keep_later = "不急着定，先这样也能接着办。", "It can wait; work goes on meanwhile.";

    replaced_title(count: usize) = "改过{count}处", "{count} corrected";
    replaced_by(who: &str, when: &str) = "{who} · {when}", "{who} · {when}";

    same_number_title = "编号重了", "Number given twice";
    void_twin = "作废这件", "Void this one";
    same_number_words(count: usize) = "还有{count}件案子也用这个编号。是同一件的，留一件，另一件作废；不是同一件的，改号。", "{count} other case(s) bear this number. If it is the same case, keep one and void the other; if not, renumber one.";
    renumber = "给这件改号", "Renumber this one";
    see_the_other = "看另一件", "See the other";

    read_only_title = "这件只能看", "Read-only here";
    read_only_words = "有新版本写下的内容，这里还看不懂。更新廊桥后就能接着办。", "A newer version wrote something that is not understood here. Update Langqiao to go on.";

    no_case = "没有这件案子", "There is no such case";
    no_case_words = "可能已经作废，或在另一个工作台。", "It may have been voided, or lies at another desk.";
    to_register = "去台账找", "Look in the register";
    more_parties(count: usize) = "还有{count}人，接着看", "{count} more, show more";
    earlier(count: usize) = "还有{count}条更早的，接着看", "{count} earlier entries, show more";
    no_beginning = "这件的登记不在这里", "The registration of this case is not here";
    no_beginning_words = "文件不全，或者登记那一条读不懂，所以哪里都不计。请对方发全的包，并入就好。", "The file was incomplete, or the registration cannot be read, so the case counts nowhere. Ask the other desk for its full bundle and take it in.";
    beginning_damaged = "这件的登记坏了", "The registration of this case is damaged";
    beginning_damaged_words = "登记那一条读不出来，所以哪里都不计，但没有删。把备份、或别的单位存有它的文件并进来，就能补上。", "It cannot be read, so the case counts nowhere; it was not deleted. Take in a backup, or a file of another desk that has it, to have it back.";
    voided = "这件已作废", "This case was voided";
    voided_why(who: &str, when: &str, reason: &str) = "{who} {when} 作废：{reason}。", "{who} voided it {when}: {reason}.";
    voided_words = "哪里都不计。记录还在下面，撤销作废就能找回。", "It counts nowhere. Its entries stand below; undo the voiding to bring it back.";
    bring_back = "找回这件", "Bring it back";
    trouble = "没打开", "It did not open";
    try_again = "再试一次", "Try again";
}

/// How dangerous it is and why: 重大（有凶器、曾经信访）.
#[must_use]
pub fn signs_of_risk(language: Language, signs: &[RiskSign]) -> String {
    let rating = RiskRating::from_signs(signs);
    let rating = rating.term(language);
    if signs.is_empty() {
        return rating.to_owned();
    }
    let signs: Vec<&str> = signs.iter().map(|sign| sign.term(language)).collect();
    match language {
        Language::Chinese => format!("{rating}（{}）", signs.join("、")),
        Language::English => format!("{rating} ({})", signs.join(", ")),
    }
}

/// 甲, 乙, 丙: how a party is called whose name is left out, by its place in the case.
#[must_use]
pub fn party_letter(language: Language, place: usize) -> String {
    const HAN: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
    const LATIN: [&str; 10] = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
    let letters = if language == Language::Chinese {
        &HAN
    } else {
        &LATIN
    };
    match letters.get(place) {
        Some(letter) => (*letter).to_owned(),
        None => (place + 1).to_string(),
    }
}

/// The name of a party, or its letter.
#[must_use]
pub fn party_name(language: Language, case: &Case, label: Label) -> String {
    let place = case.parties.iter().position(|party| party.label == label);
    match place.and_then(|place| case.parties.get(place).map(|party| (place, party))) {
        Some((place, party)) => name_at(language, place, party),
        None => String::from("?"),
    }
}

/// 李四等3人: a name, and so many more whom it stands for. Chinese counts all of them, English those who are not named.
#[must_use]
pub fn with_others(language: Language, name: String, others: u32) -> String {
    match (others as usize, language) {
        (0, _) => name,
        (others, Language::Chinese) => and_others(language, &name, others.saturating_add(1)),
        (others, Language::English) => and_others(language, &name, others),
    }
}

/// The name of the party at this place, or its letter.
#[must_use]
pub fn name_at(language: Language, place: usize, party: &Party) -> String {
    match party.identity.get() {
        Some(Some(known)) => known.name.clone(),
        _ => party_letter(language, place),
    }
}

/// 张桂珍与李国强邻里纠纷.
#[must_use]
pub fn heading(language: Language, case: &Case) -> String {
    let side = |role: PartyRole| {
        let mut parties = case.parties.iter().enumerate();
        let (place, first) = parties.find(|(_, party)| party.role == role)?;
        let others = heads(case.side(&role)) - 1;
        let name = name_at(language, place, first);
        Some(with_others(language, name, others))
    };
    let kind = case.kind.get().map_or("", |kind| kind.term(language));
    match (side(PartyRole::Applicant), side(PartyRole::Respondent)) {
        (Some(one), Some(other)) => dispute_between(language, &one, &other, kind),
        (Some(one), None) | (None, Some(one)) => dispute_of(language, &one, kind),
        (None, None) => kind_of_dispute(language, kind),
    }
}

/// The word of the status chip.
#[must_use]
pub fn status(language: Language, case: &Case) -> String {
    match &case.stage {
        Some(stage) => stage_name(language, stage).to_owned(),
        None if case.registration.is_none() => no_beginning(language).to_owned(),
        None => voided(language).to_owned(),
    }
}

/// Years completed on a day.
#[must_use]
pub fn age(born: Day, on: Day) -> i32 {
    let (year, month, day) = born.civil();
    let (year_on, month_on, day_on) = on.civil();
    (year_on - year - i32::from((month_on, day_on) < (month, day))).max(0)
}

/// The word of a conclusion.
#[must_use]
pub fn outcome(language: Language, outcome: &Outcome) -> &'static str {
    use super::timeline as line;
    match outcome {
        Outcome::Agreed(agreement) if agreement.written => line::agreed_in_writing(language),
        Outcome::Agreed(_) => line::agreed_orally(language),
        Outcome::Failed { .. } => line::failed(language),
        Outcome::Withdrawn { by, .. } => line::withdrawn(language, by),
        Outcome::Declined { .. } => line::declined(language),
    }
}

#[cfg(test)]
pub(crate) mod story;
#[cfg(test)]
mod tests;

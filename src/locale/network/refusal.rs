//! Why something of an office, a person or what they do together was not written.

use super::{entered, fields};
use crate::domain::network::Refusal;
use crate::law::day::Day;
use crate::locale::Language;
use crate::locale::dates::short_day;

crate::messages! {
    already_there = "这里已经记过，不用再记一次。", "This is on record already and need not be told again.";
    no_work_order = "没有找到这张工单，先把派单记下来。", "This work order is not on record; record first that it was dispatched.";
    already_resolved = "这张工单已经记过办结。", "This work order is recorded as resolved already.";
    nothing_asked = "问了什么还空着，请填上。", "What was asked is empty; please fill it in.";
    future(day: &str) = "{day}还没到，请看一遍日期。", "{day} has not come yet; please look at the date.";
    before_dispatch(day: &str) = "办结不能早于派单的{day}，请改。", "It cannot be resolved before it was dispatched on {day}; please change the day.";
    not_there = "没有找到要改的记录，请返回再打开。", "What is to be changed is not on record; go back and open it again.";
    nothing_new(field: &str) = "{field}和原来一样，不用再记。", "{field} says so already; nothing to record.";
    changed_meanwhile(field: &str) = "刚有人改过{field}，请看一眼再定。", "Somebody has just changed this: {field}. Look at it and decide.";
    own_parent = "上级不能是它自己，请另选一个。", "It cannot be above itself; choose another office.";
    odd_pair = "结对的应是两个区县的乡镇对乡镇、村对村。", "A pair is a township with a township, or a village with a village, of two counties.";
    ends_before(day: &str) = "结束不能早于{day}，请改日期。", "It cannot end before {day}; please change the day.";
    not_signed = "协议还没签，先记签订再续签。", "The agreement is not signed yet; record the signing first.";
    already_ended(day: &str) = "协议已于{day}终止，不能再改。", "The agreement ended on {day} and can't be changed any more.";
    too_long(field: &str, most: usize) = "{field}太长了，最多{most}个字。", "{field} is too long: {most} characters at most.";
    alone = "一起做的事至少有两个区县、两家单位，请补上。", "What is done together takes two counties and two offices at least; please add one.";
}

/// The refusal in a sentence.
#[must_use]
pub fn refusal(l: Language, refusal: &Refusal) -> String {
    let in_full = |day: Day| short_day(l, day, Day::MIN);
    match refusal {
        Refusal::AlreadyThere => already_there(l).into(),
        Refusal::NoWorkOrder => no_work_order(l).into(),
        Refusal::AlreadyResolved => already_resolved(l).into(),
        Refusal::Nameless => entered::nameless(l).into(),
        Refusal::NumberForName => entered::number_for_name(l).into(),
        Refusal::NothingAsked => nothing_asked(l).into(),
        Refusal::Future(day) => future(l, &in_full(*day)),
        Refusal::BeforeDispatch(day) => before_dispatch(l, &in_full(*day)),
        Refusal::Alone => alone(l).into(),
        Refusal::NotThere => not_there(l).into(),
        Refusal::NothingNew(slot) => nothing_new(l, fields::name(l, *slot)),
        Refusal::ChangedMeanwhile(slot) => changed_meanwhile(l, fields::name(l, *slot)),
        Refusal::OddRegion => entered::odd_region(l).into(),
        Refusal::OwnParent => own_parent(l).into(),
        Refusal::OddPair => odd_pair(l).into(),
        Refusal::EndsBeforeItBegins(day) => ends_before(l, &in_full(*day)),
        Refusal::NotSigned => not_signed(l).into(),
        Refusal::AlreadyEnded(day) => already_ended(l, &in_full(*day)),
        Refusal::TooLong(slot, most) => too_long(l, fields::name(l, *slot), *most),
    }
}

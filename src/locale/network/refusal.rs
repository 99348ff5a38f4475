//! Why something of an office, a person or what they do together was not written.

use crate::domain::network::Refusal;
use crate::law::day::Day;
use crate::locale::Language;
use crate::locale::dates::short_day;

crate::messages! {
    already_there = "这里已经记过，不用再记一次。", "This is on record already and need not be told again.";
    no_work_order = "没有找到这张工单，先把派单记下来。", "This work order is not on record; record first that it was dispatched.";
    already_resolved = "这张工单已经记过办结。", "This work order is recorded as resolved already.";
    nameless = "名称还空着，请填上。", "The name is empty; please fill it in.";
    number_for_name = "姓名里有一长串号码，请只填姓名。", "A long number stands in the name; please enter the name alone.";
    nothing_asked = "问了什么还空着，请填上。", "What was asked is empty; please fill it in.";
    future(day: &str) = "{day}还没到，请看一遍日期。", "{day} has not come yet; please look at the date.";
    before_dispatch(day: &str) = "办结不能早于派单的{day}，请改。", "It cannot be resolved before it was dispatched on {day}; please change the day.";
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
        Refusal::Nameless => nameless(l).into(),
        Refusal::NumberForName => number_for_name(l).into(),
        Refusal::NothingAsked => nothing_asked(l).into(),
        Refusal::Future(day) => future(l, &in_full(*day)),
        Refusal::BeforeDispatch(day) => before_dispatch(l, &in_full(*day)),
        Refusal::Alone => alone(l).into(),
    }
}

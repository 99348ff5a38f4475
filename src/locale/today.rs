//! Words of the page 今日.

crate::messages! {
    opening = "正在看今天有什么事…", "Looking at what today holds…";
    /// The line under the date.
    nothing_due = "今天没有要办的", "Nothing to do today";
    due(count: usize) = "今天要办{count}件", "{count} to do today";
    due_with_late(count: usize, late: usize) = "今天要办{count}件，其中{late}件过了期限", "{count} to do today, {late} late";

    unfinished = "有一份没填完，接着填", "A form is unfinished: go on with it";
    to_do = "今天要办", "To do today";
    just_in = "新来的", "Just come in";
    to_finish = "收收尾", "To be finished";
    unshown(count: usize) = "还有{count}件没列在这里。", "{count} more are not listed here.";
    see_register = "看台账", "See the register";

    empty_title = "今天没有要办的", "Nothing to do today";
    empty_purpose = "到期的、该催的、该回访的会自己排到这里，最急的在前。", "What falls due, wants urging or a visit comes here by itself, the most urgent first.";
    first_title = "这里排着每天要办的事", "Each day's tasks are listed here";
    first_purpose = "受理第一件以后，期限、履行和回访都由廊桥记着，到日子就排在这里。", "Once the first case is taken in, Langqiao keeps its deadlines, performance and visits, and shows them here when they are due.";
    take_in_first = "受理第一件", "Take in the first case";
    take_in_one = "受理一件", "Take in a case";

    /// The first and the fourth make up the register; the two between are parts of the first.
    open_now = "在办", "Open";
    to_decide_now = "其中待受理", "To accept";
    /// Past the mediation term alone: less than is past its day in the line under the date.
    overdue_now = "其中调解逾期", "Mediation overdue";
    ended_now = "已有结果", "Concluded";
    disputed_now = "有分歧", "Unsettled";
    at_a_glance = "手上的案件", "Cases at hand";

    cannot_open = "没能读出来", "This could not be read";
    open_again = "重新打开", "Open again";

    thirty_days = "30日期限", "30-day limit";
    not_performed = "没有履行：再劝、重新调解，或告知去法院", "Not performed: urge, mediate again, or tell of the court";
    grave = "重大风险", "Major risk";
    to_resume = "中止久了，问问能不能接着调", "Suspended for long: can it go on?";
    suspended_for(days: i32) = "已中止{days}天", "Suspended for {days} days";
    performance_due = "约定的履行到日子了", "A performance is due";
    disagreement = "两个工作台写得不一样", "Desks wrote different things";
    to_decide = "等着受理", "Waits to be accepted";
    to_assign = "还没有指派调解员", "No mediator assigned yet";
    to_close = "已有结果，可以结案", "Has its outcome; can be closed";
    to_follow_up = "该回访了", "A visit is due";
    to_archive = "已结案，可以归档", "Closed; can be archived";

    go_on = "接着办", "Go on";
    resume = "恢复调解", "Resume";
    urge = "催一催", "Urge";
    settle = "定下来", "Settle it";
    accept = "受理", "Accept";
    assign = "指派", "Assign";
    close = "结案", "Close";
    visit = "去回访", "Visit";
    archive = "归档", "Archive";
}

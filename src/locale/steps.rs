//! Words of the steps of a case: what each is called, the verb that does it, and what its form asks.

use super::{Language, articles::citation};
use crate::domain::case::event::{
    ChosenBy, ConfirmationStep, FollowUpFinding, JoinAnswer, Lead, NoteForm, Told, TransferAnswer,
    WithdrawnBy,
};
use crate::domain::case::{Stage, Step};
use crate::domain::catalogue::RetractionReason;
use crate::law::article::Article;

crate::messages! {
    resumed = "接着上次没填完的", "Goes on from what was begun";
    drop_draft = "不要了", "Drop it";
    wrong_date(day: &str) = "这台设备的日期是{day}，不会对。记下的每一笔都带着它，请先把设备的日期调准。", "This device says it is {day}, which cannot be right. All that is recorded bears that date: please set it first.";
    draft_dropped = "这份草稿不要了", "The draft was dropped";
    open_case = "回案件页", "Back to the case";
    to_register = "去台账", "To the register";
    not_found = "没有这件案子", "There is no such case";
    not_found_why = "可能已作废，或还没并进来。", "It may have been voided, or has not been merged in yet.";
    no_such_step = "没有这一步", "There is no such step";
    no_such_step_why = "网址可能不全。回案件页看下一步。", "The address may be incomplete. See the case's page for the next step.";
    not_open_now = "现在还不能办这一步", "This step is not open now";
    done(what: &str) = "已记下：{what}", "Done: {what}";
    typed_stays = "写的都在。", "What you wrote is kept.";
    nothing_sent = "还没有记下，写的都在。", "Not recorded yet; what you wrote is kept.";
    moved_on = "这件案子刚有新内容。", "Something new was written to this case.";
    see_what_changed = "看看变了什么", "See what changed";
    send_again = "看过了，照发", "I have seen it; send again";
    change = "改", "Change";
    remove = "去掉", "Remove";
}

crate::messages! {
    day = "哪天", "Day";
    day_hint = "默认今天，可往前补记。", "Today, unless you are recording something earlier.";
    reason = "原因", "Reason";
    reason_hint = "一句话就行，只留在本机。", "One sentence will do; it stays on this device.";
    remarks = "备注", "Remarks";
    place = "在哪里", "Where";
    record = "笔录", "Record";
    rests_on(article: &str) = "依据：{article}", "Rests on: {article}";
    rests_on_practice = "按工作惯例", "By office practice";
}

crate::messages! {
    told = "怎么告知权利义务的", "How were rights and duties told";
    told_hint(article: &str) = "性质、原则、效力和权利义务都要告知。（{article}）", "Tell nature, principles, effect, rights and duties. ({article})";
    accept_says = "受理后开始计30日期限。", "From acceptance the 30 days begin to run.";
    decline_reason = "为什么不受理", "Why it is declined";
    send_where = "请当事人去", "Where to send the person";
    send_where_hint = "要告诉当事人去哪里。", "The person must be told where to go.";
    decline_words = "怎么跟当事人说的", "What the person was told";
    mediators = "调解员（第一位主办）", "Mediators (the first leads)";
    mediators_hint = "可选几位。", "Choose one or more.";
    lead(name: &str) = "{name}主办", "{name} leads";
    everyone(count: usize) = "其他单位{count}人", "{count} at other offices";
    chosen_by = "谁选的", "Chosen by";
    join_county = "和哪个区县", "With which county";
    join_agreement = "依据哪份合作协议", "Under which agreement";
    join_agreement_hint = "两地之间生效中的协议会排在这里", "Agreements in force between the two places";
    no_agreement = "不依据协议", "Under none";
    join_organisation = "哪个单位", "Which organisation";
    join_hint = "跨地区的纠纷，两边一起调。", "A dispute across regions is mediated together.";
    no_organisation = "还没定", "Not settled yet";
    neighbours_first = "相邻的在前", "Neighbours come first";
    join_lead = "由谁牵头", "Who leads";
    join_lead_hint = "一般由受理的单位牵头", "As a rule the office that accepted it";
    reply_to = "哪一份邀请", "Which invitation";
    asked_on(whom: &str, day: &str) = "{whom}（{day}邀请）", "{whom}, asked {day}";
    reply_answer = "受邀单位怎么说", "What the invited office says";
    reply_remarks = "谁来参加、怎么联系", "Who takes part, and how to reach them";
    reply_says = "不参加的，这件案子不算联合调解。", "If they decline, the case does not count as mediated jointly.";
    transfer_county = "移送到哪个区县", "To which county";
    transfer_to = "移送给谁", "To whom";
    transfer_nobody = "名录里这个区县还没有可以接手的机构。先到名录登记，再来移送；法院、公安要当事人自己去。", "The directory has no office there that could take it over: enter it there first. To the court or the police the parties go themselves.";
    transfer_says = "收到回执以前，案子还由移送单位负责。移送函在案件的“文书”里打印，数据包从“交换”里导出。", "Until the receipt is here we remain responsible. Print the letter from the case’s papers, and take the bundle out under Exchange.";
    receipt_of = "哪一次移送", "Which transfer";
    sent_on(whom: &str, day: &str) = "移送{whom}（{day}）", "To {whom}, {day}";
    receipt_answer = "接收单位怎么说", "What the receiving office says";
    receipt_says = "收下的，案子归接收单位，由那边另行指派调解员；退回的，仍归移送单位。统计上仍算在登记的区县。", "If it is taken over, the case is the receiving office’s, which assigns its own mediators; if it is sent back, it stays where it was. It is counted in the county where it was registered.";
}

crate::messages! {
    inquire_record = "问了什么，看到什么", "What was asked and seen";
    session_title(count: usize) = "第{count}次调解会", "Session {count}";
    session_when = "何时何地谁来", "When, where, who";
    session_said = "谈了什么", "What was said";
    session_result = "结果", "Result";
    present = "谁到场", "Who came";
    came(count: usize) = "到场{count}人", "{count} came";
    who_speaks = "这一句是谁说的", "Who says the next sentence";
    mediator = "调解员", "Mediator";
    back_to_back = "背对背", "In confidence";
    back_to_back_hint = "“背对背”的话另存，不进笔录，也不带出去。", "What is said in confidence is kept apart: not in the record, and it does not leave.";
    confidential_from(name: &str) = "{name}背对背说的", "Said in confidence by {name}";
    said_hint = "点名字就换人说。可按键盘上的话筒说。", "Tap a name to change the speaker. The keyboard's microphone takes dictation.";
    says(name: &str) = "{name}：", "{name}: ";
    result_words = "谈到哪里了", "Where it stands";
    result_hint = "还没谈拢也可以空着。", "May stay empty while nothing is settled.";
    next_said = "下一步：谈了什么", "Next: what was said";
    next_result = "下一步：记结果", "Next: the result";
    back_step = "上一步", "Back";
}

crate::messages! {
    suspend_says = "中止期间不计期限。", "While suspended, the days do not count.";
    resume_says = "恢复后期限接着计。", "The days count on from here.";
    ways = "告知了哪些途径", "Ways the parties were told of";
    ways_hint = "调解不成要告知，告知了哪几条就勾哪几条。", "To be told whenever mediation fails; tick what was told.";
    withdrawn_by = "谁不调了", "Who ends it";
    withdraw_says = "当事人随时可以不调。", "A party may end it at any time.";
    performed_what = "履行了哪些", "What was performed";
    performed_all = "全部", "All of it";
    clause_at(place: usize) = "第{place}条", "Clause {place}";
    urge_remarks = "催了谁，怎么说", "Whom you urged, and what was said";
    told_of_court = "已告知可以向人民法院起诉", "They were told that they may go to court";
    court_step = "司法确认到哪一步", "How far confirmation has come";
    court_until(day: &str) = "共同申请到{day}为止。", "A joint application is possible until {day}.";
    found = "看到的情况", "What you found";
    choose_found = "请选看到的情况。", "Choose what you found.";
    follow_up_record = "怎么说的", "What they said";
    close_says = "结案后就剩归档。", "Once closed, the case has only to be filed.";
    volume = "卷宗号", "Volume";
    volume_hint = "默认同案号。", "The case number, unless you keep another.";
    retention = "保管年限", "Years to be kept";
    years(count: u32) = "{count}年", "{count} years";
    both_agree = "双方都同意", "Both sides agree";
    reopen_says = "协议不妥、双方同意，可以重新调解。", "An improper agreement may be mediated anew where both agree.";
    until = "延到哪天", "Go on until";
    extend_says(day: &str) = "原来到{day}为止。", "The present last day is {day}.";
    extend_says_late(day: &str) = "原来到{day}为止，已经过了，从今天算起。", "The last day was {day}, which is over; counted from today.";
    days_more(count: i32) = "延{count}天", "{count} more days";
}

crate::messages! {
    agreement_write = "写协议", "Write it";
    agreement_read = "念一遍，签字", "Read back and sign";
    agreement_facts = "主要事实", "Main facts";
    agreement_matter = "争议事项", "Matter in dispute";
    agreement_responsibility = "各方责任", "Each party's responsibility";
    agreement_clauses = "协议内容", "What was agreed";
    clause_text = "谁做什么", "Who does what";
    clause_due = "什么时候做完", "Due";
    clause_sum = "金额", "Sum";
    add_clause = "再加一条", "Add a clause";
    remove_clause(place: usize) = "去掉第{place}条", "Remove clause {place}";
    manner = "履行方式", "Manner of performance";
    manner_once = "一次付清", "Paid at once";
    manner_parts = "分期履行", "In instalments";
    manner_now = "当场履行", "Performed on the spot";
    performance_place = "履行地点", "Place of performance";
    copies = "一共几份", "Copies";
    copies_hint = "每方一份，调委会留一份。", "One for each party, one for the committee.";
    signed = "谁签了名", "Who has signed";
    mediator_signed = "调解员已签名", "The mediator has signed";
    stamped = "已盖调委会印章", "The committee has stamped it";
    checklist = "法律要求写明的", "What the law asks for";
    checklist_left(count: usize) = "还缺{count}项", "{count} missing";
    checklist_whole = "都齐了", "All there";
    told_at_intake = "登记时当事人的原话", "What the party said at intake";
    copy_and_rewrite = "抄下来改", "Copy, then rewrite";
    matter_hint = "争的是什么，如：排水沟的走向", "What they disagree about, such as the course of a ditch";
    print_to_sign = "打印出来签", "Print, to be signed";
    read_aloud = "请照着念，双方听清再签", "Read this aloud before anyone signs";
    next_read = "下一步：念一遍", "Next: read it back";
    total(sum: &str) = "合计{sum}", "{sum} in all";
    none_written = "（还没写）", "(not written yet)";
    party_line(role: &str, name: &str) = "{role}：{name}", "{role}: {name}";
    due_on(day: &str) = "{day}前", "by {day}";
    oral_says(article: &str) = "口头协议，达成时就生效。（{article}）", "An oral agreement takes effect when it is reached. ({article})";
}

crate::messages! {
    note_form = "记什么", "What kind";
    note_text = "内容", "Text";
    confidential_to = "只给谁的（背对背）", "In confidence from";
    to_all = "不是背对背", "Not in confidence";
    note_title = "记一笔", "Add a note";
    note_verb = "记下", "Add it";
}

crate::messages! {
    rate_record = "看到、听到了什么", "What was seen or heard";
    rate_says = "以这次为准，以前的留在经过里。", "This one holds from now on; earlier ones stay under what happened.";
}

crate::messages! {
    correct_title(what: &str) = "更正：{what}", "Correct: {what}";
    correct_verb = "更正", "Correct";
    correct_now = "现在写的是", "What stands now";
    correct_new = "应改为", "Should be";
    correct_reason = "为什么改", "Why";
    correct_hint = "原来的留着，看得到是谁什么时候改的。", "The original stays in sight, with who changed it and when.";
    correct_sides = "两边写的不一样，选一个就算定了", "Two desks differ; choosing one settles it";
    use_this = "用这个", "Use this";
    which_holds = "两边结论不一样，以哪个为准", "Two desks concluded differently; which holds";
    ended_written = "达成书面协议", "Written agreement";
    ended_oral = "达成口头协议", "Oral agreement";
    ended_failed = "调解不成", "Mediation failed";
    ended_declined = "不予受理", "Declined";
    empty_value = "（空）", "(empty)";
    retract_title = "撤回一条记录", "Take back an entry";
    retract_verb = "撤回这条", "Take it back";
    retract_says = "撤回的不再算数，但仍看得到。", "It no longer counts, but stays in sight.";
    retract_what = "要撤回的", "What is taken back";
    void_title = "作废这件", "Void this case";
    void_verb = "作废", "Void";
    void_says = "作废后哪里都不再计数，仍查得到。", "A voided case counts nowhere, but can still be looked up.";
    void_why = "为什么作废", "Why";
}

/// The name of a stage, as a status says it.
#[must_use]
pub fn stage_name(l: Language, stage: &Stage) -> &str {
    let (zh, en) = match stage {
        Stage::Registered => ("待受理", "To decide"),
        Stage::Declined => ("不予受理", "Declined"),
        Stage::Accepted => ("已受理", "Accepted"),
        Stage::Assigned => ("已指派", "Assigned"),
        Stage::InMediation => ("调解中", "In mediation"),
        Stage::Suspended => ("已中止", "Suspended"),
        Stage::Agreed => ("履行中", "Performing"),
        Stage::Performed => ("履行完毕", "Performed"),
        Stage::NotPerformed => ("未履行", "Not performed"),
        Stage::Failed => ("调解不成", "Failed"),
        Stage::Withdrawn => ("已撤回", "Withdrawn"),
        Stage::Closed => ("已结案", "Closed"),
        Stage::Archived => ("已归档", "Archived"),
        Stage::Unknown(code) => return code,
    };
    pick(l, zh, en)
}

/// What a step rests on, as its form says it.
#[must_use]
pub fn step_rests_on(l: Language, step: Step) -> String {
    match step.rests_on() {
        Article::Practice => rests_on_practice(l).to_owned(),
        article => rests_on(l, &citation(l, article)),
    }
}

/// The heading of a step's page.
#[must_use]
pub fn step_title(l: Language, step: Step) -> &'static str {
    words(l, step).0
}

/// The verb on the button that opens or does a step.
#[must_use]
pub fn step_verb(l: Language, step: Step) -> &'static str {
    words(l, step).1
}

fn words(l: Language, step: Step) -> (&'static str, &'static str) {
    let (zh, en) = match step {
        Step::Accept => (("受理", "受理"), ("Accept", "Accept")),
        Step::Decline => (("不予受理", "不予受理"), ("Decline", "Decline")),
        Step::Assign => (("指派调解员", "指派调解员"), ("Assign mediators", "Assign")),
        Step::Inquire => (("调查", "记调查"), ("Inquiry", "Record an inquiry")),
        Step::HoldSession => (("调解会", "记调解会"), ("Session", "Record a session")),
        Step::Suspend => (("中止", "中止"), ("Suspend", "Suspend")),
        Step::Resume => (("恢复调解", "恢复调解"), ("Resume", "Resume")),
        Step::AgreeInWriting => (
            ("书面协议", "定书面协议"),
            ("Written agreement", "Conclude in writing"),
        ),
        Step::AgreeOrally => (
            ("口头协议", "记口头协议"),
            ("Oral agreement", "Record the oral agreement"),
        ),
        Step::Fail => (
            ("调解不成", "记调解不成"),
            ("Mediation failed", "Record that it failed"),
        ),
        Step::Withdraw => (("撤回", "记撤回"), ("Withdrawal", "Record the withdrawal")),
        Step::Perform => (("履行", "记履行"), ("Performance", "Record performance")),
        Step::Urge => (
            ("督促履行", "记督促"),
            ("Urge performance", "Record the urging"),
        ),
        Step::ReportNotPerformed => (
            ("未履行", "记未履行"),
            ("Not performed", "Record non-performance"),
        ),
        Step::Confirm => (
            ("司法确认", "记司法确认"),
            ("Judicial confirmation", "Record confirmation"),
        ),
        Step::FollowUp => (("回访", "记回访"), ("Follow-up visit", "Record the visit")),
        Step::Close => (("结案", "结案"), ("Close", "Close")),
        Step::Archive => (("归档", "归档"), ("Archive", "Archive")),
        Step::Reopen => (("重新调解", "重新调解"), ("Mediate again", "Mediate again")),
        Step::Extend => (("延长期限", "延长期限"), ("Extend", "Extend")),
        Step::Join => (
            ("联合调解", "记联合调解"),
            ("Joint mediation", "Join another office"),
        ),
        Step::Reply => (
            ("联合调解复函", "记复函"),
            ("Reply to the invitation", "Record the reply"),
        ),
        Step::Transfer => (("移送", "移送"), ("Hand on", "Hand on")),
        Step::Receive => (
            ("移送回执", "记回执"),
            ("Receipt of the transfer", "Record the receipt"),
        ),
        Step::Rate => (("评估风险", "评估风险"), ("Risk rating", "Rate the risk")),
    };
    match l {
        Language::Chinese => zh,
        Language::English => en,
    }
}

fn pick<'a>(l: Language, zh: &'a str, en: &'a str) -> &'a str {
    match l {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// Names of the domain's own lists, as `locale::terms` has those of the law.
macro_rules! names {
    ($($(#[$doc:meta])* $function:ident($type:ident) { $($variant:ident = $zh:literal, $en:literal;)+ })+) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $function(l: Language, value: &$type) -> &str {
            match value {
                $($type::$variant => pick(l, $zh, $en),)+
                $type::Unknown(code) => code,
            }
        }
    )+};
}

names! {
    told_name(Told) {
        Orally = "口头告知", "Orally";
        InWriting = "书面告知", "In writing";
        NotRecorded = "台账没有记", "The ledger doesn't say";
    }
    chosen_by_name(ChosenBy) {
        Committee = "调委会指派", "The committee";
        Parties = "当事人选的", "The parties";
        NotRecorded = "台账没有记", "The ledger doesn't say";
    }
    withdrawn_by_name(WithdrawnBy) {
        Applicant = "申请人撤回", "The applicant";
        Respondent = "被申请人拒绝", "The respondent refuses";
        Both = "双方都不调了", "Both";
        NotRecorded = "台账没有记", "The ledger doesn't say";
    }
    lead_name(Lead) {
        Handling = "受理单位", "The office that accepted it";
        Invited = "受邀单位", "The invited office";
    }
    join_answer_name(JoinAnswer) {
        Joins = "同意参加", "Joins";
        Declines = "不参加", "Declines";
    }
    transfer_answer_name(TransferAnswer) {
        Received = "收下", "Takes it over";
        Returned = "退回", "Sends it back";
    }
    confirmation_name(ConfirmationStep) {
        Applied = "已共同申请", "Both applied";
        Confirmed = "法院确认有效", "Confirmed by the court";
        Dismissed = "法院驳回", "Dismissed by the court";
    }
    finding_name(FollowUpFinding) {
        Settled = "都履行了，没有反复", "Performed, no trouble since";
        PartlyPerformed = "只履行了一部分", "Partly performed";
        Unsettled = "还有反复，要再看", "Trouble again";
    }
    note_form_name(NoteForm) {
        Note = "便条", "Note";
        Call = "电话", "Call";
        Visit = "走访", "Visit";
    }
    retraction_name(RetractionReason) {
        Undone = "随手撤销", "Undone right away";
        EnteredTwice = "重复登记", "Entered twice";
        Trial = "试着录的", "A trial";
        Mistake = "录错了", "A mistake";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case::course::COURSE;

    #[test]
    fn every_step_and_stage_has_words() {
        for (stage, steps) in COURSE {
            for l in [Language::Chinese, Language::English] {
                assert!(!stage_name(l, stage).is_empty());
                for (step, _) in *steps {
                    assert!(!step_title(l, *step).is_empty() && !step_verb(l, *step).is_empty());
                }
            }
        }
    }

    #[test]
    fn a_step_says_what_it_rests_on() {
        let zh = |step| step_rests_on(Language::Chinese, step);
        assert_eq!(zh(Step::Urge), "依据：《人民调解法》第三十一条");
        assert_eq!(zh(Step::FollowUp), "依据：《全国人民调解工作规范》");
        assert_eq!(zh(Step::Close), "按工作惯例");
        let en = |step| step_rests_on(Language::English, step);
        assert_eq!(en(Step::Urge), "Rests on: People's Mediation Law, art. 31");
        assert_eq!(en(Step::Close), "By office practice");
    }
}

//! What is printed on the official forms and stands on the page around them. The forms themselves are
//! Chinese; the English is a reading copy beside them.

crate::messages! {
    agreement_title = "人民调解协议书", "People's Mediation Agreement";
    register_title = "人民调解受理登记表", "Acceptance Register of People's Mediation";
    oral_title = "人民调解口头协议登记表", "Register of an Oral Mediation Agreement";
    number_label = "编号", "No.";

    label(name: &str) = "{name}：", "{name}: ";
    matter = "争议事项", "Matter in dispute";
    sex = "性别", "Sex";
    ethnic_group = "民族", "Ethnic group";
    age = "年龄", "Age";
    occupation = "职业或职务", "Occupation";
    contact = "联系方式", "Contact";
    id_number = "身份证号", "ID number";
    credit_code = "统一社会信用代码", "Credit code";
    address = "单位或住址", "Unit or address";

    more_parties(count: usize) = "另有当事人{count}名，见系统里的案件。", "{count} more parties: see the case in the system.";

    facts_heading = "一、纠纷主要事实、争议事项和责任", "1. Main facts, matter in dispute and responsibility";
    content_heading = "二、经调解，当事人自愿达成如下协议", "2. After mediation the parties agree of their own free will";
    manner_heading = "三、履行方式、地点和时限", "3. Manner, place and time of performance";
    manner_line(words: &str) = "方式：{words}", "Manner: {words}";
    place_line(words: &str) = "地点：{words}", "Place: {words}";
    clause_line(n: usize, words: &str) = "{n}．{words}", "({n}) {words}";
    item = "项次", "Item";
    item_n(n: usize) = "第{n}项", "Item {n}";
    total = "合计", "Total";
    sum = "金额", "Sum";
    due = "履行期限", "Due";
    by_day(day: &str) = "{day}前", "By {day}";
    no_sum = "—", "—";
    sum_words(capitals: &str, figures: &str) = "{capitals}（￥{figures}）", "{capitals} (¥{figures})";
    effect = "本协议自当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。双方当事人认为有必要的，可以自生效之日起三十日内共同向人民法院申请司法确认。",
        "This agreement takes effect when the parties have signed, sealed or fingerprinted it, the mediator has signed and the committee has stamped it. Within thirty days of that day both parties may together ask the people's court to confirm it.";
    oral_effect = "口头协议自各方当事人达成协议之日起生效。", "An oral agreement takes effect on the day on which the parties reach it.";
    copies(count: &str) = "本协议一式{count}份，当事人各持一份，人民调解委员会留存一份。",
        "Made in {count} copies: one for each party, one kept by the committee.";
    left_out = "（已脱敏）", "(left out of this copy)";

    party_signature(role: &str) = "{role}（签名或按指印）", "{role} (signature or fingerprint)";
    organisation_signature(role: &str) = "{role}（签名并盖章）", "{role} (signature and seal)";
    parties_signature = "当事人（签名）", "Parties (signatures)";
    mediator_signature = "人民调解员（签名）", "Mediator (signature)";
    recorder_signature = "记录人（签名）", "Recorder (signature)";
    registrar_signature = "登记人（签名）", "Registrar (signature)";
    seal(committee: &str) = "{committee}（印章）", "{committee} (seal)";
    committee = "人民调解委员会", "People's mediation committee";

    day = "登记日期", "Day";
    kind = "纠纷类型", "Type of dispute";
    source = "案件来源", "Source";
    happened_at = "发生地点", "Place";
    brief = "纠纷简要情况", "The dispute in brief";
    taken_in = "受理情况", "Acceptance";
    accepted_and_told_on(day: &str) = "{day}受理，已告知权利义务。", "Accepted on {day}; rights and duties were told.";
    accepted_on(day: &str) = "{day}受理。", "Accepted on {day}.";
    declined_on(day: &str) = "{day}不予受理，已告知理由和去处。", "Declined on {day}; reason and other ways were told.";
    not_decided = "待决定", "Not decided yet";
    remarks = "备注", "Remarks";
    source_applied = "当事人申请", "On application";
    source_proactive = "主动调解", "Offered by the committee";
    source_referred = "移送委托", "Referred";

    page_of(n: usize, count: usize) = "第{n}页　共{count}页", "Page {n} of {count}";

    print = "打印", "Print";
    back_to_case = "回到案件", "Back to the case";
    reading_copy = "看英文对照", "English reading copy";
    official_copy = "看中文正本", "Official copy in Chinese";
    not_ready = "这份文书还出不了", "This paper cannot be made yet";
    not_ready_agreement = "达成书面协议后，协议书在这里打印。", "The agreement is printed here once one was reached in writing.";
    not_ready_oral = "达成口头协议后，登记表在这里打印。", "The register is printed here once an oral agreement was reached.";
    not_made = "这份文书眼下要手写，以后会在这里打印。", "This paper is still written by hand; it will be printed here later.";
    no_case = "没有这件案件，或者已经作废。", "There is no such case, or it was voided.";
    print_hint = "打印时选A4、边距“默认”，不打页眉页脚。", "Print on A4, default margins, without headers and footers.";
    preview = "打印的样子", "As it will be printed";
    laying_out = "正在排版…", "Laying out…";
}

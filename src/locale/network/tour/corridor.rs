//! What the tour of the corridor says.

crate::messages! {
    agreement_title = "一纸协议，三地一条走廊", "One agreement makes a corridor";
    agreement(when: &str, counties: &str, name: &str, state: &str) = "{when}，{counties}的司法局签了《{name}》。现在：{state}。", "On {when} the justice bureaus of {counties} signed the {name}. Today: {state}.";
    open_agreement = "打开这份协议", "Open the agreement";
    network_title = "直通网络，直接通到村", "A direct network, down to the village";
    network(pairs: &str, offices: &str, towns: &str, villages: &str) = "隔界相望的乡镇结成{pairs}对。区县司法局联到{offices}个毗邻司法所，再到{towns}个乡镇调委会、{villages}个村调委会，有事直接找对面。", "{pairs} pairs of bordering townships. Bureaus, {offices} judicial offices, {towns} township and {villages} village committees reach their neighbours directly.";
    open_pairs = "看谁和谁结对", "See who is paired with whom";
    centres_title = "边界乡镇的一站式中心", "One-stop centres in the border towns";
    centres(n: &str) = "边界乡镇的{n}个一站式中心，由协议各方联建。", "{n} one-stop centres in the border towns are kept jointly under the agreement.";
    together_title = "一起开会，一起排查", "Conferences and inspections, together";
    together(held: &str) = "{held}。涉及两边的事，联合管理。", "{held}. What concerns both sides is managed jointly.";
    held(day: &str, name: &str) = "{day}，{name}", "{day}: {name}";
    then = "；", "; ";
    open_conference = "打开联席会议", "Open the conference";
    open_inspection = "打开联合排查", "Open the inspection";
    trainings_title = "三地骨干，同堂培训", "Key mediators train together";
    trainings(sessions: &str, people: &str) = "三地调解骨干的大型培训办了{sessions}期，{people}人次参加。", "{sessions} large training sessions for the key mediators of the three places, attended {people} times in all.";
    open_training = "打开最近一期", "Open the latest session";
    joint_cases_title = "跨界的纠纷，一起调", "Disputes across the border, mediated together";
    joint_cases(cases: &str) = "走廊里的区县至今互邀联合调解{cases}件纠纷，图上的弧线连着一起办的两地。", "The corridor's counties have asked each other to mediate {cases} disputes together so far. The lines on the map join those who worked on one.";
}

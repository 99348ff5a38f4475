//! What is printed on the letters between offices. The letters themselves are Chinese; the English is a reading copy.

crate::messages! {
    invitation_title = "联合调解邀请函", "Invitation to Joint Mediation";
    reply_title = "联合调解复函", "Reply to the Invitation to Joint Mediation";
    outcome_title = "联合调解结果通报", "Notice of the Outcome of Joint Mediation";
    base = "根据《人民调解工作若干规定》第二十七条", "Under Article 27 of the Provisions on People's Mediation Work";
    base_with(agreement: &str) = "根据《人民调解工作若干规定》第二十七条和《{agreement}》", "Under Article 27 of the Provisions on People's Mediation Work and the {agreement}";
    matter(names: &str, kind: &str) = "{names}{kind}纠纷", "the dispute ({kind}) of {names}";
    matter_of_more(names: &str, more: usize, kind: &str) = "{names}等（另有{more}名）{kind}纠纷", "the dispute ({kind}) of {names} and {more} more";
    office_of(place: &str) = "{place}司法局", "Bureau of Justice, {place}";
    invites(matter: &str, place: &str, base: &str) = "我单位受理的{matter}，涉及{place}。{base}，现邀请贵单位与我单位联合调解。", "We have accepted {matter}, which concerns {place}. {base}, we invite you to mediate it together with us.";
    please_reply = "请于收到本函后三个工作日内函复是否参加，并告知参加的人民调解员和联系方式。", "Please reply within three working days of receiving this letter whether you take part, and name your mediators and how to reach them.";
    replies(matter: &str) = "贵单位关于联合调解{matter}的邀请函收悉。经研究，我单位（□同意　□不同意）参加联合调解。", "We have received your invitation to mediate {matter} together. We (□ agree  □ do not agree) to take part.";
    our_mediators = "我单位参加的人民调解员", "Our mediators";
    our_view = "意见和建议", "Views and proposals";
    ended(matter: &str, day: &str) = "我单位与贵单位联合调解的{matter}，已于{day}调解终结，结果如下。", "The joint mediation of {matter} came to its end on {day}, with this outcome.";
    agreed_in_writing(count: usize) = "当事人自愿达成书面调解协议，共{count}项。", "The parties agreed in writing of their own free will: {count} items.";
    agreed_orally(count: usize) = "当事人自愿达成口头调解协议，共{count}项。", "The parties agreed orally of their own free will: {count} items.";
    sum_of(sum: &str) = "协议涉及金额合计{sum}。", "The sum agreed is {sum} in all.";
    failed = "经调解，当事人未能达成协议，已告知可以通过仲裁、行政、司法等途径维护权利。", "The parties did not come to an agreement; they were told of arbitration, administrative ways and the courts.";
    withdrawn = "当事人撤回申请，不再调解。", "The application was withdrawn.";
    please_watch = "请贵单位协助督促履行，并留意当事人情绪，有新情况及时告知。", "Please help to see that it is performed, and tell us of anything new.";
    not_ready_joint = "记下联合调解后，邀请函和复函在这里打印。", "The letters are printed here once joint mediation was recorded.";
    not_ready_outcome = "联合调解有了结果后，通报在这里打印。", "The notice is printed here once the joint mediation came to its end.";
    blank_day = "　　年　　月　　日", "Date:";
}

//! Citations of the articles, and what each says in one sentence.

use super::Language;
use crate::law::article::{Article, Text};

/// The short citation: 《人民调解法》第十七条 / People's Mediation Law, art. 17.
#[must_use]
pub fn citation(language: Language, article: Article) -> String {
    let (text, number) = article.cite();
    match (language, number) {
        (Language::Chinese, Some(number)) => {
            format!("{}第{}条", text_name(language, text), han(number))
        }
        (Language::English, Some(number)) => {
            format!("{}, art. {number}", text_name(language, text))
        }
        (_, None) => match (language, article) {
            (Language::Chinese, Article::Confirmation) => {
                "《民事诉讼法》“确认调解协议案件”一节".to_owned()
            }
            (Language::English, Article::Confirmation) => {
                "Civil Procedure Law, on confirming mediation agreements".to_owned()
            }
            _ => text_name(language, text).to_owned(),
        },
    }
}

/// A sentence with the article that it rests on: 《人民调解法》第三十条 in brackets.
#[must_use]
pub fn with_citation(language: Language, sentence: &str, article: Article) -> String {
    let article = citation(language, article);
    match language {
        Language::Chinese => format!("{sentence}（{article}）"),
        Language::English => format!("{sentence} ({article})"),
    }
}

/// The name of a text.
#[must_use]
pub fn text_name(language: Language, text: Text) -> &'static str {
    let (zh, en) = match text {
        Text::MediationLaw => ("《人民调解法》", "People's Mediation Law"),
        Text::WorkRules => (
            "《人民调解工作若干规定》",
            "Rules on People's Mediation Work",
        ),
        Text::CivilProcedureLaw => ("《民事诉讼法》", "Civil Procedure Law"),
        Text::Standard => (
            "《全国人民调解工作规范》",
            "National Standard of People's Mediation SF/T 0083-2020",
        ),
        Text::Practice => ("工作惯例", "Office practice"),
    };
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// What the article says, in one sentence of our own.
#[must_use]
pub fn gist(language: Language, article: Article) -> &'static str {
    let (zh, en) = match article {
        Article::L2 => (
            "人民调解是调委会以说服、疏导等方法，促使当事人自愿达成协议、解决民间纠纷的活动。",
            "A committee helps people to settle a dispute among themselves, of their own free will.",
        ),
        Article::L3 => (
            "调解自愿平等、不违背法律，不得因调解阻止当事人走仲裁、行政、司法途径。",
            "Mediation is free and equal, within the law, and bars nobody from court, arbitration or authorities.",
        ),
        Article::L4 => ("调解民间纠纷不收任何费用。", "Mediation is free of charge."),
        Article::L8 => (
            "调委会由三至九人组成，应当有妇女成员。",
            "A committee has three to nine members, women among them.",
        ),
        Article::L14 => (
            "调解员应当公道正派、热心调解，有一定文化、政策和法律水平，县级司法行政部门定期培训。",
            "Mediators are fair, decent and keen, know something of law and policy, and are trained regularly.",
        ),
        Article::L15 => (
            "调解员不得偏袒、侮辱当事人，不得索取收受财物，不得泄露隐私和商业秘密。",
            "A mediator takes no side and no gift, insults nobody, and keeps secrets.",
        ),
        Article::L17 => (
            "当事人可以申请调解，调委会也可以主动调解；一方明确拒绝的，不得调解。",
            "Parties may ask, or the committee may offer; if one clearly refuses, there is no mediation.",
        ),
        Article::L18 => (
            "法院、公安机关可以告知当事人向调委会申请调解。",
            "Courts and police may tell the parties that mediation is open to them.",
        ),
        Article::L19 => (
            "调委会可以指定一名或数名调解员，也可以由当事人选择。",
            "The committee names one or more mediators, or the parties choose.",
        ),
        Article::L20 => (
            "征得当事人同意，可以邀请亲属、邻里、同事、专业人员或社会组织参与。",
            "With the parties' consent relatives, neighbours, colleagues, experts or organisations may help.",
        ),
        Article::L21 => (
            "坚持原则、明法析理、主持公道，及时就地调解，防止激化。",
            "Hold to principle and law, be fair, and mediate soon and on the spot, before it grows worse.",
        ),
        Article::L22 => (
            "采取多种方式，充分听取陈述，讲解法律政策，帮助当事人自愿达成协议。",
            "Listen fully, explain the law, and help the parties towards an agreement of their own.",
        ),
        Article::L23 => (
            "当事人可以选择或接受调解员，接受、拒绝或要求终止调解，要求公开或不公开，自主表达意愿。",
            "Parties choose or accept mediators, may refuse or end it, have it open or private, and speak their own mind.",
        ),
        Article::L24 => (
            "当事人应当如实陈述、遵守秩序、尊重调解员、尊重对方行使权利。",
            "Parties tell the truth, keep order, and respect the mediator and each other's rights.",
        ),
        Article::L25 => (
            "纠纷可能激化的，应当有针对性地预防；可能引起治安或刑事案件的，及时报告公安机关或有关部门。",
            "Prevent escalation; report at once what may become a public-order or criminal matter.",
        ),
        Article::L26 => (
            "调解不成的，应当终止调解，并告知当事人可以通过仲裁、行政、司法途径维权。",
            "When mediation fails it ends, and the parties are told of arbitration, authorities and courts.",
        ),
        Article::L27 => (
            "调解员应当记录调解情况；调委会应当建立档案，将登记、记录、协议书等立卷归档。",
            "The mediator keeps a record, and the committee a file of registration, records and agreement.",
        ),
        Article::L28 => (
            "达成协议的，可以制作协议书；当事人认为不必的，可以口头协议，由调解员记录。",
            "An agreement may be written; if the parties see no need, it is oral, and the mediator records it.",
        ),
        Article::L29 => (
            "协议书经当事人签名、盖章或按指印，调解员签名并加盖调委会印章后生效，各方和调委会各一份。",
            "It takes effect when the parties and the mediator have signed and the committee has sealed; each has a copy.",
        ),
        Article::L30 => (
            "口头协议自各方达成协议之日起生效。",
            "An oral agreement takes effect on the day it is reached.",
        ),
        Article::L31 => (
            "协议有法律约束力，当事人应当履行；调委会监督并督促履行。",
            "The agreement binds; the committee watches over performance and urges it.",
        ),
        Article::L32 => (
            "就协议的履行或内容发生争议的，可以向人民法院起诉。",
            "A dispute over the agreement or its performance may go to court.",
        ),
        Article::L33 => (
            "双方认为必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认。",
            "Within 30 days of its taking effect, both parties together may ask the court to confirm it.",
        ),
        Article::R20 => (
            "民间纠纷包括公民之间、公民与法人和其他组织之间涉及民事权利义务的争议。",
            "Disputes over civil rights and duties between people, or people and organisations.",
        ),
        Article::R21 => (
            "由当事人所在地（单位）或者纠纷发生地的调委会受理。",
            "The committee of the parties' place, or of where it happened, takes it.",
        ),
        Article::R22 => (
            "依法只能由专门机关处理或禁止民间调解的，法院、公安或行政机关已受理或解决的，不得受理。",
            "Not taken: what the law keeps for a special organ, forbids to mediate, or another body has taken or settled.",
        ),
        Article::R23 => (
            "可以依申请受理，也可以主动调解，申请可以口头或书面；受理应当登记。",
            "By application, written or oral, or on the committee's own offer; each is registered.",
        ),
        Article::R24 => (
            "符合条件的及时受理；不符合的，告知向有关机关或法院；可能激化的，先缓解再移交。",
            "Take what qualifies; tell the others where to go; calm what may escalate before handing it on.",
        ),
        Article::R27 => (
            "跨地区、跨单位的纠纷，有关调委会应当相互配合，共同调解。",
            "In disputes across regions or units the committees concerned work together.",
        ),
        Article::R28 => (
            "一般在专门场所调解，也可以在便利当事人的其他场所。",
            "Normally in the committee's own room, or wherever suits the parties.",
        ),
        Article::R29 => (
            "可以公开并允许旁听，但涉及隐私、商业秘密或当事人反对的除外。",
            "Listeners are welcome unless it touches privacy or business secrets, or a party objects.",
        ),
        Article::R30 => (
            "调解前应当口头或书面告知调解的性质、原则、效力和当事人的权利义务。",
            "Before it begins, parties are told its nature, principles and effect, their rights and duties.",
        ),
        Article::R31 => (
            "查明事实、分清责任，耐心细致地说服疏导，帮助达成协议。",
            "Find the facts and each side's part, then persuade with patience and help them agree.",
        ),
        Article::R32 => (
            "应当密切注意激化的苗头，防止纠纷激化。",
            "Watch for signs of escalation throughout, and prevent it.",
        ),
        Article::R33 => (
            "一般在一个月内调结。",
            "Normally it is concluded within a month.",
        ),
        Article::R34 => (
            "有民事权利义务内容或者当事人要求的，应当制作书面协议。",
            "It is written where it has civil rights and duties in it, or a party asks.",
        ),
        Article::R35 => (
            "协议应当载明当事人、事实与争议及责任、权利义务、履行的方式地点期限、签名和印章。",
            "It states parties, facts, dispute and responsibility, rights and duties, manner, place and time, signatures and seal.",
        ),
        Article::R36 => (
            "当事人应当自觉履行协议；调委会应当回访并记录履行情况。",
            "The parties perform of their own accord; the committee visits and records it.",
        ),
        Article::R37 => (
            "未履行的，督促履行；协议不当的，经双方同意可以再次调解；仍不履行的，告知可以起诉。",
            "Urge performance; mediate again where the agreement was improper and both agree; else tell them of the court.",
        ),
        Article::Confirmation => (
            "经司法确认有效的协议，一方不履行的，对方可以向人民法院申请执行。",
            "Once the court has confirmed it, the agreement can be enforced.",
        ),
        Article::Standard => (
            "规范调解流程、文书、回访和档案。",
            "How mediation runs, its papers, follow-up visits and files.",
        ),
        Article::Practice => (
            "各地做法不一，可在设置中调整。",
            "Offices differ here; it can be changed in the settings.",
        ),
    };
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// A number below 100 in Han numerals, as articles are counted.
fn han(number: u8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u8| DIGITS[usize::from(n % 10)];
    match number {
        0..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number)),
        _ => format!("{}十{}", digit(number / 10), digit(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_cited() {
        let zh = |article| citation(Language::Chinese, article);
        assert_eq!(zh(Article::L17), "《人民调解法》第十七条");
        assert_eq!(zh(Article::L20), "《人民调解法》第二十条");
        assert_eq!(zh(Article::L4), "《人民调解法》第四条");
        assert_eq!(zh(Article::R35), "《人民调解工作若干规定》第三十五条");
        assert_eq!(zh(Article::Practice), "工作惯例");
        let en = |article| citation(Language::English, article);
        assert_eq!(en(Article::L17), "People's Mediation Law, art. 17");
        assert_eq!(
            en(Article::R22),
            "Rules on People's Mediation Work, art. 22"
        );
        assert_eq!(
            en(Article::Confirmation),
            "Civil Procedure Law, on confirming mediation agreements"
        );
    }

    #[test]
    fn every_gist_is_one_sentence() {
        for article in Article::ALL {
            let zh = gist(Language::Chinese, *article);
            assert_eq!(zh.matches('。').count(), 1, "{zh}");
            assert!(zh.ends_with('。') && zh.chars().count() <= 50, "{zh}");
            let en = gist(Language::English, *article);
            assert_eq!(en.matches('.').count(), 1, "{en}");
            assert!(en.ends_with('.') && en.len() <= 120, "{en}");
        }
    }
}

//! Names of everything that `law` lists, in both languages.
//!
//! A code from a newer version, for which there is no name here, shows as the code itself: better an
//! odd word than a wrong one.

use super::Language;
use crate::domain::network::{ActivityForm, AgreementState, EndReason};
use crate::law::agreement::AgreementItem;
use crate::law::clock::WorkOrderClass;
use crate::law::decline::{DeclineReason, OtherWay};
use crate::law::dispute::{DisputeType, Source};
use crate::law::forms::{Form, FormNeed};
use crate::law::organisation::{BrandLevel, OrganisationKind};
use crate::law::person::{ETHNIC_GROUPS, MediatorKind, MemberCategory, PartyKind, PartyRole, Sex};
use crate::law::risk::{RiskRating, RiskSign};

/// Something that has a name in each language.
pub trait Term {
    /// Its name: a noun, without a full stop, in English with a capital.
    fn term(&self, language: Language) -> &str;
}

/// An ethnic group as a case keeps it: in English by the letters of the national standard, where it is in the list.
#[must_use]
pub fn ethnic_group(language: Language, kept: &str) -> &str {
    let listed = ETHNIC_GROUPS.iter().find(|(zh, _)| *zh == kept);
    match (language, listed) {
        (Language::English, Some((_, en))) => en,
        _ => kept,
    }
}

/// Names a coded enum, both languages side by side; a variant left out does not compile.
macro_rules! terms {
    ($($name:ty { $($variant:ident = $zh:literal, $en:literal;)+ })+) => {$(
        impl Term for $name {
            fn term(&self, language: Language) -> &str {
                match (self, language) {
                    $(
                        (Self::$variant, Language::Chinese) => $zh,
                        (Self::$variant, Language::English) => $en,
                    )+
                    (Self::Unknown(code), _) => code,
                }
            }
        }
    )+};
}

terms! {
    DisputeType {
        MarriageFamily = "婚姻家庭", "Marriage and family";
        Neighbour = "邻里", "Neighbours";
        HouseHomestead = "房屋宅基地", "House and homestead";
        Contract = "合同", "Contract";
        Business = "生产经营", "Production and business";
        Damages = "损害赔偿", "Damages";
        Labour = "劳动争议", "Labour";
        VillageAffairs = "村务管理", "Village affairs";
        ForestLand = "山林土地", "Forest and land";
        Requisition = "征地拆迁", "Requisition and demolition";
        Environment = "环境保护", "Environment";
        Traffic = "道路交通事故", "Road accident";
        PropertyManagement = "物业管理", "Property management";
        Medical = "医疗", "Medical";
        Consumer = "消费", "Consumer";
        Ecommerce = "电子商务", "Online trade";
        Finance = "金融", "Finance";
        IntellectualProperty = "知识产权", "Intellectual property";
        Tourism = "旅游", "Tourism";
        School = "校园", "School";
        Other = "其他", "Other";
    }
    Source {
        Applied = "当事人申请", "A party asked";
        Proactive = "主动调解", "Committee's initiative";
        CourtBeforeFiling = "诉前委派", "Court, before filing";
        CourtAfterFiling = "诉中委托", "Court, after filing";
        Police = "公安移交", "Police";
        Petition = "信访", "Petition office";
        PetitionBacklog = "信访积案", "Petition backlog";
        Hotline12345 = "12345热线", "12345 hotline";
        Whistle = "吹哨报到", "Whistle";
        MicroGrid = "网格排查", "Found on patrol";
        OtherOffice = "其他单位或地区", "Another office or region";
        NotRecorded = "台账没有记", "The ledger doesn't say";
    }
    DeclineReason {
        SpecialOrgan = "依法只能由专门机关处理", "The law gives it to a special organ";
        MediationForbidden = "法律禁止民间调解", "The law forbids mediating it";
        WithCourt = "法院已受理或已解决", "A court has taken or settled it";
        WithPolice = "公安机关已受理或已解决", "The police have taken or settled it";
        WithAdministration = "行政机关已受理或已解决", "An authority has taken or settled it";
        PartyRefuses = "当事人明确拒绝调解", "A party clearly refuses mediation";
        NotCivilDispute = "不属于民间纠纷", "Not a dispute between people";
        OutsideArea = "不属于本调委会辖区", "Outside this committee's area";
    }
    OtherWay {
        Court = "向人民法院起诉", "Sue before the people's court";
        Arbitration = "申请仲裁", "Apply for arbitration";
        Administration = "请有关行政机关处理", "Ask the authority in charge";
        Police = "报告公安机关", "Report to the police";
        OrganInCharge = "到依法主管的机关", "Go to the organ the law names";
        BodyThatTookIt = "找已受理的机关", "Go to the body that has it in hand";
        CommitteeOfPlace = "到当事人所在地或纠纷发生地的调委会",
            "Go to the committee where the parties live or where it happened";
    }
    RiskSign {
        Violence = "有暴力或扬言动手", "Violence, or threats of it";
        SelfHarm = "有轻生念头", "Talk of self-harm";
        Weapons = "有凶器", "Weapons";
        Dependants = "涉及未成年人或需照料的人", "Minors or dependants affected";
        MoreThanTen = "涉及十人以上", "More than ten people";
        EarlierPetitions = "曾经信访", "Petitioned before";
        DeadlineNear = "期限或重要日子临近", "A deadline or event is near";
        PublicAttention = "已引起关注", "Public attention";
    }
    RiskRating {
        Ordinary = "一般", "Ordinary";
        Watch = "关注", "Watch";
        Major = "重大", "Major";
    }
    AgreementItem {
        Number = "协议编号", "Number";
        Parties = "当事人基本情况", "The parties";
        Facts = "主要事实", "Main facts";
        Matter = "争议事项", "Matter in dispute";
        Responsibility = "各方责任", "Each party's responsibility";
        Content = "协议内容", "What was agreed";
        Manner = "履行方式", "Manner of performance";
        Place = "履行地点", "Place of performance";
        Time = "履行期限", "Time of performance";
        Copies = "协议份数", "Copies";
        PartySignatures = "当事人签名、盖章或按指印", "Parties' signatures, seals or fingerprints";
        MediatorSignature = "调解员签名", "Mediator's signature";
        RecorderSignature = "记录人签名", "Recorder's signature";
        CommitteeSeal = "调委会印章", "Committee's seal";
        Date = "日期", "Date";
    }
    OrganisationKind {
        BureauProvince = "省级司法厅（局）", "Provincial justice department";
        BureauDistrict = "区县司法局", "District justice bureau";
        JudicialOffice = "司法所", "Judicial office";
        CommitteeVillage = "村调委会", "Village committee";
        CommitteeResidents = "居民（社区）调委会", "Residents' committee";
        CommitteeTownship = "乡镇调委会", "Township committee";
        CommitteeStreet = "街道调委会", "Street committee";
        CommitteeEnterprise = "企事业单位调委会", "Enterprise committee";
        CommitteeIndustry = "行业性专业性调委会", "Industry or professional committee";
        CommitteeJoint = "联合调委会", "Joint committee";
        MediationGroup = "调解小组", "Mediation group";
        MediationRoom = "派驻调解室", "Stationed mediation room";
        BrandedRoom = "个人（品牌）调解室", "Personal or branded room";
        CentreVillage = "村居一站式中心", "Village one-stop centre";
        CentreTownship = "乡镇街道一站式中心", "Township one-stop centre";
        CentreDistrict = "区县一站式中心", "District one-stop centre";
        PoliceStation = "派出所", "Police station";
        CourtTribunal = "人民法庭", "Court tribunal";
        PetitionOffice = "信访办", "Petition office";
        IndustryAuthority = "行业主管部门", "Industry authority";
    }
    Sex {
        Male = "男", "Male";
        Female = "女", "Female";
    }
    PartyRole {
        Applicant = "申请人", "Applicant";
        Respondent = "被申请人", "Respondent";
        ThirdParty = "第三人", "Third party";
    }
    PartyKind {
        Person = "自然人", "Person";
        Organisation = "单位", "Organisation";
    }
    MediatorKind {
        FullTime = "专职", "Full-time";
        PartTime = "兼职", "Part-time";
        Assisting = "协助", "Assisting";
    }
    MemberCategory {
        SocialFigure = "社会贤达", "Social figure";
        Professional = "专业人士", "Professional";
        PartyPioneer = "党员先锋", "Party pioneer";
        FiveElders = "五老", "Five-elders";
        BuildingChief = "楼门长", "Building chief";
        GridWorker = "网格员", "Grid worker";
        RetiredLegalWorker = "退休法律工作者", "Retired legal worker";
    }
    BrandLevel {
        Township = "乡镇（街道）级", "Township level";
        District = "区县级", "District level";
        City = "市级", "City level";
        Province = "省（直辖市）级", "Province level";
        Nation = "全国", "National";
    }
    AgreementState {
        Proposed = "拟签", "Proposed";
        Signed = "已签，尚未生效", "Signed, not yet in force";
        InForce = "生效中", "In force";
        Renewed = "已续签", "Renewed";
        Expired = "到期", "Expired";
        Ended = "终止", "Ended";
    }
    EndReason {
        Expired = "期限届满", "Its term was over";
        Replaced = "已被新协议取代", "Replaced by another";
        GivenUp = "各方商定终止", "Given up by its sides";
        NotSigned = "没有签成", "Never signed";
    }
    ActivityForm {
        Training = "培训", "Training";
        JointConference = "联席会议", "Joint conference";
        JointInspection = "联合排查", "Joint inspection";
        ExchangeMeeting = "交流会", "Exchange meeting";
    }
    WorkOrderClass {
        Hours2 = "2小时", "2 hours";
        Hours24 = "24小时", "24 hours";
        Days7 = "7天", "7 days";
        Days15 = "15天", "15 days";
    }
    Form {
        Cover = "卷宗封面", "Cover";
        Contents = "卷内目录", "Contents";
        Application = "人民调解申请书", "Application for mediation";
        AcceptanceRegister = "人民调解受理登记表", "Acceptance register";
        RightsNotice = "当事人权利义务告知书", "Notice of rights and duties";
        Identity = "当事人身份证明", "Proof of identity";
        PowerOfAttorney = "授权委托书", "Power of attorney";
        InquiryRecord = "人民调解调查记录", "Inquiry record";
        Evidence = "证据材料", "Evidence";
        MediationRecord = "人民调解记录", "Mediation record";
        Agreement = "人民调解协议书", "Mediation agreement";
        OralAgreementRegister = "人民调解口头协议登记表", "Oral agreement register";
        ProofOfPerformance = "履行凭证", "Proof of performance";
        FollowUpRecord = "人民调解回访记录", "Follow-up record";
        ConfirmationApplication = "司法确认申请书", "Application for confirmation";
        ConfirmationRuling = "司法确认裁定书", "Court's ruling on confirmation";
        NoticeOfDecline = "不予受理告知书", "Notice of decline";
        NoticeOfEnding = "终止调解告知书", "Notice that mediation has ended";
        JointInvitation = "联合调解邀请函", "Invitation to joint mediation";
        JointReply = "联合调解复函", "Reply on joint mediation";
        JointRecord = "联合调解笔录", "Record of joint mediation";
        JointOutcome = "联合调解结果通报", "Notice of the joint outcome";
        TransferLetter = "移送函", "Transfer letter";
        TransferReceipt = "移送回执", "Transfer receipt";
        NoteOnFile = "卷宗情况说明", "Note on the file";
        BackCover = "封底", "Back cover";
    }
}

crate::messages! {
    /// In every file.
    need_must = "必备", "Always";
    /// One of the two must be there.
    need_application_or_register = "申请书、登记表至少一种", "One of application and register";
    /// In every file with a written agreement.
    need_if_written = "书面协议必备", "With a written agreement";
    /// In every file with an oral agreement.
    need_if_oral = "口头协议必备", "With an oral agreement";
    /// Where it came up.
    need_as_needed = "按需", "As needed";
}

impl Term for FormNeed {
    fn term(&self, language: Language) -> &str {
        match self {
            Self::Must => need_must(language),
            Self::ApplicationOrRegister => need_application_or_register(language),
            Self::IfWritten => need_if_written(language),
            Self::IfOral => need_if_oral(language),
            Self::AsNeeded => need_as_needed(language),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::law::coded::Coded;

    fn check<T: Coded + Term>() {
        for language in [Language::Chinese, Language::English] {
            let names: BTreeSet<&str> = T::ALL.iter().map(|value| value.term(language)).collect();
            assert_eq!(
                names.len(),
                T::ALL.len(),
                "every value has a name of its own"
            );
            for name in names {
                assert!(!name.is_empty() && name.trim() == name && !name.ends_with(['.', '。']));
                let han = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
                match language {
                    Language::Chinese => assert!(name.contains(han), "{name}"),
                    Language::English => assert!(!name.contains(han), "{name}"),
                }
                assert!(!name.contains(['\'', '(', ')']) || language == Language::English);
            }
        }
        assert_eq!(T::from_code("newer").term(Language::Chinese), "newer");
    }

    #[test]
    fn everything_has_a_name_of_its_own() {
        check::<DisputeType>();
        check::<Source>();
        check::<DeclineReason>();
        check::<OtherWay>();
        check::<RiskSign>();
        check::<RiskRating>();
        check::<AgreementItem>();
        check::<OrganisationKind>();
        check::<Sex>();
        check::<PartyRole>();
        check::<PartyKind>();
        check::<MediatorKind>();
        check::<MemberCategory>();
        check::<BrandLevel>();
        check::<AgreementState>();
        check::<EndReason>();
        check::<ActivityForm>();
        check::<WorkOrderClass>();
        check::<Form>();
    }
}

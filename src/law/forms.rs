//! The papers of a file (SF/T 0083-2020), in the order in which they lie in it.

crate::coded! {
    /// A paper of the file 卷宗.
    pub enum Form {
        /// 卷宗封面
        Cover = "cover",
        /// 卷内目录
        Contents = "contents",
        /// 人民调解申请书
        Application = "application",
        /// 人民调解受理登记表
        AcceptanceRegister = "acceptance_register",
        /// 当事人权利义务告知书 [R 30; L 23, 24]
        RightsNotice = "rights_notice",
        /// 当事人身份证明
        Identity = "identity",
        /// 授权委托书
        PowerOfAttorney = "power_of_attorney",
        /// 人民调解调查记录
        InquiryRecord = "inquiry_record",
        /// 证据材料
        Evidence = "evidence",
        /// 人民调解记录 [L 27]
        MediationRecord = "mediation_record",
        /// 人民调解协议书 [L 29, R 35]
        Agreement = "agreement",
        /// 人民调解口头协议登记表 [L 28]
        OralAgreementRegister = "oral_agreement_register",
        /// 履行凭证
        ProofOfPerformance = "proof_of_performance",
        /// 人民调解回访记录
        FollowUpRecord = "follow_up_record",
        /// 司法确认申请书 [L 33]
        ConfirmationApplication = "confirmation_application",
        /// 司法确认裁定书 [L 33]
        ConfirmationRuling = "confirmation_ruling",
        /// 不予受理告知书 [R 24]
        NoticeOfDecline = "notice_of_decline",
        /// 终止调解告知书 [L 26]
        NoticeOfEnding = "notice_of_ending",
        /// 联合调解邀请函 [R 27]
        JointInvitation = "joint_invitation",
        /// 联合调解复函 [R 27]
        JointReply = "joint_reply",
        /// 联合调解笔录 [R 27]
        JointRecord = "joint_record",
        /// 联合调解结果通报 [R 27]
        JointOutcome = "joint_outcome",
        /// 移送函
        TransferLetter = "transfer_letter",
        /// 移送回执
        TransferReceipt = "transfer_receipt",
        /// 卷宗情况说明
        NoteOnFile = "note_on_file",
        /// 封底
        BackCover = "back_cover",
    }
}

/// When a paper belongs in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormNeed {
    /// In every file.
    Must,
    /// Either the application or the acceptance register, or both.
    ApplicationOrRegister,
    /// In every file with a written agreement.
    IfWritten,
    /// In every file with an oral agreement.
    IfOral,
    /// Where it came up.
    AsNeeded,
}

impl Form {
    /// When it belongs in a file.
    #[must_use]
    pub fn need(&self) -> FormNeed {
        match self {
            Self::Cover
            | Self::Contents
            | Self::RightsNotice
            | Self::Identity
            | Self::MediationRecord
            | Self::BackCover => FormNeed::Must,
            Self::Application | Self::AcceptanceRegister => FormNeed::ApplicationOrRegister,
            Self::Agreement => FormNeed::IfWritten,
            Self::OralAgreementRegister => FormNeed::IfOral,
            Self::PowerOfAttorney
            | Self::InquiryRecord
            | Self::Evidence
            | Self::ProofOfPerformance
            | Self::FollowUpRecord
            | Self::ConfirmationApplication
            | Self::ConfirmationRuling
            | Self::NoticeOfDecline
            | Self::NoticeOfEnding
            | Self::JointInvitation
            | Self::JointReply
            | Self::JointRecord
            | Self::JointOutcome
            | Self::TransferLetter
            | Self::TransferReceipt
            | Self::NoteOnFile
            | Self::Unknown(_) => FormNeed::AsNeeded,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, FormNeed};
    use crate::law::coded::check_codes;

    #[test]
    fn codes_survive_the_wire() {
        check_codes::<Form>(26);
    }

    #[test]
    fn six_papers_are_in_every_file() {
        let must = Form::ALL
            .iter()
            .filter(|form| form.need() == FormNeed::Must);
        assert_eq!(must.count(), 6);
    }
}

//! The lines of a case's timeline: one title for each kind of event, compiler-led, and what its
//! leaves say beneath.
//!
//! Titles say what people did, in the past; they name nobody, so that a redacted copy reads alike.

mod detail;

pub use detail::{Detail, DetailKind, Names, detail};

use super::Language;
use super::network::fields;
use super::terms::Term;
use crate::domain::case::event::{
    ConfirmationStep, Correction, JoinAnswer, NoteForm, Told, TransferAnswer, WithdrawnBy,
};
use crate::domain::catalogue::Event;
use crate::domain::network::SheetField;

crate::messages! {
    retracted = "撤销了一条记录", "Took an entry back";
    erased = "抹去了个人信息", "Erased personal data";
    registered = "登记", "Registered";
    declined = "不予受理", "Declined";
    accepted = "受理", "Accepted";
    accepted_orally = "受理，口头告知权利义务", "Accepted; rights and duties told orally";
    accepted_in_writing = "受理，书面告知权利义务", "Accepted; rights and duties told in writing";
    assigned = "指派调解员", "Mediators assigned";
    inquired = "调查", "Inquiry";
    session_held = "开调解会", "Mediation session";
    suspended = "中止调解", "Suspended";
    resumed = "恢复调解", "Resumed";
    agreed_in_writing = "达成书面协议", "Agreement in writing";
    agreed_orally = "达成口头协议", "Oral agreement";
    failed = "调解不成", "Mediation failed";
    withdrawn_by_somebody = "撤回，不再调解", "Withdrawn";
    withdrawn_by_applicant = "申请人撤回", "Withdrawn by the applicant";
    withdrawn_by_respondent = "被申请人不愿继续", "Respondent would not go on";
    withdrawn_by_both = "双方不再调解", "Both gave up mediation";
    performed_all = "全部履行", "All performed";
    performed_clause = "履行了一项", "One item performed";
    urged = "催促履行", "Performance urged";
    not_performed = "催促后仍未履行", "Not performed after urging";
    confirmation_applied = "申请司法确认", "Judicial confirmation applied for";
    confirmation_given = "法院确认有效", "Confirmed by the court";
    confirmation_dismissed = "法院驳回确认申请", "Confirmation dismissed";
    followed_up = "回访", "Follow-up visit";
    closed = "结案", "Closed";
    archived = "归档", "Archived";
    reopened = "重新调解", "Mediated again";
    note = "便条", "Note";
    call = "电话", "Phone call";
    visit = "走访", "Visit";
    extended = "双方同意延长期限", "Both agreed to go on";
    joined = "联合调解", "Joint mediation";
    replied_joins = "受邀单位同意联合调解", "The invited office joined";
    replied_declines = "受邀单位不参加联合调解", "The invited office declined";
    transferred = "移送其他机构", "Handed on to another office";
    received = "移送被接收，案子归接收单位", "The receiving office took it over";
    returned = "移送被退回", "The transfer was sent back";
    rated = "评估风险", "Risk rated";
    corrected_party = "改正当事人信息", "Party corrected";
    corrected_facts = "改正纠纷简况", "Facts corrected";
    corrected_place = "改正地点", "Place corrected";
    corrected_town = "改正乡镇街道", "Township corrected";
    corrected_day = "改正登记日期", "Day corrected";
    corrected_number = "改号", "Renumbered";
    corrected_type = "改正纠纷类型", "Type corrected";
    corrected_source = "改正来源", "Source corrected";
    corrected_step_day = "改正一步的日期", "Day of a step corrected";
    corrected_mediators = "改定调解员", "Mediators settled";
    corrected_risk = "改正风险情况", "Risk corrected";
    settled_outcome = "定下以哪个结果为准", "Settled which outcome holds";
    organisation_founded = "登记机构", "Organisation entered";
    mediator_enrolled = "登记调解员", "Mediator entered";
    consultation_answered = "解答咨询", "Consultation answered";
    work_order_dispatched = "收到工单", "Work order received";
    work_order_resolved = "工单办结", "Work order resolved";
    activity_held = "开展活动", "Activity held";
    cooperation_signed = "签订合作协议", "Cooperation agreement signed";
    cooperation_proposed = "提出合作协议", "Cooperation agreement proposed";
    cooperation_renewed = "续签合作协议", "Cooperation agreement renewed";
    team_formed = "组建调解团队", "Team formed";
    micro_grid_drawn = "划定微网格", "Micro-grid drawn";
    written_anew(field: &str) = "改了{field}", "{field} changed";
    unknown = "新版本写下的记录，这里还看不懂", "Written by a newer version; not understood here";
    unreadable = "这条记录读不出", "This entry cannot be read";
}

/// What happened, in a few words.
#[must_use]
pub fn title(language: Language, event: &Event) -> String {
    let words = match event {
        Event::Retracted(_) => retracted(language),
        Event::Erased(_) => erased(language),
        Event::CaseRegistered(_) => registered(language),
        Event::CaseDeclined(_) => declined(language),
        Event::CaseAccepted(data) => match data.told {
            Told::Orally => accepted_orally(language),
            Told::InWriting => accepted_in_writing(language),
            Told::NotRecorded | Told::Unknown(_) => accepted(language),
        },
        Event::CaseAssigned(_) => assigned(language),
        Event::CaseInquired(_) => inquired(language),
        Event::CaseSessionHeld(_) => session_held(language),
        Event::CaseSuspended(_) => suspended(language),
        Event::CaseResumed(_) => resumed(language),
        Event::CaseAgreedInWriting(_) => agreed_in_writing(language),
        Event::CaseAgreedOrally(_) => agreed_orally(language),
        Event::CaseFailed(_) => failed(language),
        Event::CaseWithdrawn(data) => withdrawn(language, &data.by),
        Event::CasePerformed(data) => match data.clause {
            Some(_) => performed_clause(language),
            None => performed_all(language),
        },
        Event::CaseUrged(_) => urged(language),
        Event::CaseNotPerformed(_) => not_performed(language),
        Event::CaseConfirmed(data) => match &data.step {
            ConfirmationStep::Applied => confirmation_applied(language),
            ConfirmationStep::Confirmed => confirmation_given(language),
            ConfirmationStep::Dismissed => confirmation_dismissed(language),
            ConfirmationStep::Unknown(code) => return code.to_string(),
        },
        Event::CaseFollowedUp(_) => followed_up(language),
        Event::CaseClosed(_) => closed(language),
        Event::CaseArchived(_) => archived(language),
        Event::CaseReopened(_) => reopened(language),
        Event::CaseNoted(data) => match data.form {
            NoteForm::Call => call(language),
            NoteForm::Visit => visit(language),
            NoteForm::Note | NoteForm::Unknown(_) => note(language),
        },
        Event::CaseExtended(_) => extended(language),
        Event::CaseJoined(_) => joined(language),
        Event::CaseReplied(data) => match &data.answer {
            JoinAnswer::Joins => replied_joins(language),
            JoinAnswer::Declines => replied_declines(language),
            JoinAnswer::Unknown(code) => return code.to_string(),
        },
        Event::CaseTransferred(_) => transferred(language),
        Event::CaseReceived(data) => match &data.answer {
            TransferAnswer::Received => received(language),
            TransferAnswer::Returned => returned(language),
            TransferAnswer::Unknown(code) => return code.to_string(),
        },
        Event::CaseRated(_) => rated(language),
        Event::CaseCorrected(data) => correction(language, &data.field),
        Event::OrganisationFounded(_) => organisation_founded(language),
        Event::MediatorEnrolled(_) => mediator_enrolled(language),
        Event::ConsultationAnswered(_) => consultation_answered(language),
        Event::WorkOrderDispatched(_) => work_order_dispatched(language),
        Event::WorkOrderResolved(_) => work_order_resolved(language),
        Event::ActivityHeld(_) => activity_held(language),
        Event::CooperationSigned(_) => cooperation_signed(language),
        Event::CooperationProposed(_) => cooperation_proposed(language),
        Event::CooperationRenewed(_) => cooperation_renewed(language),
        Event::TeamFormed(_) => team_formed(language),
        Event::MicroGridDrawn(_) => micro_grid_drawn(language),
        Event::OrganisationCorrected(data) => return field_written(language, &data.field),
        Event::MediatorCorrected(data) => return field_written(language, &data.field),
        Event::TeamCorrected(data) => return field_written(language, &data.field),
        Event::MicroGridCorrected(data) => return field_written(language, &data.field),
        Event::ActivityCorrected(data) => return field_written(language, &data.field),
        Event::CooperationCorrected(data) => return field_written(language, &data.field),
        Event::Unknown { .. } => unknown(language),
        Event::Unreadable { .. } => unreadable(language),
    };
    words.to_owned()
}

/// Which field of the directory was written anew.
fn field_written(language: Language, field: &impl SheetField) -> String {
    written_anew(language, fields::name(language, field.slot()))
}

/// Which field was put right.
#[must_use]
pub fn correction(language: Language, field: &Correction) -> &'static str {
    match field {
        Correction::Party(_) => corrected_party(language),
        Correction::Facts => corrected_facts(language),
        Correction::Place => corrected_place(language),
        Correction::Town(_) => corrected_town(language),
        Correction::Day(_) => corrected_day(language),
        Correction::StepDay { .. } => corrected_step_day(language),
        Correction::Number(_) => corrected_number(language),
        Correction::Type(_) => corrected_type(language),
        Correction::Source(_) => corrected_source(language),
        Correction::Mediators(_) => corrected_mediators(language),
        Correction::Risk(_) => corrected_risk(language),
        Correction::Outcome(_) => settled_outcome(language),
    }
}

/// Who ended it.
#[must_use]
pub fn withdrawn(language: Language, by: &WithdrawnBy) -> &'static str {
    match by {
        WithdrawnBy::Applicant => withdrawn_by_applicant(language),
        WithdrawnBy::Respondent => withdrawn_by_respondent(language),
        WithdrawnBy::Both => withdrawn_by_both(language),
        WithdrawnBy::NotRecorded | WithdrawnBy::Unknown(_) => withdrawn_by_somebody(language),
    }
}

/// Names joined as the language lists things.
pub(super) fn list<T: Term>(language: Language, terms: &[T]) -> String {
    let separator = match language {
        Language::Chinese => "；",
        Language::English => "; ",
    };
    let words: Vec<&str> = terms.iter().map(|term| term.term(language)).collect();
    words.join(separator)
}

#[cfg(test)]
mod tests;

//! What a column of a ledger means, by what its header says.

use super::text::plain;

crate::coded! {
    /// What a column means.
    pub enum Column {
        /// 序号
        Serial = "serial",
        /// Day on which the case was registered.
        Registered = "registered",
        /// The office's number of the case.
        Number = "number",
        Applicant = "applicant",
        ApplicantSex = "applicant_sex",
        ApplicantId = "applicant_id",
        ApplicantPhone = "applicant_phone",
        ApplicantAddress = "applicant_address",
        Respondent = "respondent",
        RespondentSex = "respondent_sex",
        RespondentId = "respondent_id",
        RespondentPhone = "respondent_phone",
        RespondentAddress = "respondent_address",
        /// Both sides in one cell.
        Parties = "parties",
        Type = "type",
        Source = "source",
        Place = "place",
        Brief = "brief",
        Mediators = "mediators",
        Result = "result",
        Form = "form",
        /// Sum in the agreement; its unit is beside the mapping.
        Amount = "amount",
        Concluded = "concluded",
        /// Whether a court confirmed the agreement.
        Confirmation = "confirmation",
        /// Free text, in which words about the source and a court's confirmation are noticed. Several
        /// columns may be remarks.
        Remarks = "remarks",
        /// Free text, kept and not looked into. Several columns may be.
        Note = "note",
        /// Not taken in.
        Ignore = "ignore",
    }
}

impl Column {
    /// Whether several columns of one ledger may mean it.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        matches!(
            self,
            Self::Remarks | Self::Note | Self::Ignore | Self::Unknown(_)
        )
    }
}

/// What a header says by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    pub says: Says,
    /// Whether the header names the meaning without doubt, so that contents can't outvote it.
    pub is_plain: bool,
    /// Part of the header's characters that were understood, in hundredths.
    pub understood: u32,
    /// Among headers that say the same, the lowest rank is the one meant.
    pub rank: u32,
}

/// What a header says: a meaning, or one that depends on the columns around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    Means(Column),
    /// Something of a person; the side comes from the columns before it.
    OfPerson(Detail),
    /// A day of which the header doesn't say more.
    SomeDay,
}

/// Something that is known of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    Name,
    Sex,
    Id,
    Phone,
    Address,
}

/// A side of a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Applicant,
    Respondent,
}

impl Detail {
    /// The column that holds this detail of this side.
    #[must_use]
    pub fn of(self, side: Side) -> Column {
        match (side, self) {
            (Side::Applicant, Self::Name) => Column::Applicant,
            (Side::Applicant, Self::Sex) => Column::ApplicantSex,
            (Side::Applicant, Self::Id) => Column::ApplicantId,
            (Side::Applicant, Self::Phone) => Column::ApplicantPhone,
            (Side::Applicant, Self::Address) => Column::ApplicantAddress,
            (Side::Respondent, Self::Name) => Column::Respondent,
            (Side::Respondent, Self::Sex) => Column::RespondentSex,
            (Side::Respondent, Self::Id) => Column::RespondentId,
            (Side::Respondent, Self::Phone) => Column::RespondentPhone,
            (Side::Respondent, Self::Address) => Column::RespondentAddress,
        }
    }
}

/// Reads a header; for one over two rows, the upper text stands before the lower one. `None` if
/// nothing in it is known.
#[must_use]
pub fn read_heading(header: &str) -> Option<Heading> {
    let header = without_brackets(header);
    let length = header.chars().count();
    let heading = |says, matched: usize, rank| {
        let understood =
            u32::try_from((matched * 100).checked_div(length).unwrap_or(0)).unwrap_or(100);
        Some(Heading {
            says,
            is_plain: understood >= 75,
            understood: understood.min(100),
            rank,
        })
    };
    let rule = RULES
        .iter()
        .zip(0..)
        .find_map(|(rule, rank)| Some((rule, rank, rule.matched(&header)?)));
    // "申请时间" and "被申请人诉求" say 申请 as well, so the rules go before the sides.
    if let Some((rule, rank, matched)) = rule {
        return heading(Says::Means(rule.column.clone()), matched, rank);
    }
    let side = side_of(&header);
    let detail = DETAILS
        .iter()
        .find_map(|(words, detail)| Some((*detail, longest(words, &header)?)));
    match (side, detail) {
        (Some((side, matched)), Some((detail, more))) => {
            heading(Says::Means(detail.of(side)), matched + more, 0)
        }
        (Some((side, matched)), None) => heading(Says::Means(Detail::Name.of(side)), matched, 1),
        (None, Some((detail, matched))) => heading(Says::OfPerson(detail), matched, 2),
        (None, None) if header.contains("当事人") || header.contains("双方") => {
            heading(Says::Means(Column::Parties), 3, 0)
        }
        (None, None) if longest("时间 日期 年月日", &header).is_some() => {
            heading(Says::SomeDay, 2, 0)
        }
        (None, None) => None,
    }
}

/// Half-width, without spaces, punctuation, and what stands in brackets unless it names a side.
fn without_brackets(header: &str) -> String {
    let header = plain(header);
    let mut kept = String::with_capacity(header.len());
    let mut inside: Option<String> = None;
    for c in header.chars() {
        match (c, &mut inside) {
            ('(', _) => inside = Some(String::new()),
            (')', Some(text)) => {
                if side_of(text).is_some() {
                    kept.push_str(text);
                }
                inside = None;
            }
            ('*' | ':' | ',' | '、' | '/' | '-' | '.' | '|', _) => {}
            (c, Some(text)) => text.push(c),
            (c, None) => kept.push(c),
        }
    }
    kept
}

/// The side that a header names, and how many of its characters do.
fn side_of(header: &str) -> Option<(Side, usize)> {
    const RESPONDENT: &str = "被申请人 被申请方 被申请 被告 乙方当事人 当事人乙 乙方 对方当事人 另一方当事人 另一方 对方 被反映人 被投诉人 当事人二 当事人2 当事人B";
    const APPLICANT: &str = "申请人 申请方 原告 甲方当事人 当事人甲 甲方 一方当事人 投诉人 来访人 反映人 求助人 当事人一 当事人1 当事人A";
    let named = |side, words| Some((side, longest(words, header)?));
    named(Side::Respondent, RESPONDENT).or_else(|| named(Side::Applicant, APPLICANT))
}

const DETAILS: &[(&str, Detail)] = &[
    ("性别", Detail::Sex),
    (
        "身份证号码 身份证号 身份证 公民身份号码 身份号码 证件号码 证件号 证件",
        Detail::Id,
    ),
    (
        "联系电话 联系方式 手机号码 手机号 电话号码 电话 手机 联系号码",
        Detail::Phone,
    ),
    ("家庭住址 住址 地址 住所 户籍", Detail::Address),
    ("姓名或名称 姓名名称 姓名 名称 名字 单位名称", Detail::Name),
];

/// A header means `column` if it has a word of `words` and, unless that is empty, one of `with`, and
/// none of `without`. Words are parted by spaces.
struct Rule {
    column: Column,
    words: &'static str,
    with: &'static str,
    without: &'static str,
}

impl Rule {
    /// How many characters of the header were understood, if the rule fits.
    fn matched(&self, header: &str) -> Option<usize> {
        let matched = longest(self.words, header)?;
        if longest(self.without, header).is_some() {
            return None;
        }
        match self.with {
            "" => Some(matched),
            with => Some(matched + longest(with, header)?),
        }
    }
}

const DAY: &str = "时间 日期 年月日 日";

const fn rule(
    column: Column,
    words: &'static str,
    with: &'static str,
    without: &'static str,
) -> Rule {
    Rule {
        column,
        words,
        with,
        without,
    }
}

/// The first rule that fits wins, and earlier rules win a meaning from later ones.
const RULES: &[Rule] = &[
    rule(
        Column::Confirmation,
        "是否司法确认 司法确认情况 司法确认",
        "",
        "日期 时间 文号 号",
    ),
    rule(Column::Serial, "序号 顺序号 序列 行号 排序", "", ""),
    rule(
        Column::Ignore,
        "年龄 民族 职业 文化程度 工作单位 人数 出生 籍贯 国籍 是否疑难",
        "",
        "",
    ),
    rule(Column::Registered, "登记 收案 立案", DAY, ""),
    rule(
        Column::Registered,
        "受理 接案 来访 接待 接访 录入 申请",
        DAY,
        "确认",
    ),
    rule(Column::Concluded, "结案 办结 调结", DAY, ""),
    rule(
        Column::Concluded,
        "达成协议 达成 协议签订 签订协议 签订 完成 终结 调解成功 调处",
        DAY,
        "",
    ),
    rule(Column::Concluded, "调解", DAY, ""),
    rule(Column::Ignore, "发生 履行 回访 归档 确认", DAY, ""),
    rule(Column::Ignore, "联系人 记录人 登记人 填表人 审核人", "", ""),
    rule(
        Column::Number,
        "案件编号 案号 卷宗号 卷号 案件号 登记编号 登记号 受理编号 受理号",
        "",
        "",
    ),
    rule(
        Column::Number,
        "协议书编号 协议编号 文书编号 调解书编号",
        "",
        "",
    ),
    rule(Column::Number, "编号 文号 字号", "", ""),
    rule(
        Column::Source,
        "纠纷来源 案件来源 来源 受理方式 来件方式",
        "",
        "",
    ),
    rule(Column::Form, "协议 文书", "形式 类型 种类 类别 方式", ""),
    rule(
        Column::Form,
        "口头书面 书面口头 口头或书面 书面或口头 达成形式",
        "",
        "",
    ),
    rule(
        Column::Type,
        "纠纷类型 纠纷类别 纠纷种类 纠纷性质 案件类型 案件类别 矛盾类型 矛盾类别 类型 类别 案由 种类",
        "",
        "当事人",
    ),
    rule(
        Column::Mediators,
        "人民调解员 调解人员 调解员 调解人 承办人员 承办人 主持人 经办人 首席调解员",
        "姓名 名单",
        "",
    ),
    rule(
        Column::Mediators,
        "人民调解员 调解人员 调解员 调解人 承办人员 承办人 主持人 经办人 首席调解员",
        "",
        "意见",
    ),
    rule(Column::Ignore, "调委会 调解组织 调解委员会 调解室", "", ""),
    rule(
        Column::Amount,
        "协议涉及金额 涉及金额 协议金额 调解金额 金额",
        "",
        "履行",
    ),
    rule(
        Column::Amount,
        "涉案金额 标的额 标的 赔偿额 数额 款额",
        "",
        "履行",
    ),
    rule(Column::Note, "履行", "", ""),
    rule(
        Column::Result,
        "是否调解成功 是否调成 是否成功 调解成功与否 是否达成协议 调解结果 处理结果 办理结果 结果 调处结果",
        "",
        "",
    ),
    rule(
        Column::Result,
        "办理情况 调解情况 处理情况 调处情况 案件状态 状态 是否办结 是否结案",
        "",
        "",
    ),
    rule(Column::Form, "调解协议 协议", "", "内容 金额"),
    rule(
        Column::Brief,
        "纠纷简要情况 案情简介 简要案情 简要情况 纠纷概况 纠纷事由 基本案情 基本情况 案情 简介 概况 事由 纠纷内容 主要事实 主要内容 纠纷描述 事项 诉求 协议内容",
        "",
        "",
    ),
    rule(
        Column::Place,
        "纠纷发生地点 纠纷发生地 发生地点 发生地 纠纷地点 地点 所在村居 所在村 所属村居 所属村 村居 村社区 所在社区 社区 辖区 属地",
        "",
        "",
    ),
    rule(Column::Remarks, "备注 说明 其他", "", ""),
];

/// Characters of the longest of the words (parted by spaces) that stands in the header.
fn longest(words: &str, header: &str) -> Option<usize> {
    let inside = words
        .split(' ')
        .filter(|word| !word.is_empty() && header.contains(word));
    inside.map(|word| word.chars().count()).max()
}

#[cfg(test)]
mod tests;

//! What a column of a directory means, by what its header says.

use crate::exchange::ledger::text::plain;

crate::coded! {
    /// What a column means.
    pub enum Column {
        /// 序号
        Serial = "serial",
        /// Of an organisation: what it is called.
        Name = "name",
        Kind = "kind",
        Parent = "parent",
        County = "county",
        Town = "town",
        Village = "village",
        Address = "address",
        /// Whom one asks for.
        Contact = "contact",
        Phone = "phone",
        Hours = "hours",
        /// In square metres.
        FloorArea = "floor_area",
        Staff = "staff",
        Brand = "brand",
        Specialities = "specialities",
        /// Short form for case numbers.
        Abbreviation = "abbreviation",
        /// Of a person: the name.
        Person = "person",
        Sex = "sex",
        /// Full-time or part-time.
        Serving = "serving",
        Grade = "grade",
        /// Where a person serves.
        Organisation = "organisation",
        Languages = "languages",
        /// The certificate's number.
        Certificate = "certificate",
        Team = "team",
        /// As what somebody is in the team.
        Category = "category",
        /// Not taken in.
        Ignore = "ignore",
    }
}

/// Of what a directory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Organisations,
    People,
}

impl Column {
    /// The meanings that a directory of this has columns for.
    #[must_use]
    pub fn of(subject: Subject) -> &'static [Self] {
        match subject {
            Subject::Organisations => &[
                Self::Name,
                Self::Kind,
                Self::Parent,
                Self::County,
                Self::Town,
                Self::Village,
                Self::Address,
                Self::Contact,
                Self::Phone,
                Self::Hours,
                Self::FloorArea,
                Self::Staff,
                Self::Brand,
                Self::Specialities,
                Self::Abbreviation,
                Self::Serial,
                Self::Ignore,
            ],
            Subject::People => &[
                Self::Person,
                Self::Sex,
                Self::Serving,
                Self::Grade,
                Self::Organisation,
                Self::Specialities,
                Self::Languages,
                Self::Certificate,
                Self::Phone,
                Self::Team,
                Self::Category,
                Self::Serial,
                Self::Ignore,
            ],
        }
    }

    /// Whether several columns may mean it.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        matches!(self, Self::Ignore | Self::Unknown(_))
    }
}

/// What a header says by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub column: Column,
    /// Whether the header is one of the words, or little more.
    pub is_plain: bool,
    /// Of several headers that say the same, the lowest is meant.
    pub rank: usize,
}

/// Reads a header of a directory of this; none where nothing in it is known.
pub(super) fn read_heading(subject: Subject, header: &str) -> Option<Heading> {
    let header = bare(header);
    let rules = match subject {
        Subject::Organisations => ORGANISATIONS,
        Subject::People => PEOPLE,
    };
    rules.iter().zip(0..).find_map(|((words, column), rank)| {
        let mut words = words.split(' ');
        let word = words.find(|word| header.contains(word))?;
        Some(Heading {
            column: column.clone(),
            is_plain: header.chars().count() <= word.chars().count() + 1,
            rank,
        })
    })
}

/// Half-width, without blanks, marks and what stands in brackets.
fn bare(header: &str) -> String {
    let mut depth = 0_usize;
    let keep = |c: char| {
        match c {
            '(' => depth += 1,
            ')' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0 && !matches!(c, '*' | ':' | '：' | '、' | '/' | '.' | '-')
    };
    plain(header)
        .chars()
        .filter({
            let mut keep = keep;
            move |c| keep(*c)
        })
        .collect()
}

type Rules = &'static [(&'static str, Column)];

/// The first line with a word that stands in the header wins.
const ORGANISATIONS: Rules = &[
    ("序号 顺序号 编号", Column::Serial),
    ("上级 主管 隶属 所属司法所 所属机构 归口", Column::Parent),
    ("简称", Column::Abbreviation),
    ("品牌", Column::Brand),
    (
        "机构类型 机构类别 组织类型 单位类型 类型 类别 性质 种类",
        Column::Kind,
    ),
    ("乡镇街道 乡镇 街道 镇街 所属乡 所在乡", Column::Town),
    (
        "村社区 村居 行政村 社区 村名 所在村 所属村",
        Column::Village,
    ),
    ("区县 县区 县市区 所在区 所属区 区划", Column::County),
    ("详细地址 办公地址 地址 住所 地点 位置", Column::Address),
    ("联系人 负责人 主任 所长 带头人", Column::Contact),
    ("联系电话 联系方式 办公电话 电话 手机", Column::Phone),
    (
        "开放时间 工作时间 办公时间 服务时间 接待时间",
        Column::Hours,
    ),
    ("面积 平方米 平米", Column::FloorArea),
    ("工作人员数 人员数 人数 调解员数", Column::Staff),
    ("特长 擅长 专长 特色 业务范围 领域", Column::Specialities),
    (
        "机构名称 单位名称 组织名称 调委会名称 中心名称 名称 机构 单位 组织",
        Column::Name,
    ),
    ("备注 说明 成立 时间 日期 年", Column::Ignore),
];

const PEOPLE: Rules = &[
    ("序号 顺序号", Column::Serial),
    (
        "身份证 出生 年龄 民族 学历 文化程度 政治面貌 职务 职业 备注 说明 时间 日期",
        Column::Ignore,
    ),
    (
        "证书编号 证件编号 工作证号 聘书编号 证号 编号",
        Column::Certificate,
    ),
    ("性别", Column::Sex),
    ("专兼职 专职兼职 专职或兼职 是否专职 专职", Column::Serving),
    ("等级 级别", Column::Grade),
    ("成员类别 人员类别 类别 身份类别 类型", Column::Category),
    ("团队 队伍 服务队", Column::Team),
    ("语言 方言 语种", Column::Languages),
    ("特长 擅长 专长 领域", Column::Specialities),
    ("联系电话 联系方式 手机 电话", Column::Phone),
    (
        "所在单位 所属单位 工作单位 所在调委会 所属调委会 单位名称 机构名称 单位 机构 调委会 组织",
        Column::Organisation,
    ),
    ("调解员姓名 姓名 名字 调解员", Column::Person),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_organisations_are_read() {
        let read = |header| read_heading(Subject::Organisations, header).map(|it| it.column);
        for (header, column) in [
            ("名称", Column::Name),
            ("机构名称", Column::Name),
            ("单位", Column::Name),
            ("类型", Column::Kind),
            ("机构类别", Column::Kind),
            ("上级", Column::Parent),
            ("主管单位", Column::Parent),
            ("区县", Column::County),
            ("乡镇（街道）", Column::Town),
            ("乡镇街道", Column::Town),
            ("村（社区）", Column::Ignore),
            ("村社区", Column::Village),
            ("村/社区", Column::Village),
            ("地址", Column::Address),
            ("电话", Column::Phone),
            ("联系方式", Column::Phone),
            ("联 系 人", Column::Contact),
            ("开放时间", Column::Hours),
            ("工作时间", Column::Hours),
            ("面积（平方米）", Column::FloorArea),
            ("工作人员数", Column::Staff),
            ("人数", Column::Staff),
            ("品牌", Column::Brand),
            ("特长", Column::Specialities),
            ("成立时间", Column::Ignore),
        ] {
            let known = read(header).unwrap_or(Column::Ignore);
            assert_eq!(known, column, "{header}");
        }
        assert_eq!(read("甲"), None);
    }

    #[test]
    fn headers_of_people_are_read() {
        for (header, column) in [
            ("姓名", Column::Person),
            ("性别", Column::Sex),
            ("专兼职", Column::Serving),
            ("专/兼职", Column::Serving),
            ("等级", Column::Grade),
            ("单位", Column::Organisation),
            ("所在调委会", Column::Organisation),
            ("特长", Column::Specialities),
            ("语言", Column::Languages),
            ("证书编号", Column::Certificate),
            ("电话", Column::Phone),
            ("团队", Column::Team),
            ("类别", Column::Category),
            ("身份证号", Column::Ignore),
        ] {
            let read = read_heading(Subject::People, header).map(|it| it.column);
            assert_eq!(read, Some(column), "{header}");
        }
    }
}

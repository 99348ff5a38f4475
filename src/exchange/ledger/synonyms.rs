//! The built-in synonyms: a meaning, and words for it with spaces between. A word of two characters or
//! more is also found inside a longer text; of tables other than the types', earlier lines go first,
//! so denials (未成功) stand before what they deny.

use super::words::{Form, Outcome};
use crate::law::dispute::{DisputeType, Source};

/// The first word of each line is the type's name in the statistics.
pub(super) const TYPES: &[(DisputeType, &str)] = &[
    (
        DisputeType::MarriageFamily,
        "婚姻家庭 婚姻 家庭 婚恋 离婚 赡养 抚养 抚育 扶养 继承 家庭暴力 家暴 分家 分家析产 夫妻 婆媳 彩礼 婚约 婚姻家事 家事 恋爱",
    ),
    (
        DisputeType::Neighbour,
        "邻里 邻里关系 相邻 相邻关系 相邻权 邻居 邻里相邻 相邻通行 漏水 噪音扰民 邻里噪音 采光 通行",
    ),
    (
        DisputeType::HouseHomestead,
        "房屋宅基地 宅基地 房屋 宅基 房产 宅基地边界 房屋买卖 房屋租赁 建房 房屋修建 房屋产权 住房 租房 宅基地使用",
    ),
    (
        DisputeType::Contract,
        "合同 买卖合同 租赁合同 民间借贷 借贷 债务 债权债务 欠款 借款 债权 经济合同 合同债务 定金 工程款 货款",
    ),
    (DisputeType::Business, "生产经营 经营 生产 生产经营性"),
    (
        DisputeType::Damages,
        "损害赔偿 赔偿 人身损害 人身损害赔偿 伤害赔偿 财产损害 财产损害赔偿 人身伤害 打架斗殴 侵权 侵权赔偿 损害 动物伤人 犬只伤人 意外伤害",
    ),
    (
        DisputeType::Labour,
        "劳动争议 劳动 劳资 欠薪 讨薪 工资 拖欠工资 农民工工资 工伤 工伤赔偿 劳务 劳动报酬 劳务报酬 劳动人事 劳动关系 劳务合同 劳动合同",
    ),
    (
        DisputeType::VillageAffairs,
        "村务管理 村务 村务公开 村级事务 村民自治 村财务",
    ),
    (
        DisputeType::ForestLand,
        "山林土地 土地 山林 林地 土地承包 土地权属 山林权属 土地流转 林权 草场 土地承包经营 山林土地权属 耕地 农村土地承包 土地承包合同",
    ),
    (
        DisputeType::Requisition,
        "征地拆迁 征地 拆迁 征收 征迁 腾退 拆迁补偿 征地补偿 拆迁安置 土地征收 房屋征收 房屋拆迁",
    ),
    (
        DisputeType::Environment,
        "环境保护 环境 环保 环境污染 污染 噪声污染 噪音污染",
    ),
    (
        DisputeType::Traffic,
        "道路交通事故 交通 交通事故 道路交通 车祸 交通事故赔偿 交通肇事 交通事故损害赔偿",
    ),
    (
        DisputeType::PropertyManagement,
        "物业管理 物业 物业服务 物业费 物业合同 物业服务合同 小区物业",
    ),
    (
        DisputeType::Medical,
        "医疗 医患 医疗事故 医疗损害 医疗损害赔偿 医疗赔偿",
    ),
    (
        DisputeType::Consumer,
        "消费 消费者 消费者权益 消费维权 消费者权益保护",
    ),
    (
        DisputeType::Ecommerce,
        "电子商务 网购 电商 网络购物 网络消费",
    ),
    (
        DisputeType::Finance,
        "金融 保险 银行 信用卡 金融借款 金融保险 金融借款合同 保险合同",
    ),
    (
        DisputeType::IntellectualProperty,
        "知识产权 商标 专利 著作权 版权 商标侵权 专利侵权",
    ),
    (DisputeType::Tourism, "旅游 旅游合同 旅行社"),
    (DisputeType::School, "校园 学校 校园伤害 学生伤害 校园欺凌"),
    (DisputeType::Other, "其他 其它 其余 其他类 其他民间"),
];

pub(super) const OUTCOMES: &[(Outcome, &str)] = &[
    (
        Outcome::Failed,
        "否 失败 未成功 不成功 未达成 未达成协议 不成 调解不成 未调成 没调成 调解失败 无法达成 没有达成协议 没达成协议 未能达成协议 不能达成协议 难以达成协议 拒绝达成协议 没有成功 没成功 未能成功 无法成功 未和解 没有和解 没和解 未化解 没化解 无法化解 调解无效 未成 终止调解 终结 × ✗ X x N n",
    ),
    (
        Outcome::Withdrawn,
        "撤回 撤销 撤诉 申请人撤回 撤回申请 放弃调解 拒绝调解 不愿调解 自行和解撤回",
    ),
    (
        Outcome::Open,
        "调解中 正在调解 在调 进行中 正在 未结 未结案 未办结 待调解 待调 中止 办理中 处理中 待定 尚未 跟进中 继续调解",
    ),
    (
        Outcome::Transferred,
        "移送 移交 转办 转送 转交 转介 已移送 引导诉讼 转诉讼",
    ),
    (
        Outcome::Success,
        "是 成功 调解成功 达成协议 调成 达成 已达成 和解 已调解 已化解 化解 已调成 调结 √ ✓ ✔ Y y",
    ),
];

pub(super) const FORMS: &[(Form, &str)] = &[
    (Form::Oral, "口头 口头协议 口头调解协议 口头形式"),
    (
        Form::Written,
        "书面 协议书 书面协议 调解协议书 人民调解协议书 书面形式 书面调解协议 调解书 制作协议书 纸质",
    ),
];

pub(super) const SOURCES: &[(Source, &str)] = &[
    (
        Source::CourtAfterFiling,
        "诉中 诉中委托 诉中调解 法院诉中 委托调解",
    ),
    (
        Source::CourtBeforeFiling,
        "诉前 诉前委派 诉前调解 法院诉前 委派调解 法院委派 法院 法庭 法院移送",
    ),
    (Source::PetitionBacklog, "积案 信访积案"),
    (Source::Petition, "信访 信访移送 信访转"),
    (
        Source::Hotline12345,
        "12345 12345转 热线 市民热线 接诉即办 工单 便民热线 政务热线",
    ),
    (
        Source::Police,
        "公安 派出所 警 110 公安移送 派出所移送 警情 警调",
    ),
    (Source::Whistle, "吹哨 吹哨报到"),
    (
        Source::MicroGrid,
        "网格 网格排查 排查 排查发现 网格员 微网格 巡查",
    ),
    (Source::Proactive, "主动 主动调解 调委会主动 依职权"),
    (
        Source::Applied,
        "申请 当事人申请 依申请 当事人 来访 上门 口头申请 书面申请 群众申请",
    ),
    (
        Source::OtherOffice,
        "移送 移交 其他单位 其他部门 上级交办 部门移送 外地 转办",
    ),
];

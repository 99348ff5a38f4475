//! Made-up people and firms: names, numbers that check but belong to no place, telephones of a range
//! that nobody was given.

use crate::domain::leaf::Identity;
use crate::law::day::Day;
use crate::law::divisions::Adcode;
use crate::law::person::Sex;

use super::chance::Dice;

const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
    "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹",
    "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛",
    "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜", "范", "方", "石", "姚",
    "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔",
];
const MALE: &[&str] = &[
    "建国", "志强", "永利", "文斌", "国庆", "德福", "海涛", "长河", "振东", "玉山", "立军", "宝林",
    "春生", "树森", "卫东", "学文", "庆丰", "俊杰", "浩", "鹏", "磊", "勇", "伟", "军", "超", "刚",
    "晓东", "少华", "占奎", "福来", "连生", "广顺", "天佑", "景山", "士杰", "凤鸣", "万里", "子轩",
];
const FEMALE: &[&str] = &[
    "桂珍", "秀兰", "淑英", "玉梅", "丽华", "凤霞", "春燕", "海霞", "雪梅", "静", "敏", "婷",
    "艳红", "晓丽", "素芬", "金凤", "翠平", "月娥", "慧", "文静", "亚楠", "佳怡", "红梅", "俊兰",
    "瑞芳", "淑琴", "彩云", "立新", "爱华", "宝珍", "桂荣", "玉洁", "思雨", "小曼", "兰芝", "巧云",
];
const WORK: &[&str] = &[
    "务农",
    "个体经营",
    "务工",
    "教师",
    "司机",
    "退休",
    "工人",
    "物业职员",
    "快递员",
    "会计",
    "护士",
    "果农",
    "大棚种植户",
    "木工",
    "电工",
    "保洁员",
    "自由职业",
];
const TRADE: &[&str] = &[
    "宏达", "兴旺", "顺诚", "盛源", "鑫泰", "恒信", "佳和", "绿野", "金穗", "长青", "永昌", "瑞丰",
    "安居", "德润", "华新", "同兴", "凯源", "广顺",
];

/// Who a person is, of this sex and age on `day`.
#[must_use]
pub fn person(dice: &Dice, county: Adcode, lives: &str, ages: (i32, i32), day: Day) -> Identity {
    let sex = if dice.happens(54) {
        Sex::Male
    } else {
        Sex::Female
    };
    let name = name(dice, &sex);
    let years = dice.between(ages.0, ages.1);
    let born = day.plus_days(-(years * 365 + years / 4 + dice.between(1, 360)));
    let retired = years > 60;
    Identity {
        address: Some(format!("{lives}{}号", dice.between(1, 186))),
        born: Some(born),
        ethnic_group: Some(String::from(match dice.below(24) {
            0 => "满族",
            1 => "回族",
            _ => "汉族",
        })),
        id_number: dice
            .happens(82)
            .then(|| id_number(dice, county, born, &sex)),
        name,
        occupation: Some(String::from(if retired {
            "退休"
        } else {
            dice.word(WORK)
        })),
        phone: Some(phone(dice)),
        sex: Some(sex),
    }
}

/// A name of two or three characters.
#[must_use]
pub fn name(dice: &Dice, sex: &Sex) -> String {
    let given = if *sex == Sex::Female { FEMALE } else { MALE };
    let mut name = String::from(dice.word(SURNAMES));
    name.push_str(dice.word(given));
    name
}

/// A firm as a party; `trade` says what it does.
#[must_use]
pub fn firm(dice: &Dice, seat: &str, trade: &str) -> Identity {
    let mut name = String::from(seat);
    name.push_str(dice.word(TRADE));
    name.push_str(trade);
    Identity {
        address: Some(format!("{seat}兴业路{}号", dice.between(1, 90))),
        name,
        phone: Some(phone(dice)),
        ..Identity::default()
    }
}

/// A number in a range that no company hands out: 154-0000-xxxx.
fn phone(dice: &Dice) -> String {
    format!("1540000{:04}", dice.below(10_000))
}

/// A number whose check digit fits, of a birth place that no card names: the province and zeros.
fn id_number(dice: &Dice, county: Adcode, born: Day, sex: &Sex) -> String {
    let (year, month, day) = born.civil();
    let parity = usize::from(*sex == Sex::Male);
    let order = dice.below(500) * 2 + parity;
    let mut number = format!(
        "{}0000{year:04}{month:02}{day:02}{order:03}",
        county.number() / 10_000
    );
    // GB 11643: the weights are powers of two modulo 11.
    let sum: u32 = number
        .bytes()
        .enumerate()
        .map(|(place, digit)| u32::from(digit - b'0') * ((1u32 << (17 - place)) % 11))
        .sum();
    number.push(char::from(b"10X98765432"[(sum % 11) as usize]));
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::identity::ResidentNumber;
    use crate::law::phone::Phone;

    #[test]
    fn numbers_check_and_say_what_the_person_is() {
        let dice = Dice::new(1);
        let day = Day::new(2023, 5, 4).unwrap();
        for _ in 0..2_000 {
            let who = person(&dice, Adcode::new(120_114).unwrap(), "某村", (22, 80), day);
            assert!(matches!(
                Phone::parse(who.phone.as_deref().unwrap()),
                Ok(Phone::Mobile(_))
            ));
            let Some(number) = who.id_number else {
                continue;
            };
            let number = ResidentNumber::parse(&number).unwrap();
            assert_eq!(Some(number.birth()), who.born);
            assert_eq!(Some(number.sex()), who.sex);
            let years = day.days_since(number.birth()) / 365;
            assert!((22..=82).contains(&years), "{years}");
        }
    }
}

//! The fields of the directory and what stands in them, in words: for forms, for what happened, and for what two desks
//! wrote to one field.

use crate::domain::id::StreamId;
use crate::domain::leaf::LeafValue;
use crate::domain::network::{
    ActivityField, AgreementField, Area, MediatorField, MicroGridField, OrganisationField, Put,
    Region, SheetField, Slot, Spot, TeamField,
};
use crate::law::day::Day;
use crate::law::dispute::DisputeType;
use crate::law::divisions::{Adcode, Town, Village};
use crate::locale::terms::Term;
use crate::locale::{Language, dates, numbers, places};

crate::messages! {
    field_name = "名称", "Name";
    field_name_en = "英文名称", "Name in English";
    field_kind = "类型", "Kind";
    field_abbreviation = "案号简称", "Short form in case numbers";
    field_parent = "上级单位", "Belongs to";
    field_region = "所在地", "Where it is";
    field_address = "详细地址", "Address";
    field_contact = "联系人和电话", "Contact and phone";
    field_hours = "开放时间", "Opening hours";
    field_floor_area = "面积（平方米）", "Floor area (m²)";
    field_staff = "工作人员（人）", "Staff";
    field_brand = "品牌", "Brand";
    field_brand_level = "品牌级别", "Level of the brand";
    field_founder = "品牌领办调解员", "Founding mediator";
    field_specialities = "擅长的纠纷", "Good at";
    field_spot = "地图上的位置", "Place on the map";
    field_organisation = "所属单位", "Office";
    field_person = "姓名和联系方式", "Name and contact";
    field_grade = "等级", "Grade";
    field_languages = "方言、语言", "Languages";
    field_certificate = "证件编号", "Certificate number";
    field_training = "培训经历", "Training taken";
    field_member = "成员", "Members";
    field_households = "户数", "Households";
    field_worker = "网格员", "Grid workers";
    field_corridor = "走廊名称", "Corridor";
    field_corridor_en = "走廊英文名称", "Corridor in English";
    field_counties = "参与区县", "Counties";
    field_parties = "签约单位", "Parties";
    field_scope = "协作的纠纷类型", "Disputes it covers";
    field_duties = "各方职责", "What each side does";
    field_from = "生效日期", "In force from";
    field_until = "期满日期", "In force until";
    field_contact_person = "联络人", "Contact persons";
    field_centre = "联建中心", "Joint centres";
    field_pair = "毗邻结对", "Paired neighbours";
    field_document = "协议文件", "Papers";
    field_day = "日期", "Day";
    field_form = "形式", "Form";
    field_agreement = "依据的协议", "Under the agreement";
    field_attended = "参加人数", "People who came";
    field_minutes = "成果记录", "What came of it";
    field_ended = "停止时间", "Ended";


    nothing = "空着", "empty";
    left_out = "这一项已脱敏", "Left out of this copy";
    no_term = "不设期限", "no term";
    all_disputes = "各类纠纷", "all disputes";
    goes_on = "仍在运行", "still at work";
    no_more(who: &str) = "不再是：{who}", "No more: {who}";
    is_member(who: &str, what: &str) = "{who}（{what}）", "{who} ({what})";
    pair_of(one: &str, other: &str) = "{one}—{other}", "{one} – {other}";
    on_side(county: &str, who: &str) = "{county}：{who}", "{county}: {who}";
    training_of(day: &str, name: &str) = "{day} {name}", "{day} {name}";
    hours_of(hours: u32) = "{hours}学时", "{hours} hours";
}

/// The name of a field.
#[must_use]
pub fn name(l: Language, slot: Slot) -> &'static str {
    match slot {
        Slot::Name => field_name(l),
        Slot::NameEn => field_name_en(l),
        Slot::Kind => field_kind(l),
        Slot::Abbreviation => field_abbreviation(l),
        Slot::Parent => field_parent(l),
        Slot::Region => field_region(l),
        Slot::Address => field_address(l),
        Slot::Contact => field_contact(l),
        Slot::Hours => field_hours(l),
        Slot::FloorArea => field_floor_area(l),
        Slot::Staff => field_staff(l),
        Slot::Brand => field_brand(l),
        Slot::BrandLevel => field_brand_level(l),
        Slot::Founder => field_founder(l),
        Slot::Specialities => field_specialities(l),
        Slot::Spot => field_spot(l),
        Slot::Organisation => field_organisation(l),
        Slot::Person => field_person(l),
        Slot::Grade => field_grade(l),
        Slot::Languages => field_languages(l),
        Slot::Certificate => field_certificate(l),
        Slot::Training(_) => field_training(l),
        Slot::Member(_) => field_member(l),
        Slot::Households => field_households(l),
        Slot::Worker(_) => field_worker(l),
        Slot::Corridor => field_corridor(l),
        Slot::CorridorEn => field_corridor_en(l),
        Slot::Counties => field_counties(l),
        Slot::Parties => field_parties(l),
        Slot::Scope => field_scope(l),
        Slot::Duties => field_duties(l),
        Slot::From => field_from(l),
        Slot::Until => field_until(l),
        Slot::ContactPerson(_) => field_contact_person(l),
        Slot::Centre(_) => field_centre(l),
        Slot::Pair(_) => field_pair(l),
        Slot::Document(_) => field_document(l),
        Slot::Day => field_day(l),
        Slot::Form => field_form(l),
        Slot::Agreement => field_agreement(l),
        Slot::Attended => field_attended(l),
        Slot::Minutes => field_minutes(l),
        Slot::Ended => field_ended(l),
    }
}

/// Who and where is what: names of streams, townships and villages, as they are known here.
pub struct Named<'a> {
    pub stream: &'a dyn Fn(StreamId) -> String,
    pub town: &'a dyn Fn(Town) -> String,
    pub village: &'a dyn Fn(Village) -> String,
    /// Which years go without saying.
    pub today: Day,
}

impl Named<'_> {
    /// A region in full: 通州区西集镇.
    #[must_use]
    pub fn region(&self, l: Language, region: Region) -> String {
        let mut parts = vec![places::county(l, region.county)];
        parts.extend(region.town.map(|town| (self.town)(town)));
        parts.extend(region.village.map(|village| (self.village)(village)));
        match l {
            Language::Chinese => parts.concat(),
            Language::English => {
                parts.reverse();
                parts.join(", ")
            }
        }
    }

    fn area(&self, area: Area) -> String {
        match area {
            Area::Town(town) => (self.town)(town),
            Area::Village(village) => (self.village)(village),
        }
    }

    fn list(&self, l: Language, streams: &[StreamId]) -> String {
        let names: Vec<String> = streams.iter().map(|one| (self.stream)(*one)).collect();
        joined(l, &names)
    }

    fn day(&self, l: Language, day: Day) -> String {
        dates::short_day(l, day, self.today)
    }
}

/// Names one after another.
#[must_use]
pub fn joined(l: Language, names: &[String]) -> String {
    names.join(match l {
        Language::Chinese => "、",
        Language::English => ", ",
    })
}

/// Kinds of disputes one after another.
#[must_use]
pub fn disputes(l: Language, kinds: &[DisputeType]) -> String {
    let names: Vec<String> = kinds.iter().map(|kind| kind.term(l).to_owned()).collect();
    joined(l, &names)
}

/// Counties one after another.
#[must_use]
pub fn counties(l: Language, counties: &[Adcode]) -> String {
    let names: Vec<String> = counties.iter().map(|one| places::county(l, *one)).collect();
    joined(l, &names)
}

/// Degrees as a map's margin has them.
#[must_use]
pub fn spot(spot: Spot) -> String {
    let (lon, lat) = spot.degrees();
    format!("{lon:.5}, {lat:.5}")
}

/// A field whose value can be said.
pub trait Spoken: SheetField {
    /// What it says; empty where it says that there is nothing.
    fn said(&self, l: Language, named: &Named<'_>) -> String;
}

/// What a field says that was put, its leaf included.
#[must_use]
pub fn said<F: Spoken>(l: Language, put: &Put<F>, named: &Named<'_>) -> String {
    let text = match &put.private {
        Some(LeafValue::Words(words)) => words.clone(),
        Some(LeafValue::Identity(identity)) => match &identity.phone {
            Some(phone) => format!("{} {phone}", identity.name),
            None => identity.name.clone(),
        },
        Some(LeafValue::Unknown) => left_out(l).to_owned(),
        None => put.field.said(l, named),
    };
    match text.is_empty() {
        true => nothing(l).to_owned(),
        false => text,
    }
}

fn number(value: Option<u32>) -> String {
    value.map_or_else(String::new, |value| numbers::count(i64::from(value)))
}

impl Spoken for OrganisationField {
    fn said(&self, l: Language, named: &Named<'_>) -> String {
        match self {
            Self::Abbreviation(text)
            | Self::Brand(text)
            | Self::Hours(text)
            | Self::NameEn(text) => text.clone().unwrap_or_default(),
            Self::Address | Self::Contact => left_out(l).to_owned(),
            Self::BrandLevel(level) => level
                .as_ref()
                .map_or_else(String::new, |level| level.term(l).to_owned()),
            Self::Ended(day) => ended(l, *day, named),
            Self::FloorArea(value) | Self::Staff(value) => number(*value),
            Self::Founder(one) | Self::Parent(one) => {
                one.map_or_else(String::new, |one| (named.stream)(one))
            }
            Self::Kind(kind) => kind.term(l).to_owned(),
            Self::Name(name) => name.clone(),
            Self::Region(region) => named.region(l, *region),
            Self::Specialities(kinds) => disputes(l, kinds),
            Self::Spot(place) => place.map_or_else(String::new, spot),
        }
    }
}

fn ended(l: Language, day: Option<Day>, named: &Named<'_>) -> String {
    day.map_or_else(|| goes_on(l).to_owned(), |day| named.day(l, day))
}

impl Spoken for MediatorField {
    fn said(&self, l: Language, named: &Named<'_>) -> String {
        match self {
            Self::Certificate | Self::Person => left_out(l).to_owned(),
            Self::Ended(day) => ended(l, *day, named),
            Self::Grade(text) => text.clone().unwrap_or_default(),
            Self::Kind(kind) => kind.term(l).to_owned(),
            Self::Languages(languages) => joined(l, languages),
            Self::Organisation(one) => (named.stream)(*one),
            Self::Specialities(kinds) => disputes(l, kinds),
            Self::Training(training) => {
                let said = training_of(l, &named.day(l, training.day), &training.name);
                match training.hours {
                    Some(hours) => format!("{said} · {}", hours_of(l, hours)),
                    None => said,
                }
            }
        }
    }
}

impl Spoken for TeamField {
    fn said(&self, l: Language, named: &Named<'_>) -> String {
        match self {
            Self::Ended(day) => ended(l, *day, named),
            Self::Member(one) => {
                let who = (named.stream)(one.mediator);
                match &one.category {
                    Some(category) => is_member(l, &who, category.term(l)),
                    None => no_more(l, &who),
                }
            }
            Self::Name(name) => name.clone(),
            Self::NameEn(text) => text.clone().unwrap_or_default(),
            Self::Organisation(one) => one.map_or_else(String::new, |one| (named.stream)(one)),
            Self::Region(region) => named.region(l, *region),
        }
    }
}

impl Spoken for MicroGridField {
    fn said(&self, l: Language, named: &Named<'_>) -> String {
        match self {
            Self::Ended(day) => ended(l, *day, named),
            Self::Households(value) => number(*value),
            Self::Name(name) => name.clone(),
            Self::Organisation(one) => one.map_or_else(String::new, |one| (named.stream)(one)),
            Self::Region(region) => named.region(l, *region),
            Self::Worker(work) => {
                let who = (named.stream)(work.mediator);
                match work.serves {
                    true => who,
                    false => no_more(l, &who),
                }
            }
        }
    }
}

impl Spoken for AgreementField {
    fn said(&self, l: Language, named: &Named<'_>) -> String {
        let day = |day: &Option<Day>| day.map(|day| named.day(l, day));
        match self {
            Self::Centre(centre) => {
                let which = (named.stream)(centre.organisation);
                match centre.joint {
                    true => which,
                    false => no_more(l, &which),
                }
            }
            Self::ContactPerson(contact) => {
                let who = contact.mediator.map(|one| (named.stream)(one));
                let who = who.unwrap_or_else(|| nothing(l).to_owned());
                on_side(l, &places::county(l, contact.county), &who)
            }
            Self::Corridor(text) | Self::CorridorEn(text) => text.clone().unwrap_or_default(),
            Self::Counties(all) => counties(l, all),
            Self::Document(document) => training_of(l, &named.day(l, document.day), &document.name),
            Self::Duties => left_out(l).to_owned(),
            Self::Ended(None) => goes_on(l).to_owned(),
            Self::Ended(Some(ending)) => {
                training_of(l, &named.day(l, ending.day), ending.reason.term(l))
            }
            Self::From(from) => day(from).unwrap_or_default(),
            Self::Name(name) | Self::NameEn(name) => name.clone(),
            Self::Pair(pairing) => {
                let pair = pair_of(l, &named.area(pairing.one), &named.area(pairing.other));
                match pairing.paired {
                    true => pair,
                    false => no_more(l, &pair),
                }
            }
            Self::Parties(parties) => named.list(l, parties),
            Self::Scope(kinds) if kinds.is_empty() => all_disputes(l).to_owned(),
            Self::Scope(kinds) => disputes(l, kinds),
            Self::Until(until) => day(until).unwrap_or_else(|| no_term(l).to_owned()),
        }
    }
}

impl Spoken for ActivityField {
    fn said(&self, l: Language, named: &Named<'_>) -> String {
        match self {
            Self::Agreement(one) => one.map_or_else(String::new, |one| (named.stream)(one)),
            Self::Attended(value) => number(*value),
            Self::Counties(all) => counties(l, all),
            Self::Day(day) => named.day(l, *day),
            Self::Form(form) => form.term(l).to_owned(),
            Self::Minutes => left_out(l).to_owned(),
            Self::Name(name) | Self::NameEn(name) => name.clone(),
        }
    }
}

//! What the tour of Heizhuanghu says.

use crate::law::person::MemberCategory;
use crate::locale::{Language, terms::Term};

/// A kind of a team's members within a sentence: 楼门长 / building-door chiefs.
#[must_use]
pub fn members(language: Language, kind: &MemberCategory) -> String {
    let several = match kind {
        MemberCategory::SocialFigure => "social figures",
        MemberCategory::Professional => "professionals",
        MemberCategory::PartyPioneer => "party pioneers",
        MemberCategory::FiveElders => "the five elders",
        MemberCategory::BuildingChief => "building-door chiefs",
        MemberCategory::GridWorker => "grid workers",
        MemberCategory::RetiredLegalWorker => "retired legal workers",
        MemberCategory::Unknown(_) => kind.term(language),
    };
    match language {
        Language::Chinese => kind.term(language).to_owned(),
        Language::English => several.to_owned(),
    }
}

crate::messages! {
    centre_title = "一站式中心", "The one-stop centre";
    centre(area: &str) = "黑庄户在核心区和副中心之间，乡级一站式中心{area}平方米，一处受理、多方化解。", "Heizhuanghu lies between the core of Beijing and its sub-centre. Its township centre has {area} m²: one place to come to, many who help.";
    rooms_title = "“温度+”调解室", "“Temperature+” rooms";
    rooms(rooms: &str) = "{rooms}间“温度+”调解室，开在村里、社区、派出所和重点企业。", "{rooms} “Temperature+” rooms, in villages, communities, police stations and key enterprises.";
    team_title = "向日葵暖心团", "The Sunflower team";
    team(name: &str, members: &str, kinds: &str) = "{name}有{members}人：{kinds}。", "The {name} has {members} members: {kinds}.";
    open_team = "打开这个团队", "Open the team";
    consultations_title = "有问必答", "Questions answered";
    consultations(n: &str) = "2022年以来，答复法律咨询{n}次。", "Since 2022, {n} legal consultations have been answered.";
    disputes_title = "化解在门口", "Settled on the doorstep";
    disputes(disputes: &str, people: &str, backlog: &str) = "2022年以来，“温度+”调解室调解纠纷{disputes}件，涉及{people}人，其中信访积案{backlog}件。", "Since 2022 the “Temperature+” rooms have mediated {disputes} disputes of {people} people; {backlog} were petition backlog cases.";
}

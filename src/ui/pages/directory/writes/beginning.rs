//! What begins something of the directory: its form, and the commands that what was typed becomes.

use super::super::kind::DirectoryKind;
use super::super::question::{Level, Question, Typed, Way};
use super::{agreement, group, mediator, organisation};
use crate::domain::id::StreamId;
use crate::domain::leaf::Identity;
use crate::domain::network::{
    ActivityForm, AgreementField, Command, Drawn, Enrolled, Formed, Founded, Held,
    OrganisationField, Proposed, Put, Signed,
};
use crate::law::divisions::Adcode;
use crate::locale::directory as say;
use crate::locale::network::fields as name;

const SIGNED: Question = Question::new(say::signed_on, Way::Day).hint(say::signed_hint);
const CORRIDOR: Question = Question::new(name::field_corridor, Way::Line).hint(say::corridor_hint);

/// What its form asks, with what stands in it at first: where the desk is, and its office.
#[must_use]
pub fn beginning(what: &DirectoryKind, county: Adcode, office: StreamId) -> Vec<(Question, Typed)> {
    let here = || Typed::Path(vec![county.number().to_string()]);
    let empty = |question: Question| (question, question.empty());
    match what {
        DirectoryKind::Organisation => vec![
            empty(organisation::KIND),
            empty(organisation::NAME),
            (organisation::REGION, here()),
            empty(organisation::PARENT),
            empty(organisation::CONTACT),
            empty(organisation::HOURS),
        ],
        DirectoryKind::Person => vec![
            empty(mediator::NAME),
            empty(mediator::SEX),
            empty(mediator::PHONE),
            empty(mediator::KIND),
            (mediator::ORGANISATION, Typed::streams([office])),
            empty(mediator::SPECIALITIES),
        ],
        DirectoryKind::Team => vec![
            empty(organisation::NAME),
            (group::OFFICE, Typed::streams([office])),
            (group::place(Level::Town), here()),
            empty(organisation::NAME_EN),
        ],
        DirectoryKind::MicroGrid => vec![
            empty(organisation::NAME),
            (group::place(Level::Village), here()),
            (group::OFFICE, Typed::streams([office])),
            empty(group::HOUSEHOLDS),
        ],
        DirectoryKind::Agreement => vec![
            empty(organisation::NAME),
            (agreement::COUNTIES, Typed::counties(&[county])),
            empty(agreement::PARTIES),
            empty(SIGNED),
            empty(CORRIDOR),
            empty(organisation::NAME_EN),
        ],
        DirectoryKind::Activity => vec![
            empty(agreement::FORM),
            empty(organisation::NAME),
            empty(agreement::DAY),
            (agreement::COUNTIES, Typed::counties(&[county])),
            empty(agreement::AGREEMENT),
            empty(agreement::ATTENDED),
            empty(organisation::NAME_EN),
        ],
        DirectoryKind::Unknown(_) => Vec::new(),
    }
}

/// What was typed as commands; none where something that it must have is missing.
#[must_use]
pub fn begin(
    what: &DirectoryKind,
    typed: &[Typed],
    today: crate::law::day::Day,
) -> Option<Vec<Command>> {
    let at = |place: usize| typed.get(place);
    let command = match what {
        DirectoryKind::Organisation => {
            let region = at(2)?.to_region()?;
            let founded = Founded {
                hours: at(5)?.words(),
                parent: at(3)?.stream(),
                town: region.town,
                village: region.village,
                ..Founded::new(at(0)?.one()?, at(1)?.words()?, region.county)
            };
            let mut commands = vec![Command::Found(founded)];
            if let Some(words) = at(4)?.words() {
                let contact = Put::words(OrganisationField::Contact, &words);
                commands.push(Command::Organisation(contact));
            }
            return Some(commands);
        }
        DirectoryKind::Person => Command::Enrol {
            enrolled: Enrolled {
                specialities: at(5)?.chosen(),
                ..Enrolled::new(at(3)?.one()?, at(4)?.stream()?)
            },
            identity: mediator::identity(Identity::default(), typed.get(..3)?)?,
        },
        DirectoryKind::Team => {
            let region = at(2)?.to_region()?;
            Command::Form(Formed {
                county: region.county,
                name: at(0)?.words()?,
                name_en: at(3)?.words(),
                organisation: at(1)?.stream(),
                town: region.town,
            })
        }
        DirectoryKind::MicroGrid => {
            let region = at(1)?.to_region()?;
            Command::Draw(Drawn {
                county: region.county,
                households: at(3)?.to_number(),
                name: at(0)?.words()?,
                organisation: at(2)?.stream(),
                town: region.town,
                village: region.village,
            })
        }
        DirectoryKind::Agreement => {
            let (name, counties) = (at(0)?.words()?, at(1)?.to_counties());
            let parties = at(2)?.all_streams();
            match at(3)?.to_day() {
                None => {
                    let proposed = Proposed {
                        counties,
                        day: today,
                        name,
                        parties,
                    };
                    let put = |field| Command::Agreement(Put::open(field));
                    let corridor = at(4)?.words();
                    let corridor = corridor.map(|text| put(AgreementField::Corridor(Some(text))));
                    let name_en = at(5)?.words();
                    let name_en = name_en.map(|text| put(AgreementField::NameEn(text)));
                    let first = [Command::Propose(proposed)].into_iter();
                    return Some(first.chain(corridor).chain(name_en).collect());
                }
                Some(day) => Command::Sign(Signed {
                    corridor: at(4)?.words(),
                    corridor_en: None,
                    counties,
                    day: Some(day),
                    name,
                    name_en: at(5)?.words().unwrap_or_default(),
                    parties,
                    year: u16::try_from(day.year()).ok()?,
                }),
            }
        }
        DirectoryKind::Activity => {
            let form: ActivityForm = at(0)?.one()?;
            Command::Hold(Held {
                agreement: at(4)?.stream(),
                attended: at(5)?.to_number(),
                counties: at(3)?.to_counties(),
                day: at(2)?.to_day()?,
                form,
                name: at(1)?.words()?,
                name_en: at(6)?.words().unwrap_or_default(),
                organisers: Vec::new(),
                representatives: None,
            })
        }
        DirectoryKind::Unknown(_) => return None,
    };
    Some(vec![command])
}

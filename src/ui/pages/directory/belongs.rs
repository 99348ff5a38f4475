//! Who and what belongs to it: the people and the offices of an organisation, the members of a team, the workers of a
//! micro-grid, what a person was trained in, and all that hangs on an agreement.

use leptos::prelude::*;

use super::asked::Known;
use super::change::{Doing, Teller};
use super::entry::Page;
use super::names::Called;
use super::page::route_of;
use crate::{
    domain::{
        id::{Label, StreamId},
        network::{
            About, Agreement, AgreementField, Area, BorderPair, Command, ContactPerson, GridWork,
            Held, JointCentre, Mediator, Membership, MicroGrid, MicroGridField, Pairing, Put, Slot,
            Team, TeamField,
        },
    },
    engine::protocol::ask,
    law::divisions::{Adcode, Town},
    locale::{
        Language, dates,
        directory::{self as say, held as words},
        network::fields,
        places,
        terms::Term,
    },
    ui::{
        data::live,
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{Button, ButtonKind, ButtonLink, ButtonSize, Card},
        route::Route,
    },
    views::{answers::NetworkPage, query::Query},
};

type Words = fn(Language) -> &'static str;

/// One thing of a list.
#[derive(Clone, PartialEq)]
struct One {
    text: String,
    below: String,
    href: Option<String>,
    /// What takes it out of the list.
    away: Option<Command>,
}

/// A list, and what adds to it.
#[derive(Clone)]
struct List {
    title: Words,
    all: Vec<One>,
    add: Option<(Words, Slot)>,
}

/// A slot of those that are many, for the form that adds one.
const NOBODY: StreamId = StreamId::new(crate::domain::id::StreamKind::MEDIATOR, [0; 16]);

#[component]
pub(super) fn Belongs(
    stream: StreamId,
    page: Page,
    known: Known,
    called: Called,
    doing: RwSignal<Option<Doing>>,
) -> impl IntoView {
    let (language, teller) = (use_language(), Teller::of(page));
    let lists = move || {
        let page = page.get()?;
        Some(lists(language.get(), &page, known, called))
    };
    let one = move |one: One| {
        let label = one.text.clone();
        let away = one.away.map(|command| {
            view! {
                <Button
                    kind=ButtonKind::Quiet size=ButtonSize::Small icon=Icon::X busy=teller.busy
                    label=t(move |l| say::remove(l, &label)) on_press=move || teller.tell(command.clone(), say::saved)
                />
            }
        });
        let words = view! {
            <span class="grow">
                <span class="place-name">{one.text}</span>
                {(!one.below.is_empty()).then(|| view! { <span class="small muted">{one.below}</span> })}
            </span>
        };
        let inner = match one.href {
            Some(href) => view! { <a class="grow row directory-one" href=href>{words}<Icon name=Icon::ChevronRight size=IconSize::Small/></a> }.into_any(),
            None => words.into_any(),
        };
        view! { <li>{inner}{away}</li> }
    };
    let list = move |list: List| {
        let title = list.title;
        let empty = list.all.is_empty();
        view! {
            <Card title=t(title)>
                {empty.then(|| view! { <p class="small muted">{t(say::none_yet)}</p> })}
                <ul class="network-lines">{list.all.into_iter().map(one).collect_view()}</ul>
                {list.add.map(|(label, slot)| view! {
                    <Button icon=Icon::Plus on_press=move || doing.set(Some(Doing::Write(slot)))>{t(label)}</Button>
                })}
            </Card>
        }
    };
    let cases = Memo::new(move |_| page.with(|page| cases_of(stream, &page.as_ref()?.about)));
    let cases = move || {
        let (query, words) = cases.get()?;
        Some(view! { <Cases query=query words=words/> })
    };
    view! {
        {cases}
        {move || lists().into_iter().flatten().map(list).collect_view()}
    }
}

/// The cases that an office handles, or that are mediated under an agreement.
fn cases_of(stream: StreamId, about: &About) -> Option<(Query, Words)> {
    let none = Query::default();
    match about {
        About::Organisation(..) => {
            let organisation = Some(stream);
            Some((
                Query {
                    organisation,
                    ..none
                },
                say::all_cases,
            ))
        }
        About::Agreement(_) => {
            let agreement = Some(stream);
            Some((Query { agreement, ..none }, say::cases_under))
        }
        _ => None,
    }
}

/// The way to them, and how many they are.
#[component]
fn Cases(query: Query, words: Words) -> impl IntoView {
    let href = Route::Register(query.clone()).href();
    let counts = live(move || ask::Counts {
        query: query.clone(),
        search: String::new(),
    });
    let many = Memo::new(move |_| {
        counts.with(|counts| {
            let counts = counts.as_ref()?.as_ref().ok()?;
            Some(
                counts
                    .counties
                    .iter()
                    .map(|(_, cases)| cases)
                    .sum::<usize>(),
            )
        })
    });
    let label = t(move |l| match many.get() {
        Some(many) => say::so_many(l, words(l), many),
        None => words(l).to_owned(),
    });
    view! { <ButtonLink icon=Icon::BookOpenText href=href>{label}</ButtonLink> }
}

fn lists(l: Language, page: &NetworkPage, known: Known, called: Called) -> Vec<List> {
    let name = |id: StreamId| called.stream(l, id);
    let person = |id: StreamId, below: String, away: Option<Command>| One {
        text: name(id),
        below,
        href: Some(route_of(id).href()),
        away,
    };
    match &page.about {
        About::Organisation(..) => {
            let Some(known) = known.get() else {
                return Vec::new();
            };
            let serving = known
                .mediators
                .iter()
                .filter(|one| one.organisation == page.id);
            let serving = serving.filter(|one| one.ended.is_none());
            let people = serving.map(|one| person(one.id, one.kind.term(l).to_owned(), None));
            let below = known
                .organisations
                .iter()
                .filter(|line| line.organisation.parent == Some(page.id) && line.ended.is_none());
            let below =
                below.map(|line| person(line.id, line.organisation.kind.term(l).to_owned(), None));
            let (people, below): (Vec<One>, Vec<One>) = (people.collect(), below.collect());
            let mut lists = vec![List {
                title: say::colleagues,
                all: people,
                add: None,
            }];
            let teams = known
                .teams
                .iter()
                .filter(|(_, team)| team.now.organisation == Some(page.id) && team.ended.is_none());
            let teams = teams.map(|(id, _)| person(*id, String::new(), None));
            let grids = known
                .micro_grids
                .iter()
                .filter(|(_, grid)| grid.now.organisation == Some(page.id) && grid.ended.is_none());
            let grids = grids.map(|(id, _)| person(*id, String::new(), None));
            for (title, all) in [
                (say::below as Words, below),
                (say::teams, teams.collect()),
                (say::grids, grids.collect()),
            ] {
                if !all.is_empty() {
                    let add = None;
                    lists.push(List { title, all, add });
                }
            }
            lists
        }
        About::Mediator(enrolled, sheet) => {
            let now = Mediator::of(enrolled, sheet);
            let training = |one: &crate::domain::network::Training| One {
                text: one.name.clone(),
                below: match one.hours {
                    Some(hours) => format!(
                        "{} · {}",
                        dates::short_day(l, one.day, page.today),
                        fields::hours_of(l, hours)
                    ),
                    None => dates::short_day(l, one.day, page.today),
                },
                href: None,
                away: None,
            };
            let mut lists = vec![List {
                title: say::trainings,
                all: now.trainings.iter().map(training).collect(),
                add: Some((say::add_training, Slot::Training(Label::default()))),
            }];
            let known = known.get();
            let teams = known.iter().flat_map(|known| &known.teams);
            let mine = teams.filter_map(|(id, team)| {
                let (_, category) = team.members.iter().find(|(one, _)| *one == page.id)?;
                Some(person(*id, category.term(l).to_owned(), None))
            });
            let mine: Vec<One> = mine.collect();
            if !mine.is_empty() {
                lists.push(List {
                    title: say::in_team,
                    all: mine,
                    add: None,
                });
            }
            lists
        }
        About::Team(formed, sheet) => {
            let now = Team::of(formed, sheet);
            let member = |(id, category): &(StreamId, crate::law::person::MemberCategory)| {
                let away = Membership {
                    category: None,
                    mediator: *id,
                };
                let away = Command::Team(Put::open(TeamField::Member(away)));
                person(*id, category.term(l).to_owned(), Some(away))
            };
            let mut members: Vec<_> = now.members.clone();
            members.sort_by(|one, other| one.1.cmp(&other.1));
            vec![List {
                title: say::members,
                all: members.iter().map(member).collect(),
                add: Some((say::add_member, Slot::Member(NOBODY))),
            }]
        }
        About::MicroGrid(drawn, sheet) => {
            let now = MicroGrid::of(drawn, sheet);
            let worker = |id: &StreamId| {
                let away = GridWork {
                    mediator: *id,
                    serves: false,
                };
                let away = Command::MicroGrid(Put::open(MicroGridField::Worker(away)));
                person(*id, String::new(), Some(away))
            };
            vec![List {
                title: say::workers,
                all: now.workers.iter().map(worker).collect(),
                add: Some((say::add_worker, Slot::Worker(NOBODY))),
            }]
        }
        About::Agreement(told) => of_agreement(l, page, &Agreement::of(told), known, called),
        About::Activity(held, _) => of_activity(l, held, called),
        About::Nothing | About::Consultation(_) | About::WorkOrder(..) => Vec::new(),
    }
}

/// Who called it together, the sponsor first, and how many shared a practice.
fn of_activity(l: Language, held: &Held, called: Called) -> Vec<List> {
    let organiser = |(nth, id): (usize, &StreamId)| One {
        text: called.stream(l, *id),
        below: match nth {
            0 => words::sponsor(l),
            _ => words::co_organiser(l),
        }
        .to_owned(),
        href: Some(route_of(*id).href()),
        away: None,
    };
    let spoke = |people| One {
        text: words::spoke(l, people),
        below: String::new(),
        href: None,
        away: None,
    };
    let list = |title: Words, all: Vec<One>| List {
        title,
        all,
        add: None,
    };
    let organisers = held.organisers.iter().enumerate().map(organiser);
    let mut lists = vec![
        list(words::organisers, organisers.collect()),
        list(
            words::representatives,
            held.representatives.map(spoke).into_iter().collect(),
        ),
    ];
    lists.retain(|list| !list.all.is_empty());
    lists
}

fn of_agreement(
    l: Language,
    page: &NetworkPage,
    now: &Agreement,
    known: Known,
    called: Called,
) -> Vec<List> {
    let put = |field| Some(Command::Agreement(Put::open(field)));
    let area = |area: Area| {
        let place = places::county(l, area.county());
        let name = called.read(l, page.today, |named| match area {
            Area::Town(town) => (named.town)(town),
            Area::Village(village) => (named.village)(village),
        });
        format!("{place} {name}")
    };
    let pair = |pair: &BorderPair| One {
        text: fields::pair_of(l, &area(pair.one), &area(pair.other)),
        below: String::new(),
        href: None,
        away: put(AgreementField::Pair(Pairing {
            one: pair.one,
            other: pair.other,
            paired: false,
        })),
    };
    let contact = |(county, id): &(Adcode, StreamId)| One {
        text: called.stream(l, *id),
        below: places::county(l, *county),
        href: Some(route_of(*id).href()),
        away: put(AgreementField::ContactPerson(ContactPerson {
            county: *county,
            mediator: None,
        })),
    };
    let centre = |id: &StreamId| One {
        text: called.stream(l, *id),
        below: String::new(),
        href: Some(route_of(*id).href()),
        away: put(AgreementField::Centre(JointCentre {
            joint: false,
            organisation: *id,
        })),
    };
    let document = |one: &crate::domain::network::Document| One {
        text: one.name.clone(),
        below: dates::short_day(l, one.day, page.today),
        href: None,
        away: None,
    };
    let known = known.get();
    let held = known.iter().flat_map(|known| &known.activities);
    let mut held: Vec<_> = held
        .filter(|(_, one)| one.now.agreement == Some(page.id))
        .collect();
    held.sort_by_key(|(id, one)| (std::cmp::Reverse(one.now.day), *id));
    let held = held.into_iter().map(|(id, one)| One {
        text: called.stream(l, *id),
        below: format!(
            "{} · {}",
            one.now.form.term(l),
            dates::short_day(l, one.now.day, page.today)
        ),
        href: Some(route_of(*id).href()),
        away: None,
    });
    let nowhere = Town::new(110_000_000).map(Area::Town);
    let nowhere = nowhere.map(|area| Slot::Pair(BorderPair::of(area, area)));
    let side = now
        .counties
        .first()
        .map(|county| Slot::ContactPerson(*county));
    vec![
        List {
            title: say::pairs,
            all: now.pairs.iter().map(pair).collect(),
            add: nowhere.map(|slot| (say::add_pair as Words, slot)),
        },
        List {
            title: say::contacts,
            all: now.contacts.iter().map(contact).collect(),
            add: side.map(|slot| (say::add_contact as Words, slot)),
        },
        List {
            title: say::centres,
            all: now.centres.iter().map(centre).collect(),
            add: Some((say::add_centre, Slot::Centre(NOBODY))),
        },
        List {
            title: say::documents,
            all: now.documents.iter().map(document).collect(),
            add: Some((say::add_document, Slot::Document(Label::default()))),
        },
        List {
            title: say::held_under,
            all: held.collect(),
            add: None,
        },
    ]
}

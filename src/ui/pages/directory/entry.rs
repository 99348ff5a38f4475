//! The page of an organisation, a person, a team, a micro-grid, an agreement or an activity: what stands of it field by
//! field, what desks disagree about, who and what belongs to it, and what has happened.

use std::sync::Arc;

use leptos::prelude::*;

use super::belongs::Belongs;
use super::change::{ChangeSheet, Doing, Stands};
use super::disputes::Disputes;
use super::kind::DirectoryKind;
use super::names::Called;
use super::page::known;
use super::story::Story;
use super::writes::slots;
use crate::{
    domain::{
        id::StreamId,
        network::{
            About, Activity, Agreement, AgreementState, Area, MediatorField, MicroGrid,
            Organisation, Put, Slot, Team,
        },
    },
    engine::protocol::ask,
    law::divisions::Adcode,
    locale::{
        Language, directory as say,
        network::fields::{self, Named, Spoken},
        terms::Term,
    },
    ui::{
        data::live,
        icon::{Icon, IconSize},
        language::{t, use_language},
        pages::answered::CannotOpen,
        parts::{Button, ButtonLink, Card, Chip, DefinitionList, EmptyState, Fact, Skeleton, Tone},
        route::{NetworkView, Route},
        shell::{HeadLook, PageHead},
        trouble::trouble,
    },
    views::answers::NetworkPage,
};

/// The page as it came; the parts of it are read by those who show them.
pub(super) type Page = Signal<Option<Arc<NetworkPage>>>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Showing {
    Coming,
    Trouble,
    Missing,
    There,
}

#[component]
pub fn Entry(stream: StreamId) -> impl IntoView {
    let language = use_language();
    let answer = live(move || ask::Entry { stream });
    let page: Page = Signal::derive(move || {
        let page = answer.get().and_then(Result::ok)?;
        (*page).clone().map(Arc::new)
    });
    let showing = Memo::new(move |_| {
        answer.with(|answer| match answer {
            None => Showing::Coming,
            Some(Err(_)) => Showing::Trouble,
            Some(Ok(page)) if page.is_none() => Showing::Missing,
            Some(Ok(_)) => Showing::There,
        })
    });
    let back = move || Route::Directory(DirectoryKind::of(stream.kind));
    move || {
        match showing.get() {
        Showing::Coming => view! {
            <PageHead title=t(|_| "…") look=HeadLook::Compact back=back()/>
            <div class="page"><Skeleton rows=5/></div>
        }
        .into_any(),
        Showing::Trouble => {
            let why = move || answer.get().and_then(Result::err).map(|why| trouble(language.get(), &why));
            view! {
                <PageHead title=t(say::title) look=HeadLook::Compact back=back()/>
                <div class="page"><CannotOpen why=Signal::derive(move || why().unwrap_or_default())/></div>
            }
            .into_any()
        }
        Showing::Missing => view! {
            <PageHead title=t(say::missing_title) look=HeadLook::Compact back=back()/>
            <div class="page">
                <EmptyState icon=Icon::SearchX title=t(say::missing_title) purpose=t(say::missing_why) action=move || view! {
                    <ButtonLink href=back().href()>{t(say::to_directory)}</ButtonLink>
                }/>
            </div>
        }
        .into_any(),
        Showing::There => view! { <There stream=stream page=page/> }.into_any(),
    }
    }
}

#[component]
fn There(stream: StreamId, page: Page) -> impl IntoView {
    let known = known();
    let counties = Memo::new(move |_| {
        page.with(|page| {
            page.as_ref()
                .map(|page| counties_of(&page.about))
                .unwrap_or_default()
        })
    });
    let with_villages = Memo::new(move |_| {
        page.with(|page| {
            page.as_ref()
                .is_some_and(|page| names_villages(&page.about))
        })
    });
    let called = Called::new(known, move || counties.get(), move || with_villages.get());
    let doing = RwSignal::new(None::<Doing>);
    let stands = Signal::derive(move || {
        page.with(|page| {
            let page = page.as_ref()?;
            Some(Stands {
                id: page.id,
                about: page.about.clone(),
                heads: page.heads.clone(),
            })
        })
    });
    let title = t(move |l| {
        let name = page.with(|page| name_of(&page.as_ref()?.about));
        name.unwrap_or_else(|| say::nameless(l).to_owned())
    });
    let kicker = t(move |l| {
        page.with(|page| {
            page.as_ref()
                .map(|page| below(l, page, &called))
                .unwrap_or_default()
        })
    });
    let gone = Memo::new(move |_| {
        page.with(|page| page.as_ref().is_some_and(|page| page.about.is_nothing()))
    });
    let back = Route::Directory(DirectoryKind::of(stream.kind));
    view! {
        <PageHead title=title state=kicker look=HeadLook::Compact back=back/>
        <div class="page directory-entry">
            {move || gone.get().then(|| view! { <Chip tone=Tone::Maple icon=Icon::Undo2>{t(say::gone)}</Chip> })}
            <Disputes page=page called=called/>
            <Show when=move || !gone.get()>
                <Actions page=page doing=doing/>
                <Facts page=page called=called doing=doing/>
                <Belongs stream=stream page=page known=known called=called doing=doing/>
            </Show>
            <Story page=page called=called/>
        </div>
        <ChangeSheet stands=stands doing=doing known=known/>
    }
}

/// What can be done beside writing fields.
#[component]
fn Actions(page: Page, doing: RwSignal<Option<Doing>>) -> impl IntoView {
    let agreement = Memo::new(move |_| {
        page.with(|page| match &page.as_ref()?.about {
            About::Agreement(told) => Some((
                page.as_ref()?.id,
                Agreement::of(told).state(page.as_ref()?.today),
            )),
            _ => None,
        })
    });
    move || {
        agreement.get().map(|(id, state)| {
            let map = Route::Network(NetworkView {
                corridor: Some(id),
                ..NetworkView::default()
            });
            let can_renew = matches!(
                state,
                AgreementState::InForce | AgreementState::Renewed | AgreementState::Expired
            );
            view! {
                <div class="row wrap">
                    <Chip tone=state_tone(&state)>{t(move |l| state.term(l).to_owned())}</Chip>
                    {(agreement.get_untracked().is_some_and(|(_, state)| state == AgreementState::Proposed)).then(|| view! {
                        <Button icon=Icon::Check on_press=move || doing.set(Some(Doing::Sign))>{t(say::sign)}</Button>
                    })}
                    {can_renew.then(|| view! {
                        <Button on_press=move || doing.set(Some(Doing::Renew))>{t(say::renew)}</Button>
                    })}
                    <ButtonLink icon=Icon::Map href=map.href()>{t(say::see_on_map)}</ButtonLink>
                </div>
            }
        })
    }
}

fn state_tone(state: &AgreementState) -> Tone {
    match state {
        AgreementState::InForce | AgreementState::Renewed => Tone::Pine,
        AgreementState::Proposed | AgreementState::Signed | AgreementState::Expired => Tone::Sun,
        AgreementState::Ended | AgreementState::Unknown(_) => Tone::Plain,
    }
}

/// The fields that have something, each with a way to write it anew, and those that are still to be filled in.
#[component]
fn Facts(page: Page, called: Called, doing: RwSignal<Option<Doing>>) -> impl IntoView {
    let language = use_language();
    let rows = Memo::new(move |_| {
        let l = language.get();
        page.with(|page| {
            let page = page.as_ref()?;
            Some(called.read(l, page.today, |named| {
                let row = |slot: &Slot| (*slot, value(l, &page.about, *slot, named));
                slots(&page.about).iter().map(row).collect::<Vec<_>>()
            }))
        })
    });
    let filled = move |(slot, text): (Slot, String)| {
        let change = t(move |l| say::change_field(l, fields::name(l, slot)));
        view! {
            <Fact name=t(move |l| fields::name(l, slot).to_owned())>
                <span class="row between">
                    <span class="words">{text}</span>
                    <button type="button" class="link" aria-label=move || change.get() on:click=move |_| doing.set(Some(Doing::Write(slot)))>
                        {t(say::change)}
                    </button>
                </span>
            </Fact>
        }
    };
    let empty = move |slot: Slot| {
        let label = t(move |l| say::add_field(l, fields::name(l, slot)));
        view! {
            <button type="button" class="chip pick" aria-label=move || label.get() on:click=move |_| doing.set(Some(Doing::Write(slot)))>
                <Icon name=Icon::Plus size=IconSize::Small/>{t(move |l| fields::name(l, slot).to_owned())}
            </button>
        }
    };
    let shown = move || {
        let rows = rows.get().unwrap_or_default().into_iter();
        let there = rows.filter_map(|(slot, text)| Some((slot, text?)));
        there.map(filled).collect_view()
    };
    let missing = Memo::new(move |_| {
        rows.with(|rows| {
            let rows = rows.iter().flatten();
            rows.filter(|(_, text)| text.is_none())
                .map(|(slot, _)| *slot)
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Card title=t(say::facts)>
            <DefinitionList>{shown}</DefinitionList>
            {move || (!missing.with(Vec::is_empty)).then(|| view! {
                <p class="tiny">{t(say::not_filled)}</p>
                <div class="row wrap">{missing.get().into_iter().map(empty).collect_view()}</div>
            })}
        </Card>
    }
}

/// What stands in a field, in words; none where nothing was written or what was written is that there is nothing.
fn value(l: Language, about: &About, slot: Slot, named: &Named<'_>) -> Option<String> {
    fn said<F: Spoken>(
        l: Language,
        sheet: &crate::domain::network::Sheet<F>,
        slot: Slot,
        named: &Named<'_>,
    ) -> Option<String> {
        if sheet.is_left_out(slot) {
            return Some(fields::left_out(l).to_owned());
        }
        let put: &Put<F> = sheet.get(slot)?;
        let text = fields::said(l, put, named);
        (text != fields::nothing(l)).then_some(text)
    }
    let text = match about {
        About::Organisation(_, sheet) => said(l, sheet, slot, named),
        About::Mediator(_, sheet) => said::<MediatorField>(l, sheet, slot, named),
        About::Team(_, sheet) => said(l, sheet, slot, named),
        About::MicroGrid(_, sheet) => said(l, sheet, slot, named),
        About::Agreement(told) => said(l, &told.sheet, slot, named),
        About::Activity(_, sheet) => said(l, sheet, slot, named),
        About::Nothing | About::Consultation(_) | About::WorkOrder(..) => None,
    };
    // That it goes on is no news.
    text.filter(|text| slot != Slot::Ended || text != fields::goes_on(l))
}

/// The counties whose townships the page names.
fn counties_of(about: &About) -> Vec<Adcode> {
    match about {
        About::Organisation(founded, sheet) => vec![Organisation::of(founded, sheet).now.county],
        About::Team(formed, sheet) => vec![Team::of(formed, sheet).now.county],
        About::MicroGrid(drawn, sheet) => vec![MicroGrid::of(drawn, sheet).now.county],
        About::Agreement(told) => Agreement::of(told).counties,
        _ => Vec::new(),
    }
}

/// Whether a village stands on the page.
fn names_villages(about: &About) -> bool {
    match about {
        About::Organisation(founded, sheet) => {
            Organisation::of(founded, sheet).now.village.is_some()
        }
        About::MicroGrid(drawn, sheet) => MicroGrid::of(drawn, sheet).now.village.is_some(),
        About::Agreement(told) => {
            let pairs = Agreement::of(told).pairs;
            pairs
                .iter()
                .any(|pair| matches!(pair.one, Area::Village(_)))
        }
        _ => false,
    }
}

fn name_of(about: &About) -> Option<String> {
    match about {
        About::Organisation(founded, sheet) => Some(Organisation::of(founded, sheet).now.name),
        About::Mediator(_, sheet) => sheet.person().map(|identity| identity.name.clone()),
        About::Team(formed, sheet) => Some(Team::of(formed, sheet).now.name),
        About::MicroGrid(drawn, sheet) => Some(MicroGrid::of(drawn, sheet).now.name),
        About::Agreement(told) => Some(Agreement::of(told).name),
        About::Activity(held, sheet) => Some(Activity::of(held, sheet).now.name),
        About::Nothing | About::Consultation(_) | About::WorkOrder(..) => None,
    }
}

/// The line below the name: what it is and where.
fn below(l: Language, page: &NetworkPage, called: &Called) -> String {
    called.read(l, page.today, |named| match &page.about {
        About::Organisation(founded, sheet) => {
            let now = Organisation::of(founded, sheet).now;
            format!("{} · {}", now.kind.term(l), named.region(l, now.region()))
        }
        About::Mediator(enrolled, sheet) => {
            let now = crate::domain::network::Mediator::of(enrolled, sheet).now;
            format!(
                "{} · {}",
                now.kind.term(l),
                (named.stream)(now.organisation)
            )
        }
        about => DirectoryKind::of(page.id.kind)
            .filter(|_| !about.is_nothing())
            .map_or_else(String::new, |kind| kind.name(l).to_owned()),
    })
}

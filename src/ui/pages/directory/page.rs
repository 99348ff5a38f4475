//! The directory's lists: one tab a kind, a search, and what begins another.

use leptos::prelude::*;

use super::asked::Known;
use super::kind::DirectoryKind;
use super::lines::{Line, Narrowed, found, kinds, lines};
use super::new::title as add_title;
use crate::{
    domain::id::StreamId,
    engine::protocol::ask,
    locale::{directory as say, numbers, terms::Term},
    ui::{
        data::{live, today, use_about},
        icon::{Icon, IconSize},
        language::{t, use_language},
        pages::answered::answered,
        parts::{
            ButtonKind, ButtonLink, Chip, EmptyState, FilterChip, MenuButton, MenuItem, SearchBox,
            Tone, VirtualList,
        },
        route::{Route, replace},
        shell::PageHead,
    },
};

/// The height of a line in rem.
const ROW: f64 = 4.25;

/// What is on record, kept up.
pub(super) fn known() -> Known {
    let answer = live(|| ask::Network {});
    Signal::derive(move || answer.get().and_then(Result::ok))
}

/// The page of a stream.
pub(super) fn route_of(stream: StreamId) -> Route {
    match DirectoryKind::of(stream.kind) {
        Some(kind) => Route::Entry {
            kind,
            id: stream.short(),
        },
        None => Route::Directory(None),
    }
}

#[component]
pub fn Directory(shown: Signal<Option<DirectoryKind>>) -> impl IntoView {
    let language = use_language();
    let day = today();
    let answer = live(|| ask::Network {});
    let what = Memo::new(move |_| shown.get().unwrap_or(DirectoryKind::Organisation));
    let word = RwSignal::new(String::new());
    let kind = RwSignal::new(None);
    let (near, with_ended) = (RwSignal::new(false), RwSignal::new(false));
    let about = use_about();
    let own = Memo::new(move |_| about.with(|about| Some(about.as_ref()?.desk.as_ref()?.county)));
    // Another list has other kinds.
    Effect::new(move |before: Option<DirectoryKind>| {
        let now = what.get();
        if before.is_some_and(|before| before != now) {
            kind.set(None);
        }
        now
    });
    let all = Memo::new(move |_| {
        let known = answer.get().and_then(Result::ok);
        known.map_or_else(Vec::new, |known| {
            lines(language.get(), &known, &what.get(), day.get())
        })
    });
    let here = Memo::new(move |_| {
        let asked = Narrowed {
            word: word.get(),
            county: near.get().then(|| own.get()).flatten(),
            kind: kind.get(),
            ended: with_ended.get(),
        };
        all.with(|all| found(all, &asked))
    });
    let count = Signal::derive(move || here.with(Vec::len));
    let state = t(move |l| {
        let number = |count: usize| numbers::count(i64::try_from(count).unwrap_or(i64::MAX));
        let (all, shown) = (number(all.with(Vec::len)), number(count.get()));
        match all == shown {
            true => say::all_of(l, &all),
            false => say::shown(l, &shown, &all),
        }
    });
    let tab = move |one: &DirectoryKind| {
        let (mine, named, to) = (one.clone(), one.clone(), one.clone());
        let on = Memo::new(move |_| what.get() == mine);
        let press = move || replace(&Route::Directory(Some(to.clone())));
        view! { <FilterChip label=t(move |l| named.name(l).to_owned()) on=on on_press=press/> }
    };
    let add = move || {
        let what = what.get();
        let label = what.clone();
        view! {
            <ButtonLink kind=ButtonKind::Main icon=Icon::Plus href=Route::DirectoryNew(what).href()>
                {t(move |l| add_title(l, &label).to_owned())}
            </ButtonLink>
        }
    };
    let row = Callback::from(move |place: usize| {
        let line = Memo::new(move |_| {
            let at = here.with(|here| here.get(place).copied())?;
            all.with(|all| all.get(at).cloned())
        });
        (move || line.get().map(row)).into_any()
    });
    let clear = move || {
        word.set(String::new());
        kind.set(None);
        near.set(false);
    };
    let body = move || {
        let name = t(move |l| {
            let count = numbers::count(i64::try_from(count.get()).unwrap_or(i64::MAX));
            say::list_name(l, what.get().name(l), &count)
        });
        view! {
            <Show
                when=move || count.get() != 0
                fallback=move || view! { <Nothing is_empty=Signal::derive(move || all.with(Vec::is_empty)) clear=clear what=what/> }
            >
                <VirtualList label=name count=count row_rem=ROW row=row remember="directory"/>
            </Show>
        }
    };
    view! {
        <PageHead title=t(say::title) state=state>
            <div class="slide" role="group" aria-label=t(say::tabs)>
                {DirectoryKind::ALL.iter().map(tab).collect_view()}
            </div>
            <div class="directory-find">
                <div class="grow"><SearchBox value=word placeholder=t(say::search)/></div>
                {move || (what.get() == DirectoryKind::Organisation).then(|| view! { <Kinds all=all kind=kind/> })}
                <FilterChip label=t(say::near) on=near on_press=move || near.update(|near| *near = !*near)/>
                <FilterChip label=t(say::ended) on=with_ended on_press=move || with_ended.update(|with| *with = !*with)/>
                {add}
                <ButtonLink icon=Icon::FileSpreadsheet href=Route::NetworkSheet.href()>{t(say::from_sheet)}</ButtonLink>
            </div>
        </PageHead>
        <div class="directory-rows">{answered(answer, body)}</div>
    }
}

#[component]
fn Kinds(
    all: Memo<Vec<Line>>,
    kind: RwSignal<Option<crate::law::organisation::OrganisationKind>>,
) -> impl IntoView {
    let language = use_language();
    let items = Signal::derive(move || {
        let l = language.get();
        let none = MenuItem::new(
            say::every_kind(l).to_owned(),
            Callback::new(move |()| kind.set(None)),
        );
        let mut items = vec![none.chosen(kind.with(Option::is_none))];
        for (one, count) in all.with(|all| kinds(all)) {
            let label = format!("{} {count}", one.term(l));
            let chosen = kind.with(|kind| kind.as_ref() == Some(&one));
            let press = Callback::new(move |()| kind.set(Some(one.clone())));
            items.push(MenuItem::new(label, press).chosen(chosen));
        }
        items
    });
    let label = t(move |l| {
        kind.with(|kind| {
            kind.as_ref()
                .map_or(say::kinds(l), |kind| kind.term(l))
                .to_owned()
        })
    });
    view! {
        <MenuButton items=items label=t(say::kinds)>{move || label.get()}</MenuButton>
    }
}

fn row(line: Line) -> impl IntoView {
    let href = route_of(line.id).href();
    view! {
        <a class="item directory-line" href=href>
            <span class="grow">
                <span class="place-name cut" class:muted=line.ended>{line.name}</span>
                <span class="small muted cut">{line.below}</span>
            </span>
            {line.disputed.then(|| view! { <Chip tone=Tone::Sun icon=Icon::GitMerge>{t(say::disputed)}</Chip> })}
            {line.ended.then(|| view! { <Chip>{t(say::ended)}</Chip> })}
            <span class="small muted num">{line.end}</span>
            <Icon name=Icon::ChevronRight size=IconSize::Small/>
        </a>
    }
}

#[component]
fn Nothing(
    is_empty: Signal<bool>,
    clear: impl Fn() + Copy + Send + Sync + 'static,
    what: Memo<DirectoryKind>,
) -> impl IntoView {
    move || {
        match is_empty.get() {
        true => {
            let kind = what.get();
            let named = kind.clone();
            let act = move || {
                let (kind, named) = (kind.clone(), named.clone());
                view! {
                    <ButtonLink kind=ButtonKind::Main icon=Icon::Plus href=Route::DirectoryNew(kind).href()>
                        {t(move |l| add_title(l, &named).to_owned())}
                    </ButtonLink>
                }
            };
            view! {
                <div class="page"><EmptyState icon=Icon::Building2 title=t(say::nobody_title) purpose=t(say::nobody_why) action=act/></div>
            }
            .into_any()
        }
        false => view! {
            <div class="page">
                <EmptyState icon=Icon::SearchX title=t(say::nothing_fits) purpose=t(say::nothing_fits_why) action=move || view! {
                    <crate::ui::parts::Button on_press=clear>{t(say::clear)}</crate::ui::parts::Button>
                }/>
            </div>
        }
        .into_any(),
    }
    }
}

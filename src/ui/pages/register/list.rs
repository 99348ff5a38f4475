//! The list: a head with search, chips and order, and the rows, of which only the stretch in sight is
//! asked for.

use std::{ops::Range, sync::Arc};

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    bar::{Chips, OrderBar},
    chips::cleared,
    row::CaseLine,
    state::{RegisterSearch, use_register},
};
use crate::{
    domain::id::StreamId,
    engine::protocol::ask,
    locale::{numbers, register as say},
    ui::{
        data::live,
        icon::Icon,
        language::{t, use_language},
        pages::answered::answered,
        parts::{Button, ButtonKind, ButtonLink, EmptyState, VirtualList},
        route::{Route, navigate},
        shell::PageHead,
    },
    views::{answers::RegisterPage, query::Query},
};

/// Rows are asked for in stretches that begin at multiples of this, so that a scrolling thumb meets
/// few questions.
const STRETCH: usize = 64;
/// The height of a row, in rem: three lines and their air.
const ROW: f64 = 6.0;

/// The answer on show; none until the first has come.
pub(super) type Page = Signal<Option<Arc<RegisterPage>>>;

#[component]
pub fn RegisterList(
    #[prop(into)] query: Signal<Query>,
    /// The case beside the list; with one the list's heading is not the page's.
    #[prop(optional, into)]
    selected: Signal<Option<StreamId>>,
) -> impl IntoView {
    let language = use_language();
    let search = use_register().search;
    let seen = RwSignal::new(0..0_usize);
    let start =
        Memo::new(move |_| (seen.with(|seen| seen.start) / STRETCH).saturating_sub(1) * STRETCH);
    let answer = live(move || ask::Register {
        query: query.get(),
        search: search.get(),
        from: start.get(),
        count: 4 * STRETCH,
    });
    let page: Page = Signal::derive(move || answer.get().and_then(Result::ok));
    let found = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |page| page.found)));
    let all = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |page| page.all)));
    let row = Callback::new(move |(index,): (usize,)| list_row(page, selected, index));

    let root = NodeRef::<html::Div>::new();
    // Another question is read from its beginning.
    Effect::new(move |before: Option<()>| {
        query.track();
        search.track();
        if before.is_some()
            && let Some(root) = root.get_untracked()
            && let Ok(Some(list)) = root
                .unchecked_ref::<web_sys::Element>()
                .query_selector(".vlist")
        {
            list.set_scroll_top(0);
        }
    });

    let state = t(move |l| {
        let (all, found) = (count(all.get()), count(found.get()));
        if all == found {
            say::all(l, all)
        } else {
            say::shown(l, all, found)
        }
    });
    let beside = Memo::new(move |_| selected.with(Option::is_some));
    let head = move || {
        let below = move || {
            view! {
                <div class="register-find">
                    <div class="register-search"><RegisterSearch/></div>
                    <Chips query=query/>
                </div>
            }
        };
        if beside.get() {
            view! {
                <header class="head">
                    <div class="head-row">
                        <div class="head-words">
                            <h2>{t(say::title)}</h2>
                            <p class="small muted state">{move || state.get()}</p>
                        </div>
                    </div>
                    {below()}
                </header>
            }
            .into_any()
        } else {
            view! { <PageHead title=t(say::title) state=state>{below()}</PageHead> }.into_any()
        }
    };
    let body = move || {
        let label = Signal::derive(move || say::list_name(language.get(), count(found.get())));
        view! {
            <Show when=move || found.get() != 0 fallback=move || view! { <Nothing query=query all=all.into()/> }>
                <VirtualList
                    label=label count=found row_rem=ROW row=row remember="register"
                    on_range=Callback::new(move |(range,): (Range<usize>,)| seen.set(range))
                />
            </Show>
        }
    };
    view! {
        {head}
        <OrderBar query=query/>
        <VoidedToo query=query page=page/>
        <div class="register-rows" node_ref=root>{answered(answer, body)}</div>
    }
}

fn count(number: usize) -> String {
    numbers::count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The row at a place: what the answer on show has of it, or its shape while it comes.
fn list_row(page: Page, selected: Signal<Option<StreamId>>, index: usize) -> AnyView {
    let here = Memo::new(move |_| {
        page.with(|page| {
            let page = page.as_ref()?;
            page.rows.get(index.checked_sub(page.from)?).cloned()
        })
    });
    let shown = move || {
        match here.get() {
        Some(row) => view! { <CaseLine row=row selected=selected/> }.into_any(),
        None => view! {
            <div class="item register-coming" aria-busy="true"><i></i><i></i><span class="unseen">{t(say::row_coming)}</span></div>
        }
        .into_any(),
    }
    };
    shown.into_any()
}

/// Where a search finds cases that were voided: a line that leads to them.
#[component]
fn VoidedToo(query: Signal<Query>, page: Page) -> impl IntoView {
    let count = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |page| page.voided)));
    let there = move || {
        let query = query.get();
        Route::Register(Query {
            voided: true,
            ..cleared(&query)
        })
        .href()
    };
    move || {
        (count.get() > 0 && !query.with(|query| query.voided)).then(|| {
            view! {
                <p class="register-voided"><a class="link" href=there>{t(move |l| say::see_voided(l, count.get()))}</a></p>
            }
        })
    }
}

/// Either nothing was ever taken in, or nothing fits.
#[component]
fn Nothing(query: Signal<Query>, all: Signal<usize>) -> impl IntoView {
    let search = use_register().search;
    let clear = move || {
        search.set(String::new());
        navigate(&Route::Register(cleared(&query.get_untracked())));
    };
    move || {
        if all.get() == 0 {
            view! {
                <div class="page">
                    <EmptyState
                        icon=Icon::BookOpenText title=t(say::empty_title) purpose=t(say::empty_purpose)
                        action=move || view! {
                            <ButtonLink kind=ButtonKind::Main icon=Icon::Plus href=Route::Intake.href()>{t(say::take_in)}</ButtonLink>
                            <ButtonLink icon=Icon::FileSpreadsheet href=Route::Ledger.href()>{t(say::bring_ledger)}</ButtonLink>
                        }
                        sandbox=crate::ui::pages::today::sandbox()
                    />
                </div>
            }
            .into_any()
        } else {
            view! {
                <div class="page">
                    <EmptyState
                        icon=Icon::SearchX title=t(say::none_title) purpose=t(say::none_purpose)
                        action=move || view! { <Button icon=Icon::FunnelX on_press=clear>{t(say::clear_filters)}</Button> }
                    />
                </div>
            }
            .into_any()
        }
    }
}

//! The chips under the search, and the order.

use leptos::prelude::*;

use super::{
    chips::{self, Part, Quick},
    state::use_register,
};
use crate::{
    engine::protocol::ask,
    law::{coded::Coded, dispute::DisputeType, divisions::Town},
    locale::{register as say, terms::Term},
    ui::{
        data::{live, today, use_about},
        icon::{Icon, IconSize},
        language::{t, use_language},
        pages::volume::{self, Wanted},
        parts::{ButtonKind, ButtonSize, FilterChip, MenuButton, MenuItem, Tone},
        route::{Route, navigate},
        towns::{town_name, use_towns},
    },
    views::query::{Query, Sort},
};

/// So many types stand as chips: those with the most cases.
const KINDS: usize = 3;

fn go(query: Query) {
    navigate(&Route::Register(query));
}

/// Quick chips, what else the query asks for, and the sheet with everything.
#[component]
pub(super) fn Chips(query: Signal<Query>) -> impl IntoView {
    let language = use_language();
    let today = today();
    let about = use_about();
    let search = use_register().search;
    let open = RwSignal::new(false);
    let counts = live(move || ask::Counts {
        query: query.get(),
        search: search.get(),
    });
    let number_of = move |chip: Quick| {
        let counts = counts.get().and_then(Result::ok)?;
        let count = match chip {
            Quick::Overdue => counts.overdue,
            Quick::Disputed => counts.disputed,
            Quick::Open => counts.open,
            Quick::Joint | Quick::ThisMonth => return None,
        };
        u32::try_from(count).ok().filter(|count| *count > 0)
    };
    let quick = move |chip: Quick| {
        let tone = if chip == Quick::Overdue {
            Tone::Maple
        } else {
            Tone::Plain
        };
        let on = Memo::new(move |_| query.with(|query| chip.is_on(query, today.get())));
        view! {
            <FilterChip
                label=t(move |l| chip.label(l)) on=on tone=tone
                count=Signal::derive(move || number_of(chip))
                on_press=move || go(chip.turned(&query.get_untracked(), today.get_untracked()))
            />
        }
    };
    // The acting mediator's own cases.
    let me = Memo::new(move |_| about.with(|about| Some(about.as_ref()?.desk.as_ref()?.acting)));
    let is_mine =
        Memo::new(move |_| me.get().is_some() && query.with(|query| query.mediator) == me.get());
    let mine = move || {
        let query = query.get_untracked();
        let mediator = if is_mine.get_untracked() {
            None
        } else {
            me.get_untracked()
        };
        go(Query { mediator, ..query });
    };
    let parts = Memo::new(move |_| {
        let mut parts = query.with(|query| chips::parts(query, today.get()));
        parts.retain(|part| *part != Part::Mediator || !is_mine.get());
        parts
    });
    let town = Memo::new(move |_| query.with(|query| query.town));
    let towns = use_towns(move || town.get().map(Town::county));
    let part_label = move |part: Part| match (part, town.get()) {
        (Part::Town, Some(town)) => town_name(towns.get().as_deref(), town),
        _ => query.with(|query| part.label(language.get(), query, today.get())),
    };
    let frequent = Memo::new(move |_| {
        let mut kinds: Vec<(DisputeType, usize)> = match counts.get() {
            Some(Ok(counts)) => counts.kinds.clone(),
            _ => Vec::new(),
        };
        // A word of a newer version stands in no address, so no chip can ask for it.
        let asked = |kind: &DisputeType| query.with(|query| query.kinds.contains(kind));
        kinds.retain(|(kind, count)| *count > 0 && kind.is_known() && !asked(kind));
        kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        kinds.truncate(KINDS);
        kinds
    });
    let in_use = Memo::new(move |_| query.with(|query| chips::count(query, today.get())));
    let filters = t(move |l| match in_use.get() {
        0 => say::filters(l).to_owned(),
        some => say::filters_on(l, some),
    });
    view! {
        <div class="register-chips">
            <button
                type="button" class="register-filter" class:on=move || in_use.get() != 0
                aria-label=move || filters.get() aria-haspopup="dialog"
                on:click=move |_| open.set(true)
            >
                <Icon name=Icon::SlidersHorizontal/>
                {move || (in_use.get() != 0).then(|| view! { <b class="num" aria-hidden="true">{in_use.get()}</b> })}
            </button>
            <div class="slide">
                <For each=move || parts.get() key=move |part| (*part as u8, part_label(*part)) children=move |part| {
                    let label = Signal::derive(move || part_label(part));
                    view! {
                        <button
                            type="button" class="chip pick on"
                            aria-label=move || say::take_away(language.get(), &label.get())
                            on:click=move |_| go(part.taken_from(&query.get_untracked()))
                        >
                            <span>{move || label.get()}</span>
                            <Icon name=Icon::X size=IconSize::Small/>
                        </button>
                    }
                }/>
                {move || me.get().is_some().then(|| view! { <FilterChip label=t(say::mine) on=is_mine on_press=mine/> })}
                {Quick::ALL.map(quick).collect_view()}
                <For each=move || frequent.get() key=|kind| kind.clone() children=move |(kind, count)| {
                    let (named, pressed) = (kind.clone(), kind);
                    let press = move || {
                        let mut query = query.get_untracked();
                        chips::toggle(&mut query.kinds, &pressed);
                        go(query);
                    };
                    view! {
                        <FilterChip
                            label=t(move |l| named.term(l).to_owned()) on=false
                            count=u32::try_from(count).ok() on_press=press
                        />
                    }
                }/>
            </div>
        </div>
        {volume::sheet(Wanted::FilterSheet { query, open }, say::filter_title, open)}
    }
}

/// In which order, and a menu of the others.
#[component]
pub(super) fn OrderBar(query: Signal<Query>) -> impl IntoView {
    let language = use_language();
    let order = Memo::new(move |_| query.with(|query| query.sort.clone().unwrap_or(Sort::Due)));
    let items = Signal::derive(move || {
        let language = language.get();
        let item = |sort: &Sort| {
            let mine = sort.clone();
            let press = move || {
                // The first order is the one without a word in the address.
                let sort = (mine != Sort::Due).then(|| mine.clone());
                go(Query {
                    sort,
                    ..query.get_untracked()
                });
            };
            MenuItem::new(
                chips::sort_name(language, sort),
                Callback::new(move |()| press()),
            )
            .chosen(*sort == order.get())
        };
        Sort::ALL.iter().map(item).collect::<Vec<_>>()
    });
    view! {
        <div class="register-order no-print">
            <span class="small muted">{t(move |l| order.with(|order| chips::sort_name(l, order).to_owned()))}</span>
            <MenuButton kind=ButtonKind::Quiet size=ButtonSize::Small items=items label=t(say::sort_menu)>{t(say::sort_menu)}</MenuButton>
        </div>
    }
}

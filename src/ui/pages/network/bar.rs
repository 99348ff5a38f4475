//! The bar over the map: the period, what the counties are shaded by, and what else is looked at.

use leptos::prelude::*;

use super::{compare::choices, layer::Layer};
use crate::{
    locale::{
        network::{self as say, map_border as words, map_compare},
        statistics as say_period,
    },
    ui::{
        data::today,
        icon::Icon,
        language::{t, use_language},
        pages::statistics::period::{Period, earlier_years},
        parts::{ButtonSize, FilterChip, MenuButton, MenuItem},
        route::{NetworkView, Route, replace},
    },
};

#[component]
pub(super) fn LayerChips(layer: Memo<Layer>, shown: Signal<NetworkView>) -> impl IntoView {
    let choose = move |layer: &Layer| {
        replace(&Route::Network(NetworkView {
            layer: Some(layer.clone()),
            ..shown.get_untracked()
        }));
    };
    let chip = move |mine: &Layer| {
        let (named, compared, pressed) = (mine.clone(), mine.clone(), mine.clone());
        let on = Memo::new(move |_| layer.with(|layer| *layer == compared));
        let press = move || choose(&pressed);
        view! { <FilterChip label=t(move |l| named.name(l).to_owned()) on=on on_press=press/> }
    };
    // What the menu holds stands beside the others while it is chosen.
    let more = Memo::new(move |_| {
        let chosen = layer.get();
        (!FIRST.contains(&chosen)).then_some(chosen)
    });
    let language = use_language();
    let rest = Signal::derive(move || {
        let rest = Layer::ALL.iter().filter(|one| !FIRST.contains(one));
        let item = |one: &Layer| {
            let (label, one) = (one.name(language.get()).to_owned(), one.clone());
            let chosen = layer.with(|layer| *layer == one);
            MenuItem::new(label, Callback::new(move |()| choose(&one))).chosen(chosen)
        };
        rest.map(item).collect::<Vec<_>>()
    });
    view! {
        <div class="slide" role="group" aria-label=t(say::layers)>
            {move || more.get().as_ref().map(chip)}
            {FIRST.iter().map(chip).collect_view()}
        </div>
        <MenuButton size=ButtonSize::Small items=rest label=t(say::more_layers)>
            {t(say::more_layers)}
        </MenuButton>
    }
}

/// Only what lies along a provincial border.
#[component]
pub(super) fn BorderChip(border: Memo<bool>, shown: Signal<NetworkView>) -> impl IntoView {
    let press = move || {
        let view = shown.get_untracked();
        replace(&Route::Network(NetworkView {
            border: !view.border,
            ..view
        }));
    };
    view! { <FilterChip label=t(words::border_only) on=border on_press=press/> }
}

/// What is asked for most; the menu beside them has the rest.
const FIRST: [Layer; 6] = [
    Layer::Mediated,
    Layer::Density,
    Layer::Rate,
    Layer::CoverageTowns,
    Layer::Mediators,
    Layer::Overdue,
];

/// The period as a menu: the map leaves no room for its chips.
#[component]
pub(super) fn PeriodMenu(
    period: Memo<Period>,
    years: RwSignal<Vec<i32>>,
    shown: Signal<NetworkView>,
) -> impl IntoView {
    let language = use_language();
    let today = today();
    let items = Signal::derive(move || {
        let (language, today) = (language.get(), today.get());
        let item = |label: String, mine: Period| {
            let press = move || {
                let (from, to) = mine.address();
                replace(&Route::Network(NetworkView {
                    from,
                    to,
                    ..shown.get_untracked()
                }));
            };
            MenuItem::new(label, Callback::new(move |()| press())).chosen(period.get() == mine)
        };
        let mut items = vec![
            item(
                say_period::this_month(language).to_owned(),
                Period::this_month(today),
            ),
            item(
                say_period::last_month(language).to_owned(),
                Period::last_month(today),
            ),
        ];
        items.extend(
            Period::year(today.year(), today)
                .map(|mine| item(say_period::this_year(language).to_owned(), mine)),
        );
        for year in years.with(|years| earlier_years(years, today)) {
            items.extend(
                Period::year(year, today).map(|mine| item(say_period::year(language, year), mine)),
            );
        }
        items.push(item(say_period::all_time(language).to_owned(), Period::All));
        items
    });
    view! {
        <MenuButton icon=Icon::Calendar size=ButtonSize::Small items=items label=t(say::period)>
            {t(move |l| period.get().name(l))}
        </MenuButton>
    }
}

/// With which other period the one on show is compared.
#[component]
pub(super) fn CompareMenu(
    period: Memo<Period>,
    against: Memo<Option<Period>>,
    years: RwSignal<Vec<i32>>,
    shown: Signal<NetworkView>,
) -> impl IntoView {
    let language = use_language();
    let today = today();
    let items = Signal::derive(move || {
        let language = language.get();
        let item = |label: String, mine: Option<Period>| {
            let press = move || {
                replace(&Route::Network(NetworkView {
                    against: mine.and_then(Period::span),
                    ..shown.get_untracked()
                }));
            };
            MenuItem::new(label, Callback::new(move |()| press())).chosen(against.get() == mine)
        };
        let mut items = vec![item(map_compare::with_none(language).to_owned(), None)];
        let choices = years.with(|years| choices(period.get(), years, today.get()));
        let named = |other: Period| map_compare::with(language, &other.name(language));
        items.extend(
            choices
                .into_iter()
                .map(|other| item(named(other), Some(other))),
        );
        items
    });
    let label = t(move |l| match against.get() {
        Some(other) => map_compare::with(l, &other.name(l)),
        None => map_compare::compare(l).to_owned(),
    });
    view! {
        <MenuButton size=ButtonSize::Small items=items label=t(map_compare::compare)>
            {label}
        </MenuButton>
    }
}

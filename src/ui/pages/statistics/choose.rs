//! Which period, by chips; which county, by a sheet. The map uses the same chips.

use leptos::prelude::*;

use super::{
    period::{Period, earlier_years},
    titles::count,
};
use crate::{
    engine::protocol::ask,
    law::{day::Month, divisions::Adcode},
    locale::{places, statistics as say},
    ui::{
        data::{live, today},
        icon::{Icon, IconSize},
        language::{t, use_language},
        pages::answered::answered,
        parts::{Button, ButtonKind, FilterChip, Sheet},
        route::{Route, StatisticsView, navigate},
    },
};

/// This month, last month, this year, the years before, everything, and two months of one's own.
#[component]
pub fn PeriodChips(
    #[prop(into)] period: Signal<Period>,
    /// The years that have anything.
    #[prop(into)]
    years: Signal<Vec<i32>>,
    on_choose: Callback<Period>,
) -> impl IntoView {
    let today = today();
    let own = RwSignal::new(false);
    let chip = move |label: Signal<String>, mine: Signal<Option<Period>>| {
        let on = Memo::new(move |_| mine.get() == Some(period.get()));
        let press = move || {
            if let Some(mine) = mine.get_untracked() {
                on_choose.run(mine);
            }
        };
        view! { <FilterChip label=label on=on on_press=press/> }
    };
    let fixed = move |make: fn(crate::law::day::Day) -> Period| {
        Signal::derive(move || Some(make(today.get())))
    };
    let of_year = move |year: i32| Signal::derive(move || Period::year(year, today.get()));
    let earlier = Memo::new(move |_| years.with(|years| earlier_years(years, today.get())));
    // Only a period that no chip stands for lights 自己选.
    let is_own = Memo::new(move |_| {
        let (today, period) = (today.get(), period.get());
        let by_year = || {
            earlier.with(|years| {
                years
                    .iter()
                    .any(|year| Period::year(*year, today) == Some(period))
            })
        };
        period != Period::All
            && period != Period::this_month(today)
            && period != Period::last_month(today)
            && Period::year(today.year(), today) != Some(period)
            && !by_year()
    });
    let own_label = t(move |l| {
        if is_own.get() {
            period.get().name(l)
        } else {
            say::own_months(l).to_owned()
        }
    });
    view! {
        <div class="slide grow" role="group" aria-label=t(say::choose_period)>
            {chip(t(say::this_month), fixed(Period::this_month))}
            {chip(t(say::last_month), fixed(Period::last_month))}
            {chip(t(say::this_year), Signal::derive(move || Period::year(today.get().year(), today.get())))}
            <For each=move || earlier.get() key=|year| *year children=move |year| {
                chip(t(move |l| say::year(l, year)), of_year(year))
            }/>
            {chip(t(say::all_time), Signal::derive(|| Some(Period::All)))}
            <FilterChip label=own_label on=is_own on_press=move || own.set(true)/>
        </div>
        <Sheet title=t(say::period_sheet) open=own>
            <OwnMonths period=period on_choose=Callback::new(move |period| {
                own.set(false);
                on_choose.run(period);
            })/>
        </Sheet>
    }
}

/// Two months of one's own.
#[component]
fn OwnMonths(period: Signal<Period>, on_choose: Callback<Period>) -> impl IntoView {
    let today = today().get_untracked();
    let (from, to) = match period.get_untracked() {
        Period::Months(from, to) => (from, to),
        Period::All => (today.month(), today.month()),
    };
    let (from, to) = (RwSignal::new(from), RwSignal::new(to));
    let name = t(move |l| Period::between(from.get(), to.get()).name(l));
    view! {
        <MonthField label=t(say::from_month) month=from/>
        <MonthField label=t(say::to_month) month=to/>
        <p class="muted small">{name}</p>
        <Button kind=ButtonKind::Main class="wide" on_press=move || {
            on_choose.run(Period::between(from.get_untracked(), to.get_untracked()));
        }>{t(say::see_period)}</Button>
    }
}

/// Year and month as two lists: Firefox and Safari have no input for a month.
#[component]
fn MonthField(label: Signal<String>, month: RwSignal<Month>) -> impl IntoView {
    let language = use_language();
    let this_year = today().get_untracked().year();
    let years: Vec<i32> = (this_year - 15..=this_year).rev().collect();
    let change = move |year: i32, of_year: u8| {
        if let Ok(chosen) = Month::new(year, of_year) {
            month.set(chosen);
        }
    };
    view! {
        <fieldset class="statistics-month">
            <legend class="small muted">{move || label.get()}</legend>
            <select
                class="input"
                aria-label=move || label.get()
                on:change:target=move |event| {
                    if let Ok(year) = event.target().value().parse() {
                        change(year, month.get_untracked().of_year());
                    }
                }
            >
                {years.into_iter().map(|year| view! {
                    <option value=year.to_string() selected=move || month.get().year() == year>
                        {move || say::year(language.get(), year)}
                    </option>
                }).collect_view()}
            </select>
            <select
                class="input"
                aria-label=t(say::of_month)
                on:change:target=move |event| {
                    if let Ok(of_year) = event.target().value().parse() {
                        change(month.get_untracked().year(), of_year);
                    }
                }
            >
                {(1..=12_u8).map(|of_year| view! {
                    <option value=of_year.to_string() selected=move || month.get().of_year() == of_year>
                        {move || say::month_of_year(language.get(), of_year)}
                    </option>
                }).collect_view()}
            </select>
        </fieldset>
    }
}

/// Which county the figures are of, and a sheet to choose another.
#[component]
pub fn CountyButton(shown: Signal<StatisticsView>, period: Memo<Period>) -> impl IntoView {
    let open = RwSignal::new(false);
    let name = t(move |l| match shown.with(|view| view.county) {
        Some(county) => places::county(l, county),
        None => say::everywhere(l).to_owned(),
    });
    view! {
        <button type="button" class="chip pick" class:on=move || shown.with(|view| view.county.is_some()) on:click=move |_| open.set(true)>
            <Icon name=Icon::MapPin size=IconSize::Small/>
            {move || name.get()}
            <Icon name=Icon::ChevronDown size=IconSize::Small/>
        </button>
        <Sheet title=t(say::county_sheet) open=open>
            <Choose period=period selected=Signal::derive(move || shown.with(|view| view.county)) on_choose=Callback::new(move |county| {
                open.set(false);
                navigate(&Route::Statistics(StatisticsView { county, ..shown.get_untracked() }));
            })/>
        </Sheet>
    }
}

/// The counties that have anything, with what they mediated in the period, and all of them together.
#[component]
fn Choose(
    period: Memo<Period>,
    selected: Signal<Option<Adcode>>,
    on_choose: Callback<Option<Adcode>>,
) -> impl IntoView {
    let language = use_language();
    let map = live(move || {
        let (from, to) = period.get().days();
        ask::Map { from, to }
    });
    let counties = move || {
        let mut counties: Vec<(Adcode, u64)> = match map.get() {
            Some(Ok(map)) => map
                .counties
                .iter()
                .map(|figures| (figures.county, figures.mediated))
                .collect(),
            _ => Vec::new(),
        };
        counties.sort_by_key(|(county, cases)| (std::cmp::Reverse(*cases), *county));
        counties
    };
    let line = move |choice: Option<Adcode>, label: Signal<String>, cases: Option<u64>| {
        view! {
            <button
                type="button"
                aria-pressed=move || (selected.get() == choice).to_string()
                on:click=move |_| on_choose.run(choice)
            >
                <span class="grow">{move || label.get()}</span>
                {cases.map(|cases| view! { <span class="num muted small">{count(cases)}</span> })}
                {move || (selected.get() == choice).then(|| view! { <Icon name=Icon::Check size=IconSize::Small/> })}
            </button>
        }
    };
    answered(map, move || {
        view! {
            <p class="small muted">{t(move |l| say::counted(l, &period.get().name(l)))}</p>
            <div class="sheet-lines">
                {line(None, t(say::everywhere), None)}
                {move || counties().into_iter().map(|(county, cases)| {
                    let name = Signal::derive(move || places::county_in_city(language.get(), county));
                    line(Some(county), name, Some(cases))
                }).collect_view()}
            </div>
        }
    })
}

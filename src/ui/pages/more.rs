//! The phone's 更多: what has no tab of its own.

use leptos::prelude::*;

use crate::{
    locale::{Language, app, directory, parts, settings as say},
    ui::{
        app::{use_lock, use_place_sheet},
        icon::{Icon, IconSize},
        language::t,
        parts::{Button, Card, CardFit},
        route::{Route, StatisticsView},
        shell::PageHead,
    },
};

type Words = fn(Language) -> &'static str;

#[component]
pub fn More() -> impl IntoView {
    let (sheet, lock) = (use_place_sheet(), use_lock());
    let door = |(route, icon, name, note): (Route, Icon, Words, Words)| {
        view! {
            <a class="more-row" href=route.href()>
                <Icon name=icon/>
                <span class="grow"><span class="place-name">{t(name)}</span><span class="tiny">{t(note)}</span></span>
                <Icon name=Icon::ChevronRight size=IconSize::Small/>
            </a>
        }
    };
    let doors: [(Route, Icon, Words, Words); 7] = [
        (
            Route::Statistics(StatisticsView::default()),
            Icon::ChartColumn,
            parts::statistics,
            say::statistics_note,
        ),
        (
            Route::Directory(None),
            Icon::Building2,
            parts::directory,
            directory::note,
        ),
        (
            Route::Exchange(None),
            Icon::Package,
            parts::exchange,
            say::exchange_note,
        ),
        (
            Route::Ledger,
            Icon::FileSpreadsheet,
            say::ledger,
            say::ledger_note,
        ),
        (
            Route::MyData,
            Icon::HardDrive,
            say::my_data,
            say::my_data_note,
        ),
        (
            Route::Settings,
            Icon::Settings,
            say::settings,
            say::settings_note,
        ),
        (Route::Help, Icon::CircleHelp, say::help, say::help_note),
    ];
    view! {
        <PageHead title=t(say::more)/>
        <div class="page">
            <Card fit=CardFit::Flush>
                <button type="button" class="more-row" on:click=move |_| sheet.set(true)>
                    <Icon name=Icon::Users/>
                    <span class="grow"><span class="place-name">{t(say::place)}</span><span class="tiny">{t(say::place_note)}</span></span>
                    <Icon name=Icon::ChevronRight size=IconSize::Small/>
                </button>
                {doors.map(door).into_iter().collect_view()}
            </Card>
            {move || lock.has_pin().get().then(|| view! {
                <Button icon=Icon::Lock on_press=move || lock.lock()>{t(app::lock_now)}</Button>
            })}
        </div>
    }
}

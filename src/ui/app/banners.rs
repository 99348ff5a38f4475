//! What stands above a page until it is settled. The gravest first, two at most: more nobody reads.

use leptos::prelude::*;

use super::upkeep::{State, use_kept};
use crate::{
    locale::app as say,
    ui::{
        backup::use_backup,
        data::{Health, use_about, use_engine},
        icon::Icon,
        language::t,
        parts::{Banner, Tone},
        route::{Route, navigate},
    },
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Gone,
    Full,
    Damaged,
    Replaced,
    Restarted,
    BackUp,
    Newer,
}

#[component]
pub fn Banners() -> impl IntoView {
    let (engine, about, kept) = (use_engine(), use_about(), use_kept());
    // Put away until the page is opened again: the person has read it.
    let (later_backup, later_newer) = (RwSignal::new(false), RwSignal::new(false));
    let damaged =
        Memo::new(move |_| about.with(|about| about.as_ref().map_or(0, |about| about.damaged)));
    let read = RwSignal::new(0);
    let cases = Memo::new(move |_| {
        let health = engine.health().get();
        let due = about.with(|about| about.as_ref().is_some_and(|about| about.backup_is_due()));
        // One more is another thing.
        let damaged = damaged.get() > read.get();
        let state = kept.state().get();
        let standing = [
            (health == Health::Gone, Case::Gone),
            (health == Health::Full, Case::Full),
            (damaged, Case::Damaged),
            (state == State::Replaced, Case::Replaced),
            (health == Health::Restarted, Case::Restarted),
            (due && !later_backup.get(), Case::BackUp),
            (state == State::Newer && !later_newer.get(), Case::Newer),
        ];
        let found: Vec<Case> = standing
            .into_iter()
            .filter_map(|(stands, case)| stands.then_some(case))
            .take(2)
            .collect();
        found
    });
    let banner = move |case: Case| {
        match case {
        Case::Gone => view! {
            <Banner tone=Tone::Maple icon=Icon::TriangleAlert action=t(say::open_again) on_action=reload>{t(say::engine_gone)}</Banner>
        }
        .into_any(),
        Case::Full => view! {
            <Banner tone=Tone::Maple icon=Icon::HardDrive action=t(say::see_my_data) on_action=|| navigate(&Route::MyData)>
                {t(say::disk_full)}
            </Banner>
        }
        .into_any(),
        Case::Damaged => view! {
            <Banner
                tone=Tone::Maple icon=Icon::TriangleAlert action=t(say::take_in_file)
                on_action=|| navigate(&Route::Exchange(None)) on_dismiss=move || read.set(damaged.get_untracked())
            >
                {t(move |l| say::damaged(l, damaged.get()))}
            </Banner>
        }
        .into_any(),
        Case::Replaced => view! {
            <Banner tone=Tone::Sun icon=Icon::RefreshCw action=t(say::open_again) on_action=reload>{t(say::replaced)}</Banner>
        }
        .into_any(),
        Case::Restarted => view! {
            <Banner tone=Tone::River icon=Icon::RotateCcw on_dismiss=move || engine.health().set(Health::Good)>{t(say::restarted)}</Banner>
        }
        .into_any(),
        Case::BackUp => {
            let backup = use_backup();
            view! {
                <Banner
                    tone=Tone::Sun icon=Icon::ArchiveRestore action=t(say::back_up)
                    on_action=move || backup.begin() on_dismiss=move || later_backup.set(true)
                >
                    {backup_words()}
                </Banner>
            }
            .into_any()
        }
        Case::Newer => view! {
            <Banner
                tone=Tone::River icon=Icon::RefreshCw action=t(say::update)
                on_action=move || kept.take() on_dismiss=move || later_newer.set(true)
            >
                {t(say::newer)}
            </Banner>
        }
        .into_any(),
    }
    };
    view! { <For each=move || cases.get() key=|case| *case as u8 children=banner/> }
}

fn backup_words() -> Signal<String> {
    let about = use_about();
    t(move |l| {
        about.with(|about| {
            about
                .as_ref()
                .map_or_else(String::new, |about| match about.last_backup {
                    None => say::never_backed_up(l, about.cases),
                    Some(_) if about.days_since_backup == 0 => {
                        say::backup_since(l, about.cases_since_backup)
                    }
                    Some(_) if about.backup_is_ahead() => say::back_up_anew(l).to_owned(),
                    Some(_) => {
                        say::backup_due(l, about.days_since_backup, about.cases_since_backup)
                    }
                })
        })
    })
}

fn reload() {
    let _ = window().location().reload();
}

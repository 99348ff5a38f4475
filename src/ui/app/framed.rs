//! The frame with its slots filled: workspace, who acts, what was saved, banners, search.

use leptos::prelude::*;

use super::{
    banners::Banners,
    lock::{LockPage, use_lock},
    place_sheet::{act_as, place_name, provide_place_sheet, use_place_sheet},
};
use crate::{
    engine::protocol::{About, WorkspaceKind},
    locale::{Language, app as say, places},
    ui::{
        backup::use_backup,
        data::{use_about, use_engine},
        icon::{Icon, IconSize},
        language::{t, use_language},
        pages::{
            Page,
            register::{RegisterSearch, provide_register},
            volume::{self, Wanted},
        },
        parts::{ButtonKind, MenuButton, MenuItem, few::few, use_toasts},
        route::{Route, navigate},
        shell::{self, Shell, Workspace},
    },
};

#[component]
pub(super) fn Framed() -> impl IntoView {
    let (about, language, lock) = (use_about(), use_language(), use_lock());
    let workspace = Signal::derive(move || {
        let l = language.get();
        about.with(|about| {
            about
                .as_ref()
                .map_or_else(Workspace::default, |about| named(l, about))
        })
    });
    let sheet = provide_place_sheet();
    provide_register();
    let locked = lock.locked();
    view! {
        // Hidden whole: neither eyes nor readers nor the keyboard get behind the lock.
        <div class="behind" class:gone=move || locked.get() inert=move || locked.get()>
            <Shell
                workspace=workspace
                on_place=move || sheet.set(true)
                search=|| view! { <RegisterSearch/> }
                acting=|| view! { <Acting/> }
                saved=|| view! { <Saved/> }
                banners=|| view! { <Banners/> }
            >
                <Page/>
            </Shell>
            {volume::sheet(Wanted::PlaceSheet, say::place_and_people, sheet)}
            {volume::sheet(Wanted::BackUpSheet, say::backup_title, use_backup().open())}
        </div>
        {move || locked.get().then(|| view! { <LockPage/> })}
    }
}

fn named(l: Language, about: &About) -> Workspace {
    let kind = match about.workspace {
        WorkspaceKind::Desk => shell::WorkspaceKind::Desk,
        WorkspaceKind::Demonstration => shell::WorkspaceKind::Demonstration,
        WorkspaceKind::Sandbox => shell::WorkspaceKind::Sandbox,
    };
    let here = place_name(l, about.workspace);
    let (name, short) = match (&about.desk, about.workspace) {
        (Some(desk), WorkspaceKind::Desk) => (
            // Where there is no room for all of it, the county is cut off first.
            format!(
                "{here} · {} · {}",
                desk.organisation_name,
                places::county(l, desk.county)
            ),
            desk.organisation_name.clone(),
        ),
        _ => (here.to_owned(), here.to_owned()),
    };
    Workspace { name, short, kind }
}

/// Who acts, in the desktop's bar: a press and a name, and another acts. Where they are very many, the sheet finds one.
#[component]
fn Acting() -> impl IntoView {
    let (about, engine, toasts, language) =
        (use_about(), use_engine(), use_toasts(), use_language());
    let desk =
        Memo::new(move |_| about.with(|about| about.as_ref().and_then(|about| about.desk.clone())));
    let sheet = use_place_sheet();
    let items = Signal::derive(move || {
        let Some(desk) = desk.get() else {
            return Vec::new();
        };
        let item = |(id, name): &(_, String)| {
            let (id, name_here) = (*id, name.clone());
            let press = move || {
                act_as(
                    engine,
                    toasts,
                    language.get_untracked(),
                    id,
                    name_here.clone(),
                )
            };
            MenuItem::new(name.clone(), press).chosen(id == desk.acting)
        };
        let (people, more) = few(&desk.people, "", |id| *id == desk.acting);
        let mut items: Vec<MenuItem> = people.iter().map(item).collect();
        if more > 0 {
            let words = say::more_people(language.get(), more);
            items.push(MenuItem::new(words, move || sheet.set(true)));
        }
        // Alone, one learns here where another comes from.
        if items.len() < 2 {
            let lead = || navigate(&Route::Settings);
            items.push(MenuItem::new(say::add_colleague(language.get()), lead));
        }
        items
    });
    // The name that one sees is part of the name that one hears.
    let label = t(move |l| {
        desk.with(|desk| {
            desk.as_ref()
                .map_or_else(String::new, |desk| say::who_acts_is(l, &desk.acting_name))
        })
    });
    view! {
        <MenuButton kind=ButtonKind::Quiet icon=Icon::User label=label items=items>
            {move || desk.with(|desk| desk.as_ref().map(|desk| desk.acting_name.clone()))}
        </MenuButton>
    }
}

/// When the last backup was made; a press leads to 我的数据.
#[component]
fn Saved() -> impl IntoView {
    let about = use_about();
    let text = t(move |l| {
        about.with(|about| match about.as_deref() {
            Some(about) if about.workspace == WorkspaceKind::Desk => match about.last_backup {
                Some(_) if about.backup_is_ahead() => say::backup_ahead(l).to_owned(),
                Some(_) => say::last_backup(l, &days_ago(l, about.days_since_backup)),
                None => say::no_backup_yet(l).to_owned(),
            },
            _ => String::new(),
        })
    });
    move || {
        text.with(|text| {
            (!text.is_empty()).then(|| view! {
                <a class="quiet-row" href=Route::MyData.href()><Icon name=Icon::HardDrive size=IconSize::Small/>{text.clone()}</a>
            })
        })
    }
}

/// 今天, 昨天, 5天前.
pub(super) fn days_ago(l: Language, days: i32) -> String {
    match days {
        i32::MIN..=0 => say::today(l).into(),
        1 => say::yesterday(l).into(),
        _ => say::days_ago(l, days),
    }
}

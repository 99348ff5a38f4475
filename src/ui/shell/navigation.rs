//! Where one can go: five tabs under the thumb, or a rail at the side.

use leptos::prelude::*;

use crate::{
    locale::{Language, parts as say},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
        route::{NetworkView, Route, StatisticsView, use_route},
    },
};

/// The part of the app that a page belongs to, as the navigation marks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Today,
    Register,
    Intake,
    Network,
    Statistics,
    Directory,
    Exchange,
    Settings,
    More,
    None,
}

/// The section of a route.
#[must_use]
pub fn section_of(route: &Route) -> Section {
    match route {
        Route::Today => Section::Today,
        Route::Register(_) | Route::Case(_) | Route::CaseStep { .. } | Route::CasePaper { .. } => {
            Section::Register
        }
        Route::Intake => Section::Intake,
        Route::Network(_) | Route::NetworkSheet | Route::NetworkTree => Section::Network,
        Route::Statistics(_) => Section::Statistics,
        Route::Directory(_) | Route::DirectoryNew(_) | Route::Entry { .. } => Section::Directory,
        Route::Exchange(_) | Route::Ledger => Section::Exchange,
        Route::MyData | Route::Settings | Route::Help => Section::Settings,
        Route::More => Section::More,
        Route::Welcome | Route::Open(_) | Route::Unknown(_) => Section::None,
    }
}

/// The phone's tabs; 受理 is raised in the middle.
#[component]
pub(super) fn Tabs() -> impl IntoView {
    let now = current();
    // On a phone everything without a tab of its own is reached through 更多.
    let more = Signal::derive(move || {
        matches!(
            now.get(),
            Section::More
                | Section::Statistics
                | Section::Directory
                | Section::Exchange
                | Section::Settings
        )
    });
    view! {
        <nav class="tabs" aria-label=t(say::main_navigation)>
            {entry(Route::Today, Icon::Sun, say::today_page, is(now, Section::Today))}
            {entry(Route::register(), Icon::BookOpenText, say::register, is(now, Section::Register))}
            <a class="mid" href=Route::Intake.href() aria-current=move || (now.get() == Section::Intake).then_some("page")>
                <span class="round"><Icon name=Icon::Plus size=IconSize::Large/></span>
                {t(say::take_in)}
            </a>
            {entry(network(), Icon::Map, say::network, is(now, Section::Network))}
            {entry(Route::More, Icon::Layers, say::more, more)}
        </nav>
    }
}

/// The rail from 768 px on.
#[component]
pub(super) fn Rail() -> impl IntoView {
    let now = current();
    view! {
        <nav class="rail" aria-label=t(say::main_navigation)>
            {entry(Route::Today, Icon::Sun, say::today_page, is(now, Section::Today))}
            {entry(Route::register(), Icon::BookOpenText, say::register, is(now, Section::Register))}
            <span class="narrow-only">{entry(Route::Intake, Icon::Plus, say::take_in, is(now, Section::Intake))}</span>
            {entry(network(), Icon::Map, say::network, is(now, Section::Network))}
            {entry(statistics(), Icon::ChartColumn, say::statistics, is(now, Section::Statistics))}
            {entry(Route::Exchange(None), Icon::Package, say::exchange, is(now, Section::Exchange))}
            {entry(Route::Directory(None), Icon::Building2, say::directory, is(now, Section::Directory))}
            <span class="end">{entry(Route::Settings, Icon::Settings, say::settings, is(now, Section::Settings))}</span>
        </nav>
    }
}

/// 中 / EN. It says the language one goes to, in that language.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let language = use_language();
    let switch = move |_| {
        language.update(|now| {
            *now = match now {
                Language::Chinese => Language::English,
                Language::English => Language::Chinese,
            };
        });
    };
    view! {
        <button type="button" class="quiet-row" on:click=switch>
            <Icon name=Icon::Languages size=IconSize::Small/>
            <span>"中 / EN"</span>
            <span class="unseen" lang=move || other_tag(language.get())>{t(say::other_language)}</span>
        </button>
    }
}

fn other_tag(language: Language) -> &'static str {
    match language {
        Language::Chinese => "en",
        Language::English => "zh-CN",
    }
}

fn current() -> Signal<Section> {
    let route = use_route();
    Signal::derive(move || route.with(section_of))
}

fn is(now: Signal<Section>, section: Section) -> Signal<bool> {
    Signal::derive(move || now.get() == section)
}

fn network() -> Route {
    Route::Network(NetworkView::default())
}

fn statistics() -> Route {
    Route::Statistics(StatisticsView::default())
}

fn entry(
    route: Route,
    icon: Icon,
    label: fn(Language) -> &'static str,
    on: Signal<bool>,
) -> AnyView {
    view! {
        <a href=route.href() class:on=move || on.get() aria-current=move || on.get().then_some("page")>
            <Icon name=icon size=IconSize::Large/>
            {t(label)}
        </a>
    }
    .into_any()
}

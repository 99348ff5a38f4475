//! The head of a page. On a phone and a tablet it is the bar above, with the workspace's chip; on a
//! desktop it is the page's heading, for there the chip stands in the bar.

use leptos::prelude::*;

use super::{
    frame::{WorkspaceKind, use_frame},
    navigation::LanguageSwitch,
};
use crate::{
    locale::parts as say,
    ui::{
        icon::{Icon, IconSize, Logo},
        language::t,
        parts::common::classes,
        route::{Route, use_router},
    },
};

/// How much room the head takes on a phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeadLook {
    /// Title and chip in one line: the register, the map.
    #[default]
    Line,
    /// Chip above, large title, a line of state: today.
    Roomy,
    /// Small title beside an arrow or a cross: a case, a form.
    Compact,
}

/// The page's heading (its only `<h1>`; the focus comes here when one arrives).
#[component]
pub fn PageHead(
    #[prop(into)] title: Signal<String>,
    /// One line of state: 今天要办4件，其中1件已逾期.
    #[prop(optional, into)]
    state: MaybeProp<String>,
    /// A small line before the title: the case's number and source.
    #[prop(optional, into)]
    kicker: MaybeProp<String>,
    #[prop(optional)] look: HeadLook,
    /// An arrow back to this page, below 1200 px.
    #[prop(optional, into)]
    back: Option<Route>,
    /// A cross instead, on every width, to lay down what one is at (its draft is kept).
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// At the end of the line: actions, 草稿已存, a bell.
    #[prop(optional, into)]
    extra: ViewFn,
    #[prop(optional)] chip: HeadChip,
    /// Below the line, in the bar: search, chips, progress.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let look = match look {
        HeadLook::Line => "",
        HeadLook::Roomy => "roomy",
        HeadLook::Compact => "compact",
    };
    use_router().arrive();
    view! {
        <header class=classes(&["head", look])>
            <div class="head-row">
                {back.map(|route| view! {
                    <a class="button quiet square narrow-only" href=route.href()>
                        <Icon name=Icon::ArrowLeft size=IconSize::Large/>
                        <span class="unseen">{t(say::back)}</span>
                    </a>
                })}
                {on_close.map(|on_close| view! {
                    <button type="button" class="button quiet square" on:click=move |_| on_close.run(())>
                        <Icon name=Icon::X size=IconSize::Large/>
                        <span class="unseen">{t(say::lay_down)}</span>
                    </button>
                })}
                <div class="head-words">
                    {(chip == HeadChip::Words).then(|| view! { <PlaceWords/> })}
                    {move || kicker.get().map(|text| view! { <p class="tiny kicker">{text}</p> })}
                    <h1 tabindex="-1">{move || title.get()}</h1>
                    {move || state.get().map(|text| view! { <p class="small muted state">{text}</p> })}
                </div>
                <div class="head-end">
                    {(chip == HeadChip::Shown).then(|| view! { <PlaceChip short=true/> })}
                    {extra.run()}
                </div>
            </div>
            {children.map(|children| children())}
        </header>
    }
}

/// How the head says which workspace this is (below 1200 px; above, the bar does).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeadChip {
    #[default]
    Shown,
    /// In words over the title, where the line needs the chip's room: forms, papers.
    Words,
}

/// Which workspace this is, in small words.
#[component]
fn PlaceWords() -> impl IntoView {
    use_frame().map(|frame| {
        view! {
            <p class="tiny cut place-words narrow-only">
                {move || frame.workspace.with(|place| place.shortly().to_owned())}
            </p>
        }
    })
}

/// Which workspace this is. A press switches, where the frame offers it.
#[component]
pub fn PlaceChip(
    /// In a page's head: the short name, and none on a desktop.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    use_frame().map(|frame| {
        let icon = move || match frame.workspace.with(|place| place.kind) {
            WorkspaceKind::Desk => Icon::House,
            WorkspaceKind::Demonstration | WorkspaceKind::Sandbox => Icon::FlaskConical,
        };
        let name = move || {
            frame.workspace.with(|place| {
                if short { place.shortly().to_owned() } else { place.name.clone() }
            })
        };
        let chip = move || {
            view! {
                <span class="place">
                    <Icon name=Signal::derive(icon) size=IconSize::Small/>
                    <span class="cut">{name}</span>
                </span>
            }
        };
        let class = if short { "place-button narrow-only" } else { "place-button" };
        match frame.on_place {
            Some(on_place) => view! {
                <button type="button" class=class title=t(say::switch_place) on:click=move |_| on_place.run(())>
                    {chip()}
                </button>
            }
            .into_any(),
            None => view! { <span class=class>{chip()}</span> }.into_any(),
        }
    })
}

/// The head of the pages without a frame: the first visit, the lock.
#[component]
pub fn Hat(#[prop(optional, into)] extra: ViewFn) -> impl IntoView {
    view! {
        <header class="hat">
            <Logo/>
            <span class="hat-name">{t(say::app_name)}</span>
            <span class="grow"></span>
            {extra.run()}
            <LanguageSwitch/>
        </header>
    }
}

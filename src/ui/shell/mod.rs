//! The frame around every page: where one is, where one can go, what was saved. It knows nothing of the
//! engine; what it shows comes as props, signals and slots.
//!
//! On a phone: the page's own head, the page, five tabs. From 768 px: a rail. From 1200 px: a bar above.
//! Only `<main>` (or a pane inside it) scrolls.

mod frame;
mod head;
mod keys;
mod navigation;
mod thumb;
mod viewport;

use leptos::prelude::*;

pub use frame::{Frame, ListKey, Workspace, WorkspaceKind, use_frame};
pub use head::{Hat, HeadChip, HeadLook, PageHead, PlaceChip};
pub use keys::{KeysList, on_escape};
pub use navigation::{LanguageSwitch, Section, section_of};
pub use thumb::{ThumbBar, ThumbFit};

use crate::{
    locale::parts as say,
    ui::{
        icon::{Icon, Logo},
        language::t,
        parts::{ButtonKind, ButtonLink, ToastHost},
        route::{MAIN_ID, Route},
    },
};

/// The frame. Pages stand in `children`, each beginning with a `<PageHead>`.
#[component]
pub fn Shell(
    /// Which workspace this is; it is named on every page, and all but a desk carry a sunflower edge.
    #[prop(into)]
    workspace: Signal<Workspace>,
    /// A press on the workspace's chip: to switch workspace or acting mediator.
    #[prop(optional, into)]
    on_place: Option<Callback<()>>,
    /// The search box of the bar (desktop); a `<SearchBox>`.
    #[prop(optional, into)]
    search: ViewFn,
    /// What was saved, and when the last backup was made.
    #[prop(optional, into)]
    saved: ViewFn,
    /// Who acts: a `<MenuButton>` of the desk's mediators.
    #[prop(optional, into)]
    acting: ViewFn,
    /// Above the page: storage, offline, new version, backup due; `<Banner>`s.
    #[prop(optional, into)]
    banners: ViewFn,
    children: Children,
) -> impl IntoView {
    let frame = frame::provide_frame(workspace, on_place);
    keys::listen(frame);
    viewport::follow_keyboard();
    frame::mark_body(workspace);
    let demo = move || workspace.with(|place| place.kind != WorkspaceKind::Desk);
    view! {
        <div class="shell" class:demo=demo class:covered=move || frame.tabs_covered.get() != 0>
            <SkipLink/>
            <header class="top">
                <a class="logo" href=Route::Today.href()>
                    <Logo/>
                    {t(say::app_name)}
                </a>
                <PlaceChip/>
                <div class="top-search">{search.run()}</div>
                <span class="grow"></span>
                {acting.run()}
                {saved.run()}
                <LanguageSwitch/>
                <ButtonLink kind=ButtonKind::Line icon=Icon::Plus href=Route::Intake.href()>
                    {t(say::take_in)}
                </ButtonLink>
            </header>
            <navigation::Rail/>
            <div class="stage">
                <div class="banners">{banners.run()}</div>
                <main id=MAIN_ID tabindex="-1">
                    {children()}
                </main>
            </div>
            <navigation::Tabs/>
            <ToastHost/>
            <keys::KeysSheet/>
        </div>
    }
}

/// The first stop of Tab: past the navigation, to the page. Its `#main` must not reach the
/// address, where it would be read as a route.
#[component]
fn SkipLink() -> impl IntoView {
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if let Some(main) = document().get_element_by_id(MAIN_ID) {
            use wasm_bindgen::JsCast;
            let _ = main.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    };
    view! {
        <a class="skip" href=format!("#{MAIN_ID}") on:click=skip>
            {t(say::skip)}
        </a>
    }
}

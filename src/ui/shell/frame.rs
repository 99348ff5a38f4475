//! What the frame knows and lends to the pages inside it.

use leptos::prelude::*;

/// A workspace as the frame names it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workspace {
    /// In full: 我的工作台 · 西集司法所 · 通州区.
    pub name: String,
    /// Where there is little room: 西集司法所.
    pub short: String,
    pub kind: WorkspaceKind,
}

impl Workspace {
    /// Its name where there is little room.
    #[must_use]
    pub fn shortly(&self) -> &str {
        if self.short.is_empty() {
            &self.name
        } else {
            &self.short
        }
    }
}

/// The kinds of workspace. What is not a desk counts nowhere, and every page says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WorkspaceKind {
    #[default]
    Desk,
    Demonstration,
    Sandbox,
}

impl WorkspaceKind {
    /// The `world` of its entries, and `data-world` on the body; a desk has none.
    #[must_use]
    pub fn world(self) -> Option<&'static str> {
        match self {
            Self::Desk => None,
            Self::Demonstration => Some("demonstration"),
            Self::Sandbox => Some("training"),
        }
    }
}

/// A key that is meant for the list on show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKey {
    Next,
    Previous,
}

/// Lent to the pages by context.
#[derive(Clone, Copy)]
pub struct Frame {
    pub workspace: Signal<Workspace>,
    pub on_place: Option<Callback<()>>,
    /// How many bars under the thumb are on show; while there is one, a phone shows no tabs.
    pub tabs_covered: RwSignal<u32>,
    /// The sheet of all keys.
    pub keys_open: RwSignal<bool>,
    /// The list that hears `j` and `k`.
    pub list: RwSignal<Option<Callback<(ListKey,)>>>,
}

pub(super) fn provide_frame(workspace: Signal<Workspace>, on_place: Option<Callback<()>>) -> Frame {
    let frame = Frame {
        workspace,
        on_place,
        tabs_covered: RwSignal::new(0),
        keys_open: RwSignal::new(false),
        list: RwSignal::new(None),
    };
    provide_context(frame);
    frame
}

/// The frame around this page; none on the first visit and in galleries.
#[must_use]
pub fn use_frame() -> Option<Frame> {
    use_context()
}

/// The printed page asks the body which world it is of.
pub(super) fn mark_body(workspace: Signal<Workspace>) {
    Effect::new(move || {
        let world = workspace.with(|place| place.kind.world());
        if let Some(body) = document().body() {
            let _ = match world {
                Some(world) => body.set_attribute("data-world", world),
                None => body.remove_attribute("data-world"),
            };
        }
    });
}

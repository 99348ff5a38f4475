//! Which workspace this window is in. It is remembered by its code alone: in this window for a reload,
//! in this browser for the next visit.

use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{
    browser::own_key,
    data::{Engine, use_about, use_engine},
    route::{Route, Router, replace, use_router},
};
use crate::engine::{
    client::QuestionId,
    protocol::{About, Trouble, WorkspaceKind, ask},
};

/// How the workspace of this window stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Opening {
    /// It is being opened.
    Busy,
    /// None is open, or one that is not set up yet: the welcome is on show.
    Closed,
    /// This one could not be opened.
    Failed(WorkspaceKind, Trouble),
    Open,
}

/// Opens and leaves workspaces; lent by context.
#[derive(Clone, Copy)]
pub struct Place {
    state: RwSignal<Opening>,
    asked: StoredValue<Option<QuestionId>>,
    engine: Engine,
    router: Router,
}

/// Opens what the address or the memory names, and follows the address from then on.
pub fn provide_place() -> Place {
    let place = Place {
        state: RwSignal::new(Opening::Closed),
        asked: StoredValue::new(None),
        engine: use_engine(),
        router: use_router(),
    };
    provide_context(place);
    let route = place.router.route();
    let named = route.with_untracked(|route| matches!(route, Route::Open(_)));
    if let (false, Some(kind)) = (named, remembered()) {
        place.open(kind);
    }
    // Reaches outside: it opens what a link names.
    Effect::new(move || match route.get() {
        Route::Open(kind) => place.open(kind),
        Route::Welcome if place.state.with_untracked(|state| *state == Opening::Open) => {
            replace(&Route::Today)
        }
        _ => {}
    });
    place
}

#[must_use]
pub fn use_place() -> Place {
    use_context().unwrap_or_else(provide_place)
}

/// Whether a workspace with a desk is open: then there are pages.
#[must_use]
pub fn is_set_up() -> Signal<bool> {
    let about = use_about();
    Memo::new(move |_| about.with(|about| about.as_ref().is_some_and(|about| about.desk.is_some())))
        .into()
}

/// Whether it is the region of demonstration, which opens on what was published of it.
#[must_use]
pub fn in_demonstration() -> Signal<bool> {
    let about = use_about();
    let is = |about: &About| about.workspace == WorkspaceKind::Demonstration;
    Memo::new(move |_| about.with(|about| about.as_deref().is_some_and(is))).into()
}

impl Place {
    #[must_use]
    pub fn state(self) -> Signal<Opening> {
        self.state.into()
    }

    /// Opens a workspace; the demonstration is made at its first opening, which takes a moment.
    pub fn open(self, kind: WorkspaceKind) {
        self.state.set(Opening::Busy);
        spawn_local(async move {
            // First the page that goes keeps its drafts, where they belong.
            pages_gone().await;
            let (answer, question) = self
                .engine
                .ask_cancellable(ask::Open { workspace: kind }, None);
            self.asked.set_value(Some(question));
            match answer.await {
                Ok(about) if about.desk.is_some() => self.entered(kind),
                Ok(_) => {
                    self.state.set(Opening::Closed);
                    self.to_welcome();
                }
                Err(trouble) => {
                    self.engine.leave();
                    self.state.set(match trouble {
                        Trouble::Cancelled => Opening::Closed,
                        trouble => Opening::Failed(kind, trouble),
                    });
                    self.to_welcome();
                }
            }
        });
    }

    /// Opens another from within one: a case's address means nothing there.
    pub fn switch(self, kind: WorkspaceKind) {
        let of_a_case = self.router.route().with_untracked(|route| {
            matches!(
                route,
                Route::Case(_) | Route::CaseStep { .. } | Route::CasePaper { .. }
            )
        });
        if of_a_case {
            replace(&Route::Today);
        }
        self.open(kind);
    }

    /// Stops an opening that takes long: back to the welcome.
    pub fn stop(self) {
        if let Some(question) = self.asked.get_value() {
            self.engine.cancel(question);
        }
    }

    /// A desk stands in the open workspace: to be called after set-up and after a restore, too.
    pub fn entered(self, kind: WorkspaceKind) {
        remember(kind);
        self.state.set(Opening::Open);
        let outside = self
            .router
            .route()
            .with_untracked(|route| matches!(route, Route::Welcome | Route::Open(_)));
        if outside {
            replace(&Route::Today);
        }
    }

    /// Back to the welcome; the workspace stays as it is.
    pub fn leave(self) {
        forget();
        self.engine.leave();
        self.state.set(Opening::Closed);
        replace(&Route::Welcome);
    }

    fn to_welcome(self) {
        if self
            .router
            .route()
            .with_untracked(|route| matches!(route, Route::Open(_)))
        {
            replace(&Route::Welcome);
        }
    }
}

/// Whatever the signals set off has run by then: a timer's turn comes after all of it.
async fn pages_gone() {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(turn).await;
}

/// What is remembered of this folder's app.
fn key() -> String {
    own_key("workspace")
}

/// Private windows may forbid storage: then a reload begins at the welcome.
fn storages() -> impl Iterator<Item = web_sys::Storage> {
    let window = window();
    [window.session_storage(), window.local_storage()]
        .into_iter()
        .filter_map(|storage| storage.ok().flatten())
}

fn remembered() -> Option<WorkspaceKind> {
    let key = key();
    let code = storages().find_map(|storage| storage.get_item(&key).ok().flatten())?;
    WorkspaceKind::from_code(&code)
}

fn remember(kind: WorkspaceKind) {
    for storage in storages() {
        let _ = storage.set_item(&key(), kind.code());
    }
}

fn forget() {
    for storage in storages() {
        let _ = storage.remove_item(&key());
    }
}

//! A form of the directory while it is filled in: its fields, what is missing, what was refused.

use leptos::{ev::SubmitEvent, prelude::*};

use super::asked::{Asked, Filled, Known};
use super::question::{Question, Typed};
use crate::{
    locale::{Language, directory as say},
    ui::{icon::Icon, language::use_language},
};

/// Copy it into closures at will.
#[derive(Clone, Copy)]
pub(super) struct Filling {
    fields: StoredValue<Vec<Filled>>,
    tried: RwSignal<bool>,
    /// It was sent, and is not answered yet.
    pub busy: RwSignal<bool>,
    pub refused: RwSignal<Option<String>>,
    language: RwSignal<Language>,
}

impl Filling {
    /// A form that asks this, with what stands there.
    pub fn new(asks: &[(Question, Typed)]) -> Self {
        let fields = asks.iter();
        let fields = fields.map(|(question, stands)| Filled::new(*question, stands));
        Self {
            fields: StoredValue::new(fields.collect()),
            tried: RwSignal::new(false),
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
            language: use_language(),
        }
    }

    /// What stands in the fields now. Tracks them.
    pub fn typed(self) -> Vec<Typed> {
        let fields = self.fields.get_value().into_iter();
        fields.map(Filled::typed).collect()
    }

    /// What is made of what was typed; none where something is missing, which is said then.
    pub fn complete<T>(self, made: impl FnOnce(&[Typed]) -> Option<T>) -> Option<T> {
        self.tried.set(true);
        self.refused.set(None);
        let missing = self
            .fields
            .with_value(|fields| fields.iter().any(|one| one.is_missing()));
        let made = untrack(|| made(&self.typed())).filter(|_| !missing);
        if made.is_none() {
            let needed = say::needed_more(self.language.get_untracked());
            self.refused.set(Some(needed.to_owned()));
        }
        made
    }

    /// Sends on submit, once at a time.
    pub fn submits(self, send: impl Fn() + 'static) -> impl Fn(SubmitEvent) + 'static {
        move |event| {
            event.prevent_default();
            if !self.busy.get_untracked() {
                send();
            }
        }
    }
}

/// The fields.
#[component]
pub(super) fn Fields(filling: Filling, known: Known) -> impl IntoView {
    let none = Signal::derive(|| None::<String>);
    let fields = filling.fields.get_value().into_iter();
    let field =
        move |filled| view! { <Asked filled=filled known=known show=filling.tried refused=none/> };
    fields.map(field).collect_view()
}

/// What was refused. There from the start: readers only hear what comes into a place that they know.
#[component]
pub(super) fn RefusedHere(filling: Filling) -> impl IntoView {
    view! {
        <div role="alert">
            {move || filling.refused.get().map(|why| view! {
                <p class="step-refused row"><Icon name=Icon::CircleAlert/><span class="grow">{why}</span></p>
            })}
        </div>
    }
}

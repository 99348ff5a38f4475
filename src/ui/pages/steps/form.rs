//! A form: signals that outlive a reload in a draft, and what was refused.
//!
//! Fields are made by name, all of them while the form is set up: `let day = form.field("day", today)`.

use std::sync::Arc;

use leptos::{html, prelude::*};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::spot::{Spot, spot};
use crate::{
    domain::case::{Refusal, refusal::Slot},
    engine::protocol::Trouble,
    law::day::Day,
    locale::refusal as say,
    ui::{data::Draft, language::use_language, route::MAIN_ID},
};

type Getter = Arc<dyn Fn() -> Value + Send + Sync>;

/// A form and its draft. Copy it into closures at will.
#[derive(Clone, Copy)]
pub struct Form {
    pub draft: Draft,
    kept: StoredValue<Map<String, Value>>,
    getters: StoredValue<Vec<(&'static str, Getter)>>,
    /// The main button was pressed: what is empty is blamed from now on.
    pub tried: RwSignal<bool>,
    pub busy: RwSignal<bool>,
    pub refusal: RwSignal<Option<Refusal>>,
    pub trouble: RwSignal<Option<Trouble>>,
    pub node: NodeRef<html::Form>,
    /// It goes on from a draft.
    pub resumed: bool,
    /// The part of a long form on show, from 1.
    pub at: RwSignal<usize>,
    leads_on: StoredValue<Option<Callback<(), Result<(), Refusal>>>>,
}

impl Form {
    /// The form with what its draft kept. `first`: the part that a fresh form shows.
    #[must_use]
    pub fn new(draft: Draft, text: Option<&str>, first: usize) -> Self {
        // A draft of another version is no reason to lose what can still be read of it, field by field.
        let kept = text
            .and_then(|text| serde_json::from_str(text).ok())
            .unwrap_or_default();
        let mut form = Self {
            draft,
            kept: StoredValue::new(kept),
            getters: StoredValue::new(Vec::new()),
            tried: RwSignal::new(false),
            busy: RwSignal::new(false),
            refusal: RwSignal::new(None),
            trouble: RwSignal::new(None),
            node: NodeRef::new(),
            resumed: text.is_some(),
            at: RwSignal::new(first),
            leads_on: StoredValue::new(None),
        };
        form.at = form.field("at", first);
        let untouched = StoredValue::new(None::<String>);
        // Runs after the form is set up, and then with every change of any field.
        Effect::new(move |before: Option<(usize, String)>| {
            let now = (form.at.get(), form.text());
            if before.is_none() && !form.resumed {
                untouched.set_value(Some(now.1.clone()));
            }
            if let Some((at, text)) = before
                && text != now.1
            {
                // As it was when it was opened, there is nothing to keep.
                let fresh = untouched.with_value(|fresh| fresh.as_ref() == Some(&now.1));
                draft.set(if fresh { String::new() } else { now.1.clone() });
                // What was refused is being mended; where it leads to the part at fault, it still stands.
                if at == now.0 {
                    form.refusal.set(None);
                    form.trouble.set(None);
                }
            }
            now
        });
        form
    }

    /// A field: as the draft has it, else `default`.
    pub fn field<T>(self, name: &'static str, default: T) -> RwSignal<T>
    where
        T: Serialize + DeserializeOwned + Send + Sync + 'static,
    {
        let signal = RwSignal::new(self.kept(name).unwrap_or(default));
        self.keep(name, move || {
            signal.with(|value| serde_json::to_value(value).unwrap_or_default())
        });
        signal
    }

    /// What the draft has under a name.
    pub fn kept<T: DeserializeOwned>(self, name: &str) -> Option<T> {
        self.kept
            .with_value(|kept| kept.get(name).and_then(|value| T::deserialize(value).ok()))
    }

    /// Keeps what `getter` reads: for lists of fields.
    pub fn keep(self, name: &'static str, getter: impl Fn() -> Value + Send + Sync + 'static) {
        self.getters
            .update_value(|getters| getters.push((name, Arc::new(getter))));
    }

    /// What was kept and what stands now: to bring back a draft that was dropped.
    pub fn whole(self) -> String {
        let mut all = self.kept.get_value();
        let now = serde_json::from_str::<Map<String, Value>>(&self.text()).unwrap_or_default();
        all.extend(now);
        serde_json::to_string(&all).unwrap_or_default()
    }

    fn text(self) -> String {
        let all: Map<String, Value> = self
            .getters
            .get_value()
            .into_iter()
            .map(|(name, getter)| (name.to_owned(), getter()))
            .collect();
        serde_json::to_string(&all).unwrap_or_default()
    }

    /// What was refused about one place; for a field's `refused` or `error`.
    #[must_use]
    pub fn refused(self, at: Spot) -> Signal<Option<String>> {
        let language = use_language();
        Signal::derive(move || {
            self.refusal.with(|refusal| {
                let refusal = refusal.as_ref().filter(|refusal| spot(refusal) == at)?;
                Some(say::refusal(language.get(), refusal))
            })
        })
    }

    /// The same for a slot.
    #[must_use]
    pub fn refused_at(self, slot: Slot) -> Signal<Option<String>> {
        self.refused(Spot::Slot(slot))
    }

    /// What must hold before a part leads on to the next, beside what its fields say themselves.
    pub fn leads_on_if(self, holds: impl Fn() -> Result<(), Refusal> + Send + Sync + 'static) {
        self.leads_on.set_value(Some(Callback::from(holds)));
    }

    /// On to the next part, or what keeps one from it.
    pub fn lead_on(self) {
        let holds = self
            .leads_on
            .get_value()
            .map_or(Ok(()), |holds| holds.run(()));
        match holds {
            Ok(()) => {
                self.tried.set(false);
                self.show(self.at.get_untracked() + 1);
            }
            Err(refusal) => self.refuse(refusal),
        }
    }

    /// Brings a part on show; the focus goes to what it is called, away from the button that led there: a
    /// second press of Enter does nothing.
    pub fn show(self, part: usize) {
        self.at.set(part);
        request_animation_frame(|| {
            if let Some(main) = document().get_element_by_id(MAIN_ID) {
                main.set_scroll_top(0);
                if let Ok(Some(heading)) = main.query_selector(".steps-bar [data-heading]") {
                    focus(&heading);
                }
            }
        });
    }

    /// Says what is refused, and brings the focus to where it can be mended.
    pub fn refuse(self, refusal: Refusal) {
        self.refusal.set(Some(refusal));
        request_animation_frame(move || {
            if !self.to_first_error(None) {
                self.to_summary();
            }
        });
    }

    /// Says that it could not be stored; what was typed stays.
    pub fn fail(self, trouble: Trouble) {
        self.trouble.set(Some(trouble));
        request_animation_frame(move || self.to_summary());
    }

    /// Brings the focus to the first field with an error, in one part or in all; false if there is none.
    pub fn to_first_error(self, part: Option<usize>) -> bool {
        let Some(form) = self.node.get_untracked() else {
            return false;
        };
        let root: &Element = form.as_ref();
        let within = part.map_or_else(String::new, |part| format!("[data-part=\"{part}\"] "));
        let wrong = format!("{within}.field .error, {within}[aria-invalid=\"true\"]");
        let Some(error) = root.query_selector(&wrong).ok().flatten() else {
            return false;
        };
        let part = error.closest("[data-part]").ok().flatten();
        if let Some(part) = part.and_then(|part| part.get_attribute("data-part")?.parse().ok()) {
            self.at.set(part);
        }
        request_animation_frame(move || focus_near(&error));
        true
    }

    pub fn to_summary(self) {
        let Some(form) = self.node.get_untracked() else {
            return;
        };
        let root: &Element = form.as_ref();
        if let Ok(Some(summary)) = root.query_selector("[data-summary]") {
            focus(&summary);
        }
    }

    /// The day in a field; an empty or odd one is refused as the domain would.
    pub fn day(self, text: RwSignal<String>, slot: Slot) -> Result<Day, Refusal> {
        text.with_untracked(|text| Day::parse(text))
            .map_err(|_| Refusal::Empty(slot))
    }

    /// What was chosen.
    pub fn chosen<T: Clone + Send + Sync + 'static>(
        self,
        value: RwSignal<Option<T>>,
        slot: Slot,
    ) -> Result<T, Refusal> {
        value.get_untracked().ok_or(Refusal::Empty(slot))
    }
}

fn focus_near(error: &Element) {
    // What is folded away cannot have the focus.
    if let Ok(Some(fold)) = error.closest("details") {
        let _ = fold.set_attribute("open", "");
    }
    let field = error.closest(".field, .tick-field").ok().flatten();
    let within = |what| field.as_ref()?.query_selector(what).ok()?;
    focus(&within("input, textarea, select, button").unwrap_or_else(|| error.clone()));
    // The words stand below what they are about, and must not be left behind the bar.
    let words = within(".error").unwrap_or_else(|| error.clone());
    words.scroll_into_view_with_bool(false);
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
        element.scroll_into_view_with_bool(false);
    }
}

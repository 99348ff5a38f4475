//! What stands in a field now, by whom and since when; two of them where desks disagree.

use std::sync::Arc;

use leptos::prelude::*;

use super::page::Opened;
use crate::{
    domain::{
        field::{Field, Written},
        id::StreamId,
    },
    law::day::Moment,
    locale::{Language, dates, steps as say},
    ui::{
        data::today,
        language::{t, use_language},
        parts::{Button, ButtonSize},
    },
};

/// One value that stands.
#[derive(Clone)]
pub struct Standing {
    words: Arc<dyn Fn(Language) -> String + Send + Sync>,
    at: Moment,
    who: StreamId,
}

impl Standing {
    /// The value as one reads it.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        (self.words)(language)
    }
}

/// A value that was written once and never put right, with who wrote it and when.
pub fn alone(
    words: impl Fn(Language) -> String + Send + Sync + 'static,
    (at, who): (Moment, StreamId),
) -> Standing {
    Standing {
        words: Arc::new(words),
        at,
        who,
    }
}

/// The values that stand in a field: one, or the sides of a disagreement.
pub fn sides<T>(
    field: &Field<T>,
    words: impl Fn(Language, &T) -> String + Send + Sync + Clone + 'static,
) -> Vec<Standing>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let one = |written: &Written<T>| {
        let (value, words) = (written.value.clone(), words.clone());
        Standing {
            words: Arc::new(move |l| words(l, &value)),
            at: written.at,
            who: written.who,
        }
    };
    match field.sides() {
        [] => field.written().into_iter().map(one).collect(),
        sides => sides.iter().map(one).collect(),
    }
}

/// What stands, above the new value. `use_this` takes a side's value over into the form.
#[component]
pub fn Stands(
    opened: Opened,
    standing: Vec<Standing>,
    use_this: Option<Callback<(usize,)>>,
) -> impl IntoView {
    let language = use_language();
    let several = standing.len() > 1;
    let names = opened.page().names.clone();
    let row = move |(place, one): (usize, Standing)| {
        let who = names
            .iter()
            .find(|(id, _)| *id == one.who)
            .and_then(|(_, name)| name.clone())
            .unwrap_or_default();
        let when = t(move |l| format!("{} {who}", dates::moment(l, one.at, today().get())));
        let text = {
            let one = one.clone();
            move || match one.text(language.get()) {
                text if text.is_empty() => say::empty_value(language.get()).to_owned(),
                text => text,
            }
        };
        let take = use_this.filter(|_| several).map(|use_this| {
            view! {
                <Button size=ButtonSize::Small on_press=move || use_this.run((place,))>{t(say::use_this)}</Button>
            }
        });
        view! {
            <div class="stands">
                <p class="tiny">{move || when.get()}</p>
                <p class="words">{text}</p>
                {take}
            </div>
        }
    };
    let title = t(move |l| {
        if several {
            say::correct_sides(l)
        } else {
            say::correct_now(l)
        }
    });
    view! {
        <div class="stack">
            <p class="label">{move || title.get()}</p>
            {standing.into_iter().enumerate().map(row).collect_view()}
        </div>
    }
}

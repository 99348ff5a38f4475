//! A long list is drawn in parts: drawn whole, a page of thousands stood still for seconds.

use leptos::prelude::*;

use super::seen::Seen;
use crate::{locale::Language, ui::language::t, views::answers::CasePage};

/// How much of a list of the page is drawn.
#[derive(Clone, Copy)]
pub struct InParts {
    pub seen: Seen,
    pub drawn: RwSignal<usize>,
    /// Drawn at first, and drawn more whenever more is asked for.
    part: usize,
    length: fn(&CasePage) -> usize,
}

impl InParts {
    pub fn new(seen: Seen, part: usize, length: fn(&CasePage) -> usize) -> Self {
        Self {
            seen,
            drawn: RwSignal::new(part),
            part,
            length,
        }
    }

    /// How long the whole list is.
    pub fn all(self) -> usize {
        self.seen.say(|_, page| (self.length)(page)).unwrap_or(0)
    }

    fn left(self) -> usize {
        self.all().saturating_sub(self.drawn.get())
    }
}

/// Under the list, how many are still to come, and a press for more of them.
#[component]
pub fn More(list: InParts, words: fn(Language, usize) -> String) -> impl IntoView {
    move || {
        (list.left() > 0).then(|| {
            view! {
                <button type="button" class="link" on:click=move |_| list.drawn.update(|drawn| *drawn += list.part)>
                    {t(move |l| words(l, list.left()))}
                </button>
            }
        })
    }
}

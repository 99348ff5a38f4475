//! A word that finds some of many names, as every choice among very many has it; which are drawn says `few`.

use leptos::prelude::*;

use super::{
    Choosable, SearchBox, SearchKey,
    few::{MOST, few},
};

/// What is looked for among many names, and what of them is drawn.
#[derive(Clone, Copy)]
pub struct Finding<K: Choosable> {
    /// Those that are drawn, and how many more there are.
    pub found: Memo<(Vec<(K, String)>, usize)>,
    word: RwSignal<String>,
    is_long: Memo<bool>,
}

impl<K: Choosable> Finding<K> {
    /// What `stays` is drawn whatever is looked for: it is chosen.
    pub fn among(
        all: Memo<Vec<(K, String)>>,
        stays: impl Fn(&K) -> bool + Send + Sync + 'static,
    ) -> Self {
        let word = RwSignal::new(String::new());
        Self {
            found: Memo::new(move |_| all.with(|all| few(all, &word.get(), &stays))),
            word,
            // While its word leaves some out, one must be able to take it away.
            is_long: Memo::new(move |_| {
                all.with(|all| all.len() > MOST) || !word.with(String::is_empty)
            }),
        }
    }

    /// The box for the word, where there are more than are drawn.
    pub fn search(self, placeholder: Signal<String>) -> impl Fn() -> Option<AnyView> + Clone {
        move || {
            self.is_long.get().then(|| {
                view! { <SearchBox value=self.word placeholder=placeholder key=SearchKey::None/> }
                    .into_any()
            })
        }
    }
}

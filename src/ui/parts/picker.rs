//! Choosing down a ladder of levels: county, township, organisation. Columns where there is room for them; on a
//! phone one list at a time, the levels above it standing as what was chosen. Each list has a search.

use leptos::prelude::*;

use super::{
    common::{classes, unique_id},
    search::{SearchBox, SearchKey},
};
use crate::{
    locale::parts as say,
    ui::{
        icon::{Icon, IconSize},
        language::t,
    },
};

/// One thing on a level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelOption {
    pub code: String,
    pub label: String,
    /// Beside it, small: 河北省.
    pub detail: String,
    /// What else finds it: pinyin initials, an old name; lower case.
    pub also: String,
}

impl LevelOption {
    pub fn new(code: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    #[must_use]
    pub fn detail(self, detail: impl Into<String>) -> Self {
        Self {
            detail: detail.into(),
            ..self
        }
    }

    #[must_use]
    pub fn also(self, also: impl Into<String>) -> Self {
        Self {
            also: also.into(),
            ..self
        }
    }

    fn is_found(&self, words: &str) -> bool {
        self.label.to_lowercase().contains(words)
            || self.also.contains(words)
            || self.detail.contains(words)
    }
}

/// More levels than these stand one after the other on a desktop too.
const SIDE_BY_SIDE: usize = 3;

/// Longer lists show this many and ask for a word.
const SHOWN: usize = 150;

/// A ladder of levels. `path` holds the codes chosen, from the top; choosing above clears what was below.
#[component]
pub fn LevelPicker(
    /// The names of the levels: 区县, 乡镇、街道, 单位.
    #[prop(into)]
    levels: Signal<Vec<String>>,
    path: RwSignal<Vec<String>>,
    /// What stands on a level below a path, e.g. `["120114"]` for the townships of Wuqing. Read signals
    /// in it, and the lists follow what is loaded later.
    options: Callback<(Vec<String>,), Vec<LevelOption>>,
    /// Levels, counted from 0, that offer 自己写; a press calls `on_own` with the level.
    #[prop(optional, into)]
    own: Vec<usize>,
    #[prop(optional, into)] on_own: Option<Callback<(usize,)>>,
) -> impl IntoView {
    // The level on show on a phone.
    let at = RwSignal::new(path.with_untracked(Vec::len));
    let own = StoredValue::new(own);
    let column = move |level: usize| {
        let name = Signal::derive(move || {
            levels.with(|names| names.get(level).cloned().unwrap_or_default())
        });
        let above = Memo::new(move |_| path.with(|path| path.get(..level).map(<[String]>::to_vec)));
        let here = Memo::new(move |_| {
            above
                .get()
                .map(|above| options.run((above,)))
                .unwrap_or_default()
        });
        let chosen = Memo::new(move |_| path.with(|path| path.get(level).cloned()));
        let label = move || {
            chosen.with(|code| {
                here.with(|all| {
                    all.iter()
                        .find(|one| Some(&one.code) == code.as_ref())
                        .map(|one| one.label.clone())
                })
            })
        };
        let last = move || levels.with(Vec::len).saturating_sub(1);
        let shown = move || at.get().min(last()) == level;
        let choose = Callback::from(move |code: String| {
            path.update(|path| {
                path.truncate(level);
                path.push(code);
            });
            at.set((level + 1).min(levels.with_untracked(Vec::len).saturating_sub(1)));
        });
        let own_here = own
            .with_value(|own| own.contains(&level))
            .then_some(on_own)
            .flatten();
        view! {
            <div class="level" class:shown=shown class:waits=move || above.with(Option::is_none)>
                <p class="level-name"><b aria-hidden="true">{level + 1}</b>{move || name.get()}</p>
                <button type="button" class="level-chosen" on:click=move |_| at.set(level) disabled=move || above.with(Option::is_none)>
                    <span class="tiny">{move || name.get()}</span>
                    <span class="cut">{move || label().unwrap_or_else(|| "—".into())}</span>
                    <Icon name=Icon::ChevronDown size=IconSize::Small/>
                </button>
                <LevelList name=name options=here chosen=chosen choose=choose own=own_here level=level/>
            </div>
        }
    };
    let deep = move || levels.with(Vec::len) > SIDE_BY_SIDE;
    view! {
        <div class="levels" class:deep=deep>
            {move || (0..levels.with(Vec::len)).map(column).collect_view()}
        </div>
    }
}

#[component]
fn LevelList(
    name: Signal<String>,
    options: Memo<Vec<LevelOption>>,
    chosen: Memo<Option<String>>,
    choose: Callback<(String,)>,
    own: Option<Callback<(usize,)>>,
    level: usize,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let group = StoredValue::new(unique_id("level"));
    let found = Memo::new(move |_| {
        let words = words.get().trim().to_lowercase();
        options.with(|all| {
            let found: Vec<LevelOption> = all
                .iter()
                .filter(|one| words.is_empty() || one.is_found(&words))
                .cloned()
                .collect();
            found
        })
    });
    let shown = move || found.with(|found| found.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let row = move |one: LevelOption| {
        let (code, mine) = (one.code.clone(), one.code);
        let on = Memo::new(move |_| chosen.with(|now| now.as_ref() == Some(&mine)));
        view! {
            <label class="level-row" class:on=move || on.get()>
                <input
                    type="radio" name=group.get_value()
                    prop:checked=move || on.get()
                    on:change=move |_| choose.run((code.clone(),))
                />
                <span class="grow cut">{one.label}</span>
                <span class="tiny">{one.detail}</span>
                {move || on.get().then(|| view! { <Icon name=Icon::Check size=IconSize::Small/> })}
            </label>
        }
    };
    let rest = t(move |l| match found.with(Vec::len) {
        0 if options.with(Vec::is_empty) => String::new(),
        0 => say::nothing_found(l).into(),
        count if count > SHOWN => say::more_to_find(l, count - SHOWN),
        _ => String::new(),
    });
    view! {
        <div class=classes(&["level-list"]) role="radiogroup" aria-label=move || name.get()>
            {move || options.with(|all| all.len() > 8).then(|| view! {
                <SearchBox value=words placeholder=t(say::find_by_name) key=SearchKey::None/>
            })}
            <div class="level-rows">
                <For each=shown key=|one| one.code.clone() children=row/>
                <p class="tiny level-rest">{rest}</p>
            </div>
            {own.map(|own| view! {
                <button type="button" class="link level-own" on:click=move |_| own.run((level,))>
                    <Icon name=Icon::Plus size=IconSize::Small/>{t(say::own_words)}
                </button>
            })}
        </div>
    }
}

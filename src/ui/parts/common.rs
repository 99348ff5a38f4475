//! What several parts share.

use std::sync::atomic::{AtomicU32, Ordering};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What a colour means; never by colour alone, a word or an icon goes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    /// Acts, is done.
    Pine,
    /// Waits, is near its limit.
    Sun,
    /// Overdue, dangerous, refused.
    Maple,
    /// Another region.
    River,
}

impl Tone {
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Pine => "pine",
            Self::Sun => "sun",
            Self::Maple => "maple",
            Self::River => "river",
        }
    }
}

/// An id that no other element of the page has, to tie a label to its field.
#[must_use]
pub fn unique_id(what: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{what}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Joins class names, leaving out empty ones.
#[must_use]
pub fn classes(names: &[&str]) -> String {
    let mut joined = String::new();
    for name in names.iter().filter(|name| !name.is_empty()) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(name);
    }
    joined
}

/// The elements under `root` that can have the focus, in order.
#[must_use]
pub fn matching(root: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|i| list.item(i)?.dyn_into().ok())
        .collect()
}

/// Moves the focus among `root`'s `selector` by `step`, around the ends.
pub fn move_focus(root: &Element, selector: &str, step: i32) {
    let all = matching(root, selector);
    let active = leptos::prelude::document().active_element();
    let now = all
        .iter()
        .position(|one| Some(one.unchecked_ref::<Element>()) == active.as_ref());
    let count = i32::try_from(all.len()).unwrap_or(0);
    if count > 0 {
        let next = match now.and_then(|at| i32::try_from(at).ok()) {
            Some(at) => (at + step).rem_euclid(count),
            None if step < 0 => count - 1,
            None => 0,
        };
        if let Some(one) = usize::try_from(next).ok().and_then(|at| all.get(at)) {
            let _ = one.focus();
        }
    }
}

/// A length that is not below nought, as styles take it, to the hundredth of a pixel. What Rust brings along to write
/// fractions weighs more than a page.
#[must_use]
pub fn px(length: f64) -> String {
    let hundredths = (length * 100.0).round() as u64;
    format!("{}.{:02}px", hundredths / 100, hundredths % 100)
}

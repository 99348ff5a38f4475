//! The preferences of this browser that concern looks alone: language, theme and size of type. They
//! lie in localStorage, beside which workspace was last open (`ui::place`) and wrong PINs (`ui::app::lock`); cases never do.
//!
//! ```ignore
//! view! { <h1>{t(say::register)}</h1> <p>{t(move |l| say::days_left(l, left.get()))}</p> }
//! ```

use crate::locale::Language;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// The size of all type: 100 %, 125 %, 150 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TypeSize {
    #[default]
    Normal,
    Large,
    Larger,
}

/// A preference as it is written in localStorage and on `<html>`.
pub trait Code: Copy + PartialEq + 'static {
    const ALL: &'static [Self];
    fn code(self) -> &'static str;
    /// The one with this code; the first for an unknown code.
    fn from_code(code: &str) -> Self {
        Self::ALL
            .iter()
            .copied()
            .find(|one| one.code() == code)
            .unwrap_or(Self::ALL[0])
    }
}

impl Code for Language {
    const ALL: &'static [Self] = &[Self::Chinese, Self::English];
    fn code(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }
}

impl Code for Theme {
    const ALL: &'static [Self] = &[Self::System, Self::Light, Self::Dark];
    fn code(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Code for TypeSize {
    const ALL: &'static [Self] = &[Self::Normal, Self::Large, Self::Larger];
    fn code(self) -> &'static str {
        match self {
            Self::Normal => "",
            Self::Large => "large",
            Self::Larger => "larger",
        }
    }
}

#[cfg(target_arch = "wasm32")]
pub use self::browser::*;

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::prelude::*;

    use super::{Code, Language, Theme, TypeSize};

    /// The three preferences, as signals: set one, and the page and localStorage follow.
    #[derive(Clone, Copy, Debug)]
    pub struct Preferences {
        pub language: RwSignal<Language>,
        pub theme: RwSignal<Theme>,
        pub type_size: RwSignal<TypeSize>,
    }

    /// Reads the preferences, puts them on `<html>`, and provides them; once, at the app's root.
    pub fn provide_preferences() -> Preferences {
        let preferences = Preferences {
            language: RwSignal::new(remembered("language")),
            theme: RwSignal::new(remembered("theme")),
            type_size: RwSignal::new(remembered("type")),
        };
        provide_context(preferences);
        // Effects here reach outside (html, localStorage); they write no signal.
        Effect::new(move || keep(preferences.language.get(), "language", "lang"));
        Effect::new(move || keep(preferences.theme.get(), "theme", "data-theme"));
        Effect::new(move || keep(preferences.type_size.get(), "type", "data-type"));
        preferences
    }

    #[must_use]
    pub fn use_preferences() -> Preferences {
        use_context().unwrap_or_else(provide_preferences)
    }

    /// The language as a signal, to read (`lang.get()`) or to switch.
    #[must_use]
    pub fn use_language() -> RwSignal<Language> {
        use_preferences().language
    }

    /// A text in the language of the moment: `t(say::take_in)` for a message without arguments,
    /// `t(move |l| say::days_left(l, left.get()))` for one with. Good as a child, as an attribute and
    /// for every prop that takes a text. Call it while the component is set up, not in an event.
    pub fn t<S: Into<String>>(
        message: impl Fn(Language) -> S + Send + Sync + 'static,
    ) -> Signal<String> {
        // What follows is compiled once, not once a message.
        spoken(Box::new(move |language| message(language).into()))
    }

    fn spoken(message: Box<dyn Fn(Language) -> String + Send + Sync>) -> Signal<String> {
        let language = use_language();
        Signal::derive(move || message(language.get()))
    }

    const PREFIX: &str = "langqiao.";

    // Private windows may forbid storage altogether: then preferences last as long as the page.
    fn storage() -> Option<web_sys::Storage> {
        window().local_storage().ok().flatten()
    }

    fn remembered<T: Code>(name: &str) -> T {
        let code = storage().and_then(|s| s.get_item(&format!("{PREFIX}{name}")).ok().flatten());
        T::from_code(code.as_deref().unwrap_or_default())
    }

    fn keep<T: Code>(value: T, name: &str, attribute: &str) {
        if let Some(storage) = storage() {
            let key = format!("{PREFIX}{name}");
            // A full or forbidden storage must not stop the switch itself.
            let _ = match value == T::ALL[0] {
                true => storage.remove_item(&key),
                false => storage.set_item(&key, value.code()),
            };
        }
        if let Some(html) = document().document_element() {
            let _ = match value.code() {
                "" => html.remove_attribute(attribute),
                code => html.set_attribute(attribute, code),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_round_trip_and_unknown_ones_fall_back() {
        for size in TypeSize::ALL {
            assert_eq!(TypeSize::from_code(size.code()), *size);
        }
        assert_eq!(Language::from_code("fr"), Language::Chinese);
        assert_eq!(Theme::from_code("dark"), Theme::Dark);
    }
}

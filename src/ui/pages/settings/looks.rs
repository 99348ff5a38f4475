//! Language, light or dark, size of type: at once, and for this browser.

use leptos::prelude::*;

use crate::{
    locale::{Language, settings as say},
    ui::{
        language::{Code, Theme, TypeSize, t, use_language, use_preferences},
        parts::{Card, ChipChoice, Choosable, Pick},
    },
};

#[component]
pub fn LooksCard() -> impl IntoView {
    let preferences = use_preferences();
    let language = use_language();
    let languages = || {
        vec![
            Pick::new(Language::Chinese, "中文"),
            Pick::new(Language::English, "English"),
        ]
    };
    let themes = move || {
        let l = language.get();
        vec![
            Pick::new(Theme::System, say::theme_system(l)),
            Pick::new(Theme::Light, say::theme_light(l)),
            Pick::new(Theme::Dark, say::theme_dark(l)),
        ]
    };
    let sizes = move || {
        let l = language.get();
        vec![
            Pick::new(TypeSize::Normal, say::type_normal(l)),
            Pick::new(TypeSize::Large, say::type_large(l)),
            Pick::new(TypeSize::Larger, say::type_larger(l)),
        ]
    };
    view! {
        <Card title=t(say::looks)>
            <ChipChoice label=t(say::language) options=Signal::derive(languages) value=choice(preferences.language)/>
            <ChipChoice label=t(say::theme) options=Signal::derive(themes) value=choice(preferences.theme)/>
            <ChipChoice label=t(say::type_size) options=Signal::derive(sizes) value=choice(preferences.type_size)/>
        </Card>
    }
}

/// A preference as a choice of which one always stands.
fn choice<T: Code + Choosable>(preference: RwSignal<T>) -> RwSignal<Option<T>> {
    let chosen = RwSignal::new(Some(preference.get_untracked()));
    // Both ways, for the head has a switch for the language too; neither writes what stands already.
    Effect::new(move || {
        if let Some(wanted) = chosen
            .get()
            .filter(|wanted| preference.with_untracked(|now| now != wanted))
        {
            preference.set(wanted);
        }
    });
    Effect::new(move || {
        let now = preference.get();
        if chosen.with_untracked(|chosen| *chosen != Some(now)) {
            chosen.set(Some(now));
        }
    });
    chosen
}

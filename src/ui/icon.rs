//! `<Icon name=Icon::House/>`: a Lucide outline in the ink of the text around it. Icons decorate: the
//! word beside them carries the meaning, or the button's `label` does, so they are hidden from readers.

pub use super::icon_outlines::Icon;

#[cfg(target_arch = "wasm32")]
pub use self::view::*;

#[cfg(target_arch = "wasm32")]
mod view {
    use leptos::prelude::*;

    use crate::ui::icon_outlines::Icon;

    /// The three sizes in use: 16, 20 and 24 px; they grow with large type.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum IconSize {
        Small,
        #[default]
        Normal,
        Large,
    }

    impl IconSize {
        fn class(self) -> &'static str {
            match self {
                Self::Small => "icon s",
                Self::Normal => "icon",
                Self::Large => "icon l",
            }
        }
    }

    /// Draws one icon.
    #[component]
    pub fn Icon(
        /// Which one; may be a signal.
        #[prop(into)]
        name: Signal<Icon>,
        #[prop(optional)] size: IconSize,
    ) -> impl IntoView {
        view! {
            <svg
                class=size.class()
                viewBox="0 0 24 24"
                aria-hidden="true"
                inner_html=move || name.get().outline()
            ></svg>
        }
    }

    /// The bridge of the logo; the name stands beside it.
    #[component]
    pub fn Logo() -> impl IntoView {
        view! {
            <svg class="logo-mark" viewBox="0 0 64 64" aria-hidden="true">
                <g fill="none" stroke="var(--pine)" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">
                    <path d="M6 24c10-1 19-5 26-13 7 8 16 12 26 13"></path>
                    <path d="M14 25v14M26 22v17M38 22v17M50 25v14"></path>
                    <path d="M5 41h54"></path>
                    <path d="M9 54c4-8 13-13 23-13s19 5 23 13"></path>
                </g>
                <circle cx="32" cy="17" r="3.4" fill="var(--sun)"></circle>
            </svg>
        }
    }
}

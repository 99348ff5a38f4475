//! The bar under the thumb: a page's main action and its companions. On a phone it takes the place of
//! the tabs, so that one page has one foot.

use leptos::prelude::*;

use super::frame::use_frame;

/// On which widths the bar stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThumbFit {
    #[default]
    Everywhere,
    /// Below 1200 px; on a desktop the page has its actions elsewhere.
    Narrow,
}

/// The bar. Give it buttons; the main one grows.
#[component]
pub fn ThumbBar(
    #[prop(optional)] fit: ThumbFit,
    /// A line above the buttons: 会已开始 · 14:30肖家林村委会.
    #[prop(optional, into)]
    line: ViewFn,
    children: Children,
) -> impl IntoView {
    if let Some(frame) = use_frame() {
        // Counted rather than set: the next page's bar may come before this one goes.
        frame.tabs_covered.update(|count| *count += 1);
        on_cleanup(move || {
            frame
                .tabs_covered
                .try_update(|count| *count = count.saturating_sub(1));
        });
    }
    let class = match fit {
        ThumbFit::Everywhere => "thumb",
        ThumbFit::Narrow => "thumb narrow-only",
    };
    view! {
        <div class=class>
            {line.run()}
            <div class="thumb-acts">{children()}</div>
        </div>
    }
}

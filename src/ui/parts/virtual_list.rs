//! A list of any length: only the rows in sight are drawn. It keeps its place when one comes back,
//! hears `j`, `k`, arrows, Home, End, Page keys; Enter follows the row's link as links do.

use std::{cell::RefCell, collections::BTreeMap, ops::Range};

use leptos::{ev, html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, ResizeObserver};

use super::{
    common::{matching, px},
    window::Geometry,
};
use crate::ui::{
    language::use_preferences,
    shell::{ListKey, use_frame},
};

thread_local! {
    /// Where lists stood when they were left, by their `remember`; as long as the page lives.
    static PLACES: RefCell<BTreeMap<&'static str, f64>> = const { RefCell::new(BTreeMap::new()) };
}

/// A long list. It fills the height that its surroundings give it.
#[component]
pub fn VirtualList(
    /// Its name for readers: 台账, 1,284件.
    #[prop(into)]
    label: Signal<String>,
    #[prop(into)] count: Signal<usize>,
    /// The height of a row in rem, so that it grows with large type; a row must not be taller.
    row_rem: f64,
    /// Draws a row; it may read signals. It should hold one link or button that opens it.
    row: Callback<(usize,), AnyView>,
    /// Draw all anew when this changes: another search, another order.
    #[prop(optional, into)]
    version: Signal<u64>,
    /// A name under which the place is kept while one is elsewhere.
    #[prop(default = "")]
    remember: &'static str,
    /// The rows in sight, to fetch them; called as they change.
    #[prop(optional, into)]
    on_range: Option<Callback<(Range<usize>,)>>,
    /// The row the keys stand at, for a page that follows it.
    #[prop(optional)]
    active: Option<RwSignal<Option<usize>>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let scroll = RwSignal::new(0.0_f64);
    let height = RwSignal::new(0.0_f64);
    let active = active.unwrap_or_else(|| RwSignal::new(None));
    let type_size = use_preferences().type_size;
    let geometry = Signal::derive(move || {
        type_size.track();
        Geometry {
            rows: count.get(),
            row_height: row_rem * root_size(),
            height: height.get(),
        }
    });
    let drawn = Memo::new(move |_| geometry.get().drawn(scroll.get()));
    observe(node, height);
    keep_place(node, remember, geometry);
    if let Some(on_range) = on_range {
        Effect::new(move || {
            let drawn = drawn.get();
            version.track();
            on_range.run((drawn.first..drawn.end,));
        });
    }

    let go = move |index: usize| {
        let geometry = geometry.get_untracked();
        if geometry.rows == 0 {
            return;
        }
        let index = index.min(geometry.rows - 1);
        active.set(Some(index));
        let Some(list) = node.get_untracked() else {
            return;
        };
        let to = geometry.scroll_to(index, scroll.get_untracked());
        list.set_scroll_top(to.round() as i32);
        scroll.set(to);
        focus_row(list.into(), index);
    };
    let step = move |by: isize| match active.get_untracked() {
        Some(now) => go(now.saturating_add_signed(by)),
        None => go(drawn.with_untracked(|drawn| {
            drawn.first.max(
                (scroll.get_untracked() / geometry.get_untracked().row_height.max(1.0)) as usize,
            )
        })),
    };
    let pressed = move |event: ev::KeyboardEvent| {
        let page = isize::try_from(geometry.get_untracked().page()).unwrap_or(1);
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "PageDown" => step(page),
            "PageUp" => step(-page),
            "Home" => go(0),
            "End" => go(usize::MAX),
            _ => return,
        }
        event.prevent_default();
    };
    if let Some(frame) = use_frame() {
        let hear = Callback::from(move |key: ListKey| match key {
            ListKey::Next => step(1),
            ListKey::Previous => step(-1),
        });
        frame.list.set(Some(hear));
        on_cleanup(move || {
            // Another list may have taken the keys meanwhile.
            frame.list.try_update(|list| {
                if list.as_ref().is_some_and(|now| now.matches(&hear)) {
                    *list = None;
                }
            });
        });
    }

    let scrolled = move |top: f64| {
        scroll.set(top);
        // Noted down at once: when the page goes, its signals may be gone before it.
        if !remember.is_empty() {
            PLACES.with_borrow_mut(|places| places.insert(remember, top));
        }
    };
    let rows = move || {
        let drawn = drawn.get();
        let version = version.get();
        (drawn.first..drawn.end)
            .map(|index| (version, index))
            .collect::<Vec<_>>()
    };
    let one = move |(_, index): (u64, usize)| {
        view! {
            <div
                role="listitem" class="vrow" data-row=index.to_string()
                aria-posinset=(index + 1).to_string()
                aria-setsize=move || count.get().to_string()
                class:active=move || active.get() == Some(index)
                style:height=move || px(geometry.get().row_height)
                on:focusin=move |_| active.set(Some(index))
            >
                {row.run((index,))}
            </div>
        }
    };
    view! {
        <div
            class="vlist" role="list" tabindex="0" node_ref=node
            aria-label=move || label.get()
            on:scroll:target=move |event| scrolled(f64::from(event.target().scroll_top()))
            on:keydown=pressed
        >
            <div class="vlist-full" role="presentation" style:height=move || px(geometry.get().full())>
                <div class="vlist-drawn" role="presentation" style:transform=move || format!("translateY({})", px(drawn.get().offset))>
                    <For each=rows key=|key| *key children=one/>
                </div>
            </div>
        </div>
    }
}

/// Follows the height of the hole.
fn observe(node: NodeRef<html::Div>, height: RwSignal<f64>) {
    let observer = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut()>)>);
    node.on_load(move |list| {
        height.set(f64::from(list.client_height()));
        let element: Element = list.into();
        let seen = element.clone();
        let resized = Closure::<dyn FnMut()>::new(move || {
            // A signal that is gone with its page hears nothing.
            let _ = height.try_set(f64::from(seen.client_height()));
        });
        if let Ok(made) = ResizeObserver::new(resized.as_ref().unchecked_ref()) {
            made.observe(&element);
            observer.set_value(Some((made, resized)));
        }
    });
    on_cleanup(move || {
        observer.try_update_value(|held| {
            if let Some((made, _)) = held.take() {
                made.disconnect();
            }
        });
    });
}

/// Brings the list back to where it stood as soon as it is tall enough.
fn keep_place(node: NodeRef<html::Div>, remember: &'static str, geometry: Signal<Geometry>) {
    if remember.is_empty() {
        return;
    }
    let mut wanted = PLACES
        .with_borrow(|places| places.get(remember).copied())
        .filter(|place| *place > 0.0);
    Effect::new(move || {
        // Nearly tall enough will do: beside a case the list may be higher than it was alone.
        let tall_enough =
            geometry.with(|g| g.height > 0.0 && wanted.is_some_and(|place| g.full() >= place));
        if let (true, Some(list), Some(place)) = (tall_enough, node.get(), wanted) {
            wanted = None;
            // After the browser has laid the tall element out.
            request_animation_frame(move || list.set_scroll_top(place as i32));
        }
    });
}

/// Focuses the link of a row once it is drawn.
fn focus_row(list: HtmlElement, index: usize) {
    request_animation_frame(move || {
        let inside = format!("[data-row='{index}'] a, [data-row='{index}'] button");
        if let Some(link) = matching(&list, &inside).first() {
            let _ = link.focus();
        }
    });
}

/// One rem in px.
fn root_size() -> f64 {
    let style = document()
        .document_element()
        .and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // The browser's own reading of "16px": Rust's brings a table of ten kilobytes along.
    let size = js_sys::parse_float(&size.unwrap_or_default());
    if size.is_finite() { size } else { 16.0 }
}

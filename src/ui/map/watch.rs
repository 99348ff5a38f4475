//! Tells the map when its size or the theme changes, for as long as it is kept.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, MediaQueryList, MutationObserver, MutationObserverInit, ResizeObserver, window,
};

/// Observers that end when this is dropped.
#[derive(Debug)]
pub struct Watch {
    size: Option<ResizeObserver>,
    root: Option<MutationObserver>,
    queries: Vec<MediaQueryList>,
    on_size: Closure<dyn FnMut()>,
    on_theme: Closure<dyn FnMut()>,
}

/// What the tokens hang on besides the attributes of `<html>`.
const QUERIES: [&str; 3] = [
    "(prefers-color-scheme: dark)",
    "(prefers-contrast: more)",
    "(prefers-reduced-motion: reduce)",
];

impl Watch {
    pub fn new(
        elements: &[&Element],
        on_size: impl FnMut() + 'static,
        on_theme: impl FnMut() + 'static,
    ) -> Watch {
        let on_size: Closure<dyn FnMut()> = Closure::new(on_size);
        let on_theme: Closure<dyn FnMut()> = Closure::new(on_theme);
        let size = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok();
        for element in elements {
            if let Some(size) = &size {
                size.observe(element);
            }
        }
        let root = MutationObserver::new(on_theme.as_ref().unchecked_ref()).ok();
        let html = window().and_then(|window| window.document()?.document_element());
        if let (Some(root), Some(html)) = (&root, html) {
            let options = MutationObserverInit::new();
            options.set_attributes(true);
            // Fails only for options without any kind of change.
            let _ = root.observe_with_options(&html, &options);
        }
        let query = |query: &&str| window()?.match_media(query).ok().flatten();
        let queries: Vec<MediaQueryList> = QUERIES.iter().filter_map(query).collect();
        for query in &queries {
            let listener = on_theme.as_ref().unchecked_ref();
            let _ = query.add_event_listener_with_callback("change", listener);
        }
        Watch {
            size,
            root,
            queries,
            on_size,
            on_theme,
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(size) = &self.size {
            size.disconnect();
        }
        if let Some(root) = &self.root {
            root.disconnect();
        }
        for query in &self.queries {
            let listener = self.on_theme.as_ref().unchecked_ref();
            let _ = query.remove_event_listener_with_callback("change", listener);
        }
        // The closures outlive the observers that call them: fields are dropped after this.
        let _ = &self.on_size;
    }
}

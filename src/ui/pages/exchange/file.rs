//! Choosing a file: a button, and a place to drop one.

use js_sys::Reflect;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{File, FileList};

use crate::{
    locale::exchange as say,
    ui::{
        icon::Icon,
        language::t,
        parts::{Button, ButtonKind},
    },
};

#[component]
pub fn FileChoice(
    #[prop(into)] label: Signal<String>,
    /// What the browser offers: `.csv,.json`. A phone may not know the endings, so it is a wish.
    accept: &'static str,
    #[prop(optional)] kind: ButtonKind,
    on_file: Callback<(File,)>,
    /// Under the button: what kind of file.
    #[prop(optional, into)]
    note: MaybeProp<String>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let choose = move || {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        let file = input.get_untracked().and_then(|input| {
            let file = input.files().and_then(|files| files.get(0));
            // The same file may be chosen again after it was put right.
            input.set_value("");
            file
        });
        if let Some(file) = file {
            on_file.run((file,));
        }
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = dropped_file(&event) {
            on_file.run((file,));
        }
    };
    let hover = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    view! {
        <div
            class="drop" class:on=move || over.get()
            on:dragover=hover on:dragleave=move |_| over.set(false) on:drop=dropped
        >
            <Button kind=kind icon=Icon::FileText on_press=choose>{label}</Button>
            <input type="file" node_ref=input class="gone" accept=accept on:change=chosen aria-label=move || label.get()/>
            <p class="tiny wide-only">{t(say::drop_here)}</p>
            {move || note.get().map(|note| view! { <p class="tiny">{note}</p> })}
        </div>
    }
}

/// web-sys keeps what is dragged behind features that nothing else needs.
fn dropped_file(event: &ev::DragEvent) -> Option<File> {
    let data = Reflect::get(event, &"dataTransfer".into()).ok()?;
    let files: FileList = Reflect::get(&data, &"files".into()).ok()?.dyn_into().ok()?;
    files.get(0)
}

//! What rises over the page. A sheet comes from below on a phone and stands at the side on a desktop;
//! a dialog stands in the middle and is only for what cannot be undone. Both are native `<dialog>`s:
//! focus stays inside, Escape closes, and the focus returns to where it was.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    button::{Button, ButtonKind},
    common::{classes, unique_id},
};
use crate::{
    locale::parts as say,
    ui::{icon::Icon, language::t},
};

/// A sheet. Its content is made anew each time it opens.
#[component]
pub fn Sheet(
    #[prop(into)] title: Signal<String>,
    /// True while it is open; closing sets it false.
    open: RwSignal<bool>,
    /// Beside the title: 全部清掉.
    #[prop(optional, into)]
    extra: ViewFn,
    /// Stays at the foot, under the thumb: 看这6件.
    #[prop(optional, into)]
    foot: Option<ViewFn>,
    children: ChildrenFn,
) -> impl IntoView {
    let id = unique_id("sheet");
    let labelled = id.clone();
    let (extra, foot, children) = (
        StoredValue::new(extra),
        StoredValue::new(foot),
        StoredValue::new(children),
    );
    let close = move || open.set(false);
    view! {
        <Modal open=open class="sheet" labelled_by=labelled>
            <span class="grab" aria-hidden="true"></span>
            <header class="sheet-head">
                <h2 id=id.clone() tabindex="-1" autofocus>{move || title.get()}</h2>
                <span class="row">
                    {move || extra.with_value(ViewFn::run)}
                    <Button kind=ButtonKind::Quiet icon=Icon::X label=t(say::close) on_press=close/>
                </span>
            </header>
            <div class="sheet-body">{move || children.with_value(|children| children())}</div>
            {move || {
                foot.with_value(|foot| {
                    foot.as_ref().map(|foot| view! { <footer class="sheet-foot">{foot.run()}</footer> })
                })
            }}
        </Modal>
    }
}

/// A question before something that cannot be undone. Anything else: do it and offer 撤销 in a toast.
#[component]
pub fn Dialog(
    /// The question: 抹去这个人的记录？
    #[prop(into)]
    title: Signal<String>,
    open: RwSignal<bool>,
    /// The verb on the button that does it.
    #[prop(into)]
    confirm: Signal<String>,
    #[prop(optional, into)] busy: Signal<bool>,
    /// Called on the verb; close it by `open.set(false)` when done.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// What will happen, before it happens.
    children: ChildrenFn,
) -> impl IntoView {
    let id = unique_id("dialog");
    let labelled = id.clone();
    let children = StoredValue::new(children);
    view! {
        <Modal open=open class="dialog" labelled_by=labelled>
            <h2 id=id.clone() tabindex="-1" autofocus>{move || title.get()}</h2>
            <div class="stack">{move || children.with_value(|children| children())}</div>
            <div class="acts">
                <Button on_press=move || open.set(false)>{t(say::keep_as_is)}</Button>
                <Button kind=ButtonKind::Warn busy=busy on_press=on_confirm>{move || confirm.get()}</Button>
            </div>
        </Modal>
    }
}

/// The native dialog behind both.
#[component]
fn Modal(
    open: RwSignal<bool>,
    class: &'static str,
    labelled_by: String,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let children = StoredValue::new(children);
    // Reaches outside (the browser's top layer); writes no signal.
    Effect::new(move || {
        let wanted = open.get();
        if let Some(dialog) = node.get() {
            match (wanted, dialog.open()) {
                (true, false) => {
                    let _ = dialog.show_modal();
                }
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    // Back leads away from what it stands over, and a step that is gone would keep it: unseen, and nothing could be pressed.
    let left = window_event_listener_untyped("popstate", move |_| {
        if open.get_untracked() {
            open.set(false);
        }
    });
    on_cleanup(move || left.remove());
    // Taken out of the page while open, it would not give the focus back: another that takes its place, as a volume's sheet
    // does its frame's, would not know who opened it.
    on_cleanup(move || {
        if let Some(dialog) = node.try_get_untracked().flatten().filter(|one| one.open()) {
            dialog.close();
        }
    });
    // The browser closes it itself on Escape and on Android's Back gesture. It says so later: by then it may be gone.
    let closed = move |_: ev::Event| {
        if node
            .try_get_untracked()
            .flatten()
            .is_some_and(|dialog| !dialog.open())
            && open.get_untracked()
        {
            open.set(false);
        }
    };
    // A press on the backdrop hits the dialog itself; one inside hits a child.
    let pressed = move |event: ev::MouseEvent| {
        let on_itself = event.target() == event.current_target();
        let outside = node.get_untracked().is_some_and(|dialog| {
            let at = dialog
                .unchecked_ref::<web_sys::Element>()
                .get_bounding_client_rect();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            x < at.left() || x > at.right() || y < at.top() || y > at.bottom()
        });
        if on_itself && outside {
            open.set(false);
        }
    };
    view! {
        <dialog
            node_ref=node
            class=classes(&[class])
            aria-labelledby=labelled_by
            on:close=closed
            on:mousedown=pressed
        >
            {move || open.get().then(|| children.with_value(|children| children()))}
        </dialog>
    }
}

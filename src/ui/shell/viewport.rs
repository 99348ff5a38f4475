//! Keeps the frame as high as what one sees. Safari on iOS lays its keyboard over the page instead of
//! shrinking it, and the bar under the thumb would be under the keyboard.

use js_sys::Reflect;
use leptos::{leptos_dom::helpers::window, prelude::*};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::EventTarget;

use crate::ui::parts::px;

/// The least height of a keyboard; less is a browser's own bar coming and going.
const KEYBOARD: f64 = 120.0;

pub(super) fn follow_keyboard() {
    // web-sys has VisualViewport behind a feature of its own; two numbers don't earn it.
    let Ok(viewport) = Reflect::get(&window(), &JsValue::from_str("visualViewport")) else {
        return;
    };
    let Ok(viewport) = viewport.dyn_into::<EventTarget>() else {
        return;
    };
    let source = viewport.clone();
    let resized = Closure::<dyn FnMut()>::new(move || {
        let number =
            |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok()?.as_f64();
        let (Some(seen), Some(whole)) =
            (number(&source, "height"), number(&window(), "innerHeight"))
        else {
            return;
        };
        let zoomed = number(&source, "scale").unwrap_or(1.0) > 1.01;
        let Some(root) = document().document_element() else {
            return;
        };
        let style = root.unchecked_into::<web_sys::HtmlElement>().style();
        if whole - seen > KEYBOARD && !zoomed {
            let _ = style.set_property("--shell-height", &px(seen));
            window().scroll_to_with_x_and_y(0.0, 0.0);
        } else {
            let _ = style.remove_property("--shell-height");
        }
    });
    let _ = viewport.add_event_listener_with_callback("resize", resized.as_ref().unchecked_ref());
    // The frame lives as long as the page: nothing to take back.
    resized.forget();
}

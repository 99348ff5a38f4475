//! Taking the map or the tree along: as a picture of points, as one of lines, on paper.

use js_sys::{Array, Promise};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url,
};

use crate::{
    engine::protocol::WorkspaceKind,
    locale::{map as say_map, network::map_export as say},
    ui::{
        browser::save,
        data::{today, use_about},
        icon::Icon,
        language::use_language,
        map::{MapHandle, Words},
        parts::{ButtonSize, MenuButton, MenuItem, use_toasts},
    },
};

/// Device pixels a pixel of the picture: sharp on a wall.
const SHARPNESS: f64 = 2.0;

/// What is written around the picture, as of now.
pub(super) fn words() -> impl Fn() -> Words + Copy {
    let (language, today, about) = (use_language(), today(), use_about());
    move || {
        let language = language.get_untracked();
        let workspace = about.with_untracked(|about| about.as_ref().map(|about| about.workspace));
        Words {
            made_by: say::made_by(language).to_owned(),
            attribution: say_map::attribution(language).to_owned(),
            day: today.get_untracked().to_string(),
            exercise: match workspace {
                Some(WorkspaceKind::Demonstration) => say::demonstration(language).to_owned(),
                Some(WorkspaceKind::Desk) | None => String::new(),
                Some(_) => say::exercise(language).to_owned(),
            },
            no_data: say_map::no_data(language).to_owned(),
        }
    }
}

/// An SVG document and its size.
pub(super) type Drawing = (String, (f64, f64));

/// The menu of what one can take along.
#[component]
pub(super) fn ExportMenu(
    /// The picture as it is on the screen and its width and height; none before it is drawn.
    #[prop(into)]
    picture: Callback<(), Option<Drawing>>,
    #[prop(into)] label: Signal<String>,
    /// What tells this file from another: layer and period, in letters that a file's name may have.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    let (language, toasts) = (use_language(), use_toasts());
    let failed = move || toasts.warn(say::failed(language.get_untracked()));
    let svg = move || {
        let made = picture.run(()).and_then(|(svg, _)| blob(&svg));
        let saved = made.map(|file| save(&file, &format!("{}.svg", name.get_untracked())));
        if !matches!(saved, Some(Ok(()))) {
            failed();
        }
    };
    let png = move || {
        let made = picture.run(());
        let name = format!("{}.png", name.get_untracked());
        spawn_local(async move {
            let file = match made {
                Some((svg, size)) => raster(&svg, size).await.ok(),
                None => None,
            };
            let saved = file.map(|file| save(&file, &name));
            if !matches!(saved, Some(Ok(()))) {
                failed();
            }
        });
    };
    let print = move || {
        // Fails only where a page may not print; then the browser says so itself.
        let _ = window().print();
    };
    let items = Signal::derive(move || {
        let language = language.get();
        vec![
            MenuItem::new(say::png(language), Callback::new(move |()| png())),
            MenuItem::new(say::svg(language), Callback::new(move |()| svg())),
            MenuItem::new(say::print(language), Callback::new(move |()| print())),
        ]
    });
    view! { <MenuButton icon=Icon::Download size=ButtonSize::Small items=items label=label/> }
}

/// The map for paper: drawn when the page is about to be printed, whichever way that was asked for.
#[component]
pub(super) fn ForPaper(map: MapHandle) -> impl IntoView {
    let words = words();
    let sheet = NodeRef::<html::Div>::new();
    let listening = window_event_listener(ev::beforeprint, move |_| {
        if let (Some(sheet), Some((svg, _))) = (sheet.get_untracked(), map.picture(&words())) {
            sheet.set_inner_html(&svg);
        }
    });
    on_cleanup(move || listening.remove());
    view! { <div class="network-paper" node_ref=sheet aria-hidden="true"></div> }
}

fn blob(svg: &str) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(svg)), &kind).ok()
}

/// Has the browser draw the picture and gives its points.
async fn raster(svg: &str, (width, height): (f64, f64)) -> Result<Blob, JsValue> {
    let file = blob(svg).ok_or(JsValue::NULL)?;
    let url = Url::create_object_url_with_blob(&file)?;
    let image = HtmlImageElement::new()?;
    let loaded = Promise::new(&mut |resolve, reject| {
        image.set_onload(Some(&resolve));
        image.set_onerror(Some(&reject));
    });
    image.set_src(&url);
    let came = JsFuture::from(loaded).await;
    Url::revoke_object_url(&url)?;
    came?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(pixels(width));
    canvas.set_height(pixels(height));
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(canvas.width()),
        f64::from(canvas.height()),
    )?;
    let made = Promise::new(&mut |resolve, reject| {
        let taken = Closure::once_into_js(move |file: JsValue| {
            let settle = if file.is_null() { &reject } else { &resolve };
            let _ = settle.call1(&JsValue::NULL, &file);
        });
        // A canvas that gives nothing calls with null.
        let _ = canvas.to_blob(taken.unchecked_ref());
    });
    JsFuture::from(made).await?.dyn_into()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn pixels(size: f64) -> u32 {
    (size * SHARPNESS).round().clamp(1.0, 8_192.0) as u32
}

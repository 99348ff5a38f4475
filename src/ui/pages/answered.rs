//! What stands on a page until its answer is there, and where it could not be had.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    engine::protocol::Trouble,
    locale::today as say,
    ui::{
        icon::Icon,
        language::{t, use_language},
        parts::{Button, Notice, Skeleton, Tone},
        trouble::trouble,
    },
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    NotYet,
    Here,
    Trouble,
}

/// `show` once there is an answer; it stays mounted while later answers come, so let it read signals.
/// Before that the shape of what is coming, and after a failure a way out.
pub fn answered<T, V>(
    answer: Signal<Option<Result<Arc<T>, Trouble>>>,
    show: impl Fn() -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Send + Sync + 'static,
    V: IntoView + 'static,
{
    let language = use_language();
    let came = Memo::new(move |_| {
        answer.with(|answer| match answer {
            None => Came::NotYet,
            Some(Ok(_)) => Came::Here,
            Some(Err(_)) => Came::Trouble,
        })
    });
    move || match came.get() {
        Came::NotYet => view! { <Skeleton rows=4/> }.into_any(),
        Came::Here => show().into_any(),
        Came::Trouble => {
            let why = move || {
                answer
                    .get()
                    .and_then(Result::err)
                    .map(|why| trouble(language.get(), &why))
            };
            view! { <CannotOpen why=Signal::derive(move || why().unwrap_or_default())/> }.into_any()
        }
    }
}

/// An answer could not be had.
#[component]
pub fn CannotOpen(#[prop(into)] why: Signal<String>) -> impl IntoView {
    let again = move || {
        let _ = window().location().reload();
    };
    view! {
        <Notice
            title=t(say::cannot_open) tone=Tone::Maple icon=Icon::CircleAlert
            acts=move || view! { <Button on_press=again>{t(say::open_again)}</Button> }
        >
            <p>{move || why.get()}</p>
        </Notice>
    }
}

//! Settings: numbers, the lock, looks, the sandbox.

mod lock;
mod looks;
mod numbers;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use self::{lock::LockCard, looks::LooksCard, numbers::NumbersCard};
use crate::{
    engine::protocol::{WorkspaceKind, ask},
    locale::settings as say,
    ui::{
        app::People,
        data::{use_about, use_engine},
        icon::Icon,
        language::{t, use_language},
        parts::{Button, ButtonKind, ButtonLink, Card, Dialog, use_toasts},
        route::Route,
        shell::PageHead,
        trouble::trouble,
    },
};

#[component]
pub fn Settings() -> impl IntoView {
    let about = use_about();
    // Made anew when another desk opens, not at every change of it: what is being typed stays.
    let desk = Memo::new(move |_| {
        about.with(|about| {
            about
                .as_ref()
                .and_then(|about| Some((about.workspace, about.desk.as_ref()?.organisation)))
        })
    });
    view! {
        <PageHead title=t(say::settings)/>
        <div class="page settings">
            {move || desk.get().map(|(kind, _)| view! {
                {(kind == WorkspaceKind::Desk).then(|| view! { <NumbersCard/> <Card><People/></Card> <LockCard/> })}
                <LooksCard/>
                {(kind == WorkspaceKind::Sandbox).then(|| view! { <ClearCard/> })}
            })}
            <ButtonLink icon=Icon::HardDrive href=Route::MyData.href()>{t(say::see_my_data)}</ButtonLink>
            <ButtonLink kind=ButtonKind::Quiet icon=Icon::CircleHelp href=Route::Help.href()>{t(say::help)}</ButtonLink>
        </div>
    }
}

#[component]
fn ClearCard() -> impl IntoView {
    let (engine, toasts, language) = (use_engine(), use_toasts(), use_language());
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let clear = move || {
        busy.set(true);
        spawn_local(async move {
            let l = language.get_untracked();
            match engine
                .ask(ask::Clear {
                    workspace: WorkspaceKind::Sandbox,
                })
                .await
            {
                Ok(_) => toasts.say(say::cleared(l)),
                Err(cause) => toasts.warn(trouble(l, &cause)),
            }
            busy.try_set(false);
            open.try_set(false);
        });
    };
    view! {
        <Card title=t(say::sandbox)>
            <p class="muted">{t(say::clear_lead)}</p>
            <Button kind=ButtonKind::Warn icon=Icon::Trash2 on_press=move || open.set(true)>{t(say::clear)}</Button>
            <Dialog title=t(say::clear_title) open=open confirm=t(say::clear) busy=busy on_confirm=clear>
                <p>{t(say::clear_what)}</p>
            </Dialog>
        </Card>
    }
}

//! The other ways in: what is there already, the demonstration, the sandbox, a backup.

use leptos::{html, prelude::*};
use wasm_bindgen_futures::spawn_local;

use crate::{
    engine::protocol::{Trouble, WorkspaceKind, WorkspaceLine, ask},
    locale::{Language, numbers::count, welcome as say},
    ui::{
        data::{Engine, use_engine},
        icon::Icon,
        language::{t, use_language},
        parts::{Button, ButtonKind, Card, CardFit, CardLook, Progress, use_toasts},
        place::{Place, use_place},
        trouble::trouble,
    },
};

/// What this browser has: one press and one is where one was.
#[component]
pub fn Existing(lines: Signal<Vec<WorkspaceLine>>) -> impl IntoView {
    let place = use_place();
    let language = use_language();
    let row = move |line: WorkspaceLine| {
        let kind = line.kind;
        let look = if kind == WorkspaceKind::Desk {
            ButtonKind::Main
        } else {
            ButtonKind::Plain
        };
        let own = line.organisation.clone();
        let name = move || match (&own, kind) {
            (Some(name), WorkspaceKind::Desk) => name.clone(),
            _ => place_name(language.get(), kind).to_owned(),
        };
        view! {
            <div class="line">
                <div>
                    <h3 class="cut">{name}</h3>
                    <p class="small muted">{t(move |l| format!("{} · {}", place_name(l, kind), say::cases(l, line.cases)))}</p>
                </div>
                <Button kind=look on_press=move || place.open(kind)>{t(say::open_it)}</Button>
            </div>
        }
    };
    view! {
        <Card title=t(say::go_on) fit=CardFit::Flush class="welcome-existing">
            {move || lines.get().into_iter().map(row).collect_view()}
        </Card>
    }
}

/// What a workspace is called.
pub fn place_name(language: Language, kind: WorkspaceKind) -> &'static str {
    match kind {
        WorkspaceKind::Desk => say::my_desk(language),
        WorkspaceKind::Demonstration => say::demonstration_place(language),
        WorkspaceKind::Sandbox => say::sandbox_place(language),
    }
}

/// The demonstration, the sandbox, and a backup.
#[component]
pub fn Ways(
    /// A backup goes onto an empty desk alone.
    may_restore: Signal<bool>,
) -> impl IntoView {
    let place = use_place();
    // On a phone the ways are a row of buttons above the form, or one would have to go past it to find
    // them: there each button has the way's own name, and below the row stands what it is for.
    let name = |short: fn(Language) -> &'static str, wide: fn(Language) -> &'static str| {
        view! { <span class="phone-only">{t(short)}</span><span class="wide-only">{t(wide)}</span> }
    };
    view! {
        <div class="welcome-ways">
            <Card look=CardLook::Demonstration class="way">
                <h2 class="row"><Icon name=Icon::Eye/>{t(say::demonstration)}</h2>
                <p class="small muted wide-only">{t(say::demonstration_long)}</p>
                <p class="tiny phone-only">{t(say::demonstration_short)}</p>
                <div class="way-figures wide-only">
                    <p><b class="num">{count(say::PROMISED_CASES.1)}</b><span class="tiny">{t(say::pinggu_cases)}</span></p>
                    <p><b class="num">{count(say::PROMISED_CENTRES.1)}</b><span class="tiny">{t(say::centres)}</span></p>
                </div>
                <Button on_press=move || place.open(WorkspaceKind::Demonstration)>{name(say::demonstration, say::go_in)}</Button>
            </Card>
            <Card look=CardLook::Demonstration class="way">
                <h2 class="row"><Icon name=Icon::FlaskConical/>{t(say::sandbox)}</h2>
                <p class="small muted wide-only">{t(say::sandbox_long)}</p>
                <p class="tiny phone-only">{t(say::sandbox_short)}</p>
                <Button on_press=move || place.open(WorkspaceKind::Sandbox)>{name(say::sandbox, say::go_try)}</Button>
            </Card>
        </div>
        <div class="welcome-base">
            <p class="welcome-where wide-only"><Icon name=Icon::HardDrive/><span>{t(say::kept_here)}</span></p>
            {move || may_restore.get().then(|| view! { <RestoreWay/> })}
        </div>
    }
}

#[component]
fn RestoreWay() -> impl IntoView {
    let (engine, place, toasts, language) =
        (use_engine(), use_place(), use_toasts(), use_language());
    let input = NodeRef::<html::Input>::new();
    let busy = RwSignal::new(false);
    let failed: RwSignal<Option<Trouble>> = RwSignal::new(None);
    let choose = move || {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_| {
        let Some(file) = input.get_untracked().and_then(|input| {
            let file = input.files().and_then(|files| files.get(0));
            // The same file may be chosen again after a refusal.
            input.set_value("");
            file
        }) else {
            return;
        };
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            match restore(engine, place, file).await {
                Ok(()) => toasts.say(say::restored(language.get_untracked())),
                Err(cause) => {
                    failed.try_set(Some(cause));
                }
            }
            busy.try_set(false);
        });
    };
    let failure = t(move |l| {
        failed.with(|cause| {
            cause
                .as_ref()
                .map_or_else(String::new, |cause| trouble(l, cause))
        })
    });
    let part = move || engine.work().get().unwrap_or(0.0);
    view! {
        <div class="welcome-restore" class:whole=move || busy.get() || failure.with(|text| !text.is_empty())>
            <span class="small muted wide-only">{t(say::used_before)}</span>
            <Button icon=Icon::ArchiveRestore busy=busy on_press=choose>{t(say::restore)}</Button>
            <input type="file" node_ref=input class="gone" on:change=chosen aria-label=t(say::restore)/>
            {move || busy.get().then(|| view! { <Progress label=t(say::restoring) part=Signal::derive(part)/> })}
            <p class="error" role="alert" class:gone=move || failure.with(String::is_empty)>{failure}</p>
        </div>
    }
}

async fn restore(engine: Engine, place: Place, file: web_sys::File) -> Result<(), Trouble> {
    engine
        .ask(ask::Open {
            workspace: WorkspaceKind::Desk,
        })
        .await?;
    let name = file.name();
    engine
        .ask_with_file(ask::Restore { name }, file.into())
        .await?;
    place.entered(WorkspaceKind::Desk);
    Ok(())
}

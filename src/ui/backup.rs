//! The backup: made at a press, handed to the browser's downloads, and noted once the person says that it
//! is saved; only the person can know where the file went.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::{
    browser,
    data::{Engine, use_engine},
    icon::Icon,
    language::{t, use_language},
    parts::{Button, ButtonKind, Notice, Progress, Sheet, Tone, use_toasts},
    trouble::trouble,
};
use crate::{
    engine::protocol::{Exported, Trouble, ask},
    locale::app as say,
};

#[derive(Clone, PartialEq)]
enum Stage {
    Making,
    Made(Arc<Exported>),
    Failed(Trouble),
}

/// Lent by context.
#[derive(Clone, Copy)]
pub struct BackUp {
    engine: Engine,
    open: RwSignal<bool>,
    stage: RwSignal<Stage>,
    file: StoredValue<Option<Blob>, LocalStorage>,
}

/// Once, at the root, with `<BackUpSheet/>`.
pub fn provide_backup() -> BackUp {
    let backup = BackUp {
        engine: use_engine(),
        open: RwSignal::new(false),
        stage: RwSignal::new(Stage::Making),
        file: StoredValue::new_local(None),
    };
    provide_context(backup);
    backup
}

#[must_use]
pub fn use_backup() -> BackUp {
    use_context().unwrap_or_else(provide_backup)
}

impl BackUp {
    /// Whether its sheet stands open.
    #[must_use]
    pub fn open(self) -> RwSignal<bool> {
        self.open
    }

    /// Makes a backup, saves it, and asks whether it arrived.
    pub fn begin(self) {
        self.stage.set(Stage::Making);
        self.open.set(true);
        spawn_local(async move {
            match self.engine.ask_for_file(ask::BackUp {}).await {
                Ok((made, file)) => {
                    self.file.set_value(Some(file));
                    self.stage.set(Stage::Made(Arc::new(made)));
                    self.save();
                }
                Err(cause) => self.stage.set(Stage::Failed(cause)),
            }
        });
    }

    fn save(self) {
        self.with_file(|file, name| {
            // Where the browser wants a press of its own, 再存一次 is one.
            let _ = browser::save(file, name);
        });
    }

    fn with_file<T>(self, use_it: impl FnOnce(&Blob, &str) -> T) -> Option<T> {
        let Stage::Made(made) = self.stage.get_untracked() else {
            return None;
        };
        self.file
            .with_value(|file| file.as_ref().map(|file| use_it(file, &made.file_name)))
    }
}

/// The sheet in which a backup comes about.
#[component]
pub fn BackUpSheet() -> impl IntoView {
    let backup = use_backup();
    view! {
        <Sheet title=t(say::backup_title) open=backup.open>
            {move || match backup.stage.get() {
                Stage::Making => view! { <Making engine=backup.engine/> }.into_any(),
                Stage::Made(made) => view! { <Made backup=backup made=made/> }.into_any(),
                Stage::Failed(cause) => view! {
                    <Notice title=t(say::backup_title) tone=Tone::Maple icon=Icon::CircleAlert>
                        <p>{t(move |l| trouble(l, &cause))}</p>
                    </Notice>
                }.into_any(),
            }}
        </Sheet>
    }
}

#[component]
fn Making(engine: Engine) -> impl IntoView {
    let part = move || engine.work().get().unwrap_or(0.0);
    view! { <Progress label=t(say::making_backup) part=Signal::derive(part)/> }
}

#[component]
fn Made(backup: BackUp, made: Arc<Exported>) -> impl IntoView {
    let (toasts, language) = (use_toasts(), use_language());
    let busy = RwSignal::new(false);
    let saved = move || {
        busy.set(true);
        spawn_local(async move {
            let l = language.get_untracked();
            match backup.engine.ask(ask::BackedUp {}).await {
                Ok(_) => {
                    backup.file.set_value(None);
                    backup.open.set(false);
                    toasts.say(say::backup_noted(l));
                }
                Err(cause) => toasts.warn(trouble(l, &cause)),
            }
            busy.try_set(false);
        });
    };
    let share = move || {
        let found = backup.with_file(|file, name| (file.clone(), name.to_owned()));
        if let Some((file, name)) = found {
            spawn_local(async move {
                let _ = browser::share(&file, &name).await;
            });
        }
    };
    let can_share = backup.with_file(browser::can_share).unwrap_or(false);
    let damaged = made.damaged;
    let file = t(move |l| say::backup_file(l, &made.file_name, &size(made.bytes)));
    view! {
        <div class="stack">
            <h3>{t(say::backup_made)}</h3>
            <p class="kv">{file}</p>
            {(damaged > 0).then(|| view! { <LeftOut damaged=damaged/> })}
            <p class="small">{t(say::backup_where)}</p>
            <p class="small soon">{t(say::backup_secret)}</p>
            <Button kind=ButtonKind::Main icon=Icon::Check busy=busy on_press=saved>{t(say::backup_saved)}</Button>
            <div class="row wrap">
                <Button icon=Icon::Download on_press=move || backup.save()>{t(say::backup_save_again)}</Button>
                {can_share.then(|| view! { <Button icon=Icon::Share2 on_press=share>{t(say::backup_share)}</Button> })}
            </div>
        </div>
    }
}

/// What a file that was made does not hold, for it could not be read.
#[component]
pub fn LeftOut(damaged: u64) -> impl IntoView {
    view! {
        <Notice title=t(say::damaged_title) tone=Tone::Maple icon=Icon::TriangleAlert>
            <p>{t(move |l| say::damaged_left_out(l, damaged))}</p>
        </Notice>
    }
}

/// 820 KB, 3.4 MB, in either language.
#[must_use]
pub fn size(bytes: u64) -> String {
    const KILO: u64 = 1024;
    const MEGA: u64 = 1024 * KILO;
    const GIGA: u64 = 1024 * MEGA;
    let tenths = |unit: u64| {
        let tenths = (u128::from(bytes) * 10 + u128::from(unit / 2)) / u128::from(unit);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    match bytes {
        0..KILO => format!("{bytes} B"),
        KILO..MEGA => format!("{} KB", (bytes + KILO / 2) / KILO),
        MEGA..GIGA => format!("{} MB", tenths(MEGA)),
        _ => format!("{} GB", tenths(GIGA)),
    }
}

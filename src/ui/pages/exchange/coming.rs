//! 并进来: choose, look, decide, and what came of it.

use std::sync::Arc;

use leptos::{html, prelude::*};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::{
    file::FileChoice,
    seen::{Numbers, Seen},
};
use crate::{
    engine::{
        client::QuestionId,
        protocol::{Taken, Trouble, ask},
    },
    exchange::bundle::Preview,
    locale::exchange as say,
    ui::{
        backup::size,
        browser::{self, focus_within},
        data::{Engine, use_engine},
        icon::Icon,
        language::{t, use_language},
        pages::register::use_register,
        parts::{Button, ButtonKind, ButtonLink, Card, Notice, Progress, Tone, use_toasts},
        route::Route,
        trouble::trouble,
    },
    views::query::Query,
};

/// How far one is with a file.
#[derive(Clone)]
pub(super) enum Stage {
    Empty,
    Reading(String),
    Failed(String, Trouble),
    Seen(Arc<Preview>),
    Taken(Taken, Arc<Preview>),
}

/// The file that one is at. Copy it into closures at will.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub stage: RwSignal<Stage>,
    engine: Engine,
    asked: StoredValue<Option<QuestionId>>,
    /// What the file will take and what there is left, where that may be too little.
    tight: RwSignal<Option<(u64, u64)>>,
}

impl At {
    fn read(self, file: File) {
        let name = file.name();
        let takes = takes(&file);
        self.tight.set(None);
        spawn_local(async move {
            let room = browser::room().await;
            let left = room.map(|(used, all)| (all - used).max(0.0) as u64);
            let tight = left.filter(|left| takes > *left).map(|left| (takes, left));
            self.tight.try_set(tight);
        });
        self.stage.set(Stage::Reading(name.clone()));
        let question = ask::Read { name: name.clone() };
        let (answer, id) = self.engine.ask_cancellable(question, Some(file.into()));
        self.asked.set_value(Some(id));
        spawn_local(async move {
            let stage = match answer.await {
                Ok(preview) => Stage::Seen(Arc::new(preview)),
                Err(Trouble::Cancelled) => Stage::Empty,
                Err(cause) => Stage::Failed(name, cause),
            };
            self.stage.try_set(stage);
        });
    }

    fn stop(self) {
        if let Some(id) = self.asked.get_value() {
            self.engine.cancel(id);
        }
    }
}

#[component]
pub(super) fn Coming() -> impl IntoView {
    let engine = use_engine();
    let at = At {
        stage: RwSignal::new(Stage::Empty),
        engine,
        asked: StoredValue::new(None),
        tight: RwSignal::new(None),
    };
    // Who reads gets ready while one looks for the file.
    drop(engine.ask(ask::Expect {}));
    // What was read and not decided on goes when one leaves; the question goes out at once.
    on_cleanup(move || {
        if at
            .stage
            .try_with_untracked(|stage| matches!(stage, Stage::Seen(_) | Stage::Reading(_)))
            .unwrap_or_default()
        {
            at.stop();
        }
        drop(engine.ask(ask::Leave {}));
    });
    let on_file = Callback::new(move |(file,)| at.read(file));
    move || {
        match at.stage.get() {
        Stage::Empty => view! {
            <Card title=t(say::take_in)>
                <p class="muted">{t(say::take_in_lead)}</p>
                <FileChoice label=t(say::choose_file) accept=ACCEPT kind=ButtonKind::Main on_file=on_file/>
            </Card>
        }
        .into_any(),
        Stage::Reading(name) => view! {
            <Card title=t(say::take_in)>
                <Reading name=name at=at/>
            </Card>
        }
        .into_any(),
        Stage::Failed(name, cause) => view! {
            <Card title=t(say::take_in)>
                <p class="small muted exchange-name">{name}</p>
                <Notice title=t(say::not_read) tone=Tone::Maple icon=Icon::FileX2>
                    <p>{t(move |l| trouble(l, &cause))}</p>
                    <p class="small">{t(say::nothing_changed)}</p>
                </Notice>
                <FileChoice label=t(say::other_file) accept=ACCEPT on_file=on_file/>
            </Card>
        }
        .into_any(),
        Stage::Seen(preview) => view! { <Decide preview=preview at=at/> }.into_any(),
        Stage::Taken(taken, preview) => {
            view! { <Report taken=taken preview=preview at=at/> }.into_any()
        }
    }
    }
}

/// So many cases to settle are named one by one; the register has them all.
const FIRST: usize = 8;

const ACCEPT: &str = ".json,.gz,application/json,application/gzip";

#[component]
fn Reading(name: String, at: At) -> impl IntoView {
    let part = move || at.engine.work().get().unwrap_or(0.0);
    view! {
        <Progress label=t(move |l| say::reading(l, &name)) part=Signal::derive(part) on_cancel=Callback::new(move |()| at.stop())/>
        <Tight at=at/>
    }
}

/// What a file takes on disk, roughly: two thirds of its text, which a packed one has four times as much of.
fn takes(file: &File) -> u64 {
    let packed = file.name().ends_with(".gz");
    let text = file.size() * if packed { 4.0 } else { 1.0 };
    (text * 2.0 / 3.0) as u64
}

/// Said while there is nothing lost yet: a full disk would say it in the middle.
#[component]
fn Tight(at: At) -> impl IntoView {
    move || {
        at.tight.get().map(|(takes, left)| {
            view! { <p class="soon" role="status">{t(move |l| say::tight(l, &size(takes), &size(left)))}</p> }
        })
    }
}

#[component]
fn Decide(preview: Arc<Preview>, at: At) -> impl IntoView {
    let (toasts, language) = (use_toasts(), use_language());
    let erase = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let (count, erasures) = (preview.new + preview.fuller, preview.erasures);
    let read = preview.clone();
    let take = move || {
        busy.set(true);
        let read = read.clone();
        let erase = erase.get_untracked();
        spawn_local(async move {
            match at.engine.ask(ask::Take { erase }).await {
                Ok(taken) => drop(at.stage.try_set(Stage::Taken(taken, read))),
                Err(cause) => toasts.warn(trouble(language.get_untracked(), &cause)),
            }
            busy.try_set(false);
        });
    };
    let leave = move || {
        spawn_local(async move {
            match at.engine.ask(ask::Leave {}).await {
                Ok(()) => toasts.say(say::left(language.get_untracked())),
                Err(cause) => toasts.warn(trouble(language.get_untracked(), &cause)),
            }
            at.stage.try_set(Stage::Empty);
        });
    };
    let closed = Signal::derive(move || erasures > 0 && !erase.get());
    // It stands already, and is told to the register: that can't be stopped.
    let work = at.engine.work();
    let at_work = Memo::new(move |_| busy.get() && work.with(Option::is_some));
    let foot = if count == 0 {
        view! {
            <p>{t(say::nothing_new)}</p>
            <Button kind=ButtonKind::Main on_press=leave>{t(say::put_away)}</Button>
        }
        .into_any()
    } else {
        view! {
            <p class="small muted">{t(move |l| if closed.get() { say::erasures_first(l) } else { say::all_or_nothing(l) })}</p>
            <div class="row wrap">
                <Button on_press=leave disabled=busy>{t(say::leave)}</Button>
                <Button kind=ButtonKind::Main icon=Icon::GitMerge busy=busy disabled=closed on_press=take>
                    {t(move |l| say::merge(l, count))}
                </Button>
            </div>
        }
        .into_any()
    };
    view! {
        <Card title=t(say::would_bring)>
            <Seen preview=preview erase=erase/>
            <Tight at=at/>
            <div class="exchange-foot">{foot}</div>
            {move || at_work.get().then(|| view! {
                <Progress label=t(say::merging) part=Signal::derive(move || work.get().unwrap_or(0.0))/>
            })}
        </Card>
    }
}

#[component]
fn Report(taken: Taken, preview: Arc<Preview>, at: At) -> impl IntoView {
    let disputed = &preview.disputed;
    let cases = disputed.iter().take(FIRST).zip(1..).map(|(case, place)| {
        // The next thing to do is to settle, one by one.
        let kind = if place == 1 { ButtonKind::Main } else { ButtonKind::Plain };
        view! {
            <li><ButtonLink kind=kind href=Route::Case(case.short()).href() icon_after=Icon::ChevronRight>
                {t(move |l| say::open_case(l, place))}
            </ButtonLink></li>
        }
    });
    let disputed_in_all = disputed.len();
    let all_disputed = Route::Register(Query {
        disputed: true,
        ..Query::default()
    });
    let count = disputed_in_all as u64;
    let to_register = if count > 0 {
        ButtonKind::Plain
    } else {
        ButtonKind::Main
    };
    let cases = cases.collect_view();
    let (voided, locked) = (preview.voided.clone(), preview.locked.clone());
    let (voids, locks) = (voided.len(), locked.len());
    let (same_numbers, same_number) = (preview.same_numbers, preview.same_number.clone());
    let (engine, toasts, language) = (use_engine(), use_toasts(), use_language());
    let busy = RwSignal::new(false);
    let (files, brought) = (engine.files(), taken.new + taken.fuller > 0);
    let before = files.get_untracked();
    let can_be_taken_back = move || brought && taken.can_be_taken_back && files.get() == before;
    let take_back = move || {
        busy.set(true);
        spawn_local(async move {
            let answer = engine.ask(ask::TakeBack {}).await;
            busy.try_set(false);
            match answer {
                Ok(()) => {
                    toasts.say(say::taken_back(language.get_untracked()));
                    at.stage.try_set(Stage::Empty);
                }
                Err(why) => toasts.warn(trouble(language.get_untracked(), &why)),
            }
        });
    };
    // What stood under the thumb is gone, and with it where one was.
    // A search of before would hide what came.
    use_register().search.set(String::new());
    let told = NodeRef::<html::Div>::new();
    focus_within(told, "[role=status]");
    view! {
        <Card title=t(say::merged)>
            <div node_ref=told><p class="exchange-told" role="status" tabindex="-1">
                {t(move |l| say::merged_what(l, taken.new, taken.cases))}
                {(taken.fuller > 0).then(|| t(move |l| say::fuller_came(l, taken.fuller)))}
            </p></div>
            {(same_numbers > 0).then(|| view! {
                <p class="soon">{t(move |l| say::same_numbers(l, same_numbers))}</p>
                <Numbers cases=same_number of=same_numbers/>
            })}
            {(count > 0).then(|| view! {
                <p class="soon">{t(move |l| say::questions(l, count))}</p>
                <ul class="exchange-disputed">{cases}</ul>
                {(disputed_in_all > FIRST).then(|| view! {
                    <div><ButtonLink href=all_disputed.href()>{t(say::all_disputed)}</ButtonLink></div>
                })}
            })}
            {(voids > 0).then(|| view! {
                <p class="soon">{t(move |l| say::was_voided(l, voids))}</p>
                <Numbers cases=voided/>
            })}
            {(locks > 0).then(|| view! {
                <p class="soon">{t(move |l| say::was_locked(l, locks))}</p>
                <Numbers cases=locked/>
            })}
            <div class="row wrap">
                <ButtonLink kind=to_register href=Route::Register(Query::default()).href() icon=Icon::BookOpenText>{t(say::to_register)}</ButtonLink>
                <Button on_press=move || at.stage.set(Stage::Empty)>{t(say::other_file)}</Button>
                {move || can_be_taken_back().then(|| view! {
                    <Button kind=ButtonKind::Quiet icon=Icon::Undo2 busy=busy on_press=take_back>{t(say::take_back)}</Button>
                })}
            </div>
        </Card>
    }
}

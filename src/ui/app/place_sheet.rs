//! Where one is and who acts: opened by the workspace's chip. One tap more changes either.

use leptos::{ev, html, prelude::*};
use wasm_bindgen_futures::spawn_local;

use super::lock::use_lock;
use crate::{
    domain::id::StreamId,
    engine::protocol::{About, WorkspaceKind, ask},
    locale::{Language, app as say, parts},
    ui::{
        browser::focus_within,
        data::{Engine, use_about, use_engine},
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{
            Button, ButtonKind, SearchBox, SearchKey, Sheet, TextField, Toasts,
            few::{MOST, few},
            use_toasts,
        },
        place::use_place,
        trouble::trouble,
    },
};

#[derive(Clone, Copy)]
struct Open(RwSignal<bool>);

pub(super) fn provide_place_sheet() -> RwSignal<bool> {
    let open = RwSignal::new(false);
    provide_context(Open(open));
    open
}

/// Opens the sheet where set true: for 更多 on a phone.
#[must_use]
pub fn use_place_sheet() -> RwSignal<bool> {
    use_context::<Open>().map_or_else(provide_place_sheet, |open| open.0)
}

/// What a workspace is called.
#[must_use]
pub fn place_name(l: Language, kind: WorkspaceKind) -> &'static str {
    match kind {
        WorkspaceKind::Desk => say::my_desk(l),
        WorkspaceKind::Demonstration => say::demonstration(l),
        WorkspaceKind::Sandbox => say::sandbox(l),
    }
}

/// Switches who acts, and says so.
pub(super) fn act_as(
    engine: Engine,
    toasts: Toasts,
    l: Language,
    mediator: StreamId,
    name: String,
) {
    spawn_local(async move {
        match engine.ask(ask::ActAs { mediator }).await {
            Ok(_) => toasts.say(say::acts_now(l, &name)),
            Err(cause) => toasts.warn(trouble(l, &cause)),
        }
    });
}

#[component]
pub fn PlaceSheet() -> impl IntoView {
    let open = use_place_sheet();
    let lock = use_lock();
    let lock_now = move || {
        open.set(false);
        lock.lock();
    };
    view! {
        <Sheet title=t(say::place_and_people) open=open>
            <div class="stack loose">
                <People open=open/>
                <Places open=open/>
                {move || lock.has_pin().get().then(|| view! {
                    <Button icon=Icon::Lock on_press=lock_now>{t(say::lock_now)}</Button>
                })}
            </div>
        </Sheet>
    }
}

/// Who is at this desk, a press to act as one of them, and room for one more. Of very many some are drawn, and a word
/// finds the rest.
#[component]
pub fn People(
    /// Closed by a press.
    #[prop(optional)]
    open: RwSignal<bool>,
) -> impl IntoView {
    let (about, engine, toasts, language) =
        (use_about(), use_engine(), use_toasts(), use_language());
    let desk =
        Memo::new(move |_| about.with(|about| about.as_ref().and_then(|about| about.desk.clone())));
    let acting = Memo::new(move |_| desk.with(|desk| desk.as_ref().map(|desk| desk.acting)));
    let row = move |(id, name): (StreamId, String)| {
        let on = Memo::new(move |_| acting.get() == Some(id));
        let said = name.clone();
        let press = move |_| {
            open.set(false);
            if !on.get_untracked() {
                act_as(engine, toasts, language.get_untracked(), id, said.clone());
            }
        };
        view! {
            <button type="button" class="place-row" class:on=move || on.get() aria-pressed=move || on.get().to_string() on:click=press>
                <Icon name=Icon::User size=IconSize::Small/>
                <span class="grow cut">{name}</span>
                {move || on.get().then(|| view! { <Icon name=Icon::Check size=IconSize::Small/> })}
            </button>
        }
    };
    let word = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let word = word.get();
        let acts = |id: &StreamId| word.trim().is_empty() && acting.get() == Some(*id);
        desk.with(|desk| {
            desk.as_ref()
                .map(|desk| few(&desk.people, &word, acts))
                .unwrap_or_default()
        })
    });
    let many = Memo::new(move |_| {
        desk.with(|desk| desk.as_ref().is_some_and(|desk| desk.people.len() > MOST))
    });
    let rest = t(move |l| {
        found.with(|(shown, more)| match (shown.len(), more) {
            (0, _) if many.get() => parts::nothing_found(l).to_owned(),
            (_, 0) => String::new(),
            (_, more) => say::more_people(l, *more),
        })
    });
    view! {
        <section class="stack">
            <h3>{t(say::who_acts)}</h3>
            {move || many.get().then(|| view! {
                <SearchBox value=word placeholder=t(say::find_person) key=SearchKey::None/>
            })}
            <div class="place-rows"><For each=move || found.with(|(shown, _)| shown.clone()) key=|(id, _)| *id children=row/></div>
            {move || rest.with(|rest| (!rest.is_empty()).then(|| view! { <p class="tiny">{rest.clone()}</p> }))}
            <Colleague added=|_| ()/>
        </section>
    }
}

/// 加一位同事: on the sheet, and in a form where one is missed.
#[component]
pub fn Colleague(
    /// Hears who it is.
    #[prop(into)]
    added: Callback<StreamId>,
    /// The form around was sent: a name that was typed and not added would be lost.
    #[prop(optional, into)]
    sent: Signal<bool>,
) -> impl IntoView {
    let (about, engine, toasts, language) =
        (use_about(), use_engine(), use_toasts(), use_language());
    let shown = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let left_over = t(move |l| say::add_first(l).to_owned());
    let left_over = Signal::derive(move || {
        let typed = name.with(|name| !name.trim().is_empty());
        (sent.get() && typed).then(|| left_over.get())
    });
    let node = NodeRef::<html::Div>::new();
    let begin = move || {
        shown.set(true);
        focus_within(node, "input");
    };
    let shut = move || {
        name.try_set(String::new());
        refused.try_set(None);
        shown.try_set(false);
        focus_within(node, "button");
    };
    let add = move || {
        let wanted = name.get_untracked().trim().to_owned();
        if wanted.is_empty() || busy.get_untracked() {
            return;
        }
        let known = about.with_untracked(|about| people(about.as_deref()));
        // Two of one name could not be told apart, and nobody is taken out again.
        if let Some((id, _)) = known.iter().find(|(_, name)| *name == wanted) {
            toasts.say(say::colleague_known(language.get_untracked(), &wanted));
            return added.run(*id);
        }
        busy.set(true);
        refused.set(None);
        spawn_local(async move {
            let l = language.get_untracked();
            match engine
                .ask(ask::Enrol {
                    name: wanted.clone(),
                })
                .await
            {
                Ok(about) => {
                    if let Some((id, _)) =
                        people(Some(&about)).iter().find(|one| !known.contains(one))
                    {
                        let _ = added.try_run(*id);
                    }
                    shut();
                    toasts.say(say::added(l, &wanted));
                }
                Err(cause) => {
                    refused.try_set(Some(trouble(l, &cause)));
                }
            }
            busy.try_set(false);
        });
    };
    // No form of its own: it may stand inside one, which Enter is not to send.
    let enter = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            add();
        }
    };
    let field = move || {
        if shown.get() {
            view! {
                <div class="stack" on:input=move |_| refused.set(None)>
                    <div on:keydown=enter><TextField label=t(say::colleague_name) value=name refused=left_over/></div>
                    // Not in the field: a form around is not sent while one of its fields has an error.
                    <p class="error" role="alert" class:gone=move || refused.with(Option::is_none)>{move || refused.get()}</p>
                    <div class="row wrap">
                        <Button busy=busy on_press=add>{t(say::add)}</Button>
                        <Button kind=ButtonKind::Quiet disabled=busy on_press=shut>{t(say::add_nobody)}</Button>
                    </div>
                </div>
            }
            .into_any()
        } else {
            view! { <Button kind=ButtonKind::Quiet icon=Icon::Plus on_press=begin>{t(say::add_colleague)}</Button> }
                .into_any()
        }
    };
    view! { <div node_ref=node>{field}</div> }
}

/// Who is at the desk.
fn people(about: Option<&About>) -> Vec<(StreamId, String)> {
    let desk = about.and_then(|about| about.desk.as_ref());
    desk.map(|desk| desk.people.clone()).unwrap_or_default()
}

#[component]
fn Places(open: RwSignal<bool>) -> impl IntoView {
    let (about, place) = (use_about(), use_place());
    let here = Memo::new(move |_| about.with(|about| about.as_ref().map(|about| about.workspace)));
    let row = move |(kind, icon, note): (WorkspaceKind, Icon, fn(Language) -> &'static str)| {
        let on = Memo::new(move |_| here.get() == Some(kind));
        let press = move |_| {
            open.set(false);
            if !on.get_untracked() {
                place.switch(kind);
            }
        };
        let second = t(move |l| if on.get() { say::here_now(l) } else { note(l) });
        view! {
            <button type="button" class="place-row" class:on=move || on.get() on:click=press>
                <Icon name=icon size=IconSize::Small/>
                <span class="grow"><span class="place-name">{t(move |l| place_name(l, kind))}</span><span class="tiny">{second}</span></span>
                <Icon name=Icon::ChevronRight size=IconSize::Small/>
            </button>
        }
    };
    #[allow(clippy::type_complexity)] // A table, read once, right here.
    let all: [(WorkspaceKind, Icon, fn(Language) -> &'static str); 3] = [
        (WorkspaceKind::Desk, Icon::House, say::desk_note),
        (
            WorkspaceKind::Demonstration,
            Icon::Eye,
            say::demonstration_note,
        ),
        (
            WorkspaceKind::Sandbox,
            Icon::FlaskConical,
            say::sandbox_note,
        ),
    ];
    let leave = move || {
        open.set(false);
        place.leave();
    };
    view! {
        <section class="stack">
            <h3>{t(say::workspaces)}</h3>
            <div class="place-rows">{all.map(row).into_iter().collect_view()}</div>
            <Button kind=ButtonKind::Quiet on_press=leave>{t(say::leave_workspace)}</Button>
        </section>
    }
}

//! 我的数据: what is kept, where, whether it stays, and the backup.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    domain::id::{EntryId, StreamId},
    engine::protocol::{About, Wanting, WorkspaceKind, ask},
    locale::{app as place_say, dates, numbers, settings as say},
    ui::{
        app::{State, place_name, use_kept},
        backup::{size, use_backup},
        browser,
        data::{today, use_about, use_engine},
        icon::Icon,
        language::{t, use_language},
        parts::{Button, ButtonKind, Card, CardLook, DefinitionList, Fact, Fold, use_toasts},
        route::Route,
        shell::PageHead,
        trouble::trouble,
    },
};

#[component]
pub fn MyData() -> impl IntoView {
    let about = use_about();
    view! {
        <PageHead title=t(say::my_data) state=t(say::my_data_lead)/>
        <div class="page my-data">
            {move || about.get().map(|about| view! {
                <BackupCard about=about.clone()/>
                <KeptCard about=about.clone()/>
                <StayCard/>
                <DigestCard about=about/>
                <RestoreCard/>
            })}
        </div>
    }
}

#[component]
fn BackupCard(about: Arc<About>) -> impl IntoView {
    let (backup, day) = (use_backup(), today());
    if about.workspace != WorkspaceKind::Desk {
        return view! { <Card title=t(say::last_backup)><p class="muted">{t(say::sandbox_no_backup)}</p></Card> }.into_any();
    }
    let (last, since) = (about.last_backup, about.cases_since_backup);
    let (late, ahead) = (last.is_none() && since > 0, about.backup_is_ahead());
    let when = t(move |l| {
        last.map_or_else(
            || say::never(l).to_owned(),
            |at| dates::moment(l, at, day.get()),
        )
    });
    let after = t(move |l| {
        if ahead {
            place_say::back_up_anew(l).to_owned()
        } else {
            say::since_backup(l, since)
        }
    });
    view! {
        <Card title=t(say::last_backup) look=CardLook::Next>
            <p class="my-data-when" class:late=late>{when}</p>
            {(since > 0).then(|| view! { <p class="small soon">{after}</p> })}
            <p class="small muted">{t(say::backup_lead)}</p>
            <Button kind=ButtonKind::Main icon=Icon::ArchiveRestore on_press=move || backup.begin()>{t(say::back_up_now)}</Button>
        </Card>
    }
    .into_any()
}

#[component]
fn KeptCard(about: Arc<About>) -> impl IntoView {
    let day = today();
    let (kind, since) = (about.workspace, about.since);
    let number = |count: u64| numbers::count(i64::try_from(count).unwrap_or(i64::MAX));
    let (cases, entries, bytes) = (
        number(about.cases),
        number(about.entries),
        size(about.bytes),
    );
    let engine = use_engine();
    let wanting = RwSignal::new(Wanting::default());
    spawn_local(async move {
        if let Ok(answer) = engine.ask(ask::WhatIsWanting {}).await {
            wanting.try_set(answer);
        }
    });
    let link = |(place, case): (usize, &StreamId)| {
        let href = Route::Case(case.short()).href();
        view! { <p><a href=href>{t(move |l| say::numbered_case(l, place))}</a></p> }
    };
    let unplaced = move || {
        let Wanting { unplaced, damaged } = wanting.get();
        // Those that are damaged here are no other desk's to send.
        let elsewhere = unplaced.iter().filter(|case| !damaged.contains(case));
        let links = (1..).zip(elsewhere).map(link).collect_view();
        (!links.is_empty()).then(|| view! { <Fact name=t(say::unplaced)>{links}<p class="tiny">{t(say::unplaced_note)}</p></Fact> })
    };
    let damaged_cases = move || (1..).zip(&wanting.get().damaged).map(link).collect_view();
    let damaged = (about.damaged > 0).then(|| number(about.damaged));
    let room = RwSignal::new(None::<Option<(f64, f64)>>);
    spawn_local(async move {
        let answer = browser::room().await;
        room.try_set(Some(answer));
    });
    let room_text = t(move |l| match room.get() {
        None => String::from("…"),
        Some(None) => say::room_unknown(l).into(),
        Some(Some((used, all))) => say::room_is(l, &size(used as u64), &size(all as u64)),
    });
    // Host and folder only: what stands behind # says which page, and is nobody's business here.
    let location = window().location();
    let address = format!(
        "{}{}",
        location.host().unwrap_or_default(),
        location.pathname().unwrap_or_default()
    );
    view! {
        <Card title=t(say::what_is_here)>
            <DefinitionList>
                <Fact name=t(say::where_here)>{t(move |l| say::where_is(l, place_name(l, kind)))}</Fact>
                <Fact name=t(say::address)><span class="my-data-address">{address}</span><p class="tiny">{t(say::address_note)}</p></Fact>
                <Fact name=t(say::cases)><span class="num">{cases}</span></Fact>
                <Fact name=t(say::entries)><span class="num">{entries}</span></Fact>
                <Fact name=t(say::size)><span class="num">{bytes}</span></Fact>
                {since.map(|at| view! { <Fact name=t(say::since)>{t(move |l| dates::moment(l, at, day.get()))}</Fact> })}
                {unplaced}
                {damaged.map(|count| view! { <Fact name=t(say::damaged)><span class="num">{count}</span>{damaged_cases}<p class="tiny">{t(say::damaged_note)}</p></Fact> })}
                <Fact name=t(say::room)><span class="num">{room_text}</span></Fact>
            </DefinitionList>
        </Card>
    }
}

/// Whether the browser promised to keep the record, and whether it keeps the app.
#[component]
fn StayCard() -> impl IntoView {
    let (toasts, language, copy) = (use_toasts(), use_language(), use_kept());
    // None: not known yet.
    let kept = RwSignal::new(None::<Option<bool>>);
    spawn_local(async move {
        let answer = browser::is_kept().await;
        kept.try_set(Some(answer));
    });
    let busy = RwSignal::new(false);
    let ask = move || {
        busy.set(true);
        spawn_local(async move {
            let answer = browser::ask_to_keep().await;
            kept.try_set(Some(answer));
            if answer != Some(true) {
                toasts.say(say::refused_to_keep(language.get_untracked()));
            }
            busy.try_set(false);
        });
    };
    let stays = t(move |l| match kept.get() {
        None => "…",
        Some(Some(true)) => say::kept_yes(l),
        Some(Some(false)) => say::kept_no(l),
        Some(None) => say::kept_unknown(l),
    });
    let offline = t(move |l| match copy.state().get() {
        State::Coming => say::offline_coming(l),
        State::Ready => say::offline_desk(l),
        State::Whole | State::Newer | State::Replaced => say::offline_whole(l),
        State::Unavailable => say::offline_no(l),
    });
    view! {
        <Card title=t(say::kept)>
            <p>{stays}</p>
            {move || (kept.get() == Some(Some(false))).then(|| view! {
                <Button icon=Icon::ShieldCheck busy=busy on_press=ask>{t(say::ask_to_keep)}</Button>
            })}
            <h3>{t(say::offline)}</h3>
            <p>{offline}</p>
        </Card>
    }
}

/// The short words by which two desks see that they hold the same. Computing them reads the whole
/// record, so it waits for a press.
#[component]
fn DigestCard(about: Arc<About>) -> impl IntoView {
    let (engine, toasts, language) = (use_engine(), use_toasts(), use_language());
    let found = RwSignal::new(None::<(EntryId, EntryId)>);
    let busy = RwSignal::new(false);
    let look = move || {
        busy.set(true);
        spawn_local(async move {
            match engine.ask(ask::Digests {}).await {
                Ok(digests) => {
                    found.try_set(Some(digests));
                }
                Err(cause) => toasts.warn(trouble(language.get_untracked(), &cause)),
            }
            busy.try_set(false);
        });
    };
    let short = |id: String| id.chars().take(10).collect::<String>();
    let fingerprint = about.desk.as_ref().map(|desk| desk.fingerprint.clone());
    view! {
        <Card title=t(say::digests)>
            <DefinitionList>
                {fingerprint.map(|text| view! { <Fact name=t(say::fingerprint)><code>{short(text)}</code></Fact> })}
                {move || found.get().map(|(entries, leaves)| view! {
                    <Fact name=t(say::digest_entries)><code>{short(entries.to_string())}</code></Fact>
                    <Fact name=t(say::digest_leaves)><code>{short(leaves.to_string())}</code></Fact>
                })}
            </DefinitionList>
            <p class="tiny">{t(say::digests_note)}</p>
            {move || found.get().is_none().then(|| view! {
                <Button icon=Icon::ShieldCheck busy=busy on_press=look>{t(say::show_digests)}</Button>
            })}
        </Card>
    }
}

#[component]
fn RestoreCard() -> impl IntoView {
    view! {
        <Card>
            <Fold title=t(say::how_to_restore)>
                <ol class="numbered">
                    <li>{t(say::restore_1)}</li>
                    <li>{t(say::restore_2)}</li>
                    <li>{t(say::restore_3)}</li>
                </ol>
                <p class="small muted">{t(say::move_on)}</p>
                <p class="small soon">{t(place_say::backup_secret)}</p>
            </Fold>
        </Card>
    }
}

//! A case: where it stands, what comes next, what has happened. The page lays out what `locale::case`
//! says about it; what is to be done are links to the steps' own pages.

mod agreement;
mod between;
mod decide;
mod head;
mod in_parts;
mod next;
mod note;
mod papers;
mod parties;
mod questions;
mod seen;
mod story;

use leptos::prelude::*;

use crate::{
    domain::id::StreamId,
    locale::case as say,
    ui::{
        icon::Icon,
        language::t,
        parts::{Button, ButtonKind, ButtonLink, EmptyState, Notice, Skeleton, Tone},
        route::Route,
        shell::{HeadLook, PageHead},
    },
};

use seen::{Seen, see};

/// What there is to show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Showing {
    Coming,
    Trouble,
    Missing,
    There,
}

/// A case. Made anew for another case.
#[component]
pub fn CaseView(case: StreamId) -> impl IntoView {
    let seen = see(case);
    // Only its coming and going makes the page anew; what changes inside a case changes in its place,
    // so that a line one is writing stays.
    let showing = Memo::new(move |_| {
        seen.answer.with(|answer| match answer {
            None => Showing::Coming,
            Some(Err(_)) => Showing::Trouble,
            Some(Ok(page)) if page.is_none() => Showing::Missing,
            Some(Ok(_)) => Showing::There,
        })
    });
    move || {
        match showing.get() {
        Showing::Coming => view! {
            <PageHead title=t(|_| "…") look=HeadLook::Compact back=Route::register()/>
            <div class="page"><Skeleton rows=5/></div>
        }
        .into_any(),
        Showing::Trouble => view! { <Troubled seen=seen/> }.into_any(),
        Showing::Missing => view! {
            <PageHead title=t(say::no_case) look=HeadLook::Compact back=Route::register()/>
            <div class="page">
                <EmptyState
                    title=t(say::no_case) purpose=t(say::no_case_words) icon=Icon::SearchX
                    action=|| view! { <ButtonLink kind=ButtonKind::Main href=Route::register().href()>{t(say::to_register)}</ButtonLink> }
                />
            </div>
        }
        .into_any(),
        Showing::There => view! { <There seen=seen/> }.into_any(),
    }
    }
}

#[component]
fn Troubled(seen: Seen) -> impl IntoView {
    let words = move || seen.trouble();
    view! {
        <PageHead title=t(say::trouble) look=HeadLook::Compact back=Route::register()/>
        <div class="page">
            <Notice
                title=t(say::trouble) tone=Tone::Maple icon=Icon::CircleAlert
                acts=move || view! { <Button on_press=move || seen.look_again()>{t(say::try_again)}</Button> }
            >
                <p>{words}</p>
            </Notice>
        </div>
    }
}

#[component]
fn There(seen: Seen) -> impl IntoView {
    let more = RwSignal::new(false);
    // Nothing is next in a voided case, and nothing of it is printed.
    let counts = seen.memo(|_, page| page.case.counts());
    let counts = move || counts.get() == Some(true);
    view! {
        <head::Head seen=seen/>
        <div class="page case">
            <decide::Warnings seen=seen/>
            <head::Chips seen=seen/>
            <head::Grave seen=seen/>
            <head::Way seen=seen/>
            <questions::Questions seen=seen/>
            <decide::Anomalies seen=seen/>
            <div class="cols case-cols">
                <div class="case-main">
                    <div class="stack case-story">
                        <head::Facts seen=seen/>
                        <div class="row between"><h2>{t(say::what_happened)}</h2></div>
                        <note::QuickNote seen=seen/>
                        <story::Story seen=seen/>
                    </div>
                </div>
                <div class="stack loose case-side">
                    <Show when=counts><next::NextCard seen=seen more=more/></Show>
                    <parties::Parties seen=seen/>
                    <agreement::AgreementCard seen=seen/>
                    <between::Reaches seen=seen/>
                    <between::Joint seen=seen/>
                    <between::HandedOn seen=seen/>
                    <Show when=counts><papers::Papers seen=seen/></Show>
                    <decide::ReplacedValues seen=seen/>
                </div>
            </div>
        </div>
        <Show when=counts><next::Thumb seen=seen more=more/></Show>
        <next::MoreSheet seen=seen more=more/>
    }
}

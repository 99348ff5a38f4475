//! The page on which something of the directory begins: what is needed stands first, the rest can follow on its own page.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::change::tell;
use super::filling::{Fields, Filling, RefusedHere};
use super::kind::DirectoryKind;
use super::page::{known, route_of};
use super::question::Typed;
use super::writes::{begin, beginning};
use crate::{
    locale::{Language, directory as say},
    ui::{
        data::{Draft, draft, today, use_about, use_engine},
        language::{t, use_language},
        parts::{Button, ButtonKind, ButtonRole, Skeleton, use_toasts},
        route::{Route, replace_steps},
        shell::{HeadLook, PageHead, ThumbBar},
    },
};

/// What the button that leads here says.
pub(super) fn title(l: Language, what: &DirectoryKind) -> &'static str {
    match what {
        DirectoryKind::Organisation => say::add_organisation(l),
        DirectoryKind::Person => say::add_person(l),
        DirectoryKind::Team => say::add_team(l),
        DirectoryKind::MicroGrid => say::add_grid(l),
        DirectoryKind::Agreement => say::add_agreement(l),
        DirectoryKind::Activity | DirectoryKind::Unknown(_) => say::add_activity(l),
    }
}

#[component]
pub fn New(what: DirectoryKind) -> impl IntoView {
    let kept = draft(format!("directory/new/{}", what.code()));
    let text = RwSignal::new(None::<Option<String>>);
    spawn_local(async move {
        let found = kept.load().await;
        text.try_set(Some(found));
    });
    let about = use_about();
    let desk = Memo::new(move |_| {
        about.with(|about| {
            let desk = about.as_ref()?.desk.as_ref()?;
            Some((desk.county, desk.organisation))
        })
    });
    let shown = what.clone();
    let back = Route::Directory(Some(what.clone()));
    let ready = Memo::new(move |_| text.with(Option::is_some) && desk.get().is_some());
    view! {
        <PageHead title=t(move |l| title(l, &shown).to_owned()) look=HeadLook::Compact back=back/>
        {move || match (ready.get(), text.get_untracked(), desk.get_untracked()) {
            (true, Some(text), Some((county, office))) => {
                let mut asks = beginning(&what, county, office);
                let stood: Vec<Typed> = text
                    .and_then(|text| serde_json::from_str(&text).ok())
                    .unwrap_or_default();
                if stood.len() == asks.len() {
                    for ((_, typed), stood) in asks.iter_mut().zip(stood) {
                        *typed = stood;
                    }
                }
                view! { <Form what=what.clone() filling=Filling::new(&asks) kept=kept/> }.into_any()
            }
            _ => view! { <div class="page"><Skeleton rows=5/></div> }.into_any(),
        }}
    }
}

#[component]
fn Form(what: DirectoryKind, filling: Filling, kept: Draft) -> impl IntoView {
    let (engine, toasts, language) = (use_engine(), use_toasts(), use_language());
    let known = known();
    Effect::new(move |before: Option<Vec<Typed>>| {
        let now = filling.typed();
        if before.is_some_and(|before| before != now) {
            kept.set(serde_json::to_string(&now).unwrap_or_default());
        }
        now
    });
    let day = today();
    let send = move || {
        let made = |typed: &[Typed]| begin(&what, typed, day.get_untracked());
        let Some(commands) = filling.complete(made) else {
            return;
        };
        filling.busy.set(true);
        spawn_local(async move {
            let l = language.get_untracked();
            match tell(engine, l, None, Vec::new(), commands).await {
                Ok(stream) => {
                    kept.forget();
                    toasts.say(say::saved(l));
                    replace_steps(route_of(stream));
                }
                Err((_, said)) => drop(filling.refused.try_set(Some(said))),
            }
            filling.busy.try_set(false);
        });
    };
    view! {
        <form class="step-form" novalidate on:submit=filling.submits(send)>
            <div class="page step-fields">
                <p class="small muted">{t(say::add_note)}</p>
                <Fields filling=filling known=known/>
                <RefusedHere filling=filling/>
            </div>
            <ThumbBar>
                <Button kind=ButtonKind::Main role=ButtonRole::Submit busy=filling.busy>{t(say::save)}</Button>
            </ThumbBar>
        </form>
    }
}

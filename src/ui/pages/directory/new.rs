//! The page on which something of the directory begins: what is needed stands first, the rest can follow on its own page.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::asked::{Asked, Filled};
use super::change::tell;
use super::kind::DirectoryKind;
use super::page::{known, route_of};
use super::question::Typed;
use super::writes::{begin, beginning};
use crate::{
    locale::{Language, directory as say},
    ui::{
        data::{draft, today, use_about, use_engine},
        icon::Icon,
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
                let fields = asks.iter().map(|(question, typed)| Filled::new(*question, typed)).collect();
                view! { <Fields what=what.clone() fields=fields kept=kept/> }.into_any()
            }
            _ => view! { <div class="page"><Skeleton rows=5/></div> }.into_any(),
        }}
    }
}

#[component]
fn Fields(what: DirectoryKind, fields: Vec<Filled>, kept: crate::ui::data::Draft) -> impl IntoView {
    let (engine, toasts, language) = (use_engine(), use_toasts(), use_language());
    let (tried, busy) = (RwSignal::new(false), RwSignal::new(false));
    let refused = RwSignal::new(None::<String>);
    let known = known();
    let all = StoredValue::new(fields.clone());
    let typed =
        move || all.with_value(|all| all.iter().map(|one| one.typed()).collect::<Vec<Typed>>());
    Effect::new(move |before: Option<Vec<Typed>>| {
        let now = typed();
        if before.is_some_and(|before| before != now) {
            kept.set(serde_json::to_string(&now).unwrap_or_default());
        }
        now
    });
    let day = today();
    let send = move || {
        tried.set(true);
        refused.set(None);
        let commands = untrack(|| begin(&what, &typed(), day.get()));
        let missing = all.with_value(|all| all.iter().any(|one| one.is_missing()));
        let Some(commands) = commands.filter(|_| !missing) else {
            refused.set(Some(say::needed_more(language.get_untracked()).to_owned()));
            return;
        };
        busy.set(true);
        spawn_local(async move {
            let l = language.get_untracked();
            match tell(engine, l, None, Vec::new(), commands).await {
                Ok(stream) => {
                    kept.forget();
                    toasts.say(say::saved(l));
                    replace_steps(route_of(stream));
                }
                Err((_, said)) => {
                    refused.try_set(Some(said));
                }
            }
            busy.try_set(false);
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            send();
        }
    };
    let none = Signal::derive(|| None::<String>);
    view! {
        <form class="step-form" novalidate on:submit=submit>
            <div class="page step-fields">
                <p class="small muted">{t(say::add_note)}</p>
                {fields.into_iter().map(|filled| view! { <Asked filled=filled known=known show=tried refused=none/> }).collect_view()}
                <div role="alert">
                    {move || refused.get().map(|why| view! {
                        <p class="step-refused row"><Icon name=Icon::CircleAlert/><span class="grow">{why}</span></p>
                    })}
                </div>
            </div>
            <ThumbBar>
                <Button kind=ButtonKind::Main role=ButtonRole::Submit busy=busy>{t(say::save)}</Button>
            </ThumbBar>
        </form>
    }
}

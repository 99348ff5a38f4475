//! Set up my desk: where, which organisation, who.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::places::{self, Fetched};
use crate::{
    engine::protocol::{NewDesk, Trouble, WorkspaceKind, ask},
    law::organisation::OrganisationKind,
    locale::{terms::Term, welcome as say},
    ui::{
        browser,
        data::{Beside, Engine, use_engine},
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{
            Button, ButtonKind, ButtonRole, ButtonSize, Card, CardLook, ChipChoice, LevelPicker,
            Need, Pick, TextField, use_toasts,
        },
        place::{Place, use_place},
        suggest,
        trouble::trouble,
    },
};

/// What the form holds.
#[derive(Clone, Copy)]
struct Form {
    path: RwSignal<Vec<String>>,
    towns: RwSignal<Fetched>,
    /// 自己写 instead of the list.
    own: RwSignal<bool>,
    own_name: RwSignal<String>,
    own_kind: RwSignal<Option<OrganisationKind>>,
    name: RwSignal<String>,
}

#[component]
pub fn DeskForm() -> impl IntoView {
    let (engine, place, toasts, language) =
        (use_engine(), use_place(), use_toasts(), use_language());
    let form = Form {
        path: RwSignal::new(Vec::new()),
        towns: RwSignal::new(Fetched::Not),
        own: RwSignal::new(false),
        own_name: RwSignal::new(String::new()),
        own_kind: RwSignal::new(None),
        name: RwSignal::new(String::new()),
    };
    // There is no workspace yet that could keep a draft: this tab does.
    let beside = Beside::of("desk");
    form.fill(&beside.take().unwrap_or_default());
    let kept = beside.clone();
    Effect::new(move || kept.put(&form.text()));
    let pressed = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failed: RwSignal<Option<Trouble>> = RwSignal::new(None);
    // A list that is needed only now: reaches outside, and the fetched list comes by itself.
    Effect::new(move || {
        if let Some(county) = form.path.with(|path| path.first().cloned()) {
            places::fetch(&county, form.towns);
        }
    });
    // What the name tells of, until the person picks.
    Effect::new(move || {
        let name = form.own_name.get();
        form.own_kind
            .set((!name.trim().is_empty()).then(|| suggest::kind_of(&name)));
    });
    let missing = t(move |l| match form.desk() {
        _ if !pressed.get() => "",
        None if form.path.with(Vec::is_empty) => say::pick_county(l),
        None if !form.own.get() && form.path.with(|path| path.len() < 3) => {
            say::pick_organisation(l)
        }
        _ => "",
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        pressed.set(true);
        if let (Some(desk), false) = (form.desk(), busy.get_untracked()) {
            busy.set(true);
            failed.set(None);
            // Within the press; Firefox asks the person, who may take their time.
            spawn_local(async move {
                let kept = browser::ask_to_keep().await;
                let l = language.get_untracked();
                if kept == Some(true) {
                    toasts.say(say::promised(l));
                } else {
                    toasts.warn(say::not_promised(l));
                }
            });
            let beside = beside.clone();
            spawn_local(async move {
                match set_up(engine, place, desk).await {
                    Ok(()) => drop(beside.take()),
                    Err(cause) => drop(failed.try_set(Some(cause))),
                }
                busy.try_set(false);
            });
        } else {
            to_what_is_missing();
        }
    };
    // Another list has come up: it isn't blamed before the button is pressed again.
    Effect::new(move |before: Option<()>| {
        form.path.track();
        if before.is_some() {
            pressed.set(false);
        }
    });
    let failure = t(move |l| {
        failed.with(|cause| {
            cause
                .as_ref()
                .map_or_else(String::new, |cause| trouble(l, cause))
        })
    });
    view! {
        <form class="welcome-desk" on:submit=submit novalidate>
            <Card look=CardLook::Next>
                <h2 class="row"><Icon name=Icon::House/>{t(say::set_up)}</h2>
                {levels(form)}
                {move || form.own.get().then(|| own_fields(form, pressed))}
                {move || missing.with(|text| (!text.is_empty()).then(|| error(text.clone())))}
                <div class="welcome-sign">
                    <TextField label=t(say::my_name) value=form.name need=Need::Must show=pressed hint=t(say::my_name_hint)/>
                    <Button class="wide-only" kind=ButtonKind::Main size=ButtonSize::Big role=ButtonRole::Submit busy=busy icon_after=Icon::ArrowRight>
                        {t(say::begin)}
                    </Button>
                </div>
                {move || failure.with(|text| (!text.is_empty()).then(|| error(text.clone())))}
            </Card>
            <div class="welcome-thumb phone-only">
                <p class="welcome-where"><Icon name=Icon::HardDrive/><span>{t(say::kept_here)}</span></p>
                <Button class="wide" kind=ButtonKind::Main size=ButtonSize::Big role=ButtonRole::Submit busy=busy icon_after=Icon::ArrowRight>
                    {t(say::begin)}
                </Button>
            </div>
        </form>
    }
}

fn levels(form: Form) -> impl IntoView {
    let language = use_language();
    let names = Signal::derive(move || {
        let l = language.get();
        let mut names = vec![say::county(l).to_owned(), say::town(l).to_owned()];
        if !form.own.get() {
            names.push(say::organisation(l).to_owned());
        }
        names
    });
    let options = Callback::from(move |path: Vec<String>| {
        form.towns
            .with(|towns| places::options(language.get(), &path, towns))
    });
    let again = move || {
        let county = form.path.with_untracked(|path| path.first().cloned());
        places::fetch(&county.unwrap_or_default(), form.towns);
    };
    view! {
        <LevelPicker levels=names path=form.path options=options own=vec![2] on_own=move |_: usize| form.own.set(true)/>
        {move || form.towns.with(|towns| match towns {
            Fetched::Coming(_) => Some(view! { <p class="tiny" role="status">{t(say::towns_coming)}</p> }.into_any()),
            Fetched::Missing => Some(view! {
                <p class="error"><Icon name=Icon::CircleAlert size=IconSize::Small/>{t(say::towns_missing)}</p>
                <Button on_press=again>{t(say::towns_again)}</Button>
            }.into_any()),
            Fetched::Not | Fetched::Here(_) => None,
        })}
    }
}

fn own_fields(form: Form, pressed: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let kinds = move || {
        let named = form.own_kind.get();
        let more = named.filter(|kind| !suggest::KINDS.contains(kind));
        let pick = |kind: OrganisationKind| Pick::new(kind.clone(), kind.term(language.get()));
        suggest::KINDS
            .into_iter()
            .chain(more)
            .map(pick)
            .collect::<Vec<_>>()
    };
    view! {
        <TextField label=t(say::own_name) value=form.own_name need=Need::Must show=pressed hint=t(say::own_hint)/>
        <ChipChoice label=t(say::own_kind) options=Signal::derive(kinds) value=form.own_kind/>
        <button type="button" class="link welcome-list" on:click=move |_| form.own.set(false)>{t(say::from_list)}</button>
    }
}

/// On a phone the sentence may stand far below the button, or above.
fn to_what_is_missing() {
    request_animation_frame(|| {
        let missing = ".welcome-desk p.error, .welcome-desk [aria-invalid=true]";
        if let Ok(Some(place)) = document().query_selector(missing) {
            place.scroll_into_view();
        }
    });
}

fn error(text: String) -> impl IntoView {
    view! { <p class="error" role="alert"><Icon name=Icon::CircleAlert size=IconSize::Small/><span>{text}</span></p> }
}

impl Form {
    /// What is filled in, a line each: names, whether the organisation is written, and the path.
    fn text(self) -> String {
        let own = if self.own.get() { "own" } else { "" };
        let mut lines = vec![self.name.get(), self.own_name.get(), own.to_owned()];
        lines.extend(self.path.get());
        lines.join("\n")
    }

    /// Fills in what [`Self::text`] kept.
    fn fill(self, text: &str) {
        let mut lines = text.lines().map(str::to_owned);
        self.name.set(lines.next().unwrap_or_default());
        self.own_name.set(lines.next().unwrap_or_default());
        self.own
            .set(lines.next().is_some_and(|own| !own.is_empty()));
        self.path.set(lines.collect());
    }

    /// The desk as filled in; none while something is missing.
    fn desk(self) -> Option<NewDesk> {
        let name = self.name.get().trim().to_owned();
        let path = self.path.get();
        let county = places::county_of(path.first()?)?.adcode;
        // Whoever writes the organisation may leave the township out.
        let town = path.get(1).and_then(|code| places::town_of(code));
        let (organisation, kind) = if self.own.get() {
            (self.own_name.get().trim().to_owned(), self.own_kind.get()?)
        } else {
            let [county, town, chosen] = path.as_slice() else {
                return None;
            };
            let found = self
                .towns
                .with(|towns| places::organisations(county, town, towns));
            found
                .into_iter()
                .find(|(organisation, _)| organisation == chosen)?
        };
        let whole = !name.is_empty() && !organisation.is_empty();
        whole.then(|| NewDesk {
            county,
            town,
            organisation,
            kind,
            abbreviation: String::new(),
            name,
        })
    }
}

async fn set_up(engine: Engine, place: Place, desk: NewDesk) -> Result<(), Trouble> {
    let about = engine
        .ask(ask::Open {
            workspace: WorkspaceKind::Desk,
        })
        .await?;
    if about.desk.is_none() {
        engine.ask(ask::SetUp { desk }).await?;
    }
    place.entered(WorkspaceKind::Desk);
    Ok(())
}

//! The sheet in which one field is written anew, or a step of an agreement is recorded: what stands there is what was
//! seen when it was opened, so that another desk's word is not overruled unseen.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::asked::Known;
use super::entry::Page;
use super::filling::{Fields, Filling, RefusedHere};
use super::question::{Question, Typed, Way};
use super::writes;
use crate::{
    domain::{
        id::{EntryId, StreamId},
        network::{About, Agreement, Command, Refusal, Renewed, Signed, Slot},
    },
    engine::protocol::ask,
    locale::{Language, directory as say, network as words},
    ui::{
        data::{Engine, use_engine},
        language::{t, use_language},
        parts::{Button, ButtonKind, ButtonRole, Sheet, Toasts, use_toasts},
        trouble::trouble,
    },
};

/// What the sheet is open for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Doing {
    /// Writes a field anew, or one more of those that are many.
    Write(Slot),
    Sign,
    Renew,
}

impl Doing {
    pub fn title(self, l: Language) -> String {
        match self {
            Self::Write(slot) => say::change_field(l, words::fields::name(l, slot)),
            Self::Sign => say::sign(l).to_owned(),
            Self::Renew => say::renew(l).to_owned(),
        }
    }

    fn asks(self, about: &About) -> Vec<(Question, Typed)> {
        let day = |label| Question::new(label, Way::Day);
        match self {
            Self::Write(slot) => writes::asks(about, slot),
            Self::Sign => vec![(day(say::signed_on).must(), Typed::text(""))],
            Self::Renew => vec![
                (day(words::fields::field_day).must(), Typed::text("")),
                (
                    day(words::fields::field_until).hint(say::until_hint),
                    Typed::text(""),
                ),
            ],
        }
    }

    fn command(self, about: &About, typed: &[Typed]) -> Option<Command> {
        match self {
            Self::Write(slot) => writes::command(about, slot, typed),
            Self::Renew => Some(Command::Renew(Renewed {
                day: typed.first()?.to_day()?,
                until: typed.get(1)?.to_day(),
            })),
            // It is signed as it stands.
            Self::Sign => {
                let About::Agreement(told) = about else {
                    return None;
                };
                let now = Agreement::of(told);
                let day = typed.first()?.to_day()?;
                Some(Command::Sign(Signed {
                    corridor: now.corridor,
                    corridor_en: now.corridor_en,
                    counties: now.counties,
                    day: Some(day),
                    name: now.name,
                    name_en: now.name_en,
                    parties: now.parties,
                    year: u16::try_from(day.year()).ok()?,
                }))
            }
        }
    }
}

/// What stands of a stream, and what of it was seen.
#[derive(Clone, PartialEq)]
pub(super) struct Stands {
    pub id: StreamId,
    pub about: About,
    pub heads: Vec<EntryId>,
}

/// Sends a command on what stands; says how it went.
pub(super) async fn tell(
    engine: Engine,
    l: Language,
    stream: Option<StreamId>,
    seen: Vec<EntryId>,
    commands: Vec<Command>,
) -> Result<StreamId, (Option<Refusal>, String)> {
    let question = ask::Tell {
        stream,
        seen,
        commands,
    };
    match engine.ask(question).await {
        Ok(Ok(acted)) => Ok(acted.case),
        Ok(Err(refusal)) => {
            let said = words::refusal::refusal(l, &refusal);
            Err((Some(refusal), said))
        }
        Err(cause) => Err((None, trouble(l, &cause))),
    }
}

/// The sheet; it is open while something is to be done.
#[component]
pub(super) fn ChangeSheet(
    stands: Signal<Option<Stands>>,
    doing: RwSignal<Option<Doing>>,
    known: Known,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move || open.set(doing.with(Option::is_some)));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            doing.set(None);
        }
        now
    });
    let title = t(move |l| doing.get().map_or_else(String::new, |doing| doing.title(l)));
    view! {
        <Sheet title=title open=open>
            {move || doing.get().map(|doing| view! { <Change stands=stands doing=doing known=known open=open/> })}
        </Sheet>
    }
}

#[component]
fn Change(
    stands: Signal<Option<Stands>>,
    doing: Doing,
    known: Known,
    open: RwSignal<bool>,
) -> impl IntoView {
    let (engine, toasts, language) = (use_engine(), use_toasts(), use_language());
    let Some(first) = stands.get_untracked() else {
        return ().into_any();
    };
    let filling = Filling::new(&doing.asks(&first.about));
    let seen = StoredValue::new(first.heads.clone());
    let send = move || {
        let Some(command) = filling.complete(|typed| doing.command(&first.about, typed)) else {
            return;
        };
        filling.busy.set(true);
        let id = first.id;
        spawn_local(async move {
            let l = language.get_untracked();
            match tell(engine, l, Some(id), seen.get_value(), vec![command]).await {
                Ok(_) => {
                    toasts.say(say::saved(l));
                    open.try_set(false);
                }
                Err((why, said)) => {
                    filling.refused.try_set(Some(said));
                    // What another wrote stands in the page behind it: a second press has seen it.
                    if let Some(Refusal::ChangedMeanwhile(_)) = why
                        && let Some(now) = stands.try_get_untracked().flatten()
                    {
                        seen.try_set_value(now.heads);
                    }
                }
            }
            filling.busy.try_set(false);
        });
    };
    view! {
        <form class="stack" novalidate on:submit=filling.submits(send)>
            <RefusedHere filling=filling/>
            <Fields filling=filling known=known/>
            <Button kind=ButtonKind::Main role=ButtonRole::Submit busy=filling.busy>{t(say::save)}</Button>
        </form>
    }
    .into_any()
}

/// Tells of what a page shows, at one press, and says how it went.
#[derive(Clone, Copy)]
pub(super) struct Teller {
    page: Page,
    engine: Engine,
    toasts: Toasts,
    language: RwSignal<Language>,
    pub busy: RwSignal<bool>,
}

impl Teller {
    pub fn of(page: Page) -> Self {
        Self {
            page,
            engine: use_engine(),
            toasts: use_toasts(),
            language: use_language(),
            busy: RwSignal::new(false),
        }
    }

    /// Sends a command on what stands there now; `done` is said when it is recorded.
    pub fn tell(self, command: Command, done: fn(Language) -> &'static str) {
        let Some(now) = self.page.get_untracked() else {
            return;
        };
        self.busy.set(true);
        spawn_local(async move {
            let l = self.language.get_untracked();
            let seen = now.heads.clone();
            match tell(self.engine, l, Some(now.id), seen, vec![command]).await {
                Ok(_) => self.toasts.say(done(l)),
                Err((_, why)) => self.toasts.warn(why),
            }
            self.busy.try_set(false);
        });
    }
}

//! The fields of a form of the directory, drawn: each question by the way in which it is answered.

use std::sync::Arc;

use leptos::prelude::*;

use super::question::{Level, Question, Typed, Way, Whom};
use super::spot_pick::SpotPick;
use super::stream_pick::StreamPick;
use crate::{
    domain::id::StreamId,
    law::divisions::Adcode,
    locale::{directory as say, places},
    ui::{
        data::use_about,
        icon::{Icon, IconSize},
        language::{t, use_language},
        pages::steps::towns::{Depth, PlacePick},
        parts::{
            ChipChoice, ChipPicks, DateField, DayRange, Field, Need, Pick, TextField, TextKind,
        },
    },
    views::answers::Directory,
};

/// What is on record, to choose from.
pub(super) type Known = Signal<Option<Arc<Directory>>>;

/// A field while it is filled in.
#[derive(Clone, Copy)]
pub(super) struct Filled {
    question: Question,
    text: RwSignal<String>,
    one: RwSignal<Option<String>>,
    several: RwSignal<Vec<String>>,
    streams: RwSignal<Vec<StreamId>>,
}

impl Filled {
    pub fn new(question: Question, stands: &Typed) -> Self {
        let (mut text, mut several, mut streams) = (String::new(), Vec::new(), Vec::new());
        match stands {
            Typed::Text(stands) => text.clone_from(stands),
            Typed::Codes(codes) if matches!(question.way, Way::List) => text = codes.join("、"),
            Typed::Codes(codes) | Typed::Path(codes) => several.clone_from(codes),
            Typed::Streams(stands) => streams.clone_from(stands),
        }
        Self {
            question,
            text: RwSignal::new(text),
            one: RwSignal::new(several.first().cloned()),
            several: RwSignal::new(several),
            streams: RwSignal::new(streams),
        }
    }

    /// What stands in it now. Tracks it.
    pub fn typed(self) -> Typed {
        match self.question.way {
            Way::Line | Way::Words | Way::Phone | Way::Number | Way::Day | Way::Spot(_) => {
                Typed::Text(self.text.get())
            }
            Way::List => {
                let text = self.text.get();
                let words = text.split(['、', '，', ',', ';', '；']).map(str::trim);
                Typed::Codes(
                    words
                        .filter(|word| !word.is_empty())
                        .map(str::to_owned)
                        .collect(),
                )
            }
            Way::One(_) => Typed::Codes(self.one.get().into_iter().collect()),
            Way::Several(_) | Way::Counties => Typed::Codes(self.several.get()),
            Way::Place(_) => Typed::Path(self.several.get()),
            Way::Stream(_) | Way::Streams(_) => Typed::Streams(self.streams.get()),
        }
    }

    /// Whether what it must have is missing.
    pub fn is_missing(self) -> bool {
        self.question.must && untrack(|| self.typed()).is_empty()
    }
}

/// One field.
#[component]
pub(super) fn Asked(
    filled: Filled,
    known: Known,
    /// Say what is missing.
    #[prop(into)]
    show: Signal<bool>,
    /// What was refused about it.
    #[prop(into)]
    refused: Signal<Option<String>>,
) -> impl IntoView {
    let Question {
        label,
        hint,
        way,
        must,
    } = filled.question;
    let language = use_language();
    let name = t(move |l| match must {
        true => format!("{}＊", label(l)),
        false => label(l).to_owned(),
    });
    let hint = hint.map(t);
    let hint = MaybeProp::derive(move || hint.map(|hint| hint.get()));
    let need = if must { Need::Must } else { Need::Plain };
    let error = Signal::derive(move || {
        let missing = must && show.get() && filled.typed().is_empty();
        let missing = missing.then(|| say::needed(language.get()).to_owned());
        refused.get().or(missing)
    });
    let text = move |kind: TextKind| {
        view! { <TextField label=name value=filled.text kind=kind need=need hint=hint show=show refused=refused/> }.into_any()
    };
    match way {
        Way::Line | Way::List => text(TextKind::Line),
        Way::Words => text(TextKind::Words),
        Way::Phone => text(TextKind::Phone),
        Way::Number => text(TextKind::Number),
        Way::Day => view! {
            <DateField label=name value=filled.text range=DayRange::Any need=need hint=hint show=show refused=refused/>
        }
        .into_any(),
        Way::One(choices) => {
            let options = Signal::derive(move || picks(choices(language.get())));
            view! { <ChipChoice label=name options=options value=filled.one hint=hint error=error/> }.into_any()
        }
        Way::Several(choices) => {
            let options = Signal::derive(move || picks(choices(language.get())));
            view! { <ChipPicks label=name options=options value=filled.several hint=hint error=error/> }.into_any()
        }
        Way::Place(level) => {
            let depth = match level {
                Level::County => Depth::County,
                Level::Town => Depth::Town,
                Level::Village => Depth::Village,
            };
            let own = own_county();
            view! { <PlacePick label=name path=filled.several depth=depth near=own hint=hint error=error/> }.into_any()
        }
        Way::Spot(county) => view! {
            <SpotPick label=name county=county value=filled.text hint=hint error=error/>
        }
        .into_any(),
        Way::Counties => view! { <Counties label=name value=filled.several hint=hint error=error/> }.into_any(),
        Way::Stream(whom) => view! {
            <StreamPick label=name whom=whom several=false value=filled.streams known=known hint=hint error=error/>
        }
        .into_any(),
        Way::Streams(whom) => view! {
            <StreamPick label=name whom=whom several=true value=filled.streams known=known hint=hint error=error/>
        }
        .into_any(),
    }
}

fn picks(choices: Vec<(String, String)>) -> Vec<Pick<String>> {
    let pick = |(code, name)| Pick::new(code, name);
    choices.into_iter().map(pick).collect()
}

fn own_county() -> Option<Adcode> {
    use_about().with_untracked(|about| Some(about.as_ref()?.desk.as_ref()?.county))
}

/// Counties as chips that a press takes away, and a place to choose another.
#[component]
fn Counties(
    label: Signal<String>,
    value: RwSignal<Vec<String>>,
    hint: MaybeProp<String>,
    error: Signal<Option<String>>,
) -> impl IntoView {
    let next = RwSignal::new(Vec::<String>::new());
    Effect::new(move || {
        if let Some(code) = next.with(|path| path.first().cloned()) {
            // A moment later: the sheet shuts when it sees what was chosen.
            request_animation_frame(move || {
                next.try_set(Vec::new());
            });
            value.update(|all| {
                if !all.contains(&code) {
                    all.push(code);
                }
            });
        }
    });
    let chip = move |code: String| {
        let county = code.parse().ok().and_then(Adcode::new);
        let name =
            t(move |l| county.map_or_else(String::new, |one| places::county_in_city(l, one)));
        let remove = t(move |l| say::remove(l, &name.get()));
        view! {
            <button
                type="button" class="chip pick on" aria-label=move || remove.get()
                on:click=move |_| value.update(|all| all.retain(|one| *one != code))
            >
                {move || name.get()}
                <Icon name=Icon::X size=IconSize::Small/>
            </button>
        }
    };
    let own = own_county();
    view! {
        <Field label=label hint=hint error=error>
            <div class="row wrap">{move || value.get().into_iter().map(chip).collect_view()}</div>
        </Field>
        <PlacePick label=t(say::add_county) path=next depth=Depth::County near=own/>
    }
}

/// Whom a field asks for, in the words of its search box.
pub(super) fn find(l: crate::locale::Language, whom: Whom) -> &'static str {
    match whom {
        Whom::Organisation => say::find_organisation(l),
        Whom::Person => say::find_person(l),
        Whom::Agreement => say::find_agreement(l),
    }
}

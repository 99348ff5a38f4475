//! A line between the steps: a note, a call, a visit. Write first, then press what it was. Beside them the risk, which is
//! rated on a page of its own.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;

use super::seen::Seen;
use crate::{
    domain::{
        case::{Command, Step, event::NoteForm},
        id::Label,
    },
    law::{blank::typed, day::Day},
    locale::{case as say, steps::step_verb},
    ui::{
        data::draft,
        icon::Icon,
        language::{t, use_language},
        parts::{Button, ButtonKind, ButtonLink, ButtonSize, ChipChoice, Pick},
        step_code::Doing,
    },
};

/// What is kept while one writes.
#[derive(Default, Serialize, Deserialize)]
struct Kept {
    text: String,
    confidential_to: Option<Label>,
}

/// The box and its three verbs.
#[component]
pub fn QuickNote(seen: Seen) -> impl IntoView {
    let language = use_language();
    let draft = draft(format!("case/{}/line", seen.id.short()));
    let text = RwSignal::new(String::new());
    // The outer option is whether something is picked at all; the inner, whose confidence.
    let confidence: RwSignal<Option<Option<Label>>> = RwSignal::new(Some(None));
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    spawn_local(async move {
        let kept = draft
            .load()
            .await
            .and_then(|json| serde_json::from_str::<Kept>(&json).ok());
        if let Some(kept) = kept.filter(|kept| !kept.text.is_empty()) {
            text.try_set(kept.text);
            confidence.try_set(Some(kept.confidential_to));
        }
    });
    let keep = move || {
        let kept = Kept {
            text: text.get_untracked(),
            confidential_to: confidence.get_untracked().flatten(),
        };
        draft.set(serde_json::to_string(&kept).unwrap_or_default());
    };
    let written = move || text.with(|text| !text.trim().is_empty());
    let save = move |form: NoteForm| {
        let words = text.get_untracked();
        if words.trim().is_empty() {
            error.set(Some(say::write_first(language.get_untracked()).to_owned()));
            return;
        }
        let day: Day = seen.now(|page| page.today).unwrap_or(Day::MIN);
        let confidential_to = confidence.get_untracked().flatten();
        let command = Command::Note {
            day,
            form,
            text: words,
            confidential_to,
        };
        seen.act(command, say::line_added, busy, move |result| match result {
            Ok(()) => {
                text.try_set(String::new());
                confidence.try_set(Some(None));
                error.try_set(None);
                draft.forget();
            }
            Err(why) => drop(error.try_set(Some(why))),
        });
    };
    let verb = move |form: NoteForm,
                     icon: Icon,
                     label: fn(crate::locale::Language) -> &'static str| {
        view! {
            <Button kind=ButtonKind::Quiet size=ButtonSize::Small icon=icon busy=busy on_press=move || save(form.clone())>
                {t(label)}
            </Button>
        }
    };
    let rates = seen.memo(|_, page| page.next.contains(&Step::Rate));
    let rate = move || {
        rates.get().unwrap_or_default().then(|| {
            view! {
                <ButtonLink
                    kind=ButtonKind::Quiet size=ButtonSize::Small icon=Icon::ShieldCheck
                    href=seen.href(Doing::Step(Step::Rate)) label=t(|l| step_verb(l, Step::Rate))
                >
                    {t(say::rate)}
                </ButtonLink>
            }
        })
    };
    let sides = Signal::derive(move || {
        let picks = seen.say(|l, page| {
            let mut picks = vec![Pick::new(None, say::nobody_said(l))];
            picks.extend(page.case.parties.iter().map(|party| {
                Pick::new(
                    Some(party.label),
                    say::party_name(l, &page.case, party.label),
                )
            }));
            picks
        });
        picks.unwrap_or_default()
    });
    view! {
        <div class="case-add" class:gone=move || seen.read_only()>
            <textarea
                class="input" rows="1" autocomplete="off"
                aria-label=t(say::add_a_line) placeholder=t(say::add_a_line)
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || text.get()
                class:open=written
                on:input:target=move |event| {
                    text.set(typed(event.target().value()));
                    error.set(None);
                    keep();
                }
            ></textarea>
            <div class="row case-add-verbs" role="group" aria-label=t(say::save_as)>
                {verb(NoteForm::Note, Icon::NotebookPen, say::note)}
                {verb(NoteForm::Call, Icon::Phone, say::call)}
                {verb(NoteForm::Visit, Icon::Footprints, say::visit)}
                {rate}
            </div>
            <p class="error" role="alert" class:gone=move || error.with(Option::is_none)>{move || error.get()}</p>
            {move || written().then(|| view! {
                <div class="case-add-more">
                    <ChipChoice label=t(say::who_said) options=sides value=confidence/>
                    <p class="tiny">{draft.note()}</p>
                </div>
            })}
        </div>
    }
}

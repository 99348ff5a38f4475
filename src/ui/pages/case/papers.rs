//! The papers of the file: what can be printed, what comes of a step to be taken, what is by hand.

use leptos::prelude::*;

use super::seen::Seen;
use crate::{
    documents::{PaperState, file},
    law::forms::Form,
    locale::{case as say, terms::Term},
    ui::{
        icon::{Icon, IconSize},
        language::t,
        parts::{Card, Fold},
        route::Route,
    },
};

/// The card of the papers.
#[component]
pub fn Papers(seen: Seen) -> impl IntoView {
    let all = seen.memo(|_, page| file(&page.case));
    let row = move |(form, state): (Form, PaperState)| {
        let (icon, word): (Icon, fn(crate::locale::Language) -> &'static str) = match state {
            PaperState::Ready => (Icon::Printer, say::paper_ready),
            PaperState::Waits => (Icon::CircleDashed, say::paper_waits),
            PaperState::ByHand => (Icon::Pencil, say::paper_by_hand),
        };
        let href = Route::CasePaper {
            case: seen.id.short(),
            form: form.code().into(),
        }
        .href();
        let name = t(move |l| form.term(l).to_owned());
        let inside = view! {
            <Icon name=icon size=IconSize::Small/>
            <span class="grow">{name}</span>
            <span class="tiny">{t(word)}</span>
        };
        match state {
            PaperState::Ready => {
                view! { <a class="row small case-paper" href=href>{inside}</a> }.into_any()
            }
            _ => view! { <div class="row small case-paper muted">{inside}</div> }.into_any(),
        }
    };
    let of = move |by_hand: bool| {
        let all = all.get().unwrap_or_default();
        all.into_iter()
            .filter(|(_, state)| (*state == PaperState::ByHand) == by_hand)
            .collect::<Vec<_>>()
    };
    let count = t(move |l| say::all_papers(l, all.get().map_or(0, |all| all.len())));
    view! {
        <Card title=t(say::papers) extra=move || view! { <span class="tiny">{count}</span> } class="case-papers">
            <div>{move || of(false).into_iter().map(row).collect_view()}</div>
            <Fold title=t(say::paper_by_hand) extra=move || view! { <span class="tiny num">{move || of(true).len()}</span> }>
                <div>{move || of(true).into_iter().map(row).collect_view()}</div>
            </Fold>
        </Card>
    }
}

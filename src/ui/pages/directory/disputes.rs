//! What desks wrote differently to one field, side by side, each with the press that settles it.

use leptos::prelude::*;

use super::change::Teller;
use super::entry::Page;
use super::names::Called;
use crate::{
    domain::{
        field::Written,
        id::StreamId,
        network::{About, Command, Put, Sheet, Slot},
    },
    locale::{
        Language, dates, directory as say,
        network::fields::{self, Named, Spoken},
    },
    ui::{
        icon::Icon,
        language::{t, use_language},
        parts::{Button, Notice, Tone},
    },
    views::answers::NetworkPage,
};

/// One side of a disagreement.
#[derive(Clone, PartialEq)]
struct Side {
    text: String,
    by: StreamId,
    day: String,
    /// Writes it once more, having seen all.
    command: Command,
}

#[component]
pub(super) fn Disputes(page: Page, called: Called) -> impl IntoView {
    let (language, teller) = (use_language(), Teller::of(page));
    let disputes = Memo::new(move |_| {
        let l = language.get();
        page.with(|page| {
            let page = page.as_ref()?;
            Some(called.read(l, page.today, |named| disputes(l, page, named)))
        })
        .unwrap_or_default()
    });
    let side = move |side: Side| {
        let by = side.by;
        let day = side.day;
        let command = side.command;
        view! {
            <div class="directory-side">
                <p class="words"><b>{side.text}</b></p>
                <p class="tiny">{t(move |l| say::said_by(l, &day, &called.stream(l, by)))}</p>
                <Button busy=teller.busy on_press=move || teller.tell(command.clone(), say::saved)>{t(say::holds)}</Button>
            </div>
        }
    };
    let one = move |(slot, sides): (Slot, Vec<Side>)| {
        view! {
            <Notice title=t(move |l| say::differ(l, fields::name(l, slot))) tone=Tone::Sun icon=Icon::GitMerge>
                <p>{t(say::differ_why)}</p>
                <div class="directory-sides">{sides.into_iter().map(side).collect_view()}</div>
            </Notice>
        }
    };
    move || disputes.get().into_iter().map(one).collect_view()
}

fn disputes(l: Language, page: &NetworkPage, named: &Named<'_>) -> Vec<(Slot, Vec<Side>)> {
    match &page.about {
        About::Organisation(_, sheet) => of(l, sheet, named, page, Command::Organisation),
        About::Mediator(_, sheet) => of(l, sheet, named, page, Command::Mediator),
        About::Team(_, sheet) => of(l, sheet, named, page, Command::Team),
        About::MicroGrid(_, sheet) => of(l, sheet, named, page, Command::MicroGrid),
        About::Activity(_, sheet) => of(l, sheet, named, page, Command::Activity),
        About::Agreement(told) => of(l, &told.sheet, named, page, Command::Agreement),
        About::Nothing | About::Consultation(_) | About::WorkOrder(..) => Vec::new(),
    }
}

fn of<F: Spoken>(
    l: Language,
    sheet: &Sheet<F>,
    named: &Named<'_>,
    page: &NetworkPage,
    command: fn(Put<F>) -> Command,
) -> Vec<(Slot, Vec<Side>)> {
    let side = |written: &Written<Option<Put<F>>>| {
        // Of a leaf that is left out nobody can say that it holds.
        let put = written.value.clone()?;
        Some(Side {
            text: fields::said(l, &put, named),
            by: written.who,
            day: dates::short_day(l, written.at.day(), page.today),
            command: command(put),
        })
    };
    let disputed = sheet.disputed();
    disputed
        .map(|(slot, sides)| (slot, sides.iter().filter_map(side).collect()))
        .collect()
}

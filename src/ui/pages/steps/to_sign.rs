//! The agreement on paper, to be signed: printed from what the form has, before anybody says that it was signed.

use leptos::{ev, portal::Portal, prelude::*};

use super::{agreement::Fields, page::Opened};
use crate::{
    documents::{Document, to_be_signed},
    domain::case::{
        command::NewClause,
        event::AgreementClause,
        state::{Agreement, Clause, Wording},
    },
    domain::id::Label,
    law::money::Fen,
    locale::{Language, steps as say},
    ui::{
        icon::Icon,
        language::t,
        pages::paper::{Sheets, names},
        parts::Button,
        towns::use_towns,
    },
};

/// A button that prints it. The paper lies outside the page, where only the printer sees it.
#[component]
pub fn ToSign(opened: Opened, fields: Fields) -> impl IntoView {
    let towns = use_towns(move || opened.with(|case| case.county));
    let paper: RwSignal<Option<Document>> = RwSignal::new(None);
    let lay_out = move || {
        let names = names(&opened.page(), towns.get_untracked().as_deref());
        let agreement = untrack(|| agreement(fields));
        // The official copy is Chinese.
        let made = opened.with(|case| to_be_signed(case, &agreement, &names, Language::Chinese));
        paper.set(Some(made));
    };
    // Some printers' dialogs don't wait: the paper stays until the browser is done with it.
    let printed =
        window_event_listener(ev::Custom::<web_sys::Event>::new("afterprint"), move |_| {
            paper.set(None);
        });
    on_cleanup(move || printed.remove());
    let print = Callback::new(move |()| drop(window().print()));
    view! {
        <Button icon=Icon::Printer on_press=lay_out>{t(say::print_to_sign)}</Button>
        {move || paper.get().map(|paper| view! {
            <Portal><Printed paper=paper.clone() print=print/></Portal>
        })}
    }
}

/// While it is there, nothing else is printed.
#[component]
fn Printed(paper: Document, print: Callback<()>) -> impl IntoView {
    mark(true);
    on_cleanup(|| mark(false));
    view! { <div class="to-sign"><Sheets paper=paper on_dealt=print/></div> }
}

fn mark(printing: bool) {
    if let Some(body) = document().body() {
        let _ = body.toggle_attribute_with_force("data-printing", printing);
    }
}

/// As it will stand once it is signed.
fn agreement(fields: Fields) -> Agreement {
    let total = fields.clauses.total().unwrap_or(Fen::ZERO);
    let written = fields.read();
    let words = |text: String| Wording::Said(text.trim().to_owned());
    let clause = |clause: NewClause| Clause {
        public: AgreementClause {
            due: clause.due,
            fen: clause.fen,
            label: Label::default(),
        },
        text: Some(clause.text),
    };
    Agreement {
        written: true,
        day: written.day,
        clauses: written.clauses.into_iter().map(clause).collect(),
        total,
        copies: written.copies,
        facts: words(written.facts),
        matter: words(written.matter),
        responsibility: words(written.responsibility),
        manner: words(written.manner),
        place: words(written.place),
    }
}

//! A paper of a case, on A4 as it will be printed: sheets with the official margins, page numbers, and
//! nothing else on the printer's paper.

mod names;
mod sheets;
mod view;

use leptos::prelude::*;

pub use names::names;
pub use sheets::Sheets;

use crate::{
    documents::{Document, document},
    domain::id::StreamId,
    engine::protocol::ask,
    law::forms::Form,
    locale::{Language, letters, papers as say, terms::Term},
    ui::{
        data::live,
        icon::Icon,
        language::{t, use_language},
        parts::{Button, ButtonKind, ButtonLink, EmptyState, Skeleton},
        route::Route,
        shell::{HeadChip, HeadLook, PageHead},
        towns::use_towns,
    },
};

/// What there is to print.
#[derive(Clone, PartialEq)]
enum Showing {
    Coming,
    NoCase,
    NotReady,
    Ready(Document),
}

/// A printable paper of a case; `form` is the form's code, not yet checked.
#[component]
pub fn Paper(case: StreamId, form: String) -> impl IntoView {
    let form = StoredValue::new(Form::from_code(&form));
    let answer = live(move || ask::Case { case });
    let language = use_language();
    let towns = use_towns(move || {
        answer.with(|answer| match answer {
            Some(Ok(page)) => page.as_ref().as_ref()?.case.county,
            _ => None,
        })
    });
    // The official copy is Chinese; who reads English may look at a copy beside it.
    let reading = RwSignal::new(false);
    let copy = move || {
        if reading.get() && language.get() == Language::English {
            Language::English
        } else {
            Language::Chinese
        }
    };
    let showing = Memo::new(move |_| {
        answer.with(|answer| match answer {
            None => Showing::Coming,
            Some(Err(_)) => Showing::NoCase,
            Some(Ok(page)) => match page.as_ref() {
                None => Showing::NoCase,
                Some(page) => {
                    let made = form.with_value(|form| {
                        document(
                            form,
                            &page.case,
                            &names(page, towns.get().as_deref()),
                            copy(),
                        )
                    });
                    made.map_or(Showing::NotReady, Showing::Ready)
                }
            },
        })
    });
    let back = Route::Case(case.short());
    let ready = Memo::new(move |_| matches!(showing.get(), Showing::Ready(_)));
    let print = move || drop(window().print());
    let href = StoredValue::new(back.href());
    let extra = move || {
        view! {
            // Where there is no arrow.
            <ButtonLink kind=ButtonKind::Quiet class="desktop-only" icon=Icon::ArrowLeft href=href.get_value()>{t(say::back_to_case)}</ButtonLink>
            {move || (language.get() == Language::English).then(|| view! {
                <Button kind=ButtonKind::Quiet icon=Icon::Languages on_press=move || reading.update(|on| *on = !*on)>
                    {t(move |l| if reading.get() { say::official_copy(l) } else { say::reading_copy(l) })}
                </Button>
            })}
            {move || ready.get().then(|| view! {
                <Button kind=ButtonKind::Main icon=Icon::Printer on_press=print>{t(say::print)}</Button>
            })}
        }
    };
    let title = t(move |l| form.with_value(|form| form.term(l).to_owned()));
    let body = move || match showing.get() {
        Showing::Coming => view! { <Skeleton rows=6/> }.into_any(),
        Showing::Ready(paper) => view! {
            <p class="tiny paper-hint">{t(say::print_hint)}</p>
            <Sheets paper=paper/>
        }
        .into_any(),
        missing => {
            let why: fn(Language) -> &'static str = match (missing, form.get_value()) {
                (Showing::NoCase, _) => say::no_case,
                (_, Form::Agreement) => say::not_ready_agreement,
                (_, Form::OralAgreementRegister) => say::not_ready_oral,
                (_, Form::JointInvitation | Form::JointReply) => letters::not_ready_joint,
                (_, Form::JointRecord) => letters::not_ready_record,
                (_, Form::TransferLetter | Form::TransferReceipt) => letters::not_ready_transfer,
                (_, Form::JointOutcome) => letters::not_ready_outcome,
                _ => say::not_made,
            };
            view! {
                <EmptyState title=t(say::not_ready) purpose=t(why) icon=Icon::FileText action=move || view! {
                    <ButtonLink kind=ButtonKind::Main href=href.get_value()>{t(say::back_to_case)}</ButtonLink>
                }/>
            }
            .into_any()
        }
    };
    view! {
        <div class="paper-whole">
            <PageHead title=title look=HeadLook::Compact back=back chip=HeadChip::Words extra=extra/>
            <div class="page paper">{body}</div>
        </div>
    }
}

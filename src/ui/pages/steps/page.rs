//! The page of a step: waits for the case and the draft, then shows the form.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{
    after, agreement, correct, deciding, ending, filing, form::Form, frame::Resumed, handing_on,
    joining, meeting, notes, oral, risk, session, take_back,
};
use crate::{
    domain::{
        case::{Case, Refusal, Step},
        id::{EntryId, Label, StreamId},
    },
    engine::protocol::ask,
    law::person::PartyRole,
    locale::{Language, case::party_name, refusal, steps as say, terms::Term},
    ui::{
        data::{draft, live},
        icon::Icon,
        language::t,
        parts::{ButtonKind, ButtonLink, Notice, Skeleton, Tone},
        route::{Route, navigate},
        shell::{HeadChip, HeadLook, PageHead},
        step_code::Doing,
        trouble::trouble,
    },
    views::answers::CasePage,
};

/// A case as it stood when its form was opened, and as it stands now.
#[derive(Clone, Copy)]
pub struct Opened {
    pub id: StreamId,
    page: StoredValue<Arc<CasePage>>,
    seen: StoredValue<Vec<EntryId>>,
    now: Signal<Option<Vec<EntryId>>>,
}

impl Opened {
    /// The case's page as the form was opened on it.
    #[must_use]
    pub fn page(self) -> Arc<CasePage> {
        self.page.get_value()
    }

    /// The heads that the person has seen.
    #[must_use]
    pub fn seen(self) -> Vec<EntryId> {
        self.seen.get_value()
    }

    /// What came in meanwhile was looked at.
    pub fn catch_up(self) {
        if let Some(heads) = self.now.get_untracked() {
            self.seen.set_value(heads);
        }
    }

    pub fn moved_on(self) -> bool {
        self.now.with(|now| {
            now.as_ref()
                .is_some_and(|now| self.seen.with_value(|seen| seen != now))
        })
    }

    /// The case in a line: its number, and who against whom.
    #[must_use]
    pub fn heading(self, l: Language) -> String {
        self.page.with_value(|page| {
            let case = &page.case;
            let number = case
                .number
                .get()
                .map(|number| format!("{number} · "))
                .unwrap_or_default();
            // The first of each side.
            let sides = [PartyRole::Applicant, PartyRole::Respondent];
            let names: Vec<String> = sides
                .iter()
                .filter_map(|role| case.side(role).next())
                .map(|party| party_name(l, case, party.label))
                .collect();
            let kind = case
                .kind
                .get()
                .map(|kind| kind.term(l).to_owned())
                .unwrap_or_default();
            let who = if names.is_empty() {
                kind
            } else {
                names.join(" / ")
            };
            format!("{number}{who}")
        })
    }

    /// A party's name, or 甲, 乙, 丙 where it is left out.
    #[must_use]
    pub fn party(self, l: Language, label: Label) -> String {
        self.page
            .with_value(|page| party_name(l, &page.case, label))
    }

    /// Reads the case.
    pub fn with<T>(self, read: impl FnOnce(&Case) -> T) -> T {
        self.page.with_value(|page| read(&page.case))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Loading,
    Failed,
    Missing,
    Ready,
}

/// The page at `#/case/<case>/<step>`.
#[component]
pub fn StepPage(case: StreamId, step: String) -> impl IntoView {
    match Doing::parse(&step) {
        Some(doing) => view! { <Loaded id=case doing=doing/> }.into_any(),
        None => {
            let href = Route::Case(case.short()).href();
            view! {
                <Nowhere title=t(say::no_such_step) href=href go=t(say::open_case)>{t(say::no_such_step_why)}</Nowhere>
            }
            .into_any()
        }
    }
}

#[component]
fn Loaded(id: StreamId, doing: Doing) -> impl IntoView {
    let kept = draft(format!("case/{}/{}", id.short(), doing.code()));
    let text: RwSignal<Option<Option<String>>> = RwSignal::new(None);
    spawn_local(async move {
        let found = kept.load().await;
        text.try_set(Some(found));
    });
    let answer = live(move || ask::Case { case: id });
    // Once ready, it stays: what comes in later must not take away what is being typed.
    let state = Memo::new(move |before: Option<&State>| {
        if before == Some(&State::Ready) {
            return State::Ready;
        }
        answer.with(|answer| match answer {
            None => State::Loading,
            Some(Err(_)) => State::Failed,
            Some(Ok(page)) if page.is_none() => State::Missing,
            Some(Ok(_)) if text.with(Option::is_none) => State::Loading,
            Some(Ok(_)) => State::Ready,
        })
    });
    let heads = Signal::derive(move || {
        answer.with(|answer| match answer {
            Some(Ok(page)) => page.as_ref().as_ref().map(|page| page.heads.clone()),
            _ => None,
        })
    });
    move || {
        match state.get() {
        State::Loading => view! { <div class="page"><Skeleton rows=4/></div> }.into_any(),
        State::Missing => view! {
            <Nowhere title=t(say::not_found) href=Route::register().href() go=t(say::to_register)>{t(say::not_found_why)}</Nowhere>
        }
        .into_any(),
        State::Failed => {
            let words = t(move |l| {
                answer.with(|answer| match answer {
                    Some(Err(why)) => trouble(l, why),
                    _ => String::new(),
                })
            });
            let href = Route::Case(id.short()).href();
            view! { <Nowhere title=t(say::not_found) href=href go=t(say::open_case)>{move || words.get()}</Nowhere> }.into_any()
        }
        State::Ready => {
            let page = answer.with_untracked(|answer| match answer {
                Some(Ok(page)) => page.as_ref().clone(),
                _ => None,
            });
            let Some(page) = page else { return ().into_any() };
            let opened = Opened {
                id,
                seen: StoredValue::new(page.heads.clone()),
                page: StoredValue::new(Arc::new(page)),
                now: heads,
            };
            let kept_text = text.get_untracked().flatten();
            let form = Form::new(kept, kept_text.as_deref(), first_part(doing));
            show(opened, form, doing)
        }
    }
    }
}

/// A session opens where one begins to write: when, where and who came are filled in.
fn first_part(doing: Doing) -> usize {
    if doing == Doing::Step(Step::HoldSession) {
        2
    } else {
        1
    }
}

fn show(opened: Opened, form: Form, doing: Doing) -> AnyView {
    if let Doing::Step(step) = doing {
        let page = opened.page();
        let barred = page.case.barred(step);
        if barred.is_some() || !page.next.contains(&step) {
            return not_now(opened, form, step, barred);
        }
    }
    match doing {
        Doing::Step(step) => match step {
            Step::Accept => deciding::accept(opened, form),
            Step::Decline => deciding::decline(opened, form),
            Step::Assign => deciding::assign(opened, form),
            Step::Join => joining::join(opened, form),
            Step::Inquire => meeting::inquire(opened, form),
            Step::HoldSession => session::session(opened, form),
            Step::Suspend => ending::suspend(opened, form),
            Step::Resume => ending::resume(opened, form),
            Step::Extend => ending::extend(opened, form),
            Step::Fail => ending::fail(opened, form),
            Step::Withdraw => ending::withdraw(opened, form),
            Step::AgreeInWriting => agreement::written(opened, form),
            Step::AgreeOrally => oral::oral(opened, form),
            Step::Perform => after::perform(opened, form),
            Step::Urge => after::urge(opened, form),
            Step::ReportNotPerformed => after::not_performed(opened, form),
            Step::Confirm => after::confirm(opened, form),
            Step::FollowUp => after::follow_up(opened, form),
            Step::Close => filing::close(opened, form),
            Step::Archive => filing::archive(opened, form),
            Step::Reopen => filing::reopen(opened, form),
            Step::Reply => handing_on::reply(opened, form),
            Step::Transfer => handing_on::transfer(opened, form),
            Step::Receive => handing_on::receive(opened, form),
            Step::Rate => risk::rate(opened, form),
        },
        Doing::Note => notes::note(opened, form),
        Doing::Correct(part) => correct::correct(opened, form, part),
        Doing::Retract(entry) => take_back::retract(opened, form, entry),
        Doing::Void => take_back::void(opened, form),
    }
}

/// The stage does not offer the step, or the court's ruling bars it: said before anything is typed.
fn not_now(opened: Opened, form: Form, step: Step, barred: Option<Refusal>) -> AnyView {
    let stage = opened.with(|case| case.stage.clone());
    let refused = barred
        .unwrap_or_else(|| stage.map_or(Refusal::NoCase, |stage| Refusal::NotNow { step, stage }));
    let why = t(move |l| refusal::refusal(l, &refused));
    let home = Route::Case(opened.id.short());
    let href = home.href();
    view! {
        <Nowhere title=t(say::not_open_now) href=href go=t(say::open_case)>
            {move || why.get()}
            <Resumed form=form home=home/>
        </Nowhere>
    }
    .into_any()
}

/// Nothing to fill in here: why, and where to go.
#[component]
fn Nowhere(
    #[prop(into)] title: Signal<String>,
    href: String,
    #[prop(into)] go: Signal<String>,
    children: Children,
) -> impl IntoView {
    let close = {
        let route = Route::parse(&href);
        move || navigate(&route)
    };
    let acts = move || {
        let href = href.clone();
        view! { <ButtonLink kind=ButtonKind::Main href=href>{move || go.get()}</ButtonLink> }
    };
    view! {
        <PageHead title=title look=HeadLook::Compact chip=HeadChip::Words on_close=close>""</PageHead>
        <div class="page">
            <Notice title=title tone=Tone::Sun icon=Icon::Clock acts=acts><div class="small">{children()}</div></Notice>
        </div>
    }
}

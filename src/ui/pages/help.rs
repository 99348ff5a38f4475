//! Help: what it is, first steps, what is often asked, keys.

use leptos::prelude::*;

use crate::{
    engine::protocol::WorkspaceKind,
    locale::{Language, settings as say, welcome},
    ui::{
        app::{State, use_kept},
        icon::Icon,
        language::t,
        parts::{ButtonLink, Card, Fold},
        route::Route,
        shell::{KeysList, PageHead},
    },
};

/// Questions and their answers.
#[allow(clippy::type_complexity)] // A table of questions and answers.
const QUESTIONS: [(fn(Language) -> &'static str, fn(Language) -> &'static str); 4] = [
    (say::q_lost, say::a_lost),
    (say::q_two, say::a_two),
    (say::q_wrong, say::a_wrong),
    (say::q_who, say::a_who),
];

#[component]
pub fn Help() -> impl IntoView {
    let question = |(asked, answer)| view! { <Fold title=t(asked)><p>{t(answer)}</p></Fold> };
    let kept = use_kept().state();
    // As 我的数据 says it.
    let offline = t(move |l| match kept.get() {
        State::Unavailable => say::offline_no(l),
        _ => say::opens_offline(l),
    });
    view! {
        <PageHead title=t(say::help) state=t(say::help_lead)/>
        <div class="page help">
            <Card title=t(say::what_is_it)><p>{t(say::what_is_it_text)}</p></Card>
            <Card title=t(say::first_steps)>
                <ol class="numbered">
                    <li>{t(say::first_1)}</li>
                    <li>{t(say::first_2)}</li>
                    <li>{t(say::first_3)}</li>
                    <li>{t(say::first_4)}</li>
                </ol>
                <ButtonLink icon=Icon::FlaskConical href=Route::Open(WorkspaceKind::Sandbox).href()>{t(welcome::go_try)}</ButtonLink>
            </Card>
            <Card title=t(say::questions)>{QUESTIONS.map(question).into_iter().collect_view()}</Card>
            <Card title=t(say::install)><p>{t(say::install_text)}</p><p>{offline}</p></Card>
            <Card title=t(say::keys) class="wide-only"><KeysList/></Card>
            <Card title=t(say::law)>
                <p class="small">{t(say::law_text)}</p>
                // Put there by the build (`.ci/licences.mjs`).
                <p class="small"><a href="licences.txt" target="_blank">{t(say::licences)}</a></p>
            </Card>
        </div>
    }
}

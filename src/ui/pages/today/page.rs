//! The page: the date, the tasks in three cards, and what is at hand.

use std::sync::Arc;

use leptos::prelude::*;

use super::{hand::Hand, tasks};
use crate::{
    domain::case::Nearness,
    engine::protocol::{WorkspaceKind, ask},
    locale::{dates, numbers, today as say},
    ui::{
        data::{live, today, use_about},
        icon::Icon,
        language::{t, use_language},
        pages::answered::answered,
        parts::{ButtonKind, ButtonLink, Card, CardFit, EmptyState, TaskAction, TaskRow, Tone},
        route::Route,
        shell::{HeadLook, PageHead},
    },
    views::{
        answers::{Agenda, Part, Task},
        query::Query,
    },
};

#[component]
pub fn Today() -> impl IntoView {
    let today = today();
    let answer = live(|| ask::Today {});
    let agenda = Signal::derive(move || answer.get().and_then(Result::ok));
    let state = t(move |l| {
        agenda.with(|agenda| match agenda {
            Some(agenda) => tasks::state(l, agenda.count, agenda.late),
            None => say::opening(l).to_owned(),
        })
    });
    let is_empty = Memo::new(move |_| {
        agenda.with(|agenda| {
            agenda
                .as_ref()
                .is_some_and(|agenda| agenda.tasks.is_empty())
        })
    });
    view! {
        <PageHead title=t(move |l| dates::day(l, today.get(), today.get())) state=state look=HeadLook::Roomy/>
        <div class="page today">
            {answered(answer, move || view! {
                {move || agenda.get().and_then(|agenda| agenda.unfinished.clone()).map(|form| view! {
                    <p class="small today-more"><a href=format!("#/{form}")>{t(say::unfinished)}</a></p>
                })}
                <Show when=move || !is_empty.get() fallback=|| view! { <Nothing/> }>
                    <Cards agenda=agenda/>
                </Show>
                <AtHand/>
            })}
        </div>
    }
}

/// The tasks in three cards; a card without any is left away.
#[component]
fn Cards(agenda: Signal<Option<Arc<Agenda>>>) -> impl IntoView {
    let of = move |part: Part| {
        Memo::new(move |_| {
            agenda.with(|agenda| {
                let tasks = agenda.iter().flat_map(|agenda| &agenda.tasks);
                tasks
                    .filter(|task| task.part() == part)
                    .cloned()
                    .collect::<Vec<Task>>()
            })
        })
    };
    let first = Memo::new(move |_| {
        agenda.with(|agenda| agenda.as_ref()?.tasks.first().map(|task| task.row.id))
    });
    let card = move |title: Signal<String>, part: Part| {
        let tasks = of(part);
        let waiting = move || {
            agenda.with(|agenda| {
                agenda
                    .as_ref()
                    .map(|agenda| agenda.parts[part as usize].clone())
                    .unwrap_or_default()
            })
        };
        let count = move || waiting().0;
        let extra = move || view! { <span class="small muted num">{count}</span> };
        let more = move || {
            let (count, stages) = waiting();
            let unshown = count.saturating_sub(tasks.with(Vec::len));
            let rest = Query {
                stages,
                ..Query::default()
            };
            (unshown > 0).then(|| {
                view! {
                    <p class="small muted today-more">
                        {t(move |l| say::unshown(l, unshown))}" "
                        <a href=Route::Register(rest).href()>{t(say::see_register)}</a>
                    </p>
                }
            })
        };
        view! {
            <Show when=move || count() != 0>
                <Card title=title fit=CardFit::Flush extra=extra>
                    // A task that changed is another row: its words are computed once.
                    {move || tasks.get().into_iter().map(|task| {
                        let look = if first.get() == Some(task.row.id) { TaskAction::Main } else { TaskAction::Quiet };
                        view! { <Row task=task look=look/> }
                    }).collect_view()}
                    {more}
                </Card>
            </Show>
        }
    };
    view! {
        <div class="today-cards">
            <div class="stack">
                {card(t(say::to_do), Part::ToDo)}
            </div>
            <div class="stack">
                {card(t(say::just_in), Part::JustIn)}
                {card(t(say::to_finish), Part::ToFinish)}
            </div>
        </div>
    }
}

#[component]
fn Row(task: Task, look: TaskAction) -> impl IntoView {
    let language = use_language();
    let today = today();
    let tone = match tasks::press(&task, today.get_untracked()) {
        Nearness::Late => Tone::Maple,
        Nearness::Soon => Tone::Sun,
        Nearness::Calm if task.row.joint => Tone::River,
        Nearness::Calm => Tone::Pine,
    };
    let case = task.row.id.short();
    let task = StoredValue::new(task);
    let text = move |of: fn(crate::locale::Language, &Task) -> String| {
        Signal::derive(move || task.with_value(|task| of(language.get(), task)))
    };
    let step = task.with_value(|task| tasks::action(language.get_untracked(), task).1);
    let href = match step {
        Some(step) => Route::CaseStep {
            case,
            step: step.to_owned(),
        },
        None => Route::Case(case),
    };
    view! {
        <TaskRow
            title=text(|language, task| crate::ui::pages::register::row::title(language, &task.row))
            urgent=Signal::derive(move || task.with_value(|task| tasks::urgent(language.get(), task, today.get())))
            line=Signal::derive(move || task.with_value(|task| Some(tasks::line(language.get(), task))))
            tone=tone
            action=text(|language, task| tasks::action(language, task).0.to_owned())
            look=look
            href=href.href()
        />
    }
}

/// Nothing is due: what would stand here, and how it comes here.
#[component]
fn Nothing() -> impl IntoView {
    let about = use_about();
    let none_yet = move || about.with(|about| about.as_ref().is_some_and(|about| about.cases == 0));
    let action = |label: Signal<String>| {
        view! {
            <ButtonLink kind=ButtonKind::Main icon=Icon::Plus href=Route::Intake.href()>{move || label.get()}</ButtonLink>
        }
    };
    move || {
        if none_yet() {
            view! {
                <EmptyState
                    icon=Icon::Sun title=t(say::first_title) purpose=t(say::first_purpose)
                    action=move || action(t(say::take_in_first)) sandbox=sandbox()
                />
            }
        } else {
            view! {
                <EmptyState
                    icon=Icon::CircleCheck title=t(say::empty_title) purpose=t(say::empty_purpose)
                    action=move || action(t(say::take_in_one))
                />
            }
        }
    }
}

/// Where the sandbox is; none while one is in it.
#[must_use]
pub fn sandbox() -> MaybeProp<String> {
    let about = use_about();
    let there = move || {
        about.with(|about| {
            about
                .as_ref()
                .is_some_and(|about| about.workspace == WorkspaceKind::Sandbox)
        })
    };
    Signal::derive(move || (!there()).then(|| Route::Open(WorkspaceKind::Sandbox).href())).into()
}

/// How much is at hand; each number opens its cases.
#[component]
fn AtHand() -> impl IntoView {
    let counts = live(|| ask::Counts {
        query: Query::default(),
        search: String::new(),
    });
    let door = move |hand: Hand| {
        let number = move || {
            let counts = counts.get().and_then(Result::ok);
            let count = counts.map(|counts| hand.count(&counts));
            count
                .and_then(|count| i64::try_from(count).ok())
                .map(numbers::count)
        };
        view! {
            <a class="today-door" href=Route::Register(hand.query()).href()>
                <span class="small muted">{t(move |l| hand.label(l))}</span>
                <b class="num"><span class="door">{number}</span></b>
            </a>
        }
    };
    view! {
        <section class="today-hand" aria-label=t(say::at_a_glance)>
            {Hand::ALL.map(door).collect_view()}
        </section>
    }
}

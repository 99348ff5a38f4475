//! Where a case stands on its way. On a wide page each step has its name; on a phone a bar says
//! 第4步，共8步 and what comes next.

use leptos::prelude::*;

use crate::{locale::parts as say, ui::language::t};

/// The steps of a way, in order, and the one at which it stands.
#[component]
pub fn StatusSteps(
    #[prop(into)] labels: Signal<Vec<String>>,
    /// Counted from 0; the number of labels when all are done.
    #[prop(into)]
    now: Signal<usize>,
) -> impl IntoView {
    let wide = move || {
        let at = now.get();
        let step = |(index, label): (usize, String)| {
            let (class, current) = match index.cmp(&at) {
                std::cmp::Ordering::Less => ("done", None),
                std::cmp::Ordering::Equal => ("now", Some("step")),
                std::cmp::Ordering::Greater => ("", None),
            };
            view! { <li class=class aria-current=current>{label}</li> }
        };
        labels
            .get()
            .into_iter()
            .enumerate()
            .map(step)
            .collect_view()
    };
    let bars = move || {
        let at = now.get();
        let bar = |index: usize| {
            let class = match index.cmp(&at) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "",
            };
            view! { <i class=class></i> }
        };
        (0..labels.with(Vec::len)).map(bar).collect_view()
    };
    let place = t(move |l| {
        let count = labels.with(Vec::len);
        say::step_of(l, (now.get() + 1).min(count), count)
    });
    let next = t(
        move |l| match labels.with(|labels| labels.get(now.get() + 1).cloned()) {
            Some(label) => say::next_step(l, &label),
            None => String::new(),
        },
    );
    view! {
        <ol class="steps wide-only">{wide}</ol>
        <div class="steps-bar phone-only">
            <div class="seg" aria-hidden="true">{bars}</div>
            <p class="row between tiny"><span>{place}</span><span>{next}</span></p>
        </div>
    }
}

/// The steps of a form, as bars in its head: those done, the one at hand, those to come.
#[component]
pub fn FormSteps(
    /// Counted from 1.
    #[prop(into)]
    now: Signal<usize>,
    count: usize,
    /// What the step at hand is about: 什么事.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let bar = |index: usize| {
        view! { <i class:done=move || index < now.get() class:now=move || index + 1 == now.get()></i> }
    };
    view! {
        <div class="steps-bar">
            <div class="seg wide" aria-hidden="true">{(0..count).map(bar).collect_view()}</div>
            // What a reader hears, and the focus comes to, when the step changes.
            <h2 class="tiny" tabindex="-1" data-heading="">
                {t(move |l| say::step_of(l, now.get(), count))}" · "{move || label.get()}
            </h2>
        </div>
    }
}

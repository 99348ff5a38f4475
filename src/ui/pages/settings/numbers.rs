//! How the office numbers its cases, with an example that follows what one types.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::{
    engine::{
        desk::{RuleProblem, part_problem, rule_problem},
        protocol::{Setting, ask},
    },
    locale::settings as say,
    ui::{
        data::{live, today, use_about, use_engine},
        language::{t, use_language},
        parts::{Button, ButtonRole, Card, Need, TextField, use_toasts},
        trouble::trouble,
    },
};

#[component]
pub fn NumbersCard() -> impl IntoView {
    let (about, engine, toasts, language, day) = (
        use_about(),
        use_engine(),
        use_toasts(),
        use_language(),
        today(),
    );
    let desk = about.with_untracked(|about| about.as_ref().and_then(|about| about.desk.clone()));
    let (rule, abbreviation, suffix) = desk.map_or_else(Default::default, |desk| {
        (desk.number_rule, desk.abbreviation, desk.number_suffix)
    });
    let (rule, abbreviation, suffix) = (
        RwSignal::new(rule),
        RwSignal::new(abbreviation),
        RwSignal::new(suffix),
    );
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let next = live(move || ask::NextNumber {
        year: day.get().year(),
    });
    let example = move || {
        let Some(Ok(next)) = next.get() else {
            return String::new();
        };
        let n = format!("{}{}", next.0, suffix.get().trim());
        let year = day.get().year().to_string();
        rule.get()
            .trim()
            .replace("{year}", &year)
            .replace("{abbr}", abbreviation.get().trim())
            .replace("{n}", &n)
    };
    let said = |l, problem| match problem {
        RuleProblem::NoCount => say::rule_needs_n(l).to_owned(),
        RuleProblem::UnknownPlace(odd) => say::rule_unknown(l, &odd),
        RuleProblem::TooLong => say::rule_too_long(l).to_owned(),
        RuleProblem::Unseen => say::rule_unseen(l).to_owned(),
    };
    let rule_check = move |text: &str, l| rule_problem(text.trim()).map(|problem| said(l, problem));
    let part_check = move |text: &str, l| part_problem(text.trim()).map(|problem| said(l, problem));
    let is_right = move || {
        rule.with_untracked(|rule| rule_problem(rule.trim()))
            .is_none()
            && [abbreviation, suffix].iter().all(|part| {
                part.with_untracked(|part| part_problem(part.trim()))
                    .is_none()
            })
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || !is_right() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let l = language.get_untracked();
            let trimmed = |signal: RwSignal<String>| signal.get_untracked().trim().to_owned();
            let settings = [
                Setting::NumberRule(trimmed(rule)),
                Setting::Abbreviation(trimmed(abbreviation)),
                Setting::NumberSuffix(trimmed(suffix)),
            ];
            for setting in settings {
                if let Err(cause) = engine.ask(ask::Set { setting }).await {
                    refused.try_set(Some(trouble(l, &cause)));
                    busy.try_set(false);
                    return;
                }
            }
            refused.try_set(None);
            busy.try_set(false);
            toasts.say(say::saved(l));
        });
    };
    view! {
        <form on:submit=save novalidate>
            <Card title=t(say::numbers)>
                <TextField label=t(say::rule) value=rule need=Need::Must hint=t(say::rule_hint) check=rule_check show=true refused=refused/>
                <TextField label=t(say::abbreviation) value=abbreviation check=part_check show=true/>
                <TextField label=t(say::suffix) value=suffix need=Need::Optional hint=t(say::suffix_hint) check=part_check show=true/>
                <p class="kv">{t(say::example)}<output class="settings-example">{example}</output></p>
                <Button role=ButtonRole::Submit busy=busy>{t(say::save)}</Button>
            </Card>
        </form>
    }
}

//! 带出去: which cases, how much of them, what a reader sees; then a file.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::seen::{count_of, level_name};
use crate::{
    domain::id::{StreamId, StreamKind},
    engine::protocol::{ExportScope, Exported, ask},
    exchange::bundle::Level,
    law::day::Day,
    locale::{Language, exchange as say, register},
    ui::{
        backup::{LeftOut, size},
        browser,
        data::{live, today, use_engine},
        icon::Icon,
        language::{t, use_language},
        pages::register::{
            chips::{count, month, year},
            use_register,
        },
        parts::{
            Button, ButtonKind, Card, ChipChoice, DefinitionList, Fact, Need, Options, Pick,
            TextField, Tick, use_toasts,
        },
        trouble::trouble,
    },
    views::query::Query,
};

/// Which cases, as a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Case,
    /// What the register shows, by its filters and the words of its search.
    Filtered,
    Month,
    Year,
    All,
}

#[component]
pub(super) fn Going(case: Signal<Option<String>>) -> impl IntoView {
    let (engine, toasts, language, day) = (use_engine(), use_toasts(), use_language(), today());
    let case = Memo::new(move |_| {
        let short = case.get()?;
        StreamId::from_short(StreamKind::CASE, &short).ok()
    });
    let register_state = use_register();
    let (filter, words) = (register_state.query, register_state.search);
    let filtered = Memo::new(move |_| {
        filter.with(|query| count(query, day.get()) > 0)
            || words.with(|words| !words.trim().is_empty())
    });
    let which = RwSignal::new(None);
    // Another case in the address is another choice.
    Effect::new(move || {
        which.set(Some(match (case.get(), filtered.get_untracked()) {
            (Some(_), _) => Which::Case,
            (None, true) => Which::Filtered,
            (None, false) => Which::Year,
        }));
    });
    let level = RwSignal::new(Some(Level::Redacted));
    let purpose = RwSignal::new(String::new());
    let agreed = RwSignal::new(false);
    let scope = move || match (which.get(), case.get()) {
        (Some(Which::Case), Some(case)) => ExportScope::Case(case),
        (Some(Which::Filtered), _) => ExportScope::Cases {
            query: Query {
                sort: None,
                ..filter.get()
            },
            search: words.get(),
        },
        (Some(Which::Month), _) => registered_in(month(day.get().month())),
        (Some(Which::Year) | None, _) => registered_in(year(day.get())),
        (Some(Which::Case | Which::All), _) => ExportScope::Everything,
    };
    let chosen_level = move || level.get().unwrap_or(Level::Redacted);
    let plan = live(move || ask::PlanExport { scope: scope() });
    let counted = t(move |l| match plan.get() {
        None => say::counting(l).to_owned(),
        Some(Err(cause)) => trouble(l, &cause),
        Some(Ok(plan)) if plan.cases == 0 => say::no_cases(l).to_owned(),
        Some(Ok(plan)) => say::counted(l, &count_of(plan.cases)),
    });
    let full = Signal::derive(move || chosen_level() == Level::Full);
    let hidden = t(move |l| {
        if full.get() {
            say::hidden_full(l).to_owned()
        } else {
            say::hidden(l).to_owned()
        }
    });
    let named = Memo::new(move |_| {
        let l = language.get();
        let plan = plan.get().and_then(Result::ok)?;
        (plan.named > 0 && !full.get())
            .then(|| say::numbers_name(l, plan.named, &plan.numbers.join(register::comma(l))))
    });
    let busy = RwSignal::new(false);
    let made: RwSignal<Option<Exported>> = RwSignal::new(None);
    let file: StoredValue<Option<Blob>, LocalStorage> = StoredValue::new_local(None);
    // Another choice, and the file that was made is not what stands there any more.
    Effect::new(move || {
        which.track();
        level.track();
        made.set(None);
    });
    let save = move || {
        busy.set(true);
        let question = ask::Export {
            scope: untrack(scope),
            level: untrack(chosen_level),
            purpose: purpose.get_untracked().trim().to_owned(),
        };
        spawn_local(async move {
            match engine.ask_for_file(question).await {
                Ok((exported, blob)) => {
                    // Where the browser wants a press of its own, 再存一次 is one.
                    let _ = browser::save(&blob, &exported.file_name);
                    file.try_set_value(Some(blob));
                    made.try_set(Some(exported));
                }
                Err(cause) => toasts.warn(trouble(language.get_untracked(), &cause)),
            }
            busy.try_set(false);
        });
    };
    let closed = Signal::derive(move || {
        let none = plan.with(|plan| !matches!(plan, Some(Ok(plan)) if plan.anything));
        none || (full.get() && !agreed.get())
    });
    view! {
        <Card title=t(say::take_out) class="exchange-out">
            <ChipChoice label=t(say::scope) options=t_options(move |l| whichs(l, case.get().is_some(), filtered.get())) value=which/>
            <p class="exchange-counted num" role="status">{counted}</p>
            <Options label=t(say::level) options=t_options(levels) value=level/>
            <div class="exchange-sees">
                <DefinitionList>
                    <Fact name=t(say::sees)>{t(move |l| if full.get() { say::sees_full(l) } else { say::sees_redacted(l) })}</Fact>
                    <Fact name=t(say::sees_not)>{hidden}</Fact>
                </DefinitionList>
            </div>
            {move || named.get().map(|words| view! { <p class="small soon" role="status">{words}</p> })}
            <TextField label=t(say::purpose) value=purpose need=Need::Optional hint=t(say::purpose_hint)/>
            {move || full.get().then(|| view! { <Tick label=t(say::full_agree) on=agreed/> })}
            <Button kind=ButtonKind::Line icon=Icon::Download busy=busy disabled=closed on_press=save>{t(say::save_file)}</Button>
            {move || made.get().map(|made| view! { <Made made=made file=file/> })}
        </Card>
    }
}

#[component]
fn Made(made: Exported, file: StoredValue<Option<Blob>, LocalStorage>) -> impl IntoView {
    let name = StoredValue::new(made.file_name.clone());
    let with = move |use_it: &dyn Fn(&Blob, &str)| {
        file.with_value(|file| {
            if let Some(file) = file {
                name.with_value(|name| use_it(file, name));
            }
        });
    };
    let again = move || {
        with(&|file, name| {
            let _ = browser::save(file, name);
        });
    };
    let damaged = made.damaged;
    let can_share = file.with_value(|file| {
        file.as_ref()
            .is_some_and(|file| browser::can_share(file, &made.file_name))
    });
    let share = move || {
        with(&|file, name| {
            let (file, name) = (file.clone(), name.to_owned());
            spawn_local(async move {
                let _ = browser::share(&file, &name).await;
            });
        });
    };
    view! {
        <div class="stack">
            <p class="small exchange-name" role="status">{t(move |l| say::saved(l, &made.file_name, &size(made.bytes)))}</p>
            {(damaged > 0).then(|| view! { <LeftOut damaged=damaged/> })}
            <div class="row wrap">
                <Button icon=Icon::Download on_press=again>{t(say::save_again)}</Button>
                {can_share.then(|| view! { <Button icon=Icon::Share2 on_press=share>{t(say::share)}</Button> })}
            </div>
        </div>
    }
}

/// Choices in the language of the moment.
fn t_options<T: Send + Sync + 'static>(
    of: impl Fn(Language) -> Vec<Pick<T>> + Send + Sync + 'static,
) -> Signal<Vec<Pick<T>>> {
    let language = use_language();
    Signal::derive(move || of(language.get()))
}

fn whichs(language: Language, case: bool, filtered: bool) -> Vec<Pick<Which>> {
    let mut picks = vec![
        Pick::new(Which::Month, say::scope_month(language)),
        Pick::new(Which::Year, say::scope_year(language)),
        Pick::new(Which::All, say::scope_all(language)),
    ];
    if filtered {
        picks.insert(0, Pick::new(Which::Filtered, say::scope_filtered(language)));
    }
    if case {
        picks.insert(0, Pick::new(Which::Case, say::scope_case(language)));
    }
    picks
}

fn levels(language: Language) -> Vec<Pick<Level>> {
    let details = [
        (Level::Redacted, say::redacted_detail(language)),
        (Level::Full, say::full_detail(language)),
    ];
    details
        .into_iter()
        .map(|(level, detail)| Pick {
            detail: detail.to_owned(),
            ..Pick::new(level, level_name(language, level))
        })
        .collect()
}

fn registered_in(span: (Day, Day)) -> ExportScope {
    ExportScope::Cases {
        query: Query {
            registered: Some(span),
            ..Query::default()
        },
        search: String::new(),
    }
}

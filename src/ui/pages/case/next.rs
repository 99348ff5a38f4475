//! What comes next: one step that stands out, a few beside it, and everything else in a sheet.

use leptos::prelude::*;

use super::seen::Seen;
use crate::{
    domain::{
        case::{
            CaseField, Dated, Step,
            likely::{Choices, choices},
        },
        id::EntryId,
    },
    locale::{case as say, dates, refusal::slot, steps::step_verb},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
        parts::{Button, ButtonKind, ButtonLink, Card, CardLook, Sheet},
        route::Route,
        shell::{ThumbBar, ThumbFit},
        step_code::Doing,
    },
};

fn chosen(seen: Seen) -> Memo<Option<Choices>> {
    seen.memo(|_, page| choices(&page.case, &page.next))
}

fn icon_of(step: Step) -> Icon {
    match step {
        Step::Accept => Icon::Inbox,
        Step::Decline | Step::Fail => Icon::FileX2,
        Step::Assign => Icon::Users,
        Step::Inquire => Icon::Search,
        Step::HoldSession => Icon::SquarePen,
        Step::Suspend => Icon::Minus,
        Step::Resume => Icon::Play,
        Step::AgreeInWriting | Step::AgreeOrally => Icon::Handshake,
        Step::Withdraw => Icon::Undo2,
        Step::Perform => Icon::CircleCheck,
        Step::Urge => Icon::Bell,
        Step::ReportNotPerformed => Icon::CircleAlert,
        Step::Confirm => Icon::Scale,
        Step::FollowUp => Icon::Footprints,
        Step::Close => Icon::Check,
        Step::Archive => Icon::FolderOpen,
        Step::Reopen => Icon::RotateCcw,
        Step::Extend => Icon::CalendarClock,
        Step::Join => Icon::Route,
        Step::Reply | Step::Receive => Icon::Inbox,
        Step::Transfer => Icon::Share2,
        Step::Rate => Icon::ShieldCheck,
    }
}

/// A link to a step, as a button.
#[component]
fn StepLink(
    seen: Seen,
    step: Step,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] class: &'static str,
) -> impl IntoView {
    view! {
        <ButtonLink kind=kind class=class icon=icon_of(step) href=seen.href(Doing::Step(step))>
            {t(move |l| step_verb(l, step))}
        </ButtonLink>
    }
}

/// The card beside what has happened (desktop).
#[component]
pub fn NextCard(seen: Seen, more: RwSignal<bool>) -> impl IntoView {
    let choices = chosen(seen);
    let main = move || match choices.get().and_then(|choices| choices.main) {
        Some(step) => {
            view! { <StepLink seen=seen step=step kind=ButtonKind::Main class="wide"/> }.into_any()
        }
        None => view! { <p class="small muted">{t(say::done_words)}</p> }.into_any(),
    };
    let beside = move || {
        let steps = choices
            .get()
            .map(|choices| choices.beside)
            .unwrap_or_default();
        steps
            .into_iter()
            .map(|step| view! { <StepLink seen=seen step=step class="grow"/> })
            .collect_view()
    };
    let title = t(
        move |l| match choices.get().and_then(|choices| choices.main) {
            Some(_) => say::next_step(l),
            None => say::done_title(l),
        },
    );
    move || {
        (!seen.read_only()).then(|| {
            view! {
                <Card title=title look=CardLook::Next class="desktop-only case-next">
                    {main}
                    <div class="row wrap">{beside}</div>
                    <Button kind=ButtonKind::Quiet icon_after=Icon::ChevronRight on_press=move || more.set(true)>
                        {t(say::more_steps)}
                    </Button>
                </Card>
            }
        })
    }
}

/// The bar under the thumb (phone and tablet).
#[component]
pub fn Thumb(seen: Seen, more: RwSignal<bool>) -> impl IntoView {
    let choices = chosen(seen);
    // Once mediation has begun, going on and concluding are as likely: neither is to be looked for.
    let both = move || {
        choices.get().is_some_and(|choices| {
            choices.main == Some(Step::HoldSession)
                && choices.beside.first() == Some(&Step::AgreeInWriting)
        })
    };
    let main = move || match choices.get().and_then(|choices| choices.main) {
        Some(step) => {
            let class = if both() { "beside" } else { "" };
            view! { <StepLink seen=seen step=step kind=ButtonKind::Main class=class/> }.into_any()
        }
        None => view! { <span class="grow small muted">{t(say::done_title)}</span> }.into_any(),
    };
    let conclude = move || {
        both().then(|| view! { <StepLink seen=seen step=Step::AgreeInWriting class="beside"/> })
    };
    move || {
        (!seen.read_only()).then(|| {
            view! {
                <ThumbBar fit=ThumbFit::Narrow>
                    {main}
                    {conclude}
                    <Button icon=Icon::Ellipsis label=t(say::more_title) on_press=move || more.set(true)/>
                </ThumbBar>
            }
        })
    }
}

#[allow(clippy::type_complexity)] // A table of fields and their words.
const CORRECTIONS: &[(CaseField, fn(crate::locale::Language) -> &'static str)] = &[
    (CaseField::Facts, say::correct_facts),
    (CaseField::Type, say::correct_type),
    (CaseField::Day, say::correct_day),
    (CaseField::Number, say::correct_number),
    (CaseField::Source, say::correct_source),
    (CaseField::Place, say::correct_place),
    (CaseField::Town, say::correct_town),
    (CaseField::Mediators, say::correct_mediators),
    (CaseField::Risk, say::correct_risk),
];

/// Everything else that can be done.
#[component]
pub fn MoreSheet(seen: Seen, more: RwSignal<bool>) -> impl IntoView {
    let choices = chosen(seen);
    let language = use_language();
    let step_line = move |step: Step| {
        view! {
            <a href=seen.href(Doing::Step(step))>
                <Icon name=icon_of(step) size=IconSize::Small/>
                {move || step_verb(language.get(), step)}
            </a>
        }
    };
    let steps = move || {
        let choices = choices.get().unwrap_or_default();
        choices
            .beside
            .into_iter()
            .chain(choices.rest)
            .map(step_line)
            .collect_view()
    };
    let correction = move |(part, label): &(
        CaseField,
        fn(crate::locale::Language) -> &'static str,
    )| {
        let label = *label;
        view! { <a class="chip pick" href=seen.href(Doing::Correct(*part))>{move || label(language.get())}</a> }
    };
    // Before mediators are assigned none are to be put right.
    let assigned = seen.memo(|_, page| page.case.mediators.get().is_some());
    let days = seen.memo(|language, page| {
        let say = |dated: &Dated| {
            let day = dates::short_day(language, dated.day, page.today);
            (
                dated.entry,
                format!("{} · {day}", slot(language, &dated.step.day())),
            )
        };
        page.case.days.iter().map(say).collect::<Vec<_>>()
    });
    let day_of_step = move |(entry, words): (EntryId, String)| {
        let href = seen.href(Doing::Correct(CaseField::StepDay(entry)));
        view! { <a class="chip pick num" href=href>{words}</a> }
    };
    view! {
        <Sheet title=t(say::more_title) open=more>
            <nav class="sheet-lines" aria-label=t(say::more_title)>{steps}</nav>
            <section class="stack">
                <h3>{t(say::correct_title)}</h3>
                <div class="row wrap">{move || {
                    let here = CORRECTIONS.iter().filter(|(field, _)| *field != CaseField::Mediators || assigned.get() == Some(true));
                    here.map(correction).collect_view()
                }}</div>
                {move || days.get().filter(|days| !days.is_empty()).map(|days| view! {
                    <h3>{t(say::correct_step_day)}</h3>
                    <div class="row wrap">{days.into_iter().map(day_of_step).collect_view()}</div>
                })}
            </section>
            <nav class="sheet-lines">
                <a href=Route::Exchange(Some(seen.id.short())).href()>
                    <Icon name=Icon::Share2 size=IconSize::Small/>{t(say::take_out)}
                </a>
                <a class="late" href=seen.href(Doing::Void)>
                    <Icon name=Icon::Trash2 size=IconSize::Small/>
                    <span class="stack tight">{t(say::void)}<span class="tiny">{t(say::void_hint)}</span></span>
                </a>
            </nav>
        </Sheet>
    }
}

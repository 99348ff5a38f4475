//! What a case is and where it stands: heading, chips, its way and its clock, the facts in brief.

use leptos::prelude::*;

use super::seen::{Seen, name_of, name_or};
use crate::{
    domain::case::{CaseField, Nearness},
    law::{article::Article, risk::RiskRating},
    locale::{
        Language,
        articles::citation,
        case as say,
        case::{clock, course},
        dates,
        intake::rated_major,
        places,
        terms::Term,
    },
    ui::{
        icon::{Icon, IconSize},
        language::t,
        pages::register::row::look,
        parts::{ButtonLink, ButtonSize, Chip, Status, StatusLook, StatusSteps, Tone},
        route::Route,
        shell::{HeadLook, PageHead},
        step_code::Doing,
    },
    views::answers::CasePage,
};

/// The heading: whose dispute it is, its number and source. The title says its type already.
#[component]
pub fn Head(seen: Seen) -> impl IntoView {
    let title = seen.text(|l, page| say::heading(l, &page.case));
    let kicker = seen.text(|l, page| {
        let number = page.case.number.get().cloned();
        let source = page
            .case
            .source
            .get()
            .map(|source| source.term(l).to_owned());
        let number = number.unwrap_or_else(|| say::no_number(l).to_owned());
        match source {
            Some(source) => format!("{number} · {source}"),
            None => number,
        }
    });
    let file = Route::CasePaper {
        case: seen.id.short(),
        form: "acceptance_register".into(),
    }
    .href();
    // A voided case is neither printed nor taken out by itself.
    let voided = move || seen.say(|_, page| !page.case.counts()) == Some(true);
    let extra = move || {
        view! {
            <span class="row wide-only" class:gone=voided>
                <ButtonLink size=ButtonSize::Small icon=Icon::Printer href=file.clone()>{t(say::paper_file)}</ButtonLink>
                <ButtonLink size=ButtonSize::Small icon=Icon::Share2 href=Route::Exchange(Some(seen.id.short())).href()>{t(say::take_out)}</ButtonLink>
            </span>
        }
    };
    view! { <PageHead title=title kicker=kicker look=HeadLook::Compact back=Route::register() extra=extra/> }
}

/// Status, joint mediation, risk, who leads.
#[component]
pub fn Chips(seen: Seen) -> impl IntoView {
    let look = Signal::derive(move || {
        let look = seen.say(|_, page| page.case.stage.as_ref().map(look));
        look.flatten().unwrap_or(StatusLook::End)
    });
    let joint = move || seen.say(joint_words).flatten();
    let risk = move || {
        seen.say(|l, page| {
            let rating = page.case.rating();
            let tone = match rating {
                RiskRating::Ordinary => Tone::Plain,
                RiskRating::Watch => Tone::Sun,
                _ => Tone::Maple,
            };
            (say::risk(l, rating.term(l)), tone)
        })
    };
    let people = move || seen.say(lead_words);
    view! {
        <div class="row wrap case-chips">
            <Status look=look label=seen.text(|l, page| say::status(l, &page.case))/>
            {move || joint().map(|words| view! { <Chip tone=Tone::River icon=Icon::Route>{words}</Chip> })}
            {move || risk().map(|(words, tone)| view! { <Chip tone=tone icon=Icon::ShieldCheck>{words}</Chip> })}
            {move || people().map(|words| view! { <Chip icon=Icon::Users>{words}</Chip> })}
        </div>
    }
}

/// While somebody may come to harm the page says whom to tell, above what comes next [L 25].
#[component]
pub fn Grave(seen: Seen) -> impl IntoView {
    let grave = seen.memo(|_, page| page.case.is_grave());
    move || {
        grave.get().unwrap_or_default().then(|| {
            view! {
                <p class="rated row grave" role="status">
                    <Icon name=Icon::TriangleAlert size=IconSize::Small/>
                    <span class="grow">{t(|l| rated_major(l, &citation(l, Article::L25)))}</span>
                </p>
            }
        })
    }
}

fn joint_words(language: Language, page: &CasePage) -> Option<String> {
    let joined = &page.case.joint().last()?.with;
    let name = joined.organisation.and_then(|id| name_of(page, id));
    let place = name.unwrap_or_else(|| places::county(language, joined.county));
    Some(say::joint_with(language, &place))
}

fn lead_words(language: Language, page: &CasePage) -> String {
    match page.case.mediators.get().map(Vec::as_slice) {
        Some([lead]) => say::led_by(language, &name_or(language, page, *lead)),
        Some([lead, rest @ ..]) => {
            say::led_by_with(language, &name_or(language, page, *lead), rest.len())
        }
        _ => say::nobody_yet(language).to_owned(),
    }
}

/// The steps of the case and the clock that runs.
#[component]
pub fn Way(seen: Seen) -> impl IntoView {
    let way = seen.memo(|l, page| {
        let (labels, now) = course::way(l, &page.case);
        (
            labels.into_iter().map(str::to_owned).collect::<Vec<_>>(),
            now,
        )
    });
    let labels = Signal::derive(move || way.get().map(|(labels, _)| labels).unwrap_or_default());
    let now = Signal::derive(move || way.get().map_or(0, |(_, now)| now));
    let face = move || {
        seen.say(|l, page| {
            let face = clock::face(l, &page.case, page.due, page.today)?;
            let last = dates::day(l, face.last, page.today);
            Some((face, last))
        })
        .flatten()
    };
    let clock = move || {
        face().map(|(face, last)| {
            let (class, bar) = match face.near {
                Nearness::Calm => ("limit calm", "bar"),
                Nearness::Soon => ("limit", "bar sun"),
                Nearness::Late => ("limit late", "bar maple"),
            };
            let icon = match (face.still, face.near) {
                (true, _) => Icon::Minus,
                (false, Nearness::Late) => Icon::CircleAlert,
                (false, _) => Icon::Clock,
            };
            view! {
                <div class=class>
                    <p class="row between wrap">
                        <b class="row"><Icon name=icon/>{face.title}</b>
                        <span class="num small">{last}</span>
                    </p>
                    {face.run.map(|run| view! {
                        <div class=bar aria-hidden="true"><i style:width=format!("{run}%")></i></div>
                    })}
                    <p class="tiny">{face.line}</p>
                </div>
            }
        })
    };
    view! {
        <section class="card flush case-way" class:gone=move || seen.say(|_, page| !page.case.counts()).unwrap_or(true)>
            <div class="case-track"><StatusSteps labels=labels now=now/></div>
            {clock}
        </section>
    }
}

/// What it is about, where, since when.
#[component]
pub fn Facts(seen: Seen) -> impl IntoView {
    let words = move || {
        seen.say(|l, page| match page.case.facts.get() {
            Some(Some(facts)) => facts.clone(),
            Some(None) => say::facts_left_out(l).to_owned(),
            // Nothing was left out: the registration is not here.
            None if page.damaged => say::beginning_damaged(l).to_owned(),
            None => say::no_beginning(l).to_owned(),
        })
    };
    let line = move || {
        seen.say(|l, page| {
            let day = page
                .case
                .day
                .get()
                .map(|day| say::registered_on(l, &dates::day(l, *day, page.today)));
            let county = page.case.county.map(|county| places::county(l, county));
            let place = page.case.place.get().cloned().flatten();
            let town = page.case.town.get().map(|town| seen.town_name(*town));
            [county, town, place, day]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        })
    };
    let signs = move || {
        seen.say(|l, page| {
            page.case
                .signs()
                .iter()
                .map(|sign| sign.term(l).to_owned())
                .collect::<Vec<_>>()
        })
        .unwrap_or_default()
    };
    view! {
        <section class="card case-facts">
            <div class="card-head">
                <h2>{t(say::facts)}</h2>
                {move || (!seen.read_only()).then(|| view! {
                    <a class="button quiet square" href=seen.href(Doing::Correct(CaseField::Facts)) aria-label=t(say::correct_title)>
                        <Icon name=Icon::Pencil size=IconSize::Small/>
                    </a>
                })}
            </div>
            <p class="words">{words}</p>
            <p class="tiny">{line}</p>
            <div class="row wrap" class:gone=move || signs().is_empty()>
                {move || signs().into_iter().map(|sign| view! { <Chip tone=Tone::Sun icon=Icon::TriangleAlert>{sign}</Chip> }).collect_view()}
            </div>
        </section>
    }
}

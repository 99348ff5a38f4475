//! What goes between offices about the case: with whom it is mediated jointly and what they said, and to whom it was
//! handed on.

use leptos::prelude::*;

use super::seen::{Seen, name_of, name_or};
use crate::{
    domain::case::{
        Step,
        elsewhere::KnownBy,
        event::{JoinAnswer, Lead, TransferAnswer},
        letters::{Joining, Transfer},
    },
    law::article::Article,
    locale::{Language, articles::citation, case as say, dates, places, steps::step_verb},
    ui::{
        icon::Icon,
        language::t,
        parts::{ButtonKind, ButtonLink, Card, CardFit, Chip, Notice, Tone},
        step_code::Doing,
    },
    views::answers::CasePage,
};

/// An office, what is said of it, and how it stands.
#[derive(Clone, PartialEq)]
struct Line {
    name: String,
    about: String,
    state: String,
    tone: Tone,
}

/// Where a party belongs to another county: that the office there may be asked; nothing where none does.
#[component]
pub fn Reaches(seen: Seen) -> impl IntoView {
    let found = seen.memo(|l, page| {
        let found = page.case.elsewhere()?;
        let name = say::party_name(l, &page.case, found.party);
        let place = places::county_in_city(l, found.county);
        Some(match found.by {
            KnownBy::Address => say::lives_in(l, &name, &place),
            KnownBy::Number => say::registered_in(l, &name, &place),
        })
    });
    move || {
        let words = found.get().flatten().filter(|_| !seen.read_only())?;
        let ask = seen.href(Doing::Step(Step::Join));
        let hand_on = seen.href(Doing::Step(Step::Transfer));
        Some(view! {
            <Notice title=t(say::reaches) tone=Tone::River icon=Icon::Route>
                <p>{words}</p>
                <p class="small muted">{t(|l| say::reaches_rule(l, &citation(l, Article::R27)))}</p>
                <div class="row wrap">
                    <ButtonLink href=ask>{t(|l| step_verb(l, Step::Join))}</ButtonLink>
                    <ButtonLink kind=ButtonKind::Quiet href=hand_on>{t(|l| step_verb(l, Step::Transfer))}</ButtonLink>
                </div>
            </Notice>
        })
    }
}

/// With whom it is mediated jointly; nothing where it is not.
#[component]
pub fn Joint(seen: Seen) -> impl IntoView {
    let lines = seen.memo(|l, page| {
        let all = page.case.joined.iter();
        all.map(|one| joining(l, page, one)).collect::<Vec<_>>()
    });
    view! { <Lines title=say::joint_title lines=lines icon=Icon::Route class="case-joint"/> }
}

/// To whom it was handed on; nothing where it never was.
#[component]
pub fn HandedOn(seen: Seen) -> impl IntoView {
    let lines = seen.memo(|l, page| {
        let all = page.case.transfers.iter();
        all.map(|one| transfer(l, page, one)).collect::<Vec<_>>()
    });
    view! { <Lines title=say::handed_on_title lines=lines icon=Icon::Share2 class="case-handed-on"/> }
}

#[component]
fn Lines(
    title: fn(Language) -> &'static str,
    lines: Memo<Option<Vec<Line>>>,
    icon: Icon,
    class: &'static str,
) -> impl IntoView {
    move || {
        lines.get().filter(|lines| !lines.is_empty()).map(|lines| {
            let row = move |line: Line| {
                let state = line.state;
                view! {
                    <div class="case-line">
                        <div><h3>{line.name}</h3><p class="small muted">{line.about}</p></div>
                        <Chip tone=line.tone icon=icon>{state}</Chip>
                    </div>
                }
            };
            view! {
                <Card title=t(title) fit=CardFit::Flush class=class>
                    {lines.into_iter().map(row).collect_view()}
                </Card>
            }
        })
    }
}

fn joining(l: Language, page: &CasePage, one: &Joining) -> Line {
    let name = one.with.organisation.and_then(|id| name_of(page, id));
    let place = places::county_in_city(l, one.with.county);
    let place = match one.with.agreement.and_then(|id| name_of(page, id)) {
        Some(agreement) => say::joint_under(l, &place, &agreement),
        None => place,
    };
    let lead = match one.with.lead {
        Some(Lead::Handling) => Some(say::we_lead(l)),
        Some(Lead::Invited) => Some(say::they_lead(l)),
        Some(Lead::Unknown(_)) | None => None,
    };
    let (state, tone) = match &one.reply {
        None if page.case.waits() => (say::reply_waited_for(l).to_owned(), Tone::Sun),
        None => (say::never_answered(l).to_owned(), Tone::Plain),
        Some((JoinAnswer::Joins, day)) => {
            let day = dates::short_day(l, *day, page.today);
            (say::they_join(l, &day), Tone::River)
        }
        Some((JoinAnswer::Declines, day)) => {
            let day = dates::short_day(l, *day, page.today);
            (say::they_decline(l, &day), Tone::Plain)
        }
        Some((JoinAnswer::Unknown(code), _)) => (code.to_string(), Tone::Plain),
    };
    Line {
        name: name.unwrap_or_else(|| say::joint_unknown(l).to_owned()),
        about: std::iter::once(place.as_str())
            .chain(lead)
            .collect::<Vec<_>>()
            .join(" · "),
        state,
        tone,
    }
}

fn transfer(l: Language, page: &CasePage, one: &Transfer) -> Line {
    let sent = dates::short_day(l, one.to.day, page.today);
    let place = places::county_in_city(l, one.to.county);
    let (state, tone) = match &one.receipt {
        None if page.case.waits() => (say::receipt_waited_for(l).to_owned(), Tone::Sun),
        None => (say::never_answered(l).to_owned(), Tone::Plain),
        Some((TransferAnswer::Received, day)) => {
            let day = dates::short_day(l, *day, page.today);
            (say::they_took_it(l, &day), Tone::River)
        }
        Some((TransferAnswer::Returned, day)) => {
            let day = dates::short_day(l, *day, page.today);
            (say::they_sent_it_back(l, &day), Tone::Plain)
        }
        Some((TransferAnswer::Unknown(code), _)) => (code.to_string(), Tone::Plain),
    };
    Line {
        name: name_or(l, page, one.to.organisation),
        about: say::handed_on_on(l, &place, &sent),
        state,
        tone,
    }
}

//! What desks disagree on, side by side, one question at a time: 留这边, 留那边.

use leptos::prelude::*;

use super::seen::{Seen, name_of, name_or};
use crate::{
    domain::case::{Command, command::NewValue},
    locale::{
        Language, case as say,
        case::question::{Question, Replaced, Side, Words, look},
        dates,
    },
    ui::{
        icon::Icon,
        language::{t, use_language},
        parts::{
            Button, ButtonKind, Card, CardLook,
            differ::{Piece, differ},
        },
    },
    views::answers::CasePage,
};

/// A side with what the page adds: whose it is.
#[derive(Clone, PartialEq)]
struct Shown {
    head: String,
    own: bool,
    side: Side,
}

#[derive(Clone, PartialEq)]
struct Asked {
    title: String,
    sides: Vec<Shown>,
}

/// All that the desks disagree on, and what was corrected away.
pub fn look_through(
    seen: Seen,
    language: Language,
    page: &CasePage,
) -> (Vec<Question>, Vec<Replaced>) {
    let words = Words {
        language,
        today: page.today,
        stream: &|id| name_of(page, id),
        town: &|town| seen.town_name(town),
    };
    look(&page.case, &words)
}

fn asked(seen: Seen, language: Language, page: &CasePage) -> Vec<Asked> {
    let shown = |side: Side| {
        let own = page
            .timeline
            .iter()
            .find(|item| item.id == side.entry)
            .is_some_and(|item| item.own);
        let desk = if own {
            say::this_side(language)
        } else {
            say::that_side(language)
        };
        let when = dates::moment(language, side.at, page.today);
        let head = format!("{desk} · {} · {when}", name_or(language, page, side.who));
        Shown { head, own, side }
    };
    let one = |question: Question| {
        let mut sides: Vec<Shown> = question.sides.into_iter().map(shown).collect();
        // This desk's side stands first, wherever the fold put it.
        sides.sort_by_key(|side| !side.own);
        Asked {
            title: question.title,
            sides,
        }
    };
    look_through(seen, language, page)
        .0
        .into_iter()
        .map(one)
        .collect()
}

/// The card; nothing where nobody disagrees.
#[component]
pub fn Questions(seen: Seen) -> impl IntoView {
    let all = seen.memo(move |l, page| asked(seen, l, page));
    let at = RwSignal::new(0_usize);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let now = Memo::new(move |_| {
        let all = all.get().unwrap_or_default();
        let count = all.len();
        let place = at.get().checked_rem(count).unwrap_or(0);
        all.into_iter()
            .nth(place)
            .map(|asked| (asked, place, count))
    });
    let keep = move |value: NewValue| {
        let command = Command::Correct {
            field: value,
            reason: String::new(),
        };
        seen.act(command, say::settled, busy, move |result| {
            drop(error.try_set(result.err()))
        });
    };
    let card = move |(asked, place, count): (Asked, usize, usize)| {
        let pair = asked
            .sides
            .iter()
            .map(|shown| shown.side.rows.clone())
            .collect::<Vec<_>>();
        let sides = asked
            .sides
            .into_iter()
            .enumerate()
            .map(move |(which, shown)| {
                let other = pair
                    .get(usize::from(which == 0))
                    .cloned()
                    .unwrap_or_default();
                side_card(seen, shown, &other, busy, keep)
            });
        let title = asked.title;
        let sides = sides.collect_view();
        view! {
            <Card title=t(say::questions_title) look=CardLook::Wait class="case-question" extra=move || view! {
                <span class="row">
                    <span class="tiny">{t(move |l| say::questions_count(l, place + 1, count))}</span>
                    {(count > 1).then(|| view! {
                        <Button icon=Icon::ChevronRight label=t(say::questions_title) on_press=move || at.update(|at| *at += 1)/>
                    })}
                </span>
            }>
                <h3>{title}</h3>
                <div class="side-by-side">{sides}</div>
                <p class="error" role="alert" class:gone=move || error.with(Option::is_none)>{move || error.get()}</p>
                <p class="tiny">{t(say::keep_later)}</p>
            </Card>
        }
    };
    move || now.get().map(card)
}

fn side_card(
    seen: Seen,
    shown: Shown,
    other: &[(String, String)],
    busy: RwSignal<bool>,
    keep: impl Fn(NewValue) + Copy + Send + Sync + 'static,
) -> AnyView {
    let language = use_language();
    let same = |name: &str| {
        other
            .iter()
            .find(|(one, _)| one == name)
            .map(|(_, value)| value.clone())
    };
    let rows = shown.side.rows.into_iter().map(|(name, value)| {
        let (pieces, _) = differ(&value, &same(&name).unwrap_or_default());
        let piece = |piece: Piece| match piece {
            Piece::Same(text) => text.into_any(),
            Piece::Differs(text) => view! { <mark>{text}</mark> }.into_any(),
        };
        view! { <div><dt>{name}</dt><dd>{pieces.into_iter().map(piece).collect_view()}</dd></div> }
    });
    let own = shown.own;
    let label = move || {
        let language = language.get();
        if own {
            say::keep_this(language)
        } else {
            say::keep_that(language)
        }
    };
    let act = shown.side.keep.filter(|_| !seen.read_only()).map(|value| {
        view! {
            <Button kind=ButtonKind::Line class="wide" busy=busy on_press=move || keep(value.clone())>{label}</Button>
        }
    });
    view! {
        <div class="card side">
            <p class="tiny">{shown.head}</p>
            <dl class="facts">{rows.collect_view()}</dl>
            {act}
        </div>
    }
    .into_any()
}

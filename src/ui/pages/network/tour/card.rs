//! The card at the map's edge that says what a stop of a tour is, and takes the map along.

use leptos::{ev, html, prelude::*};

use super::told::{Link, Said, Told};
use super::{Tour, TourAt};
use crate::{
    engine::protocol::ask,
    locale::{
        Language,
        network::{self as words, tour as say},
    },
    ui::{
        browser::focus_within,
        data::{live, today},
        icon::Icon,
        language::{t, use_language},
        map::{Adcode, MapHandle},
        parts::{Button, ButtonKind, ButtonSize, Skeleton},
        route::{NetworkView, Route, replace},
    },
};

/// Where one is among the stops that are told.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Here {
    tour: Tour,
    nth: usize,
    of: usize,
    /// Its place in the table.
    row: usize,
    said: Said,
}

#[component]
pub(in super::super) fn TourCard(
    at: Memo<Option<TourAt>>,
    map: MapHandle,
    /// Which part of the map the card covers: its width and height.
    covers: RwSignal<(f64, f64)>,
    on_end: Callback<()>,
) -> impl IntoView {
    let language = use_language();
    let stops = stops(at);
    let here = Memo::new(move |_| {
        let TourAt { tour, stop } = at.get()?;
        stops.with(|stops| {
            let stops = stops.as_ref()?;
            let nth = stop.min(stops.len().checked_sub(1)?);
            let (row, said) = stops[nth].clone();
            let of = stops.len();
            Some(Here {
                tour,
                nth,
                of,
                row,
                said,
            })
        })
    });
    let card = NodeRef::<html::Div>::new();
    // Reaches outside: to the address, to the map and to the focus, once at each stop.
    Effect::new(move |led: Option<Option<TourAt>>| {
        let (led, at) = (led.flatten(), at.get());
        let ready = map.is_ready();
        let Some(here) = here.get().filter(|_| ready) else {
            return led;
        };
        if led != at {
            lead(&here, at, map);
            focus_within(card, "h2");
        }
        at
    });
    // Measured once what it says is laid out.
    Effect::new(move || {
        here.track();
        language.track();
        request_animation_frame(move || {
            if let Some(card) = card.try_get_untracked().flatten() {
                let (width, height) = (card.offset_width(), card.offset_height());
                covers.try_set((f64::from(width), f64::from(height)));
            }
        });
    });
    let go = move |by: isize| {
        let Some(here) = here.get_untracked() else {
            return;
        };
        let to = here.nth.checked_add_signed(by);
        if let Some(stop) = to.filter(|stop| *stop < here.of) {
            let tour = here.tour;
            replace(&Route::Network(NetworkView {
                tour: Some(TourAt { tour, stop }),
                ..view_of(&here)
            }));
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowRight" => go(1),
            "ArrowLeft" => go(-1),
            _ => return,
        }
        event.prevent_default();
    };
    let name = t(move |l| at.get().map_or("", |at| at.tour.name(l)).to_owned());
    let label = t(move |l| say::tour(l, &name.get()));
    let text = move |of: fn(&Said) -> &String| {
        here.with(|here| here.as_ref().map(|here| of(&here.said).clone()))
    };
    let body = move || match stops.with(Option::is_some) {
        false => view! { <Skeleton rows=2/> }.into_any(),
        true if here.with(Option::is_none) => {
            view! { <h2 tabindex="-1">{t(say::nothing)}</h2><p>{t(say::nothing_why)}</p> }
                .into_any()
        }
        true => view! {
            <h2 tabindex="-1">{move || text(|said| &said.title)}</h2>
            <p aria-live="polite">{move || text(|said| &said.text)}</p>
            <p class="tiny tour-shade">{shade(here)}</p>
            <div class="tour-links">{links(here)}</div>
            <div class="tour-steps"><Steps here=here go=Callback::new(go) on_end=on_end/></div>
        }
        .into_any(),
    };
    view! {
        <div class="tour no-print" role="region" aria-label=label node_ref=card on:keydown=pressed>
            <div class="tour-head">
                <p class="tiny grow">{name}</p>
                <Button kind=ButtonKind::Quiet size=ButtonSize::Small icon=Icon::X label=t(say::end) on_press=on_end/>
            </div>
            {body}
        </div>
    }
}

/// The stops of the tour of which something is on record, each with its place in the table; none until that is known.
fn stops(at: Memo<Option<TourAt>>) -> Memo<Option<Vec<(usize, Said)>>> {
    let (language, today) = (use_language(), today());
    let map = live(|| ask::Map {
        from: None,
        to: None,
    });
    let directory = live(|| ask::Network {});
    let published = live(|| ask::Published {});
    Memo::new(move |_| {
        let tour = at.get()?.tour;
        let (map, directory) = (map.get()?.ok()?, directory.get()?.ok()?);
        let published = published.get()?.ok()?;
        let told = Told {
            map: &map,
            directory: &directory,
            published: &published,
            today: today.get(),
        };
        Some(tour.told(language.get(), &told))
    })
}

/// The map as a stop shows it.
fn view_of(here: &Here) -> NetworkView {
    let (stop, said) = (&here.tour.stops()[here.row], &here.said);
    let (from, to) = (stop.period)().address();
    let county = match (said.corridor, said.counties.as_slice()) {
        (None, [one]) => Some(*one),
        _ => None,
    };
    NetworkView {
        layer: Some(stop.layer.clone()),
        from,
        to,
        county,
        corridor: said.corridor,
        ..NetworkView::default()
    }
}

/// Frames until the card is laid out, the page has measured it, and the map knows what of it is covered.
const SETTLED: u32 = 4;

fn lead(here: &Here, tour: Option<TourAt>, map: MapHandle) {
    replace(&Route::Network(NetworkView {
        tour,
        ..view_of(here)
    }));
    let counties = here.said.counties.iter().map(|one| one.number());
    fly(map, counties.collect(), SETTLED);
}

fn fly(map: MapHandle, counties: Vec<Adcode>, frames: u32) {
    request_animation_frame(move || match frames {
        0 => map.fly_to_all_of(&counties),
        _ => fly(map, counties, frames - 1),
    });
}

/// What the counties are shaded by: on a phone the card leaves no room for the legend.
fn shade(here: Memo<Option<Here>>) -> Signal<String> {
    let said = move |l: Language| {
        here.with(|here| {
            let here = here.as_ref()?;
            let stop = &here.tour.stops()[here.row];
            let period = match stop.layer.has_period() {
                true => (stop.period)().name(l),
                false => words::as_of_today(l).to_owned(),
            };
            Some(say::shaded_by(l, &stop.layer.title(l), &period))
        })
    };
    t(move |l| said(l).unwrap_or_default())
}

fn links(here: Memo<Option<Here>>) -> impl Fn() -> AnyView {
    let links = Memo::new(move |_| {
        here.with(|here| here.as_ref().map(|here| here.said.links.clone()))
            .unwrap_or_default()
    });
    let link = |link: Link| view! { <a class="link" href=link.to.href()>{link.label}</a> };
    move || links.get().into_iter().map(link).collect_view().into_any()
}

/// Back, how far one is, and on; at the end, what ends the tour.
#[component]
fn Steps(here: Memo<Option<Here>>, go: Callback<isize>, on_end: Callback<()>) -> impl IntoView {
    let at = Memo::new(move |_| {
        here.with(|here| here.as_ref().map_or((0, 1), |here| (here.nth, here.of)))
    });
    let first = Signal::derive(move || at.get().0 == 0);
    let last = move || at.get().0 + 1 == at.get().1;
    let on = move || match last() {
        true => on_end.run(()),
        false => go.run(1),
    };
    view! {
        <Button size=ButtonSize::Small icon=Icon::ArrowLeft disabled=first on_press=move || go.run(-1)>{t(say::back)}</Button>
        <span class="tiny num">{t(move |l| say::place(l, at.get().0 + 1, at.get().1))}</span>
        <Button size=ButtonSize::Small kind=ButtonKind::Main on_press=on>
            {t(move |l| if last() { say::end(l) } else { say::next(l) }.to_owned())}
        </Button>
    }
}

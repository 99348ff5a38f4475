//! The line of time under the map: a thumb that goes by years or by months, and a button that walks along it. What is
//! chosen stands in the address, as the period menu has it.

use std::time::Duration;

use leptos::prelude::*;

use super::{
    layer::Layer,
    page::Answer,
    scale::{Scale, hold},
    time::{Pace, Span},
};
use crate::{
    locale::{Language, network::map_time as say},
    ui::{
        data::{today, use_engine},
        icon::Icon,
        language::{t, use_language},
        pages::statistics::period::Period,
        parts::FilterChip,
        route::{NetworkView, Route, replace},
    },
};

/// How long a stop is looked at while it is played; longer for whom motion disturbs.
const LOOK: Duration = Duration::from_millis(1_400);
const LONG_LOOK: Duration = Duration::from_millis(2_600);

/// So many years have their number under the line.
const LABELS: usize = 10;

#[component]
pub(super) fn TimeBar(
    shown: Signal<NetworkView>,
    period: Memo<Period>,
    years: RwSignal<Vec<i32>>,
    layer: Memo<Layer>,
    map: Answer,
    scale: RwSignal<Option<Scale>>,
) -> impl IntoView {
    let language = use_language();
    let today = today();
    let engine = use_engine();
    let span = Memo::new(move |_| years.with(|years| Span::of(years, today.get())));
    let pace = Memo::new(move |_| Pace::of(period.get()));
    // A walk keeps its pace, though a January alone looks like a month.
    let walking = RwSignal::new(None::<Pace>);
    let pace_now = move || walking.get().unwrap_or_else(|| pace.get());
    let go = move |to: Period| {
        let (from, to) = to.address();
        replace(&Route::Network(NetworkView {
            from,
            to,
            ..shown.get_untracked()
        }));
    };
    let compare_colours = move |pace: Pace| {
        if let Some(span) = span.get_untracked() {
            hold(engine, scale, (layer.get_untracked(), pace, span));
        }
    };
    let step = move || {
        let (Some(pace), Some(span)) = (walking.get_untracked(), span.get_untracked()) else {
            return;
        };
        match span.after(pace, period.get_untracked()) {
            Some(next) => go(next),
            None => walking.set(None),
        }
    };
    walk(walking, scale, map, step);
    // Shaded by something else, a walk needs another scale.
    Effect::new(move || {
        layer.track();
        if let Some(pace) = walking.get_untracked() {
            compare_colours(pace);
        }
    });
    let press = move |()| {
        if walking.get_untracked().is_some() {
            walking.set(None);
            return;
        }
        let (Some(span), pace) = (span.get_untracked(), pace.get_untracked()) else {
            return;
        };
        compare_colours(pace);
        walking.set(Some(pace));
        // From the end it begins anew.
        if span.after(pace, period.get_untracked()).is_none()
            && let Some(first) = span.stops(pace).first()
        {
            go(*first);
        }
    };
    let slid = move |place: String| {
        let (Some(span), pace) = (span.get_untracked(), pace.get_untracked()) else {
            return;
        };
        walking.set(None);
        let stops = span.stops(pace);
        if let Some(stop) = place
            .parse::<usize>()
            .ok()
            .and_then(|place| stops.get(place))
        {
            compare_colours(pace);
            go(*stop);
        }
    };
    let change_pace = move |()| {
        walking.set(None);
        let other = match pace.get_untracked() {
            Pace::Years => Pace::Months,
            Pace::Months => Pace::Years,
        };
        let to = span
            .get_untracked()
            .and_then(|span| span.in_pace(other, period.get_untracked()));
        if let Some(to) = to {
            go(to);
        }
    };
    let last = move || {
        span.get()
            .map_or(0, |span| span.stops(pace_now()).len().saturating_sub(1))
    };
    let place = move || {
        span.get()
            .map_or(0, |span| span.place(pace_now(), period.get()))
    };
    let share = move |end: fn((usize, usize)) -> usize| {
        let band = span
            .get()
            .map_or((0, 0), |span| span.band(pace_now(), period.get()));
        format!("{}", end(band) as f64 / 1_000.0)
    };
    let name = Signal::derive(move || period.get().name(language.get()));
    let playing = move || walking.with(Option::is_some);
    let play = t(move |l| {
        if playing() {
            say::pause(l)
        } else {
            say::play(l)
        }
        .to_owned()
    });
    view! {
        <Show when=move || span.get().is_some()>
            <div class="network-time no-print" role="group" aria-label=t(say::time_line)>
                <button type="button" class="network-play" aria-label=play title=play on:click=move |_| press(())>
                    {move || view! { <Icon name=if playing() { Icon::Pause } else { Icon::Play }/> }}
                </button>
                <div class="network-line" style:--from=move || share(|band| band.0) style:--to=move || share(|band| band.1)>
                    <span class="network-band" aria-hidden="true"></span>
                    <input
                        type="range" min="0" step="1" max=move || last().to_string()
                        prop:value=move || place().to_string()
                        aria-label=t(say::time_line) aria-valuetext=move || name.get()
                        on:input:target=move |event| slid(event.target().value())
                    />
                    <ol class="network-ticks" aria-hidden="true">
                        {move || span.get().map(|span| ticks(span, pace_now()))}
                    </ol>
                </div>
                <FilterChip label=t(say::by_month) on=Signal::derive(move || pace.get() == Pace::Months) on_press=Callback::new(change_pace)/>
                <p class="network-when" aria-live="polite">
                    <b>{move || name.get()}</b>
                    <span class="tiny">{move || map.with(|map| signed(language.get(), map.as_deref(), period.get()))}</span>
                </p>
            </div>
        </Show>
    }
}

/// While it walks: a step once what is shown has been looked at. It waits for the answer, however slow the machine.
fn walk(
    walking: RwSignal<Option<Pace>>,
    scale: RwSignal<Option<Scale>>,
    map: Answer,
    step: impl Fn() + Copy + 'static,
) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        let waits = waiting.try_update_value(Option::take).flatten();
        if let Some(waits) = waits {
            waits.clear();
        }
    };
    Effect::new(move || {
        stop();
        map.track();
        let Some(pace) = walking.get() else { return };
        if !scale.with(|held| held.as_ref().is_some_and(|held| held.pace == pace)) {
            return;
        }
        let look = if calm() { LONG_LOOK } else { LOOK };
        waiting.set_value(set_timeout_with_handle(step, look).ok());
    });
    on_cleanup(stop);
}

/// Whether the person asked for little motion.
fn calm() -> bool {
    let asked = window().match_media("(prefers-reduced-motion: reduce)");
    asked.ok().flatten().is_some_and(|asked| asked.matches())
}

/// The years under the line.
fn ticks(span: Span, pace: Pace) -> impl IntoView {
    let stops = span.stops(pace);
    let end = stops.len().saturating_sub(1).max(1);
    let begin = |(place, stop): (usize, &Period)| match stop {
        Period::Months(from, _) if from.of_year() == 1 => Some((place, from.year())),
        _ => None,
    };
    let years: Vec<(usize, i32)> = stops.iter().enumerate().filter_map(begin).collect();
    let every = years.len().div_ceil(LABELS).max(1);
    let tick = move |(place, year): (usize, i32)| {
        let at = place as f64 / end as f64;
        view! { <li style:--at=format!("{at:.4}")>{year}</li> }
    };
    years.into_iter().step_by(every).map(tick).collect_view()
}

/// The latest agreement that had been signed by then.
fn signed(
    language: Language,
    map: Option<&crate::views::answers::NetworkMap>,
    period: Period,
) -> Option<String> {
    let Period::Months(_, to) = period else {
        return None;
    };
    let signed = map?.agreements.iter();
    let signed = signed.filter_map(|(_, agreement)| Some((agreement.signed?.year, agreement)));
    let by_then = signed.filter(|(year, _)| i32::from(*year) <= to.year());
    let (year, last) = by_then.max_by_key(|(year, _)| *year)?;
    let name = match language {
        Language::Chinese => &last.name,
        Language::English => &last.name_en,
    };
    Some(say::signed_by(language, year, name))
}

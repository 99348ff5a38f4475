//! The page: the map, what it is shaded by and for which period, and beside it (on a phone over its
//! lower part) the county or the corridor that is chosen.

use std::sync::Arc;

use leptos::{html, prelude::*};
use wasm_bindgen_futures::spawn_local;

use super::{
    bar::{BorderChip, CompareMenu, LayerChips, PeriodMenu},
    compare::Before,
    corridor::CorridorPanel,
    county::CountyPanel,
    drawn::{Shown, corridors, figures, layer_or_first, map_data, on_map},
    export::{self, ExportMenu, ForPaper},
    find_box::FindPlace,
    layer::Layer,
    neighbours::BorderPanel,
    scale::Scale,
    time::Pace,
    time_bar::TimeBar,
    tour::{TourCard, TourMenu},
    tree::switch::{Now, ViewSwitch},
};
use crate::{
    domain::id::StreamId,
    engine::protocol::ask,
    law::{borders::neighbours, divisions::Adcode},
    locale::network as say,
    ui::{
        browser::focus_within,
        data::{live, today, use_about, use_engine},
        icon::Icon,
        language::{t, use_language},
        map::{CountyMap, Covered, MapData, MapHandle, focus_county},
        pages::statistics::{examples::PINGGU, period::Period},
        parts::EmptyState,
        place::in_demonstration,
        route::{NetworkView, Route, navigate, replace},
        shell::{PageHead, on_escape},
    },
    views::answers::NetworkMap,
};

/// The answer on show; none until the first has come.
pub(super) type Answer = Signal<Option<Arc<NetworkMap>>>;

/// How much of the map's height the panel covers on a phone.
const COVERS: f64 = 0.6;
/// From here on the panel stands beside the map.
const BESIDE: f64 = 900.0;

/// Stays mounted while the view changes.
#[component]
pub fn Network(shown: Signal<NetworkView>) -> impl IntoView {
    let language = use_language();
    let today = today();
    let demonstration = in_demonstration();
    // They come with the map, and say which period it is asked for.
    let years = RwSignal::new(Vec::<i32>::new());
    let period = Memo::new(move |_| {
        let chosen = shown.with(|view| Period::read(view.from, view.to));
        chosen.unwrap_or_else(|| match demonstration.get() {
            true => Period::published(),
            false => years.with(|years| Period::default(today.get(), years)),
        })
    });
    let answer = live(move || {
        let (from, to) = period.get().days();
        ask::Map { from, to }
    });
    let map: Answer = Signal::derive(move || answer.get().and_then(Result::ok));
    Effect::new(move || {
        if let Some(map) = map.get()
            && years.with_untracked(|years| *years != map.years)
        {
            years.set(map.years.clone());
        }
    });
    let layer = Memo::new(move |_| shown.with(|view| layer_or_first(view.layer.as_ref())));
    let county = Memo::new(move |_| shown.with(|view| view.county));
    let corridor = Memo::new(move |_| shown.with(|view| view.corridor));
    let border = Memo::new(move |_| shown.with(|view| view.border));
    let against = Memo::new(move |_| {
        let other = shown.with(|view| view.against);
        let other = other.and_then(|(from, to)| Period::read(Some(from), Some(to)));
        other.filter(|other| layer.with(Layer::has_period) && *other != period.get())
    });
    let before = before(against, map);
    let scale = RwSignal::new(None::<Scale>);
    // A walk's classes hold while one stays in its pace, with its layer.
    let held = Memo::new(move |_| {
        let (layer, pace) = (layer.get(), Pace::of(period.get()));
        scale
            .with(|scale| {
                let same = scale
                    .as_ref()
                    .filter(|held| held.layer == layer && held.pace == pace);
                same.filter(|_| period.get() != Period::All)
                    .map(|held| held.amounts.clone())
            })
            .unwrap_or_default()
    });
    let name = Signal::derive(move || {
        let language = language.get();
        match layer.with(Layer::has_period) {
            true => period.get().name(language),
            false => say::as_of_today(language).to_owned(),
        }
    });
    let data = Memo::new(move |_| {
        let language = language.get();
        let shown = Shown {
            layer: layer.get(),
            period: name.get(),
            selected: county.get(),
            corridor: corridor.get(),
            scale: held.get(),
            border: border.get(),
            before: before.get(),
        };
        map.with(|map| {
            map.as_ref()
                .map_or_else(MapData::default, |map| map_data(language, map, &shown))
        })
    });

    // They tell of the demonstration's entries; elsewhere an address may name one in vain.
    let tour = Memo::new(move |_| shown.with(|view| view.tour).filter(|_| demonstration.get()));
    let on_tour = Memo::new(move |_| tour.get().is_some());
    let looks_around = RwSignal::new(false);
    let card_covers = RwSignal::new((0.0, 0.0));
    Effect::new(move || {
        tour.track();
        looks_around.set(false);
    });
    let choose = move |county: Option<Adcode>, corridor: Option<StreamId>| {
        let view = shown.get_untracked();
        let opens = county.is_some() || corridor.is_some();
        let first = opens && view.county.is_none() && view.tour.is_none();
        // On a tour too one may look around: the next stop goes on with it.
        looks_around.set(opens && view.tour.is_some());
        let route = Route::Network(NetworkView {
            county,
            corridor,
            ..view
        });
        // Back leads out of the panel, or back to the corridor, not through every county that was looked at.
        if first {
            navigate(&route)
        } else {
            replace(&route)
        }
    };
    let on_county = Callback::new(move |code: u32| choose(Adcode::new(code), None));
    let on_corridor = Callback::new(move |()| {
        let first = map.with_untracked(|map| {
            map.as_ref()
                .and_then(|map| corridors(map).next().map(|(id, _)| *id))
        });
        choose(None, first);
    });
    let handle = MapHandle::new();
    let words = export::words();
    let picture = move |()| handle.picture(&words());
    let on_found = Callback::new(move |found: Adcode| {
        // First the flight: what opens beside the map then moves its end.
        handle.fly_to(on_map(found).number());
        choose(Some(found), None);
    });
    let file_name = Signal::derive(move || {
        let days = match (layer.with(Layer::has_period), period.get().days()) {
            (true, (Some(from), Some(to))) => format!("{from}.{to}"),
            (true, _) => "all".to_owned(),
            (false, _) => today.get().to_string(),
        };
        layer.with(|layer| format!("langqiao-map-{}-{days}", layer.code()))
    });
    let close = Callback::new(move |()| choose(None, None));
    let (stage, bar, foot) = (
        NodeRef::<html::Div>::new(),
        NodeRef::<html::Div>::new(),
        NodeRef::<html::Div>::new(),
    );
    let end_tour = Callback::new(move |()| {
        replace(&Route::Network(NetworkView::default()));
        focus_within(bar, ".tour-menu button");
    });
    on_escape(move || {
        if on_tour.get_untracked() && !looks_around.get_untracked() {
            end_tour.run(());
            return;
        }
        let shut = county.get_untracked();
        if shut.is_some() || corridor.with_untracked(Option::is_some) {
            choose(None, None);
        }
        if let Some(shut) = shut {
            focus_county(on_map(shut).number());
        }
    });

    // On a phone the list of the border mode lies over the map until one has read it.
    let listed = RwSignal::new(true);
    Effect::new(move |before: Option<bool>| {
        let border = border.get();
        if before == Some(false) && border {
            listed.set(true);
        }
        border
    });
    let lists = Memo::new(move |_| border.get() && listed.get());
    // The panel of a stop stands beside the map where there is room for it; on a phone the card says enough.
    let open = Memo::new(move |_| {
        let chosen = county.get().is_some() || corridor.get().is_some() || lists.get();
        chosen && (!on_tour.get() || looks_around.get())
    });
    let has_time = Memo::new(move |_| years.with(|years| !years.is_empty()));
    let covered = covered(stage, bar, foot, open, has_time, on_tour, card_covers);
    let home = home(map);
    let panel = move || {
        match (county.get(), corridor.get()) {
        (Some(county), _) => view! { <CountyPanel county=county map=map period=period before=before on_close=close on_county=on_county/> }.into_any(),
        (None, Some(id)) => view! { <CorridorPanel id=id map=map period=period on_close=close on_county=on_county/> }.into_any(),
        (None, None) if lists.get() => view! { <BorderPanel map=map on_county=on_county on_close=Callback::new(move |()| listed.set(false))/> }.into_any(),
        (None, None) => view! {
            <div class="network-hint">
                <EmptyState icon=Icon::MapPin title=t(say::choose_county) purpose=t(say::choose_county_why)/>
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <div class="network" class:touring=move || on_tour.get()>
            <PageHead
                title=t(say::title) state=Signal::derive(move || Some(name.get()))
                extra=move || view! { <span class="narrow-only"><ViewSwitch now=Now::Map/></span> }
            />
            <div class="network-both">
                <div class="network-stage" node_ref=stage style:--map-above=move || format!("{}px", covered.get().top)>
                    <div class="network-bar no-print" node_ref=bar>
                        <span class="desktop-only"><ViewSwitch now=Now::Map/></span>
                        <PeriodMenu period=period years=years shown=shown/>
                        <LayerChips layer=layer shown=shown/>
                        <div class="network-more">
                            <TourMenu/>
                            <FindPlace on_found=on_found/>
                            <BorderChip border=border shown=shown/>
                            <Show when=move || layer.with(Layer::has_period)>
                                <CompareMenu period=period against=against years=years shown=shown/>
                            </Show>
                            <ExportMenu picture=picture label=t(say::map_export::take_along) name=file_name/>
                        </div>
                    </div>
                    <CountyMap data=data language=language on_county=on_county on_highlighted=on_corridor covered=covered home=home handle=handle/>
                    <Show when=move || on_tour.get()>
                        <TourCard at=tour map=handle covers=card_covers on_end=end_tour/>
                    </Show>
                    <ForPaper map=handle/>
                    <div class="network-foot" node_ref=foot>
                        <TimeBar shown=shown period=period years=years layer=layer map=map scale=scale/>
                    </div>
                </div>
                <aside class="network-panel" class:open=move || open.get()>{panel}</aside>
            </div>
        </div>
    }
}

/// What the bars and an open panel cover of the map.
fn covered(
    stage: NodeRef<html::Div>,
    bar: NodeRef<html::Div>,
    foot: NodeRef<html::Div>,
    open: Memo<bool>,
    has_time: Memo<bool>,
    on_tour: Memo<bool>,
    card: RwSignal<(f64, f64)>,
) -> Signal<Covered> {
    let language = use_language();
    let measured = RwSignal::new(Covered::default());
    // Measured once what it depends on is laid out.
    Effect::new(move || {
        let (open, _, _) = (open.get(), language.get(), has_time.get());
        let card = on_tour.get().then(|| card.get());
        let (Some(stage), Some(bar), Some(foot)) = (stage.get(), bar.get(), foot.get()) else {
            return;
        };
        request_animation_frame(move || {
            let (width, height) = (
                f64::from(stage.client_width()),
                f64::from(stage.client_height()),
            );
            let narrow = width < BESIDE;
            let bottom = match card {
                _ if open && narrow => height * COVERS,
                Some((_, tall)) if narrow => tall,
                _ => f64::from(foot.offset_height()),
            };
            let left = card.filter(|_| !narrow).map_or(0.0, |(wide, _)| wide);
            let top = f64::from(bar.offset_top() + bar.offset_height());
            measured.try_set(Covered {
                top,
                bottom,
                left,
                ..Covered::default()
            });
        });
    });
    measured.into()
}

/// What the other period had; none while there is none or its answer is on the way.
fn before(against: Memo<Option<Period>>, map: Answer) -> Memo<Option<Before>> {
    let engine = use_engine();
    let answer = RwSignal::new(None::<(Period, Arc<NetworkMap>)>);
    // Asked when one compares, and no sooner: most never do.
    Effect::new(move || {
        let Some(period) = against.get() else { return };
        // What changes the one period's figures may change the other's.
        map.track();
        let (from, to) = period.days();
        spawn_local(async move {
            if let Ok(map) = engine.ask(ask::Map { from, to }).await {
                // Ends with the page, too.
                answer.try_set(Some((period, Arc::new(map))));
            }
        });
    });
    Memo::new(move |_| {
        let period = against.get()?;
        answer.with(|answer| {
            let (_, map) = answer.as_ref().filter(|(of, _)| *of == period)?;
            Some(Before {
                figures: figures(map),
                period,
            })
        })
    })
}

/// The counties on which the map opens: our own and its neighbours across the border, where there are any.
fn home(map: Answer) -> Memo<Vec<u32>> {
    let (about, demonstration) = (use_about(), in_demonstration());
    let corridor_counties = Memo::new(move |_| {
        map.with(|map| {
            let first = map.as_ref().and_then(|map| corridors(map).next())?;
            Some(
                first
                    .1
                    .counties
                    .iter()
                    .map(|one| on_map(*one).number())
                    .collect(),
            )
        })
        .unwrap_or_else(Vec::<u32>::new)
    });
    Memo::new(move |_| {
        let desk = about.with(|about| {
            let desk = about.as_ref()?.desk.as_ref()?;
            Some(on_map(desk.county))
        });
        let around = desk.map(neighbours).unwrap_or_default();
        let mut home: Vec<u32> = match around.is_empty() {
            false => around.into_iter().chain(desk).map(Adcode::number).collect(),
            // Far from a border: a corridor that is on record.
            true => corridor_counties.get(),
        };
        // The demonstration shows what was published of Pinggu beside the corridor.
        if demonstration.get() && !home.is_empty() {
            home.extend(PINGGU.map(Adcode::number));
        }
        home
    })
}

//! The kinds of charts as components: each says how its data become a sheet and where that stands.

use leptos::prelude::*;

use super::line::TickText;
use super::picture::Frame;
use super::sheet::{Folded, Sheet, sorted_and_folded};
use super::view::ChartView;
use super::{Folding, Picture, Series, bars, columns, line};
use crate::locale::{Language, chart as words};

fn or_default(empty: Option<Signal<String>>, language: Signal<Language>) -> Signal<String> {
    empty.unwrap_or_else(|| Signal::derive(move || words::nothing_yet(language.get()).to_owned()))
}

/// A chart of one series in the order given, nothing folded.
fn in_order(
    language: Signal<Language>,
    title: Signal<String>,
    series: Signal<Series>,
    empty: Option<Signal<String>>,
    picture: impl Fn(&Sheet, &Frame) -> Picture + Send + Sync + 'static,
) -> impl IntoView {
    let sheet = Signal::derive(move || series.with(Sheet::of_series));
    let draw =
        Callback::new(move |(sheet, _, frame): (Sheet, Folded, Frame)| picture(&sheet, &frame));
    view! { <ChartView language title empty=or_default(empty, language) sheet folded=RwSignal::default() draw /> }
}

/// Horizontal bars, the greatest first.
#[component]
pub fn Bars(
    language: Signal<Language>,
    /// A sentence that says what the bars show.
    #[prop(into)]
    title: Signal<String>,
    #[prop(into)] series: Signal<Series>,
    /// Folds the smaller ones into 其他 n 类.
    #[prop(optional)]
    folding: Option<Folding>,
    /// What will stand here once there are data.
    #[prop(optional, into)]
    empty: Option<Signal<String>>,
) -> impl IntoView {
    let sheet = Signal::derive(move || {
        series.with(|series| {
            sorted_and_folded(series, folding.as_ref(), |count| {
                words::other_kinds(language.get(), count)
            })
        })
    });
    let draw = Callback::new(|(sheet, folded, frame)| bars::picture(&sheet, folded, &frame));
    view! { <ChartView language title empty=or_default(empty, language) sheet folded=RwSignal::default() draw /> }
}

/// Columns in the order given, one for each month: all light, the part dark.
#[component]
pub fn Columns(
    language: Signal<Language>,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] series: Signal<Series>,
    #[prop(optional, into)] empty: Option<Signal<String>>,
) -> impl IntoView {
    in_order(language, title, series, empty, columns::picture)
}

/// A line over many points, in the order given; with parts, two.
#[component]
pub fn Line(
    language: Signal<Language>,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] series: Signal<Series>,
    /// How a round amount reads beside the grid; without it there is no grid.
    #[prop(optional)]
    tick_text: Option<TickText>,
    #[prop(optional, into)] empty: Option<Signal<String>>,
) -> impl IntoView {
    in_order(language, title, series, empty, move |sheet, frame| {
        line::picture(sheet, tick_text, frame)
    })
}

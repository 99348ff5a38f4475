//! The same figures as a table, out of sight: what a screen reader reads, and what the keyboard walks.
//! One county at a time is in the Tab order; arrow keys go to the neighbour in that direction, and
//! the ring on the map follows.

use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::data::{Adcode, MapData};
use super::ends::ends;
use super::stage::{STEP, Stage};
use super::topology::Level;
use crate::locale::{Language, map as say};

/// A county's names, as the table needs them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub adcode: Adcode,
    pub name: String,
    pub english: String,
}

impl Row {
    fn name(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.name,
            Language::English => &self.english,
        }
    }
}

/// A kind of lines: its place among the kinds, its name and what its heads mean.
type Kind = (usize, String, String);

fn heading(kinds: &[Kind], language: Language) -> String {
    let named = |(_, name, way): &Kind| say::lines(language, name, way);
    let headings: Vec<String> = kinds.iter().map(named).collect();
    headings.join(say::and_lines(language))
}

/// What is said of a county's lines: kind by kind, with their names where there are several.
fn said(kinds: &[Kind], ends: Option<&Vec<String>>, language: Language) -> String {
    let of = |(kind, name, _): &Kind| {
        let text = ends
            .and_then(|ends| ends.get(*kind))
            .filter(|text| !text.is_empty())?;
        Some(match kinds.len() {
            1 => text.clone(),
            _ => say::lines(language, name, text),
        })
    };
    let texts: Vec<String> = kinds.iter().filter_map(of).collect();
    match texts.is_empty() {
        true => say::no_lines(language).to_owned(),
        false => texts.join(say::and_lines(language)),
    }
}

/// Gives the focus to a county of the map on show; nothing happens where its row has not come yet.
pub fn focus_county(adcode: Adcode) {
    if let Some(body) = document().body() {
        focus_row(&body, adcode);
    }
}

fn focus_row(root: &Element, adcode: Adcode) {
    let selector = format!(".map-hidden [data-adcode=\"{adcode}\"]");
    let button = root.query_selector(&selector).ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // Fails for an element that cannot have the focus; a button can.
        let _ = button.focus();
    }
}

/// Farther than the region is wide in counties.
const MOST_STEPS: usize = 60;

/// Ids must differ if a page shows two maps.
static TABLES: AtomicUsize = AtomicUsize::new(0);

#[component]
pub fn CountyTable(
    #[prop(into)] rows: Signal<Vec<Row>>,
    #[prop(into)] data: Signal<MapData>,
    #[prop(into)] language: Signal<Language>,
    stage: StoredValue<Option<Stage>, LocalStorage>,
    on_county: Callback<Adcode>,
    /// Escape leaves the table.
    on_leave: Callback<()>,
) -> impl IntoView {
    let id = TABLES.fetch_add(1, Ordering::Relaxed);
    let table = NodeRef::<html::Div>::new();
    let walked = RwSignal::new(None::<Adcode>);
    // Before anyone walked: the open county, else the one with the largest figure.
    let first = Memo::new(move |_| {
        data.with(|data| {
            let largest = data
                .values
                .iter()
                .max_by_key(|(adcode, value)| (value.amount, u32::MAX - **adcode));
            data.selected.or_else(|| largest.map(|(adcode, _)| *adcode))
        })
        .or_else(|| rows.with(|rows| rows.first().map(|row| row.adcode)))
    });
    let kinds = Memo::new(move |_| {
        data.with(|data| {
            let there = data.arc_kinds_there();
            let named = there.map(|(kind, of)| (kind, of.name.clone(), of.way.clone()));
            named.collect::<Vec<_>>()
        })
    });
    let ends = Memo::new(move |_| {
        let language = language.get();
        let named = |row: &Row| (row.adcode, row.name(language).to_owned());
        let names = rows.with(|rows| rows.iter().map(named).collect());
        data.with(|data| ends(data, &names, language))
    });
    let seen = move |adcode: &Adcode| data.with(|data| !data.faded.contains(adcode));
    let current = Memo::new(move |_| walked.get().filter(seen).or_else(|| first.get()));
    let step_to = move |adcode: Adcode| {
        walked.set(Some(adcode));
        if let Some(table) = table.get_untracked() {
            focus_row(&table, adcode);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let Some(from) = current.get_untracked() else {
            return;
        };
        let looked_at = |adcode: &Adcode| data.with_untracked(|data| !data.faded.contains(adcode));
        let next = |from: Adcode, direction| {
            stage.with_value(|stage| stage.as_ref()?.next_towards(from, direction))
        };
        // Over those that are not looked at to the next that is.
        let towards = |direction| {
            let on = |from: &Adcode| next(*from, direction);
            std::iter::successors(on(&from), on)
                .take(MOST_STEPS)
                .find(looked_at)
        };
        let end = |last: bool| {
            rows.with_untracked(|rows| {
                let mut rows = rows.iter().map(|row| row.adcode).filter(looked_at);
                if last { rows.next_back() } else { rows.next() }
            })
        };
        let zoom = |factor: f64| {
            stage.with_value(|stage| {
                if let Some(stage) = stage {
                    stage.zoom(factor);
                }
            });
            None
        };
        let next = match event.key().as_str() {
            "ArrowLeft" => towards((-1.0, 0.0)),
            "ArrowRight" => towards((1.0, 0.0)),
            "ArrowUp" => towards((0.0, -1.0)),
            "ArrowDown" => towards((0.0, 1.0)),
            "Home" => end(false),
            "End" => end(true),
            "+" | "=" => zoom(STEP),
            "-" | "_" => zoom(1.0 / STEP),
            // The page closes the open county first.
            "Escape" if data.with_untracked(|data| data.selected.is_some()) => return,
            "Escape" => {
                on_leave.run(());
                None
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = next {
            step_to(next);
        }
    };
    let focus = move |adcode| {
        // The browser takes the focus from a county that goes with its page, after the stage went.
        let _ = stage.try_with_value(|stage| stage.as_ref().map(|stage| stage.focus(adcode)));
    };
    let row = move |row: Row| {
        let adcode = row.adcode;
        let figure = format!("map-figure-{id}-{adcode}");
        let city = move || say::city(language.get(), Level::City.of(adcode));
        let lines = format!("map-lines-{id}-{adcode}");
        // Of a county without lines nothing is read out beside its figure.
        let described = {
            let (figure, lines) = (figure.clone(), lines.clone());
            move || match ends.with(|ends| ends.contains_key(&adcode)) {
                true => format!("{figure} {lines}"),
                false => figure.clone(),
            }
        };
        let name = move || row.name(language.get()).to_owned();
        let value = move || {
            data.with(|data| data.text(adcode).map(str::to_owned))
                .unwrap_or_else(|| say::no_data(language.get()).to_owned())
        };
        view! {
            <tr class:gone=move || data.with(|data| data.faded.contains(&adcode))>
                <th scope="row">
                    <button
                        type="button"
                        data-adcode=adcode.to_string()
                        tabindex=move || if current.get() == Some(adcode) { "0" } else { "-1" }
                        aria-describedby=described
                        on:click=move |_| on_county.run(adcode)
                        on:focus=move |_| {
                            walked.set(Some(adcode));
                            focus(Some(adcode));
                        }
                        on:blur=move |_| focus(None)
                    >
                        {name}
                    </button>
                </th>
                <td>{city}</td>
                <td id=figure.clone()>{value}</td>
                <Show when=move || kinds.with(|kinds| !kinds.is_empty())>
                    <td id=lines.clone()>{move || said(&kinds.get(), ends.get().get(&adcode), language.get())}</td>
                </Show>
            </tr>
        }
    };
    view! {
        <div class="map-hidden" node_ref=table on:keydown=on_key>
            <table>
                <caption>{move || data.with(|data| format!("{} {}", data.title, data.subtitle))}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || say::county(language.get())}</th>
                        <th scope="col">{move || say::belongs_to(language.get())}</th>
                        <th scope="col">{move || say::figure(language.get())}</th>
                        <Show when=move || kinds.with(|kinds| !kinds.is_empty())>
                            <th scope="col">{move || heading(&kinds.get(), language.get())}</th>
                        </Show>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=|row| row.adcode children=row />
                </tbody>
            </table>
        </div>
    }
}

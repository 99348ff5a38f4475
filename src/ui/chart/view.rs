//! Draws a picture: shapes behind, the table's cells laid over them; or the table as a table.
//! The width and the size of type are measured, so text is never scaled.

use leptos::html::Div;
use leptos::prelude::*;

use super::picture::{
    Align, Frame, Ink, Place, Pointer, RowPlaces, Seen, Shape, Size, Tone, rounded,
};
use super::sheet::{Folded, RowKind, Sheet};
use super::{Figure, Picture};
use crate::locale::{Language, chart as words};
use crate::ui::parts::measured;

/// How the corners of bars are rounded, in pixels.
const RADIUS: f64 = 3.0;
/// What a picture is wide on paper: the text of an A4 page with the margins of the official papers.
const PAPER_WIDTH: f64 = 576.0;

/// How the data are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Chart,
    Table,
}

/// The frame of every chart: the sentence, 看表, and the picture that is a table.
#[component]
pub(super) fn ChartView(
    language: Signal<Language>,
    title: Signal<String>,
    /// What stands here while there are no data.
    empty: Signal<String>,
    sheet: Signal<Sheet>,
    folded: RwSignal<Folded>,
    /// Where the sheet's cells stand in a frame.
    draw: Callback<(Sheet, Folded, Frame), Picture>,
) -> impl IntoView {
    let look = RwSignal::new(Look::Chart);
    let (room, probe) = (NodeRef::<Div>::new(), NodeRef::<Div>::new());
    let frame = framed(room, probe);
    let is_empty = Memo::new(move |_| sheet.with(Sheet::is_empty));
    // A table of zeros can still be looked at; without rows there is nothing to turn to.
    let has_rows = Memo::new(move |_| sheet.with(|sheet| !sheet.rows.is_empty()));
    let drawn = move || look.get() == Look::Chart && !is_empty.get();
    let picture = Memo::new(move |_| match drawn() {
        true => frame
            .get()
            .map(|frame| draw.run((sheet.get(), folded.get(), frame))),
        false => None,
    });
    let toggle = move |_| {
        look.update(|look| {
            *look = if *look == Look::Chart {
                Look::Table
            } else {
                Look::Chart
            }
        })
    };
    let height = move || {
        picture.with(|picture| {
            picture
                .as_ref()
                .map(|picture| format!("{:.1}px", picture.height))
        })
    };
    view! {
        <figure class="chart" class:is-table=move || look.get() == Look::Table>
            <header class="chart-head">
                <h2>{move || title.get()}</h2>
                <Show when=move || has_rows.get()>
                    <button type="button" class="chart-see" on:click=toggle>
                        {move || icon(look.get())}
                        {move || if look.get() == Look::Chart { words::see_table(language.get()) } else { words::see_chart(language.get()) }}
                    </button>
                </Show>
            </header>
            <Show when=move || is_empty.get() && look.get() == Look::Chart>
                <p class="chart-empty">{move || empty.get()}</p>
            </Show>
            <div class="chart-room" node_ref=room style:height=height>
                <div class="chart-probe" node_ref=probe aria-hidden="true"></div>
                {move || picture.with(|picture| picture.as_ref().map(|picture| shapes(&picture.shapes)))}
                <Show when=move || has_rows.get() && (picture.with(Option::is_some) || look.get() == Look::Table)>
                    {move || sheet.with(|sheet| picture.with(|picture| table(sheet, picture.as_ref(), folded, language.get())))}
                </Show>
            </div>
        </figure>
    }
}

/// The whole sheet as a table; with a picture, each cell at its place.
/// Roles are said outright: a cell that is laid out absolutely would lose its own in some browsers.
fn table(
    sheet: &Sheet,
    picture: Option<&Picture>,
    folded: RwSignal<Folded>,
    language: Language,
) -> impl IntoView + use<> {
    let columns: Vec<&str> = sheet.heads.iter().map(|head| head.text.as_str()).collect();
    let caption = words::caption(language, &sheet.corner, &columns.join(words::and(language)));
    let heads = sheet.heads.iter().enumerate().map(|(at, head)| {
        let laid = Laid::new(picture.is_some(), picture.and_then(|picture| picture.heads.get(at).copied().flatten()));
        let text = head.text.clone();
        view! { <th scope="col" role="columnheader" class=laid.class("n") style:left=laid.left() style:top=laid.top() style:width=laid.width() style:height=laid.height()>{laid.text(text)}</th> }
    });
    let rows = sheet.rows.iter().enumerate().map(|(at, row)| {
        let places = picture.map(|picture| picture.rows.get(at).cloned().flatten());
        let hidden = match (&places, row.kind) {
            (Some(places), _) => places.is_none(),
            (None, kind) => kind == RowKind::Rest,
        };
        let places: Option<RowPlaces> = places.flatten();
        let laid = Laid::new(picture.is_some(), places.as_ref().and_then(|places| places.label));
        let label = match row.kind {
            RowKind::Rest => {
                let turn = move |_| folded.update(|folded| *folded = folded.turned());
                let open = move || (folded.get() == Folded::Open).to_string();
                view! {
                    <button type="button" class="chart-fold" aria-expanded=open on:click=turn>
                        {laid.text(row.label.clone())}
                    </button>
                }
                .into_any()
            }
            _ => laid.text(row.label.clone()),
        };
        let cells = row.cells.iter().enumerate().map(|(at, cell)| {
            let place = places.as_ref().and_then(|places| places.cells.get(at).copied().flatten());
            let laid = Laid::new(picture.is_some(), place);
            view! { <td role="cell" class=laid.class("n") style:left=laid.left() style:top=laid.top() style:width=laid.width() style:height=laid.height()>{door(cell, &laid)}</td> }
        });
        let cells = cells.collect_view();
        view! {
            <tr role="row" class:chart-gone=hidden>
                <th scope="row" role="rowheader" title=row.label.clone() class=laid.class(if row.kind == RowKind::Rest { "label rest" } else { "label" }) style:left=laid.left() style:top=laid.top() style:width=laid.width() style:height=laid.height()>{label}</th>
                {cells}
            </tr>
        }
    });
    let corner = Laid::new(picture.is_some(), None);
    let (heads, rows) = (heads.collect_view(), rows.collect_view());
    view! {
        <table role="table" class="chart-table" class:chart-laid=picture.is_some() class:by-row=picture.is_some_and(|picture| picture.size == Size::Row)>
            <caption class="chart-unseen">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row"><th scope="col" role="columnheader" class=corner.class("label")>{corner.text(sheet.corner.clone())}</th>{heads}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
}

/// A number that opens its cases. One that stands nowhere in the picture is heard with the table
/// but gets no focus: a focus that no one sees would be lost.
fn door(cell: &Figure, laid: &Laid) -> AnyView {
    match &cell.href {
        Some(href) => {
            let tabindex = if laid.heard_only() { Some("-1") } else { None };
            view! { <a class="chart-door" href=href.clone() tabindex=tabindex>{laid.text(cell.text.clone())}</a> }.into_any()
        }
        None => laid.text(cell.text.clone()).into_any(),
    }
}

/// How one cell is laid out: as the table has it, at a place, or heard only.
struct Laid {
    in_picture: bool,
    place: Option<Place>,
}

impl Laid {
    fn new(in_picture: bool, place: Option<Place>) -> Laid {
        Laid { in_picture, place }
    }

    fn heard_only(&self) -> bool {
        self.in_picture && self.place.is_none()
    }

    fn class(&self, base: &'static str) -> String {
        let Some(place) = self.place else {
            return if self.in_picture {
                format!("{base} chart-unseen")
            } else {
                base.to_owned()
            };
        };
        let ink = match place.ink {
            Ink::Plain => "",
            Ink::Quiet => " ink-quiet",
            Ink::Part => " ink-part",
            Ink::OnPart => " ink-on-part",
        };
        let align = match place.align {
            Align::Start => " at-start",
            Align::Middle => " at-middle",
            Align::End => " at-end",
        };
        let seen = if place.seen == Seen::Pointed {
            " when-pointed"
        } else {
            ""
        };
        format!("{base}{ink}{align}{seen}")
    }

    fn left(&self) -> Option<String> {
        self.place.map(|place| px(place.hit.x))
    }

    fn top(&self) -> Option<String> {
        self.place.map(|place| px(place.hit.y))
    }

    fn width(&self) -> Option<String> {
        self.place.map(|place| px(place.hit.width))
    }

    fn height(&self) -> Option<String> {
        self.place.map(|place| px(place.hit.height))
    }

    /// The text at its anchor inside the pressed box.
    fn text(&self, text: impl IntoView + 'static) -> AnyView {
        let left = self.place.map(|place| px(place.x - place.hit.x));
        let top = self.place.map(|place| px(place.y - place.hit.y));
        let most = self
            .place
            .filter(|place| place.max_width.is_finite())
            .map(|place| px(place.max_width));
        view! { <span class="chart-text" style:left=left style:top=top style:max-width=most>{text}</span> }.into_any()
    }
}

fn px(length: f64) -> String {
    format!("{length:.1}px")
}

/// Hidden from screen readers: the table over them says the same.
fn shapes(shapes: &[Shape]) -> impl IntoView + use<> {
    let drawn: Vec<AnyView> = shapes.iter().map(shape).collect();
    view! { <svg class="chart-shapes" aria-hidden="true" focusable="false">{drawn}</svg> }
}

fn shape(shape: &Shape) -> AnyView {
    match shape {
        Shape::Rect { rect, tone, round } => view! { <path class=tone_class(*tone) d=rounded(rect, *round, RADIUS)></path> }.into_any(),
        Shape::Line { from, to, tone } => {
            // On half pixels a hairline is one pixel and not two grey ones.
            let crisp = |at: f64| format!("{:.1}", at.round() - 0.5);
            view! { <line class=tone_class(*tone) x1=from.0.to_string() y1=crisp(from.1) x2=to.0.to_string() y2=crisp(to.1)></line> }.into_any()
        }
        Shape::Path { points, tone } => view! { <polyline class=format!("{} line", tone_class(*tone)) points=list(points)></polyline> }.into_any(),
        Shape::Dot { at, tone } => view! { <circle class=format!("{} dot", tone_class(*tone)) cx=at.0.to_string() cy=at.1.to_string() r="3"></circle> }.into_any(),
        Shape::Text { at, align, text } => {
            let anchor = match align {
                Align::Start => "start",
                Align::Middle => "middle",
                Align::End => "end",
            };
            // `dy` drops from the line's top to its baseline.
            view! { <text x=at.0.to_string() y=at.1.to_string() dy="1.1em" text-anchor=anchor>{text.clone()}</text> }.into_any()
        }
    }
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Bar => "tone-bar",
        Tone::Top => "tone-top",
        Tone::Rest => "tone-rest",
        Tone::Whole => "tone-whole",
        Tone::Part => "tone-part",
        Tone::Axis => "tone-axis",
        Tone::Rule => "tone-rule",
    }
}

fn list(points: &[(f64, f64)]) -> String {
    let points: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("{x:.1},{y:.1}"))
        .collect();
    points.join(" ")
}

/// Lucide's table-2 and chart-column (ISC).
fn icon(look: Look) -> impl IntoView {
    let path = match look {
        Look::Chart => {
            "M3 9h18M3 15h18M9 9v12M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z"
        }
        Look::Table => "M3 3v16a2 2 0 0 0 2 2h16M18 17V9M13 17V5M8 17v-3",
    };
    view! { <svg class="chart-icon" viewBox="0 0 24 24" aria-hidden="true"><path d=path></path></svg> }
}

/// The frame of a picture, kept up to date; on paper its width is the page's.
fn framed(room: NodeRef<Div>, probe: NodeRef<Div>) -> Signal<Option<Frame>> {
    let (seen, on_paper) = (measured::measured(room, probe), measured::on_paper());
    let pointer = match window().match_media("(pointer: coarse)") {
        Ok(Some(media)) if media.matches() => Pointer::Coarse,
        _ => Pointer::Fine,
    };
    Signal::derive(move || {
        let (width, rem) = seen.get()?;
        let frame = Frame {
            width,
            rem,
            pointer,
        };
        Some(if on_paper.get() {
            Frame {
                width: PAPER_WIDTH,
                pointer: Pointer::Fine,
                ..frame
            }
        } else {
            frame
        })
    })
}

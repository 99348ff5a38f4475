//! Lays a paper out on sheets. Browsers of the baseline cannot number printed pages, so the page breaks
//! itself: everything is set once in a column that nobody sees, measured, and dealt out; a paragraph is
//! cut between lines.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Range};

use super::view::{Piece, piece};
use crate::{
    documents::{Block, Document},
    locale::papers as say,
    ui::language::{Code, t},
};

/// The height of a line, 28 pt, in px.
const LINE: f64 = 28.0 * 96.0 / 72.0;
/// Whole lines between the margins of 37 and 35 mm: 22 as the standard of official papers has it.
const LINES: f64 = 22.0;
/// The width of A4 in px.
const WIDTH: f64 = 210.0 * 96.0 / 25.4;

/// The sheets of a paper, fitted to the width of the screen.
#[component]
pub fn Sheets(
    paper: Document,
    /// They lie there, every line on its sheet.
    #[prop(optional, into)]
    on_dealt: Option<Callback<()>>,
) -> impl IntoView {
    let language = paper.language;
    let pieces = StoredValue::new(pieces(paper));
    let dealt: RwSignal<Option<Vec<Vec<Piece>>>> = RwSignal::new(None);
    let column = NodeRef::<html::Div>::new();
    let frame = NodeRef::<html::Div>::new();
    let scale = RwSignal::new(1.0_f64);
    column.on_load(move |column| {
        // One frame later the browser has set it.
        request_animation_frame(move || {
            let sheets = pieces.try_with_value(|pieces| deal(&column, pieces));
            if let Some(sheets) = sheets {
                dealt.try_set(Some(sheets));
                if let Some(on_dealt) = on_dealt {
                    // Set by now, and drawn by the next frame.
                    request_animation_frame(move || {
                        let _ = on_dealt.try_run(());
                    });
                }
            }
        });
    });
    let fit = move || {
        // The paper may be gone by the next frame.
        if let Some(frame) = frame.try_get_untracked().flatten() {
            let room = f64::from(frame.client_width());
            if room > 0.0 {
                scale.try_set((room / WIDTH).min(1.0));
            }
        }
    };
    frame.on_load(move |_| request_animation_frame(fit));
    let resizing = window_event_listener(ev::resize, move |_| fit());
    on_cleanup(move || resizing.remove());
    let height = move || {
        let count = dealt.with(|dealt| dealt.as_ref().map_or(1, Vec::len));
        // Each sheet and the gap below it.
        (297.0 * 96.0 / 25.4 + 16.0) * count as f64 * scale.get()
    };
    let sheet = move |(place, pieces): (usize, Vec<Piece>), count: usize| {
        view! {
            <article class="a4">
                <div class="a4-text-area">{pieces.into_iter().map(piece).collect_view()}</div>
                <p class="a4-page">{say::page_of(language, place + 1, count)}</p>
            </article>
        }
    };
    let sheets = move || {
        dealt.get().map(|sheets| {
            let count = sheets.len();
            sheets
                .into_iter()
                .enumerate()
                .map(|one| sheet(one, count))
                .collect_view()
        })
    };
    let measured = move || {
        dealt.with(Option::is_none).then(|| {
            let all = pieces.get_value();
            view! {
                <p class="tiny" role="status">{t(say::laying_out)}</p>
                <div class="a4-measure" aria-hidden="true" node_ref=column>{all.into_iter().map(piece).collect_view()}</div>
            }
        })
    };
    view! {
        <div class="a4-frame" node_ref=frame style:height=move || format!("{}px", height())>
            {measured}
            <div class="a4-stack" lang=language.code() role="group" aria-label=t(say::preview) style:transform=move || format!("scale({})", scale.get())>
                {sheets}
            </div>
        </div>
    }
}

fn pieces(paper: Document) -> Vec<Piece> {
    let mut pieces = vec![Piece::Title(paper.title)];
    pieces.extend(paper.number.map(Piece::Number));
    pieces.extend(paper.blocks.into_iter().map(Piece::Block));
    pieces
}

/// Deals the pieces out on sheets by the heights of the elements that stand for them.
fn deal(column: &HtmlElement, pieces: &[Piece]) -> Vec<Vec<Piece>> {
    let children = column.children();
    let top_of_column = column.get_bounding_client_rect().top();
    let room = LINE * LINES;
    let mut sheets: Vec<Vec<Piece>> = vec![Vec::new()];
    // Where the sheet begins in the column.
    let mut begin = 0.0;
    let put = |sheets: &mut Vec<Vec<Piece>>, piece: Piece| {
        if let Some(sheet) = sheets.last_mut() {
            sheet.push(piece);
        }
    };
    for (at, piece) in pieces.iter().enumerate() {
        let place = u32::try_from(at).unwrap_or(u32::MAX);
        let Some(element) = children.item(place) else {
            put(&mut sheets, piece.clone());
            continue;
        };
        let rect = element.get_bounding_client_rect();
        let (top, bottom) = (rect.top() - top_of_column, rect.bottom() - top_of_column);
        // A heading keeps at least a line of what follows with it.
        let wanted = match piece {
            Piece::Block(Block::Heading(_)) => bottom + LINE,
            _ => bottom,
        };
        if wanted - begin <= room + 1.0 {
            put(&mut sheets, piece.clone());
            continue;
        }
        match piece {
            Piece::Block(Block::Paragraph(text)) => {
                let parts = cut(&element, text, top_of_column, &mut begin, room);
                put_parts(&mut sheets, parts);
                continue;
            }
            Piece::Block(Block::Grid(rows)) => {
                let heights = row_bottoms(&element, top_of_column);
                let parts = deal_rows(rows, &heights, &mut begin, room);
                put_rows(&mut sheets, parts, Block::Grid);
                continue;
            }
            _ => {}
        }
        if sheets.last().is_some_and(|sheet| !sheet.is_empty()) {
            sheets.push(Vec::new());
            begin = top;
        }
        put(&mut sheets, piece.clone());
    }
    sheets
}

/// Puts the parts of a paragraph on this sheet and the next ones; nothing of it may fit on this one.
fn put_parts(sheets: &mut Vec<Vec<Piece>>, parts: Vec<String>) {
    let fits_nothing = parts.first().is_some_and(String::is_empty);
    let count = parts.len();
    for (n, text) in parts.into_iter().enumerate() {
        if n > 0 {
            sheets.push(Vec::new());
        }
        if let Some(sheet) = sheets.last_mut().filter(|_| !text.is_empty()) {
            let begins = n == usize::from(fits_nothing);
            sheet.push(Piece::Part {
                text,
                begins,
                ends: n + 1 == count,
            });
        }
    }
}

/// Where each row of a table begins and ends in the column.
fn row_bottoms(element: &Element, top_of_column: f64) -> Vec<(f64, f64)> {
    let Ok(rows) = element.query_selector_all("tr") else {
        return Vec::new();
    };
    (0..rows.length())
        .filter_map(|at| rows.item(at)?.dyn_into::<Element>().ok())
        .map(|row| row.get_bounding_client_rect())
        .map(|rect| (rect.top() - top_of_column, rect.bottom() - top_of_column))
        .collect()
}

/// Deals the rows of a ruled form out on sheets.
fn deal_rows<T: Clone>(
    rows: &[T],
    places: &[(f64, f64)],
    begin: &mut f64,
    room: f64,
) -> Vec<Vec<T>> {
    let mut parts: Vec<Vec<T>> = vec![Vec::new()];
    for (at, row) in rows.iter().enumerate() {
        if let Some((top, bottom)) = places.get(at)
            && bottom - *begin > room + 1.0
            && *top > *begin
        {
            *begin = *top;
            parts.push(Vec::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(row.clone());
        }
    }
    parts
}

fn put_rows<T>(sheets: &mut Vec<Vec<Piece>>, parts: Vec<Vec<T>>, block: fn(Vec<T>) -> Block) {
    for (n, part) in parts.into_iter().enumerate() {
        if n > 0 {
            sheets.push(Vec::new());
        }
        if let Some(sheet) = sheets.last_mut().filter(|_| !part.is_empty()) {
            sheet.push(Piece::Block(block(part)));
        }
    }
}

/// Cuts a paragraph between lines: what is left on this sheet, then what stands on each that follows.
fn cut(
    element: &Element,
    text: &str,
    top_of_column: f64,
    begin: &mut f64,
    room: f64,
) -> Vec<String> {
    let Some(node) = element.first_child() else {
        return Vec::new();
    };
    let Ok(range) = Range::new() else {
        return Vec::new();
    };
    // A range counts in UTF-16.
    let mut units = 0_u32;
    let mut parts = vec![String::new()];
    for letter in text.chars() {
        let length = u32::try_from(letter.len_utf16()).unwrap_or(1);
        let set = range
            .set_start(&node, units)
            .and_then(|()| range.set_end(&node, units + length));
        units += length;
        if set.is_ok() {
            let rect = range.get_bounding_client_rect();
            // The letter's line: its middle tells which, whatever the font's own height.
            let middle = (rect.top() + rect.bottom()) / 2.0 - top_of_column;
            let line_end = middle + LINE / 2.0;
            if rect.height() > 0.0 && line_end - *begin > room + LINE / 4.0 {
                *begin = middle - LINE / 2.0;
                parts.push(String::new());
            }
        }
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts
}

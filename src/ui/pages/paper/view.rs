//! The blocks of a paper as elements. What is drawn to measure and what is drawn to print is the same.

use leptos::prelude::*;

use crate::documents::{Block, Cell, CellKind, GRID, Pair, Room, Signature};

/// A piece of a sheet: a block, or a part of one that goes on.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    Title(String),
    Number(String),
    Block(Block),
    /// A part of a paragraph that was cut between two sheets.
    Part {
        text: String,
        begins: bool,
        ends: bool,
    },
}

pub fn piece(piece: Piece) -> AnyView {
    match piece {
        Piece::Title(text) => view! { <h2 class="a4-title">{text}</h2> }.into_any(),
        Piece::Number(text) => view! { <p class="a4-number">{text}</p> }.into_any(),
        Piece::Part { text, begins, ends } => {
            view! { <p class="a4-text" class:rest=!begins class:goes-on=!ends>{text}</p> }
                .into_any()
        }
        Piece::Block(block) => self::block(block),
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Fields(pairs) => view! { <p class="a4-fields">{pairs.into_iter().map(pair).collect_view()}</p> }.into_any(),
        Block::Heading(text) => view! { <h3 class="a4-heading">{text}</h3> }.into_any(),
        Block::Paragraph(text) => view! { <p class="a4-text">{text}</p> }.into_any(),
        Block::Table { head, rows } => {
            let row = |row: Vec<String>| view! { <tr>{row.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> };
            view! {
                <table class="a4-table">
                    <thead><tr>{head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect_view()}</tr></thead>
                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            }
            .into_any()
        }
        Block::Grid(rows) => view! {
            <table class="a4-grid">
                // Columns of one width, whatever the first row spans.
                <colgroup>{(0..GRID).map(|_| view! { <col/> }).collect_view()}</colgroup>
                <tbody>{rows.into_iter().map(grid_row).collect_view()}</tbody>
            </table>
        }
        .into_any(),
        Block::Signatures(all) => {
            view! { <div class="a4-signatures">{all.into_iter().map(signature).collect_view()}</div> }.into_any()
        }
        Block::Closing(lines) => view! {
            <div class="a4-closing">{lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}</div>
        }
        .into_any(),
    }
}

fn pair(pair: Pair) -> AnyView {
    let class = match (pair.value.is_empty(), pair.room) {
        (false, _) => "a4-value",
        (true, Room::Short) => "a4-value blank short",
        (true, Room::Word) => "a4-value blank",
        (true, Room::Number) => "a4-value blank number",
        (true, Room::Line) => "a4-value blank line",
    };
    view! { <span class="a4-pair">{pair.label}<span class=class>{pair.value}</span></span>" " }
        .into_any()
}

fn grid_row(row: Vec<Cell>) -> AnyView {
    view! { <tr>{row.into_iter().map(cell).collect_view()}</tr> }.into_any()
}

fn cell(cell: Cell) -> AnyView {
    let span = cell.span.to_string();
    match cell.kind {
        CellKind::Label => view! { <th scope="row" colspan=span>{cell.text}</th> }.into_any(),
        CellKind::Value => view! { <td class="short" colspan=span>{cell.text}</td> }.into_any(),
        CellKind::Long => view! { <td colspan=span>{cell.text}</td> }.into_any(),
        CellKind::Sign => view! { <td class="sign" colspan=span>{cell.text}</td> }.into_any(),
    }
}

fn signature(one: Signature) -> AnyView {
    view! { <div><span>{one.label}</span><i></i></div> }.into_any()
}

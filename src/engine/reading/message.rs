//! What goes between engine and reading worker: small things as JSON, rows as postcard, segments as they are. Page,
//! engine and reading worker are one build.

use std::collections::BTreeSet;

use js_sys::{Array, Uint8Array};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use crate::domain::catalogue::ErasedLeaf;
use crate::domain::id::StreamId;
use crate::store::{Packed, SegmentIndex};
use crate::views::row::{CaseRow, Findable};

use super::{Bundle, Counts, End, Region, Rows, Step, Task};
use crate::engine::protocol::Trouble;
use crate::engine::run::Withheld;

const SEGMENT: &str = "segment";
const STRETCH: &str = "stretch";
const NETWORK: &str = "network";
const CAME: &str = "came";
const END: &str = "end";
const TROUBLE: &str = "trouble";

/// [`End`] as it travels. What leaves fields out when it is written is text: postcard couldn't read it again.
#[derive(Serialize, Deserialize)]
enum Written {
    Bundle {
        rows: WrittenRows,
        preview: String,
        refold: Vec<StreamId>,
        gone: BTreeSet<ErasedLeaf>,
        counts: Counts,
        backup: Option<String>,
    },
    Region {
        rows: WrittenRows,
        desk: String,
    },
}

#[derive(Serialize, Deserialize)]
struct WrittenRows {
    rows: Vec<CaseRow>,
    found: Vec<Findable>,
    network: String,
    withheld: Withheld,
}

/// A task and the file that it is about.
pub(super) fn of_task(task: &Task, file: Option<Blob>) -> Array {
    let known = match task {
        Task::Bundle { known, .. } => bytes(&known.to_bytes()).into(),
        Task::Region { .. } => JsValue::UNDEFINED,
    };
    let file = file.map_or(JsValue::UNDEFINED, JsValue::from);
    Array::of3(&json(task).into(), &known, &file)
}

/// Reads [`of_task`].
pub(super) fn to_task(message: &Array) -> Result<(Task, Option<Blob>), Trouble> {
    let mut task = from_json(message.get(0))?;
    if let Task::Bundle { known, .. } = &mut task {
        *known = SegmentIndex::from_bytes(&to_bytes(&message.get(1)));
    }
    Ok((task, message.get(2).dyn_into().ok()))
}

/// A step, and the buffers that may be handed over with it instead of copied.
pub(super) fn of_step(step: Result<Step, Trouble>) -> (Array, Array) {
    let buffers = Array::new();
    let give = |content: &[u8]| {
        let content = bytes(content);
        buffers.push(&content.buffer());
        JsValue::from(content)
    };
    let message = match step {
        Ok(Step::Segment(segment)) => Array::of5(
            &SEGMENT.into(),
            &segment.entries.into(),
            &segment.bytes.into(),
            &give(&segment.lines),
            &give(&segment.index),
        ),
        Ok(Step::Stretch(sealed)) => Array::of2(&STRETCH.into(), &give(&packed(&sealed))),
        Ok(Step::Network(network)) => Array::of2(&NETWORK.into(), &json(&network).into()),
        Ok(Step::Came { done, of, unit }) => {
            Array::of2(&CAME.into(), &json(&(done, of, unit)).into())
        }
        Ok(Step::End(end)) => Array::of2(&END.into(), &give(&packed(&written(*end)))),
        Err(trouble) => Array::of2(&TROUBLE.into(), &json(&trouble).into()),
    };
    (message, buffers)
}

/// Reads [`of_step`].
pub(super) fn to_step(message: &Array) -> Result<Step, Trouble> {
    let kind = message.get(0).as_string().unwrap_or_default();
    let number = |at| message.get(at).as_f64().unwrap_or(0.0) as u32;
    match &*kind {
        SEGMENT => Ok(Step::Segment(Packed {
            entries: number(1),
            bytes: number(2),
            lines: to_bytes(&message.get(3)),
            index: to_bytes(&message.get(4)),
        })),
        STRETCH => Ok(Step::Stretch(Box::new(unpacked(&message.get(1))?))),
        NETWORK => Ok(Step::Network(Box::new(from_json(message.get(1))?))),
        CAME => {
            let (done, of, unit) = from_json(message.get(1))?;
            Ok(Step::Came { done, of, unit })
        }
        END => Ok(Step::End(Box::new(read(unpacked(&message.get(1))?)?))),
        _ => Err(from_json(message.get(1))?),
    }
}

fn written(end: End) -> Written {
    match end {
        End::Bundle(bundle) => Written::Bundle {
            rows: written_rows(bundle.rows),
            preview: json(&bundle.preview),
            refold: bundle.refold.into_iter().collect(),
            gone: bundle.gone,
            counts: bundle.counts,
            backup: bundle.backup,
        },
        End::Region(region) => Written::Region {
            rows: written_rows(region.rows),
            desk: json(&region.desk),
        },
    }
}

fn read(written: Written) -> Result<End, Trouble> {
    Ok(match written {
        Written::Bundle {
            rows,
            preview,
            refold,
            gone,
            counts,
            backup,
        } => End::Bundle(Bundle {
            rows: read_rows(rows)?,
            preview: from_text(&preview)?,
            refold: refold.into_iter().collect(),
            gone,
            counts,
            backup,
        }),
        Written::Region { rows, desk } => End::Region(Region {
            rows: read_rows(rows)?,
            desk: from_text(&desk)?,
        }),
    })
}

fn written_rows(rows: Rows) -> WrittenRows {
    WrittenRows {
        rows: rows.rows,
        found: rows.found,
        network: json(&rows.network),
        withheld: rows.withheld,
    }
}

fn read_rows(rows: WrittenRows) -> Result<Rows, Trouble> {
    Ok(Rows {
        rows: rows.rows,
        found: rows.found,
        network: from_text(&rows.network)?,
        withheld: rows.withheld,
    })
}

fn unlike(why: impl std::fmt::Display) -> Trouble {
    Trouble::Store(format!("reading: {why}"))
}

// Writing to memory, of what has text keys, cannot fail.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn from_json<T: DeserializeOwned>(value: JsValue) -> Result<T, Trouble> {
    from_text(&value.as_string().unwrap_or_default())
}

fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, Trouble> {
    serde_json::from_str(text).map_err(unlike)
}

fn packed(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

fn unpacked<T: DeserializeOwned>(value: &JsValue) -> Result<T, Trouble> {
    postcard::from_bytes(&to_bytes(value)).map_err(unlike)
}

fn bytes(content: &[u8]) -> Uint8Array {
    Uint8Array::from(content)
}

fn to_bytes(value: &JsValue) -> Vec<u8> {
    value
        .dyn_ref::<Uint8Array>()
        .map(Uint8Array::to_vec)
        .unwrap_or_default()
}

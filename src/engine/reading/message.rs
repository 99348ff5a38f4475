//! What goes between engine and reading worker: small things as JSON, rows as postcard, segments as they are. Page,
//! engine and reading worker are one build.

use js_sys::{Array, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use crate::exchange::bundle::Counted;
use crate::store::indexed_db::Held;
use crate::store::segment::{LooseLines, PackedLines, SegmentBytes};
use crate::store::{Segment, SegmentIndex};

use super::{Share, Step, Task};
use crate::engine::protocol::Trouble;

const SEGMENT: &str = "segment";
const LOOSE: &str = "loose";
const STRETCH: &str = "stretch";
const NETWORK: &str = "network";
const COUNTED: &str = "counted";
const AGAIN: &str = "again";
const CAME: &str = "came";
const END: &str = "end";
const TROUBLE: &str = "trouble";

/// A task, the file that it is about, and which share of it.
pub(super) fn of_task(task: &Task, file: Option<Blob>, share: Share) -> Array {
    let known = match task {
        Task::Bundle { known, .. } => bytes(&known.to_bytes()).into(),
        Task::Region { .. } => JsValue::UNDEFINED,
    };
    let file = file.map_or(JsValue::UNDEFINED, JsValue::from);
    Array::of4(&json(task).into(), &known, &file, &json(&share).into())
}

/// Reads [`of_task`].
pub(super) fn to_task(message: &Array) -> Result<(Task, Option<Blob>, Share), Trouble> {
    let mut task = from_json(message.get(0))?;
    if let Task::Bundle { known, .. } = &mut task {
        *known = SegmentIndex::from_bytes(&to_bytes(&message.get(1)));
    }
    let share = from_json(message.get(3))?;
    Ok((task, message.get(2).dyn_into().ok(), share))
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
        Ok(Step::Segment(segment)) => of_segment(SEGMENT, &segment, &segment.lines.0.here(), give),
        Ok(Step::Loose(segment)) => of_segment(LOOSE, &segment, &segment.lines.0.here(), give),
        Ok(Step::Stretch(sealed)) => Array::of2(&STRETCH.into(), &give(&packed(&sealed))),
        Ok(Step::Network(network)) => Array::of2(&NETWORK.into(), &json(&network).into()),
        Ok(Step::Came { done, of }) => Array::of2(&CAME.into(), &json(&(done, of)).into()),
        Ok(Step::Counted(counted)) => Array::of3(
            &COUNTED.into(),
            &(counted.lines as f64).into(),
            &give(&counted.bytes),
        ),
        Ok(Step::Again) => Array::of1(&AGAIN.into()),
        Ok(Step::End(end)) => Array::of2(&END.into(), &give(&packed(&end))),
        Err(trouble) => Array::of2(&TROUBLE.into(), &json(&trouble).into()),
    };
    (message, buffers)
}

fn of_segment<L>(
    word: &str,
    segment: &Segment<L>,
    lines: &[u8],
    give: impl Fn(&[u8]) -> JsValue,
) -> Array {
    Array::of5(
        &word.into(),
        &segment.entries.into(),
        &segment.bytes.into(),
        &give(lines),
        &give(&segment.index),
    )
}

/// Reads [`of_segment`]; `lie` says how its lines lie.
fn to_segment<L>(message: &Array, lie: impl Fn(SegmentBytes) -> L) -> Segment<L> {
    let lines = Held::new(message.get(3).unchecked_into());
    Segment {
        entries: number(message, 1),
        bytes: number(message, 2),
        lines: lie(SegmentBytes::Beside(lines)),
        index: to_bytes(&message.get(4)),
    }
}

fn number(message: &Array, at: u32) -> u32 {
    message.get(at).as_f64().unwrap_or(0.0) as u32
}

/// Reads [`of_step`].
pub(super) fn to_step(message: &Array) -> Result<Step, Trouble> {
    let kind = message.get(0).as_string().unwrap_or_default();
    match &*kind {
        SEGMENT => Ok(Step::Segment(to_segment(message, PackedLines))),
        LOOSE => Ok(Step::Loose(to_segment(message, LooseLines))),
        STRETCH => {
            // For the bytes and the rows that come of them.
            let bytes = message.get(1);
            let bytes = bytes.dyn_ref::<Uint8Array>();
            crate::make_room(bytes.map_or(0, |bytes| 3 * bytes.length() as usize));
            Ok(Step::Stretch(Box::new(unpacked(&message.get(1))?)))
        }
        NETWORK => Ok(Step::Network(Box::new(from_json(message.get(1))?))),
        CAME => {
            let (done, of) = from_json(message.get(1))?;
            Ok(Step::Came { done, of })
        }
        COUNTED => Ok(Step::Counted(Counted {
            lines: u64::from(number(message, 1)),
            bytes: to_bytes(&message.get(2)),
        })),
        AGAIN => Ok(Step::Again),
        END => Ok(Step::End(unpacked(&message.get(1))?)),
        _ => Err(from_json(message.get(1))?),
    }
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

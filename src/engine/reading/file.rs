//! A bundle's file in the browser.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

use super::Source;

/// Bytes of a piece. A stream hands out pieces of 64 KiB, each over several turns of the worker.
const PIECE: f64 = (4 << 20) as f64;

/// A file that is read piece by piece; gzip is undone on the way.
pub enum FileSource {
    /// As it lies. The next piece is on its way while one is read.
    Plain {
        file: Blob,
        asked: f64,
        coming: Option<Promise>,
    },
    Zipped(ReadableStreamDefaultReader),
}

/// Whether a file is packed with gzip: it can only be read from its beginning.
pub async fn is_zipped(file: &Blob) -> Result<bool, String> {
    let first = file.slice_with_i32_and_i32(0, 2).map_err(words)?;
    let first = JsFuture::from(first.array_buffer()).await.map_err(words)?;
    Ok(Uint8Array::new(&first).to_vec() == [0x1f, 0x8b])
}

impl FileSource {
    /// Opens a file.
    pub async fn open(file: Blob) -> Result<Self, String> {
        if is_zipped(&file).await? {
            let reader = unzipped(&file).map_err(words)?.get_reader();
            return Ok(Self::Zipped(reader.unchecked_into()));
        }
        Ok(Self::Plain {
            file,
            asked: 0.0,
            coming: None,
        })
    }
}

fn unzipped(file: &Blob) -> Result<ReadableStream, JsValue> {
    // web-sys keeps its bindings behind a flag.
    let unzip = Reflect::get(&js_sys::global(), &"DecompressionStream".into())?;
    let unzip = Reflect::construct(
        unzip.unchecked_ref::<Function>(),
        &Array::of1(&"gzip".into()),
    )?;
    let stream = file.stream();
    let pipe: Function = Reflect::get(&stream, &"pipeThrough".into())?.unchecked_into();
    Ok(pipe.call1(&stream, &unzip)?.unchecked_into())
}

fn words(error: JsValue) -> String {
    error.as_string().unwrap_or_else(|| format!("{error:?}"))
}

/// Asks for the piece after the last one that was asked for; none at the end.
fn ask(file: &Blob, asked: &mut f64) -> Result<Option<Promise>, String> {
    if *asked >= file.size() {
        return Ok(None);
    }
    let to = (*asked + PIECE).min(file.size());
    let piece = file.slice_with_f64_and_f64(*asked, to).map_err(words)?;
    *asked = to;
    Ok(Some(piece.array_buffer()))
}

impl Source for FileSource {
    fn length(&self) -> u64 {
        match self {
            Self::Plain { file, .. } => file.size() as u64,
            Self::Zipped(_) => 0,
        }
    }

    async fn beginning(&self, most: usize) -> Result<Vec<u8>, String> {
        match self {
            Self::Plain { file, .. } => {
                let first = file
                    .slice_with_f64_and_f64(0.0, most as f64)
                    .map_err(words)?;
                let first = JsFuture::from(first.array_buffer()).await.map_err(words)?;
                Ok(Uint8Array::new(&first).to_vec())
            }
            // What is packed is only ever read whole.
            Self::Zipped(_) => Ok(Vec::new()),
        }
    }

    fn skip(&mut self, bytes: u64) {
        // What is packed is only ever read whole.
        if let Self::Plain { asked, .. } = self {
            *asked = bytes as f64;
        }
    }

    async fn next(&mut self) -> Result<Option<Vec<u8>>, String> {
        match self {
            Self::Plain {
                file,
                asked,
                coming,
            } => {
                let piece = match coming.take() {
                    Some(piece) => Some(piece),
                    None => ask(file, asked)?,
                };
                let Some(piece) = piece else { return Ok(None) };
                *coming = ask(file, asked)?;
                let piece = JsFuture::from(piece).await.map_err(words)?;
                Ok(Some(Uint8Array::new(&piece).to_vec()))
            }
            Self::Zipped(reader) => {
                let read = JsFuture::from(reader.read()).await.map_err(words)?;
                let done = Reflect::get(&read, &"done".into()).is_ok_and(|done| done.is_truthy());
                if done {
                    return Ok(None);
                }
                let piece = Reflect::get(&read, &"value".into()).map_err(words)?;
                Ok(Some(piece.unchecked_into::<Uint8Array>().to_vec()))
            }
        }
    }
}

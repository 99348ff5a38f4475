//! A bundle's file in the browser.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

use super::Source;

/// A file that is read piece by piece; gzip is undone on the way.
pub struct FileSource {
    length: f64,
    reader: ReadableStreamDefaultReader,
}

impl FileSource {
    /// Opens a file.
    pub async fn open(blob: &Blob) -> Result<Self, String> {
        let words = |error: JsValue| error.as_string().unwrap_or_else(|| format!("{error:?}"));
        let first = blob.slice_with_i32_and_i32(0, 2).map_err(words)?;
        let first = JsFuture::from(first.array_buffer()).await.map_err(words)?;
        let zipped = Uint8Array::new(&first).to_vec() == [0x1f, 0x8b];
        let stream: ReadableStream = if zipped {
            // web-sys keeps its binding behind a flag.
            let unzip =
                Reflect::get(&js_sys::global(), &"DecompressionStream".into()).map_err(words)?;
            let unzip = Reflect::construct(
                unzip.unchecked_ref::<js_sys::Function>(),
                &Array::of1(&"gzip".into()),
            )
            .map_err(words)?;
            let pipe = Reflect::get(&blob.stream(), &"pipeThrough".into()).map_err(words)?;
            let piped = pipe
                .unchecked_into::<js_sys::Function>()
                .call1(&blob.stream(), &unzip);
            piped.map_err(words)?.unchecked_into()
        } else {
            blob.stream()
        };
        let reader = stream.get_reader().unchecked_into();
        Ok(Self {
            length: if zipped { 0.0 } else { blob.size() },
            reader,
        })
    }
}

impl Source for FileSource {
    fn length(&self) -> u64 {
        self.length as u64
    }

    async fn next(&mut self) -> Result<Option<Vec<u8>>, String> {
        let read = JsFuture::from(self.reader.read())
            .await
            .map_err(|error| format!("{error:?}"))?;
        let done = Reflect::get(&read, &"done".into()).is_ok_and(|done| done.is_truthy());
        if done {
            return Ok(None);
        }
        let piece = Reflect::get(&read, &"value".into()).map_err(|error| format!("{error:?}"))?;
        Ok(Some(piece.unchecked_into::<Uint8Array>().to_vec()))
    }
}

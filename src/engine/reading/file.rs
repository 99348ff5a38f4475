//! A bundle's file in the browser.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

use super::Source;

/// Bytes of a piece, or more: a stream hands out what lies ready, from 64 KiB on.
const PIECE: usize = 1 << 20;

/// A file that is read as a stream, which the browser fills while the last piece is worked on; gzip is undone on the
/// way. Slices of it, each asked for by itself, took twice the processor time.
pub struct FileSource {
    file: Blob,
    zipped: bool,
    /// Where it begins.
    from: f64,
    /// Once something was read.
    reader: Option<ReadableStreamDefaultReader>,
}

/// Whether a file is packed with gzip: it can only be read from its beginning.
pub async fn is_zipped(file: &Blob) -> Result<bool, String> {
    Ok(first(file, 2).await? == [0x1f, 0x8b])
}

async fn first(file: &Blob, most: usize) -> Result<Vec<u8>, String> {
    let first = file
        .slice_with_f64_and_f64(0.0, most as f64)
        .map_err(words)?;
    let first = JsFuture::from(first.array_buffer()).await.map_err(words)?;
    Ok(Uint8Array::new(&first).to_vec())
}

impl FileSource {
    /// Opens a file.
    pub async fn open(file: Blob) -> Result<Self, String> {
        Ok(Self {
            zipped: is_zipped(&file).await?,
            file,
            from: 0.0,
            reader: None,
        })
    }

    fn stream(&self) -> Result<ReadableStream, JsValue> {
        if self.zipped {
            return unzipped(&self.file);
        }
        let rest = self
            .file
            .slice_with_f64_and_f64(self.from, self.file.size())?;
        Ok(rest.stream())
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

impl Source for FileSource {
    fn length(&self) -> u64 {
        if self.zipped {
            return 0;
        }
        self.file.size() as u64
    }

    async fn beginning(&self, most: usize) -> Result<Vec<u8>, String> {
        first(&self.file, most).await
    }

    fn skip(&mut self, bytes: u64) {
        self.from = bytes as f64;
    }

    async fn next(&mut self) -> Result<Option<Vec<u8>>, String> {
        let reader = match &self.reader {
            Some(reader) => reader.clone(),
            None => {
                let stream = self.stream().map_err(words)?;
                let reader = stream.get_reader().unchecked_into();
                self.reader.insert(reader).clone()
            }
        };
        let mut piece = Vec::new();
        while piece.len() < PIECE {
            let read = JsFuture::from(reader.read()).await.map_err(words)?;
            let value = Reflect::get(&read, &"value".into()).map_err(words)?;
            let Ok(value) = value.dyn_into::<Uint8Array>() else {
                // The end: there is no value.
                break;
            };
            let from = piece.len();
            piece.resize(from + value.length() as usize, 0);
            value.copy_to(&mut piece[from..]);
        }
        Ok((!piece.is_empty()).then_some(piece))
    }
}

//! A bundle's file in the browser.

use js_sys::{Array, ArrayBuffer, Function, Object, Reflect, TypeError, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamByobReader, ReadableStreamDefaultReader};

use super::Source;
use crate::engine::protocol::Trouble;
use crate::exchange::bundle::{BadFile, BadFileProblem, GZIP};

/// Bytes of a piece, or more: a stream hands out what lies ready, from 64 KiB on.
const PIECE: usize = 1 << 20;
/// Bytes that the browser may hand out at once.
const LENT: u32 = 1 << 18;

/// A file that is read as a stream, which the browser fills while the last piece is worked on; gzip is undone on the
/// way. Slices of it, each asked for by itself, took twice the processor time.
pub struct FileSource {
    file: Blob,
    zipped: bool,
    /// Where it begins.
    from: f64,
    /// Once something was read.
    pieces: Option<Pieces>,
}

/// What a stream hands out.
enum Pieces {
    /// Each in the buffer that it was lent: to make one for each takes a fifth more processor time.
    Lent(ReadableStreamByobReader, ArrayBuffer),
    /// Each in a buffer of its own, where the browser or the stream knows no other way.
    Made(ReadableStreamDefaultReader),
}

impl Pieces {
    fn of(stream: &ReadableStream) -> Self {
        match ReadableStreamByobReader::new(stream) {
            Ok(reader) => Self::Lent(reader, ArrayBuffer::new(LENT)),
            Err(_) => Self::Made(stream.get_reader().unchecked_into()),
        }
    }

    /// The next; none at the end.
    async fn next(&mut self) -> Result<Option<Uint8Array>, JsValue> {
        let read = match self {
            Self::Lent(reader, buffer) => {
                let view: Object = Uint8Array::new(buffer).into();
                reader.read_with_array_buffer_view(&view)
            }
            Self::Made(reader) => reader.read(),
        };
        let read = JsFuture::from(read).await?;
        let piece = Reflect::get(&read, &"value".into())?.dyn_into::<Uint8Array>();
        let Ok(piece) = piece else {
            return Ok(None);
        };
        if let Self::Lent(_, buffer) = self {
            // What was lent is gone, and comes back under another name, at the end, too.
            *buffer = piece.buffer();
        }
        if Reflect::get(&read, &"done".into())?.is_truthy() {
            return Ok(None);
        }
        Ok(Some(piece))
    }
}

/// Whether a file is packed with gzip: it can only be read from its beginning.
pub async fn is_zipped(file: &Blob) -> Result<bool, Trouble> {
    Ok(first(file, GZIP.len()).await? == GZIP)
}

async fn first(file: &Blob, most: usize) -> Result<Vec<u8>, Trouble> {
    let gone = |_| Trouble::FileGone;
    let first = file
        .slice_with_f64_and_f64(0.0, most as f64)
        .map_err(gone)?;
    let first = JsFuture::from(first.array_buffer()).await.map_err(gone)?;
    Ok(Uint8Array::new(&first).to_vec())
}

impl FileSource {
    /// Opens a file.
    pub async fn open(file: Blob) -> Result<Self, Trouble> {
        Ok(Self {
            zipped: is_zipped(&file).await?,
            file,
            from: 0.0,
            pieces: None,
        })
    }

    /// What unpacks finds a file wrong with a TypeError; one that can't be read any more is another error.
    fn trouble(&self, error: &JsValue) -> Trouble {
        if self.zipped && error.is_instance_of::<TypeError>() {
            return Trouble::BadFile(BadFile::whole(BadFileProblem::PackingDamaged));
        }
        Trouble::FileGone
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

impl Source for FileSource {
    fn length(&self) -> u64 {
        if self.zipped {
            return 0;
        }
        self.file.size() as u64
    }

    async fn beginning(&self, most: usize) -> Result<Vec<u8>, Trouble> {
        first(&self.file, most).await
    }

    fn skip(&mut self, bytes: u64) {
        self.from = bytes as f64;
    }

    async fn next(&mut self, into: &mut Vec<u8>) -> Result<bool, Trouble> {
        let mut pieces = match self.pieces.take() {
            Some(pieces) => pieces,
            None => Pieces::of(&self.stream().map_err(|_| Trouble::FileGone)?),
        };
        let before = into.len();
        while into.len() - before < PIECE {
            let piece = pieces.next().await;
            let Some(piece) = piece.map_err(|error| self.trouble(&error))? else {
                break;
            };
            let from = into.len();
            into.resize(from + piece.length() as usize, 0);
            piece.copy_to(&mut into[from..]);
        }
        self.pieces = Some(pieces);
        Ok(into.len() > before)
    }
}

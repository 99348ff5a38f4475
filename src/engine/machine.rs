//! The browser as the engine's machine: clock, chance, notices; a ledger's text, a bundle's file and who reads it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::task::Waker;

use argon2::Argon2;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BroadcastChannel, DedicatedWorkerGlobalScope, TextDecoder};

use crate::domain::context::Chance;
use crate::domain::id::DeskId;
use crate::exchange::ledger::guess_encoding;
use crate::law::day::{Day, Moment};
use crate::law::divisions::Towns;

use super::export::Sink;
use super::ledger::LedgerText;
use super::protocol::{Notice, Trouble};
use super::reading::Share;
use super::reading::beside::Beside;
use super::run::Machine;

/// Milliseconds between two words about progress: enough to see it move.
const PROGRESS_EVERY: f64 = 100.0;
/// So many workers wait for a file at most: a weak phone has little memory for those who do nothing.
const EXPECTING: u64 = 2;
/// Milliseconds of work between two breaths.
const BREATH_EVERY: f64 = 100.0;

/// The worker that the engine runs in.
#[derive(Clone)]
pub struct Browser {
    pub scope: DedicatedWorkerGlobalScope,
    /// Tells the other tabs to look; none where the browser has no channel.
    pub others: Option<BroadcastChannel>,
    stopped: Rc<Cell<bool>>,
    /// Whoever waits for what may be stopped.
    waits: Rc<RefCell<Option<Waker>>>,
    last_progress: Rc<Cell<f64>>,
    last_breath: Rc<Cell<f64>>,
    pool: Rc<RefCell<Pool>>,
    /// Workers that wait for something to read.
    readers: Rc<RefCell<Vec<Beside>>>,
}

/// Random bytes are fetched by the kilobyte: a call across the border for each salt would cost more
/// than the salt.
struct Pool {
    bytes: [u8; 1024],
    used: usize,
}

impl Browser {
    #[must_use]
    pub fn new(scope: DedicatedWorkerGlobalScope, others: Option<BroadcastChannel>) -> Self {
        let pool = Pool {
            bytes: [0; 1024],
            used: 1024,
        };
        Self {
            scope,
            others,
            stopped: Rc::default(),
            waits: Rc::default(),
            last_progress: Rc::default(),
            last_breath: Rc::default(),
            pool: Rc::new(RefCell::new(pool)),
            readers: Rc::default(),
        }
    }

    /// The work that is under way is to stop, though it waits for somebody who is busy.
    pub fn stop(&self) {
        self.stopped.set(true);
        if let Some(waits) = self.waits.take() {
            waits.wake();
        }
    }

    /// New work begins.
    pub fn begin(&self) {
        self.stopped.set(false);
    }

    /// How many workers can be at work at once.
    #[must_use]
    pub fn hands(&self) -> u64 {
        self.scope.navigator().hardware_concurrency() as u64
    }

    /// A file will be chosen soon: who is to read it fetches and compiles meanwhile. It is no harm if that fails here.
    pub fn expect_file(&self) {
        let mut readers = self.readers.borrow_mut();
        readers.retain(Beside::is_alive);
        while (readers.len() as u64) < self.hands().min(EXPECTING) {
            let Ok(reader) = Beside::start(None, Share::Whole) else {
                return;
            };
            readers.push(reader);
        }
    }

    /// No file is expected any more.
    pub fn expect_none(&self) {
        self.readers.borrow_mut().clear();
    }

    /// A worker that reads a share of a file.
    pub fn reader(&self, file: Blob, share: Share) -> Result<Beside, Trouble> {
        let mut readers = self.readers.borrow_mut();
        readers.retain(Beside::is_alive);
        match readers.pop() {
            Some(reader) => Ok(reader.given(Some(file), share)),
            None => Beside::start(Some(file), share),
        }
    }

    /// Says something unasked to the page.
    pub fn say(&self, notice: &Notice) {
        if let Ok(text) = serde_json::to_string(notice) {
            let message = Array::of2(&JsValue::from_f64(0.0), &text.into());
            let _ = self.scope.post_message(&message);
        }
    }
}

impl Chance for Browser {
    fn fill(&self, bytes: &mut [u8]) {
        let mut pool = self.pool.borrow_mut();
        for byte in bytes {
            if pool.used == pool.bytes.len() {
                let crypto = Reflect::get(&self.scope, &"crypto".into())
                    .map(JsCast::unchecked_into::<web_sys::Crypto>);
                // Every browser of the baseline has it, in workers and on plain http too.
                if let Ok(crypto) = crypto {
                    let _ = crypto.get_random_values_with_u8_array(&mut pool.bytes);
                }
                pool.used = 0;
            }
            let used = pool.used;
            *byte = std::mem::take(&mut pool.bytes[used]);
            pool.used += 1;
        }
    }
}

impl Machine for Browser {
    fn now(&self) -> Moment {
        let date = js_sys::Date::new_0();
        let day = Day::new(
            date.get_full_year() as i32,
            date.get_month() as u8 + 1,
            date.get_date() as u8,
        );
        let day = day.unwrap_or(Day::MIN);
        day.at(date.get_hours() as u8, date.get_minutes() as u8)
            .unwrap_or(Moment::MIN)
    }

    fn changed(&self) {
        self.say(&Notice::Changed);
        if let Some(others) = &self.others {
            let _ = others.post_message(&JsValue::TRUE);
        }
    }

    fn progress(&self, done: u64, of: u64) {
        let now = js_sys::Date::now();
        if now - self.last_progress.get() >= PROGRESS_EVERY || done == of {
            self.last_progress.set(now);
            self.say(&Notice::Progress { done, of });
        }
    }

    fn stopped(&self) -> bool {
        self.stopped.get()
    }

    async fn breathe(&self) {
        if js_sys::Date::now() - self.last_breath.get() < BREATH_EVERY {
            return;
        }
        // A timer lets messages come in, which a promise alone does not.
        let later = Promise::new(&mut |wake, _| {
            let _ = self.scope.set_timeout_with_callback(&wake);
        });
        // It is only ever resolved.
        let _ = JsFuture::from(later).await;
        self.last_breath.set(js_sys::Date::now());
    }

    fn wake_when_stopped(&self, waker: &Waker) {
        self.waits.replace(Some(waker.clone()));
    }

    fn pin_digest(&self, pin: &str, salt: &str) -> String {
        let mut digest = [0u8; 16];
        // The default parameters take any salt of at least eight bytes.
        let _ = Argon2::default().hash_password_into(pin.as_bytes(), salt.as_bytes(), &mut digest);
        DeskId(digest).to_string()
    }
}

/// A bundle that is collected outside of our own memory, as the browser's Blob.
#[derive(Default)]
pub struct BlobSink {
    pieces: Array,
}

impl BlobSink {
    /// The file.
    pub fn finish(self) -> Option<Blob> {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type("application/json");
        Blob::new_with_u8_array_sequence_and_options(&self.pieces, &options).ok()
    }
}

impl Sink for BlobSink {
    fn piece(&mut self, bytes: Vec<u8>) {
        // A Blob of its own lets the browser move the piece out of memory.
        let piece = Uint8Array::from(bytes.as_slice());
        let parts = Array::of1(&piece);
        match Blob::new_with_u8_array_sequence(&parts) {
            Ok(blob) => drop(self.pieces.push(&blob)),
            Err(_) => drop(self.pieces.push(&piece)),
        }
    }
}

/// A ledger's file as text: the browser decodes, and normalises.
pub async fn text_of(file: &Blob) -> Result<LedgerText, Trouble> {
    let words = |error: JsValue| Trouble::Store(format!("{error:?}"));
    if file.size() > super::ledger::MOST_BYTES {
        return Err(Trouble::BadLedger(super::ledger::TOO_LARGE.to_owned()));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| Trouble::FileGone)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    super::ledger::is_text(&bytes)?;
    let encoding = guess_encoding(&bytes);
    let decoder = TextDecoder::new_with_label(encoding.label()).map_err(words)?;
    let text = decoder.decode_with_u8_array(&bytes).map_err(words)?;
    let text = js_sys::JsString::from(text).normalize("NFC");
    Ok(LedgerText {
        text: text.into(),
        encoding: encoding.label().to_owned(),
        towns: Towns::new(),
    })
}

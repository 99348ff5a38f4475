//! Canonical JSON (RFC 8785), integers only: the one spelling in which entries lie and are hashed.
//!
//! [`Scanner`] walks bytes once and refuses every other spelling with the place where it stands;
//! [`write`] spells a value. Knows nothing of entries.

use std::cmp::Ordering;
use std::fmt;

mod spelling;

pub use spelling::{write, write_string};

/// The greatest integer that every JSON reader holds exactly: 2⁵³ − 1.
pub const GREATEST: i64 = (1 << 53) - 1;
/// How deep arrays and objects may stand in one another.
pub const DEPTH: usize = 16;

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text ends in the middle.
    CutOff,
    /// Not the character that JSON has at this place.
    Unexpected,
    /// A blank or line break between tokens.
    Whitespace,
    NotUtf8,
    /// An object's keys are not in order.
    KeysUnsorted,
    /// An object has one key twice.
    KeyTwice,
    /// An escape that has a shorter or no spelling.
    Escape,
    /// Half of a surrogate pair.
    LoneSurrogate,
    /// A number with a fraction or exponent.
    Fraction,
    /// An integer beyond ±(2⁵³ − 1), or with a leading zero, or minus zero.
    Number,
    TooDeep,
    TooLong,
    /// Bytes after the end.
    Trailing,
    /// A field that must be there is missing.
    Missing(&'static str),
    /// A field is not of its kind: an id, a moment, a count.
    Malformed(&'static str),
    /// A field that this place does not have.
    UnknownField,
    /// More parents than 64, or not sorted, or one twice.
    Parents,
    TooManyLeaves,
    /// The number of leaves differs inside and outside of the entry.
    LeafCount,
    /// The id is not the hash of the entry: it was changed after it was written.
    IdDiffers,
    /// A leaf is not the one that the entry names: it was changed after it was written.
    LeafDiffers,
}

/// A fault and the byte at which it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    pub at: usize,
    pub fault: Fault,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at byte {}", self.fault, self.at)
    }
}

/// Walks canonical JSON. Every method leaves `at` behind what it read.
pub struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    depth: usize,
}

impl<'a> Scanner<'a> {
    /// Takes the bytes of one value; they must be UTF-8.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Flaw> {
        let text = simdutf8::basic::from_utf8(bytes).map_err(|_| no_text(bytes))?;
        Ok(Self {
            text,
            bytes,
            at: 0,
            depth: 0,
        })
    }

    /// Where the scanner stands.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The text from `start` to here.
    #[must_use]
    pub fn since(&self, start: usize) -> &'a str {
        &self.text[start..self.at]
    }

    /// A flaw at this place.
    #[must_use]
    pub fn flaw(&self, fault: Fault) -> Flaw {
        Flaw { at: self.at, fault }
    }

    /// The byte that comes next.
    #[must_use]
    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Reads exactly `byte`.
    pub fn expect(&mut self, byte: u8) -> Result<(), Flaw> {
        match self.peek() {
            Some(b) if b == byte => {
                self.at += 1;
                Ok(())
            }
            found => Err(self.flaw(match found {
                None => Fault::CutOff,
                Some(b' ' | b'\n' | b'\r' | b'\t') => Fault::Whitespace,
                Some(_) => Fault::Unexpected,
            })),
        }
    }

    /// Nothing may come after the value.
    pub fn end(&self) -> Result<(), Flaw> {
        if self.at == self.bytes.len() {
            Ok(())
        } else {
            Err(self.flaw(Fault::Trailing))
        }
    }

    /// Reads a string; gives what stands between the quotes, escapes as they are written.
    pub fn string(&mut self) -> Result<&'a str, Flaw> {
        self.expect(b'"')?;
        let start = self.at;
        loop {
            self.at += plain(&self.bytes[self.at..]);
            match self.peek() {
                None => return Err(self.flaw(Fault::CutOff)),
                Some(b'"') => {
                    let inner = &self.text[start..self.at];
                    self.at += 1;
                    return Ok(inner);
                }
                Some(b'\\') => self.escape()?,
                Some(0..=0x1f) => return Err(self.flaw(Fault::Escape)),
                Some(_) => self.at += 1,
            }
        }
    }

    /// RFC 8785: the two-character escapes where there is one, `\u00xx` in lower case for the other
    /// control characters, and nothing else.
    fn escape(&mut self) -> Result<(), Flaw> {
        let rest = &self.bytes[self.at + 1..];
        match rest.first() {
            None => Err(self.flaw(Fault::CutOff)),
            Some(b'"' | b'\\' | b'b' | b't' | b'n' | b'f' | b'r') => {
                self.at += 2;
                Ok(())
            }
            Some(b'u') => {
                let Some(digits) = rest.get(1..5) else {
                    return Err(self.flaw(Fault::CutOff));
                };
                let lower = digits
                    .iter()
                    .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
                let code = std::str::from_utf8(digits)
                    .ok()
                    .and_then(|d| u32::from_str_radix(d, 16).ok());
                match code {
                    Some(0xd800..=0xdfff) => Err(self.flaw(Fault::LoneSurrogate)),
                    Some(code) if lower && code < 0x20 && !matches!(code, 8 | 9 | 10 | 12 | 13) => {
                        self.at += 6;
                        Ok(())
                    }
                    _ => Err(self.flaw(Fault::Escape)),
                }
            }
            Some(_) => Err(self.flaw(Fault::Escape)),
        }
    }

    /// Reads a whole number.
    pub fn integer(&mut self) -> Result<i64, Flaw> {
        let start = self.at;
        let negative = self.peek() == Some(b'-');
        if negative {
            self.at += 1;
        }
        let digits = self.at;
        let mut value: i64 = 0;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            value = value
                .saturating_mul(10)
                .saturating_add(i64::from(digit - b'0'));
            self.at += 1;
        }
        let length = self.at - digits;
        if length == 0 {
            return Err(self.flaw(if self.at == self.bytes.len() {
                Fault::CutOff
            } else {
                Fault::Unexpected
            }));
        }
        if matches!(self.peek(), Some(b'.' | b'e' | b'E')) {
            return Err(Flaw {
                at: start,
                fault: Fault::Fraction,
            });
        }
        let leading_zero = self.bytes[digits] == b'0' && (length > 1 || negative);
        if leading_zero || value > GREATEST {
            return Err(Flaw {
                at: start,
                fault: Fault::Number,
            });
        }
        Ok(if negative { -value } else { value })
    }

    /// Reads an object, handing each key (as written) to `field`, which reads the value.
    pub fn object(
        &mut self,
        mut field: impl FnMut(&mut Self, &'a str) -> Result<(), Flaw>,
    ) -> Result<(), Flaw> {
        self.enter(b'{')?;
        let mut last: Option<&'a str> = None;
        if self.peek() != Some(b'}') {
            loop {
                let key_at = self.at;
                let key = self.string()?;
                if let Some(last) = last {
                    match compare_keys(last, key) {
                        Ordering::Less => {}
                        Ordering::Equal => {
                            return Err(Flaw {
                                at: key_at,
                                fault: Fault::KeyTwice,
                            });
                        }
                        Ordering::Greater => {
                            return Err(Flaw {
                                at: key_at,
                                fault: Fault::KeysUnsorted,
                            });
                        }
                    }
                }
                last = Some(key);
                self.expect(b':')?;
                field(self, key)?;
                if self.peek() == Some(b'}') {
                    break;
                }
                self.expect(b',')?;
            }
        }
        self.leave(b'}')
    }

    /// Reads an array, calling `item` to read each value.
    pub fn array(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<(), Flaw>,
    ) -> Result<(), Flaw> {
        self.enter(b'[')?;
        if self.peek() != Some(b']') {
            loop {
                item(self)?;
                if self.peek() == Some(b']') {
                    break;
                }
                self.expect(b',')?;
            }
        }
        self.leave(b']')
    }

    fn enter(&mut self, open: u8) -> Result<(), Flaw> {
        let at = self.at;
        self.expect(open)?;
        self.depth += 1;
        if self.depth > DEPTH {
            Err(Flaw {
                at,
                fault: Fault::TooDeep,
            })
        } else {
            Ok(())
        }
    }

    fn leave(&mut self, close: u8) -> Result<(), Flaw> {
        self.depth -= 1;
        self.expect(close)
    }

    /// Reads any value; gives its text.
    pub fn value(&mut self) -> Result<&'a str, Flaw> {
        let start = self.at;
        match self.peek() {
            Some(b'{') => self.object(|s, _| s.value().map(drop))?,
            Some(b'[') => self.array(|s| s.value().map(drop))?,
            Some(b'"') => drop(self.string()?),
            Some(b'-' | b'0'..=b'9') => drop(self.integer()?),
            Some(b't') => self.word(b"true")?,
            Some(b'f') => self.word(b"false")?,
            Some(b'n') => self.word(b"null")?,
            None => return Err(self.flaw(Fault::CutOff)),
            Some(b' ' | b'\n' | b'\r' | b'\t') => return Err(self.flaw(Fault::Whitespace)),
            Some(_) => return Err(self.flaw(Fault::Unexpected)),
        }
        Ok(self.since(start))
    }

    /// Reads one of JSON's three words.
    pub fn word(&mut self, word: &[u8]) -> Result<(), Flaw> {
        word.iter().try_for_each(|b| self.expect(*b))
    }
}

/// Where bytes end to be UTF-8.
fn no_text(bytes: &[u8]) -> Flaw {
    let (at, cut) = match std::str::from_utf8(bytes) {
        Ok(_) => (0, false),
        Err(error) => (error.valid_up_to(), error.error_len().is_none()),
    };
    // The last letter is only begun: the text was cut off within it.
    let fault = if cut { Fault::CutOff } else { Fault::NotUtf8 };
    Flaw { at, fault }
}

/// How many bytes from the beginning are neither quote, backslash nor control character, looked at eight
/// at a time; it stops early before the last seven.
fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x8080_8080_8080_8080;
    // The lowest bit set tells of the first byte below `n` (up to 128); those after it may err.
    let below = |word: u64, n: u64| word.wrapping_sub(ONES * n) & !word & TOPS;
    let mut length = 0;
    for eight in bytes.chunks_exact(8) {
        let mut word = [0; 8];
        word.copy_from_slice(eight);
        let word = u64::from_le_bytes(word);
        let quote = below(word ^ (ONES * u64::from(b'"')), 1);
        let backslash = below(word ^ (ONES * u64::from(b'\\')), 1);
        let stops = below(word, 0x20) | quote | backslash;
        if stops != 0 {
            return length + stops.trailing_zeros() as usize / 8;
        }
        length += 8;
    }
    length
}

/// RFC 8785 sorts keys by their UTF-16 units, which differs from UTF-8's order only where a
/// character beyond U+FFFF meets one from U+E000 on. Keys come as written, escapes included.
fn compare_keys(a: &str, b: &str) -> Ordering {
    let alike = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    // As far as they are alike and where they differ, which is mostly at their first letters.
    let simple = |key: &str| {
        let mut told = key.bytes().take(alike + 1);
        told.all(|b| b.is_ascii() && b != b'\\')
    };
    if simple(a) && simple(b) {
        return a.as_bytes().get(alike).cmp(&b.as_bytes().get(alike));
    }
    unescape(a).encode_utf16().cmp(unescape(b).encode_utf16())
}

/// The characters that a scanned string stands for.
#[must_use]
pub fn unescape(written: &str) -> std::borrow::Cow<'_, str> {
    if !written.contains('\\') {
        return written.into();
    }
    serde_json::from_str::<String>(&format!("\"{written}\""))
        .unwrap_or_default()
        .into()
}

#[cfg(test)]
mod tests;

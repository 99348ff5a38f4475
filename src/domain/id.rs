//! Names of things that last: entries, streams, desks, and what is made inside a stream.
//!
//! Ids are bytes in memory and base64url without padding or stray trailing bits in text, so that
//! each has one spelling. How an id comes about (a hash, a key's fingerprint, chance) is the
//! record's business; here they are only names.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A text that is not the one spelling of an id of the kind asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id in base64url")
    }
}

/// What each character of base64url stands for; 255 for all others.
const DIGITS: [u8; 256] = {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut digits = [255; 256];
    let mut i = 0;
    while i < 64 {
        digits[alphabet[i] as usize] = i as u8;
        i += 1;
    }
    digits
};

/// Decodes a text of just the length that `into` needs. An import reads millions of these, which is why
/// it is not left to a decoder of any length.
fn decode(text: &[u8], into: &mut [u8]) -> Result<(), NotAnId> {
    let mut wrong = 0;
    let mut stray = 0;
    for (four, three) in text.chunks(4).zip(into.chunks_mut(3)) {
        let mut bits = 0u32;
        for (place, character) in four.iter().enumerate() {
            let digit = DIGITS[usize::from(*character)];
            wrong |= digit;
            bits |= u32::from(digit & 63) << (18 - 6 * place);
        }
        let bytes = bits.to_be_bytes();
        three.copy_from_slice(&bytes[1..=three.len()]);
        stray = bits & (0xff_ffff >> (8 * three.len()));
    }
    if wrong & 0xc0 == 0 && stray == 0 {
        Ok(())
    } else {
        Err(NotAnId)
    }
}

/// Reads an id without making a `String` of its text first.
struct Spelled<T>(fn(&str) -> Result<T, NotAnId>);

impl<T> de::Visitor<'_> for Spelled<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(E::custom)
    }
}

macro_rules! bytes_id {
    ($(#[$doc:meta])* $name:ident, $bytes:literal bytes, $chars:literal characters) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub [u8; $bytes]);

        impl $name {
            /// Length of the text form.
            pub const CHARACTERS: usize = $chars;

            /// Reads the text form; anything but the one spelling is refused.
            pub fn parse(text: &str) -> Result<Self, NotAnId> {
                if text.len() != $chars {
                    return Err(NotAnId);
                }
                let mut id = [0u8; $bytes];
                decode(text.as_bytes(), &mut id)?;
                Ok(Self(id))
            }

            /// Appends the text form to `out`.
            pub fn write_to(&self, out: &mut String) {
                URL_SAFE_NO_PAD.encode_string(self.0, out);
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut text = [0; $chars];
                // It is exactly so long, and all ASCII.
                let _ = URL_SAFE_NO_PAD.encode_slice(self.0, &mut text);
                f.write_str(str::from_utf8(&text).unwrap_or_default())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Spelled(Self::parse))
            }
        }
    };
}

bytes_id! {
    /// An entry: BLAKE3, 160 bits, of its canonical bytes.
    EntryId, 20 bytes, 27 characters
}
bytes_id! {
    /// A desk: fingerprint, 128 bits, of its Ed25519 public key.
    DeskId, 16 bytes, 22 characters
}
bytes_id! {
    /// Something made inside a stream: a party, a session, an item of an agreement.
    Label, 8 bytes, 11 characters
}

/// The longest name of a stream's kind, in bytes.
const KIND_BYTES: usize = 16;

/// What a stream is about: `case`, `organisation`, … A newer version may know kinds that this one
/// does not, so any short lower-case word is carried.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamKind([u8; KIND_BYTES]);

impl StreamKind {
    pub const CASE: Self = Self::known("case");
    pub const ORGANISATION: Self = Self::known("organisation");
    pub const MEDIATOR: Self = Self::known("mediator");
    pub const CONSULTATION: Self = Self::known("consultation");
    pub const WORK_ORDER: Self = Self::known("work_order");
    pub const ACTIVITY: Self = Self::known("activity");
    pub const COOPERATION: Self = Self::known("cooperation");
    pub const TEAM: Self = Self::known("team");
    pub const MICRO_GRID: Self = Self::known("micro_grid");

    const fn known(text: &str) -> Self {
        let mut bytes = [0u8; KIND_BYTES];
        let from = text.as_bytes();
        let mut i = 0;
        while i < from.len() {
            bytes[i] = from[i];
            i += 1;
        }
        Self(bytes)
    }

    /// Reads the word of a kind.
    pub fn parse(text: &str) -> Result<Self, NotAnId> {
        let fits = (1..=KIND_BYTES).contains(&text.len());
        if fits && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
            Ok(Self::known(text))
        } else {
            Err(NotAnId)
        }
    }

    /// The word as it stands in a stream's id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(KIND_BYTES);
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Debug for StreamKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A stream: its kind and 128 random bits, written `case/` and 22 characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamId {
    pub kind: StreamKind,
    pub random: [u8; 16],
}

impl StreamId {
    #[must_use]
    pub const fn new(kind: StreamKind, random: [u8; 16]) -> Self {
        Self { kind, random }
    }

    /// Reads `kind/` and 22 characters.
    pub fn parse(text: &str) -> Result<Self, NotAnId> {
        // Not `split_once`, which is made for long texts: these are read by the million.
        let stroke = text.bytes().position(|b| b == b'/').ok_or(NotAnId)?;
        let (kind, random) = (&text[..stroke], &text[stroke + 1..]);
        Ok(Self {
            kind: StreamKind::parse(kind)?,
            random: DeskId::parse(random)?.0,
        })
    }

    /// The part after the stroke: what stands in a page's address.
    #[must_use]
    pub fn short(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.random)
    }

    /// The stream of `kind` whose short form is `short`.
    pub fn from_short(kind: StreamKind, short: &str) -> Result<Self, NotAnId> {
        Ok(Self {
            kind,
            random: DeskId::parse(short)?.0,
        })
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.as_str())?;
        f.write_str("/")?;
        DeskId(self.random).fmt(f)
    }
}

impl fmt::Debug for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for StreamId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StreamId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Spelled(Self::parse))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_spelling() {
        let id = EntryId([7; 20]);
        let text = id.to_string();
        assert_eq!(text.len(), EntryId::CHARACTERS);
        assert_eq!(EntryId::parse(&text), Ok(id));
        // The last character carries two unused bits: any but zero would be a second spelling.
        let mut stray = text.clone();
        stray.pop();
        stray.push('d');
        assert_eq!(EntryId::parse(&stray), Err(NotAnId));
        assert_eq!(EntryId::parse(&format!("{text}=")), Err(NotAnId));
        assert_eq!(EntryId::parse(&text[1..]), Err(NotAnId));
    }

    #[test]
    fn a_stream_names_its_kind() {
        let id = StreamId::new(StreamKind::WORK_ORDER, [3; 16]);
        assert_eq!(StreamId::parse(&id.to_string()), Ok(id));
        assert_eq!(
            StreamId::from_short(StreamKind::WORK_ORDER, &id.short()),
            Ok(id)
        );
        let later = format!("tribunal/{}", id.short());
        assert_eq!(StreamId::parse(&later).map(|s| s.to_string()), Ok(later));
        for bad in [
            "case",
            "case/",
            "Case/AwMDAwMDAwMDAwMDAwMDAw",
            "/AwMDAwMDAwMDAwMDAwMDAw",
        ] {
            assert_eq!(StreamId::parse(bad), Err(NotAnId), "{bad}");
        }
    }
}

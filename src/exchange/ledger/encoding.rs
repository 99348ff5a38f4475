//! Which alphabet of bytes a text file was saved in.
//!
//! Offices hand over what their spreadsheet wrote: GB18030 (or its subset GBK) from a Chinese Excel,
//! UTF-8 with or without a mark from WPS and newer programs, UTF-16 from "Unicode text". The choice is
//! made by inspection and is pure; the decoding itself is the browser's `TextDecoder` there, and
//! encoding_rs natively.

/// An encoding that ledgers come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    Utf8,
    /// UTF-8 that begins with a byte order mark.
    Utf8Bom,
    Utf16Le,
    Utf16Be,
    /// GB18030, and with it GBK and GB2312.
    Gb18030,
}

impl Encoding {
    /// The label that the browser's `TextDecoder` and encoding_rs know it by.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 | Self::Utf8Bom => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Gb18030 => "gb18030",
        }
    }
}

/// Says in which encoding a file was saved, from its bytes.
///
/// A mark decides. Without one, bytes that are UTF-8 as a whole are UTF-8 (a Chinese text in GB18030
/// of more than a few characters never is); a file with a few broken sequences among many good ones is
/// still UTF-8, and damaged; what remains is GB18030.
#[must_use]
pub fn guess_encoding(bytes: &[u8]) -> Encoding {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Encoding::Utf8Bom,
        [0xff, 0xfe, ..] => return Encoding::Utf16Le,
        [0xfe, 0xff, ..] => return Encoding::Utf16Be,
        _ => {}
    }
    if let Some(unmarked) = unmarked_utf16(bytes) {
        return unmarked;
    }
    let (good, broken) = utf8_sequences(bytes);
    // Text in GB18030 yields a good sequence of UTF-8 by chance only now and then, and many broken ones.
    if broken == 0 || good > 4 * broken {
        Encoding::Utf8
    } else {
        Encoding::Gb18030
    }
}

/// UTF-16 without a mark shows in its line breaks and commas: every other byte of them is nought.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let noughts = |parity: usize| {
        sample
            .iter()
            .skip(parity)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (noughts(0), noughts(1));
    let enough = sample.len() / 40;
    match (even, odd) {
        (0, odd) if odd > enough => Some(Encoding::Utf16Le),
        (even, 0) if even > enough => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Counts good and broken sequences of more than one byte.
fn utf8_sequences(bytes: &[u8]) -> (usize, usize) {
    let mut good = 0;
    let mut broken = 0;
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    (good, broken)
}

/// A text with its encoding and the places where the bytes meant nothing.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// In NFC, without a mark at its start.
    pub text: String,
    pub encoding: Encoding,
}

/// Lines of a file's text, from 1, with bytes that were no text in its encoding: each stands as U+FFFD. Empty for a
/// sound file.
#[must_use]
pub fn damaged_lines(text: &str) -> Vec<u32> {
    let lines = (1_u32..).zip(text.split('\n'));
    lines
        .filter(|(_, line)| line.contains('\u{fffd}'))
        .map(|(number, _)| number)
        .collect()
}

/// Decodes a file's bytes in the encoding that [`guess_encoding`] finds, and brings them into NFC.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

    let encoding = guess_encoding(bytes);
    let decoder = match encoding {
        Encoding::Utf8 | Encoding::Utf8Bom => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Gb18030 => encoding_rs::GB18030,
    };
    let (text, _) = decoder.decode_with_bom_removal(bytes);
    let text = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.into_owned(),
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
    };
    Decoded { text, encoding }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LINE: &str = "序号,登记时间,申请人\r\n1,2023.1.3,马勇建\r\n";

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[track_caller]
    fn check(bytes: &[u8], encoding: Encoding) {
        let decoded = decode(bytes);
        assert_eq!(decoded.encoding, encoding);
        assert_eq!(decoded.text, LINE);
        assert_eq!(damaged_lines(&decoded.text), [0; 0]);
    }

    #[test]
    fn every_usual_encoding_is_found() {
        check(LINE.as_bytes(), Encoding::Utf8);
        check(format!("\u{feff}{LINE}").as_bytes(), Encoding::Utf8Bom);
        check(&encoding_rs::GB18030.encode(LINE).0, Encoding::Gb18030);
        check(&utf16(LINE, u16::to_le_bytes), Encoding::Utf16Le);
        check(&utf16(LINE, u16::to_be_bytes), Encoding::Utf16Be);
        check(
            &utf16(&format!("\u{feff}{LINE}"), u16::to_le_bytes),
            Encoding::Utf16Le,
        );
        assert_eq!(guess_encoding(b""), Encoding::Utf8);
        assert_eq!(guess_encoding(b"1,2,3\r\n"), Encoding::Utf8);
    }

    #[test]
    fn a_broken_byte_does_not_turn_utf8_into_gibberish() {
        let mut bytes = LINE.as_bytes().to_vec();
        let last = bytes.len() - 3;
        bytes[last] = 0xff;
        let decoded = decode(&bytes);
        assert_eq!(decoded.encoding, Encoding::Utf8);
        assert_eq!(damaged_lines(&decoded.text), [2]);
    }

    #[test]
    fn decomposed_letters_are_composed() {
        assert_eq!(decode("e\u{301}".as_bytes()).text, "é");
    }

    proptest! {
        #[test]
        fn any_bytes_decode(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes);
        }
    }
}

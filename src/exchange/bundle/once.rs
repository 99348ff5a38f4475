//! Head and foot may hold fields that this version doesn't know. They are passed over, but for what the format allows
//! nowhere: other software could take a key that stands twice for its other value.

use std::collections::BTreeSet;

use crate::record::canonical::{DEPTH, Fault, Flaw};

/// The arrays and objects that are open, and the keys that each has so far. The head leaves its object open for the
/// foot, so a key of the head can't stand in the foot again.
#[derive(Clone, Debug, Default)]
pub struct Once {
    open: Vec<BTreeSet<String>>,
}

impl Once {
    /// Looks at what comes next. Whether it is JSON is for somebody else to say.
    pub fn look(&mut self, text: &[u8]) -> Result<(), Flaw> {
        let mut at = 0;
        while let Some(byte) = text.get(at) {
            match byte {
                b'{' | b'[' if self.open.len() == DEPTH => {
                    let fault = Fault::TooDeep;
                    return Err(Flaw { at, fault });
                }
                b'{' | b'[' => self.open.push(BTreeSet::new()),
                b'}' | b']' => drop(self.open.pop()),
                b'"' => {
                    let Some(end) = string_end(text, at) else {
                        return Ok(());
                    };
                    let after = text[end..].iter().find(|b| !b.is_ascii_whitespace());
                    if after == Some(&b':') && !self.is_new(&text[at..end]) {
                        let fault = Fault::KeyTwice;
                        return Err(Flaw { at, fault });
                    }
                    at = end;
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
        Ok(())
    }

    /// Two spellings of one key are the same key.
    fn is_new(&mut self, written: &[u8]) -> bool {
        let key = serde_json::from_slice(written)
            .unwrap_or_else(|_| String::from_utf8_lossy(written).into_owned());
        self.open.last_mut().is_none_or(|keys| keys.insert(key))
    }
}

/// Behind the closing quote of the string that begins at `start`.
fn string_end(text: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        at += memchr::memchr2(b'"', b'\\', text.get(at..)?)?;
        if text[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in a head and the foot that follows it.
    fn look(head: &str, foot: &str) -> Result<(), Flaw> {
        let mut once = Once::default();
        once.look(head.as_bytes())?;
        once.look(foot.as_bytes())
    }

    #[test]
    fn a_key_stands_once_in_its_object_at_any_depth() {
        let head = r#"{"a":{"b":1,"c":"b"},"x":[{"b":1},{"b" : "{[\"\\"}],"entries":["#;
        assert_eq!(look(head, r#"],"count":2,"b":{"a":[]}}"#), Ok(()));
        for (head, foot, at) in [
            (r#"{"a":1,"a":1"#, "", 7),
            (r#"{"x":[{"a":{},"a" :1"#, "", 14),
            (r#"{"aé":1,"\u0061\u00e9":1"#, "", 9),
            (head, r#"],"m":{"n":1,"n":1}}"#, 13),
            // All of it is one object.
            (head, r#"],"x":1}"#, 2),
            (head, r#"],"entries":[]}"#, 2),
        ] {
            let fault = Fault::KeyTwice;
            assert_eq!(look(head, foot), Err(Flaw { at, fault }), "{head}{foot}");
        }
    }

    #[test]
    fn nothing_is_nested_deeper_than_an_entry_may_be() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        let field = |levels| format!("],\"m\":{}}}", nested(levels));
        assert_eq!(look(r#"{"entries":["#, &field(DEPTH - 1)), Ok(()));
        let (at, fault) = (6 + DEPTH - 1, Fault::TooDeep);
        let flaw = Err(Flaw { at, fault });
        assert_eq!(look(r#"{"entries":["#, &field(DEPTH)), flaw);
        assert_eq!(look(r#"{"entries":["#, &field(1 << 20)), flaw);
    }
}

//! The part of an address after `?`: keys, each with a code or with codes joined by dots.

/// The longest value an address may hold: every type of dispute in one list has some 300 characters.
const VALUE_LENGTH: usize = 600;

/// Whether a text may stand in an address: ASCII letters, digits, `.`, `_` and `-`, not too long.
pub fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= VALUE_LENGTH
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

/// Keys with their codes, in the order of printing. What is no code is dropped both ways.
#[derive(Debug, Default)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    pub fn parse(text: &str) -> Self {
        let mut pairs = Self::default();
        for pair in text.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            pairs.push(key, value);
        }
        pairs
    }

    pub fn of(list: &[(&'static str, String)]) -> Self {
        let mut pairs = Self::default();
        for (key, value) in list {
            pairs.push(key, value);
        }
        pairs
    }

    /// The first of a key counts.
    pub fn push(&mut self, key: &str, value: &str) {
        if is_code(key) && is_code(value) && self.get(key).is_none() {
            self.0.push((key.to_owned(), value.to_owned()));
        }
    }

    pub fn get(&self, key: &str) -> Option<&str> {
        let pair = self.0.iter().find(|(k, _)| k == key);
        pair.map(|(_, value)| value.as_str())
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()))
    }

    pub fn print(&self) -> String {
        let pairs: Vec<String> = self
            .0
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        pairs.join("&")
    }
}

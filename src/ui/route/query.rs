//! The part of an address after `?`: keys and lists of codes.

use std::collections::BTreeMap;

/// The longest code an address may hold; ids have 22 characters, divisions 12.
const CODE_LENGTH: usize = 40;

/// Whether a text may stand in an address: ASCII letters, digits, `.`, `_` and `-`, not too long.
pub fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= CODE_LENGTH
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

/// Keys with their codes, in the order of printing. What is no code is dropped both ways.
#[derive(Debug, Default)]
pub struct Query(Vec<(String, Vec<String>)>);

impl Query {
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for pair in text.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            query.push(key, value.split(',').map(str::to_owned).collect());
        }
        query
    }

    pub fn push(&mut self, key: &str, mut codes: Vec<String>) {
        codes.retain(|code| is_code(code));
        if is_code(key) && !codes.is_empty() && self.0.iter().all(|(k, _)| k != key) {
            self.0.push((key.to_owned(), codes));
        }
    }

    pub fn push_one(&mut self, key: &str, code: Option<&String>) {
        self.push(key, code.into_iter().cloned().collect());
    }

    pub fn take(&mut self, key: &str) -> Vec<String> {
        match self.0.iter().position(|(k, _)| k == key) {
            Some(at) => self.0.remove(at).1,
            None => Vec::new(),
        }
    }

    pub fn take_one(&mut self, key: &str) -> Option<String> {
        self.take(key).into_iter().next()
    }

    pub fn rest(self) -> BTreeMap<String, Vec<String>> {
        self.0.into_iter().collect()
    }

    pub fn print(self) -> String {
        let pairs: Vec<String> = self
            .0
            .into_iter()
            .map(|(key, codes)| format!("{key}={}", codes.join(",")))
            .collect();
        pairs.join("&")
    }
}

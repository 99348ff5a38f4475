//! Ids and columns of numbers as runs of bytes: serde reads and writes them number by number, and a register of
//! 100,000 cases waits.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};

type Id = [u8; 16];

pub fn serialize<S: Serializer>(id: &Id, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(id)
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
    deserializer.deserialize_bytes(Run("sixteen bytes", |bytes| Id::try_from(bytes).ok()))
}

/// A run of bytes, in words, and how it is read; none where it cannot be.
struct Run<T>(&'static str, fn(&[u8]) -> Option<T>);

impl<T> Visitor<'_> for Run<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<T, E> {
        (self.1)(bytes).ok_or_else(|| E::invalid_length(bytes.len(), &self))
    }
}

/// Several ids, one after the other.
pub mod several {
    use super::*;

    pub fn serialize<S: Serializer>(ids: &[Id], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(ids.as_flattened())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Id>, D::Error> {
        deserializer.deserialize_bytes(Run("sixteen bytes each", |bytes| match bytes.as_chunks() {
            (ids, []) => Some(ids.to_vec()),
            _ => None,
        }))
    }
}

/// A column of numbers, four bytes each, the least first.
pub mod numbers {
    use super::*;

    pub fn serialize<S: Serializer>(numbers: &[u32], serializer: S) -> Result<S::Ok, S::Error> {
        let bytes: Vec<[u8; 4]> = numbers.iter().map(|number| number.to_le_bytes()).collect();
        serializer.serialize_bytes(bytes.as_flattened())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
        deserializer.deserialize_bytes(Run("four bytes each", |bytes| match bytes.as_chunks() {
            (numbers, []) => Some(numbers.iter().copied().map(u32::from_le_bytes).collect()),
            _ => None,
        }))
    }
}

/// Bytes as they are.
pub mod bytes {
    use super::*;

    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        deserializer.deserialize_bytes(Run("bytes", |bytes| Some(bytes.to_vec())))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Everything {
        #[serde(with = "super")]
        id: [u8; 16],
        #[serde(with = "super::several")]
        ids: Vec<[u8; 16]>,
        #[serde(with = "super::numbers")]
        numbers: Vec<u32>,
        #[serde(with = "super::bytes")]
        bytes: Vec<u8>,
    }

    #[test]
    fn what_is_written_is_read_again() {
        let all = Everything {
            id: [7; 16],
            ids: vec![[1; 16], [2; 16]],
            numbers: vec![0, 1, u32::MAX],
            bytes: vec![0, 255],
        };
        let written = postcard::to_allocvec(&all).unwrap();
        assert_eq!(postcard::from_bytes::<Everything>(&written).unwrap(), all);
    }

    #[test]
    fn a_column_that_is_cut_off_is_refused() {
        #[derive(Debug, Deserialize)]
        struct Ids(
            #[allow(dead_code)]
            #[serde(with = "super::several")]
            Vec<[u8; 16]>,
        );
        #[derive(Debug, Deserialize)]
        struct Numbers(
            #[allow(dead_code)]
            #[serde(with = "super::numbers")]
            Vec<u32>,
        );
        let odd = postcard::to_allocvec(&[9u8; 15].as_slice()).unwrap();
        assert!(postcard::from_bytes::<Ids>(&odd).is_err());
        assert!(postcard::from_bytes::<Numbers>(&odd).is_err());
    }
}

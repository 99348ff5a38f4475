//! Words with a stable code: closed lists that stay open to what later versions add.
//!
//! What lies in a record is the code, a snake_case word that never changes; what a person reads comes
//! from `locale`. A code that this version doesn't know is kept letter for letter as `Unknown`, so
//! that an older desk passes on what a newer one wrote.

use std::fmt::Debug;
use std::hash::Hash;

/// What every enum of [`coded!`](crate::coded) offers, for code that works with any of them (a
/// picker, a dictionary column, a test).
pub trait Coded: Clone + Debug + Eq + Ord + Hash + 'static {
    /// The known values in the order of declaration, which is the order of every table and list.
    const ALL: &'static [Self];
    /// The word on the wire.
    fn code(&self) -> &str;
    /// Reads a word from the wire; one that is not known becomes `Unknown`.
    fn from_code(code: &str) -> Self;
    /// Whether this version knows the value.
    fn is_known(&self) -> bool;
}

/// Declares an enum whose variants each have a code on the wire, and adds `Unknown` for codes from
/// newer versions. Order is that of declaration, `Unknown` last.
///
/// Make values with the variants or with `from_code`; an `Unknown` that holds a known code is a bug
/// of whoever wrote it so.
///
/// ```
/// langqiao::coded! {
///     /// How a dispute ended.
///     pub enum Outcome {
///         /// The parties agreed.
///         Agreed = "agreed",
///         Failed = "failed",
///     }
/// }
/// assert_eq!(Outcome::from_code("agreed"), Outcome::Agreed);
/// assert_eq!(Outcome::from_code("paused").code(), "paused");
/// assert_eq!(Outcome::ALL, [Outcome::Agreed, Outcome::Failed]);
/// ```
#[macro_export]
macro_rules! coded {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $code:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $( $(#[$variant_meta])* $variant, )+
            /// A code that a newer version wrote, kept letter for letter.
            Unknown(::std::boxed::Box<str>),
        }

        #[allow(dead_code)]
        impl $name {
            /// The known values in the order of declaration.
            pub const ALL: &'static [Self] = &[$( Self::$variant ),+];

            /// The word on the wire.
            #[must_use]
            pub fn code(&self) -> &str {
                match self {
                    $( Self::$variant => $code, )+
                    Self::Unknown(code) => code,
                }
            }

            /// Reads a word from the wire; one that is not known becomes `Unknown`.
            #[must_use]
            pub fn from_code(code: &str) -> Self {
                match code {
                    $( $code => Self::$variant, )+
                    _ => Self::Unknown(code.into()),
                }
            }
        }

        impl $crate::law::coded::Coded for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn code(&self) -> &str {
                self.code()
            }

            fn from_code(code: &str) -> Self {
                Self::from_code(code)
            }

            fn is_known(&self) -> bool {
                !matches!(self, Self::Unknown(_))
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                $crate::law::coded::write(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::law::coded::read(deserializer)
            }
        }
    };
}

/// Stands for a value that is not in the list.
const UNLISTED: u8 = u8::MAX;

/// Writes the code; in a format for machines, which one build writes and reads, its place in the list: reading words
/// was most of what the first list waited for. Part of [`coded!`](crate::coded).
#[doc(hidden)]
pub fn write<T: Coded, S: serde::Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::Serialize;
    if serializer.is_human_readable() {
        return serializer.serialize_str(value.code());
    }
    let place = T::ALL.iter().position(|listed| listed == value);
    match place.and_then(|place| u8::try_from(place).ok()) {
        Some(place) => (place, "").serialize(serializer),
        None => (UNLISTED, value.code()).serialize(serializer),
    }
}

/// Reads what [`write`] wrote.
#[doc(hidden)]
pub fn read<'de, T: Coded, D: serde::Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    use serde::Deserialize;
    if deserializer.is_human_readable() {
        return deserializer.deserialize_str(CodeVisitor(std::marker::PhantomData));
    }
    let (place, code) = <(u8, Box<str>)>::deserialize(deserializer)?;
    let listed = T::ALL.get(usize::from(place)).cloned();
    Ok(listed.unwrap_or_else(|| T::from_code(&code)))
}

/// Reads a code without making a `String` of it first.
struct CodeVisitor<T>(std::marker::PhantomData<T>);

impl<T: Coded> serde::de::Visitor<'_> for CodeVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("a code word")
    }

    fn visit_str<E: serde::de::Error>(self, code: &str) -> Result<T, E> {
        Ok(T::from_code(code))
    }
}

/// Checks what holds for every list of codes; each list's own tests call it.
#[cfg(test)]
#[track_caller]
pub(crate) fn check_codes<T>(count: usize)
where
    T: Coded + serde::Serialize + serde::de::DeserializeOwned,
{
    let codes: std::collections::BTreeSet<&str> = T::ALL.iter().map(Coded::code).collect();
    assert_eq!(codes.len(), count, "every value has a code of its own");
    assert_eq!(T::ALL.len(), count);
    assert!(T::ALL.is_sorted(), "the order of declaration is the order");
    for value in T::ALL {
        let code = value.code();
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        assert!(code.chars().all(letters), "{code} is not snake_case");
        assert!(value.is_known());
        assert_eq!(&T::from_code(code), value);
        let json = serde_json::to_string(value).unwrap();
        assert_eq!(json, format!("\"{code}\""));
        assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value);
        let bytes = postcard::to_allocvec(value).unwrap();
        assert_eq!(&postcard::from_bytes::<T>(&bytes).unwrap(), value);
    }
    let newer: T = serde_json::from_str("\"from_a_newer_version \\\"\\u4e2d\"").unwrap();
    assert!(!newer.is_known());
    assert_eq!(newer.code(), "from_a_newer_version \"中");
    assert_eq!(
        serde_json::to_string(&newer).unwrap(),
        "\"from_a_newer_version \\\"中\""
    );
    assert!(T::ALL.iter().all(|known| *known < newer));
}

#[cfg(test)]
mod tests {
    use super::check_codes;

    crate::coded! {
        /// Three words.
        enum Fruit {
            Pear = "pear",
            Jujube = "jujube",
            Persimmon2 = "persimmon_2",
        }
    }

    #[test]
    fn codes_survive_the_wire() {
        check_codes::<Fruit>(3);
    }

    #[test]
    fn anything_but_a_string_is_refused() {
        assert!(serde_json::from_str::<Fruit>("3").is_err());
        assert!(serde_json::from_str::<Fruit>("null").is_err());
    }
}

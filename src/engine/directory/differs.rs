//! What a row says otherwise than the record does, field by field, and the command that each becomes. A row that leaves a
//! field open says nothing against what stands in it.

use crate::domain::leaf::{Identity, LeafValue};
use crate::domain::network::{Command, MediatorField, Put, Sheet, SheetField};
use crate::exchange::directory::Column;
use crate::exchange::words::directory::{both, sex};

use super::answer::Both;

/// One field that differs.
pub(super) struct Differs {
    pub column: Column,
    pub here: Both,
    pub there: Both,
    pub command: Command,
}

/// The same in both languages.
pub(super) fn plain(text: impl Into<String>) -> Both {
    let text = text.into();
    (text.clone(), text)
}

/// A row beside what stands of a stream.
pub(super) struct Compared<F> {
    pub found: Vec<Differs>,
    command: fn(Put<F>) -> Command,
}

impl<F: SheetField> Compared<F> {
    /// `command`: writes a field of such a stream.
    pub fn new(command: fn(Put<F>) -> Command) -> Self {
        Self {
            found: Vec::new(),
            command,
        }
    }

    fn put(&mut self, column: Column, here: Both, there: Both, put: Put<F>) {
        self.found.push(Differs {
            column,
            here,
            there,
            command: (self.command)(put),
        });
    }

    /// A field that differs.
    pub fn differs(&mut self, column: Column, here: Both, there: Both, field: F) {
        self.put(column, here, there, Put::open(field));
    }

    /// A value that may be left open.
    pub fn maybe<T: Clone + PartialEq + ToString>(
        &mut self,
        column: Column,
        row: &Option<T>,
        now: &Option<T>,
        field: fn(Option<T>) -> F,
    ) {
        if row.is_some() && row != now {
            let shown =
                |value: &Option<T>| plain(value.as_ref().map_or_else(String::new, T::to_string));
            self.differs(column, shown(now), shown(row), field(row.clone()));
        }
    }

    /// Several values; none leaves them open.
    pub fn list<T: Clone + PartialEq>(
        &mut self,
        column: Column,
        row: &[T],
        now: &[T],
        shown: impl Fn(&[T]) -> Both,
        field: fn(Vec<T>) -> F,
    ) {
        if !row.is_empty() && row != now {
            self.differs(column, shown(now), shown(row), field(row.to_vec()));
        }
    }

    /// Words that a leaf holds.
    pub fn words(&mut self, column: Column, row: Option<&String>, sheet: &Sheet<F>, field: F) {
        let here = sheet.words(field.slot()).unwrap_or_default();
        if let Some(words) = row.filter(|words| *words != here) {
            let put = Put::words(field, words);
            self.put(column, plain(here), plain(words.clone()), put);
        }
    }
}

impl Compared<MediatorField> {
    /// Who somebody is.
    pub fn person(&mut self, here: &Identity, said: Identity) {
        if said == *here {
            return;
        }
        let shown = |one: &Identity| {
            let phone = one.phone.as_deref().unwrap_or_default();
            both(|l| {
                format!("{} {phone}", sex(l, one.sex.as_ref()))
                    .trim()
                    .to_owned()
            })
        };
        let (here, there) = (shown(here), shown(&said));
        let put = Put {
            field: MediatorField::Person,
            private: Some(LeafValue::Identity(said)),
        };
        self.put(Column::Phone, here, there, put);
    }
}

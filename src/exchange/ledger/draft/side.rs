//! One side of a row while it is being read: what the cells say, dealt out to the people whom they name.

use std::{iter, mem};

use super::super::persons::{IdNumber, Written};
use super::super::row::Person;
use super::super::surnames::without_sex;
use super::super::unnamed::counted;
use super::super::words::sex;
use crate::law::person::Sex;
use crate::law::phone::Phone;

#[derive(Default)]
pub(super) struct SideDraft {
    pub(super) names: Vec<String>,
    /// How many more each name is said to stand for.
    others: Vec<u32>,
    /// What stands behind each name; the column of sexes goes before it.
    typed_sexes: Vec<Option<Sex>>,
    pub(super) sexes: Vec<Sex>,
    pub(super) ids: Vec<Written<IdNumber>>,
    pub(super) phones: Vec<Written<Phone>>,
    pub(super) address: Option<String>,
}

impl SideDraft {
    /// Takes the counts from behind the names: 张三、李四等5人 are two, and three more. A count is of the names since the
    /// last one; one that is smaller stays where it is. What it says beside the number goes to the remarks.
    pub(super) fn take_counts(&mut self, remarks: &mut Vec<String>) {
        let mut since = 0;
        let mut names: Vec<String> = Vec::with_capacity(self.names.len());
        for name in mem::take(&mut self.names) {
            let fitting = counted(&name).and_then(|counted| {
                let named = names.len() - since + usize::from(!counted.name.is_empty());
                let others = counted.all.checked_sub(u32::try_from(named).ok()?)?;
                (named > 0).then_some((counted, others))
            });
            let others = match fitting {
                Some((counted, others)) => {
                    if !counted.name.is_empty() {
                        names.push(counted.name.to_owned());
                    }
                    if !counted.bare {
                        remarks.push(name);
                    }
                    since = names.len();
                    others
                }
                None => {
                    names.push(name);
                    0
                }
            };
            self.others.resize(names.len(), 0);
            if let Some(last) = self.others.last_mut() {
                *last = last.saturating_add(others);
            }
        }
        self.names = names;
    }

    /// Takes the sexes from behind the names: 谢华英（女）.
    pub(super) fn take_sexes(&mut self) {
        let cut = self.names.iter().map(|name| {
            let (name, typed) = without_sex(name);
            (name.to_owned(), typed.and_then(sex))
        });
        (self.names, self.typed_sexes) = cut.unzip();
    }

    /// Deals out what the cells say to the people in their order. Numbers that are left over go to the remarks, masked
    /// ones to the words that are kept as typed, so that none is lost.
    pub(super) fn into_people(
        self,
        (remarks, as_typed): (&mut Vec<String>, &mut Vec<String>),
    ) -> Vec<Person> {
        let count = self.names.len();
        let ids = self.ids.iter().skip(count).filter_map(Written::number);
        let phones = self.phones.iter().skip(count).filter_map(Written::number);
        let numbers = ids.map(IdNumber::as_str).chain(phones.map(Phone::as_str));
        remarks.extend(numbers.map(str::to_owned));
        as_typed.extend(masked(&self.names, &self.ids, "证件号码"));
        as_typed.extend(masked(&self.names, &self.phones, "电话"));
        let mut sexes = self.sexes.into_iter();
        let mut typed_sexes = self.typed_sexes.into_iter();
        let mut ids = self.ids.into_iter();
        let mut phones = self.phones.into_iter();
        let mut others = self.others.into_iter();
        let mut address = self.address;
        let person = |name| Person {
            name,
            others: others.next().unwrap_or_default(),
            sex: {
                let typed = typed_sexes.next().flatten();
                sexes.next().or(typed)
            },
            id: ids.next().and_then(Written::into_number),
            phone: phones.next().and_then(Written::into_number),
            address: address.take(),
        };
        self.names.into_iter().map(person).collect()
    }
}

/// Masked numbers, each with whose it is. Record text, so in the record's language.
fn masked<T>(names: &[String], numbers: &[Written<T>], of: &str) -> Vec<String> {
    let whose = names.iter().map(|name| format!("{name}的"));
    let whose = whose.chain(iter::repeat(String::new()));
    let told = numbers
        .iter()
        .zip(whose)
        .filter_map(|(written, whose)| match written {
            Written::Number(_) => None,
            Written::Masked(text) => Some(format!("{whose}{of}“{text}”")),
        });
    told.collect()
}

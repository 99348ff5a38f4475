//! A workspace in memory, for tests and the command line.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::{
    Append, Appending, Manifest, Note, Packed, SegmentIndex, Store, StoreTrouble, TailLine,
};

/// Everything that a workspace keeps.
#[derive(Debug, Default)]
pub struct Memory {
    inner: RefCell<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    manifest: Manifest,
    segments: BTreeMap<u32, Packed>,
    tail: BTreeMap<u64, String>,
    last: u64,
    notes: BTreeMap<Note, String>,
    drafts: BTreeMap<String, String>,
    views: BTreeMap<String, Vec<u8>>,
}

fn no_segment(key: u32) -> StoreTrouble {
    StoreTrouble::Damaged(format!("no segment {key}"))
}

impl Memory {
    /// Changes segments and tail behind everyone's back, as a disk may: for tests.
    pub fn damage(
        &self,
        change: impl FnOnce(&mut BTreeMap<u32, Packed>, &mut BTreeMap<u64, String>),
    ) {
        let inner = &mut *self.inner.borrow_mut();
        change(&mut inner.segments, &mut inner.tail);
    }

    /// Loses a note behind everyone's back, as a disk may: for tests.
    pub fn lose(&self, note: Note) {
        self.inner.borrow_mut().notes.remove(&note);
    }
}

impl Store for Memory {
    async fn manifest(&self) -> Result<Manifest, StoreTrouble> {
        Ok(self.inner.borrow().manifest.clone())
    }

    async fn tail(&self, after: u64) -> Result<Vec<TailLine>, StoreTrouble> {
        Ok(self
            .inner
            .borrow()
            .tail
            .range(after + 1..)
            .map(|(place, line)| (*place, line.clone()))
            .collect())
    }

    async fn append<E>(
        &self,
        manifest: u64,
        after: u64,
        decide: impl FnOnce(Appending) -> Result<Append, E>,
    ) -> Result<Result<Vec<u64>, E>, StoreTrouble> {
        let fresh = self.tail(after).await?;
        let mut inner = self.inner.borrow_mut();
        if inner.manifest.version != manifest {
            return Err(StoreTrouble::Stale);
        }
        let append = match decide(Appending {
            fresh,
            desk: inner.notes.get(&Note::Desk).cloned(),
        }) {
            Ok(append) => append,
            Err(error) => return Ok(Err(error)),
        };
        let mut places = Vec::new();
        for line in append.lines {
            inner.last += 1;
            let place = inner.last;
            inner.tail.insert(place, line);
            places.push(place);
        }
        if let Some(desk) = append.desk {
            inner.notes.insert(Note::Desk, desk);
        }
        Ok(Ok(places))
    }

    async fn segment(&self, key: u32) -> Result<Vec<u8>, StoreTrouble> {
        let inner = self.inner.borrow();
        let segment = inner.segments.get(&key);
        segment.ok_or_else(|| no_segment(key))?.unpack()
    }

    async fn indexes(&self, keys: &[u32]) -> Result<Vec<SegmentIndex>, StoreTrouble> {
        let inner = self.inner.borrow();
        let index = |key: &u32| {
            let segment = inner.segments.get(key);
            segment.map(Packed::index).unwrap_or_default()
        };
        Ok(keys.iter().map(index).collect())
    }

    async fn stage(&self, segments: &[(u32, &Packed)]) -> Result<(), StoreTrouble> {
        let mut inner = self.inner.borrow_mut();
        for (key, segment) in segments {
            inner.segments.insert(*key, (*segment).clone());
        }
        Ok(())
    }

    async fn put_in_force(
        &self,
        from: u64,
        manifest: &Manifest,
        tail: &[RangeInclusive<u64>],
        desk: Option<&str>,
    ) -> Result<(), StoreTrouble> {
        let mut inner = self.inner.borrow_mut();
        if inner.manifest.version != from {
            return Err(StoreTrouble::Stale);
        }
        let named = |key| inner.manifest.segments.iter().any(|s| s.key == key);
        if manifest
            .segments
            .iter()
            .any(|s| !inner.segments.contains_key(&s.key) && !named(s.key))
        {
            return Err(StoreTrouble::Stale);
        }
        inner.manifest = manifest.clone();
        inner
            .tail
            .retain(|place, _| !tail.iter().any(|gone| gone.contains(place)));
        if let Some(desk) = desk {
            inner.notes.insert(Note::Desk, desk.to_owned());
        }
        Ok(())
    }

    async fn unstage(&self, keys: &[u32]) -> Result<(), StoreTrouble> {
        let mut inner = self.inner.borrow_mut();
        inner.segments.retain(|key, _| !keys.contains(key));
        Ok(())
    }

    async fn sweep(&self) -> Result<(), StoreTrouble> {
        let mut inner = self.inner.borrow_mut();
        let named: Vec<u32> = inner.manifest.segments.iter().map(|s| s.key).collect();
        inner.segments.retain(|key, _| named.contains(key));
        Ok(())
    }

    async fn note(&self, note: Note) -> Result<Option<String>, StoreTrouble> {
        Ok(self.inner.borrow().notes.get(&note).cloned())
    }

    async fn set_note(&self, note: Note, text: &str) -> Result<(), StoreTrouble> {
        self.inner.borrow_mut().notes.insert(note, text.to_owned());
        Ok(())
    }

    async fn draft(&self, form: &str) -> Result<Option<String>, StoreTrouble> {
        Ok(self.inner.borrow().drafts.get(form).cloned())
    }

    async fn keep_draft(&self, form: &str, text: &str) -> Result<(), StoreTrouble> {
        let mut inner = self.inner.borrow_mut();
        if text.is_empty() {
            inner.drafts.remove(form);
        } else {
            inner.drafts.insert(form.to_owned(), text.to_owned());
        }
        Ok(())
    }

    async fn drafts(&self) -> Result<Vec<(String, String)>, StoreTrouble> {
        Ok(self
            .inner
            .borrow()
            .drafts
            .iter()
            .map(|(form, text)| (form.clone(), text.clone()))
            .collect())
    }

    async fn view(&self, key: &str) -> Result<Option<Vec<u8>>, StoreTrouble> {
        Ok(self.inner.borrow().views.get(key).cloned())
    }

    async fn views(
        &self,
        keys: Vec<String>,
        mut take: impl FnMut(Vec<u8>),
    ) -> Result<(), StoreTrouble> {
        for key in keys {
            self.view(&key).await?.into_iter().for_each(&mut take);
        }
        Ok(())
    }

    async fn keep_views(&self, parts: Vec<(String, Vec<u8>)>) -> Result<(), StoreTrouble> {
        self.inner.borrow_mut().views.extend(parts);
        Ok(())
    }

    async fn clear(&self) -> Result<(), StoreTrouble> {
        *self.inner.borrow_mut() = Inner::default();
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    fn now<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(answer) => answer,
            Poll::Pending => panic!("memory waits"),
        }
    }

    #[test]
    fn an_append_that_counts_on_other_segments_writes_nothing() {
        let memory = Memory::default();
        let append = |manifest| {
            let line = |_: Appending| {
                Ok::<_, ()>(Append {
                    lines: vec![String::from("a line")],
                    desk: None,
                })
            };
            now(memory.append(manifest, 0, line))
        };
        assert_eq!(append(0), Ok(Ok(vec![1])));
        let manifest = Manifest {
            version: 1,
            ..Manifest::default()
        };
        now(memory.put_in_force(0, &manifest, &[0..=1], None)).unwrap();
        assert_eq!(append(0), Err(StoreTrouble::Stale));
        assert_eq!(now(memory.tail(0)).unwrap(), []);
        assert_eq!(append(1), Ok(Ok(vec![2])));
    }
}

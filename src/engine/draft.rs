//! What is typed and not sent yet. Two windows that fill in one form are two drafts: neither writes over the other's.

use crate::store::Store;

use super::protocol::{Kept, Trouble};
use super::run::{Engine, Machine};

/// Stands between a form's name and the number of its draft, from the second on.
const NEXT: char = '~';
/// More windows than that nobody types in.
const MOST: usize = 9;

/// The form that a draft is of.
#[must_use]
pub fn form_of(draft: &str) -> &str {
    draft.split(NEXT).next().unwrap_or(draft)
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// A draft by its name; of a form that has none, one that another window left.
    pub async fn draft(&self, draft: &str) -> Result<Option<Kept>, Trouble> {
        for name in names(draft) {
            if let Some(text) = self.store.draft(&name).await? {
                return Ok(Some(Kept { draft: name, text }));
            }
        }
        Ok(None)
    }

    /// Keeps a draft, or drops it where `text` is empty; gives the name that it is kept by. `last` is what this window
    /// knows to lie there: what is otherwise is another window's, and stays.
    pub async fn keep_draft(&self, draft: &str, last: &str, text: &str) -> Result<String, Trouble> {
        for name in names(draft) {
            let lies = self.store.draft(&name).await?.unwrap_or_default();
            // By another name, too: it may have been sent again before the answer that told the name.
            let is_own = !lies.is_empty() && lies == last;
            let has_room = !text.is_empty() && (lies.is_empty() || lies == text);
            if is_own || has_room {
                self.store.keep_draft(&name, text).await?;
                return Ok(name);
            }
        }
        match text.is_empty() {
            true => Ok(draft.to_owned()),
            // As many windows as have a place left one each: it stays beside the page.
            false => Err(Trouble::Busy),
        }
    }
}

/// Where a draft may lie: by its name first, then by those of its form.
fn names(draft: &str) -> impl Iterator<Item = String> {
    let form = form_of(draft);
    let next = (2..=MOST).map(move |n| format!("{form}{NEXT}{n}"));
    std::iter::once(draft.to_owned()).chain(next)
}

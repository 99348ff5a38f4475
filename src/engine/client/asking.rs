//! An answer that is on its way.

use std::{
    cell::RefCell,
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Poll, Waker},
};

use super::{Answered, QuestionId};

/// Where the answer lands and who waits for it.
#[derive(Default)]
pub(super) struct Slot(RefCell<(Option<Answered>, Option<Waker>)>);

impl Slot {
    pub(super) fn fill(&self, answer: Answered) {
        let waker = {
            let mut slot = self.0.borrow_mut();
            slot.0 = Some(answer);
            slot.1.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

/// Await it for the answer. Dropped, the question goes on all the same: a form that one leaves while it
/// is being written must be written.
#[must_use]
pub struct Asking {
    id: QuestionId,
    slot: Rc<Slot>,
}

impl Asking {
    pub(super) fn new(id: QuestionId, slot: Rc<Slot>) -> Self {
        Self { id, slot }
    }

    /// The question's number, to cancel it by.
    #[must_use]
    pub fn id(&self) -> QuestionId {
        self.id
    }
}

impl Future for Asking {
    type Output = Answered;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Answered> {
        let mut slot = self.slot.0.borrow_mut();
        match slot.0.take() {
            Some(answer) => Poll::Ready(answer),
            None => {
                slot.1 = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

//! Waiting for several answers of the disk in their order, while those that come next are on their way already.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

/// Gives `take` what each comes to, in their order, until it gives false; so many are asked for ahead.
pub async fn in_turn<F: Future>(
    mut asked: impl Iterator<Item = F>,
    ahead: usize,
    mut take: impl FnMut(F::Output) -> bool,
) {
    let mut under_way: VecDeque<Pin<Box<F>>> = VecDeque::new();
    // What came before its turn, by its place among those under way.
    let mut early: VecDeque<Option<F::Output>> = VecDeque::new();
    loop {
        while under_way.len() < ahead
            && let Some(next) = asked.next()
        {
            under_way.push_back(Box::pin(next));
            early.push_back(None);
        }
        if under_way.is_empty() {
            return;
        }
        let first = poll_fn(|context| {
            for (future, came) in under_way.iter_mut().zip(&mut early) {
                if came.is_none()
                    && let Poll::Ready(output) = future.as_mut().poll(context)
                {
                    *came = Some(output);
                }
            }
            match early.front_mut().and_then(Option::take) {
                Some(first) => Poll::Ready(first),
                None => Poll::Pending,
            }
        })
        .await;
        under_way.pop_front();
        early.pop_front();
        if !take(first) {
            return;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::cell::Cell;
    use std::future::{Future, poll_fn};
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::in_turn;

    /// Comes when it is asked for the `n`th time.
    fn slow(n: u32, value: u32, begun: &Cell<u32>) -> impl Future<Output = u32> {
        let mut asked = 0;
        poll_fn(move |_| {
            if asked == 0 {
                begun.set(begun.get() + 1);
            }
            asked += 1;
            if asked >= n {
                Poll::Ready(value)
            } else {
                Poll::Pending
            }
        })
    }

    #[test]
    fn what_comes_early_waits_for_its_turn_and_few_are_under_way() {
        let begun = Cell::new(0);
        let mut came = Vec::new();
        let most = Cell::new(0);
        {
            let asked = [5, 1, 3, 1, 1, 9].into_iter().zip(0..);
            let asked = asked.map(|(n, value)| slow(n, value, &begun));
            let mut all = pin!(in_turn(asked, 3, |value| {
                came.push(value);
                most.set(most.get().max(begun.get() - value));
                true
            }));
            let mut context = Context::from_waker(Waker::noop());
            while all.as_mut().poll(&mut context).is_pending() {}
        }
        assert_eq!(came, [0, 1, 2, 3, 4, 5]);
        assert_eq!(most.get(), 3);
    }
}

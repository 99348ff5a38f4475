//! Classes of changes: as far below nought as above it, so that the same shade is the same step either way.

use super::{Classes, Method, roundest};

impl Classes {
    /// Sorts changes into much less, less, the same, more and much more; into less, the same and more where few differ.
    #[must_use]
    pub fn of_change(amounts: impl IntoIterator<Item = i64> + Clone) -> Classes {
        let (least, greatest) = amounts
            .clone()
            .into_iter()
            .fold((i64::MAX, i64::MIN), |(least, greatest), amount| {
                (least.min(amount), greatest.max(amount))
            });
        if least > greatest {
            return Classes::default();
        }
        let mut sizes: Vec<i64> = amounts
            .clone()
            .into_iter()
            .map(|amount| amount.saturating_abs())
            .filter(|size| *size > 0)
            .collect();
        sizes.sort_unstable();
        let breaks = match much(&sizes) {
            Some(much) => vec![1 - much, 0, 1, much],
            None => vec![0, 1],
        };
        let classes = Classes {
            method: Method::Change,
            breaks,
            counts: Vec::new(),
            least,
            greatest,
        };
        classes.counting(amounts)
    }
}

/// What is called much: about half of the counties that changed did so by more. None where that would leave no little.
fn much(sizes: &[i64]) -> Option<i64> {
    let at = |tenths: usize| sizes.get(sizes.len() * tenths / 10).copied();
    let (low, middle, high) = (at(4)?, at(5)?, at(6)?);
    let much = roundest(low.saturating_add(1).min(middle), high.max(middle), middle);
    (much > 1 && sizes.first().is_some_and(|least| *least < much)).then_some(much)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_are_cut_alike() {
        let classes = Classes::of_change([-90, -50, -4, 0, 3, 60, 70]);
        assert_eq!(classes.breaks, [-59, 0, 1, 60]);
        assert_eq!(classes.counts, [1, 2, 1, 1, 2]);
        let shade = |amount| classes.shade(classes.class(amount));
        assert_eq!([-60, -59, 0, 59, 60].map(shade), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn where_little_differs_there_is_less_the_same_and_more() {
        let classes = Classes::of_change([-1, 0, 0, 1, 1]);
        assert_eq!(classes.counts, [1, 2, 2]);
        let shade = |amount| classes.shade(classes.class(amount));
        assert_eq!([-1, 0, 1].map(shade), [1, 3, 5]);
        assert_eq!(Classes::of_change([0, 0]).counts, [0, 2, 0]);
        assert_eq!(Classes::of_change([]), Classes::default());
        let extreme = Classes::of_change([i64::MIN, i64::MAX, 5, 2]);
        assert_eq!(extreme.counts.iter().sum::<usize>(), 4);
    }
}

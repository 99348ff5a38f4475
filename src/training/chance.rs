//! Chance from a seed: xoshiro256++, its state filled by splitmix64. Equal seeds, equal bytes.

use std::cell::Cell;

use crate::domain::context::Chance;

/// Dice that fall the same way each time.
#[derive(Debug)]
pub struct Dice {
    state: Cell<[u64; 4]>,
}

impl Dice {
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut at = seed;
        let mut next = || {
            at = at.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = at;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        };
        Self {
            state: Cell::new([next(), next(), next(), next()]),
        }
    }

    pub fn roll(&self) -> u64 {
        let [mut a, mut b, mut c, mut d] = self.state.get();
        let rolled = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = d.rotate_left(45);
        self.state.set([a, b, c, d]);
        rolled
    }

    /// A number below `n`; 0 where `n` is 0.
    pub fn below(&self, n: usize) -> usize {
        (((self.roll() >> 32) * (n as u64)) >> 32) as usize
    }

    /// A number from `low` to `high`, both among them.
    pub fn between(&self, low: i32, high: i32) -> i32 {
        let span = usize::try_from(high.saturating_sub(low).saturating_add(1)).unwrap_or(1);
        low + i32::try_from(self.below(span)).unwrap_or(0)
    }

    /// True in `percent` of a hundred.
    pub fn happens(&self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list that is not empty.
    pub fn pick<'a, T>(&self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// One of a list of texts that is not empty.
    pub fn word<'a>(&self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    /// One of a list by weight; none where all weigh nothing.
    pub fn weighed<'a, T>(&self, from: &'a [(T, u32)]) -> Option<&'a T> {
        let all: u32 = from.iter().map(|(_, weight)| weight).sum();
        let mut left = self.below(all as usize) as u32;
        from.iter()
            .find(|(_, weight)| {
                let here = left < *weight;
                left = left.saturating_sub(*weight);
                here
            })
            .map(|(value, _)| value)
    }

    /// Brings a list into an order of chance.
    pub fn shuffle<T>(&self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }
}

impl Chance for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let rolled = self.roll().to_le_bytes();
            chunk.copy_from_slice(&rolled[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_seeds_fall_alike_and_stay_in_bounds() {
        let (one, other) = (Dice::new(7), Dice::new(7));
        for _ in 0..1_000 {
            assert_eq!(one.roll(), other.roll());
            assert!((-3..=4).contains(&one.between(-3, 4)));
            other.roll();
            assert_eq!(one.weighed(&[('a', 0), ('b', 2)]), Some(&'b'));
            other.roll();
        }
        assert_ne!(Dice::new(8).roll(), Dice::new(7).roll());
    }
}

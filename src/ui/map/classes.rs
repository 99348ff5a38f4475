//! Five shades from the figures themselves: natural breaks (Jenks), or quantiles where natural breaks
//! would put nearly every county into one shade; breaks rounded for the legend.
//!
//! Integers throughout, so that the same figures give the same map on every machine. A break is the
//! least amount of its class: a county is in the last class whose break it reaches.

mod change;

use super::data::{Adcode, MapData};

/// As many shades as the eye tells apart without the legend.
pub const MOST_CLASSES: usize = 5;

/// In the place of a shade: the figure is kept back.
pub const PLAIN: usize = MOST_CLASSES + 1;

/// In the place of a shade: the county is not looked at.
pub const FADED: usize = MOST_CLASSES + 2;

/// How amounts fall into shades.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    pub method: Method,
    /// Least amount of the second and every later class, ascending.
    pub breaks: Vec<i64>,
    /// Counties in each class.
    pub counts: Vec<usize>,
    pub least: i64,
    pub greatest: i64,
}

/// How the breaks were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// No county has a figure.
    #[default]
    Empty,
    /// So few different amounts that each is a class.
    Distinct,
    /// Jenks: classes are as alike inside as can be.
    NaturalBreaks,
    /// As many counties in each class, nearly.
    Quantiles,
    /// Of changes: alike below nought and above.
    Change,
}

impl Classes {
    /// Sorts the amounts of all counties that have one into classes.
    #[must_use]
    pub fn of(amounts: impl IntoIterator<Item = i64>) -> Classes {
        let mut sorted: Vec<i64> = amounts.into_iter().collect();
        sorted.sort_unstable();
        let (Some(&least), Some(&greatest)) = (sorted.first(), sorted.last()) else {
            return Classes::default();
        };
        let (method, breaks) = find(&sorted);
        let classes = Classes {
            method,
            breaks,
            counts: Vec::new(),
            least,
            greatest,
        };
        classes.counting(sorted)
    }

    /// The same classes with the counties that fall into each now: where several periods share one scale.
    #[must_use]
    pub fn counting(mut self, amounts: impl IntoIterator<Item = i64>) -> Classes {
        if self.method == Method::Empty {
            return self;
        }
        self.counts = vec![0; self.breaks.len() + 1];
        for amount in amounts {
            let class = self.class(amount);
            if let Some(count) = self.counts.get_mut(class) {
                *count += 1;
            }
        }
        self
    }

    /// Returns the class of an amount, counted from 0.
    #[must_use]
    pub fn class(&self, amount: i64) -> usize {
        self.breaks.partition_point(|least| *least <= amount)
    }

    /// Returns the shade of a county: 0 where it has no data, or what stands for a shade.
    #[must_use]
    pub fn of_county(&self, data: &MapData, county: Adcode) -> usize {
        match data.values.get(&county) {
            _ if data.faded.contains(&county) => FADED,
            Some(value) => self.shade(self.class(value.amount)),
            None if data.kept_back.contains(&county) => PLAIN,
            None => 0,
        }
    }

    /// Returns the shade of a class, 1 to 5: fewer classes than shades are spread over the ramp.
    #[must_use]
    pub fn shade(&self, class: usize) -> usize {
        match (self.counts.len(), class) {
            (1, _) => 3,
            (2, 0) => 2,
            (2, _) => 4,
            (3, class) => 2 * class + 1,
            (4, class) if class < 2 => class + 1,
            (4, class) => class + 2,
            (_, class) => class + 1,
        }
        .min(MOST_CLASSES)
    }
}

fn find(sorted: &[i64]) -> (Method, Vec<i64>) {
    let mut distinct = sorted.to_vec();
    distinct.dedup();
    if distinct.len() <= MOST_CLASSES {
        return (Method::Distinct, distinct.into_iter().skip(1).collect());
    }
    // Nothing at all is another thing than little: where it is common it has a shade to itself.
    let zeros = sorted.partition_point(|amount| *amount <= 0);
    let apart = sorted.first() == Some(&0) && zeros * MOST_CLASSES >= sorted.len();
    let rest = if apart {
        sorted.get(zeros..).unwrap_or(sorted)
    } else {
        sorted
    };
    let wanted = if apart {
        MOST_CLASSES - 1
    } else {
        MOST_CLASSES
    };
    let natural = jenks(rest, wanted);
    let biggest = sizes(rest, &natural).into_iter().max().unwrap_or(0);
    let (method, mut starts) = match biggest * 10 > rest.len() * 6 {
        true => (Method::Quantiles, quantiles(rest, wanted)),
        false => (Method::NaturalBreaks, natural),
    };
    if apart {
        starts.insert(0, 0);
    }
    (method, rounded(rest, &starts, apart))
}

/// Where each class but the first starts in the sorted amounts.
fn sizes(sorted: &[i64], starts: &[usize]) -> Vec<usize> {
    let from = std::iter::once(0).chain(starts.iter().copied());
    let to = starts.iter().copied().chain(std::iter::once(sorted.len()));
    from.zip(to)
        .map(|(from, to)| to.saturating_sub(from))
        .collect()
}

/// Fisher's exact method: dynamic programming over equal amounts taken together, so that no county
/// is parted from one with the same figure.
fn jenks(sorted: &[i64], wanted: usize) -> Vec<usize> {
    let groups = group_starts(sorted);
    let spread = Spread::of(sorted);
    let ends: Vec<usize> = groups
        .iter()
        .copied()
        .skip(1)
        .chain(std::iter::once(sorted.len()))
        .collect();
    // best[k][e]: least spread of the first e + 1 groups in k + 1 classes, and where the last starts.
    let mut best: Vec<Vec<(i128, usize)>> =
        vec![ends.iter().map(|&end| (spread.within(0, end), 0)).collect()];
    for class in 1..wanted.min(groups.len()) {
        let mut row = vec![(i128::MAX, 0); ends.len()];
        for (e, &end) in ends.iter().enumerate().skip(class) {
            for g in class..=e {
                let (Some(&start), Some(&(before, _))) =
                    (groups.get(g), best.last().and_then(|row| row.get(g - 1)))
                else {
                    continue;
                };
                let total = before.saturating_add(spread.within(start, end));
                if let Some(cell) = row.get_mut(e)
                    && total < cell.0
                {
                    *cell = (total, g);
                }
            }
        }
        best.push(row);
    }
    let mut starts = Vec::new();
    let mut last = ends.len().saturating_sub(1);
    for row in best.iter().skip(1).rev() {
        let Some(&(_, group)) = row.get(last) else {
            break;
        };
        starts.extend(groups.get(group));
        last = group.saturating_sub(1);
    }
    starts.reverse();
    starts
}

fn group_starts(sorted: &[i64]) -> Vec<usize> {
    (0..sorted.len())
        .filter(|&i| i == 0 || sorted.get(i) != sorted.get(i - 1))
        .collect()
}

/// Sums that give the squared deviation of any stretch at once.
struct Spread {
    sums: Vec<i128>,
    squares: Vec<i128>,
}

impl Spread {
    fn of(sorted: &[i64]) -> Spread {
        let least = i128::from(sorted.first().copied().unwrap_or(0));
        let range = sorted.last().map_or(0, |last| i128::from(*last) - least);
        // Squares of sums over up to 2^16 counties must stay within i128: drop bits that no map shows.
        let mut drop = 0;
        while (range >> drop) >= 1 << 40 {
            drop += 1;
        }
        let (mut sums, mut squares) = (vec![0], vec![0]);
        let (mut sum, mut square) = (0, 0);
        for amount in sorted {
            let value = (i128::from(*amount) - least) >> drop;
            sum += value;
            square += value * value;
            sums.push(sum);
            squares.push(square);
        }
        Spread { sums, squares }
    }

    /// Sum of squares about the mean of `from..to`, in 1024ths.
    fn within(&self, from: usize, to: usize) -> i128 {
        let over = |sums: &[i128]| match (sums.get(from), sums.get(to)) {
            (Some(from), Some(to)) => to - from,
            _ => 0,
        };
        let n = i128::try_from(to.saturating_sub(from)).unwrap_or(0).max(1);
        let (sum, square) = (over(&self.sums), over(&self.squares));
        (n * square - sum * sum) * 1024 / n
    }
}

/// Starts of classes of equal size, moved up to where the amount changes.
fn quantiles(sorted: &[i64], wanted: usize) -> Vec<usize> {
    let groups = group_starts(sorted);
    let mut starts: Vec<usize> = Vec::new();
    for class in 1..wanted {
        let ideal = sorted.len() * class / wanted;
        let last = starts.last().copied().unwrap_or(0);
        let nearest = groups
            .iter()
            .filter(|start| **start > last)
            .min_by_key(|start| start.abs_diff(ideal));
        starts.extend(nearest);
    }
    starts
}

/// Turns starts into breaks and rounds each: into the gap between the classes, and beyond it as far as
/// no more than one county in twenty-five changes its class.
fn rounded(sorted: &[i64], starts: &[usize], zero_apart: bool) -> Vec<i64> {
    let slack = sorted.len() / 25;
    let amount = |at: usize| sorted.get(at).copied();
    let mut breaks: Vec<i64> = Vec::new();
    for (class, &start) in starts.iter().enumerate() {
        if zero_apart && class == 0 {
            breaks.push(1);
            continue;
        }
        let Some(above) = amount(start) else { continue };
        let next = starts.get(class + 1).and_then(|next| amount(*next));
        // The class before keeps its first county, this class keeps one below the next class.
        let floor = match breaks.last() {
            Some(last) => *last,
            None => amount(0).unwrap_or(above),
        };
        let low = match start.checked_sub(slack + 1).and_then(amount) {
            Some(below) => below.max(floor),
            None => floor,
        };
        let high = amount(start + slack).unwrap_or(above);
        let high = next
            .map_or(high, |next| high.min(next.saturating_sub(1)))
            .max(above);
        let candidate = roundest(low.saturating_add(1), high, above);
        let filled = |from: i64, to: i64| sorted.iter().any(|a| from <= *a && *a < to);
        let keeps = filled(floor, candidate) && filled(candidate, next.unwrap_or(i64::MAX));
        breaks.push(if keeps { candidate } else { above });
    }
    breaks
}

/// Returns the roundest number of `low..=high`: a multiple of the greatest of 1, 5, 10, 50, 100 …; of
/// several the one nearest to `near`, which is one of them.
fn roundest(low: i64, high: i64, near: i64) -> i64 {
    let mut found = near;
    let mut ten: i64 = 1;
    loop {
        for factor in [1, 5] {
            let Some(step) = ten.checked_mul(factor) else {
                return found;
            };
            let down = near.div_euclid(step).saturating_mul(step);
            let multiples = [Some(down), down.checked_add(step)];
            let fits = |value: &i64| (low..=high).contains(value);
            if let Some(value) = multiples
                .into_iter()
                .flatten()
                .filter(fits)
                .min_by_key(|v| v.abs_diff(near))
            {
                found = value;
            }
        }
        match ten.checked_mul(10) {
            Some(next) => ten = next,
            None => return found,
        }
    }
}

#[cfg(test)]
mod tests;

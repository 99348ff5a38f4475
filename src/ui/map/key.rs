//! What the legend says of each shade, on the page and in a picture of it. Pure.

use super::classes::{Classes, Method};
use super::data::{MapData, Ramp};

/// A shade and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// 1 to 5.
    pub shade: usize,
    pub label: String,
    pub place: Place,
    /// Counties in it.
    pub count: usize,
}

/// Where the words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Between this shade and the one before: it begins here.
    Break,
    /// What the first class begins with is on the map, not a break.
    Hidden,
    /// Under the middle: the shade means just this.
    Middle,
}

/// The steps of the scale.
#[must_use]
pub fn steps(data: &MapData, classes: &Classes) -> Vec<Step> {
    let starts = std::iter::once(classes.least).chain(classes.breaks.iter().copied());
    let step = |(class, (start, count)): (usize, (i64, &usize))| {
        let (place, label) = match (&data.ramp, classes.method, class) {
            (Ramp::Change { less, same, more }, ..) => {
                let last = classes.counts.len().saturating_sub(1);
                let wide = classes.counts.len() == CHANGES;
                let label = match class {
                    _ if start == 0 => same.clone(),
                    0 if wide => {
                        let least = classes.breaks.first().map_or(0, |next| next - 1);
                        format!("≤ {}", data.format.write(least))
                    }
                    class if wide && class == last => format!("≥ {}", data.format.write(start)),
                    _ if start > 0 => more.clone(),
                    _ => less.clone(),
                };
                (Place::Middle, label)
            }
            (Ramp::Amount, Method::Distinct, _) => (Place::Middle, data.format.write(start)),
            (Ramp::Amount, _, 0) => (Place::Hidden, data.format.write(start)),
            (Ramp::Amount, ..) => (Place::Break, data.format.write(start)),
        };
        Step {
            shade: classes.shade(class),
            label,
            place,
            count: *count,
        }
    };
    starts
        .zip(classes.counts.iter())
        .enumerate()
        .map(step)
        .collect()
}

/// Much less, less, the same, more, much more.
const CHANGES: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::map::data::{Format, Value};

    #[test]
    fn breaks_stand_between_shades_and_single_amounts_under_them() {
        let data = MapData::default();
        let of = |amounts: &[i64]| steps(&data, &Classes::of(amounts.iter().copied()));
        let single = of(&[3, 3, 7]);
        assert_eq!(single.len(), 2);
        assert!(single.iter().all(|step| step.place == Place::Middle));
        let many = of(&[1, 2, 30, 31, 400, 410, 5_000, 5_100, 60_000, 60_001]);
        assert_eq!(many[0].place, Place::Hidden);
        assert!(many[1..].iter().all(|step| step.place == Place::Break));
        assert_eq!(many.iter().map(|step| step.count).sum::<usize>(), 10);
    }

    #[test]
    fn a_change_says_which_way() {
        let amounts = [-90, -50, -4, 0, 3, 60, 70];
        let data = MapData {
            ramp: Ramp::Change {
                less: "减少".into(),
                same: "不变".into(),
                more: "增加".into(),
            },
            format: Format::new(|amount| format!("{amount:+}")),
            values: (1..)
                .zip(amounts)
                .map(|(code, amount)| {
                    let text = String::new();
                    (code, Value { amount, text })
                })
                .collect(),
            ..MapData::default()
        };
        let labels = |amounts: &[i64]| -> Vec<String> {
            let classes = Classes::of_change(amounts.iter().copied());
            steps(&data, &classes)
                .into_iter()
                .map(|step| step.label)
                .collect()
        };
        assert_eq!(labels(&amounts), ["≤ -60", "减少", "不变", "增加", "≥ +60"]);
        assert_eq!(labels(&[-1, 1]), ["减少", "不变", "增加"]);
    }
}

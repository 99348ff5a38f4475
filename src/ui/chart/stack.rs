//! A part within its whole, by shade: light all, dark part. Pure.

use super::scale::Scale;

/// The lengths of a whole and of the part that lies in it, both from zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stack {
    pub whole: f64,
    pub part: f64,
}

impl Stack {
    /// A part is never drawn beyond its whole: data that claim so are shown by their numbers.
    pub fn new(scale: &Scale, whole: i64, part: Option<i64>) -> Stack {
        let length = scale.length(whole);
        Stack {
            whole: length,
            part: part.map_or(0.0, |part| scale.length(part).min(length)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_within_its_whole() {
        let scale = Scale::from_zero([200], 100.0);
        assert_eq!(
            Stack::new(&scale, 200, Some(50)),
            Stack {
                whole: 100.0,
                part: 25.0
            }
        );
        assert_eq!(
            Stack::new(&scale, 100, Some(150)),
            Stack {
                whole: 50.0,
                part: 50.0
            }
        );
        assert_eq!(
            Stack::new(&scale, 0, Some(3)),
            Stack {
                whole: 0.0,
                part: 0.0
            }
        );
        assert_eq!(Stack::new(&scale, 10, None).part, 0.0);
    }
}

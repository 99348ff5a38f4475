//! Why an office or a person can't be entered. Apart from the other refusals: it comes with the first load.

use crate::domain::network::NotEntered;
use crate::locale::Language;

crate::messages! {
    nameless = "名称还空着，请填上。", "The name is empty; please fill it in.";
    number_for_name = "姓名里有一长串号码，请只填姓名。", "A long number stands in the name; please enter the name alone.";
    name_too_long(most: usize) = "名称太长了，最多{most}个字。", "The name is too long: {most} characters at most.";
    odd_region = "村社区不在这个乡镇，或乡镇不在这个区县。", "The village is not in this township, or the township not in this county.";
}

/// The refusal in a sentence.
#[must_use]
pub fn not_entered(l: Language, why: NotEntered) -> String {
    match why {
        NotEntered::Nameless => nameless(l).into(),
        NotEntered::NumberForName => number_for_name(l).into(),
        NotEntered::NameTooLong(most) => name_too_long(l, most),
        NotEntered::OddRegion => odd_region(l).into(),
    }
}

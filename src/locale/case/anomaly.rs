//! What in the record today's rules would not have let happen, as a sentence, and what to do about it.

use super::super::Language;
use super::super::steps::{stage_name, step_title};
use crate::domain::case::course::leads;
use crate::domain::case::state::Anomaly;

crate::messages! {
    title(count: usize) = "{count}处对不上", "{count} to look at";
    out_of_course(step: &str, stage: &str) = "“{step}”来的时候，案件在“{stage}”", "“{step}” came while the case stood at “{stage}”";
    out_of_course_first(step: &str) = "“{step}”来的时候，案件还没登记", "“{step}” came before the case was registered";
    came_twice(step: &str) = "“{step}”已经有一条在前", "One “{step}” stands there already";
    out_of_course_now = "多半是两边同时办的。看看经过，多出来的那条撤销。", "Two desks probably acted at once. Look at what happened and take back the one too many.";
    twice = "这件案子登记了两次", "The case was registered twice";
    twice_now = "留一条，另一条撤销。", "Keep one, take the other back.";
    same_label = "一条里两个人或两项用了同一个代号", "Two people or items of one entry share one label";
    same_label_now = "只算前一个。请写的那边查一下。", "Only the first counts. Ask its desk to look.";
    dangling = "有一条说到这里没有的人或事", "An entry names somebody or something that the case does not have";
    dangling_now = "多半是还差一个数据包，向对方要全的并入就好；对方已撤销的，这条也撤销。", "A bundle is probably missing: ask for the full one. If the other desk took it back, take this back too.";
    unreadable = "有一条读不出内容", "An entry cannot be read";
    unreadable_now = "请写的那边更新廊桥后重发；不用的话可以撤销。", "Ask its desk to update and send it again; or take it back.";
    not_understood = "有一条是新版本写的，看不懂", "An entry of a newer version is not understood";
    not_understood_now = "更新廊桥前，这件只能看。", "Until Langqiao is updated the case is read-only.";
    damaged_now = "有记录在这台机器上坏了，读不出来，其余都完好。把备份、或别的单位存有它的文件并进来，就能补上。", "An entry was damaged on this device and cannot be read; all others are whole. Take in a backup, or a file of another desk that has it, to have it back.";
    gap = "中间缺了记录", "Entries are missing in between";
    gap_now = "向对方再要一次数据包，并入后会补上。", "Ask the other desk for its bundle again; taking it in fills the gap.";
    wrong_count = "有一条的次序号不对", "An entry counts wrongly";
    wrong_count_now = "内容照样算数。请写的那边检查工作台。", "It still counts. Ask its desk to check itself.";
    copied = "两条记录同一个序号：工作台被复制过", "Two entries with one number: a workspace was copied";
    copied_now = "两边都算数。请其中一台重设工作台再用。", "Both count. One of the two desks should be set up anew.";
    veiled = "有人已抹去信息，又来了一份旧的", "Data of a person who was erased came back";
    veiled_now = "已经遮住，也不会带出去。", "It is veiled here and does not leave.";
}

/// What is odd, and what to do now.
#[must_use]
pub fn sentences(language: Language, anomaly: &Anomaly) -> (String, &'static str) {
    let l = language;
    let (what, now) = match anomaly {
        Anomaly::OutOfCourse { step, stage, .. } => {
            let allowed = |stage| leads(stage, *step).is_some();
            let step = step_title(l, *step);
            let what = match stage {
                // The stage would have it: another had come before.
                Some(stage) if allowed(stage) => came_twice(l, step),
                Some(stage) => out_of_course(l, step, stage_name(l, stage)),
                None => out_of_course_first(l, step),
            };
            return (what, out_of_course_now(l));
        }
        Anomaly::RegisteredTwice { .. } => (twice(l), twice_now(l)),
        Anomaly::SameLabel { .. } => (same_label(l), same_label_now(l)),
        Anomaly::Dangling { .. } => (dangling(l), dangling_now(l)),
        Anomaly::Unreadable { .. } => (unreadable(l), unreadable_now(l)),
        Anomaly::NotUnderstood { .. } => (not_understood(l), not_understood_now(l)),
        Anomaly::MissingParents { .. } => (gap(l), gap_now(l)),
        Anomaly::WrongCount { .. } => (wrong_count(l), wrong_count_now(l)),
        Anomaly::SameSequence { .. } => (copied(l), copied_now(l)),
        Anomaly::Veiled { .. } => (veiled(l), veiled_now(l)),
    };
    (what.to_owned(), now)
}

/// What to do now where entries of the case lie here damaged; none where that explains nothing.
#[must_use]
pub fn after_damage(language: Language, anomaly: &Anomaly) -> Option<&'static str> {
    let explained = matches!(
        anomaly,
        Anomaly::MissingParents { .. } | Anomaly::Dangling { .. } | Anomaly::OutOfCourse { .. }
    );
    explained.then(|| damaged_now(language))
}

//! What went wrong, where, and what to do now.

crate::messages! {
    full = "这台设备存不下了，什么都没改。请先备份，再清出些空间。", "This device is full; nothing was changed. Please back up, then free some space.";
    store = "浏览器的数据库出错了，什么都没改。请重新打开本页再试。", "The browser's database failed; nothing was changed. Please open the page again and retry.";
    no_desk = "这里还没有布置工作台。", "No desk is set up here yet.";
    not_empty = "这里已经有案子了，备份只能恢复到空的工作台。", "There are cases here already; a backup can only be restored onto an empty desk.";
    engine_stopped = "刚才停了一下，没有办成。请再按一次。", "It stopped for a moment and this was not done. Please press once more.";
    cancelled = "已停下，什么都没改。", "Stopped; nothing was changed.";
    bad_ledger = "这份台账读不出来。", "This ledger cannot be read.";

    file_empty = "这个文件是空的。请换一个。", "This file is empty. Please choose another.";
    file_not_json = "这不是廊桥的文件。请找名字里有“廊桥”的文件。", "This is no file of Langqiao. Look for one with “langqiao” in its name.";
    file_newer(version: u64) = "这个文件是更新的版本（{version}）做的。请先更新廊桥。", "This file was made by a newer version ({version}). Please update Langqiao first.";
    file_cut_off(line: u64) = "文件在第{line}行断了，多半没传完。请重新传一次。", "The file breaks off at line {line}; it probably did not arrive whole. Please send it again.";
    file_changed(line: u64) = "第{line}行和封存时不一样，文件被改动过。什么都没读入。", "Line {line} differs from what was sealed: the file was changed. Nothing was taken in.";
    file_other_world = "演练的东西和真案子不能混。请到对应的工作台里打开。", "Practice and real cases do not mix. Please open it in the workspace it belongs to.";
    file_differs = "条数和封存时对不上，文件不完整。什么都没读入。", "The count is not what was sealed: the file is incomplete. Nothing was taken in.";
    file_not_backup = "这是交换的文件，不是备份。请到“交换”里打开。", "This is a bundle, not a backup. Please open it under Exchange.";
    erasures_not_agreed = "包里要求删除个人信息，要先同意才能并入。", "The bundle asks for personal details to be erased; agree to that first.";
}

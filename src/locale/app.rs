//! What the app around the pages says: opening, drafts, banners, who acts, the lock.

crate::messages! {
    draft_kept(at: &str) = "草稿已存 {at}", "Draft kept {at}";
    opening = "正在打开…", "Opening…";
    making_demonstration = "正在备好示范案子…", "Making the demonstration…";

    newer = "有新版本，更新不动资料。", "A newer version is ready; updating touches no data.";
    update = "更新", "Update";
    replaced = "另一个窗口已换成新版本。手上的存好后，请重新打开本页。", "Another window moved to a newer version. When your work is saved, open this page again.";
    open_again = "重新打开", "Open again";
    restarted = "刚才停了一下，已重新开始。正填的表单还在。", "It stopped for a moment and has started again. A form that was being filled in is still here.";
    engine_gone = "停了，没能重新开始。资料没有动过，请重新打开本页。", "It stopped and could not start again. The record is untouched; please open this page again.";
    disk_full = "这台设备存不下了。先备份，再清出些空间。", "This device is full. Back up first, then free some space.";
    damaged(count: u64) = "有{count}条记录坏了，读不出来。其余都完好，什么也没有删。把备份、或别的单位存有它们的文件并进来，就能补上。", "Damaged entries that cannot be read: {count}. All others are whole, and nothing was deleted. Take in a backup, or a file of another desk that has them, to have them back.";
    take_in_file = "去并进来", "Take in a file";
    see_my_data = "看我的数据", "See my data";
    never_backed_up(cases: u64) = "还没备份过，已有{cases}件案子。", "Never backed up. Cases so far: {cases}.";
    backup_due(days: i32, cases: u64) = "{days}天没备份了，又办了{cases}件。", "{days} days without a backup. Cases since: {cases}.";
    backup_since(cases: u64) = "上次备份以后，又办了{cases}件。", "Cases since the last backup: {cases}.";
    backup_ahead = "备份日期在将来", "Backup dated ahead";
    back_up_anew = "上次备份的日期在将来，是时钟走快过。请再备份一次。", "The last backup is dated in the future: a clock ran ahead. Please back up again.";
    back_up = "备份", "Back up";
    last_backup(when: &str) = "备份 {when}", "Backed up {when}";
    no_backup_yet = "还没备份", "No backup yet";

    my_desk = "我的工作台", "My desk";
    demonstration = "示范区", "Demo";
    sandbox = "演练区", "Sandbox";
    place_and_people = "在哪儿、谁在用", "Where, and who";
    who_acts = "现在谁办", "Who acts now";
    who_acts_is(name: &str) = "现在谁办：{name}", "Who acts now: {name}";
    acts_now(name: &str) = "现在是{name}在办。", "{name} acts now.";
    workspaces = "换个地方", "Another workspace";
    here_now = "现在在这里", "You are here";
    add_colleague = "加一位同事", "Add a colleague";
    find_person = "按姓名查找", "Search by name";
    find_office = "按名称查找", "Search by name";
    more_people(count: usize) = "还有{count}人，按姓名查找", "{count} more: search by name";
    colleague_name = "同事的姓名", "The colleague's name";
    add = "加上", "Add";
    add_first = "先按“加上”，或“不加了”。", "Press Add first, or Not now.";
    add_nobody = "不加了", "Not now";
    colleague_known(name: &str) = "已有{name}。真有同名的，名字后面加字区分。", "{name} is there already. For another of that name, add a word to it.";
    added(name: &str) = "已加上{name}。", "{name} was added.";
    leave_workspace = "回到首页", "Back to the first page";
    demonstration_note = "公开数字的示范，人名是编的", "Published figures; people are made up";
    sandbox_note = "随便试，不算数", "Try anything; it counts nowhere";
    desk_note = "真案子在这里", "Real cases are here";

    lock_now = "锁屏", "Lock";
    locked = "已锁屏", "Locked";
    enter_pin = "输入6位数字解锁", "Enter 6 digits to unlock";
    wrong_pin = "不对，再试一次。", "Not right; try again.";
    wait_a_while = "错了好几次，请等半分钟。", "Several wrong tries; please wait half a minute.";
    forgot_pin = "忘了PIN？没有别的办法打开。只能清掉这个浏览器里的网站数据，再从备份恢复。", "Forgotten? There is no other way in: clear this site's data in the browser, then restore a backup.";

    making_backup = "正在做备份…", "Making the backup…";
    backup_title = "备份", "Back up";
    backup_made = "备份做好了", "The backup is made";
    backup_file(name: &str, size: &str) = "{name}（{size}）", "{name} ({size})";
    backup_where = "文件在浏览器的“下载”里。请把它拷到U盘或单位电脑上，和这台机器分开放。", "The file is in the browser's downloads. Copy it to a stick or an office computer, apart from this device.";
    backup_secret = "里面有当事人的姓名和电话，别发到群里。", "It holds names and numbers of parties: send it to no group.";
    damaged_title = "文件里缺了东西", "Something is missing in the file";
    damaged_left_out(count: u64) = "有{count}条记录坏了，读不出来，这个文件里没有。以前的备份请留着，里面可能还有。", "Damaged entries that cannot be read and are not in this file: {count}. Keep your older backups: they may still hold them.";
    backup_saved = "存好了", "Saved";
    backup_save_again = "再存一次", "Save again";
    backup_share = "发到别的应用", "Send to another app";
    backup_noted = "备份记下了。", "The backup is noted.";
    days_ago(days: i32) = "{days}天前", "{days} days ago";
    today = "今天", "today";
    yesterday = "昨天", "yesterday";

}

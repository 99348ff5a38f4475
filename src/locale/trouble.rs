//! What went wrong, where, and what to do now.

crate::messages! {
    full = "这台设备存不下了，什么都没改。请先备份，再清出些空间。", "This device is full; nothing was changed. Please back up, then free some space.";
    file_gone = "文件读不出来了：选好以后改过、移走了，或者U盘拔了。什么都没改，请重新选一次。", "The file cannot be read any more: it was changed or moved after it was chosen. Nothing was changed; please choose it again.";
    store = "浏览器的数据库出错了，什么都没改。请重新打开本页再试。", "The browser's database failed; nothing was changed. Please open the page again and retry.";
    purpose_tells = "“做什么用”会跟着脱敏的文件走，请去掉里面的人名、电话或证件号，再存一次。", "“What for” goes out with the redacted file. Take names, phones and ID numbers out of it, then save again.";
    busy = "另一个窗口一直在写，没有轮到，什么都没改。请再按一次。", "Another window kept writing and this did not get its turn; nothing was changed. Please press once more.";
    read_again = "读完这个文件以后，另一个窗口改了这里的资料。什么都没改，请重新选一次文件。", "Another window changed the record after this file was read. Nothing was changed here; please choose the file again.";
    no_desk = "这里还没有布置工作台。", "No desk is set up here yet.";
    not_empty = "这里已经有案子了，备份只能恢复到空的工作台。", "There are cases here already; a backup can only be restored onto an empty desk.";
    cleared = "这个浏览器里的资料被清掉了，是不是清理过浏览数据？先别关这一页，试试“现在备份”；备份不了的，从以前的备份恢复。", "What lay in this browser is gone: was browsing data cleared? Leave this page open and try “Back up now”; what cannot be saved comes back from an earlier backup.";
    not_fetched = "这部分没下载下来：没有网络，或者网站换了新版本。连上网再按，还不行就重新打开廊桥。资料没有动过。", "This part did not come: there is no network, or a newer version has replaced this one. Connect and press once more, or open it anew. The record is untouched.";
    engine_stopped = "刚才停了一下，已重新开始，不知道办成没有。请再按一次。", "It stopped for a moment and was started again; whether this was done is not known. Please press once more.";
    cancelled = "已停下，什么都没改。", "Stopped; nothing was changed.";
    bad_ledger = "这份台账读不出来。", "This ledger cannot be read.";

    bad_ledger_workbook = "这是 Excel 或 WPS 的工作簿。请在表格软件里“另存为 CSV”，再选那个文件。", "This is a workbook of Excel or WPS. Use “Save as CSV” there and choose that file.";
    bad_ledger_empty = "这份台账里一行也没有。请看看是不是选错了文件。", "There is not one row in this ledger. Please check the file.";
    bad_ledger_header = "里面没有找到表头，不像台账。请看看是不是选错了文件；台账的表头要有登记日期、申请人、被申请人和纠纷类型。", "No header was found in it: it does not look like a ledger. Please check the file; a ledger's header names day of registration, applicant, respondent and type.";
    bad_ledger_large = "这份台账太大（超过 64 MB）。请按年份分成几份再收。", "This ledger is too large (over 64 MB). Split it by years and take in the parts.";

    file_empty = "这个文件是空的。请让对方重新存一份。", "This file is empty. Ask for it to be saved again.";
    file_packed = "这个文件压缩了两层。请先解开一层，再选它。", "This file is packed twice. Unpack it once, then choose it.";
    file_packing_damaged = "压缩的文件坏了，多半没传完或传坏了。请让对方重新传一次。", "The packed file is damaged; it was probably cut off or spoiled on the way. Ask for it to be sent again.";
    file_not_json = "这不是廊桥的文件。请找名字里有“langqiao”的文件；表格请到“收进旧台账”。", "This is no file of Langqiao. Look for “langqiao” in its name; spreadsheets go to the old ledgers.";
    file_not_bundle = "文件是完整的，但不是廊桥的交换文件。请看看是不是选错了。", "The file is whole, but no bundle of Langqiao. Please check which file it is.";
    file_newer(version: u64) = "这个文件是更新的版本（格式{version}）做的。请先更新廊桥，再打开它。", "A newer version made this file (format {version}). Update Langqiao, then open it.";
    file_cut_off(line: u64) = "文件在第{line}行断了，多半没传完。请重新传一次。", "The file breaks off at line {line}; it probably did not arrive whole. Please send it again.";
    file_cut_off_end = "文件没有结尾，多半没传完。请重新传一次。", "The file has no end; it probably did not arrive whole. Please send it again.";
    file_changed(line: u64) = "第{line}行和封存时不一样，被改动过。请让对方重新导出，不要用别的软件打开再存。", "Line {line} is not what was sealed: it was changed. Ask for a new export, and don't save it with other programs.";
    file_leaf_changed(line: u64) = "第{line}行里的个人信息或文字和封存时不一样，被改动过。请让对方重新导出。", "Personal details or words in line {line} are not what was sealed: they were changed. Ask for a new export.";
    file_rewritten(line: u64, at: u64) = "第{line}行（第{at}个字节）的写法变了，文件被别的软件重存过。请用原来的文件。", "Line {line} (byte {at}) is written otherwise: another program saved the file anew. Please use the original.";
    file_key_twice(line: u64, at: u64) = "第{line}行（第{at}个字节）同一项写了两次，分不清哪个算。请让对方重新导出。", "Line {line} (byte {at}) says the same thing twice; which counts is unclear. Ask for a new export.";
    file_number(line: u64, at: u64) = "第{line}行（第{at}个字节）的数不对：只能是整数，也不能太大。请让对方重新导出。", "Line {line} (byte {at}) holds a number that can't be: only whole ones that are not too large. Ask for a new export.";
    file_too_long(line: u64) = "第{line}行太长或套得太深，正常导出的文件不会这样。请问清来历。", "Line {line} is too long or nested too deep; no export is like that. Ask where the file comes from.";
    written_since = "并入之后这里又记了东西，或者已经带了出去，不能整批撤销了。有错的案件请一件一件更正或作废。", "Something was written here since, or a file went out, so the import can't be taken back as a whole. Correct or void single cases instead.";
    file_too_many(line: u64) = "第{line}行的前一条或附带内容太多、或没按次序，正常导出的文件不会这样。请让对方重新导出。", "Line {line} names too many earlier entries or leaves, or not in order; no export is like that. Ask for a new one.";
    file_missing(line: u64, field: &str) = "第{line}行缺“{field}”这一项，文件不完整。请让对方重新导出。", "Line {line} lacks “{field}”; the file is incomplete. Ask for a new export.";
    file_malformed(line: u64, field: &str) = "第{line}行的“{field}”读不懂，文件坏了。请让对方重新导出。", "“{field}” in line {line} can't be read; the file is damaged. Ask for a new export.";
    file_other_world(there: &str, here: &str) = "这个文件是{there}里的，这里是{here}，不能混。请到{there}里打开。", "This file is of {there}, and here is {here}; the two do not mix. Open it in {there}.";
    world_real = "真案子的工作台", "the desk of real cases";
    world_demonstration = "演示", "the demonstration";
    world_training = "演练", "practice";
    world_other = "另一个世界", "another world";
    file_count_differs = "条数和封存时对不上，少了或多了几条。请重新传一次。", "The number of lines is not what was sealed: some are missing or too many. Please send it again.";
    file_digest_differs = "整份文件的封印对不上，开头、结尾或次序被动过。请让对方重新导出。", "The seal of the whole file does not fit: its head, end or order was touched. Ask for a new export.";
    file_not_redacted(line: u64) = "文件自称不带的个人信息，第{line}行里却带着。请不要转发，让对方重新导出。", "The file says that it leaves private details out, and line {line} has some. Don't pass it on; ask for a new export.";
    file_not_backup = "备份和交换文件不能互相代替：备份在首页恢复，交换文件在“交换”里打开。", "Backups and bundles can't stand in for each other: restore a backup on the first page, open a bundle under Exchange.";
    erasures_not_agreed = "包里要求删除个人信息，要先同意才能并入。", "The bundle asks for personal details to be erased; agree to that first.";
}

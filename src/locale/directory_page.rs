//! What the page says on which a directory comes in from a spreadsheet.

crate::messages! {
    title = "收进机构和人员", "Take in organisations and people";
    lead = "名册表格读一遍、对一对列，收进来就在名录和地图上。", "A directory in a spreadsheet: read, match the columns, take in; then it stands in the directory and on the map.";
    choose = "选名册文件", "Choose the file";
    same_again = "改过的名册可以再收：已经有的不会重复，不一样的由您定。", "A directory can come again: what is here already is not added twice, and what differs is for you to decide.";
    not_read = "这份名册没有读成", "This directory was not read";
    what = "这是", "This is";
    offices = "机构名册", "organisations";
    people = "人员名册", "people";
    serving = "没写专兼职的算", "Where it isn't said how somebody serves";
    not_said = "先不收", "leave out";

    rows = "行", "rows";
    new = "新的", "new";
    same = "已有的", "here already";
    differ = "不一样", "differ";
    stay_out = "不收", "stay out";
    aside(apart: u32, repeated: u32) = "标题、空行、合计{apart}，重复{repeated}", "titles, blanks, sums {apart}; repeated {repeated}";
    columns = "每一列收成什么", "What each column becomes";
    refused(count: usize) = "{count}行先不收", "Rows that stay out: {count}";
    refused_note = "在表格里改好再收一次，其余照收。", "Mend them in the spreadsheet and take it in again; the others come in.";
    more(count: usize) = "还有{count}行", "{count} more rows";
    changes(count: usize) = "{count}行和这里记的不一样", "Different from what stands here: {count}";
    changes_note = "勾上的照名册改，原来的写法还查得到。", "What you tick is changed to the sheet's; the old stays in sight.";
    change_row(row: u32, name: &str) = "第{row}行 {name}", "Row {row} {name}";
    all = "全部勾上", "Tick all";
    repeated(count: usize) = "{count}行重复，按第一次写的收", "Repeated rows: {count}; the first of each counts";
    repeated_row(row: u32, first: u32) = "第{row}行同第{first}行", "Row {row} repeats row {first}";
    take(new: u32) = "收进{new}行", "Take in {new}";
    take_both(new: u32, changed: usize) = "收进{new}行，改{changed}行", "Take in {new}, correct {changed}";
    in_one_go = "一次写完，不会只收一半。", "Written in one go, never by halves.";
    nothing = "没有要收的。", "There is nothing to take in.";
    done_what(added: u32, corrected: u32) = "收进{added}个，改了{corrected}个。", "{added} taken in, {corrected} corrected.";
    to_tree = "去看网络图", "Open the network tree";
    another = "再收一份", "Another file";
}

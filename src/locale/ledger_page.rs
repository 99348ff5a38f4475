//! What the page 收进旧台账 says.

crate::messages! {
    title = "收进旧台账", "Take in an old ledger";
    lead = "表格里的老案子，读一遍、改一改，收进来就能查、能统计。", "Old cases in a spreadsheet: read, mend, take in; then search and count them.";
    choose = "选台账文件", "Choose the ledger";
    other = "换一个文件", "Another file";
    kinds = "收 CSV 文件。Excel、WPS 表格请先“另存为 CSV”。", "CSV files. From Excel or WPS, use “Save as CSV” first.";
    same_again = "下个月的台账也可以再收：已经有的不会重复。", "Next month's ledger can come again: what is here already is not added twice.";
    reading(name: &str) = "正在读 {name}", "Reading {name}";
    not_read = "这份台账没有读成", "This ledger was not read";
    about(name: &str, encoding: &str, columns: usize) = "{name} · {encoding} · {columns}列", "{name} · {encoding} · {columns} columns";
    county = "这些案子算在哪个区县", "In which county these cases count";
    county_of_title(county: &str) = "台账标题：{county}", "Title: {county}";
    county_of_desk(county: &str) = "本单位：{county}", "This office: {county}";
    year = "没写年份的日期算哪一年", "Year of days written without one";

    unsaid_unit = "没写单位", "No unit is written";
    read_in(unit: &str) = "按{unit}读", "Read as {unit}";
    unsaid_form = "没写形式的协议算什么", "Agreements whose form isn't said are";

    rows = "行", "rows";
    read_rows = "读成案件", "read as cases";
    refused_rows = "行读不成", "can't be read";
    remarks = "台账本身有几处请看一眼", "Have a look at the ledger itself";
    aside(title: u32, header: u32, blank: u32, subtotal: u32) = "标题和说明{title}、表头{header}、空行{blank}、小计{subtotal}", "titles {title}, header {header}, blank {blank}, subtotals {subtotal}";
    of_these(new: u32, known: u32) = "其中新的{new}件，本来就有{known}件", "of these {new} new, {known} here already";

    columns = "每一列收成什么", "What each column becomes";
    no_heading(place: usize) = "第{place}列", "Column {place}";
    becomes_of(heading: &str) = "“{heading}”收成", "“{heading}” becomes";
    chosen = "您定的", "You chose";
    remembered = "照上次定的", "As last time";
    plain = "很准", "Sure";
    likely = "准", "Likely";
    unsure = "请您看看", "Please look";
    cells(read: u32, filled: u32) = "{read} / {filled}", "{read} of {filled}";

    lacking(meaning: &str) = "没有一列是{meaning}", "No column is the {meaning}";
    lacking_what(rows: u32, first: u32, meaning: &str) =
        "有{rows}行因此读不成，最早是第{first}行。哪一列写着{meaning}，请在“每一列收成什么”里选；表里没有的，加一列再选一次文件。",
        "Rows that can't be read for it: {rows}, the first is row {first}. In “What each column becomes”, choose the column that has the {meaning}; if there is none, add one and choose the file again.";
    to_columns = "去对列", "Match the columns";
    mend(rows: usize) = "{rows}行读不成，可就地改", "Rows that can't be read: {rows}. Mend them here";
    mend_note = "不改也行：这几行先不收，其余照收。", "Or not: these rows stay out, the others come in.";
    new_text(row: u32) = "第{row}行改成", "Row {row}, instead";
    mend_this = "改好", "Mend";
    leave_empty = "空着收", "Leave it empty";

    corrections(count: usize) = "{count}件和这里记的不一样", "Different from what stands here: {count}";
    corrections_note = "勾上的照台账改，原来的写法还查得到。", "What you tick is changed to the ledger's; the old stays in sight.";
    correct_row(row: u32, number: &str) = "第{row}行 {number}", "Row {row} {number}";
    from_to(field: &str, here: &str, there: &str) = "{field}：{here} → {there}", "{field}: {here} → {there}";
    empty = "没写", "empty";
    yes = "是", "yes";
    no = "否", "no";
    outcome_success = "调成", "Agreed";
    outcome_failed = "没调成", "Failed";
    outcome_withdrawn = "撤回", "Withdrawn";
    outcome_transferred = "移送", "Handed on";
    outcome_open = "还在调", "Still open";
    written = "书面", "Written";
    oral = "口头", "Oral";

    duplicates(count: usize) = "{count}对像是同一件", "{count} pairs look like one case";
    duplicates_note = "同月、同类型、同一批人。都会收进来；要是记重了，到案件里“作废”一件。", "Same month, type and people. Both come in; if one is double, void it on its page.";
    pair(one: u32, other: u32) = "第{one}行和第{other}行", "Rows {one} and {other}";

    take(count: u32) = "收进{count}件", "Take in {count}";
    take_corrections(count: usize) = "改{count}件", "Correct {count}";
    in_one_go = "一次写完，不会只收一半。每件记着来自哪一行。", "Written in one go, never by halves. Each case remembers its row.";
    not_now = "先不收", "Not now";
    nothing_new = "这份台账里的案子这里都有了。", "All cases of this ledger are here already.";
    nothing_to_take = "没有能收进的。没收的行，原因写在上面。", "Nothing can be taken in. Why a row stays out is said above.";
    done = "收好了", "Taken in";
    done_what(added: u32, corrected: u32) = "收进{added}件，改了{corrected}件。", "{added} taken in, {corrected} corrected.";
    not_corrected(count: usize) = "有{count}件没改成，这期间别的窗口动过：", "{count} could not be corrected, since another window wrote meanwhile:";
    row_reason(row: u32, reason: &str) = "第{row}行：{reason}", "Row {row}: {reason}";
    to_register = "去看台账", "Open the register";
    another = "再收一份", "Another ledger";
}

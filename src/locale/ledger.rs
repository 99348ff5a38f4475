//! What is said about ledgers that come in: why a cell could not be read, and what to do about it.

crate::messages! {
    /// A cell that keeps its row from being taken in. What was typed comes last but one, the reason last.
    cell_refused(row: u32, header: &str, cell: &str, reason: &str) =
        "第 {row} 行的{header}“{cell}”读不出：{reason}。改好后可以只补这一行。",
        "Row {row}, {header}: “{cell}” can't be read: {reason}. Once put right, this row can be taken in alone.";
    /// A cell that a row cannot do without is empty.
    cell_missing(row: u32, header: &str) =
        "第 {row} 行没有写{header}。补上后可以只补这一行。",
        "Row {row} has no {header}. Once filled in, this row can be taken in alone.";
    /// A quotation mark without its twin, and what stands behind it: no row after it can be told.
    quote_open(row: u32, cell: &str) =
        "第 {row} 行“{cell}”前面的引号没有收尾，这一行和它后面的都没有读。补上引号，再选一次文件。",
        "Row {row}: the quotation mark before “{cell}” is never closed; this row and all after it were not read. Close it and choose the file again.";
    /// A number given twice, or a row that was overwritten.
    number_taken(row: u32, number: &str) =
        "第 {row} 行的案号“{number}”这里已经给了另一件案子，日期和当事人都不同。改了案号再收。",
        "Row {row}: the number “{number}” belongs to another case here, of another day and other people. Correct the number first.";
    /// A row that the rules refuse, with their reason.
    against_rules(row: u32, reason: &str) = "第 {row} 行收不进：{reason}", "Row {row} can't be taken in: {reason}";
    /// The ledger has no column for what every case needs.
    column_missing(meaning: &str) =
        "没有一列是{meaning}。请在列对照里指定。",
        "No column is the {meaning}. Choose one in the matching of columns.";
    /// A subtotal states another number than was counted.
    subtotal_differs(row: u32, label: &str, stated: u32, counted: u32) =
        "第 {row} 行“{label}”写的是 {stated} 件，数出来是 {counted} 件。",
        "Row {row}, “{label}”, states {stated} cases; {counted} were counted.";
    /// A result without a day.
    days_missing(count: usize, first: u32) =
        "有 {count} 行写了结果、没写结案日期，最早在第 {first} 行：按登记当天结案算。在台账里补上日期再并入一次，就会给出更正。",
        "Rows with a result and no closing day: {count}, the first is row {first}. They count as closed on the day of registration. Add the day to the ledger and take it in again, and it offers the correction.";
    /// Cells that were taken as one person, and look like several; the first few as they stand.
    several_people(count: usize, cells: &str) =
        "有 {count} 处像是几个人写在一起，都当一个人收：{cells}。要分开，请在名字之间加顿号再读一次。",
        "Names that look like several people and are taken as one: {count}: {cells}. To part them, put 、 between the names and read the ledger again.";
    /// Parties of whom the ledger names some and counts the rest.
    unnamed_people(count: usize, cells: &str) =
        "有 {count} 处只写了一部分人的姓名：{cells}。人数照写的算（一户算一人），没写的姓名不编。",
        "Parties of whom only some are named: {count}: {cells}. As many count as the ledger says (a household as one); no name is made up.";
    several_cell(row: u32, name: &str) = "第{row}行“{name}”", "row {row} “{name}”";
    /// An agreement, and not whether it was written down.
    forms_missing_oral(count: usize, first: u32) =
        "有 {count} 件调成了、没写书面还是口头，最早在第 {first} 行：都按口头算。要是书面的，可以选。",
        "Agreements of which the ledger doesn't say whether they are written or oral: {count}, the first in row {first}. They count as oral; if they are written, choose so.";
    forms_missing_written(count: usize, first: u32) =
        "有 {count} 件调成了、没写书面还是口头，最早在第 {first} 行：照您选的，都按书面算。",
        "Agreements of which the ledger doesn't say whether they are written or oral: {count}, the first in row {first}. As you chose, they count as written.";
    forms_as_before(count: usize, first: u32) =
        "有 {count} 件调成了、没写书面还是口头，最早在第 {first} 行：照上一份台账，都按书面算。不对请改。",
        "Agreements of which the ledger doesn't say whether they are written or oral: {count}, the first in row {first}. As with the last such ledger, they count as written; change it where that is wrong.";
    /// A sum of which neither header nor title nor cell says the unit.
    units_missing(count: usize, first: u32) =
        "有 {count} 笔金额没写单位，表头和标题也没写，最早在第 {first} 行：都按元读。要是千元、万元，可以选。",
        "Sums whose unit is said nowhere, neither in the cell nor in header or title: {count}, the first in row {first}. They are read as yuan; if they are thousands or tens of thousands (万元), choose so.";
    units_chosen(count: usize, first: u32, unit: &str) =
        "有 {count} 笔金额没写单位，表头和标题也没写，最早在第 {first} 行：照您选的，都按{unit}读。",
        "Sums whose unit is said nowhere, neither in the cell nor in header or title: {count}, the first in row {first}. As you chose, they are read as {unit}.";
    units_as_before(count: usize, first: u32, unit: &str) =
        "有 {count} 笔金额没写单位，表头和标题也没写，最早在第 {first} 行：照上一份台账，都按{unit}读。不对请改。",
        "Sums whose unit is said nowhere, neither in the cell nor in header or title: {count}, the first in row {first}. As with the last such ledger, they are read as {unit}; change it where that is wrong.";
    unit_yuan = "元", "yuan";
    unit_thousand = "千元", "thousand yuan (千元)";
    unit_ten_thousand = "万元", "ten thousand yuan (万元)";
    /// An agreement where the result says that there is none, or a closing day where it says that the case is open.
    contrary(count: usize, first: u32) =
        "有 {count} 行自相矛盾，最早在第 {first} 行：结果写着在调、没调成或撤回，却有协议、金额或结案日期。按结果收，其余写进备注。",
        "Rows that contradict themselves: {count}, the first is row {first}. The result says open, failed or withdrawn, yet there is an agreement, a sum or a closing day. The result counts; the rest is kept in the remarks.";
    /// A person's ID number is a woman's and the ledger says man, or the other way round.
    sexes_differ(count: usize, people: &str) =
        "有 {count} 人的性别与身份证号码不符：{people}。两样都照写的收，请查哪样写错了。",
        "People whose sex is not the one their ID number tells: {count}. {people}. Both are taken in as they stand; please check which is wrong.";
    /// Bytes of a text file that mean nothing in its encoding.
    lines_damaged(count: usize, first: u32) =
        "有 {count} 行含坏字，最早在第 {first} 行，用“\u{fffd}”代替了。",
        "Lines with bytes that are no text: {count}, the first is line {first}; they show as “\u{fffd}”.";

    // Reasons: they end a sentence of their own, so they have no full stop.
    missing = "没有写", "it is empty";
    not_a_date = "不是日期", "it is not a date";
    no_such_month(month: u32) = "没有{month}月", "there is no month {month}";
    no_such_day(month: u32, day: u32) = "{month}月没有{day}日", "month {month} has no day {day}";
    odd_year(year: i32) = "年份{year}不对", "the year can't be {year}";
    year_unknown = "没有年份，也没有给台账的年度", "it has no year, and the ledger's year was not given";
    short_year(year: u32) = "两位的年份“{year:02}”不是台账的年度", "the two-digit year “{year:02}” is not the ledger's";
    order_unclear = "分不清哪个是月、哪个是日", "month and day can't be told apart";
    zero_lost = "单元格是数字，可能丢了末尾的零（1.1 还是 1.10）", "the cell is a number and may have lost a nought (1.1 or 1.10)";
    before_registered = "结案早于登记", "it lies before the registration";
    not_a_sum = "不是金额", "it is not a sum of money";
    sum_not_exact = "不是准数", "it is not an exact sum";
    sum_too_fine = "比一分还细", "it is finer than a fen";
    sum_too_large = "数太大", "it is too large";
    unknown_type = "不认识这个纠纷类型，可以加进对照词表", "this type of dispute is not known; it can be added to the list of words";
    unknown_result = "看不出调成没有，可以加进对照词表", "it does not tell the outcome; the word can be added to the list";
    unknown_form = "看不出是书面还是口头，可以加进对照词表", "it does not tell written from oral; the word can be added to the list";
    unknown_sex = "看不出男女", "it does not tell the sex";
    unknown_source = "不认识这个来源，可以加进对照词表", "this source is not known; it can be added to the list of words";
    not_yes_or_no = "看不出是或否", "it says neither yes nor no";
    id_damaged = "表格软件把号码当成了数字，末几位已丢失，请照证件重填", "a spreadsheet took the number for a quantity and its last digits are lost; copy it from the card";
    id_length(length: usize) = "应有18位，这里是{length}位", "it should have 18 characters and has {length}";
    id_character(place: usize, character: char) = "第{place}位是“{character}”，不该有", "its character {place} is “{character}”, which can't be";
    id_first_generation = "是15位的旧号码，请填18位的", "it is an old number of 15 digits; the one of 18 is needed";
    id_province = "开头不是任何省份的代码", "it begins with no province's digits";
    id_birthday = "里头的出生日期不存在", "the birthday inside it is none";
    id_check = "校验码对不上，有一位写错了", "its check digit does not fit: a digit is mistyped";
    phone_damaged = "表格软件把号码缩写了，请照原号重填", "a spreadsheet shortened the number; copy it from its source";
    phone_length(length: usize) = "位数不对，是{length}位", "it has {length} digits";
    number_names = "编号要有数字，也不能写当事人或调解员的名字：编号会随脱敏的数据出去", "a case number needs a digit, and must not name a party or a mediator: it goes along in redacted copies";
    not_a_phone = "不是电话号码", "it is not a phone number";
    phone_for_name = "写的是电话号码，不是姓名", "it is a phone number, not a name";
    number_for_name = "写的是一串数字，不是姓名", "it is a number, not a name";
    as_above = "这里不能写同上，请照实写出来", "“as above” won't do here; write it out";
    nothing_above = "紧挨着的上一行没有读成，或者这一栏空着：先改好上一行，或者写出来", "the row right above was not read as a case, or says nothing there: mend that one first, or write it out";
    open_quote = "引号没有收尾", "a quotation mark is never closed";
    sides_unclear = "一格里写了双方，分不清哪边是申请人", "it names both sides, and who applied is not clear";

    // What a column means: the choices of the matching step.
    column_serial = "序号", "Serial";
    column_registered = "登记日期", "Registered on";
    column_number = "案号", "Case number";
    column_applicant = "申请人", "Applicant";
    column_applicant_sex = "申请人性别", "Applicant's sex";
    column_applicant_id = "申请人证件", "Applicant's ID number";
    column_applicant_phone = "申请人电话", "Applicant's phone";
    column_applicant_address = "申请人住址", "Applicant's address";
    column_respondent = "被申请人", "Respondent";
    column_respondent_sex = "被申请人性别", "Respondent's sex";
    column_respondent_id = "被申请人证件", "Respondent's ID number";
    column_respondent_phone = "被申请人电话", "Respondent's phone";
    column_respondent_address = "被申请人住址", "Respondent's address";
    column_parties = "双方当事人", "Both parties";
    column_type = "纠纷类型", "Type of dispute";
    column_source = "来源", "Source";
    column_place = "地点", "Place";
    column_brief = "案情", "Brief facts";
    column_mediators = "调解员", "Mediators";
    column_result = "结果", "Result";
    column_form = "协议形式", "Form of agreement";
    column_amount = "协议金额", "Sum in the agreement";
    column_concluded = "结案日期", "Day of conclusion";
    column_confirmation = "司法确认", "Judicial confirmation";
    column_remarks = "备注（按词分到来源和司法确认）", "Remarks (source and confirmation noticed by their words)";
    column_note = "原样放进备注", "Kept as it is, among the remarks";
    column_ignore = "不收", "Not taken in";
}

//! What is said about directories that come in as spreadsheets: what their columns are, and why a row was not read.

crate::messages! {
    row(row: u32, header: &str, cell: &str, reason: &str) =
        "第{row}行{header}“{cell}”：{reason}。",
        "Row {row}, {header}, “{cell}”: {reason}.";
    row_missing(row: u32, header: &str) =
        "第{row}行没有写{header}，请补上。",
        "Row {row} has no {header}: please fill it in.";
    column_missing(header: &str) =
        "没有一列是{header}，请在列对照里指定。",
        "No column is the {header}: choose one in the matching of columns.";
    quote_open(row: u32, cell: &str) =
        "第{row}行“{cell}”的引号没有收尾，请补上引号。",
        "Row {row}, “{cell}”: a quotation mark is never closed. Close it and choose the file again.";
    number_for_name = "这里写成了号码，请写名称", "a number stands where a name should: write the name";
    too_long = "太长，请写短些", "too long: please shorten it";
    unknown_kind = "看不出是哪一类，请在类型列写明", "the kind is not clear: name it in the column of kinds";
    unknown_county = "不是三地的区县，请写全称", "no county of the three provinces: write its full name";
    unknown_town = "区县里没有这个乡镇街道，请核对", "the county has no such township: please check";
    unknown_village = "乡镇里没有这个村社区，请核对", "the township has no such village: please check";
    village_without_town = "先写明乡镇街道，才认得出村", "name the township first: villages are known by it";
    not_a_phone = "不像电话号码，请核对", "not a phone number: please check";
    not_a_number = "请写整数", "write a whole number";
    unknown_speciality = "请写纠纷类型，用顿号隔开", "write types of dispute, with commas between";
    unknown_sex = "请写男或女", "write 男 or 女";
    unknown_serving = "请写专职、兼职或协助", "write 专职 (full-time), 兼职 (part-time) or 协助 (assisting)";
    unknown_category = "不在七类成员里，请核对", "none of the seven kinds of members: please check";
    category_without_team = "写了成员类别，请写明团队", "a kind of member is given: name the team";
    team_without_category = "写了团队，请写明成员类别", "a team is given: name the kind of member";
    not_known = "这里和表里都没有，请先登记它", "neither on record nor in the sheet: enter it first";

    serial = "序号", "serial";
    name = "名称", "name";
    kind = "类型", "kind";
    parent = "上级", "organisation above";
    county = "区县", "county";
    town = "乡镇街道", "township";
    village = "村社区", "village";
    address = "地址", "address";
    contact = "联系人", "contact person";
    phone = "电话", "phone";
    hours = "开放时间", "opening hours";
    floor_area = "面积（平方米）", "floor area (m²)";
    staff = "人数", "staff";
    brand = "品牌", "brand";
    specialities = "特长", "specialities";
    abbreviation = "简称", "short form";
    person = "姓名", "name";
    sex = "性别", "sex";
    serving = "专兼职", "full- or part-time";
    grade = "等级", "grade";
    organisation = "单位", "organisation";
    languages = "语言", "languages";
    certificate = "证书编号", "certificate number";
    team = "团队", "team";
    category = "成员类别", "kind of member";
    ignore = "不收", "not taken in";
}

//! Words of the parts and of the shell.

crate::messages! {
    working = "正在办…", "Working…";
    close = "关上", "Close";
    keep_as_is = "先不动", "Leave it";
    optional = "可不填", "optional";

    must_fill = "这里要填。", "Please fill this in.";
    not_a_digit(odd: char) = "“{odd}”不是数字，请改一下。", "“{odd}” is not a digit; please correct it.";
    mobile_length(count: usize) = "手机号是11位，这里{count}位。", "A mobile number has 11 digits; this has {count}.";
    mobile_start = "手机号以13到19开头，请再看一遍。", "A mobile number begins with 13 to 19; please look again.";
    landline_length = "座机要带区号，一共10到12位。", "A landline has its area code and 10 to 12 digits in all.";
    id_length(count: usize) = "身份证号是18位，这里{count}位。", "An ID number has 18 places; this has {count}.";
    id_not_a_digit(place: usize, odd: char) = "第{place}位“{odd}”不是数字。", "Place {place}, “{odd}”, is not a digit.";
    id_birth = "第7到14位不是日期，请再看一遍证件。", "Places 7 to 14 are no date; please look at the card again.";
    id_check_digit = "最后一位对不上，请再看一遍证件。", "The last place does not fit; please look at the card again.";
    not_a_number = "请填整数，如3。", "Please give a whole number, such as 3.";
    not_a_sum = "请填金额，如9000或1.2万。", "Please give a sum in yuan, such as 9000.";
    not_a_date = "这不是日期，请重选。", "This is no date; please choose again.";
    in_the_future = "还没到这一天，请改成今天或以前。", "That day is still to come; choose today or earlier.";

    today = "今天", "Today";
    yesterday = "昨天", "Yesterday";
    another_day = "选别的日子", "Another day";
    yuan = "元", "yuan";
    show_text = "看", "Show";
    hide_text = "遮", "Hide";
    clear = "清空", "Clear";
    search = "搜索", "Search";
}

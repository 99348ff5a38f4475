//! Words of the parts and of the shell.

crate::messages! {
    working = "正在办…", "Working…";
    close = "关上", "Close";
    keep_as_is = "先不动", "Leave it";
    optional = "可不填", "optional";

    part_missing = "这一页没下载下来", "This page did not come";
    part_missing_why = "没有网络，或者网站换了新版本。连上网再试，还不行就重新打开。资料和没写完的表单都还在。", "There is no network, or a newer version has replaced this one. Connect and try again, or open it anew. The record and unfinished forms are all here.";
    fetch_again = "再试一次", "Try again";
    open_anew = "重新打开", "Open anew";

    must_fill = "这里要填。", "Please fill this in.";
    not_a_number = "请填整数，如3。", "Please give a whole number, such as 3.";
    not_a_date = "这不是日期，请重选。", "This is no date; please choose again.";
    in_the_future = "还没到这一天，请改成今天或以前。", "That day is still to come; choose today or earlier.";

    today = "今天", "Today";
    yesterday = "昨天", "Yesterday";
    yuan = "元", "yuan";
    show_text = "看", "Show";
    hide_text = "遮", "Hide";
    clear = "清空", "Clear";

    app_name = "廊桥", "Langqiao";
    skip = "跳到正文", "Skip to the page";
    main_navigation = "主菜单", "Main menu";
    today_page = "今日", "Today";
    register = "台账", "Register";
    take_in = "受理", "Take in";
    network = "网络", "Network";
    statistics = "统计", "Figures";
    exchange = "交换", "Exchange";
    directory = "机构", "Directory";
    settings = "设置", "Settings";
    more = "更多", "More";
    back = "回上一页", "Back";
    lay_down = "先放下", "Put aside";
    switch_place = "换工作台或换人", "Switch desk or person";
    /// Says the language that one goes to, in that language.
    other_language = "Switch to English", "换成中文";

    all_keys = "键盘快捷键", "Keyboard shortcuts";
    key_search = "搜索", "Search";
    key_take_in = "受理一件", "Take in a case";
    key_next = "下一件", "Next in the list";
    key_previous = "上一件", "Previous in the list";
    key_open = "打开", "Open";
    key_close = "关上", "Close";
    key_all = "看全部快捷键", "Show these keys";

    undo = "撤销", "Undo";
    dismiss = "知道了", "Got it";
    loading = "正在打开…", "Opening…";
    cancel = "取消", "Cancel";
    try_in_sandbox = "先去演练", "Try it in a sandbox";

    step_of(now: usize, count: usize) = "第{now}步，共{count}步", "Step {now} of {count}";
    next_step(label: &str) = "再往后：{label}", "Then: {label}";

    digits_in(now: usize, count: usize) = "已输{now}位，共{count}位", "{now} of {count} digits entered";
    erase_digit = "删一位", "Erase one digit";
    find_by_name = "输入名称查找", "Search by name";
    nothing_found = "没有找到，换个字试试。", "Nothing found; try another word.";
    more_to_find(count: usize) = "还有{count}个，输几个字就能找到", "{count} more; type to find them";
    own_words = "自己写", "Write my own";

}

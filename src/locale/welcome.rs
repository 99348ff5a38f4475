//! The first visit.

/// What the first visit says of the demonstration, by the names of `views::figures::published`. Nothing is folded there
/// yet to count it from; `tests/demonstration` folds it and compares.
pub const PROMISED_CASES: (&str, i64) = ("pinggu.disputes_mediated", 8_359);
pub const PROMISED_CENTRES: (&str, i64) = ("pinggu.centres", 339);

crate::messages! {
    where_to_begin = "从哪儿开始？", "Where to begin?";
    lead = "登记、调解、交换、统计，一处做完。不用注册，断网也能用。", "Register, mediate, exchange and count in one place. No account; works offline.";
    lead_online = "登记、调解、交换、统计，一处做完。不用注册。这个网址断网打不开。", "Register, mediate, exchange and count in one place. No account. Does not open offline here.";
    set_up = "布置我的工作台", "Set up my desk";
    county = "区县（京津冀）", "County of Beijing, Tianjin or Hebei";
    town = "乡镇、街道", "Township or street";
    organisation = "单位", "Organisation";
    county_itself = "不分乡镇（区县级）", "None: county level";
    towns_coming = "正在取乡镇名单…", "Fetching the townships…";
    towns_missing = "乡镇名单没取到，请连上网再试；也可以先选“不分乡镇”。", "The list of townships did not come. Connect and retry, or choose “None” for now.";
    towns_again = "再取一次", "Fetch again";
    own_name = "单位名称", "Name of the organisation";
    own_hint = "写全称，例如：肖家林村人民调解委员会", "In full, as on its seal";
    own_kind = "是哪一类", "Of which kind";
    from_list = "从名单里选", "Choose from the list";
    my_name = "我的姓名", "My name";
    my_name_hint = "记在每一步上：谁办的，一看就知道。", "It stands on each step, so that one sees who did it.";
    begin = "开始办案", "Begin";
    pick_county = "请先选区县。", "Please choose a county.";
    pick_organisation = "请选一个单位，或自己写。", "Please choose an organisation, or write its name.";
    kept_here = "案子只存在这台机器的这个浏览器里，没有服务器。换机器、清浏览器就没了，请常备份。", "Cases are kept in this browser on this device only; there is no server. Change device or clear the browser and they are gone: back up often.";

    demonstration = "看看示范区", "Demonstration";
    demonstration_long = "平谷、黑庄户、通武廊公开的数字，点开能看到每一件。人名是编的。", "The published figures of Pinggu, Heizhuanghu and the Tongwu corridor; open any to see its cases. People are made up.";
    demonstration_short = "示范区：公开数字，能点到每一件", "Demonstration: published figures, down to each case";
    go_in = "进去看看", "Look around";
    sandbox = "在演练区试试", "Sandbox";
    sandbox_long = "随便填，随时清空。和真案子分开放，打印带“演练”字样。", "Fill in what you like, clear it at any time. Apart from real cases; prints are marked EXERCISE.";
    sandbox_short = "演练区：和真案子分开，随时清空", "Sandbox: apart from real cases, cleared at will";
    go_try = "去试一试", "Try it";
    pinggu_cases = "件 · 平谷2023年1–8月", "cases · Pinggu, Jan–Aug 2023";
    centres = "个一站式中心", "one-stop centres";

    used_before = "以前用过？", "Used it before?";
    restore = "从备份恢复", "Restore a backup";
    restoring = "正在恢复…", "Restoring…";
    restored = "已恢复。", "Restored.";

    go_on = "接着办", "Carry on";
    open_it = "打开", "Open";
    my_desk = "我的工作台", "My desk";
    demonstration_place = "示范区", "Demonstration";
    sandbox_place = "演练区", "Sandbox";
    cases(count: u64) = "{count}件", "cases: {count}";
    desk_lost = "案子都还在", "Your cases are all here";
    desk_lost_words = "丢的只是单位和姓名。照原来的再布置一次，或从备份恢复，就能接着办。", "Only your organisation and name were lost. Set up your desk as it was, or restore a backup, and go on.";
    not_opened = "没能打开。", "It could not be opened.";
    stopped_half_way = "打开到一半停了，什么也没丢。", "It stopped half-way. Nothing is lost.";
    open_again = "再打开一次", "Open it again";

    in_wechat = "这里是微信，存不了文件", "This is WeChat: it cannot save files";
    in_app(app: &str) = "这里是{app}，存不了文件", "This is {app}: it cannot save files";
    some_app = "别的应用里的网页", "another app's browser";
    in_app_why = "在这里备份不出来，应用清缓存时案子也会跟着没。", "Backups cannot be saved here, and cases go when the app clears its cache.";
    in_app_how = "请点右上角“…”，选“在浏览器打开”，再布置工作台。", "Tap “…” at the top right, choose “Open in browser”, then set up your desk there.";
    copy_address = "复制网址", "Copy the address";
    copied = "已复制，到浏览器里粘贴。", "Copied: paste it into a browser.";
    not_copied = "没能复制，请照着地址栏抄。", "It could not be copied; please type the address.";
    here_anyway = "我知道，仍在这里布置", "Set up here anyway";
    promised = "浏览器答应长期保存。", "The browser promised to keep it.";
    not_promised = "浏览器没答应长期保存案件，请常备份。", "The browser did not promise to keep your cases; back up often.";
}

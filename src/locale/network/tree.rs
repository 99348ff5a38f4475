//! Words of the network as a tree.

crate::messages! {
    title = "网络图", "Network tree";
    map = "地图", "Map";
    tree = "网络图", "Tree";
    views = "看法", "Views";
    find = "找机构：名称或首字母", "Find an organisation by name";
    from_sheet = "从表格收进", "From a spreadsheet";
    elsewhere = "外省", "Elsewhere";
    below(count: &str) = "下面{count}个", "{count} below";
    counted(organisations: &str, agreements: &str) = "{organisations}个机构，{agreements}份合作协议", "Organisations: {organisations}; agreements: {agreements}";
    found(count: &str) = "找到{count}个", "{count} found";
    more_found(shown: &str, more: &str) = "先显示{shown}个，还有{more}个，请再输几个字", "{shown} shown, {more} more: type a few more letters";
    nothing_found = "没找到", "Nothing found";
    nothing_found_why = "换个字，或用拼音首字母，如 xjsfs 找西集司法所。", "Try another word or pinyin initials: xjsfs finds 西集司法所.";
    none = "还没有登记机构", "No organisations on record yet";
    none_why = "设好工作台，或并入别处的数据包，机构就会出现在这里。", "Set up the desk, or take in another office's bundle, and they will stand here.";
    ties = "合作协议", "Cooperation agreements";
    tie(name: &str, counties: &str) = "{name}：{counties}", "{name}: {counties}";
    and = "、", ", ";
    in_tie(name: &str) = "参加{name}", "in {name}";
    keys = "方向键走动和开合，Enter 打开", "Arrow keys move, open and close; Enter opens";
}

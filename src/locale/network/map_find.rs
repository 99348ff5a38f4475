//! Words of the search on the map.

crate::messages! {
    find = "找地方", "Find a place";
    find_county = "区县名称或拼音首字母", "County: name or pinyin initials";
    found(n: usize) = "找到{n}个区县", "{n} found";
    none = "没有这个区县，换几个字试试", "No such county. Try other letters";
}

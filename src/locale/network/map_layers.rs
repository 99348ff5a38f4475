//! Words of what the map can be shaded by beside cases: time, coverage, people, rooms.

crate::messages! {
    time = "平均用时", "Mean time";
    /// What the mean is of: the whole sentence, in the panel and for readers.
    time_of(cases: &str) = "受理到办结，{cases}件平均", "Acceptance to conclusion, mean of {cases}";
    few_times(cases: u64) = "不足{cases}件，不算平均", "Fewer than {cases} cases: no mean";
    days(days: &str) = "{days}天", "{days} days";
    unit_days = "天", "days";
    coverage_villages = "村居中心覆盖", "Village centres";
    coverage_towns = "乡镇中心覆盖", "Township centres";
    coverage_district = "区县中心覆盖", "District centres";
    coverage = "一站式中心覆盖", "Coverage by centres";
    level_villages = "村、社区", "Villages, communities";
    level_towns = "乡镇、街道", "Townships, streets";
    level_district = "区县", "District";
    n_of_m(n: &str, of: &str) = "{n} / {of}", "{n} of {of}";
    n_of_m_share(n: &str, of: &str, share: &str) = "{n} / {of}（{share}）", "{n} of {of} ({share})";
    in_all(period: &str, n_of_m: &str) = "{period} · 三地{n_of_m}", "{period} · all three: {n_of_m}";
    along_borders(period: &str, n_of_m: &str) = "{period} · 交界区县{n_of_m}", "{period} · along the borders: {n_of_m}";
    mediators = "调解员", "Mediators";
    full_and_part(full: &str, part: &str) = "专职{full} · 兼职{part}", "{full} full-time · {part} part-time";
    branded_rooms = "品牌调解室", "Branded rooms";
}

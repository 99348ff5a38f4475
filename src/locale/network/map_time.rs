//! Words of the line of time under the map.

crate::messages! {
    time_line = "时间", "Time";
    play = "逐段播放", "Play";
    pause = "停下", "Pause";
    pace = "一步是", "Step by";
    by_year = "按年", "Years";
    by_month = "按月", "Months";
    /// While shades are compared over time.
    held = "各段用同一分级，颜色可以前后比", "One scale for all periods: shades compare";
    signed_by(year: u16, name: &str) = "{year}年签《{name}》", "{year}: {name} signed";
}

//! Words of placing an office on the map.

crate::messages! {
    /// Beneath the map, for fingers, pointer and keys alike.
    how = "在地图上点它所在的地方。也可以拖动地图或按方向键（按住Shift走小步），让十字对准，再按“就在十字这里”。", "Press the place on the map. Or drag the map, or use the arrow keys (small steps with Shift), until the cross is on it, then press “Here, at the cross”.";
    put_here = "就在十字这里", "Here, at the cross";
    take_off = "取下，按所在地显示", "Take it off: show it by its region";
    stands(degrees: &str) = "放在{degrees}", "Placed at {degrees}";
    by_region = "还没放，按所在地显示", "Not placed: shown by its region";
    here = "在这里", "Here";
    elsewhere(county: &str) = "那里不在{county}。所在地不对就先改所在地。", "That is outside {county}. If its region is wrong, change that first.";
    hint = "别人也看得到，脱敏时不去掉", "Anyone can see it; it stays in redacted copies";
}

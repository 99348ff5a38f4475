//! Words of taking the map along.

crate::messages! {
    made_by = "廊桥", "Langqiao";
    take_along = "带走地图", "Take the map along";
    take_tree = "带走网络图", "Take the tree along";
    png = "存成图片", "Save as an image (PNG)";
    svg = "存成矢量图", "Save as a drawing (SVG)";
    print = "打印", "Print";
    failed = "这张图没能存下。再试一次，或者换一种", "The picture could not be saved. Try again, or the other kind";
    exercise = "演练", "Exercise";
    demonstration = "演示", "Demonstration";
}

//! The words of charts and tables of figures.

crate::messages! {
    /// Turns a chart into its table.
    see_table = "看表", "As a table";
    /// Turns it back.
    see_chart = "看图", "As a chart";
    /// What was folded together at a bar chart's end.
    other_kinds(count: usize) = "其他{count}项", "{count} others";
    /// Copies a table for a spreadsheet.
    copy_table = "复制表格", "Copy table";
    /// Where a chart will stand.
    nothing_yet = "有了案件，图就画在这里。", "The chart will stand here once there are cases.";
    /// Where a table's rows will stand.
    no_rows_yet = "有了案件，表就列在这里。", "The table will stand here once there are cases.";
    /// A table's name: what its rows are, what its columns are.
    caption(rows: &str, columns: &str) = "{rows}：{columns}", "{rows}: {columns}";
    /// Between the names of a table's columns.
    and = "、", ", ";
}

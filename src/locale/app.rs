//! What the app around the pages says: opening, drafts, banners, lock.

crate::messages! {
    draft_kept(at: &str) = "草稿已存 {at}", "Draft kept {at}";
    opening = "正在打开…", "Opening…";
    page_to_come = "这一页还在做。", "This page is on its way.";
}

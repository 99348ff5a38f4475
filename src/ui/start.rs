//! Starts the page: mounts it into the body. The boot screen takes itself away (`boot.js`).

use super::app::App;

pub fn start_page() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(App);
}

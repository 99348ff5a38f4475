//! stub
/// Initials.
pub fn initials(_name: &str) -> String {
    String::new()
}

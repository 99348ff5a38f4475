//! The page: Leptos shell, pages, parts, map and charts. Holds no rules: it shows what the engine
//! answers and sends commands. Components compile for wasm32 only; geometry and scales are plain
//! Rust and are tested natively.

pub mod map;

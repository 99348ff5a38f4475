//! The arrows of the house, asserted from the source: which room may know which, who may talk to the
//! browser, and that exports to JavaScript stand in binaries alone.
//!
//! It reads tokens, not lines: comments and strings don't count, bodies of macros do. A path is followed
//! through re-exports, so a room can't be reached by another room's name.
#![cfg(not(target_arch = "wasm32"))]
// clippy.toml allows it in tests; what tests share counts as no test.
#![allow(clippy::unwrap_used)]

mod source;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use source::{Mention, Name, Source};

/// Each room and the rooms it may know.
const ROOMS: &[(&str, &[&str])] = &[
    ("law", &[]),
    ("domain", &["law"]),
    ("record", &["domain", "law"]),
    ("store", &["record", "domain", "law"]),
    ("views", &["record", "domain", "law"]),
    ("exchange", &["record", "domain", "law"]),
    ("documents", &["locale", "record", "domain", "law"]),
    ("training", &["record", "domain", "law"]),
    (
        "engine",
        &[
            "views",
            "exchange",
            "documents",
            "training",
            "store",
            "record",
            "domain",
            "law",
        ],
    ),
    ("locale", &["domain", "law"]),
    (
        "ui",
        &[
            "engine",
            "views",
            "exchange",
            "documents",
            "store",
            "record",
            "domain",
            "law",
            "locale",
        ],
    ),
];

/// Files that may know one room more than the rest of their room: what exchange says to people.
const MORE: &[(&str, &str)] = &[("exchange/words", "locale")];

/// What speaks to the browser beside leptos, and the only places that may.
const BROWSER: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "wasm_split_helpers",
];
const BROWSER_PLACES: &[&str] = &[
    "ui/",
    "store/indexed_db",
    "engine/worker",
    "engine/client",
    "engine/machine",
    "engine/reading/beside",
    "engine/reading/file",
    "engine/reading/message",
    "engine/reading/worker",
    "bin/",
];

#[test]
fn arrows_point_one_way() {
    let found = House::read(Path::new("src")).complaints();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// The fixture breaks every rule once; a rule whose breach goes unreported would be no rule.
#[test]
fn every_breach_is_reported() {
    let found = House::read(Path::new("tests/fixtures/architecture/src")).complaints();
    let expected = fs::read_to_string("tests/fixtures/architecture/expected.txt").unwrap();
    assert_eq!(found.join("\n"), expected.trim_end());
}

struct House {
    sources: Vec<Source>,
    modules: BTreeSet<Name>,
    offers: BTreeMap<Name, (Name, Name)>,
}

impl House {
    fn read(root: &Path) -> Self {
        let sources = Source::read_all(root);
        let modules = sources
            .iter()
            .flat_map(|source| source.modules.clone())
            .collect();
        let offers = sources
            .iter()
            .flat_map(|source| source.offers.clone())
            .collect();
        Self {
            sources,
            modules,
            offers,
        }
    }

    fn complaints(&self) -> Vec<String> {
        let mut found = BTreeSet::new();
        for source in &self.sources {
            let file = &source.file;
            if room_of(file).is_none() && file != "lib.rs" && !file.starts_with("bin/") {
                found.insert(format!("{file}: stands in no room that this test knows"));
            }
            found.extend(
                source
                    .complaints
                    .iter()
                    .map(|complaint| format!("{file}: {complaint}")),
            );
            for mention in &source.mentions {
                let written = mention.path.join("::");
                let complaints = self.judge(file, mention);
                found.extend(
                    complaints
                        .iter()
                        .map(|said| format!("{file}: {said}: {written}")),
                );
            }
        }
        found.into_iter().collect()
    }

    fn judge(&self, file: &str, mention: &Mention) -> Vec<String> {
        let written = self.rooted(&mention.path, &mention.module);
        let meant = self.follow(&mention.path, &mention.module);
        let mut found = Vec::new();
        if let Some(package) = browser_package(&meant) {
            let leptos = package.starts_with("leptos");
            let places = if leptos { &["ui/"] } else { BROWSER_PLACES };
            if !places.iter().any(|place| file.starts_with(place)) {
                found.push("names the browser".to_owned());
            } else if mention.public && !file.starts_with("ui/") {
                found.push("offers the browser to others".to_owned());
            }
        }
        let Some(from) = room_of(file) else {
            return found;
        };
        for path in [&written, &meant] {
            match room_in(path) {
                Some(to) if to != from && !may_know(file, from, to) => {
                    found.push(format!("{from} may not know {to}"));
                }
                Some(to) if to != from && mention.public && mention.glob => {
                    found.push("offers all of another room, which hides arrows".to_owned());
                }
                None if path.len() == 1 && path[0] == "crate" => {
                    found.push("takes the whole house under another name".to_owned());
                }
                _ => {}
            }
        }
        found
    }

    /// What a path leads to in the end.
    fn follow(&self, path: &[String], module: &[String]) -> Name {
        let mut path = self.rooted(path, module);
        // More rounds than any honest chain of re-exports has: a circle ends here.
        for _ in 0..16 {
            let longest = (1..=path.len())
                .rev()
                .find_map(|n| Some((n, self.offers.get(&path[..n])?)));
            let Some((length, (target, module))) = longest else {
                break;
            };
            let target = self.rooted(target, module);
            path = target.iter().chain(&path[length..]).cloned().collect();
        }
        path
    }

    /// A bare first name is a module or a `use` beside it; if it is neither, it is a package.
    fn rooted(&self, path: &[String], module: &[String]) -> Name {
        let beside: Name = module.iter().chain(path.first()).cloned().collect();
        if path.len() > 1 && (self.modules.contains(&beside) || self.offers.contains_key(&beside)) {
            return module.iter().chain(path).cloned().collect();
        }
        path.to_vec()
    }
}

fn may_know(file: &str, from: &str, to: &str) -> bool {
    ROOMS
        .iter()
        .any(|(room, known)| *room == from && known.contains(&to))
        || MORE
            .iter()
            .any(|(start, room)| file.starts_with(start) && *room == to)
}

fn room(name: &str) -> Option<&'static str> {
    ROOMS
        .iter()
        .map(|(room, _)| *room)
        .find(|room| *room == name)
}

/// Binaries and the map of the house stand in no room: they may know everything.
fn room_of(file: &str) -> Option<&'static str> {
    room(file.trim_end_matches(".rs").split('/').next()?)
}

fn room_in(path: &[String]) -> Option<&'static str> {
    room(path.get(1).filter(|_| path[0] == "crate")?)
}

fn browser_package(path: &[String]) -> Option<&str> {
    let first = path.first()?.as_str();
    let family = first.starts_with("gloo") || first.starts_with("leptos");
    (family || BROWSER.contains(&first)).then_some(first)
}

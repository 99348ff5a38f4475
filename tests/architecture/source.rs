//! The source as the test sees it: each path that a file mentions, and the names under which others can
//! reach it. Read from tokens, for a line tells nothing of a group in braces or a macro's body.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path as it is written, made absolute: `["crate", "engine", "Engine"]` or `["web_sys", "Window"]`.
pub type Name = Vec<String>;

pub struct Mention {
    pub path: Name,
    /// Where it stands: a path that begins with a bare name is looked up from here.
    pub module: Name,
    /// In a `pub use`.
    pub public: bool,
    /// In a `use` that ends in `*`.
    pub glob: bool,
}

/// One file, read.
#[derive(Default)]
pub struct Source {
    /// From the root that was read: `engine/worker.rs`.
    pub file: String,
    pub mentions: Vec<Mention>,
    pub modules: BTreeSet<Name>,
    /// What can be reached under another name than its own, by `use` or `#[macro_export]`: the path, and
    /// the module it is written in.
    pub offers: BTreeMap<Name, (Name, Name)>,
    pub complaints: BTreeSet<String>,
}

impl Source {
    /// Every Rust file under a folder.
    pub fn read_all(root: &Path) -> Vec<Self> {
        rust_files(root)
            .iter()
            .map(|path| Self::read_file(root, path))
            .collect()
    }

    fn read_file(root: &Path, path: &Path) -> Self {
        let file = path
            .strip_prefix(root)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        let tokens: TokenStream = fs::read_to_string(path).unwrap().parse().unwrap();
        let module = module_of(&file);
        let mut source = Self {
            file,
            ..Self::default()
        };
        source.read(tokens, &module);
        source
    }

    /// Reads tokens that stand in `module`, and what stands in braces among them.
    fn read(&mut self, tokens: TokenStream, module: &[String]) {
        self.modules.insert(module.to_vec());
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match word(&tokens, at).as_str() {
                // `impl Trait + use<'a>` is another matter.
                "use" if !is_sign(&tokens, at + 1, '<') => {
                    let end = (at..tokens.len())
                        .find(|&i| is_sign(&tokens, i, ';'))
                        .unwrap_or(tokens.len());
                    let public = is_public(&tokens[..at]);
                    self.read_use(&tokens[at + 1..end], &[], module, public);
                    at = end;
                }
                "mod" if is_braces(tokens.get(at + 2)) => {
                    let inner: Vec<String> = module
                        .iter()
                        .cloned()
                        .chain([word(&tokens, at + 1)])
                        .collect();
                    if let Some(TokenTree::Group(body)) = tokens.get(at + 2) {
                        self.read(body.stream(), &inner);
                    }
                    at += 3;
                }
                // Attributes on imports from JavaScript are no exports.
                "extern" if is_braces(tokens.get(at + 2)) => at += 3,
                "macro_rules" if is_exported(&tokens[..at]) => {
                    let name = word(&tokens, at + 2);
                    let place = module.iter().cloned().chain([name.clone()]).collect();
                    self.offers
                        .insert(vec!["crate".into(), name], (place, module.to_vec()));
                    at += 3;
                }
                "" => {
                    if let TokenTree::Group(group) = &tokens[at] {
                        self.read_attribute(&tokens, at);
                        self.read(group.stream(), module);
                    }
                    at += 1;
                }
                _ => at = self.read_path(&tokens, at, module),
            }
        }
    }

    /// A path in an expression, a type or a macro's body. One word alone is a local name or a package.
    fn read_path(&mut self, tokens: &[TokenTree], start: usize, module: &[String]) -> usize {
        let mut path = vec![word(tokens, start)];
        let mut at = start + 1;
        while is_sign(tokens, at, ':')
            && is_sign(tokens, at + 1, ':')
            && !word(tokens, at + 2).is_empty()
        {
            path.push(word(tokens, at + 2));
            at += 3;
        }
        // `messages! { … }`: an exported macro is found by its bare name.
        let macro_of_house = vec!["crate".to_owned(), path[0].clone()];
        if path.len() == 1 && is_sign(tokens, at, '!') && self.file != "lib.rs" {
            self.mention(macro_of_house, module, false, false);
        } else if path.len() > 1 || !["crate", "self", "super"].contains(&path[0].as_str()) {
            self.mention(absolute(&path, module), module, false, false);
        }
        at
    }

    /// A tree of `use`, without its `use` and `;`.
    fn read_use(&mut self, tree: &[TokenTree], before: &[String], module: &[String], public: bool) {
        let mut path = before.to_vec();
        let mut name = None;
        for (at, token) in tree.iter().enumerate() {
            match token {
                TokenTree::Ident(_) if at > 0 && word(tree, at - 1) == "as" => {
                    name = Some(word(tree, at))
                }
                TokenTree::Ident(ident) if ident == "as" => {}
                TokenTree::Ident(ident) => path.push(ident.to_string()),
                TokenTree::Punct(sign) if sign.as_char() == '*' => name = Some("*".to_owned()),
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    for branch in inner
                        .split(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == ','))
                    {
                        if !branch.is_empty() {
                            self.read_use(branch, &path, module, public);
                        }
                    }
                    return;
                }
                _ => {}
            }
        }
        // `use a::{self}` means `a`.
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let path = absolute(&path, module);
        let name = name.or_else(|| path.last().cloned()).unwrap_or_default();
        let glob = name == "*";
        let beside: Name = module.iter().cloned().chain([name]).collect();
        // Private names too: a child may reach them by `super`.
        if !glob && beside != path {
            self.offers.insert(beside, (path.clone(), module.to_vec()));
        }
        self.mention(path, module, public, glob);
    }

    fn mention(&mut self, path: Name, module: &[String], public: bool, glob: bool) {
        self.mentions.push(Mention {
            path,
            module: module.to_vec(),
            public,
            glob,
        });
    }

    /// `#[wasm_bindgen]` before anything but a block of imports is an export.
    fn read_attribute(&mut self, tokens: &[TokenTree], at: usize) {
        let TokenTree::Group(group) = &tokens[at] else {
            return;
        };
        if at == 0 || !is_sign(tokens, at - 1, '#') {
            return;
        }
        let words = words(group.stream());
        if words.first().is_some_and(|first| first == "path") {
            self.complaints
                .insert("#[path] hides where a module stands".to_owned());
        }
        let next = (at + 1..tokens.len())
            .map(|i| word(tokens, i))
            .find(|next| !next.is_empty());
        let export = words.iter().any(|word| word == "wasm_bindgen")
            && next.is_some_and(|next| next != "extern" && next != "unsafe");
        if export && !self.file.starts_with("bin/") {
            self.complaints
                .insert("exports to JavaScript outside of bin/".to_owned());
        }
    }
}

/// `src/engine/worker.rs` is `crate::engine::worker`; a binary's own paths begin at itself.
fn module_of(file: &str) -> Name {
    let stem = file
        .trim_end_matches(".rs")
        .trim_end_matches("/mod")
        .trim_end_matches("lib");
    let start = if file.starts_with("bin/") {
        "bin"
    } else {
        "crate"
    };
    std::iter::once(start)
        .chain(stem.split('/').filter(|part| !part.is_empty()))
        .map(str::to_owned)
        .collect()
}

/// `crate`, `self` and `super` chains resolved; the library's own name is `crate`.
fn absolute(path: &[String], module: &[String]) -> Name {
    let mut base: Vec<String> = Vec::new();
    let mut rest = path;
    while let Some((first, after)) = rest.split_first() {
        match first.as_str() {
            "crate" | "langqiao" => base = vec!["crate".to_owned()],
            "self" => base = module.to_vec(),
            "super" if base.is_empty() => base = module[..module.len() - 1].to_vec(),
            "super" => drop(base.pop()),
            _ => break,
        }
        rest = after;
    }
    base.into_iter().chain(rest.iter().cloned()).collect()
}

fn word(tokens: &[TokenTree], at: usize) -> String {
    match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => ident.to_string(),
        _ => String::new(),
    }
}

fn words(tokens: TokenStream) -> Vec<String> {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Ident(ident) => vec![ident.to_string()],
            TokenTree::Group(group) => words(group.stream()),
            _ => Vec::new(),
        })
        .collect()
}

fn is_sign(tokens: &[TokenTree], at: usize, sign: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

fn is_braces(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace)
}

/// `pub` or `pub(…)` right before.
fn is_public(before: &[TokenTree]) -> bool {
    let end = before.len();
    word(before, end.wrapping_sub(1)) == "pub"
        || (matches!(before.last(), Some(TokenTree::Group(_)))
            && word(before, end.wrapping_sub(2)) == "pub")
}

fn is_exported(before: &[TokenTree]) -> bool {
    before
        .iter()
        .rev()
        .take_while(|token| !is_braces(Some(token)))
        .any(|token| token.to_string().contains("macro_export"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

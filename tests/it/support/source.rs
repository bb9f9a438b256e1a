//! What the files of `src/` name, say and contain, for the tests that look after the house.
//!
//! A file is parsed with `syn`; inside macros, which `syn` leaves alone, the tokens are read one by one.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprCall, ExprMethodCall, ExprUnsafe, Item, ItemMod, ItemUse, Lit, LitStr, Macro, Meta, UseTree, Visibility};

/// A file of `src/`.
pub(crate) struct Source {
    /// Its path below `src/`, such as `base/lang.rs`.
    pub(crate) path: String,
    /// How many lines it has.
    pub(crate) lines: usize,
    /// The modules that it declares as files of their own: `mod name;`.
    pub(crate) declares: Vec<Spoken>,
    /// Every path that it names, whole: `crate::base::lang::Msg`, `std::env::args`.
    pub(crate) names: Vec<Name>,
    /// Every macro that it calls, by its last name: `println`.
    pub(crate) macros: Vec<Spoken>,
    /// Every text in it, comments excepted.
    pub(crate) texts: Vec<Spoken>,
    /// Every message that it makes.
    pub(crate) messages: Vec<Message>,
    /// The macros that it gives to the whole crate.
    pub(crate) exports: Vec<String>,
    /// Whether there is an `unsafe` block, function, trait or implementation in it.
    pub(crate) has_unsafe: bool,
}

/// A path that a file names.
pub(crate) struct Name {
    /// From its root on.
    pub(crate) path: Vec<String>,
    /// Whether only tests name it.
    pub(crate) in_test: bool,
    /// Whether it is given on to others: `pub use`.
    pub(crate) given_on: bool,
    /// Whether it goes up from the file by more than one folder: `super::super`.
    pub(crate) climbs: bool,
}

impl Name {
    /// As it is written.
    pub(crate) fn text(&self) -> String {
        self.path.join("::")
    }

    /// Whether it is what a path such as `std::env` names, or something in it.
    pub(crate) fn is_within(&self, path: &str) -> bool {
        let mut parts = self.path.iter();
        path.split("::").all(|part| parts.next().is_some_and(|mine| mine == part))
    }
}

/// A word or text of a file.
pub(crate) struct Spoken {
    /// The word or text itself.
    pub(crate) text: String,
    /// Whether it stands in a test.
    pub(crate) in_test: bool,
}

/// A message that a file makes: `msg!("key", name = …)` or `Msg::new("key")`.
pub(crate) struct Message {
    /// Its key in the catalogue.
    pub(crate) key: String,
    /// The arguments that it is given; `None` where they can't all be seen from here.
    pub(crate) arguments: Option<Vec<String>>,
    /// Whether it stands in a test.
    pub(crate) in_test: bool,
}

/// Every file below a folder of the repository, in the order of their paths.
pub(crate) fn read(folder: &Path, crates: &HashSet<String>) -> Vec<Source> {
    let mut sources: Vec<_> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(|entry| entry.expect("a folder that can be read").into_path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| {
            let below = path.strip_prefix(folder).expect("a path below the folder").to_string_lossy().replace('\\', "/");
            parse(&below, &fs::read_to_string(&path).expect("a file of text"), crates)
        })
        .collect();
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    let of_tests = |source: &Source| {
        let beside = module_of(&source.path);
        let names = source.declares.iter().filter(|module| module.in_test).map(|module| module.text.clone());
        names.map(move |name| [&beside[..], &[name]].concat()).collect::<Vec<_>>()
    };
    let tests: HashSet<_> = sources.iter().flat_map(of_tests).collect();
    let is_of_tests = |path: &str| tests.iter().any(|test| module_of(path).starts_with(test));
    for source in sources.iter_mut().filter(|source| is_of_tests(&source.path)) {
        source.become_test();
    }
    sources
}

impl Source {
    /// All of it is a test, because the module that declares it says so.
    fn become_test(&mut self) {
        self.names.iter_mut().for_each(|name| name.in_test = true);
        self.messages.iter_mut().for_each(|message| message.in_test = true);
        self.macros.iter_mut().chain(&mut self.texts).for_each(|spoken| spoken.in_test = true);
    }
}

/// What one file holds; `crates` are the names under which outside crates can be called.
pub(crate) fn parse(path: &str, text: &str, crates: &HashSet<String>) -> Source {
    let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let source = Source {
        path: path.to_owned(),
        lines: text.lines().count(),
        declares: Vec::new(),
        names: Vec::new(),
        macros: Vec::new(),
        texts: Vec::new(),
        messages: Vec::new(),
        exports: Vec::new(),
        has_unsafe: false,
    };
    let mut reader = Reader { source, crates, scopes: Vec::new(), in_test: false, extended: false };
    reader.scopes.push(Scope { module: module_of(path), ..Scope::default() });
    reader.enter(&file.items);
    reader.visit_file(&file);
    reader.source
}

/// The module that a file is, from the crate's root: `["base", "lang"]`.
pub(crate) fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if matches!(path, "lib" | "main" | "mod") { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

/// A module while it is read.
#[derive(Default)]
struct Scope {
    module: Vec<String>,
    /// The modules that it declares.
    modules: HashSet<String>,
    /// What its `use` lines call things, and what they are.
    bound: HashMap<String, Vec<String>>,
}

struct Reader<'a> {
    source: Source,
    crates: &'a HashSet<String>,
    scopes: Vec<Scope>,
    in_test: bool,
    /// The message that comes next is given more arguments with `.with`.
    extended: bool,
}

impl Reader<'_> {
    fn scope(&mut self) -> &mut Scope {
        self.scopes.last_mut().expect("a file is a scope")
    }

    /// Learns what a module's names stand for, before any of them is met.
    fn enter(&mut self, items: &[Item]) {
        for item in items {
            if let Item::Mod(module) = item {
                let name = module.ident.to_string();
                self.scope().modules.insert(name);
            }
        }
        for item in items {
            if let Item::Use(item) = item {
                self.bind(item);
            }
        }
    }

    fn bind(&mut self, item: &ItemUse) {
        for (path, called) in flat(&item.tree) {
            if let Some((whole, _)) = self.resolve(&path) {
                self.scope().bound.insert(called, whole);
            }
        }
    }

    /// A path from its root on, and whether it climbs; `None` for what is local to the file or the language's own.
    fn resolve(&self, path: &[String]) -> Option<(Vec<String>, bool)> {
        let scope = self.scopes.last()?;
        let supers = path.iter().filter(|part| *part == "super").count();
        let ours = |module: &[String], rest: &[String]| [&["crate".to_owned()], module, rest].concat();
        let whole = match path.first()?.as_str() {
            "crate" => path.to_vec(),
            "self" => ours(&scope.module, &path[1..]),
            "super" => ours(&scope.module[..scope.module.len().saturating_sub(supers)], &path[supers..]),
            first if scope.bound.contains_key(first) => [&scope.bound[first][..], &path[1..]].concat(),
            first if scope.modules.contains(first) => ours(&scope.module, path),
            first if self.crates.contains(first) || matches!(first, "std" | "core" | "alloc") => path.to_vec(),
            _ => return None,
        };
        // Out of a module that stands in the file itself is no climb.
        Some((whole, supers > self.scopes.len()))
    }

    fn name(&mut self, path: &[String], given_on: bool) {
        if let Some((path, climbs)) = self.resolve(path) {
            let in_test = self.in_test;
            self.source.names.push(Name { path, in_test, given_on, climbs });
        }
    }

    fn text(&mut self, text: String) {
        let in_test = self.in_test;
        self.source.texts.push(Spoken { text, in_test });
    }

    fn message(&mut self, key: String, arguments: Option<Vec<String>>) {
        let in_test = self.in_test;
        self.source.messages.push(Message { key, arguments, in_test });
    }

    /// A macro that is called, with what it is called with.
    fn call(&mut self, name: &str, tokens: &[Token], extended: bool) {
        let in_test = self.in_test;
        self.source.macros.push(Spoken { text: name.to_owned(), in_test });
        if let ("msg", Some(Token::Text(key))) = (name, tokens.first()) {
            let arguments = (!extended).then(|| arguments(tokens));
            self.message(key.clone(), arguments);
        }
        self.tokens(tokens);
    }

    /// Tokens that nobody has parsed: the inside of a macro or an attribute.
    fn tokens(&mut self, tokens: &[Token]) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                Token::Text(text) => self.text(text.clone()),
                Token::Word(word) => {
                    self.source.has_unsafe |= word == "unsafe";
                    let path = path_at(&tokens[at..]);
                    let after = at + path.len() * 3 - 2;
                    if let (Some(Token::Sign('!')), Some(inside)) = (tokens.get(after), group_at(tokens, after + 1)) {
                        self.call(&path[path.len() - 1], inside, true);
                        at = after + 2 + inside.len();
                        continue;
                    }
                    let is_member = at > 0 && tokens[at - 1] == Token::Sign('.');
                    if path.len() > 1 && !is_member {
                        self.name(&path, false);
                        if let ([.., last, new], Some(Token::Text(key))) = (&path[..], tokens.get(after + 1))
                            && last == "Msg"
                            && new == "new"
                        {
                            self.message(key.clone(), None);
                        }
                    }
                    at = after;
                    continue;
                }
                Token::Sign(_) | Token::Open | Token::Close => {}
            }
            at += 1;
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let before = self.in_test;
        self.in_test |= attributes(item).iter().any(is_test);
        visit::visit_item(self, item);
        self.in_test = before;
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        let Some((_, items)) = &module.content else {
            let in_test = self.in_test;
            self.source.declares.push(Spoken { text: module.ident.to_string(), in_test });
            return;
        };
        let mut name = self.scope().module.clone();
        name.push(module.ident.to_string());
        self.scopes.push(Scope { module: name, ..Scope::default() });
        self.enter(items);
        visit::visit_item_mod(self, module);
        self.scopes.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        // Those inside a function were not seen when the module was entered.
        self.bind(item);
        let given_on = !matches!(item.vis, Visibility::Inherited);
        for (path, _) in flat(&item.tree) {
            self.name(&path, given_on);
        }
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if let (Some(name), true) = (&item.ident, item.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export"))) {
            self.source.exports.push(name.to_string());
        }
        visit::visit_item_macro(self, item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<_> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        if parts.len() > 1 {
            self.name(&parts, false);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        let extended = std::mem::take(&mut self.extended);
        self.visit_path(&call.path);
        let name = call.path.segments.last().map(|part| part.ident.to_string()).unwrap_or_default();
        let buffer = TokenBuffer::new2(call.tokens.clone());
        self.call(&name, &tokens(buffer.begin()), extended);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        self.extended |= call.method == "with";
        self.visit_expr(&call.receiver);
        self.extended = false;
        call.args.iter().for_each(|argument| self.visit_expr(argument));
        call.turbofish.iter().for_each(|types| self.visit_angle_bracketed_generic_arguments(types));
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if let (Expr::Path(function), Some(Expr::Lit(literal))) = (&*call.func, call.args.first())
            && let Lit::Str(key) = &literal.lit
            && let [.., msg, new] = &function.path.segments.iter().map(|part| part.ident.to_string()).collect::<Vec<_>>()[..]
            && msg == "Msg"
            && new == "new"
        {
            self.message(key.value(), None);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.text(literal.value());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        // A doc comment is an attribute with a value, and no text of the program.
        if let Meta::List(list) = &attribute.meta {
            let buffer = TokenBuffer::new2(list.tokens.clone());
            self.tokens(&tokens(buffer.begin()));
        }
    }

    fn visit_expr_unsafe(&mut self, block: &'ast ExprUnsafe) {
        self.source.has_unsafe = true;
        visit::visit_expr_unsafe(self, block);
    }

    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        self.source.has_unsafe |= matches!(signature.safety, syn::Safety::Unsafe(_));
        visit::visit_signature(self, signature);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        self.source.has_unsafe |= item.unsafety.is_some();
        visit::visit_item_impl(self, item);
    }
}

/// The paths of a `use` tree, and what each is called afterwards.
fn flat(tree: &UseTree) -> Vec<(Vec<String>, String)> {
    fn walk(tree: &UseTree, path: &[String], all: &mut Vec<(Vec<String>, String)>) {
        let with = |name: String| [path, &[name]].concat();
        match tree {
            UseTree::Path(part) => walk(&part.tree, &with(part.ident.to_string()), all),
            UseTree::Name(name) if name.ident == "self" => all.push((path.to_vec(), path.last().cloned().unwrap_or_default())),
            UseTree::Name(name) => all.push((with(name.ident.to_string()), name.ident.to_string())),
            UseTree::Rename(name) if name.ident == "self" => all.push((path.to_vec(), name.rename.to_string())),
            UseTree::Rename(name) => all.push((with(name.ident.to_string()), name.rename.to_string())),
            UseTree::Glob(_) => all.push((with("*".to_owned()), "*".to_owned())),
            UseTree::Group(group) => group.items.iter().for_each(|tree| walk(tree, path, all)),
        }
    }
    let mut all = Vec::new();
    walk(tree, &[], &mut all);
    all
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn is_test(attribute: &Attribute) -> bool {
    attribute.path().is_ident("test")
        || attribute.path().is_ident("cfg") && attribute.meta.require_list().is_ok_and(|list| list.tokens.to_string() == "test")
}

/// A token, less its place.
#[derive(Clone, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Sign(char),
    Open,
    Close,
}

fn tokens(mut cursor: Cursor<'_>) -> Vec<Token> {
    let mut all = Vec::new();
    while !cursor.eof() {
        if let Some((word, rest)) = cursor.ident() {
            all.push(Token::Word(word.to_string()));
            cursor = rest;
        } else if let Some((sign, rest)) = cursor.punct() {
            all.push(Token::Sign(sign.as_char()));
            cursor = rest;
        } else if let Some((literal, rest)) = cursor.literal() {
            let text = syn::parse_str::<LitStr>(&literal.to_string());
            all.push(text.map_or(Token::Sign('0'), |text| Token::Text(text.value())));
            cursor = rest;
        } else if let Some((inside, _, _, rest)) = cursor.any_group() {
            all.push(Token::Open);
            all.extend(tokens(inside));
            all.push(Token::Close);
            cursor = rest;
        } else if let Some((_, rest)) = cursor.token_tree() {
            cursor = rest;
        } else {
            break;
        }
    }
    all
}

/// The path that begins with the first token, which is a word: words with two colons between them.
fn path_at(tokens: &[Token]) -> Vec<String> {
    let mut path = Vec::new();
    let mut rest = tokens;
    while let [Token::Word(word), after @ ..] = rest {
        path.push(word.clone());
        let [Token::Sign(':'), Token::Sign(':'), next @ ..] = after else { break };
        if !matches!(next, [Token::Word(_), ..]) {
            break;
        }
        rest = next;
    }
    path
}

/// What stands in the brackets that open at a place.
fn group_at(tokens: &[Token], at: usize) -> Option<&[Token]> {
    let Some(Token::Open) = tokens.get(at) else { return None };
    let mut depth = 0_usize;
    for (end, token) in tokens.iter().enumerate().skip(at) {
        match token {
            Token::Open => depth += 1,
            Token::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(&tokens[at + 1..end]);
        }
    }
    None
}

/// The names of a macro's arguments: `name = …` after a comma, not inside brackets.
fn arguments(tokens: &[Token]) -> Vec<String> {
    let mut depth = 0_usize;
    let mut names = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Open => depth += 1,
            Token::Close => depth -= 1,
            Token::Sign(',') if depth == 0 => {
                if let [Token::Word(name), Token::Sign('='), ..] = &tokens[at + 1..] {
                    names.push(name.clone());
                }
            }
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Source, parse};

    fn source(text: &str) -> Source {
        parse("model/kind.rs", text, &HashSet::from(["git2".to_owned(), "jiff".to_owned()]))
    }

    fn names(text: &str) -> Vec<String> {
        source(text).names.iter().map(super::Name::text).collect()
    }

    #[test]
    fn a_name_is_followed_to_its_root() {
        assert_eq!(
            names("use crate::base::{lang::{self, Msg as M}, date};"),
            ["crate::base::lang", "crate::base::lang::Msg", "crate::base::date"]
        );
        assert_eq!(names("use super::field::Field;"), ["crate::model::field::Field"]);
        assert_eq!(names("mod tests { use super::Kind; }"), ["crate::model::kind::Kind"]);
        assert_eq!(names("use std::io; fn f() { io::stdout(); }"), ["std::io", "std::io::stdout"]);
        assert_eq!(names("use jiff::Timestamp; fn f() -> Timestamp { Timestamp::now() }"), ["jiff::Timestamp", "jiff::Timestamp::now"]);
        assert_eq!(names("fn f(a: git2::Oid) { git2::opts::x(); }"), ["git2::Oid", "git2::opts::x"]);
        assert_eq!(names("fn f() { let x = Vec::<u8>::new(); Local::here(); }"), Vec::<String>::new());
    }

    #[test]
    fn a_name_inside_a_macro_is_seen() {
        assert_eq!(names("fn f() { vec![crate::show::ui::go(std::env::args())]; }"), ["crate::show::ui::go", "std::env::args"]);
        assert_eq!(names("#[derive(git2::Trait)] struct A;"), ["git2::Trait"]);
        let both = source("fn f() { assert!(matches!(a, b), println!(\"{}\", 1)); }");
        assert_eq!(both.macros.iter().map(|call| call.text.as_str()).collect::<Vec<_>>(), ["assert", "matches", "println"]);
    }

    #[test]
    fn what_only_tests_name_is_known() {
        let source = source("use crate::base::a; #[cfg(test)] mod tests { use crate::base::b; }");
        assert_eq!(source.names.iter().map(|name| name.in_test).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn climbing_and_giving_on_are_seen() {
        let seen = source("pub use super::super::base::a;");
        assert!(seen.names[0].climbs && seen.names[0].given_on);
        assert_eq!(seen.names[0].text(), "crate::base::a");
        assert!(!source("mod tests { use super::super::field; }").names[0].climbs);
    }

    #[test]
    fn a_message_is_seen_with_its_arguments() {
        let text = r#"fn f() {
            msg!("a", one = x(1, 2), two = y);
            vec![msg!("b")];
            msg!("c").with("three", 3);
            Msg::new("d");
            g(msg!("e", name = msg!("f")));
        }"#;
        let seen = source(text).messages;
        let seen: Vec<_> = seen.iter().map(|message| (message.key.as_str(), message.arguments.as_ref().map(|all| all.join(" ")))).collect();
        let given = |text: &str| Some(text.to_owned());
        let expected = [("a", given("one two")), ("b", None), ("c", None), ("d", None), ("e", given("name")), ("f", None)];
        assert_eq!(seen, expected);
    }

    #[test]
    fn unsafe_is_seen_wherever_it_stands() {
        assert!(source("fn f() { unsafe { g() } }").has_unsafe);
        assert!(source("unsafe fn f() {}").has_unsafe);
        assert!(source("fn f() { m!(unsafe { g() }); }").has_unsafe);
        assert!(!source("// unsafe\nfn f() {}").has_unsafe);
    }
}

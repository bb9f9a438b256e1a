//! All kinds of a community, and which of them a file belongs to.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::base::lang::Lang;
use crate::base::limits::Limits;
use crate::base::limits::settings::KINDS;
use crate::base::nearest::{is_slip, nearest};
use crate::base::path::last;
use crate::base::problem::Problem;
use crate::base::slug::slug_path;
use crate::msg;
use crate::text::front::nodes::Node;
use crate::text::front::parse::parse;

use super::built_in::{BUILT_IN, READ};
use super::file_name::{is_aside, is_hidden, is_signpost, slug_in, slug_of};
use super::kind::{Kind, State};
use super::kind_file::{Layer, apply, finish};
use super::reading::{Fault, Reader, Weight};

/// The endings of a document below whose name its children can stand. The long ones are first, so that the first that fits leaves the
/// shortest name.
const PARENT_ENDINGS: [&str; 4] = [".nl.md", ".en.md", ".markdown", ".md"];

/// Folders that hold forms to fill in and no documents.
const TEMPLATES: [&str; 4] = ["template", "templates", "sjabloon", "sjablonen"];

/// The kinds of a community.
#[derive(Clone, Debug, PartialEq)]
pub struct Kinds {
    list: Vec<Kind>,
    patterns: Vec<Pattern>,
}

/// Where files of a kind stand.
#[derive(Clone, Debug, PartialEq)]
struct Pattern {
    kind: usize,
    /// The folder below which a name counts, with its slash.
    folder: String,
    /// The literal start; the longer wins.
    literal: usize,
    /// Which of the kind's `paths`; `None` for a kind's own folder.
    glob: Option<usize>,
}

/// A kind's claim to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The kind's place in [`Kinds::all`].
    pub kind: usize,
    /// The file's name among the documents of its kind.
    pub slug: String,
}

/// A `kind.yaml` of the community's own.
#[derive(Clone, Debug)]
pub struct OwnKind {
    /// The kind's name: the folder's.
    pub name: String,
    /// The file, from the community's root.
    pub path: String,
    /// Its content.
    pub text: String,
}

impl OwnKind {
    /// The name of the kind whose file stands at a path from the community's root, if one does.
    pub fn name_at(path: &str) -> Option<&str> {
        let name = path.strip_prefix(".cop/kinds/")?.strip_suffix("/kind.yaml")?;
        (!name.contains('/') && !name.starts_with('.')).then_some(name)
    }
}

impl Kinds {
    /// No kinds at all: what settings hold until theirs are read.
    pub(super) fn none() -> Self {
        Self { list: Vec::new(), patterns: Vec::new() }
    }

    /// The built-in kinds, the community's own over them, and the `kinds:` of `community.yaml` last.
    pub fn read(own: &[OwnKind], community: Option<(&str, &Node)>, faults: &mut Vec<Fault>) -> Self {
        let mut list = READ.kinds.clone();
        let mut places = 0;
        for file in own {
            let mut read = Reader::new(&file.path, faults).after(places);
            let Some(kind) = kind_named(&mut list, &file.name) else {
                too_many(0..0, &mut read);
                break;
            };
            let (node, problems) = parse(&file.text, 0..file.text.len(), &Limits::of_settings());
            for problem in problems {
                read.fault(Weight::Error, problem);
            }
            if let Some(node) = node {
                apply(kind, &node, Layer::Own, &mut read);
            }
            places = read.places();
        }
        if let Some((path, node)) = community {
            let mut read = Reader::new(path, faults).after(places);
            for entry in read.map(node) {
                if entry.value.is_null() {
                    list.retain(|kind| kind.name != entry.key);
                    continue;
                }
                stranger(&list, &entry.key, entry.key_span.clone(), &entry.value, &mut read);
                let Some(kind) = kind_named(&mut list, &entry.key) else {
                    too_many(entry.key_span.clone(), &mut read);
                    break;
                };
                apply(kind, &entry.value, Layer::Community, &mut read);
            }
        }
        list.iter_mut().for_each(finish);
        let mut kinds = Self { list, patterns: Vec::new() };
        kinds.patterns = kinds.patterns();
        kinds.contradictions(community, faults);
        kinds
    }

    /// Every kind, in the order in which they are shown.
    pub fn all(&self) -> &[Kind] {
        &self.list
    }

    /// The kind at a place in [`Kinds::all`]; the first for a place that does not exist.
    pub fn at(&self, at: usize) -> &Kind {
        self.list.get(at).unwrap_or(&self.list[0])
    }

    /// A kind by its own name.
    pub fn named(&self, name: &str) -> Option<&Kind> {
        self.list.iter().find(|kind| kind.name == name)
    }

    /// The kind that a person means, in any language, singular or plural.
    pub fn meant_by(&self, text: &str) -> Option<&Kind> {
        self.named(text.trim()).or_else(|| self.list.iter().find(|kind| kind.is_meant_by(text)))
    }

    /// A word for a kind that can be typed for it: its label in a language in small letters where that is one word which means no other
    /// kind, else its name.
    pub fn word_for(&self, kind: &Kind, lang: Lang) -> String {
        let label = kind.label(lang).to_lowercase();
        let is_word = !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
        let is_meant = is_word && self.meant_by(&label).is_some_and(|meant| meant.name == kind.name);
        if is_meant { label } else { kind.name.clone() }
    }

    /// The kind whose name or label is nearest to a word that is none.
    pub fn nearest_to(&self, text: &str) -> Option<&Kind> {
        let labels = |kind: &Kind| {
            let words = [&kind.singular.en, &kind.singular.nl, &kind.plural.en, &kind.plural.nl];
            words.into_iter().flatten().cloned().chain([kind.name.clone()]).collect::<Vec<_>>()
        };
        let all: Vec<(String, &Kind)> =
            self.list.iter().flat_map(|kind| labels(kind).into_iter().map(move |label| (label, kind))).collect();
        let near = nearest(text, all.iter().map(|(label, _)| label.as_str()))?;
        all.iter().find(|(label, _)| label == near).map(|(_, kind)| *kind)
    }

    /// The names of the states that a text means, for any of the kinds named `among` or, where that is empty or none of them has such a state,
    /// for any kind. What a state is called wins over the other words for it: to the practices `accepted` is a word for adopted, but where
    /// decisions count too it is a state of theirs.
    pub fn states_meant_by(&self, text: &str, among: &[String]) -> BTreeSet<&str> {
        let meant = |kinds: &dyn Fn(&&Kind) -> bool| {
            let names = |state: for<'k> fn(&'k Kind, &str) -> Option<&'k State>| -> BTreeSet<&str> {
                let states = self.list.iter().filter(kinds).filter_map(|kind| state(kind, text));
                states.map(|state| state.name.as_str()).collect()
            };
            let called = names(Kind::state_called);
            if called.is_empty() { names(Kind::state_meant_by) } else { called }
        };
        let own = meant(&|kind| among.contains(&kind.name));
        if own.is_empty() { meant(&|_| true) } else { own }
    }

    /// The kind that claims a file, by its path from the community's root. `exists` tells of other files there.
    ///
    /// Of several patterns that match, the one with the longer literal start wins. A file in a folder that is named like a
    /// document of the parent kind beside it is a child of that document.
    pub fn claim(&self, path: &str, exists: &dyn Fn(&str) -> bool) -> Option<Claim> {
        if is_hidden(path) {
            return None;
        }
        let mut best: Option<&Pattern> = None;
        for pattern in &self.patterns {
            let longer = best.is_none_or(|best| pattern.literal > best.literal);
            if longer && self.matches(pattern, path) {
                best = Some(pattern);
            }
        }
        let pattern = best?;
        let below = &path[pattern.folder.len().min(path.len())..];
        if let Some(child) = self.child(pattern, path, below, exists) {
            return Some(child);
        }
        let slug = slug_in(&pattern.folder, below);
        (!slug.is_empty()).then_some(Claim { kind: pattern.kind, slug })
    }

    /// Whether any kind could claim a file with this name: what is worth reading at all.
    pub fn wants(&self, path: &str) -> bool {
        !is_hidden(path) && self.patterns.iter().any(|pattern| self.matches(pattern, path))
    }

    /// Whether any kind could claim what stands at this path, or a file in it if it is a folder.
    pub fn wants_at(&self, path: &str) -> bool {
        self.wants(path) || self.wants(&format!("{path}/x.md"))
    }

    /// Whether a file of such a kind could stand below a folder, or in it.
    pub fn may_stand_below(&self, folder: &str, such: &dyn Fn(&Kind) -> bool) -> bool {
        let is_child = |kind: &Kind, of: &Kind| kind.parent.as_deref() == Some(of.name.as_str());
        let gives = |kind: &Kind| such(kind) || self.list.iter().any(|child| is_child(child, kind) && such(child));
        let folder = format!("{folder}/");
        let meets = |pattern: &&Pattern| pattern.folder.starts_with(&folder) || folder.starts_with(&pattern.folder);
        self.patterns.iter().filter(meets).any(|pattern| gives(&self.list[pattern.kind]))
    }

    /// The endings, from the first dot, that the kinds' globs ask for beside `.md`; for what history has to keep.
    pub fn endings(&self) -> Vec<String> {
        let globs = self.list.iter().flat_map(|kind| &kind.paths);
        let mut endings: Vec<_> =
            globs.filter_map(|glob| glob.literal_suffix().find('.').map(|dot| glob.literal_suffix()[dot..].to_owned())).collect();
        endings.sort();
        endings.dedup();
        endings
    }

    fn matches(&self, pattern: &Pattern, path: &str) -> bool {
        if !path.starts_with(&pattern.folder) {
            return false;
        }
        let kind = &self.list[pattern.kind];
        let below = &path[pattern.folder.len()..];
        let fits = match pattern.glob {
            Some(at) => kind.paths[at].matches(path) && !(kind.numbered.is_some() && is_signpost(below)),
            None => is_markdown(path) && !is_aside(path),
        };
        fits && !kind.exclude.iter().any(|glob| glob.matches(path))
    }

    /// Whether a file is left alone on purpose: hidden, a template, or a page for people in a browser where a kind's documents stand.
    pub fn sets_aside(&self, path: &str) -> bool {
        let is_here = |pattern: &Pattern| match pattern.glob {
            Some(at) => self.list[pattern.kind].paths[at].matches(path),
            None => path.starts_with(&pattern.folder) && is_markdown(path),
        };
        is_hidden(path)
            || self.patterns.iter().any(is_here)
            || self.list.iter().flat_map(|kind| &kind.exclude).any(|glob| glob.matches(path))
            || path.rsplit('/').skip(1).any(|part| TEMPLATES.iter().any(|name| part.eq_ignore_ascii_case(name)))
    }

    /// The claim of a child kind to a file below its parent's folder.
    fn child(&self, pattern: &Pattern, path: &str, below: &str, exists: &dyn Fn(&str) -> bool) -> Option<Claim> {
        let parent = &self.list[pattern.kind];
        let child = self.list.iter().position(|kind| kind.parent.as_deref() == Some(parent.name.as_str()) && kind.name != parent.name)?;
        let (folder, _) = path.rsplit_once('/')?;
        let (below_folder, _) = below.rsplit_once('/')?;
        let beside = |ending: &str| exists(&format!("{folder}{ending}"));
        let has_parent = PARENT_ENDINGS.into_iter().any(beside);
        let stem = slug_of(last(below));
        let slug = [slug_path(below_folder), stem].join("/");
        has_parent.then_some(Claim { kind: child, slug })
    }

    fn patterns(&self) -> Vec<Pattern> {
        let mut patterns = Vec::new();
        for (at, kind) in self.list.iter().enumerate() {
            if kind.is_adopted() {
                for (glob_at, glob) in kind.paths.iter().enumerate() {
                    let folder = glob.literal_folder().to_owned();
                    patterns.push(Pattern { kind: at, folder, literal: glob.literal_prefix().len(), glob: Some(glob_at) });
                }
            } else if kind.parent.is_none() {
                for (_, folder) in &kind.folders {
                    let folder = format!("{folder}/");
                    patterns.push(Pattern { kind: at, literal: folder.len(), folder, glob: None });
                }
            }
        }
        patterns.dedup_by(|a, b| a.kind == b.kind && a.glob.is_none() && a.folder == b.folder);
        patterns
    }

    /// Two kinds with the same claim, states and moves that do not exist: faults of `community.yaml`.
    fn contradictions(&self, community: Option<(&str, &Node)>, faults: &mut Vec<Fault>) {
        let (path, node) = community.map_or(("community.yaml", None), |(path, node)| (path, Some(node)));
        let mut read = Reader::new(path, faults);
        let span_of = |kind: &Kind| {
            let entries = node.and_then(Node::entries).unwrap_or_default();
            entries.iter().find(|entry| entry.key == kind.name).map_or(0..0, |entry| entry.key_span.clone())
        };
        let mut claimed: HashMap<String, usize> = HashMap::new();
        for pattern in &self.patterns {
            let paths = self.text(pattern);
            match claimed.get(&paths) {
                Some(first) if *first != pattern.kind => {
                    let (a, b) = (&self.list[*first], &self.list[pattern.kind]);
                    let msg = msg!("settings-same-paths", one = &a.name, other = &b.name, paths = paths);
                    let span = if span_of(b).is_empty() { span_of(a) } else { span_of(b) };
                    read.fault(Weight::Error, Problem::new("settings-value", span, msg));
                }
                Some(_) => {}
                None => drop(claimed.insert(paths, pattern.kind)),
            }
        }
        for kind in &self.list {
            let states = kind.moves.iter().flat_map(|(from, to)| to.iter().chain([from])).chain(&kind.default_state);
            for state in states {
                if kind.state(state).is_none() {
                    let msg = msg!("settings-no-such-state", kind = &kind.name, state = state);
                    read.fault(Weight::Error, Problem::new("settings-value", span_of(kind), msg));
                }
            }
        }
    }

    fn text(&self, pattern: &Pattern) -> String {
        match pattern.glob {
            Some(at) => self.list[pattern.kind].paths[at].text().to_owned(),
            None => format!("{}**/*.md", pattern.folder),
        }
    }
}

/// The folders whose files are children of the document at a path, if its kind has any: of `a.nl.md` those in `a` and in `a.nl`. The first
/// is the one to propose for a new child.
pub fn folders_of_children(path: &str) -> impl Iterator<Item = &str> {
    PARENT_ENDINGS.into_iter().filter_map(|ending| path.strip_suffix(ending))
}

/// Whether a name ends like Markdown.
pub fn is_markdown(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"))
}

/// The kind of a name, made with what every kind has where it is new; `None` where there are too many.
fn kind_named<'k>(list: &'k mut Vec<Kind>, name: &str) -> Option<&'k mut Kind> {
    let at = match list.iter().position(|kind| kind.name == name) {
        Some(at) => at,
        None if list.len() >= KINDS => return None,
        None => {
            list.push(Kind { name: name.to_owned(), ..READ.common.clone() });
            list.len() - 1
        }
    };
    list.get_mut(at)
}

fn too_many(span: Range<usize>, read: &mut Reader<'_>) {
    read.fault(Weight::Error, Problem::new("limit", span, msg!("settings-limit-kinds", limit = KINDS)));
}

/// A new kind that says nothing of where it stands or what it is called, and is nearly a built-in one, is a slip. One that has paths
/// is a kind, and only if it looks like a built-in one misspelt is that said.
fn stranger(list: &[Kind], name: &str, span: Range<usize>, node: &Node, read: &mut Reader<'_>) {
    let has = |keys: &[&str]| keys.iter().any(|key| node.get(key).is_some());
    if list.iter().any(|kind| kind.name == name) || has(&["label", "parent"]) {
        return;
    }
    let mut fault = |weight, msg, help| read.fault(weight, Problem::new("settings-key", span.clone(), msg).help(help));
    let unknown = || msg!("settings-kind-unknown", name = name);
    if let Some(labelled) = list.iter().find(|kind| kind.is_meant_by(name)) {
        // What another kind is called already is that kind, wherever it stands.
        fault(Weight::Error, unknown(), msg!("settings-kind-key", name = &labelled.name));
    } else if has(&["paths"]) {
        if let Some(near) = BUILT_IN.into_iter().find(|known| is_slip(name, known)) {
            fault(Weight::Warning, msg!("settings-kind-beside", name = name, near = near), msg!("settings-key-nearest", key = near));
        }
    } else if !has(&["folder"])
        && let Some(near) = nearest(name, BUILT_IN)
    {
        fault(Weight::Error, unknown(), msg!("settings-key-nearest", key = near));
    }
}

#[cfg(test)]
mod tests {
    use super::Kinds;
    use crate::base::lang::Lang;
    use crate::base::limits::Limits;
    use crate::model::reading::Weight;
    use crate::text::front::parse::parse;

    fn kinds(yaml: &str) -> (Kinds, Vec<crate::model::reading::Fault>) {
        let mut faults = Vec::new();
        let (node, problems) = parse(yaml, 0..yaml.len(), &Limits::default());
        assert_eq!(problems, []);
        let kinds = Kinds::read(&[], node.as_ref().map(|node| ("community.yaml", node)), &mut faults);
        (kinds, faults)
    }

    #[test]
    fn the_built_in_kinds_are_without_fault() {
        let (kinds, faults) = kinds("{}");
        assert_eq!(faults, []);
        assert_eq!(kinds.meant_by("Praktijken").map(|kind| kind.name.as_str()), Some("practice"));
        assert_eq!(kinds.meant_by("besluit").map(|kind| kind.name.as_str()), Some("decision"));
        assert_eq!(kinds.nearest_to("practise").map(|kind| kind.name.as_str()), Some("practice"));
        let practice = kinds.named("practice").unwrap();
        assert_eq!([Lang::En, Lang::Nl].map(|lang| kinds.word_for(practice, lang)), ["practice", "praktijk"]);
        for kind in kinds.all() {
            assert!(kind.field("title").is_some() && kind.relation("related").is_some(), "{}", kind.name);
        }
        assert!(kinds.named("decision").is_some_and(|kind| kind.relation("superseded_by").is_some()));
    }

    #[test]
    fn what_a_state_is_called_wins_over_other_words_for_it() {
        let (kinds, _) = kinds("{}");
        for (text, among, meant) in [
            ("accepted", &[][..], &["accepted"][..]),
            ("Aanvaard", &[], &["accepted"]),
            ("accepted", &["practice"], &["adopted"]),
            ("accepted", &["practice", "decision"], &["accepted"]),
            ("accepted", &["question"], &["accepted"]),
            ("vervallen", &[], &["deprecated", "retired"]),
            ("vervallen", &["practice"], &["retired"]),
            ("retired", &["decision"], &["deprecated"]),
            ("in bewerking", &[], &["draft", "proposed"]),
            ("no such state", &[], &[]),
        ] {
            let among: Vec<String> = among.iter().map(|kind| (*kind).to_owned()).collect();
            assert_eq!(kinds.states_meant_by(text, &among).into_iter().collect::<Vec<_>>(), meant, "{text} {among:?}");
        }
    }

    #[test]
    fn folders_tell_what_can_stand_below_them() {
        let (kinds, _) = kinds(
            "{practice: {paths: ['**/*.md']}, member: {paths: ['team/*/who.md']}, guild: {folder: guilds}, \
             mate: {parent: guild, folder: mates}, note: {folder: notes}}",
        );
        let may = |folder: &str, name: &str| kinds.may_stand_below(folder, &|kind| kind.name == name);
        for (folder, holds) in [("team", true), ("team/a", true), ("teams", false), ("docs", false), ("notes", false)] {
            assert_eq!((may(folder, "member"), may(folder, "practice")), (holds, true), "{folder}");
        }
        for (folder, holds) in [("guilds", true), ("guilds/a", true), ("mates", false), ("notes", false)] {
            assert_eq!(may(folder, "mate"), holds, "{folder}");
        }
        assert!(may("notes/deep/down", "note") && !may("note", "note"));
    }

    #[test]
    fn paths_decide_the_kind_and_the_name() {
        let (kinds, faults) =
            kinds("{decision: {paths: ['docs/adr/*.md']}, practice: {paths: ['docs/**/*.md', 'source/**/*.html.md.erb']}}");
        assert_eq!(faults, []);
        let claim = |path: &str| kinds.claim(path, &|_| false).map(|claim| format!("{}/{}", kinds.at(claim.kind).name, claim.slug));
        assert_eq!(claim("docs/adr/0001-use-x.md").as_deref(), Some("decision/0001-use-x"));
        assert_eq!(claim("docs/adr/sub/0001-use-x.md").as_deref(), Some("practice/adr/sub/0001-use-x"));
        assert_eq!(claim("source/standards/index.html.md.erb").as_deref(), Some("practice/standards"));
        assert_eq!(claim("practices/x.md"), None);
        assert_eq!(claim("questions/How long?.nl.md").as_deref(), Some("question/how-long-nl"));
        assert_eq!(claim("questions/README.md"), None);
        assert_eq!(claim("questions/_draft.md"), None);
        assert_eq!(claim(".cop/questions/x.md"), None);
        assert!(!kinds.wants("docs/.github/x.md") && kinds.wants("docs/github/x.md"));
        assert_eq!(claim("vragen/x.md").as_deref(), Some("question/x"));
    }

    #[test]
    fn an_answer_stands_below_its_question() {
        let (kinds, _) = kinds("{}");
        let exists = |path: &str| path == "questions/git/how-long.md";
        let claim = |path: &str| kinds.claim(path, &exists).map(|claim| format!("{}/{}", kinds.at(claim.kind).name, claim.slug));
        assert_eq!(claim("questions/git/how-long/anna.md").as_deref(), Some("answer/git/how-long/anna"));
        assert_eq!(claim("questions/git/other/anna.md").as_deref(), Some("question/git/other/anna"));
    }

    #[test]
    fn slips_and_contradictions_are_told() {
        let (_, faults) = kinds("{practise: {paths: ['a/*.md']}}");
        assert_eq!(faults.len(), 1);
        for (yaml, help) in [
            ("{praktijk: {paths: ['a/*.md']}}", "keys are English and singular: write \"practice\""),
            ("{Besluiten: {folder: besluiten}}", "keys are English and singular: write \"decision\""),
            ("{decisions: {paths: ['a/*.md']}}", "keys are English and singular: write \"decision\""),
            ("{practise: {paths: ['a/*.md']}}", "did you mean \"practice\"?"),
        ] {
            let (_, faults) = kinds(yaml);
            let told: Vec<_> = faults.iter().filter_map(|fault| fault.problem.help.as_ref()).map(|help| help.text(Lang::En)).collect();
            assert_eq!(told, [help], "{yaml}");
        }
        // Kinds of their own, however near their names are.
        for yaml in ["{recipe: {paths: ['a/*.md']}}", "{besluit: {label: besluit, folder: besluitenlijst}}", "{practise: {folder: drills}}"]
        {
            assert_eq!(kinds(yaml).1, [], "{yaml}");
        }
        let (_, faults) = kinds("{practice: {paths: ['a/*.md']}, decision: {paths: ['a/*.md']}}");
        assert_eq!(faults.len(), 1);
        let (_, faults) = kinds("{practice: {default_status: adoptd, states: {adopted: {alsoo: [x]}}}}");
        assert_eq!(faults.len(), 2);
        let (_, faults) = kinds("{practice: {paths: ['../x/*.md', '/etc/*.md', 'a[']}}");
        assert_eq!(faults.len(), 3);
    }

    #[test]
    fn kinds_with_paths_may_have_names_that_are_near_one_another() {
        let (kinds, faults) =
            kinds("{rule: {paths: ['rules/*.md']}, role: {paths: ['roles/*.md']}, k0: {paths: ['a/*.md']}, k10: {paths: ['b/*.md']}}");
        assert_eq!(faults, []);
        assert!(["rule", "role", "k0", "k10"].iter().all(|name| kinds.named(name).is_some()));
        let weights = |yaml: &str| self::kinds(yaml).1.iter().map(|fault| fault.weight).collect::<Vec<_>>();
        assert_eq!(weights("{practise: {paths: ['a/*.md']}}"), [Weight::Warning]);
        assert_eq!(weights("{tern: {paths: ['a/*.md']}}"), [Weight::Warning]);
        assert_eq!(weights("{practise: {states: {adopted: {also: [a]}}}}"), [Weight::Error]);
        assert_eq!(weights("{practise: {paths: ['a/*.md'], label: [drill, drills]}}"), []);
        assert_eq!(weights("{fieldnote: {folder: notes}, field-notes: {states: {draft: {}}}}"), []);
    }

    /// Each of these took minutes when every kind was compared with every other and cop's own files were read for each.
    #[test]
    fn there_may_be_only_so_many_of_everything() {
        let many = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<Vec<_>>().join(", ");
        let limited = |yaml: &str| {
            let mut faults = Vec::new();
            let (node, _) = parse(yaml, 0..yaml.len(), &Limits { front: 8 << 20, ..Limits::default() });
            let kinds = Kinds::read(&[], node.as_ref().map(|node| ("community.yaml", node)), &mut faults);
            assert_eq!(faults.iter().map(|fault| fault.problem.rule).collect::<std::collections::BTreeSet<_>>(), ["limit"].into());
            assert!(faults.iter().all(|fault| fault.weight == Weight::Error && !fault.problem.span.is_empty()));
            kinds
        };
        assert_eq!(limited(&format!("{{{}}}", many(20_000, &|at| format!("kind{at}: {{folder: f{at}}}")))).all().len(), 200);
        assert_eq!(
            limited(&format!("{{x: {{paths: [{}]}}}}", many(40_000, &|at| format!("f{at}/*.md")))).named("x").unwrap().paths.len(),
            1_000
        );
        let kinds = limited(&format!("{{x: {{label: x, states: {{{}}}}}}}", many(20_000, &|at| format!("s{at}: {{}}"))));
        assert_eq!(kinds.named("x").unwrap().states.len(), 100);
        let kinds = limited(&format!("{{x: {{label: x, fields: {{{}}}}}}}", many(20_000, &|at| format!("s{at}: {{}}"))));
        assert!(kinds.named("x").unwrap().fields.len() < 1_000);
        let own = (0..5_000).map(|at| super::OwnKind {
            name: format!("k{at}"),
            path: format!(".cop/kinds/k{at}/kind.yaml"),
            text: "folder: x".into(),
        });
        let mut faults = Vec::new();
        let kinds = Kinds::read(&own.collect::<Vec<_>>(), None, &mut faults);
        assert_eq!(kinds.all().len(), 200);
        assert!(faults.iter().any(|fault| fault.problem.rule == "limit" && fault.file.ends_with("kind.yaml")));
    }

    #[test]
    fn the_community_lays_its_words_over_ours() {
        let (kinds, faults) = kinds(
            "{practice: {states: {adopted: {also: [active]}, retired: null}, fields: {reviewed: last_reviewed_on, sponsor: {type: person}}, default_status: adopted}}",
        );
        assert_eq!(faults.iter().filter(|fault| fault.problem.rule != "settings-value").count(), 0);
        let kind = kinds.named("practice").unwrap();
        assert_eq!(kind.state_meant_by("Active").map(|state| state.name.as_str()), Some("adopted"));
        assert_eq!(kind.first_state().map(|state| state.name.as_str()), Some("adopted"));
        assert_eq!(kind.field_of_key("last_reviewed_on").map(|field| field.name.as_str()), Some("reviewed"));
        assert_eq!(kind.field("sponsor").map(|field| field.keys.clone()), Some(vec!["sponsor".to_owned()]));
        assert!(kind.state("retired").is_none());
    }

    #[test]
    fn children_stand_in_a_folder_of_the_name() {
        for (path, folders) in [
            ("q/how.md", &["q/how"][..]),
            ("q/how.markdown", &["q/how"]),
            ("q/how.nl.md", &["q/how", "q/how.nl"]),
            ("q/how.fr.md", &["q/how.fr"]),
            ("q/how.txt", &[]),
        ] {
            assert_eq!(super::folders_of_children(path).collect::<Vec<_>>(), folders, "{path}");
        }
    }

    #[test]
    fn an_index_is_named_for_its_folder_and_no_decision() {
        let (kinds, _) = kinds("{practice: {paths: ['docs/a/*.md', 'docs/b/*.md', '*.md']}, decision: {paths: ['docs/adr/**/*.md']}}");
        let claim = |path: &str| kinds.claim(path, &|_| false).map(|claim| format!("{}/{}", kinds.at(claim.kind).name, claim.slug));
        for (path, claimed) in [
            ("docs/a/index.md", Some("practice/a")),
            ("docs/b/index.md", Some("practice/b")),
            ("index.md", Some("practice/index")),
            ("docs/adr/index.md", None),
            ("docs/adr/old/README.md", None),
            ("docs/adr/use-z/index.md", Some("decision/use-z")),
            ("docs/adr/0007-use-x/README.md", Some("decision/0007-use-x")),
            ("docs/adr/use-y.md", Some("decision/use-y")),
        ] {
            assert_eq!(claim(path).as_deref(), claimed, "{path}");
        }
        for path in ["docs/adr/index.md", "docs/adr/adr-template.md", "template/short.md", "docs/templates/x.md", ".github/x.md"] {
            assert!(kinds.sets_aside(path), "{path}");
        }
        assert!(!kinds.sets_aside("docs/c/index.md") && !kinds.sets_aside("docs/c/plain.md"));
    }
}

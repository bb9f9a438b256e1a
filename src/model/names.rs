//! Finding a document by what a person types: a ref, a path, a number, a part of a name, a title, an earlier name.

use std::collections::{BTreeMap, HashMap};

use crate::base::fold::fold;
use crate::base::nearest::several;
use crate::base::path::last;
use crate::base::slug::{slug, slug_path};

use super::document::number_of;

/// Which of the ways to find a document is by the prefix of its name.
const PREFIX: usize = 3;

/// How a document can be called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// `kind/slug`.
    pub reference: String,
    /// The path from the community's root.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Whether its kind is numbered.
    pub numbered: bool,
    /// Whether it stands below another document, which goes first where both have the same title.
    pub is_child: bool,
}

/// What a typed name stands for; documents are places in the list that [`Names::new`] was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This document.
    One(usize),
    /// Any of these.
    Several(Vec<usize>),
    /// None; these are called something like it.
    Nothing(Vec<usize>),
}

/// The names of all documents, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct Names {
    list: Vec<Name>,
    by_ref: HashMap<String, usize>,
    by_path: HashMap<String, usize>,
    by_slug: HashMap<String, Vec<usize>>,
    by_last: BTreeMap<String, Vec<usize>>,
    by_number: HashMap<u32, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
    by_alias: HashMap<String, Vec<usize>>,
}

impl Names {
    /// Takes the names of all documents, in the order in which answers count them. Of two with one ref the first has it.
    pub fn new(list: Vec<Name>) -> Self {
        let mut names = Self::default();
        for (at, name) in list.iter().enumerate() {
            let whole = slug_part(&name.reference);
            let own = last(whole);
            names.by_ref.entry(name.reference.clone()).or_insert(at);
            names.by_path.insert(name.path.clone(), at);
            names.by_slug.entry(whole.to_owned()).or_default().push(at);
            names.by_last.entry(own.to_owned()).or_default().push(at);
            if let Some(number) = number_of(whole).filter(|_| name.numbered) {
                names.by_number.entry(number).or_default().push(at);
            }
            names.by_title.entry(fold(&name.title).into_owned()).or_default().push(at);
            if let Some(bare) = without_number(&name.title).filter(|_| name.numbered) {
                names.by_title.entry(fold(bare).into_owned()).or_default().push(at);
            }
            for alias in &name.aliases {
                let (folded, file) = (fold(alias.trim()).into_owned(), slug(alias));
                // What a file was called is found too, where its title was kept as an alias.
                if file != folded && !file.is_empty() {
                    names.by_alias.entry(file).or_default().push(at);
                }
                names.by_alias.entry(folded).or_default().push(at);
            }
        }
        names.list = list;
        names
    }

    /// The document with a ref in its canonical form.
    pub fn by_ref(&self, reference: &str) -> Option<usize> {
        self.by_ref.get(reference).copied()
    }

    /// The document at a path from the community's root.
    pub fn by_path(&self, path: &str) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// What a person means by `typed`; `kind_of` gives the name of the kind that a word means.
    ///
    /// Tried in this order: ref, path, number, last part of the name, prefix of every part, title, alias, last part without its
    /// number or day, the beginning of that without its number.
    pub fn find(&self, typed: &str, kind_of: &dyn Fn(&str) -> Option<String>) -> Found {
        match self.resolve(typed, kind_of) {
            Found::Nothing(_) => {
                let whole = self.behind_digits(typed, kind_of, false);
                let found = if whole.is_empty() { self.behind_digits(typed, kind_of, true) } else { whole };
                match found.as_slice() {
                    [] => Found::Nothing(self.near(typed)),
                    [one] => Found::One(*one),
                    several => Found::Several(several.to_vec()),
                }
            }
            found => found,
        }
    }

    /// Documents whose name is this one behind a number or a day, which nobody has in mind: `use-mdto` for `0007-use-mdto`.
    ///
    /// A beginning of such a name counts where the kind is numbered: nobody types the number of what they know by its words.
    fn behind_digits(&self, typed: &str, kind_of: &dyn Fn(&str) -> Option<String>, by_start: bool) -> Vec<usize> {
        let (kind, name) = match typed.trim().split_once('/') {
            Some((kind, name)) => (kind_of(kind), name),
            None => (None, typed),
        };
        let wanted = slug_path(name);
        let fits = |name: &Name| {
            let own = last(slug_part(&name.reference));
            let bare = own.strip_prefix("adr-").unwrap_or(own).trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '-');
            let is_kind = kind.as_deref().is_none_or(|kind| name.reference.split('/').next() == Some(kind));
            let is_called = if by_start { name.numbered && bare.starts_with(&wanted) } else { bare == wanted };
            bare.len() < own.len() && is_called && is_kind && !wanted.is_empty()
        };
        (0..self.list.len()).filter(|at| fits(&self.list[*at])).collect()
    }

    /// The same without looking for what is near to a name that nothing has, which takes a look at every name.
    pub fn resolve(&self, typed: &str, kind_of: &dyn Fn(&str) -> Option<String>) -> Found {
        self.resolve_by(typed, kind_of, usize::MAX)
    }

    /// What a name stands for as a whole: by ref, path, number, or last part.
    pub fn by_whole_name(&self, typed: &str, kind_of: &dyn Fn(&str) -> Option<String>) -> Found {
        self.resolve_by(typed, kind_of, PREFIX)
    }

    /// The document that a person means by what its file is called: by ref, path, number, last part or prefix, which go before titles and
    /// aliases. `None` where that leaves a doubt, and titles and aliases have a say.
    pub fn by_file(&self, typed: &str, kind_of: &dyn Fn(&str) -> Option<String>) -> Option<usize> {
        match self.resolve_by(typed, kind_of, PREFIX + 1) {
            Found::One(at) => Some(at),
            Found::Several(_) | Found::Nothing(_) => None,
        }
    }

    fn resolve_by(&self, typed: &str, kind_of: &dyn Fn(&str) -> Option<String>, ways: usize) -> Found {
        let typed = typed.trim();
        let unprefixed = typed.strip_prefix("./").unwrap_or(typed);
        let in_kind = unprefixed.split_once('/').and_then(|(kind, slug)| Some((kind_of(kind)?, slug)));
        let reference = in_kind.as_ref().map(|(kind, slug)| format!("{kind}/{slug}"));
        let exact = reference.as_deref().and_then(|reference| self.by_ref(reference));
        if let Some(at) = exact.or_else(|| self.by_path(unprefixed)).or_else(|| self.by_path(&format!("{unprefixed}.md"))) {
            return Found::One(at);
        }
        let number = typed
            .trim_start_matches('#')
            .parse::<u32>()
            .ok()
            .filter(|_| typed.trim_start_matches('#').bytes().all(|byte| byte.is_ascii_digit()));
        let slug = slug_path(unprefixed);
        let folded = fold(typed);
        let tries: [&dyn Fn() -> Vec<usize>; 6] = [
            &|| number.and_then(|number| self.by_number.get(&number)).cloned().unwrap_or_default(),
            &|| self.by_slug.get(slug.as_str()).cloned().unwrap_or_default(),
            &|| self.by_last.get(slug.as_str()).cloned().unwrap_or_default(),
            &|| self.with_prefix(&slug, in_kind.as_ref().map(|(kind, slug)| (kind.as_str(), *slug))),
            &|| self.by_title.get(&*folded).cloned().unwrap_or_default(),
            &|| self.with_alias(&folded, &slug, in_kind.as_ref().map(|(kind, slug)| (kind.as_str(), *slug))),
        ];
        // A prefix that several share may still be the whole title of one; any other name that several share stays open.
        let mut shared = Vec::new();
        for (at, attempt) in tries.iter().enumerate().take(ways) {
            let found = attempt();
            match self.elders(&found).as_slice() {
                [] => {}
                [one] => return Found::One(*one),
                several if shared.is_empty() => shared = several.to_vec(),
                _ => {}
            }
            if !shared.is_empty() && at < PREFIX {
                break;
            }
        }
        if shared.is_empty() { Found::Nothing(Vec::new()) } else { Found::Several(shared) }
    }

    /// Of several, those that are nobody's child, if there are any.
    fn elders(&self, found: &[usize]) -> Vec<usize> {
        let elders: Vec<_> = found.iter().copied().filter(|at| !self.list[*at].is_child).collect();
        if elders.is_empty() { found.to_vec() } else { elders }
    }

    fn with_alias(&self, folded: &str, slug: &str, in_kind: Option<(&str, &str)>) -> Vec<usize> {
        let known = |alias: &str| self.by_alias.get(alias).cloned().unwrap_or_default();
        let mut found = known(folded);
        if found.is_empty() {
            found = known(slug);
        }
        if let Some((kind, rest)) = in_kind.filter(|_| found.is_empty()) {
            let is_of_kind = |at: &usize| self.list[*at].reference.split_once('/').is_some_and(|(own, _)| own == kind);
            found = known(&slug_path(rest)).into_iter().filter(is_of_kind).collect();
        }
        found.dedup();
        found
    }

    fn with_prefix(&self, slug: &str, in_kind: Option<(&str, &str)>) -> Vec<usize> {
        if slug.is_empty() {
            return Vec::new();
        }
        let fits = |wanted: &str, name: &str| {
            let (wanted, parts): (Vec<_>, Vec<_>) = (wanted.split('/').collect(), name.split('/').collect());
            parts.len() >= wanted.len() && {
                let tail = &parts[parts.len() - wanted.len()..];
                wanted.iter().zip(tail).all(|(wanted, part)| part.starts_with(wanted))
            }
        };
        let matches = |name: &Name| {
            let own = slug_part(&name.reference);
            fits(slug, own)
                || in_kind.is_some_and(|(kind, rest)| name.reference.starts_with(&format!("{kind}/")) && fits(&slug_path(rest), own))
        };
        // Whatever fits has a last part that begins with the last part that is wanted.
        let last = last(slug);
        let candidates = self.by_last.range(last.to_owned()..).take_while(|(name, _)| name.starts_with(last)).flat_map(|(_, found)| found);
        let mut fitting: Vec<_> = candidates.copied().filter(|at| matches(&self.list[*at])).collect();
        fitting.sort_unstable();
        fitting
    }

    /// Documents that are called something like it, nearest first.
    fn near(&self, typed: &str) -> Vec<usize> {
        let slugs = self.list.iter().map(|name| last(slug_part(&name.reference)));
        let titles = self.list.iter().map(|name| name.title.as_str());
        let near = several(last(typed), slugs.chain(titles), 3);
        let mut found = Vec::new();
        for near in near {
            let at = self.list.iter().position(|name| name.title == near || last(slug_part(&name.reference)) == near);
            found.extend(at.filter(|at| !found.contains(at)));
        }
        found
    }
}

/// `12. Use X` as `Use X`: older records have their number in the title too.
fn without_number(title: &str) -> Option<&str> {
    let rest = title.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let bare = rest.strip_prefix(['.', ':'])?.trim_start();
    (rest.len() < title.len() && !bare.is_empty()).then_some(bare)
}

/// A ref without its kind.
fn slug_part(reference: &str) -> &str {
    reference.split_once('/').map_or(reference, |(_, slug)| slug)
}

#[cfg(test)]
mod tests {
    use super::{Found, Name, Names};

    fn names() -> Names {
        let name = |reference: &str, title: &str, aliases: &[&str]| Name {
            reference: reference.to_owned(),
            path: format!("{reference}.md"),
            title: title.to_owned(),
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            numbered: reference.starts_with("decision"),
            is_child: reference.starts_with("answer"),
        };
        Names::new(vec![
            name("practice/git/rebasing", "Rebasing without tears", &["rebase guide"]),
            name("practice/short-rounds", "Short rounds", &[]),
            name("question/how-long", "How long do we keep it?", &[]),
            name("answer/how-long/bram", "How long do we keep it?", &[]),
            name("decision/0007-use-mdto", "Use MDTO", &[]),
            name("decision/0012-use-x", "Use X", &[]),
            name("term/short", "Short", &[]),
            name("decision/0031-short-commits", "31. Commit often", &[]),
            name("practice/git/merge-often", "Merge", &[]),
            name("practice/hg/merge-rarely", "Merging in Mercurial", &[]),
            name("practice/hg/squash", "Squash", &[]),
            name("story/git/squash", "How we squashed", &[]),
        ])
    }

    #[test]
    fn people_type_many_things() {
        let names = names();
        let kind_of = |word: &str| match word {
            "praktijk" | "practice" => Some("practice".to_owned()),
            "answer" => Some("answer".to_owned()),
            _ => None,
        };
        for (typed, reference) in [
            ("practice/git/rebasing", "practice/git/rebasing"),
            ("praktijk/short-rounds", "practice/short-rounds"),
            ("practice/short-rounds.md", "practice/short-rounds"),
            ("./practice/short-rounds.md", "practice/short-rounds"),
            ("7", "decision/0007-use-mdto"),
            ("#12", "decision/0012-use-x"),
            ("rebasing", "practice/git/rebasing"),
            ("reb", "practice/git/rebasing"),
            ("how-long/br", "answer/how-long/bram"),
            ("git/re", "practice/git/rebasing"),
            ("practice/sh", "practice/short-rounds"),
            ("use mdto", "decision/0007-use-mdto"),
            ("use-mdto", "decision/0007-use-mdto"),
            ("short-commits", "decision/0031-short-commits"),
            ("use-m", "decision/0007-use-mdto"),
            ("HOW LONG do we keep it?", "question/how-long"),
            ("Rebase Guide", "practice/git/rebasing"),
            ("rebase-guide", "practice/git/rebasing"),
            ("praktijk/rebase-guide", "practice/git/rebasing"),
            ("short", "term/short"),
            ("commit often", "decision/0031-short-commits"),
            ("31", "decision/0031-short-commits"),
            ("merge", "practice/git/merge-often"),
        ] {
            let Found::One(at) = names.find(typed, &kind_of) else { panic!("{typed}: {:?}", names.find(typed, &kind_of)) };
            assert_eq!(names.list[at].reference, reference, "{typed}");
        }
        assert!(matches!(names.find("use", &kind_of), Found::Several(_)), "both are called so behind their numbers");
        assert!(matches!(names.resolve("use", &kind_of), Found::Nothing(_)), "in a file a number begins those names");
        assert!(matches!(names.find("00", &kind_of), Found::Several(_)));
        assert!(matches!(names.find("squash", &kind_of), Found::Several(_)), "a name of two, though the title of one");
        assert_eq!(names.find("short-ronds", &kind_of), Found::Nothing(vec![1]));
        assert_eq!(names.find("", &kind_of), Found::Nothing(vec![]));
    }
}

//! The numbers of documents: which are taken, who has one twice or none, and what their files are called with another.

use std::collections::{HashMap, HashSet};

use crate::base::path::{folder, last};
use crate::base::slug::slug;
use crate::model::document::Document;
use crate::model::finding::{Mend, Safety};
use crate::model::kind::Kind;

use super::scope::Scope;

/// Where numbers are given: folders below that of a kind may each have numbers of their own, and so do files that were there before.
type Place<'a> = (usize, &'a str);

/// A larger number is a slip or a date, and the next after it is not the next.
pub(in crate::work) const LARGEST: u32 = 999_999;

/// The documents that are to have another number, by their place in the community.
pub(super) struct Numbers(HashMap<usize, Given>);

/// Another number for a document.
pub(super) struct Given {
    /// The number.
    pub(super) number: u32,
    /// What its file is called with that.
    pub(super) name: String,
    /// Who keeps the number that it has; `None` where it has none.
    pub(super) twin: Option<usize>,
    /// Whether that is only the next, and not one that the document has a claim to.
    pub(super) is_next: bool,
    /// Whether nothing speaks against calling it so.
    pub(super) is_clear: bool,
}

impl Numbers {
    /// Of several with one number the oldest keeps it; the others, and those without one, get the next in the order in which they came.
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let mut giving = Giving::default();
        let mut waiting = Vec::new();
        for at in scope.by_age() {
            let (document, kind) = (scope.document(at), scope.kind(at));
            match document.number(kind) {
                Some(number) => waiting.extend(giving.meet(scope, at, number).map(|twin| (at, Some(twin)))),
                None if kind.numbered.is_some() && !kind.is_adopted() => waiting.push((at, None)),
                None => {}
            }
        }
        // Who calls itself by a number goes before those that take the next.
        waiting.sort_by_key(|(at, twin)| twin.is_some() || number_in(&scope.document(*at).title).is_none());
        for (at, twin) in waiting {
            giving.give(scope, at, twin);
        }
        Self(giving.given)
    }

    /// Another number for a document, if it is to have one.
    pub(super) fn of_document(&self, at: usize) -> Option<&Given> {
        self.0.get(&at)
    }
}

impl Given {
    /// The change that gives it.
    pub(super) fn mend(&self, document: &Document, safety: Safety) -> Mend {
        Mend::Number { path: document.path.clone(), number: self.number, is_next: self.is_next, safety }
    }
}

/// The numbers while they are given.
#[derive(Default)]
struct Giving<'a> {
    /// Who keeps a number: a document, and what is that in another language.
    keepers: HashMap<(Place<'a>, u32), Vec<usize>>,
    highest: HashMap<Place<'a>, u32>,
    given: HashMap<usize, Given>,
    /// Those that got one, by what their files are called without endings.
    called: HashMap<(Place<'a>, String), Vec<usize>>,
    taken: HashSet<(Place<'a>, u32)>,
}

impl<'a> Giving<'a> {
    /// Notes a document with a number; gives the one that has it already.
    fn meet(&mut self, scope: &Scope<'a>, at: usize, number: u32) -> Option<usize> {
        let place = place(scope, at);
        let highest = self.highest.entry(place).or_default();
        if number <= LARGEST {
            *highest = number.max(*highest);
        }
        let keepers = self.keepers.entry((place, number)).or_default();
        let is_one = keepers.iter().any(|keeper| is_translation(scope, *keeper, at));
        let twin = keepers.first().copied().filter(|_| !is_one);
        if twin.is_none() {
            keepers.push(at);
        }
        twin
    }

    fn give(&mut self, scope: &Scope<'a>, at: usize, twin: Option<usize>) {
        let (document, kind, place) = (scope.document(at), scope.kind(at), place(scope, at));
        let said = if twin.is_none() { number_in(&document.title) } else { None };
        let is_free = |number: &u32| !self.keepers.contains_key(&(place, *number)) && !self.taken.contains(&(place, *number));
        let own = self.of_translation(scope, at, place).or(said.filter(is_free).map(|said| (said, false)));
        let highest = self.highest.entry(place).or_default();
        let (number, is_next) = own.unwrap_or((highest.saturating_add(1), true));
        if number <= LARGEST {
            *highest = number.max(*highest);
        }
        let name = called(document, kind, number);
        // What calls itself by another number is a person's to settle, and what can't be read is nobody's to change.
        let grave = |rule: &str| rule == "yaml-syntax" || rule.starts_with("front-");
        let is_readable = !document.front.problems.iter().any(|problem| grave(problem.rule));
        let is_clear = number <= LARGEST && name.is_some() && is_readable && said.is_none_or(|said| said == number);
        let name = name.unwrap_or_else(|| {
            let width = kind.numbered.unwrap_or_default();
            format!("{number:0width$}-{}", last(&document.path))
        });
        self.taken.insert((place, number));
        self.called.entry((place, stem(document))).or_default().push(at);
        self.given.insert(at, Given { number, name, twin, is_next, is_clear });
    }

    /// The number of what a document is in another language, and whether that is only the next.
    fn of_translation(&self, scope: &Scope<'a>, at: usize, here: Place<'a>) -> Option<(u32, bool)> {
        let same = self.called.get(&(here, stem(scope.document(at)))).into_iter().flatten().copied();
        let named = scope.related(at, "translation_of").filter(|to| place(scope, *to) == here);
        let mut others = same.chain(named).filter(|other| is_translation(scope, *other, at));
        others.find_map(|other| {
            let keeps = |number: &u32| self.keepers.get(&(here, *number)).is_some_and(|keepers| keepers.contains(&other));
            let own = || scope.document(other).number(scope.kind(other)).filter(keeps).map(|number| (number, false));
            self.given.get(&other).map(|given| (given.number, given.is_next)).or_else(own)
        })
    }
}

fn place<'a>(scope: &Scope<'a>, at: usize) -> Place<'a> {
    let document = scope.document(at);
    (document.kind, folder(&document.path))
}

fn stem(document: &Document) -> String {
    slug(last(&document.path).split('.').next().unwrap_or_default())
}

/// Whether two documents are one in two languages: they say so, or their files have one name but for the ending.
fn is_translation(scope: &Scope<'_>, one: usize, other: usize) -> bool {
    let says = |from: usize, to: usize| scope.related(from, "translation_of").any(|at| at == to);
    let (first, second) = (scope.document(one), scope.document(other));
    says(one, other) || says(other, one) || (first.lang != second.lang && stem(first) == stem(second))
}

/// What the file of a document is called with a number in place of the one that it has, or before its name; `None` where that is not the
/// file's to say, or its number stands in another form.
pub(in crate::work) fn called(document: &Document, kind: &Kind, number: u32) -> Option<String> {
    let name = last(&document.path);
    let bare = name.split('.').next().unwrap_or_default();
    if ["index", "readme"].iter().any(|index| bare.eq_ignore_ascii_case(index)) {
        return None;
    }
    let marked = name.get(..4).filter(|start| start.eq_ignore_ascii_case("adr-")).map_or(0, str::len);
    let (lead, named) = name.split_at(marked);
    let digits = named.bytes().take_while(u8::is_ascii_digit).count();
    if document.number(kind).is_some() {
        return (digits > 0).then(|| format!("{lead}{number:0digits$}{}", &named[digits..]));
    }
    let (width, rest) = (kind.numbered?, named.trim_start_matches('-'));
    let dash = if rest.starts_with('.') { "" } else { "-" };
    Some(format!("{lead}{number:0width$}{dash}{rest}"))
}

/// The number that a title begins with: `12. Use X`, `ADR-0012: Use X`. In "12 things to know" it is none.
fn number_in(title: &str) -> Option<u32> {
    let marked = title.get(..3).filter(|start| start.eq_ignore_ascii_case("adr")).map_or(0, str::len);
    let rest = title[marked..].trim_start_matches(['-', ' ', '#']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = rest.split_at(digits);
    let is_marked = marked > 0 && behind.starts_with([' ', '-', '–', '—']) || behind.starts_with(['.', ':', ')']);
    // A version or a time is no number of a record: `2.0`, `12:30`.
    let goes_on = behind.get(1..).is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    if is_marked && !goes_on { number.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::number_in;

    #[test]
    fn a_title_has_a_number_where_it_begins_with_one_that_is_marked() {
        for (title, number) in [
            ("12. Use X", Some(12)),
            ("ADR-0012: Use X", Some(12)),
            ("ADR 12 – Use X", Some(12)),
            ("#7: Use X", Some(7)),
            ("12 things to know", None),
            ("2.0 of the format", None),
            ("12:30 is lunch", None),
            ("Use X", None),
            ("ÀDR 1", None),
        ] {
            assert_eq!(number_in(title), number, "{title}");
        }
    }
}

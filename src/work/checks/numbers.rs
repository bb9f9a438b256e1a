//! The numbers of documents: which are taken, who has one twice or none, and what their files are called with another.

use std::collections::{HashMap, HashSet};

use crate::base::path::{folder, last};
use crate::base::slug::slug;
use crate::model::community::Community;
use crate::model::document::{Document, number_of};
use crate::model::finding::{Mend, Safety};
use crate::model::kind::Kind;
use crate::model::left_out::Which;
use crate::model::targets::Target;
use crate::work::write::spoken::is_spoken;

use super::paths::WRITTEN;

/// Where numbers are given: folders below that of a kind may each have numbers of their own, and so do files that were there before.
type Place<'a> = (usize, &'a str);

/// A larger number is a slip or a date, and the next after it is not the next.
const LARGEST: u32 = 999_999;

/// The numbers that are given everywhere, and the next.
#[derive(Default)]
pub(in crate::work) struct Series<'a>(HashMap<Place<'a>, u32>);

impl<'a> Series<'a> {
    /// What is given in a community, also to documents that a sparse checkout leaves out.
    pub(in crate::work) fn of(community: &'a Community) -> Self {
        let mut series = Self::default();
        let kinds = &community.settings.kinds;
        let here = community.documents().iter().map(|document| (document.kind, document.path.as_str(), document.slug.as_str()));
        let left_out = community.left_out().all().iter().map(|one| (one.claim.kind, one.path.as_str(), one.claim.slug.as_str()));
        for (kind, path, slug) in here.chain(left_out) {
            if let Some(number) = number_in_slug(kinds.at(kind), slug) {
                series.give((kind, folder(path)), Some(number));
            }
        }
        series
    }

    /// Gives the number that a document has a claim to, or the next.
    fn give(&mut self, place: Place<'a>, own: Option<u32>) -> u32 {
        let highest = self.0.entry(place).or_default();
        let number = own.unwrap_or(highest.saturating_add(1));
        if is_usual(number) {
            *highest = number.max(*highest);
        }
        number
    }

    /// The same for one of these documents.
    pub(in crate::work) fn give_to(&mut self, document: &'a Document, own: Option<u32>) -> u32 {
        self.give((document.kind, folder(&document.path)), own)
    }
}

fn is_usual(number: u32) -> bool {
    number <= LARGEST
}

/// The documents that are to have another number, by their place in the community.
pub(super) struct Numbers(HashMap<usize, Given>);

/// Another number for a document.
pub(super) struct Given {
    /// The number.
    pub(super) number: u32,
    /// What its file is called with that.
    pub(super) name: String,
    /// Who keeps the number that it has; `None` where it has none.
    pub(super) twin: Option<Which>,
    /// Whether that is only the next, and not one that the document has a claim to.
    pub(super) is_next: bool,
    /// Whether nothing speaks against calling it so.
    pub(super) is_clear: bool,
}

impl Numbers {
    /// Of several with one number the oldest keeps it; the others, and those without one, get the next in the order in which they came.
    /// `targets` are where each document's relations lead; `by_age` has all documents, the older first.
    pub(super) fn of(community: &Community, targets: &[Vec<Target>], by_age: &[Which]) -> Self {
        let look = Look { community, targets };
        let mut giving = Giving::of(community);
        let mut waiting = Vec::new();
        for which in by_age {
            let (number, kind) = (look.number(*which), look.kind(*which));
            let twin = number.and_then(|number| giving.meet(look, *which, number));
            // What is left out is nobody's to change.
            let Which::Here(at) = *which else { continue };
            if twin.is_some() || number.is_none() && kind.numbered.is_some() && !kind.is_adopted() {
                waiting.push((at, twin));
            }
        }
        // Who calls itself by a number goes before those that take the next.
        waiting.sort_by_key(|(at, twin)| twin.is_some() || number_in(&look.document(*at).title).is_none());
        for (at, twin) in waiting {
            giving.give(look, at, twin);
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

/// The documents, and where their relations lead.
#[derive(Clone, Copy)]
struct Look<'a, 't> {
    community: &'a Community,
    targets: &'t [Vec<Target>],
}

impl<'a> Look<'a, '_> {
    fn document(self, at: usize) -> &'a Document {
        &self.community.documents()[at]
    }

    fn kind(self, which: Which) -> &'a Kind {
        self.community.settings.kinds.at(self.community.claim_of(which).0)
    }

    fn number(self, which: Which) -> Option<u32> {
        number_in_slug(self.kind(which), self.community.claim_of(which).1)
    }

    fn place(self, which: Which) -> Place<'a> {
        (self.community.claim_of(which).0, folder(self.community.path_of(which)))
    }

    fn stem(self, which: Which) -> String {
        slug(last(self.community.path_of(which)).split('.').next().unwrap_or_default())
    }

    /// What a document says that it is a translation of.
    fn translated(self, at: usize) -> impl Iterator<Item = Which> {
        let relations = self.document(at).relations.iter().zip(&self.targets[at]);
        relations.filter(|(relation, _)| relation.name == "translation_of").filter_map(move |(_, target)| match target {
            Target::Document(to, _) => Some(Which::Here(*to)),
            Target::File(path, _) => self.community.left_out().all().iter().position(|one| one.path == *path).map(Which::LeftOut),
            _ => None,
        })
    }

    /// Whether two documents are one in two languages: they say so, or their files have one name but for the ending.
    fn are_one(self, one: Which, other: Which) -> bool {
        let says = |from: Which, to: Which| matches!(from, Which::Here(at) if self.translated(at).any(|said| said == to));
        let differ = match (one, other) {
            (Which::Here(one), Which::Here(other)) => self.document(one).lang != self.document(other).lang,
            // In which language something is that is left out, and what it says of the other, nobody knows.
            _ => true,
        };
        let is_unknown = |which: Which| matches!(which, Which::LeftOut(_)) && self.community.settings.languages.len() > 1;
        let is_told = says(one, other) || says(other, one) || is_unknown(one) || is_unknown(other);
        is_told || differ && self.stem(one) == self.stem(other)
    }
}

/// The numbers while they are given.
struct Giving<'a> {
    series: Series<'a>,
    customs: Customs<'a>,
    /// Who keeps a number: a document, and what is that in another language.
    keepers: HashMap<(Place<'a>, u32), Vec<Which>>,
    given: HashMap<usize, Given>,
    /// Those that got one, by what their files are called without endings.
    called: HashMap<(Place<'a>, String), Vec<usize>>,
    taken: HashSet<(Place<'a>, u32)>,
}

impl<'a> Giving<'a> {
    fn of(community: &'a Community) -> Self {
        Self {
            series: Series::of(community),
            customs: Customs::of(community),
            keepers: HashMap::new(),
            given: HashMap::new(),
            called: HashMap::new(),
            taken: HashSet::new(),
        }
    }

    /// Notes a document with a number; gives the one that has it already.
    fn meet(&mut self, look: Look<'a, '_>, which: Which, number: u32) -> Option<Which> {
        let keepers = self.keepers.entry((look.place(which), number)).or_default();
        let is_one = keepers.iter().any(|keeper| look.are_one(*keeper, which));
        let twin = keepers.first().copied().filter(|_| !is_one);
        if twin.is_none() {
            keepers.push(which);
        }
        twin
    }

    fn give(&mut self, look: Look<'a, '_>, at: usize, twin: Option<Which>) {
        let which = Which::Here(at);
        let (document, kind, place) = (look.document(at), look.kind(which), look.place(which));
        let said = if twin.is_none() { number_in(&document.title) } else { None };
        let is_free = |number: &u32| !self.keepers.contains_key(&(place, *number)) && !self.taken.contains(&(place, *number));
        let own = self.of_translation(look, at, place).or(said.filter(is_free).map(|said| (said, false)));
        let is_next = own.is_none_or(|(_, is_next)| is_next);
        let number = self.series.give(place, own.map(|(number, _)| number));
        let name = self.customs.called(document, number);
        // What calls itself by another number is a person's to settle, and what can't be read is nobody's to change.
        let grave = |rule: &str| rule == "yaml-syntax" || rule.starts_with("front-");
        let is_readable = !document.front.problems.iter().any(|problem| grave(problem.rule));
        let is_clear = is_usual(number) && name.is_some() && is_readable && said.is_none_or(|said| said == number);
        let name = name.unwrap_or_else(|| {
            let width = kind.numbered.unwrap_or_default();
            format!("{number:0width$}-{}", last(&document.path))
        });
        self.taken.insert((place, number));
        self.called.entry((place, look.stem(which))).or_default().push(at);
        self.given.insert(at, Given { number, name, twin, is_next, is_clear });
    }

    /// The number of what a document is in another language, and whether that is only the next.
    fn of_translation(&self, look: Look<'a, '_>, at: usize, here: Place<'a>) -> Option<(u32, bool)> {
        let same = self.called.get(&(here, look.stem(Which::Here(at)))).into_iter().flatten().map(|at| Which::Here(*at));
        let named = look.translated(at).filter(|to| look.place(*to) == here);
        let mut others = same.chain(named).filter(|other| look.are_one(*other, Which::Here(at)));
        others.find_map(|other| {
            let keeps = |number: &u32| self.keepers.get(&(here, *number)).is_some_and(|keepers| keepers.contains(&other));
            let own = || look.number(other).filter(keeps).map(|number| (number, false));
            let given = if let Which::Here(other) = other { self.given.get(&other) } else { None };
            given.map(|given| (given.number, given.is_next)).or_else(own)
        })
    }
}

/// The number in the name of a document of a kind that has those.
fn number_in_slug(kind: &Kind, slug: &str) -> Option<u32> {
    kind.numbered.and_then(|_| number_of(slug))
}

/// How files are called in the folders of a community, each looked at once.
pub(in crate::work) struct Customs<'a> {
    community: &'a Community,
    spoken: HashMap<&'a str, bool>,
}

impl<'a> Customs<'a> {
    /// Those of a community.
    pub(in crate::work) fn of(community: &'a Community) -> Self {
        Self { community, spoken: HashMap::new() }
    }

    /// What the file of a document is called with a number in place of the one that it has, or before its name; `None` where that is not the
    /// file's to say, or its number stands in another form.
    ///
    /// What is called as nobody would call a new file here gets the name that a new one of that title has.
    pub(in crate::work) fn called(&mut self, document: &'a Document, number: u32) -> Option<String> {
        let kind = self.community.kind(document);
        let name = last(&document.path);
        let bare = name.split('.').next().unwrap_or_default();
        if ["index", "readme"].iter().any(|index| bare.eq_ignore_ascii_case(index)) {
            return None;
        }
        let marked = name.get(..4).filter(|start| start.eq_ignore_ascii_case("adr-")).map_or(0, str::len);
        let (lead, named) = name.split_at(marked);
        let digits = named.bytes().take_while(u8::is_ascii_digit).count();
        if document.number(kind).is_some() {
            let rest = self.usual(document, kind, &named[digits..]);
            return (digits > 0).then(|| format!("{lead}{number:0digits$}{rest}"));
        }
        let (width, rest) = (kind.numbered?, named.trim_start_matches('-'));
        let rest = self.usual(document, kind, rest);
        let dash = if rest.starts_with(['.', '-']) { "" } else { "-" };
        Some(format!("{lead}{number:0width$}{dash}{rest}"))
    }

    /// What follows the number in the name of a file: as it is, or where that has spaces or capitals, which files beside it have not, after
    /// the title.
    fn usual(&mut self, document: &'a Document, kind: &Kind, rest: &str) -> String {
        let ending = WRITTEN.iter().filter(|ending| rest.ends_with(*ending)).max_by_key(|ending| ending.len()).map_or("", |ending| *ending);
        let stem = &rest[..rest.len() - ending.len()];
        let settings = &self.community.settings;
        let lang = stem.rsplit_once('.').filter(|(_, lang)| settings.is_language(lang)).map_or(0, |(_, lang)| lang.len() + 1);
        let (stem, lang) = stem.split_at(stem.len() - lang);
        let words = stem.trim_start_matches('-');
        let usual = slug(without_number(&document.title));
        if kind.is_adopted() || slug(words) == words || usual.is_empty() || self.is_spoken(folder(&document.path)) {
            return rest.to_owned();
        }
        format!("-{usual}{lang}{ending}")
    }

    fn is_spoken(&mut self, folder: &'a str) -> bool {
        let community = self.community;
        *self.spoken.entry(folder).or_insert_with(|| is_spoken(folder, community.paths()))
    }
}

/// A title without the number that it begins with.
fn without_number(title: &str) -> &str {
    if number_in(title).is_none() {
        return title;
    }
    let rest = title.trim_start_matches(|letter: char| !letter.is_ascii_digit()).trim_start_matches(|letter: char| letter.is_ascii_digit());
    rest.trim_start_matches(|letter: char| !letter.is_alphanumeric())
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

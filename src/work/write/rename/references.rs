//! The references of one document: what stands there afterwards, and whether that means what it has to.

use std::ops::Range;

use crate::base::fold::fold;
use crate::base::limits::Limits;
use crate::model::document::{Document, RelationValue};
use crate::model::field::{FieldType, Value};
use crate::model::names::Found;
use crate::model::targets::is_external;
use crate::text::front::nodes::Node;
use crate::text::front::parse::parse;
use crate::text::markdown::{Link, LinkForm};

use super::plan::{Meaning, Plan, encoded};

/// Bytes of a file that are replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) span: Range<usize>,
    pub(super) with: String,
}

/// A file whose references are looked at.
pub(super) struct Page<'p> {
    /// The file as it is.
    pub(super) document: &'p Document,
    /// Its place among the documents; `None` for other files in Markdown, of which only the text counts.
    pub(super) at: Option<usize>,
    /// Where it stands afterwards.
    pub(super) path: &'p str,
}

/// What has to be replaced in a file, in order and apart.
pub(super) fn edits(plan: &Plan<'_, '_>, page: &Page<'_>) -> Vec<Edit> {
    let document = page.document;
    let mut edits: Vec<Edit> = document.markdown.links.iter().filter_map(|link| of_link(plan, page, link)).collect();
    if page.at.is_some() {
        let of_front = |span: &Range<usize>| span.end <= document.front.body;
        let relations = document.relations.iter().filter(|relation| of_front(&relation.span));
        edits.extend(relations.filter_map(|relation| {
            let before = plan.relation(&plan.land.side, document, &document.path, relation);
            let wanted = plan.wanted(page.at, &before);
            let after = plan.relation(&plan.after, document, page.path, relation);
            if after != wanted && plan.is_settled(&after) {
                return None;
            }
            let new = if relation.is_path && plan.is_path(&document.path, &relation.target) {
                plan.way(&relation.target, page.path, &wanted)?
            } else {
                let Meaning::Document(at, _) = before else { return None };
                let leads = |name: &String| {
                    let there = RelationValue { target: name.clone(), is_path: false, ..relation.clone() };
                    plan.relation(&plan.after, document, page.path, &there) == wanted
                };
                let is_wiki = document.text.get(relation.span.clone()).is_some_and(|raw| raw.contains("[["));
                let by_file = plan.by_file(&relation.target, at).filter(|_| is_wiki);
                by_file.into_iter().chain(plan.names(&relation.target, at)).find(leads)?
            };
            of_scalar(&document.text, &relation.span, &relation.target, &new)
        }));
        edits.extend(wikis(plan, page).filter_map(|(span, old, new)| of_scalar(&document.text, span, old, &new)));
        edits.extend(files(plan, page).filter_map(|(span, old, new)| of_scalar(&document.text, span, old, &new)));
        edits.extend(fields(plan, document).filter_map(|(value, new)| of_scalar(&document.text, &value.span, &value.text, &new)));
    }
    for person in plan.people.iter().filter(|person| person.handle.0 != person.handle.1) {
        let own = document.markdown.mentions.iter().filter(|mention| mention.handle.eq_ignore_ascii_case(&person.handle.0));
        edits.extend(own.map(|mention| Edit { span: mention.span.start + 1..mention.span.end, with: person.handle.1.clone() }));
    }
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits.dedup();
    let mut end = 0;
    edits.retain(|edit| {
        let is_apart = edit.span.start >= end && edit.span.end <= document.text.len();
        if is_apart {
            end = edit.span.end;
        }
        is_apart
    });
    edits
}

/// The fields that name a member or a document which is called otherwise afterwards, with what they say then.
fn fields<'d>(plan: &'d Plan<'_, '_>, document: &'d Document) -> impl Iterator<Item = (&'d Value, String)> {
    let kind = plan.settings().kinds.at(document.kind);
    let typed = document.fields.iter().filter_map(move |said| Some((said, kind.field(&said.name)?.kind)));
    let in_front = |value: &&Value| value.span.end <= document.front.body;
    typed.flat_map(move |(said, kind)| {
        said.values.iter().filter(in_front).filter_map(move |value| {
            let new = match kind {
                FieldType::Person => plan.people.iter().find_map(|person| {
                    if value.text.eq_ignore_ascii_case(&person.handle.0) {
                        Some(person.handle.1.clone())
                    } else if person.name.0 != person.name.1 && fold(&value.text) == fold(&person.name.0) {
                        Some(person.name.1.clone())
                    } else {
                        None
                    }
                })?,
                FieldType::Ref => {
                    let Found::One(at) = plan.land.side.resolve(plan.settings(), &value.text) else { return None };
                    if matches!(plan.after.resolve(plan.settings(), &value.text), Found::One(after) if plan.is_late && after != at) {
                        return None;
                    }
                    plan.names(&value.text, at).into_iter().find(|name| plan.leads_to(name, at))?
                }
                _ => return None,
            };
            (new != value.text).then_some((value, new))
        })
    })
}

/// The values in front matter that no field of the kind has, however deep, and that are the path of a file which moves: `image: scan-maps/box.png`.
fn files<'d>(plan: &'d Plan<'_, '_>, page: &'d Page<'_>) -> impl Iterator<Item = (&'d Range<usize>, &'d str, String)> {
    let document = page.document;
    others(plan, document).filter_map(move |node| {
        let said = node.text().filter(|said| said.contains(['/', '.']) && !is_external(said))?;
        let before = plan.file(&document.path, said)?;
        let wanted = plan.wanted(page.at, &before);
        let (path, fragment) = said.split_at(said.find('#').unwrap_or(said.len()));
        let fragment = match fragment_of(&wanted) {
            same if same == fragment_of(&before) => fragment.to_owned(),
            other => format!("#{}", encoded(other.unwrap_or_default())),
        };
        let new = plan.way(path, page.path, &wanted)? + &fragment;
        (new != said).then_some((&node.span, said, new))
    })
}

/// The same with wikilinks in them, of which other programs make properties: `up: "[[Scan maps]]"`.
fn wikis<'d>(plan: &'d Plan<'_, '_>, page: &'d Page<'_>) -> impl Iterator<Item = (&'d Range<usize>, &'d str, String)> {
    others(plan, page.document).filter_map(move |node| {
        let said = node.text().filter(|said| said.contains("[["))?;
        let mut new = String::with_capacity(said.len() + 16);
        let mut rest = said;
        while let Some(start) = rest.find("[[") {
            let (before, inner) = rest.split_at(start + 2);
            new.push_str(before);
            let end = inner.find(['[', ']', '|', '#']).unwrap_or(inner.len());
            let name = &inner[..end];
            let after = plan.after.resolve(plan.settings(), name);
            let own = match plan.land.side.resolve(plan.settings(), name) {
                Found::One(at)
                    if plan.is_renamed(at) && (!plan.is_late || matches!(after, Found::Nothing(_)) || after == Found::One(at)) =>
                {
                    let names = plan.by_file(name, at).into_iter().chain(plan.names(name, at));
                    names.into_iter().find(|name| !name.contains(['[', ']', '|', '#']) && plan.leads_to(name, at))
                }
                _ => None,
            };
            new.push_str(own.as_deref().unwrap_or(name));
            rest = &inner[end..];
        }
        new.push_str(rest);
        (new != said).then_some((&node.span, said, new))
    })
}

/// The scalars in front matter that no field and no relation of the kind has, however deep.
fn others<'d>(plan: &'d Plan<'_, '_>, document: &'d Document) -> impl Iterator<Item = &'d Node> {
    let kind = plan.settings().kinds.at(document.kind);
    let of_fields =
        document.fields.iter().filter(|said| kind.field(&said.name).is_some()).flat_map(|said| &said.values).map(|value| &value.span);
    let known: Vec<_> = of_fields.chain(document.relations.iter().map(|relation| &relation.span)).collect();
    document.front.root.iter().flat_map(texts).filter(move |node| !known.iter().any(|span| **span == node.span))
}

/// All scalars below a value that stand where they are said.
fn texts(root: &Node) -> Vec<&Node> {
    let (mut open, mut found) = (vec![root], Vec::new());
    while let Some(node) = open.pop().filter(|node| !node.indirect) {
        open.extend(node.items().unwrap_or_default());
        open.extend(node.entries().unwrap_or_default().iter().map(|entry| &entry.value));
        found.extend(node.text().map(|_| node));
    }
    found
}

/// What a link has to say instead.
fn of_link(plan: &Plan<'_, '_>, page: &Page<'_>, link: &Link) -> Option<Edit> {
    let before = plan.link(&plan.land.side, &page.document.path, link);
    let wanted = plan.wanted(page.at, &before);
    let after = plan.link(&plan.after, page.path, link);
    if wanted == Meaning::Nothing
        || after == wanted && !is_old_name(plan, link, &before)
        || after != wanted && is_elsewhere(plan, &after, &wanted)
    {
        return None;
    }
    let target = link.target.trim();
    let (path, rest) = target.split_at(target.find(['#', '?']).unwrap_or(target.len()));
    let (query, fragment) = rest.split_at(rest.find('#').unwrap_or(rest.len()));
    let (had, has) = (fragment_of(&before), fragment_of(&wanted));
    let is_safe = |text: &str| !text.contains(['[', ']', '|', '#', '\n', '\r', '<', '>', '`', '\\', '*', '_']);
    let fragment = match has {
        _ if had == has => fragment.to_owned(),
        Some(has) if !link.form.is_wiki() => format!("#{}", encoded(has)),
        // Nothing in it may end the link, or begin something else; without the heading it still leads to the document.
        Some(has) if is_safe(has) => format!("#{has}"),
        _ => String::new(),
    };
    let mut until = link.target_span.end;
    let with = if link.form.is_wiki() {
        let name = path.trim();
        let new = match &wanted {
            Meaning::Document(at, _) => {
                let can_stand = |name: &str| is_safe(name) || name == path.trim();
                let names = plan.by_file(name, *at).into_iter().chain(plan.names(name, *at));
                let new = names.into_iter().find(|name| can_stand(name) && plan.leads_to(name, *at))?;
                match shown(plan, page, link, *at).filter(|(title, _)| fragment.is_empty() && is_safe(title)) {
                    Some((title, end)) => {
                        until = end;
                        if title == new { new } else { format!("{new}|{title}") }
                    }
                    None => new,
                }
            }
            Meaning::File(..) if plan.way(name, page.path, &wanted).is_some_and(|way| way == name) => name.to_owned(),
            // As it was: from the root, or from where the document stands.
            Meaning::File(to, _) if !name.starts_with('.') && matches!(&before, Meaning::File(path, _) if path == name) => to.clone(),
            Meaning::File(..) => plan.way(name, page.path, &wanted)?,
            _ => name.to_owned(),
        };
        format!("{new}{fragment}")
    } else if path.is_empty() {
        format!("{query}{fragment}")
    } else {
        format!("{}{query}{fragment}", plan.way(path, page.path, &wanted)?)
    };
    (with != target || until != link.target_span.end).then_some(Edit { span: link.target_span.start..until, with })
}

/// The title that a wikilink showed, as it is afterwards, and where the link's inside ends; `None` where it shows something else, or its
/// place leaves no room for a text.
fn shown(plan: &Plan<'_, '_>, page: &Page<'_>, link: &Link, at: usize) -> Option<(String, usize)> {
    let text = &page.document.text;
    let start = text.get(..link.span.start)?.rfind('\n').map_or(0, |end| end + 1);
    // In a table a text would be a cell.
    let whole = text.get(start..)?.lines().next()?.trim_start();
    let is_table = whole.starts_with('|') || whole.contains(" | ");
    let (old, new) = (plan.land.list.get(at)?, plan.list.get(at)?);
    if link.form != LinkForm::Wiki || is_table {
        return None;
    }
    let is_title = match text.get(link.target_span.end..link.span.end)?.strip_suffix("]]")? {
        "" => old.path != new.path && fold(link.path().trim()) == fold(&old.title),
        said => said.strip_prefix('|') == Some(&*old.title),
    };
    is_title.then(|| (new.title.clone(), link.span.end - 2))
}

/// Whether a link leads to another file already, as whoever wrote it after the renaming meant it.
fn is_elsewhere(plan: &Plan<'_, '_>, after: &Meaning, wanted: &Meaning) -> bool {
    let is_same = match (after, wanted) {
        (Meaning::Document(one, _), Meaning::Document(other, _)) | (Meaning::Page(one, _), Meaning::Page(other, _)) => one == other,
        (Meaning::File(one, _), Meaning::File(other, _)) => one == other,
        (Meaning::Here(_), Meaning::Here(_)) => true,
        _ => false,
    };
    !is_same && plan.is_settled(after)
}

/// Whether a wikilink says a name that the document had: it would still be found, by its alias, and is written anew all the same.
fn is_old_name(plan: &Plan<'_, '_>, link: &Link, before: &Meaning) -> bool {
    matches!(before, Meaning::Document(at, _) if link.form.is_wiki() && plan.is_renamed(*at))
}

fn fragment_of(meaning: &Meaning) -> Option<&str> {
    match meaning {
        Meaning::Document(_, fragment) | Meaning::Page(_, fragment) | Meaning::File(_, fragment) => fragment.as_deref(),
        Meaning::Here(fragment) => Some(fragment),
        Meaning::Nothing => None,
    }
}

/// Another text within a scalar of YAML, in the quotes that it has, else in those that it needs.
pub(super) fn of_scalar(text: &str, span: &Range<usize>, old: &str, new: &str) -> Option<Edit> {
    if old == new {
        return None;
    }
    let raw = text.get(span.clone())?;
    let is_bare = |text: &str| {
        let mut letters = text.chars();
        letters.next().is_some_and(char::is_alphanumeric)
            && letters.all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '/' | '.' | ' '))
            && text.contains(|letter: char| letter.is_alphabetic() && !matches!(letter, 'e' | 'E' | 'x' | 'o'))
            && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].iter().any(|word| text.eq_ignore_ascii_case(word))
    };
    let is_quotable = |text: &str| !text.contains(['"', '\'', '\\', '\n', '\r']);
    let quote = raw.chars().next().filter(|first| matches!(first, '"' | '\''));
    // What has no quotes and no escapes stands there as it is read.
    let mut found = raw.match_indices(old).filter(|_| is_quotable(old));
    let once = found.next().filter(|_| found.next().is_none());
    if let Some((at, _)) = once
        && (is_bare(new) || quote.is_some() && is_quotable(new))
    {
        let start = span.start + at;
        return Some(Edit { span: start..start + old.len(), with: new.to_owned() });
    }
    if raw.starts_with(['|', '>']) || raw.contains('\n') {
        return None;
    }
    let said = parse(raw, 0..raw.len(), &Limits::default()).0?.text()?.to_owned();
    let mut found = said.match_indices(old);
    let (Some((at, _)), None) = (found.next(), found.next()) else { return None };
    let whole = [&said[..at], new, &said[at + old.len()..]].concat();
    (whole != said).then(|| Edit { span: span.clone(), with: format!("'{}'", whole.replace('\'', "''")) })
}

/// A text with edits carried out, which are in order and apart.
pub(super) fn edited(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for Edit { span, with } in edits {
        out.push_str(text.get(at..span.start).unwrap_or_default());
        out.push_str(with);
        at = span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// The places in a file, as it is now, of references that would not mean afterwards what they have to; `None` where the file would be
/// read otherwise altogether.
pub(super) fn astray(plan: &Plan<'_, '_>, page: &Page<'_>, after: &Document) -> Option<Vec<Range<usize>>> {
    let before = page.document;
    let same = before.markdown.links.len() == after.markdown.links.len()
        && before.markdown.mentions.len() == after.markdown.mentions.len()
        && before.relations.len() == after.relations.len();
    if !same || before.front.problems.len() < after.front.problems.len() {
        return None;
    }
    let mut astray = Vec::new();
    for (old, new) in before.markdown.links.iter().zip(&after.markdown.links) {
        let wanted = plan.wanted(page.at, &plan.link(&plan.land.side, &before.path, old));
        let leads = plan.link(&plan.after, page.path, new);
        if wanted != Meaning::Nothing && leads != wanted && !is_elsewhere(plan, &leads, &wanted) {
            astray.push(old.target_span.clone());
        }
    }
    if page.at.is_none() {
        return Some(astray);
    }
    for (old, new) in before.relations.iter().zip(&after.relations) {
        let wanted = plan.wanted(page.at, &plan.relation(&plan.land.side, before, &before.path, old));
        let leads = plan.relation(&plan.after, after, page.path, new);
        if wanted != Meaning::Nothing && leads != wanted && !plan.is_settled(&leads) {
            astray.push(old.span.clone());
        }
    }
    if plan.people.iter().any(|person| person.handle.0 != person.handle.1) && fields(plan, after).next().is_some() {
        astray.extend(fields(plan, before).map(|(value, _)| value.span.clone()));
    }
    Some(astray)
}

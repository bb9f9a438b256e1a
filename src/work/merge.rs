//! The merge driver: git names three files, and the one that is ours becomes what both made of it.

use std::path::Path;

use crate::base::error::{Error, Result};
use crate::base::files;
use crate::base::limits::Limits;
use crate::model::merge::{Three, merge};
use crate::model::settings::Settings;
use crate::msg;
use crate::store::git::merge::{bytes, lines};
use crate::store::workspace::discover::find;

/// The three files that git hands over.
#[derive(Clone, Copy, Debug)]
pub struct Files<'f> {
    /// What both began with.
    pub base: &'f Path,
    /// Ours; the result is put here.
    pub ours: &'f Path,
    /// Theirs.
    pub theirs: &'f Path,
}

/// Merges the files, and gives how many places are left for a person.
///
/// `folder` is the top of the repository, `path` the document's path from there: it says which kind the document is of, if it is of one.
/// What is no text is left as ours is, and is one conflict.
///
/// # Errors
/// A file can't be read or written. Then nothing is changed.
pub fn files(folder: &Path, three: Files<'_>, path: &str) -> Result<usize> {
    let read = |file: &Path| files::read(file, Limits::HIGHEST.file).map_err(|error| Error::io(msg!("merge-unread"), file, &error.into()));
    let (base, ours, theirs) = (read(three.base)?, read(three.ours)?, read(three.theirs)?);
    let merged = contents(folder, [&base, &ours, &theirs], path);
    let Some((bytes, conflicts)) = merged else { return Ok(1) };
    if bytes != ours {
        files::replace(three.ours, &bytes).map_err(|error| Error::io(msg!("merge-unwritten"), three.ours, &error))?;
    }
    Ok(conflicts)
}

/// Merges what is in three files: base, ours, theirs; the result, and how many places are left for a person. `None` where they are no text.
pub fn contents(folder: &Path, all: [&[u8]; 3], path: &str) -> Option<(Vec<u8>, usize)> {
    let texts = all.map(|bytes| std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0')));
    let settings = settings(folder, path);
    let limit = settings.as_ref().map_or(Limits::default().file, |(settings, _)| settings.limits.file);
    let is_small = all.iter().all(|bytes| bytes.len() as u64 <= limit);
    match texts {
        [Some(base), Some(ours), Some(theirs)] if is_small => {
            let kind = settings.as_ref().and_then(|(settings, kind)| kind.map(|kind| settings.kinds.at(kind)));
            let limits = settings.as_ref().map_or_else(Limits::default, |(settings, _)| settings.limits.clone());
            let merged = merge(Three { base, ours, theirs }, kind, &limits, &lines);
            Some((merged.text.into_bytes(), merged.conflicts))
        }
        _ => bytes(all[0], all[1], all[2]),
    }
}

/// The settings of the community that a path is in, and the place of the kind that claims it; `None` outside any community.
fn settings(folder: &Path, path: &str) -> Option<(Settings, Option<usize>)> {
    let full = folder.join(path);
    // git merges before it writes: the folder of a new file need not be there yet.
    let start = full.ancestors().skip(1).find(|folder| folder.is_dir())?;
    let root = find(start).ok()?;
    let (settings, _) = Settings::read(&root.settings, &root.kinds);
    let top = folder.canonicalize().ok()?;
    let inside = root.dir.strip_prefix(&top).ok()?.to_string_lossy().replace('\\', "/");
    let own = if inside.is_empty() { path } else { path.strip_prefix(&inside)?.strip_prefix('/')? };
    let exists = |path: &str| root.dir.join(path).is_file();
    let kind = settings.kinds.claim(own, &exists).map(|claim| claim.kind);
    Some((settings, kind))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fmt::Write;

    use proptest::prelude::*;

    use crate::base::limits::Limits;
    use crate::model::kinds::Kinds;
    use crate::model::merge::{Merged, Three, merge};
    use crate::store::git::merge::lines;
    use crate::text::front::read;

    /// A document: title, state, tags and other keys, and paragraphs.
    fn document() -> impl Strategy<Value = String> {
        let state = prop::option::of(prop::sample::select(vec!["draft", "proposed", "adopted", "retired"]));
        let tags = prop::collection::vec("[a-d]", 0..4);
        let day = prop::option::of(1..28_u8);
        let other = prop::collection::btree_map("[x-z]", "[a-c: #'\\[-]{0,4}", 0..3);
        let shape = any::<[bool; 3]>();
        let body = prop::collection::vec("[a-c]{1,3}", 0..4);
        (state, tags, day, other, shape, body).prop_map(|(state, tags, day, other, [flow, crlf, comment], body)| {
            let mut text = String::from("---\n");
            if comment {
                text.push_str("# Mind this\n");
            }
            text.extend(state.map(|state| format!("status: {state}\n")));
            let tags: BTreeSet<_> = tags.into_iter().collect();
            if flow {
                let _ = writeln!(text, "tags: [{}]", tags.into_iter().collect::<Vec<_>>().join(", "));
            } else if !tags.is_empty() {
                text.push_str("tags:\n");
                text.extend(tags.iter().map(|tag| format!("  - {tag}\n")));
            }
            text.extend(day.map(|day| format!("reviewed: 2026-01-{day:02} # by hand\n")));
            text.extend(other.iter().map(|(key, value)| format!("{key}: '{}'\n", value.replace('\'', "''"))));
            text.push_str("---\n\n# T\n");
            text.extend(body.iter().map(|line| format!("\n{line}\n")));
            if crlf { text.replace('\n', "\r\n") } else { text }
        })
    }

    /// A member's file: lists of lines, each under its heading, in either language.
    fn member() -> impl Strategy<Value = String> {
        let list = || prop::collection::btree_set("[a-f]", 0..4);
        (list(), list(), list(), any::<bool>()).prop_map(|(uses, thanks, follows, says)| {
            let mut text = format!("---\nname: Ada\n---\n\n# Ada\n{}", if says { "\nHello.\n" } else { "" });
            for (head, list) in [("Uses", uses), ("Dank", thanks), ("Follows", follows)] {
                if !list.is_empty() {
                    let _ = write!(text, "\n## {head}\n\n");
                    text.extend(list.iter().map(|line| format!("- {line}\n")));
                }
            }
            text
        })
    }

    fn merged(kind: &str, base: &str, ours: &str, theirs: &str) -> Merged {
        let kinds = Kinds::read(&[], None, &mut Vec::new());
        merge(Three { base, ours, theirs }, kinds.named(kind), &Limits::default(), &lines)
    }

    fn tags(text: &str) -> BTreeSet<String> {
        let front = read(text, &Limits::default());
        let items = front.get("tags").and_then(|node| node.items()).unwrap_or_default();
        items.iter().filter_map(|item| item.text().map(str::to_owned)).collect()
    }

    proptest! {
        #[test]
        fn who_changes_nothing_has_no_say(base in document(), other in document()) {
            prop_assert_eq!(merged("practice", &base, &other, &other), Merged { text: other.clone(), conflicts: 0 });
            prop_assert_eq!(merged("practice", &base, &other, &base), Merged { text: other.clone(), conflicts: 0 });
            prop_assert_eq!(merged("practice", &base, &base, &other), Merged { text: other.clone(), conflicts: 0 });
        }

        #[test]
        fn what_is_merged_can_be_read_and_says_what_both_said(base in document(), ours in document(), theirs in document()) {
            let one = merged("practice", &base, &ours, &theirs);
            let other = merged("practice", &base, &theirs, &ours);
            prop_assert_eq!(one.conflicts == 0, other.conflicts == 0, "{}\n{}", &one.text, &other.text);
            if one.conflicts == 0 {
                let front = |text: &str| read(text, &Limits::default());
                prop_assert!(front(&one.text).problems.is_empty(), "{}", &one.text);
                prop_assert_eq!(tags(&one.text), tags(&other.text));
                for key in ["status", "reviewed", "x", "y", "z"] {
                    let said = |text: &str| front(text).get(key).and_then(|node| node.text().map(str::to_owned));
                    prop_assert_eq!(said(&one.text), said(&other.text), "{}", key);
                }
                let (before, a, b) = (tags(&base), tags(&ours), tags(&theirs));
                let expected: BTreeSet<_> = a.union(&b).filter(|tag| a.contains(*tag) && b.contains(*tag) || !before.contains(*tag)).cloned().collect();
                prop_assert_eq!(tags(&one.text), expected);
            } else {
                prop_assert!(one.text.contains("<<<<<<< ours") && one.text.contains(">>>>>>> theirs"));
            }
        }

        #[test]
        fn lists_of_members_never_contradict(base in member(), ours in member(), theirs in member()) {
            // Without words of their own that could.
            let [base, ours, theirs] = [base, ours, theirs].map(|text| text.replace("\nHello.\n", ""));
            let one = merged("member", &base, &ours, &theirs);
            prop_assert_eq!(one.conflicts, 0, "{}", &one.text);
            prop_assert!(read(&one.text, &Limits::default()).problems.is_empty());
            let items = |text: &str| -> BTreeSet<String> {
                let mut head = "";
                let mut all = BTreeSet::new();
                for line in text.lines() {
                    if line.starts_with('#') { head = line }
                    if line.starts_with("- ") { all.insert(format!("{head} {line}")); }
                }
                all
            };
            let (before, a, b) = (items(&base), items(&ours), items(&theirs));
            let expected: BTreeSet<_> = a.union(&b).filter(|item| a.contains(*item) && b.contains(*item) || !before.contains(*item)).cloned().collect();
            prop_assert_eq!(items(&one.text), expected);
            prop_assert_eq!(items(&merged("member", &base, &theirs, &ours).text), items(&one.text));
        }

        #[test]
        fn nothing_is_too_odd(base in ".{0,40}", ours in "(---\n)?.{0,40}(\n---\n)?.{0,9}", theirs in "(---\r?\n)?[a: \n'#&*-]{0,40}(\n---\n)?") {
            let merged = merged("member", &base, &ours, &theirs);
            prop_assert!(merged.conflicts > 0 || !merged.text.contains("<<<<<<<"));
        }
    }
}

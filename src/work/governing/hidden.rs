//! What is still there and out of sight, since a commit on the way told git to ignore it or put it where git ignores it: git goes on with a
//! file that it has, and whoever reads the community does not see it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::base::lang::Msg;
use crate::base::width::truncate;
use crate::model::history::ObjectId;
use crate::msg;
use crate::store::git::mainline::{Mainline, NoWay, Step};
use crate::store::workspace::rules::{FILE as IGNORE, Lines, Said};

use super::judge::Judge;
use super::look::folder_if_called;

/// In a larger `.gitignore` no line is sought, in bytes, nor in more of them than this.
const LARGEST: (u64, usize) = (8 << 10, 100);
/// So many cells of a line are shown.
const SHOWN: usize = 60;

/// A commit by which something may be out of sight.
struct Hiding<'w> {
    /// Its place among them.
    at: usize,
    step: &'w Step,
    /// Where: a folder for a `.gitignore` in it, or the path to which a file was moved.
    what: String,
    /// The `.gitignore` as it was before, and as the commit left it, where it stands in the community.
    texts: Option<[String; 2]>,
}

impl Hiding<'_> {
    fn covers(&self, path: &str) -> bool {
        self.what.is_empty() || self.what == path || self.what.ends_with('/') && path.starts_with(&self.what)
    }

    /// Which of these files it hides that were not hidden so before, and by which line.
    fn hides(&self, files: &mut [Lost]) {
        let texts = self.texts.as_ref().map(|texts| texts.each_ref().map(|text| Lines::of(text)));
        for file in files.iter_mut().filter(|file| file.by.is_none() && self.covers(&file.path)) {
            let Some([before, after]) = &texts else {
                file.by = (self.what == file.path).then_some((self.at, None));
                continue;
            };
            let below = file.path.strip_prefix(&self.what).unwrap_or(&file.path);
            let before = before.of_path(below);
            file.was |= matches!(before, Said::Ignored(_));
            file.by = match (before, after.of_path(below)) {
                (Said::Ignored(_), _) => None,
                (_, Said::Ignored(line)) => Some((self.at, Some(line))),
                (Said::Kept, Said::Nothing) => Some((self.at, None)),
                _ => None,
            };
        }
    }
}

/// A file that is out of sight.
struct Lost {
    path: String,
    blob: ObjectId,
    /// Whether it was out of sight before some of what may have hidden it: without any other it was so in the base, and nobody did it.
    was: bool,
    /// By what, and by which line of it, if that is known.
    by: Option<(usize, Option<String>)>,
}

/// Files that one commit put out of sight by one line, or in some other way.
type Found = BTreeMap<(usize, Option<String>), Vec<(String, ObjectId)>>;

impl Judge<'_, '_> {
    /// Finds what commits on the way put out of sight. `is_hidden` tells of a path whether there is a file that the community does not read: git's
    /// library, asked for its patterns, takes hours over one that is made for that.
    pub(super) fn hidden(&mut self, is_hidden: &dyn Fn(&str) -> bool) -> Result<(), NoWay> {
        let way = self.way;
        let hiding = hiding(way)?;
        let Some(last) = way.steps().last().filter(|_| !hiding.is_empty()) else { return Ok(()) };
        let newest: HashMap<&str, usize> = hiding.iter().map(|hiding| (hiding.what.as_str(), hiding.at)).collect();
        let files = way.files(last.commit)?.into_iter().map(|(path, blob)| Lost { path, blob, was: false, by: None });
        let mut unseen: Vec<Lost> = files.filter(|file| newest_over(&newest, &file.path).is_some() && is_hidden(&file.path)).collect();
        let sought = if unseen.is_empty() { 0 } else { LARGEST.1 };
        for hiding in hiding.iter().rev().take(sought) {
            hiding.hides(&mut unseen);
        }
        let all_were_sought = hiding.len() <= sought;
        let mut found = Found::new();
        for Lost { path, blob, by, .. } in unseen.into_iter().filter(|file| !(all_were_sought && file.was && file.by.is_none())) {
            let newest = || newest_over(&newest, &path).unwrap_or_default();
            found.entry(by.unwrap_or_else(|| (newest(), None))).or_default().push((path, blob));
        }
        for ((at, line), files) in found {
            self.hides(&hiding[at], line.as_deref(), &files)?;
        }
        Ok(())
    }

    /// Judges a commit that put these files out of sight, by a line if that is known.
    fn hides(&mut self, hiding: &Hiding<'_>, line: Option<&str>, files: &[(String, ObjectId)]) -> Result<(), NoWay> {
        let says = |state: Msg| match line {
            Some(line) => {
                let (line, file) = (truncate(line, SHOWN).into_owned(), format!("{}{IGNORE}", hiding.what));
                msg!("governance-hidden-line", state = state, line = line, file = file)
            }
            None => msg!("governance-hidden", state = state),
        };
        let (mut case, deeds) = self.loses(hiding.step, files, &says)?;
        let trust = Arc::clone(&self.trust);
        for (handle, member) in deeds.members.iter().filter(|_| !trust.rules.is_empty()) {
            self.loses_member(&mut case, &trust, handle, member, msg!("governance-hidden-member", handle = handle));
        }
        Ok(())
    }
}

/// The newest of those that may hide a file: what moved it, or a `.gitignore` in a folder that it is in. Many files that are moved many
/// times are many of them: none is compared with each.
fn newest_over(newest: &HashMap<&str, usize>, path: &str) -> Option<usize> {
    let folders = path.match_indices('/').filter_map(|(at, _)| path.get(..=at));
    folders.chain(["", path]).filter_map(|what| newest.get(what).copied()).max()
}

/// The commits by which something may be out of sight, in the order of the way.
fn hiding<'w>(way: &'w Mainline<'_>) -> Result<Vec<Hiding<'w>>, NoWay> {
    let text = |blob: Option<ObjectId>| blob.map_or(Ok(None), |blob| way.text(blob, LARGEST.0)).map(Option::unwrap_or_default);
    let mut hiding = Vec::new();
    for step in way.steps() {
        let changes = way.changes(step)?;
        // What is new is judged where it is made; what was there before and stands elsewhere now is another matter.
        let moves = changes.iter().any(|file| file.new.is_none());
        for file in changes {
            if let Some(folder) = folder_if_called(&file.path, IGNORE) {
                hiding.push(Hiding { at: hiding.len(), step, what: folder.to_owned(), texts: Some([text(file.old)?, text(file.new)?]) });
            } else if moves && file.old.is_none() && file.new.is_some() {
                hiding.push(Hiding { at: hiding.len(), step, what: file.path, texts: None });
            }
        }
        if way.above(step, IGNORE)?.1 {
            hiding.push(Hiding { at: hiding.len(), step, what: String::new(), texts: None });
        }
    }
    Ok(hiding)
}

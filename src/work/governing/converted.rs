//! Attributes by which git makes another file where it checks out than the commit has: it is the commit that is judged, and the other that
//! everybody reads.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::model::finding::Severity;
use crate::model::governance::STEWARD;
use crate::msg;
use crate::store::git::mainline::{Mainline, NoWay, Step};
use crate::work::checks::rules::foreign_rules;

use super::attributes::Attributes;
use super::judge::{Case, Judge, Matter};
use super::look::{folder_if_called, is_of_settings, is_ruled};
use super::trust::Trust;

/// The file in which they stand.
const ATTRIBUTES: &str = ".gitattributes";
/// The largest that is read, in bytes.
const LARGEST: u64 = 256 << 10;

/// A file that is read otherwise than it is judged, and what else is by the same commit.
struct Converted {
    path: String,
    by: &'static str,
    more: usize,
}

impl Judge<'_, '_> {
    /// Finds what rules are about and git makes another file of. Only a steward may have that so, and even then it is told: of such a file
    /// nothing is proved.
    pub(super) fn converted(&mut self) -> Result<(), NoWay> {
        let (way, trust) = (self.way, Arc::clone(&self.trust));
        let Some(last) = way.steps().last().filter(|_| !trust.rules.is_empty()) else { return Ok(()) };
        let files = way.files(last.commit)?;
        if !way.above(last, ATTRIBUTES)?.0 && !files.iter().any(|(path, _)| folder_if_called(path, ATTRIBUTES).is_some()) {
            return Ok(());
        }
        let known: HashSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        let of_rules = files.iter().filter(|(path, _)| matters(&trust, path, &known));
        let mut folders: HashMap<&str, Attributes> = HashMap::new();
        let mut all: Vec<(&str, &str)> = Vec::new();
        for (path, _) in of_rules {
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            if !folders.contains_key(folder) {
                folders.insert(folder, attributes(way, last, folder)?);
            }
            let may = || folders.get(folder)?.may_convert(&way.path_of(path));
            all.extend(way.converts(path).or_else(may).map(|by| (path.as_str(), by)));
        }
        // The way is gone along once more only to tell which commit did it.
        let mut said: Vec<(&Step, String)> = Vec::new();
        for step in way.steps().iter().take_while(|_| !all.is_empty()) {
            said.extend(way.changes(step)?.iter().filter_map(|file| Some((step, folder_if_called(&file.path, ATTRIBUTES)?.to_owned()))));
            if way.above(step, ATTRIBUTES)?.1 {
                said.push((step, String::new()));
            }
        }
        let mut found: BTreeMap<Option<usize>, Converted> = BTreeMap::new();
        for (path, by) in all {
            let at = said.iter().rposition(|(_, folder)| path.starts_with(folder.as_str()));
            let new = || Converted { path: path.to_owned(), by, more: 0 };
            found.entry(at).and_modify(|found| found.more += 1).or_insert_with(new);
        }
        for (at, found) in found {
            self.converts(&trust, at.map_or(last, |at| said[at].0), at.is_some(), &found);
        }
        Ok(())
    }

    /// Judges one commit that had git do so, or says it of what was so in the base.
    fn converts(&mut self, trust: &Trust, step: &Step, is_new: bool, found: &Converted) {
        let mut case = Case::of(step);
        let Converted { path, by, more } = found;
        let says = msg!("governance-converted", attribute = *by, more = *more);
        if is_new {
            let signed = trust.rules.signs_any();
            let may = self.actor(&case).holds(&trust.rules, &[STEWARD]);
            let matter = Matter {
                path,
                what: "rules".to_owned(),
                roles: vec![STEWARD],
                may,
                signed,
                rule: &foreign_rules::RULE,
                says: says.clone(),
            };
            self.judge(&mut case, trust, matter);
        }
        if case.passes {
            let help = msg!("governance-converted-help");
            self.find(&mut case, &foreign_rules::RULE, Severity::Warning, path, says, Some(help));
        }
    }
}

/// What the files of attributes say of a folder of the community.
fn attributes(way: &Mainline<'_>, step: &Step, folder: &str) -> Result<Attributes, NoWay> {
    let files = way.down_to(step.commit, folder, ATTRIBUTES)?.into_iter();
    // Git does not follow a link, and its library does: that is a line which they read differently.
    let link = || Ok(Some("\0".to_owned()));
    let texts = files.map(|(folder, blob)| Ok((folder, blob.map_or_else(link, |blob| way.text(blob, LARGEST))?)));
    Ok(Attributes::of(&texts.collect::<Result<Vec<_>, NoWay>>()?))
}

/// Whether a file is of the rules, or one that they are about.
fn matters(trust: &Trust, path: &str, known: &HashSet<&str>) -> bool {
    let kinds = &trust.settings.kinds;
    let claim = || kinds.claim(path, &|path| known.contains(path));
    is_of_settings(path) || claim().is_some_and(|claim| is_ruled(&trust.rules, kinds.at(claim.kind)))
}

//! A repository that several accounts of one machine write to: what git would open to the group or to all, cop opens too.
//!
//! libgit2 heeds `core.sharedRepository` only when it makes a repository. Without this, nobody else could put an object into a
//! folder that a commit of cop's made.

use std::path::PathBuf;

use git2::{Odb, Oid};

use super::ground::{Ground, Step};
use super::{private, tree};

/// Opens what a commit made, as far as it is ours to open. What can't be opened says so to whoever needs it.
pub(super) fn open(ground: &Ground<'_>, commit: Oid, steps: &[Step], reference: &str) {
    let said = ground.raw.config().and_then(|config| config.get_string("core.sharedRepository"));
    let Some(bits) = said.ok().and_then(|said| bits(&said)) else { return };
    let objects = ground.common.join("objects");
    for id in ground.odb().map(|odb| made(&odb, commit, steps)).unwrap_or_default() {
        let name = id.to_string();
        let (folder, file) = name.split_at(2);
        add(objects.join(folder), bits);
        add(objects.join(folder).join(file), bits);
    }
    let (shared, own) = (ground.shared(), ground.own());
    let logs = ground.common.join("logs");
    let branch = [&ground.common.join(reference), &logs.join(reference), &ground.git_dir.join("logs/HEAD"), &private::place(ground)]
        .map(PathBuf::from);
    let ours = [shared.path().to_owned(), shared.path().join("lock"), own.path().to_owned(), own.path().join("last")];
    branch.into_iter().chain(ours).for_each(|path| add(path, bits));
}

/// The bits that files get: as git reads the setting. `None`: whatever the account's own habit is.
fn bits(said: &str) -> Option<u32> {
    match said.trim().to_lowercase().as_str() {
        "umask" | "false" | "no" | "off" | "0" => None,
        "group" | "true" | "yes" | "on" | "1" | "" => Some(0o060),
        "all" | "world" | "everybody" | "2" => Some(0o064),
        octal => u32::from_str_radix(octal, 8).ok().map(|mode| mode & 0o066),
    }
}

/// The commit, and of its folders and files those that it may have made.
fn made(odb: &Odb<'_>, commit: Oid, steps: &[Step]) -> Vec<Oid> {
    let mut ids = vec![commit];
    ids.extend(steps.iter().filter_map(|step| Some(step.new?.id)));
    if let Ok(top) = tree::of(odb, commit) {
        ids.push(top);
        ids.extend(steps.iter().flat_map(|step| tree::folders(odb, top, &step.path).unwrap_or_default()));
    }
    ids
}

#[cfg(unix)]
fn add(path: PathBuf, bits: u32) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(about) = path.symlink_metadata() else { return };
    let mode = about.permissions().mode();
    let wanted = match about.is_dir() {
        // Whoever may read a folder may enter it, and what is made in it belongs to its group.
        true => bits | (bits & 0o044) >> 2 | 0o2000,
        false if mode & 0o200 == 0 => bits & 0o044,
        false => bits,
    };
    if !about.is_symlink() && mode & wanted != wanted {
        let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode | wanted));
    }
}

#[cfg(not(unix))]
fn add(_: PathBuf, _: u32) {}

#[cfg(test)]
mod tests {
    use super::bits;

    #[test]
    fn the_setting_is_read_as_git_reads_it() {
        let cases = [
            ("umask", None),
            ("0", None),
            ("group", Some(0o060)),
            ("1", Some(0o060)),
            ("all", Some(0o064)),
            ("0660", Some(0o060)),
            ("?", None),
        ];
        for (said, expected) in cases {
            assert_eq!(bits(said), expected, "{said}");
        }
    }
}

//! Files and folders that can't be read or written, are something else than they should be, or are very many.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::time::{Duration, Instant};

use insta::assert_snapshot;

use super::{club, give_to_other, says, says_to_other};
use crate::support::world::World;

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Takes the right to write from everything below a folder, or gives it back.
fn set_writable(folder: &Path, writable: bool) {
    for entry in walkdir::WalkDir::new(folder).contents_first(true) {
        let entry = entry.unwrap();
        if !entry.file_type().is_symlink() {
            let mode = fs::metadata(entry.path()).unwrap().permissions().mode();
            set_mode(entry.path(), if writable { mode | 0o200 } else { mode & !0o222 });
        }
    }
}

#[test]
fn nothing_can_be_written() {
    let world = club();
    let usual = says(&world, "cop search mail && cop contributors && cop history scan-mail");
    fs::remove_dir_all(world.path(".git/cop")).unwrap();
    give_to_other(world.root().parent().unwrap());
    set_writable(world.root().parent().unwrap(), false);
    let said = says_to_other(&world, "cop search mail && cop contributors && cop history scan-mail");
    let again = says_to_other(&world, "cop list -f paths");
    let demo = says_to_other(&world, "cop --demo list");
    let here = says_to_other(&world, "cop demo mine");
    set_writable(world.root().parent().unwrap(), true);
    let (Some(said), Some(again), Some(demo), Some(here)) = (said, again, demo, here) else { return };
    assert_eq!(said.lines().filter(|line| !line.starts_with('»')).collect::<Vec<_>>().join("\n"), usual);
    assert_snapshot!(said, @"
    » note: The search index can't be kept, so the next search does the work again: Permission denied (os error 13)
    2 found
    1  File mail                                     practice, draft, changed 1 Jun
       practices/file-mail.md:3  By year.
    2  Scan mail                                     practice, draft, changed 1 Jun
       practices/scan-mail.md:3  Turn every page, then file it.
    Knows about it: Ada Test (wrote 2)
    Ada Test  made 2 (1 commit)

    made, changed: today's documents; reviewed: times; more: cop contributors --help
    Scan mail  practices/scan-mail.md
    2026-06-01  made  Ada Test  Begin  [commit]
    ");
    assert_snapshot!(again, @"
    » note: The search index can't be kept, so the next search does the work again: Permission denied (os error 13)
    practices/file-mail.md
    practices/scan-mail.md
    ");
    assert_snapshot!(demo, @"
    » error: the folder can't be written
    » [world]/home/.cache/cop/demo
    » because: you have no permission for it
    [status 2]
    ");
    assert_snapshot!(here, @"
    » error: the folder can't be written
    » [world]/community/mine
    » because: you have no permission for it
    [status 2]
    ");
    assert!(!world.path(".git/cop").exists());
}

#[test]
fn something_can_not_be_read() {
    let world = club();
    world.write("practices/closed.md", "# Closed\n");
    world.write("closed/a.md", "# A\n");
    give_to_other(world.root().parent().unwrap());
    set_mode(&world.path("practices/closed.md"), 0);
    set_mode(&world.path("closed"), 0);
    let said = says_to_other(&world, "cop list; cop show practices/closed.md; cop check");
    world.write("practices/deep/b.md", "# B\n");
    set_mode(&world.path("practices/deep"), 0);
    let named = says_to_other(
        &world,
        "cop search mail -f paths; cop show closed; cop history practice/closed; cop show nowhere; cop list -q -f paths",
    );
    set_mode(&world.path("practices/deep"), 0o755);
    set_mode(&world.path("closed"), 0o755);
    set_mode(&world.path("community.yaml"), 0);
    let settings = says_to_other(&world, "cop list");
    set_mode(&world.path("community.yaml"), 0o644);
    set_mode(&world.path(".git"), 0);
    let git = says_to_other(&world, "cop list -f paths; cop contributors");
    set_mode(&world.path(".git"), 0o755);
    let (Some(said), Some(named), Some(settings), Some(git)) = (said, named, settings, git) else { return };
    assert_snapshot!(named, @r#"
    » note: practices/closed.md: this and one more can't be read, and what they say is left out; cop check says more
    » error: the file can't be read: you have no permission for it
    » practices/closed.md
    » error: the file can't be read: you have no permission for it
    » practices/closed.md
    » error: no document is called "nowhere"
    » hint: for all documents: cop list
    » hint: practices/deep can't be read, and it may stand there
    practices/file-mail.md
    practices/scan-mail.md
    practices/file-mail.md
    practices/scan-mail.md
    "#);
    assert_snapshot!(said, @"
    » note: practices/closed.md: this can't be read, and what it says is left out; cop check says more
    » error: the file can't be read: you have no permission for it
    » practices/closed.md
    2 documents, newest first
    File mail  draft  1 Jun
    Scan mail  draft  1 Jun
    practices/closed.md  error unreadable-file  the file can't be read: you have no
       permission for it
    3 documents, 1 error, 0 warnings
    [status 1]
    ");
    assert_snapshot!(settings, @"
    » error: the settings can't be read
    » [world]/community/community.yaml
    » because: you have no permission for it
    [status 2]
    ");
    assert_snapshot!(git, @"
    » note: the repository can't be read
    » note: practices/closed.md: this can't be read, and what it says is left out; cop check says more
    » error: the repository can't be read
    » because: could not find repository at '[world]/community'
    » hint: git status and git fsck say more
    practices/deep/b.md
    practices/file-mail.md
    practices/scan-mail.md
    [status 2]
    ");
}

#[test]
fn own_kinds_can_not_be_read() {
    let world = club();
    world.write(".cop/kinds/recipe/kind.yaml", "label: {en: [recipe, recipes]}\n");
    give_to_other(world.root().parent().unwrap());
    let mut said = Vec::new();
    for folder in [".cop", ".cop/kinds", ".cop/kinds/recipe"] {
        set_mode(&world.path(folder), 0);
        said.push(says_to_other(&world, "cop list"));
        set_mode(&world.path(folder), 0o755);
    }
    let Some(said) = said.into_iter().collect::<Option<Vec<_>>>() else { return };
    assert_snapshot!(said.join("\n\n"), @"
    » error: the community's own kinds can't be read, and without them their documents would be none
    » [world]/community/.cop/kinds
    » because: you have no permission for it
    » hint: let yourself read this folder and what is in it
    [status 2]

    » error: the community's own kinds can't be read, and without them their documents would be none
    » [world]/community/.cop/kinds
    » because: you have no permission for it
    » hint: let yourself read this folder and what is in it
    [status 2]

    » error: the community's own kinds can't be read, and without them their documents would be none
    » [world]/community/.cop/kinds/recipe
    » because: you have no permission for it
    » hint: let yourself read this folder and what is in it
    [status 2]
    ");
}

#[test]
fn something_else_stands_where_a_file_should_be() {
    let world = club();
    let usual = says(&world, "cop search mail && cop contributors");
    let own = world.path(".git/cop");
    fs::remove_dir_all(&own).unwrap();
    fs::write(&own, "a file").unwrap();
    assert_snapshot!(says(&world, "cop search mail && cop contributors"), @"
    » note: The search index can't be kept, so the next search does the work again: [world]/community/.git/cop is a link, or no folder. Remove it, and cop makes a folder there.
    2 found
    1  File mail                                     practice, draft, changed 1 Jun
       practices/file-mail.md:3  By year.
    2  Scan mail                                     practice, draft, changed 1 Jun
       practices/scan-mail.md:3  Turn every page, then file it.
    Knows about it: Ada Test (wrote 2)
    Ada Test  made 2 (1 commit)

    made, changed: today's documents; reviewed: times; more: cop contributors --help
    ");
    assert_eq!(fs::read_to_string(&own).unwrap(), "a file");
    fs::remove_file(&own).unwrap();
    fs::create_dir_all(own.join("root/history")).unwrap();
    fs::write(own.join("root/index"), "a file").unwrap();
    assert_snapshot!(says(&world, "cop search mail && cop contributors"), @"
    » note: The search index can't be kept, so the next search does the work again: [world]/community/.git/cop/root/index is a link, or no folder. Remove it, and cop makes a folder there.
    2 found
    1  File mail                                     practice, draft, changed 1 Jun
       practices/file-mail.md:3  By year.
    2  Scan mail                                     practice, draft, changed 1 Jun
       practices/scan-mail.md:3  Turn every page, then file it.
    Knows about it: Ada Test (wrote 2)
    Ada Test  made 2 (1 commit)

    made, changed: today's documents; reviewed: times; more: cop contributors --help
    ");
    fs::remove_dir_all(&own).unwrap();
    symlink("/dev/full", &own).unwrap();
    assert_eq!(says(&world, "cop search mail 2>/dev/null && cop contributors"), usual);
    fs::remove_file(&own).unwrap();
    fs::create_dir(world.path("practices/folder.md")).unwrap();
    assert_eq!(says(&world, "cop search mail && cop contributors"), usual);
    says(&world, "mkfifo practices/pipe.md; ln -s scan-mail.md practices/link.md; ln -s loop.md practices/loop.md");
    assert_eq!(says(&world, "cop search mail && cop contributors"), usual);
    assert_snapshot!(says(&world, "cop show practices/pipe.md; cop show practices/link.md; cop show practices/folder.md"), @r#"
    » error: this is no regular file
    » practices/pipe.md
    » error: no document is called "practices/folder.md"
    » hint: for all documents: cop list
    Scan mail
    practice, draft, changed 1 Jun  practices/scan-mail.md
    Made by  Ada Test

    Turn every page, then file (file-mail.md) it.
    [status 2]
    "#);
}

#[test]
fn a_file_becomes_a_pipe_while_it_is_read() {
    let world = club();
    (0..300).for_each(|number| world.write(&format!("practices/p{number}.md"), format!("# P {number}\n")));
    let swap = "while [ ! -e stop ]; do rm -f practices/p7.md; mkfifo practices/p7.md; rm -f practices/p7.md; echo x > practices/p7.md; done 2>/dev/null & ";
    let start = Instant::now();
    let said = says(
        &world,
        &format!(
            "{swap} for n in 1 2 3 4 5 6 7 8 9 10; do cop list -f paths | grep -c practices/p; timeout 5 cop show p8 >all || echo bad; done; touch stop; wait"
        ),
    );
    assert!(!said.contains("bad") && start.elapsed() < Duration::from_secs(50), "{said}");
}

#[test]
fn two_at_once_do_not_disturb_each_other() {
    let world = club();
    (0..50).for_each(|number| world.write(&format!("practices/p{number}.md"), format!("# P {number}\n\nmail\n")));
    let line = "for n in 1 2 3 4 5 6 7 8; do (cop search mail -n 1 >out$n 2>&1; echo $? >>out$n) & (cop contributors >who$n 2>&1; echo $? >>who$n) & done; wait; cat out* who* | sort | uniq -c";
    assert_snapshot!(says(&world, line), @"
     8 
     8    practices/file-mail.md:3  By year.
    16 0
     8 1  File mail                                     practice, draft, changed 1 Jun
     8 52 found, 1 to 1
     8 Ada Test  made 2 (1 commit)
     8 Knows about it: Ada Test (wrote 2)
     8 made, changed: today's documents; reviewed: times; more: cop contributors --help
    ");
}

#[test]
fn there_is_very_much() {
    let world = World::new();
    // All of it takes too long where nothing is optimised.
    let count = if std::env::var_os("COP_WHOLE").is_some() { 15_000 } else { 2_000 };
    world.write("community.yaml", "name: Many\n");
    (0..count).for_each(|number| world.write(&format!("practices/p{number}.md"), "[a](nowhere.md)\n"));
    let deep = "d/".repeat(500);
    assert_eq!(says(&world, &format!("mkdir -p practices/{deep}; echo '# Deep' > practices/{deep}x.md")), "");
    assert_eq!(says(&world, "cop list -f paths > all; wc -l < all; grep -c d/d/d all"), format!("{}\n1", count + 1));
    assert_eq!(says(&world, "cop search deep -f paths | wc -c"), format!("{}", "practices/".len() + 1000 + "x.md\n".len()));
    let checked = says(&world, "cop check | tail -n 1");
    assert!(checked.starts_with(&format!("{} documents, {count} errors", count + 1)), "{checked}");
}

//! What cop keeps for itself, where others meddle with it or git changes below it.

use std::fs;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

use insta::assert_snapshot;

use super::{club, says};
use crate::support::world::World;

/// The names in a folder, in order.
fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn nothing_is_kept_behind_a_link_and_nothing_removed_there() {
    for link in ["cop", "cop/root", "cop/root/index"] {
        let world = club();
        let usual = says(&world, "cop search mail -f paths && cop contributors");
        let link = world.path(".git").join(link);
        fs::remove_dir_all(&link).unwrap();
        let elsewhere = world.home().join("videos");
        for folder in ["", "index", "root/index"] {
            fs::create_dir_all(elsewhere.join(folder)).unwrap();
            for name in ["volume-2024-holiday.mp4", "volume-7", ".cop-abc"] {
                fs::write(elsewhere.join(folder).join(name), "mine").unwrap();
            }
        }
        symlink(&elsewhere, &link).unwrap();
        assert_eq!(says(&world, "cop search mail -f paths 2>/dev/null && cop contributors"), usual);
        let said = says(&world, "cop search mail -f paths");
        let below = link.strip_prefix(world.root()).unwrap().display();
        assert!(said.contains(&format!("[world]/community/{below} is a link, or no folder. Remove it")), "{said}");
        for folder in ["", "index", "root/index"] {
            let found = names(&elsewhere.join(folder));
            let files: Vec<_> = found.iter().filter(|name| elsewhere.join(folder).join(name).is_file()).collect();
            assert_eq!(files, [".cop-abc", "volume-2024-holiday.mp4", "volume-7"], "{folder} behind {}", link.display());
        }
    }
}

#[test]
fn nothing_is_kept_behind_a_link_in_the_cache() {
    let world = World::without_git();
    world.write("community.yaml", "name: Club\n");
    world.write("practices/scan-mail.md", "# Scan mail\n");
    let elsewhere = world.home().join("videos");
    fs::create_dir_all(&elsewhere).unwrap();
    fs::write(elsewhere.join("volume-7"), "mine").unwrap();
    fs::create_dir_all(world.home().join(".cache")).unwrap();
    symlink(&elsewhere, world.home().join(".cache/cop")).unwrap();
    assert_snapshot!(says(&world, "cop search mail -f paths"), @"
    » note: The search index can't be kept, so the next search does the work again: [world]/home/.cache/cop is a link, or no folder. Remove it, and cop makes a folder there.
    practices/scan-mail.md
    ");
    assert_eq!(names(&elsewhere), ["volume-7"]);
}

#[test]
fn a_pipe_in_gits_folder_is_told_of() {
    let world = club();
    assert_snapshot!(says(&world, "mkfifo .git/shallow; cop list -f paths; cop contributors"), @"
    » note: the repository can't be read
    » error: the repository can't be read
    » because: [world]/community/.git/shallow is no regular file
    » hint: git status and git fsck say more
    practices/file-mail.md
    practices/scan-mail.md
    [status 2]
    ");
}

#[test]
fn what_git_says_about_the_past_is_never_stale() {
    let world = World::archivists();
    says(&world, "git clone -q --depth 1 file://$PWD ../clone");
    let list = |change: &str| {
        let said = says(&world, &format!("cd ../clone && {change} && cop list --json"));
        assert_eq!(says(&world, "cd ../clone && rm -r .git/cop && cop list --json"), said, "{change}");
        said
    };
    let shallow = list("true");
    let whole = list("git fetch -q --unshallow");
    let cut = list("git replace --graft HEAD");
    assert!(shallow != whole && cut != whole, "{shallow}\n{whole}\n{cut}");
    assert_eq!(list("git replace -d HEAD >/dev/null"), whole);
}

#[test]
fn an_object_that_comes_back_is_seen() {
    let world = World::archivists();
    let usual = says(&world, "cop contributors; cop list --json");
    let object = "o=.git/objects/$(git rev-parse HEAD^ | sed 's#^..#&/#')";
    assert_eq!(says(&world, &format!("{object}; mv $o ../away")), "");
    fs::remove_dir_all(world.path(".git/cop")).unwrap();
    let damaged = says(&world, "cop list --json; cop contributors");
    assert!(damaged.contains("damaged") && !damaged.contains("Anna de Vries  "), "{damaged}");
    assert_eq!(says(&world, &format!("{object}; mv ../away $o")), "");
    // Whichever is asked first, and though the other has mended what is kept.
    assert_eq!(says(&world, "cop contributors; cop list --json"), usual);
}

#[test]
fn going_from_branch_to_branch_is_nothing_to_tell() {
    let world = club();
    says(&world, "git worktree add -q ../second && cd ../second && git commit -q --allow-empty -m more");
    for _ in 0..2 {
        assert_eq!(
            says(&world, "cop contributors | head -n 1; cd ../second; cop contributors | head -n 1"),
            "Ada Test  made 2 (1 commit)\nAda Test  made 2 (1 commit)"
        );
    }
    says(&world, "cop contributors; git checkout -q -b other; git commit -q --allow-empty -m other; cop contributors");
    assert_eq!(says(&world, "git checkout -q main; cop contributors | head -n 1"), "Ada Test  made 2 (1 commit)");
}

#[test]
fn rules_of_what_is_ignored_that_are_not_read_are_told_of() {
    let world = club();
    let many = "*.secret\n".repeat(30_000);
    world.write("practices/large/.gitignore", &many);
    world.write("practices/large/plan.md", "# A plan\n");
    world.write("practices/.gitignore", format!("{}\nplan.md\n", "?".repeat(5_000)));
    assert_snapshot!(says(&world, "cop search plan -f paths; cop check -f concise"), @"
    » note: practices/large/.gitignore: a file of rules for git that is larger than 256 KiB is not read; anything here might be what it hides, so nothing in this folder is read
    practices/.gitignore:1:1 warning SET005 limit the pattern on line 1 is too large to be used; the other lines count; write a shorter pattern
    practices/large/.gitignore:1:1 error SET005 limit a file of rules for git that is larger than 256 KiB is not read; anything here might be what it hides, so nothing in this folder is read; keep only the patterns that are needed
    [status 1]
    ");
}

#[test]
fn whoever_is_called_otherwise_by_a_new_commit_is_so_everywhere() {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Club\n");
    world.write("practices/alpha.md", "# Alpha\n");
    world.commit_by("Anna", "anna@example.org", "One");
    assert_eq!(says(&world, "cop search by:anna -f paths"), "practices/alpha.md");
    world.write("practices/beta.md", "# Beta\n");
    world.commit_by("Joanna Bloggs", "anna@example.org", "Two");
    assert_eq!(says(&world, "cop search 'by:\"joanna bloggs\"' -f paths"), "practices/alpha.md\npractices/beta.md");
    let kept = says(&world, "cop search by:anna -f paths; cop list --json");
    fs::remove_dir_all(world.path(".git/cop")).unwrap();
    assert_eq!(kept, says(&world, "cop search by:anna -f paths; cop list --json"));
}

#[test]
fn nobody_waits_long_for_who_holds_the_index() {
    let world = club();
    says(&world, "cop list");
    world.write("practices/open-mail.md", "# Open mail\n");
    let lock = fs::File::open(world.path(".git/cop/root/index/lock")).unwrap();
    lock.lock().unwrap();
    let start = Instant::now();
    assert_snapshot!(says(&world, "cop search open -f paths"), @"
    » note: Another process is updating the search index; this search did without it.
    practices/open-mail.md
    ");
    assert!(start.elapsed() < Duration::from_secs(6), "{:?}", start.elapsed());
    drop(lock);
    assert_eq!(says(&world, "cop search open -f paths"), "practices/open-mail.md");
}

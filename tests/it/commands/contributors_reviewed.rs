//! Reviews as `cop contributors` counts them from old versions, of which there may be many; git's own search for what a commit changed is the judge.

use std::fmt::Write;

use crate::support::world::World;

/// Six practices, and so many commits by two people that each change one: the text only, or the review date too.
fn world(commits: u32) -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Reviewers\n");
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\n---\n");
    world.write("members/bo.md", "---\nname: Bo Guest\nemails: [bo@example.org]\n---\n");
    world.commit("Begin");
    let mut stream = String::new();
    let mut dates = [0; 6];
    for at in 0..commits {
        let page = (at as usize * 5 + at as usize / 7) % dates.len();
        // The first of each page makes it; after that, every third moves the date.
        if at % 3 == 0 {
            dates[page] += 1;
        }
        let text = format!(
            "---\nreviewed: 2020-{:02}-{:02}\ntags: [t]\n---\n\n# Page {page}\n\nVersion {at}.\n",
            dates[page] / 28 % 12 + 1,
            dates[page] % 28 + 1
        );
        let who = if at % 2 == 0 { "Ada Test <ada@example.org>" } else { "Bo Guest <bo@example.org>" };
        let time = 1_700_000_000 + at * 3600;
        let from = if at == 0 { "from refs/heads/main^0\n" } else { "" };
        let _ = write!(
            stream,
            "commit refs/heads/main\nauthor {who} {time} +0000\ncommitter {who} {time} +0000\ndata 4\nWork\n{from}M 100644 inline practices/p{page}.md\ndata {}\n{text}\n",
            text.len()
        );
    }
    world.command("git").args(&["fast-import", "--quiet"]).input(stream).run().done();
    world.git(&["reset", "--hard", "-q"]);
    world
}

/// The commits of somebody that changed a review date of a page that was there.
fn by_git(world: &World, email: &str) -> usize {
    let author = format!("--author={email}");
    let log = world.git(&["log", "--format=", "--name-status", "--diff-filter=M", &author, "-G^reviewed: ", "--", "practices"]);
    log.lines().filter(|line| line.starts_with('M')).count()
}

#[test]
fn reviews_are_counted_as_git_finds_them_in_few_versions_and_in_many() {
    for commits in [40, 600] {
        let world = world(commits);
        let listed = world.cop(&["contributors", "--json"]).json();
        for (handle, email) in [("ada", "ada@example.org"), ("bo", "bo@example.org")] {
            let reviewed = listed["contributors"].as_array().expect("people").iter().find(|one| one["handle"] == handle);
            let reviewed = reviewed.and_then(|one| one["reviewed"].as_u64()).expect("a count");
            assert!(reviewed > 5, "{handle}: {reviewed} of {commits}");
            assert_eq!(reviewed as usize, by_git(&world, email), "{handle} in {commits}");
        }
    }
}

#[test]
fn a_loose_content_that_is_not_what_its_name_says_proves_no_review() {
    let world = world(40);
    let before = world.cop(&["contributors", "@ada", "--json"]).json()["contributors"][0]["reviewed"].as_u64().expect("a count");
    // Everything loose, and then another text under the name of each old version of a page.
    let packed: Vec<_> = std::fs::read_dir(world.path(".git/objects/pack")).expect("packs").flatten().map(|file| file.path()).collect();
    let is_pack = |file: &&std::path::PathBuf| file.extension().is_some_and(|ending| ending == "pack");
    let packs: Vec<_> = packed.iter().filter(is_pack).map(|file| std::fs::read(file).expect("read")).collect();
    for file in &packed {
        std::fs::remove_file(file).expect("removed");
    }
    for pack in packs {
        world.command("git").args(&["unpack-objects", "-q"]).input(pack).run().done();
    }
    // What git says itself: the world shows names of objects as no more than that.
    let names = |arguments: &[&str]| {
        let output = world.command("git").args(arguments).ready().output().expect("git runs");
        String::from_utf8(output.stdout).expect("names")
    };
    let loose = |id: &str| world.path(&format!(".git/objects/{}/{}", &id[..2], &id[2..]));
    let versions = names(&["log", "--raw", "--no-abbrev", "--format=", "HEAD~3", "--", "practices/p0.md"]);
    for (day, line) in (1..).zip(versions.lines()) {
        // Believed, each of them would be a review.
        world.write("lie.md", format!("---\nreviewed: 1999-01-{day:02}\n---\n\n# Lie\n"));
        let (lie, path) = (names(&["hash-object", "-w", "lie.md"]), loose(line.split(' ').nth(3).expect("a name")));
        std::fs::remove_file(&path).expect("removed");
        std::fs::copy(loose(lie.trim()), path).expect("copied");
    }
    let after = world.cop(&["contributors", "@ada", "--json"]).json()["contributors"][0]["reviewed"].as_u64().expect("a count");
    assert!(after < before, "{after} of {before}");
}

//! `cop sync` where a person has not decided yet, or somebody took the branch away.

use super::{bo, bo_git, shared};
use crate::support::world::World;

/// Both change one file, and Ada's merge is left.
fn left(attributes: &str, path: &str, versions: [&[u8]; 3]) -> World {
    let world = shared();
    let [base, theirs, ours] = versions;
    world.write(".gitattributes", attributes);
    world.write(path, base);
    world.commit("A file");
    world.cop(&["sync"]).done();
    bo(&world, &["sync"]).run().done();
    world.write(&format!("../bo/{path}"), theirs);
    bo_git(&world, &["commit", "-qam", "Theirs"]);
    bo(&world, &["sync"]).run().done();
    world.write(path, ours);
    world.commit("Ours");
    let run = world.cop(&["sync"]);
    assert_eq!(run.status, 2, "{run}");
    world
}

#[test]
fn what_git_could_not_merge_is_not_solved_by_leaving_it() {
    let utf16: Vec<u8> = "a,b\n1,3\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let long = "# *.yaml has longer marks\n*.yaml conflict-marker-size=12\n";
    let cases: [(&str, &str, [&[u8]; 3], &str); 5] = [
        ("", "assets/t.csv", [b"a,b\n1,2\n", &utf16, b"a,b\n1,4\n"], "no marks in assets/t.csv"),
        ("", "practices/x.md", [b"# X\n\nOne.\n", b"# X\n\nT\0wo.\n", b"# X\n\nThree.\n"], "no marks in practices/x.md"),
        ("*.svg -merge\n", "assets/a.svg", [b"<svg>1</svg>\n", b"<svg>2</svg>\n", b"<svg>3</svg>\n"], "no marks in assets/a.svg"),
        (long, "notes.yaml", [b"a: 1\n", b"a: 2\n", b"a: 3\n"], "choose between the two versions"),
        ("*.yaml conflict-marker-size=4\n", "notes.yaml", [b"a: 1\n", b"a: 2\n", b"a: 3\n"], "no marks in notes.yaml"),
    ];
    for (attributes, path, versions, says) in cases {
        let world = left(attributes, path, versions);
        let head = world.git(&["rev-parse", "HEAD"]);
        let again = world.cop(&["sync"]);
        assert!(again.status == 2 && again.stderr.contains(says), "{path}: {again}");
        assert_eq!(world.git(&["rev-parse", "HEAD"]), head, "{path}");
        // Whoever wants what is here says so, as the hint does.
        world.write(path, versions[2]);
        if again.stderr.contains("git add") {
            assert_eq!(world.cop(&["sync"]).status, 2, "{path}");
            assert!(again.stderr.contains(&format!("git add :/{path}")), "{again}");
            world.git(&["add", &format!(":/{path}")]);
        }
        world.cop(&["sync"]).done();
        assert_eq!(world.git(&["rev-list", "--parents", "-1", "HEAD"]).split(' ').count(), 3, "{path}");
    }
}

#[test]
fn who_takes_the_marks_out_may_keep_their_own_version() {
    let world = shared();
    bo(&world, &["set", "scan", "steward=Archive"]).run().done();
    bo(&world, &["sync"]).run().done();
    world.cop(&["set", "scan", "steward=Library"]).done();
    assert_eq!(world.cop(&["sync"]).status, 2);
    let ours = world.git(&["show", "HEAD:practices/scan.md"]) + "\n";
    world.write("practices/scan.md", &ours);
    world.cop(&["sync"]).done();
    assert_eq!(world.read("practices/scan.md"), ours);
    bo(&world, &["sync"]).run().done();
    assert!(bo_git(&world, &["show", "HEAD:practices/scan.md"]).contains("steward: Library"));
}

#[test]
fn a_merge_of_something_else_is_left_to_who_made_it() {
    let world = shared();
    world.git(&["checkout", "-qb", "private"]);
    world.write("secret.txt", "secret\n");
    world.commit("Secret");
    world.git(&["checkout", "-q", "main"]);
    world.write("practices/map.md", "# Map\n");
    let head = world.commit("Map");
    world.git(&["merge", "--no-commit", "--no-ff", "-q", "private"]);
    let run = world.cop(&["sync"]);
    assert!(run.status == 2 && run.stderr.contains("a merge of something else than origin/main is under way"), "{run}");
    assert!(run.stderr.contains("git commit"), "{run}");
    assert_eq!(world.git(&["rev-parse", "HEAD"]), head);
    assert!(!world.git(&["ls-tree", "-r", "--name-only", "origin/main"]).contains("secret"));
    let dutch = super::dutch(&world, &["sync"]);
    assert!(dutch.contains("er is een merge bezig van iets anders dan origin/main"), "{dutch}");
}

#[test]
fn a_branch_that_is_gone_there_is_told() {
    let world = shared();
    world.git(&["-C", "../hub.git", "update-ref", "-d", "refs/heads/main"]);
    insta::assert_snapshot!(super::transcript(&world, &["sync", "sync --dry-run"]), @r"
$ cop sync
» Looking at origin …
» error: origin/main is not there any more: somebody deleted it, or called it otherwise
» hint: git ls-remote --heads origin shows what is there; git branch --set-upstream-to NAME says where this belongs now
» hint: or send it there anew: git push origin main:main
[status 2]

$ cop sync --dry-run
» Looking at origin …
» error: origin/main is not there any more: somebody deleted it, or called it otherwise
» hint: git ls-remote --heads origin shows what is there; git branch --set-upstream-to NAME says where this belongs now
» hint: or send it there anew: git push origin main:main
[status 2]
");
    world.git(&["push", "-q", "origin", "main:main"]);
    world.cop(&["sync"]).done();
    // git may be told to forget it at once.
    world.git(&["config", "fetch.prune", "true"]);
    world.git(&["-C", "../hub.git", "update-ref", "-d", "refs/heads/main"]);
    assert_eq!(world.cop(&["sync"]).status, 2);
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_nobody_s_conflict() {
    use std::os::unix::fs::symlink;
    let world = shared();
    let link = |path: &str, to: &std::path::Path| {
        let _ = std::fs::remove_file(world.path(path));
        symlink(to, world.path(path)).unwrap();
    };
    world.write("assets/rings.svg", "<svg/>");
    link("assets/now.svg", "rings.svg".as_ref());
    world.commit("A link");
    world.cop(&["sync"]).done();
    bo(&world, &["sync"]).run().done();
    link("../bo/assets/now.svg", "r2.svg".as_ref());
    bo_git(&world, &["commit", "-qam", "Theirs"]);
    bo(&world, &["sync"]).run().done();
    world.git(&["tag", "before"]);
    let outside = world.path("../outside.txt");
    let text = "notes\n<<<<<<< ours\nx\n>>>>>>> theirs\n";
    std::fs::write(&outside, text).unwrap();
    let pipe = world.path("../pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for target in [&outside, &pipe] {
        world.git(&["reset", "--quiet", "--hard", "before"]);
        link("assets/now.svg", target);
        world.commit("Ours");
        let run = world.cop(&["sync"]);
        assert!(run.status == 2 && run.stderr.contains("assets/now.svg"), "{run}");
        assert_eq!(std::fs::read_to_string(&outside).unwrap(), text);
        // Neither left as it is nor pointed elsewhere is it solved before git is told so.
        link("assets/now.svg", "rings.svg".as_ref());
        let again = world.cop(&["sync"]);
        assert!(again.status == 2 && again.stderr.contains("git add :/assets/now.svg"), "{again}");
        world.git(&["merge", "--abort"]);
    }
    std::fs::write(&outside, "mine\n").unwrap();
    link("assets/now.svg", &outside);
    world.commit("Ours again");
    assert_eq!(world.cop(&["sync"]).status, 2);
    assert_eq!(world.cop(&["sync"]).status, 2);
    world.git(&["add", "assets/now.svg"]);
    world.cop(&["sync"]).done();
}

#[test]
fn an_example_of_a_conflict_is_not_one() {
    let page = |line: &str| format!("# Git\n\n{line}\n\n```\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n```\n");
    let other = |line: &str| format!("# Git\n\n{line}\n\n```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n```\n\n>>>>>>> seven\n");
    for page in [&page as &dyn Fn(&str) -> String, &other] {
        let world = left("", "practices/g.md", [page("One.").as_bytes(), page("Two.").as_bytes(), page("Three.").as_bytes()]);
        let text = world.read("practices/g.md");
        assert!(text.contains("Two.") && text.contains("Three.") && text.ends_with(page("").trim_start_matches("# Git\n\n\n")), "{text}");
        // The marks of git itself still are for a person.
        let again = world.cop(&["sync"]);
        assert!(again.status == 2 && again.stderr.contains("choose between the two versions"), "{again}");
        world.write("practices/g.md", page("Two and three."));
        world.cop(&["sync"]).done();
        assert_eq!(world.git(&["show", "HEAD:practices/g.md"]), page("Two and three.").trim_end());
    }
}

/// Both ask the same, and what both have is to be merged.
fn asked_twice(world: &World) {
    bo(world, &["ask", "Who scans?", "-b", "Bo wonders."]).run().done();
    bo(world, &["tag", "scan", "paper"]).run().done();
    bo(world, &["sync"]).run().done();
    world.cop(&["ask", "Who scans?", "-b", "Ada wonders."]).done();
    world.git(&["tag", "before"]);
}

#[test]
fn what_gave_way_to_a_merge_that_can_t_begin_is_told_with_the_way_back() {
    let world = shared();
    asked_twice(&world);
    let mine = world.read("practices/scan.md") + "\nMine.\n";
    world.write("practices/scan.md", &mine);
    let run = world.cop(&["sync"]);
    let way = run.stderr.contains("to be back where you were: git reset --keep ");
    assert!(run.status == 2 && run.stderr.contains("nothing has been merged") && way, "{run}");
    assert!(run.stderr.contains("yours is questions/who-scans-2.md now"), "{run}");
    world.git(&["reset", "--quiet", "--keep", "before"]);
    assert_eq!(world.git(&["status", "--porcelain"]), " M practices/scan.md");
    assert_eq!(world.read("practices/scan.md"), mine);
    world.git(&["checkout", "--quiet", "practices/scan.md"]);
    assert!(world.cop(&["sync"]).to_string().contains("yours is questions/who-scans-2.md now"));
}

#[test]
fn the_way_back_from_a_merge_is_to_before_what_gave_way() {
    let world = shared();
    asked_twice(&world);
    world.cop(&["set", "scan", "steward=Library"]).done();
    world.git(&["tag", "-f", "before"]);
    bo(&world, &["set", "scan", "steward=Archive"]).run().done();
    bo(&world, &["sync"]).run().done();
    let run = world.cop(&["sync"]);
    assert!(run.status == 2 && run.stderr.contains("yours is questions/who-scans-2.md now"), "{run}");
    assert!(run.stderr.contains("to be back where you were: git merge --abort && git reset --keep "), "{run}");
    world.git(&["merge", "--abort"]);
    world.git(&["reset", "--quiet", "--keep", "before"]);
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

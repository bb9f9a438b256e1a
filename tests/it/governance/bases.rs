//! From where on: a base that is there, that is not, and that the history has left.

use super::{ANNA, BRAM, Club, DECISION, MALLORY, decision};
use crate::support::world::World;

fn says(world: &World, base: &str) -> String {
    world.cop(&["check", "--history", "--base", base, "--select", "HIS"]).to_string()
}

#[test]
fn a_base_has_to_be_said_and_to_be_there() {
    let club = Club::new("");
    let world = &club.world;
    let run = world.cop(&["check", "--history"]);
    insta::assert_snapshot!(run, @r"
$ cop check --history
» error: from which commit on? what the commits prove depends on whose rules count at first
» hint: before merging, say the branch that is protected: cop check --history --base origin/main
» hint: more about it: cop help governance
[status 2]
");
    assert_eq!(world.command("cop").args(&["check", "--history", "--base", ""]).env("COP_LANG", "nl").run().status, 2);
    insta::assert_snapshot!(says(world, "origin/main"), @r"
$ cop check --history --base origin/main --select HIS
» error: origin/main is no commit that this clone has
» hint: to have it: git fetch origin main
» hint: in CI: fetch the whole history (GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0)
[status 2]
");
    insta::assert_snapshot!(says(world, "0000000000000000000000000000000000000000"), @r"
$ cop check --history --base 0000000000000000000000000000000000000000 --select HIS
» error: a base of zeros is what a git host says of a branch that is new
» hint: say the branch that it was made from: cop check --history --base origin/main
[status 2]
");
    world.git(&["update-ref", "refs/remotes/origin/main", "HEAD"]);
    insta::assert_snapshot!(says(world, "origin/main"), @r"
$ cop check --history --base origin/main --select HIS
0 commits from [commit] to [commit], none of which changed what is governed
4 documents, 0 errors, 0 warnings
");
    club.writes(ANNA, DECISION, decision("accepted"));
    world.git(&["tag", "origin/main"]);
    insta::assert_snapshot!(says(world, "origin/main"), @r"
$ cop check --history --base origin/main --select HIS
» error: more than one thing is called origin/main, and they are not the same
» hint: say in full which one: refs/tags/origin/main, refs/remotes/origin/main
[status 2]
");
    assert_eq!(world.cop(&["check", "--base", "base"]).status, 2);
}

#[test]
fn nobody_who_may_push_a_tag_chooses_the_base() {
    let club = Club::new("");
    let world = &club.world;
    world.git(&["branch", "side", "base"]);
    club.writes(MALLORY, DECISION, decision("accepted"));
    let base = world.git(&["rev-parse", "base"]);
    world.git(&["tag", &base[..9], "HEAD"]);
    world.git(&["tag", "side", "HEAD"]);
    for (typed, names) in [
        ("side", vec!["refs/tags/side", "refs/heads/side"]),
        ("side^0", vec!["refs/tags/side", "refs/heads/side"]),
        ("side~0", vec!["refs/tags/side", "refs/heads/side"]),
        ("side^{commit}", vec!["refs/tags/side", "refs/heads/side"]),
        (&base[..9], vec!["refs/tags/"]),
        (&format!("{}~0", &base[..9]), vec!["refs/tags/"]),
    ] {
        let run = world.cop(&["check", "--history", "--base", typed, "--select", "HIS"]);
        assert_eq!(run.status, 2, "{run}");
        assert!(names.iter().all(|name| run.stderr.contains(name)), "{run}");
    }
    for typed in [&*base, "refs/heads/side", "refs/heads/side~0", &base[..12], "HEAD~1"] {
        assert_eq!(world.cop(&["check", "--history", "--base", typed, "--select", "HIS"]).status, 1, "{typed}");
    }
}

#[test]
fn without_git_or_a_commit_there_is_nothing_to_prove() {
    let world = World::without_git();
    world.write("community.yaml", "format: 1\nname: Club\n");
    assert_eq!(world.cop(&["check", "--history", "--base", "main"]).status, 2);
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Club\n");
    assert_eq!(world.cop(&["check", "--history", "--base", "HEAD"]).status, 2);
}

#[test]
fn a_history_that_left_the_base_is_found() {
    let club = Club::new("");
    let world = &club.world;
    let gone = club.writes(ANNA, DECISION, decision("accepted"));
    world.git(&["tag", "--force", "base"]);
    world.git(&["reset", "-q", "--hard", "HEAD~1"]);
    club.writes(MALLORY, "practices/a.md", "# A\n");
    let answer = club.answer(&["--base", "base"]);
    assert_eq!(answer["findings"][0]["rule"], "rewritten-history");
    assert_eq!(answer["history"]["base"], gone.as_str());
    assert_eq!(answer["findings"].as_array().unwrap().len(), 1);
}

#[test]
fn who_merges_the_base_into_their_own_is_judged_by_what_they_bring() {
    let club = Club::new("");
    let world = &club.world;
    world.git(&["switch", "-q", "-c", "mine"]);
    club.writes(BRAM, "practices/a.md", "# A\n");
    club.writes(BRAM, DECISION, decision("accepted"));
    world.git(&["switch", "-q", "main"]);
    club.writes(ANNA, "decisions/0002-b.md", decision("accepted"));
    world.git(&["tag", "--force", "base"]);
    // As fetching, merging and pushing does: the base is the other parent.
    world.git(&["switch", "-q", "mine"]);
    let author = [("GIT_AUTHOR_NAME", BRAM.0), ("GIT_AUTHOR_EMAIL", BRAM.1)];
    let call = world.command("git").args(&["merge", "-q", "--no-ff", "-m", "Merge", "main"]);
    assert_eq!(author.into_iter().fold(call, |call, (name, value)| call.env(name, value)).run().status, 0);
    let merge = world.git(&["rev-parse", "HEAD"]);
    let later = club.writes(MALLORY, "decisions/0003-c.md", decision("accepted"));
    club.assert_found(&[("foreign-move", DECISION, &merge), ("foreign-move", "decisions/0003-c.md", &later)]);
    assert_eq!(club.answer(&["--base", "base"])["history"]["commits"], 2);
}

#[test]
fn a_clone_that_is_cut_off_before_the_base_is_told_what_to_fetch() {
    let club = Club::new("");
    let world = &club.world;
    club.writes(BRAM, "practices/a.md", "# A\n");
    club.writes(BRAM, "practices/b.md", "# B\n");
    let base = world.git(&["rev-parse", "base"]);
    let from = format!("file://{}", world.root().display());
    world.git(&["clone", "-q", "--depth", "2", &from, "../cut"]);
    let cop = |base: &str| world.command("cop").args(&["-C", "../cut", "check", "--history", "--select", "HIS", "--base", base]).run();
    insta::assert_snapshot!(cop(&base), @r"
$ cop -C ../cut check --history --select HIS --base [commit]
» error: this clone ends before it reaches [commit]
» hint: to have it: git fetch --unshallow
» hint: in CI: fetch the whole history (GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0)
[status 2]
");
    // Within what is there it works.
    assert_eq!(cop("HEAD~1").status, 0);
}

#[test]
fn a_community_in_a_folder_is_judged_by_what_stands_in_it() {
    let world = World::new();
    let rules = "format: 1\nname: Club\ngovernance:\n  roles: {steward: [anna]}\n  moves: {practice adopted: [steward]}\n";
    world.write("clubs/one/community.yaml", rules);
    world.write("clubs/one/members/anna.md", "---\nemails: [anna@example.org]\n---\n");
    world.commit("Begin");
    world.write("practices/a.md", "---\nstatus: adopted\n---\n\n# A\n");
    world.write("clubs/one/practices/b.md", "---\nstatus: adopted\n---\n\n# B\n");
    world.commit_by(BRAM.0, BRAM.1, "Two");
    let run = world
        .command("cop")
        .args(&["check", "--history", "--base", "HEAD~1", "--select", "HIS", "-f", "concise"])
        .in_folder("clubs/one")
        .run();
    insta::assert_snapshot!(run, @r"
$ cop check --history --base 'HEAD~1' --select HIS -f concise
practices/b.md:1:1 error HIS001 foreign-move made as adopted by one who may not: commit [commit] by Bram Smit, evidence 0 (claimed); this takes: steward
[status 1]
");
}

#[test]
fn every_form_of_the_answer_tells_it() {
    let club = Club::new("");
    club.writes(MALLORY, DECISION, decision("accepted"));
    for form in ["text", "concise", "json", "jsonl", "csv", "md", "sarif", "junit", "github", "gitlab", "rdjson"] {
        let run = club.world.cop(&["check", "--history", "--base", "base", "--select", "HIS", "-f", form]);
        assert_eq!(run.status, 1, "{run}");
        assert!(run.stdout.contains("foreign-move") || run.stdout.contains("HIS001"), "{run}");
    }
    let run = club.world.command("cop").args(&["check", "--history", "--base", "base", "--select", "HIS"]).env("COP_LANG", "nl").run();
    insta::assert_snapshot!(run, @r"
$ COP_LANG=nl cop check --history --base base --select HIS
decisions/0001-use-eml.md  fout foreign-move  op aanvaard (accepted) gezet door
   iemand die dat niet mag: commit [commit] van @mallory, bewijs 0 (beweerd)
   dit vraagt om: steward
1 commit van [commit] tot [commit], 1 wijziging waar regels over gaan: 0
ondertekend door wie de rol heeft, 0 ondertekend door een lid, 1 beweerd
4 documenten, 1 fout, 0 waarschuwingen
[status 1]
");
    insta::assert_snapshot!(says(&club.world, "base"), @r"
$ cop check --history --base base --select HIS
decisions/0001-use-eml.md  error foreign-move  moved to accepted by one who may
   not: commit [commit] by @mallory, evidence 0 (claimed)
   this takes: steward
1 commit from [commit] to [commit], 1 governed change: 0 signed by who holds the
role, 0 signed by a member, 1 claimed
4 documents, 1 error, 0 warnings
[status 1]
");
}

#[test]
fn a_partial_clone_proves_nothing_and_says_how_to_have_the_rest() {
    let club = Club::new("");
    let world = &club.world;
    club.writes(MALLORY, DECISION, decision("accepted"));
    club.writes(MALLORY, "community.yaml", "format: 1\nname: Club\npurpose: x\n");
    let base = world.git(&["rev-parse", "base"]);
    world.git(&["config", "uploadpack.allowFilter", "true"]);
    let from = format!("file://{}", world.root().display());
    for filter in ["blob:none", "tree:0"] {
        world.git(&["clone", "-q", "--filter", filter, &from, "../part"]);
        let cop = || world.command("cop").args(&["-C", "../part", "check", "--history", "--select", "HIS", "--base", &base]).run();
        let run = cop();
        assert_eq!(run.status, 2, "{filter}: {run}");
        assert!(run.stderr.contains("partial clone") && run.stderr.contains("git fetch --refetch --no-filter"), "{filter}: {run}");
        world.git(&["-C", "../part", "-c", "gc.auto=0", "-c", "maintenance.auto=false", "fetch", "-q", "--refetch", "--no-filter"]);
        let run = cop();
        assert_eq!(run.status, 1, "{filter}: {run}");
        std::fs::remove_dir_all(world.root().join("../part")).unwrap();
    }
}

#[test]
fn what_is_not_here_proves_nothing() {
    // The rules of the base, a member of the base, and a document on the way.
    for place in ["base:community.yaml", "base:members/anna.md", "HEAD~1:decisions/0001-use-eml.md"] {
        let club = Club::new("");
        let world = &club.world;
        club.writes(MALLORY, DECISION, decision("accepted"));
        club.writes(MALLORY, "community.yaml", "format: 1\nname: Club\npurpose: x\n");
        let blob = world.git(&["rev-parse", place]);
        std::fs::remove_file(world.root().join(format!(".git/objects/{}/{}", &blob[..2], &blob[2..]))).unwrap();
        let run = world.command("cop").args(&["check", "--history", "--base", "base", "--select", "HIS"]).run();
        assert_eq!(run.status, 2, "{place}");
        assert!(run.stderr.contains("is missing or damaged"), "{place}: {run}");
    }
}

//! Merges: those that are turned around to lead past what was decided, and those that honest people make.

use super::attacks::RULES;
use super::{ANNA, BRAM, Club, DECISION, MALLORY, decision, member};

/// A club whose base has two stewards of whom one is taken out on `main`, and `side`, which knows nothing of that, checked out.
fn parted() -> Club {
    let club = Club::new("");
    let world = &club.world;
    club.rules(&format!("  roles: {{steward: [anna, mallory]}}\n{RULES}"), "");
    world.commit_by(ANNA.0, ANNA.1, "Mallory too");
    world.git(&["tag", "--force", "base"]);
    world.git(&["branch", "side"]);
    club.rules(&format!("  roles: {{steward: [anna]}}\n{RULES}"), "");
    world.commit_by(ANNA.0, ANNA.1, "Mallory no more");
    world.git(&["switch", "-q", "side"]);
    club
}

#[test]
fn a_merge_that_is_turned_around_does_not_lead_past_what_was_decided() {
    let club = parted();
    let accepted = club.writes(MALLORY, DECISION, decision("accepted"));
    club.merges(MALLORY, "main", &[]);
    let later = club.writes(MALLORY, "decisions/0002-b.md", decision("accepted"));
    club.assert_found(&[("foreign-move", DECISION, &accepted), ("foreign-move", "decisions/0002-b.md", &later)]);
    let run = club.world.cop(&["check", "--history", "--base", "base", "--select", "HIS", "-f", "concise"]);
    assert!(run.stdout.contains("; by the rules that "), "{run}");
    // Nor where the merge drops it, does it itself, or is turned around twice.
    let club = parted();
    let accepted = club.writes(MALLORY, DECISION, decision("accepted"));
    let dropped = club.merges(MALLORY, "main", &["-s", "ours"]);
    club.assert_found(&[("foreign-move", DECISION, &accepted), ("foreign-rules", "community.yaml", &dropped)]);
    let club = parted();
    club.writes(MALLORY, "practices/a.md", "# A\n");
    club.merges(MALLORY, "main", &["--no-commit"]);
    let own = club.writes(MALLORY, DECISION, decision("accepted"));
    club.assert_found(&[("foreign-move", DECISION, &own)]);
    let club = parted();
    club.writes(MALLORY, "practices/a.md", "# A\n");
    club.merges(MALLORY, "main", &[]);
    club.world.git(&["switch", "-q", "-c", "again", "base"]);
    let accepted = club.writes(MALLORY, DECISION, decision("accepted"));
    club.merges(MALLORY, "side", &[]);
    club.assert_found(&[("foreign-move", DECISION, &accepted)]);
}

#[test]
fn honest_merges_are_not_found() {
    // What was decided while its maker still could, merged with what ends that by a steward.
    let club = parted();
    club.writes(MALLORY, DECISION, decision("accepted"));
    club.merges(ANNA, "main", &[]);
    club.assert_found(&[]);
    // A role that the branch does not know of yet.
    let club = Club::new("");
    club.world.git(&["switch", "-q", "-c", "side"]);
    club.writes(BRAM, "practices/a.md", "# A\n");
    club.writes(BRAM, "members/bram.md", member(BRAM.0, "bram@new.example", ""));
    club.world.git(&["switch", "-q", "main"]);
    club.rules(&format!("  roles: {{steward: [anna, bram]}}\n{RULES}"), "");
    club.world.commit_by(ANNA.0, ANNA.1, "Bram too");
    club.writes(BRAM, DECISION, decision("accepted"));
    club.world.git(&["branch", "-q", "older"]);
    club.merges(ANNA, "side", &[]);
    club.assert_found(&[]);
    // Who hands over, on a branch, and merges that.
    club.world.git(&["tag", "--force", "base"]);
    club.world.git(&["switch", "-q", "-c", "over"]);
    club.rules(&format!("  roles: {{steward: [bram]}}\n{RULES}"), "");
    club.world.commit_by(ANNA.0, ANNA.1, "I go");
    club.world.git(&["switch", "-q", "main"]);
    club.writes(MALLORY, "practices/b.md", "# B\n");
    club.merges(ANNA, "over", &[]);
    club.writes(("Bram Smit", "bram@new.example"), "decisions/0002-b.md", decision("accepted"));
    club.assert_found(&[]);
    // What she decided meanwhile stands: she is not the one whom that goes against.
    let club = Club::new("");
    club.world.git(&["switch", "-q", "-c", "over"]);
    club.rules(&format!("  roles: {{steward: [bram]}}\n{RULES}"), "");
    club.world.commit_by(ANNA.0, ANNA.1, "I go");
    club.world.git(&["switch", "-q", "main"]);
    club.writes(ANNA, DECISION, decision("accepted"));
    club.merges(ANNA, "over", &[]);
    club.writes(BRAM, "decisions/0002-b.md", decision("accepted"));
    club.assert_found(&[]);
    let later = club.writes(ANNA, "decisions/0003-c.md", decision("accepted"));
    club.assert_found(&[("foreign-move", "decisions/0003-c.md", &later)]);
}

#[test]
fn who_merges_twice_does_not_leave_behind_who_could_take_their_role() {
    let club = Club::new("");
    let world = &club.world;
    let steps = ["anna, mallory", "anna, mallory, bram", "anna, bram"];
    let rules = |at: usize| club.rules(&format!("  roles: {{steward: [{}]}}\n{RULES}", steps[at]), "");
    rules(0);
    world.commit_by(ANNA.0, ANNA.1, "Mallory too");
    world.git(&["tag", "--force", "base"]);
    world.git(&["switch", "-q", "-c", "side"]);
    club.writes(MALLORY, "practices/a.md", "# A\n");
    world.git(&["switch", "-q", "main"]);
    rules(1);
    world.commit_by(ANNA.0, ANNA.1, "Bram too");
    world.git(&["switch", "-q", "side"]);
    let first = club.merges(MALLORY, "main", &[]);
    world.git(&["switch", "-q", "main"]);
    rules(2);
    world.commit_by(BRAM.0, BRAM.1, "Mallory no more");
    world.git(&["switch", "-q", "side"]);
    let accepted = club.writes(MALLORY, DECISION, decision("accepted"));
    club.merges(MALLORY, "main", &[]);
    // To bring in who is a steward was not hers either by then.
    club.assert_found(&[("foreign-move", DECISION, &accepted), ("foreign-rules", "community.yaml", &first)]);
}

/// A club of which Anna took Mallory out of the stewards on `main`, while Mallory made Zed one on `other`, and accepted something on `side`.
/// Gives the commits `main`, `other` and `side`.
fn three() -> (Club, [String; 3]) {
    let club = Club::new("");
    let world = &club.world;
    let stewards = |who: &str| club.rules(&format!("  roles: {{steward: [{who}]}}\n{RULES}"), "");
    stewards("anna, mallory");
    world.write("members/zed.md", member("Zed", "zed@example.org", ""));
    world.commit_by(ANNA.0, ANNA.1, "Mallory too");
    world.git(&["tag", "--force", "base"]);
    stewards("anna");
    let main = world.commit_by(ANNA.0, ANNA.1, "Mallory no more");
    world.git(&["switch", "-q", "-c", "other", "base"]);
    stewards("anna, mallory, zed");
    let other = world.commit_by(MALLORY.0, MALLORY.1, "Zed too");
    world.git(&["switch", "-q", "-c", "side", "base"]);
    let side = club.writes(MALLORY, DECISION, decision("accepted"));
    (club, [main, other, side])
}

/// A merge of Mallory's with these parents, in the order given, and the tree of a commit.
fn joins(club: &Club, tree: &str, parents: &[&str]) -> String {
    let list = parents.iter().flat_map(|parent| [" -p ", parent]).collect::<String>();
    // What a command says is shown without the names of commits: it goes into a branch.
    let script = format!("git update-ref refs/heads/joined $(git commit-tree '{tree}^{{tree}}' -m Merge{list})");
    let call = club.world.command("sh").args(&["-c", &script]);
    let run = call.env("GIT_AUTHOR_NAME", MALLORY.0).env("GIT_AUTHOR_EMAIL", MALLORY.1).run();
    assert_eq!(run.status, 0, "{run}");
    club.world.git(&["rev-parse", "joined"])
}

#[test]
fn what_one_of_several_parents_decided_is_not_hidden_by_another() {
    let rules = "community.yaml";
    let (club, [main, other, side]) = three();
    // All at once; in whatever order, and with whatever comes out.
    for parents in [[&side, &other, &main], [&side, &main, &other]] {
        for tree in [&main, &other, &side] {
            let merge = joins(&club, tree, &parents.map(String::as_str));
            club.world.git(&["reset", "-q", "--hard", &merge]);
            let found = club.found();
            assert!(found.contains(&format!("foreign-move {DECISION} {}", &side[..7])), "{found:?}");
            assert!(tree == &main || found.contains(&format!("foreign-rules {rules} {}", &merge[..7])), "{found:?}");
        }
    }
    // First those two, then her own with what came of them.
    for tree in [&main, &other, "base"] {
        let first = joins(&club, tree, &[&other, &main]);
        let merge = joins(&club, tree, &[&side, &first]);
        club.world.git(&["reset", "-q", "--hard", &merge]);
        let found = club.found();
        assert!(found.contains(&format!("foreign-move {DECISION} {}", &side[..7])), "{found:?}");
    }
    // What one branch gave and the next took back is not given again by one that parted in between.
    let club = Club::new("");
    let stewards = |who: &str| club.rules(&format!("  roles: {{steward: [{who}]}}\n{RULES}"), "");
    stewards("anna, mallory");
    club.world.commit_by(ANNA.0, ANNA.1, "Mallory too");
    club.world.git(&["branch", "other"]);
    stewards("anna");
    let main = club.world.commit_by(ANNA.0, ANNA.1, "Mallory no more");
    club.world.git(&["switch", "-q", "other"]);
    stewards("anna, mallory, bram");
    let other = club.world.commit_by(MALLORY.0, MALLORY.1, "Bram too");
    let merge = joins(&club, &other, &["base", &other, &main]);
    club.world.git(&["reset", "-q", "--hard", &merge]);
    let later = club.writes(MALLORY, DECISION, decision("accepted"));
    assert!(club.found().contains(&format!("foreign-move {DECISION} {}", &later[..7])), "{:?}", club.found());
}

#[test]
fn a_merge_does_not_leave_out_what_was_decided_on_the_other_side() {
    let club = Club::new("");
    let world = &club.world;
    world.git(&["switch", "-q", "-c", "side"]);
    club.writes(MALLORY, "practices/a.md", "# A\n");
    world.git(&["switch", "-q", "main"]);
    club.rules(&format!("  roles: {{steward: [anna]}}\n{RULES}"), "kinds: {decision: {paths: [\"decisions/*.md\", \"rules/*.md\"]}}\n");
    world.commit_by(ANNA.0, ANNA.1, "Rules are decisions too");
    let decided = "decisions/0005-new.md";
    club.writes(ANNA, decided, decision("accepted"));
    // What nobody decided who may is left out by whoever merges.
    club.writes(BRAM, "decisions/0006-mine.md", decision("accepted"));
    world.git(&["switch", "-q", "side"]);
    let merged = club.merges(MALLORY, "main", &["-s", "ours"]);
    club.assert_found(&[("foreign-move", decided, &merged), ("foreign-rules", "community.yaml", &merged)]);
    // A steward may.
    world.git(&["reset", "-q", "--hard", "HEAD^"]);
    club.merges(ANNA, "main", &["-s", "ours"]);
    club.assert_found(&[]);
}

/// A club whose decision is accepted in the base, with `side`, which knows nothing of what comes on `main`, which is checked out.
fn accepted() -> Club {
    let club = Club::new("");
    club.rules("  roles: {steward: [anna]}\n  moves: {decision accepted: [steward]}\n  own_file_only: [member]\n", "");
    club.writes(ANNA, DECISION, decision("accepted"));
    club.world.git(&["tag", "--force", "base"]);
    club.world.git(&["switch", "-q", "-c", "side"]);
    club.writes(MALLORY, "practices/a.md", "# A\n");
    club.world.git(&["switch", "-q", "main"]);
    club
}

/// Merges `main` into `side`, of which everything stays as it is.
fn keeps_side(club: &Club, who: (&str, &str)) -> String {
    club.world.git(&["switch", "-q", "side"]);
    club.merges(who, "main", &["-s", "ours"])
}

#[test]
fn what_was_decided_on_a_document_that_was_there_is_not_left_out_by_a_merge() {
    let revised = decision("accepted").replace("\nEML.\n", "\nEML, never PST.\n");
    let moved = member(ANNA.0, "anna@new.example", "");
    let deeds: [(&str, &str, Option<&str>, &str); 4] = [
        ("foreign-move", DECISION, None, "made as accepted"),
        ("foreign-move", DECISION, Some(&decision("deprecated")), "moved to accepted"),
        ("foreign-edit", DECISION, Some(&revised), "changed while accepted"),
        ("foreign-member-file", "members/anna.md", Some(&moved), "what @anna is known by"),
    ];
    for (rule, path, text, says) in deeds {
        let club = accepted();
        if let Some(text) = text {
            club.writes(ANNA, path, text);
        } else {
            std::fs::remove_file(club.world.path(path)).unwrap();
            club.world.commit_by(ANNA.0, ANNA.1, "Take it out");
        }
        let merge = keeps_side(&club, MALLORY);
        club.assert_found(&[(rule, path, &merge)]);
        let answer = club.answer(&["--base", "base"]);
        let said = answer["findings"][0]["message"].as_str().unwrap();
        let left_out = "what was decided on the other side of this merge was left out: ";
        assert!(said.starts_with(&format!("{left_out}{says}")), "{said}");
        // Nor with another parent that has it as it was.
        let both = joins(&club, "side^", &["side^", "base", "main"]);
        club.world.git(&["reset", "-q", "--hard", &both]);
        club.assert_found(&[(rule, path, &both)]);
        // A steward may.
        club.world.git(&["reset", "-q", "--hard", "side"]);
        club.world.git(&["reset", "-q", "--hard", &format!("{merge}^")]);
        club.merges(ANNA, "main", &["-s", "ours"]);
        club.assert_found(&[]);
    }
    // That it is proposed again is not for those who accept alone, and no way that its kind knows.
    let club = Club::new("");
    club.world.git(&["switch", "-q", "-c", "side"]);
    club.writes(MALLORY, "practices/a.md", "# A\n");
    club.world.git(&["switch", "-q", "main"]);
    club.writes(ANNA, DECISION, decision("accepted"));
    let merge = keeps_side(&club, MALLORY);
    club.assert_found(&[("unknown-move", DECISION, &merge)]);
}

#[test]
fn a_merge_that_keeps_what_its_own_side_decided_is_not_found() {
    // Both sides accepted it, each in its own words; and one was in another state on the branch that is not taken.
    let club = Club::new("");
    club.world.git(&["switch", "-q", "-c", "side"]);
    club.writes(ANNA, DECISION, decision("accepted").replace("EML.", "EML!"));
    club.world.git(&["switch", "-q", "main"]);
    club.writes(ANNA, DECISION, decision("accepted"));
    keeps_side(&club, BRAM);
    club.assert_found(&[]);
    // What one who has no say in it did is left out by whoever merges.
    let club = accepted();
    club.writes(MALLORY, DECISION, decision("proposed"));
    keeps_side(&club, BRAM);
    club.assert_found(&[]);
    // What came and went on the other side.
    let club = accepted();
    club.writes(ANNA, DECISION, decision("deprecated"));
    club.writes(ANNA, DECISION, decision("accepted"));
    keeps_side(&club, BRAM);
    club.assert_found(&[]);
}

#[test]
fn a_branch_that_took_in_what_the_way_has_brings_nothing_of_that() {
    let club = Club::new("");
    let world = &club.world;
    club.rules(&format!("  roles: {{steward: [anna, mallory]}}\n{RULES}"), "");
    world.commit_by(ANNA.0, ANNA.1, "Mallory too");
    world.git(&["tag", "--force", "base"]);
    world.git(&["switch", "-q", "-c", "feature"]);
    club.writes(BRAM, "practices/a.md", "# A\n");
    world.git(&["switch", "-q", "main"]);
    // Decided while she could, on the way itself; then she can no more.
    club.writes(MALLORY, DECISION, decision("accepted"));
    club.rules(&format!("  roles: {{steward: [anna]}}\n{RULES}"), "");
    world.commit_by(ANNA.0, ANNA.1, "Mallory no more");
    world.git(&["switch", "-q", "feature"]);
    club.merges(ANNA, "main", &[]);
    world.git(&["switch", "-q", "main"]);
    club.merges(BRAM, "feature", &[]);
    club.assert_found(&[]);
}

#[test]
fn what_was_believed_where_branches_parted_is_known_when_they_come_in() {
    // Many join and are merged, one branch after the other goes on from where it was merged, and one waits for all of that.
    let club = parted();
    let world = &club.world;
    world.git(&["branch", "late"]);
    world.git(&["switch", "-q", "main"]);
    for at in 0..6 {
        // The first three part anew, the others go on.
        let from: &[&str] = if at < 3 { &["switch", "-q", "-C", "long", "main"] } else { &["switch", "-q", "long"] };
        world.git(from);
        let name = format!("m{at}");
        club.writes((&name, "m@example.org"), &format!("members/{name}.md"), member(&name, &format!("{name}@example.org"), ""));
        world.git(&["switch", "-q", "main"]);
        club.merges(BRAM, "long", &[]);
    }
    club.assert_found(&[]);
    // Bram, of whom the branch knows nothing but what the base says, and Mallory, who was a steward there.
    world.git(&["switch", "-q", "late"]);
    let accepted = club.writes(MALLORY, DECISION, decision("accepted"));
    club.merges(MALLORY, "main", &[]);
    club.assert_found(&[("foreign-move", DECISION, &accepted)]);
    world.git(&["switch", "-q", "main"]);
    // Whoever lets that in decides it.
    let merge = club.merges(BRAM, "late", &[]);
    club.assert_found(&[("foreign-move", DECISION, &merge)]);
}

#[test]
fn what_only_the_merge_itself_did_is_seen() {
    let club = Club::new("");
    club.world.git(&["switch", "-q", "-c", "side"]);
    club.writes(BRAM, "practices/a.md", "# A\n");
    club.world.git(&["switch", "-q", "main"]);
    club.world.git(&["merge", "-q", "--no-ff", "--no-commit", "side"]);
    let evil = club.writes(MALLORY, DECISION, decision("accepted"));
    club.assert_found(&[("foreign-move", DECISION, &evil)]);
}

#[test]
fn a_key_that_its_owner_took_out_does_not_come_back_by_a_merge() {
    let club = Club::new("");
    let (Some((own, public)), Some((stolen, lost))) = (club.key("own"), club.key("stolen")) else { return };
    let keys = |keys: &[&String]| format!("keys: [{}]\n", keys.iter().map(|key| format!("'{key}'")).collect::<Vec<_>>().join(", "));
    let world = &club.world;
    world.write("members/anna.md", member(ANNA.0, ANNA.1, &keys(&[&public, &lost])));
    world.commit_by(ANNA.0, ANNA.1, "Two keys");
    club.rules(&format!("  roles: {{steward: [anna]}}\n{RULES}"), "  signed: [decision accepted]\n");
    club.commit_signed(ANNA, &own, "Signed");
    world.git(&["tag", "--force", "base"]);
    world.git(&["branch", "-q", "side"]);
    world.write("members/anna.md", member(ANNA.0, ANNA.1, &keys(&[&public])));
    club.commit_signed(ANNA, &own, "It was stolen");
    world.git(&["switch", "-q", "side"]);
    world.write(DECISION, decision("accepted"));
    let accepted = club.commit_signed(ANNA, &stolen, "Accept");
    let key = format!("user.signingKey={}", stolen.display());
    world.git(&["-c", "gpg.format=ssh", "-c", &key, "merge", "-q", "--no-ff", "-S", "-m", "Merge", "main"]);
    let found = club.found();
    assert!(found.iter().any(|found| found.contains(DECISION) && found.contains(&accepted[..7])), "{found:#?}");
}

//! What is told beforehand: roles that nobody can act in, signatures that nobody can make, and moves that CI will object to.

use super::{ANNA, BRAM, Club, DECISION, member};

/// What a check says of the settings.
fn settings(club: &Club, lang: &str) -> String {
    let run = club.world.command("cop").args(&["check", "-f", "concise", "community.yaml"]).env("COP_LANG", lang).run();
    run.stdout
}

#[test]
fn a_role_is_held_by_who_is_there() {
    let club = Club::new("");
    assert_eq!(settings(&club, "en"), "");
    club.world.write("members/dora.md", member("Dora", "dora@example.org", "status: alumnus\n"));
    club.rules("  roles: {steward: [Anna, '@brma'], editor: [dora, zed], idle: []}\n  moves: {decision accepted: [editor]}\n", "");
    insta::assert_snapshot!(settings(&club, "en"), @r#"
community.yaml:4:27 error SET002 settings-value no member is called "brma"; did you mean bram?
community.yaml:4:37 warning SET002 settings-value nobody who is here has the role editor, and something takes it
community.yaml:4:46 warning SET002 settings-value @dora left, and has the role editor
community.yaml:4:52 warning SET002 settings-value no member is called "zed"; a role is given by the name of a file in the folder of the members
"#);
    insta::assert_snapshot!(settings(&club, "nl"), @r#"
community.yaml:4:27 error SET002 settings-value geen lid heet "brma"; bedoel je bram?
community.yaml:4:37 warning SET002 settings-value niemand die er nog is heeft de rol editor, en iets vraagt erom
community.yaml:4:46 warning SET002 settings-value @dora is weg, en heeft de rol editor
community.yaml:4:52 warning SET002 settings-value geen lid heet "zed"; een rol krijg je met de naam van je bestand in de map van de leden
"#);
    assert_eq!(club.world.cop(&["check", "community.yaml"]).status, 1);
    club.rules("  roles: {steward: []}\n  moves: {decision accepted: [steward]}\n", "");
    insta::assert_snapshot!(settings(&club, "en"), @"community.yaml:4:11 warning SET002 settings-value nobody who is here has the role steward, and something takes it");
}

#[test]
fn a_signature_that_no_steward_can_make_is_told() {
    let club = Club::new("  signed: [decision accepted]\n");
    insta::assert_snapshot!(settings(&club, "en"), @"community.yaml:6:11 warning SET002 settings-value a signature is asked for, and no steward has a key: nobody can do this any more, nor change these rules; first each puts keys: into their own file, and that comes in; then signed: is added");
    insta::assert_snapshot!(settings(&club, "nl"), @"community.yaml:6:11 warning SET002 settings-value er wordt een handtekening gevraagd, en geen steward heeft een sleutel: niemand kan dit nog doen, ook deze regels wijzigen niet; eerst zet ieder keys: in het eigen bestand, en komt dat binnen; dan pas komt signed: erbij");
    let Some((_, public)) = club.key("anna") else { return };
    // Another's key is of no use to a steward.
    club.writes(BRAM, "members/bram.md", member(BRAM.0, BRAM.1, &format!("keys: ['{public}']\n")));
    assert!(settings(&club, "en").contains("no steward has a key"));
    club.world.write("members/bram.md", member(BRAM.0, BRAM.1, ""));
    club.writes(ANNA, "members/anna.md", member(ANNA.0, ANNA.1, &format!("keys: ['{public}']\n")));
    assert_eq!(settings(&club, "en"), "");
}

#[test]
fn who_may_not_decide_hears_it_while_typing() {
    let club = Club::new("");
    let world = &club.world;
    let is = |who: (&str, &str)| {
        world.git(&["config", "user.name", who.0]);
        world.git(&["config", "user.email", who.1]);
        world.git(&["reset", "-q", "--hard", "base"]);
    };
    let cop = |args: &[&str], lang: &str| world.command("cop").args(args).env("COP_LANG", lang).run();
    is(BRAM);
    insta::assert_snapshot!(cop(&["mark", "1", "accepted"], "en"), @r"
$ COP_LANG=en cop mark 1 accepted
» Committed [commit]
» Use EML  proposed → accepted
» note: decisions/0001-use-eml.md: this takes steward (anna): cop check --history will object
decisions/0001-use-eml.md
");
    is(BRAM);
    insta::assert_snapshot!(cop(&["set", "1", "status=accepted"], "nl"), @r"
$ COP_LANG=nl cop set 1 status=accepted
» Vastgelegd als [commit]
» Use EML  voorgesteld → aanvaard
» opmerking: decisions/0001-use-eml.md: dit vraagt om steward (anna): cop check --history maakt er bezwaar tegen
decisions/0001-use-eml.md
");
    // What begins in such a state is no different.
    let added = cop(&["add", "decision", "Use SIARD", "--set", "status=accepted"], "en");
    assert!(added.status == 0 && added.stderr.matches("this takes steward (anna)").count() == 1, "{added}");
    assert!(!cop(&["add", "decision", "Use PST"], "en").stderr.contains("this takes"));
    // Who may hears nothing, and neither does anybody of what is everybody's.
    is(ANNA);
    assert!(!cop(&["mark", "1", "accepted"], "en").stderr.contains("this takes"));
    is(BRAM);
    assert!(!cop(&["mark", "1", "rejected"], "en").stderr.contains("this takes"));
    is(BRAM);
    club.rules("  roles: {steward: [anna]}\n  moves: {decision accepted: []}\n", "");
    world.commit_by(ANNA.0, ANNA.1, "Nobody");
    assert!(cop(&["mark", "1", "accepted"], "en").stderr.contains("and that is nobody"));
    assert!(world.read(DECISION).contains("accepted"));
}

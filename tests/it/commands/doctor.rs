//! `cop doctor`

use super::{cop, dutch, example, names, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn it_says_what_it_sees() {
    insta::assert_snapshot!(transcript(&example(), &["doctor"]), @r"
$ cop doctor
ok    cop 0.1.0
ok    The Long Table, in [world]/community
ok    72 documents: 15 practices, 8 questions, 10 answers, 6 decisions, 9 terms,
      4 meetings, 4 stories, 4 resources, 2 flags, 10 members
ok    git, on branch main, in [world]/community
note  git merges documents line by line where cop sync does not do it
      cop doctor --fix lets git leave them to cop, in this clone
note  git makes a commit without checking what it causes
      cop doctor --fix has it checked first, in this clone
ok    176 commits are known
note  git knows you as Ada Test <ada@example.org>, and no member has that
      address
      to be one: cop join
ok    today is 2026-11-22 (Europe/Amsterdam)
ok    what cop keeps outside git (all of it can be made again) is in
      [world]/home/.cache
");
    let world = tiny();
    insta::assert_snapshot!(dutch(&world, &["doctor"]), @r"
$ COP_LANG=nl cop doctor
goed       cop 0.1.0
goed       Tiny, in [world]/community
goed       4 documenten: 2 praktijken, 1 vraag, 1 lid
goed       git, op branch main, in [world]/community
opmerking  git voegt documenten regel voor regel samen waar cop sync dat niet
           doet
           cop doctor --fix laat git dat aan cop over, in deze kloon
opmerking  git legt vast zonder na te gaan wat dat veroorzaakt
           cop doctor --fix laat het eerst nagaan, in deze kloon
goed       2 commits bekend
goed       git kent je als Ada Test <ada@example.org>: lid ada
goed       vandaag is het 2026-11-22 (UTC)
goed       afgeleide gegevens staan buiten git in
           [world]/home/.cache; alles daarvan is opnieuw te maken
");
    let answer = valid(&cop(&world, "doctor --json").run(), "doctor");
    assert_eq!(names(&answer["checks"][0]), ["name", "status", "message", "help"]);
}

#[test]
fn each_problem_has_its_remedy() {
    let world = World::without_git();
    insta::assert_snapshot!(transcript(&world, &["doctor"]), @r"
    $ cop doctor
    ok     cop 0.1.0
    error  [world]/community is not in a community: no community.yaml
           here or above
           to start one here: cop init
    ok     what cop keeps outside git (all of it can be made again) is in
           [world]/home/.cache
    [status 1]
    ");
    world.write("community.yaml", "format: 1\nname: Odd\nlanguge: nl\nsubject: [one\n");
    insta::assert_snapshot!(transcript(&world, &["doctor"]), @r#"
    $ cop doctor
    ok       cop 0.1.0
    ok       Odd, in [world]/community
    error    community.yaml:4:10: `[` opens a list or a mapping in YAML, and this is
             neither.
             Write: subject: "[one"
    error    community.yaml:3:1: unknown key "languge"
             did you mean "language"?
    warning  community.yaml:4:1: unknown key "subject"
             this cop does not know it and reads on without it
    note     there are no documents yet
             every Markdown file in a kind's folder is a document, such as
             practices/our-first.md; if yours stand elsewhere, say in community.yaml
             where: kinds: practice: paths:
    warning  this community is not in a git repository, so nothing is known about
             who did what
             to begin: git init && git add . && git commit -m "Our community"
    ok       today is 2026-11-22 (UTC)
    ok       what cop keeps outside git (all of it can be made again) is in
             [world]/home/.cache
    [status 1]
    "#);
    world.write("community.yaml", "format: 1\nname: Odd\n");
    world.write("practices/utf-16.md", b"\xff\xfe#\x00 \x00A\x00");
    world.git(&["init", "--quiet", "."]);
    let nobody = cop(&world, "doctor").env("HOME", "/nowhere").env("XDG_CONFIG_HOME", "/nowhere").env("XDG_CACHE_HOME", "").run();
    insta::assert_snapshot!(nobody, @r#"
$ HOME=/nowhere XDG_CONFIG_HOME=/nowhere XDG_CACHE_HOME='' cop doctor
ok       cop 0.1.0
ok       Odd, in [world]/community
note     there are no documents yet
         every Markdown file in a kind's folder is a document, such as
         practices/our-first.md; if yours stand elsewhere, say in community.yaml
         where: kinds: practice: paths:
warning  practices/utf-16.md is not read: UTF-16 text; cop reads UTF-8
         save it again as UTF-8, in any editor
note     git, without a commit yet, in [world]/community
note     git merges documents line by line where cop sync does not do it
         cop doctor --fix lets git leave them to cop, in this clone
note     git makes a commit without checking what it causes
         cop doctor --fix has it checked first, in this clone
ok       0 commits are known
note     git does not know who you are
         say it: git config --global user.name "Your Name", and git config
         --global user.email you@example.org
ok       today is 2026-11-22 (UTC)
ok       what cop keeps outside git (all of it can be made again) is in
         /nowhere/.cache
"#);
}

#[test]
fn what_cop_sees_is_told() {
    let world = World::archivists();
    let json = world.cop(&["doctor", "--json"]).json();
    let checks = json["checks"].as_array().unwrap();
    let of = |name: &str| checks.iter().find(|check| check["name"] == name).unwrap_or_else(|| panic!("no {name} in {json}"));
    assert_eq!(of("community")["status"], "ok");
    assert_eq!(of("git")["status"], "ok");
    assert!(of("documents")["message"].as_str().unwrap().contains('6'), "{json}");
}

#[test]
fn one_name_with_several_addresses_has_a_remedy() {
    let world = tiny();
    for (at, email) in ["tim@one.example", "tim@two.example", "tim@three.example"].iter().enumerate() {
        world.write(&format!("practices/tim-{at}.md"), "# Tim\n");
        world.git(&["add", "-A"]);
        world.git(&["-c", "user.name=Tim Blair", "-c", &format!("user.email={email}"), "commit", "--quiet", "-m", "Tim"]);
    }
    let checks = || world.cop(&["doctor", "--json"]).json()["checks"].as_array().unwrap().clone();
    let told = |checks: Vec<serde_json::Value>| checks.into_iter().find(|check| check["name"] == "namesakes");
    let found = told(checks()).expect("a line about Tim");
    assert!(found["message"].as_str().unwrap().contains("Tim Blair has 3 addresses"), "{found}");
    let lines: Vec<_> = found["lines"].as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect();
    world.write(".mailmap", format!("{}\n", lines.join("\n")));
    assert!(told(checks()).is_none());
    world.write(".mailmap", "");
    world.write("members/tim.md", "---\nname: Tim Blair\nemails: [tim@one.example]\n---\n");
    let help = told(checks()).expect("a line about Tim")["help"].as_str().unwrap().to_owned();
    assert!(help.contains("two workplaces in the same period; whoever has an address in that file acts as the member. "), "{help}");
    assert!(help.ends_with("If they say that it is theirs: cop check --fix --same tim"), "{help}");
}

#[test]
fn outside_a_community_it_says_how_to_get_one() {
    let run = World::without_git().cop(&["doctor"]);
    assert_ne!(run.status, 0, "{run}");
    assert!(run.to_string().contains("community"), "{run}");
}

#[test]
fn whose_name_in_git_is_a_handle_is_that_member() {
    let world = tiny();
    world.write("practices/more.md", "# More\n\nText.\n");
    world.commit_by("ada", "ada@work.example", "More");
    let found = world.cop(&["doctor", "--json"]).stdout;
    assert!(found.contains("If they say that it is theirs: cop check --fix --same ada") && !found.contains("ada@work.example"), "{found}");
    let dutch = world.command("cop").args(&["doctor"]).env("COP_LANG", "nl").run().stdout;
    assert!(dutch.contains("handelt als dat lid") && dutch.contains("a…@work.example"), "{dutch}");
}

//! Where there is something already: a repository, its Markdown, or what stands in the way.

use crate::commands::{cop, dutch, each, transcript, valid};
use crate::support::world::World;

#[test]
fn what_is_there_stays_and_is_recognised() {
    let world = World::new();
    world.write("README.md", "# Ours\n");
    world.write(".gitattributes", "*.png binary");
    world.write("docs/adr/0001-use-git.md", "# 1. Use git\n\n## Status\n\nAccepted\n");
    world.write("docs/adr/0002-use-mail.md", "# 2. Use mail\n\n## Status\n\nSuperseded by [3](0003-use-chat.md)\n");
    world.write("docs/adr/template.md", "# Title\n");
    world.write("docs/use.md", "# How to use it\n");
    world.write(
        "handbook/a.html.md.erb",
        "---\ntitle: A\nlast_reviewed_on: 2026-01-01\nreview_in: 6 months\nowner_slack: '#a'\n---\n\nText\n",
    );
    world.write("src/main.rs", "fn main() {}\n");
    world.commit("Before");
    insta::assert_snapshot!(transcript(&world, &["init --dry-run -q", "init --name Ours", "list --sort title", "show 1"]), @r#"
    $ cop init --dry-run -q
    diff --git a/.gitattributes b/.gitattributes
    --- a/.gitattributes
    +++ b/.gitattributes
    @@ -1 +1,2 @@
    -*.png binary
    \ No newline at end of file
    +*.png binary
    +*.md merge=cop
    diff --git a/community.yaml b/community.yaml
    new file mode 100644
    --- /dev/null
    +++ b/community.yaml
    @@ -0,0 +1,44 @@
    +# What this community is, and how it keeps what it knows. cop reads this file, and so can you.
    +# Only format and name have to stay. All that can stand here: cop help settings
    +format: 1
    +name: Community
    +
    +# What binds the members. Change it together, whenever it no longer says what you do.
    +# purpose: Keep born-digital records readable for the next hundred years.
    +
    +# How often you meet.
    +# rhythm: every 6 weeks
    +
    +# What you want to reach together, by when, and which questions you explore on the way.
    +# goals:
    +#   - text: Every member has asked a question, and answered one
    +#     until: 2027-06-30
    +
    +# What members owe each other.
    +# agreements:
    +#   - Whoever gets an answer writes it down.
    +
    +# The words for subjects that you agree on; a synonym counts as the tag itself.
    +# tags:
    +#   email: {description: Mail archives, synonyms: [e-mail, mail]}
    +
    +# Which files are what. They stay where they are; "cop doctor" shows what cop makes of them.
    +kinds:
    +  decision:
    +    paths:
    +      - "docs/adr/*.md"  # 2
    +    exclude:
    +      - "docs/adr/template.md"
    +    default_status: accepted
    +  page:
    +    label: {en: [page, pages], nl: [pagina, pagina's]}
    +    paths:
    +      - "docs/*.md"  # 1
    +  practice:
    +    paths:
    +      - "handbook/*.html.md.erb"  # 1
    +    default_status: adopted
    +    fields:
    +      review_every: review_in
    +      reviewed: last_reviewed_on
    +      steward: owner_slack
    diff --git a/members/README.md b/members/README.md
    new file mode 100644
    --- /dev/null
    +++ b/members/README.md
    @@ -0,0 +1,27 @@
    +# Members
    +
    +A person who belongs to the community: who they are and what to ask them; the file's name is the handle.
    +
    +In the browser: make a new file in this folder, and paste the template below into it.
    +Call the file after the short name by which others are to mention you, your handle: `anna.md` is `@anna`.
    +
    +On your own machine: `cop join`.
    +
    +## Template
    +
    +The lines between `<!--` and `-->` say what goes where. Put your own text in their place.
    +
    +````markdown
    +---
    +name: Your name
    +organisation:
    +accounts: []
    +interests: []
    +ask_me: yes
    +since:
    +---
    +
    +# Your name
    +
    +<!-- cop: Introduce yourself in a few sentences: what work you do, what people may call you for, and what you would like to learn; between the brackets above go your accounts, as in [github:anna], and the topics you care about, as in [email, scanning]. -->
    +````
    diff --git a/members/ada.md b/members/ada.md
    new file mode 100644
    --- /dev/null
    +++ b/members/ada.md
    @@ -0,0 +1,13 @@
    +---
    +name: Ada Test
    +organisation:
    +accounts: []
    +interests: []
    +ask_me: yes
    +since: 2026-11-22
    +emails: [ada@example.org]
    +---
    +
    +# Ada Test
    +
    +<!-- cop: Introduce yourself in a few sentences: what work you do, what people may call you for, and what you would like to learn; between the brackets above go your accounts, as in [github:anna], and the topics you care about, as in [email, scanning]. -->

    $ cop init --name Ours
    » These files become documents where they are; --no-paths leaves them out, and community.yaml says which:
    »   2 decisions: docs/adr/*.md
    »   1 page: docs/*.md
    »   1 practice: handbook/*.html.md.erb
    » Committed [commit]
    » cop check looks at 5 documents as they are, and finds 1 error and 2 warnings: begin with what readers would stumble over
    » hint: what stands there already can be let be, so that a check tells only what is new: cop check --write-baseline
    » hint: say in your own page who you are, then invite the others: cop invite "NAME" EMAIL
    community.yaml
    members/README.md
    members/ada.md
    .gitattributes

    $ cop list --sort title
    5 documents
    1. Use git     decision  accepted    changed 1 Jun
    2. Use mail    decision  superseded  → 0003-use-chat.md
    A              practice  adopted     reviewed Jan
    Ada Test       member    active      changed today
    How to use it  page                  changed 1 Jun

    $ cop show 1
    1. Use git
    decision, accepted, changed 1 Jun  docs/adr/0001-use-git.md
    Made by  Ada Test

    Status

    Accepted
    "#);
    insta::assert_snapshot!(world.read("community.yaml"), @r#"
# What this community is, and how it keeps what it knows. cop reads this file, and so can you.
# Only format and name have to stay. All that can stand here: cop help settings
format: 1
name: Ours

# What binds the members. Change it together, whenever it no longer says what you do.
# purpose: Keep born-digital records readable for the next hundred years.

# How often you meet.
# rhythm: every 6 weeks

# What you want to reach together, by when, and which questions you explore on the way.
# goals:
#   - text: Every member has asked a question, and answered one
#     until: 2027-06-30

# What members owe each other.
# agreements:
#   - Whoever gets an answer writes it down.

# The words for subjects that you agree on; a synonym counts as the tag itself.
# tags:
#   email: {description: Mail archives, synonyms: [e-mail, mail]}

# Which files are what. They stay where they are; "cop doctor" shows what cop makes of them.
kinds:
  decision:
    paths:
      - "docs/adr/*.md"  # 2
    exclude:
      - "docs/adr/template.md"
    default_status: accepted
  page:
    label: {en: [page, pages], nl: [pagina, pagina's]}
    paths:
      - "docs/*.md"  # 1
  practice:
    paths:
      - "handbook/*.html.md.erb"  # 1
    default_status: adopted
    fields:
      review_every: review_in
      reviewed: last_reviewed_on
      steward: owner_slack
"#);
    assert_eq!(world.read("README.md"), "# Ours\n");
    assert_eq!(world.read(".gitattributes"), "*.png binary\n*.md merge=cop\n");
    insta::assert_snapshot!(world.git(&["show", "--stat", "--format=%s"]), @r"
Found Ours

 .gitattributes    |  3 ++-
 community.yaml    | 44 ++++++++++++++++++++++++++++++++++++++++++++
 members/README.md | 27 +++++++++++++++++++++++++++
 members/ada.md    | 13 +++++++++++++
 4 files changed, 86 insertions(+), 1 deletion(-)
");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn nothing_need_be_taken_over_and_nothing_committed() {
    let world = World::new();
    world.write("docs/a.md", "# A\r\n");
    world.write("members/README.md", "Ours\n");
    world.write("Questions/b.txt", "");
    insta::assert_snapshot!(transcript(&world, &["init --no-paths --no-commit --name X", "list"]), @r#"
$ cop init --no-paths --no-commit --name X
» There already, and left as it is: members/README.md
» Written, and left for you to commit
» hint: say in your own page who you are, then invite the others: cop invite "NAME" EMAIL
community.yaml
members/ada.md
.gitattributes

$ cop list
1 document
Ada Test  member  active  not committed yet
"#);
    assert_eq!(world.read("members/README.md"), "Ours\n");
    // Line ends are not said where files would then look changed.
    assert_eq!(world.read(".gitattributes"), "*.md merge=cop\n");
    assert_eq!(world.git(&["log", "--all", "--oneline"]), "");
}

#[test]
fn a_folder_of_a_repository_can_be_one() {
    let world = World::new();
    world.git(&["remote", "add", "origin", "https://github.com/us/all.git"]);
    world.write("main.py", "");
    world.commit("Before");
    let answer = valid(&cop(&world, "init 'know how' --json --question Who?").run(), "init");
    let paths = each(&answer["changed"], "path");
    assert!(paths.contains(&"community.yaml") && paths.contains(&"../.github/workflows/cop.yml"), "{paths:?}");
    assert!(each(&answer["changed"], "ref").contains(&"question/who"));
    assert_eq!(answer["name"], "Know how");
    assert!(world.read(".github/workflows/cop.yml").contains("cop -C 'know how' check"));
    assert!(world.read("know how/questions/README.md").contains("/new/main/know%20how/questions?filename="));
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn what_is_in_the_way_is_said() {
    let world = World::without_git();
    std::fs::create_dir_all(world.path("club/MEMBERS")).unwrap();
    insta::assert_snapshot!(transcript(&world, &["init club", "-C clubb init", "-C clubb init new"]), @r"
    $ cop init club
    » error: the folder MEMBERS is in the way: it has to be called members
    » MEMBERS
    » hint: rename it, and do this again: mv MEMBERS members
    [status 2]

    $ cop -C clubb init
    » error: there is no folder [world]/community/clubb
    » hint: a new folder for a community is made by: cop init [world]/community/clubb
    [status 2]

    $ cop -C clubb init new
    » error: there is no folder [world]/community/clubb
    » hint: a new folder for a community is made by: cop init [world]/community/clubb
    [status 2]
    ");
    insta::assert_snapshot!(dutch(&world, &["init club --lang en", "-C clubb init"]), @r"
    $ COP_LANG=nl cop init club --lang en
    » fout: de map MEMBERS staat in de weg: ze moet members heten
    » MEMBERS
    » tip: geef haar die naam, en doe dit nog eens: mv MEMBERS members
    [status 2]

    $ COP_LANG=nl cop -C clubb init
    » fout: er is geen map [world]/community/clubb
    » tip: een nieuwe map voor een gemeenschap maak je met: cop init [world]/community/clubb
    [status 2]
    ");
    assert!(!world.path("clubb").exists() && !world.path("club/community.yaml").exists());
    let home = world.home().display().to_string();
    let run = world.cop(&["-C", &home, "init"]);
    assert!(run.status == 2 && run.stderr.contains("your home folder"), "{run}");
    assert!(!world.home().join(".git").exists());
}

//! A way in where the community itself has just begun.

use crate::commands::{cop, dutch, each, transcript, valid};
use crate::support::world::World;

/// A sewing circle on its first days: a founder, two who joined, a question that was answered and a practice in the making.
fn young() -> World {
    let world = World::new();
    world.write("community.yaml", "format: 1\nname: Needles\nrhythm: every 6 weeks\n");
    world.write("members/ada.md", "---\nname: Ada Test\nemails: [ada@example.org]\nask_me: yes\n---\n");
    world.write("questions/seams.md", "---\naccepted: answer/seams/ben\n---\n# How do we finish seams?\n");
    world.commit("Found it");
    world.write("members/ben.md", "---\nname: Ben Bakker\nemails: [ben@example.org]\nsince: 2026-06-01\n---\n");
    world.write("questions/seams/ben.md", "# How do we finish seams?\n\nZigzag.\n");
    world.commit_by("Ben Bakker", "ben@example.org", "Answer");
    world.write("members/cato.md", "---\nname: Cato Visser\nemails: [cato@example.org]\n---\n");
    world.write("practices/french.md", "# French seams\n");
    world.write("practices/collar.md", "---\nstatus: adopted\n---\n# Turn a collar\n");
    world.write("questions/jersey.md", "# Which needle for jersey?\n");
    world.commit_by("Cato Visser", "cato@example.org", "More");
    world.write("members/dirk.md", "---\nname: Dirk Smit\nemails: [dirk@example.org]\n---\n");
    world.commit_by("Dirk Smit", "dirk@example.org", "Join");
    world
}

#[test]
fn in_a_young_community_there_is_everything_to_read_and_nobody_is_an_old_hand() {
    let world = young();
    let day = |day: &str, lang: &str| cop(&world, "onboard dirk").env("COP_NOW", day).env("COP_LANG", lang).run().to_string();
    insta::assert_snapshot!(transcript(&world, &["onboard dirk", "onboard ada"]), @r"
$ cop onboard dirk
Welcome to Needles, Dirk
We meet every 6 weeks

To read first
1  How do we finish seams?
   question: asked here, and answered
   questions/seams.md
2  Turn a collar
   practice: one of the first things that stand here
   practices/collar.md
3  French seams
   practice: still in the making; what is unclear to you helps who made it
   practices/french.md

People to meet
Cato Visser  @cato
  made Turn a collar; made French seams
Ben Bakker   @ben
  joined on 1 Jun, and remembers what it is like
Ada Test     @ada
  began this community

To begin with
Which needle for jersey?
  nobody has answered yet; what you saw yourself is an answer
  cop answer question/jersey
Dirk Smit
  say what interests you, and what others may ask you: a line each
  cop edit member/dirk

$ cop onboard ada
Welcome to Needles, Ada
We meet every 6 weeks

To read first
1  Turn a collar
   practice: one of the first things that stand here
   practices/collar.md
2  French seams
   practice: still in the making; what is unclear to you helps who made it
   practices/french.md

People to meet
Cato Visser  @cato
  made Turn a collar; made French seams
Ben Bakker   @ben
  joined on 1 Jun, and remembers what it is like
Dirk Smit    @dirk
  joined on 1 Jun, and remembers what it is like

To begin with
Which needle for jersey?
  nobody has answered yet; what you saw yourself is an answer
  cop answer question/jersey
Ada Test
  say what interests you, and what others may ask you: a line each
  cop edit member/ada
");
    insta::assert_snapshot!(dutch(&world, &["onboard dirk"]), @r"
$ COP_LANG=nl cop onboard dirk
Welkom bij Needles, Dirk
We komen om de 6 weken bij elkaar

Om te beginnen met lezen
1  How do we finish seams?
   vraag: is hier gevraagd en beantwoord
   questions/seams.md
2  Turn a collar
   praktijk: een van de eerste dingen die hier staan
   practices/collar.md
3  French seams
   praktijk: nog in de maak; wat jou niet duidelijk is, helpt wie het maakte
   practices/french.md

Mensen om te leren kennen
Cato Visser  @cato
  maakte Turn a collar; maakte French seams
Ben Bakker   @ben
  kwam er op 1 jun bij, en weet nog hoe dat is
Ada Test     @ada
  is deze gemeenschap begonnen

Om mee te beginnen
Which needle for jersey?
  niemand heeft nog geantwoord; wat je zelf zag is een antwoord
  cop answer question/jersey
Dirk Smit
  vertel wat je boeit en wat anderen je mogen vragen: elk één regel
  cop edit member/dirk
");
    // A day is told as people say it.
    let joined =
        |text: &str| text.lines().find(|line| line.contains("joined") || line.contains("kwam er")).map(|line| line.trim().to_owned());
    let told =
        [("2026-06-01T12:00:00Z", "en"), ("2026-06-01T12:00:00Z", "nl"), ("2026-06-02T12:00:00Z", "nl"), ("2026-09-15T12:00:00Z", "nl")]
            .map(|(now, lang)| joined(&day(now, lang)));
    let told = told.map(Option::unwrap_or_default);
    assert_eq!(
        told,
        [
            "joined today, and remembers what it is like",
            "kwam er vandaag bij, en weet nog hoe dat is",
            "kwam er gisteren bij, en weet nog hoe dat is",
            "kwam er op 1 jun bij, en weet nog hoe dat is",
        ]
    );
    let shown = valid(&cop(&world, "onboard dirk --json").run(), "onboard");
    assert_eq!(each(&shown["read"], "why"), ["rest", "rest", "rest"]);
}

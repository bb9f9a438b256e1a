//! `cop digest`

use super::{cop, dutch, example, tiny, transcript, valid};
use crate::support::world::World;

#[test]
fn a_letter_opens_with_a_result_and_says_what_concerns_whoever_reads() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["digest", "digest --for sponsor --since 2026-q1", "digest --for steward --since 2026-08-15", "digest --for zoe"]), @r#"
$ cop digest
The Long Table: 22 Oct to 22 Nov

Walk a newcomer in                              Zoë van 't Hoff used it
  "from the other side: I was the newcomer"

Answered
How do you run a community across time zones?   Kees Ørsted answered
  We did this for eight months, Copenhagen with Singapore, so I do not pass your
    test of a year.

New
Wat doe je met een kerngroep die leegloopt?     asked by Zoë van 't Hoff
  Ik heb in september een docentengemeenschap overgenomen. Van de zes mensen in
    de kerngroep zijn er nog twee over, en die twee hebben allebei aangekondigd
    dat ze na de zomer stoppen.
Eindig met een oogst                            practice, by Maryam Yıldız
  Gemeenschappen sterven zelden. Ze doven uit: de opkomst daalt, niemand zegt
    iets, en op een dag is de map alleen nog te lezen voor wie het wachtwoord
    weet. Jammer van alles wat erin zit.
Zet onze verhalen op een openbare site          decision, by Inês Carvalho
  Sponsors en nieuwe leden vragen wat we doen. We sturen dan losse bestanden
    rond, en na een maand circuleert er een oude versie. De verhalen gaan over
    echt werk: wie meeleest, kan soms raden over welke afdeling het gaat.
Value story
  term, by Inês Carvalho and Kees Ørsted
  A short, true account of what came of something in the community: from a
    moment in a meeting, by what somebody took home and did with it, to what was
    different afterwards.
Collect value stories                           practice, by Inês Carvalho
  A sponsor asks what the community yields. You have attendance figures, and you
    know that they are not the answer. The real effects happen elsewhere, weeks
    later, and nobody reports them to you.

What needs you
Wat doe je met een kerngroep die leegloopt?  6 days without an answer, 1 follows
  cop answer question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl

When we meet
Looking back, two years on  Thu 10 Dec 14:00, Reading room, Stadsarchief Overlek
Wat levert het op?          was on 29 Oct
  Tomasz liet beneden de werkplaats zien; de map met reparatiekaarten ging van
    hand tot hand. Daarna vroegen we elkaar in tweetallen uit met de vijf
    stappen die Inês had meegebracht.

$ cop digest --for sponsor --since 2026-q1
The Long Table: 1 Jan to 31 Mar

The storm and the forty-one claims              a story by Kees Ørsted
  Within two weeks the five offices asked for yield data by the same three-line
    letter. Of forty-one claims that had been set aside, thirty-three were
    settled without an expert climbing a roof.

What we want to reach
A newcomer gives a first contribution within a month of joining
  by 31 Dec; its question is answered
Every member can tell their manager, with one story, what their community yields
  by 30 Jun 2027; its question is answered
No practice depends on one person      by 31 Dec 2027; 1 of 2 questions answered

Decided
Walk a newcomer in                              adopted, by Anna de Vries
  When I joined my first community, I got a link to two hundred pages and the
    sentence "just look around". I looked around for three weeks and nearly
    left.
De eerste honderd dagen                         adopted, by Fatima El Idrissi
  Je bent gevraagd om een gemeenschap te trekken, of je hebt het zelf bedacht.
    Iedereen is enthousiast en niemand weet wat er maandag gebeurt.

Answered
Hoe overtuig je een leidinggevende die uren telt?
  answered by Maryam Yıldız, and chosen
  Reken niet terug. Wie met uren begint, eindigt bij uren.

Who took part
Bitwerk Coöperatie                              1 member
Bouwkring Noord                                 1 member
Deltaborg Insurance                             1 member
Gemeente Overlek                                1 member
Rail Lab                                        1 member
Regionale Waterdienst                           1 member
Repaircafé De Vlinder                           1 member
and 2 more

When we meet
Looking back, two years on  Thu 10 Dec 14:00, Reading room, Stadsarchief Overlek

$ cop digest --for steward --since 2026-08-15
The Long Table: 15 Aug to 22 Nov

De reparatiemap die niemand opende              a story by Tomasz Wójcik
  De indeling op merk ging overboord. Nu is er een kaart voor alles wat
    bezoekers zeggen: 'hij doet niks', 'de stop slaat door', 'het stinkt'.

What needs you
Community of practice                           changed nearby: Domain
  cop review term/community-of-practice
Write the charter together                      changed nearby: Common ground
  cop review practice/write-the-charter-together

Decided
Verdeel de rollen in de kerngroep               adopted, by Bram Smit
  In veel gemeenschappen doet één persoon alles: uitnodigen, voorzitten, verslag
    maken, de koffie en de website. Dat gaat goed tot die persoon ziek wordt,
    verhuist of er genoeg van heeft.

Looked at
Flag it or fix it                   still true, says Fatima El Idrissi
Walk a newcomer in                  revised by Inês Carvalho and Zoë van 't Hoff
Fetch and bring in balance          still true, says Fatima El Idrissi

New
Wat doe je met een kerngroep die leegloopt?     asked by Zoë van 't Hoff
  Ik heb in september een docentengemeenschap overgenomen. Van de zes mensen in
    de kerngroep zijn er nog twee over, en die twee hebben allebei aangekondigd
    dat ze na de zomer stoppen.
Eindig met een oogst                            practice, by Maryam Yıldız
  Gemeenschappen sterven zelden. Ze doven uit: de opkomst daalt, niemand zegt
    iets, en op een dag is de map alleen nog te lezen voor wie het wachtwoord
    weet. Jammer van alles wat erin zit.
Zet onze verhalen op een openbare site          decision, by Inês Carvalho
  Sponsors en nieuwe leden vragen wat we doen. We sturen dan losse bestanden
    rond, en na een maand circuleert er een oude versie. De verhalen gaan over
    echt werk: wie meeleest, kan soms raden over welke afdeling het gaat.
Value story
  term, by Inês Carvalho and Kees Ørsted
  A short, true account of what came of something in the community: from a
    moment in a meeting, by what somebody took home and did with it, to what was
    different afterwards.
Collect value stories                           practice, by Inês Carvalho
  A sponsor asks what the community yields. You have attendance figures, and you
    know that they are not the answer. The real effects happen elsewhere, weeks
    later, and nobody reports them to you.
How do you run a community across time zones?   asked by Inês Carvalho
  From January our group has members in Lisbon, Rotterdam and São Paulo, later
    perhaps Pune. There is no hour that is decent for all four.
Who keeps a document true when its writer has left?
  asked by José Peña
  A founding member of my group changed jobs. Eleven texts are in his name. They
    are good texts, people use them, and I do not understand all of them.

Answered
How do you run a community across time zones?   Kees Ørsted answered
  We did this for eight months, Copenhagen with Singapore, so I do not pass your
    test of a year.
Who keeps a document true when its writer has left?
  answered by Fatima El Idrissi, and chosen
  When the founder of our wound care group left last year, we did four things,
    and I would do them again.

When we meet
Looking back, two years on  Thu 10 Dec 14:00, Reading room, Stadsarchief Overlek
Wat levert het op?          was on 29 Oct
  Tomasz liet beneden de werkplaats zien; de map met reparatiekaarten ging van
    hand tot hand. Daarna vroegen we elkaar in tweetallen uit met de vijf
    stappen die Inês had meegebracht.

$ cop digest --for zoe
The Long Table: 22 Oct to 22 Nov

Dear Zoë,

Walk a newcomer in                              Zoë van 't Hoff used it
  "from the other side: I was the newcomer"

Answered
How do you run a community across time zones?   Kees Ørsted answered
  We did this for eight months, Copenhagen with Singapore, so I do not pass your
    test of a year.

New
Wat doe je met een kerngroep die leegloopt?     asked by Zoë van 't Hoff
  Ik heb in september een docentengemeenschap overgenomen. Van de zes mensen in
    de kerngroep zijn er nog twee over, en die twee hebben allebei aangekondigd
    dat ze na de zomer stoppen.
Eindig met een oogst                            practice, by Maryam Yıldız
  Gemeenschappen sterven zelden. Ze doven uit: de opkomst daalt, niemand zegt
    iets, en op een dag is de map alleen nog te lezen voor wie het wachtwoord
    weet. Jammer van alles wat erin zit.
Zet onze verhalen op een openbare site          decision, by Inês Carvalho
  Sponsors en nieuwe leden vragen wat we doen. We sturen dan losse bestanden
    rond, en na een maand circuleert er een oude versie. De verhalen gaan over
    echt werk: wie meeleest, kan soms raden over welke afdeling het gaat.
Value story
  term, by Inês Carvalho and Kees Ørsted
  A short, true account of what came of something in the community: from a
    moment in a meeting, by what somebody took home and did with it, to what was
    different afterwards.
Collect value stories                           practice, by Inês Carvalho
  A sponsor asks what the community yields. You have attendance figures, and you
    know that they are not the answer. The real effects happen elsewhere, weeks
    later, and nobody reports them to you.

When we meet
Looking back, two years on  Thu 10 Dec 14:00, Reading room, Stadsarchief Overlek
Wat levert het op?          was on 29 Oct
  Tomasz liet beneden de werkplaats zien; de map met reparatiekaarten ging van
    hand tot hand. Daarna vroegen we elkaar in tweetallen uit met de vijf
    stappen die Inês had meegebracht.
"#);
    insta::assert_snapshot!(dutch(&world, &["digest --for nieuwkomer --lang nl -f md", "digest --for lid --lang nl --since 'vorige maand'", "digest --for iedereen"]), @r#"
$ COP_LANG=nl cop digest --for nieuwkomer --lang nl -f md
# The Long Table: 22 okt tot en met 22 nov

Welkom. Dit is waar we voor staan, en waar je kunt beginnen.

- **Walk a newcomer in** (Zoë van 't Hoff gebruikte het)
  - "from the other side: I was the newcomer"

## Waar we voor staan

- We are people who run a community of practice next to our other work. At this table we learn from one another how to start one, how to keep it worth coming to, and how to end it well.
- Whoever gets an answer writes it down.
- We search before we add.
- We flag what looks wrong, or we fix it. We do not walk past it.
- English and Dutch are equals here; write in the one you think in.
- What is said about a person at the table stays at the table.

## Wat we het meest gebruiken

- **Open with a short round** (3 leden gebruikten het)
  - Claims experts are polite. In our first meetings two people talked, nine listened, and on the way out I heard the most interesting remarks at the coat rack. I wanted the coat rack at the beginning.
- **Search before you add** (3 leden gebruikten het)
  - By the end of our first spring we had four texts about minutes. None of them was wrong, each was half complete, and a new member asked which one we meant.
- **Fetch and bring in balance** (2 leden gebruikten het)
  - On our wards the same three people brought everything: protocols, photographs, a tip every Friday. The others said thank you, and after half a year they stopped opening the mail. Nobody had done anything wrong.

## Wat we zoeken

- **How do you run a community across time zones?** (heeft een antwoord dat niemand nog koos)
  - From January our group has members in Lisbon, Rotterdam and São Paulo, later perhaps Pune. There is no hour that is decent for all four.
- **Wat doe je met een kerngroep die leegloopt?** (6 dagen zonder antwoord, 1 volgt hem)
  - Ik heb in september een docentengemeenschap overgenomen. Van de zes mensen in de kerngroep zijn er nog twee over, en die twee hebben allebei aangekondigd dat ze na de zomer stoppen.

## Beantwoord

- **How do you run a community across time zones?** (Kees Ørsted antwoordde)
  - We did this for eight months, Copenhagen with Singapore, so I do not pass your test of a year.

## Wanneer we bij elkaar komen

- **Looking back, two years on** (do 10 dec 14:00, Reading room, Stadsarchief Overlek)
- **Wat levert het op?** (was op 29 okt)
  - Tomasz liet beneden de werkplaats zien; de map met reparatiekaarten ging van hand tot hand. Daarna vroegen we elkaar in tweetallen uit met de vijf stappen die Inês had meegebracht.

$ COP_LANG=nl cop digest --for lid --lang nl --since 'vorige maand'
The Long Table: 1 okt tot en met 31 okt

De reparatiemap die niemand opende              een verhaal van Tomasz Wójcik
  De indeling op merk ging overboord. Nu is er een kaart voor alles wat
    bezoekers zeggen: 'hij doet niks', 'de stop slaat door', 'het stinkt'.

Beantwoord
How do you run a community across time zones?   Kees Ørsted antwoordde
  We did this for eight months, Copenhagen with Singapore, so I do not pass your
    test of a year.

Nieuw
Collect value stories                           praktijk, door Inês Carvalho
  A sponsor asks what the community yields. You have attendance figures, and you
    know that they are not the answer. The real effects happen elsewhere, weeks
    later, and nobody reports them to you.
How do you run a community across time zones?   gevraagd door Inês Carvalho
  From January our group has members in Lisbon, Rotterdam and São Paulo, later
    perhaps Pune. There is no hour that is decent for all four.

Dank
Walk a newcomer in                         Zoë van 't Hoff bedankt Anna de Vries
  "for sitting next to me and not explaining"
Walk a newcomer in                         Kees Ørsted bedankt Inês Carvalho
  "because I am a better neighbour now"

Wat op jou wacht
Wat doe je met een kerngroep die leegloopt?
  6 dagen zonder antwoord, 1 volgt hem
  cop answer question/wat-doe-je-met-een-kerngroep-die-leegloopt-nl

Wanneer we bij elkaar komen
Looking back, two years on   do 10 dec 14:00, Reading room, Stadsarchief Overlek
Wat levert het op?           was op 29 okt
  Tomasz liet beneden de werkplaats zien; de map met reparatiekaarten ging van
    hand tot hand. Daarna vroegen we elkaar in tweetallen uit met de vijf
    stappen die Inês had meegebracht.

$ COP_LANG=nl cop digest --for iedereen
» fout: niemand heet hier "iedereen", en voor zo iemand is er geen brief
» tip: member (lid), steward, newcomer (nieuwkomer), sponsor, me, of hoe een lid hier heet
[status 2]
"#);
}

#[test]
fn it_is_in_the_communitys_language_whoever_writes_it() {
    let world = tiny();
    world.write("community.yaml", "format: 1\nname: Klein\nlanguage: nl\n");
    let letter = cop(&world, "digest --since 2026-06-01").run().done();
    assert!(letter.contains("Nieuw") && letter.contains("gevraagd door Bo Guest"), "{letter}");
    let english = cop(&world, "digest --since 2026-06-01 --lang en").run().done();
    assert!(english.contains("asked by Bo Guest"), "{english}");
}

#[test]
fn where_nothing_happened_it_says_so() {
    let empty = World::new();
    empty.write("community.yaml", "format: 1\nname: Tiny\n");
    insta::assert_snapshot!(transcript(&empty, &["digest", "digest --for sponsor", "digest --for newcomer", "digest --for me", "digest --for ann", "digest --since 2027-01-01", "digest --since 2026-03-01 --until 2026-02-01", "digest -f pdf"]), @r#"
$ cop digest
Tiny: 22 Oct to 22 Nov

Nothing happened in these days that could be told.

$ cop digest --for sponsor
Tiny: 22 Aug to 22 Nov

Nothing happened in these days that could be told.

$ cop digest --for newcomer
Tiny: 22 Oct to 22 Nov

Welcome. This is what we are about, and where you can begin.

Nothing happened in these days that could be told.

$ cop digest --for me
» error: nobody knows who you are: by your name and address in git you are no member here
» hint: cop join
[status 2]

$ cop digest --for ann
» error: nobody is called "ann" here, nor is it one of those that a letter is for
» hint: member, steward, newcomer, sponsor, me, or a handle
[status 2]

$ cop digest --since 2027-01-01
» error: nothing can lie between 2027-01-01 and 2026-11-22: the first day comes after the last
[status 2]

$ cop digest --since 2026-03-01 --until 2026-02-01
» error: nothing can lie between 2026-03-01 and 2026-02-01: the first day comes after the last
[status 2]

$ cop digest -f pdf
» error: there is no format "pdf" here
» hint: one of these: text, json, md, html, eml, atom
[status 2]
"#);
    let bare = World::without_git();
    bare.write("community.yaml", "format: 1\nname: Tiny\npurpose: We try things.\n");
    bare.write("questions/how.md", "# How?\n\nText.\n");
    insta::assert_snapshot!(transcript(&bare, &["digest", "digest --for newcomer"]), @r"
$ cop digest
Tiny: 22 Oct to 22 Nov

Nothing was finished in these days; this is what goes on.

What needs you
How?                                            asked today
  cop answer question/how

There is no git history here, so what happened when is known only as far as
files say it.

$ cop digest --for newcomer
Tiny: 22 Oct to 22 Nov

Welcome. This is what we are about, and where you can begin.

Nothing was finished in these days; this is what goes on.

What we are about
- We try things.

What we are looking for
How?                                            asked today
  Text.

There is no git history here, so what happened when is known only as far as
files say it.
");
}

#[test]
fn a_community_that_ends_tells_its_sponsor_all_that_came_of_it() {
    let world = example();
    let settings = world.read("community.yaml").replace("rhythm: every 6 weeks", "rhythm: every 6 weeks\nends: 2026-12-15");
    world.write("community.yaml", settings);
    let letter = cop(&world, "digest --for sponsor").run().done();
    assert!(letter.starts_with("The Long Table: what came of it, 21 Nov 2024 to 22 Nov"), "{letter}");
    let due = cop(&world, "due --for facilitator -f csv").run().done();
    assert!(due.contains("ends 15 Dec: say what came of it"), "{due}");
}

/// Titles, names and words that would be markup if they were let.
fn hostile() -> World {
    let world = tiny();
    world.write(
        "practices/evil.md",
        "---\nstatus: adopted\n---\n\n# <script>alert(1)</script> \"&\u{1b}[31m]]>\n\nText <img src=x onerror=alert(1)> of it.\n",
    );
    world.write("members/ada.md", "---\nname: Ada \"<b>Test\nemails: [ada@example.org]\n---\n\n## Uses\n\n- [Evil](../practices/evil.md) 2026-06-01 it </p><script>x()</script> helped\n");
    world.commit("More\r\nBcc: everyone@example.org");
    world
}

#[test]
fn in_every_form_what_people_wrote_is_words() {
    let world = hostile();
    let page = cop(&world, "digest --since 2026-05-01 -f html").run().done();
    for markup in ["<script", "<img", "onerror=alert(1)>", "\u{1b}"] {
        assert!(!page.contains(markup), "{markup} in {page}");
    }
    assert!(page.contains("&lt;script&gt;") && page.contains("default-src 'none'") && !page.contains("http://"), "{page}");
    let feed = cop(&world, "digest --since 2026-05-01 -f atom").run().done();
    assert!(!feed.contains("<script") && !feed.contains('\u{1b}') && !feed.contains("]]>"), "{feed}");
    let mail = cop(&world, "digest --since 2026-05-01 -f eml").run().done();
    let (head, _) = mail.split_once("\r\n\r\n").expect("a head and a body");
    let headers: Vec<&str> = head.lines().filter(|line| !line.starts_with([' ', '\t'])).filter_map(|line| line.split(':').next()).collect();
    assert_eq!(headers, ["Message-ID", "Date", "Subject", "X-Unsent", "Content-Language", "MIME-Version", "Content-Type"], "{head}");
    assert!(mail.lines().all(|line| line.len() < 998) && !mail.contains("@example.org"), "{mail}");
    let screen = cop(&world, "digest --since 2026-05-01").run().done();
    assert!(!screen.contains('\u{1b}'), "{screen}");
}

#[test]
fn the_same_letter_is_the_same_bytes() {
    let world = example();
    for form in ["html", "eml", "atom", "md", "json"] {
        let write = || cop(&world, "digest -f").args(&[form]).run().done();
        assert_eq!(write(), write(), "{form}");
    }
}

#[test]
fn a_letter_that_is_kept_is_the_one_that_is_written() {
    let world = example();
    let later = |line: &str| cop(&world, line).env("COP_NOW", "2099-01-01T00:00:00Z").run().done();
    let lines = [
        "digest --since 2026-01-01 --json",
        "digest --since 2026-02-01 --json",
        "digest --since 2026-01-01 --for zoe --json",
        "digest --since 2026-01-01 --lang nl --json",
    ];
    let fresh = lines.map(|line| {
        let _ = std::fs::remove_file(world.path(".git/cop/root/digest"));
        later(line)
    });
    for (line, fresh) in lines.iter().zip(&fresh) {
        // Once written anew, for another was kept in its place; once as it was kept.
        assert_eq!([&later(line), &later(line)], [fresh, fresh], "{line}");
    }
    assert!(world.path(".git/cop/root/digest").exists());
    world.write("questions/new-one.md", "# Who knows?\n\nText.\n");
    world.commit("Ask");
    assert_ne!(later(lines[3]), fresh[3]);
}

#[test]
fn no_address_of_a_member_is_in_any_form() {
    let world = example();
    for form in ["text", "md", "html", "eml", "atom", "json"] {
        for whom in ["member", "steward", "newcomer", "sponsor", "zoe"] {
            let letter = cop(&world, "digest --since 2024-01-01 -f").args(&[form, "--for", whom]).run().done();
            assert!(!letter.contains("@example.org") && !letter.contains("github:"), "{form} {whom}: {letter}");
        }
    }
}

#[test]
fn programs_get_what_people_get() {
    let world = example();
    let letter = valid(&cop(&world, "digest --json").run(), "digest");
    let parts: Vec<&str> = letter["parts"].as_array().expect("parts").iter().filter_map(|part| part["type"].as_str()).collect();
    insta::assert_snapshot!(format!("{} {} {} {parts:?}", letter["for"], letter["since"], letter["result"]["title"]), @r#""member" "2026-10-22" "Walk a newcomer in" ["answered", "new", "needs-you", "meetings"]"#);
}

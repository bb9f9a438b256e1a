//! `cop invite`

use super::{cop, dutch, each, tiny, transcript, valid};
use crate::support::world::World;

/// A community that has just begun.
fn begun(flags: &str) -> World {
    let world = World::new();
    cop(&world, &format!("init --name Archivists {flags}")).run().done();
    world
}

#[test]
fn somebody_gets_a_page_and_a_letter() {
    let world = begun("--question 'How long do we keep chat?' --rhythm 'every 6 weeks' --purpose 'Keep born-digital records readable.'");
    insta::assert_snapshot!(transcript(&world, &[
        "invite 'Fatima El Idrissi' fatima@example.org --organisation 'City Archive'",
        "invite 'Fatima El Idrissi' fatima@example.org",
        "invite 'Fatima El Idrissi' fatima@example.org --letter",
    ]), @r#"
    $ cop invite 'Fatima El Idrissi' fatima@example.org --organisation 'City Archive'
    » History knows people by an address or account, and these pages have neither: what they do counts as theirs once they type cop join
    » Committed [commit]
    » hint: the letter to send: cop invite 'Fatima El Idrissi' fatima@example.org --letter
    members/fatima.md

    $ cop invite 'Fatima El Idrissi' fatima@example.org
    » Fatima El Idrissi is a member already: members/fatima.md
    » hint: the letter to send: cop invite 'Fatima El Idrissi' fatima@example.org --letter
    members/fatima.md

    $ cop invite 'Fatima El Idrissi' fatima@example.org --letter
    To: Fatima El Idrissi <fatima@example.org>
    Subject: An invitation: Archivists

    Dear Fatima,

    I would like you to take part in Archivists, a community of practice: people who do the same sort of work, and who learn from how the others do it.

    This is what binds us:

        Keep born-digital records readable.

    What we find out, we write down in plain text files that stay ours, and each of them remembers who helped. You need not be an expert. A good question is a contribution, and so is the remark that something no longer holds.

    These are on the table now:

        - How long do we keep chat?

    If you know a piece of the answer to one of them, that is reason enough to come.

    We come together every 6 weeks.

    There is a page with your name on it already, waiting for what only you can write: who you are, what people may ask you, and what you would like to learn. There are two ways in, and you can change from one to the other whenever you like.

    WITH ONLY A BROWSER

    Your page is the file members/fatima.md. Ask me for the address of our pages, or send me a few sentences, and I will put them there under your name.

    WITH GIT

    "cop" is a small program for the command line that keeps these files in order. Ask me how to get it.

    Ask me for the address of our repository. In your clone of it, type

        cop join

    "cop join" completes your page from what git knows of you, so that what you write is counted as yours, and shows you what to read first.

    Your page holds your name, and no e-mail address; whoever can read our pages can read it.

    Read along as long as you like before you write anything. And if this is not for you, tell me: then I take your page away. (What git has once recorded stays in its history.)

    I hope to see you there.

    Ada Test
    "#);
    insta::assert_snapshot!(world.read("members/fatima.md"), @r"
---
name: Fatima El Idrissi
organisation: City Archive
accounts: []
interests: []
ask_me: yes
since: 2026-11-22
---

# Fatima El Idrissi

<!-- cop: Introduce yourself in a few sentences: what work you do, what people may call you for, and what you would like to learn; between the brackets above go your accounts, as in [github:anna], and the topics you care about, as in [email, scanning]. -->
");
    insta::assert_snapshot!(world.git(&["log", "-1", "--format=%an: %s", "--name-status"]), @r"
Ada Test: Invite Fatima El Idrissi

A	members/fatima.md
");
    assert!(!world.git(&["log", "-p"]).contains("fatima@example.org"), "an address is nobody's business");
    assert_eq!(world.git(&["status", "--porcelain"]), "");
}

#[test]
fn ten_are_invited_in_one_commit() {
    let world = World::new();
    world.git(&["remote", "add", "origin", "https://ada:secret@codeberg.org/ons/archief.git"]);
    cop(&world, "init --name 'Digitale archivarissen' --lang nl --ci none").run().done();
    let people = "\u{feff}naam;e-mail;organisatie\r\nBram Smit;bram@example.org;Stadsarchief\r\nBram de Wit;b.dewit@example.org;\r\n\
                  Cees 't Hart;;\"Archief; Noord\"\r\nDoor Kip;12+doorkip@users.noreply.github.com;\r\nEllen;;\r\nFons;;\r\nGijs;;\r\nHan;;\r\nIna;;\r\n\
                  Jo van Dam;jo@example.org;\r\nJo van Dam;jo@example.org;\r\nAda Test;;\r\n";
    world.write("../people.csv", people);
    insta::assert_snapshot!(dutch(&world, &["invite --from ../people.csv", "invite --from ../people.csv", "list leden --sort title"]), @r"
$ COP_LANG=nl cop invite --from ../people.csv
» Jo van Dam staat er twee keer
» Ada Test is al lid: leden/ada.md
» De geschiedenis kent mensen aan een adres of account, en deze pagina's hebben geen van beide: wat ze doen komt op hun naam zodra ze cop join typen
» Vastgelegd als [commit]
» tip: de brief om te sturen: cop invite --from ../people.csv --letter
leden/bram-de-wit.md
leden/bram.md
leden/cees.md
leden/door.md
leden/ellen.md
leden/fons.md
leden/gijs.md
leden/han.md
leden/ina.md
leden/jo.md

$ COP_LANG=nl cop invite --from ../people.csv
» Bram Smit is al lid: leden/bram.md
» Bram de Wit is al lid: leden/bram-de-wit.md
» Cees 't Hart is al lid: leden/cees.md
» Door Kip is al lid: leden/door.md
» Ellen is al lid: leden/ellen.md
» Fons is al lid: leden/fons.md
» Gijs is al lid: leden/gijs.md
» Han is al lid: leden/han.md
» Ina is al lid: leden/ina.md
» Jo van Dam is al lid: leden/jo.md
» Jo van Dam staat er twee keer
» Ada Test is al lid: leden/ada.md
» tip: de brief om te sturen: cop invite --from ../people.csv --letter

$ COP_LANG=nl cop list leden --sort title
11 documenten
Ada Test      actief  gewijzigd vandaag
Bram de Wit   actief  gewijzigd vandaag
Bram Smit     actief  gewijzigd vandaag
Cees 't Hart  actief  gewijzigd vandaag
Door Kip      actief  gewijzigd vandaag
Ellen         actief  gewijzigd vandaag
Fons          actief  gewijzigd vandaag
Gijs          actief  gewijzigd vandaag
Han           actief  gewijzigd vandaag
Ina           actief  gewijzigd vandaag
Jo van Dam    actief  gewijzigd vandaag
");
    assert_eq!(world.git(&["rev-list", "--count", "HEAD"]), "2");
    insta::assert_snapshot!(world.read("leden/door.md").lines().take(5).collect::<Vec<_>>().join("\n"), @r#"
---
name: Door Kip
organisation:
accounts: ["github:doorkip"]
interests: []
"#);
    let answer = valid(&cop(&world, "invite --from ../people.csv --letter --json").run(), "invite");
    assert_eq!(each(&answer["letters"], "name").len(), 11);
    let letter = answer["letters"][0]["text"].as_str().unwrap();
    assert!(!letter.contains("secret") && !letter.contains("{{"), "{letter}");
    insta::assert_snapshot!(letter, @r#"
    Beste Bram,

    Ik zou het leuk vinden als je meedoet aan Digitale archivarissen, een praktijkgemeenschap: mensen die hetzelfde soort werk doen, en leren van hoe de anderen het doen.

    Wat we ontdekken, schrijven we op in gewone tekstbestanden die van ons blijven, en bij elk daarvan blijft bewaard wie eraan meehielp. Je hoeft geen expert te zijn. Een goede vraag is een bijdrage, en de opmerking dat iets niet meer klopt ook.

    Er staat al een pagina met jouw naam klaar. Die wacht op wat alleen jij kunt schrijven: wie je bent, wat mensen je mogen vragen, en wat je zelf wilt leren. Je kunt op twee manieren binnenkomen, en later altijd op de andere overstappen.

    MET ALLEEN EEN BROWSER

    Open je pagina, vervang de regel die zegt wat je kunt schrijven, en sla haar op (dat heet daar "commit"):

        https://codeberg.org/ons/archief/_edit/main/leden/bram.md

    Al het andere begint hier; elke map heeft een pagina die uitlegt wat erin hoort:

        https://codeberg.org/ons/archief

    Je hebt daar een account nodig waarmee je mag schrijven. Laat me weten hoe het heet, dan regel ik het.

    MET GIT

    "cop" is een klein programma voor de opdrachtregel, dat deze bestanden op orde houdt. Vraag me hoe je eraan komt.

        git clone https://codeberg.org/ons/archief.git
        cd archief
        cop join

    "cop join" vult je pagina aan met wat git van je weet, zodat wat je schrijft op jouw naam komt, en laat je zien wat je het beste eerst kunt lezen.

    Op je pagina staat je naam, en geen e-mailadres; wie onze pagina's kan lezen, kan dat lezen.

    Lees gerust een tijd mee voor je iets schrijft. En is dit niets voor je, zeg het dan: dan haal ik je pagina weg. (Wat git eenmaal heeft vastgelegd, blijft in de geschiedenis staan.)

    Ik hoop je daar te zien.

    Ada Test
    "#);
    assert_eq!(answer["changed"].as_array().unwrap().len(), 0);
}

#[test]
fn an_address_is_written_down_where_that_is_asked_for() {
    let world = begun("");
    world.cop(&["invite", "Bo Berg", "Bo@Example.org", "--with-email"]).done();
    assert!(world.read("members/bo.md").contains("emails: [Bo@Example.org]"), "{}", world.read("members/bo.md"));
    world.cop(&["invite", "Cas", "--account", "github:cas-k"]).done();
    assert!(world.read("members/cas-k.md").contains("github:cas-k"));
    insta::assert_snapshot!(transcript(&world, &["invite 'Somebody Else' bo@example.org", "invite Kas --account GitHub:cas-k", "invite cas-k --letter -q", "invite Dirk --with-email"])
        .lines().filter(|line| line.starts_with(['$', '»', '[', 'T'])).collect::<Vec<_>>().join("\n"), @r#"
$ cop invite 'Somebody Else' bo@example.org
» Bo Berg is a member already: members/bo.md
» hint: the letter to send: cop invite 'Somebody Else' bo@example.org --letter
$ cop invite Kas --account GitHub:cas-k
» Cas is a member already: members/cas-k.md
» hint: the letter to send: cop invite Kas --letter
$ cop invite cas-k --letter -q
To: Cas
There is a page with your name on it already, waiting for what only you can write: who you are, what people may ask you, and what you would like to learn. There are two ways in, and you can change from one to the other whenever you like.
$ cop invite Dirk --with-email
» error: --with-email needs an address to write down
» hint: cop invite "NAME" EMAIL --with-email
[status 2]
"#);
    assert_eq!(world.cop(&["check"]).status, 0);
}

#[test]
fn a_name_that_is_taken_brings_another() {
    let world = begun("");
    insta::assert_snapshot!(transcript(&world, &[
        "invite 'Ada Lovelace'",
        "invite 'Ada Byron' --handle ada",
        "invite 'Ada Byron' --handle 'Ada B'",
        "invite 'Ada Lovelace' --handle countess --dry-run",
        "invite --from none.csv",
        "invite",
        "invite a@b.example",
        "invite Bo bo",
        "invite Bo --account bo",
        "invite ' '",
    ]), @r#"
$ cop invite 'Ada Lovelace'
» History knows people by an address or account, and these pages have neither: what they do counts as theirs once they type cop join
» Committed [commit]
» hint: the letter to send: cop invite 'Ada Lovelace' --letter
members/ada-lovelace.md

$ cop invite 'Ada Byron' --handle ada
» error: @ada is Ada Test
» members/ada.md
» hint: this one is free: --handle ada-byron
[status 2]

$ cop invite 'Ada Byron' --handle 'Ada B'
» error: --handle can't be "Ada B"
» hint: a handle is of small letters, digits and dashes, such as ada-b
[status 2]

$ cop invite 'Ada Lovelace' --handle countess --dry-run
» History knows people by an address or account, and these pages have neither: what they do counts as theirs once they type cop join
diff --git a/members/countess.md b/members/countess.md
new file mode 100644
--- /dev/null
+++ b/members/countess.md
@@ -0,0 +1,12 @@
+---
+name: Ada Lovelace
+organisation:
+accounts: []
+interests: []
+ask_me: yes
+since: 2026-11-22
+---
+
+# Ada Lovelace
+
+<!-- cop: Introduce yourself in a few sentences: what work you do, what people may call you for, and what you would like to learn; between the brackets above go your accounts, as in [github:anna], and the topics you care about, as in [email, scanning]. -->

$ cop invite --from none.csv
» error: there is no file none.csv
» hint: a path is read from [world]/community; - takes what is piped in
[status 2]

$ cop invite
» error: something is missing: NAME
» hint: for example: cop invite "Fatima El Idrissi" fatima@example.org
» hint: all about it: cop invite --help
[status 2]

$ cop invite a@b.example
» error: NAME can't be "a@b.example"
» hint: the name goes first, then the address
[status 2]

$ cop invite Bo bo
» error: EMAIL can't be "bo"
» hint: an e-mail address looks like anna@example.org
[status 2]

$ cop invite Bo --account bo
» error: --account can't be "bo"
» hint: an account is the host and the name there, such as github:anna
[status 2]

$ cop invite ' '
» error: there is no name here
» hint: the name goes first, then the address
[status 2]
"#);
    world.write("../a.csv", "Bo,bo@example.org\n,x@example.org\n");
    world.write("../b.csv", "Bo,bo@example.org\nCas,cas\n");
    world.write("../c.csv", "Bo,\"bo\n");
    world.write("../d.csv", "");
    world.write("../e.csv", b"B\xf6\0\n".as_slice());
    insta::assert_snapshot!(dutch(&world, &["invite --from ../a.csv", "invite --from ../b.csv", "invite --from ../c.csv", "invite --from ../d.csv", "invite --from ../e.csv"]), @r#"
    $ COP_LANG=nl cop invite --from ../a.csv
    » fout: hier staat geen naam
    » ../a.csv:2:1
    » tip: een regel per persoon: naam, e-mailadres, organisatie; alleen de naam is nodig
    [status 2]

    $ COP_LANG=nl cop invite --from ../b.csv
    » fout: E-MAILADRES kan niet "cas" zijn
    » ../b.csv:2:1
    » tip: een e-mailadres ziet eruit als anna@example.org
    [status 2]

    $ COP_LANG=nl cop invite --from ../c.csv
    » fout: hier opent een aanhalingsteken dat nergens sluit
    » ../c.csv:1:1
    [status 2]

    $ COP_LANG=nl cop invite --from ../d.csv
    » fout: in deze tabel staat niemand
    » ../d.csv
    » tip: een regel per persoon: naam, e-mailadres, organisatie; alleen de naam is nodig
    [status 2]

    $ COP_LANG=nl cop invite --from ../e.csv
    » fout: dit is geen tekst in UTF-8
    » ../e.csv
    » tip: bewaar het in je spreadsheet als "CSV UTF-8"
    [status 2]
    "#);
    assert_eq!(world.git(&["rev-list", "--count", "HEAD"]), "2");
}

#[test]
fn a_table_is_read_as_a_spreadsheet_saved_it() {
    let world = tiny();
    world.write("../ansi.csv", b"naam;e-mail\r\nJos\xe9 B\xf6ll;jose@example.org\r\n".as_slice());
    let unicode: Vec<u8> = "\u{feff}naam\te-mail\r\nZoë Ångström\tzoe@example.org\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    world.write("../unicode.txt", unicode);
    insta::assert_snapshot!(transcript(&world, &["invite --from ../ansi.csv", "invite --from ../unicode.txt", "list members"]), @r"
$ cop invite --from ../ansi.csv
» ../ansi.csv is not in UTF-8, so it was read as Windows-1252, the way spreadsheets save: see whether the names are right
» History knows people by an address or account, and these pages have neither: what they do counts as theirs once they type cop join
» Committed [commit]
» hint: the letter to send: cop invite --from ../ansi.csv --letter
members/jose.md

$ cop invite --from ../unicode.txt
» History knows people by an address or account, and these pages have neither: what they do counts as theirs once they type cop join
» Committed [commit]
» hint: the letter to send: cop invite --from ../unicode.txt --letter
members/zoe.md

$ cop list members
3 documents, newest first
José Böll     active  today
Zoë Ångström  active  today
Ada Test      active  1 Jun
");
    insta::assert_snapshot!(dutch(&world, &["invite --from ../ansi.csv", "invite --from ../geen.csv"]), @r"
$ COP_LANG=nl cop invite --from ../ansi.csv
» ../ansi.csv is geen UTF-8 en is daarom gelezen als Windows-1252, zoals Excel het vaak opslaat: kijk of de namen kloppen
» José Böll is al lid: members/jose.md
» tip: de brief om te sturen: cop invite --from ../ansi.csv --letter

$ COP_LANG=nl cop invite --from ../geen.csv
» fout: er is geen bestand ../geen.csv
» tip: een pad geldt vanaf [world]/community; - neemt wat je via een pipe geeft
[status 2]
");
}

#[test]
fn two_of_one_name_have_a_page_and_a_letter_each() {
    let world = tiny();
    world.write("../two.csv", "Fatima El Idrissi,f@one.example,One\nFatima El Idrissi,f@two.example,Two\n");
    let run = cop(&world, "invite --from ../two.csv").run();
    assert_eq!(run.stdout, "members/fatima-el-idrissi.md\nmembers/fatima.md\n", "{run}");
    assert!(run.stderr.contains("../two.csv:2: Fatima El Idrissi stands there more than once"), "{run}");
    let answer = valid(&cop(&world, "invite --from ../two.csv --letter --json").run(), "invite");
    assert_eq!(each(&answer["letters"], "handle"), ["fatima", "fatima-el-idrissi"]);
    for (at, page) in ["members/fatima.md", "members/fatima-el-idrissi.md"].into_iter().enumerate() {
        assert!(answer["letters"][at]["text"].as_str().unwrap().contains(page), "{answer}");
    }
}

#[test]
fn a_mistyped_member_is_not_made_anew() {
    let world = tiny();
    cop(&world, "invite 'Fatima El Idrissi'").run().done();
    insta::assert_snapshot!(transcript(&world, &["invite Fatma --letter", "invite fatima --account github:fati --organisation 'City Archive'", "invite 'Me' --handle me"]), @r"
    $ cop invite Fatma --letter
    » error: nobody is called Fatma here
    » hint: did you mean fatima?
    » hint: to invite somebody new who is called so: cop invite Fatma EMAIL --letter
    [status 2]

    $ cop invite fatima --account github:fati --organisation 'City Archive'
    » Fatima El Idrissi is a member already: members/fatima.md
    » What you said of them is not written; that is: cop set @fatima 'organisation=City Archive' 'accounts=github:fati'
    » hint: the letter to send: cop invite fatima --letter
    members/fatima.md

    $ cop invite Me --handle me
    » error: @me is whoever runs cop, and can be nobody's handle
    » hint: this one is free: --handle me-2
    [status 2]
    ");
    insta::assert_snapshot!(dutch(&world, &["invite Fatma --letter"]), @r"
    $ COP_LANG=nl cop invite Fatma --letter
    » fout: niemand heet hier Fatma
    » tip: bedoel je fatima?
    » tip: om iemand uit te nodigen die zo heet: cop invite Fatma E-MAILADRES --letter
    [status 2]
    ");
    let run = cop(&world, "invite 'Gijs Bos' 1+gijs@users.noreply.github.com --letter").run();
    assert!(run.stderr.contains("nothing arrives at 1+gijs@users.noreply.github.com"), "{run}");
}

#[test]
fn a_last_name_before_a_comma_goes_behind() {
    let world = super::tiny();
    assert_eq!(super::cop(&world, "invite 'de Vries, Jan' j@x.nl").run().stdout, "members/jan.md\n");
    assert!(world.read("members/jan.md").contains("name: Jan de Vries"));
}

#[test]
fn a_letter_says_how_often_in_its_own_language() {
    for (flags, said) in [
        ("--lang nl --rhythm 'every 2 weeks'", "We komen om de 2 weken bij elkaar."),
        ("--lang en --rhythm 'elke 6 weken'", "We come together every 6 weeks."),
        ("--lang en --rhythm '1 month'", "We come together every month."),
    ] {
        let letter = cop(&begun(flags), "invite 'Fatima El Idrissi' fatima@example.org --letter").run();
        assert!(letter.stdout.contains(said), "{letter}");
    }
}

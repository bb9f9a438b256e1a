//! A command line that can't be understood: what is said of it, and what would do.

use crate::commands::{dutch, transcript};
use crate::support::world::World;

#[test]
fn a_command_line_that_can_not_be_meant_is_answered_with_what_can() {
    let world = World::without_git();
    let lines = [
        "serch",
        "dance",
        "help dance",
        "list --tagg x",
        "list --wat",
        "list --tag",
        "--color red",
        "-q -v list",
        "list -f json --json",
        "list -n 2 -n 3",
        "list a b",
        "--json --dance",
    ];
    insta::assert_snapshot!(transcript(&world, &lines), @r#"
    $ cop serch
    » error: there is no command "serch"
    » hint: did you mean cop search?
    [status 2]

    $ cop dance
    » error: there is no command "dance"
    » hint: to search for it: cop search dance
    » hint: all that can be asked: cop --help, and cop COMMAND --help
    [status 2]

    $ cop help dance
    » error: there is no command "dance"
    » hint: to search for it: cop search dance
    » hint: all that can be asked: cop --help, and cop COMMAND --help
    [status 2]

    $ cop list --tagg x
    » error: there is no option --tagg here
    » hint: did you mean --tag?
    [status 2]

    $ cop list --wat
    » error: there is no option --wat here
    » hint: all about it: cop list --help
    [status 2]

    $ cop list --tag
    » error: --tag needs a value
    » hint: all about it: cop list --help
    [status 2]

    $ cop --color red
    » error: --color can't be "red"
    » hint: one of these: auto, always, never
    [status 2]

    $ cop -q -v list
    » error: --quiet and --verbose don't go together
    » hint: all about it: cop list --help
    [status 2]

    $ cop list -f json --json
    » {"error":{"kind":"usage","message":"--format and --json don't go together","cause":null,"path":null,"line":null,"column":null,"hints":["all about it: cop list --help"]}}
    [status 2]

    $ cop list -n 2 -n 3
    » error: --limit is given twice
    » hint: all about it: cop list --help
    [status 2]

    $ cop list a b
    » error: "b" is one thing too many here
    » hint: what has several words goes between quotes: cop list 'a b'
    » hint: all about it: cop list --help
    [status 2]

    $ cop --json --dance
    » {"error":{"kind":"usage","message":"there is no option --dance here","cause":null,"path":null,"line":null,"column":null,"hints":["all that can be asked: cop --help, and cop COMMAND --help"]}}
    [status 2]
    "#);
    insta::assert_snapshot!(dutch(&world, &lines), @r#"
    $ COP_LANG=nl cop serch
    » fout: er is geen opdracht "serch"
    » tip: bedoel je cop search?
    [status 2]

    $ COP_LANG=nl cop dance
    » fout: er is geen opdracht "dance"
    » tip: erop zoeken: cop search dance
    » tip: alles wat je kunt vragen: cop --help, en cop OPDRACHT --help
    [status 2]

    $ COP_LANG=nl cop help dance
    » fout: er is geen opdracht "dance"
    » tip: erop zoeken: cop search dance
    » tip: alles wat je kunt vragen: cop --help, en cop OPDRACHT --help
    [status 2]

    $ COP_LANG=nl cop list --tagg x
    » fout: de optie --tagg bestaat hier niet
    » tip: bedoel je --tag?
    [status 2]

    $ COP_LANG=nl cop list --wat
    » fout: de optie --wat bestaat hier niet
    » tip: alles erover: cop list --help
    [status 2]

    $ COP_LANG=nl cop list --tag
    » fout: --tag heeft een waarde nodig
    » tip: alles erover: cop list --help
    [status 2]

    $ COP_LANG=nl cop --color red
    » fout: --color kan niet "red" zijn
    » tip: kies uit: auto, always, never
    [status 2]

    $ COP_LANG=nl cop -q -v list
    » fout: --quiet en --verbose gaan niet samen
    » tip: alles erover: cop list --help
    [status 2]

    $ COP_LANG=nl cop list -f json --json
    » {"error":{"kind":"usage","message":"--format and --json don't go together","cause":null,"path":null,"line":null,"column":null,"hints":["all about it: cop list --help"]}}
    [status 2]

    $ COP_LANG=nl cop list -n 2 -n 3
    » fout: --limit staat er twee keer
    » tip: alles erover: cop list --help
    [status 2]

    $ COP_LANG=nl cop list a b
    » fout: "b" is er één te veel
    » tip: wat uit meer woorden bestaat, staat tussen aanhalingstekens: cop list 'a b'
    » tip: alles erover: cop list --help
    [status 2]

    $ COP_LANG=nl cop --json --dance
    » {"error":{"kind":"usage","message":"there is no option --dance here","cause":null,"path":null,"line":null,"column":null,"hints":["all that can be asked: cop --help, and cop COMMAND --help"]}}
    [status 2]
    "#);
}

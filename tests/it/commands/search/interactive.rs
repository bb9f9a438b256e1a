//! `cop search -i` where there is no terminal; what it does on one is tested beside it, in `src/door/tui/`.

use crate::commands::{cop, dutch, example, transcript};

#[test]
fn without_a_terminal_the_words_are_to_be_given() {
    let world = example();
    insta::assert_snapshot!(transcript(&world, &["search -i", "browse quiet members", "search -i --json", "search"]), @r#"
$ cop search -i
» error: to search as you type takes a terminal
» hint: without one: cop search WORDS
[status 2]

$ cop browse quiet members
» error: to search as you type takes a terminal
» hint: without one: cop search quiet members
[status 2]

$ cop search -i --json
» {"error":{"kind":"usage","message":"--interactive and --json don't go together","cause":null,"path":null,"line":null,"column":null,"hints":[]}}
[status 2]

$ cop search
» error: something is missing: QUERY
» hint: for example: cop search rhythm meetings
» hint: all about it: cop search --help
[status 2]
"#);
    insta::assert_snapshot!(dutch(&world, &["search -i"]), @r#"
$ COP_LANG=nl cop search -i
» fout: zoeken terwijl je typt kan alleen op een terminal
» tip: zonder terminal: cop search WOORDEN
[status 2]
"#);
}

#[test]
fn what_is_wrong_is_said_before_the_terminal_is_taken() {
    let world = example();
    for line in ["search -i -k practise", "browse quiet --nonsense"] {
        let run = cop(&world, line).run();
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{line}: {run}");
    }
}

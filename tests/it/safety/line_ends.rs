//! Line ends and byte order marks: what git keeps and what is on the disk differ as the person's git wants it, and every byte
//! that a write is not about stays.

use super::*;

const LF: &str = "---\nsteward: anna\n---\n\n# One\n\nText.\n";
const BARE: &str = "# Two\n\nText.\n";

/// Settings of git, and attributes.
const WAYS: &[(&[(&str, &str)], &str)] = &[
    (&[("core.autocrlf", "false")], ""),
    (&[("core.autocrlf", "true")], ""),
    (&[("core.autocrlf", "input")], ""),
    (&[("core.autocrlf", "true"), ("core.safecrlf", "warn")], ""),
    (&[("core.autocrlf", "false")], "* text=auto eol=crlf\n"),
    (&[("core.autocrlf", "false")], "*.md text eol=lf\n"),
    (&[("core.autocrlf", "true")], "*.md -text\n"),
    (&[("core.eol", "crlf")], "*.md text\n"),
];

fn content(name: &str) -> Vec<u8> {
    let text = if name.starts_with("bare") { BARE } else { LF };
    let text = if name.contains("crlf") { text.replace('\n', "\r\n") } else { text.to_owned() };
    let text = if name.contains("mixed") { text.replacen("\n\nText", "\r\n\nText", 1) } else { text };
    if name.contains("bom") { format!("\u{feff}{text}").into_bytes() } else { text.into_bytes() }
}

#[test]
fn line_ends_and_marks_stay_and_git_sees_no_change() {
    let names = ["lf", "crlf", "crlf-bom", "bom", "bare-crlf", "bare-lf", "bare-crlf-bom", "mixed"];
    let mut writes = 0;
    for (settings, attributes) in WAYS {
        let world = World::archivists();
        for (key, value) in *settings {
            world.git(&["config", key, value]);
        }
        if !attributes.is_empty() {
            world.write(".gitattributes", attributes);
        }
        for name in names {
            world.write(&format!("practices/{name}.md"), content(name));
        }
        world.commit("Begin");
        let copy = Copy::of(&world);
        // As a person has them who cloned: what git writes here is what it thinks that they should be.
        let paths = names.map(|name| format!("practices/{name}.md"));
        let about = |what: &str| format!("{settings:?} {attributes:?}: {what}");
        let clean = |what: &str| assert_eq!(copy.git(&["status", "--porcelain"]).0, "", "{}", about(what));
        clean("begin");
        for (name, path) in names.iter().zip(&paths) {
            for line in [&["-q", "set", name, "steward=bram"][..], &["-q", "tag", name, "paper"], &["-q", "mark", name, "adopted"]] {
                let before = fs::read(copy.root.join(path)).unwrap();
                let output = copy.command("cop").args(line).output().unwrap();
                assert!(output.status.success(), "{} {}", about(name), String::from_utf8_lossy(&output.stderr));
                let after = fs::read(copy.root.join(path)).unwrap();
                kept(&before, &after).unwrap_or_else(|fault| panic!("{} {line:?}: {fault}", about(name)));
                clean(name);
                let (ours, _) = copy.git(&["rev-parse", &format!("HEAD:{path}")]);
                let (theirs, _) = copy.git(&["hash-object", "--path", path, path]);
                assert_eq!(ours.trim(), theirs.lines().last().unwrap_or_default(), "{} {line:?}: {ours} {theirs}", about(name));
                writes += 1;
            }
        }
        let output = copy.command("cop").args(["-q", "add", "practice", "New one", "--body", "Text.\r\n\r\nMore."]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        clean("add");
        // Where all line ends are as git would write them, a checkout changes nothing.
        assert_eq!(copy.unsound(), None, "{}", about("fsck"));
    }
    eprintln!("R14: {writes} changes in {} ways of keeping line ends, all other bytes kept, git status clean", WAYS.len());
}

/// Whether all lines that were there are there still, in their order, with their ends; and new ones end as the others do.
fn kept(before: &[u8], after: &[u8]) -> Result<(), String> {
    fn lines(bytes: &[u8]) -> Vec<&[u8]> {
        bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).split_inclusive(|byte| *byte == b'\n').collect()
    }
    let shown = || format!("{:?} became {:?}", String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    if before.starts_with(b"\xef\xbb\xbf") != after.starts_with(b"\xef\xbb\xbf") {
        return Err(format!("the mark: {}", shown()));
    }
    let mut new = lines(after).into_iter();
    // What is set anew may be different.
    let told = |line: &&[u8]| !["steward:", "status:", "tags:"].iter().any(|key| line.starts_with(key.as_bytes()));
    for line in lines(before).into_iter().filter(told) {
        if !new.any(|found| found == line) {
            return Err(format!("{:?} is gone: {}", String::from_utf8_lossy(line), shown()));
        }
    }
    let ends = |bytes: &[u8], crlf: bool| lines(bytes).iter().any(|line| line.ends_with(b"\r\n") == crlf);
    if !ends(before, false) && ends(after, false) || !ends(before, true) && ends(after, true) {
        return Err(format!("other line ends: {}", shown()));
    }
    Ok(())
}

#[test]
fn a_path_with_a_filter_of_its_own_is_left_to_git() {
    for attributes in ["practices/** filter=lfs diff=lfs merge=lfs -text\n", "practices/sort-* working-tree-encoding=UTF-16\n"] {
        let world = World::archivists();
        world.write(".gitattributes", attributes);
        world.git(&["add", ".gitattributes"]);
        world.git(&["commit", "--quiet", "--message", "Keep them elsewhere"]);
        let copy = Copy::of(&world);
        let before = copy.state();
        let output = copy.command("cop").args(["-q", "add", "practice", "Sort photos"]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("--no-commit") && said.contains("git add"), "{said}");
        assert_eq!(copy.state(), before);
        let output = copy.command("cop").args(["-q", "add", "practice", "Sort photos", "--no-commit"]).output().unwrap();
        assert!(output.status.success());
        assert!(copy.git(&["status", "--porcelain"]).0.starts_with("?? practices/sort-photos.md\n"));
    }
}

//! What the tests stand on: a sealed world to run cop in, real data where there is some, and a reader of our own sources.

pub(crate) mod source;
pub(crate) mod world;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder that `Cargo.toml` is in.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository, as text.
pub(crate) fn file(path: &str) -> String {
    std::fs::read_to_string(repository().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files that git keeps in the repository; `None` where cop was unpacked from an archive.
pub(crate) fn kept_files() -> Option<Vec<String>> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(repository()).output().ok()?;
    let names = String::from_utf8(listed.stdout).ok()?;
    let names: Vec<_> = names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    (listed.status.success() && !names.is_empty()).then_some(names)
}

/// Real communities, relevance judgements and broken files that are no part of cop: at `COP_DATA`, or beside the repository.
///
/// A test without them passes and says so.
pub(crate) fn data() -> Option<PathBuf> {
    let folder = std::env::var_os("COP_DATA").map_or_else(|| repository().join("../shared/data"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no data");
    None
}

/// Writes a program that can be run. Another process does the writing: what one test has open for writing is open, for a moment, in
/// every program that another test starts just then, and the system runs no file that somebody writes.
pub(crate) fn program(path: &Path, text: &str) {
    let mut shell = Command::new("sh");
    shell.args(["-c", "mkdir -p \"${0%/*}\" && cat >\"$0\" && chmod 755 \"$0\""]).arg(path).stdin(Stdio::piped());
    let mut shell = shell.spawn().expect("a shell");
    shell.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("taken");
    assert!(shell.wait().expect("it ends").success(), "{}", path.display());
}

/// The rows of a table in Markdown below a heading, each cell as the code in it: `` `a`, `b` `` is `["a", "b"]`.
pub(crate) fn table(text: &str, heading: &str) -> Vec<Vec<Vec<String>>> {
    let below = text.lines().skip_while(|line| line.trim_start_matches('#').trim() != heading || !line.starts_with('#'));
    let rows = below.skip(1).take_while(|line| !line.starts_with('#')).filter(|line| line.starts_with('|'));
    // The first two rows are the head and the line under it.
    let rows: Vec<_> = rows.skip(2).map(|row| row.trim_matches('|').split('|').map(code).collect()).collect();
    assert!(!rows.is_empty(), "no table under the heading \"{heading}\"");
    rows
}

fn code(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn a_table_is_read_from_below_its_heading() {
    let text = "# A\n\n| x |\n| --- |\n| `no` |\n\n## B\n\ntext\n\n| what | where |\n| --- | --- |\n| `a`, `b` | `c` |\n| none | `d` |\n";
    assert_eq!(table(text, "B"), [[vec!["a", "b"], vec!["c"]], [vec![], vec!["d"]]]);
}

#[test]
fn data_is_a_folder_or_nothing() {
    assert!(data().is_none_or(|folder| folder.is_dir()));
}

//! A set of changes as git would show it.

use std::path::Path;

use git2::{DiffOptions, Patch};

use crate::model::change::ChangeSet;

/// The set as a unified diff, the files in the order of their paths; a file that is moved stands once, under both names.
pub fn diff(set: &ChangeSet) -> Vec<u8> {
    let moved = |path: &str| set.moves().iter().find(|(from, to)| from == path || to == path);
    let mut text = Vec::new();
    for (path, change) in set.changes() {
        let (before, after) = (change.before.as_deref(), change.after.as_deref());
        match moved(path) {
            // A name that is moved from and to is two things, and shown as such.
            Some((from, to)) if before.is_none() != after.is_none() => {
                let Some((_, first)) = set.changes().find(|(other, _)| other == from) else { continue };
                if to == path && first.after.is_none() {
                    let head = format!("diff --git a/{from} b/{to}\nrename from {from}\nrename to {to}\n");
                    text.extend(head.into_bytes());
                    text.extend(body(from, first.before.as_deref(), to, after));
                } else if to == path {
                    text.extend(whole(path, before, after));
                }
            }
            _ => text.extend(whole(path, before, after)),
        }
    }
    text
}

fn whole(path: &str, before: Option<&[u8]>, after: Option<&[u8]>) -> Vec<u8> {
    if before == after {
        return Vec::new();
    }
    let mode = match (before, after) {
        (None, Some(_)) => "new file mode 100644\n",
        (Some(_), None) => "deleted file mode 100644\n",
        _ => "",
    };
    [format!("diff --git a/{path} b/{path}\n{mode}").into_bytes(), body(path, before, path, after)].concat()
}

/// The lines that differ, under the two names; nothing if none do.
fn body(from: &str, before: Option<&[u8]>, to: &str, after: Option<&[u8]>) -> Vec<u8> {
    let mut options = DiffOptions::new();
    let (old, new) = (before.unwrap_or_default(), after.unwrap_or_default());
    let patch = Patch::from_buffers(old, Some(Path::new(from)), new, Some(Path::new(to)), Some(&mut options));
    let text = patch.and_then(|mut patch| patch.to_buf().map(|text| text.to_vec())).unwrap_or_default();
    let start = |mark: &[u8]| text.windows(mark.len()).position(|part| part == mark);
    if let Some(at) = start(b"\n@@ ") {
        let name = |side: &str, path: &str, is: bool| if is { format!("{side}/{path}") } else { "/dev/null".to_owned() };
        let head = format!("--- {}\n+++ {}\n", name("a", from, before.is_some()), name("b", to, after.is_some()));
        return [head.as_bytes(), &text[at + 1..]].concat();
    }
    // Bytes that are no text are only said to differ.
    if old == new { Vec::new() } else { format!("Binary files a/{from} and b/{to} differ\n").into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::diff;
    use crate::model::change::{ChangeSet, Message};

    #[test]
    fn a_set_is_shown_as_git_shows_it() {
        let mut set = ChangeSet::new(Message::new("x"));
        set.create("a.md", "one\n").unwrap();
        set.edit("b.md", "one\ntwo\n", "one\n2\n").unwrap();
        set.delete("c.md", "gone\n").unwrap();
        set.rename("d.md", "e.md", "same\n", "same\n").unwrap();
        set.rename("f.md", "g.md", "old\n", "new\n").unwrap();
        let text = String::from_utf8(diff(&set)).unwrap();
        let expected = "\
diff --git a/a.md b/a.md
new file mode 100644
--- /dev/null
+++ b/a.md
@@ -0,0 +1 @@
+one
diff --git a/b.md b/b.md
--- a/b.md
+++ b/b.md
@@ -1,2 +1,2 @@
 one
-two
+2
diff --git a/c.md b/c.md
deleted file mode 100644
--- a/c.md
+++ /dev/null
@@ -1 +0,0 @@
-gone
diff --git a/d.md b/e.md
rename from d.md
rename to e.md
diff --git a/f.md b/g.md
rename from f.md
rename to g.md
--- a/f.md
+++ b/g.md
@@ -1 +1 @@
-old
+new
";
        assert_eq!(text, expected);
    }
}

//! The parts of a path or a name as communities write them: with forward slashes, whatever the system.

use super::percent::encoded;

/// Names that Windows keeps for devices, with whatever ending.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6",
    "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// Whether Windows keeps a name, which has no ending, for a device.
pub fn is_device(name: &str) -> bool {
    DEVICES.contains(&name.to_ascii_lowercase().as_str())
}

/// The last part: a file's name in its folder, a document's own name.
pub fn last(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, last)| last)
}

/// The folder in which a file stands; empty for the root.
pub fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The way from one file to another, both named from the root.
pub fn relative(from: &str, to: &str) -> String {
    let up = folder(from).split('/').filter(|part| !part.is_empty());
    let down: Vec<&str> = to.split('/').collect();
    let folders = down.len().saturating_sub(1);
    let shared = up.clone().zip(down.iter().take(folders)).take_while(|(one, other)| one == *other).count();
    "../".repeat(up.count() - shared) + &down.get(shared..).unwrap_or_default().join("/")
}

/// The way from one file to another, as the target of a link.
pub fn way(from: &str, to: &str) -> String {
    let way = relative(from, to);
    // Not what would end the target, begin something else, or be read as what was encoded already.
    let is_plain = |letter: char| !letter.is_control() && !r#" ()<>\"%#?&*_`[]{}"#.contains(letter);
    let safe = encoded(&way, is_plain);
    // A colon in the first part would be read as a scheme.
    let is_scheme = safe.split('/').next().is_some_and(|first| first.contains(':'));
    if is_scheme { format!("./{safe}") } else { safe }
}

#[cfg(test)]
mod tests {
    use super::{folder, last, relative, way};

    #[test]
    fn a_way_leads_from_file_to_file() {
        for (from, to, way) in [
            ("a.md", "b.md", "b.md"),
            ("a/b.md", "a/c.md", "c.md"),
            ("a/b.md", "c/d.md", "../c/d.md"),
            ("a/b/c.md", "a/d.md", "../d.md"),
            ("a.md", "b/c.md", "b/c.md"),
            ("a/b.md", "", "../"),
        ] {
            assert_eq!(relative(from, to), way, "{from} {to}");
        }
    }

    #[test]
    fn a_path_is_a_folder_and_a_name() {
        for (path, in_folder, name) in [("a.md", "", "a.md"), ("a/b/c.md", "a/b", "c.md"), ("a/", "a", ""), ("", "", ""), ("/a", "", "a")] {
            assert_eq!((folder(path), last(path)), (in_folder, name), "{path}");
        }
    }

    #[test]
    fn a_way_leads_from_a_file_to_another() {
        for (from, to, expected) in [
            ("members/ada.md", "practices/a.md", "../practices/a.md"),
            ("members/ada.md", "members/bo.md", "bo.md"),
            ("members/ada.md", "a.md", "../a.md"),
            ("ada.md", "practices/a.md", "practices/a.md"),
            ("a/b/ada.md", "a/c/d.md", "../c/d.md"),
            ("members/ada.md", "practices/a (b) 100%.md", "../practices/a%20%28b%29%20100%25.md"),
            ("ada.md", "a:b.md", "./a:b.md"),
            ("members/ada.md", "praktijken/één.md", "../praktijken/één.md"),
        ] {
            assert_eq!(way(from, to), expected, "{from} {to}");
        }
    }
}

//! The parts of a path or a name as communities write them: with forward slashes, whatever the system.

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

#[cfg(test)]
mod tests {
    use super::{folder, last};

    #[test]
    fn a_path_is_a_folder_and_a_name() {
        for (path, in_folder, name) in [("a.md", "", "a.md"), ("a/b/c.md", "a/b", "c.md"), ("a/", "a", ""), ("", "", ""), ("/a", "", "a")] {
            assert_eq!((folder(path), last(path)), (in_folder, name), "{path}");
        }
    }
}

//! Names of files as people write them, such as `Ask around first.md`: where a folder's files are called so, a new one is too.
//!
//! Tools such as Obsidian find a note by what its file is called, so there the file's name is the title.

use crate::base::path::{folder as folder_of, is_device, last};
use crate::model::kinds::is_markdown;

/// The longest such a name becomes, in bytes; file systems take 255 with the ending.
const LONGEST: usize = 200;
/// So many files say how a folder's files are called.
const TELLING: usize = 3;

/// Whether most of the Markdown files in a folder, of at least three, have names with spaces or capitals.
pub(in crate::work) fn is_spoken<'p>(folder: &str, paths: impl Iterator<Item = &'p str>) -> bool {
    let (mut all, mut spoken) = (0, 0);
    for path in paths.filter(|path| is_markdown(path) && folder_of(path) == folder) {
        let stem = last(path).split('.').next().unwrap_or_default();
        if stem.eq_ignore_ascii_case("readme") || stem.eq_ignore_ascii_case("index") {
            continue;
        }
        all += 1;
        // Words that dashes join are another custom, whatever their letters.
        let words = stem.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '_' | ' '));
        spoken += usize::from(words.contains(' ') || words.contains(char::is_uppercase) && !words.contains(['-', '_']));
    }
    all >= TELLING && spoken * 2 > all
}

/// The name of a file for a title, without what no file system and no wikilink allows; `None` where nothing is left that can be one.
pub(super) fn name_of(title: &str) -> Option<String> {
    let allowed = |letter: char| match letter {
        '/' | '\\' | ':' | '|' => Some(' '),
        '*' | '?' | '"' | '<' | '>' | '#' | '^' | '[' | ']' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    };
    let bare: String = title.chars().filter_map(allowed).collect();
    let mut name = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(end) = name.char_indices().map(|(at, letter)| at + letter.len_utf8()).take_while(|end| *end <= LONGEST).last() {
        name.truncate(end);
    }
    let name = name.trim_matches(['.', ' ']).trim_start_matches(['-', ' ']);
    (name.contains(char::is_alphanumeric) && !is_device(name)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{is_spoken, name_of};

    #[test]
    fn a_folder_has_a_custom_if_most_of_its_files_do() {
        for (paths, is_so) in [
            (&["N/Oude naam.md", "N/MDTO.md", "N/Postvak exporteren.md"][..], true),
            (&["N/Oude naam.md", "N/MDTO.md", "N/los.md"], true),
            (&["N/Oude naam.md", "N/MDTO.md"], false),
            (&["N/Oude naam.md", "N/a.md", "N/b.md"], false),
            (&["N/Oude naam.md", "N/MDTO.md", "N/x/Y z.md", "N/Y z.png"], false),
            (&["N/Use-MDTO.md", "N/ADR-0002.md", "N/Scan_maps.md", "N/README.md"], false),
            (&["N/2026-11-01.md", "N/2026-11-02.md", "N/2026-11-03.md"], false),
        ] {
            assert_eq!(is_spoken("N", paths.iter().copied()), is_so, "{paths:?}");
        }
    }

    #[test]
    fn a_title_loses_what_a_file_can_not_be_called() {
        for (title, name) in [
            ("Nieuwe Naam", Some("Nieuwe Naam")),
            ("Scannen: hoe?", Some("Scannen hoe")),
            ("In/uit \"nu\" [x]", Some("In uit nu x")),
            ("... één.", Some("één")),
            ("-rf", Some("rf")),
            ("CON", None),
            ("?!", None),
        ] {
            assert_eq!(name_of(title).as_deref(), name, "{title}");
        }
        assert_eq!(name_of(&"é".repeat(150)).map(|name| name.len()), Some(200));
    }
}

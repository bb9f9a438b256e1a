//! Front matter that real people got wrong: each fault is found, and no field is lost.
//!
//! The files are real data; without it nothing is tested.

use cop::base::limits::Limits;
use cop::text::front::{Front, read};

use crate::support::data;

/// What is found for a fault that `MANIFEST.tsv` names; `None` for what is not wrong in front matter.
fn rule(fault: &str) -> Option<&'static str> {
    match fault {
        "YAML: control character" | "YAML: impossible date" => None,
        "blank lines or space before ---" => Some("front-not-first"),
        "never closed" => Some("front-unclosed"),
        "wrong fence" => Some("front-wrong-fence"),
        "duplicate key" => Some("duplicate-key"),
        _ if fault.starts_with("YAML: ") => Some("yaml-syntax"),
        _ => None,
    }
}

/// The keys that a person sees at the left of the front matter.
fn visible_keys(yaml: &str) -> Vec<String> {
    let word = |letter: char| letter.is_alphanumeric() || "_- ".contains(letter);
    yaml.lines()
        .filter_map(|line| line.split_once(':'))
        .filter(|(key, rest)| key.starts_with(char::is_alphabetic) && key.chars().all(word) && !rest.starts_with('/'))
        .map(|(key, _)| key.trim_end().to_owned())
        .collect()
}

fn has_key(front: &Front, key: &str) -> bool {
    front.root.as_ref().and_then(|root| root.entries()).is_some_and(|entries| entries.iter().any(|entry| entry.key == key))
}

#[test]
fn every_fault_is_found_and_no_field_is_lost() {
    let Some(data) = data() else { return };
    let manifest = std::fs::read_to_string(data.join("malformed/MANIFEST.tsv")).unwrap();
    let mut seen = 0;
    for line in manifest.lines() {
        let mut columns = line.split('\t');
        let (Some(name), Some(fault)) = (columns.next(), columns.next()) else { continue };
        let Ok(bytes) = std::fs::read(data.join("malformed").join(name)) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        let front = read(&text, &Limits::default());
        seen += 1;
        if let Some(rule) = rule(fault) {
            assert!(front.problems.iter().any(|problem| problem.rule == rule && problem.help.is_some()), "{name}: {:?}", front.problems);
        }
        let Some(range) = front.range.clone() else {
            assert!(!text.starts_with("---\n") || fault == "never closed", "{name} has front matter");
            continue;
        };
        for key in visible_keys(&text[range]) {
            assert!(has_key(&front, &key), "{name} lost {key}");
        }
    }
    assert!(seen > 50, "only {seen} files");
}

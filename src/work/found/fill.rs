//! The texts below `templates/community/`, filled in.
//!
//! `{{ key }}` stands for a value. A line that begins with `{{? key }}` is there only if that value is not empty, one that begins with
//! `{{! key }}` only if it is. What is filled in is not looked at again, and a key that nobody gave stays as it is.

use crate::base::embedded::template;
use crate::base::lang::Lang;

/// Values by their keys.
pub type Values<'a> = [(&'a str, String)];

/// A text of cop's own, filled in; empty if there is none of that name.
pub fn filled(lang: Lang, name: &str, values: &Values<'_>) -> String {
    let text = template(&format!("community/{}/{name}", lang.tag())).unwrap_or_default();
    fill(&text, values)
}

fn fill(text: &str, values: &Values<'_>) -> String {
    let value = |key: &str| values.iter().find(|(known, _)| *known == key).map(|(_, value)| value.as_str());
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.split_inclusive('\n') {
        let condition = line.strip_prefix("{{? ").map(|rest| (rest, true)).or_else(|| line.strip_prefix("{{! ").map(|rest| (rest, false)));
        let mut rest = line;
        if let Some(((key, after), wanted)) = condition.and_then(|(rest, wanted)| Some((rest.split_once(" }}")?, wanted))) {
            if value(key).is_some_and(|value| !value.is_empty()) != wanted {
                continue;
            }
            rest = after;
        }
        while let Some((before, after)) = rest.split_once("{{ ") {
            let found = after.split_once(" }}").and_then(|(key, after)| Some((value(key)?, after)));
            out.push_str(before);
            if let Some((value, after)) = found {
                out.push_str(value);
                rest = after;
            } else {
                out.push_str("{{ ");
                rest = after;
            }
        }
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_and_lines_come_where_they_belong() {
        let values = [("a", "1 {{ b }}".to_owned()), ("b", "2".to_owned()), ("c", String::new())];
        for (text, expected) in [
            ("{{ a }}-{{ b }}\n", "1 {{ b }}-2\n"),
            ("{{? c }}x\n{{! c }}y\n{{? a }}z {{ b }}", "y\nz 2"),
            ("{{? d }}x\n{{! d }}y\n", "y\n"),
            ("${{ vars.X }} {{ b", "${{ vars.X }} {{ b"),
            ("{{? a", "{{? a"),
        ] {
            assert_eq!(fill(text, &values), expected, "{text}");
        }
    }
}

//! The rules: a file each, and a line in `ALL`, in the order of their codes.

use super::rule::Rule;

pub mod accent_twins;
pub mod ambiguous_reference;
pub mod backslash_link;
pub mod case_twins;
pub mod contradictory_state;
pub mod dead_link;
pub mod dead_relation;
pub mod dead_wikilink;
pub mod decision_without_outcome;
pub mod duplicate_key;
pub mod duplicate_number;
pub mod duplicate_slug;
pub mod empty_section;
pub mod field_given_twice;
pub mod forbidden_variant;
pub mod foreign_accepted_answer;
pub mod foreign_edit;
pub mod foreign_member_file;
pub mod foreign_move;
pub mod foreign_rules;
pub mod front_not_first;
pub mod front_not_mapping;
pub mod front_too_large;
pub mod front_unclosed;
pub mod front_unfenced;
pub mod front_wrong_fence;
pub mod future_review;
pub mod heading_levels;
pub mod hidden_character;
pub mod host_root_link;
pub mod ignored_name;
pub mod image_without_text;
pub mod impossible_date;
pub mod limit;
pub mod markdown_too_deep;
pub mod merge_conflict;
pub mod missing_extension;
pub mod missing_field;
pub mod missing_heading;
pub mod missing_image;
pub mod missing_need;
pub mod missing_number;
pub mod missing_section;
pub mod mixed_line_ends;
pub mod nameless_member;
pub mod near_duplicate;
pub mod near_folder;
pub mod near_tag;
pub mod no_steward;
pub mod no_title;
pub mod not_utf8;
pub mod one_sided_relation;
pub mod orphaned_answer;
pub mod other_line_ends;
pub mod outside_link;
pub mod own_rule;
pub mod placeholder_people;
pub mod retired_link;
pub mod review_overdue;
pub mod rewritten_history;
pub mod scripting_html;
pub mod settings_key;
pub mod settings_value;
pub mod shadowing_alias;
pub mod shared_address;
pub mod split_author;
pub mod stale_proposal;
pub mod supersession_circle;
pub mod template_text;
pub mod too_many_tags;
pub mod translated_state;
pub mod two_definitions;
pub mod unanswered_question;
pub mod unclaimed_address;
pub mod undefined_label;
pub mod undefined_term;
pub mod unknown_field;
pub mod unknown_handle;
pub mod unknown_kind;
pub mod unknown_mention;
pub mod unknown_move;
pub mod unknown_state;
pub mod unknown_tag;
pub mod unportable_name;
pub mod unreadable_file;
pub mod unsigned_change;
pub mod unused_allowance;
pub mod wrong_case;
pub mod wrong_relation;
pub mod wrong_type;
pub mod yaml_aliases;
pub mod yaml_anchor;
pub mod yaml_comment;
pub mod yaml_control;
pub mod yaml_documents;
pub mod yaml_syntax;
pub mod yaml_tag;
pub mod yaml_too_deep;

/// Every rule.
const ALL: [&Rule; 98] = [
    &yaml_syntax::RULE,
    &duplicate_key::RULE,
    &front_unclosed::RULE,
    &front_not_first::RULE,
    &front_wrong_fence::RULE,
    &front_not_mapping::RULE,
    &front_too_large::RULE,
    &yaml_too_deep::RULE,
    &yaml_aliases::RULE,
    &yaml_anchor::RULE,
    &yaml_tag::RULE,
    &yaml_comment::RULE,
    &yaml_control::RULE,
    &yaml_documents::RULE,
    &missing_field::RULE,
    &missing_section::RULE,
    &unknown_field::RULE,
    &wrong_type::RULE,
    &impossible_date::RULE,
    &unknown_state::RULE,
    &unknown_kind::RULE,
    &unknown_tag::RULE,
    &near_tag::RULE,
    &no_title::RULE,
    &field_given_twice::RULE,
    &too_many_tags::RULE,
    &translated_state::RULE,
    &ignored_name::RULE,
    &front_unfenced::RULE,
    &dead_link::RULE,
    &wrong_case::RULE,
    &missing_extension::RULE,
    &missing_heading::RULE,
    &undefined_label::RULE,
    &dead_wikilink::RULE,
    &ambiguous_reference::RULE,
    &dead_relation::RULE,
    &wrong_relation::RULE,
    &unknown_mention::RULE,
    &missing_image::RULE,
    &retired_link::RULE,
    &one_sided_relation::RULE,
    &supersession_circle::RULE,
    &orphaned_answer::RULE,
    &host_root_link::RULE,
    &backslash_link::RULE,
    &duplicate_slug::RULE,
    &duplicate_number::RULE,
    &missing_number::RULE,
    &case_twins::RULE,
    &shadowing_alias::RULE,
    &unportable_name::RULE,
    &accent_twins::RULE,
    &near_folder::RULE,
    &missing_need::RULE,
    &foreign_accepted_answer::RULE,
    &contradictory_state::RULE,
    &placeholder_people::RULE,
    &decision_without_outcome::RULE,
    &shared_address::RULE,
    &unknown_handle::RULE,
    &nameless_member::RULE,
    &unclaimed_address::RULE,
    &split_author::RULE,
    &review_overdue::RULE,
    &no_steward::RULE,
    &unanswered_question::RULE,
    &stale_proposal::RULE,
    &future_review::RULE,
    &template_text::RULE,
    &merge_conflict::RULE,
    &empty_section::RULE,
    &image_without_text::RULE,
    &mixed_line_ends::RULE,
    &unused_allowance::RULE,
    &heading_levels::RULE,
    &near_duplicate::RULE,
    &other_line_ends::RULE,
    &forbidden_variant::RULE,
    &two_definitions::RULE,
    &undefined_term::RULE,
    &outside_link::RULE,
    &scripting_html::RULE,
    &hidden_character::RULE,
    &own_rule::RULE,
    &settings_key::RULE,
    &settings_value::RULE,
    &unreadable_file::RULE,
    &not_utf8::RULE,
    &limit::RULE,
    &markdown_too_deep::RULE,
    &foreign_move::RULE,
    &foreign_edit::RULE,
    &foreign_member_file::RULE,
    &foreign_rules::RULE,
    &unsigned_change::RULE,
    &rewritten_history::RULE,
    &unknown_move::RULE,
];

/// Every rule, by area and code.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    ALL.into_iter()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::path::Path;

    use super::all;
    use crate::base::lang::Lang;

    /// The letters that codes begin with: front matter, references, names, the life of a document, people, stewardship, content, the
    /// glossary, safety, what the community demands itself, settings and files, and what the commits did.
    const AREAS: [&str; 12] = ["FM", "REF", "NAM", "LIF", "PEO", "STW", "CON", "GLO", "SAF", "OWN", "SET", "HIS"];

    #[test]
    fn codes_and_names_are_given_once_and_are_of_an_area() {
        let (mut codes, mut names) = (HashSet::new(), HashSet::new());
        for rule in all() {
            assert!(codes.insert(rule.code) && names.insert(rule.name), "{}", rule.code);
            assert!(AREAS.contains(&rule.code.trim_end_matches(|letter: char| letter.is_ascii_digit())), "{}", rule.code);
            assert!(
                rule.name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-' || letter.is_ascii_digit()),
                "{}",
                rule.name
            );
        }
    }

    #[test]
    fn every_rule_explains_itself_in_every_language() {
        for rule in all() {
            for lang in Lang::ALL {
                let words = rule.about.words(lang);
                for text in [words.says, words.why, words.mend] {
                    assert!(text.ends_with(['.', '`']) && text.len() >= 12, "{} {lang:?}: {text}", rule.name);
                }
                assert!(words.says.len() < 110, "{}: {}", rule.name, words.says);
            }
            assert_ne!(rule.about.en.why, rule.about.nl.why, "{}", rule.name);
            assert!(!rule.about.bad.is_empty() && !rule.about.good.is_empty(), "{}", rule.name);
        }
    }

    #[test]
    fn every_file_is_on_the_list() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/work/checks/rules");
        let names: HashSet<_> = all().map(|rule| format!("{}.rs", rule.name.replace('-', "_"))).collect();
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            assert!(name == "mod.rs" || names.contains(&name), "{name}");
        }
    }

    #[test]
    fn every_problem_that_reading_knows_has_a_rule() {
        let names: HashSet<_> = all().map(|rule| rule.name).collect();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut seen = 0;
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap();
                for (at, start) in text.match_indices("Problem::new(") {
                    let rest = text[at + start.len()..].trim_start();
                    let Some(name) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) else { continue };
                    let real = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
                    assert!(!real || names.contains(name), "{}: {name}", path.display());
                    seen += usize::from(real);
                }
            }
        }
        assert!(seen > 20);
    }
}

//! Path patterns as `.gitignore` and `community.yaml` write them.

use globset::{GlobBuilder, GlobSet};

use super::lang::Msg;
use super::limits::glob::{BRACES, LENGTH, STARS};
use crate::msg;

/// One pattern: `*` and `?` stay inside a folder, `**` crosses folders, `[ab]` and `{a,b}` choose.
#[derive(Clone, Debug)]
pub struct Glob {
    text: String,
    /// A set of one: making a set says what is wrong, where a lone matcher panics.
    matcher: GlobSet,
}

impl Glob {
    /// Reads a pattern; the error says what is wrong with it, or which limit it goes beyond.
    pub fn new(text: &str) -> Result<Self, Msg> {
        let clean = text.strip_prefix("./").unwrap_or(text);
        within_limits(clean)?;
        let wrong = |error: &globset::Error| msg!("settings-glob", glob = clean, error = error.kind().to_string());
        let glob = GlobBuilder::new(clean).literal_separator(true).backslash_escape(true).build().map_err(|error| wrong(&error))?;
        let matcher = GlobSet::builder().add(glob).build().map_err(|error| wrong(&error))?;
        Ok(Self { text: clean.to_owned(), matcher })
    }

    /// Whether a path with forward slashes, from the community's root, matches.
    pub fn matches(&self, path: &str) -> bool {
        self.matcher.is_match(path)
    }

    /// The pattern as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the first wildcard: the longer, the more precisely the pattern says where it looks.
    pub fn literal_prefix(&self) -> &str {
        let end = self.text.find(['*', '?', '[', '{', '\\']).unwrap_or(self.text.len());
        &self.text[..end]
    }

    /// The folder that every match is below, with its slash; empty for the root.
    pub fn literal_folder(&self) -> &str {
        let prefix = self.literal_prefix();
        &prefix[..prefix.rfind('/').map_or(0, |slash| slash + 1)]
    }

    /// What stands after the last wildcard, such as `.html.md.erb`.
    pub fn literal_suffix(&self) -> &str {
        let start = self.text.rfind(['*', '?', ']', '}']).map_or(0, |at| at + 1);
        &self.text[start..]
    }
}

impl PartialEq for Glob {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// A pattern becomes a program as long as itself that runs over every path, and braces in braces are read by recursion.
fn within_limits(text: &str) -> Result<(), Msg> {
    if text.len() > LENGTH {
        return Err(msg!("settings-glob-long", limit = LENGTH));
    }
    if text.bytes().filter(|byte| *byte == b'*').count() > STARS {
        return Err(msg!("settings-glob-stars", limit = STARS));
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    for byte in text.bytes() {
        match byte {
            b'{' if !escaped => depth += 1,
            b'}' if !escaped => depth = depth.saturating_sub(1),
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
        if depth > BRACES {
            return Err(msg!("settings-glob-deep", limit = BRACES));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Glob;

    #[test]
    fn stars_mean_what_git_means() {
        let glob = Glob::new("source/**/*.html.md.erb").expect("a glob");
        assert!(glob.matches("source/a.html.md.erb") && glob.matches("source/a/b.html.md.erb"));
        assert!(!glob.matches("x/source/a.html.md.erb"));
        assert_eq!(glob.literal_folder(), "source/");
        assert_eq!(glob.literal_suffix(), ".html.md.erb");
        assert!(!Glob::new("docs/*.md").expect("a glob").matches("docs/a/b.md"));
        assert!(Glob::new("docs/[a").is_err());
    }

    #[test]
    fn what_would_make_a_monstrous_program_is_refused() {
        let nested = format!("{}a{}/*.md", "{".repeat(250), "}".repeat(250));
        for text in [nested, "*".repeat(100_000), "{a,".repeat(300), "?*".repeat(300), "a".repeat(2_000)] {
            let error = Glob::new(&text).expect_err("too much of it");
            assert!(error.text(crate::base::lang::Lang::En).len() < 200);
        }
        assert!(Glob::new("{a,{b,{c,d}}}/**/[0-9]*.{md,markdown}").expect("a glob").matches("c/x/1.md"));
        assert!(Glob::new("\\{\\{\\{\\{\\{\\{\\{\\{\\{\\{*.md").expect("a glob").matches("{{{{{{{{{{x.md"));
    }

    proptest! {
        #[test]
        fn any_text_is_a_pattern_or_an_error(text in "\\PC{0,60}", marks in "[]\\[{},*?!^\\\\/a-c-]{0,60}", path in "[a-c/*{}]{0,12}") {
            for text in [&text, &marks, &format!("{marks}{text}")] {
                if let Ok(glob) = Glob::new(text) {
                    let _ = (glob.matches(&path), glob.literal_folder(), glob.literal_suffix());
                }
            }
        }
    }
}

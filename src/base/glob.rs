//! Path patterns as `.gitignore` and `community.yaml` write them.

use globset::{GlobBuilder, GlobMatcher};

/// One pattern: `*` and `?` stay inside a folder, `**` crosses folders, `[ab]` and `{a,b}` choose.
#[derive(Clone, Debug)]
pub struct Glob {
    text: String,
    matcher: GlobMatcher,
}

impl Glob {
    /// Reads a pattern; the error says in the pattern's own terms what is wrong with it.
    pub fn new(text: &str) -> Result<Self, String> {
        let clean = text.strip_prefix("./").unwrap_or(text);
        let glob = GlobBuilder::new(clean).literal_separator(true).backslash_escape(true).build();
        let matcher = glob.map_err(|error| error.kind().to_string())?.compile_matcher();
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

#[cfg(test)]
mod tests {
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
}

//! A list as paths, one a line and each once, from where the reader stands: for `xargs` and editors.

use std::collections::HashSet;

use crate::base::error::Result;
use crate::show::clean;
use crate::show::format::{Format, no_list};
use crate::show::look::Look;
use crate::show::view::{Remark, Shown};

/// `paths`
pub(super) struct Paths;

impl Format for Paths {
    fn name(&self) -> &'static str {
        "paths"
    }

    fn needs_list(&self) -> bool {
        true
    }

    fn write(&self, result: &dyn Shown, _: &[Remark], look: &Look) -> Result<String> {
        let rows = result.rows().ok_or_else(|| no_list(self))?;
        let mut text = String::new();
        let mut seen = HashSet::new();
        for row in rows.rows.iter().filter(|row| !row.path.is_empty() && seen.insert(row.path.as_ref())) {
            text.push_str(&clean::path(&look.path(&row.path)));
            text.push('\n');
        }
        Ok(text)
    }
}

//! A list as paths, one a line and each once, from where the reader stands: for `xargs` and editors.

use std::collections::HashSet;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::msg;
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
        if !rows.files {
            let names: Vec<_> = super::names(true).filter(|name| *name != self.name()).collect();
            let error = Error::new(ErrorKind::Usage, msg!("format-not-files", name = self.name()));
            return Err(error.hint(msg!("format-choose", names = names.join(", "))));
        }
        let mut text = String::new();
        let mut seen = HashSet::new();
        let given = rows.rows.iter().filter(|row| !row.path.is_empty() && seen.insert(row.path.as_ref()));
        for path in given.map(|row| look.path(&row.path)).filter(|path| can_be_given(path)) {
            // A name that begins so would be an option to whatever it is given to.
            text.push_str(if path.starts_with('-') { "./" } else { "" });
            text.push_str(&path);
            text.push('\n');
        }
        Ok(text)
    }

    fn left_out(&self, result: &dyn Shown, look: &Look) -> Option<Msg> {
        let rows = result.rows()?;
        let mut left_out = rows.rows.iter().map(|row| look.path(&row.path)).filter(|path| !can_be_given(path));
        let first = left_out.next()?;
        Some(msg!("format-path-left-out", path = &*clean::path(&first), more = left_out.count()))
    }
}

/// Whether a path can be written as it is on a line of its own; as something else it would be another file's.
fn can_be_given(path: &str) -> bool {
    !path.chars().any(clean::is_hidden)
}

//! A list for other programs that read line by line: the JSON of one hit on each.

use crate::base::error::Result;
use crate::show::clean;
use crate::show::format::{Format, no_list, not_written};
use crate::show::look::Look;
use crate::show::view::{Remark, Shown};

/// `jsonl`
pub(super) struct Jsonl;

impl Format for Jsonl {
    fn name(&self) -> &'static str {
        "jsonl"
    }

    fn needs_list(&self) -> bool {
        true
    }

    fn write(&self, result: &dyn Shown, _: &[Remark], _: &Look) -> Result<String> {
        let rows = result.rows().ok_or_else(|| no_list(self))?;
        let mut text = String::new();
        for row in rows.rows {
            let object = row.value.one_line().map_err(|error| not_written(self, &error))?;
            text.push_str(&clean::json(&object));
            text.push('\n');
        }
        Ok(text)
    }
}

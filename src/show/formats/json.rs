//! For other programs: one object with a schema, in which a name keeps its meaning.

use crate::base::error::Result;
use crate::show::clean;
use crate::show::format::{Format, not_written};
use crate::show::look::Look;
use crate::show::view::{Remark, Shown};

/// `json`
pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn write(&self, result: &dyn Shown, remarks: &[Remark], _: &Look) -> Result<String> {
        let object = result.json(remarks).map_err(|error| not_written(self, &error))?;
        Ok(clean::json(&object).into_owned() + "\n")
    }
}

//! For the terminal: blocks laid out by display width, with colour where it is wanted.

use crate::base::error::Result;
use crate::show::format::Format;
use crate::show::layout;
use crate::show::look::Look;
use crate::show::paint::paint;
use crate::show::view::{Remark, Shown};

/// `text`
pub(super) struct Text;

impl Format for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn is_for_people(&self) -> bool {
        true
    }

    fn write(&self, result: &dyn Shown, _: &[Remark], look: &Look) -> Result<String> {
        let blocks = result.blocks(look);
        let lines = if look.screen { layout::lay(&blocks, look.width) } else { layout::lay_whole(&blocks, look.width) };
        Ok(paint(&lines, look.colour))
    }
}

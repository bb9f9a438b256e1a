//! For the terminal: blocks laid out by display width, with colour where it is wanted.

use crate::base::error::Result;
use crate::msg;
use crate::show::format::Format;
use crate::show::layout;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::paint::paint;
use crate::show::view::{Block, Remark, Shown};

/// How much of one text is laid out, in bytes: thousands of screens. Laid out a text takes a hundred times its size.
const LONGEST: usize = 1 << 20;

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
        let blocks = result.blocks(look).into_iter().flat_map(|block| shortened(block, look)).collect::<Vec<_>>();
        let lines = if look.screen { layout::lay(&blocks, look.width) } else { layout::lay_whole(&blocks, look.width) };
        Ok(paint(&lines, look.colour))
    }
}

/// A block, and where it is a text that is too long, its beginning and a line that says so.
fn shortened(block: Block, look: &Look) -> Vec<Block> {
    match block {
        Block::Prose(mut text) if text.len() > LONGEST => {
            let mut end = LONGEST;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(text[..end].rfind('\n').map_or(end, |at| at + 1));
            let note = look.say(&msg!("text-shortened"));
            vec![Block::Prose(text), Block::Blank, Block::Line(Line::new().dim(note))]
        }
        block => vec![block],
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, shortened};
    use crate::base::date::Date;
    use crate::base::lang::Lang;
    use crate::show::look::Look;
    use crate::show::view::Block;

    #[test]
    fn of_a_huge_text_the_beginning_is_shown() {
        let look = Look::plain(Lang::En, Date::new(2026, 11, 22).unwrap());
        for line in ["é".repeat(10) + "\n", "é".to_owned()] {
            let blocks = shortened(Block::Prose(line.repeat(LONGEST)), &look);
            let [Block::Prose(text), Block::Blank, Block::Line(note)] = &*blocks else { panic!("a text and a note") };
            assert!(text.len() <= LONGEST && text.len() + 30 > LONGEST && text.ends_with(line.as_str()));
            assert!(note.text().contains("1 MiB"));
        }
        assert_eq!(shortened(Block::Prose("short".into()), &look).len(), 1);
    }
}

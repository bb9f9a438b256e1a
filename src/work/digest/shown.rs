//! How a letter looks on a screen, and as Markdown.

use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Hit, Hits, View};

use super::{Digest, Entry, Part};

impl View for Digest {
    const SCHEMA: &'static str = "digest";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = vec![Block::Title(Line::from(self.title())), Block::Blank];
        if !self.greeting.is_empty() {
            blocks.extend([Block::Line(Line::from(&self.greeting)), Block::Blank]);
        }
        match &self.result {
            Some(result) => blocks.push(Block::Hits(Hits { first: None, hits: vec![hit(result, look)] })),
            None => blocks.push(Block::Line(Line::from(self.quiet()))),
        }
        blocks.extend(self.parts.iter().flat_map(|part| part.blocks(self, look)));
        if !self.notes.is_empty() {
            blocks.push(Block::Blank);
            blocks.extend(self.notes.iter().map(|note| Block::Line(Line::new().dim(note))));
        }
        blocks
    }
}

impl Part {
    fn blocks(&self, digest: &Digest, look: &Look) -> Vec<Block> {
        // What is only said stands there as a list.
        let list = if self.entries.iter().all(|entry| entry.title.is_none()) {
            Block::Items(self.entries.iter().map(|entry| Line::from(&entry.says)).collect())
        } else {
            Block::Hits(Hits { first: None, hits: self.entries.iter().map(|entry| hit(entry, look)).collect() })
        };
        let mut blocks = vec![Block::Heading(Line::from(&self.heading)), list];
        blocks.extend(digest.more(self).map(|more| Block::Line(Line::new().dim(more))));
        blocks
    }
}

fn hit(entry: &Entry, look: &Look) -> Hit {
    let quote = entry.quote.as_ref().map(|quote| Line::new().plain(quote));
    let command = entry.command.as_ref().map(|command| Line::new().command(command));
    let path = entry.path.as_ref().filter(|_| look.verbose).map(|path| Line::new().path(look.path(path)));
    let mut under: Vec<Line> = quote.into_iter().chain(path).chain(command).collect();
    let Some(title) = &entry.title else {
        return Hit { title: Line::from(&entry.says), facts: Line::new(), under };
    };
    under.retain(|line| !line.is_empty());
    Hit { title: Line::new().strong(title), facts: Line::from(&entry.says), under }
}

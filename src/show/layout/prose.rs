//! A document's Markdown as it reads in a terminal.

use crate::base::limits::Limits;
use crate::base::width::width;
use crate::show::clean;
use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::view;
use crate::text::markdown::{self, Block, Inline, Prose};

use super::parts::{all, hang};
use super::table;

/// Longer lines are hard to read, however wide the screen.
const WIDEST: usize = 100;
/// A column of a document's table is not made narrower than this, unless nothing wider stands in it.
const NARROW_COLUMN: usize = 10;
/// A longer word may be broken, so that a column need not be as wide as it.
const LONG_WORD: usize = 24;

/// The lines of a document on a screen of so many cells; code keeps its lines however long they are.
pub(super) fn lay(text: &str, width: usize) -> Vec<Line> {
    let width = width.min(WIDEST);
    let mut lines: Vec<Line> = Vec::new();
    let mut before_was_item = false;
    for block in markdown::blocks(text, 0, &Limits::default()) {
        let is_item = matches!(block.prose, Prose::Item { .. });
        let laid = lay_block(&block, width);
        if laid.is_empty() {
            continue;
        }
        let tight = is_item && before_was_item;
        if !tight && !lines.is_empty() {
            lines.push(Line::new());
        }
        before_was_item = is_item;
        lines.extend(laid);
    }
    lines
}

fn lay_block(block: &Block, width: usize) -> Vec<Line> {
    let quote = "> ".repeat(usize::from(block.quotes).min(width / 8));
    let item = matches!(block.prose, Prose::Item { .. });
    let indent = (usize::from(block.lists).saturating_sub(usize::from(item)) * 2).min(width / 4);
    let before = Line::new().dim(quote).plain(" ".repeat(indent));
    let room = width.saturating_sub(before.width());
    let inside: Vec<Line> = match &block.prose {
        Prose::Heading(_, words) => wrapped(words, room, "").iter().map(|line| all(line, Label::Strong)).collect(),
        Prose::Paragraph(words) => wrapped(words, room, ""),
        Prose::Item { number, done, text } => {
            let mut marker = number.map_or("- ".to_owned(), |number| format!("{number}. "));
            if let Some(done) = done {
                marker.push_str(if *done { "[x] " } else { "[ ] " });
            }
            wrapped(text, room, &marker)
        }
        Prose::Code { text, .. } => clean::lines(text).lines().map(|line| Line::from("    ").with(Label::Code, line)).collect(),
        Prose::Table(rows) => table::lay(&as_table(rows), room),
        Prose::Rule => vec![Line::new().dim("─".repeat(room.min(20)))],
        Prose::Html(source) if source.trim_start().starts_with("<!--") => Vec::new(),
        Prose::Html(source) => clean::lines(source).lines().flat_map(|line| hang(&Line::new().dim(line), room, &Line::new(), 0)).collect(),
    };
    inside.into_iter().map(|line| before.clone().then(line)).collect()
}

fn as_table(rows: &[Vec<Vec<Inline>>]) -> view::Table {
    let cell = |words: &Vec<Inline>| Line::join(spoken(words), " ");
    let (head, body) = rows.split_first().map_or((&[][..], rows), |(head, body)| (&**head, body));
    // A row may have more cells than there are headings: what is written is shown.
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let column = |at: usize| {
        let longest = rows.iter().filter_map(|row| row.get(at)).map(|words| longest(&cell(words))).max().unwrap_or(0);
        // Further lines are indented.
        view::Column::headed(head.get(at).map(|words| cell(words).text()).unwrap_or_default()).min(longest + 2)
    };
    let mut table = view::Table::new((0..count).map(column));
    for row in body {
        table.row(row.iter().map(cell));
    }
    table
}

/// The cells that a column must have for a text: for its longest word, or a beginning of what is far too long for one.
fn longest(line: &Line) -> usize {
    let pieces = line.pieces().iter();
    let widths = pieces.map(|piece| {
        if piece.label() == Label::Path {
            return width(piece.text()) + 2;
        }
        // Code is typed as it stands, so it is broken later.
        let most = if piece.label() == Label::Code { 2 * LONG_WORD } else { LONG_WORD };
        piece.text().split(' ').map(width).max().unwrap_or(0).min(most)
    });
    widths.max().unwrap_or(0).max(NARROW_COLUMN)
}

/// Words on as many lines as they need, after a marker that stands out to the left.
fn wrapped(words: &[Inline], room: usize, marker: &str) -> Vec<Line> {
    let indent = marker.len().min(room / 4);
    let mut lines = Vec::new();
    for (at, line) in spoken(words).iter().enumerate() {
        let prefix = if at == 0 { Line::from(marker) } else { Line::from(" ".repeat(indent)) };
        lines.extend(hang(line, room, &prefix, indent));
    }
    lines
}

/// Words with their styles as labels, a link with its address behind it; one line for each that must be.
fn spoken(words: &[Inline]) -> Vec<Line> {
    let mut lines = vec![Line::new()];
    let mut link_text = String::new();
    for (at, inline) in words.iter().enumerate() {
        let style = &inline.style;
        let label = match style {
            _ if style.link.as_deref() == Some(&*inline.text) && inline.text.contains(':') => Label::Path,
            _ if style.code => Label::Code,
            _ if style.strong => Label::Strong,
            _ if style.emphasis => Label::Emphasis,
            _ if style.strike => Label::Dim,
            _ => Label::Plain,
        };
        let mark = if style.strike { "~~" } else { "" };
        for (part, text) in format!("{mark}{}{mark}", inline.text).split('\n').enumerate() {
            if part > 0 {
                lines.push(Line::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(label, text);
            }
        }
        let Some(address) = &style.link else { continue };
        link_text.push_str(&inline.text);
        if words.get(at + 1).is_some_and(|next| next.style.link.as_ref() == Some(address)) {
            continue;
        }
        let says_it = address.starts_with('#') || address.trim_start_matches("mailto:") == std::mem::take(&mut link_text);
        if let (false, Some(line)) = (says_it || address.is_empty(), lines.last_mut()) {
            *line = std::mem::take(line).plain(" (").path(&**address).plain(")");
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    fn at(width: usize, text: &str) -> String {
        super::lay(text, width).iter().map(|line| line.text().trim_end().to_owned() + "\n").collect()
    }

    const SAMPLE: &str = "\
# Export a mailbox

Ask for the *whole* mailbox as **EML**, [not PST](why.md \"t\"), see <https://example.org/eml> or [[scanning]].\\
Then run `export`:

1. Close the mail program
   and wait.

   A minute will do.
2. Run it
   - [x] as *administrator*
   - [ ] twice

```sh
export --all --into ./a-very-long-folder-name-that-is-not-broken
```

> Quoted \x1b[31m words that are long enough to go on.

| Format | Size of it |
| --- | --- |
| EML | large |

---
<!-- cop: say why -->
<div>raw</div>
";

    #[test]
    fn a_document_reads_like_a_letter() {
        insta::assert_snapshot!(at(50, SAMPLE), @r"
        Export a mailbox

        Ask for the whole mailbox as EML, not PST
        (why.md), see https://example.org/eml or scanning.
        Then run export:

        1. Close the mail program and wait.

          A minute will do.

        2. Run it
          - [x] as administrator
          - [ ] twice

            export --all --into ./a-very-long-folder-name-that-is-not-broken

        > Quoted \u{1b}[31m words that are long enough to
        > go on.

        Format  Size of it
        EML     large

        ────────────────────

        <div>raw</div>
        ");
    }

    #[test]
    fn on_a_narrow_screen_too() {
        insta::assert_snapshot!(at(20, SAMPLE), @r"
        Export a mailbox

        Ask for the whole
        mailbox as EML, not
        PST (why.md), see
        https://example.org/eml
        or scanning.
        Then run export:

        1. Close the mail
           program and wait.

          A minute will do.

        2. Run it
          - [x] as
              administrator
          - [ ] twice

            export --all --into ./a-very-long-folder-name-that-is-not-broken

        > Quoted \u{1b}[31m
        > words that are
        > long enough to go
        > on.

        Format  Size of it
        EML     large

        ────────────────────

        <div>raw</div>
        ");
    }

    proptest! {
        #[test]
        fn text_is_never_wider_than_the_screen(text in "[\\PC\n\t>#*|-]{0,80}", width in 20_usize..120) {
            for line in super::lay(&text, width) {
                let code = line.pieces().iter().any(|piece| matches!(piece.label(), super::Label::Code | super::Label::Path));
                prop_assert!(code || line.width() <= width, "{:?}", line.text());
            }
        }

        #[test]
        fn deep_nesting_is_no_trouble(quotes in 0_usize..300, lists in 0_usize..40) {
            let text = format!("{}{}deep words", ">".repeat(quotes), "- ".repeat(lists));
            prop_assert!(super::lay(&text, 20).iter().all(|line| line.width() <= 20));
        }
    }
}

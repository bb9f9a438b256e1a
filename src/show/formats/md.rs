//! Markdown as GitHub reads it: for a report in a repository, an issue or a mail.

use std::fmt::Write;

use crate::base::error::Result;
use crate::base::limits::Limits;
use crate::show::clean;
use crate::show::format::Format;
use crate::show::label::Label;
use crate::show::line::{Line, Piece};
use crate::show::look::Look;
use crate::show::view::{Block, Column, Excerpt, Hits, Remark, Shown, Table};
use crate::text::markdown::{self, HeadingIds, code, escaped};

/// `md`
pub(super) struct Md;

impl Format for Md {
    fn name(&self) -> &'static str {
        "md"
    }

    fn is_for_people(&self) -> bool {
        true
    }

    fn write(&self, result: &dyn Shown, _: &[Remark], look: &Look) -> Result<String> {
        let mut text = String::new();
        let mut level = 1;
        for block in &result.blocks(look) {
            let part = match block {
                Block::Prose(markdown) => prose(markdown, level),
                other => written(other),
            };
            level = match block {
                Block::Title(_) => 1,
                Block::Heading(_) => 2,
                _ => level,
            };
            if part.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            // Two lists below one another would be read as one.
            if matches!(block, Block::Facts(_) | Block::Tree(_) | Block::Items(_) | Block::Hits(_) | Block::Close(_)) && ends_in_list(&text)
            {
                text.push_str("<!-- -->\n\n");
            }
            text.push_str(&part);
        }
        Ok(if text.is_empty() { text } else { text + "\n" })
    }
}

/// Whether the last line belongs to a list.
fn ends_in_list(text: &str) -> bool {
    let last = text.trim_end().rsplit('\n').next().unwrap_or_default();
    let words = last.trim_start();
    let number = words.trim_start_matches(|letter: char| letter.is_ascii_digit());
    last.starts_with(' ') || words.starts_with(['-', '*', '+']) || number.len() < words.len() && number.starts_with(['.', ')'])
}

/// A document's own Markdown below a heading of this level: its headings stand under that, and what it leaves open is closed.
fn prose(markdown: &str, level: u8) -> String {
    let text = clean::lines(markdown);
    let read = markdown::read(&text, 0, HeadingIds::default(), &Limits::default());
    let highest = read.headings.iter().map(|heading| heading.level).min().unwrap_or(u8::MAX);
    let deeper = (level + 1).saturating_sub(highest);
    let mut shifted = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for heading in read.headings.iter().filter(|heading| deeper > 0 && !heading.nested) {
        let Some(source) = text.get(heading.span.clone()).filter(|source| source.starts_with('#')) else { continue };
        let own = source.len() - source.trim_start_matches('#').len();
        shifted.push_str(text.get(at..heading.span.start).unwrap_or_default());
        shifted.push_str(&"#".repeat((own + usize::from(deeper)).min(6)));
        at = heading.span.start + own;
    }
    shifted.push_str(text.get(at..).unwrap_or_default());
    shifted.truncate(shifted.trim_end().len());
    if let Some(fence) = open_fence(&shifted) {
        shifted.push('\n');
        shifted.push_str(&fence);
    }
    shifted
}

/// The fence of code that is not closed before the end of a text, which would take all that follows for code.
fn open_fence(text: &str) -> Option<String> {
    let mut open: Option<&str> = None;
    for line in text.lines() {
        let line = line.trim();
        let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'));
        let Some(sign) = sign else { continue };
        let length = line.chars().take_while(|letter| *letter == sign).count();
        let (fence, rest) = line.split_at(length);
        match open {
            Some(opened) if opened.starts_with(sign) && length >= opened.len() && rest.is_empty() => open = None,
            None if length >= 3 && !(sign == '`' && rest.contains('`')) => open = Some(fence),
            _ => {}
        }
    }
    open.map(str::to_owned)
}

/// A block without a line end at its end.
fn written(block: &Block) -> String {
    let mut text = String::new();
    match block {
        Block::Title(line) => text = format!("# {}", inline(&heading(line))),
        Block::Heading(line) => text = format!("## {}", inline(&heading(line))),
        Block::Line(line) | Block::Bare(line) => text = paragraph(line),
        Block::Blank => {}
        Block::Table(rows) => text = table(rows),
        Block::Hits(found) | Block::Close(found) => text = hits(found),
        Block::Items(items) => {
            for item in items {
                item_line(&mut text, 0, "-", &paragraph(item));
            }
        }
        Block::Tree(branches) => {
            for (depth, line) in branches {
                item_line(&mut text, *depth, "-", &paragraph(line));
            }
        }
        Block::Excerpt(part) => text = excerpt(part),
        Block::Prose(markdown) => text = prose(markdown, 1),
        Block::Bars(bars) => {
            let mut rows = Table::new([Column::new(), Column::new().right()]);
            for bar in bars {
                rows.row([bar.name.clone(), bar.says.clone()]);
            }
            text = table(&rows);
        }
        Block::Facts(facts) => {
            for (name, value) in facts {
                let name = inline(&bare(name));
                match (name.trim(), value.is_empty()) {
                    ("", _) => item_line(&mut text, 1, "-", &paragraph(value)),
                    (name, true) => item_line(&mut text, 0, "-", name),
                    // What is code stands out by itself.
                    (name, false) if name.starts_with('`') => item_line(&mut text, 0, "-", &format!("{name}: {}", inline(value))),
                    (name, false) => item_line(&mut text, 0, "-", &format!("**{name}:** {}", inline(value))),
                }
            }
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// A line that is strong as a whole, so that no part of it need be.
fn heading(line: &Line) -> Line {
    line.pieces().iter().fold(Line::new(), |line, piece| match piece.label() {
        Label::Strong => line.plain(piece.text()),
        label => line.with(label, piece.text()),
    })
}

/// The words of a line to stand between two signs of bold: no part is bold itself, and code has no spaces around it.
fn bare(line: &Line) -> Line {
    line.pieces().iter().fold(Line::new(), |line, piece| match piece.label() {
        label @ (Label::Path | Label::Command | Label::Code) => line.with(label, piece.text().trim()),
        _ => line.plain(piece.text()),
    })
}

fn item_line(text: &mut String, depth: usize, marker: &str, words: &str) {
    // GitHub takes lists some levels deep; more would only be a quadratic parse.
    let _ = writeln!(text, "{}{marker} {words}", "  ".repeat(depth.min(10)));
}

fn table(table: &Table) -> String {
    let cell = |line: &Line| inline(line).replace('|', "\\|").replace("\\\\|", "\\|");
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    // A column in which nothing stands is not shown, whatever its heading.
    let has_cells = |at: &usize| table.rows.iter().any(|cells| cells.get(*at).is_some_and(|cell| !cell.is_empty()));
    let shown: Vec<usize> = (0..table.columns.len()).filter(has_cells).collect();
    let columns = || shown.iter().filter_map(|at| table.columns.get(*at));
    if columns().all(|column| column.head.is_empty()) && !shown.is_empty() {
        return headless(table, &shown);
    }
    let mut text = row(columns().map(|column| cell(&column.head.as_str().into())).collect());
    text.push_str(&row(columns().map(|column| if column.right { "---:" } else { "---" }.to_owned()).collect()));
    for cells in &table.rows {
        text.push_str(&row(shown.iter().map(|at| cells.get(*at).map(cell).unwrap_or_default()).collect()));
    }
    text
}

/// The rows of a table without headings, which Markdown has no table for.
fn headless(table: &Table, shown: &[usize]) -> String {
    let mut text = String::new();
    for cells in &table.rows {
        // What begins with nothing is about the row before it.
        let goes_on = shown.first().and_then(|at| cells.get(*at)).is_none_or(Line::is_empty);
        let cells: Vec<String> = shown.iter().filter_map(|at| cells.get(*at)).filter(|cell| !cell.is_empty()).map(inline).collect();
        item_line(&mut text, usize::from(goes_on), "-", &cells.join(" · "));
    }
    text
}

fn hits(hits: &Hits) -> String {
    let mut text = String::new();
    for (at, hit) in hits.hits.iter().enumerate() {
        let marker = hits.first.map_or("-".to_owned(), |first| format!("{}.", first.saturating_add(at)));
        let facts = if hit.facts.is_empty() { String::new() } else { format!(" ({})", inline(&hit.facts)) };
        item_line(&mut text, 0, &marker, &format!("**{}**{facts}", inline(&bare(&hit.title)).trim()));
        let indent = " ".repeat(marker.len() + 1);
        for line in &hit.under {
            let _ = writeln!(text, "{indent}- {}", paragraph(line));
        }
    }
    text
}

fn excerpt(excerpt: &Excerpt) -> String {
    let mut text = format!("- {} {}", code(&clean::path(&excerpt.place.to_string())), inline(&excerpt.says));
    if !excerpt.label.is_empty() {
        let _ = write!(text, " ({})", inline(&excerpt.label));
    }
    let source = clean::line(excerpt.source.trim());
    if !source.is_empty() {
        let _ = write!(text, "\n  {}", code(&source));
    }
    text
}

/// A line that begins a paragraph, where some signs would begin something else.
fn paragraph(line: &Line) -> String {
    let text = inline(line);
    let text = text.trim_start();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (before, rest) = text.split_at(digits);
    let begins = if digits > 0 { rest.starts_with(['.', ')']) } else { rest.starts_with(['-', '+', '=', '#', ':']) };
    if begins { format!("{before}\\{rest}") } else { text.to_owned() }
}

fn inline(line: &Line) -> String {
    line.pieces().iter().map(piece).collect()
}

fn piece(piece: &Piece) -> String {
    let text = piece.text();
    let wrapped = |mark: &str| {
        // Emphasis opens and closes only right beside a word.
        let (core, lead) = (text.trim(), text.len() - text.trim_start().len());
        let (before, after) = (&text[..lead], &text[lead + core.len()..]);
        if core.is_empty() { text.to_owned() } else { format!("{before}{mark}{}{mark}{after}", escaped(core)) }
    };
    match piece.label() {
        Label::Path | Label::Command | Label::Code => code(text),
        Label::Strong | Label::Match | Label::Error | Label::Warning => wrapped("**"),
        Label::Emphasis => wrapped("*"),
        _ => escaped(text),
    }
}

//! The keys, in words: the last row of the screen, and the help over all of it.

use crate::base::lang::Msg;
use crate::base::width::width;
use crate::msg;
use crate::show::layout::lay;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::Block;
use crate::work::browse::TAKES;

/// What Enter does, which tells which keys have a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// It edits what is chosen.
    Edits,
    /// It prints the path of what is chosen.
    Prints,
    /// It searches for what is proposed where nothing was found.
    Takes,
    /// Nothing: there is nothing to choose.
    Nothing,
}

impl Row {
    /// The keys of the last row, the dearest first, and the place of each from the left.
    fn keys(self) -> Vec<(usize, &'static str, Msg)> {
        let leave = (6, "Esc", msg!("tui-does-leave"));
        let (help, kind) = ((5, "F1", msg!("tui-does-help")), (1, "Tab", msg!("tui-does-kind")));
        let (copy, path) = ((2, "Ctrl-Y", msg!("tui-does-copy")), (3, "Ctrl-P", msg!("tui-does-path")));
        let next = (4, "F3", msg!("tui-does-match"));
        match self {
            Self::Edits => vec![leave, (0, "Enter", msg!("tui-does-edit")), help, kind, copy, path, next],
            Self::Prints => vec![leave, (0, "Enter", msg!("tui-does-path")), help, kind, copy, next],
            Self::Takes => vec![leave, (0, TAKES, msg!("tui-does-take")), help, kind],
            Self::Nothing => vec![leave, help, kind],
        }
    }
}

/// The last row: as many keys as fit.
pub(super) fn row(look: &Look, row: Row, cells: usize) -> Line {
    let mut fitting: Vec<(usize, &str, String)> = Vec::new();
    let mut used = 0;
    for (place, key, does) in row.keys() {
        let does = look.say(&does);
        let needed = key.len() + 1 + width(&does) + if fitting.is_empty() { 0 } else { BETWEEN.len() };
        if used + needed <= cells {
            used += needed;
            fitting.push((place, key, does));
        }
    }
    fitting.sort_by_key(|(place, ..)| *place);
    Line::join(fitting.into_iter().map(|(_, key, does)| Line::new().strong(key).dim(format!(" {does}"))), BETWEEN)
}

/// Between two keys.
const BETWEEN: &str = "   ";

/// Every line of the help for somebody, on a screen of so many cells.
pub(super) fn lines(look: &Look, prints: bool, cells: usize) -> Vec<Line> {
    let (edit, path) = if prints { ("", "Enter Ctrl-P Alt-Enter") } else { ("Enter Ctrl-O", "Ctrl-P Alt-Enter") };
    let keys = [
        ("↑ ↓ PgUp PgDn", msg!("tui-help-move")),
        ("Ctrl-Home Ctrl-End", msg!("tui-help-ends")),
        ("Tab Shift-Tab", msg!("tui-help-kind")),
        (edit, msg!("tui-help-edit")),
        (TAKES, msg!("tui-help-take")),
        ("Ctrl-Y", msg!("tui-help-copy")),
        (path, msg!("tui-help-path")),
        ("Shift-↑ Shift-↓", msg!("tui-help-text")),
        ("F3 Ctrl-G", msg!("tui-help-match")),
        ("Ctrl-U Ctrl-W", msg!("tui-help-clear")),
        ("Esc Ctrl-C", msg!("tui-help-leave")),
    ];
    let say = |msg: &Msg| look.say(msg);
    let facts =
        keys.into_iter().filter(|(key, _)| !key.is_empty()).map(|(key, does)| (Line::new().strong(key), Line::from(say(&does).as_str())));
    let blocks = [
        Block::Line(say(&msg!("tui-help-type")).into()),
        Block::Blank,
        Block::Facts(facts.collect()),
        Block::Blank,
        Block::Line(say(&msg!("tui-help-files")).into()),
    ];
    lay(&blocks, cells)
}

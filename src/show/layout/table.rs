//! Rows in columns, and what gives way on a narrow screen.

use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::view::{Column, Table};

use super::facts;
use super::parts::{all, hang, pad, spaces};
use super::wrap::wrap;

/// Between two columns.
const GAP: usize = 2;
/// Before what went to a line under its row.
const INDENT: usize = 3;
/// A column this wide has its further lines indented, so that they are not taken for rows.
const ROOMY: usize = 12;
/// Where no screen ends, a column is made this wide at most; a longer cell pushes the next ones of its row aside.
pub(super) const ALIGNED: usize = 60;

/// What becomes of a column.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Stays,
    Below,
    Together,
    Out,
}

/// Rows on a screen: what is too long goes on within its cell, and nothing of a cell that is shown is lost.
pub(super) fn lay(table: &Table, width: usize) -> Vec<Line> {
    let natural = natural_widths(table);
    let Some((fates, widths)) = fit(&table.columns, &natural, width) else { return stacked(table, width) };
    let mut lines = Vec::with_capacity(table.rows.len() + 1);
    lines.extend(heads(table).iter().flat_map(|heads| across(&table.columns, &fates, &widths, heads)));
    for row in &table.rows {
        // A row of which all goes below takes no line of its own.
        let is_all_below =
            row.iter().zip(&fates).all(|(cell, fate)| cell.is_empty() || *fate != Fate::Stays) && row.iter().any(|cell| !cell.is_empty());
        if !is_all_below {
            lines.extend(across(&table.columns, &fates, &widths, row));
        }
        let together = row.iter().zip(&fates).filter(|(_, fate)| **fate == Fate::Together).map(|(cell, _)| cell.clone());
        let together = Line::join(together, "  ");
        if !together.is_empty() {
            lines.extend(hang(&together, width, &spaces(INDENT), INDENT));
        }
        for (cell, fate) in row.iter().zip(&fates) {
            if *fate == Fate::Below && !cell.is_empty() {
                lines.extend(hang(cell, width, &spaces(INDENT), INDENT));
            }
        }
    }
    lines
}

/// Rows for a file or a program: every row on one line with all of its cells, however long it gets.
pub(super) fn lay_whole(table: &Table) -> Vec<Line> {
    let natural = natural_widths(table);
    let standing: Vec<usize> = (0..table.columns.len()).filter(|at| natural[*at] > 0).collect();
    let line = |row: &Vec<Line>| {
        let cell = |at: &usize| {
            let cell = row.get(*at).cloned().unwrap_or_default();
            let right = table.columns[*at].right;
            if Some(at) == standing.last() && !right { cell } else { pad(cell, natural[*at].min(ALIGNED), right) }
        };
        let cells = standing.iter().map(cell).enumerate();
        cells.fold(Line::new(), |line, (number, cell)| if number == 0 { cell } else { line.plain(" ".repeat(GAP)).then(cell) })
    };
    heads(table).iter().chain(&table.rows).map(line).collect()
}

/// The row of headings, if there is one.
fn heads(table: &Table) -> Option<Vec<Line>> {
    let headed = table.columns.iter().any(|column| !column.head.is_empty());
    headed.then(|| table.columns.iter().map(|column| all(&column.head.as_str().into(), Label::Dim)).collect())
}

fn natural_widths(table: &Table) -> Vec<usize> {
    (0..table.columns.len()).map(|at| natural_width(table, at)).collect()
}

fn natural_width(table: &Table, at: usize) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.get(at)).map(Line::width);
    let head = table.columns.get(at).map_or(0, |column| Line::from(&column.head).width());
    // A column in which nothing stands is not shown, whatever its heading.
    match cells.max() {
        Some(widest) if widest > 0 => widest.max(head),
        _ => 0,
    }
}

/// What becomes of each column and how wide it is; `None` if the screen is too narrow for columns at all.
fn fit(columns: &[Column], natural: &[usize], width: usize) -> Option<(Vec<Fate>, Vec<usize>)> {
    let mut fates: Vec<Fate> = natural.iter().map(|wide| if *wide == 0 { Fate::Out } else { Fate::Stays }).collect();
    loop {
        // What may be narrower never needs more than the whole screen.
        let room = |(at, wide): (usize, &usize)| if columns[at].min.is_some() { (*wide).min(width) } else { *wide };
        let mut widths: Vec<usize> = natural.iter().enumerate().map(room).collect();
        let standing: Vec<usize> = (0..columns.len()).filter(|at| fates[*at] == Fate::Stays).collect();
        let total = |widths: &[usize]| standing.iter().map(|at| widths[*at]).sum::<usize>() + standing.len().saturating_sub(1) * GAP;
        let mut over = total(&widths).saturating_sub(width);
        // The column that has most to give gives first, so that what is left is even.
        while over > 0 {
            let spare = |at: usize| columns[at].min.map_or(0, |min| widths[at].saturating_sub(min.max(1)));
            let Some(widest) = standing.iter().copied().filter(|at| spare(*at) > 0).max_by_key(|at| (widths[*at], *at)) else { break };
            let others = || standing.iter().copied().filter(|at| *at != widest);
            let next = others().map(|at| widths[at]).filter(|other| *other < widths[widest]).max().unwrap_or(0);
            // Of two that are as wide, one does not give all.
            let is_tied = others().any(|at| widths[at] == widths[widest] && spare(at) > 0);
            let most = if is_tied { 1 } else { widths[widest] - next };
            let give = most.min(spare(widest)).min(over).max(1);
            widths[widest] -= give;
            over -= give;
        }
        if over == 0 {
            return Some((fates, widths));
        }
        let below = standing.iter().copied().rfind(|at| columns[*at].below && *at > 0);
        let out = standing.iter().copied().filter(|at| columns[*at].spare > 0).max_by_key(|at| columns[*at].spare);
        match (below, out) {
            (Some(at), _) => fates[at] = Fate::Below,
            (None, Some(at)) => fates[at] = if columns[at].lost { Fate::Out } else { Fate::Together },
            (None, None) => return None,
        }
    }
}

/// A row, on as many lines as its tallest cell needs.
fn across(columns: &[Column], fates: &[Fate], widths: &[usize], row: &[Line]) -> Vec<Line> {
    let standing: Vec<usize> = (0..columns.len()).filter(|at| fates[*at] == Fate::Stays).collect();
    let cell = |at: &usize| {
        let indent = if widths[*at] >= ROOMY && !columns[*at].right { GAP } else { 0 };
        row.get(*at).map(|cell| hang(cell, widths[*at], &Line::new(), indent)).unwrap_or_default()
    };
    let cells: Vec<Vec<Line>> = standing.iter().map(cell).collect();
    let tallest = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |number: usize| {
        let mut line = Line::new();
        for (place, at) in standing.iter().enumerate() {
            let part = cells[place].get(number).cloned().unwrap_or_default();
            // Behind the last cell of a line nothing stands, not even spaces.
            let is_last = cells[place + 1..].iter().all(|other| other.get(number).is_none_or(Line::is_empty));
            let right = columns[*at].right;
            if is_last {
                return line.then(if right { pad(part, widths[*at], true) } else { part });
            }
            line = line.then(pad(part, widths[*at], right)).plain(" ".repeat(GAP));
        }
        line
    };
    (0..tallest).map(line).collect()
}

/// Where no columns fit: each cell behind its heading, on as many lines as it needs; without headings, behind one another.
fn stacked(table: &Table, width: usize) -> Vec<Line> {
    let Some(heads) = heads(table) else {
        return table.rows.iter().flat_map(|row| wrap(&Line::join(row.iter().cloned(), "  "), width, width)).collect();
    };
    let mut lines = Vec::new();
    for row in &table.rows {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        let cells: Vec<(Line, Line)> =
            heads.iter().zip(row).filter(|(_, cell)| !cell.is_empty()).map(|(head, cell)| (head.clone(), cell.clone())).collect();
        lines.extend(facts::lay(&cells, width));
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::show::line::Line;
    use crate::show::view::{Column, Table};

    fn due() -> Table {
        let number = Column::new().right();
        let mut table =
            Table::new([number, Column::new().spare(2), Column::new().min(12), Column::new().min(8).spare(1), Column::new().below()]);
        for (number, kind, title, reason, command) in [
            ("1", "review", "Transfer metadata", "flagged outdated by Kees", "cop review transfer-metadata"),
            ("12", "question", "Who has used MDTO?", "9 days, 3 follow", "cop answer who-has-used-mdto"),
        ] {
            table.row([number.into(), kind.into(), title.into(), reason.into(), Line::new().command(command)]);
        }
        table
    }

    fn at(width: usize) -> String {
        super::lay(&due(), width).iter().map(|line| line.text() + "\n").collect()
    }

    #[test]
    fn a_wide_screen_shows_all() {
        insta::assert_snapshot!(at(100), @r"
         1  review    Transfer metadata   flagged outdated by Kees  cop review transfer-metadata
        12  question  Who has used MDTO?  9 days, 3 follow          cop answer who-has-used-mdto
        ");
    }

    #[test]
    fn on_a_narrow_screen_something_gives_way() {
        insta::assert_snapshot!(at(80), @r"
         1  review    Transfer metadata  flagged outdated   cop review transfer-metadata
                                           by Kees
        12  question  Who has used       9 days, 3 follow   cop answer who-has-used-mdto
                        MDTO?
        ");
        insta::assert_snapshot!(at(60), @r"
         1  review    Transfer metadata   flagged outdated by Kees
           cop review transfer-metadata
        12  question  Who has used MDTO?  9 days, 3 follow
           cop answer who-has-used-mdto
        ");
        insta::assert_snapshot!(at(30), @r"
         1  Transfer      flagged
              metadata      outdated
                            by Kees
           review
           cop review
           transfer-metadata
        12  Who has used  9 days, 3
              MDTO?         follow
           question
           cop answer
           who-has-used-mdto
        ");
        insta::assert_snapshot!(at(20), @r"
         1  Transfer
              metadata
           review  flagged
           outdated by Kees
           cop review
           transfer-metadata
        12  Who has used
              MDTO?
           question  9 days,
           3 follow
           cop answer
           who-has-used-mdto
        ");
    }

    #[test]
    fn where_no_column_can_give_way_the_row_is_wrapped() {
        let mut table = Table::new([Column::headed("Name"), Column::headed("Empty"), Column::headed("Said")]);
        table.row(["Fatima El Idrissi".into(), Line::new(), "wrote two practices".into()]);
        let text = |width| super::lay(&table, width).iter().map(|line| line.text() + "\n").collect::<String>();
        insta::assert_snapshot!(text(40), @r"
        Name               Said
        Fatima El Idrissi  wrote two practices
        ");
        insta::assert_snapshot!(text(20), @r"
        Name  Fatima El
              Idrissi
        Said  wrote two
              practices
        ");
    }
}

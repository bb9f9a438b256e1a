//! Rows in columns, and what gives way on a narrow screen.

use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::view::{Column, Table};

use super::parts::{all, hang, pad};
use super::wrap::{cut, wrap};

/// Between two columns.
const GAP: usize = 2;
/// Before what went to a line under its row.
const INDENT: usize = 3;

/// What becomes of a column.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Stays,
    Below,
    Out,
}

pub(super) fn lay(table: &Table, width: usize) -> Vec<Line> {
    let natural: Vec<usize> = (0..table.columns.len()).map(|at| natural_width(table, at)).collect();
    let headed = table.columns.iter().any(|column| !column.head.is_empty());
    let heads = headed.then(|| table.columns.iter().map(|column| all(&column.head.as_str().into(), Label::Dim)).collect::<Vec<_>>());
    let rows = heads.iter().chain(&table.rows);
    let Some((fates, widths)) = fit(&table.columns, &natural, width) else {
        return table.rows.iter().flat_map(|row| stacked(row, width)).collect();
    };
    let mut lines = Vec::with_capacity(table.rows.len() + 1);
    for (number, row) in rows.enumerate() {
        lines.push(across(&table.columns, &fates, &widths, row));
        if headed && number == 0 {
            continue;
        }
        for (cell, fate) in row.iter().zip(&fates) {
            if *fate == Fate::Below && !cell.is_empty() {
                lines.extend(hang(cell, width, &Line::from(" ".repeat(INDENT)), INDENT));
            }
        }
    }
    lines
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
        let mut widths = natural.to_vec();
        let standing: Vec<usize> = (0..columns.len()).filter(|at| fates[*at] == Fate::Stays).collect();
        let total = |widths: &[usize]| standing.iter().map(|at| widths[*at]).sum::<usize>() + standing.len().saturating_sub(1) * GAP;
        let mut over = total(&widths).saturating_sub(width);
        // The column that has most to give gives first, so that what is left is even.
        while over > 0 {
            let spare = |at: usize| columns[at].min.map_or(0, |min| widths[at].saturating_sub(min.max(1)));
            let Some(widest) = standing.iter().copied().filter(|at| spare(*at) > 0).max_by_key(|at| (widths[*at], *at)) else { break };
            let next = standing.iter().map(|at| widths[*at]).filter(|other| *other < widths[widest]).max().unwrap_or(0);
            let give = (widths[widest] - next).min(spare(widest)).min(over).max(1);
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
            (None, Some(at)) => fates[at] = Fate::Out,
            (None, None) => return None,
        }
    }
}

fn across(columns: &[Column], fates: &[Fate], widths: &[usize], row: &[Line]) -> Line {
    let last = fates.iter().rposition(|fate| *fate == Fate::Stays);
    let mut line = Line::new();
    for (at, column) in columns.iter().enumerate().filter(|(at, _)| fates[*at] == Fate::Stays) {
        let cell = row.get(at).map(|cell| cut(cell, widths[at])).unwrap_or_default();
        line = if Some(at) == last && !column.right { line.then(cell) } else { line.then(pad(cell, widths[at], column.right)) };
        if Some(at) != last {
            line.push(Label::Plain, " ".repeat(GAP));
        }
    }
    line
}

/// Where no columns fit: the cells of a row behind one another, on as many lines as they need.
fn stacked(row: &[Line], width: usize) -> Vec<Line> {
    wrap(&Line::join(row.iter().cloned(), "  "), width, width)
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
         1  review    Transfer metadata   flagged outdate…  cop review transfer-metadata
        12  question  Who has used MDTO?  9 days, 3 follow  cop answer who-has-used-mdto
        ");
        insta::assert_snapshot!(at(60), @r"
         1  review    Transfer metadata   flagged outdated by Kees
           cop review transfer-metadata
        12  question  Who has used MDTO?  9 days, 3 follow
           cop answer who-has-used-mdto
        ");
        insta::assert_snapshot!(at(30), @r"
         1  Transfer metada…  flagged…
           cop review
           transfer-metadata
        12  Who has used MD…  9 days,…
           cop answer
           who-has-used-mdto
        ");
        insta::assert_snapshot!(at(20), @r"
         1  Transfer metada…
           cop review
           transfer-metadata
        12  Who has used MD…
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
        Fatima El Idrissi
        wrote two practices
        ");
    }
}

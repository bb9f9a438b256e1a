//! A list for a spreadsheet, after RFC 4180 but with `\n` at the end of a line as everywhere else.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and runs it. Such a cell gets a `'` in
//! front. So does what stands behind a `;` inside a cell: where the decimal sign is a comma, as in Dutch, that parts the cells.

use std::borrow::Cow;

use crate::base::error::Result;
use crate::show::clean;
use crate::show::format::{Format, no_list};
use crate::show::look::Look;
use crate::show::view::{Remark, Shown};

/// `csv`
pub(super) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn needs_list(&self) -> bool {
        true
    }

    fn write(&self, result: &dyn Shown, _: &[Remark], _: &Look) -> Result<String> {
        let rows = result.rows().ok_or_else(|| no_list(self))?;
        let mut text = String::new();
        record(&mut text, rows.columns.iter().copied());
        for row in &rows.rows {
            record(&mut text, row.cells.iter().map(|cell| &**cell));
        }
        Ok(text)
    }
}

fn record<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        let cell = without_formula(cell);
        if cell.contains([',', ';', '"', '\'']) || cell.starts_with(' ') || cell.ends_with(' ') {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push('\n');
}

/// The cell on one line, with nothing in it that a spreadsheet would run.
fn without_formula(cell: &str) -> Cow<'_, str> {
    let runs =
        |text: &str| text.trim_start_matches([' ', '"', '\u{a0}', '\u{3000}']).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let cleaned = clean::line(cell);
    let risky = cell.starts_with(['\t', '\r', '\n']) || runs(&cleaned) || cleaned.split(';').skip(1).any(runs);
    if !risky {
        return cleaned;
    }
    let mut safe = String::with_capacity(cleaned.len() + 4);
    for (at, part) in cleaned.split(';').enumerate() {
        if at > 0 {
            safe.push(';');
        }
        if runs(part) || (at == 0 && cell.starts_with(['\t', '\r', '\n'])) {
            safe.push('\'');
        }
        safe.push_str(part);
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{record, without_formula};
    use crate::show::clean;

    /// A reader that knows no more than the RFC.
    fn parse(text: &str, comma: char) -> Vec<String> {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        let mut letters = text.trim_end_matches('\n').chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
                '"' if quoted => quoted = false,
                '"' if cell.is_empty() => quoted = true,
                _ if letter == comma && !quoted => cells.push(std::mem::take(&mut cell)),
                _ => cell.push(letter),
            }
        }
        cells.push(cell);
        cells
    }

    fn written(cells: &[&str]) -> String {
        let mut text = String::new();
        record(&mut text, cells.iter().copied());
        text
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(written(&["a", "b,c", "d \"e\"", "two\nlines", ""]), "a,\"b,c\",\"d \"\"e\"\"\",two lines,\n");
    }

    #[test]
    fn no_formula_lives() {
        for (cell, safe) in [
            ("=1+1", "'=1+1"),
            ("+31 6", "'+31 6"),
            ("-x", "'-x"),
            ("@anna", "'@anna"),
            ("\tx", "' x"),
            ("\r=1", "' =1"),
            ("  =1", "'  =1"),
            ("＝1", "'＝1"),
            ("x;=1;y", "x;'=1;y"),
            ("a=1; b-2", "a=1; b-2"),
        ] {
            assert_eq!(without_formula(cell), safe, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn it_reads_back_and_nothing_runs(cells in prop::collection::vec("[\\PC\t\r\n=+@;,\"' -]{0,12}", 1..5)) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let text = written(&cells);
            let read = parse(&text, ',');
            let meant: Vec<String> = cells.iter().map(|cell| without_formula(cell).into_owned()).collect();
            prop_assert_eq!(&read, &meant);
            prop_assert_eq!(text.matches('\n').count(), 1);
            prop_assert!(!text.trim_end().chars().any(clean::is_hidden));
            for cell in read.iter().chain(&parse(&text, ';')) {
                prop_assert!(!cell.trim_start_matches([' ', '"']).starts_with(['=', '+', '-', '@']), "{}", text);
            }
        }
    }
}

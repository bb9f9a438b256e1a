//! People who are invited: one as typed, or many from a table.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::place::Place;
use crate::msg;

/// Somebody who is invited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guest {
    /// What they are called.
    pub name: String,
    /// Where the letter goes.
    pub email: Option<String>,
    /// Where they work.
    pub organisation: Option<String>,
    /// Their account on a git host, `github:anna`.
    pub account: Option<String>,
    /// The handle that they are to have.
    pub handle: Option<String>,
    /// The line of the table that they stand on; 0 if they were typed.
    pub line: u32,
}

/// What a column of a table holds, by the words that stand above it.
const COLUMNS: [(Column, &[&str]); 8] = [
    (Column::Name, &["name", "naam", "full name", "volledige naam", "who", "wie"]),
    (Column::First, &["first name", "given name", "voornaam", "roepnaam"]),
    (Column::Between, &["tussenvoegsel", "tussenvoegsels", "voorvoegsel"]),
    (Column::Last, &["last name", "surname", "family name", "achternaam"]),
    (Column::Email, &["email", "e-mail", "mail", "e-mailadres", "emailadres", "mailadres", "email address", "e-mail address"]),
    (Column::Organisation, &["organisation", "organization", "organisatie", "company", "bedrijf", "employer", "werkgever"]),
    (Column::Account, &["account", "accounts"]),
    (Column::Handle, &["handle", "short name", "korte naam"]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    First,
    /// What stands between the two in Dutch: `van der`.
    Between,
    Last,
    Email,
    Organisation,
    Account,
    Handle,
    /// Something else.
    Other,
}

/// The people in a table: comma, semicolon or tab between its columns, which are name, e-mail address and organisation unless a first
/// line says otherwise. `file` is what errors name.
///
/// # Errors
/// There is nobody in it, a line has no name, or a quote is not closed.
pub fn guests(text: &str, file: &str) -> Result<Vec<Guest>> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    // What is quoted separates nothing.
    let count = |sign: char| first.split('"').step_by(2).map(|part| part.matches(sign).count()).sum::<usize>();
    let between = [';', '\t', ','].into_iter().max_by_key(|sign| count(*sign)).filter(|sign| count(*sign) > 0).unwrap_or(',');
    let refused = |msg, line| Error::new(ErrorKind::Usage, msg).at(Place::at(file, (line, 1)));
    let mut rows = rows(text, between).map_err(|line| refused(msg!("invite-open-quote"), line))?;
    let mut columns = vec![Column::Name, Column::Email, Column::Organisation];
    if let Some(named) = rows.first().and_then(|(_, cells)| headings(cells)) {
        columns = named;
        rows.remove(0);
    }
    let mut guests = Vec::with_capacity(rows.len());
    for (line, cells) in rows {
        let mut guest = Guest { line, ..Guest::default() };
        let part = |wanted: Column| columns.iter().zip(&cells).find(|(column, _)| **column == wanted).map_or("", |(_, cell)| cell.trim());
        let parts = [Column::First, Column::Between, Column::Last].map(part);
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        guest.name = parts.join(" ");
        for (column, cell) in columns.iter().zip(&cells) {
            let some = Some(cell.trim().to_owned()).filter(|cell| !cell.is_empty());
            match column {
                Column::Name => guest.name = some.map(|name| forward(&name)).unwrap_or_default(),
                Column::Email => guest.email = some,
                Column::Organisation => guest.organisation = some,
                Column::Account => guest.account = some,
                Column::Handle => guest.handle = some,
                Column::First | Column::Between | Column::Last | Column::Other => {}
            }
        }
        if guest.name.is_empty() {
            return Err(refused(msg!("invite-no-name"), line).hint(msg!("invite-table-help")));
        }
        guests.push(guest);
    }
    if guests.is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("invite-nobody-in")).at(Place::file(file)).hint(msg!("invite-table-help")));
    }
    Ok(guests)
}

/// What stands behind a comma without being a first name.
const TITLES: [&str; 12] = ["jr", "sr", "phd", "md", "ma", "ba", "msc", "bsc", "mba", "llm", "esq", "ii"];

/// `de Vries, Jan` as `Jan de Vries`, which is how people are called.
pub fn forward(name: &str) -> String {
    match name.split_once(',').map(|(last, first)| (last.trim(), first.trim())) {
        Some((last, first)) if !last.is_empty() && !first.is_empty() && !first.contains(',') => {
            let bare: String = first.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
            if TITLES.contains(&bare.as_str()) { name.to_owned() } else { format!("{first} {last}") }
        }
        _ => name.to_owned(),
    }
}

/// What the columns hold, if these cells are headings: one of them is a name's, and none an address.
fn headings(cells: &[String]) -> Option<Vec<Column>> {
    let of = |cell: &String| {
        let word = cell.trim().to_lowercase().replace('_', " ");
        COLUMNS.iter().find(|(_, words)| words.contains(&word.as_str())).map_or(Column::Other, |(column, _)| *column)
    };
    let columns: Vec<Column> = cells.iter().map(of).collect();
    let is_heading =
        [Column::Name, Column::First, Column::Last].iter().any(|one| columns.contains(one)) && !cells.iter().any(|cell| cell.contains('@'));
    is_heading.then_some(columns)
}

/// The cells of every line that is not empty, with its number; the error is the line on which a quote is opened and never closed.
fn rows(text: &str, between: char) -> std::result::Result<Vec<(u32, Vec<String>)>, u32> {
    let mut rows = Vec::new();
    let (mut cells, mut cell, mut is_quoted, mut was_quoted) = (Vec::new(), String::new(), false, false);
    let (mut line, mut start) = (1_u32, 1_u32);
    let mut letters = text.chars().peekable();
    let mut end = |cells: &mut Vec<String>, cell: &mut String, start: u32| {
        cells.push(std::mem::take(cell));
        let row = std::mem::take(cells);
        if row.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push((start, row));
        }
    };
    while let Some(letter) = letters.next() {
        line = line.saturating_add(u32::from(letter == '\n'));
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.trim().is_empty() && !was_quoted => {
                cell.clear();
                (is_quoted, was_quoted) = (true, true);
            }
            letter if is_quoted => cell.push(letter),
            letter if letter == between => {
                cells.push(std::mem::take(&mut cell));
                was_quoted = false;
            }
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                end(&mut cells, &mut cell, start);
                (start, was_quoted) = (line, false);
            }
            letter => cell.push(letter),
        }
    }
    if is_quoted {
        return Err(start);
    }
    end(&mut cells, &mut cell, start);
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::guests;

    fn read(text: &str) -> String {
        match guests(text, "x.csv") {
            Ok(guests) => {
                let shown = guests.iter().map(|guest| {
                    let more =
                        [&guest.email, &guest.organisation, &guest.account, &guest.handle].map(|part| part.clone().unwrap_or_default());
                    format!("{}:{}|{}", guest.line, guest.name, more.join("|"))
                });
                shown.collect::<Vec<_>>().join(" ")
            }
            Err(error) => format!("{} {}", error.msg().key(), error.place().map_or(0, |place| place.line)),
        }
    }

    #[test]
    fn tables_are_read_as_people_save_them() {
        for (text, expected) in [
            ("Anna\nBram,b@example.org,Archief\n", "1:Anna|||| 2:Bram|b@example.org|Archief||"),
            ("\u{feff}naam;e-mail;organisatie\r\nAnna;a@example.org;\"A; \"\"B\"\"\"\r\n", "2:Anna|a@example.org|A; \"B\"||"),
            ("email\tname\thandle\tshoe size\na@example.org\tAnna\tann\t39\n\n", "2:Anna|a@example.org|||ann"),
            ("Name,Account\n\"de Vries,\nAnna\",github:anna\nBram,\n", "2:Anna de Vries|||github:anna| 4:Bram||||"),
            ("Anna \"An\" de Vries,a@example.org", "1:Anna \"An\" de Vries|a@example.org|||"),
            ("Voornaam;Tussenvoegsel;Achternaam;Email\nAnna;de;Vries;a@example.org\nBo;;;\n", "2:Anna de Vries|a@example.org||| 3:Bo||||"),
            ("\"Smit, PhD\";b@example.org", "1:Smit, PhD|b@example.org|||"),
            ("Anna,a@example.org\n,b@example.org\n", "invite-no-name 2"),
            ("Anna\n\"Bram\nCees", "invite-open-quote 2"),
            ("name,email\n", "invite-nobody-in 0"),
            ("", "invite-nobody-in 0"),
            (" \n;;\n", "invite-nobody-in 0"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}

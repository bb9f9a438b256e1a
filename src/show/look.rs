//! For whom a result is shown: language, width, day and folder.

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};

use super::{dates, numbers};

/// What a result may know of its reader.
#[derive(Clone, Debug)]
pub struct Look {
    /// The language of the screen.
    pub lang: Lang,
    /// Cells on a line; never less than 20.
    pub width: usize,
    /// Whether there is a screen that ends there; if not, in a pipe or a file, rows are as long as they are.
    pub screen: bool,
    /// What day it is in the community.
    pub today: Date,
    /// Where the reader stands.
    pub folder: Folder,
    /// Whether more is wanted than the answer.
    pub verbose: bool,
    /// Whether labels show as colours and weight; only the text format asks.
    pub colour: bool,
}

/// Where the reader stands, so that paths can be shown from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Folder {
    /// In this folder of the community; empty is its root.
    Inside(String),
    /// Somewhere else, from where this path leads to the community's root.
    Outside(String),
}

impl Look {
    /// Eighty columns without colour, at the community's root: for files, tests and other programs.
    pub fn plain(lang: Lang, today: Date) -> Self {
        Self { lang, width: 80, screen: true, today, folder: Folder::Inside(String::new()), verbose: false, colour: false }
    }

    /// A message in the reader's language.
    pub fn say(&self, msg: &Msg) -> String {
        msg.text(self.lang)
    }

    /// A day as it is said in a list: `yesterday`, `3 Dec`, `3 Dec 2025`.
    pub fn day(&self, date: Date) -> String {
        dates::day(date, self.today, self.lang)
    }

    /// The same in a sentence: `yesterday`, `on 3 Dec`.
    pub fn on(&self, date: Date) -> String {
        dates::on(date, self.today, self.lang)
    }

    /// A day when only its month matters: `Sep`, `Sep 2024`.
    pub fn month(&self, date: Date) -> String {
        dates::month(date, self.today, self.lang)
    }

    /// A count with its thousands apart.
    pub fn count(&self, number: usize) -> String {
        numbers::count(number as u64, self.lang)
    }

    /// A path of the community as it is reached from where the reader stands; one that leads there from anywhere as it is.
    pub fn path(&self, path: &str) -> String {
        if std::path::Path::new(path).is_absolute() {
            return path.to_owned();
        }
        let here = match &self.folder {
            Folder::Outside(root) if root.is_empty() || root == "." => return path.to_owned(),
            Folder::Outside(root) => return format!("{}/{path}", root.trim_end_matches('/')),
            Folder::Inside(here) => here.trim_matches('/'),
        };
        let mut up: Vec<&str> = here.split('/').filter(|part| !part.is_empty()).collect();
        let mut down: Vec<&str> = path.split('/').collect();
        let shared = up.iter().zip(&down).take_while(|(one, other)| one == other).count().min(down.len() - 1);
        up.drain(..shared);
        down.drain(..shared);
        let mut from_here = "../".repeat(up.len());
        from_here.push_str(&down.join("/"));
        from_here
    }
}

#[cfg(test)]
mod tests {
    use crate::base::date::Date;
    use crate::base::lang::Lang;

    use super::{Folder, Look};

    #[test]
    fn paths_are_from_where_the_reader_stands() {
        let inside = |folder: &str| Folder::Inside(folder.to_owned());
        let mut look = Look::plain(Lang::En, Date::new(2026, 11, 22).unwrap());
        for (folder, path, seen) in [
            (inside(""), "practices/a.md", "practices/a.md"),
            (inside("practices"), "practices/a.md", "a.md"),
            (inside("practices/git"), "practices/a.md", "../a.md"),
            (inside("prac"), "practices/a.md", "../practices/a.md"),
            (inside("a"), "a", "../a"),
            (Folder::Outside("../club/".into()), "a.md", "../club/a.md"),
            (Folder::Outside(String::new()), "a.md", "a.md"),
            #[cfg(unix)]
            (inside("practices"), "/home/anna/a.md", "/home/anna/a.md"),
        ] {
            look.folder = folder;
            assert_eq!(look.path(path), seen);
        }
    }
}

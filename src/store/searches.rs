//! What a person searched for and did not find, kept in cop's own folder of the clone, for them alone.
//!
//! A line each: the day of the last time, how often, and the words. Nobody minds if it can't be kept; whatever is odd in it is passed over.

use std::fs::{self, File};
use std::io;
use std::time::Duration;

use crate::base::date::Date;
use crate::base::error::{Error, Result};
use crate::base::files::{self, OwnFolder};
use crate::base::fold::fold;
use crate::msg;

use super::held;

/// The name of the file.
const FILE: &str = "searches";
/// Whoever changes it holds this.
const LOCK: &str = "searches.lock";
/// So many searches are kept; of more those go that were last made longest ago.
pub const MOST: usize = 500;
/// So many characters of one are kept.
const LONGEST: usize = 200;
/// No file is read that is larger: one cop wrote is not.
const LARGEST: u64 = 1 << 20;
/// How long one waits for another who changes it.
const PATIENCE: Duration = Duration::from_millis(500);

/// A search that found nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// What was typed the last time.
    pub words: String,
    /// How often.
    pub count: u32,
    /// When last.
    pub last: Date,
}

impl Search {
    fn parse(line: &str) -> Option<Self> {
        let (last, rest) = line.split_once(' ')?;
        let (count, words) = rest.split_once(' ')?;
        Some(Self { last: Date::parse(last)?, count: count.parse().ok()?, words: words.to_owned() })
            .filter(|search| !search.words.is_empty())
    }

    fn line(&self) -> String {
        format!("{} {} {}\n", self.last, self.count, self.words)
    }
}

/// The searches that are kept in a community's own folder, in the order in which they were first made.
pub fn kept(own: &OwnFolder) -> Vec<Search> {
    let bytes = own.is_there().then(|| files::read(&own.path().join(FILE), LARGEST).ok()).flatten().unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().filter_map(Search::parse).take(MOST).collect()
}

/// Keeps a search, or counts it once more. Where that can't be done, or somebody else has been at it for long, it is not kept.
pub fn keep(own: &OwnFolder, words: &str, day: Date) {
    let words = plain(words);
    if words.is_empty() || own.make().is_err() {
        return;
    }
    let Ok(_held) = hold(own) else { return };
    let mut searches = kept(own);
    match searches.iter_mut().find(|known| fold(&known.words) == fold(&words)) {
        Some(known) => *known = Search { count: known.count.saturating_add(1), last: day.max(known.last), words },
        None => searches.push(Search { words, count: 1, last: day }),
    }
    while searches.len() > MOST {
        let oldest = searches.iter().enumerate().min_by_key(|(_, search)| search.last).map(|(at, _)| at);
        oldest.map(|at| searches.remove(at));
    }
    let text: String = searches.iter().map(Search::line).collect();
    // What cannot be written is not kept.
    let _ = files::replace_private(&own.path().join(FILE), text.as_bytes());
}

/// Removes all of them; gives how many there were.
///
/// # Errors
/// The file can't be removed.
pub fn forget(own: &OwnFolder) -> Result<usize> {
    if !own.is_there() {
        return Ok(0);
    }
    let path = own.path().join(FILE);
    let _held = hold(own);
    let count = kept(own).len();
    match fs::remove_file(&path) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(Error::io(msg!("searches-not-forgotten"), &path, &cause)),
        _ => Ok(count),
    }
}

/// Waits for the right to change what is kept.
fn hold(own: &OwnFolder) -> io::Result<File> {
    held::hold(&own.path().join(LOCK), PATIENCE)
}

/// What was typed as one line without anything that steers, and not longer than is kept.
fn plain(words: &str) -> String {
    let one_line = words.split(|letter: char| letter.is_whitespace() || letter.is_control()).filter(|word| !word.is_empty());
    let text = one_line.collect::<Vec<_>>().join(" ");
    text.chars().take(LONGEST).collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Date, FILE, LONGEST, MOST, OwnFolder, forget, keep, kept};

    fn day(day: u32) -> Date {
        Date::new(2026, 11, day).unwrap()
    }

    #[test]
    fn a_search_is_counted_and_the_oldest_goes() {
        let folder = tempfile::tempdir().unwrap();
        let own = OwnFolder::new(folder.path(), "cop/root");
        assert_eq!((kept(&own), forget(&own).unwrap()), (vec![], 0));
        keep(&own, " chat\nretention\u{1b}[1m ", day(3));
        keep(&own, "Chat retention [1m", day(5));
        let [one] = kept(&own).try_into().unwrap();
        assert_eq!((one.words.as_str(), one.count, one.last), ("Chat retention [1m", 2, day(5)));
        for at in 0..MOST {
            keep(&own, &format!("word {at}"), day(4));
        }
        let all = kept(&own);
        assert_eq!((all.len(), &all[0].words[..], &all[1].words[..]), (MOST, "Chat retention [1m", "word 1"));
        assert_eq!((forget(&own).unwrap(), kept(&own)), (MOST, vec![]));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let own = OwnFolder::new(folder.path(), "cop/root");
        keep(&own, "x", day(1));
        let about = std::fs::metadata(own.path().join(FILE)).unwrap();
        assert_eq!(about.permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn who_keeps_at_the_same_time_loses_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let own = OwnFolder::new(folder.path(), "cop/root");
        std::thread::scope(|scope| {
            for at in 0..4 {
                let own = &own;
                scope.spawn(move || (0..5).for_each(|_| keep(own, &format!("word {at}"), day(1))));
            }
        });
        assert_eq!(kept(&own).iter().map(|search| search.count).collect::<Vec<_>>(), [5; 4]);
    }

    proptest! {
        #[test]
        fn whatever_is_searched_reads_back_as_one_line(words in "\\PC{0,300}", odd in "(\\PC|\n){0,80}") {
            let folder = tempfile::tempdir().unwrap();
            let own = OwnFolder::new(folder.path(), "own");
            own.make().unwrap();
            std::fs::write(own.path().join(FILE), &odd).unwrap();
            let before = kept(&own).len();
            keep(&own, &words, day(1));
            let after = kept(&own);
            prop_assert!(after.len() <= before + 1);
            prop_assert!(words.trim().is_empty() || after.iter().any(|one| one.words.chars().count() <= LONGEST));
        }
    }
}

//! What somebody promises: who does what, by when, as people write it down: `Anna shares the sample by 15 December`.

use crate::base::coming;
use crate::base::date::Date;
use crate::base::fold::fold;
use crate::model::person::{Member, People};

/// What stands before the day by which something is to be done, folded; longer ones first.
const BY: [&[&str]; 23] = [
    &["no", "later", "than"],
    &["at", "the", "latest"],
    &["uiterlijk", "op"],
    &["ten", "laatste"],
    &["tot", "en", "met"],
    &["voor", "of", "op"],
    &["not", "later", "than"],
    &["by"],
    &["before"],
    &["until"],
    &["till"],
    &["due"],
    &["on"],
    &["per"],
    &["for"],
    &["voor"],
    &["uiterlijk"],
    &["tegen"],
    &["tot"],
    &["t/m"],
    &["op"],
    &["vanaf"],
    &["deadline"],
];

/// A day is said in so many words at most: `Thursday 15 December 2026`.
const WORDS: usize = 4;

/// In so many words at the end of a promise a day is looked for: nobody says it before a whole page.
const LOOKED_AT: usize = 200;

/// A promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Promise {
    /// The handle of who does it, where that is a member.
    pub(super) who: Option<String>,
    /// What is done.
    pub(super) what: String,
    /// By when.
    pub(super) by: Option<Date>,
    /// Who is named as if they had a handle, and has none.
    pub(super) stranger: Option<String>,
}

impl Promise {
    /// Reads a promise made on a day, among these people.
    ///
    /// Whoever is mentioned does it, or the member with whose name it begins. A day without a year is the next one. What is not
    /// understood stays in the text.
    pub(super) fn read(text: &str, made: Date, people: &People) -> Self {
        let (text, by) = without_day(text, made);
        let words: Vec<&str> = text.split_whitespace().collect();
        let mentioned = words.iter().position(|word| word.starts_with('@') && word.len() > 1);
        let bare = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '-' && sign != '_').to_owned();
        if let Some(at) = mentioned {
            let name = bare(words[at]);
            let known = people.by_handle(&name).or_else(|| people.members().iter().find(|member| fold(&member.handle) == fold(&name)));
            return match known {
                Some(member) => Self { who: Some(member.handle.clone()), what: without(&words, at, 1), by, stranger: None },
                None => Self { who: None, what: text, by, stranger: Some(name) },
            };
        }
        // The longest name first: of two Annas one may be named in full.
        for count in (1..=WORDS.min(words.len())).rev() {
            let name = words[..count].iter().map(|word| bare(word)).collect::<Vec<_>>().join(" ");
            if let Some(member) = called(&name, people) {
                return Self { who: Some(member.handle.clone()), what: without(&words, 0, count), by, stranger: None };
            }
        }
        Self { who: None, what: text, by, stranger: None }
    }

    /// It as a task: `@anna shares the sample (2026-12-15)`.
    pub(super) fn task(&self) -> String {
        let who = self.who.as_ref().map(|who| format!("@{who} ")).unwrap_or_default();
        let by = self.by.map(|by| format!(" ({by})")).unwrap_or_default();
        format!("{who}{}{by}", self.what)
    }
}

/// The one member who is called so: by handle, name, or first name.
fn called<'p>(name: &str, people: &'p People) -> Option<&'p Member> {
    let name = fold(name);
    if name.is_empty() {
        return None;
    }
    let is = |member: &&Member| {
        let whole = fold(&member.name);
        fold(&member.handle) == name || whole == name || whole.split(' ').next() == Some(&*name)
    };
    let mut there = people.members().iter().filter(|member| !member.left).filter(is);
    let first = there.next()?;
    there.next().is_none().then_some(first)
}

/// The words without some of them, and without what joined them to the rest: `: `, a dash.
fn without(words: &[&str], at: usize, count: usize) -> String {
    let rest: Vec<&str> = words.iter().enumerate().filter(|(place, _)| !(at..at + count).contains(place)).map(|(_, word)| *word).collect();
    let rest = rest.join(" ");
    rest.trim_start_matches([':', ',', '-', '–', ' ']).trim_end_matches([',', ' ']).to_owned()
}

/// The text without the last day in it, and that day.
fn without_day(text: &str, made: Date) -> (String, Option<Date>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    for at in (0..words.len()).rev().take(LOOKED_AT) {
        for count in (1..=WORDS.min(words.len() - at)).rev() {
            let said = words[at..at + count].join(" ");
            let before =
                BY.iter().find(|by| at >= by.len() && words[at - by.len()..at].iter().zip(**by).all(|(word, by)| is_word(word, by)));
            let in_brackets = said.starts_with('(') && said.trim_end_matches(['.', ';', ',']).ends_with(')');
            let is_numbered = said.bytes().any(|byte| byte.is_ascii_digit());
            // A weekday or "today" alone is only a day where something says so: "plans the Monday round".
            let is_meant = before.is_some() || in_brackets || is_numbered;
            let Some(day) = Some(said).filter(|_| is_meant).and_then(|said| coming::day(&said, made)) else { continue };
            let from = at - before.map_or(0, |by| by.len());
            let rest: Vec<&str> = words[..from].iter().chain(&words[at + count..]).copied().collect();
            return (rest.join(" ").trim_end_matches([',', ' ', '.']).to_owned(), Some(day));
        }
    }
    (words.join(" ").trim_end_matches([',', ' ', '.']).to_owned(), None)
}

fn is_word(word: &str, known: &str) -> bool {
    fold(word.trim_start_matches(['(', ','])) == known
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Promise;
    use crate::base::date::Date;
    use crate::model::person::{Member, People};

    fn people() -> People {
        let member = |handle: &str, name: &str| Member {
            handle: handle.to_owned(),
            name: name.to_owned(),
            accounts: Vec::new(),
            emails: Vec::new(),
            left: false,
            ask_me: true,
            path: format!("members/{handle}.md"),
        };
        People::new([
            member("anna", "Anna de Vries"),
            member("bram", "Bram Smit"),
            member("zoe", "Zoë Jansen"),
            member("kees", "Kees de Boer"),
            member("kees-2", "Kees Bakker"),
        ])
    }

    proptest! {
        #[test]
        fn whatever_is_promised_can_be_read(text in ".{0,80}") {
            let made = Date::parse("2026-12-10").expect("a day");
            let task = Promise::read(&text, made, &people()).task();
            prop_assert!(!task.contains('\n') && task.trim_end().len() <= text.len() + 30);
        }
    }

    #[test]
    fn who_does_what_by_when_in_any_order() {
        let made = Date::parse("2026-12-10").expect("a day");
        for (text, task) in [
            ("Anna shares the sample by 15 December", "@anna shares the sample (2026-12-15)"),
            ("@bram zoekt het uit voor 15 december", "@bram zoekt het uit (2026-12-15)"),
            ("zoekt het uit @bram, uiterlijk op 15 december.", "@bram zoekt het uit (2026-12-15)"),
            ("vóór 1 januari schrijft Anna de brief", "schrijft Anna de brief (2027-01-01)"),
            ("Anna: share the sample (2026-12-15)", "@anna share the sample (2026-12-15)"),
            ("Anna de Vries shares it before Friday", "@anna shares it (2026-12-11)"),
            ("zoë vraagt het na, 5 jan", "@zoe vraagt het na (2027-01-05)"),
            ("@Anna asks", "@anna asks"),
            // A weekday in the text is no day by which, nor is a number.
            ("Anna plans the Monday round", "@anna plans the Monday round"),
            ("Anna invites 3 people", "@anna invites 3 people"),
            // Of two people of one name neither is meant; in full one is.
            ("Kees brings soup", "Kees brings soup"),
            ("Kees Bakker brings soup", "@kees-2 brings soup"),
            // Who is not known stays in the text.
            ("@piet brings soup by 15 December", "@piet brings soup (2026-12-15)"),
            ("somebody brings soup", "somebody brings soup"),
            ("by 2026-02-31 at the latest", "by 2026-02-31 at the latest"),
            ("@", "@"),
        ] {
            assert_eq!(Promise::read(text, made, &people()).task(), task, "{text}");
        }
        assert_eq!(Promise::read("@piet asks", made, &people()).stranger.as_deref(), Some("piet"));
    }
}

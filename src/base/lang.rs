//! The languages of the screen and the catalogue of what cop says in them.
//!
//! A message is a value, [`Msg`]: a key and its arguments. It becomes words only where it is shown, so that one result can be
//! read in English, in Dutch, and in JSON that is always English.
//! The words stand in `templates/lang/LANG/*.ftl`, in the notation of [Project Fluent](https://projectfluent.org).

use std::borrow::Cow;
use std::fmt;
use std::sync::{LazyLock, Mutex, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// A language that cop speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

impl Lang {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::En, Self::Nl];

    /// The language that a BCP 47 tag or a locale such as `nl_BE.UTF-8` names, if cop speaks it.
    pub fn of(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match first.to_ascii_lowercase().as_str() {
            "en" | "c" | "posix" | "eng" => Some(Self::En),
            "nl" | "nld" | "dut" => Some(Self::Nl),
            _ => None,
        }
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Words that are shown as they are.
    Text(String),
    /// A count, which chooses between singular and plural.
    Number(i64),
    /// Another message, said in the same language.
    Msg(Box<Msg>),
}

impl From<Cow<'_, str>> for Arg {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}
impl From<char> for Arg {
    fn from(letter: char) -> Self {
        Self::Text(letter.to_string())
    }
}
impl From<Msg> for Arg {
    fn from(msg: Msg) -> Self {
        Self::Msg(Box::new(msg))
    }
}
macro_rules! numbers {
    ($($number:ty),*) => { $(impl From<$number> for Arg {
        fn from(number: $number) -> Self {
            Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
        }
    })* };
}
numbers!(usize, u64, u32, u16, u8, i64, i32);

/// The key of words that are shown as they are.
const LITERAL: &str = "literal";

/// Something cop says: the key of its words, and what is filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Msg {
    key: &'static str,
    args: Vec<(Cow<'static, str>, Arg)>,
}

impl Msg {
    /// A message without arguments; [`msg!`](crate::msg) is the usual way to write one.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name.into(), arg.into()));
        self
    }

    /// Words that are shown as they are in every language, such as a name.
    pub fn literal(text: impl Into<String>) -> Self {
        Self::new(LITERAL).with("text", Arg::Text(text.into()))
    }

    /// A message by its key and what is filled in, as [`Self::key`] and [`Self::args`] tell them; `None` where no message has the key.
    pub fn of_parts(key: &str, args: Vec<(String, Arg)>) -> Option<Self> {
        let key = if key == LITERAL { LITERAL } else { Catalogue::of(Lang::En).find(key).map(key_of)? };
        Some(Self { key, args: args.into_iter().map(|(name, arg)| (name.into(), arg)).collect() })
    }

    /// Its key in the catalogue.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// What is filled in, each with its name.
    pub fn args(&self) -> impl Iterator<Item = (&str, &Arg)> {
        self.args.iter().map(|(name, arg)| (name.as_ref(), arg))
    }

    /// What stands under a name in it.
    pub fn arg(&self, name: &str) -> Option<Arg> {
        self.args.iter().find(|(own, _)| *own == name).map(|(_, arg)| arg.clone())
    }

    /// Its words in a language.
    pub fn text(&self, lang: Lang) -> String {
        if let (LITERAL, Some((_, Arg::Text(text)))) = (self.key, self.args.first()) {
            return text.clone();
        }
        let mut args = FluentArgs::with_capacity(self.args.len());
        for (name, arg) in &self.args {
            let value = match arg {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Msg(msg) => FluentValue::from(msg.text(lang)),
            };
            args.set(name.as_ref(), value);
        }
        say(lang, self.key, &args).unwrap_or_else(|| self.key.to_owned())
    }
}

impl fmt::Display for Msg {
    /// The English words, for logs and errors that leave the program.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text(Lang::En))
    }
}

/// A message: `msg!("no-such-document", name = typed)`.
#[macro_export]
macro_rules! msg {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::base::lang::Msg::new($key)$(.with(stringify!($name), $value))*
    };
}

/// The words under a key without arguments, if the catalogue has it: for tables of words such as the help texts.
pub fn words(lang: Lang, key: &str) -> Option<String> {
    say(lang, key, &FluentArgs::new())
}

/// All keys of one language, in order, for the test that both have the same.
pub fn keys(lang: Lang) -> Vec<String> {
    let all = Catalogue::of(lang);
    (0..all.at.len()).map(|at| all.key(at).to_owned()).collect()
}

/// The messages of a language, as `build.rs` put them together: one text, and where in it each begins and ends, in the order of their keys.
///
/// Every command says a few of them, and to read all took longer than a search; so each is read when it is first said.
struct Catalogue {
    text: &'static str,
    at: &'static [[u32; 2]],
}

// `EN` and `NL`.
include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Catalogue {
    fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &EN,
            Lang::Nl => &NL,
        }
    }

    /// A message, with its key, in the notation of Fluent.
    fn message(&self, at: usize) -> &'static str {
        self.within(self.at.get(at).copied().unwrap_or_default())
    }

    fn within(&self, [start, end]: [u32; 2]) -> &'static str {
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    fn key(&self, at: usize) -> &'static str {
        key_of(self.message(at))
    }

    /// The message under a key.
    fn find(&self, key: &str) -> Option<&'static str> {
        self.at.binary_search_by(|place| key_of(self.within(*place)).cmp(key)).ok().map(|at| self.message(at))
    }
}

/// The key that a message begins with.
fn key_of(message: &str) -> &str {
    message.split_once(" =").map_or("", |(key, _)| key)
}

/// The messages of a language that have been said.
type Said = LazyLock<Mutex<FluentBundle<FluentResource>>>;

fn say(lang: Lang, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    static ENGLISH: Said = LazyLock::new(|| Mutex::new(nothing_said(Lang::En)));
    static DUTCH: Said = LazyLock::new(|| Mutex::new(nothing_said(Lang::Nl)));
    let said = match lang {
        Lang::En => &ENGLISH,
        Lang::Nl => &DUTCH,
    };
    let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
    if !said.has_message(key) {
        // A test demands that all of them can be read, and that none leads to another one.
        let message = FluentResource::try_new(Catalogue::of(lang).find(key)?.to_owned()).unwrap_or_else(|(message, _)| message);
        said.add_resource_overriding(message);
    }
    let pattern = said.get_message(key)?.value()?;
    Some(said.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
}

fn nothing_said(lang: Lang) -> FluentBundle<FluentResource> {
    let id = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The marks that isolate an argument from right-to-left text would end up in pipes and files.
    bundle.set_use_isolating(false);
    bundle
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentResource;

    use super::{Catalogue, Lang, Msg, keys, words};

    #[test]
    fn both_languages_say_the_same_things() {
        // The English help is in the doc comments of the commands.
        let without_help = |lang| keys(lang).into_iter().filter(|key| !key.starts_with("help-")).collect::<Vec<_>>();
        let [english, dutch] = Lang::ALL.map(without_help);
        let missing = |has: &[String], lacks: &[String]| has.iter().filter(|key| !lacks.contains(key)).cloned().collect::<Vec<_>>();
        assert_eq!(missing(&english, &dutch), Vec::<String>::new(), "missing in Dutch");
        assert_eq!(missing(&dutch, &english), Vec::<String>::new(), "missing in English");
        for pair in english.windows(2) {
            assert_ne!(pair[0], pair[1], "said twice");
        }
    }

    #[test]
    fn every_message_can_be_read_by_itself() {
        for lang in Lang::ALL {
            let all = Catalogue::of(lang);
            assert!(all.at.len() > 1_000, "{lang:?}");
            for at in 0..all.at.len() {
                let (key, message) = (all.key(at), all.message(at));
                let read = FluentResource::try_new(message.to_owned());
                assert!(read.is_ok_and(|read| read.entries().count() == 1), "{lang:?}: {message}");
                // A name in braces that is no argument would be that of another message.
                let leads_on = message
                    .split('{')
                    .skip(1)
                    .any(|inside| inside.trim_start().starts_with(|first: char| first.is_ascii_lowercase() || first == '-'));
                assert!(!leads_on, "{lang:?}: {message}");
                assert_eq!(all.find(key), Some(message), "{key}");
                assert!(words(lang, key).is_some_and(|text| !text.trim().is_empty()), "{key}");
            }
            assert_eq!((all.find("no-such-message"), all.find(""), all.find("zzz")), (None, None, None));
        }
    }

    #[test]
    fn numbers_choose_the_form() {
        assert_eq!(msg!("count-documents", count = 1).text(Lang::En), "1 document");
        assert_eq!(msg!("count-documents", count = 2).text(Lang::Nl), "2 documenten");
        assert_eq!(Msg::literal("Zoë").text(Lang::Nl), "Zoë");
    }

    #[test]
    fn a_message_is_the_same_from_its_parts() {
        let inner = msg!("count-documents", count = 2);
        for msg in [Msg::literal("Zoë"), Msg::new("said-error"), inner.clone(), msg!("check-nearest-rule", name = inner)] {
            let args = msg.args().map(|(name, arg)| (name.to_owned(), arg.clone())).collect();
            assert_eq!(Msg::of_parts(msg.key(), args), Some(msg));
        }
        assert_eq!(Msg::of_parts("no-such-message", Vec::new()), None);
    }

    #[test]
    fn locales_name_languages() {
        assert_eq!(Lang::of("nl_BE.UTF-8"), Some(Lang::Nl));
        assert_eq!(Lang::of("C"), Some(Lang::En));
        assert_eq!(Lang::of("fr"), None);
    }
}

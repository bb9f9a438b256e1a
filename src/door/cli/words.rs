//! The words that people try because they know them from elsewhere, and what they are here.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::lang::{Lang, Msg};
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, View};

/// What a word is here.
#[derive(Clone, Copy, Debug)]
pub(super) enum Here {
    /// A command to type.
    Command(&'static str),
    /// The key of a command with what has to be put behind it, which has a name in every language, and the command alone.
    With(&'static str, &'static str),
    /// The state that `cop mark` brings a document into; none: the person has to say which.
    Mark(Option<&'static str>),
    /// A practice that is made from a question.
    Promote,
    /// The list of the kind that the word names.
    Kind,
    /// A file to write or change oneself.
    File,
}

/// The words, those for one thing together, and what that is here.
const WORDS: [(&str, Here); 44] = [
    ("find grep query lookup zoek zoeken vind", Here::With("do-search", "cop search")),
    ("similar", Here::With("do-like", "cop search --like")),
    ("expert experts whom ask-who wie kenner kenners vraagbaak", Here::With("do-who", "cop who")),
    ("open view read get toon bekijk lees", Here::With("do-show", "cop show")),
    ("member person lid", Here::With("do-member", "cop show")),
    ("all dir lijst", Here::Command("cop list")),
    (
        "practices questions answers decisions terms meetings stories resources flags members praktijken vragen antwoorden besluiten \
         begrippen bijeenkomsten verhalen bronnen meldingen leden",
        Here::Kind,
    ),
    ("trefwoorden labels topics", Here::Command("cop list tags")),
    ("export csv", Here::Command("cop list -f csv")),
    ("home overview dashboard overzicht stand", Here::Command("cop")),
    ("timeline changes geschiedenis", Here::With("do-history", "cop history")),
    ("authors people credits bijdragers mensen", Here::Command("cop contributors")),
    ("lint validate verify test controleer", Here::Command("cop check")),
    ("metrics statistics stats kpi cijfers gezondheid hartslag rapport", Here::Command("cop health")),
    ("bus-factor busfactor hiaten gaten risk kwetsbaar", Here::Command("cop gaps")),
    ("onboarding newcomer welcome inwerken nieuwkomer welkom", Here::With("do-onboard", "cop onboard")),
    ("minutes agenda calendar ics schedule vergadering vergaderen notulen verslag kalender plan", Here::Command("cop meet")),
    ("diagnose env whoami info toestand", Here::Command("cop doctor")),
    ("example tutorial try voorbeeld proef", Here::Command("cop demo")),
    ("community gemeenschap gemeenschappen workspaces", Here::Command("cop communities")),
    ("setup start begin found oprichten", Here::Command("cop init")),
    ("create make write nieuw maak", Here::With("do-add", "cop add")),
    ("vraag stel", Here::With("do-ask", "cop ask")),
    ("reply respond antwoord beantwoord", Here::With("do-answer", "cop answer")),
    ("transition besluit", Here::Mark(None)),
    ("decide approve goedkeuren", Here::Mark(Some("accepted"))),
    ("adopt vaststellen", Here::Mark(Some("adopted"))),
    ("retire deprecate archive archiveer", Here::Mark(Some("retired"))),
    ("supersede replace vervang", Here::Mark(Some("superseded"))),
    ("close sluit", Here::Mark(Some("closed"))),
    ("reopen heropen", Here::Mark(Some("open"))),
    ("promote promoveer", Here::Promote),
    ("nakijken nagekeken confirm bevestig", Here::With("do-review", "cop review")),
    ("report complain issue meld", Here::With("do-flag", "cop flag")),
    ("using gebruik gebruikt", Here::With("do-used", "cop used")),
    ("subscribe watch star unfollow volg", Here::With("do-follow", "cop follow")),
    ("kudos praise bedank dank", Here::With("do-thank", "cop thank")),
    ("move hernoem verplaats", Here::With("rename-do", "cop rename")),
    ("remove verwijder", Here::With("rm-do", "cop rm")),
    ("change modify bewerk wijzig", Here::With("edit-do", "cop edit")),
    ("commit bewaar", Here::Command("cop save")),
    ("revert herstel", Here::Command("cop undo")),
    ("file bestand", Here::File),
    ("push pull fetch share synchroniseer deel", Here::Command("cop sync")),
];

impl Here {
    /// What to do about a word, as closely as it and what was typed behind it say.
    pub(super) fn says_of(self, word: &str, behind: &str) -> Msg {
        match self {
            Self::Kind => Msg::literal(format!("cop list {word}")),
            Self::With(_, command) if !behind.is_empty() => Msg::literal(format!("{command} {behind}")),
            Self::Mark(state) if is_one(behind) => mark(Msg::literal(behind), state),
            Self::Promote if is_one(behind) => msg!("do-promote", it = behind),
            _ => self.says(),
        }
    }

    /// What to do, in words; a command as it is typed.
    pub(super) fn says(self) -> Msg {
        match self {
            Self::Command(command) => Msg::literal(command),
            Self::With(key, _) => Msg::new(key),
            Self::Mark(state) => mark(msg!("review-ref"), state),
            Self::Promote => msg!("do-promote", it = msg!("review-ref")),
            Self::Kind => msg!("do-list"),
            Self::File => msg!("word-file"),
        }
    }

    /// Whether this cop can do it.
    fn is_known(self) -> bool {
        let (Self::Command(command) | Self::With(_, command)) = self else { return true };
        command.split(' ').nth(1).is_none_or(|name| super::command(Lang::En).find_subcommand(name).is_some())
    }
}

/// `cop mark` for a document and a state.
fn mark(it: Msg, state: Option<&str>) -> Msg {
    match state {
        Some("superseded") => msg!("do-supersede", it = it, other = msg!("review-ref")),
        Some(state) => msg!("do-mark-as", it = it, state = state),
        None => msg!("do-mark", it = it),
    }
}

/// Whether what was typed behind a word is one thing, which can be a document's name.
fn is_one(behind: &str) -> bool {
    !behind.is_empty() && (behind.starts_with(['\'', '"']) || !behind.contains(' '))
}

/// What a word is here, if it is known.
pub(super) fn meaning(word: &str) -> Option<Here> {
    let word = word.to_lowercase();
    let found = WORDS.iter().find(|(words, _)| words.split(' ').any(|known| known == word));
    found.map(|(_, here)| *here).filter(|here| here.is_known())
}

/// Words for one thing.
#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Entry {
    /// The words.
    words: Vec<&'static str>,
    /// What it is here.
    #[serde(serialize_with = "english")]
    #[schemars(with = "String")]
    here: Msg,
    #[serde(skip)]
    is_command: bool,
}

fn english<S: serde::Serializer>(msg: &Msg, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&msg.text(Lang::En))
}

/// All the words: what `cop help words` answers with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct Words {
    /// Words for one thing together.
    words: Vec<Entry>,
}

/// All the words.
pub(super) fn all() -> Words {
    let entry = |(words, here): &(&'static str, Here)| Entry {
        words: words.split(' ').collect(),
        here: here.says(),
        is_command: !matches!(here, Here::File),
    };
    Words { words: WORDS.iter().filter(|(_, here)| here.is_known()).map(entry).collect() }
}

impl View for Words {
    const SCHEMA: &'static str = "help-words";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let words = |entry: &Entry| Line::from(entry.words.join(", "));
        let (commands, others): (Vec<&Entry>, Vec<&Entry>) = self.words.iter().partition(|entry| entry.is_command);
        let commands = commands.into_iter().map(|entry| (Line::new().command(look.say(&entry.here)), words(entry)));
        let mut blocks = vec![Block::Line(look.say(&msg!("words-intro")).into()), Block::Blank, Block::Facts(commands.collect())];
        for entry in others {
            blocks.extend([Block::Blank, Block::Line(words(entry)), Block::Items(vec![look.say(&entry.here).into()])]);
        }
        blocks
    }
}

#[cfg(test)]
mod tests {
    use super::{Here, WORDS, meaning};
    use crate::base::lang::Lang;

    #[test]
    fn what_to_type_has_words_that_begin_with_the_command() {
        for here in WORDS.iter().map(|(_, here)| here) {
            let Here::With(_, command) = here else { continue };
            for lang in Lang::ALL {
                assert!(here.says().text(lang).starts_with(command), "{here:?} in {lang:?}");
            }
        }
    }

    #[test]
    fn no_word_is_a_command_or_there_twice() {
        let commands = super::super::command(Lang::En);
        let words: Vec<&str> = WORDS.iter().flat_map(|(words, _)| words.split(' ')).collect();
        for word in &words {
            assert!(commands.find_subcommand(word).is_none(), "{word}");
            assert_eq!(words.iter().filter(|other| *other == word).count(), 1, "{word}");
            assert!(word.to_lowercase() == **word, "{word}");
        }
        assert!(meaning("Grep").is_some());
        assert!(meaning("dance").is_none());
    }
}

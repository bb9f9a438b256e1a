//! Another search for one that found nothing.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::lang::{Arg, Msg};
use crate::base::shell::quoted;
use crate::msg;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::Block;

use super::echo;

/// A search that finds something where the one that was typed finds nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Instead {
    /// Why it is proposed.
    pub reason: Why,
    /// What to search for, with everything that was given as an option in it.
    pub query: String,
    /// What of it was not typed so, as it stands there.
    #[serde(skip)]
    pub(super) changed: String,
    /// What was typed where that stands now.
    #[serde(skip)]
    pub(super) typed: String,
    /// The conditions that leave nothing, as a query has them; absent for every other reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub without: Vec<String>,
    /// How many documents it finds.
    pub total: usize,
    /// The best of them.
    pub documents: Vec<Nearest>,
}

/// Why another search is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// A word or the value of a field was mistyped.
    Spelling,
    /// A condition leaves nothing.
    Condition,
    /// A word begins others.
    Beginning,
    /// A word is written as two here.
    Apart,
    /// Of a compound only a part is a word here.
    Part,
}

/// A document that comes near to what was searched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Nearest {
    /// `kind/slug`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The title.
    pub title: String,
}

impl Instead {
    /// What to say of it: why, and what to type; nothing of what is too long for that.
    pub(super) fn says(&self, command: &str) -> Option<Msg> {
        let (typed, words) = (echo::query(&self.typed), echo::query(&self.changed));
        echo::is_typable(command).then(|| match self.reason {
            Why::Spelling => msg!("search-did-you-mean", words = echo::query(&self.query), command = command),
            Why::Condition => {
                msg!("search-without", conditions = echo::query(&self.without.join(" ")), count = self.total, command = command)
            }
            Why::Beginning => msg!("search-beginning", words = words, count = self.total, command = command),
            Why::Apart => msg!("search-apart", typed = typed, words = words, count = self.total, command = command),
            Why::Part => msg!("search-part", typed = typed, words = words, count = self.total, command = command),
        })
    }

    /// What is typed for it, with such options.
    pub(super) fn command(&self, options: &str) -> String {
        format!("cop search {options}{}", quoted(&self.query))
    }

    /// The best of what it finds, each on a line of its own.
    pub(super) fn nearest(&self) -> Block {
        let items = self.documents.iter().map(|one| Line::new().plain(&one.title).plain("  ").path(&one.reference));
        Block::Items(items.collect())
    }
}

/// Something to say where there is nothing to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Words; a command among them stays in one piece.
    Words(Msg),
    /// The best of what another search finds.
    Nearest(Instead),
}

impl Said {
    /// As a block.
    pub fn block(&self, look: &Look) -> Block {
        match self {
            Self::Words(msg) => Block::Line(with_command(msg, look)),
            Self::Nearest(instead) => instead.nearest(),
        }
    }
}

/// The words of a message, in which the command is one: what breaks in two lines can't be copied.
fn with_command(msg: &Msg, look: &Look) -> Line {
    let text = look.say(msg);
    let command = if let Some(Arg::Text(command)) = msg.arg("command") { command } else { String::new() };
    match text.rsplit_once(&command).filter(|_| !command.is_empty()) {
        Some((before, after)) => Line::new().plain(before).command(command).plain(after),
        None => Line::new().plain(text),
    }
}

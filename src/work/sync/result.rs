//! What came in and what went out: what `sync` answers with.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::lang::Msg;
use crate::msg;
use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::look::Look;
use crate::show::view::{Block, Column, Status, Table, View};
use crate::store::git::sync::news::Fate;

/// So many documents are named on a screen.
const SHOWN: usize = 10;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It is new.
    New,
    /// It is another than it was.
    Changed,
    /// It is gone.
    Removed,
    /// It has another name.
    Renamed,
}

impl From<Fate> for Change {
    fn from(fate: Fate) -> Self {
        match fate {
            Fate::New => Self::New,
            Fate::Changed => Self::Changed,
            Fate::Gone => Self::Removed,
        }
    }
}

/// A file that came in or went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct News {
    /// `kind/slug`; null for what is no document.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The path from the community's root, of what is no document from the repository's.
    pub path: String,
    /// The document's title.
    pub title: Option<String>,
    /// Its kind.
    pub kind: Option<String>,
    /// What became of it.
    pub change: Change,
    /// What it was called, where it was renamed.
    pub from: Option<String>,
    /// The names of those who did that.
    pub by: Vec<String>,
    /// Its kind as the reader calls it.
    #[serde(skip)]
    pub(super) label: String,
    /// Whether it only goes along with what it belongs to, which is told of.
    #[serde(skip)]
    pub(super) goes_along: bool,
}

/// A branch that waits to be taken in.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The branch that is not to be written to.
    pub into: String,
    /// What the remote said about it.
    pub said: String,
}

/// A file that is left for a person.
#[derive(Clone, Debug)]
pub struct Left {
    /// From the repository's root.
    pub path: String,
    /// Whether both versions stand in it; else one side took it away.
    pub has_both: bool,
    /// Whether that was ours.
    pub is_ours_gone: bool,
    /// Whether it is a name of something that both call otherwise.
    pub is_renamed: bool,
    /// Whether it is on disk.
    pub is_there: bool,
    /// Who changed it, here and there.
    pub by: [String; 2],
    /// The fields and the text that contradict.
    pub what: Msg,
}

impl Left {
    /// Who did what, and what to do about it.
    fn says(&self) -> Msg {
        let [ours, theirs] = self.by.each_ref().map(|name| Msg::literal(name.clone()));
        let ours = if self.by[0].is_empty() { msg!("sync-you") } else { ours };
        let theirs = if self.by[1].is_empty() { msg!("sync-somebody") } else { theirs };
        let file = crate::base::shell::quoted(&self.path).into_owned();
        if self.has_both {
            return msg!("sync-left-both", path = &self.path, ours = ours, theirs = theirs, what = self.what.clone());
        }
        if self.is_renamed && !self.is_there {
            return msg!("sync-left-old-name", path = &self.path, file = file);
        }
        if self.is_renamed {
            let who = if self.is_ours_gone { theirs } else { ours };
            return msg!("sync-left-new-name", path = &self.path, file = file, who = who);
        }
        let (who, other) = if self.is_ours_gone { (ours, theirs) } else { (theirs, ours) };
        msg!("sync-left-gone", path = &self.path, file = file, who = who, other = other)
    }
}

/// What `sync` did.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Synced {
    /// What others did.
    pub received: Vec<News>,
    /// What they have from here now.
    pub sent: Vec<News>,
    /// The branch that it was sent to, or that waits to be taken in; null where nothing was to be sent.
    pub branch: Option<String>,
    /// Where a branch that waits is asked to be taken in.
    pub address: Option<String>,
    /// The files, from the repository's root, in which two versions are left for a person.
    pub conflicts: Vec<String>,
    /// Whether it is only what would be done.
    #[serde(skip)]
    pub is_only_shown: bool,
    /// The same, with what is known of each.
    #[serde(skip)]
    pub(super) left: Vec<Left>,
    /// The command that leads on from a dropped merge to how it was before what gave way to it.
    #[serde(skip)]
    pub(super) back: Option<String>,
    #[serde(skip)]
    #[schemars(skip)]
    pub(super) waiting: Option<Waiting>,
}

impl Synced {
    /// What is said beside the result, if there is something.
    pub fn says(&self) -> Vec<Msg> {
        let mut says = Vec::new();
        if let Some(waiting) = &self.waiting {
            says.push(msg!("sync-protected", name = &waiting.into));
        }
        says.extend(self.left.iter().take(SHOWN).map(Left::says));
        says.extend(self.left.iter().any(|left| left.has_both).then(|| msg!("sync-conflicts-how")));
        says
    }

    /// What a person types next to solve conflicts.
    pub fn next(&self) -> Vec<Msg> {
        if self.conflicts.is_empty() || self.is_only_shown {
            return Vec::new();
        }
        let drop = "git merge --abort";
        let stop = self.back.as_ref().map_or_else(|| drop.to_owned(), |back| format!("{drop} && {back}"));
        vec![msg!("sync-conflicts-go-on", command = "cop sync"), msg!("sync-conflicts-stop", command = stop)]
    }

    /// What the remote said of a branch that it does not take.
    pub fn heard(&self) -> Option<&str> {
        self.waiting.as_ref().map(|waiting| waiting.said.as_str()).filter(|said| !said.is_empty())
    }

    fn part(all: &[News], head: &Msg, look: &Look, blocks: &mut Vec<Block>) {
        if all.is_empty() {
            return;
        }
        blocks.push(Block::Line(Line::new().strong(look.say(head))));
        let mut table = Table::new([Column::new(), Column::new(), Column::new().min(20), Column::new().min(12).spare(1)]);
        let documents: Vec<&News> = all.iter().filter(|news| news.reference.is_some() && !news.goes_along).collect();
        for news in documents.iter().take(SHOWN) {
            let change = look.say(&match news.change {
                Change::New => msg!("sync-new"),
                Change::Changed => msg!("sync-changed"),
                Change::Removed => msg!("sync-removed"),
                Change::Renamed => msg!("sync-renamed"),
            });
            let by = if news.by.is_empty() { Line::new() } else { Line::new().person(news.by.join(", ")) };
            let title = news.title.clone().filter(|title| !title.is_empty()).unwrap_or_else(|| news.path.clone());
            let title = news.from.as_ref().map_or_else(|| title.clone(), |from| format!("{from} → {title}"));
            table.row([Line::of(Label::Dim, change), Line::of(Label::Dim, &news.label), Line::from(title), by]);
        }
        if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
        }
        let (more, others) = (documents.len().saturating_sub(SHOWN), all.iter().filter(|news| news.reference.is_none()).count());
        let rest = match (more, others) {
            (0, 0) => return,
            (0, others) => msg!("sync-others", count = others),
            (more, 0) => msg!("sync-more", count = more),
            (more, others) => msg!("sync-more-and-others", count = more, others = others),
        };
        blocks.push(Block::Line(Line::of(Label::Dim, look.say(&rest))));
    }
}

impl View for Synced {
    const SCHEMA: &'static str = "sync";

    fn blocks(&self, look: &Look) -> Vec<Block> {
        let mut blocks = Vec::new();
        let branch = self.branch.clone().unwrap_or_default();
        let (came, went) = match (self.is_only_shown, &self.waiting) {
            (true, _) => (msg!("sync-would-come"), msg!("sync-would-go", name = branch)),
            (false, None) => (msg!("sync-came"), msg!("sync-went", name = branch)),
            (false, Some(_)) => (msg!("sync-came"), msg!("sync-waits", name = branch)),
        };
        Self::part(&self.received, &came, look, &mut blocks);
        Self::part(&self.sent, &went, look, &mut blocks);
        if self.sent.is_empty() && self.waiting.is_some() {
            blocks.push(Block::Line(Line::from(look.say(&msg!("sync-waits-still", name = self.branch.clone().unwrap_or_default())))));
        }
        if let Some(address) = &self.address {
            blocks.push(Block::Bare(Line::new().path(address)));
        }
        if !self.conflicts.is_empty() {
            let head = if self.is_only_shown { msg!("sync-would-conflict") } else { msg!("sync-conflicts", count = self.conflicts.len()) };
            blocks.push(Block::Line(Line::new().strong(look.say(&head))));
            blocks.extend(self.conflicts.iter().map(|path| Block::Bare(Line::new().path(path))));
        }
        if blocks.is_empty() {
            blocks.push(Block::Line(Line::from(look.say(&msg!("sync-nothing")))));
        }
        blocks
    }

    fn status(&self) -> Status {
        if self.conflicts.is_empty() || self.is_only_shown { Status::Done } else { Status::Failed }
    }
}

//! Who in a community's history looks like one person, though their files do not say so: what `check` and `doctor` propose.

use crate::base::date::Date;
use crate::base::lang::{Lang, Msg};
use crate::model::contribution::{Author, Authors};
use crate::model::history::{CommitView, History};
use crate::model::identity::{account, shortened};
use crate::model::kinds::Kinds;
use crate::model::person::People;
use crate::model::same_person::{Active, Proposal, is_full_name, proposals};
use crate::msg;
use crate::show::clean::is_hidden;

use super::knowledge::Knowledge;

/// A history and those who are known: all that is needed to tell, and none of it looked at yet.
#[derive(Clone, Copy)]
pub struct Past<'a, 'p> {
    /// The history.
    pub history: &'a History,
    /// Who its authors are by what is known.
    pub authors: &'a Authors,
    /// The members.
    pub people: &'a People,
    /// Which files are documents.
    pub kinds: &'a Kinds,
    /// From the repository's root to the community's, with its slash.
    pub prefix: &'p str,
}

/// Who most likely is whom.
pub struct Same<'a> {
    /// Those who look like one person.
    pub proposals: Vec<Proposal>,
    /// What each author did with documents, of today or deleted since.
    pub active: Vec<Active>,
    authors: &'a [Author],
    /// Whether the community is the whole repository, so that its `.mailmap` is one of its files.
    pub is_whole: bool,
}

/// What a member's file would have to hold for an author to be that member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// An account on a git host, under `accounts`.
    Account,
    /// An address, under `emails`.
    Email,
}

impl Known {
    /// The field.
    pub fn field(self) -> &'static str {
        match self {
            Self::Account => "accounts",
            Self::Email => "emails",
        }
    }
}

impl<'a> Past<'a, '_> {
    /// Looks who most likely is whom.
    pub fn look(&self) -> Same<'a> {
        let active = self.active();
        let authors = self.authors.all();
        Same { proposals: proposals(authors, &active, self.people), active, authors, is_whole: self.prefix.is_empty() }
    }

    fn active(&self) -> Vec<Active> {
        let mut active = vec![Active::default(); self.authors.all().len()];
        let mut knowledge = Knowledge::of(self.history, self.kinds, self.prefix);
        for (commit, came) in self.history.commits().zip(arrivals(self.history)) {
            let is_own = commit.parents().len() < 2;
            let is_to_documents = is_own && commit.changes().iter().any(|change| knowledge.is_work(change));
            self.hands(commit).into_iter().for_each(|who| active[who].take(is_to_documents, commit.day(), came));
        }
        active
    }

    /// Everyone whom a commit names, each once.
    fn hands(&self, commit: CommitView<'_>) -> Vec<usize> {
        let named = commit.trailers().map(|(_, who)| who);
        let mut all: Vec<usize> = std::iter::once(commit.author()).chain(named).filter_map(|who| self.authors.of_identity(who)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// At which step of the branch each commit of a history came into it, in their order: the place of the commit along the first parents that
/// is the first to have it. What a merge brings in came with the merge, whatever date it has.
fn arrivals(history: &History) -> Vec<usize> {
    let parents: Vec<&[u32]> = history.commits().map(CommitView::parents).collect();
    let mut came = vec![usize::MAX; parents.len()];
    let mut steps = Vec::new();
    let mut at = parents.len().checked_sub(1);
    while let Some(step) = at {
        steps.push(step);
        at = parents[step].first().map(|parent| *parent as usize).filter(|parent| *parent < step);
    }
    for step in steps.into_iter().rev() {
        let mut open = vec![step];
        while let Some(at) = open.pop() {
            if came[at] == usize::MAX {
                came[at] = step;
                open.extend(parents[at].iter().map(|parent| *parent as usize));
            }
        }
    }
    came
}

impl Same<'_> {
    /// What an author of a proposal is called: the newest name of theirs that is no address.
    pub fn name(&self, at: usize) -> String {
        let author = &self.authors[at];
        let name = author.names.iter().rfind(|name| !name.contains('@'));
        name.cloned().unwrap_or_else(|| author.name.clone())
    }

    /// What the one person is called that a proposal without a member makes of its authors: by a full name if there is one, and else by that
    /// of who has most commits; never by a nickname in place of a name.
    pub fn called(&self, proposal: &Proposal) -> String {
        let mut best: Option<((bool, usize), &String)> = None;
        // Whose address stays comes first, and of one author the newest name.
        for who in proposal.authors.iter().rev() {
            for name in self.authors[*who].names.iter().rev().filter(|name| !name.contains('@')) {
                let worth = (is_full_name(name), self.active[*who].commits);
                if best.is_none_or(|(known, _)| worth > known) {
                    best = Some((worth, name));
                }
            }
        }
        best.map(|(_, name)| name.clone()).or_else(|| Some(self.name(*proposal.authors.last()?))).unwrap_or_default()
    }

    /// What an author's address is to a member's file: the account that it stands for, or itself.
    pub fn known(&self, at: usize) -> Option<(Known, String)> {
        let email = self.authors[at].emails.first()?;
        Some(account(email).map_or_else(|| (Known::Email, email.clone()), |account| (Known::Account, account)))
    }

    /// Who the authors of a proposal are, whose address was most likely the first before the others: each address, shortened, with how much
    /// was done from it and when.
    pub fn told(&self, proposal: &Proposal, lang: Lang) -> String {
        let told = |who: &usize| {
            let address = match self.known(*who) {
                Some((Known::Email, email)) => shortened(&email),
                Some((Known::Account, account)) => account,
                None => self.name(*who),
            };
            self.done(*who, &address).text(lang)
        };
        proposal.authors.iter().rev().map(told).collect::<Vec<_>>().join(", ")
    }

    /// An author by their whole address, with how much was done from it and when: for whoever has to tell it from another that is nearly it.
    pub fn whole(&self, who: usize) -> Msg {
        let name = || self.name(who);
        self.done(who, &self.authors[who].emails.first().cloned().unwrap_or_else(name))
    }

    fn done(&self, who: usize, address: &str) -> Msg {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let Active { commits, first, last, worked, .. } = self.active[who];
        // The days are those of what is counted.
        let (first, last) = worked.map_or((first, last), |(first, last)| (Some(first), Some(last)));
        let days = if first == last { 1 } else { 2 };
        msg!("same-told", address = address, count = commits, days = days, first = day(first), last = day(last))
    }

    /// The lines of a `.mailmap` that make one person of a proposal without a member, under their fullest name and the address that came
    /// first, which gets a line of its own if it goes by another name now. `None`
    /// where such a line would not be read as it was meant.
    pub fn mailmap(&self, proposal: &Proposal) -> Option<Vec<String>> {
        let (last, earlier) = proposal.authors.split_last()?;
        let (name, email) = (self.called(proposal), self.authors[*last].emails.first()?);
        let is_plain = |text: &str| !text.contains(['<', '>', '#', '\n', '\r']) && !text.chars().any(is_hidden);
        let emails: Vec<&String> = earlier.iter().flat_map(|who| &self.authors[*who].emails).collect();
        let fits = is_plain(&name) && std::iter::once(&email).chain(&emails).all(|email| is_plain(email));
        (fits && !name.is_empty()).then(|| {
            let own = (self.authors[*last].name != name).then(|| format!("{name} <{email}>"));
            own.into_iter().chain(emails.iter().map(|old| format!("{name} <{email}> <{old}>"))).collect()
        })
    }
}

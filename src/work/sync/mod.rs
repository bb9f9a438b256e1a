//! Sharing: what others sent comes in, what is here goes out. What `sync` does.

mod both;
mod left;
mod moved;
mod renamed;
pub mod result;
mod twice;
mod whole;

use std::path::Path;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::base::shell::quoted;
use crate::base::slug::slug;
use crate::model::document::Document;
use crate::model::history::{Identity, ObjectId};
use crate::msg;
use crate::store::git::open::Repo;
use crate::store::git::program::Program;
use crate::store::git::sync::mend;
use crate::store::git::sync::news::{self, Different};
use crate::store::git::sync::push::{Pushed, address, push, push_as, waiting};
use crate::store::git::sync::{self as git, Outcome, Route};
use crate::store::git::write::demand_rest;

use super::catalogue;
use super::session::Session;
use super::write::rename::aside::Same;
use renamed::{Renamed, Sides};
use result::{Change, News, Synced, Waiting};

/// So often it is tried again where somebody else sends at the same time.
const TRIES: usize = 5;

/// So many files are named that are not saved.
const NAMED: usize = 5;

/// How a person wants it.
#[derive(Clone, Copy)]
pub struct How<'h> {
    /// Only what would be done is shown. What is new is still fetched, which changes no file and no branch.
    pub dry_run: bool,
    /// Whether git may ask for a password.
    pub talks: bool,
    /// cop itself, which git runs to merge documents.
    pub program: &'h Path,
    /// Is told what is going on meanwhile.
    pub tell: &'h dyn Fn(&Msg),
}

/// Fetches, merges and sends. Where sending fails, what came in is told all the same: the error is beside the result.
///
/// # Errors
/// There is nobody to share with, git is in the middle of something, the remote can't be reached, or git refuses to merge. Then no
/// branch and no file is changed.
pub fn sync(session: &Session, how: How<'_>) -> Result<(Synced, Option<Error>)> {
    let repo = match session.repository() {
        Ok(Some(repo)) => repo,
        Ok(None) => return Err(Error::new(ErrorKind::Git, msg!("sync-no-repository")).hint(msg!("sync-no-repository-help"))),
        Err(reason) => return Err(reason.error()),
    };
    if !how.dry_run {
        finish(session, how)?;
    }
    demand_rest(repo)?;
    let route = git::route(repo)?;
    let program = Program::new(repo, how.talks)?;
    unsaved(session, repo, how)?;
    let mut run = Run { session, repo, program, route, how, done: Synced::default() };
    let failed = if how.dry_run { run.look().map(|()| None)? } else { run.carry_out()? };
    Ok((run.done, failed))
}

/// Commits a merge that is under way and in which nothing is left for a person.
///
/// # Errors
/// Something is left, or git says no.
pub fn finish(session: &Session, how: How<'_>) -> Result<()> {
    let Some(repo) = session.repo().filter(|repo| mend::is_under_way(repo)) else { return Ok(()) };
    let route = git::route(repo)?;
    // Somebody who merges something else may have stopped to look at it first.
    if !mend::is_of(repo, git::tip(repo, &route.tracking())) {
        let error = Error::new(ErrorKind::Git, msg!("sync-other-merge", name = route.name()));
        return Err(error.hint(msg!("sync-other-merge-help")));
    }
    let program = Program::new(repo, how.talks)?;
    let left = mend::solved(&program)?;
    if !left.is_empty() {
        return Err(mend::unfinished(repo, &left));
    }
    if let (Some(ours), Some(theirs)) = (git::tip(repo, "HEAD"), git::tip(repo, "MERGE_HEAD"))
        && let Some(base) = git::common(repo, ours, theirs)
    {
        let sides = Sides { base, ours, theirs };
        whole::demand(session, &program, sides)?;
        settle(session, &program, sides, &renamed::find(session, repo, sides)?, None, how)?;
    }
    mend::commit(&program)?;
    (how.tell)(&msg!("sync-finished"));
    Ok(())
}

/// Puts in order what a merge made of renamings, and brings what was written meanwhile after them.
fn settle(
    session: &Session,
    program: &Program<'_>,
    sides: Sides,
    all: &[Renamed],
    conflicts: Option<&[String]>,
    how: How<'_>,
) -> Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    // Otherwise a person has been over them already.
    if let Some(conflicts) = conflicts {
        both::mend(program, sides, all, conflicts)?;
    }
    let done = renamed::mend(session, program, sides, all, conflicts.unwrap_or_default())?;
    let (files, count) = renamed::follow(session, program, sides, &done)?;
    if count > 0 {
        (how.tell)(&msg!("sync-followed", count = count, files = files));
    }
    Ok(())
}

/// Tells of what is not committed, and so is not sent.
fn unsaved(session: &Session, repo: &Repo, how: How<'_>) -> Result<()> {
    let prefix = session.prefix();
    let exists = |path: &str| session.dir().join(path).is_file();
    let counts = |path: &str, is_known: bool| {
        is_known || path.strip_prefix(&prefix).is_some_and(|path| session.settings().kinds.claim(path, &exists).is_some())
    };
    let paths: Vec<String> = git::unsaved(repo)?.into_iter().filter(|(path, known)| counts(path, *known)).map(|(path, _)| path).collect();
    if paths.is_empty() {
        return Ok(());
    }
    let words: Vec<_> = paths.iter().take(NAMED).map(|path| quoted(path).into_owned()).collect();
    let rest = paths.len() - words.len();
    let names = if rest > 0 { msg!("sync-and-more", names = words.join(", "), count = rest) } else { Msg::literal(words.join(", ")) };
    (how.tell)(&msg!("sync-unsaved", count = paths.len(), names = names));
    let is_ours =
        paths.iter().all(|path| path.strip_prefix(&prefix).is_some_and(|path| session.settings().kinds.claim(path, &exists).is_some()));
    let files = if rest > 0 { "--all".to_owned() } else { words.join(" ") };
    let command = if is_ours { "cop save".to_owned() } else { format!("git add {files} && git commit") };
    (how.tell)(&msg!("sync-unsaved-help", command = command));
    Ok(())
}

/// One run of it.
struct Run<'s> {
    session: &'s Session,
    repo: &'s Repo,
    program: Program<'s>,
    route: Route,
    how: How<'s>,
    done: Synced,
}

impl Run<'_> {
    fn head(&self) -> Option<ObjectId> {
        git::tip(self.repo, "HEAD")
    }

    fn upstream(&self) -> Option<ObjectId> {
        git::tip(self.repo, &self.route.tracking())
    }

    /// What would come in and go out.
    fn look(&mut self) -> Result<()> {
        (self.how.tell)(&msg!("sync-fetching", remote = &self.route.remote));
        git::fetch(&self.program, &self.route)?;
        let (head, upstream) = (self.head(), self.upstream());
        let (ahead, behind) = git::apart(self.repo, head, upstream);
        self.done.is_only_shown = true;
        self.done.branch = Some(self.route.name());
        if behind > 0 {
            let start = if ahead > 0 { self.common(head, upstream) } else { head };
            self.done.received = self.news(start, upstream)?;
            if ahead > 0 {
                let all = git::foreseen(&self.program, &self.route, self.how.program)?.unwrap_or_default();
                let sides = self.sides(head, upstream);
                let renamed = self.renamed(sides)?;
                let (mut aside, mut both) = (Vec::new(), Vec::new());
                if let Some(sides) = sides {
                    aside = self.twice(sides, &renamed)?;
                    both = both::settled(self.repo, sides, &renamed);
                }
                let is_mended = |path: &String| {
                    let clean = |sides| renamed.iter().any(|one| one.from == *path && renamed::is_clean(self.repo, sides, one));
                    sides.is_some_and(clean)
                };
                let is_settled = |path: &String| is_mended(path) || aside.contains(path) || both.contains(&path.as_str());
                self.done.conflicts = all.into_iter().filter(|path| !is_settled(path)).collect();
            }
        }
        if ahead > 0 {
            let start = if behind > 0 { self.common(head, upstream) } else { upstream };
            self.done.sent = self.news(start, head)?;
        }
        Ok(())
    }

    /// Where two commits began to differ.
    fn common(&self, one: Option<ObjectId>, other: Option<ObjectId>) -> Option<ObjectId> {
        git::common(self.repo, one?, other?)
    }

    /// What the two histories have; `None` where one of them has all of the other.
    fn sides(&self, head: Option<ObjectId>, upstream: Option<ObjectId>) -> Option<Sides> {
        let sides = Sides { base: self.common(head, upstream)?, ours: head?, theirs: upstream? };
        (sides.base != sides.ours && sides.base != sides.theirs).then_some(sides)
    }

    /// What was renamed on either side.
    fn renamed(&self, sides: Option<Sides>) -> Result<Vec<Renamed>> {
        sides.map_or(Ok(Vec::new()), |sides| renamed::find(self.session, self.repo, sides))
    }

    /// The paths of the documents that would give way, from the repository's root.
    fn twice(&self, sides: Sides, renamed: &[Renamed]) -> Result<Vec<String>> {
        let (all, _) = twice::find(self.session, self.repo, sides, renamed)?;
        Ok(all.into_iter().map(|twice| self.session.prefix() + &twice.path).collect())
    }

    /// Lets a document that was given the same name or number here and there give way, and one that was renamed on both sides; the commit that
    /// this ends with.
    fn make_room(&self, head: Option<ObjectId>, upstream: Option<ObjectId>) -> Result<Option<ObjectId>> {
        let Some(sides) = self.sides(head, upstream) else { return Ok(head) };
        let renamed = self.renamed(Some(sides))?;
        let who = |by: &[Identity]| {
            let who = Some(self.names(by).join(", ")).filter(|names| !names.is_empty());
            who.map_or_else(|| msg!("sync-somebody"), Msg::literal)
        };
        for (twice, to) in twice::make_room(self.session, self.repo, sides, &renamed)? {
            (self.how.tell)(&match twice.same {
                Same::Path => msg!("sync-aside", from = twice.path, who = who(&twice.by), to = to),
                Same::Number => msg!("sync-renumbered", from = twice.path, who = who(&twice.by), to = to),
            });
        }
        for both in both::agree(self.session, self.repo, sides, &renamed)? {
            let (title, reference) = both.theirs;
            let command = format!("cop rename {} {}", quoted(&reference), quoted(&both.ours));
            if title == both.ours {
                continue;
            }
            let msg = msg!("sync-both-renamed", from = both.from, who = who(&both.by), title = title, own = both.ours, command = command);
            (self.how.tell)(&msg);
        }
        Ok(self.head())
    }

    /// Merges, and finds again what git takes for added and removed.
    fn merged(&self, head: Option<ObjectId>, upstream: Option<ObjectId>, message: &str) -> Result<Outcome> {
        let sides = self.sides(head, upstream);
        let all = self.renamed(sides)?;
        let outcome = git::merge(&self.program, &self.route, self.how.program, message, all.is_empty())?;
        let Some(sides) = sides.filter(|_| !all.is_empty()) else { return Ok(outcome) };
        let conflicts: Vec<String> = match outcome {
            Outcome::Merged => Vec::new(),
            Outcome::Conflicts(all) => all.into_iter().map(|conflict| conflict.path).collect(),
        };
        settle(self.session, &self.program, sides, &all, Some(&conflicts), self.how)?;
        let left = git::conflicts(self.repo);
        if !left.is_empty() {
            return Ok(Outcome::Conflicts(left));
        }
        mend::commit(&self.program)?;
        Ok(Outcome::Merged)
    }

    fn carry_out(&mut self) -> Result<Option<Error>> {
        for _ in 0..TRIES {
            (self.how.tell)(&msg!("sync-fetching", remote = &self.route.remote));
            git::fetch(&self.program, &self.route).map_err(|error| self.so_far(error))?;
            if !self.take_in()? {
                return Ok(None);
            }
            let (head, upstream) = (self.head(), self.upstream());
            let Some(tip) = head else {
                return Err(Error::new(ErrorKind::Git, msg!("sync-nothing-yet")).hint(msg!("sync-nothing-yet-help")));
            };
            let (ahead, _) = git::apart(self.repo, head, upstream);
            // What was taken in there in another form is not sent again.
            if ahead == 0 || upstream.is_some_and(|upstream| git::are_alike(self.repo, tip, upstream)) {
                return Ok(None);
            }
            (self.how.tell)(&msg!("sync-sending", name = format!("{}/{}", self.route.push_remote, self.route.target())));
            match push(&self.program, &self.route) {
                Ok(Pushed::Sent(_)) => {
                    self.done.sent = self.news(upstream, head)?;
                    self.done.branch = Some(format!("{}/{}", self.route.push_remote, self.route.target()));
                    return Ok(None);
                }
                Ok(Pushed::Moved) if self.route.push_remote == self.route.remote => {}
                Ok(Pushed::Moved) => return Ok(Some(self.elsewhere())),
                Ok(Pushed::Refused(said)) => return self.ask_for_it(tip, upstream, &said),
                Err(error) => return Ok(Some(error.hint(msg!("sync-kept-help")))),
            }
        }
        Ok(Some(Error::new(ErrorKind::Busy, msg!("sync-moved", name = self.route.name(), count = TRIES)).hint(msg!("sync-moved-help"))))
    }

    /// An error of the second round and later: what came in before stays.
    fn so_far(&self, error: Error) -> Error {
        if self.done.received.is_empty() { error } else { error.hint(msg!("sync-kept-help")) }
    }

    /// The remote that is sent to has what the one that is fetched from has not.
    fn elsewhere(&self) -> Error {
        let (remote, branch) = (&self.route.push_remote, self.route.target());
        Error::new(ErrorKind::Git, msg!("sync-elsewhere", remote = remote, branch = branch))
            .hint(msg!("sync-elsewhere-help", command = format!("git pull --no-rebase {} {}", quoted(remote), quoted(branch))))
    }

    /// Merges what was fetched; whether there is something to go on with.
    fn take_in(&mut self) -> Result<bool> {
        let (head, upstream) = (self.head(), self.upstream());
        let (ahead, behind) = git::apart(self.repo, head, upstream);
        if behind == 0 {
            return Ok(true);
        }
        let lang = self.session.settings().tongue();
        let message = msg!("commit-sync", name = self.route.name()).text(lang);
        let start = if ahead > 0 { self.common(head, upstream) } else { head };
        let before = head;
        let head = self.make_room(before, upstream)?;
        let back = before.filter(|_| head != before).map(|before| format!("git reset --keep {before}"));
        let outcome = self.merged(head, upstream, &message).map_err(|error| match &back {
            Some(back) => error.hint(msg!("sync-room-stays", command = back)),
            None => error,
        })?;
        let came = self.news(start, upstream)?;
        for news in came {
            self.done.received.retain(|known| known.path != news.path);
            self.done.received.push(news);
        }
        match outcome {
            Outcome::Merged => Ok(true),
            Outcome::Conflicts(all) => {
                self.done.left = left::all(self.session, self.repo, start, [head, upstream], &all)?;
                self.label()?;
                self.done.back = back;
                self.done.conflicts = all.into_iter().map(|conflict| conflict.path).collect();
                Ok(false)
            }
        }
    }

    /// Says in the files that are left whose version is whose.
    fn label(&self) -> Result<()> {
        let lang = self.session.lang();
        for left in self.done.left.iter().filter(|left| left.has_both) {
            let other = if left.by[1].is_empty() { msg!("sync-somebody").text(lang) } else { left.by[1].clone() };
            let theirs = format!("{other} ({})", self.route.name());
            mend::label(self.repo, &left.path, &self.route.tracking(), &msg!("sync-mark-ours").text(lang), &theirs)?;
        }
        Ok(())
    }

    /// The names by which the community knows people.
    fn names(&self, by: &[Identity]) -> Vec<String> {
        by.iter().map(|author| left::name(self.session, author)).collect()
    }

    /// The branch itself is not to be written to: a branch of the person's own is sent, to be taken in by whoever may.
    fn ask_for_it(&mut self, tip: ObjectId, upstream: Option<ObjectId>, said: &str) -> Result<Option<Error>> {
        let own = format!("cop/{}", self.me());
        let found = waiting(self.repo, &self.route, &own);
        let stamp = || self.session.now().stamp(&self.session.settings().timezone);
        let name = found.as_ref().map_or_else(|| format!("{own}/{}", stamp()), |(name, _)| name.clone());
        self.done.waiting = Some(Waiting { into: format!("{}/{}", self.route.push_remote, self.route.target()), said: said.to_owned() });
        self.done.branch = Some(name.clone());
        if found.is_some_and(|(_, known)| known == tip) {
            self.done.address = address(self.repo, &self.route, &name, "");
            return Ok(None);
        }
        match push_as(&self.program, &self.route, &name) {
            Ok(Pushed::Sent(answer)) => {
                self.done.address = address(self.repo, &self.route, &name, &answer);
                self.done.sent = self.news(upstream, Some(tip))?;
                Ok(None)
            }
            Ok(Pushed::Moved) => Ok(Some(self.refused(said))),
            Ok(Pushed::Refused(again)) => Ok(Some(self.refused(&again))),
            Err(error) => Ok(Some(error.hint(msg!("sync-kept-help")))),
        }
    }

    /// Neither the branch nor one of the person's own is taken.
    fn refused(&mut self, said: &str) -> Error {
        (self.done.waiting, self.done.branch) = (None, None);
        let error = Error::new(ErrorKind::Git, msg!("sync-refused", name = self.route.name())).because(said);
        error.hint(msg!("sync-refused-help"))
    }

    /// What a branch of this person's is called after: their handle, else their name.
    fn me(&self) -> String {
        let named = || self.repo.identity().map(|(name, _)| slug(&name)).filter(|name| !name.is_empty());
        catalogue::me(self.session).or_else(named).unwrap_or_else(|| "somebody".to_owned())
    }

    /// What is different between two commits, documents first.
    fn news(&self, from: Option<ObjectId>, to: Option<ObjectId>) -> Result<Vec<News>> {
        let mut different = news::between(self.repo, from, to)?;
        moved::writers(self.session, self.repo, [from, to], &mut different)?;
        let renamed = moved::all(self.session, self.repo, [from, to], &different)?;
        let mut all: Vec<News> = Vec::with_capacity(different.len());
        let mut before: Vec<(String, News)> = Vec::new();
        for different in different {
            let old = renamed.iter().find(|(from, _)| *from == different.path).map(|(_, to)| to.clone());
            let news = self.told(different, [from, to]);
            match old {
                Some(to) => before.push((to, news)),
                None => all.push(news),
            }
        }
        let prefix = self.session.prefix();
        for (to, old) in before {
            let Some(new) = all.iter_mut().find(|news| to.strip_prefix(&prefix) == Some(&news.path)) else { continue };
            new.change = Change::Renamed;
            let is_along =
                |(from, pair): &(String, String)| renamed::moved(&(prefix.clone() + &old.path), from, pair).as_ref() == Some(&to);
            new.goes_along = new.reference.is_some() && renamed.iter().any(is_along);
            new.from = old.title.filter(|title| Some(title) != new.title.as_ref()).or(Some(old.path));
        }
        all.sort_by_key(|news| news.reference.is_none());
        Ok(all)
    }

    /// What became of a file between two commits.
    fn told(&self, different: Different, commits: [Option<ObjectId>; 2]) -> News {
        let Different { path, fate, blob, by } = different;
        let by = self.names(&by);
        let settings = self.session.settings();
        let own = path.strip_prefix(&self.session.prefix()).map(str::to_owned);
        // The question of an answer may be called otherwise here, or be gone.
        let is_in = |path: &str| commits.into_iter().flatten().any(|commit| mend::held(self.repo, commit, path).is_some());
        let exists = |path: &str| self.session.dir().join(path).is_file() || is_in(&(self.session.prefix() + path));
        let claim = own.as_deref().and_then(|own| settings.kinds.claim(own, &exists));
        let document = own.zip(claim).zip(self.session.blob(blob)).map(|((own, claim), text)| Document::read(&own, text, &claim, settings));
        match document {
            Some(document) => News {
                kind: Some(settings.kinds.at(document.kind).name.clone()),
                label: settings.kinds.at(document.kind).label(self.session.lang()).clone(),
                from: None,
                reference: Some(document.reference),
                title: Some(document.title),
                path: document.path,
                change: fate.into(),
                by,
                goes_along: false,
            },
            None => News {
                reference: None,
                path,
                title: None,
                kind: None,
                change: fate.into(),
                from: None,
                by,
                label: String::new(),
                goes_along: false,
            },
        }
    }
}

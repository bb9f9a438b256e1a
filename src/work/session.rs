//! What one run works with: the community's files, history and index, each opened when it is first asked for.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::clock::{Now, system_nanoseconds};
use crate::base::date::Date;
use crate::base::environment::Who;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::files::OwnFolder;
use crate::base::lang::{Lang, Msg};
use crate::base::lines::Lines;
use crate::base::place::Place;
use crate::model::community::Community;
use crate::model::contribution::Authors;
use crate::model::history::{Endings, History, ObjectId};
use crate::model::identity::Mailmap;
use crate::model::kind::Capability;
use crate::model::kinds::OwnKind;
use crate::model::names::Found;
use crate::model::person::{Member, People};
use crate::model::reading::{Fault, Weight};
use crate::model::settings::{FILE, Settings};
use crate::msg;
use crate::show::view::Remark;
use crate::store::git::begin::identity;
use crate::store::git::blobs::{Blobs, Content};
use crate::store::git::cache::{self, Loaded};
use crate::store::git::identity::mailmap;
use crate::store::git::open::{NoHistory, Repo};
use crate::store::git::sparse;
use crate::store::git::write::recover::{Recovered, recover};
use crate::store::index::{Index, NoPast, Pasts, Source};
use crate::store::workspace::discover::{Root, find};
use crate::store::workspace::load;
use crate::store::workspace::rules::RulePlaces;
use crate::store::workspace::table::Rows;
use crate::store::workspace::walk::{OddFile, Tree, names, walk};

use super::past::{self, Told, Unread};

/// What a session is opened with.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The folder that the community is looked for from.
    pub folder: PathBuf,
    /// What time it is.
    pub now: Now,
    /// The language of the screen, where the person says it.
    pub lang: Option<Lang>,
    /// Where data that can be made again is kept for this person.
    pub cache: Option<PathBuf>,
    /// Who makes and writes commits, where the environment says it.
    pub who: Who,
}

/// One run's hold on a community.
pub struct Session {
    opening: Opening,
    root: Root,
    settings: Arc<Settings>,
    faults: Vec<Fault>,
    repo: std::result::Result<Option<Repo>, NoHistory>,
    tree: OnceCell<Tree>,
    left_out: OnceCell<BTreeMap<String, ObjectId>>,
    names: OnceCell<Tree>,
    community: OnceCell<Community>,
    history: OnceCell<std::result::Result<Loaded, NoHistory>>,
    authors: OnceCell<Authors>,
    people: OnceCell<People>,
    mailmap: OnceCell<String>,
    rule_places: OnceCell<RulePlaces>,
    past_key: OnceCell<String>,
    index: RefCell<Option<Index>>,
    remarks: RefCell<Vec<Remark>>,
    writes: Cell<bool>,
}

impl Session {
    /// Finds the community and reads its settings.
    pub fn open(opening: Opening) -> Result<Self> {
        let mut root = find(&opening.folder)?;
        let repo = Repo::discover(&root.dir).map(|repo| repo.map(|repo| repo.by(opening.who.clone())));
        // What a write left that was cut off is put right before anything is read. Nearly always there is nothing.
        let recovered = repo.as_ref().ok().and_then(Option::as_ref).map_or(Ok(None), recover);
        if let Ok(Some(_)) = recovered {
            root = find(&opening.folder)?;
        }
        if let (Ok(Some(repo)), true) = (&repo, root.kinds.is_empty()) {
            root.kinds = sparse::own_kinds(repo, &root.dir);
        }
        let (settings, faults) = Settings::read(&root.settings, &root.kinds);
        let session = Self {
            opening,
            root,
            settings: Arc::new(settings),
            faults,
            repo,
            tree: OnceCell::new(),
            left_out: OnceCell::new(),
            names: OnceCell::new(),
            community: OnceCell::new(),
            history: OnceCell::new(),
            authors: OnceCell::new(),
            people: OnceCell::new(),
            mailmap: OnceCell::new(),
            rule_places: OnceCell::new(),
            past_key: OnceCell::new(),
            index: RefCell::new(None),
            remarks: RefCell::new(Vec::new()),
            writes: Cell::new(false),
        };
        let met = match recovered {
            Ok(None) => None,
            Ok(Some(Recovered::Completed)) => Some(("write-completed", msg!("recovered-completed"))),
            Ok(Some(Recovered::Withdrawn)) => Some(("write-withdrawn", msg!("recovered-withdrawn"))),
            // Reading goes on all the same; a write stops at this.
            Err(error) => Some(("write-half", msg!("recovered-not", why = error.msg().clone()))),
        };
        if let Some((code, msg)) = met {
            session.remark(Remark { code, msg, place: None });
        }
        Ok(session)
    }

    /// The same community as it is now, with nothing known of how it was.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn anew(&self) -> Result<Self> {
        Self::open(self.opening.clone())
    }

    /// The same, at another moment.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn anew_at(&self, now: Now) -> Result<Self> {
        Self::open(Opening { now, ..self.opening.clone() })
    }

    /// Demands settings without an error; what is only a warning is remarked on.
    pub fn demand_settings(&self) -> Result<()> {
        if let Some(fault) = self.faults.iter().find(|fault| fault.weight == Weight::Error) {
            return Err(self.fault(fault));
        }
        for fault in &self.faults {
            let place = self.place(fault);
            self.remark(Remark { code: fault.problem.rule, msg: fault.problem.msg.clone(), place: Some(place.0) });
        }
        Ok(())
    }

    fn fault(&self, fault: &Fault) -> Error {
        let (place, line) = self.place(fault);
        let error = Error::new(ErrorKind::Settings, fault.problem.msg.clone()).at(place).line(line);
        match &fault.problem.help {
            Some(help) => error.hint(help.clone()),
            None => error,
        }
    }

    /// Where a fault stands, and the line's text.
    pub fn place(&self, fault: &Fault) -> (Place, String) {
        let own = self.root.kinds.iter().find(|kind| kind.path == fault.file);
        let text = if fault.file == FILE { Some(&self.root.settings) } else { own.map(|kind| &kind.text) };
        let Some(text) = text else { return (Place::file(&fault.file), String::new()) };
        let lines = Lines::new(text);
        let position = lines.position(text, fault.problem.span.start);
        (Place::at(&fault.file, position), lines.text(text, position.0).to_owned())
    }

    /// What the community says about itself.
    pub fn settings(&self) -> &Arc<Settings> {
        &self.settings
    }

    /// What is wrong with that.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The text of `community.yaml`.
    pub fn settings_text(&self) -> &str {
        &self.root.settings
    }

    /// The community's own kinds.
    pub fn own_kinds(&self) -> &[OwnKind] {
        &self.root.kinds
    }

    /// The community's folder.
    pub fn dir(&self) -> &Path {
        &self.root.dir
    }

    /// The language of the screen: the person's, else the community's.
    pub fn lang(&self) -> Lang {
        self.opening.lang.or_else(|| Lang::of(&self.settings.language)).unwrap_or_default()
    }

    /// The moment that the run began.
    pub fn now(&self) -> Now {
        self.opening.now
    }

    /// What day it is for the community.
    pub fn today(&self) -> Date {
        self.opening.now.today(&self.settings.timezone)
    }

    /// Notes something that was met on the way.
    pub fn remark(&self, remark: Remark) {
        let mut remarks = self.remarks.borrow_mut();
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }

    /// Says that the run is about to change something: names are proposed for that then, and not to be looked at.
    pub fn about_to_write(&self) {
        self.writes.set(true);
    }

    /// Whether the run is about to change something.
    pub fn is_writing(&self) -> bool {
        self.writes.get()
    }

    /// Advice for who typed a name that nothing has, with one that is near to it.
    pub fn propose(&self, name: &str) -> Msg {
        if self.writes.get() { msg!("usage-nearest", name = name) } else { msg!("document-near", name = name) }
    }

    /// What was met on the way so far.
    pub fn remarks(&self) -> Vec<Remark> {
        self.remarks.borrow().clone()
    }

    /// The repository that the community stands in; `None` outside git or where git can't be read.
    pub fn repo(&self) -> Option<&Repo> {
        self.repo.as_ref().ok().and_then(Option::as_ref)
    }

    /// The same, or why git can't be read.
    pub fn repository(&self) -> std::result::Result<Option<&Repo>, &NoHistory> {
        self.repo.as_ref().map(Option::as_ref)
    }

    /// From the repository's root to the community's, with its slash; empty where they are the same.
    pub fn prefix(&self) -> String {
        let below = self.repo().and_then(|repo| self.root.dir.strip_prefix(repo.root()).ok());
        let parts: Vec<_> =
            below.into_iter().flat_map(Path::components).map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        if parts.is_empty() { String::new() } else { parts.join("/") + "/" }
    }

    /// The folder in which the person stands.
    pub fn folder(&self) -> &Path {
        &self.opening.folder
    }

    /// Where rules about ignored files come from that do not stand below the community.
    pub fn rule_places(&self) -> &RulePlaces {
        self.rule_places.get_or_init(|| {
            self.repo().map_or_else(RulePlaces::default, |repo| RulePlaces {
                work_tree: Some(repo.root().to_owned()),
                exclude: Some(repo.common_dir().join("info/exclude")),
                excludes_file: repo.excludes_file(),
                ignore_case: repo.ignores_case(),
            })
        })
    }

    /// The files that are there.
    pub fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| walk(&self.root.dir, self.rule_places()))
    }

    /// The paths of all files. They can be had for less than the tree; where that is known already, they are its.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let tree = self.tree.get().unwrap_or_else(|| self.names.get_or_init(|| names(&self.root.dir, self.rule_places(), &|_| true)));
        tree.files.iter().map(|seen| seen.path.as_str())
    }

    /// The paths of at least the files in the root and in those folders below it that `enter` takes, which is asked of a folder's path after
    /// that of the one above it. Of a few folders they can be had for much less than all.
    pub fn paths_in(&self, enter: &dyn Fn(&str) -> bool) -> Vec<String> {
        if self.tree.get().or(self.names.get()).is_some() {
            return self.paths().map(str::to_owned).collect();
        }
        names(&self.root.dir, self.rule_places(), enter).files.into_iter().map(|seen| seen.path).collect()
    }

    /// Who runs cop, a half that neither the environment nor git's configuration says being `None`: name and address.
    pub fn identity(&self) -> (Option<String>, Option<String>) {
        identity(self.repo(), &self.opening.who)
    }

    /// The whole community, every document read.
    pub fn community(&self) -> &Community {
        self.community.get_or_init(|| {
            let paths = self.tree().files.iter().map(|seen| seen.path.as_str());
            load::community(&self.root.dir, self.settings.clone(), self.faults.clone(), paths, self.left_out())
        })
    }

    /// The paths of the files that a sparse checkout leaves out of the work tree, with what they hold.
    pub fn left_out(&self) -> &BTreeMap<String, ObjectId> {
        self.left_out.get_or_init(|| self.repo().map(|repo| sparse::absent(repo, &self.root.dir)).unwrap_or_default())
    }

    /// The history that the community stands in.
    ///
    /// # Errors
    /// There is none, or git can't be read: the error says why and what to do.
    pub fn history(&self) -> Result<&History> {
        self.loaded_history().map(|loaded| &loaded.history)
    }

    /// The repository.
    ///
    /// # Errors
    /// There is none, or git can't be read: the error says why and what to do.
    pub fn demand_repo(&self) -> Result<&Repo> {
        match &self.repo {
            Ok(Some(repo)) => Ok(repo),
            Ok(None) => Err(Error::new(ErrorKind::NoHistory, msg!("history-no-git")).hint(msg!("history-no-git-help"))),
            Err(reason) => Err(reason.error()),
        }
    }

    fn loaded_history(&self) -> Result<&Loaded> {
        let repo = self.demand_repo()?;
        let endings = || Endings::with(self.settings.kinds.endings());
        let loaded = self.history.get_or_init(|| cache::history(repo, &repo.own_folder(&self.root.dir), &endings()));
        loaded.as_ref().map_err(NoHistory::error)
    }

    /// What to tell whoever reads something that rests on history: what is missing of it, or went since it was last read.
    pub fn history_notes(&self) -> Vec<Msg> {
        let Ok(loaded) = self.loaded_history() else { return Vec::new() };
        let mut notes = loaded.history.gaps().notes();
        if loaded.gone > 0 {
            notes.push(msg!("git-rewritten", count = loaded.gone));
        }
        notes.extend(self.repo().and_then(Repo::unborn_beside_others).map(|branch| msg!("git-unborn", branch = branch)));
        notes
    }

    /// The history if there is one, else nothing; where there is a repository, why is remarked on.
    pub fn history_if_any(&self) -> Option<&History> {
        match self.history() {
            Ok(history) => {
                for note in self.history_notes() {
                    self.remark(Remark { code: "history-gaps", msg: note, place: None });
                }
                Some(history)
            }
            // A folder without git is no news: who asks for history itself is told, and `doctor` says it.
            Err(_) if matches!(self.repo, Ok(None)) => None,
            Err(error) => {
                self.remark(Remark { code: "no-history", msg: error.msg().clone(), place: None });
                None
            }
        }
    }

    /// Remarks on what history lacks, or on why there is none.
    pub fn remark_on_history(&self) {
        self.history_if_any();
    }

    /// Who the authors of history are.
    ///
    /// # Errors
    /// As [`Self::history`].
    pub fn authors(&self) -> Result<&Authors> {
        let history = self.history()?;
        Ok(self.authors.get_or_init(|| {
            let mailmap = Mailmap::parse(self.mailmap());
            let prefix = self.prefix();
            let first = |member: &Member| history.of_path(&format!("{prefix}{}", member.path)).next().map(|change| change.commit);
            let aged = self.people().by_age(first);
            Authors::of(history, &mailmap, aged.as_ref().unwrap_or(self.people()), &self.settings.bots)
        }))
    }

    /// The members; only their files are read, unless all have been already.
    pub fn people(&self) -> &People {
        self.people.get_or_init(|| {
            if let Some(community) = self.community.get() {
                return community.people().clone();
            }
            let kinds = &self.settings.kinds;
            let paths = self.paths_in(&|folder| kinds.may_stand_below(folder, &|kind| kind.has(Capability::Person)));
            load::people(&self.root.dir, &self.settings, paths.iter().map(String::as_str))
        })
    }

    /// The repository's `.mailmap`, empty where there is none.
    fn mailmap(&self) -> &str {
        self.mailmap.get_or_init(|| self.repo().map(|repo| mailmap(repo.root())).unwrap_or_default())
    }

    /// Asks the index, which is brought up to date before it answers; what went wrong with it is remarked on.
    ///
    /// # Errors
    /// It can't be made, not even in memory.
    pub fn ask<T>(&self, ask: impl FnOnce(&mut Index, &Source<'_>) -> Result<T>) -> Result<T> {
        if self.repo.is_err() {
            // What is found lacks what history would tell, whether or not the index is made now.
            self.remark_on_history();
        }
        let source = Source {
            root: &self.root.dir,
            places: self.rule_places(),
            settings: &self.settings,
            now: system_nanoseconds(),
            past_key: self.past_key(),
            pasts: &|files| self.pasts(files),
        };
        let mut index = self.index.borrow_mut();
        let index = index.get_or_insert_with(|| Index::open(self.own_dir().map(|own| own.inside("index"))));
        let answer = ask(index, &source)?;
        for trouble in index.trouble() {
            self.remark(Remark { code: trouble.code(), msg: trouble.msg(), place: None });
        }
        if let Some((file, trouble)) = index.unread_rules().find_map(|file| Some((file, file.trouble?))) {
            self.remark(Remark { code: "ignore-rules", msg: trouble.msg(), place: Some(Place::file(&file.path)) });
        }
        if let [first, more @ ..] = index.unread(&self.settings.kinds) {
            self.remark(Remark { code: "unread", msg: msg!("index-unread", more = more.len()), place: Some(Place::file(first.as_str())) });
        }
        Ok(answer)
    }

    /// What names the history that is there, as it was when it was first asked: by it the index is brought up to date, and only then.
    pub fn past_key(&self) -> &str {
        self.past_key.get_or_init(|| {
            let standing = self.repo().map(|repo| cache::standing(repo, &repo.own_folder(&self.root.dir)));
            past::key(self.tip(), &standing.unwrap_or_default(), self.mailmap())
        })
    }

    /// What history tells, for the index.
    fn pasts(&self, files: &Rows) -> Box<dyn Pasts + '_> {
        if self.people.get().is_none() {
            // The index knows what is there; to walk the folders for the members' files would take longer than all the rest. They
            // are read while history is.
            let (dir, settings) = (&*self.root.dir, &*self.settings);
            let people = std::thread::scope(|scope| {
                let people = scope.spawn(|| load::people(dir, settings, files.iter().map(|(path, _)| path)));
                let _ = self.loaded_history();
                people.join().ok()
            });
            if let Some(people) = people {
                self.people.get_or_init(|| people);
            }
        }
        let read = (self.history_if_any(), self.authors(), self.loaded_history());
        let (Some(history), Ok(authors), Ok(loaded)) = read else {
            return if self.repo().is_some() { Box::new(Unread) } else { Box::new(NoPast) };
        };
        // The commit that the history ends with, which need not be the newest any more: then the new ones are asked of next time.
        let key = past::key(loaded.tip, &loaded.standing, self.mailmap());
        let (mailmap, people) = (Mailmap::parse(self.mailmap()), self.people());
        Box::new(Told { history, authors, mailmap, people, prefix: self.prefix(), settings: &self.settings, files: files.clone(), key })
    }

    /// The newest commit, if there is one.
    fn tip(&self) -> Option<ObjectId> {
        self.repo().and_then(|repo| repo.tip().ok().flatten())
    }

    /// The folder of cop's own for this community: in the git folder, else in the person's cache; `None` where neither is.
    pub fn own_dir(&self) -> Option<OwnFolder> {
        if let Some(repo) = self.repo() {
            return Some(repo.own_folder(&self.root.dir));
        }
        let name = blake3::hash(self.root.dir.as_os_str().as_encoded_bytes()).to_hex();
        Some(OwnFolder::new(self.opening.cache.as_ref()?, Path::new("cop").join(&name[..16])))
    }

    /// An old version of a file.
    pub fn blob(&self, id: ObjectId) -> Option<Arc<str>> {
        let blobs = Blobs::of(self.repo()?)?;
        match blobs.read(id, self.settings.limits.file) {
            Content::Bytes(bytes) => String::from_utf8(bytes).ok().map(Into::into),
            Content::TooLarge(_) | Content::Missing => None,
        }
    }

    /// What a commit says below its subject.
    pub fn body(&self, commit: ObjectId) -> Option<String> {
        Blobs::of(self.repo()?)?.body(commit, self.settings.limits.file)
    }

    /// The document that a person means.
    ///
    /// # Errors
    /// No document, or more than one, is called so; the error proposes what is.
    pub fn document(&self, typed: &str) -> Result<usize> {
        let community = self.community();
        let typed = self.seen_from_here(typed);
        let member = typed.strip_prefix('@').and_then(|handle| {
            let member = community.people().by_handle(handle)?;
            community.names().by_path(&member.path)
        });
        if let Some(at) = member {
            return Ok(at);
        }
        let show = |at: &usize| community.documents()[*at].reference.clone();
        match community.find(&typed) {
            Found::One(at) => Ok(at),
            Found::Several(several) => {
                let error = Error::new(ErrorKind::Ambiguous, msg!("document-several", name = &typed, count = several.len()));
                // Two with one ref are told apart by their paths, which are names too.
                let is_only = |at: &usize| several.iter().filter(|other| show(other) == show(at)).count() == 1;
                let name = |at: &usize| if is_only(at) { show(at) } else { community.documents()[*at].path.clone() };
                Err(several.iter().take(5).fold(error, |error, at| error.hint(msg!("document-one-of", name = name(at)))))
            }
            Found::Nothing(near) => {
                if let Some(at) = self.numbered(&typed) {
                    return Ok(at);
                }
                if let Some(error) = self.unread(&typed) {
                    return Err(error);
                }
                let error = Error::new(ErrorKind::NotFound, msg!("document-unknown", name = &typed));
                let error = near.iter().fold(error, |error, at| error.hint(self.propose(&show(at))));
                Err(error)
            }
        }
    }

    /// A document by its kind and number, as people say it: `decision 4`, `besluit 0004`.
    fn numbered(&self, typed: &str) -> Option<usize> {
        let (kind, number) = typed.trim().rsplit_once(' ')?;
        let kind = self.settings.kinds.meant_by(kind).filter(|kind| kind.numbered.is_some())?;
        let number: u32 = number.trim_start_matches('#').parse().ok()?;
        let community = self.community();
        let mut named = community.documents().iter().enumerate().filter(|(_, document)| {
            let own = community.kind(document);
            own.name == kind.name && document.number(own) == Some(number)
        });
        // Of two with one number neither is the one that was meant.
        named.next().filter(|_| named.next().is_none()).map(|(at, _)| at)
    }

    /// A file or folder that was typed from where the person stands, as the community has it; the root is empty.
    ///
    /// # Errors
    /// Nothing stands there, or it is outside the community.
    pub fn path_from_here(&self, typed: &str) -> Result<String> {
        let tries = [self.opening.folder.join(typed), self.root.dir.join(typed)];
        let found = tries.iter().find_map(|path| path.canonicalize().ok());
        let unknown = || Error::new(ErrorKind::NotFound, msg!("path-unknown", path = typed));
        let below = found.as_deref().ok_or_else(unknown)?.strip_prefix(&self.root.dir);
        let below = below.map_err(|_| Error::new(ErrorKind::Usage, msg!("path-outside", path = typed)))?;
        Ok(below.to_string_lossy().replace('\\', "/"))
    }

    /// Why what is called so, or stands at that path, is no document: it can't be read, or is no file.
    fn unread(&self, typed: &str) -> Option<Error> {
        let community = self.community();
        let odd = || self.tree().odd.iter();
        let (path, msg, help) = if let Some(unread) = community.unread_called(typed.trim_start_matches('@')) {
            (&unread.path, unread.problem.msg.clone(), unread.problem.help.clone())
        } else {
            let last = |path: &str| path.rsplit('/').next().unwrap_or_default().split('.').next() == Some(typed);
            let called = || odd().find(|(path, _)| last(path) && self.settings.kinds.wants(path));
            let (path, why) = odd().find(|(path, _)| path == typed).or_else(called)?;
            let msg = match why {
                OddFile::Unreadable(cause) => msg!("file-unreadable", cause = cause),
                _ => msg!("file-not-regular"),
            };
            (path, msg, None)
        };
        let error = Error::new(ErrorKind::Io, msg).at(Place::file(path));
        Some(help.into_iter().fold(error, Error::hint))
    }

    /// A folder that can't be read and in which documents might stand.
    pub fn closed_folder(&self) -> Option<&str> {
        let closed = |(path, odd): &&(String, OddFile)| matches!(odd, OddFile::Unreadable(_)) && self.settings.kinds.wants_at(path);
        self.tree().odd.iter().find(closed).map(|(path, _)| path.as_str())
    }

    /// A path that was typed from where the person stands, as the community has it; anything else as it was typed.
    pub fn seen_from_here(&self, typed: &str) -> String {
        let path = self.opening.folder.join(typed);
        let inside = path.canonicalize().ok().filter(|path| path.is_file());
        let below = inside.as_deref().and_then(|path| path.strip_prefix(&self.root.dir).ok());
        below.map_or_else(|| typed.to_owned(), |below| below.to_string_lossy().replace('\\', "/"))
    }
}

//! The slow reference: what the `git` program says of a repository, put together without any of cop's code.
//!
//! A page is followed commit by commit, with the state of every parent at hand: which page is at which path. git's own
//! `log --follow` walks one line of time with one path and so loses a page that was renamed on one side of a merge; this
//! does not, and needs of git only what each commit did by itself.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::rc::Rc;
use std::thread;

/// A repository, and a home that is nobody's, from which git and cop are run.
pub(super) struct Place {
    pub(super) root: PathBuf,
    pub(super) home: PathBuf,
}

impl Place {
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).current_dir(&self.root);
        command.env("HOME", &self.home).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C.UTF-8");
        command.env("COP_NOW", "2026-11-22T09:00:00Z").env("TZ", "UTC");
        command
    }

    /// What git prints; `None` where it fails.
    pub(super) fn try_git(&self, arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
        let mut command = self.command("git");
        // Nothing is fetched: what is not here is not here for cop either.
        command.env("GIT_NO_LAZY_FETCH", "1").args(["-c", "safe.directory=*", "-c", "core.quotepath=false"]).args(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("git");
        let (mut stdin, input) = (child.stdin.take().expect("a pipe"), input.to_vec());
        let writer = thread::spawn(move || drop(stdin.write_all(&input)));
        let out = child.wait_with_output().expect("git");
        writer.join().expect("a writer that ends");
        out.status.success().then_some(out.stdout)
    }

    /// Runs cop.
    pub(super) fn cop(&self, arguments: &[&str]) -> Output {
        self.cop_in("en", arguments)
    }

    /// Runs cop for who reads that language.
    pub(super) fn cop_in(&self, lang: &str, arguments: &[&str]) -> Output {
        let mut cop = self.command(env!("CARGO_BIN_EXE_cop"));
        cop.env("COP_LANG", lang).args(arguments).stdin(Stdio::null()).output().expect("cop")
    }

    /// What cop answers as JSON; null where it was not carried out.
    pub(super) fn json(&self, arguments: &[&str]) -> serde_json::Value {
        serde_json::from_slice(&self.cop(arguments).stdout).unwrap_or_default()
    }
}

/// A commit as git tells it.
#[derive(Default)]
pub(super) struct Commit {
    pub(super) parents: Vec<String>,
    /// The author's day, where the author was.
    pub(super) day: String,
    /// Its author, as below; `None` for a program.
    pub(super) author: Option<String>,
    /// Who wrote it after the mailmap, by lower-case address or by `=name` where there is none; programs left out.
    pub(super) writers: BTreeSet<String>,
    /// Every path that it touched, before and after.
    pub(super) paths: BTreeSet<String>,
}

/// What git says of all that leads to `HEAD`.
pub(super) struct Told {
    pub(super) commits: HashMap<String, Commit>,
    /// Of each page at `HEAD`: the commits that touched it, and those that made it. Merges left out.
    pub(super) pages: BTreeMap<String, Life>,
    /// What was renamed to what, in the commit.
    pub(super) renames: BTreeSet<(String, String, String)>,
    /// The commits at which a shallow clone was cut.
    pub(super) cut: BTreeSet<String>,
}

/// What befell one page.
#[derive(Clone, Default)]
pub(super) struct Life {
    pub(super) commits: BTreeSet<String>,
    pub(super) made: BTreeSet<String>,
}

/// One line of `git log --raw`.
struct Raw {
    /// `A`, `M`, `D`, `R` or `T`.
    letter: char,
    from: String,
    to: String,
    /// Whether there is a regular file before and after.
    files: (bool, bool),
}

/// Which page is at which path.
#[derive(Clone, Default)]
struct State {
    at: BTreeMap<Rc<str>, usize>,
    /// What was deleted: whoever brings a path back brings that page back.
    gone: BTreeMap<Rc<str>, usize>,
}

impl Told {
    /// Asks git; `None` where it can't tell, as of a damaged repository. `endings` are those of page-like files, and `least` is from
    /// how many percent on two files are alike.
    pub(super) fn by(place: &Place, endings: &[&str], least: u8) -> Option<Self> {
        let graph = String::from_utf8(place.try_git(&["rev-list", "--topo-order", "--reverse", "--parents", "HEAD"], b"")?).ok()?;
        let graph: Vec<Vec<&str>> = graph.lines().map(|line| line.split(' ').collect()).collect();
        let mut commits = commits(place)?;
        let alike = format!("-M{least}%");
        let mut own = changes(place, &["--no-merges", "--full-history", &alike], endings)?;
        let cut = cut(place);
        let merged = changes(place, &["--merges", "--diff-merges=first-parent", "--no-renames"], &[])?;
        let mut walk = Walk::default();
        for line in &graph {
            let (id, parents) = line.split_first()?;
            let none = Vec::new();
            if parents.len() < 2 {
                walk.commit(id, parents, own.get(*id).unwrap_or(&none));
            } else {
                let is_page = |raw: &&Raw| endings.iter().any(|ending| raw.to.to_lowercase().ends_with(ending));
                walk.merge(id, parents, &merged.get(*id).unwrap_or(&none).iter().filter(is_page).collect::<Vec<_>>());
            }
        }
        let renames = own.iter().flat_map(|(id, all)| all.iter().map(move |raw| (id, raw)));
        let renames =
            renames.filter(|(_, raw)| raw.letter == 'R').map(|(id, raw)| (id.clone(), raw.from.clone(), raw.to.clone())).collect();
        // Who made the first commit of a clone that was cut there did not make what it begins with.
        own.retain(|id, _| !cut.contains(id));
        for (id, all) in own {
            let commit = commits.entry(id).or_default();
            commit.paths.extend(all.into_iter().flat_map(|raw| [raw.from, raw.to]));
        }
        walk.did.retain(|(_, id, _)| !cut.contains(id));
        let pages = walk.lives(graph.last()?.first()?);
        Some(Self { commits, pages, renames, cut })
    }
}

/// The commits at which a shallow clone was cut.
fn cut(place: &Place) -> BTreeSet<String> {
    let file = place.try_git(&["rev-parse", "--git-path", "shallow"], b"").unwrap_or_default();
    let file = place.root.join(String::from_utf8_lossy(&file).trim());
    std::fs::read_to_string(file).unwrap_or_default().lines().map(str::to_owned).collect()
}

/// What each commit did with files of these endings, or with all.
fn changes(place: &Place, how: &[&str], endings: &[&str]) -> Option<HashMap<String, Vec<Raw>>> {
    let specs: Vec<String> = endings.iter().map(|ending| format!(":(icase,glob)**/*{ending}")).collect();
    let mut arguments = vec!["log", "--raw", "--no-abbrev", "-z", "--root", "--format=%x01%H%x02"];
    arguments.extend(how);
    arguments.extend(["HEAD", "--"]);
    arguments.extend(specs.iter().map(String::as_str));
    let out = place.try_git(&arguments, b"")?;
    let mut all = HashMap::new();
    for record in out.split(|&byte| byte == 1).skip(1) {
        let (id, rest) = record.split_at_checked(40)?;
        let mut words =
            rest.split(|&byte| byte == 0).map(|word| String::from_utf8_lossy(word).trim_start_matches(['\u{2}', '\n']).to_owned());
        let mut list = Vec::new();
        while let Some(word) = words.next() {
            let Some(about) = word.strip_prefix(':') else { continue };
            let letter = about.rsplit(' ').next()?.chars().next()?;
            let from = words.next()?;
            let to = if letter == 'R' { words.next()? } else { from.clone() };
            let mut modes = about.split(' ').map(|mode| mode.starts_with("100"));
            list.push(Raw { letter, from, to, files: (modes.next()?, modes.next()?) });
        }
        all.insert(String::from_utf8_lossy(id).into_owned(), list);
    }
    Some(all)
}

/// Who wrote what and when.
fn commits(place: &Place) -> Option<HashMap<String, Commit>> {
    let format = "--format=%x01%H%x00%P%x00%an%x00%ae%x00%ad%x00%B";
    // Of a day before 1970 git only tells the seconds.
    let log = place.try_git(&["log", "--encoding=UTF-8", "--date=raw", format, "HEAD"], b"")?;
    let log = String::from_utf8_lossy(&log);
    let mut people: Vec<(String, String)> = Vec::new();
    let mut found = Vec::new();
    for record in log.split('\u{1}').skip(1) {
        let [id, parents, name, email, day, message] = record.splitn(6, '\0').collect::<Vec<_>>().try_into().ok()?;
        let co_authors = message.lines().filter_map(|line| {
            let (key, value) = line.trim().split_once(':')?;
            let (name, rest) = value.split_once('<')?;
            let is_one = key.trim_end().eq_ignore_ascii_case("co-authored-by");
            is_one.then(|| (name.trim().to_owned(), rest.split('>').next().unwrap_or_default().trim().to_owned()))
        });
        let named = co_authors.filter(|(_, email)| !email.is_empty());
        let writers: Vec<_> = std::iter::once((name.trim().to_owned(), email.trim().to_owned())).chain(named).collect();
        people.extend(writers.iter().cloned());
        found.push((id, parents, day_of(day).unwrap_or_default(), writers));
    }
    people.sort();
    people.dedup();
    let known = mailmap(place, &people)?;
    let one = |(id, parents, day, writers): (&str, &str, String, Vec<_>)| {
        let key = |who: &(String, String)| known.get(who).cloned().flatten();
        let (author, writers) = (writers.first().and_then(key), writers.iter().filter_map(key).collect());
        let parents = parents.split_whitespace().map(str::to_owned).collect();
        (id.to_owned(), Commit { parents, day, author, writers, paths: BTreeSet::new() })
    };
    Some(found.into_iter().map(one).collect())
}

/// The day of `SECONDS ZONE`, where that zone is.
fn day_of(raw: &str) -> Option<String> {
    let (seconds, zone) = raw.split_once(' ')?;
    let zone: i64 = zone.parse().ok()?;
    let minutes = zone.abs() / 100 * 60 + zone.abs() % 100;
    let days = (seconds.parse::<i64>().ok()? + zone.signum() * minutes * 60).div_euclid(86_400);
    // Counted from March of the year 0, so that the day that comes and goes is the last.
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    Some(format!("{:04}-{month:02}-{day:02}", year + era * 400 + i64::from(month < 3)))
}

/// How many commits everyone wrote by `git shortlog`, merges and co-authors left out, by lower-case address.
pub(super) fn shortlog(place: &Place) -> BTreeMap<String, usize> {
    let out = place.try_git(&["shortlog", "-sne", "--no-merges", "HEAD"], b"").expect("a shortlog");
    let mut counts = BTreeMap::new();
    for line in String::from_utf8_lossy(&out).lines() {
        let (count, who) = line.trim().split_once('\t').expect("a count");
        let email = who.rsplit_once('<').map_or("", |(_, rest)| rest.trim_end_matches('>'));
        *counts.entry(email.to_lowercase()).or_default() += count.parse::<usize>().expect("a number");
    }
    counts
}

/// Who people are by `git check-mailmap`; programs are nobody.
fn mailmap(place: &Place, people: &[(String, String)]) -> Option<HashMap<(String, String), Option<String>>> {
    let mut known = HashMap::new();
    // What would break its lines, or is no address, goes by as it is.
    let is_plain = |(name, email): &&(String, String)| !email.is_empty() && !format!("{name}{email}").contains(['<', '>', '\n']);
    let plain: Vec<_> = people.iter().filter(is_plain).collect();
    let lines: Vec<_> = plain.iter().map(|(name, email)| format!("{name} <{email}>\n")).collect();
    let lines = lines.concat();
    let out = place.try_git(&["check-mailmap", "--stdin"], lines.as_bytes())?;
    let out = String::from_utf8_lossy(&out);
    let mapped: Vec<_> = out.split('\n').filter(|line| !line.is_empty()).collect();
    assert_eq!(mapped.len(), plain.len(), "{}", place.root.display());
    let mapped: HashMap<_, _> = plain.into_iter().zip(mapped).collect();
    for who in people {
        let resolved = mapped.get(who).and_then(|line| line.rsplit_once('<'));
        let (name, email) = resolved.map_or((who.0.as_str(), who.1.as_str()), |(name, rest)| (name.trim(), rest.trim_end_matches('>')));
        let is_bot = name.ends_with("[bot]") || email.split('@').next().is_some_and(|user| user.ends_with("[bot]"));
        let is_bot = is_bot || name.eq_ignore_ascii_case("github") && email.eq_ignore_ascii_case("noreply@github.com");
        let key = if email.is_empty() { format!("={}", name.to_lowercase()) } else { email.to_lowercase() };
        known.insert(who.clone(), (!is_bot).then_some(key));
    }
    Some(known)
}

/// The walk from the oldest commit on.
#[derive(Default)]
struct Walk {
    states: HashMap<String, Rc<State>>,
    /// The page that a page turned out to be, itself if none.
    same: Vec<usize>,
    /// What was done with which page, and whether that made it.
    did: Vec<(usize, String, bool)>,
}

impl Walk {
    fn new_page(&mut self) -> usize {
        self.same.push(self.same.len());
        self.same.len() - 1
    }

    fn root(&self, mut page: usize) -> usize {
        while self.same[page] != page {
            page = self.same[page];
        }
        page
    }

    fn commit(&mut self, id: &str, parents: &[&str], changes: &[Raw]) {
        let before = parents.first().and_then(|parent| self.states.get(*parent)).cloned().unwrap_or_default();
        if changes.is_empty() {
            self.states.insert(id.to_owned(), before);
            return;
        }
        let mut state = State::clone(&before);
        for raw in changes.iter().filter(|raw| matches!(raw.letter, 'D' | 'R')) {
            let page = state.at.remove(raw.from.as_str());
            if let (Some(page), 'D') = (page, raw.letter) {
                self.did.push((page, id.to_owned(), false));
                state.gone.insert(raw.from.as_str().into(), page);
            } else {
                state.gone.remove(raw.from.as_str());
            }
        }
        for raw in changes.iter().filter(|raw| raw.letter != 'D' && (raw.files.0 || raw.files.1)) {
            let held = before.at.get(raw.from.as_str()).filter(|_| raw.letter != 'A');
            let back = state.gone.remove(raw.to.as_str()).filter(|_| raw.letter == 'A');
            let page = held.copied().or(back).unwrap_or_else(|| self.new_page());
            // A link that becomes a file is a page from then on.
            self.did.push((page, id.to_owned(), raw.letter == 'A' || held.is_none()));
            state.at.insert(raw.to.as_str().into(), page);
        }
        self.states.insert(id.to_owned(), Rc::new(state));
    }

    /// What a merge leaves where: in every path what its parents have there, unless one of them has moved that elsewhere.
    fn merge(&mut self, id: &str, parents: &[&str], against_first: &[&Raw]) {
        let states: Vec<_> = parents.iter().map(|parent| self.states.get(*parent).cloned().unwrap_or_default()).collect();
        let mut paths: BTreeSet<Rc<str>> = states.first().map(|state| state.at.keys().cloned().collect()).unwrap_or_default();
        for raw in against_first {
            if raw.letter == 'D' || !raw.files.1 {
                paths.remove(raw.to.as_str());
            } else {
                paths.insert(raw.to.as_str().into());
            }
        }
        let homes: Vec<BTreeMap<usize, &Rc<str>>> =
            states.iter().map(|state| state.at.iter().map(|(path, page)| (self.root(*page), path)).collect()).collect();
        let mut state = State::default();
        let mut joined = Vec::new();
        for path in &paths {
            let mut held: Vec<usize> = states.iter().filter_map(|state| state.at.get(path)).map(|page| self.root(*page)).collect();
            held.dedup();
            if held.len() > 1 {
                let moved =
                    |page: &usize| homes.iter().any(|home| home.get(page).is_some_and(|other| *other != path && paths.contains(*other)));
                let still: Vec<_> = held.iter().copied().filter(|page| !moved(page)).collect();
                held = if still.is_empty() { held[..1].to_vec() } else { still };
            }
            let page = match held.first() {
                Some(first) => {
                    joined.extend(held[1..].iter().map(|other| (*first, *other)));
                    *first
                }
                None => states.iter().find_map(|state| state.gone.get(path)).copied().unwrap_or_else(|| self.new_page()),
            };
            state.at.insert(path.clone(), page);
        }
        let lost = states.iter().flat_map(|state| state.gone.iter().chain(&state.at));
        state.gone = lost.filter(|(path, _)| !paths.contains(*path)).map(|(path, page)| (path.clone(), *page)).collect();
        let still: BTreeSet<usize> = state.at.values().map(|page| self.root(*page)).collect();
        state.gone.retain(|_, page| !still.contains(&self.root(*page)));
        for (one, other) in joined {
            let (one, other) = (self.root(one), self.root(other));
            self.same[other] = one;
        }
        self.states.insert(id.to_owned(), Rc::new(state));
    }

    fn lives(self, head: &str) -> BTreeMap<String, Life> {
        let mut lives: HashMap<usize, Life> = HashMap::new();
        for (page, commit, is_new) in &self.did {
            let life = lives.entry(self.root(*page)).or_default();
            life.commits.insert(commit.clone());
            if *is_new {
                life.made.insert(commit.clone());
            }
        }
        let head = self.states.get(head).cloned().unwrap_or_default();
        let life = |page: &usize| lives.get(&self.root(*page)).cloned().unwrap_or_default();
        head.at.iter().map(|(path, page)| (path.to_string(), life(page))).collect()
    }
}

/// The commits that git itself gives a page when it follows it, and whether it went by a step that is no rename: a copy.
pub(super) fn followed(place: &Place, path: &str, told: &Told) -> Option<(BTreeSet<String>, bool)> {
    let out = place.try_git(&["log", "--follow", "--no-merges", "-M", "--name-status", "-z", "--format=%x01%H%x02", "--", path], b"")?;
    let out = String::from_utf8_lossy(&out);
    let (mut commits, mut copied) = (BTreeSet::new(), false);
    for record in out.split('\u{1}').skip(1) {
        let (id, rest) = record.split_once('\u{2}')?;
        let mut words = rest.split('\0').map(|word| word.trim_start_matches('\n')).filter(|word| !word.is_empty());
        while let Some(letter) = words.next() {
            let from = words.next().unwrap_or_default();
            if letter.starts_with(['R', 'C']) {
                let to = words.next().unwrap_or_default();
                copied |= !told.renames.contains(&(id.to_owned(), from.to_owned(), to.to_owned()));
            }
        }
        if !told.cut.contains(id) {
            commits.insert(id.to_owned());
        }
    }
    Some((commits, copied))
}

/// Where a repository stands that may be bare or odd.
pub(super) fn is_there(root: &Path) -> bool {
    root.join(".git").exists()
}

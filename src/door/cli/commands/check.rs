//! `cop check`

use std::collections::BTreeSet;
use std::time::Instant;

use clap::Args;

use crate::base::environment::INDEX;
use crate::base::error::{Error, ErrorKind, Result};
use crate::base::shell::quoted;
use crate::door::cli::watching;
use crate::model::finding::{Mend, Severity};
use crate::msg;
use crate::show::formats as general;
use crate::show::look::Look;
use crate::show::view::Status;
use crate::work::checking;
use crate::work::checks::baseline::Baseline;
use crate::work::checks::explain::{RuleList, explain};
use crate::work::checks::formats::{self, ReportFormat};
use crate::work::checks::report::Report;
use crate::work::checks::selection::Selection;
use crate::work::compared::{Change, caused};
use crate::work::governing::prove;
use crate::work::session::Session;
use crate::work::unclaimed::Unclaimed;
use crate::work::write::fixes::{Fixes, fixes};
use crate::work::write::{How, Written, baseline, mend};

use super::Door;

/// So many files are named that are left as they are.
const NAMED: usize = 5;

/// Check that everything holds together, and say how to mend what does not
#[derive(Debug, Args)]
#[command(after_help = "\
Forms of the answer: text, for people; concise, a line a finding; json and jsonl, for programs; csv, for spreadsheets; \
paths, the files with findings; md, a summary for a pull request; sarif, for code scanning; junit, for test reports; \
github, for notes beside the lines of a pull request; gitlab, for its report of code quality; rdjson, for reviewdog.\n\
Status 0: no error was found; 1: one was, or with --deny a warning or a note; 2: the check was not carried out, as where a commit or a file that is named is not there. \
15,000 documents take a second or two; where nothing changed since the last check of everything, none is read.\n\
--fix asks on a terminal, one by one, who of the people without a file is one person and which address stays, and writes that to \
.mailmap, with addresses that stand in commits already; never unasked, for anybody can type a name and an address in git. An address \
that looks like a member's goes into their file only if you say so, asked on a terminal or with --same: ask them first, for whose \
address is in that file acts as the member.\n\
A line <!-- cop-allow: RULE why --> before what is right as it is lets it be; at the top of a document, in all of it.\n\
cop check practices --ignore STW\n\
cop check --fix --dry-run\n\
cop check --fix --same anna\n\
cop check -f github --deny warnings\n\
cop check --watch\n\
cop check --history --base origin/main")]
pub(crate) struct Check {
    /// Only these files and folders
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Only these rules: codes, names, or the letters of an area
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Not these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// Say no to warnings, or even notes, as to errors
    #[arg(long, value_name = "SEVERITY", value_parser = ["warnings", "notes"])]
    deny: Option<String>,
    /// Prove from the commits that only those decided who may (cop help governance)
    #[arg(long)]
    history: bool,
    /// Where to begin: the commit whose rules count at first, from outside the repository
    #[arg(long, value_name = "REV", requires = "history")]
    base: Option<String>,
    /// What a rule is about, why, and how to mend what it finds
    #[arg(long, value_name = "RULE", conflicts_with_all = ["rules", "paths", "history"])]
    explain: Option<String>,
    /// All rules, with how much they matter here
    #[arg(long, conflicts_with_all = ["paths", "history"])]
    rules: bool,
    /// Mend what is surely right, and what I say is, in one commit
    #[arg(long, group = "writes", conflicts_with_all = ["rules", "explain", "history"])]
    fix: bool,
    /// Only what differs since this commit, or since the branch left it, caused: also in files that did not change
    #[arg(long, value_name = "REV", conflicts_with_all = ["rules", "explain", "fix", "history"])]
    changed_since: Option<String>,
    /// Only what is staged, and what that caused: for a hook before a commit
    #[arg(long, conflicts_with_all = ["rules", "explain", "fix", "history", "changed_since"])]
    staged: bool,
    /// Check again whenever something changes, until Ctrl-C
    #[arg(long, conflicts_with_all = ["rules", "explain", "history", "fix", "write_baseline", "staged"])]
    watch: bool,
    /// Another file of findings to let be than .cop/check-baseline.tsv
    #[arg(long, value_name = "FILE", conflicts_with_all = ["rules", "explain"])]
    baseline: Option<String>,
    /// Let be from now on what is found now: only what is new is told
    #[arg(long, group = "writes", conflicts_with_all = ["rules", "explain", "history", "paths", "select", "ignore", "changed_since", "staged"])]
    write_baseline: bool,
    /// Tell also what the baseline lets be
    #[arg(long, conflicts_with_all = ["rules", "explain", "baseline", "write_baseline"])]
    no_baseline: bool,
    /// With --fix: mend also what is most likely meant
    #[arg(long, requires = "fix")]
    unsafe_fixes: bool,
    /// With --fix: what looks like this member's is theirs, and goes into their file; of several the one with =PART of it
    #[arg(long, value_name = "MEMBER[=PART]", requires = "fix", value_delimiter = ',')]
    same: Vec<String>,
    /// With --fix or --write-baseline: only show what would change
    #[arg(long, requires = "writes")]
    dry_run: bool,
    /// With --fix or --write-baseline: write the files and commit nothing
    #[arg(long, requires = "writes")]
    no_commit: bool,
    /// With --fix: commit my own changes of the same files with it
    #[arg(long, requires = "fix", conflicts_with = "no_commit")]
    with_my_edits: bool,
    /// With --fix: ask nothing
    #[arg(short, long, requires = "fix")]
    yes: bool,
}

impl Check {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        if self.rules || self.explain.is_some() {
            // The rules are the same everywhere; a community only weighs them.
            let settings = door.lenient_session().ok().map(|session| session.settings().clone());
            return match &self.explain {
                Some(rule) => door.show(&explain(rule, settings.as_deref())?),
                None => door.show(&RuleList::new(settings.as_deref())),
            };
        }
        let name = door.global.format();
        let format = formats::find(name);
        if format.is_none() && general::find(name, true).is_err() {
            let names: Vec<&str> = general::names(true).chain(formats::names()).collect();
            let error = Error::new(ErrorKind::Usage, msg!("format-unknown", name = name));
            return Err(error.hint(msg!("format-choose", names = names.join(", "))));
        }
        if self.watch {
            return self.watch(door, format);
        }
        let start = Instant::now();
        let session = match (self.fix || self.write_baseline, self.dry_run) {
            (true, true) => door.writable()?,
            (true, false) => door.writing()?,
            (false, _) => door.lenient_session()?,
        };
        let selection = self.selection(session)?;
        self.tell_of_unclaimed(door, session)?;
        let mut report = self.look(door, session, &selection)?;
        if self.write_baseline {
            return self.keep(door, session, &report);
        }
        let known = self.known(session)?;
        let mut left = known.clone();
        report = report.without(&mut left);
        self.tell_of_mended(door, session, &left);
        self.tell_of_left_out(door, session);
        if self.fix {
            let edited = mend::edited(session, &self.how()).unwrap_or_default();
            let fixes = self.fixes(&edited, |held| fixes(session, &report, &selection, &known, self.unsafe_fixes, held));
            self.tell_of_edited(door, &fixes, &edited)?;
            self.demand_word(door, session, &fixes)?;
            if self.dry_run {
                return self.mend(door, session, &report, &fixes)?.map_or(Ok(Status::Done), |mended| door.wrote(&mended));
            }
            if self.mend(door, session, &report, &fixes)?.is_some() {
                let session = session.anew()?;
                report = checking::run(&session, &selection).without(&mut self.known(&session)?);
                let uncertain = mend::uncertain(&session);
                if uncertain > 0 && door.talks() {
                    door.ui().tell(&msg!("mend-uncertain", count = uncertain));
                }
            }
            report.is_mended = true;
        }
        report.deny = match self.deny.as_deref() {
            Some("warnings") => Severity::Warning,
            Some("notes") => Severity::Note,
            _ => Severity::Error,
        };
        if door.ui().is_interactive() {
            report.took = Some(start.elapsed());
        }
        report.is_staged = self.staged;
        Self::write(door, session, format, &report)
    }

    /// Writes a report in its form.
    fn write(door: &Door<'_>, session: &Session, format: Option<&'static dyn ReportFormat>, report: &Report) -> Result<Status> {
        match format {
            // What is for whoever reads a pull request is in the community's language, whoever runs the check, unless they say one.
            Some(format) if format.is_general() => {
                let lang = door.environment.lang.unwrap_or_else(|| session.settings().tongue());
                door.write(report, |look| format.write(report, &Look { lang, ..look.clone() }))
            }
            Some(format) => door.write(report, |look| format.write(report, look)),
            None => door.show(report),
        }
    }

    /// Checks again whenever something changes.
    fn watch(&self, door: &Door<'_>, format: Option<&'static dyn ReportFormat>) -> Result<Status> {
        watching::demand_form(door.global.format())?;
        let write = |report: &Report, look: &Look| format.map_or_else(|| watching::text(report, look), |format| format.write(report, look));
        let check = |session: &Session| {
            let report = self.look(door, session, &self.selection(session)?)?;
            Ok(report.without(&mut self.known(session)?))
        };
        watching::watch(door, door.lenient_session()?, self.baseline.as_deref(), &write, &check)
    }

    /// Which files and rules are chosen.
    fn selection(&self, session: &Session) -> Result<Selection> {
        let paths = self.paths.iter().map(|path| session.path_from_here(path)).collect::<Result<_>>()?;
        Selection::new(self.select.clone(), self.ignore.clone(), paths, &session.settings().check.own)
    }

    /// What is let be.
    fn known(&self, session: &Session) -> Result<Baseline> {
        if self.no_baseline { Ok(Baseline::default()) } else { checking::baseline(session, self.baseline.as_deref()) }
    }

    /// Says which of the paths that a person names have nothing to check.
    fn tell_of_unclaimed(&self, door: &Door<'_>, session: &Session) -> Result<()> {
        for path in &self.paths {
            if let Some(msg) = Unclaimed::at(session, &session.path_from_here(path)?).filter(|_| !door.global.quiet) {
                door.ui().tell(&msg);
                door.ui().hint(&msg!("unclaimed-help"));
            }
        }
        Ok(())
    }

    /// Says how much of the baseline is left that was not found, where everything was looked for.
    fn tell_of_mended(&self, door: &Door<'_>, session: &Session, left: &Baseline) {
        let is_part = !session.left_out().is_empty();
        let is_chosen = is_part || !(self.paths.is_empty() && self.select.is_empty() && self.ignore.is_empty());
        if !is_chosen && self.changed_since.is_none() && !self.staged && !left.is_empty() && door.talks() {
            door.ui().tell(&msg!("baseline-mended", count = left.len()));
        }
    }

    /// Says how many documents are not checked because a sparse checkout leaves them out.
    fn tell_of_left_out(&self, door: &Door<'_>, session: &Session) {
        if !session.left_out().is_empty() && !self.staged && door.talks() {
            let count = session.community().left_out().all().len();
            if count > 0 {
                door.ui().tell(&msg!("check-left-out", count = count));
            }
        }
    }

    /// How what is mended is written.
    fn how(&self) -> How {
        How { no_commit: self.no_commit, with_my_edits: self.with_my_edits, dry_run: self.dry_run, ..How::default() }
    }

    /// What is mended by itself, where a person has `edited` files.
    fn fixes(&self, edited: &BTreeSet<String>, fixes: impl Fn(BTreeSet<String>) -> Fixes) -> Fixes {
        if !self.with_my_edits {
            // What only shows what would change is about the files as they stand.
            return fixes(if self.dry_run { BTreeSet::new() } else { edited.clone() });
        }
        let all = fixes(BTreeSet::new());
        // No error goes in with what is mended, as none does with `cop save`.
        let faulty: BTreeSet<String> = edited.intersection(all.faulty()).cloned().collect();
        if faulty.is_empty() { all } else { fixes(faulty) }
    }

    /// Says which files are left as they are because a person is changing them.
    ///
    /// # Errors
    /// There is nothing else to mend.
    fn tell_of_edited(&self, door: &Door<'_>, fixes: &Fixes, edited: &BTreeSet<String>) -> Result<()> {
        if let (Some(path), true) = (fixes.left().first(), fixes.is_empty() && self.same.is_empty() && !self.asks(door)) {
            return Err(mend::refusal(path, self.with_my_edits));
        }
        let shows = self.dry_run && !self.with_my_edits;
        let would_be: Vec<&str> = fixes.paths().into_iter().filter(|path| shows && edited.contains(*path)).collect();
        let left: Vec<&str> = if shows { would_be } else { fixes.left().iter().map(String::as_str).collect() };
        if !left.is_empty() && door.talks() {
            let more = left.len().saturating_sub(NAMED);
            let paths = left[..left.len() - more].join(", ");
            let would = if self.with_my_edits { "faulty" } else { ["no", "yes"][usize::from(shows)] };
            door.ui().tell(&msg!("mend-left", paths = paths, more = more, would = would));
            door.ui().hint(&mend::way_out(self.with_my_edits));
        }
        Ok(())
    }

    /// Asks whether so much is to be changed where no commit has what stands there now.
    ///
    /// # Errors
    /// It is not.
    fn demand_word(&self, door: &Door<'_>, session: &Session, fixes: &Fixes) -> Result<()> {
        if fixes.is_empty() || session.repo().is_some() || !self.asks(door) {
            return Ok(());
        }
        door.ui().tell(&msg!("mend-no-way-back"));
        if door.ask_whether(&msg!("mend-no-way-back-ask", count = fixes.documents()), false)? {
            return Ok(());
        }
        Err(Error::new(ErrorKind::Usage, msg!("ask-stopped")))
    }

    /// Looks at the files, and with --history at the commits.
    fn look(&self, door: &Door<'_>, session: &Session, selection: &Selection) -> Result<Report> {
        let change = match (&self.changed_since, self.staged) {
            (Some(name), _) => Some(Change::Since(name.trim().to_owned())),
            (None, true) => Some(Change::Staged(door.environment.look(INDEX).map(|index| door.environment.folder.join(index)))),
            (None, false) => None,
        };
        if let Some(change) = change {
            return caused(session, selection, &change);
        }
        if !self.history {
            return Ok(checking::run(session, selection));
        }
        let base = self.base.as_deref().map(str::trim).filter(|base| !base.is_empty());
        let base = base.ok_or_else(|| {
            let error = Error::new(ErrorKind::Usage, msg!("governance-no-base"));
            error.hint(msg!("governance-no-base-help")).hint(msg!("governance-no-base-more"))
        })?;
        let home = door.environment.look("HOME").map(std::path::Path::new);
        Ok(checking::with_history(session, selection, prove(session, base, home)?))
    }

    /// Writes what was found down, to be let be from now on.
    fn keep(&self, door: &Door<'_>, session: &Session, report: &Report) -> Result<Status> {
        let how = How { no_commit: self.no_commit, dry_run: self.dry_run, ..How::default() };
        let mut before = checking::baseline(session, self.baseline.as_deref()).unwrap_or_default();
        let new = if before.is_empty() { 0 } else { report.clone().without(&mut before).findings.len() };
        let kept = baseline::keep(session, report, self.baseline.as_deref(), &how)?;
        if door.talks() && !self.dry_run {
            door.ui().tell(&msg!("baseline-kept", count = kept.findings()));
        }
        if door.talks() && new > 0 {
            door.ui().tell(&msg!("baseline-new", count = new));
        }
        door.wrote(&kept)
    }

    /// Mends what the report says can be, and says what was done; `None` where there was nothing to mend, or nothing was wanted.
    fn mend(&self, door: &Door<'_>, session: &Session, report: &Report, fixes: &Fixes) -> Result<Option<mend::Mended>> {
        let how = self.how();
        let (ui, talks) = (door.ui(), door.talks());
        let same = mend::told(session, &self.same)?;
        let doubtful = mend::doubtful(session, report);
        let namesakes = mend::namesakes(session, report);
        let is_asked = self.asks(door) && !namesakes.is_empty();
        if doubtful.is_empty() && !is_asked && fixes.is_empty() && talks {
            ui.tell(&if namesakes.is_empty() { msg!("mend-nothing") } else { msg!("mend-unasked") });
        }
        let mut changes = self.wanted_of_namesakes(door, &namesakes)?;
        changes.extend(self.wanted_of_doubtful(door, &same, doubtful)?);
        if fixes.is_empty() && changes.is_empty() && (talks || !self.dry_run) {
            return Ok(None);
        }
        // What git would not commit can be mended all the same.
        let way_out = |error: Error| {
            if error.kind() == ErrorKind::Git && error.place().is_none() { error.hint(msg!("mend-no-commit")) } else { error }
        };
        let mended = mend::mend(session, fixes, &changes, &how).map_err(way_out)?;
        let done = fixes.rules_but(mended.kept());
        if talks && !done.is_empty() {
            let rules: Vec<String> = done.iter().map(|(rule, count)| format!("{count} × {rule}")).collect();
            let is_done = |path: &&str| !mended.kept().contains(*path) || fixes.has_text(path);
            let (rules, count) = (rules.join(", "), fixes.paths().into_iter().filter(is_done).count());
            ui.tell(&if self.dry_run {
                msg!("mend-fixable", rules = rules, count = count)
            } else {
                msg!("mend-fixed", rules = rules, count = count)
            });
        }
        for error in mended.refused() {
            ui.error(error);
        }
        if talks && !self.dry_run {
            let outcome = mended.outcome();
            outcome.heard().iter().for_each(|text| ui.pass_on(text));
            outcome.says().iter().for_each(|msg| ui.tell(msg));
        }
        Ok(Some(mended))
    }

    /// Whether what may be wrong is asked: never of who wants to be asked nothing.
    fn asks(&self, door: &Door<'_>) -> bool {
        !self.dry_run && !self.yes && door.asks()
    }

    /// Of whom a person says that they are one person, and which of the addresses stays: asked one by one, as each may be somebody else.
    fn wanted_of_namesakes<'r>(&self, door: &Door<'_>, namesakes: &'r [mend::Namesakes]) -> Result<Vec<&'r Mend>> {
        let mut wanted = Vec::new();
        for one in namesakes {
            if door.talks() && (self.dry_run || self.asks(door)) {
                door.ui().tell(&msg!("mend-unsure", what = one.who.clone()));
            }
            if !self.asks(door) {
                continue;
            }
            let lang = door.lang();
            let stays = one.choices.iter().map(|(address, _)| msg!("mend-namesakes-stays", address = address.text(lang)).text(lang));
            let choices: Vec<String> = std::iter::once(msg!("mend-namesakes-not").text(lang)).chain(stays).collect();
            let chosen = door.ask_which(&msg!("mend-namesakes-ask"), &choices)?;
            // The first is that they are not one person.
            if let Some((_, change)) = chosen.and_then(|at| one.choices.get(at.checked_sub(1)?)) {
                door.ui().tell(&mend::said(change));
                wanted.push(change);
            }
        }
        if self.dry_run && door.talks() && !namesakes.is_empty() {
            door.ui().tell(&msg!("mend-namesakes-help"));
        }
        Ok(wanted)
    }

    /// What a person says is right of what may be wrong: with `--same`, or asked one by one.
    fn wanted_of_doubtful<'r>(&self, door: &Door<'_>, same: &[mend::Told], doubtful: Vec<mend::Doubtful<'r>>) -> Result<Vec<&'r Mend>> {
        let asks = same.is_empty() && self.asks(door);
        // What is not asked stands in the report that follows, with what to type; a dry run ends without one.
        let tells = door.talks() && (asks || self.dry_run);
        let mut wanted = Vec::new();
        let mut left: Vec<String> = Vec::new();
        let meant = mend::meant(same, &doubtful)?;
        for (one, is_told) in doubtful.into_iter().zip(meant) {
            if is_told && door.talks() && !self.dry_run {
                door.ui().tell(&mend::said(one.change));
            } else if tells && !is_told {
                door.ui().tell(&msg!("mend-unsure", what = one.what));
            }
            let is_so = asks && door.ask_whether(&msg!("mend-same", handle = &one.handle), false)?;
            if is_so {
                door.ui().tell(&mend::said(one.change));
            }
            if is_told || is_so {
                wanted.push(one.change);
            } else if tells && !asks && !left.contains(&one.handle) {
                left.push(one.handle);
            }
        }
        for handle in left {
            let command = format!("cop check --fix --same {}", quoted(&handle));
            door.ui().tell(&msg!("mend-same-help", handle = &handle, command = command));
        }
        Ok(wanted)
    }
}

//! `cop init`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::{Lang, Msg};
use crate::model::finding::Severity;
use crate::model::host::Flavour;
use crate::msg;
use crate::show::formats;
use crate::show::look::Folder;
use crate::show::view::Status;
use crate::work::checking;
use crate::work::checks::report::Summary;
use crate::work::checks::selection::Selection;
use crate::work::found::{self, Ci, Founded, Ground, Wish};
use crate::work::session::{Opening, Session};
use crate::work::write::baseline::keep;
use crate::work::write::{How, Written};

use super::Door;

/// What checks the community at every push.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum CiName {
    /// GitHub Actions
    Github,
    /// GitLab CI
    Gitlab,
    /// Forgejo Actions
    Forgejo,
    /// Nothing
    None,
}

impl CiName {
    fn meant(self) -> Ci {
        match self {
            Self::Github => Ci::Of(Flavour::GitHub),
            Self::Gitlab => Ci::Of(Flavour::GitLab),
            Self::Forgejo => Ci::Of(Flavour::Forgejo),
            Self::None => Ci::None,
        }
    }
}

/// A language that cop writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LangName {
    /// English
    En,
    /// Dutch
    Nl,
}

/// Found a community, in a new folder or in a repository as it lies
#[derive(Debug, Args)]
#[command(after_help = "\
On a terminal it asks what no option says. Everything is one commit; where there is no git repository one is made.
In a repository with Markdown it recognises decision records, handbooks, reviewed pages and vaults, says so in community.yaml, moves nothing and overwrites nothing.
Your own page names the address that stands in your commits, or your account where that is a host's; so history knows what you do.
cop init archivists
cop init archivists --name \"Digital Archivists\" --lang nl --rhythm \"elke 6 weken\" --question \"Hoe lang bewaren we chatberichten?\"
cop init --dry-run")]
pub(crate) struct Init {
    /// The folder; the current one unless said
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// What it is called; unless said, as its folder
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The language that it writes in: en or nl; unless said, that of the screen
    #[arg(long, value_name = "LANG", hide_possible_values = true)]
    lang: Option<LangName>,
    /// What binds its members
    #[arg(long, value_name = "TEXT")]
    purpose: Option<String>,
    /// A question to explore, which becomes its first; three at most
    #[arg(long, value_name = "TITLE")]
    question: Vec<String>,
    /// How often it meets: "every 6 weeks"
    #[arg(long, value_name = "TEXT")]
    rhythm: Option<String>,
    /// What runs cop check at every push: github, gitlab, forgejo or none; unless said, what the host of origin has
    #[arg(long, value_name = "HOST", hide_possible_values = true)]
    ci: Option<CiName>,
    /// Make no documents of the Markdown that is there
    #[arg(long)]
    no_paths: bool,
    /// Why, in a sentence: it stands in the commit
    #[arg(short, long, value_name = "WHY")]
    message: Option<String>,
    /// Only show what would be written
    #[arg(long)]
    dry_run: bool,
    /// Write the files and commit nothing
    #[arg(long)]
    no_commit: bool,
}

impl Init {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let format = formats::find(door.global.format(), false)?;
        let here = door.global.dir.as_ref().map_or_else(|| door.environment.folder.clone(), |dir| door.environment.folder.join(dir));
        // What -C names has to be there: a folder is made only where it is named as the one to found in.
        if !here.is_dir() {
            let path = here.to_string_lossy().replace('\\', "/");
            let error = if here.exists() { msg!("not-a-folder", path = &path) } else { msg!("no-such-folder", path = &path) };
            let error = Error::new(ErrorKind::Usage, error);
            return Err(error.hint(msg!("init-makes", command = format!("cop init {}", found::typed(&path)))));
        }
        let how = How { message: self.message.clone(), no_commit: self.no_commit, dry_run: self.dry_run, ..How::default() };
        let ground =
            Ground::look(&self.folder.as_ref().map_or_else(|| here.clone(), |folder| here.join(folder)), &door.environment.who, &how)?;
        let home = door.environment.look("HOME").map(PathBuf::from).and_then(|home| home.canonicalize().ok());
        if !ground.has_repository() && home.is_some_and(|home| home == ground.dir) {
            return Err(Error::new(ErrorKind::Usage, msg!("init-home")).hint(msg!("init-home-help")));
        }
        let wish = self.wish(door, &ground)?;
        let founded = found::found(&ground, &wish, &how, door.now)?;
        let ui = door.ui();
        if door.talks() {
            for msg in founded.says() {
                ui.tell(&msg);
            }
        }
        let down = from_here(door, &founded);
        let look = ui.look(door.today(), if down.is_empty() { Folder::Inside(String::new()) } else { Folder::Outside(down.clone()) });
        let status = match &founded.diff {
            Some(diff) if door.global.format() == "text" && !look.screen => {
                ui.raw(diff)?;
                Status::Done
            }
            _ => ui.show(&founded, format, &look, &[])?,
        };
        if door.talks() {
            self.offer_baseline(door, &ground, &founded, &down)?;
            for msg in founded.hints(&down) {
                ui.hint(&msg);
            }
        }
        Ok(status)
    }

    /// Tells what `cop check` finds in what was there before: where a community begins from. On a terminal it asks whether that is to be let be.
    fn offer_baseline(&self, door: &Door<'_>, ground: &Ground, founded: &Founded, down: &str) -> Result<()> {
        if founded.adopted.is_empty() || founded.diff.is_some() {
            return Ok(());
        }
        let opening = Opening {
            folder: ground.dir.clone(),
            now: door.now,
            lang: door.said_lang(),
            cache: door.environment.cache.clone(),
            who: door.environment.who.clone(),
        };
        // Where it can't be read, the first command in it says why.
        let Ok(session) = Session::open(opening) else { return Ok(()) };
        // What cop has just laid is not what was there.
        let own: Vec<&str> = founded.changed.iter().map(|laid| laid.path.as_str()).collect();
        let mut report = checking::run(&session, &Selection::default());
        let Summary { files, errors, warnings, .. } = report.summary;
        report.findings.retain(|finding| !own.contains(&&*finding.path));
        let ui = door.ui();
        // The first check is to say the same.
        ui.tell(&msg!("init-baseline", files = files, errors = errors, warnings = warnings));
        if report.findings.iter().all(|finding| finding.severity == Severity::Note) {
            return Ok(());
        }
        if !door.asks() {
            let there = if down.is_empty() { String::new() } else { format!("-C {} ", found::typed(down)) };
            ui.hint(&msg!("init-baseline-help", command = format!("cop {there}check --write-baseline")));
            return Ok(());
        }
        // The community is there, whatever is answered: who stops here has only not taken this up.
        if door.ask_whether(&msg!("init-ask-baseline"), true).unwrap_or_default() {
            session.about_to_write();
            let kept = keep(&session, &report, None, &How { no_commit: self.no_commit, ..How::default() })?;
            ui.tell(&msg!("baseline-kept", count = kept.findings()));
            kept.outcome().says().iter().for_each(|msg| ui.tell(msg));
        }
        Ok(())
    }

    /// What the options say, and what the person answers on a terminal.
    fn wish(&self, door: &Door<'_>, ground: &Ground) -> Result<Wish> {
        let lang = self.lang.map_or_else(|| door.lang(), |name| if name == LangName::Nl { Lang::Nl } else { Lang::En });
        let mut wish = Wish {
            name: self.name.clone(),
            lang,
            purpose: self.purpose.clone(),
            questions: self.question.clone(),
            rhythm: self.rhythm.clone(),
            ci: self.ci.map(CiName::meant),
            adopts_nothing: self.no_paths,
        };
        if door.asks() && !self.dry_run {
            self.ask(door, ground, &mut wish)?;
        }
        Ok(wish)
    }

    /// Asks for what the options left open, and whether all that may be written.
    fn ask(&self, door: &Door<'_>, ground: &Ground, wish: &mut Wish) -> Result<()> {
        if wish.name.is_none() {
            wish.name = answered(door, &msg!("init-ask-name"), &msg!("init-ask-name-about"), &ground.usual_name(), &|text| {
                found::demand_line("--name", text)
            })?;
        }
        if self.lang.is_none() {
            // The screen's own stands first, so that Enter takes it.
            let order = if door.lang() == Lang::Nl { [Lang::Nl, Lang::En] } else { [Lang::En, Lang::Nl] };
            let choices = order.map(|lang| if lang == Lang::En { msg!("init-english") } else { msg!("init-dutch") });
            let chosen = door.ask_which(&msg!("init-ask-lang"), &choices.map(|choice| choice.text(door.lang())))?;
            wish.lang = chosen.and_then(|at| order.get(at)).copied().unwrap_or(wish.lang);
        }
        if wish.purpose.is_none() {
            wish.purpose =
                answered(door, &msg!("init-ask-purpose"), &msg!("init-ask-later"), "", &|text| found::demand_line("--purpose", text))?;
        }
        let asks_questions = wish.questions.is_empty();
        while asks_questions && wish.questions.len() < found::QUESTIONS {
            let (question, about) = (msg!("init-ask-question", number = wish.questions.len() + 1), msg!("init-ask-question-about"));
            let Some(question) = answered(door, &question, &about, "", &|text| found::demand_line("--question", text))? else { break };
            wish.questions.push(question);
        }
        if wish.rhythm.is_none() {
            wish.rhythm = answered(door, &msg!("init-ask-rhythm"), &msg!("init-ask-rhythm-about"), "", &found::demand_rhythm)?;
        }
        let recognised = ground.recognised(door.lang());
        if !self.no_paths && !recognised.is_empty() {
            door.ui().tell(&msg!("init-recognised"));
            for msg in &recognised {
                door.ui().tell(msg);
            }
            wish.adopts_nothing = !door.ask_whether(&msg!("init-ask-paths"), true)?;
        }
        // What was typed stands above; where it goes, and the way back, are said before anything is written.
        let place = ground.dir.to_string_lossy().replace('\\', "/");
        let summary = if ground.has_repository() { msg!("init-summary-here", path = place) } else { msg!("init-summary", path = place) };
        door.ui().tell(&summary);
        if !door.ask_whether(&msg!("init-ask-write"), true)? {
            return Err(Error::new(ErrorKind::Usage, msg!("ask-stopped")));
        }
        Ok(())
    }
}

/// An answer that can be one, asked for again until it is; `None` where the person leaves it open.
fn answered(
    door: &Door<'_>,
    question: &Msg,
    about: &Msg,
    proposed: &str,
    demand: &dyn Fn(&str) -> Result<String>,
) -> Result<Option<String>> {
    loop {
        let line = door.ask_line(question, Some(about), proposed)?;
        if line.is_empty() {
            return Ok(None);
        }
        match demand(&line) {
            Ok(line) => return Ok(Some(line)),
            Err(error) => drop(door.ui().error(&error)),
        }
    }
}

/// The way from where the person stands to the new community: empty if they stand in it.
fn from_here(door: &Door<'_>, founded: &Founded) -> String {
    let here = door.environment.folder.canonicalize().unwrap_or_else(|_| door.environment.folder.clone());
    let there = PathBuf::from(&founded.folder);
    let there = there.canonicalize().unwrap_or(there);
    let down = there.strip_prefix(&here).map(|down| down.to_string_lossy().into_owned());
    down.unwrap_or_else(|_| founded.folder.clone()).replace('\\', "/")
}

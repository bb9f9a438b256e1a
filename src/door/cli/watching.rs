//! Checking again and again while others write.

use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Msg;
use crate::model::finding::Finding;
use crate::msg;
use crate::show::clean;
use crate::show::formats;
use crate::show::look::Look;
use crate::show::view::Status;
use crate::work::checks::baseline::Baseline;
use crate::work::checks::report::Report;
use crate::work::session::Session;
use crate::work::watch::{Changed, Watch};

use super::Door;

/// The forms that can be read while more comes.
const FORMS: [&str; 2] = ["text", "concise"];
/// How often is looked.
const PAUSE: Duration = Duration::from_millis(400);
/// How long nothing must change for what was written to be whole: an editor takes a file away before it puts the new one there.
const SETTLED: Duration = Duration::from_millis(100);
/// How often that is waited for at most, where something is written without a break.
const PATIENCE: usize = 20;
/// So many names of what changed are told.
const NAMES: usize = 3;

/// Refuses a form that ends, as every answer that is for programs does.
///
/// # Errors
/// It is none of those that can be read while more comes.
pub(crate) fn demand_form(name: &str) -> Result<()> {
    if FORMS.contains(&name) {
        return Ok(());
    }
    let error = Error::new(ErrorKind::Usage, msg!("watch-format", name = name));
    Err(error.hint(msg!("format-choose", names = FORMS.join(", "))))
}

/// Checks, and checks again whenever something changes, until nobody reads it any more. After the first time it tells what is new and what is
/// mended, and only counts the rest.
///
/// What fails is told as well, since it is what somebody is writing at that may be broken: the next change may mend it.
///
/// # Errors
/// The baseline that is named stands elsewhere, or what is to be told can't be written.
pub(crate) fn watch(
    door: &Door<'_>,
    first: &Session,
    baseline: Option<&str>,
    write: &dyn Fn(&Report, &Look) -> String,
    check: &dyn Fn(&Session) -> Result<Report>,
) -> Result<Status> {
    let began = Instant::now();
    let mut watch = Watch::begin(first, baseline)?;
    let (mut told, mut last) = (None, None::<Vec<Finding>>);
    let mut changed = Changed { is_certain: true, ..Changed::default() };
    loop {
        let now = door.now.after(began.elapsed());
        let (ui, start) = (door.ui(), Instant::now());
        let checked = first.anew_at(now).and_then(|session| {
            watch.go_by(session.settings());
            let report = check(&session)?;
            let took = ui.is_interactive().then(|| start.elapsed());
            Ok((session, Report { took, ..report }))
        });
        let text = checked.as_ref().map(|(session, report)| write(report, &ui.look(session.today(), door.here()))).unwrap_or_default();
        // What an editor keeps beside a file for a moment is no news, unless it makes a difference.
        if changed.is_certain || told.as_ref() != Some(&text) {
            let head = format!("{}  {}\n", now.on_the_wall(), clean::line(&says(&changed).text(door.lang())));
            let news = checked.as_ref().ok().zip(last.as_deref()).map(|((session, report), last)| {
                let look = ui.look(session.today(), door.here());
                let news = News::of(last, report);
                news.says(&look) + &write(&news.report(report), &look)
            });
            // A line without words ends what belongs together.
            if !ui.renew(&(head + news.as_ref().unwrap_or(&text) + "\n"))? {
                return Ok(Status::Done);
            }
            match checked {
                Ok((_, report)) => last = Some(report.findings),
                Err(error) => {
                    ui.error(&door.seen_from_here(error));
                }
            }
            told = Some(text);
        }
        changed = Changed::default();
        while changed.is_none() {
            sleep(PAUSE);
            if !ui.is_read() {
                return Ok(Status::Done);
            }
            changed = watch.look();
        }
        for _ in 0..PATIENCE {
            sleep(SETTLED);
            let later = watch.look();
            if later.is_none() {
                break;
            }
            changed.then(later);
        }
    }
}

/// What is otherwise than when it was told last.
struct News {
    new: Vec<Finding>,
    mended: Vec<Finding>,
    /// How many are as they were.
    same: usize,
}

impl News {
    fn of(last: &[Finding], report: &Report) -> Self {
        let (mut new, mut mended) = (report.findings.clone(), last.to_vec());
        let same = Baseline::of(last).take_from(&mut new);
        Baseline::of(&report.findings).take_from(&mut mended);
        Self { new, mended, same }
    }

    /// What was mended, a line each, and how much there is that was told before.
    fn says(&self, look: &Look) -> String {
        let line = |finding: &Finding| {
            let (path, said) = (look.path(&finding.path), look.say(&finding.msg));
            look.say(&msg!("watch-mended", path = path, rule = finding.called(), said = said))
        };
        let mended = self.mended.iter().map(line);
        let same = (self.same > 0).then(|| look.say(&msg!("watch-same", count = self.same)));
        mended.chain(same).map(|line| clean::line(&line).into_owned() + "\n").collect()
    }

    /// A report with what is new, that counts everything.
    fn report(&self, report: &Report) -> Report {
        Report { findings: self.new.clone(), ..report.clone() }
    }
}

/// What changed, of many only some.
fn says(changed: &Changed) -> Msg {
    let names: Vec<&str> = changed.paths.iter().take(NAMES).map(String::as_str).collect();
    let more = changed.paths.len().saturating_sub(NAMES);
    if names.is_empty() { msg!("watch-begins") } else { msg!("watch-changed", paths = names.join(", "), more = more) }
}

/// A report as text.
pub(crate) fn text(report: &Report, look: &Look) -> String {
    formats::find(FORMS[0], true).and_then(|format| format.write(report, &[], look)).unwrap_or_default()
}

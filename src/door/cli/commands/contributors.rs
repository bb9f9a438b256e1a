//! `cop contributors`

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::base::error::{Error, ErrorKind, Result};
use crate::door::cli::arguments::{self, Filters};
use crate::msg;
use crate::show::formats;
use crate::show::view::Status;
use crate::work::contributors::{self, Order, Scope, forms};

use super::Door;

/// Show who helped, and with what
#[derive(Debug, Args)]
#[command(after_help = "\
made: documents they began, questions, answers and their own file too. changed: documents they changed later, and more of them than the review date. reviewed: review dates they \
moved, unless in more than ten documents at once, and commits that name them in Reviewed-by. used, thanked: what member files say. (commits): all commits to documents where \
they stand; whoever worked on one before it was moved there has changed it, in no commit and on no day. \
What was taken away since counts among the commits, and by itself (gone, in csv and json); cop history --by NAME tells of it. Lines that are there today: as git blame -w \
has them, so that who only changed blanks has written none.
-f all-contributors writes the file .all-contributorsrc for allcontributors.org; -f md a list for a README.\n\
cop contributors --since \"last quarter\"\n\
cop contributors practices/ --tag meetings\n\
cop contributors -f all-contributors -o .all-contributorsrc\n\
cop contributors fetch-and-bring")]
pub(crate) struct Contributors {
    /// Only for these documents, folders or patterns, or only these people: @anna, "Nico Smit"
    #[arg(value_name = "REF")]
    documents: Vec<String>,
    /// Only since then: 2025-01, 30d, "last month"
    #[arg(long, value_name = "WHEN")]
    since: Option<String>,
    /// Only until then
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    #[command(flatten)]
    filters: Filters,
    /// The order: name, recent, or most of a count: commits, created, reviewed, …; by name unless you ask otherwise
    #[arg(short, long, value_name = "ORDER", value_parser = PossibleValuesParser::new(Order::names()),
          default_value = "name", hide_default_value = true, hide_possible_values = true)]
    sort: String,
    /// With e-mail addresses, in JSON
    #[arg(long)]
    emails: bool,
    /// With the lines that they added and removed, and those of theirs that stand today; lines of a commit by several count for each
    #[arg(long)]
    lines: bool,
}

impl Contributors {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let name = door.global.format();
        if name != forms::ALL_CONTRIBUTORS && formats::find(name, true).is_err() {
            let names: Vec<&str> = formats::names(true).chain([forms::ALL_CONTRIBUTORS]).collect();
            let error = Error::new(ErrorKind::Usage, msg!("format-unknown", name = name));
            return Err(error.hint(msg!("format-choose", names = names.join(", "))));
        }
        let session = door.session()?;
        let mut scope = Scope { emails: self.emails, lines: self.lines, ..Scope::default() };
        scope.time.since = self.since.as_deref().map(|text| arguments::since(text, door.today())).transpose()?;
        scope.time.until = self.until.as_deref().map(|text| arguments::until(text, door.today())).transpose()?;
        scope.order = Order::called(&self.sort);
        scope.lines |= scope.order.is_by_lines();
        for name in &self.documents {
            scope.add(session, name)?;
        }
        scope.narrow(session, &self.filters.read()?)?;
        let counted = contributors::of(session, &scope)?;
        // What goes into a file holds no advice: it is said beside it.
        if counted.twice() > 0 && matches!(name, "md" | forms::ALL_CONTRIBUTORS) {
            door.ui().hint(&msg!("contributors-twice-do", count = counted.twice(), command = counted.remedy));
        }
        match name {
            forms::ALL_CONTRIBUTORS => door.write(&counted, |_| forms::all_contributors(session, &counted)),
            "md" => door.send(&forms::Readme(&counted)),
            _ => door.show(&counted),
        }
    }
}

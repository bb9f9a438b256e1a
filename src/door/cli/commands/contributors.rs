//! `cop contributors`

use clap::{Args, ValueEnum};

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::contributors::{self, Order, Scope};

use super::Door;
use crate::door::cli::arguments;

/// In what order people are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Sort {
    /// By name
    #[default]
    Name,
    /// Most commits first
    Commits,
    /// Who came last first
    Recent,
}

/// Show who helped, and with what
#[derive(Debug, Args)]
#[command(after_help = "\
made: documents they began. changed: documents they changed later. reviewed: review dates they moved, unless in more than ten documents \
at once, and commits that name them in Reviewed-by. used, thanked: what member files say. (commits): all commits to documents.
cop contributors --since \"last quarter\"\n\
cop contributors fetch-and-bring")]
pub(crate) struct Contributors {
    /// Only for these documents, or only these people: @anna
    #[arg(value_name = "REF")]
    documents: Vec<String>,
    /// Only since then: 2025-01, 30d, "last month"
    #[arg(long, value_name = "WHEN")]
    since: Option<String>,
    /// Only until then
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// The order: name, commits, recent; by name unless you ask otherwise
    #[arg(short, long, value_name = "ORDER", default_value = "name", hide_default_value = true)]
    sort: Sort,
    /// With e-mail addresses, in JSON
    #[arg(long)]
    emails: bool,
    /// With the lines that they added and removed, and those of theirs that stand today
    #[arg(long)]
    lines: bool,
}

impl Contributors {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        let mut scope = Scope { emails: self.emails, lines: self.lines, ..Scope::default() };
        scope.since = self.since.as_deref().map(|text| arguments::since(text, door.today())).transpose()?;
        scope.until = self.until.as_deref().map(|text| arguments::until(text, door.today())).transpose()?;
        scope.order = match self.sort {
            Sort::Name => Order::Name,
            Sort::Commits => Order::Commits,
            Sort::Recent => Order::Recent,
        };
        for name in &self.documents {
            scope.add(session, name)?;
        }
        let counted = contributors::of(session, &scope)?;
        door.show(&counted)
    }
}

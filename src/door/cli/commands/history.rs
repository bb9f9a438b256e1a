//! `cop history`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::model::kind::Capability;
use crate::msg;
use crate::show::view::Status;
use crate::work::history::scope::Scope;
use crate::work::history::{community, document};
use crate::work::session::Session;
use crate::work::{asked, lines, named};

use super::Door;
use crate::door::cli::arguments;

/// Tell what happened: to a document since it was made, or in the community
#[derive(Debug, Args)]
#[command(after_help = "\
Without REF, of all documents together, the newest first: what was made, adopted, answered, reviewed, used, and by whom. It goes back \
as far as -n or --since say, else twenty lines. With --lines a line is whose it is for git blame -w: who changed blanks alone did not \
write it.
cop history
cop history --since \"last month\" --kind decision
cop history fetch-and-bring
cop history fetch-and-bring --lines
Who helped with what: cop contributors.")]
pub(crate) struct History {
    /// The document: a ref, the last part of one, a number, a path or a title; or a folder
    #[arg(value_name = "REF")]
    document: Option<String>,
    /// Only since then: 2025-01, 30d, "last month"
    #[arg(long, value_name = "WHEN")]
    since: Option<String>,
    /// Only until then
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// Only what this person did, by handle or name; me is you
    #[arg(long, value_name = "HANDLE")]
    by: Vec<String>,
    /// Of this kind, in any language: practice, vragen, …
    #[arg(short, long, value_name = "KIND")]
    kind: Vec<String>,
    /// With this tag
    #[arg(short, long, value_name = "TAG")]
    tag: Vec<String>,
    /// At most so many
    #[arg(short = 'n', long, value_name = "COUNT")]
    limit: Option<usize>,
    /// Who wrote each line that the document has; of some lines: --lines=10,20
    #[arg(long, value_name = "FROM,TO", num_args = 0..=1, require_equals = true, default_missing_value = "", requires = "document",
          conflicts_with_all = ["since", "until", "by", "kind", "tag", "limit"])]
    lines: Option<String>,
}

impl History {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        if let (Some(range), Some(typed)) = (&self.lines, &self.document) {
            let range = if range.is_empty() { None } else { Some(lines::range(range)?) };
            let told = lines::of(session, &*named::one(session, typed)?, range.as_ref())?;
            session.remark_on_history();
            return door.show(&told);
        }
        session.history()?;
        let mut scope = Scope { limit: self.limit, ..Scope::default() };
        scope.time.since = self.since.as_deref().map(|text| arguments::since(text, door.today())).transpose()?;
        scope.time.until = self.until.as_deref().map(|text| arguments::until(text, door.today())).transpose()?;
        scope.of_people(session, &self.by)?;
        let document = match &self.document {
            Some(typed) => meant(session, typed, &mut scope)?,
            None => None,
        };
        session.remark_on_history();
        let Some(at) = document else {
            scope.of_documents(session, &self.kind, &self.tag)?;
            let life = community::of(session, &scope)?;
            let status = door.show(&life)?;
            if life.more && door.global.format() != "json" {
                door.ui().hint(&msg!("history-older", count = self.limit.unwrap_or(community::LINES).saturating_mul(5).to_string()));
            }
            return Ok(status);
        };
        if !self.kind.is_empty() || !self.tag.is_empty() {
            return Err(Error::new(ErrorKind::Usage, msg!("history-one")).hint(msg!("history-one-help")));
        }
        let status = door.show(&document::of(session, at, &scope)?)?;
        let community = session.community();
        let document = &community.documents()[at];
        if community.kind(document).has(Capability::Person) && door.talks() {
            door.ui().hint(&msg!("history-of-member", command = format!("cop history --by {}", document.handle())));
        }
        Ok(status)
    }
}

/// The document that is meant; none where it is a folder, below which everything is, or somebody who has no page.
fn meant(session: &Session, typed: &str, scope: &mut Scope) -> Result<Option<usize>> {
    named::document(session, typed).map(Some).or_else(|error| {
        if error.kind() != ErrorKind::NotFound {
            return Err(error);
        }
        let folder = session.path_from_here(typed).ok().filter(|path| session.dir().join(path).is_dir());
        match folder {
            Some(folder) => scope.folder = Some(if folder.is_empty() { folder } else { format!("{folder}/") }),
            None => match asked::member(session, typed) {
                Some(handle) => scope.people.add(Some(&handle), ""),
                None => scope
                    .people
                    .add(None, &asked::guest(session, typed).ok_or_else(|| asked::as_typed(session, &error, typed, "cop history"))?),
            },
        }
        Ok(None)
    })
}

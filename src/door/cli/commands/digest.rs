//! `cop digest`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::lang::Lang;
use crate::door::cli::arguments;
use crate::msg;
use crate::show::formats as general;
use crate::show::view::Status;
use crate::work::digest::{self, Audience};
use crate::work::window::Window;

use super::Door;

/// Write a letter of what happened: for members, stewards, newcomers or a sponsor
#[derive(Debug, Args)]
#[command(after_help = "\
It opens with a result, and is in the community's language unless --lang says otherwise. For one member (me, a handle) it begins with what waits for them and what happened to what they follow.
Forms of the letter: text; md; html, a page that needs nothing else; eml, a message that a mail program opens as a draft, without any address in it; atom, a feed; json.
cop digest
cop digest --since \"last month\" --for sponsor -f html -o report.html
cop digest --for newcomer --lang nl -f md
cop digest --for me")]
pub(crate) struct Digest {
    /// Only since then: 30d, which is usual, \"last month\", 2026-q3
    #[arg(long, value_name = "WHEN")]
    since: Option<String>,
    /// Only until then
    #[arg(long, value_name = "WHEN")]
    until: Option<String>,
    /// For whom: member, steward, newcomer, sponsor, me, or a handle
    #[arg(long = "for", value_name = "WHO", default_value = "member", hide_default_value = true)]
    whom: String,
    /// In this language: en or nl
    #[arg(long, value_name = "LANG", value_parser = ["en", "nl"])]
    lang: Option<String>,
}

impl Digest {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let name = door.global.format();
        let form = digest::find(name);
        if form.is_none() && general::find(name, false).is_err() {
            let names: Vec<&str> = general::names(false).chain(digest::names()).collect();
            let error = Error::new(ErrorKind::Usage, msg!("format-unknown", name = name));
            return Err(error.hint(msg!("format-choose", names = names.join(", "))));
        }
        let session = door.session()?;
        let since = self.since.as_deref().map(|text| arguments::since(text, door.today())).transpose()?;
        // Of a period that is over, such as a quarter, its end is meant too.
        let until = match (&self.until, &self.since) {
            (Some(text), _) => Some(arguments::until(text, door.today())?),
            (None, Some(text)) => arguments::until(text, door.today()).ok().filter(|until| Some(*until) > since && *until < door.today()),
            (None, None) => None,
        };
        let audience = Audience::parse(session, &self.whom)?;
        let lang = self.lang.as_deref().and_then(Lang::of);
        let digest = digest::of(session, Window { since, until }, &audience, lang)?;
        match form {
            Some(form) => door.write(&digest, |_| digest.written_as(form)),
            None => door.show(&digest),
        }
    }
}

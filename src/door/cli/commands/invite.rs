//! `cop invite`

use std::path::PathBuf;

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::shell::quoted;
use crate::msg;
use crate::show::view::Status;
use crate::work::write::add::read_table;
use crate::work::write::guests::{Guest, forward, guests};
use crate::work::write::invite::{Invitation, invite};

use super::Door;
use crate::door::cli::arguments::Writing;

/// Invite people: a page for each that waits for them, and the letter to send
#[derive(Debug, Args)]
#[command(after_help = "\
An address that you give is where the letter goes; it is written into the page only with --with-email, since whoever can read the repository reads it, and its history forgets nothing. But history knows people by their address or account alone: without either, what they do is not counted as theirs until they write cop join. An account (--account github:anna, or an address that a host gives instead of the real one) tells history the same, and is no secret.
The table has name, e-mail address and organisation, with a comma, semicolon or tab between them; another order is said in a first line: name,handle,account,email,organisation. Who is a member already is left as they are, so the same table can be given again.
cop invite \"Fatima El Idrissi\" fatima@example.org
cop invite \"Fatima El Idrissi\" --letter
cop invite --from people.csv --letter -o letters.txt")]
pub(crate) struct Invite {
    /// Who; a handle of a member too, for another letter
    #[arg(required_unless_present = "from", conflicts_with = "from")]
    name: Option<String>,
    /// Where the letter goes
    #[arg(conflicts_with = "from")]
    email: Option<String>,
    /// All of a table: name, e-mail address, organisation; - for what is piped in
    #[arg(long, value_name = "FILE.csv")]
    from: Option<PathBuf>,
    /// Show the letter to send
    #[arg(long)]
    letter: bool,
    /// Write the addresses into the pages, for all to read
    #[arg(long)]
    with_email: bool,
    /// The short name by which others mention them
    #[arg(long, value_name = "HANDLE", conflicts_with = "from")]
    handle: Option<String>,
    /// Their account on a git host: github:anna
    #[arg(long, value_name = "HOST:NAME", conflicts_with = "from")]
    account: Option<String>,
    /// Where they work
    #[arg(long, value_name = "NAME", conflicts_with = "from")]
    organisation: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

impl Invite {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let file = self.from.as_ref().map(|path| path.to_string_lossy().replace('\\', "/"));
        let guests = match (&self.from, &file) {
            (Some(path), Some(name)) => {
                let (table, guessed) = read_table(session, path).map_err(unread)?;
                guessed.iter().filter(|_| door.talks()).for_each(|msg| door.ui().tell(msg));
                guests(&table, name)?
            }
            _ => vec![self.guest()],
        };
        if self.with_email && guests.iter().all(|guest| guest.email.is_none()) {
            return Err(Error::new(ErrorKind::Usage, msg!("invite-without-email")).hint(msg!("invite-without-email-help")));
        }
        let invitation = Invitation { guests, file, with_email: self.with_email, letters: self.letter };
        let invited = invite(session, &invitation, &self.writing.how())?;
        if door.talks() {
            invited.remarks().iter().for_each(|msg| door.ui().tell(msg));
        }
        let status = door.wrote(&invited)?;
        if door.talks()
            && let Some(hint) = invited.hint(&self.again())
        {
            door.ui().hint(&hint);
        }
        Ok(status)
    }

    fn guest(&self) -> Guest {
        Guest {
            name: self.name.as_deref().map(forward).unwrap_or_default(),
            email: self.email.clone(),
            organisation: self.organisation.clone(),
            account: self.account.clone(),
            handle: self.handle.clone(),
            line: 0,
        }
    }

    /// What to type for the letters.
    fn again(&self) -> String {
        let from = self.from.as_ref().map(|path| format!("--from {}", quoted(&path.to_string_lossy())));
        let typed = [self.name.as_deref(), self.email.as_deref()].into_iter().flatten().map(|word| quoted(word).into_owned());
        let words = from.into_iter().chain(typed).collect::<Vec<_>>().join(" ");
        format!("cop invite {words} --letter")
    }
}

/// A table that is no UTF-8 comes from a spreadsheet nearly always.
fn unread(error: Error) -> Error {
    if error.msg().key() == "add-not-text" { error.hint(msg!("invite-not-text-help")) } else { error }
}

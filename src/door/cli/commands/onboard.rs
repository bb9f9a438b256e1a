//! `cop onboard`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::onboard;

use super::Door;

/// Show a newcomer's way in: what to read, whom to meet, how to begin
#[derive(Debug, Args)]
#[command(after_help = "\
With -f md it is a page to send, in the community's language.
cop onboard zoe\n\
cop onboard zoe -t rhythm\n\
cop onboard zoe -f md -o welcome-zoe.md")]
pub(crate) struct Onboard {
    /// Who; you, if you name nobody
    #[arg(value_name = "HANDLE")]
    member: Option<String>,
    /// With this tag, besides their own interests
    #[arg(short, long = "tag", value_name = "TAG")]
    topic: Vec<String>,
}

impl Onboard {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        door.send(&onboard::of(session, self.member.as_deref(), &self.topic)?)
    }
}

//! `cop follow`

use clap::Args;

use crate::base::error::{Error, ErrorKind, Result};
use crate::msg;
use crate::show::view::Status;
use crate::work::write::own::{self, Topic};

use super::Door;
use crate::door::cli::arguments::Writing;

/// Follow a document or a tag
#[derive(Debug, Args)]
#[command(after_help = "\
It stands in my own member file, under Follows.
cop follow who-has-used-mdto
cop follow --tag email
cop follow --stop email")]
pub(crate) struct Follow {
    /// A document, or a tag that documents have
    #[arg(value_name = "REF|TAG")]
    topic: Option<String>,
    /// A tag, also one that is a document's name too
    #[arg(short = 't', long = "tag", value_name = "TAG", conflicts_with = "topic")]
    followed_tag: Option<String>,
    /// Follow it no longer
    #[arg(long)]
    stop: bool,
    #[command(flatten)]
    writing: Writing,
}

impl Follow {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.writable()?;
        let topic = match (&self.topic, &self.followed_tag) {
            (_, Some(tag)) => Topic::Tag(tag.clone()),
            (Some(topic), None) => Topic::Any(topic.clone()),
            // A shell takes `#tag` for a comment.
            (None, None) => return Err(Error::new(ErrorKind::Usage, msg!("follow-what")).hint(msg!("follow-what-help"))),
        };
        let how = self.writing.how();
        door.wrote(&if self.stop { own::stop_following(session, &topic, &how)? } else { own::follow(session, &topic, &how)? })
    }
}

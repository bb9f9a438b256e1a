//! `cop who`

use clap::Args;

use crate::base::error::Result;
use crate::show::view::Status;
use crate::work::who;

use super::Door;

/// Show whom to ask about something, each with the evidence
#[derive(Debug, Args)]
#[command(after_help = "\
The evidence is what people did with the documents that match: answered, wrote, keep true, decided, reviewed, changed, use; less the \
longer ago it was. A document that is called so says far more than one that only speaks of it. Words that only ask \
(know, help, somebody) count for nothing beside others. Who is no member and was not seen for a \
year is marked, and somebody who is here comes first, unless they only moved its review date; who left stands last, and who does not want to be asked (ask_me: no) is not named.
Of a document what people did with it itself comes first, and what they did with what it refers to or is tagged alike after that.
cop who rhythm meetings
cop who '#start'
cop who practice/fetch-and-bring")]
pub(crate) struct Who {
    /// Words as cop search takes them, #TAG, or a document
    #[arg(value_name = "TOPIC", required = true)]
    topic: Vec<String>,
    /// At most so many people; 5 unless you say
    #[arg(short = 'n', long, value_name = "COUNT")]
    limit: Option<usize>,
}

impl Who {
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        let session = door.session()?;
        let found = who::who(session, &self.topic, self.limit)?;
        door.show(&found)
    }
}

//! The commands: a file each, and its line here.

pub(crate) mod accept;
pub(crate) mod add;
pub(crate) mod answer;
pub(crate) mod ask;
pub(crate) mod check;
pub(crate) mod communities;
pub(crate) mod completions;
pub(crate) mod contributors;
pub(crate) mod demo;
pub(crate) mod digest;
pub(crate) mod doctor;
pub(crate) mod due;
pub(crate) mod edit;
pub(crate) mod flag;
pub(crate) mod follow;
pub(crate) mod gaps;
pub(crate) mod health;
pub(crate) mod help;
pub(crate) mod history;
pub(crate) mod init;
pub(crate) mod invite;
pub(crate) mod join;
pub(crate) mod list;
pub(crate) mod man;
pub(crate) mod mark;
pub(crate) mod meet;
pub(crate) mod merge_driver;
pub(crate) mod onboard;
pub(crate) mod overview;
pub(crate) mod rename;
pub(crate) mod review;
pub(crate) mod rm;
pub(crate) mod save;
pub(crate) mod schema;
pub(crate) mod search;
pub(crate) mod set;
pub(crate) mod show;
pub(crate) mod sync;
pub(crate) mod tag;
pub(crate) mod thank;
pub(crate) mod undo;
pub(crate) mod used;
pub(crate) mod who;

use clap::Subcommand;

use crate::base::error::Result;
use crate::show::view::Status;

use super::Door;

/// What can be asked of cop.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    #[command(visible_alias = "q")]
    Search(search::Search),
    #[command(alias = "cat", alias = "profile")]
    Show(show::Show),
    #[command(visible_alias = "ls")]
    List(list::List),
    #[command(alias = "new")]
    Add(add::Add),
    Ask(ask::Ask),
    Answer(answer::Answer),
    Who(who::Who),
    Due(due::Due),
    Sync(sync::Sync),
    Mark(mark::Mark),
    Accept(accept::Accept),
    Set(set::Set),
    Tag(tag::Tag),
    Edit(edit::Edit),
    Save(save::Save),
    #[command(visible_alias = "mv")]
    Rename(rename::Rename),
    #[command(alias = "delete")]
    Rm(rm::Rm),
    Undo(undo::Undo),
    Invite(invite::Invite),
    Join(join::Join),
    Onboard(onboard::Onboard),
    Meet(meet::Meet),
    Review(review::Review),
    Flag(flag::Flag),
    #[command(alias = "use")]
    Used(used::Used),
    Follow(follow::Follow),
    #[command(alias = "thanks")]
    Thank(thank::Thank),
    #[command(alias = "log")]
    History(history::History),
    Contributors(contributors::Contributors),
    Check(check::Check),
    Gaps(gaps::Gaps),
    Digest(digest::Digest),
    Health(health::Health),
    Doctor(doctor::Doctor),
    Init(init::Init),
    Demo(demo::Demo),
    Communities(communities::Communities),
    Help(help::Help),
    Completions(completions::Completions),
    Man(man::Man),
    Schema(schema::Schema),
    #[command(hide = true)]
    MergeDriver(merge_driver::MergeDriver),
    /// Show the community
    #[command(hide = true)]
    Status,
}

impl Command {
    /// Carries it out.
    pub(crate) fn run(&self, door: &Door<'_>) -> Result<Status> {
        match self {
            Self::Search(command) => command.run(door),
            Self::Show(command) => command.run(door),
            Self::List(command) => command.run(door),
            Self::Add(command) => command.run(door),
            Self::Ask(command) => command.run(door),
            Self::Answer(command) => command.run(door),
            Self::Who(command) => command.run(door),
            Self::Due(command) => command.run(door),
            Self::Sync(command) => command.run(door),
            Self::Mark(command) => command.run(door),
            Self::Accept(command) => command.run(door),
            Self::Set(command) => command.run(door),
            Self::Tag(command) => command.run(door),
            Self::Edit(command) => command.run(door),
            Self::Save(command) => command.run(door),
            Self::Rename(command) => command.run(door),
            Self::Rm(command) => command.run(door),
            Self::Undo(command) => command.run(door),
            Self::Invite(command) => command.run(door),
            Self::Join(command) => command.run(door),
            Self::Onboard(command) => command.run(door),
            Self::Meet(command) => command.run(door),
            Self::Review(command) => command.run(door),
            Self::Flag(command) => command.run(door),
            Self::Used(command) => command.run(door),
            Self::Follow(command) => command.run(door),
            Self::Thank(command) => command.run(door),
            Self::History(command) => command.run(door),
            Self::Contributors(command) => command.run(door),
            Self::Check(command) => command.run(door),
            Self::Gaps(command) => command.run(door),
            Self::Digest(command) => command.run(door),
            Self::Health(command) => command.run(door),
            Self::Doctor(command) => command.run(door),
            Self::Init(command) => command.run(door),
            Self::Demo(command) => command.run(door),
            Self::Communities(command) => command.run(door),
            Self::Help(command) => command.run(door),
            Self::Completions(command) => command.run(door),
            Self::Man(command) => command.run(door),
            Self::Schema(command) => command.run(door),
            Self::MergeDriver(command) => command.run(door),
            Self::Status => overview::run(door),
        }
    }
}

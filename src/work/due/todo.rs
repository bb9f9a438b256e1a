//! What waits as a calendar: tasks with their days, for whoever has all that they are to do in one place.

use crate::work::letter;
use crate::work::render::calendar::{self, Entry, Past, Sort, When};
use crate::work::session::Session;

use super::{Due, Item};

impl Due {
    /// Each of them as a task of a calendar; those that are in no file have no name by which a calendar would know them again, and are left
    /// out, as is a meeting that nobody planned yet.
    pub fn calendar(&self, session: &Session) -> String {
        let settings = session.settings();
        let host = letter::host(session);
        let prefix = session.prefix();
        let entry = |item: &Item| {
            let path = item.path.as_deref()?;
            let past = Past::of(session, path);
            let title = item.title.clone()?;
            Some(Entry {
                uid: calendar::uid(&settings.name, &past.first, Some(&format!("{} {title}", item.sort.name()))),
                sort: Sort::Task,
                when: item.by.map(When::Day),
                title,
                place: None,
                description: Some(format!("{}\n{}", item.reason, item.command)),
                url: host.as_ref().map(|host| host.view(&format!("{prefix}{path}"))),
                modified: past.modified,
                cancelled: false,
            })
        };
        let entries: Vec<Entry> = self.items.iter().filter_map(entry).collect();
        calendar::calendar(&settings.name, &entries, session.now())
    }
}

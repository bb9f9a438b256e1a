//! What was found: titles, facts in a column beside them, lines under them.

use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::view::Hits;

use super::parts::{all, hang, pad};

/// Between a title and its facts.
const GAP: usize = 2;

pub(super) fn lay(hits: &Hits, width: usize) -> Vec<Line> {
    let last = hits.first.map(|first| first.saturating_add(hits.hits.len().saturating_sub(1)).to_string());
    let gutter = last.map_or(0, |last| last.len() + GAP);
    let room = width.saturating_sub(gutter);
    let widest =
        |lines: &mut dyn Iterator<Item = &Line>, most: usize| lines.map(Line::width).filter(|wide| *wide <= most).max().unwrap_or(0);
    // Facts stand together in a column that most titles and facts leave free; the few that do not go below.
    let titles = widest(&mut hits.hits.iter().filter(|hit| !hit.facts.is_empty()).map(|hit| &hit.title), room * 6 / 10);
    let facts = widest(&mut hits.hits.iter().map(|hit| &hit.facts), room.saturating_sub(titles + GAP));
    let column = (titles + GAP).max((room * 6 / 10).min(room.saturating_sub(facts)));
    let mut lines = Vec::new();
    for (at, hit) in hits.hits.iter().enumerate() {
        let number = hits.first.map_or(String::new(), |first| format!("{:>1$}  ", first.saturating_add(at), gutter - GAP));
        let title = all(&hit.title, Label::Strong);
        let beside = hit.title.width() + GAP <= column && column + hit.facts.width() <= room;
        if hit.facts.is_empty() || !beside {
            lines.extend(hang(&title, width, &Line::new().dim(number), gutter));
            if !hit.facts.is_empty() {
                lines.extend(under(&hit.facts, width, gutter));
            }
        } else {
            lines.push(Line::new().dim(number).then(pad(title, column, false)).then(hit.facts.clone()));
        }
        lines.extend(hit.under.iter().flat_map(|line| under(line, width, gutter)));
    }
    lines
}

fn under(line: &Line, width: usize, gutter: usize) -> Vec<Line> {
    let indent = gutter.max(GAP);
    hang(line, width, &Line::from(" ".repeat(indent)), indent + GAP)
}

#[cfg(test)]
mod tests {
    use crate::show::line::Line;
    use crate::show::view::{Hit, Hits};

    fn at(width: usize, first: Option<usize>) -> String {
        let snippet = Line::new()
            .path("practices/export-a-mailbox-to-eml.md")
            .plain(":14  … the whole ")
            .strong("mailbox")
            .plain(" as EML, not PST …");
        let hits = vec![
            Hit { title: "Export a mailbox to EML".into(), facts: "practice, adopted, reviewed Sep".into(), under: vec![snippet] },
            Hit { title: "Export Outlook boxes".into(), facts: "practice, retired → Export a mailbox".into(), under: vec![] },
            Hit {
                title: "How long do we keep the chat messages of people who left?".into(),
                facts: "question, open".into(),
                under: vec![],
            },
        ];
        super::lay(&Hits { first, hits }, width).iter().map(|line| line.text() + "\n").collect()
    }

    #[test]
    fn facts_stand_beside_titles_where_there_is_room() {
        insta::assert_snapshot!(at(80, Some(9)), @r"
         9  Export a mailbox to EML                 practice, adopted, reviewed Sep
            practices/export-a-mailbox-to-eml.md:14  … the whole mailbox as EML, not PST
              …
        10  Export Outlook boxes                    practice, retired → Export a mailbox
        11  How long do we keep the chat messages of people who left?
            question, open
        ");
    }

    #[test]
    fn on_a_narrow_screen_they_stand_below() {
        insta::assert_snapshot!(at(40, None), @r"
        Export a mailbox to EML
          practice, adopted, reviewed Sep
          practices/export-a-mailbox-to-eml.md:14
            … the whole mailbox as EML, not PST
            …
        Export Outlook boxes
          practice, retired → Export a mailbox
        How long do we keep the chat messages of
        people who left?
          question, open
        ");
    }
}

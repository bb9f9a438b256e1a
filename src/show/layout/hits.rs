//! What was found: titles, facts in a column beside them, lines under them.

use crate::show::label::Label;
use crate::show::line::Line;
use crate::show::view::Hits;

use super::parts::{all, hang, pad, spaces};
use super::table::ALIGNED;

/// Between a title and its facts.
const GAP: usize = 2;

pub(super) fn lay(hits: &Hits, width: usize, is_close: bool) -> Vec<Line> {
    let gutter = gutter(hits);
    let room = width.saturating_sub(gutter);
    let widest =
        |lines: &mut dyn Iterator<Item = &Line>, most: usize| lines.map(Line::width).filter(|wide| *wide <= most).max().unwrap_or(0);
    // Facts stand together in a column that most titles and facts leave free; the few that do not go below.
    let titles = widest(&mut hits.hits.iter().filter(|hit| !hit.facts.is_empty()).map(|hit| &hit.title), room * 6 / 10);
    let facts = widest(&mut hits.hits.iter().map(|hit| &hit.facts), room.saturating_sub(titles + GAP));
    let right = if is_close { 0 } else { (room * 6 / 10).min(room.saturating_sub(facts)) };
    let column = (titles + GAP).max(right);
    let mut lines = Vec::new();
    for (at, hit) in hits.hits.iter().enumerate() {
        let number = number(hits, at, gutter);
        let title = all(&hit.title, Label::Strong);
        let beside = hit.title.width() + GAP <= column && column + hit.facts.width() <= room;
        if hit.facts.is_empty() || !beside {
            lines.extend(hang(&title, width, &number, gutter));
            if !hit.facts.is_empty() {
                lines.extend(under(&hit.facts, width, gutter));
            }
        } else {
            lines.push(number.then(pad(title, column, false)).then(hit.facts.clone()));
        }
        lines.extend(hit.under.iter().flat_map(|line| under(line, width, gutter)));
    }
    lines
}

/// What was found, for a file or a program: every line on one, however long it gets.
pub(super) fn lay_whole(hits: &Hits) -> Vec<Line> {
    let gutter = gutter(hits);
    let titles = hits.hits.iter().filter(|hit| !hit.facts.is_empty()).map(|hit| hit.title.width());
    let column = titles.max().unwrap_or(0).min(ALIGNED);
    let mut lines = Vec::new();
    for (at, hit) in hits.hits.iter().enumerate() {
        let title = number(hits, at, gutter).then(all(&hit.title, Label::Strong));
        let beside = || spaces(GAP).then(hit.facts.clone());
        lines.push(if hit.facts.is_empty() { title } else { pad(title, gutter + column, false).then(beside()) });
        lines.extend(hit.under.iter().map(|line| spaces(gutter.max(GAP)).then(line.clone())));
    }
    lines
}

/// How many cells the numbers take.
fn gutter(hits: &Hits) -> usize {
    let last = hits.first.map(|first| first.saturating_add(hits.hits.len().saturating_sub(1)).to_string());
    last.map_or(0, |last| last.len() + GAP)
}

/// The number before a title.
fn number(hits: &Hits, at: usize, gutter: usize) -> Line {
    let number = hits.first.map(|first| format!("{:>1$}  ", first.saturating_add(at), gutter - GAP));
    Line::new().dim(number.unwrap_or_default())
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
        super::lay(&found(first), width, false).iter().map(|line| line.text() + "\n").collect()
    }

    fn found(first: Option<usize>) -> Hits {
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
        Hits { first, hits }
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
    fn close_facts_stand_right_behind_the_longest_title_that_has_any() {
        let hit = |title: &str, facts: &str| Hit { title: title.into(), facts: facts.into(), under: vec!["below".into()] };
        let hits =
            Hits { first: None, hits: vec![hit("mail", "Ada Test"), hit("retention", "Bo Guest"), hit("a title without facts", "")] };
        let lines: String = super::lay(&hits, 80, true).iter().map(|line| line.text() + "\n").collect();
        insta::assert_snapshot!(lines, @r"
        mail       Ada Test
          below
        retention  Bo Guest
          below
        a title without facts
          below
        ");
    }

    #[test]
    fn where_no_screen_ends_every_line_is_one() {
        let whole: String = super::lay_whole(&found(Some(9))).iter().map(|line| line.text() + "\n").collect();
        insta::assert_snapshot!(whole, @r"
         9  Export a mailbox to EML                                    practice, adopted, reviewed Sep
            practices/export-a-mailbox-to-eml.md:14  … the whole mailbox as EML, not PST …
        10  Export Outlook boxes                                       practice, retired → Export a mailbox
        11  How long do we keep the chat messages of people who left?  question, open
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

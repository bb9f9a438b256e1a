//! The lists that cop keeps in a member's file, one item a line: an item put in or taken out, and every other byte as it was.

use std::ops::Range;

use crate::base::lang::Lang;
use crate::model::document::Document;
use crate::model::kind::{Kind, Section};
use crate::text::markdown::Heading;

/// The level of a heading that is made.
const LEVEL: u8 = 2;

/// The list under one heading of a document.
pub(super) struct List<'d> {
    document: &'d Document,
    kind: &'d Kind,
    section: &'d Section,
    /// Every item under a heading of this name, in the order of the file.
    pub(super) items: Vec<Item>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Its lines, with their ends.
    pub(super) span: Range<usize>,
    /// What stands before its text: the sign and what is around it.
    lead: String,
    /// Its text, without the sign.
    pub(super) text: String,
}

impl<'d> List<'d> {
    /// The list under the heading of a section; it need not be there yet.
    pub(super) fn of(document: &'d Document, kind: &'d Kind, section: &'d Section) -> Self {
        let headings = document.markdown.headings.iter().filter(|heading| is_of(heading, section));
        let items = headings.flat_map(|heading| items(document, own_part(document, heading))).collect();
        Self { document, kind, section, items }
    }

    /// The text with one more item, where the order of bytes puts it. A heading that is not there yet is made, in a language.
    pub(super) fn with(&self, text: &str, lang: Lang) -> String {
        let whole = &*self.document.text;
        let end = self.line_end();
        if let Some(after) = self.items.iter().find(|item| item.text.as_str() > text) {
            return spliced(whole, after.span.start..after.span.start, &format!("{}{text}{end}", after.lead));
        }
        if let Some(last) = self.items.last() {
            let gap = if whole[..last.span.end].ends_with('\n') { "" } else { end };
            let item = format!("{gap}{}{text}{end}", last.lead);
            return spliced(whole, last.span.end..last.span.end, &item);
        }
        let heading = self.document.markdown.headings.iter().find(|heading| is_of(heading, self.section));
        if let Some(heading) = heading {
            let part = own_part(self.document, heading);
            let at = part.start + whole[part.clone()].trim_end().len();
            let rest = if whole[at..].trim().is_empty() { at..whole.len() } else { at..at };
            let item = format!("{end}{end}- {text}{}", if rest.is_empty() { "" } else { end });
            return spliced(whole, rest, &item);
        }
        let name = self.section.title.text(lang, &self.section.name);
        let at = self.place();
        let before = &whole[..at];
        let gap = if before.is_empty() || before.ends_with("\n\n") || before.ends_with("\r\n\r\n") {
            String::new()
        } else if before.ends_with('\n') {
            end.to_owned()
        } else {
            end.repeat(2)
        };
        let after = if at < whole.len() { end } else { "" };
        let signs = "#".repeat(usize::from(self.level()));
        spliced(whole, at..at, &format!("{gap}{signs} {name}{end}{end}- {text}{end}{after}"))
    }

    /// The text with more behind what an item says.
    pub(super) fn with_more(&self, item: &Item, more: &str) -> String {
        let whole = &*self.document.text;
        let at = item.span.start + whole[item.span.clone()].trim_end().len();
        spliced(whole, at..at, more)
    }

    /// The text without some of the items, and without the heading if nothing stands under it then.
    pub(super) fn without(&self, gone: impl Fn(&Item) -> bool) -> String {
        let whole = &*self.document.text;
        let mut cuts: Vec<Range<usize>> = self.items.iter().filter(|item| gone(item)).map(|item| item.span.clone()).collect();
        for heading in self.document.markdown.headings.iter().filter(|heading| is_of(heading, self.section)) {
            let content = heading.content();
            let inside = |cut: &&Range<usize>| content.start <= cut.start && cut.end <= content.end;
            let mut left = whole[content.clone()].trim().len();
            let mut any = false;
            let mut at = content.start;
            if cuts.iter().any(|cut| inside(&cut)) {
                any = true;
                left = 0;
                for cut in cuts.iter().filter(inside) {
                    left += whole[at..cut.start].trim().len();
                    at = cut.end;
                }
                left += whole[at..content.end].trim().len();
            }
            if any && left == 0 {
                let is_last = content.end == whole.len();
                // The blank line that parted it from what stands before it parted nothing else.
                let start = if is_last { kept_before(&whole[..heading.span.start]) } else { heading.span.start };
                cuts.retain(|cut| !(content.start <= cut.start && cut.end <= content.end));
                cuts.push(start..content.end);
            }
        }
        cuts.sort_by_key(|cut| cut.start);
        cuts.iter().rev().fold(whole.to_owned(), |text, cut| spliced(&text, cut.clone(), ""))
    }

    /// Where a heading goes that is not there: before the next of those that the kind names behind it, else at the end.
    fn place(&self) -> usize {
        let behind = self.kind.sections.iter().skip_while(|section| section.name != self.section.name).skip(1);
        let is_behind = |heading: &&Heading| behind.clone().any(|section| is_of(heading, section));
        self.document.markdown.headings.iter().find(is_behind).map_or(self.document.text.len(), |heading| heading.span.start)
    }

    /// The level of the other headings of the kind.
    fn level(&self) -> u8 {
        let is_known = |heading: &&Heading| self.kind.sections.iter().any(|section| is_of(heading, section));
        self.document.markdown.headings.iter().find(is_known).map_or(LEVEL, |heading| heading.level)
    }

    fn line_end(&self) -> &'static str {
        if self.document.text.contains("\r\n") { "\r\n" } else { "\n" }
    }
}

fn is_of(heading: &Heading, section: &Section) -> bool {
    !heading.nested && section.is_headed_by(&heading.text)
}

/// What stands under a heading, up to the next heading of any level.
fn own_part(document: &Document, heading: &Heading) -> Range<usize> {
    let content = heading.content();
    let next = document.markdown.headings.iter().map(|other| other.span.start).find(|start| content.contains(start));
    content.start..next.unwrap_or(content.end)
}

/// The items in a part of a document, with the lines that go on with them.
fn items(document: &Document, part: Range<usize>) -> Vec<Item> {
    let markdown = &document.markdown;
    let hidden = apart(markdown.code.iter().chain(&markdown.html).chain(markdown.comments.iter().map(|comment| &comment.span)));
    let is_text = |at: usize| {
        let before = hidden.partition_point(|span| span.start <= at);
        before.checked_sub(1).and_then(|last| hidden.get(last)).is_none_or(|span| span.end <= at)
    };
    let mut items: Vec<Item> = Vec::new();
    let (mut at, mut is_open) = (part.start, false);
    for line in document.text[part].split_inclusive('\n') {
        let span = at..at + line.len();
        at = span.end;
        let bare = line.trim_start_matches(' ');
        let indent = line.len() - bare.len();
        let rest = bare.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with([' ', '\t']));
        match (rest, items.last_mut()) {
            (Some(rest), _) if indent < 2 && is_text(span.start + indent) => {
                let text = rest.trim();
                let lead = &line[..line.len() - rest.trim_start().len()];
                items.push(Item { span, lead: lead.to_owned(), text: text.to_owned() });
                is_open = true;
            }
            (_, Some(last)) if is_open && !line.trim().is_empty() => last.span.end = span.end,
            _ => is_open = false,
        }
    }
    items
}

/// Spans in their order, those that touch or overlap as one: so that a place is found in them at once, however many there are.
fn apart<'s>(spans: impl Iterator<Item = &'s Range<usize>>) -> Vec<Range<usize>> {
    let mut sorted: Vec<Range<usize>> = spans.cloned().collect();
    sorted.sort_by_key(|span| span.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for span in sorted {
        match apart.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => apart.push(span),
        }
    }
    apart
}

fn spliced(text: &str, range: Range<usize>, with: &str) -> String {
    let mut new = String::with_capacity(text.len() + with.len());
    new.push_str(&text[..range.start]);
    new.push_str(with);
    new.push_str(&text[range.end..]);
    new
}

/// How much of a text is left without one blank line at its end.
fn kept_before(text: &str) -> usize {
    let line = text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n'));
    line.filter(|line| line.ends_with('\n')).map_or(text.len(), str::len)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{List, apart};
    use crate::base::lang::Lang;
    use crate::model::document::Document;
    use crate::model::settings::Settings;

    fn list<T>(text: &str, section: &str, act: impl FnOnce(&List<'_>) -> T) -> T {
        let (settings, _) = Settings::read("name: A\n", &[]);
        let claim = settings.kinds.claim("members/ada.md", &|_| false).unwrap();
        let document = Document::read("members/ada.md", text.into(), &claim, &settings);
        let kind = settings.kinds.at(claim.kind);
        let section = kind.sections.iter().find(|known| known.name == section).unwrap();
        act(&List::of(&document, kind, section))
    }

    fn with(text: &str, section: &str, item: &str) -> String {
        list(text, section, |list| list.with(item, Lang::En))
    }

    #[test]
    fn an_item_goes_where_the_order_of_bytes_puts_it() {
        for (text, section, item, new) in [
            ("# Ada\n", "uses", "b", "# Ada\n\n## Uses\n\n- b\n"),
            ("# Ada", "uses", "b", "# Ada\n\n## Uses\n\n- b\n"),
            ("", "uses", "b", "## Uses\n\n- b\n"),
            ("# Ada\r\n\r\nHi.\r\n", "uses", "b", "# Ada\r\n\r\nHi.\r\n\r\n## Uses\r\n\r\n- b\r\n"),
            ("# Ada\n\n## Uses\n\n- a\n- c\n", "uses", "b", "# Ada\n\n## Uses\n\n- a\n- b\n- c\n"),
            ("# Ada\n\n## Uses\n\n- a", "uses", "b", "# Ada\n\n## Uses\n\n- a\n- b\n"),
            ("# Ada\n\n## Uses\n\n* a\n  more\n\nSo much.\n", "uses", "b", "# Ada\n\n## Uses\n\n* a\n  more\n* b\n\nSo much.\n"),
            ("# Ada\n\n## Ik gebruik\n\n## Dank\n\n- @x\n", "uses", "b", "# Ada\n\n## Ik gebruik\n\n- b\n\n## Dank\n\n- @x\n"),
            ("# Ada\n\n### Follows\n\n- #x\n", "uses", "b", "# Ada\n\n### Uses\n\n- b\n\n### Follows\n\n- #x\n"),
            (
                "# Ada\n\n## Uses\n\nWhat I use.\n\n### Often\n\n- a\n",
                "uses",
                "b",
                "# Ada\n\n## Uses\n\nWhat I use.\n\n- b\n\n### Often\n\n- a\n",
            ),
            (
                "# Ada\n\n## Thanks\n\n- @x\n\n## Me\n\n- z\n",
                "follows",
                "#b",
                "# Ada\n\n## Thanks\n\n- @x\n\n## Me\n\n- z\n\n## Follows\n\n- #b\n",
            ),
            ("# Ada\n\n## Uses\n", "uses", "b", "# Ada\n\n## Uses\n\n- b\n"),
        ] {
            assert_eq!(with(text, section, item), new, "{text}");
        }
    }

    #[test]
    fn an_item_that_goes_takes_an_empty_heading_with_it() {
        for (text, new) in [
            ("# Ada\n\n## Uses\n\n- a\n", "# Ada\n"),
            ("# Ada\n\n## Uses\n\n- a\n- b\n", "# Ada\n\n## Uses\n\n- b\n"),
            ("# Ada\n\n## Uses\n\n- a\n\n## Thanks\n\n- @x\n", "# Ada\n\n## Thanks\n\n- @x\n"),
            ("# Ada\n\n## Uses\n\nMine:\n\n- a\n", "# Ada\n\n## Uses\n\nMine:\n\n"),
            ("# Ada\n\n## Uses\n\n", "# Ada\n\n## Uses\n\n"),
        ] {
            assert_eq!(list(text, "uses", |list| list.without(|item| item.text == "a")), new, "{text}");
        }
    }

    #[test]
    fn a_long_list_is_read_in_one_pass() {
        let text = format!("# Ada\n\n## Uses\n\n{}", "- <b>a</b> `x` <i>y</i>\n".repeat(30_000));
        let started = std::time::Instant::now();
        assert_eq!(list(&text, "uses", |list| list.items.len()), 30_000);
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    }

    #[test]
    fn an_item_in_a_comment_or_behind_a_fence_is_none() {
        let text = "# Ada\n\n## Uses\n\n- a\n\n<!--\n- b\n-->\n\n```\n- c\n```\n\n- d `x`\n";
        let texts = list(text, "uses", |list| list.items.iter().map(|item| item.text.clone()).collect::<Vec<_>>());
        assert_eq!(texts, ["a", "d `x`"]);
        assert_eq!(apart([4..6, 0..3, 2..3, 6..7].iter()), [0..3, 4..7]);
    }

    proptest! {
        #[test]
        fn what_was_put_in_can_be_taken_out(
            before in "(---\nname: Ada\n---\n\n)?# Ada\n(\n[a-z ]{1,9}[a-z]\n){0,2}(\n## Uses\n\n(- [a-m]{1,3}\n){1,4}){0,1}(\n## Me\n\nyes\n){0,1}",
            item in "[n-z]{4,9}",
        ) {
            let new = with(&before, "uses", &item);
            prop_assert_eq!(list(&new, "uses", |list| list.without(|one| one.text == item)), before.clone());
            let texts = |text: &str| list(text, "uses", |list| list.items.iter().map(|item| item.text.clone()).collect::<Vec<_>>());
            let mut all = texts(&before);
            all.push(item);
            all.sort();
            let mut now = texts(&new);
            now.sort();
            prop_assert_eq!(now, all);
        }
    }
}

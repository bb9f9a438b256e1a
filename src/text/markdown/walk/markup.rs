//! Raw HTML on the way: its links, anchors, comments, headings and visible text.

use std::ops::Range;

use super::Walk;
use crate::text::markdown::document::{Anchor, Comment};
use crate::text::markdown::html::{Attribute, Part, Parts, entity, heading_level, is_inline, unescape};
use crate::text::markdown::links::{LONGEST_TEXT, Link, LinkForm};
use crate::text::markdown::runs::{Zone, join};

impl Walk<'_> {
    pub(super) fn html(&mut self, range: Range<usize>, block: bool) {
        self.out.html.push(range.clone());
        for (part, span) in Parts::new(self.seen, range) {
            match part {
                Part::Comment(text) => {
                    let text = self.source.get(text).unwrap_or_default().trim().to_owned();
                    self.out.comments.push(Comment { text, span });
                }
                Part::Text if block => self.html_text(span),
                Part::Text => {}
                Part::Tag { name, closes, attributes } => {
                    if block {
                        self.block_tag(&name, closes, &span);
                    } else if !is_inline(&name) {
                        self.glued = false;
                    }
                    self.html_attributes(&name, &attributes, &span);
                    if closes && name == "a" {
                        self.close_html_link();
                    }
                }
            }
        }
        if block && self.heading.is_some() {
            self.close_heading(self.out.html.last().map_or(self.base, |range| range.end));
        }
    }

    /// What a tag of an HTML block does to the text around it.
    fn block_tag(&mut self, name: &str, closes: bool, span: &Range<usize>) {
        match (heading_level(name), closes) {
            (Some(level), false) => {
                self.flush(None);
                self.heading = Some((level, span.start));
            }
            (Some(_), true) if self.heading.is_some() => self.close_heading(span.end),
            _ if is_inline(name) || self.heading.is_some() => self.glued &= is_inline(name),
            _ => self.flush(None),
        }
        if matches!(name, "pre" | "code") {
            self.html_code = !closes;
        }
    }

    fn html_attributes(&mut self, name: &str, attributes: &[Attribute], span: &Range<usize>) {
        for Attribute { name: key, value } in attributes {
            let Some(text) = self.seen.get(value.clone()) else { continue };
            let text = unescape(text);
            match (name, key.as_str()) {
                (_, "id") | ("a", "name") if !text.trim().is_empty() => {
                    self.out.anchors.push(Anchor { id: text.into_owned(), span: value.clone() });
                }
                ("a" | "area", "href") => {
                    self.html_link = (name == "a").then_some((self.out.links.len(), self.pieces.len()));
                    self.push_html_link(LinkForm::Html, &text, span, value);
                }
                (_, "srcset") => self.srcset(span, value),
                (_, "src" | "poster") | ("object", "data") | ("link", "href") => {
                    self.push_html_link(LinkForm::HtmlImage, &text, span, value);
                }
                (_, "alt") if !text.is_empty() => {
                    self.glued = false;
                    let same = text == self.source.get(value.clone()).unwrap_or_default();
                    self.push(Zone::Alt, value.clone(), if same { None } else { Some(&text) }, true);
                    self.glued = false;
                }
                _ => {}
            }
        }
    }

    /// The addresses of pictures in several sizes: `a.png 1x, b.png 2x`. One that has its picture in itself has commas of its own.
    fn srcset(&mut self, span: &Range<usize>, value: &Range<usize>) {
        let text = self.seen.get(value.clone()).unwrap_or_default();
        if text.contains("data:") {
            return;
        }
        let mut start = value.start;
        let mut found = Vec::new();
        for candidate in text.split(',') {
            let from = start + candidate.len() - candidate.trim_start().len();
            start += candidate.len() + 1;
            let Some(address) = candidate.split_whitespace().next() else { continue };
            found.push((unescape(address).into_owned(), from..from + address.len()));
        }
        for (address, place) in found {
            self.push_html_link(LinkForm::HtmlImage, &address, span, &place);
        }
    }

    fn push_html_link(&mut self, form: LinkForm, target: &str, span: &Range<usize>, value: &Range<usize>) {
        let target = target.trim().to_owned();
        let mut link =
            Link { form, target, opaque: false, text: String::new(), title: String::new(), span: span.clone(), target_span: value.clone() };
        self.mark_opaque(&mut link);
        self.out.links.push(link);
    }

    fn close_html_link(&mut self) {
        if let Some((link, first)) = self.html_link.take() {
            let text = join(self.pieces.get(first..).unwrap_or_default(), self.source, LONGEST_TEXT);
            if let Some(link) = self.out.links.get_mut(link) {
                text.trim().clone_into(&mut link.text);
            }
        }
    }

    /// Adds visible text of an HTML block.
    fn html_text(&mut self, range: Range<usize>) {
        let text = &self.seen[range.clone()];
        self.glued &= !text.starts_with(char::is_whitespace);
        let mut from = range.start + text.len() - text.trim_start().len();
        let spaced = text.ends_with(char::is_whitespace);
        let range = from..from + text.trim().len();
        let text = text.trim();
        for (at, _) in text.match_indices('&') {
            let at = range.start + at;
            let Some((length, letter)) = entity(&self.seen[at..range.end]) else { continue };
            self.push_text(from..at, &self.seen[from..at]);
            match letter {
                Some(letter) => self.push_text(at..at + length, letter.encode_utf8(&mut [0; 4])),
                None => self.glued = false,
            }
            from = at + length;
        }
        self.push_text(from..range.end, &self.seen[from..range.end]);
        self.glued &= !spaced;
    }
}

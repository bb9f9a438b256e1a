//! Lists: items that stay keep their bytes.

use std::ops::Range;

use super::write::{Around, Scalar, flow_lists, notations};
use super::{Refusal, Splice};
use crate::msg;
use crate::text::front::nodes::{Entry, Node, Style, Value};
use crate::text::front::split::line_at;

/// Refuses where a comment stands among the items of a list.
pub(super) fn demand_no_comments(text: &str, list: &Node, items: &[Node]) -> Result<(), Refusal> {
    let mut at = list.span.start;
    for item in items {
        demand_plain(text, at..item.span.start)?;
        at = item.span.end.max(at);
    }
    demand_plain(text, at..list.span.end.max(at))
}

/// Refuses a gap between items that has a comment in it.
fn demand_plain(text: &str, gap: Range<usize>) -> Result<(), Refusal> {
    match text.get(gap.clone()) {
        Some(between) if !between.contains('#') => Ok(()),
        _ => Err(Refusal::new(gap, msg!("edit-comment"))),
    }
}

/// What is different between two lists.
struct Difference {
    /// Whether each old item stays.
    kept: Vec<bool>,
    /// How many of the new ones are old ones.
    matched: usize,
}

/// The old items that stay, if the new list is some of the old ones in their order and others behind them.
fn difference(old: &[Node], new: &[Scalar]) -> Option<Difference> {
    let mut wanted = new.iter();
    let mut next = wanted.next();
    let mut kept = Vec::with_capacity(old.len());
    let mut matched = 0;
    for item in old {
        let stays = next.is_some_and(|next| item.text() == Some(&next.text));
        kept.push(stays);
        if stays {
            matched += 1;
            next = wanted.next();
        }
    }
    let rest = new.get(matched..).unwrap_or_default();
    let moved = rest.iter().any(|scalar| old.iter().any(|item| item.text() == Some(&scalar.text)));
    (!moved).then_some(Difference { kept, matched })
}

/// A list in brackets.
pub(super) fn flow(text: &str, list: &Node, old: &[Node], new: &[Scalar]) -> Result<Vec<Vec<Splice>>, Refusal> {
    demand_own(old)?;
    let anew = || flow_lists(new).into_iter().map(|with| vec![Splice { range: list.span.clone(), with }]);
    let difference = difference(old, new).filter(|difference| difference.kept.iter().all(|kept| *kept));
    let mut ways = Vec::new();
    if let (Some(difference), Some(last)) = (&difference, old.last()) {
        // Only additions: they go behind the last item, and everything between brackets stays as it is.
        let had = style(last);
        let added: String = new[difference.matched..].iter().map(|item| ", ".to_owned() + &flow_item(item, had)).collect();
        ways.push(vec![Splice { range: last.span.end..last.span.end, with: added }]);
    }
    if demand_no_comments(text, list, old).is_ok() {
        let raw = |item: &Scalar| {
            let known = old.iter().find(|known| known.text() == Some(&item.text));
            known.map_or_else(|| flow_item(item, None), |known| known.raw(text).to_owned())
        };
        let with = format!("[{}]", new.iter().map(raw).collect::<Vec<_>>().join(", "));
        ways.push(vec![Splice { range: list.span.clone(), with }]);
        ways.extend(anew());
    } else if ways.is_empty() {
        demand_no_comments(text, list, old)?;
    }
    Ok(ways)
}

/// A list with an item a line.
pub(super) fn block(text: &str, entry: &Entry, old: &[Node], new: &[Scalar]) -> Result<Vec<Vec<Splice>>, Refusal> {
    demand_own(old)?;
    let lines: Vec<Range<usize>> = old.iter().map(|item| item_lines(text, item)).collect::<Result<_, _>>()?;
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return Ok(Vec::new()) };
    if new.is_empty() {
        demand_no_comments(text, &entry.value, old)?;
        let colon = entry.key_span.end + text[entry.key_span.end..].find(':').map_or(0, |at| at + 1);
        let head = line_at(text, colon).map_or(colon, |line| line.next);
        // The items' lines go, the key's gets an empty list before whatever else stands on it.
        let splices = vec![
            Splice { range: colon..colon, with: " []".into() },
            Splice { range: first.start.max(head)..last.end, with: String::new() },
        ];
        return Ok(vec![splices]);
    }
    let dash = &text[first.start..old[0].span.start];
    let eol = if text[..last.end].ends_with("\r\n") { "\r\n" } else { "\n" };
    let line = |item: &Scalar, way: usize| {
        let all = notations(item, None, Around::Block);
        format!("{dash}{}{eol}", all.get(way).or(all.last()).cloned().unwrap_or_default())
    };
    let ends_open = !text[..last.end].ends_with(['\n', '\r']);
    let mut ways = Vec::new();
    for way in 0..2 {
        if let Some(difference) = difference(old, new) {
            let gone = lines.iter().zip(&difference.kept).filter(|(_, kept)| !**kept);
            let mut splices: Vec<Splice> = gone.map(|(range, _)| Splice { range: range.clone(), with: String::new() }).collect();
            let added: String = new[difference.matched..].iter().map(|item| line(item, way)).collect();
            let before = if ends_open { eol } else { "" };
            splices.push(Splice { range: last.end..last.end, with: if added.is_empty() { added } else { before.to_owned() + &added } });
            ways.push(splices);
        }
    }
    if difference(old, new).is_none() {
        demand_no_comments(text, &entry.value, old)?;
        for way in 0..2 {
            let with = new.iter().map(|item| line(item, way)).collect();
            ways.push(vec![Splice { range: first.start..last.end, with }]);
        }
    }
    Ok(ways)
}

/// The whole lines of an item in a block list, with what is said behind it.
fn item_lines(text: &str, item: &Node) -> Result<Range<usize>, Refusal> {
    let refused = || Refusal::new(item.span.clone(), msg!("edit-item"));
    let start = text[..item.span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    if text[start..item.span.start].trim() != "-" {
        return Err(refused());
    }
    let end = text[..item.span.end].trim_end_matches(['\n', '\r']).len().max(item.span.start);
    Ok(start..line_at(text, end).map_or(text.len(), |line| line.next))
}

/// Refuses items that are no texts, or that stand elsewhere.
fn demand_own(items: &[Node]) -> Result<(), Refusal> {
    match items.iter().find(|item| item.indirect || item.text().is_none()) {
        Some(item) => Err(Refusal::new(item.span.clone(), msg!("edit-item"))),
        None => Ok(()),
    }
}

fn style(node: &Node) -> Option<Style> {
    match &node.value {
        Value::Scalar { style, .. } => Some(*style),
        _ => None,
    }
}

fn flow_item(item: &Scalar, had: Option<Style>) -> String {
    notations(item, had, Around::Flow).swap_remove(0)
}

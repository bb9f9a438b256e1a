//! Task items: `- [ ] @anna what (2026-12-15)`.

use std::ops::Range;

use super::mentions::Mention;

/// A task item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Whether its box is ticked.
    pub done: bool,
    /// Its first paragraph as plain text, without the box, with mentions and date.
    pub text: String,
    /// From the `[` of its box, so that the byte after the first is what ticks it, to the end of its text.
    pub span: Range<usize>,
    /// Who is mentioned in it, in order.
    pub mentions: Vec<String>,
    /// The date that ends it in brackets, as written: `2026-12-15`. It has the form of a date, but need not be a day that exists.
    pub date: Option<String>,
}

impl Task {
    /// Makes a task of its box, its text and the mentions of the block it stands in.
    pub(super) fn new(done: bool, text: &str, span: Range<usize>, mentions: &[Mention]) -> Self {
        let text = text.trim();
        let within = mentions.iter().filter(|mention| span.contains(&mention.span.start));
        let mentions = within.map(|mention| mention.handle.clone()).collect();
        Self { done, date: ending_date(text).map(str::to_owned), text: text.to_owned(), span, mentions }
    }
}

/// The date in brackets at the end of a text.
fn ending_date(text: &str) -> Option<&str> {
    let inner = text.trim_end_matches(['.', ';', ',']).strip_suffix(')')?;
    let date = &inner[inner.rfind('(')? + 1..];
    let shape = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    (date.len() == 10 && date.bytes().enumerate().all(shape)).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::ending_date;

    #[test]
    fn only_a_date_at_the_end_is_one() {
        assert_eq!(ending_date("write it (2026-12-15)"), Some("2026-12-15"));
        assert_eq!(ending_date("write it (2026-12-15)."), Some("2026-12-15"));
        assert_eq!(ending_date("write it (2026-12-15) soon"), None);
        assert_eq!(ending_date("write it (soon)"), None);
        assert_eq!(ending_date("write it 2026-12-15)"), None);
        assert_eq!(ending_date("é)"), None);
    }
}

//! Words in HTML: whatever stands in them, they say themselves and nothing else.

/// A text between tags or in an attribute within double quotes.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

/// A text without what steers a terminal, which no page, feed or message may hold.
pub fn visible(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() && !matches!(letter, '\n' | '\t') { '\u{fffd}' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_becomes_markup() {
        assert_eq!(escaped("<script>\"a\" & 'b'\u{1b}[1m"), "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;\u{fffd}[1m");
        assert_eq!(escaped("Zoë\n"), "Zoë\n");
    }
}

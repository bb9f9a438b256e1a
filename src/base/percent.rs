//! Percent signs in addresses.

/// A text as part of an address: every letter that is not plain as its bytes, each behind a percent sign.
pub fn encoded(text: &str, is_plain: impl Fn(char) -> bool) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let (mut out, mut bytes) = (String::with_capacity(text.len()), [0; 4]);
    for letter in text.chars() {
        if is_plain(letter) {
            out.push(letter);
            continue;
        }
        for byte in letter.encode_utf8(&mut bytes).bytes() {
            out.extend(['%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
    }
    out
}

/// Whether a letter means nothing in any part of an address.
pub fn is_unreserved(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_' | '~')
}

#[cfg(test)]
mod tests {
    use super::{encoded, is_unreserved};

    #[test]
    fn what_is_not_plain_is_told_by_its_bytes() {
        assert_eq!(encoded("a é/~?", is_unreserved), "a%20%C3%A9%2F~%3F");
        assert_eq!(encoded("é b", |letter| letter != ' '), "é%20b");
    }
}

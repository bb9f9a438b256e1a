//! Text that is not in UTF-8, as spreadsheets save it.

/// In what a text was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, as nearly everything is.
    Utf8,
    /// UTF-16 that says so: "Unicode text" of a spreadsheet.
    Utf16,
    /// Windows-1252, or Latin 1, which has the same letters: what is no UTF-8 and does not say what it is nearly always is this.
    Windows1252,
}

/// What Windows-1252 has from 0x80 to 0x9F, where Latin 1 has control characters. Five places are empty.
const UPPER: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// A text with what it was in; `None` of bytes that are no text. Its byte-order mark is not part of it.
pub fn decoded(bytes: &[u8]) -> Option<(String, Encoding)> {
    let units = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let text: String = char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        rest.len().is_multiple_of(2).then_some((text, Encoding::Utf16))
    };
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return units(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return units(rest, u16::from_be_bytes);
    }
    if bytes.contains(&0) {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((text.trim_start_matches('\u{feff}').to_owned(), Encoding::Utf8));
    }
    let letter = |byte: u8| usize::from(byte).checked_sub(0x80).and_then(|at| UPPER.get(at)).copied().unwrap_or(char::from(byte));
    Some((bytes.iter().map(|byte| letter(*byte)).collect(), Encoding::Windows1252))
}

#[cfg(test)]
mod tests {
    use super::{Encoding, decoded};

    #[test]
    fn a_text_is_read_in_what_it_was_saved() {
        for (bytes, text, encoding) in [
            (&b"Jos\xC3\xA9"[..], "José", Encoding::Utf8),
            (b"\xEF\xBB\xBFJos\xC3\xA9", "José", Encoding::Utf8),
            (b"Jos\xE9 \x80 \x93x\x94 \xFF", "José € “x” ÿ", Encoding::Windows1252),
            (b"\xFF\xFEJ\0\xE9\0", "Jé", Encoding::Utf16),
            (b"\xFE\xFF\0J\0\xE9", "Jé", Encoding::Utf16),
            (b"", "", Encoding::Utf8),
        ] {
            assert_eq!(decoded(bytes), Some((text.to_owned(), encoding)), "{bytes:?}");
        }
        assert_eq!(decoded(b"\x89PNG\0\0"), None);
        assert_eq!(decoded(b"\xFF\xFEJ"), None, "half a letter");
    }
}

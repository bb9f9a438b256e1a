//! Names that are safe in a path, an address and a shell, made from what people write.

/// The longest a part of a slug becomes, in bytes.
pub const LONGEST: usize = 80;

/// One part of a slug: lower-case ASCII letters, digits and `-`; transliterated, emoji dropped, cut at a word.
///
/// Empty where nothing of `text` can be written that way.
pub fn slug(text: &str) -> String {
    if is_slug(text) {
        return text.to_owned();
    }
    let mut name = String::with_capacity(text.len());
    for letter in text.chars() {
        let ascii = if letter.is_ascii() { None } else { transliterated(letter) };
        let mut buffer = [0; 4];
        let piece = match ascii {
            Some(piece) => piece,
            None if letter.is_ascii() => letter.encode_utf8(&mut buffer),
            None => "",
        };
        // An apostrophe joins (`van 't`, `it's`); anything else that is no letter or digit parts.
        for byte in piece.bytes() {
            match byte {
                b'a'..=b'z' | b'0'..=b'9' => name.push(byte as char),
                b'A'..=b'Z' => name.push(byte.to_ascii_lowercase() as char),
                b'\'' => {}
                _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
                _ => {}
            }
        }
    }
    cut(name.trim_end_matches('-'))
}

/// What a letter outside ASCII becomes; `None` for emoji and other pictures.
fn transliterated(letter: char) -> Option<&'static str> {
    let picture = matches!(u32::from(letter), 0x2190..=0x2bff | 0xfe00..=0xfe0f | 0x1f000..=0x1faff | 0xe0000..=0xe007f | 0x200d | 0x20e3);
    if picture { None } else { deunicode::deunicode_char(letter) }
}

/// Cuts at [`LONGEST`] bytes, at a `-` where one is near.
fn cut(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let head = &name[..LONGEST];
    match head.rfind('-') {
        Some(dash) if dash > LONGEST / 2 => head[..dash].to_owned(),
        _ => head.trim_end_matches('-').to_owned(),
    }
}

/// Every part of a path as a slug; parts of which nothing is left fall away.
pub fn slug_path(path: &str) -> String {
    let mut name = String::with_capacity(path.len());
    for part in path.split('/') {
        let start = name.len();
        if start > 0 {
            name.push('/');
        }
        let behind = name.len();
        if is_slug(part) {
            name.push_str(part);
        } else {
            name.push_str(&slug(part));
        }
        if name.len() == behind {
            name.truncate(start);
        }
    }
    name
}

/// Whether a text is a name already, as most names of files are.
fn is_slug(text: &str) -> bool {
    let mut last = b'-';
    text.len() <= LONGEST
        && text.bytes().all(|byte| {
            let fits = matches!(byte, b'a'..=b'z' | b'0'..=b'9') || byte == b'-' && last != b'-';
            last = byte;
            fits
        })
        && last != b'-'
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, slug, slug_path};

    #[test]
    fn names_become_plain() {
        for (text, plain) in [
            ("Export a mailbox to EML", "export-a-mailbox-to-eml"),
            ("'s Ochtends: wat nu?", "s-ochtends-wat-nu"),
            ("Zoë van 't Hoff", "zoe-van-t-hoff"),
            ("Ångström & Œuvre", "angstrom-oeuvre"),
            ("🎉 Feest!", "feest"),
            ("C++ / C#", "c-c"),
            ("---", ""),
            ("v1.2", "v1-2"),
        ] {
            assert_eq!(slug(text), plain, "{text}");
        }
    }

    #[test]
    fn a_long_name_is_cut_at_a_word() {
        let long = slug(&"word ".repeat(60));
        assert!(long.len() <= LONGEST && long.ends_with("word"), "{long}");
        assert_eq!(slug(&"x".repeat(200)).len(), LONGEST);
    }

    #[test]
    fn parts_stay_parts() {
        assert_eq!(slug_path("Git/Re basing/🎉"), "git/re-basing");
        assert_eq!(slug_path("/🎉/a//b-c/"), "a/b-c");
        assert_eq!(slug_path("-a/b-/c--d/"), "a/b/c-d");
    }
}

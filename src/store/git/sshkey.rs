//! The one way in which a public RSA key is written here.
//!
//! `ssh-keygen` reads numbers with any amount of zeros before them, and takes all of these for the same key. Where keys are compared as
//! text, whoever spells another's otherwise would pass for somebody who has one of their own.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The name of the sort, as it stands in the key too.
pub(super) const RSA: &str = "ssh-rsa";

/// An RSA key as it stands behind its sort in a `.pub` file, as everybody else writes it; `None` where that is none.
pub(super) fn rsa(text: &str) -> Option<String> {
    let bytes = decoded(text)?;
    let (sort, rest) = field(&bytes)?;
    let (exponent, rest) = field(rest)?;
    let (modulus, rest) = field(rest)?;
    if sort != RSA.as_bytes() || !rest.is_empty() {
        return None;
    }
    let mut written = Vec::with_capacity(bytes.len());
    put(&mut written, sort)?;
    put(&mut written, &number(exponent)?)?;
    put(&mut written, &number(modulus)?)?;
    Some(encoded(&written))
}

/// What stands behind its length in four bytes, and the rest.
fn field(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

fn put(written: &mut Vec<u8>, field: &[u8]) -> Option<()> {
    written.extend_from_slice(&u32::try_from(field.len()).ok()?.to_be_bytes());
    written.extend_from_slice(field);
    Some(())
}

/// A number above zero with no zeros before it, but for one where it would look negative.
fn number(bytes: &[u8]) -> Option<Vec<u8>> {
    let start = bytes.iter().position(|byte| *byte != 0)?;
    let is_negative = start == 0 && bytes[0] >= 0x80;
    let digits = &bytes[start..];
    let zero = (digits[0] >= 0x80).then_some(0);
    (!is_negative).then(|| zero.into_iter().chain(digits.iter().copied()).collect())
}

/// The bytes of a text in base 64; `None` where another would say the same.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    let missing = text.len() - digits.len();
    if text.is_empty() || !text.len().is_multiple_of(4) || missing > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for digit in digits.bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        held = held << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).unwrap_or_default());
            held &= (1 << bits) - 1;
        }
    }
    (held == 0).then_some(bytes)
}

fn encoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let held = part.iter().fold(0_u32, |held, byte| held << 8 | u32::from(*byte)) << (8 * (3 - part.len()));
        for at in 0..4_usize {
            let digit = usize::try_from(held >> (18 - 6 * at) & 0x3f).unwrap_or_default();
            text.push(if at <= part.len() { char::from(DIGITS[digit]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{decoded, encoded, put, rsa};

    /// A key with these bytes as its numbers.
    fn spelled(exponent: &[u8], modulus: &[u8]) -> String {
        let mut bytes = Vec::new();
        for field in [b"ssh-rsa", exponent, modulus] {
            put(&mut bytes, field).unwrap();
        }
        encoded(&bytes)
    }

    #[test]
    fn a_key_is_the_same_however_many_zeros_stand_before_its_numbers() {
        let usual = spelled(&[1, 0, 1], &[0, 0x80, 3]);
        assert!(usual.starts_with("AAAAB3NzaC1yc2EAAAADAQAB"), "{usual}");
        for (exponent, modulus) in
            [(&[1, 0, 1][..], &[0, 0x80, 3][..]), (&[0, 1, 0, 1], &[0, 0, 0x80, 3]), (&[0, 0, 1, 0, 1], &[0, 0x80, 3])]
        {
            assert_eq!(rsa(&spelled(exponent, modulus)).as_deref(), Some(usual.as_str()));
        }
        for (exponent, modulus) in [(&[1, 0, 1][..], &[0x80, 3][..]), (&[0, 0], &[0, 0x80, 3]), (&[1], &[])] {
            assert_eq!(rsa(&spelled(exponent, modulus)), None);
        }
        let more = encoded(&[decoded(&usual).unwrap(), vec![0]].concat());
        for none in ["", "AAAA", "AAAAB3NzaC1yc2E", more.as_str(), usual[4..].into()] {
            assert_eq!(rsa(none), None, "{none}");
        }
    }

    #[test]
    fn bytes_have_one_text() {
        for (text, bytes) in [("TQ==", Some("M")), ("TWE=", Some("Ma")), ("TWFu", Some("Man")), ("TR==", None), ("TQ=", None), ("TQ", None)]
        {
            assert_eq!(decoded(text).as_deref(), bytes.map(str::as_bytes), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(bytes in proptest::collection::vec(any::<u8>(), 1..40)) {
            prop_assert_eq!(decoded(&encoded(&bytes)), Some(bytes));
        }

        #[test]
        fn no_text_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60), text in ".{0,30}") {
            let _ = (rsa(&text), rsa(&encoded(&bytes)));
        }
    }
}

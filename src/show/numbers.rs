//! Numbers as people read them in their language.

use crate::base::lang::Lang;

/// A count with its thousands apart: `14,388`, in Dutch `14.388`.
pub fn count(number: u64, lang: Lang) -> String {
    let (digits, comma) = (number.to_string(), comma(lang).0);
    let mut parted = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            parted.push(comma);
        }
        parted.push(digit);
    }
    parted
}

/// A number with so many decimals: `1,204.5`, in Dutch `1.204,5`. What is no number is a dash.
pub fn decimal(number: f64, decimals: usize, lang: Lang) -> String {
    if !number.is_finite() || number.abs() >= 1e15 {
        return "–".to_owned();
    }
    let text = format!("{:.decimals$}", number.abs());
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let minus = if number < 0.0 && !zero { "-" } else { "" };
    let whole = count(whole.parse().unwrap_or_default(), lang);
    if rest.is_empty() { format!("{minus}{whole}") } else { format!("{minus}{whole}{}{rest}", comma(lang).1) }
}

/// What stands between thousands and before decimals.
fn comma(lang: Lang) -> (char, char) {
    match lang {
        Lang::En => (',', '.'),
        Lang::Nl => ('.', ','),
    }
}

#[cfg(test)]
mod tests {
    use super::{count, decimal};
    use crate::base::lang::Lang::{En, Nl};

    #[test]
    fn each_language_has_its_commas() {
        for (number, english, dutch) in
            [(0, "0", "0"), (999, "999", "999"), (14_388, "14,388", "14.388"), (1_000_000, "1,000,000", "1.000.000")]
        {
            assert_eq!((count(number, En).as_str(), count(number, Nl).as_str()), (english, dutch));
        }
        assert_eq!((decimal(1204.46, 1, En).as_str(), decimal(1204.46, 1, Nl).as_str()), ("1,204.5", "1.204,5"));
        assert_eq!((decimal(-0.04, 1, En).as_str(), decimal(-2.0, 0, En).as_str(), decimal(f64::NAN, 1, En).as_str()), ("0.0", "-2", "–"));
    }
}

//! Lengths in one byte: exact up to 40, then in steps that grow, so that a step is always about a tenth.
//!
//! The steps are those that the index keeps, and the scan rounds to them too, so that both rank alike.

/// Up to here a code is the length itself.
const EXACT: u8 = 24;

/// The code of a length: of the largest length in the table that is no longer.
pub fn code(length: u32) -> u8 {
    (TABLE.partition_point(|known| *known <= length) - 1) as u8
}

/// The length that a code stands for.
pub fn length(code: u8) -> u32 {
    TABLE[usize::from(code)]
}

const TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut code = 0;
    while code < 256 {
        table[code] = decoded(code as u8);
        code += 1;
    }
    table
}

/// Above the exact part a code is a number with three bits behind its leading one, and how far they are shifted.
const fn decoded(code: u8) -> u32 {
    if code < EXACT {
        return code as u32;
    }
    let (bits, shift) = ((code - EXACT) as u32 & 7, (code - EXACT) >> 3);
    let above = if shift == 0 { bits } else { (bits | 8) << (shift - 1) };
    EXACT as u32 + above
}

/// How long zones are together, given their codes.
pub fn sum<const N: usize>(codes: [u8; N]) -> u32 {
    codes.into_iter().map(length).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{code, length};

    #[test]
    fn the_steps_are_those_of_the_index() {
        for (short, expected) in [(0, 0), (24, 24), (40, 40), (41, 42), (57, 96), (79, 504), (150, 229_400), (255, 2_013_265_944)] {
            assert_eq!(length(short), expected, "{short}");
        }
        assert_eq!(code(41), 40);
        assert_eq!(code(u32::MAX), 255);
    }

    proptest! {
        #[test]
        fn a_longer_text_is_never_shorter(a: u32, b: u32) {
            prop_assert!(code(a.min(b)) <= code(a.max(b)));
            prop_assert!(length(code(a)) <= a);
        }
    }

    #[test]
    fn every_code_is_its_own_lengths() {
        for short in 0..=255 {
            assert_eq!(code(length(short)), short);
        }
    }
}

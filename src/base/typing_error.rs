//! Whether one word is another one with a typing error in it, so that a person would say: I meant that.

/// Whether a folded word is a known one, which is folded too, with a typing error in it. What is only alike (`slack` and `back`) is none.
///
/// In a short word a letter is too many, too few or out of its place, or a vowel another one; any other letter makes another word, as in
/// `note` and `none`.
/// In a longer one a letter may be a wrong one, and in a long one two things may be wrong. The first letter of a word is
/// hardly ever mistyped beside another one.
pub fn is_typing_error(typed: &str, known: &str) -> bool {
    let shorter = typed.chars().count().min(known.chars().count());
    let is_same_first = || first_sound(typed) == first_sound(known);
    match strsim::damerau_levenshtein(typed, known) {
        1 if shorter < 4 => false,
        1 if shorter < 6 => is_same_first() && (has_no_other_letter(typed, known, 1) || shorter == 5 && has_other_vowel(typed, known)),
        1 => true,
        2 if shorter < 6 => false,
        2 if shorter < 8 => is_same_first() && has_no_other_letter(typed, known, 2),
        2 => is_same_first(),
        _ => false,
    }
}

/// Whether so many slips explain the difference of which none puts one letter for another: those leave a letter over in both words.
fn has_no_other_letter(typed: &str, known: &str, slips: usize) -> bool {
    other_letters(typed, known) <= slips
}

/// How many letters of either word the other one has not, each as often as it is there: none where letters are only out of their places.
pub(super) fn other_letters(one: &str, other: &str) -> usize {
    let (mut one, mut other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    // What they have in common goes out of both.
    one.retain(|letter| other.iter().position(|known| known == letter).map(|at| other.swap_remove(at)).is_none());
    one.len() + other.len()
}

/// Whether one vowel stands for another: in a word of five letters that is what people get wrong.
fn has_other_vowel(typed: &str, known: &str) -> bool {
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let mut other = typed.chars().zip(known.chars()).filter(|(one, other)| one != other);
    typed.chars().count() == known.chars().count() && other.all(|(one, other)| is_vowel(one) && is_vowel(other))
}

/// The first letter, or the one that sounds as it does: who writes `komunity` begins as the word does.
fn first_sound(word: &str) -> Option<char> {
    word.chars().next().map(|letter| match letter {
        'c' | 'q' => 'k',
        'v' => 'f',
        'y' => 'i',
        'z' => 's',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::is_typing_error;

    #[test]
    fn what_a_person_would_call_a_slip_is_one() {
        for (typed, known) in [
            ("rythm", "rhythm"),
            ("rythmn", "rhythm"),
            ("stewrd", "steward"),
            ("meeitng", "meeting"),
            ("decison", "decision"),
            ("komunity", "community"),
            ("facilitaotr", "facilitator"),
            ("begrippn", "begrippen"),
            ("licentei", "licentie"),
            ("emial", "email"),
            ("mial", "mail"),
            ("quiit", "quiet"),
        ] {
            assert!(is_typing_error(typed, known), "{typed} {known}");
        }
    }

    #[test]
    fn another_word_is_none() {
        for (typed, known) in [
            ("slack", "back"),
            ("licentie", "locatie"),
            ("newsletter", "letter"),
            ("inwerken", "weken"),
            ("verouderd", "verandert"),
            ("begrippn", "begin"),
            ("aanbesteding", "aanleiding"),
            ("budget", "badge"),
            ("acronyms", "across"),
            ("nothinghere", "nothing"),
            ("note", "none"),
            ("veld", "held"),
            ("uitzetten", "inzetten"),
            ("rythmn", "rhythms"),
            ("box", "bx"),
            ("mailbox", "mailbox"),
        ] {
            assert!(!is_typing_error(typed, known), "{typed} {known}");
        }
    }
}

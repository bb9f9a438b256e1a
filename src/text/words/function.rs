//! Function words: those that hold a sentence together and say little of what it is about.

/// Whether a surface is an English or Dutch function word.
///
/// A word that is one in one of the languages and carries meaning in the other (`door`, `men`, `over`, `want`) is none.
pub fn is_function_word(surface: &str) -> bool {
    let known = |word: &str| WORDS.binary_search(&word).is_ok();
    // `what's`, `it'll` and `you're` are two of them; `foto's` and `steward's` are not.
    let contracted = |(word, rest): (&str, &str)| known(word) && matches!(rest, "s" | "d" | "m" | "t" | "ll" | "re" | "ve");
    known(surface) || surface.split_once(['\'', '’']).is_some_and(contracted)
}

/// Whether a surface is an English or Dutch word of asking: in a question that names something else beside it, it says only that somebody asks,
/// as `know` and `help` do in `who knows about maps` and `can somebody help me with maps`. By itself it is a word as any other.
pub fn is_asking_word(surface: &str) -> bool {
    ASKING.binary_search(&surface).is_ok()
}

/// How many words a text has, how many of them only English has and how many only Dutch, of those that every text is full of.
pub fn marks(text: &str) -> (usize, usize, usize) {
    let (mut words, mut english, mut dutch) = (0, 0, 0);
    let mut count = |word: &[u8]| {
        words += usize::from(!word.is_empty());
        // Most words of most texts are longer than the longest of these.
        if let Some(packed) = packed(word) {
            english += usize::from(ENGLISH_PACKED.contains(&packed));
            dutch += usize::from(DUTCH_PACKED.contains(&packed));
        }
    };
    if text.is_ascii() {
        text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).for_each(&mut count);
    } else {
        text.split(|letter: char| !letter.is_alphanumeric()).for_each(|word| count(word.as_bytes()));
    }
    (words, english, dutch)
}

/// The letters of a word in one number, capitals as small ones, by which words are compared at once; `None` for one that is too long to be a mark.
const fn packed(word: &[u8]) -> Option<u64> {
    if word.len() > LONGEST_MARK {
        return None;
    }
    let (mut packed, mut at) = (0, 0);
    while at < word.len() {
        packed = packed << 8 | word[at].to_ascii_lowercase() as u64;
        at += 1;
    }
    Some(packed)
}

const ENGLISH_PACKED: [u64; 15] = all_packed(&ONLY_ENGLISH);
const DUTCH_PACKED: [u64; 15] = all_packed(&ONLY_DUTCH);

const fn all_packed(words: &[&str; 15]) -> [u64; 15] {
    let (mut all, mut at) = ([0; 15], 0);
    while at < words.len() {
        if let Some(packed) = packed(words[at].as_bytes()) {
            all[at] = packed;
        }
        at += 1;
    }
    all
}

/// How many bytes the longest of them has.
const LONGEST_MARK: usize = 6;

/// Words that no other language of these parts has: not `is`, `of` or `want`.
const ONLY_ENGLISH: [&str; 15] =
    ["the", "and", "to", "that", "for", "with", "this", "are", "you", "it", "from", "which", "have", "can", "your"];

/// The same in Dutch: not `de`, `en` or `die`, which French and German have.
const ONLY_DUTCH: [&str; 15] =
    ["het", "een", "van", "niet", "voor", "zijn", "wordt", "worden", "naar", "bij", "ook", "deze", "hebben", "dat", "aan"];

/// In alphabetical order; with those of the words that are a function word in one language alone and stand in every question.
#[rustfmt::skip]
const ASKING: [&str; 57] = [
    "about", "all", "alles", "any", "anybody", "anyone", "anything", "ask", "asks", "choose", "everything", "help", "helpen", "helps",
    "helpt", "here", "hier", "iemand", "iets", "ken", "kennen", "kent", "kies", "kiest", "know", "knows", "mag", "may", "meer", "meest",
    "mogen", "more", "most", "much", "must", "need", "needs", "over", "please", "somebody", "someone", "something", "tell", "tells", "veel",
    "verstand", "vertel", "vertellen", "vertelt", "vragen", "want", "wants", "weet", "weten", "wil", "wilde", "willen",
];

/// In alphabetical order.
#[rustfmt::skip]
const WORDS: [&str; 139] = [
    "a", "aan", "al", "als", "an", "and", "are", "as", "at", "be", "been", "bij", "but", "by", "can", "could", "dan", "dat", "de", "deze",
    "did", "die", "dit", "do", "doen", "does", "dus", "een", "en", "er", "for", "from", "had", "has", "have", "heb", "hebben", "heeft",
    "het", "hij", "hoe", "how", "hun", "i", "if", "ik", "in", "into", "is", "it", "its", "je", "jullie", "kan", "kunnen", "maar", "me",
    "met", "mij", "mijn", "moet", "moeten", "my", "na", "naar", "niet", "no", "nog", "not", "of", "om", "omdat", "on", "onder", "ons",
    "onze", "ook", "op", "or", "our", "shall", "she", "should", "so", "such", "te", "than", "that", "the", "their", "them", "then",
    "there", "these", "they", "this", "those", "to", "tot", "u", "uit", "uw", "van", "voor", "waar", "waarom", "wanneer", "was", "wat",
    "we", "welk", "welke", "werd", "were", "what", "when", "where", "which", "who", "whom", "whose", "why", "wie", "will", "with",
    "worden", "wordt", "would", "you", "your", "zal", "ze", "zich", "zij", "zijn", "zo", "zou", "zouden", "zullen",
];

#[cfg(test)]
mod tests {
    use super::{ASKING, ONLY_DUTCH, ONLY_ENGLISH, WORDS, is_asking_word, is_function_word, marks};

    #[test]
    fn the_list_is_in_order_and_knows_both_languages() {
        assert!(WORDS.is_sorted_by(|a, b| a < b));
        assert!(["the", "het", "how", "waarom", "what's", "who’s", "can't"].into_iter().all(is_function_word));
        assert!(!["mailbox", "door", "men", "vraag", "", "foto's", "steward's", "'s"].into_iter().any(is_function_word));
    }

    #[test]
    fn small_words_mark_a_language() {
        assert_eq!(marks("The export of it. HET van de"), (7, 2, 2));
        assert_eq!(marks(""), (0, 0, 0));
        assert!(ONLY_ENGLISH.iter().all(|word| !ONLY_DUTCH.contains(word)));
        assert_eq!(ONLY_ENGLISH.iter().chain(&ONLY_DUTCH).map(|word| word.len()).max(), Some(super::LONGEST_MARK));
    }

    #[test]
    fn words_of_asking_are_no_function_words() {
        assert!(ASKING.is_sorted_by(|a, b| a < b));
        assert!(ASKING.iter().all(|word| !is_function_word(word)));
        assert!(["knows", "weet", "kies", "iemand", "somebody"].into_iter().all(is_asking_word));
        assert!(!["choosing", "kiezen", "licence", "vraag", "maps", ""].into_iter().any(is_asking_word));
    }
}

//! The orders in which documents can come.

use crate::base::fold::fold;

/// An order of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Best first.
    Score,
    /// Last made first.
    Newest,
    /// First made first.
    Oldest,
    /// Last changed first.
    Updated,
    /// Longest not reviewed first; what was never reviewed counts from when it was made.
    Reviewed,
    /// By title.
    Title,
}

impl Order {
    /// All of them, with what people type.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("best", Self::Score),
        ("newest", Self::Newest),
        ("oldest", Self::Oldest),
        ("updated", Self::Updated),
        ("reviewed", Self::Reviewed),
        ("title", Self::Title),
    ];

    /// What else people type for one, in English and Dutch.
    const WORDS: [(&'static str, Self); 13] = [
        ("score", Self::Score),
        ("beste", Self::Score),
        ("created", Self::Newest),
        ("nieuwste", Self::Newest),
        ("gemaakt", Self::Newest),
        ("nieuw", Self::Newest),
        ("oudste", Self::Oldest),
        ("oud", Self::Oldest),
        ("gewijzigd", Self::Updated),
        ("bijgewerkt", Self::Updated),
        ("nagekeken", Self::Reviewed),
        ("titel", Self::Title),
        ("naam", Self::Title),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, order)| *order == self).map_or("", |(name, _)| name)
    }

    /// The order that a person means by a word.
    pub fn meant_by(typed: &str) -> Option<Self> {
        let typed = fold(typed.trim());
        Self::words().find(|(word, _)| *word == typed).map(|(_, order)| order)
    }

    /// Every word for an order, the names first.
    pub fn words() -> impl Iterator<Item = (&'static str, Self)> {
        Self::NAMES.into_iter().chain(Self::WORDS)
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn every_order_has_its_words_in_both_languages() {
        for (words, order) in [
            (&["best", "Score", "beste"][..], Order::Score),
            (&["newest", "nieuwste"], Order::Newest),
            (&["oldest", "oudste"], Order::Oldest),
            (&["updated", "gewijzigd"], Order::Updated),
            (&["reviewed", "nagekeken"], Order::Reviewed),
            (&["title", " TITEL "], Order::Title),
        ] {
            for word in words {
                assert_eq!(Order::meant_by(word), Some(order), "{word}");
            }
        }
        assert_eq!(Order::meant_by("worst"), None);
    }
}

//! The parts of a document that words are counted in apart.

/// A part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Zone {
    /// The title.
    Title,
    /// The headings below it.
    Heading,
    /// What it is called and filed under: tags with their synonyms, aliases.
    Label,
    /// Running text, lists, tables, quotes.
    Body,
    /// What is said in passing: code blocks and inline code, and the text of a member's file.
    Code,
}

impl Zone {
    /// All of them, in the order of [`Zone::place`].
    pub const ALL: [Self; 5] = [Self::Title, Self::Heading, Self::Label, Self::Body, Self::Code];

    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Where it stands in an array with one place a zone.
    pub fn place(self) -> usize {
        self as usize
    }

    /// Its name, such as an index gives its field.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Label => "label",
            Self::Body => "body",
            Self::Code => "code",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Zone;

    #[test]
    fn every_zone_has_its_place() {
        for (place, zone) in Zone::ALL.into_iter().enumerate() {
            assert_eq!(zone.place(), place, "{}", zone.name());
        }
    }
}

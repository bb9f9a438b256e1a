//! What a piece of text is; how that looks is decided here and nowhere else.

use anstyle::{AnsiColor, Style};

/// What a piece of text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Label {
    /// Words among words.
    #[default]
    Plain,
    /// What the eye should find first: a title, a name being defined.
    Strong,
    /// What may be read over: a count, a key, what is between.
    Dim,
    /// Emphasised words of a document.
    Emphasis,
    /// A path or address; never broken over two lines.
    Path,
    /// Words that matched a query.
    Match,
    /// A kind, such as `practice`.
    Kind,
    /// A state, such as `adopted`.
    State,
    /// The word for an error.
    Error,
    /// The word for a warning.
    Warning,
    /// The word for a note or a hint.
    Note,
    /// A command to type; never broken over two lines.
    Command,
    /// A person's name.
    Person,
    /// Code in a document.
    Code,
}

/// How a piece of text looks, whoever draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As any text.
    Plain,
    /// Heavier.
    Bold,
    /// Fainter.
    Dim,
    /// Slanted.
    Italic,
    /// Cyan.
    Open,
    /// Red and heavier.
    Wrong,
}

impl Label {
    /// How it looks. Two colours and no more: red is wrong or gone, cyan can be opened or typed; nothing is said by colour alone.
    pub fn tone(self) -> Tone {
        match self {
            Self::Plain | Self::Kind | Self::State | Self::Person => Tone::Plain,
            Self::Strong | Self::Match => Tone::Bold,
            Self::Dim | Self::Note => Tone::Dim,
            Self::Emphasis => Tone::Italic,
            Self::Path | Self::Command | Self::Code => Tone::Open,
            Self::Error | Self::Warning => Tone::Wrong,
        }
    }

    /// The same as the escapes of a terminal.
    pub fn style(self) -> Style {
        let plain = Style::new();
        match self.tone() {
            Tone::Plain => plain,
            Tone::Bold => plain.bold(),
            Tone::Dim => plain.dimmed(),
            Tone::Italic => plain.italic(),
            Tone::Open => plain.fg_color(Some(AnsiColor::Cyan.into())),
            Tone::Wrong => plain.fg_color(Some(AnsiColor::Red.into())).bold(),
        }
    }

    /// Whether it is copied as a whole, so that a line break must not come into it.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Path | Self::Command)
    }
}

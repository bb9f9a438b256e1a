//! How an error is shown: what is wrong, where, why, what to type next.

use serde::Serialize;

use crate::base::error::{Error, ErrorKind};
use crate::base::lang::{Lang, words};

use super::clean;
use super::label::Label;
use super::line::Line;
use super::view::{Block, Excerpt};

/// A message that is longer than this many letters repeats something that nobody will read to its end.
const LONGEST: usize = 1_000;

/// A text without the end of what is far too long.
fn cut(mut text: String) -> String {
    if let Some((at, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(at);
        text.push('…');
    }
    text
}

/// For people, in their language.
pub fn blocks(error: &Error, lang: Lang) -> Vec<Block> {
    let mut blocks = vec![Block::Line(said(Label::Error, "said-error", lang).plain(cut(error.msg().text(lang))))];
    if let Some(place) = error.place() {
        let source = error.source_line().filter(|line| place.column > 0 && line.len() <= LONGEST).unwrap_or_default().to_owned();
        blocks.push(Block::Excerpt(Excerpt { place: place.clone(), says: Line::new(), source, skipped: 0, length: 1, label: Line::new() }));
    }
    if let Some(cause) = error.cause() {
        blocks.push(Block::Line(said(Label::Dim, "said-because", lang).plain(cut(cause.text(lang)))));
    }
    blocks.extend(error.hints().iter().map(|hint| Block::Line(said(Label::Note, "said-hint", lang).plain(cut(hint.text(lang))))));
    blocks
}

/// For programs: one JSON object on one line, in English.
pub fn json(error: &Error) -> String {
    #[derive(Serialize)]
    struct Object {
        error: Fields,
    }
    #[derive(Serialize)]
    struct Fields {
        kind: ErrorKind,
        message: String,
        cause: Option<String>,
        path: Option<String>,
        line: Option<u32>,
        column: Option<u32>,
        hints: Vec<String>,
    }
    let known = |number: u32| (number > 0).then_some(number);
    let place = error.place();
    let fields = Fields {
        kind: error.kind(),
        message: cut(error.msg().text(Lang::En)),
        cause: error.cause().map(|cause| cut(cause.text(Lang::En))),
        path: place.map(|place| place.path.clone()),
        line: place.and_then(|place| known(place.line)),
        column: place.and_then(|place| known(place.column)),
        hints: error.hints().iter().map(|hint| cut(hint.text(Lang::En))).collect(),
    };
    // Nothing in it can fail to serialise.
    let json = serde_json::to_string(&Object { error: fields }).unwrap_or_default();
    clean::json(&json).into_owned()
}

/// `error: `, `hint: ` and their like, in a language.
pub(super) fn said(label: Label, key: &str, lang: Lang) -> Line {
    let word = words(lang, key).unwrap_or_else(|| key.to_owned());
    Line::of(label, format!("{word}:")).plain(" ")
}

#[cfg(test)]
mod tests {
    use crate::base::error::{Error, ErrorKind};
    use crate::base::lang::{Lang, Msg};
    use crate::base::place::Place;
    use crate::show::layout;

    fn error() -> Error {
        Error::new(ErrorKind::Settings, Msg::literal("\"laguage\" is not a setting\x1b[2J"))
            .at(Place::at("club/community.yaml", (3, 1)))
            .line("laguage: nl")
            .because("unknown field")
            .hint(Msg::literal("write: language"))
            .hint(Msg::literal("cop help settings"))
    }

    #[test]
    fn an_error_says_what_where_why_and_what_next() {
        let text = |lang| layout::lay(&super::blocks(&error(), lang), 60).iter().map(|line| line.text() + "\n").collect::<String>();
        insta::assert_snapshot!(text(Lang::En), @r#"
        error: "laguage" is not a setting\u{1b}[2J
        club/community.yaml:3:1
           |  laguage: nl
           |  ^
        because: unknown field
        hint: write: language
        hint: cop help settings
        "#);
        insta::assert_snapshot!(text(Lang::Nl), @r#"
        fout: "laguage" is not a setting\u{1b}[2J
        club/community.yaml:3:1
           |  laguage: nl
           |  ^
        oorzaak: unknown field
        tip: write: language
        tip: cop help settings
        "#);
    }

    #[test]
    fn a_program_reads_the_same_in_english() {
        insta::assert_snapshot!(super::json(&error()), @r#"{"error":{"kind":"settings","message":"\"laguage\" is not a setting\u001b[2J","cause":"unknown field","path":"club/community.yaml","line":3,"column":1,"hints":["write: language","cop help settings"]}}"#);
        let bare = Error::new(ErrorKind::NotFound, Msg::literal("no"));
        insta::assert_snapshot!(super::json(&bare), @r#"{"error":{"kind":"not-found","message":"no","cause":null,"path":null,"line":null,"column":null,"hints":[]}}"#);
    }
}

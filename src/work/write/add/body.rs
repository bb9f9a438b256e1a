//! A text that somebody brings for a new document.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::place::Place;
use crate::base::problem::Problem;
use crate::model::document::Document;
use crate::model::kind::Kind;
use crate::msg;
use crate::text::front::edit::{New, set};
use crate::work::session::Session;

/// The heading that waits for a title.
const HEADING: &str = "# {{ title }}\n\n";

/// The front matter of a template, or of the text itself if it has some, and the text in place of the template's.
///
/// # Errors
/// The text's own front matter can't be read, or says that it is of another kind.
pub(super) fn with(
    template: &str,
    body: &str,
    kind: &Kind,
    title: Option<&str>,
    session: &Session,
    read: &dyn Fn(&str) -> Document,
) -> Result<String> {
    let body = body.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if body.trim().is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("add-empty")));
    }
    if body.contains('\0') {
        return Err(Error::new(ErrorKind::Usage, msg!("add-not-text")));
    }
    let own = read(&body);
    let (front, rest) = if own.front.range.is_some() {
        (own_front(&own, kind, title, session)?, own.body())
    } else {
        let template = read(template);
        (template.text[..template.front.body].to_owned(), body.as_str())
    };
    let rest = rest.trim_start_matches('\n').trim_end();
    let gap = if front.is_empty() { "" } else { "\n" };
    let without = format!("{front}{gap}{rest}\n");
    let has_title = match title {
        Some(title) => read(&without).markdown.first_heading().is_some_and(|heading| heading.level == 1 && heading.text.trim() == title),
        None => true,
    };
    Ok(if has_title { without } else { format!("{front}{gap}{HEADING}{rest}\n") })
}

/// The front matter that a text brings, as it is, but for what a new document does not say: its kind, and the state it is in anyway.
fn own_front(own: &Document, kind: &Kind, title: Option<&str>, session: &Session) -> Result<String> {
    if let Some(problem) = own.front.problems.first() {
        return Err(faulty(own, problem));
    }
    let settings = session.settings();
    if let Some(said) = own.value("kind")
        && settings.kinds.meant_by(said).is_none_or(|meant| meant.name != kind.name)
    {
        return Err(Error::new(ErrorKind::Usage, msg!("add-other-kind", said = said, kind = &kind.name)));
    }
    let says_default = own.value("status").and_then(|text| kind.state_meant_by(text)).is_some_and(|state| kind.goes_unsaid(state));
    let mut text = own.text.to_string();
    let drop = |text: &str, name: &str| -> Result<String> {
        let Some(field) = own.fields.iter().find(|field| field.name == name) else { return Ok(text.to_owned()) };
        set(text, &field.key, &New::Nothing, &settings.limits).map_err(|refusal| Error::new(ErrorKind::Usage, refusal.msg))
    };
    text = drop(&text, "kind")?;
    if says_default {
        text = drop(&text, "status")?;
    }
    // A title that was typed goes before the one that the text brings.
    if title.is_some() {
        text = drop(&text, "title")?;
    }
    let end = crate::text::front::read(&text, &settings.limits).body;
    Ok(text[..end].to_owned())
}

/// What is wrong with a text's own front matter, and where: it has no path yet.
pub(super) fn faulty(document: &Document, problem: &Problem) -> Error {
    let error = document.fault(&problem.span, msg!("add-faulty", what = problem.msg.clone()));
    let error = error.at(Place::at("-", document.position(&problem.span)));
    problem.help.iter().fold(error, |error, help| error.hint(help.clone()))
}

//! Giving tags and taking them away: what `tag` does.

use crate::base::error::{Error, ErrorKind, Result};
use crate::base::fold::fold_tag;
use crate::model::document::Document;
use crate::msg;
use crate::text::front::edit::{New, Scalar};
use crate::work::session::Session;

use super::values::tag as in_their_words;
use super::{How, Tagged, Which, fields, write};

/// Gives documents tags and takes others from them.
///
/// # Errors
/// A document or tag that does not exist, or git says no. Then nothing is changed.
pub fn tag(session: &Session, which: &Which, added: &[String], removed: &[String], how: &How) -> Result<Tagged> {
    let (added, removed) = (words(added), words(removed));
    let new = given(session, &added, &removed)?;
    let settings = session.settings();
    let gone: Vec<String> = removed.iter().map(|text| settings.tag_name(text)).collect();
    if let Some(both) = new.iter().find(|word| gone.contains(&settings.tag_name(word))) {
        return Err(Error::new(ErrorKind::Usage, msg!("set-contradiction", key = both)));
    }
    let (mut draft, paths) = which.draft(session)?;
    let mut last = String::new();
    let mut count: usize = 0;
    for path in &paths {
        let document = draft.document(path)?;
        let kind = draft.kind(&document);
        let Some(field) = kind.field("tags") else {
            return Err(Error::new(ErrorKind::NotFound, msg!("set-unknown", key = "tags", kind = kind.label(session.lang()))));
        };
        if let Which::One(_) = which {
            demand(session, &document, &gone, &removed)?;
        }
        let has: Vec<String> = document.values("tags").iter().map(|value| value.text.clone()).filter(|text| !text.is_empty()).collect();
        let mut tags: Vec<String> = has.iter().filter(|tag| !gone.contains(&settings.tag_name(tag))).cloned().collect();
        for word in &new {
            if !tags.iter().any(|tag| settings.tag_name(tag) == settings.tag_name(word)) {
                tags.push(word.clone());
            }
        }
        if tags != has {
            let value = if tags.is_empty() { New::Nothing } else { New::List(tags.iter().map(Scalar::text).collect()) };
            draft.put(path, &fields::key_of(&document, kind, field), &value)?;
            last.clone_from(&document.reference);
            count += 1;
        }
    }
    let signs = |sign: &str, words: &[String]| words.iter().map(|word| format!("{sign}{word}")).collect::<Vec<_>>();
    let what = msg!("commit-tags", tags = [signs("+", &new), signs("-", &removed)].concat().join(" "));
    let subject = match count {
        0 | 1 => msg!("commit-of", name = last, what = what),
        _ => msg!("commit-many", count = count, what = what),
    };
    write(session, &draft, &subject, how).map(Tagged)
}

/// What was typed, a tag each.
fn words(typed: &[String]) -> Vec<String> {
    typed.iter().flat_map(|text| text.split(',')).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The tags to give, as the community writes them.
fn given(session: &Session, added: &[String], removed: &[String]) -> Result<Vec<String>> {
    if added.is_empty() && removed.is_empty() {
        return Err(Error::new(ErrorKind::Usage, msg!("tag-nothing")).hint(msg!("tag-nothing-help")));
    }
    // `+z` and `-a` look like giving and taking away, and would be tags with a sign in their name.
    if let Some((text, bare)) = added.iter().find_map(|text| Some((text, text.strip_prefix(['+', '-'])?))) {
        let error = Error::new(ErrorKind::Usage, msg!("tag-sign", text = text));
        return Err(error.hint(if text.starts_with('+') { msg!("tag-sign-give", tag = bare) } else { msg!("tag-sign-take", tag = bare) }));
    }
    let mut new: Vec<String> = Vec::new();
    for text in added {
        let word = in_their_words(session, text)?;
        if !new.iter().any(|known| fold_tag(known) == fold_tag(&word)) {
            new.push(word);
        }
    }
    Ok(new)
}

/// Demands of the one document that is named that it has what is to be taken from it.
fn demand(session: &Session, document: &Document, gone: &[String], typed: &[String]) -> Result<()> {
    let settings = session.settings();
    let has: Vec<&str> = document.values("tags").iter().map(|value| value.text.as_str()).collect();
    for (name, typed) in gone.iter().zip(typed) {
        if !has.iter().any(|tag| settings.tag_name(tag) == *name) {
            let error = Error::new(ErrorKind::NotFound, msg!("tag-not-there", tag = typed, name = &document.reference));
            return Err(if has.is_empty() { error } else { error.hint(msg!("usage-values", values = has.join(", "))) });
        }
    }
    Ok(())
}

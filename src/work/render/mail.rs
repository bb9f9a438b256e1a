//! A letter as a message that a mail program opens as a draft (RFC 5322, MIME): whoever sends it says to whom.

use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;

use super::html::visible;

/// A message in two forms, of which a mail program shows the one that it can. `written` is in seconds since 1970.
///
/// It has no sender and no receiver, so that no address of a member stands in it, and is marked as not sent yet, by which mail programs
/// open it to be sent. The same letter is the same bytes.
pub fn draft(subject: &str, text: &str, html: &str, language: &str, written: i64) -> String {
    let digest = blake3::hash([subject, "\0", text, "\0", html].concat().as_bytes()).to_hex();
    let name = &digest[..32];
    let kind = ContentType::new("multipart/alternative").attribute("boundary", format!("cop_{name}"));
    let parts = vec![
        MimePart::new(ContentType::new("text/plain").attribute("charset", "utf-8"), visible(text)),
        MimePart::new(ContentType::new("text/html").attribute("charset", "utf-8"), html),
    ];
    let message = MessageBuilder::new()
        .message_id(format!("{name}@cop.invalid"))
        .date(written)
        .subject(visible(subject))
        .header("X-Unsent", Raw::new("1"))
        .header("Content-Language", Raw::new(language))
        .body(MimePart::new(kind, parts));
    message.write_to_string().unwrap_or_default()
}

//! The numbers of documents: which are taken, and what a file is called with the next.

use std::collections::HashMap;

use crate::base::path::{folder, last};

use super::scope::Scope;

/// The highest number of each kind in each folder. Folders below that of a kind may each have numbers of their own, and so do
/// files that were there before.
pub(super) struct Numbers<'a>(HashMap<(usize, &'a str), u32>);

impl<'a> Numbers<'a> {
    pub(super) fn of(scope: &Scope<'a>) -> Self {
        let mut highest: HashMap<(usize, &str), u32> = HashMap::new();
        for (at, document) in scope.documents().iter().enumerate() {
            let Some(number) = document.number(scope.kind(at)) else { continue };
            let known = highest.entry((document.kind, folder(&document.path))).or_default();
            *known = number.max(*known);
        }
        Self(highest)
    }

    /// What the file of a document is called with the next number of its folder, which is taken from then on.
    pub(super) fn next_name(&mut self, scope: &Scope<'a>, at: usize) -> String {
        let (document, kind) = (scope.document(at), scope.kind(at));
        let highest = self.0.entry((document.kind, folder(&document.path))).or_default();
        *highest = highest.saturating_add(1);
        let name = last(&document.path);
        let (lead, named) = name.split_at(if name.starts_with("adr-") { "adr-".len() } else { 0 });
        let digits = match document.number(kind) {
            Some(_) => named.bytes().take_while(u8::is_ascii_digit).count(),
            None => 0,
        };
        let width = if digits > 0 { digits } else { kind.numbered.unwrap_or_default() };
        let rest = named[digits..].trim_start_matches('-');
        let dash = if rest.starts_with('.') { "" } else { "-" };
        format!("{lead}{highest:0width$}{dash}{rest}")
    }
}

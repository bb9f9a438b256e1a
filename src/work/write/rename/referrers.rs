//! Where a document is referred to.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::base::lines::Lines;
use crate::base::path::last;
use crate::base::place::Place;
use crate::model::document::Document;
use crate::model::field::FieldType;
use crate::model::kind::Capability;
use crate::model::names::Found;

use super::land::Land;
use super::place::Moves;
use super::plan::{Meaning, Plan};
use super::scan::{Candidate, Needles, candidates};
use super::settings::{self, naming, naming_person};

/// Every place, from the community's root, at which something refers to a document or to a file in its own folder.
pub(in crate::work::write) fn referrers(land: &Land<'_>, at: usize, document: &Document, folder: Option<&str>) -> Vec<Place> {
    let session = land.session;
    let kind = session.settings().kinds.at(document.kind);
    let handle = kind.has(Capability::Person).then(|| document.handle());
    let mut needles = Needles::default();
    if let Some(name) = land.list.get(at) {
        needles.name(name);
    }
    if let Some(folder) = folder {
        needles.path(last(folder));
    }
    if let Some(handle) = handle {
        needles.person(handle);
    }
    let plan = Plan::new(land, Moves::default(), Vec::new(), &HashMap::new());
    let own = Own { at, folder, handle };
    let mut places = Vec::new();
    for candidate in candidates(land, &needles, &BTreeSet::new(), &|_| true) {
        let from = &candidate.document;
        let is_own = candidate.at == Some(at) || folder.is_some_and(|folder| from.path.starts_with(&format!("{folder}/")));
        if !is_own {
            let mut spans = own.spans(&plan, &candidate);
            spans.sort_by_key(|span| span.start);
            spans.dedup();
            places.extend(spans.into_iter().map(|span| Place::at(&from.path, from.position(&span))));
        }
    }
    let text = session.settings_text();
    let lines = Lines::new(text);
    let said = naming(land, at).into_iter().chain(handle.into_iter().flat_map(|handle| naming_person(land, handle)));
    places.extend(said.map(|span| Place::at(settings::PATH, lines.position(text, span.start))));
    places
}

/// What is looked for.
struct Own<'o> {
    at: usize,
    folder: Option<&'o str>,
    handle: Option<&'o str>,
}

impl Own<'_> {
    fn is_meant(&self, meaning: &Meaning) -> bool {
        match meaning {
            Meaning::Document(at, _) | Meaning::Page(at, _) => *at == self.at,
            Meaning::File(path, _) => {
                self.folder.is_some_and(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
            }
            Meaning::Here(_) | Meaning::Nothing => false,
        }
    }

    fn spans(&self, plan: &Plan<'_, '_>, candidate: &Candidate) -> Vec<Range<usize>> {
        let (document, side) = (&candidate.document, &plan.land.side);
        let links = document.markdown.links.iter().filter(|link| self.is_meant(&plan.link(side, &document.path, link)));
        let mut spans: Vec<Range<usize>> = links.map(|link| link.target_span.clone()).collect();
        if let Some(handle) = self.handle {
            let mentions = document.markdown.mentions.iter().filter(|mention| mention.handle.eq_ignore_ascii_case(handle));
            spans.extend(mentions.map(|mention| mention.span.clone()));
        }
        if candidate.at.is_none() {
            return spans;
        }
        let relations =
            document.relations.iter().filter(|relation| self.is_meant(&plan.relation(side, document, &document.path, relation)));
        spans.extend(relations.map(|relation| relation.span.clone()));
        let kind = plan.settings().kinds.at(document.kind);
        for said in &document.fields {
            let Some(field) = kind.field(&said.name) else { continue };
            let is_meant = |text: &str| match field.kind {
                FieldType::Person => self.handle.is_some_and(|handle| text.eq_ignore_ascii_case(handle)),
                FieldType::Ref => side.resolve(plan.settings(), text) == Found::One(self.at),
                _ => false,
            };
            spans.extend(said.values.iter().filter(|value| is_meant(&value.text)).map(|value| value.span.clone()));
        }
        spans
    }
}

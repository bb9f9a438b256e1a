//! Markdown: any text is read, and every place that it gives is a place in that text.
#![no_main]

use cop::base::limits::Limits;
use cop::text::front;
use cop::text::markdown::{HeadingIds, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let limits = Limits::default();
    let body = front::read(text, &limits).body;
    for style in [HeadingIds::GitHub, HeadingIds::GitLab, HeadingIds::MkDocs] {
        let markdown = read(text, body, style, &limits);
        let headings = markdown.headings.iter().flat_map(|heading| [&heading.span, &heading.section]);
        let links = markdown.links.iter().flat_map(|link| [&link.span, &link.target_span]);
        let mentions = markdown.mentions.iter().map(|mention| &mention.span);
        let tasks = markdown.tasks.iter().map(|task| &task.span);
        let comments = markdown.comments.iter().map(|comment| &comment.span);
        let runs = markdown.runs.iter().map(|run| &run.span);
        let problems = markdown.problems.iter().map(|problem| &problem.span);
        let plain = markdown.html.iter().chain(&markdown.code).chain(&markdown.opaque);
        for span in headings.chain(links).chain(mentions).chain(tasks).chain(comments).chain(runs).chain(problems).chain(plain) {
            assert!(text.get(span.clone()).is_some(), "{span:?}");
        }
    }
});

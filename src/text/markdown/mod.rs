//! Markdown: one pass over a text that keeps what cop works with.

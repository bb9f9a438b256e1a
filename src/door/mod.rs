//! Floor 5: the doors through which people and programs come in. A door parses, calls one use case, and shows its result.

pub mod cli;
pub mod next;
pub mod tui;

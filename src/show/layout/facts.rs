//! Names with their values, the values below one another.

use crate::show::label::Label;
use crate::show::line::Line;

use super::parts::{all, hang, pad, spaces};
use super::wrap::wrap;

/// Between a name and its value.
const GAP: usize = 2;

pub(super) fn lay(facts: &[(Line, Line)], width: usize) -> Vec<Line> {
    let names = facts.iter().map(|(name, _)| name.width()).filter(|wide| *wide <= width / 3).max().unwrap_or(0);
    let mut lines = Vec::new();
    for (name, value) in facts {
        let name = all(name, Label::Dim);
        if name.width() <= names {
            lines.extend(hang(value, width, &pad(name, names + GAP, false), names + GAP));
        } else {
            // Further in than the name, wherever that begins.
            let indent = (name.text().chars().take_while(|letter| *letter == ' ').count() + GAP).min(width / 2);
            lines.extend(wrap(&name, width, width));
            if !value.is_empty() {
                lines.extend(hang(value, width, &spaces(indent), indent));
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    #[test]
    fn values_stand_below_one_another() {
        let facts = [("steward".into(), "Fatima El Idrissi".into()), ("tags".into(), "email, export, born-digital, mailbox".into())];
        let text = |width| super::lay(&facts, width).iter().map(|line| line.text() + "\n").collect::<String>();
        insta::assert_snapshot!(text(36), @r"
        steward  Fatima El Idrissi
        tags     email, export,
                 born-digital, mailbox
        ");
        insta::assert_snapshot!(text(20), @r"
        steward
          Fatima El Idrissi
        tags  email, export,
              born-digital,
              mailbox
        ");
    }
}

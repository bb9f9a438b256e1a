//! Lines that end in two ways.

use crate::model::finding::{Edit, Mend, Safety, Severity};
use crate::msg;
use crate::work::checks::page::Page;
use crate::work::checks::rule::{About, Check, Found, Rule, Words};
use crate::work::checks::scope::Scope;

/// `mixed-line-ends`
pub static RULE: Rule = Rule {
    code: "CON005",
    name: "mixed-line-ends",
    severity: Severity::Note,
    adopted: Severity::Note,
    since: "0.1.0",
    fix: Some(Safety::Safe),
    about: About {
        en: Words {
            says: "Some lines of a file end in another way than others.",
            why: "Git shows lines as changed that nobody touched, and some editors show the file as one long line.",
            mend: "Let your editor save the file with one kind of line end, best `LF`.",
        },
        nl: Words {
            says: "Sommige regels van een bestand eindigen anders dan andere.",
            why: "Git toont regels als gewijzigd die niemand heeft aangeraakt, en sommige editors tonen het bestand als één lange regel.",
            mend: "Laat je editor het bestand met één soort regeleinde opslaan, het liefst `LF`.",
        },
        bad: "a file with both CRLF and LF",
        good: "a file with LF only",
    },
    check: Check::Page(check),
};

fn check(_: &Scope<'_>, page: &Page<'_>, found: &mut Found) {
    let bytes = page.document.text.as_bytes();
    if !bytes.contains(&b'\r') {
        return;
    }
    let (mut windows, mut unix, mut old) = (Ends::of("\r\n"), Ends::of("\n"), Ends::of("\r"));
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'\n' if at > 0 && bytes[at - 1] == b'\r' => windows.add(at),
            b'\n' => unix.add(at),
            b'\r' if bytes.get(at + 1) != Some(&b'\n') => old.add(at),
            _ => {}
        }
    }
    let mut all: Vec<Ends> = [windows, unix, old].into_iter().filter(|ends| ends.count > 0).collect();
    all.sort_by_key(|ends| ends.count);
    // What is rarer is the odd one out.
    if let [odd, .., most] = all.as_slice() {
        let msg = msg!("check-mixed-line-ends", odd = odd.count, most = most.count);
        let raw = found.at(page.at, odd.first..odd.first, msg).help(msg!("check-mixed-line-ends-help"));
        // One that stands alone may be part of a text from elsewhere.
        if old.count == 0 {
            raw.fix(Mend::Text { edits: alike(bytes, most.with), safety: Safety::Safe });
        }
    }
}

/// What makes all line ends like most of them: `\n` or `\r\n`.
fn alike(bytes: &[u8], with: &str) -> Vec<Edit> {
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| {
        let start = if at > 0 && bytes[at - 1] == b'\r' { at - 1 } else { at };
        start..at + 1
    });
    let odd = ends.filter(|end| bytes[end.clone()] != *with.as_bytes());
    odd.map(|span| Edit { span, with: with.to_owned() }).collect()
}

/// Line ends of one kind.
#[derive(Clone, Copy)]
struct Ends {
    with: &'static str,
    first: usize,
    count: usize,
}

impl Ends {
    fn of(with: &'static str) -> Self {
        Self { with, first: 0, count: 0 }
    }

    fn add(&mut self, at: usize) {
        if self.count == 0 {
            self.first = at;
        }
        self.count += 1;
    }
}

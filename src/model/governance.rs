//! Who may decide what: the `governance:` of `community.yaml`, as a set of facts.
//!
//! A set, so that a commit which changes one of them changes that one and nothing else: who has to prove a whole history takes over
//! what a commit adds and takes away ([`Governance::after`]), and not the rest of what stands in its file.

use std::collections::BTreeSet;

use crate::base::lang::Msg;
use crate::base::nearest::nearest;
use crate::base::problem::Problem;
use crate::msg;
use crate::text::front::nodes::Node;

use super::kind::{Capability, Kind};
use super::kinds::Kinds;
use super::reading::{Reader, Weight};

/// The role whose holders change the rules themselves, and the files of other members.
pub const STEWARD: &str = "steward";

/// The keys that may stand under `governance:`.
pub const KEYS: [&str; 4] = ["roles", "moves", "own_file_only", "signed"];

/// The words under `signed:` for every commit.
const ALL: [&str; 3] = ["all", "alles", "alle"];

/// Who may decide what. The default is nobody's rules: everybody may everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Governance(BTreeSet<Fact>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fact {
    /// There is a role of this name.
    Role(String),
    /// A role, and the handle of a member who holds it.
    Holder(String, String),
    /// Not everybody may move a document of this kind to this state.
    Governed(String, String),
    /// A kind, a state, and a role that may.
    Mover(String, String, String),
    /// A file of this kind is changed by whoever it is about.
    OwnFile(String),
    /// A kind and a state to which a commit moves a document only with a signature.
    Signed(String, String),
    /// Every commit carries a signature.
    AllSigned,
}

impl Governance {
    /// Reads it. The kinds say what kinds, states and people there are.
    pub(super) fn read(node: &Node, kinds: &Kinds, read: &mut Reader<'_>) -> Self {
        let mut rules = Self::default();
        for entry in read.map(node) {
            match entry.key.as_str() {
                "roles" => rules.read_roles(&entry.value, read),
                "moves" | "own_file_only" | "signed" => {}
                _ => read.unknown(entry, &KEYS),
            }
        }
        // The others speak of the roles.
        let part = |key: &str| node.get(key);
        if let Some(moves) = part("moves") {
            rules.read_moves(moves, kinds, read);
        }
        for item in part("own_file_only").map(|node| read.items(node, LONGEST)).unwrap_or_default() {
            rules.0.extend(people(item, kinds, read).map(|kind| Fact::OwnFile(kind.name.clone())));
        }
        for item in part("signed").map(|node| read.items(node, LONGEST)).unwrap_or_default() {
            let Some(text) = read.text(item) else { continue };
            if ALL.contains(&text.to_lowercase().as_str()) {
                rules.0.insert(Fact::AllSigned);
            } else if let Some((kind, state)) = target(&text, item, kinds, read) {
                rules.0.insert(Fact::Signed(kind, state));
            }
        }
        if !rules.is_empty() && !rules.0.contains(&Fact::Role(STEWARD.to_owned())) {
            let problem = Problem::new("settings-value", node.span.clone(), msg!("governance-no-steward"));
            read.fault(Weight::Warning, problem.help(msg!("governance-no-steward-help")));
        }
        rules
    }

    fn read_roles(&mut self, node: &Node, read: &mut Reader<'_>) {
        for role in read.map(node) {
            let name = name(&role.key);
            for holder in read.texts(&role.value) {
                self.0.insert(Fact::Holder(name.clone(), handle(&holder)));
            }
            self.0.insert(Fact::Role(name));
        }
    }

    fn read_moves(&mut self, node: &Node, kinds: &Kinds, read: &mut Reader<'_>) {
        for entry in read.map(node) {
            // A list of roles that names none which is there leaves nobody: that is what stands there.
            let key = Node { span: entry.key_span.clone(), ..entry.value.clone() };
            let Some((kind, state)) = target(&entry.key, &key, kinds, read) else { continue };
            for item in read.items(&entry.value, LONGEST) {
                let Some(role) = read.text(item).map(|text| name(&text)) else { continue };
                if !self.0.contains(&Fact::Role(role.clone())) {
                    let problem = Problem::new("settings-value", item.span.clone(), msg!("governance-no-role", name = &role));
                    read.fault(Weight::Error, near(problem, nearest(&role, self.roles())));
                }
                self.0.insert(Fact::Mover(kind.clone(), state.clone(), role));
            }
            self.0.insert(Fact::Governed(kind, state));
        }
    }

    /// Whether there are no rules.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names of the roles.
    pub fn roles(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|fact| if let Fact::Role(role) = fact { Some(role.as_str()) } else { None })
    }

    /// Whether a member holds a role; of the handle only the letters count, not their case.
    pub fn holds(&self, holder: &str, role: &str) -> bool {
        self.0.contains(&Fact::Holder(name(role), handle(holder)))
    }

    /// Whether a member holds any role.
    pub fn holds_any(&self, holder: &str) -> bool {
        let holder = handle(holder);
        self.0.iter().any(|fact| matches!(fact, Fact::Holder(_, held) if *held == holder))
    }

    /// These rules, with what others say of the facts in which `one` and `other` differ.
    #[must_use]
    pub fn with(&self, said: &Self, one: &Self, other: &Self) -> Self {
        let is_touched = |fact: &&Fact| one.0.contains(*fact) != other.0.contains(*fact);
        let kept = self.0.iter().filter(|fact| !is_touched(fact));
        Self(kept.chain(said.0.iter().filter(is_touched)).cloned().collect())
    }

    /// These rules together with others that were made beside them, both out of `bases`: what either changed. Where nobody knows out of
    /// what, or out of several, nobody is given what one side may have taken from them, and nothing goes that limits anybody.
    #[must_use]
    pub fn joined(&self, other: &Self, bases: &[&Self]) -> Self {
        let is_kept = |fact: &&Fact| {
            let gives = matches!(fact, Fact::Holder(..) | Fact::Mover(..));
            let had = bases.iter().any(|base| base.0.contains(*fact));
            let lacked = bases.iter().any(|base| !base.0.contains(*fact));
            self.0.contains(*fact) && other.0.contains(*fact) || if gives { lacked && !had } else { lacked || bases.is_empty() }
        };
        Self(self.0.union(&other.0).filter(is_kept).cloned().collect())
    }

    /// The members who hold a role by these rules that they do not hold by others.
    pub fn granted<'g>(&'g self, before: &'g Self) -> impl Iterator<Item = &'g str> {
        self.0.difference(&before.0).filter_map(|fact| if let Fact::Holder(_, holder) = fact { Some(holder.as_str()) } else { None })
    }

    /// The roles that may move a document of a kind to a state; `None` where everybody may.
    pub fn movers(&self, kind: &str, state: &str) -> Option<Vec<&str>> {
        if !self.0.contains(&Fact::Governed(kind.to_owned(), state.to_owned())) {
            return None;
        }
        let is_of = |of: &String, to: &String| of == kind && to == state;
        let roles = self.0.iter().filter_map(|fact| match fact {
            Fact::Mover(of, to, role) if is_of(of, to) => Some(role.as_str()),
            _ => None,
        });
        Some(roles.collect())
    }

    /// Whether a role may move anything that not everybody may.
    pub fn is_mover(&self, role: &str) -> bool {
        self.0.iter().any(|fact| matches!(fact, Fact::Mover(_, _, mover) if mover == role))
    }

    /// The members who hold one of these roles.
    pub fn holders(&self, roles: &[&str]) -> BTreeSet<&str> {
        let mut holders = BTreeSet::new();
        for fact in &self.0 {
            if let Fact::Holder(role, holder) = fact
                && roles.contains(&role.as_str())
            {
                holders.insert(holder.as_str());
            }
        }
        holders
    }

    /// Whether a file of a kind is changed by whoever it is about, or a steward.
    pub fn is_own(&self, kind: &str) -> bool {
        self.0.contains(&Fact::OwnFile(kind.to_owned()))
    }

    /// Whether a commit that moves a document of a kind to a state has to be signed.
    pub fn is_signed(&self, kind: &str, state: &str) -> bool {
        self.signs_all() || self.0.contains(&Fact::Signed(kind.to_owned(), state.to_owned()))
    }

    /// Whether every commit has to be signed.
    pub fn signs_all(&self) -> bool {
        self.0.contains(&Fact::AllSigned)
    }

    /// Whether any signature is asked for. Then the rules too, and the addresses and keys of those who hold a role, are changed only by
    /// signed commits: whoever could put a key of theirs into another's file unsigned could sign everything else.
    pub fn signs_any(&self) -> bool {
        self.0.iter().any(|fact| matches!(fact, Fact::Signed(..) | Fact::AllSigned))
    }

    /// These rules after a commit that made `new` out of `old`: with what it added, without what it took away, and otherwise as they are.
    #[must_use]
    pub fn after(&self, old: &Self, new: &Self) -> Self {
        let kept = self.0.iter().filter(|fact| !old.0.contains(fact) || new.0.contains(fact));
        Self(kept.chain(new.0.difference(&old.0)).cloned().collect())
    }
}

/// So many entries are read of a list.
const LONGEST: usize = crate::base::limits::settings::ENTRIES;

/// The name of a role, by which it is compared.
fn name(text: &str) -> String {
    text.trim().to_lowercase()
}

/// The handle of a member, by which it is compared.
fn handle(text: &str) -> String {
    text.trim().trim_start_matches('@').to_lowercase()
}

/// The kind and the state that `decision accepted` or `besluit aanvaard` means.
fn target(text: &str, place: &Node, kinds: &Kinds, read: &mut Reader<'_>) -> Option<(String, String)> {
    let text = text.trim();
    let mut fault = |problem: Problem, help: Option<&str>| read.fault(Weight::Error, near(problem, help));
    let wrong = |msg: Msg| Problem::new("settings-value", place.span.clone(), msg);
    let splits = text.match_indices(char::is_whitespace).map(|(at, _)| (&text[..at], text[at..].trim_start()));
    let Some((kind, rest)) = splits.clone().find_map(|(first, rest)| Some((kinds.meant_by(first)?, rest))) else {
        match text.split_once(char::is_whitespace) {
            Some((first, _)) => {
                fault(wrong(msg!("settings-kind-unknown", name = first)), kinds.nearest_to(first).map(|kind| kind.name.as_str()));
            }
            None => fault(wrong(msg!("governance-wants-move")), None),
        }
        return None;
    };
    let Some(state) = kind.state_meant_by(rest) else {
        let states = kind.states.iter().flat_map(|state| [Some(&state.name), state.label.en.as_ref(), state.label.nl.as_ref()]);
        let nearest = nearest(rest, states.flatten().map(String::as_str));
        fault(wrong(msg!("settings-no-such-state", kind = &kind.name, state = rest)), nearest);
        return None;
    };
    Some((kind.name.clone(), state.name.clone()))
}

/// The kind of people that a text means.
fn people<'k>(node: &Node, kinds: &'k Kinds, read: &mut Reader<'_>) -> Option<&'k Kind> {
    let text = read.text(node)?;
    match kinds.meant_by(&text) {
        Some(kind) if kind.has(Capability::Person) => Some(kind),
        Some(_) => {
            read.bad(&node.span, msg!("governance-no-people", name = &text));
            None
        }
        None => {
            let problem = Problem::new("settings-value", node.span.clone(), msg!("settings-kind-unknown", name = &text));
            read.fault(Weight::Error, near(problem, kinds.nearest_to(&text).map(|kind| kind.name.as_str())));
            None
        }
    }
}

fn near(problem: Problem, near: Option<&str>) -> Problem {
    match near {
        Some(near) => problem.help(msg!("settings-key-nearest", key = near)),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use super::Governance;
    use crate::base::lang::Lang;
    use crate::model::settings::Settings;

    fn read(text: &str) -> (Governance, Vec<String>) {
        let (settings, faults) = Settings::read(&format!("name: A\ngovernance:\n{text}"), &[]);
        let said = |fault: &crate::model::reading::Fault| {
            let help = fault.problem.help.as_ref().map(|help| format!("; {}", help.text(Lang::En))).unwrap_or_default();
            format!("{}{help}", fault.problem.msg.text(Lang::En))
        };
        (settings.governance, faults.iter().map(said).collect())
    }

    #[test]
    fn the_rules_say_who_may_what() {
        let (rules, faults) = read(
            "  roles: {steward: [anna, '@Bram'], editor: cees}\n  moves: {decision accepted: [steward, editor], practice retired: []}\n  \
             own_file_only: [member]\n  signed: [decision accepted]\n",
        );
        assert_eq!(faults, [""; 0]);
        assert!(rules.holds("bram", "steward") && rules.holds("Cees", "Editor") && !rules.holds("cees", "steward"));
        assert_eq!(rules.movers("decision", "accepted"), Some(vec!["editor", "steward"]));
        assert_eq!(rules.movers("practice", "retired"), Some(vec![]));
        assert_eq!(rules.movers("decision", "rejected"), None);
        assert!(rules.is_own("member") && rules.is_signed("decision", "accepted") && !rules.is_signed("decision", "rejected"));
        assert!(rules.signs_any() && !rules.signs_all() && rules.holds_any("anna") && !rules.holds_any("dora"));
        assert!(read("  {}\n").0.is_empty() && read("  roles: {steward: [a]}\n  signed: alles\n").0.is_signed("term", "agreed"));
    }

    #[test]
    fn kinds_and_states_are_understood_in_any_language() {
        let dutch = read(
            "  roles: {steward: [a]}\n  moves: {besluit aanvaard: [steward]}\n  own_file_only: [leden]\n  signed: [besluiten vastgesteld]\n",
        );
        let english = read(
            "  roles: {steward: [a]}\n  moves: {decision accepted: [steward]}\n  own_file_only: [member]\n  signed: [decision approved]\n",
        );
        assert_eq!(dutch, english);
        assert_eq!(dutch.1, [""; 0]);
    }

    #[test]
    fn a_slip_is_told_with_what_it_is_near_to() {
        for (text, said) in [
            ("  rolls: {}\n", "unknown key \"rolls\"; did you mean \"roles\"?"),
            (
                "  roles: {steward: [a]}\n  moves: {decison accepted: [steward]}\n",
                "no kind is called \"decison\"; did you mean \"decision\"?",
            ),
            (
                "  roles: {steward: [a]}\n  moves: {decision acepted: [steward]}\n",
                "the kind decision has no state \"acepted\"; did you mean \"accepted\"?",
            ),
            (
                "  roles: {steward: [a]}\n  moves: {decision accepted: [stewart]}\n",
                "no role is called \"stewart\"; did you mean \"steward\"?",
            ),
            ("  roles: {steward: [a]}\n  signed: [decision]\n", "a kind and a state are expected here, such as \"decision accepted\""),
            ("  roles: {steward: [a]}\n  own_file_only: [decision]\n", "documents of the kind \"decision\" are no people"),
        ] {
            assert_eq!(read(text).1, [said], "{text}");
        }
        let (_, faults) = read("  roles: {editor: [a]}\n");
        assert!(faults[0].starts_with("no role is called steward"), "{faults:?}");
    }

    #[test]
    fn a_commit_changes_what_it_changes_and_approves_nothing_else() {
        let rules = |holders: &str| read(&format!("  roles: {{steward: [{holders}]}}\n")).0;
        // Mallory's grant stands in the file, and was not taken over; who edits the list later does not let it in.
        let now = rules("anna").after(&rules("anna, mallory"), &rules("anna, mallory, bram"));
        assert_eq!(now, rules("anna, bram"));
        assert_eq!(now.after(&rules("anna, mallory, bram"), &rules("mallory, bram")), rules("bram"));
    }
}

//! Judging one commit after the other by what is believed when it comes.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::lang::Msg;
use crate::base::limits::Limits;
use crate::base::width::truncate;
use crate::model::contribution::NAME;
use crate::model::finding::{Finding, Severity};
use crate::model::governance::STEWARD;
use crate::model::history::ObjectId;
use crate::model::identity::without_addresses;
use crate::model::kinds::OwnKind;
use crate::model::settings::{FILE, Settings};
use crate::msg;
use crate::store::git::mainline::{FileChange, Mainline, NoWay, Step};
use crate::store::git::signature::{Signature, Verifier};
use crate::work::checks::rule::Rule;
use crate::work::checks::rules::{foreign_edit, foreign_member_file, foreign_move, foreign_rules, unknown_move, unsigned_change};
use crate::work::checks::severity_of;

use super::actor::Actor;
use super::behind::Behind;
use super::look::{Deed, Deeds, Member, Seen, deeds, is_governed};
use super::proof::Governed;
use super::trust::{Doubt, Trust, are_alike, keys_of};

/// The largest `community.yaml` or `kind.yaml` that is read, in bytes.
const LARGEST: u64 = 1 << 20;

/// Goes along the commits.
pub(super) struct Judge<'w, 'r> {
    pub(super) way: &'w Mainline<'r>,
    pub(super) verifier: &'w Verifier<'r>,
    pub(super) trust: Arc<Trust>,
    /// The settings of the base: a community that turns a rule off does that for later.
    weights: Arc<Settings>,
    /// What documents were before a change that did not pass, by path. Who takes it back does no wrong.
    before: BTreeMap<String, Earlier>,
    pub(super) behind: Behind,
    pub(super) changes: Vec<Governed>,
    /// What is found unless a steward signs for keys later.
    pub(super) doubts: Vec<Doubt>,
    /// What is found, each with the commit.
    pub(super) findings: Vec<(String, Finding)>,
}

/// Asks what is believed where a merge joins what was judged with what was decided beside it; `None` where that changes nothing.
pub(super) type Ask<'a, Judge> = dyn FnMut(&mut Judge) -> Result<Option<Besides>, NoWay> + 'a;

/// What is believed where a merge joins what was judged with what was decided beside it.
pub(super) struct Besides {
    /// What.
    pub(super) trust: Arc<Trust>,
    /// Whether the merge itself passes by that.
    pub(super) passes: bool,
}

/// What a document was before changes that did not pass, one after the other.
struct Earlier {
    /// Its state and its file, if it was there.
    was: Option<(String, ObjectId)>,
    /// The file that the last of them left.
    left: Option<ObjectId>,
}

/// A commit that is being judged.
pub(super) struct Case<'a> {
    pub(super) step: &'a Step,
    pub(super) commit: String,
    pub(super) actor: OnceCell<Actor>,
    pub(super) passes: bool,
    /// Whether it was said already that a signature is missing.
    pub(super) told: bool,
}

/// What was changed, as a rule looks at it.
pub(super) struct Matter<'a> {
    pub(super) path: &'a str,
    /// For programs: `decision accepted`.
    pub(super) what: String,
    /// The roles that may.
    pub(super) roles: Vec<&'a str>,
    /// Whether whoever did it may.
    pub(super) may: bool,
    /// Whether it has to be signed.
    pub(super) signed: bool,
    pub(super) rule: &'static Rule,
    /// What is wrong where they may not.
    pub(super) says: Msg,
}

impl<'a> Case<'a> {
    pub(super) fn of(step: &'a Step) -> Self {
        Self { step, commit: step.commit.to_string(), actor: OnceCell::new(), passes: true, told: false }
    }
}

impl<'w, 'r> Judge<'w, 'r> {
    pub(super) fn new(way: &'w Mainline<'r>, verifier: &'w Verifier<'r>, trust: Arc<Trust>) -> Self {
        let weights = Arc::clone(&trust.settings);
        Self {
            way,
            verifier,
            trust,
            weights,
            before: BTreeMap::new(),
            behind: Behind::default(),
            changes: Vec::new(),
            doubts: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// Another, who believes this, and weighs what they find alike.
    pub(super) fn other(&self, trust: Arc<Trust>) -> Self {
        Self { weights: Arc::clone(&self.weights), ..Self::new(self.way, self.verifier, trust) }
    }

    /// Judges a commit, and believes what it changed if it passes. Of a merge, `besides` says what is believed where it joins what was
    /// judged with what was decided beside it.
    pub(super) fn step(&mut self, step: &Step, besides: Option<&mut Ask<'_, Self>>) -> Result<(), NoWay> {
        let files = self.way.changes(step)?;
        self.files(step, &files, besides)
    }

    /// The same for some of the files that a commit changed.
    pub(super) fn files(&mut self, step: &Step, files: &[FileChange], besides: Option<&mut Ask<'_, Self>>) -> Result<(), NoWay> {
        let trust = Arc::clone(&self.trust);
        let deeds = deeds(self.way, step, files, &trust)?;
        let mut case = Case::of(step);
        let settings = if deeds.settings { Some((self.settings(step, false)?, self.settings(step, true)?)) } else { None };
        if let Some((before, after)) = &settings {
            self.rules(&mut case, &trust, before, after);
        }
        self.linked(&mut case)?;
        self.members(&mut case, &trust, &deeds);
        for deed in &deeds.documents {
            self.document(&mut case, &trust, deed);
        }
        self.shown(&mut case, &trust, &deeds);
        self.signature(&mut case, &trust, files);
        if let Some(ask) = besides
            && let Some(besides) = ask(self)?
        {
            self.trust = besides.trust;
            case.passes &= besides.passes;
        }
        // What nobody else holds need not be copied to be changed.
        drop(trust);
        if case.passes {
            // A rename that follows links into a member's file is no word on the keys in it.
            let is_of_members = files.len() == deeds.members.len();
            self.believe(&case, &deeds, settings, is_of_members);
        }
        Ok(())
    }

    fn believe(&mut self, case: &Case<'_>, deeds: &Deeds, settings: Option<(Settings, Settings)>, is_of_members: bool) {
        if settings.is_none() && deeds.members.is_empty() {
            return;
        }
        let actor = self.actor(case);
        let vouches = actor.vouches;
        let is_stewards = vouches && is_of_members && actor.holds(&self.trust.rules, &[STEWARD]);
        let trust = Arc::make_mut(&mut self.trust);
        if let Some((before, mut after)) = settings {
            let signed = trust.rules.signs_any();
            trust.rules = trust.rules.after(&before.governance, &after.governance);
            if !signed && trust.rules.signs_any() {
                let own = actor.begins_with(&trust.rules);
                trust.unsigned.retain(|mark, _| !own.iter().any(|key| mark.is_key(key)));
            }
            trust.shown = Arc::new(after.clone());
            if before.kinds != after.kinds {
                after.limits = Limits::HIGHEST;
                trust.settings = Arc::new(after);
            }
        }
        for member in deeds.members.values() {
            trust.take(&member.before, &member.after);
            // A steward who signs what becomes of a file signs for the keys that stay in it.
            for key in keys_of(&member.after).filter(|key| is_stewards || !member.before.contains(key)) {
                // Also where no signature is asked for yet: on the day that one is, this key signs.
                if vouches {
                    trust.unsigned.remove(key);
                } else {
                    trust.unsigned.insert(key.clone(), case.commit.clone());
                }
            }
        }
    }

    /// The community's settings before or after a commit.
    fn settings(&self, step: &Step, after: bool) -> Result<Settings, NoWay> {
        settings(self.way, if after { step.commit } else { step.before })
    }

    /// Who made the commit.
    pub(super) fn actor<'c>(&self, case: &'c Case<'_>) -> &'c Actor {
        case.actor.get_or_init(|| self.maker(case.step))
    }

    /// Who made a commit, by what is believed now.
    pub(super) fn maker(&self, step: &Step) -> Actor {
        let keys = self.trust.keys();
        let texts: Vec<&str> = keys.iter().map(|(_, key)| *key).collect();
        let bytes = self.way.bytes(step.commit).unwrap_or_default();
        let signature = self.verifier.of(&bytes, &texts);
        let (name, mut vouches, mut own) = (shown(&step.author.name), false, Vec::new());
        let handles = match &signature {
            Signature::Good(places) => {
                let signers = || places.iter().filter_map(|at| keys.get(*at));
                vouches = signers().any(|(handle, key)| self.trust.is_signed_for(handle, key));
                own = signers().map(|(_, key)| (*key).to_owned()).collect();
                signers().map(|(handle, _)| (*handle).to_owned()).collect()
            }
            _ => self.trust.named(&step.author),
        };
        Actor { handles, name, signature, vouches, keys: own }
    }

    /// The rules themselves, and the kinds that say what they are about.
    fn rules(&mut self, case: &mut Case<'_>, trust: &Trust, before: &Settings, after: &Settings) {
        // What cop does not read any more, or reads again, is another community to everybody.
        let weighs_alike = weights(before) == weights(after) && before.limits == after.limits;
        let same = before.governance == after.governance && before.kinds == after.kinds && weighs_alike;
        if same {
            return;
        }
        if trust.rules.is_empty() {
            if before.governance.is_empty() && !after.governance.is_empty() {
                let by = self.actor(case).by(&case.commit, 0);
                self.find(case, &foreign_rules::RULE, Severity::Warning, FILE, msg!("governance-rules-begin", by = by), None);
            }
            if after.governance.signs_any() {
                self.begins(case, trust, &after.governance);
            }
            return;
        }
        let may = self.actor(case).holds(&trust.rules, &[STEWARD]);
        let says = msg!("governance-rules-changed");
        let signed = trust.rules.signs_any();
        let matter = Matter { path: FILE, what: "rules".to_owned(), roles: vec![STEWARD], may, signed, rule: &foreign_rules::RULE, says };
        self.judge(case, trust, matter);
        // Who gives a role gives it to whoever has the keys.
        if signed {
            self.granted(case, trust, &before.governance, &after.governance);
        } else if may && after.governance.signs_any() {
            self.begins(case, trust, &trust.rules.after(&before.governance, &after.governance));
        }
    }

    /// Members' files.
    pub(super) fn members(&mut self, case: &mut Case<'_>, trust: &Trust, deeds: &Deeds) {
        if trust.rules.is_empty() {
            return;
        }
        for (handle, member) in &deeds.members {
            let Member { kind, path, before, after, .. } = member;
            let alike = are_alike(before, after);
            let is_new = before.is_empty() && !trust.knows(handle) && !trust.rules.holds_any(handle);
            let is_own = trust.rules.is_own(kind);
            let others = trust.taken_from(handle, before, after);
            let changes_keys = !keys_of(before).eq(keys_of(after));
            if !others.is_empty() {
                let actor = self.actor(case);
                let may = actor.holds(&trust.rules, &[STEWARD]) || others.iter().all(|other| actor.is(other));
                if !may {
                    let names = others.iter().map(|other| format!("@{other}")).collect::<Vec<_>>().join(", ");
                    let says = msg!("governance-member-taken", handle = handle, others = names);
                    let (what, roles) = (format!("{kind} {handle}"), vec![STEWARD]);
                    let signed = changes_keys && trust.rules.signs_any();
                    self.judge(case, trust, Matter { path, what, roles, may, signed, rule: &foreign_member_file::RULE, says });
                    continue;
                }
            }
            if is_new || alike && !is_own {
                continue;
            }
            let actor = self.actor(case);
            let may = actor.is(handle) || actor.holds(&trust.rules, &[STEWARD]);
            let says =
                if alike { msg!("governance-member-file", handle = handle) } else { msg!("governance-member-known", handle = handle) };
            // A key in the file of who may decide is worth as much as a decision, and one of who may not yet could be there for that day.
            // Who has none can't sign for the first: like that of who comes in, it is noted, and told of where they get a role.
            let is_first = keys_of(before).next().is_none() && !trust.has_key(handle);
            let signed = !alike && trust.rules.signs_any() && (changes_keys && !is_first || trust.rules.holds_any(handle));
            let (what, roles) = (format!("{kind} {handle}"), vec![STEWARD]);
            self.judge(case, trust, Matter { path, what, roles, may, signed, rule: &foreign_member_file::RULE, says });
            if is_first && changes_keys && may && !signed && trust.rules.signs_any() {
                self.first(case, handle, member);
            }
        }
    }

    /// A document that was changed, made, moved or taken away.
    pub(super) fn document(&mut self, case: &mut Case<'_>, trust: &Trust, deed: &Deed) {
        self.known(case, trust, deed);
        let state = |seen: &Option<Seen>| seen.as_ref().map(|seen| seen.state.clone());
        if state(&deed.before) != state(&deed.after) || deed.from.is_some() {
            for path in deed.from.iter().chain([&deed.path]) {
                self.behind.moved(path);
            }
        }
    }

    /// The same, by what was done with it on the way.
    fn known(&mut self, case: &mut Case<'_>, trust: &Trust, deed: &Deed) {
        let Deed { path, before, after, .. } = deed;
        let was = |seen: &Option<Seen>| seen.as_ref().map(|seen| (seen.state.clone(), seen.blob));
        let blob = |seen: &Option<Seen>| seen.as_ref().map(|seen| seen.blob);
        if let Some(from) = &deed.from {
            self.before.remove(from);
        }
        let earlier = self.before.get(path).filter(|earlier| earlier.left == blob(before));
        // A move that did not pass is taken back by whoever does it. What was said in a state is another matter: that takes who may say it.
        let moves = was(before).map(|(state, _)| state) != was(after).map(|(state, _)| state);
        if moves && earlier.is_some_and(|earlier| earlier.was.as_ref().map(|(_, blob)| *blob) == blob(after)) {
            self.before.remove(path);
            return;
        }
        let back_to = earlier.and_then(|earlier| earlier.was.as_ref()).map(|(state, _)| state.as_str());
        let is_back = after.as_ref().is_some_and(|new| back_to == Some(new.state.as_str()));
        let count = self.changes.len();
        self.deed(case, trust, deed, is_back);
        let judged = &self.changes[count..];
        if judged.iter().any(|change| !change.allowed) {
            let earlier = self.before.entry(path.clone()).or_insert_with(|| Earlier { was: was(before), left: None });
            earlier.left = blob(after);
        } else if moves {
            self.before.remove(path);
        }
    }

    /// The same, of what is not taken back; `is_back` where its state is again what it was before a change that did not pass.
    fn deed(&mut self, case: &mut Case<'_>, trust: &Trust, deed: &Deed, is_back: bool) {
        let Deed { path, from, before, after, says_same } = deed;
        let same = |one: &Seen, other: &Seen| one.kind == other.kind && one.state == other.state;
        match (before, after) {
            (Some(old), Some(new)) if same(old, new) => {
                let says = match from {
                    _ if !says_same => Some(msg!("governance-edited", state = state(trust, new))),
                    // Whoever speaks of it by its number or name would mean another.
                    Some(from) => Some(msg!("governance-renamed", state = state(trust, new), from = from)),
                    None => None,
                };
                if let Some(says) = says {
                    self.moved(case, trust, path, new, &foreign_edit::RULE, says);
                }
            }
            (old, Some(new)) => {
                let kept = old.as_ref().filter(|old| old.kind == new.kind);
                let says = match kept {
                    Some(_) => msg!("governance-moved", state = state(trust, new)),
                    None => msg!("governance-made", state = state(trust, new)),
                };
                if !self.moved(case, trust, path, new, &foreign_move::RULE, says)
                    && let Some(old) = kept
                    && !is_back
                {
                    self.table(case, trust, path, old, new);
                }
                if let Some(old) = old.as_ref().filter(|old| old.kind != new.kind) {
                    let says = msg!("governance-gone", state = state(trust, old));
                    self.moved(case, trust, path, old, &foreign_move::RULE, says);
                }
            }
            (Some(old), None) => {
                let says = msg!("governance-gone", state = state(trust, old));
                self.moved(case, trust, path, old, &foreign_move::RULE, says);
            }
            (None, None) => {}
        }
    }

    /// Judges what was done with a document in the state that it is seen in; `false` where no rule is about that.
    pub(super) fn moved(&mut self, case: &mut Case<'_>, trust: &Trust, path: &str, seen: &Seen, rule: &'static Rule, says: Msg) -> bool {
        let Seen { kind, state, .. } = seen;
        if !is_governed(&trust.rules, kind, state) {
            return false;
        }
        let roles = trust.rules.movers(kind, state);
        let may = roles.as_ref().is_none_or(|roles| self.actor(case).holds(&trust.rules, roles));
        let signed = trust.rules.is_signed(kind, state);
        let roles = roles.unwrap_or_default();
        self.judge(case, trust, Matter { path, what: format!("{kind} {state}"), roles, may, signed, rule, says });
        true
    }

    /// Warns of a move that the kind does not know.
    fn table(&mut self, case: &mut Case<'_>, trust: &Trust, path: &str, old: &Seen, new: &Seen) {
        let Some(kind) = trust.settings.kinds.named(&new.kind) else { return };
        let is_known = |name: &str| kind.state(name).is_some();
        let may = kind.moves.get(&old.state).is_some_and(|to| to.contains(&new.state));
        if kind.moves.is_empty() || may || !is_known(&old.state) || !is_known(&new.state) {
            return;
        }
        if self.takes_back(path, old, new).unwrap_or(false) {
            return;
        }
        let actor = self.actor(case);
        let by = actor.by(&case.commit, actor.evidence(&trust.rules, &[]));
        let rule = &unknown_move::RULE;
        let severity = if kind.is_adopted() { rule.adopted } else { rule.severity };
        let says = msg!("governance-unknown-move", from = state(trust, old), to = state(trust, new), by = by);
        let next = kind.moves.get(&old.state).map(|to| to.join(", ")).filter(|to| !to.is_empty());
        let help = next.map(|next| msg!("governance-unknown-move-help", next = next));
        self.find(case, rule, severity, path, says, help);
    }

    /// Judges a commit by which documents are not there any more for who looks, or out of sight; gives all that is lost with these files.
    pub(super) fn loses<'s>(
        &mut self,
        step: &'s Step,
        files: &[(String, ObjectId)],
        says: &dyn Fn(Msg) -> Msg,
    ) -> Result<(Case<'s>, Deeds), NoWay> {
        let trust = Arc::clone(&self.trust);
        let mut case = Case::of(step);
        let lost: Vec<FileChange> =
            files.iter().map(|(path, blob)| FileChange { path: path.clone(), old: Some(*blob), new: None }).collect();
        let deeds = deeds(self.way, step, &lost, &trust)?;
        for deed in &deeds.documents {
            if let Some(old) = &deed.before {
                self.moved(&mut case, &trust, &deed.path, old, &foreign_move::RULE, says(state(&trust, old)));
            }
        }
        Ok((case, deeds))
    }

    /// Judges a commit by which the file of a member is not read any more, or not all of it.
    pub(super) fn loses_member(&mut self, case: &mut Case<'_>, trust: &Trust, handle: &str, member: &Member, says: Msg) {
        let actor = self.actor(case);
        let may = actor.is(handle) || actor.holds(&trust.rules, &[STEWARD]);
        let (what, roles) = (format!("{} {handle}", member.kind), vec![STEWARD]);
        let signed = trust.rules.signs_any() && trust.rules.holds_any(handle);
        self.judge(case, trust, Matter { path: &member.path, what, roles, may, signed, rule: &foreign_member_file::RULE, says });
    }

    /// Notes a governed change, and what is wrong with it.
    pub(super) fn judge(&mut self, case: &mut Case<'_>, trust: &Trust, matter: Matter<'_>) {
        let Matter { path, what, roles, may, signed, rule, says } = matter;
        let actor = self.actor(case);
        let evidence = actor.evidence(&trust.rules, &roles);
        let (by, shown, is_signed) = (actor.by(&case.commit, evidence), actor.shown(), actor.is_signed());
        let allowed = may && (is_signed || !signed);
        let (commit, path) = (case.commit.clone(), path.to_owned());
        self.changes.push(Governed { commit, path: path.clone(), what, actor: shown, evidence, allowed });
        if !may {
            let holders = if roles.is_empty() { msg!("governance-no-role-at-all") } else { Msg::literal(roles.join(", ")) };
            let help = msg!("governance-foreign-help", roles = holders);
            self.find(case, rule, rule.severity, &path, msg!("governance-foreign", what = says, by = by), Some(help));
        } else if !allowed {
            case.told = true;
            let help = self.actor(case).unsigned_help(trust);
            self.find(case, &unsigned_change::RULE, rule.severity, &path, msg!("governance-unsigned", by = by), Some(help));
        }
    }

    /// The signature that every commit has to carry.
    fn signature(&mut self, case: &mut Case<'_>, trust: &Trust, files: &[FileChange]) {
        if !trust.rules.signs_all() || case.told || self.actor(case).is_signed() {
            return;
        }
        let by = self.actor(case).by(&case.commit, 0);
        let path = files.first().map_or(FILE, |file| file.path.as_str()).to_owned();
        let rule = &unsigned_change::RULE;
        let help = self.actor(case).unsigned_help(trust);
        self.find(case, rule, rule.severity, &path, msg!("governance-unsigned", by = by), Some(help));
    }

    pub(super) fn find(&mut self, case: &mut Case<'_>, rule: &'static Rule, severity: Severity, path: &str, msg: Msg, help: Option<Msg>) {
        case.passes &= severity < Severity::Error;
        let severity = match severity_of(rule, &self.weights) {
            Some(None) => return,
            Some(Some(said)) => said,
            None => severity,
        };
        self.findings.push((case.commit.clone(), finding(rule, severity, path, msg, help)));
    }
}

/// What is found about a file as a whole.
pub(super) fn finding(rule: &'static Rule, severity: Severity, path: &str, msg: Msg, help: Option<Msg>) -> Finding {
    Finding {
        code: rule.code,
        rule: rule.name,
        own: None,
        severity,
        path: path.to_owned(),
        span: 0..0,
        is_of_all: false,
        line: 1,
        column: 1,
        end: (1, 1),
        source: String::new(),
        skipped: 0,
        msg,
        help,
        fix: None,
    }
}

/// A state with the word that readers know it by.
pub(super) fn state(trust: &Trust, seen: &Seen) -> Msg {
    let known = trust.settings.kinds.named(&seen.kind).and_then(|kind| kind.state(&seen.state));
    known.map_or_else(|| Msg::literal(&seen.state), crate::model::kind::State::told)
}

/// How much settings say that the rules of history matter: to turn those off is to change who may decide.
pub(super) fn weights(settings: &Settings) -> BTreeMap<&str, Option<&str>> {
    let all: [&Rule; 6] = [
        &foreign_move::RULE,
        &foreign_edit::RULE,
        &foreign_member_file::RULE,
        &foreign_rules::RULE,
        &unsigned_change::RULE,
        &unknown_move::RULE,
    ];
    all.into_iter().map(|rule| (rule.code, severity_of(rule, settings).map(|said| said.map_or("off", Severity::name)))).collect()
}

/// A name as it is shown elsewhere: short, and without an address in it.
fn shown(name: &str) -> String {
    truncate(&without_addresses(name.trim()), NAME).into_owned()
}

/// The community's settings in a commit. What is too large or no UTF-8 says nothing.
pub(super) fn settings(way: &Mainline<'_>, commit: ObjectId) -> Result<Settings, NoWay> {
    let files = way.settings(commit)?;
    let read = |blob| way.text(blob, LARGEST).map(Option::unwrap_or_default);
    let own = files.iter().filter_map(|(path, blob)| {
        let name = OwnKind::name_at(path)?;
        Some(read(*blob).map(|text| OwnKind { name: name.to_owned(), path: path.clone(), text }))
    });
    let own = own.collect::<Result<Vec<OwnKind>, NoWay>>()?;
    let text = files.iter().find(|(path, _)| path == FILE).map(|(_, blob)| read(*blob)).transpose()?.unwrap_or_default();
    Ok(Settings::read(&text, &own).0)
}

//! Which authors of a history look like one person, though neither git nor the members' files say so.
//!
//! Nobody is taken for somebody else here: what looks alike is proposed, with what speaks for it and what against, and a person
//! decides. Two people can have one name.

mod address;
mod name;
mod strangers;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::date::Date;
use crate::base::lang::Msg;
use crate::msg;

use super::contribution::Author;
use super::identity::{account, is_address};
use super::person::{Member, People};

use address::{is_anybodys, is_within, workplace};
use name::{Name, together};

/// What an author did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Active {
    /// In how many commits to documents they had a hand: as whoever had none, they count for nobody.
    pub commits: usize,
    /// The day of their first commit of any kind.
    pub first: Option<Date>,
    /// The day of the last; `None` for who is only named.
    pub last: Option<Date>,
    /// The first and the last day of those commits to documents.
    pub worked: Option<(Date, Date)>,
    /// At which step of the branch that is looked at their first commit was in it: dates are typed, and an old branch can be merged today.
    pub came: Option<usize>,
}

impl Active {
    /// One commit more, which came in at a step of the branch.
    pub fn take(&mut self, is_to_documents: bool, day: Option<Date>, came: usize) {
        self.came = self.came.into_iter().chain([came]).min();
        self.commits += usize::from(is_to_documents);
        self.first = self.first.into_iter().chain(day).min();
        self.last = self.last.max(day);
        if let Some(day) = day.filter(|_| is_to_documents) {
            let (first, last) = self.worked.unwrap_or((day, day));
            self.worked = Some((first.min(day), last.max(day)));
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// Authors that are most likely one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The handle of the member who they are; `None` if they have no file.
    pub member: Option<String>,
    /// The authors, as places in the list: of a member the one who is told apart from them, else all of them, also where they had no hand in
    /// documents; at the end whose address most likely was theirs before the others: whoever takes a name does so after the one who has it.
    pub authors: Vec<usize>,
    /// What speaks for it.
    pub likeness: Likeness,
    /// What speaks against it. Something always does: names, addresses and dates in git are what somebody typed, so that nothing here is
    /// sure before a person says so.
    pub doubt: Doubt,
}

impl Proposal {
    /// Whether it is of people without a file against whom nothing speaks but that anybody can type what they have in common.
    pub fn is_asked(&self) -> bool {
        self.member.is_none() && matches!(self.doubt, Doubt::NameAlone | Doubt::Typed)
    }

    /// The same of one of its authors, whose address stays.
    #[must_use]
    pub fn under(&self, who: usize) -> Self {
        let others = self.authors.iter().copied().filter(|other| *other != who);
        Self { authors: others.chain([who]).collect(), ..self.clone() }
    }
}

/// Why authors are taken for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// They have the same name.
    Name,
    /// One's name is the other's handle.
    Handle,
    /// One's account on a host is called as the other is here, or on another host.
    Account,
    /// One's name or account is the other's whole name, without spaces.
    Together,
    /// The address begins with the handle, and they share more of the name than that.
    Address,
}

/// Why they may yet be two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The whole name is not the same.
    Alike,
    /// The name is one word, which many may have.
    OneWord,
    /// The address was used under another name too.
    Names,
    /// The address can be that of anybody: `root@localhost`.
    Anybody,
    /// They have two accounts on one host.
    Accounts,
    /// They wrote from two workplaces at the same time.
    Workplaces,
    /// There is nothing but the name, which anybody can write in git.
    NameAlone,
    /// There is the name and what stands before the `@`, or an account's; anybody can write those too.
    Typed,
}

impl Likeness {
    /// In words, after a colon.
    pub fn msg(self) -> Msg {
        match self {
            Self::Name => msg!("same-name"),
            Self::Handle => msg!("same-handle"),
            Self::Account => msg!("same-account"),
            Self::Together => msg!("same-together"),
            Self::Address => msg!("same-address"),
        }
    }
}

impl Doubt {
    /// In words, after "but".
    pub fn msg(self) -> Msg {
        match self {
            Self::Alike => msg!("doubt-alike"),
            Self::OneWord => msg!("doubt-one-word"),
            Self::Names => msg!("doubt-names"),
            Self::Anybody => msg!("doubt-anybody"),
            Self::Accounts => msg!("doubt-accounts"),
            Self::Workplaces => msg!("doubt-workplaces"),
            Self::NameAlone => msg!("doubt-name-alone"),
            Self::Typed => msg!("doubt-typed"),
        }
    }
}

/// Which of the authors look like one person and count as several, members first, each in order of appearance. `active` is what each of them
/// did, in their order.
///
/// Programs and those without an address are left out; and so is whoever could be either of two members.
pub fn proposals(authors: &[Author], active: &[Active], people: &People) -> Vec<Proposal> {
    let crowd = Crowd::of(authors, active, people);
    let mut left: BTreeSet<usize> = crowd.strangers().collect();
    let mut found = Vec::new();
    let namesakes = crowd.by_name(&left);
    for who in crowd.strangers() {
        let counts = active[who].commits > 0;
        let shared = || crowd.names[who].iter().filter(|name| crowd.members_called(name).next().is_some());
        let members: BTreeSet<usize> = shared().flat_map(|name| crowd.members_called(name)).collect();
        let name = shared().max_by_key(|name| name.is_whole());
        if let (true, 1, Some(&member), Some(name)) = (counts, members.len(), members.first(), name) {
            // Whose address may be anybody's says nothing of the others.
            let same = namesakes.get(name).into_iter().flatten().copied().filter(|who| crowd.doubt_of(name, *who).is_none());
            let same: Vec<usize> = same.collect();
            let doubt = crowd.doubt_of(name, who).or_else(|| crowd.doubt(name, Some((member, who)), &same));
            found.push(crowd.proposal(member, who, Likeness::Name, doubt.unwrap_or(Doubt::NameAlone)));
        }
        // Who could be either of two members is neither, nor somebody else.
        if !members.is_empty() {
            left.remove(&who);
        }
    }
    for who in left.clone() {
        let members: Vec<(usize, Likeness)> =
            crowd.perhaps(who).into_iter().filter_map(|at| Some((at, crowd.likeness(at, who)?))).collect();
        if let ([(member, likeness)], true) = (&members[..], active[who].commits > 0) {
            let (member, likeness) = (*member, *likeness);
            found.push(crowd.proposal(member, who, likeness, Doubt::Alike));
            left.remove(&who);
        }
    }
    found.sort_by_key(|proposal| proposal.authors.clone());
    found.extend(crowd.groups(&left));
    found
}

/// Whether a name has a first name and a surname, as far as can be told.
pub fn is_full_name(text: &str) -> bool {
    Name::of(text).is_some_and(|name| name.is_whole())
}

/// Everyone, with their names as they are compared.
struct Crowd<'a> {
    authors: &'a [Author],
    active: &'a [Active],
    members: &'a [Member],
    /// Of each author.
    names: Vec<Vec<Name>>,
    /// The author that each member is, if history knows them.
    of_member: Vec<Option<usize>>,
    /// The members whose file has a name; what else they wrote in git may be another's.
    called: BTreeMap<Name, Vec<usize>>,
    /// The members who have a handle, or an account called so.
    known_as: BTreeMap<String, Vec<usize>>,
}

impl<'a> Crowd<'a> {
    fn of(authors: &'a [Author], active: &'a [Active], people: &'a People) -> Self {
        let members = people.members();
        let mut names: Vec<Vec<Name>> = Vec::with_capacity(authors.len());
        for author in authors {
            let mut own: Vec<Name> = author.names.iter().filter_map(|name| Name::of(name)).collect();
            own.sort();
            own.dedup();
            names.push(own);
        }
        let mut of_member = vec![None; members.len()];
        let mut called: BTreeMap<Name, Vec<usize>> = BTreeMap::new();
        let mut known_as: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let by_handle: BTreeMap<&str, usize> = members.iter().enumerate().map(|(at, member)| (member.handle.as_str(), at)).collect();
        for (at, member) in members.iter().enumerate() {
            for user in member.accounts.iter().filter_map(|account| account.split_once(':')).map(|(_, user)| user) {
                known_as.entry(user.to_owned()).or_default().push(at);
            }
            known_as.entry(member.handle.to_lowercase()).or_default().push(at);
            if let Some(word) = together(&member.name) {
                known_as.entry(word).or_default().push(at);
            }
            if let Some(name) = Name::of(&member.name) {
                called.entry(name).or_default().push(at);
            }
        }
        for (who, author) in authors.iter().enumerate() {
            let Some(at) = author.handle.as_deref().and_then(|handle| by_handle.get(handle).copied()) else { continue };
            of_member[at] = Some(who);
        }
        Self { authors, active, members, names, of_member, called, known_as }
    }

    /// The members who are known as an author is, each once.
    fn perhaps(&self, who: usize) -> BTreeSet<usize> {
        let author = &self.authors[who];
        let names = author.names.iter().map(|name| name.trim().to_lowercase());
        let locals = author.emails.iter().filter_map(|email| email.split('@').next()).map(str::to_owned);
        let users = author.emails.iter().filter_map(|email| account(email)?.split_once(':').map(|(_, user)| user.to_owned()));
        names.chain(locals).chain(users).filter_map(|name| self.known_as.get(&name)).flatten().copied().collect()
    }

    /// Those who have an address and no file.
    fn strangers(&self) -> impl Iterator<Item = usize> + '_ {
        let is_stranger = |who: &usize| self.authors[*who].handle.is_none() && !self.authors[*who].is_bot;
        let is_reached = |who: &usize| self.authors[*who].emails.iter().any(|email| is_address(email));
        (0..self.authors.len().min(self.active.len())).filter(is_stranger).filter(is_reached)
    }

    fn members_called(&self, name: &Name) -> impl Iterator<Item = usize> + '_ {
        self.called.get(name).into_iter().flatten().copied()
    }

    /// These authors by each of their names.
    fn by_name(&self, among: &BTreeSet<usize>) -> BTreeMap<&Name, Vec<usize>> {
        let mut all: BTreeMap<&Name, Vec<usize>> = BTreeMap::new();
        for who in among {
            self.names[*who].iter().for_each(|name| all.entry(name).or_default().push(*who));
        }
        all
    }

    fn proposal(&self, member: usize, who: usize, likeness: Likeness, doubt: Doubt) -> Proposal {
        Proposal { member: Some(self.members[member].handle.clone()), authors: vec![who], likeness, doubt }
    }

    /// Why an author without the member's name may be them all the same.
    fn likeness(&self, at: usize, who: usize) -> Option<Likeness> {
        let (member, author) = (&self.members[at], &self.authors[who]);
        let handle = member.handle.to_lowercase();
        if handle.chars().count() < 3 {
            return None;
        }
        if author.names.iter().any(|name| name.trim().to_lowercase() == handle) {
            return Some(Likeness::Handle);
        }
        let accounts: Vec<String> = author.emails.iter().filter_map(|email| account(email)).collect();
        let user = |account: &str| account.split_once(':').map(|(_, user)| user.to_owned());
        // Who says to be somebody else on a host is not this one.
        let is_other = |host: &str| member.accounts.iter().any(|own| own.split_once(':').is_some_and(|(own, _)| own == host));
        let users: Vec<&str> =
            accounts.iter().filter_map(|name| name.split_once(':')).filter(|(host, _)| !is_other(host)).map(|(_, user)| user).collect();
        let is_known_as = |name: &&str| *name == handle || member.accounts.iter().filter_map(|own| user(own)).any(|own| own == **name);
        if users.iter().any(is_known_as) {
            return Some(Likeness::Account);
        }
        let names = author.names.iter().map(|name| name.trim().to_lowercase());
        if together(&member.name).is_some_and(|word| users.contains(&word.as_str()) || names.into_iter().any(|name| name == word)) {
            return Some(Likeness::Together);
        }
        let local = |email: &String| email.split('@').next().is_some_and(|local| local == handle);
        let own = Name::of(&member.name)?;
        // The first name alone is what the handle says already.
        let more = |name: &Name| name.telling().filter(|word| *word != handle).any(|word| own.telling().any(|same| same == word));
        (accounts.is_empty() && author.emails.iter().any(local) && self.names[who].iter().any(more)).then_some(Likeness::Address)
    }

    /// What makes it doubtful that this author of that name is the same as any other.
    fn doubt_of(&self, name: &Name, who: usize) -> Option<Doubt> {
        if self.authors[who].emails.iter().any(|email| is_anybodys(email)) {
            return Some(Doubt::Anybody);
        }
        let is_other = |other: &Name| other.is_whole() && !other.shares_with(name);
        self.names[who].iter().any(is_other).then_some(Doubt::Names)
    }

    /// What speaks against it that these authors, of one name, are one person; or that one of them is that member.
    fn doubt(&self, name: &Name, member: Option<(usize, usize)>, who: &[usize]) -> Option<Doubt> {
        if !name.is_whole() {
            return Some(Doubt::OneWord);
        }
        let emails = who.iter().flat_map(|who| &self.authors[*who].emails);
        let known = member.into_iter().flat_map(|(at, _)| {
            let used = self.of_member[at].map(|who| self.authors[who].emails.as_slice()).unwrap_or_default();
            self.members[at].accounts.iter().cloned().chain(used.iter().filter_map(|email| account(email)))
        });
        let mut known: Vec<String> = known.collect();
        known.sort();
        // A member may say to have two accounts on a host; whoever has a third is somebody else, or forgot to say so.
        for email in emails {
            let Some(name) = account(email).filter(|name| !known.contains(name)) else { continue };
            let host = |name: &str| name.split(':').next().unwrap_or_default().to_owned();
            if known.iter().any(|other| host(other) == host(&name)) {
                return Some(Doubt::Accounts);
            }
            known.push(name);
        }
        let all: Vec<usize> = member.and_then(|(at, _)| self.of_member[at]).into_iter().chain(who.iter().copied()).collect();
        let works: Vec<(usize, &str)> =
            all.iter().flat_map(|who| self.authors[*who].emails.iter().filter_map(|email| Some((*who, workplace(email, name)?)))).collect();
        // What others of the name did says nothing of this one.
        let is_meant = |(one, _): &&(usize, &str)| member.is_none_or(|(_, own)| *one == own);
        let is_two = |(one, at): &(usize, &str)| {
            let other =
                |(other, there): &(usize, &str)| one != other && !is_within(at, there) && self.active[*one].overlaps(&self.active[*other]);
            works.iter().any(other)
        };
        works.iter().filter(is_meant).any(is_two).then_some(Doubt::Workplaces)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::{Active, Doubt, Likeness, proposals};
    use crate::base::date::Date;
    use crate::model::contribution::Author;
    use crate::model::person::{Member, People};

    /// `handle: Name; accounts and addresses`, a member a line.
    fn people(text: &str) -> People {
        People::new(text.lines().map(|line| {
            let (handle, rest) = line.trim().split_once(": ").unwrap();
            let (name, known) = rest.split_once(';').unwrap_or((rest, ""));
            let (emails, accounts) = known.split_whitespace().map(str::to_owned).partition(|one: &String| one.contains('@'));
            let (handle, name, path) = (handle.to_owned(), name.to_owned(), format!("members/{handle}.md"));
            Member { handle, name, accounts, emails, left: false, ask_me: true, path }
        }))
    }

    /// `Name|Other name <address> year-year`, an author a line; whose address a member has is that member.
    fn authors(text: &str, people: &People) -> (Vec<Author>, Vec<Active>) {
        let day = |year: &str| Date::parse(&format!("{year}-06-01"));
        let read = |line: &str| {
            let (names, rest) = line.trim().split_once(" <").unwrap();
            let (email, years) = rest.split_once('>').unwrap();
            let (first, last) = years.trim().split_once('-').unwrap_or(("2020", "2024"));
            let member = people.members().iter().find(|member| member.emails.iter().any(|known| known == email));
            let names: Vec<String> = names.split('|').map(str::to_owned).collect();
            let author = Author {
                handle: member.map(|member| member.handle.clone()),
                name: names[names.len() - 1].clone(),
                is_bot: names[0].ends_with("[bot]"),
                names,
                emails: vec![email.to_owned()],
                left: false,
            };
            (author, Active { commits: 1, first: day(first), last: day(last), worked: None, came: None })
        };
        text.lines().map(read).unzip()
    }

    /// What is proposed, a line each: the member or `-`, the addresses, what speaks for it, and what against.
    fn proposed(members: &str, history: &str) -> String {
        let people = people(members);
        let (authors, active) = authors(history, &people);
        let mut lines = String::new();
        for proposal in proposals(&authors, &active, &people) {
            let emails: Vec<&str> = proposal.authors.iter().flat_map(|who| &authors[*who].emails).map(String::as_str).collect();
            let (member, likeness) = (proposal.member.as_deref().unwrap_or("-"), proposal.likeness);
            writeln!(lines, "{member} {}: {likeness:?}, but {:?}", emails.join(" "), proposal.doubt).unwrap();
        }
        lines.trim_end().to_owned()
    }

    const ANNA: &str = "anna: Anna de Vries; anna@work.example github:anna-dv\nbram: Bram Smit; bram@work.example";

    #[test]
    fn the_whole_name_of_one_member_is_proposed_and_never_sure() {
        for (author, expected) in [
            ("Anna de Vries <anna.dv@home.example> 2019-2020", "anna anna.dv@home.example: Name, but NameAlone"),
            ("VRIES, ANNA DE <x@y.example> 2018-2019", "anna x@y.example: Name, but NameAlone"),
            ("Anna de Vriés <x@gmail.com>", "anna x@gmail.com: Name, but NameAlone"),
            ("anna|Anna de Vries <x@gmail.com>", "anna x@gmail.com: Name, but NameAlone"),
            ("Anna de Vries <1-anna@users.noreply.gitlab.com>", "anna 1-anna@users.noreply.gitlab.com: Name, but NameAlone"),
            ("Anna Devries <x@gmail.com>", ""),
            ("Anna Vos <x@gmail.com>", ""),
            ("A. de Vries <x@gmail.com>", ""),
            ("Anna de Vries[bot] <x@gmail.com>", ""),
            ("Anna de Vries <no address>", ""),
            ("anna@work.example <x@gmail.com>", ""),
        ] {
            let history = format!("Anna de Vries <anna@work.example> 2020-2024\n{author}");
            assert_eq!(proposed(ANNA, &history), expected, "{author}");
        }
    }

    #[test]
    fn what_speaks_against_it_is_said() {
        for (author, expected) in [
            ("Anna de Vries <root@localhost>", Doubt::Anybody),
            ("Anna de Vries <anna@annas-laptop.local>", Doubt::Anybody),
            ("Anna de Vries <info@club.example>", Doubt::Anybody),
            ("Anna de Vries <other@users.noreply.github.com>", Doubt::Accounts),
            ("Anna de Vries <anna@ministry.example> 2021-2022", Doubt::Workplaces),
            ("Anna de Vries|Kees Bakker <desk@gmail.com>", Doubt::Names),
        ] {
            let history = format!("Anna de Vries <anna@work.example> 2020-2024\n{author}");
            let found = proposed(ANNA, &history);
            assert!(found.ends_with(&format!("but {expected:?}")), "{author}: {found}");
        }
        // What another of her name did at two places says nothing of this one, who wrote after all of that.
        let history = "Anna de Vries <anna@work.example> 2020-2024\nAnna de Vries <a@ministry.example> 2021-2022\n\
            Anna de Vries <x@city.example> 2025-2026";
        let found = proposed(ANNA, history);
        assert!(
            found.contains("a@ministry.example: Name, but Workplaces") && found.ends_with("x@city.example: Name, but NameAlone"),
            "{found}"
        );
        // Her own domain, another one after the first, or one below it is no second workplace.
        for fine in ["anna@annadevries.example> 2021-2022", "anna@ministry.example> 2025-2026", "anna@mail.work.example> 2021-2022"] {
            let history = format!("Anna de Vries <anna@work.example> 2020-2024\nAnna de Vries <{fine}");
            assert!(proposed(ANNA, &history).ends_with(": Name, but NameAlone"), "{fine}");
        }
    }

    #[test]
    fn two_of_one_name_are_left_alone() {
        let members = "anna: Anna de Vries\nanna-2: Anna de Vries";
        assert_eq!(proposed(members, "Anna de Vries <a@gmail.com>\nAnna de Vries <b@gmail.com>"), "");
        // Who used the names of two members is neither.
        assert_eq!(proposed(ANNA, "Anna de Vries|Bram Smit <desk@gmail.com>"), "");
        // That one address may be anybody's says nothing against another.
        let history = "Anna de Vries <root@localhost>\nAnna de Vries <a@gmail.com>";
        assert_eq!(proposed(ANNA, history), "anna root@localhost: Name, but Anybody\nanna a@gmail.com: Name, but NameAlone");
        let history = "Kees Bos <root@localhost>\nKees Bos <a@gmail.com>\nKees Bos <b@gmail.com>";
        assert_eq!(proposed(ANNA, history), "- b@gmail.com a@gmail.com: Name, but NameAlone");
        // Of two accounts that can't both be hers neither is taken for sure.
        let history = "Anna de Vries <one@users.noreply.gitlab.com>\nAnna de Vries <two@users.noreply.gitlab.com>";
        assert_eq!(proposed(ANNA, history).matches("but Accounts").count(), 2);
    }

    #[test]
    fn a_name_that_a_member_once_used_is_not_theirs() {
        let history = "Anna de Vries|Kees Bos <anna@work.example> 2020-2021\nKees Bos <kees@gmail.com> 2018-2019";
        assert_eq!(proposed(ANNA, history), "");
    }

    #[test]
    fn handles_and_accounts_are_hints() {
        for (author, likeness) in [
            ("anna <x@gmail.com>", Some(Likeness::Handle)),
            ("AdV <7-anna-dv@users.noreply.gitlab.com>", Some(Likeness::Account)),
            ("AdV <anna@noreply.codeberg.org>", Some(Likeness::Account)),
            ("A. de Vries <anna@gmail.com>", Some(Likeness::Address)),
            ("annadevries <x@gmail.com>", Some(Likeness::Together)),
            ("AdV <7-annadevries@users.noreply.gitlab.com>", Some(Likeness::Together)),
            ("AdV <7+annadevries@users.noreply.github.com>", None),
            ("Anna Bakker <anna@gmail.com>", None),
            // The member has another account there, and says so.
            ("AdV <7+anna@users.noreply.github.com>", None),
        ] {
            let found = proposed(ANNA, author);
            let Some(likeness) = likeness else {
                assert_eq!(found, "", "{author}");
                continue;
            };
            assert!(found.starts_with("anna ") && found.ends_with(&format!("{likeness:?}, but Alike")), "{author}: {found}");
        }
        assert!(proposed("al: Al Green", "al <x@gmail.com>").is_empty(), "two letters are too few");
        assert!(proposed("anna: Anna", "Anna <x@gmail.com>").ends_with("but OneWord"));
    }

    #[test]
    fn those_without_a_file_are_grouped_by_their_names() {
        let history = "Kees Bos <k@gmail.com> 2020-2021\nIssy Long <me@issy.example>\nKees Bos <kees@bos.example> 2018-2019\n\
            Issy Long|Isabell (Issy) Long <i@work.example>\nIsabell (Issy) Long <issy@gmail.com>\ngtvj <gtvj@users.noreply.github.com>\n\
            gtvj <gwyn@work.example>\nDavid <david@gmail.com>\nJo <jo@gmail.com>\nJo <jo@work.example>";
        let expected = "- kees@bos.example k@gmail.com: Name, but NameAlone\n\
            - issy@gmail.com i@work.example me@issy.example: Name, but NameAlone\n\
            - gwyn@work.example gtvj@users.noreply.github.com: Name, but OneWord";
        assert_eq!(proposed(ANNA, history), expected);
    }

    #[test]
    fn a_whole_name_without_spaces_is_a_hint_among_strangers_too() {
        for (other, expected) in [
            ("marcvanandel <m@gmail.com>", "- m@gmail.com marc@andel.example: Together, but Alike"),
            (
                "MvA <23+marcvanandel@users.noreply.github.com>",
                "- 23+marcvanandel@users.noreply.github.com marc@andel.example: Together, but Alike",
            ),
            ("vanandelmarc <m@gmail.com>", ""),
            ("Marc <m@gmail.com>", ""),
        ] {
            assert_eq!(proposed(ANNA, &format!("Marc van Andel <marc@andel.example>\n{other}")), expected, "{other}");
        }
        // Who is one by name already is not proposed again.
        let history = "Marc van Andel <marc@andel.example>\nMarc van Andel <1+marcvanandel@users.noreply.github.com>";
        assert_eq!(proposed(ANNA, history).lines().count(), 1);
    }

    #[test]
    fn of_whom_only_the_name_is_the_same_may_be_two() {
        for (others, expected) in [
            ("kees@bos.example", "- kees@bos.example kees@gmail.com: Name, but Typed"),
            ("1+kees@users.noreply.github.com", "- 1+kees@users.noreply.github.com kees@gmail.com: Name, but Typed"),
            ("Kees+cop@bos.example", "- Kees+cop@bos.example kees@gmail.com: Name, but Typed"),
            ("evil@bos.example", "- evil@bos.example kees@gmail.com: Name, but NameAlone"),
            // Of whom more is the same is asked apart.
            (
                "evil@gmail.com kees@yahoo.com",
                "- kees@yahoo.com kees@gmail.com: Name, but Typed\n- evil@gmail.com kees@gmail.com: Name, but NameAlone",
            ),
            (
                "evil@gmail.com evil@yahoo.com",
                "- evil@yahoo.com evil@gmail.com: Name, but Typed\n- evil@yahoo.com evil@gmail.com kees@gmail.com: Name, but NameAlone",
            ),
        ] {
            let others: Vec<String> = others.split(' ').map(|email| format!("\nKees Bos <{email}> 2010-2011")).collect();
            let history = format!("Kees Bos <kees@gmail.com> 2020-2024{}", others.concat());
            assert_eq!(proposed(ANNA, &history), expected, "{history}");
        }
        // What many have before the @ joins nobody.
        assert!(proposed(ANNA, "Kees Bos <contact@bos.example>\nKees Bos <contact@evil.example> 2001-2002").ends_with("NameAlone"));
    }

    proptest::proptest! {
        #[test]
        fn nobody_is_proposed_twice_for_a_member_and_nobody_hurts(
            history in proptest::collection::vec(("(Anna|Bram|X)( de| S)?( Vries|mit|)", "[a-b]{0,2}@?(x|users\\.noreply\\.github|gmail)?(\\.com)?"), 0..12),
        ) {
            let lines: Vec<String> = history.iter().map(|(name, email)| format!("{name} <{email}>")).collect();
            let people = people(ANNA);
            let (authors, active) = authors(&lines.join("\n"), &people);
            let found = proposals(&authors, &active, &people);
            let mut seen = std::collections::BTreeSet::new();
            for proposal in found.iter().filter(|proposal| proposal.member.is_some()) {
                proptest::prop_assert!(proposal.authors.iter().all(|who| seen.insert(*who) && authors[*who].handle.is_none()));
            }
            proptest::prop_assert!(found.iter().filter(|proposal| proposal.member.is_none()).all(|proposal| proposal.authors.len() > 1));
        }
    }
}

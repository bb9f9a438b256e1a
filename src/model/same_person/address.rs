//! What an address tells of whose it is.

use crate::model::identity::{account, is_address};

use super::name::{Name, is_among};

/// Local parts that belong to an office or a machine.
const OFFICES: &str = "admin administrator git info mail no-reply nobody noreply office root support team user webmaster";

/// Whether an address can be that of anybody: a machine that was never told of one, or an office.
pub(super) fn is_anybodys(email: &str) -> bool {
    let Some((local, domain)) = email.rsplit_once('@').filter(|_| is_address(email)) else { return true };
    let last = domain.rsplit('.').next().unwrap_or_default();
    let is_machine = !domain.contains('.') || ["local", "localdomain", "localhost", "lan", "internal", "(none)"].contains(&last);
    is_machine || is_among(OFFICES, local)
}

/// Where anybody can have an address, by the name before the last part of the domain.
const PROVIDERS: &str = "126 163 aol btinternet casema fastmail gmail gmx googlemail hetnet hey home hotmail icloud kpnmail live mac mail mailbox me msn outlook planet pm posteo proton protonmail qq riseup tutanota upcmail web xs4all yahoo yandex ymail ziggo zoho tuta disroot";

/// The domain of an address, if it is that of a workplace as far as can be told: not a provider's, a host's, or the person's own.
pub(super) fn workplace<'e>(email: &'e str, name: &Name) -> Option<&'e str> {
    let (_, domain) = email.rsplit_once('@').filter(|_| account(email).is_none())?;
    let first = domain.split('.').next().unwrap_or_default();
    let squeezed: String = domain.chars().filter(char::is_ascii_alphanumeric).collect();
    let is_own = name.telling().any(|word| word.chars().count() > 3 && squeezed.contains(word));
    (!is_among(PROVIDERS, first) && !is_own && !is_anybodys(email)).then_some(domain)
}

/// Whether one domain is the other, or below it.
pub(super) fn is_within(one: &str, other: &str) -> bool {
    let below = |inner: &str, outer: &str| inner.strip_suffix(outer).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    below(one, other) || below(other, one)
}

/// What somebody calls themselves in an address: the account that it stands for, else what stands before the `@`, without what they added
/// to it. `None` where that says little: a letter or two, or what many have.
pub(super) fn user(email: &str) -> Option<String> {
    let user = match account(email) {
        Some(account) => account.split_once(':')?.1.to_owned(),
        None => email.rsplit_once('@')?.0.split('+').next()?.to_lowercase(),
    };
    (user.chars().count() > 2 && !is_among(OFFICES, &user) && !is_among(COMMON, &user)).then_some(user)
}

/// What people who have a domain of their own write before the `@`.
const COMMON: &str = "all code contact contacto dev email github gitlab hallo hello hey hoi home mailbox myself post public spam work";

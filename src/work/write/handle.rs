//! Handles: the short names by which members are mentioned.

use crate::base::lang::Lang;
use crate::base::path::is_device;
use crate::base::slug::slug;

/// So many are proposed before giving up.
const MOST: usize = 10_000;

/// Whether a handle means something else already: `@me` is whoever runs cop.
pub fn is_reserved(handle: &str) -> bool {
    handle == "me"
}

/// Handles for a person, the best first: that of their account on a host, their first name, their whole name, and that with a number.
pub fn handles(name: &str, account: Option<&str>, lang: Lang) -> impl Iterator<Item = String> {
    let of_account = account.and_then(|account| account.split_once(':')).map(|(_, user)| slug(user));
    let first = slug(name.split_whitespace().next().unwrap_or_default());
    let whole = Some(slug(name)).filter(|whole| !whole.is_empty());
    let whole = whole.unwrap_or_else(|| if lang == Lang::Nl { "lid" } else { "member" }.to_owned());
    // An initial names nobody.
    let first = Some(first).filter(|first| first.len() > 1);
    let numbered = whole.clone();
    let all = of_account.into_iter().chain(first).chain([whole]).chain((2..MOST).map(move |count| format!("{numbered}-{count}")));
    all.filter(|handle| !handle.is_empty() && !is_device(handle) && !is_reserved(handle))
}

#[cfg(test)]
mod tests {
    use super::handles;
    use crate::base::lang::Lang;

    #[test]
    fn a_person_has_several_handles_to_choose_from() {
        for (name, account, expected) in [
            ("Fatima El Idrissi", None, ["fatima", "fatima-el-idrissi", "fatima-el-idrissi-2"]),
            ("Anna", Some("github:Anna_K"), ["anna-k", "anna", "anna"]),
            ("J. de Vries", None, ["j-de-vries", "j-de-vries-2", "j-de-vries-3"]),
            ("Con", None, ["con-2", "con-3", "con-4"]),
            ("Me", None, ["me-2", "me-3", "me-4"]),
            ("🙂", None, ["lid", "lid-2", "lid-3"]),
        ] {
            assert_eq!(handles(name, account, Lang::Nl).take(3).collect::<Vec<_>>(), expected, "{name}");
        }
    }
}

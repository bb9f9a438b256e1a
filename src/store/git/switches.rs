//! libgit2's switches, which hold for the whole process.
#![allow(unsafe_code, reason = "git2 marks these switches unsafe because they must be set before there are threads; they are, once")]

use std::sync::Once;

/// Sets them, the first time it is called; every way into a repository begins here.
///
/// Whether a repository belongs to somebody else is always checked: libgit2's default, which nothing here turns off.
pub(super) fn set() {
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        // To hash every object that is read costs three times the walk; damage still shows, as data that can't be inflated or parsed.
        git2::opts::strict_hash_verification(false);
        // What is read again is kept in our own reader, which knows what that is.
        git2::opts::enable_caching(false);
        // SAFETY: `Once` lets one thread in, and no repository is open yet. A switch that fails leaves its default, which will do.
        unsafe {
            // A partial clone can be read as far as it goes.
            let _ = git2::opts::set_extensions(&["partialclone"]);
        }
    });
}

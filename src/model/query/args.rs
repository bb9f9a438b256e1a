//! Arguments of a command line as one query.

/// The query that command-line arguments make: one is the whole of it; of several, each with a space in it is a phrase.
pub fn from_args(args: &[impl AsRef<str>]) -> String {
    if let [only] = args {
        return only.as_ref().trim_start().to_owned();
    }
    let quoted = |arg: &str| {
        let arg = arg.trim();
        if !arg.contains(char::is_whitespace) || arg.starts_with(['"', '“', '„', '«']) {
            return arg.to_owned();
        }
        let text = arg.replace('"', " ");
        // `title:old mail` is what a shell leaves of `title:"old mail"`.
        match text.split_once(':') {
            Some((key, value)) if !key.contains(char::is_whitespace) && !value.is_empty() && !value.starts_with(' ') => {
                format!("{key}:\"{value}\"")
            }
            _ => format!("\"{text}\""),
        }
    };
    args.iter().map(|arg| quoted(arg.as_ref())).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::from_args;

    #[test]
    fn arguments_become_one_query() {
        for (args, typed) in [
            (&["old mail \"box\""][..], "old mail \"box\""),
            (&["old mail", "box"], "\"old mail\" box"),
            (&["a", "title:old mail", "\"b c\" d"], "a title:\"old mail\" \"b c\" d"),
            (&["why: because", "x"], "\"why: because\" x"),
            (&[], ""),
        ] {
            assert_eq!(from_args(args), typed);
        }
    }
}

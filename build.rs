//! Reads once, when cop is built, what every command would have to read again: the kinds that cop brings, and where its messages stand.
//!
//! Every `templates/kinds/…/kind.yaml` becomes a constant tree of texts in `built_in.rs`, which `src/model/built_in.rs` includes. What the
//! texts mean is decided there, by the code that reads a community's own kinds. The messages of a language, `templates/lang/LANG/*.ftl`, become one
//! text with a table of where each begins, which `src/base/lang.rs` includes. A fingerprint of everything that cop is made of, by which it knows
//! what the same cop kept, becomes the variable `COP_BUILD`.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

use granit_parser::{Event, Parser};

/// Where the kinds stand, from the package's folder.
const KINDS: &str = "templates/kinds";

/// Where the messages stand, a folder for each language.
const MESSAGES: &str = "templates/lang";

/// What decides what cop does, from the package's folder; what is not there, as a lock file in a package that was published, decides nothing.
const MADE_OF: [&str; 5] = ["src", "templates", "build.rs", "Cargo.toml", "Cargo.lock"];

fn main() -> Result<(), Box<dyn Error>> {
    let (package, out) = (PathBuf::from(env::var("CARGO_MANIFEST_DIR")?), PathBuf::from(env::var("OUT_DIR")?));
    let mut build = DefaultHasher::new();
    for read in MADE_OF.iter().filter(|read| package.join(read).exists()) {
        println!("cargo::rerun-if-changed={read}");
        fingerprint(&package.join(read), &mut build)?;
    }
    println!("cargo::rustc-env=COP_BUILD={:016x}", build.finish());
    fs::write(out.join("built_in.rs"), kinds(&package.join(KINDS))?)?;
    let mut code = String::new();
    for lang in ["en", "nl"] {
        let (text, places) = messages(&package.join(MESSAGES).join(lang))?;
        fs::write(out.join(format!("{lang}.ftl")), text)?;
        let name = lang.to_uppercase();
        writeln!(code, "#[expect(clippy::unreadable_literal, reason = \"nobody reads it\")]")?;
        writeln!(code, "static {name}: Catalogue = Catalogue {{")?;
        writeln!(code, "    text: include_str!(concat!(env!(\"OUT_DIR\"), \"/{lang}.ftl\")),\n    at: &{places:?},\n}};")?;
    }
    Ok(fs::write(out.join("messages.rs"), code)?)
}

/// Adds every file at or below a path to a fingerprint.
fn fingerprint(path: &Path, build: &mut DefaultHasher) -> Result<(), Box<dyn Error>> {
    if !path.is_dir() {
        fs::read(path)?.hash(build);
        return Ok(());
    }
    let mut below = fs::read_dir(path)?.map(|file| Ok(file?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    below.sort();
    for path in below {
        path.file_name().hash(build);
        fingerprint(&path, build)?;
    }
    Ok(())
}

/// The messages of a language: one text, and where in it each begins and ends.
type Messages = (String, Vec<[usize; 2]>);

/// The messages in a folder, in the order of their keys.
fn messages(folder: &Path) -> Result<Messages, Box<dyn Error>> {
    let mut files = fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == "ftl"));
    files.sort();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for file in files {
        let mut key = None;
        for line in fs::read_to_string(&file)?.lines() {
            if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
                let name = line.split_once(" =").map(|(name, _)| name.to_owned()).ok_or_else(|| format!("{}: {line}", file.display()))?;
                if found.insert(name.clone(), String::new()).is_some() {
                    return Err(format!("{}: {name} is there twice", file.display()).into());
                }
                key = Some(name);
            } else if line.starts_with('#') {
                key = None;
            }
            match key.as_ref().and_then(|key| found.get_mut(key)) {
                Some(message) => message.extend([line, "\n"]),
                None if line.trim().is_empty() || line.starts_with('#') => {}
                None => return Err(format!("{}: \"{line}\" belongs to no message", file.display()).into()),
            }
        }
    }
    let (mut text, mut places) = (String::new(), Vec::new());
    for message in found.values() {
        places.push([text.len(), text.len() + message.len()]);
        text.push_str(message);
    }
    Ok((text, places))
}

/// The code of the kinds in a folder.
fn kinds(root: &Path) -> Result<String, Box<dyn Error>> {
    let mut files = vec![("common".to_owned(), root.join("common.yaml"))];
    for folder in fs::read_dir(root)? {
        let file = folder?.path().join("kind.yaml");
        if let Some(name) = file.parent().and_then(Path::file_name).and_then(|name| name.to_str()).filter(|_| file.is_file()) {
            files.push((name.to_owned(), file.clone()));
        }
    }
    files.sort();
    let mut code = format!("static FILES: [(&str, Fixed); {}] = [\n", files.len());
    for (name, file) in files {
        let yaml = fs::read_to_string(&file)?;
        let tree = tree(&yaml).map_err(|error| format!("{}: {error}", file.display()))?;
        writeln!(code, "    ({name:?}, {tree}),")?;
    }
    code.push_str("];\n");
    Ok(code)
}

/// The text of a constant tree: lists and mappings of texts.
fn tree(yaml: &str) -> Result<String, Box<dyn Error>> {
    let mut code = String::new();
    // For each open list or mapping, whether it is a mapping whose next node is a key.
    let mut open: Vec<Option<bool>> = Vec::new();
    for event in Parser::new_from_str(yaml) {
        match event?.0 {
            Event::Scalar(text, ..) => match open.last_mut() {
                Some(Some(is_key @ true)) => {
                    *is_key = false;
                    write!(code, "({text:?}, ")?;
                    continue;
                }
                _ if text.is_empty() => return Err("every key has a value".into()),
                _ => write!(code, "Fixed::Text({text:?})")?,
            },
            Event::SequenceStart(..) => {
                open.push(None);
                code.push_str("Fixed::List(&[");
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Some(true));
                code.push_str("Fixed::Map(&[");
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                open.pop();
                code.push_str("])");
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => return Err("the kinds that cop brings use no aliases".into()),
            _ => continue,
        }
        // Here a value has ended.
        match open.last_mut() {
            Some(Some(is_key)) => {
                *is_key = true;
                code.push_str("), ");
            }
            Some(None) => code.push_str(", "),
            None => {}
        }
    }
    Ok(code)
}

//! Reads the kinds that cop brings once, when cop is built, so that no command has to parse their YAML again.
//!
//! Every `templates/kinds/…/kind.yaml` becomes a constant tree of texts in `built_in.rs`, which `src/model/built_in.rs` includes. What the
//! texts mean is decided there, by the code that reads a community's own kinds.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use granit_parser::{Event, Parser};

/// Where the kinds stand, from the package's folder.
const KINDS: &str = "templates/kinds";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={KINDS}");
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join(KINDS);
    let mut files = vec![("common".to_owned(), root.join("common.yaml"))];
    for folder in fs::read_dir(&root)? {
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
    Ok(fs::write(PathBuf::from(env::var("OUT_DIR")?).join("built_in.rs"), code)?)
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

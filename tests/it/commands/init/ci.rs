//! What `init` lays down for the host: every line that runs there, typed by hand in a clone.

use std::path::Path;

use crate::commands::cop;
use crate::support::world::{Run, World};

/// A clone of a community that has been checked for a host: something wrong is let be on `main`, and the branch that is here makes another
/// fault. The lines of its check stand in `path`.
fn branch(flavour: &str) -> World {
    let world = World::new();
    world.write("docs/adr/0001-use-git.md", "# 1. Use git\n\n## Status\n\nAccepted, see [2](0002-no.md)\n");
    world.commit("Before");
    cop(&world, &format!("init --ci {flavour} --lang nl")).run().done();
    cop(&world, "check --write-baseline").run().done();
    world.git(&["clone", "--quiet", "--bare", ".", "../shared.git"]);
    world.git(&["remote", "add", "origin", "../shared.git"]);
    world.git(&["fetch", "--quiet", "origin"]);
    world.git(&["switch", "--quiet", "--create", "change"]);
    world.write("docs/adr/0003-use-mail.md", "# 3. Use mail\n\n## Status\n\nAccepted, see [2](0002-no.md)\n");
    world.commit("Use mail");
    world
}

/// The lines that a file has run, but for those that install programs of the system's.
fn lines(file: &str) -> Vec<String> {
    let begins = |line: &str| {
        line.strip_prefix("      - run: ")
            .or_else(|| line.strip_prefix("    - ").filter(|line| !line.starts_with("if:")))
            .map(str::to_owned)
    };
    let lines: Vec<String> = file.lines().filter_map(begins).filter(|line| !line.contains("apt-get")).collect();
    assert_eq!(lines.len(), 3, "{file}");
    lines
}

/// Runs a line as a host does, with cop where it is looked for.
fn run(world: &World, line: &str, variables: &[(&str, &str)]) -> Run {
    let bin = Path::new(env!("CARGO_BIN_EXE_cop")).parent().unwrap();
    let path =
        std::env::join_paths(std::iter::once(bin.to_owned()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap()))).unwrap();
    let call = world.command("sh").args(&["-e", "-c", line]).env("PATH", path.to_str().unwrap()).env("COP_LANG", "");
    variables.iter().fold(call, |call, (name, value)| call.env(name, value)).run()
}

#[test]
fn every_line_for_github_and_forgejo_runs_by_hand() {
    for (flavour, file) in [("github", ".github/workflows/cop.yml"), ("forgejo", ".forgejo/workflows/cop.yml")] {
        let world = branch(flavour);
        let lines = lines(&world.read(file));
        let [installs, sums_up, tells] = &lines[..] else { panic!("{lines:?}") };
        let summary = world.home().join("summary");
        let variables = |base: &'static str| [("GITHUB_BASE_REF", base), ("GITHUB_STEP_SUMMARY", summary.to_str().unwrap())];
        assert_eq!(run(&world, installs, &variables("main")).status, 0);
        assert_eq!(run(&world, sums_up, &variables("main")).status, 0);
        let told = run(&world, tells, &variables("main"));
        assert!(told.status == 1 && told.stdout.contains("0003-use-mail.md") && !told.stdout.contains("0001"), "{told}");
        let page = std::fs::read_to_string(&summary).unwrap();
        assert!(page.starts_with("### cop check: 1 fout in 3 documenten; ") && !page.contains("0001"), "{page}");
        // What can't be carried out is no finding, and fails where it happens.
        assert_eq!(run(&world, sums_up, &variables("nowhere")).status, 1);
        assert_eq!(run(&world, tells, &variables("nowhere")).status, 2);
        // On the main branch all of it is looked at, but for what is let be.
        world.git(&["switch", "--quiet", "main"]);
        let told = run(&world, tells, &variables(""));
        assert!(told.status == 0 && run(&world, sums_up, &variables("")).status == 0, "{told}");
    }
}

#[test]
fn every_line_for_gitlab_runs_by_hand() {
    let world = branch("gitlab");
    let lines = lines(&world.read(".gitlab-ci.yml"));
    let [installs, sums_up, tells] = &lines[..] else { panic!("{lines:?}") };
    let bin = world.home().join(".cargo/bin");
    std::fs::create_dir_all(&bin).unwrap();
    std::fs::copy(env!("CARGO_BIN_EXE_cop"), bin.join("cop")).unwrap();
    let (home, base) = (world.home().join(".cargo"), world.git(&["rev-parse", "main"]));
    let variables = [("CARGO_HOME", home.to_str().unwrap()), ("CI_MERGE_REQUEST_DIFF_BASE_SHA", base.as_str())];
    let told = [installs, sums_up, tells].map(|line| run(&world, line, &variables).status);
    assert_eq!(told, [0, 0, 1]);
    let report = world.read(".cop-check.json");
    assert!(report.contains("0003-use-mail.md") && !report.contains("0001"), "{report}");
    assert!(world.read(".cop-check.md").starts_with("### cop check: 1 fout in 3 documenten; "));
    world.git(&["switch", "--quiet", "main"]);
    assert_eq!([sums_up, tells].map(|line| run(&world, line, &variables[..1]).status), [0, 0]);
}

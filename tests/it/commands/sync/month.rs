//! Two people who work for a while and share what they do now and then.

use std::collections::BTreeMap;
use std::fs;

use super::shared;
use crate::support::world::{Run, World};

/// A number that follows from the one before, for a month that is the same every time.
struct Dice(u64);

impl Dice {
    fn of(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }
}

/// A person in the month, and their clone from the community's folder.
struct Person<'w> {
    world: &'w World,
    handle: &'static str,
    clone: &'static str,
}

impl Person<'_> {
    fn cop(&self, arguments: &[&str]) {
        let run = self.world.command("cop").in_folder(self.clone).args(arguments).run();
        assert_eq!(run.status, 0, "{run}");
    }

    fn git(&self, arguments: &[&str]) -> Run {
        self.world.command("git").in_folder(self.clone).args(arguments).run()
    }

    /// What a person does by hand in a file, as from an editor or a git host's page.
    fn hand(&self, path: &str, change: impl Fn(&str) -> String) {
        let path = self.world.path(self.clone).join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, change(&text)).unwrap();
        self.git(&["add", "--all"]).done();
        self.git(&["commit", "--quiet", "-m", "By hand"]).done();
    }

    /// One thing that a member does.
    fn act(&self, dice: &mut Dice, count: usize) {
        let (who, number) = (self.handle, count.to_string());
        let line = |head: &str, item: String| {
            self.hand(&format!("members/{who}.md"), |text| {
                let (before, after) = text.split_once(&format!("\n## {head}\n\n")).unwrap_or((text, ""));
                let (list, rest) = after.split_once("\n\n").map_or((after, String::new()), |(list, rest)| (list, format!("\n{rest}")));
                let mut list: Vec<&str> = list.lines().chain([item.as_str()]).collect();
                list.sort_unstable();
                format!("{}\n\n## {head}\n\n{}\n{rest}", before.trim_end(), list.join("\n"))
            });
        };
        match dice.of(12) {
            0 => self.cop(&["add", "practice", &format!("Practice {number} of {who}"), "-b", "Text."]),
            1 => self.cop(&["ask", &format!("Question {number} of {who}"), "-b", "Text?"]),
            2 => self.cop(&["answer", "how-long", "-b", &format!("Answer {number}.")]),
            3 => self.cop(&["set", "scan", &format!("reviewed=2026-10-{:02}", dice.of(28) + 1)]),
            4 | 5 => self.cop(&["tag", "scan", &format!("t{}-{who}", dice.of(30))]),
            6 => self.cop(&["mark", "scan", ["proposed", "adopted"][dice.of(2)]]),
            7 => {
                let words = if who == "ada" { "At 300 dpi" } else { "In colour" };
                self.hand("practices/scan.md", |text| text.replacen(words, &format!("{words}, {number}"), 1));
            }
            8 => line("Uses", format!("- [Scan letters](../practices/scan.md) 2026-11-01 note {number}")),
            9 => line("Thanks", format!("- @bo [Scan letters](../practices/scan.md) {number}")),
            10 => line("Follows", format!("- #t{number}")),
            _ => self.hand(&format!("flags/2026-11-22-scan-{who}-{number}.md"), |_| {
                "---\nabout: practice/scan\ntype: unclear\n---\n\nHm.\n".into()
            }),
        }
    }
}

/// Two people work for a while and sync now and then; how many conflicts a person had to solve, by folder.
fn month(days: usize, sync: impl Fn(&Person<'_>) -> bool) -> BTreeMap<String, usize> {
    let world = shared();
    let people = [Person { world: &world, handle: "ada", clone: "." }, Person { world: &world, handle: "bo", clone: "../bo" }];
    let (mut dice, mut count) = (Dice(7), 0);
    let mut conflicts = BTreeMap::new();
    let mut meet = |person: &Person<'_>| {
        while !sync(person) {
            for path in person.git(&["diff", "--name-only", "--diff-filter=U"]).done().lines() {
                let folder = path.rsplit_once('/').map_or(path, |(folder, _)| folder);
                *conflicts.entry(folder.to_owned()).or_insert(0) += 1;
                person.git(&["checkout", "--quiet", "--ours", path]).done();
            }
            person.git(&["commit", "--quiet", "--all", "-m", "Solved"]).done();
        }
    };
    for _ in 0..days {
        for person in &people {
            for _ in 0..=dice.of(2) {
                count += 1;
                person.act(&mut dice, count);
            }
        }
        let first = dice.of(2);
        meet(&people[first]);
        meet(&people[1 - first]);
    }
    people.iter().chain(&people).for_each(&mut meet);
    for person in &people {
        person.git(&["fetch", "--quiet"]).done();
        person.git(&["diff", "--exit-code", "HEAD", "origin/main"]).done();
    }
    world.git(&["fsck", "--strict"]);
    conflicts
}

#[test]
fn a_month_of_two_people_needs_nobody_to_solve_anything() {
    let conflicts = month(12, |person| {
        let run = person.world.command("cop").in_folder(person.clone).args(&["sync", "-q"]).run();
        assert!(run.status == 0 || !run.stdout.is_empty(), "{run}");
        run.status == 0
    });
    assert_eq!(conflicts, BTreeMap::new());
}

#[test]
fn without_cop_only_what_two_people_changed_in_one_document_contradicts() {
    let conflicts = month(12, |person| {
        let merged = person.git(&["pull", "--quiet", "--no-rebase", "--no-edit"]).status == 0;
        merged && person.git(&["push", "--quiet"]).status == 0
    });
    // Adds, answers, uses, thanks, follows and flags stand in files of their own: no git host can make a conflict of them.
    assert!(conflicts.keys().all(|folder| folder == "practices"), "{conflicts:?}");
    assert!(!conflicts.is_empty());
}

//! Whatever happens to the index's files, the answer is right, and one line tells that the index was made anew.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::super::stamp::Stamp;
use super::super::{Index, Trouble};
use super::{World, names, words};

/// What can happen to a file.
#[derive(Clone, Debug)]
enum Damage {
    Cut(usize),
    Flip(usize),
    Zero(usize, usize),
    Append(u8),
    Delete,
    Empty,
    Swap,
    Older,
}

fn damage() -> impl Strategy<Value = Damage> {
    let place = || any::<prop::sample::Index>().prop_map(|index| index.index(1 << 30));
    prop_oneof![
        3 => place().prop_map(Damage::Cut),
        6 => place().prop_map(Damage::Flip),
        3 => (place(), 1_usize..2_000).prop_map(|(from, length)| Damage::Zero(from, length)),
        1 => any::<u8>().prop_map(Damage::Append),
        2 => Just(Damage::Delete),
        1 => Just(Damage::Empty),
        1 => Just(Damage::Swap),
        1 => Just(Damage::Older),
    ]
}

impl Damage {
    fn happen(&self, file: &Path, other: &Path, older: &Path) {
        let mut bytes = fs::read(file).expect("read");
        let length = bytes.len();
        match *self {
            Self::Cut(at) => bytes.truncate(at % length),
            Self::Flip(bit) => bytes[bit / 8 % length] ^= 1 << (bit % 8),
            Self::Zero(from, count) => {
                let from = from % length;
                let range = from..(from + count).min(length);
                // A range that was zero is no damage.
                if bytes[range.clone()].iter().all(|byte| *byte == 0) {
                    bytes[from] = 1;
                }
                bytes[range].fill(0);
                bytes[from] ^= u8::from(bytes == fs::read(file).expect("read"));
            }
            Self::Append(byte) => bytes.push(byte),
            Self::Delete => return fs::remove_file(file).expect("removed"),
            Self::Empty => bytes.clear(),
            Self::Swap => bytes = fs::read(other).expect("read"),
            Self::Older => bytes = fs::read(older.join(file.file_name().expect("named"))).unwrap_or_default(),
        }
        fs::write(file, bytes).expect("written");
    }
}

/// A community whose index has two volumes, and a copy of its index's folder from before the second.
fn world() -> (World, tempfile::TempDir) {
    let world = World::new();
    let older = tempfile::tempdir().expect("a folder");
    for number in 0..12 {
        world.write(&format!("practices/p{number}.md"), &format!("# Number {number}\n\nA mailbox, {} times.\n", "more ".repeat(number)));
    }
    world.find("mailbox");
    for name in names(&world.dir()) {
        fs::copy(world.dir().join(&name), older.path().join(&name)).expect("copied");
    }
    world.write("practices/p3.md", "# Another number 3\n\nA mailbox.\n");
    world.write("questions/new.md", "# A new mailbox\n");
    world.find("mailbox");
    (world, older)
}

#[test]
fn a_damaged_index_is_made_anew() {
    let (world, older) = world();
    world.write_dutch();
    let cases = ProptestConfig::default().cases / 8;
    let mut runner = TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
    let rounds = std::cell::Cell::new(0);
    let happened = runner.run(&(damage(), any::<prop::sample::Index>()), |(damage, which)| {
        let round = rounds.replace(rounds.get() + 1);
        world.write("practices/p3.md", &format!("# A mailbox in round {round}\n"));
        world.find("mailbox");
        let files: Vec<_> = names(&world.dir()).into_iter().filter(|name| name != "lock").collect();
        prop_assert!((4..=10).contains(&files.len()), "a stamp, a catalogue, two volumes or more: {:?}", files);
        let file = world.dir().join(which.get(&files));
        let other = world.dir().join(files.iter().find(|name| !file.ends_with(name)).expect("another"));
        let before = fs::read(&file).expect("read");
        damage.happen(&file, &other, older.path());
        let expected = if fs::read(&file).ok() == Some(before) { vec![] } else { vec![Trouble::Damaged] };
        let mut index = Index::open(Some(world.own()));
        let report = world.demand_parity(&mut index, &words(&["mailbox", "round"]));
        prop_assert_eq!(report.trouble, expected);
        world.demand_answers(&mut index);
        let (_, report) = world.find("number");
        prop_assert_eq!((report.trouble, report.read), (vec![], 0));
        Ok(())
    });
    happened.expect("right answers");
}

#[test]
fn a_copied_index_is_looked_at_and_used() {
    let world = World { now: Some(1 << 62), ..world().0 };
    world.find("mailbox");
    let copy = world.dir().with_extension("copy");
    fs::rename(world.dir(), &copy).expect("moved");
    fs::create_dir(world.dir()).expect("made");
    for name in names(&copy) {
        fs::copy(copy.join(&name), world.dir().join(&name)).expect("copied");
    }
    let (found, report) = world.find("mailbox");
    assert_eq!((found.len(), report.trouble, report.read), (13, vec![], 0));
    let stamp = fs::read(world.dir().join("stamp")).expect("read");
    world.find("mailbox");
    assert_eq!(fs::read(world.dir().join("stamp")).expect("read"), stamp, "it is looked at once");
}

#[test]
fn an_index_of_another_version_is_made_anew() {
    let (world, _) = world();
    let path = world.dir().join("stamp");
    let bytes = fs::read(&path).expect("read");
    let inner = &bytes[..bytes.len() - 32];
    let text = [b"cop 99", &inner[4..]].concat();
    let other = [&text[..], blake3::hash(&text).as_bytes()].concat();
    fs::write(&path, other).expect("written");
    let (found, report) = world.find("mailbox");
    assert_eq!((found.len(), report.trouble), (13, vec![Trouble::OtherVersion]));
    assert_eq!(world.find("mailbox").1.trouble, []);
}

#[test]
fn a_time_set_back_hides_no_damage() {
    let (world, _) = world();
    let name = names(&world.dir()).into_iter().find(|name| name.starts_with("volume")).expect("a volume");
    let path = world.dir().join(name);
    let time = fs::metadata(&path).expect("there").modified().expect("known");
    let mut bytes = fs::read(&path).expect("read");
    bytes[100] ^= 4;
    std::thread::sleep(std::time::Duration::from_millis(12));
    fs::write(&path, bytes).expect("written");
    fs::File::options().write(true).open(&path).expect("open").set_modified(time).expect("set");
    assert_eq!(world.find("mailbox").1.trouble, [Trouble::Damaged]);
}

#[test]
fn an_index_that_cannot_be_kept_answers_all_the_same() {
    let world = World::new();
    world.write("practices/a.md", "# A mailbox\n");
    fs::write(world.dir(), "a file where the folder should be").expect("written");
    for _ in 0..2 {
        let (found, report) = world.find("mailbox");
        assert_eq!(found, ["practices/a.md"]);
        assert_eq!(report.trouble, [Trouble::InTheWay(world.dir().to_string_lossy().into_owned())]);
    }
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_neither_read_nor_changed() {
    let (world, older) = world();
    fs::rename(world.dir(), older.path().join("index")).expect("moved");
    let elsewhere = older.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("made");
    for name in ["volume-2024-holiday.mp4", "volume-7", "stamp"] {
        fs::write(elsewhere.join(name), "mine").expect("written");
    }
    std::os::unix::fs::symlink(&elsewhere, world.dir()).expect("linked");
    for _ in 0..2 {
        let (found, report) = world.find("mailbox");
        assert_eq!((found.len(), report.trouble), (13, vec![Trouble::InTheWay(world.dir().to_string_lossy().into_owned())]));
    }
    assert_eq!(names(&elsewhere), ["stamp", "volume-2024-holiday.mp4", "volume-7"]);
}

#[cfg(unix)]
#[test]
fn what_stands_in_a_files_place_holds_nobody_up_and_the_folder_does_not_grow() {
    let (world, _) = world();
    let pipe = |name: &str| {
        fs::remove_file(world.dir().join(name)).expect("removed");
        assert!(std::process::Command::new("mkfifo").arg(world.dir().join(name)).status().expect("run").success());
    };
    pipe("stamp");
    assert_eq!((world.find("mailbox").1.trouble, world.find("mailbox").1.trouble), (vec![Trouble::Damaged], vec![]));
    pipe("lock");
    world.write("practices/new.md", "# One more mailbox\n");
    assert!(matches!(world.find("mailbox").1.trouble.as_slice(), [Trouble::NotKept(_)]));
    fs::remove_file(world.dir().join("lock")).expect("removed");
    fs::remove_file(world.dir().join("stamp")).expect("removed");
    fs::create_dir(world.dir().join("stamp")).expect("made");
    assert_eq!((world.find("mailbox").1.trouble, world.find("mailbox").1.trouble), (vec![Trouble::Damaged], vec![]), "an empty one goes");
    fs::remove_file(world.dir().join("stamp")).expect("removed");
    fs::create_dir_all(world.dir().join("stamp/kept")).expect("made");
    let before = names(&world.dir());
    for _ in 0..3 {
        let (found, report) = world.find("mailbox");
        assert_eq!(found.len(), 14);
        assert!(matches!(report.trouble.as_slice(), [Trouble::Damaged, Trouble::NotKept(_)]));
        assert_eq!(names(&world.dir()), before);
    }
}

#[test]
fn no_name_is_in_the_way_of_new_ones() {
    let (world, _) = world();
    let odd = ["volume-18446744073709551615", "volume-1x", "catalogue-", "volume-0000000000000000001"];
    for name in odd.iter().chain(&["volume-999999999999999"]) {
        fs::write(world.dir().join(name), "").expect("written");
    }
    fs::create_dir(world.dir().join("volume-77")).expect("made");
    world.write("practices/new.md", "# One more mailbox\n");
    for _ in 0..2 {
        let (found, report) = world.find("mailbox");
        assert_eq!((found.len(), report.trouble), (14, vec![]));
    }
    let names = names(&world.dir());
    assert!(odd.iter().all(|odd| names.iter().any(|name| name == odd)) && names.iter().any(|name| name == "volume-77"));
    assert!(!names.iter().any(|name| name == "volume-999999999999999"));
}

#[test]
fn an_index_that_cannot_be_written_is_read_and_brought_up_to_date() {
    let (world, _) = world();
    fs::remove_file(world.dir().join("lock")).expect("removed");
    fs::create_dir(world.dir().join("lock")).expect("made");
    let now = i64::MAX;
    let world = World { now: Some(now), ..world };
    world.write("practices/new.md", "# One more mailbox\n");
    let (found, report) = world.find("mailbox");
    assert_eq!((found.len(), report.read), (14, 1));
    assert!(matches!(report.trouble.as_slice(), [Trouble::NotKept(_)]));
    fs::write(world.dir().join("stamp"), "garbage").expect("written");
    let (found, report) = world.find("mailbox");
    assert_eq!((found.len(), report.read), (14, 14));
    assert!(matches!(report.trouble.as_slice(), [Trouble::NotKept(_)]));
}

#[test]
fn without_a_folder_everything_is_in_memory() {
    let (world, _) = world();
    let mut index = Index::open(None);
    assert_eq!(world.demand_parity(&mut index, &words(&["mailbox"])).trouble, []);
    world.write("practices/new.md", "# One more mailbox\n");
    world.demand_parity(&mut index, &words(&["mailbox"]));
}

#[test]
fn what_a_killed_writer_left_is_removed_and_nothing_else() {
    let (world, _) = world();
    for name in ["volume-999", "catalogue-1000", ".cop-abc", "notes.txt"] {
        fs::write(world.dir().join(name), "half").expect("written");
    }
    world.write("practices/new.md", "# One more mailbox\n");
    let (found, report) = world.find("mailbox");
    assert_eq!((found.len(), report.trouble), (14, vec![]));
    let names = names(&world.dir());
    assert!(names.iter().any(|name| name == "notes.txt") && !names.iter().any(|name| name.starts_with(".cop")));
    assert!(!names.contains(&"volume-999".to_owned()) && !names.contains(&"catalogue-1000".to_owned()));
}

#[test]
fn a_stamp_names_what_it_was_made_by() {
    let (world, _) = world();
    let bytes = fs::read(world.dir().join("stamp")).expect("read");
    assert!(matches!(Stamp::from_bytes(&bytes), super::super::stamp::Reading::Stamp(_)));
    assert!(bytes.starts_with(b"cop "));
}

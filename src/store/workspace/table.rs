//! What stood below a community's root when it was last looked at, in a form that is read in no time.
//!
//! Only files that a kind claims are kept, beside every folder that was entered. Numbers are little-endian and stand in
//! columns; paths stand one behind the other.

use super::rules::RuleFile;
use super::stat::Stat;
use super::walk::OddFile;

/// A digest of a file's text, to tell whether a file that was written a moment ago was written again.
pub type Digest = [u8; 16];

/// What was there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// When the look began, in nanoseconds since 1970.
    pub taken: i64,
    /// The folders, by path; the root's path is empty.
    pub folders: Rows,
    /// The files that a kind claims, by path.
    pub files: Rows,
    /// The digests of the files' texts, in the order of the files; all zero for a file that could not be read.
    pub digests: Vec<Digest>,
    /// Where rules of what is ignored were looked for outside the root, the weakest first.
    pub outside: Vec<RuleFile>,
    /// Where they stood below the root, by path.
    pub rules: Vec<RuleFile>,
    /// Whether they held whatever the case of letters.
    pub ignore_case: bool,
    /// What is not read, by path.
    pub odd: Vec<(String, OddFile)>,
}

/// Paths with what the file system said of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    text: String,
    ends: Vec<u32>,
    stats: Vec<Stat>,
}

impl Rows {
    /// Adds a row; rows come in the order of their paths.
    pub fn push(&mut self, path: &str, stat: Stat) {
        self.text.push_str(path);
        self.ends.push(self.text.len() as u32);
        self.stats.push(stat);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The path of a row; empty for one that does not exist.
    pub fn path(&self, row: usize) -> &str {
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(row).copied().unwrap_or_default();
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// What the file system said of a row.
    pub fn stat(&self, row: usize) -> Stat {
        self.stats.get(row).copied().unwrap_or_default()
    }

    /// Forgets what the file system said of a row, so that it differs at the next look.
    pub fn forget(&mut self, row: usize) {
        if let Some(stat) = self.stats.get_mut(row) {
            *stat = Stat::default();
        }
    }

    /// The row of a path, or where it would stand.
    pub fn find(&self, path: &str) -> Result<usize, usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.path(middle).cmp(path) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Ok(middle),
            }
        }
        Err(low)
    }

    /// The rows whose paths begin so.
    pub fn with_prefix(&self, prefix: &str) -> std::ops::Range<usize> {
        let start = self.find(prefix).unwrap_or_else(|at| at);
        let mut end = start;
        while end < self.len() && self.path(end).starts_with(prefix) {
            end += 1;
        }
        start..end
    }

    /// The rows in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Stat)> {
        (0..self.len()).map(|row| (self.path(row), self.stat(row)))
    }

    fn write(&self, out: &mut Vec<u8>) {
        put(out, &(self.ends.len() as u64).to_le_bytes());
        put(out, &(self.text.len() as u64).to_le_bytes());
        self.ends.iter().for_each(|end| put(out, &end.to_le_bytes()));
        self.stats.iter().for_each(|stat| put(out, &stat.size.to_le_bytes()));
        self.stats.iter().for_each(|stat| put(out, &stat.mtime.to_le_bytes()));
        self.stats.iter().for_each(|stat| put(out, &stat.ctime.to_le_bytes()));
        self.stats.iter().for_each(|stat| put(out, &stat.inode.to_le_bytes()));
        put(out, self.text.as_bytes());
    }

    fn read(bytes: &mut &[u8]) -> Option<Self> {
        let (count, length) = (number(bytes)?, number(bytes)?);
        let ends: Vec<u32> = column(bytes, count)?.map(u32::from_le_bytes).collect();
        let (sizes, mtimes) = (column(bytes, count)?.map(u64::from_le_bytes), column(bytes, count)?.map(i64::from_le_bytes));
        let (ctimes, inodes) = (column(bytes, count)?.map(i64::from_le_bytes), column(bytes, count)?.map(u64::from_le_bytes));
        let columns = sizes.zip(mtimes).zip(ctimes.zip(inodes));
        let stats = columns.map(|((size, mtime), (ctime, inode))| Stat { size, mtime, ctime, inode }).collect();
        let text = std::str::from_utf8(take(bytes, length)?).ok()?.to_owned();
        let fits = ends.is_sorted() && ends.last().is_none_or(|end| *end as usize == text.len());
        (fits && ends.iter().all(|end| text.is_char_boundary(*end as usize))).then_some(Self { text, ends, stats })
    }
}

impl Table {
    /// Adds the table to `out`.
    pub fn write(&self, out: &mut Vec<u8>) {
        put(out, &self.taken.to_le_bytes());
        self.folders.write(out);
        self.files.write(out);
        self.digests.iter().for_each(|digest| put(out, digest));
        let rest = postcard::to_stdvec(&(&self.outside, &self.rules, self.ignore_case, &self.odd)).unwrap_or_default();
        put(out, &(rest.len() as u64).to_le_bytes());
        put(out, &rest);
    }

    /// Reads what [`Table::write`] wrote, and leaves what stands behind it; `None` for anything else.
    pub fn read(bytes: &mut &[u8]) -> Option<Self> {
        let taken = i64::from_le_bytes(take(bytes, 8)?.try_into().ok()?);
        let (folders, files) = (Rows::read(bytes)?, Rows::read(bytes)?);
        let digests = column(bytes, files.len())?.collect();
        let length = number(bytes)?;
        let (outside, rules, ignore_case, odd) = postcard::from_bytes(take(bytes, length)?).ok()?;
        Some(Self { taken, folders, files, digests, outside, rules, ignore_case, odd })
    }
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(bytes);
}

fn take<'b>(bytes: &mut &'b [u8], length: usize) -> Option<&'b [u8]> {
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

fn number(bytes: &mut &[u8]) -> Option<usize> {
    usize::try_from(u64::from_le_bytes(take(bytes, 8)?.try_into().ok()?)).ok()
}

/// So many values of `N` bytes each.
fn column<'b, const N: usize>(bytes: &mut &'b [u8], count: usize) -> Option<impl Iterator<Item = [u8; N]> + use<'b, N>> {
    let (values, _) = take(bytes, count.checked_mul(N)?)?.as_chunks::<N>();
    Some(values.iter().copied())
}

#[cfg(test)]
mod tests {
    use crate::store::workspace::rules::RuleTrouble;

    use super::{OddFile, RuleFile, Stat, Table};

    fn table() -> Table {
        let mut table = Table { taken: -5, ..Table::default() };
        for (number, path) in ["", "a", "a/é", "b"].into_iter().enumerate() {
            table.folders.push(path, Stat { inode: number as u64, ..Stat::default() });
            table.files.push(&format!("{path}.md"), Stat { size: 7, mtime: -1, ctime: 1 << 60, inode: number as u64 });
            table.digests.push([number as u8; 16]);
        }
        table.rules.push(RuleFile { path: ".gitignore".into(), stat: None, trouble: Some(RuleTrouble::Line(3)) });
        table.odd.push(("x".into(), OddFile::Unreadable("why".into())));
        table
    }

    #[test]
    fn it_comes_back_as_it_was() {
        for table in [table(), Table::default()] {
            let mut bytes = Vec::new();
            table.write(&mut bytes);
            bytes.extend(b"rest");
            let mut left = &bytes[..];
            assert_eq!(Table::read(&mut left).as_ref(), Some(&table));
            assert_eq!(left, b"rest");
        }
    }

    #[test]
    fn rows_are_found_by_path() {
        let folders = table().folders;
        assert_eq!(folders.find("a/é"), Ok(2));
        assert_eq!(folders.find("aa"), Err(3));
        assert_eq!(folders.with_prefix("a"), 1..3);
        assert_eq!(folders.with_prefix("c"), 4..4);
        assert_eq!(folders.path(9), "");
    }

    #[test]
    fn garbage_is_no_table() {
        let mut bytes = Vec::new();
        table().write(&mut bytes);
        for end in 0..bytes.len() {
            assert_eq!(Table::read(&mut &bytes[..end]), None, "{end}");
        }
        for at in 0..bytes.len() {
            let mut bytes = bytes.clone();
            bytes[at] ^= 0x80;
            // It may be read; what matters is that it is read without trouble.
            if let Some(table) = Table::read(&mut &bytes[..]) {
                assert!(table.folders.iter().count() <= 4);
            }
        }
    }
}

//! A set of the documents of a volume.

/// Documents by number, a bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    size: u32,
}

impl Bits {
    /// An empty set of documents below `size`.
    pub(super) fn new(size: u32) -> Self {
        Self { words: vec![0; size.div_ceil(64) as usize], size }
    }

    /// The set of all documents below `size`.
    pub(super) fn all(size: u32) -> Self {
        Self::new(size).others()
    }

    /// The set of all documents that are not in this one.
    pub(super) fn others(mut self) -> Self {
        self.words.iter_mut().for_each(|word| *word = !*word);
        // Beyond the size there are none.
        if let Some(last) = self.words.last_mut().filter(|_| !self.size.is_multiple_of(64)) {
            *last &= (1 << (self.size % 64)) - 1;
        }
        self
    }

    /// Adds a document; one beyond the size is left out.
    pub(super) fn insert(&mut self, doc: u32) {
        if doc < self.size
            && let Some(word) = self.words.get_mut(doc as usize / 64)
        {
            *word |= 1 << (doc % 64);
        }
    }

    /// Whether a document is in it.
    pub(super) fn contains(&self, doc: u32) -> bool {
        self.words.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    /// How many there are.
    pub(super) fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Keeps those that are in the other set too.
    pub(super) fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds those that are in the other set.
    pub(super) fn add(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// The documents in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(at, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros();
                left &= left.wrapping_sub(1);
                (bit < 64).then_some(at as u32 * 64 + bit)
            })
        })
    }

    /// The set as tantivy writes it: its size, then its words.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let words = self.words.iter().flat_map(|word| word.to_le_bytes());
        self.size.to_le_bytes().into_iter().chain(words).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn what_is_put_in_is_in_it() {
        let mut bits = Bits::new(130);
        for doc in [0, 63, 64, 129, 130, 4_000] {
            bits.insert(doc);
        }
        assert_eq!(bits.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        assert_eq!(bits.count(), 4);
        assert!(bits.contains(64) && !bits.contains(65) && !bits.contains(130) && !bits.contains(u32::MAX));
        let mut other = Bits::new(130);
        other.insert(64);
        other.insert(3);
        bits.keep(&other);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [64]);
        bits.add(&other);
        assert_eq!(bits.iter().collect::<Vec<_>>(), [3, 64]);
        assert_eq!(bits.clone().others().count(), 128);
        assert_eq!(bits.clone().others().others(), bits);
        for size in [0, 1, 63, 64, 65, 128] {
            assert_eq!(Bits::all(size).iter().collect::<Vec<_>>(), (0..size).collect::<Vec<_>>());
        }
        assert_eq!(bits.to_bytes().len(), 4 + 3 * 8);
    }
}

use crate::order::sorted;

/// A list of domain patterns, sorted, so that a long one costs no more than a short one.
#[derive(Debug, Default)]
pub(crate) struct Domains {
    /// Those of subdomains with a leading dot, without the star.
    patterns: Vec<String>,
    /// A bit for the length of each: what has another one is not searched for.
    lengths: u64,
}

impl Domains {
    pub(super) fn new(patterns: &[String]) -> Self {
        let lengths = patterns.iter().fold(0, |lengths, pattern| lengths | length_bit(pattern));
        Self { patterns: sorted(patterns, Ord::cmp), lengths }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The domains that are listed themselves, in A-labels.
    pub(crate) fn exact(&self) -> impl Iterator<Item = &str> {
        self.patterns.iter().map(String::as_str).filter(|name| !name.starts_with('.'))
    }

    /// True when a pattern matches the domain, given in lower-case A-labels.
    pub(crate) fn matches(&self, domain: &str) -> bool {
        if self.patterns.is_empty() {
            return false;
        }
        let dots = domain.bytes().enumerate().filter(|&(_, byte)| byte == b'.');
        self.lists(domain)
            || dots.filter_map(|(at, _)| domain.get(at..)).any(|parent| self.lists(parent))
    }

    #[inline]
    fn lists(&self, pattern: &str) -> bool {
        self.lengths & length_bit(pattern) != 0 && self.search(pattern)
    }

    #[inline(never)]
    fn search(&self, pattern: &str) -> bool {
        self.patterns.binary_search_by(|known| known.as_str().cmp(pattern)).is_ok()
    }
}

#[inline(always)]
const fn length_bit(pattern: &str) -> u64 {
    1 << (pattern.len() % 64)
}

//! Regular expressions of rules.

use std::sync::LazyLock;

use regex_lite::{Regex, RegexBuilder};

use super::logic::Truth;

const PATTERN_BYTES: usize = 64 << 20;

/// A pattern that is made when it is first needed.
pub struct Pattern(LazyLock<Option<Regex>>);

impl Pattern {
    /// `static CODE: Pattern = Pattern::new(|| "^[A-Z]+$");`
    pub const fn new(make: fn() -> Option<Regex>) -> Self {
        Self(LazyLock::new(make))
    }

    /// Unknown if it is none that can be read.
    pub fn matches(&self, text: &str) -> Truth {
        self.0.as_ref().map(|regex| regex.is_match(text))
    }

    pub fn compile(source: &str) -> Option<Regex> {
        RegexBuilder::new(source).size_limit(PATTERN_BYTES).build().ok()
    }
}

/// `pattern!(r"^[A-Z]+$")`
#[macro_export]
macro_rules! pattern {
    ($source:literal) => {{
        static PATTERN: $crate::rules::Pattern =
            $crate::rules::Pattern::new(|| $crate::rules::Pattern::compile($source));
        &PATTERN
    }};
}

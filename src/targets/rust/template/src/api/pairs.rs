//! Queries and forms as pairs of names and values, in order.

use crate::http::{Problem, decoded};

pub type Pairs = Vec<(String, String)>;

const MOST: usize = 1000;

/// Fails with 400 for text that is not form-encoded, and for too many parts.
pub fn pairs_of(text: &str) -> Result<Pairs, Problem> {
    if text.split('&').count() > MOST {
        return Err(Problem::malformed("There are too many parameters."));
    }
    let mut pairs = Pairs::new();
    for part in text.split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let (name, value) = (decoded(name)?, decoded(value)?);
        if value.contains('\0') {
            return Err(Problem::invalid_parameter(&name, "holds U+0000"));
        }
        pairs.push((name, value));
    }
    Ok(pairs)
}

/// Fails with 400 for a name that is there twice.
pub fn once(pairs: Pairs) -> Result<Pairs, Problem> {
    for (at, (name, _)) in pairs.iter().enumerate() {
        if pairs.iter().take(at).any(|(known, _)| known == name) {
            return Err(Problem::invalid_parameter(name, "is repeated"));
        }
    }
    Ok(pairs)
}

//! Parts of the contract, as plain data.

use std::sync::LazyLock;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value as Json};

use crate::operation::CONTRACT;

/// A part of the contract that holds others by name.
pub type Part = &'static Map<String, Json>;
/// Any part of the contract, if it is there.
pub type Given = Option<&'static Json>;

const LONGEST_CHAIN: usize = 32;

// The contract is a part of the program: that it is JSON was seen when it was made.
static DOCUMENT: LazyLock<Json> =
    LazyLock::new(|| serde_json::from_str(CONTRACT).unwrap_or_default());
static NONE: LazyLock<Map<String, Json>> = LazyLock::new(Map::new);

/// The whole contract.
pub fn document() -> Part {
    part_of(Some(&DOCUMENT))
}

/// What a JSON pointer (RFC 6901), percent-encoded or not, leads to; none if to nothing.
pub fn look_up(pointer: &str) -> Given {
    let mut node: &'static Json = &DOCUMENT;
    for segment in pointer.split('/').skip(1) {
        let decoded = percent_decode_str(segment).decode_utf8_lossy();
        let key = decoded.replace("~1", "/").replace("~0", "~");
        node = match node {
            Json::Object(members) => members.get(&key)?,
            Json::Array(items) => items.get(key.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(node)
}

/// Follows references to the part itself; an empty part if they lead to none.
pub fn follow(given: Given) -> Part {
    let mut value = given;
    for _ in 0..LONGEST_CHAIN {
        let part = part_of(value);
        let Some(reference) = part.get("$ref").and_then(Json::as_str) else { return part };
        value = look_up(reference.trim_start_matches('#'));
    }
    &NONE
}

/// The value if it is a part, else an empty one.
pub fn part_of(value: Given) -> Part {
    value.and_then(Json::as_object).unwrap_or(&NONE)
}

/// The items of a part that is a list; none if it is not.
pub fn items_of(value: Given) -> &'static [Json] {
    value.and_then(Json::as_array).map_or(&[], Vec::as_slice)
}

/// A text of a part; empty if it has none of that name.
pub fn text_of(part: Part, name: &str) -> &'static str {
    part.get(name).and_then(Json::as_str).unwrap_or_default()
}

//! What a value is blamed for, in the words of problem documents.

use std::borrow::Cow;

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value as Json;

use crate::http::{Issue, pointer};

/// The code and the words for a fault.
pub fn issues_of(error: &ValidationError<'_>) -> Vec<Issue> {
    let (code, message) = words(error.kind());
    let place = bounded(error.instance_path().as_str());
    let names: Vec<String> = match error.kind() {
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            unexpected.clone()
        }
        Kind::Required { property } => vec![property.as_str().unwrap_or_default().to_owned()],
        _ => return vec![Issue::new(place, code, message)],
    };
    // The property that is missing or too many is blamed, rather than the object around it.
    let issue = |name: &String| Issue::new(place.clone() + &pointer(name), code, message.clone());
    names.iter().map(issue).collect()
}

fn words(kind: &Kind) -> (&'static str, Cow<'static, str>) {
    let limited = |code, words: &str, limit: &dyn std::fmt::Display| {
        let shown: String = limit.to_string().chars().take(40).collect();
        (code, Cow::from(words.replace("{}", shown.strip_suffix(".0").unwrap_or(&shown))))
    };
    let plain = |code, words: &'static str| (code, Cow::from(words));
    match kind {
        Kind::Required { .. } => plain("required", "is required"),
        Kind::MinProperties { .. } => plain("required", "has too few properties"),
        Kind::Type { kind } => limited("type", "must be {}", &types_of(kind)),
        Kind::Format { .. } => plain("format", "is not written as it should be"),
        Kind::Pattern { .. } | Kind::BacktrackLimitExceeded { .. } => {
            plain("pattern", "does not match the pattern")
        }
        Kind::Minimum { limit } => limited("minimum", "must be at least {}", limit),
        Kind::ExclusiveMinimum { limit } => limited("minimum", "must be more than {}", limit),
        Kind::Maximum { limit } => limited("maximum", "must be at most {}", limit),
        Kind::ExclusiveMaximum { limit } => limited("maximum", "must be less than {}", limit),
        Kind::MinLength { limit } => {
            limited("too-short", "must have at least {} characters", limit)
        }
        Kind::MinItems { limit } => limited("too-short", "must have at least {} items", limit),
        Kind::MaxLength { limit } => limited("too-long", "must have at most {} characters", limit),
        Kind::MaxItems { limit } => limited("too-long", "must have at most {} items", limit),
        Kind::MaxProperties { .. } => plain("too-long", "has too many properties"),
        Kind::MultipleOf { multiple_of } => {
            limited("invalid", "must be a multiple of {}", multiple_of)
        }
        Kind::Enum { .. } => plain("enum", "is none of the values that it may be"),
        Kind::Constant { .. } => plain("enum", "is not the value that it must be"),
        Kind::AdditionalProperties { .. } | Kind::UnevaluatedProperties { .. } => {
            plain("unknown-property", "is not known")
        }
        Kind::UniqueItems => plain("duplicate", "holds an item twice"),
        _ => plain("invalid", "is not valid"),
    }
}

fn types_of(kind: &TypeKind) -> String {
    let mut names: Vec<String> = match kind {
        TypeKind::Single(one) => vec![one.to_string()],
        TypeKind::Multiple(several) => several.iter().map(|one| one.to_string()).collect(),
    };
    names.sort();
    names.join(" or ")
}

fn bounded(place: &str) -> String {
    place
        .split('/')
        .skip(1)
        .map(|part| format!("/{}", part.chars().take(100).collect::<String>()))
        .collect()
}

/// Where nothing may stand.
pub fn nothing() -> Issue {
    Issue::new(String::new(), "invalid", "is not valid")
}

/// Has a value at most so many parts? Looks at no more of them.
pub fn is_small(value: &Json) -> bool {
    const SMALL: usize = 1000;
    let mut waiting = vec![value];
    let mut seen = 1;
    while let Some(part) = waiting.pop() {
        let inner: Vec<&Json> = match part {
            Json::Array(items) if seen + items.len() <= SMALL => items.iter().collect(),
            Json::Object(members) if seen + members.len() <= SMALL => members.values().collect(),
            Json::Array(_) | Json::Object(_) => return false,
            _ => continue,
        };
        seen += inner.len();
        waiting.extend(inner);
    }
    true
}

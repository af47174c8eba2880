//! Checks values by the schemas of the contract.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock};

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value as Json};

use super::faults::{is_small, issues_of, nothing};
use super::normal_schema::{Direction, Normaliser, types_in};
use super::part::{Given, Part, document, follow, items_of, look_up, text_of};
use crate::fields::is_email;
use crate::http::{Failure, Issue, MOST_ISSUES};

/// The schemas of the contract. Each is compiled when it is first needed.
pub struct Schemas {
    old: bool,
    unchecked: &'static [&'static str],
    /// By the place of the schema in memory: the contract stays where it is.
    compiled: RwLock<HashMap<(Direction, usize), Arc<Validator>>>,
}

impl Schemas {
    /// `unchecked` are patterns that would take too long to check.
    pub fn new(unchecked: &'static [&'static str]) -> Self {
        let old = text_of(document(), "openapi").starts_with("3.0");
        Self { old, unchecked, compiled: RwLock::default() }
    }

    /// What is wrong with a value; nothing if it is as its schema says.
    pub fn check(
        &self,
        schema: Given,
        direction: Direction,
        value: &Json,
    ) -> Result<Vec<Issue>, Failure> {
        let Some(schema) = schema.filter(|schema| schema.is_object()) else {
            let never = schema == Some(&Json::Bool(false));
            return Ok(if never { vec![nothing()] } else { Vec::new() });
        };
        let validator = self.compiled(schema, direction)?;
        let Err(first) = validator.validate(value) else { return Ok(Vec::new()) };
        // There may be a fault in each part of a long value.
        if !is_small(value) {
            return Ok(issues_of(&first));
        }
        let errors = validator.iter_errors(value);
        let mut issues: Vec<Issue> = errors.flat_map(|error| issues_of(&error)).collect();
        issues.sort_by(|one, other| words_of(one).cmp(&words_of(other)));
        issues.dedup_by(|one, other| words_of(one) == words_of(other));
        issues.truncate(MOST_ISSUES);
        Ok(issues)
    }

    /// The JSON types that a schema admits, as far as it says; null aside.
    pub fn types_of(&self, schema: Given) -> HashSet<&'static str> {
        let mut types = HashSet::new();
        collect_types(schema, &mut types, &mut HashSet::new());
        types.remove("null");
        types
    }

    /// What `properties` says in a schema or in what it is made of.
    pub fn properties_of(&self, schema: Given) -> HashMap<&'static str, &'static Json> {
        let own =
            parts_of(schema).into_iter().filter_map(|part| part.get("properties")?.as_object());
        own.flatten().map(|(name, property)| (name.as_str(), property)).collect()
    }

    /// The schema of the items of a list.
    pub fn items_of(&self, schema: Given) -> Given {
        parts_of(schema).into_iter().find_map(|part| part.get("items"))
    }

    fn compiled(
        &self,
        schema: &'static Json,
        direction: Direction,
    ) -> Result<Arc<Validator>, Failure> {
        let key = (direction, std::ptr::from_ref(schema).addr());
        let known = self.compiled.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(validator) = known {
            return Ok(validator);
        }
        let validator = Arc::new(self.compile(schema, direction)?);
        let mut compiled = self.compiled.write().unwrap_or_else(PoisonError::into_inner);
        compiled.insert(key, Arc::clone(&validator));
        Ok(validator)
    }

    fn compile(&self, schema: &'static Json, direction: Direction) -> Result<Validator, Failure> {
        let (old, unchecked) = (self.old, self.unchecked);
        let mut normaliser = Normaliser { direction, old, unchecked, pointers: Vec::new() };
        let normal = normaliser.normal(Some(schema));
        let mut defined = Map::new();
        // Those that are referred to may refer to more.
        while let Some(pointer) = normaliser.pointers.get(defined.len()).cloned() {
            let name = format!("s{}", defined.len());
            let target = normaliser.normal(look_up(&pointer));
            defined.insert(name, target);
        }
        let root = serde_json::json!({ "allOf": [normal], "$defs": defined });
        let options = jsonschema::options().with_draft(Draft::Draft202012).offline();
        let options = options.should_validate_formats(true).with_format("byte", is_base64);
        let options = options.with_format("email", is_email).with_format("uri", is_uri);
        options.build(&root).map_err(|error| {
            tracing::error!(error = %error, "a schema of the contract can't be used");
            Failure::Internal("a schema of the contract can't be used")
        })
    }
}

/// A scheme, and nothing that would have to be escaped.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_scheme = |byte: u8| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte);
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || b"_-.~:/?#[]@!$&'()*+,;=".contains(&byte);
    let mut parts = rest.split('%');
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(is_scheme)
        && parts.next().is_some_and(|part| part.bytes().all(is_plain))
        && parts.all(|part| {
            let (code, after) = part.as_bytes().split_at(part.len().min(2));
            code.len() == 2
                && code.iter().all(u8::is_ascii_hexdigit)
                && after.iter().all(|byte| is_plain(*byte))
        })
}

/// What an issue says: by that they stand in order, and once.
fn words_of(issue: &Issue) -> (Option<&str>, &str, &str) {
    (issue.pointer.as_deref(), issue.code, &issue.message)
}

fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    text.len().is_multiple_of(4) && text.len() - digits.len() <= 2 && digits.bytes().all(is_digit)
}

fn collect_types(schema: Given, types: &mut HashSet<&'static str>, seen: &mut HashSet<usize>) {
    for part in parts_of(schema) {
        if !seen.insert(std::ptr::from_ref(part).addr()) {
            continue;
        }
        types.extend(types_in(part));
        match part.get("const") {
            Some(value) => types.extend([json_type(value)]),
            None => types.extend(items_of(part.get("enum")).iter().map(json_type)),
        }
        for branches in ["anyOf", "oneOf"] {
            for branch in items_of(part.get(branches)) {
                collect_types(Some(branch), types, seen);
            }
        }
        if part.contains_key("properties") && !part.contains_key("type") {
            types.insert("object");
        }
    }
}

/// A schema and all that `allOf` adds to it.
fn parts_of(schema: Given) -> Vec<Part> {
    let mut waiting = vec![schema];
    let mut parts: Vec<Part> = Vec::new();
    while let Some(given) = waiting.pop() {
        let part = follow(given);
        if parts.iter().any(|known| std::ptr::eq(*known, part)) {
            continue;
        }
        waiting.extend(items_of(part.get("allOf")).iter().rev().map(Some));
        parts.push(part);
    }
    parts
}

fn json_type(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    }
}

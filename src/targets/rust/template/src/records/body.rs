//! Reads what a request says about a record.

use serde_json::{Map, Value as Json};

use super::definition::Definition;
use super::entity::Entity;
use crate::database::Value;
use crate::fields::{Fault, Field};
use crate::http::{Failure, Issue, MOST_ISSUES, Problem, pointer};

/// What the service sets itself.
const MANAGED: [&str; 3] = ["id", "createdAt", "updatedAt"];

/// Properties with their values.
pub type Properties = Vec<(&'static str, Value)>;

impl<E: Entity> Definition<E> {
    /// Reads the body of a create or a replace: what is not given has its default.
    pub fn whole(&self, given: &Json) -> Result<Properties, Failure> {
        let source = object(given)?;
        let mut issues = unknown_properties(self, source);
        let values = read_properties(self, source, |_| true, &mut issues);
        refuse(issues)?;
        Ok(values)
    }

    /// Reads a JSON merge patch (RFC 7396): the properties that it names, as they will be. Free JSON
    /// of the record is the only thing that a patch can reach into.
    pub fn patch(&self, given: &Json, before: &E) -> Result<Properties, Failure> {
        let source = object(given)?;
        let mut issues = unknown_properties(self, source);
        let merged = source.iter().map(|(name, value)| {
            let before = self.field(name).map(|field| field.get(before));
            (name.clone(), merge(before.and_then(json), value))
        });
        let merged: Map<String, Json> = merged.collect();
        let values =
            read_properties(self, &merged, |field| source.contains_key(field.name), &mut issues);
        refuse(issues)?;
        Ok(values)
    }
}

/// The values of the writable properties that are asked for and right; what is wrong with the others
/// goes to the issues.
pub fn read_properties<E: Entity>(
    definition: &Definition<E>,
    source: &Map<String, Json>,
    asked: impl Fn(&Field<E>) -> bool,
    issues: &mut Vec<Issue>,
) -> Properties {
    let state = E::LIFECYCLE.map(|lifecycle| lifecycle.field);
    let mut values = Properties::new();
    for field in definition.fields.iter().filter(|field| field.writable && asked(field)) {
        // A property that is null is one that is not given.
        match source.get(field.name).filter(|value| !value.is_null()) {
            Some(given) => match field.kind.read(given) {
                Ok(value) => values.push((field.name, value)),
                Err(faults) => {
                    issues.extend(faults.into_iter().map(|fault| issue(field.name, fault)))
                }
            },
            None if state == Some(field.name) => values.push((field.name, Value::Null)),
            None => match &field.default {
                Some(default) => values.push((field.name, default())),
                None if field.required => {
                    issues.push(Issue::new(pointer(field.name), "required", "is required"));
                }
                None if field.is_link() => values.push((field.name, Value::Ids(Vec::new()))),
                None => values.push((field.name, Value::Null)),
            },
        }
    }
    values
}

/// The properties of a body that no request may set.
pub fn unknown_properties<E: Entity>(
    definition: &Definition<E>,
    source: &Map<String, Json>,
) -> Vec<Issue> {
    let issues = source.keys().filter_map(|name| {
        let field = definition.field(name);
        if field.is_some_and(|field| field.writable) {
            return None;
        }
        let managed = field.is_some() || MANAGED.contains(&name.as_str());
        Some(if managed {
            Issue::new(pointer(name), "read-only", "is set by the service")
        } else {
            Issue::new(pointer(name), "unknown-property", "is not known")
        })
    });
    issues.collect()
}

fn object(given: &Json) -> Result<&Map<String, Json>, Problem> {
    given.as_object().ok_or_else(|| {
        Problem::validation_failed(vec![Issue::new(String::new(), "type", "must be an object")])
    })
}

fn refuse(mut issues: Vec<Issue>) -> Result<(), Problem> {
    issues.truncate(MOST_ISSUES);
    if issues.is_empty() { Ok(()) } else { Err(Problem::validation_failed(issues)) }
}

fn issue(name: &str, fault: Fault) -> Issue {
    let element = fault.at.map(|at| format!("/{at}")).unwrap_or_default();
    Issue::new(pointer(name) + &element, fault.code, fault.message)
}

fn json(value: Value) -> Option<Json> {
    match value {
        Value::Json(json) => Some(json),
        _ => None,
    }
}

/// Only free JSON has objects inside: a patch of one changes the members that it names.
fn merge(before: Option<Json>, patch: &Json) -> Json {
    let Json::Object(changes) = patch else { return patch.clone() };
    let mut result = match before {
        Some(Json::Object(members)) => members,
        _ => Map::new(),
    };
    for (name, value) in changes {
        // Members keep their places.
        if value.is_null() {
            result.shift_remove(name);
        } else {
            let merged = merge(result.get(name).cloned(), value);
            result.insert(name.clone(), merged);
        }
    }
    Json::Object(result)
}

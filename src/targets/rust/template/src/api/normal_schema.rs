//! Schemas of OpenAPI 3.0 and 3.1 in the words of JSON Schema 2020-12.

use serde_json::{Map, Value as Json, json};

use super::part::{Given, Part, follow, items_of, part_of, text_of};

/// Who sends a value: `readOnly` properties are none of a request's business, `writeOnly` ones none of
/// an answer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Request,
    Answer,
}

const TYPES: [&str; 7] = ["string", "integer", "number", "boolean", "array", "object", "null"];
/// Formats that are checked; any other says nothing.
const FORMATS: [&str; 14] = [
    "date",
    "date-time",
    "time",
    "duration",
    "email",
    "hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uuid",
    "json-pointer",
    "relative-json-pointer",
    "uri-template",
    "byte",
];
/// What says something of null, too.
const OF_NULL: [&str; 8] = ["enum", "const", "$ref", "allOf", "anyOf", "oneOf", "not", "if"];
const ONE: [&str; 10] = [
    "items",
    "contains",
    "additionalProperties",
    "unevaluatedProperties",
    "unevaluatedItems",
    "propertyNames",
    "not",
    "if",
    "then",
    "else",
];
const LIST: [&str; 4] = ["allOf", "anyOf", "oneOf", "prefixItems"];
const MAP: [&str; 3] = ["properties", "patternProperties", "dependentSchemas"];

/// Converts schemas, and remembers to which others they refer.
pub struct Normaliser<'service> {
    pub direction: Direction,
    /// OpenAPI 3.0 has its own words for null and limits, and ignores what is beside a reference.
    pub old: bool,
    /// Patterns that would take too long to check.
    pub unchecked: &'service [&'static str],
    /// The pointers of the schemas that are referred to; a name for each by its place.
    pub pointers: Vec<String>,
}

impl Normaliser<'_> {
    /// A schema with nothing but what checks values.
    pub fn normal(&mut self, given: Given) -> Json {
        let Some(schema) = given.and_then(Json::as_object) else {
            return given.filter(|given| given.is_boolean()).cloned().unwrap_or(json!({}));
        };
        let mut normal = Map::new();
        if let Some(reference) = schema.get("$ref").and_then(Json::as_str) {
            normal.insert("$ref".to_owned(), Json::from(self.name_of(reference)));
            if self.old {
                return Json::Object(normal);
            }
        }
        for (key, value) in schema {
            if let Some(value) = self.keyword(key, value) {
                normal.insert(key.clone(), value);
            }
        }
        if schema.get("uniqueItems") == Some(&Json::Bool(true)) {
            normal.insert("uniqueItems".to_owned(), Json::Bool(true));
        }
        let required = self.required(schema);
        if !required.is_empty() {
            normal.insert("required".to_owned(), Json::from(required));
        }
        // Words that are no types of JSON say nothing.
        let types: Vec<&str> =
            types_in(schema).into_iter().filter(|kind| TYPES.contains(kind)).collect();
        if !types.is_empty() {
            normal.insert("type".to_owned(), Json::from(types));
        }
        if let Some(whole) = whole(text_of(schema, "format")) {
            let others = normal.entry("allOf").or_insert_with(|| json!([]));
            if let Json::Array(others) = others {
                others.push(whole);
            }
        }
        // Each property that should not be there is to blame, rather than the object.
        if normal.get("additionalProperties") == Some(&Json::Bool(false)) {
            normal.entry("properties").or_insert_with(|| json!({}));
        }
        if self.old {
            return modern(schema, normal);
        }
        for limit in ["exclusiveMinimum", "exclusiveMaximum"] {
            if normal.get(limit).is_some_and(Json::is_boolean) {
                normal.shift_remove(limit);
            }
        }
        Json::Object(normal)
    }

    fn keyword(&mut self, key: &str, value: &'static Json) -> Option<Json> {
        if let Some(fits) = fits(key, value) {
            let slow = key == "pattern" && self.is_unchecked(value.as_str().unwrap_or_default());
            return (fits && !slow).then(|| value.clone());
        }
        if ONE.contains(&key) {
            return Some(self.normal(Some(value)));
        }
        match value {
            Json::Array(items) if LIST.contains(&key) && !items.is_empty() => {
                Some(items.iter().map(|item| self.normal(Some(item))).collect())
            }
            Json::Object(members) if MAP.contains(&key) => {
                let patterns = key == "patternProperties";
                let mut kept = Map::new();
                for (name, schema) in members {
                    if !(patterns && self.is_unchecked(name)) {
                        kept.insert(name.clone(), self.normal(Some(schema)));
                    }
                }
                Some(Json::Object(kept))
            }
            _ => None,
        }
    }

    fn required(&self, schema: Part) -> Vec<&'static str> {
        let flag = match self.direction {
            Direction::Request => "readOnly",
            Direction::Answer => "writeOnly",
        };
        let known = part_of(schema.get("properties"));
        let is_flagged = |part: Part| part.get(flag) == Some(&Json::Bool(true));
        let mut names: Vec<&str> = Vec::new();
        for name in items_of(schema.get("required")).iter().filter_map(Json::as_str) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
            .into_iter()
            .filter(|name| {
                let property = known.get(*name);
                !is_flagged(part_of(property)) && !is_flagged(follow(property))
            })
            .collect()
    }

    fn is_unchecked(&self, pattern: &str) -> bool {
        self.unchecked.contains(&pattern)
    }

    fn name_of(&mut self, reference: &str) -> String {
        let pointer = reference.trim_start_matches('#');
        let known = self.pointers.iter().position(|one| one == pointer);
        let place = known.unwrap_or_else(|| {
            self.pointers.push(pointer.to_owned());
            self.pointers.len() - 1
        });
        format!("#/$defs/s{place}")
    }
}

/// Whether a keyword that is kept as it is can have this value, else it says nothing; none for any other
/// keyword.
fn fits(key: &str, value: &Json) -> Option<bool> {
    let number = value.as_f64();
    Some(match key {
        "const" => true,
        "enum" => value.as_array().is_some_and(|values| !values.is_empty()),
        "multipleOf" => number.is_some_and(|number| number > 0.0),
        "maximum" | "minimum" => number.is_some(),
        "exclusiveMaximum" | "exclusiveMinimum" => number.is_some() || value.is_boolean(),
        "pattern" => value.is_string(),
        "format" => value.as_str().is_some_and(|name| FORMATS.contains(&name)),
        "dependentRequired" => value.is_object(),
        "maxLength" | "minLength" | "maxItems" | "minItems" | "maxContains" | "minContains"
        | "maxProperties" | "minProperties" => {
            number.is_some_and(|number| number >= 0.0 && number.fract() == 0.0)
        }
        _ => return None,
    })
}

/// What `type` says.
pub fn types_in(schema: Part) -> Vec<&'static str> {
    match schema.get("type") {
        Some(Json::String(kind)) => vec![kind],
        Some(Json::Array(kinds)) => kinds.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Formats of numbers: to the validator only texts have any.
fn whole(format: &str) -> Option<Json> {
    let whole = match format {
        "int32" => json!({ "type": "integer", "minimum": i32::MIN, "maximum": i32::MAX }),
        "int64" => json!({ "type": "integer" }),
        _ => return None,
    };
    Some(json!({ "if": { "type": "number" }, "then": whole }))
}

/// `nullable` and `exclusiveMinimum: true` in the words of today.
fn modern(schema: Part, mut normal: Map<String, Json>) -> Json {
    for (limit, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        let Some(Json::Bool(flag)) = normal.get(exclusive).cloned() else { continue };
        normal.shift_remove(exclusive);
        if let Some(value) = normal.get(limit).cloned().filter(|_| flag) {
            normal.shift_remove(limit);
            normal.insert(exclusive.to_owned(), value);
        }
    }
    if schema.get("nullable") != Some(&Json::Bool(true)) {
        return Json::Object(normal);
    }
    match normal.get_mut("type") {
        Some(Json::Array(types)) if !OF_NULL.iter().any(|key| schema.contains_key(*key)) => {
            if !types.iter().any(|kind| kind == "null") {
                types.push(Json::from("null"));
            }
            Json::Object(normal)
        }
        _ => json!({ "anyOf": [{ "type": "null" }, normal] }),
    }
}

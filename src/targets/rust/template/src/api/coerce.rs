//! Text as the type that its schema admits.

use std::collections::HashSet;

use serde_json::{Map, Value as Json};

use super::normal_schema::Direction;
use super::part::Given;
use super::schemas::Schemas;
use super::serialised::RawValue;
use crate::http::{Failure, read_json};

/// `12` is a number where one may stand. What fits nothing stays text.
pub fn coerce(schemas: &Schemas, schema: Given, raw: &RawValue) -> Result<Json, Failure> {
    match raw {
        RawValue::One(text) => coerce_text(schemas, schema, text),
        RawValue::List(texts) => {
            let items = schemas.items_of(schema);
            texts.iter().map(|text| coerce_text(schemas, items, text)).collect()
        }
        RawValue::Object(members) => {
            let properties = schemas.properties_of(schema);
            let mut object = Map::new();
            for (name, text) in members {
                let property = properties.get(name.as_str()).copied();
                object.insert(name.clone(), coerce_text(schemas, property, text)?);
            }
            Ok(Json::Object(object))
        }
    }
}

fn coerce_text(schemas: &Schemas, schema: Given, text: &str) -> Result<Json, Failure> {
    let types = schemas.types_of(schema);
    let Some(value) = typed(&types, text) else { return Ok(Json::from(text)) };
    // Where both text and something else may stand, the schema decides.
    let stays =
        types.contains("string") && !schemas.check(schema, Direction::Request, &value)?.is_empty();
    Ok(if stays { Json::from(text) } else { value })
}

fn typed(types: &HashSet<&str>, text: &str) -> Option<Json> {
    if types.contains("integer") || types.contains("number") {
        // A number is written as in JSON.
        let number = read_json(text.as_bytes()).ok().filter(Json::is_number);
        if number.is_some() && text.trim() == text {
            return number;
        }
    }
    match text {
        "true" | "false" if types.contains("boolean") => Some(Json::from(text == "true")),
        _ => None,
    }
}

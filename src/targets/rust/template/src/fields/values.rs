//! Booleans, lists, free JSON, and references to many records.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, SchemaType, Type};

use super::kind::{Fault, Kind, Read, refuse};
use super::text::parse_id;
use crate::database::{Column, Value};
use crate::http::MOST_ISSUES;

const MOST_CHARACTERS: usize = 65_536;
const MOST_ITEMS: usize = 100;

/// True or false.
pub struct Flag;

impl Flag {
    #[expect(clippy::new_without_default, reason = "kinds are made by `new`")]
    pub fn new() -> Self {
        Self
    }
}

impl Kind for Flag {
    fn read(&self, given: &Json) -> Read {
        match given.as_bool() {
            Some(flag) => Ok(Value::Flag(flag)),
            None => refuse("type", "must be true or false"),
        }
    }

    fn parse(&self, text: &str) -> Option<Value> {
        text.parse().ok().map(Value::Flag)
    }

    fn column(&self) -> Option<Column> {
        Some(Column::Flag)
    }

    fn schema(&self, _limits: bool) -> ObjectBuilder {
        ObjectBuilder::new().schema_type(Type::Boolean)
    }
}

/// Anything that JSON can say.
pub struct FreeJson;

impl FreeJson {
    #[expect(clippy::new_without_default, reason = "kinds are made by `new`")]
    pub fn new() -> Self {
        Self
    }
}

impl Kind for FreeJson {
    fn read(&self, given: &Json) -> Read {
        if given.to_string().chars().count() > MOST_CHARACTERS {
            return refuse(
                "too-long",
                format!("must have at most {MOST_CHARACTERS} characters as JSON"),
            );
        }
        Ok(Value::Json(given.clone()))
    }

    fn column(&self) -> Option<Column> {
        Some(Column::Json)
    }

    fn listed(&self) -> bool {
        false
    }

    fn schema(&self, _limits: bool) -> ObjectBuilder {
        ObjectBuilder::new().schema_type(SchemaType::AnyValue)
    }
}

/// A list of values of one kind; they are kept as JSON.
pub struct Items {
    kind: Box<dyn Kind>,
    min: usize,
    max: usize,
}

impl Items {
    pub fn new(kind: impl Kind + 'static) -> Self {
        Self { kind: Box::new(kind), min: 0, max: MOST_ITEMS }
    }

    pub fn min_items(self, min: usize) -> Self {
        Self { min, ..self }
    }

    pub fn max_items(self, max: usize) -> Self {
        Self { max, ..self }
    }
}

impl Kind for Items {
    fn read(&self, given: &Json) -> Read {
        let Some(items) = given.as_array() else {
            return refuse("type", "must be a list");
        };
        if items.len() > self.max {
            return refuse("too-long", format!("must have at most {} elements", self.max));
        }
        if items.len() < self.min {
            return refuse("too-short", format!("must have at least {} elements", self.min));
        }
        let values = each(items, |item| self.kind.read(item))?;
        Ok(Value::Json(Json::Array(values.iter().map(shown).collect())))
    }

    fn column(&self) -> Option<Column> {
        Some(Column::Json)
    }

    fn listed(&self) -> bool {
        false
    }

    fn schema(&self, limits: bool) -> ObjectBuilder {
        let list = ArrayBuilder::new().items(self.kind.schema(limits).build()).build();
        ObjectBuilder::new().schema_type(list.schema_type)
    }
}

/// A set of ids, in ascending order.
pub struct IdSet;

impl IdSet {
    #[expect(clippy::new_without_default, reason = "kinds are made by `new`")]
    pub fn new() -> Self {
        Self
    }
}

impl Kind for IdSet {
    fn read(&self, given: &Json) -> Read {
        let Some(items) = given.as_array() else {
            return refuse("type", "must be a list");
        };
        let mut ids = BTreeSet::new();
        each(items, |item| {
            let value = super::Id.read(item)?;
            match value {
                Value::Id(id) if !ids.insert(id) => refuse("duplicate", "is there already"),
                _ => Ok(value),
            }
        })?;
        Ok(Value::Ids(ids.into_iter().collect()))
    }

    fn parse(&self, text: &str) -> Option<Value> {
        parse_id(text).map(Value::Id)
    }

    fn column(&self) -> Option<Column> {
        None
    }

    fn listed(&self) -> bool {
        false
    }

    fn schema(&self, _limits: bool) -> ObjectBuilder {
        ObjectBuilder::new().schema_type(Type::Array)
    }
}

/// Reads all elements; tells what is wrong with at most fifty.
fn each(items: &[Json], mut read: impl FnMut(&Json) -> Read) -> Result<Vec<Value>, Vec<Fault>> {
    let mut values = Vec::with_capacity(items.len());
    let mut faults = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if faults.len() >= MOST_ISSUES {
            break;
        }
        match read(item) {
            Ok(value) => values.push(value),
            Err(wrong) => {
                faults.extend(wrong.into_iter().map(|fault| Fault { at: Some(at), ..fault }))
            }
        }
    }
    if faults.is_empty() { Ok(values) } else { Err(faults) }
}

/// A value as JSON.
fn shown(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Flag(flag) => Json::from(*flag),
        Value::Integer(number) => Json::from(*number),
        Value::Number(number) => Json::from(*number),
        Value::Text(text) => Json::from(text.as_str()),
        Value::Exact(number) => Json::from(number.to_string()),
        Value::Day(day) => Json::from(day.to_string()),
        Value::Time(time) => Json::from(time.to_string()),
        Value::Id(id) => Json::from(id.to_string()),
        Value::Json(json) => json.clone(),
        Value::Ids(ids) => ids.iter().map(ToString::to_string).collect(),
    }
}

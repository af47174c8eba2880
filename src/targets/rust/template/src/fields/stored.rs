//! Rust types that fields can have.

use chrono::NaiveDate;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::clock::Moment;
use crate::database::{Decimal, Value};

/// A type whose values are kept in a column, or as a reference to many.
pub trait Stored: Sized {
    /// Whether a value may be missing.
    const NULLABLE: bool = false;

    fn store(&self) -> Value;

    /// None for a value of another type.
    fn restore(value: Value) -> Option<Self>;
}

macro_rules! stored {
    ($($type:ty => $variant:ident),+ $(,)?) => {$(
        impl Stored for $type {
            fn store(&self) -> Value {
                Value::$variant(self.clone())
            }

            fn restore(value: Value) -> Option<Self> {
                match value {
                    Value::$variant(value) => Some(value),
                    _ => None,
                }
            }
        }
    )+};
}

stored! {
    bool => Flag,
    i64 => Integer,
    f64 => Number,
    String => Text,
    Decimal => Exact,
    NaiveDate => Day,
    Moment => Time,
    Uuid => Id,
    Json => Json,
    Vec<Uuid> => Ids,
}

/// A list of other values is kept as JSON.
impl Stored for Vec<Json> {
    fn store(&self) -> Value {
        Value::Json(Json::Array(self.clone()))
    }

    fn restore(value: Value) -> Option<Self> {
        match value {
            Value::Json(Json::Array(items)) => Some(items),
            _ => None,
        }
    }
}

impl<T: Stored> Stored for Option<T> {
    const NULLABLE: bool = true;

    fn store(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::store)
    }

    fn restore(value: Value) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::restore(value).map(Some) }
    }
}

//! What all kinds of values have in common.

use std::borrow::Cow;

use serde_json::Value as Json;
use utoipa::openapi::schema::ObjectBuilder;

use crate::database::{Column, Value};

/// What is wrong with a value, or with an element of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub at: Option<usize>,
    pub code: &'static str,
    pub message: Cow<'static, str>,
}

/// A value that was read, or all that is wrong with it.
pub type Read = Result<Value, Vec<Fault>>;

/// Refuses a value.
pub fn refuse<T>(
    code: &'static str,
    message: impl Into<Cow<'static, str>>,
) -> Result<T, Vec<Fault>> {
    Err(vec![Fault { at: None, code, message: message.into() }])
}

/// A kind of values.
pub trait Kind: Send + Sync {
    /// Checks a value of a JSON body; never called with `null`.
    fn read(&self, given: &Json) -> Read;

    /// Reads a value of a query; none if it is no such value.
    fn parse(&self, _text: &str) -> Option<Value> {
        None
    }

    /// The column that keeps it; none for a reference to many.
    fn column(&self) -> Option<Column>;

    /// Whether lists can be sorted and filtered by it.
    fn listed(&self) -> bool {
        true
    }

    /// Whether greater and smaller mean something.
    fn ordered(&self) -> bool {
        false
    }

    /// Whether `q` looks into it.
    fn searchable(&self) -> bool {
        false
    }

    /// Its schema: in answers, or with the limits that requests have to keep.
    fn schema(&self, limits: bool) -> ObjectBuilder;
}

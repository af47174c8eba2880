//! Values as they go into the database and come out of it.

use std::fmt;

use bigdecimal::BigDecimal;
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use serde_json::Value as Json;
use uuid::Uuid;

use crate::clock::Moment;

/// A value of a column, or of a reference to many.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Flag(bool),
    Integer(i64),
    Number(f64),
    Text(String),
    Exact(Decimal),
    Day(NaiveDate),
    Time(Moment),
    Id(Uuid),
    Json(Json),
    Ids(Vec<Uuid>),
}

impl Value {
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Flag,
    Integer,
    Number,
    Text,
    Exact { precision: u32, scale: u32 },
    Day,
    Time,
    Id,
    Json,
}

/// An exact decimal; it keeps the digits after the point that it was made with.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(BigDecimal);

impl Decimal {
    /// The number with exactly `scale` digits after the point; more are cut off.
    pub fn new(number: &BigDecimal, scale: u32) -> Self {
        Self(number.with_scale(i64::from(scale)))
    }

    pub fn number(&self) -> &BigDecimal {
        &self.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.to_plain_string())
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

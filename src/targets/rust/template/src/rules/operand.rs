//! What comparisons and calculations work with.

use bigdecimal::BigDecimal;
use chrono::{NaiveDate, NaiveTime};
use serde_json::Value as Json;
use uuid::Uuid;

use super::duration::Duration;
use crate::clock::Moment;
use crate::database::Decimal;

/// Numbers as exact numbers, dates as their first moment, ids, lists and JSON as text.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    Missing,
    Flag(bool),
    Number(BigDecimal),
    Text(String),
    Moment(Moment),
    Span(Duration),
}

/// A value as an operand, for lists of different ones.
pub fn operand(value: impl Into<Operand>) -> Operand {
    value.into()
}

impl Operand {
    pub(super) fn number(self) -> Option<BigDecimal> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn moment(self) -> Option<Moment> {
        match self {
            Self::Moment(moment) => Some(moment),
            _ => None,
        }
    }

    pub(super) fn span(self) -> Option<Duration> {
        match self {
            Self::Span(span) => Some(span),
            _ => None,
        }
    }
}

impl From<&bool> for Operand {
    fn from(flag: &bool) -> Self {
        Self::Flag(*flag)
    }
}

impl From<bool> for Operand {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Option<bool>> for Operand {
    fn from(truth: Option<bool>) -> Self {
        truth.map_or(Self::Missing, Self::Flag)
    }
}

impl From<i64> for Operand {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<&i64> for Operand {
    fn from(number: &i64) -> Self {
        Self::Number((*number).into())
    }
}

/// Doubles count as what they are written as: 0.1 is a tenth.
impl From<&f64> for Operand {
    fn from(number: &f64) -> Self {
        number.to_string().parse().map_or(Self::Missing, Self::Number)
    }
}

impl From<&Decimal> for Operand {
    fn from(number: &Decimal) -> Self {
        Self::Number(number.number().clone())
    }
}

impl From<&str> for Operand {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Operand {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&Uuid> for Operand {
    fn from(id: &Uuid) -> Self {
        Self::Text(id.to_string())
    }
}

impl From<Moment> for Operand {
    fn from(moment: Moment) -> Self {
        Self::Moment(moment)
    }
}

impl From<&Moment> for Operand {
    fn from(moment: &Moment) -> Self {
        Self::Moment(*moment)
    }
}

impl From<NaiveDate> for Operand {
    fn from(day: NaiveDate) -> Self {
        Moment::new(day.and_time(NaiveTime::MIN).and_utc()).map_or(Self::Missing, Self::Moment)
    }
}

impl From<&NaiveDate> for Operand {
    fn from(day: &NaiveDate) -> Self {
        <Self as From<NaiveDate>>::from(*day)
    }
}

impl From<Duration> for Operand {
    fn from(span: Duration) -> Self {
        Self::Span(span)
    }
}

impl From<&Json> for Operand {
    fn from(json: &Json) -> Self {
        Self::Text(json.to_string())
    }
}

impl From<&Vec<Json>> for Operand {
    fn from(items: &Vec<Json>) -> Self {
        Self::Text(Json::Array(items.clone()).to_string())
    }
}

impl From<&Vec<Uuid>> for Operand {
    fn from(ids: &Vec<Uuid>) -> Self {
        Self::Text(ids.iter().map(ToString::to_string).collect::<Json>().to_string())
    }
}

impl<'value, T> From<&'value Option<T>> for Operand
where
    Self: From<&'value T>,
{
    fn from(value: &'value Option<T>) -> Self {
        value.as_ref().map_or(Self::Missing, <Self as From<&'value T>>::from)
    }
}

impl<'value, T> From<Option<&'value T>> for Operand
where
    Self: From<&'value T>,
{
    fn from(value: Option<&'value T>) -> Self {
        value.map_or(Self::Missing, <Self as From<&'value T>>::from)
    }
}

//! Comparisons; with a missing value they are unknown.

use std::cmp::Ordering;

use serde::Serialize;
use serde_json::Value as Json;

use super::logic::{Truth, any_of};
use super::operand::Operand;
use super::pattern::Pattern;

pub fn eq(left: impl Into<Operand>, right: impl Into<Operand>) -> Truth {
    compare(left.into(), right.into()).map(Ordering::is_eq)
}

pub fn ne(left: impl Into<Operand>, right: impl Into<Operand>) -> Truth {
    compare(left.into(), right.into()).map(Ordering::is_ne)
}

pub fn lt(left: impl Into<Operand>, right: impl Into<Operand>) -> Truth {
    compare(left.into(), right.into()).map(Ordering::is_lt)
}

pub fn le(left: impl Into<Operand>, right: impl Into<Operand>) -> Truth {
    compare(left.into(), right.into()).map(Ordering::is_le)
}

pub fn gt(left: impl Into<Operand>, right: impl Into<Operand>) -> Truth {
    compare(left.into(), right.into()).map(Ordering::is_gt)
}

pub fn ge(left: impl Into<Operand>, right: impl Into<Operand>) -> Truth {
    compare(left.into(), right.into()).map(Ordering::is_ge)
}

pub fn is_in<O: Into<Operand>>(
    value: impl Into<Operand>,
    options: impl IntoIterator<Item = O>,
) -> Truth {
    let value = value.into();
    any_of(options.into_iter().map(|option| eq(value.clone(), option)))
}

pub fn matches(value: impl Into<Operand>, pattern: &Pattern) -> Truth {
    match value.into() {
        Operand::Text(text) => pattern.matches(&text),
        _ => None,
    }
}

/// Characters of a text, elements of a list.
pub fn length(value: &impl Serialize) -> Operand {
    let length = match serde_json::to_value(value) {
        Ok(Json::String(text)) => text.chars().count(),
        Ok(Json::Array(items)) => items.len(),
        _ => return Operand::Missing,
    };
    i64::try_from(length).map_or(Operand::Missing, |length| Operand::Number(length.into()))
}

fn compare(left: Operand, right: Operand) -> Option<Ordering> {
    match (left, right) {
        (Operand::Flag(one), Operand::Flag(other)) => Some(one.cmp(&other)),
        (Operand::Number(one), Operand::Number(other)) => Some(one.cmp(&other)),
        (Operand::Text(one), Operand::Text(other)) => Some(one.cmp(&other)),
        (Operand::Moment(one), Operand::Moment(other)) => Some(one.cmp(&other)),
        (Operand::Span(one), Operand::Span(other)) => one.compare(other),
        _ => None,
    }
}

//! Spans of time.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate, TimeDelta, TimeZone, Utc};

use super::operand::Operand;
use crate::clock::Moment;

/// Calendar months, and an exact part (a day has 24 hours in UTC).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Duration {
    pub months: i64,
    pub exact: TimeDelta,
}

impl Duration {
    /// A month has no fixed length: only spans of equal months can be compared.
    pub(super) fn compare(self, other: Self) -> Option<Ordering> {
        (self.months == other.months).then(|| self.exact.cmp(&other.exact))
    }

    fn plus(self, other: Self) -> Option<Self> {
        let exact = self.exact.checked_add(&other.exact)?;
        Some(Self { months: self.months.checked_add(other.months)?, exact })
    }

    fn negated(self) -> Self {
        Self { months: -self.months, exact: -self.exact }
    }
}

/// A literal, such as `2026-01-31T00:00:00.000Z`.
pub fn moment(text: &str) -> Operand {
    Moment::parse(text).map_or(Operand::Missing, Operand::Moment)
}

/// A literal; the exact part in seconds.
pub fn duration(months: i64, seconds: i64) -> Operand {
    TimeDelta::try_seconds(seconds)
        .map_or(Operand::Missing, |exact| Operand::Span(Duration { months, exact }))
}

/// Months first (31 January + 1 month = the last day of February), then the exact part.
pub fn later(start: impl Into<Operand>, span: impl Into<Operand>) -> Operand {
    let both = start.into().moment().zip(span.into().span());
    both.and_then(|(start, span)| shifted(start, span)).map_or(Operand::Missing, Operand::Moment)
}

pub fn earlier(start: impl Into<Operand>, span: impl Into<Operand>) -> Operand {
    later(start, span.into().span().map_or(Operand::Missing, |span| Operand::Span(span.negated())))
}

/// The exact span from `start` to `end`.
pub fn between(start: impl Into<Operand>, end: impl Into<Operand>) -> Operand {
    let both = start.into().moment().zip(end.into().moment());
    both.map_or(Operand::Missing, |(start, end)| {
        Operand::Span(Duration { months: 0, exact: end.utc() - start.utc() })
    })
}

pub fn longer(span: impl Into<Operand>, by: impl Into<Operand>) -> Operand {
    let both = span.into().span().zip(by.into().span());
    both.and_then(|(span, by)| span.plus(by)).map_or(Operand::Missing, Operand::Span)
}

pub fn shorter(span: impl Into<Operand>, by: impl Into<Operand>) -> Operand {
    longer(span, by.into().span().map_or(Operand::Missing, |by| Operand::Span(by.negated())))
}

fn shifted(start: Moment, span: Duration) -> Option<Moment> {
    let first = start.utc();
    let months =
        (i64::from(first.year()) * 12 + i64::from(first.month0())).checked_add(span.months)?;
    let year = i32::try_from(months.div_euclid(12)).ok()?;
    let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
    let last = (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some())?;
    let day = NaiveDate::from_ymd_opt(year, month, first.day().min(last))?;
    let moved = Utc.from_utc_datetime(&day.and_time(first.time()));
    Moment::new(moved)?.plus(span.exact)
}

//! Kinds of dates and times.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use serde_json::Value as Json;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};

use super::kind::{Fault, Kind, Read, refuse};
use crate::clock::Moment;
use crate::database::{Column, Value};

/// Limits as text; those in `above` and `below` are exclusive.
#[derive(Clone, Copy, Default)]
struct Limits {
    min: Option<&'static str>,
    max: Option<&'static str>,
    above: Option<&'static str>,
    below: Option<&'static str>,
}

impl Limits {
    fn check<T: PartialOrd>(
        &self,
        value: &T,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<(), Vec<Fault>> {
        let beyond = |limit: Option<&'static str>, holds: fn(&T, &T) -> bool| {
            limit.filter(|limit| parse(limit).is_some_and(|limit| holds(value, &limit)))
        };
        if let Some(limit) = beyond(self.min, |value, limit| value < limit) {
            return refuse("minimum", format!("must not be before {limit}"));
        }
        if let Some(limit) = beyond(self.above, |value, limit| value <= limit) {
            return refuse("minimum", format!("must be after {limit}"));
        }
        if let Some(limit) = beyond(self.max, |value, limit| value > limit) {
            return refuse("maximum", format!("must not be after {limit}"));
        }
        if let Some(limit) = beyond(self.below, |value, limit| value >= limit) {
            return refuse("maximum", format!("must be before {limit}"));
        }
        Ok(())
    }
}

macro_rules! limited {
    ($kind:ident) => {
        impl $kind {
            #[expect(clippy::new_without_default, reason = "kinds are made by `new`")]
            pub fn new() -> Self {
                Self(Limits::default())
            }

            pub fn min(self, min: &'static str) -> Self {
                Self(Limits { min: Some(min), ..self.0 })
            }

            pub fn max(self, max: &'static str) -> Self {
                Self(Limits { max: Some(max), ..self.0 })
            }

            pub fn above(self, above: &'static str) -> Self {
                Self(Limits { above: Some(above), ..self.0 })
            }

            pub fn below(self, below: &'static str) -> Self {
                Self(Limits { below: Some(below), ..self.0 })
            }
        }
    };
}

/// A day of the calendar, `2026-01-31`.
pub struct Day(Limits);
limited!(Day);

impl Kind for Day {
    fn read(&self, given: &Json) -> Read {
        let Some(text) = given.as_str() else {
            return refuse("type", "must be text");
        };
        let Some(day) = parse_day(text) else {
            return refuse("format", "must be a date that exists, such as 2026-01-31");
        };
        self.0.check(&day, parse_day)?;
        Ok(Value::Day(day))
    }

    fn parse(&self, text: &str) -> Option<Value> {
        parse_day(text).map(Value::Day)
    }

    fn column(&self) -> Option<Column> {
        Some(Column::Day)
    }

    fn ordered(&self) -> bool {
        true
    }

    fn schema(&self, _limits: bool) -> ObjectBuilder {
        let format = SchemaFormat::KnownFormat(KnownFormat::Date);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format))
    }
}

/// A moment, `2026-01-31T09:30:00.000Z`; any offset and up to nine decimals in requests.
pub struct Time(Limits);
limited!(Time);

impl Kind for Time {
    fn read(&self, given: &Json) -> Read {
        let Some(text) = given.as_str() else {
            return refuse("type", "must be text");
        };
        let Some(moment) = parse_time(text) else {
            return refuse("format", "must be a time, such as 2026-01-31T09:30:00Z");
        };
        self.0.check(&moment, parse_time)?;
        Ok(Value::Time(moment))
    }

    fn parse(&self, text: &str) -> Option<Value> {
        parse_time(text).map(Value::Time)
    }

    fn column(&self) -> Option<Column> {
        Some(Column::Time)
    }

    fn ordered(&self) -> bool {
        true
    }

    fn schema(&self, _limits: bool) -> ObjectBuilder {
        let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format))
    }
}

fn parse_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let (month, day) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    (parts.next().is_none() && day.year() >= 1).then_some(day)
}

/// `2026-01-31T09:30:00.123+01:00`; decimals after the third are cut off.
fn parse_time(text: &str) -> Option<Moment> {
    let (day, rest) = text.split_at_checked(10)?;
    let (clock, rest) = rest.strip_prefix('T')?.split_at_checked(8)?;
    let mut parts = clock.split(':');
    let (hour, minute) = (number(parts.next()?, 2)?, number(parts.next()?, 2)?);
    let clock = NaiveTime::from_hms_opt(hour, minute, number(parts.next()?, 2)?)?;
    let (milliseconds, zone) = match rest.strip_prefix('.') {
        None => (0, rest),
        Some(rest) => {
            let (digits, zone) =
                rest.split_at_checked(rest.find(|one: char| !one.is_ascii_digit())?)?;
            if !(1..=9).contains(&digits.len()) {
                return None;
            }
            (format!("{digits:0<3}").get(..3)?.parse().ok()?, zone)
        }
    };
    let local = parse_day(day)?
        .and_time(clock)
        .checked_add_signed(TimeDelta::milliseconds(milliseconds))?;
    let moment = local.and_local_timezone(offset(zone)?).single()?;
    Moment::new(DateTime::<Utc>::from(moment))
}

fn offset(zone: &str) -> Option<FixedOffset> {
    if zone == "Z" {
        return FixedOffset::east_opt(0);
    }
    let (sign, span) = zone.split_at_checked(1)?;
    let (hours, minutes) = span.split_once(':')?;
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2)?);
    let seconds = i32::try_from((hours * 60 + minutes) * 60).ok()?;
    if hours > 23 || minutes > 59 {
        return None;
    }
    match sign {
        "+" => FixedOffset::east_opt(seconds),
        "-" => FixedOffset::west_opt(seconds),
        _ => None,
    }
}

/// A number of so many digits.
fn number(text: &str, digits: usize) -> Option<u32> {
    let right = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if right { text.parse().ok() } else { None }
}

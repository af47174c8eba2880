//! Kinds of numbers.

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::BigInt;
use serde_json::Value as Json;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};

use super::kind::{Kind, Read, refuse};
use crate::database::{Column, Decimal, Value};

/// The largest whole number that every JSON reader keeps exactly.
const SAFE: f64 = 9_007_199_254_740_991.0;

/// Limits; those in `above` and `below` are exclusive.
#[derive(Clone, Copy, Default)]
struct Range {
    min: Option<f64>,
    max: Option<f64>,
    above: Option<f64>,
    below: Option<f64>,
}

impl Range {
    fn check(&self, value: f64) -> Result<(), Vec<super::Fault>> {
        match *self {
            Self { min: Some(min), .. } if value < min => {
                refuse("minimum", format!("must be at least {min}"))
            }
            Self { above: Some(above), .. } if value <= above => {
                refuse("minimum", format!("must be more than {above}"))
            }
            Self { max: Some(max), .. } if value > max => {
                refuse("maximum", format!("must be at most {max}"))
            }
            Self { below: Some(below), .. } if value >= below => {
                refuse("maximum", format!("must be less than {below}"))
            }
            _ => Ok(()),
        }
    }

    fn schema(&self, schema: ObjectBuilder) -> ObjectBuilder {
        schema
            .minimum(self.min)
            .maximum(self.max)
            .exclusive_minimum(self.above)
            .exclusive_maximum(self.below)
    }
}

/// A whole number that every JSON reader keeps exactly.
#[derive(Clone)]
pub struct Integer(Range);

impl Integer {
    #[expect(clippy::new_without_default, reason = "kinds are made by `new`")]
    pub fn new() -> Self {
        Self(Range { min: Some(-SAFE), max: Some(SAFE), ..Range::default() })
    }

    pub fn min(self, min: i64) -> Self {
        Self(Range { min: Some(min as f64), ..self.0 })
    }

    pub fn max(self, max: i64) -> Self {
        Self(Range { max: Some(max as f64), ..self.0 })
    }

    pub fn above(self, above: i64) -> Self {
        Self(Range { above: Some(above as f64), ..self.0 })
    }

    pub fn below(self, below: i64) -> Self {
        Self(Range { below: Some(below as f64), ..self.0 })
    }
}

impl Kind for Integer {
    fn read(&self, given: &Json) -> Read {
        let Some(value) = given.as_f64().filter(|value| value.fract() == 0.0) else {
            return refuse("type", "must be a whole number");
        };
        self.0.check(value)?;
        // Larger numbers have failed by now.
        Ok(Value::Integer(value as i64))
    }

    fn parse(&self, text: &str) -> Option<Value> {
        let value = parse_number(text)?;
        (value.fract() == 0.0 && value.abs() <= SAFE).then_some(Value::Integer(value as i64))
    }

    fn column(&self) -> Option<Column> {
        Some(Column::Integer)
    }

    fn ordered(&self) -> bool {
        true
    }

    fn schema(&self, limits: bool) -> ObjectBuilder {
        let format = SchemaFormat::KnownFormat(KnownFormat::Int64);
        let schema = ObjectBuilder::new().schema_type(Type::Integer).format(Some(format));
        if limits { self.0.schema(schema) } else { Self::new().0.schema(schema) }
    }
}

/// A number in double precision.
#[derive(Clone)]
pub struct Number(Range);

impl Number {
    #[expect(clippy::new_without_default, reason = "kinds are made by `new`")]
    pub fn new() -> Self {
        Self(Range::default())
    }

    pub fn min(self, min: f64) -> Self {
        Self(Range { min: Some(min), ..self.0 })
    }

    pub fn max(self, max: f64) -> Self {
        Self(Range { max: Some(max), ..self.0 })
    }

    pub fn above(self, above: f64) -> Self {
        Self(Range { above: Some(above), ..self.0 })
    }

    pub fn below(self, below: f64) -> Self {
        Self(Range { below: Some(below), ..self.0 })
    }
}

impl Kind for Number {
    fn read(&self, given: &Json) -> Read {
        let Some(value) = given.as_f64().filter(|value| value.is_finite()) else {
            return refuse("type", "must be a finite number");
        };
        self.0.check(value)?;
        // Only `-0` changes: no database keeps its sign.
        Ok(Value::Number(value + 0.0))
    }

    fn parse(&self, text: &str) -> Option<Value> {
        parse_number(text).map(Value::Number)
    }

    fn column(&self) -> Option<Column> {
        Some(Column::Number)
    }

    fn ordered(&self) -> bool {
        true
    }

    fn schema(&self, limits: bool) -> ObjectBuilder {
        let format = SchemaFormat::KnownFormat(KnownFormat::Double);
        let schema = ObjectBuilder::new().schema_type(Type::Number).format(Some(format));
        if limits { self.0.schema(schema) } else { schema }
    }
}

/// An exact decimal, written as text: `precision` digits, `scale` of them after the point.
#[derive(Clone)]
pub struct Exact {
    precision: usize,
    scale: usize,
    /// The limit as text, and whether it is exclusive.
    low: Option<(&'static str, bool)>,
    high: Option<(&'static str, bool)>,
}

impl Exact {
    pub fn new(precision: usize, scale: usize) -> Self {
        Self { precision, scale, low: None, high: None }
    }

    /// An amount of money: fifteen digits, two of them after the point.
    pub fn money() -> Self {
        Self::new(15, 2)
    }

    pub fn min(self, min: &'static str) -> Self {
        Self { low: Some((min, false)), ..self }
    }

    pub fn max(self, max: &'static str) -> Self {
        Self { high: Some((max, false)), ..self }
    }

    pub fn above(self, above: &'static str) -> Self {
        Self { low: Some((above, true)), ..self }
    }

    pub fn below(self, below: &'static str) -> Self {
        Self { high: Some((below, true)), ..self }
    }

    fn decimal(&self, text: &str) -> Option<Decimal> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let all_digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let most = self.precision - self.scale;
        let right = all_digits(whole)
            && (whole.len() <= most || (most == 0 && whole == "0"))
            && fraction.is_none_or(|part| all_digits(part) && part.len() <= self.scale);
        if !right {
            return None;
        }
        let fraction = format!("{:0<width$}", fraction.unwrap_or_default(), width = self.scale);
        let units: BigInt = format!("{whole}{fraction}").parse().ok()?;
        let units = if text.starts_with('-') { -units } else { units };
        let scale = u32::try_from(self.scale).ok()?;
        Some(Decimal::new(&BigDecimal::new(units, i64::from(scale)), scale))
    }

    fn check(&self, given: &str, value: &Decimal) -> Result<(), Vec<super::Fault>> {
        if let Some((low, exclusive)) = self.low {
            // The contract has no minus sign where no negative number is allowed, not even for zero.
            let minus = given.starts_with('-') && !low.starts_with('-');
            let limit = number(low);
            if minus || *value.number() < limit || (exclusive && *value.number() == limit) {
                let how = if exclusive { "more than" } else { "at least" };
                return refuse("minimum", format!("must be {how} {low}"));
            }
        }
        if let Some((high, exclusive)) = self.high {
            let limit = number(high);
            if *value.number() > limit || (exclusive && *value.number() == limit) {
                let how = if exclusive { "less than" } else { "at most" };
                return refuse("maximum", format!("must be {how} {high}"));
            }
        }
        Ok(())
    }
}

impl Kind for Exact {
    fn read(&self, given: &Json) -> Read {
        let Some(text) = given.as_str() else {
            return refuse("type", "must be a decimal number, written as text");
        };
        let Some(value) = self.decimal(text) else {
            let (before, after) = (self.precision - self.scale, self.scale);
            let digits = format!("{before} digits before and {after} after the point");
            return refuse("format", format!("must be a decimal number with at most {digits}"));
        };
        self.check(text, &value)?;
        Ok(Value::Exact(value))
    }

    fn parse(&self, text: &str) -> Option<Value> {
        self.decimal(text).map(Value::Exact)
    }

    fn column(&self) -> Option<Column> {
        let (precision, scale) =
            (u32::try_from(self.precision).ok()?, u32::try_from(self.scale).ok()?);
        Some(Column::Exact { precision, scale })
    }

    fn ordered(&self) -> bool {
        true
    }

    fn schema(&self, _limits: bool) -> ObjectBuilder {
        ObjectBuilder::new().schema_type(Type::String)
    }
}

fn number(text: &str) -> BigDecimal {
    text.parse().unwrap_or_default()
}

/// A number as JSON writes it.
pub fn parse_number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let json = digits.starts_with(|first: char| first.is_ascii_digit());
    let value: serde_json::Number = serde_json::from_str(text).ok().filter(|_| json)?;
    value.as_f64().filter(|value| value.is_finite()).map(|value| value + 0.0)
}

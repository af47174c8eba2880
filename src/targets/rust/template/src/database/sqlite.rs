//! How SQLite keeps values: it has no ids, times or exact decimals of its own.

use std::str::FromStr;

use bigdecimal::BigDecimal;
use bigdecimal::num_bigint::BigInt;
use chrono::NaiveDate;
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, Row as _, Sqlite};
use uuid::Uuid;

use super::value::{Column, Decimal, Value};
use crate::clock::Moment;

/// Decimals of more digits do not fit into an integer.
const MOST_DIGITS: u32 = 18;

pub fn query<'q>(
    sql: &'q str,
    parameters: &'q [(Value, Column)],
) -> Query<'q, Sqlite, SqliteArguments> {
    let query = sqlx::query(AssertSqlSafe(sql.to_owned()));
    parameters.iter().fold(query, |query, (value, column)| bind(query, value, *column))
}

fn bind<'q>(
    query: Query<'q, Sqlite, SqliteArguments>,
    value: &'q Value,
    column: Column,
) -> Query<'q, Sqlite, SqliteArguments> {
    match value {
        Value::Null | Value::Ids(_) => query.bind(None::<i64>),
        Value::Flag(flag) => query.bind(*flag),
        Value::Integer(number) => query.bind(*number),
        Value::Number(number) => query.bind(*number),
        Value::Text(text) => query.bind(text.as_str()),
        Value::Exact(number) => match exact(number, column) {
            Exact::Units(units) => query.bind(units),
            Exact::Text(text) => query.bind(text),
        },
        Value::Day(day) => query.bind(day.to_string()),
        Value::Time(time) => query.bind(time.to_string()),
        Value::Id(id) => query.bind(id.to_string()),
        Value::Json(json) => query.bind(json.to_string()),
    }
}

enum Exact {
    Units(i64),
    Text(String),
}

/// A whole number of units, or, from 19 digits on, text of one length that sorts as the numbers do
/// (negative ones as nines' complement).
fn exact(number: &Decimal, column: Column) -> Exact {
    let Column::Exact { precision, scale } = column else {
        return Exact::Text(number.to_string());
    };
    let (units, _) = number.number().with_scale(i64::from(scale)).into_bigint_and_exponent();
    match i64::try_from(&units) {
        Ok(small) if precision <= MOST_DIGITS => Exact::Units(small),
        _ => {
            let width = precision as usize;
            let (sign, digits) = if units < BigInt::ZERO {
                ('-', (nines(precision) + units).to_string())
            } else {
                ('0', units.to_string())
            };
            Exact::Text(format!("{sign}{digits:0>width$}"))
        }
    }
}

fn nines(precision: u32) -> BigInt {
    BigInt::from(10).pow(precision) - 1
}

pub fn read(row: &SqliteRow, at: usize, column: Column) -> sqlx::Result<Value> {
    let value = match column {
        Column::Flag => row.try_get::<Option<bool>, _>(at)?.map(Value::Flag),
        Column::Integer => row.try_get::<Option<i64>, _>(at)?.map(Value::Integer),
        Column::Number => row.try_get::<Option<f64>, _>(at)?.map(Value::Number),
        Column::Text => row.try_get::<Option<String>, _>(at)?.map(Value::Text),
        Column::Exact { precision, scale } if precision <= MOST_DIGITS => {
            row.try_get::<Option<i64>, _>(at)?.map(|units| decimal(BigInt::from(units), scale))
        }
        Column::Exact { precision, scale } => parsed(row, at, |text| {
            let units = BigInt::from_str(text.get(1..)?).ok()?;
            let negative = text.starts_with('-');
            Some(decimal(if negative { units - nines(precision) } else { units }, scale))
        })?,
        Column::Day => parsed(row, at, |text| NaiveDate::from_str(text).ok().map(Value::Day))?,
        Column::Time => parsed(row, at, |text| Moment::parse(text).map(Value::Time))?,
        Column::Id => parsed(row, at, |text| Uuid::from_str(text).ok().map(Value::Id))?,
        Column::Json => parsed(row, at, |text| serde_json::from_str(text).ok().map(Value::Json))?,
    };
    Ok(value.unwrap_or(Value::Null))
}

fn decimal(units: BigInt, scale: u32) -> Value {
    Value::Exact(Decimal::new(&BigDecimal::new(units, i64::from(scale)), scale))
}

fn parsed(
    row: &SqliteRow,
    at: usize,
    parse: impl Fn(&str) -> Option<Value>,
) -> sqlx::Result<Option<Value>> {
    let Some(text) = row.try_get::<Option<&str>, _>(at)? else {
        return Ok(None);
    };
    let unreadable =
        || sqlx::Error::ColumnDecode { index: at.to_string(), source: "is not readable".into() };
    parse(text).map(Some).ok_or_else(unreadable)
}

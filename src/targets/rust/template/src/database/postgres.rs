//! How PostgreSQL keeps values: as what they are.

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value as Json;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Postgres, Row as _};
use uuid::Uuid;

use super::value::{Column, Decimal, Value};
use crate::clock::Moment;

pub fn query<'q>(
    sql: &'q str,
    parameters: &'q [(Value, Column)],
) -> Query<'q, Postgres, PgArguments> {
    let query = sqlx::query(AssertSqlSafe(sql.to_owned()));
    parameters.iter().fold(query, |query, (value, column)| bind(query, value, *column))
}

fn bind<'q>(
    query: Query<'q, Postgres, PgArguments>,
    value: &'q Value,
    column: Column,
) -> Query<'q, Postgres, PgArguments> {
    match value {
        Value::Null | Value::Ids(_) => missing(query, column),
        Value::Flag(flag) => query.bind(*flag),
        Value::Integer(number) => query.bind(*number),
        Value::Number(number) => query.bind(*number),
        Value::Text(text) => query.bind(text.as_str()),
        Value::Exact(number) => query.bind(number.number()),
        Value::Day(day) => query.bind(*day),
        Value::Time(time) => query.bind(time.utc()),
        Value::Id(id) => query.bind(*id),
        Value::Json(json) => query.bind(json),
    }
}

/// Even a missing value has a type.
fn missing(
    query: Query<'_, Postgres, PgArguments>,
    column: Column,
) -> Query<'_, Postgres, PgArguments> {
    match column {
        Column::Flag => query.bind(None::<bool>),
        Column::Integer => query.bind(None::<i64>),
        Column::Number => query.bind(None::<f64>),
        Column::Text => query.bind(None::<String>),
        Column::Exact { .. } => query.bind(None::<BigDecimal>),
        Column::Day => query.bind(None::<NaiveDate>),
        Column::Time => query.bind(None::<DateTime<Utc>>),
        Column::Id => query.bind(None::<Uuid>),
        Column::Json => query.bind(None::<Json>),
    }
}

pub fn read(row: &PgRow, at: usize, column: Column) -> sqlx::Result<Value> {
    let value = match column {
        Column::Flag => row.try_get::<Option<bool>, _>(at)?.map(Value::Flag),
        Column::Integer => row.try_get::<Option<i64>, _>(at)?.map(Value::Integer),
        Column::Number => row.try_get::<Option<f64>, _>(at)?.map(Value::Number),
        Column::Text => row.try_get::<Option<String>, _>(at)?.map(Value::Text),
        Column::Exact { scale, .. } => row
            .try_get::<Option<BigDecimal>, _>(at)?
            .map(|number| Value::Exact(Decimal::new(&number, scale))),
        Column::Day => row.try_get::<Option<NaiveDate>, _>(at)?.map(Value::Day),
        Column::Time => {
            row.try_get::<Option<DateTime<Utc>>, _>(at)?.and_then(Moment::new).map(Value::Time)
        }
        Column::Id => row.try_get::<Option<Uuid>, _>(at)?.map(Value::Id),
        Column::Json => row.try_get::<Option<Json>, _>(at)?.map(Value::Json),
    };
    Ok(value.unwrap_or(Value::Null))
}

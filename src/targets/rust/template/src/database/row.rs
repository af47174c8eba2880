//! Rows of either database.

use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use super::value::{Column, Value};
use super::{postgres, sqlite};
use crate::clock::Moment;

/// A row; its columns are read by their place.
pub enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    pub fn value(&self, at: usize, column: Column) -> sqlx::Result<Value> {
        match self {
            Self::Sqlite(row) => sqlite::read(row, at, column),
            Self::Postgres(row) => postgres::read(row, at, column),
        }
    }

    pub fn text(&self, at: usize) -> sqlx::Result<String> {
        match self.value(at, Column::Text)? {
            Value::Text(text) => Ok(text),
            other => Err(unexpected(at, &other)),
        }
    }

    pub fn integer(&self, at: usize) -> sqlx::Result<i64> {
        match self.value(at, Column::Integer)? {
            Value::Integer(number) => Ok(number),
            other => Err(unexpected(at, &other)),
        }
    }

    pub fn id(&self, at: usize) -> sqlx::Result<Uuid> {
        match self.value(at, Column::Id)? {
            Value::Id(id) => Ok(id),
            other => Err(unexpected(at, &other)),
        }
    }

    pub fn time(&self, at: usize) -> sqlx::Result<Moment> {
        match self.value(at, Column::Time)? {
            Value::Time(time) => Ok(time),
            other => Err(unexpected(at, &other)),
        }
    }
}

fn unexpected(at: usize, value: &Value) -> sqlx::Error {
    let kind = if value.is_null() { "a missing value" } else { "another kind of value" };
    sqlx::Error::ColumnDecode { index: at.to_string(), source: kind.into() }
}

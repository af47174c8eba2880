//! SQL with its parameters.

use std::fmt::Write;

use super::value::{Column, Value};

/// A statement that is put together from constant text, quoted names and parameters.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    sql: String,
    parameters: Vec<(Value, Column)>,
}

impl Statement {
    /// `sql` must not hold anything that a caller has sent.
    pub fn new(sql: impl Into<String>) -> Self {
        Self { sql: sql.into(), parameters: Vec::new() }
    }

    /// Adds text that must not hold anything that a caller has sent.
    pub fn push(&mut self, sql: &str) -> &mut Self {
        self.sql.push_str(sql);
        self
    }

    /// Adds a name, quoted.
    pub fn name(&mut self, name: &str) -> &mut Self {
        self.sql.push_str(&quoted(name));
        self
    }

    /// Adds a parameter in the place where the text ends.
    pub fn bind(&mut self, value: Value, column: Column) -> &mut Self {
        self.parameters.push((value, column));
        // Writing into a string does not fail.
        let _ = write!(self.sql, "${}", self.parameters.len());
        self
    }

    /// A statement whose text already names its parameters, `$1` and so on.
    pub fn with(mut self, value: Value, column: Column) -> Self {
        self.parameters.push((value, column));
        self
    }

    pub fn id(self, id: uuid::Uuid) -> Self {
        self.with(Value::Id(id), Column::Id)
    }

    pub fn text(self, text: impl Into<String>) -> Self {
        self.with(Value::Text(text.into()), Column::Text)
    }

    pub fn time(self, time: crate::clock::Moment) -> Self {
        self.with(Value::Time(time), Column::Time)
    }

    pub fn integer(self, number: i64) -> Self {
        self.with(Value::Integer(number), Column::Integer)
    }

    pub(super) fn parts(&self) -> (&str, &[(Value, Column)]) {
        (&self.sql, &self.parameters)
    }
}

/// A name in double quotes: names of users may be words of SQL.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

//! What a database says when a constraint is violated.

use sqlx::error::{DatabaseError, ErrorKind};

/// A constraint, by its name or by its columns: PostgreSQL tells the one, SQLite the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    Unique { index: Option<String>, columns: Vec<String> },
    ForeignKey { name: Option<String> },
}

impl Conflict {
    /// None for any other error.
    pub fn of(error: &sqlx::Error) -> Option<Self> {
        let error = error.as_database_error()?;
        match error.kind() {
            ErrorKind::UniqueViolation => Some(unique(error)),
            ErrorKind::ForeignKeyViolation => {
                Some(Self::ForeignKey { name: error.constraint().map(str::to_owned) })
            }
            _ => None,
        }
    }
}

/// SQLite: `UNIQUE constraint failed: order._tenant, order.number`, or `… index 'order_key'` over
/// expressions.
fn unique(error: &dyn DatabaseError) -> Conflict {
    let constraint = error.constraint().map(str::to_owned);
    if constraint.is_some() {
        return Conflict::Unique { index: constraint, columns: Vec::new() };
    }
    let (_, what) = error.message().split_once("failed: ").unwrap_or_default();
    let index = what.strip_prefix("index '").and_then(|name| name.strip_suffix('\''));
    let columns =
        what.split(", ").filter_map(|part| part.split_once('.')).map(|(_, name)| name.to_owned());
    Conflict::Unique {
        index: index.map(str::to_owned),
        columns: if index.is_some() { Vec::new() } else { columns.collect() },
    }
}

//! A connection in use: for reading, or in a transaction that writes.

use sqlx::pool::PoolConnection;
use sqlx::{
    AssertSqlSafe, Executor, PgConnection, Postgres, Sqlite, SqliteConnection, Transaction,
};

use super::row::Row;
use super::statement::Statement;
use super::{postgres, sqlite};

/// What is not committed is undone when the session is dropped.
pub struct Session(Kind);

enum Kind {
    SqliteRead(PoolConnection<Sqlite>),
    SqliteWrite(Transaction<'static, Sqlite>),
    PostgresRead(PoolConnection<Postgres>),
    PostgresWrite(Transaction<'static, Postgres>),
}

enum Connection<'session> {
    Sqlite(&'session mut SqliteConnection),
    Postgres(&'session mut PgConnection),
}

impl Session {
    pub(super) fn sqlite_read(connection: PoolConnection<Sqlite>) -> Self {
        Self(Kind::SqliteRead(connection))
    }

    pub(super) fn sqlite_write(transaction: Transaction<'static, Sqlite>) -> Self {
        Self(Kind::SqliteWrite(transaction))
    }

    pub(super) fn postgres_read(connection: PoolConnection<Postgres>) -> Self {
        Self(Kind::PostgresRead(connection))
    }

    pub(super) fn postgres_write(transaction: Transaction<'static, Postgres>) -> Self {
        Self(Kind::PostgresWrite(transaction))
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.0, Kind::SqliteRead(_) | Kind::SqliteWrite(_))
    }

    pub async fn all(&mut self, statement: &Statement) -> sqlx::Result<Vec<Row>> {
        let (sql, parameters) = statement.parts();
        match self.connection() {
            Connection::Sqlite(connection) => {
                let rows = sqlite::query(sql, parameters).fetch_all(connection).await?;
                Ok(rows.into_iter().map(Row::Sqlite).collect())
            }
            Connection::Postgres(connection) => {
                let rows = postgres::query(sql, parameters).fetch_all(connection).await?;
                Ok(rows.into_iter().map(Row::Postgres).collect())
            }
        }
    }

    pub async fn first(&mut self, statement: &Statement) -> sqlx::Result<Option<Row>> {
        let (sql, parameters) = statement.parts();
        match self.connection() {
            Connection::Sqlite(connection) => {
                let row = sqlite::query(sql, parameters).fetch_optional(connection).await?;
                Ok(row.map(Row::Sqlite))
            }
            Connection::Postgres(connection) => {
                let row = postgres::query(sql, parameters).fetch_optional(connection).await?;
                Ok(row.map(Row::Postgres))
            }
        }
    }

    /// Gives the number of rows that were written.
    pub async fn run(&mut self, statement: &Statement) -> sqlx::Result<u64> {
        let (sql, parameters) = statement.parts();
        match self.connection() {
            Connection::Sqlite(connection) => {
                Ok(sqlite::query(sql, parameters).execute(connection).await?.rows_affected())
            }
            Connection::Postgres(connection) => {
                Ok(postgres::query(sql, parameters).execute(connection).await?.rows_affected())
            }
        }
    }

    /// Runs a statement without parameters, such as `savepoint`.
    pub async fn command(&mut self, sql: &'static str) -> sqlx::Result<()> {
        let sql = AssertSqlSafe(sql);
        match self.connection() {
            Connection::Sqlite(connection) => {
                connection.execute(sqlx::raw_sql(sql)).await.map(drop)
            }
            Connection::Postgres(connection) => {
                connection.execute(sqlx::raw_sql(sql)).await.map(drop)
            }
        }
    }

    pub async fn commit(self) -> sqlx::Result<()> {
        match self.0 {
            Kind::SqliteWrite(transaction) => transaction.commit().await,
            Kind::PostgresWrite(transaction) => transaction.commit().await,
            Kind::SqliteRead(_) | Kind::PostgresRead(_) => Ok(()),
        }
    }

    fn connection(&mut self) -> Connection<'_> {
        match &mut self.0 {
            Kind::SqliteRead(connection) => Connection::Sqlite(connection),
            Kind::SqliteWrite(transaction) => Connection::Sqlite(transaction),
            Kind::PostgresRead(connection) => Connection::Postgres(connection),
            Kind::PostgresWrite(transaction) => Connection::Postgres(transaction),
        }
    }
}

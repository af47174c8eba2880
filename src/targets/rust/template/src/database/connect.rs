//! Opens one of the two databases.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, SqlitePool};

use super::migrations;
use super::session::Session;
use crate::config::Config;

const PATIENCE: Duration = Duration::from_secs(10);
const READERS: u32 = 4;
const CONNECTIONS: u32 = 15;

/// Connections for reading and for writing.
#[derive(Clone)]
pub struct Database(Pools);

#[derive(Clone)]
enum Pools {
    /// SQLite has one writer: those who wait for it are served in turn.
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres(PgPool),
}

impl Database {
    /// Opens the database that the configuration names, and brings its schema up to date.
    pub async fn open(config: &Config) -> sqlx::Result<Self> {
        let database = match &config.database_url {
            Some(url) => Self(Pools::Postgres(postgres(url).await?)),
            None if config.database_file == ":memory:" => {
                let only = sqlite(SqliteConnectOptions::new().in_memory(true), 1).await?;
                Self(Pools::Sqlite { writer: only.clone(), readers: only })
            }
            None => {
                let file = Path::new(&config.database_file);
                if let Some(folder) = file.parent() {
                    std::fs::create_dir_all(folder).map_err(sqlx::Error::Io)?;
                }
                let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
                let writer = sqlite(options.clone(), 1).await?;
                Self(Pools::Sqlite { writer, readers: sqlite(options, READERS).await? })
            }
        };
        match &database.0 {
            Pools::Sqlite { writer, .. } => migrations::sqlite(writer).await?,
            Pools::Postgres(pool) => migrations::postgres(pool).await?,
        }
        Ok(database)
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.0, Pools::Sqlite { .. })
    }

    /// A session that changes nothing.
    pub async fn read(&self) -> sqlx::Result<Session> {
        match &self.0 {
            Pools::Sqlite { readers, .. } => readers.acquire().await.map(Session::sqlite_read),
            Pools::Postgres(pool) => pool.acquire().await.map(Session::postgres_read),
        }
    }

    /// A transaction that writes.
    pub async fn write(&self) -> sqlx::Result<Session> {
        match &self.0 {
            // A transaction that takes the lock only later may find that it has read old data.
            Pools::Sqlite { writer, .. } => {
                writer.begin_with("begin immediate").await.map(Session::sqlite_write)
            }
            Pools::Postgres(pool) => pool.begin().await.map(Session::postgres_write),
        }
    }

    pub async fn close(&self) {
        match &self.0 {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

async fn sqlite(options: SqliteConnectOptions, connections: u32) -> sqlx::Result<SqlitePool> {
    let options = options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5));
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_with(options)
        .await
}

async fn postgres(url: &str) -> sqlx::Result<PgPool> {
    let options = PgConnectOptions::from_str(url)?
        .options([("timezone", "UTC"), ("statement_timeout", "30000")]);
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .connect_with(options)
        .await
}

//! SQLite with many readers and one writer.

use std::time::Duration;

use chrono::{SecondsFormat, Utc};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Sqlite, SqlitePool, Transaction};
use uuid::Uuid;

pub struct Database {
    pub readers: SqlitePool,
    writer: SqlitePool,
}

pub type Write = Transaction<'static, Sqlite>;

impl Database {
    pub async fn open(file: &str) -> Self {
        Self { readers: pool(file, 4).await, writer: pool(file, 1).await }
    }

    pub async fn write(&self) -> sqlx::Result<Write> {
        self.writer.begin_with("begin immediate").await
    }
}

async fn pool(file: &str, connections: u32) -> SqlitePool {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5));
    SqlitePoolOptions::new()
        .max_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .connect_with(options)
        .await
        .expect("the database can be opened")
}

pub async fn publish(
    write: &mut Write,
    tenant: &str,
    kind: &'static str,
    subject: &str,
    data: &str,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into _event (id, tenant_id, type, subject, time, data) values (?, ?, ?, ?, ?, ?)",
    )
    .bind(id())
    .bind(tenant)
    .bind(kind)
    .bind(subject)
    .bind(now())
    .bind(data)
    .execute(&mut **write)
    .await?;
    Ok(())
}

pub fn id() -> String {
    Uuid::now_v7().to_string()
}

/// `2026-01-31T09:30:00.000Z`
pub fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Millis, true)
}

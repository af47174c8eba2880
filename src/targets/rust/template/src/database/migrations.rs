//! Migrations at start: in order, once, under a lock. A database newer than the program is refused.

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{Connection, PgPool, SqlSafeStr, SqliteConnection, SqlitePool};

use crate::resources::{MIGRATIONS, MigrationFile};

pub async fn sqlite(pool: &SqlitePool) -> sqlx::Result<()> {
    let mut connection = pool.acquire().await?;
    // A table that is made anew leaves those that refer to it without it for a moment.
    sqlx::query("pragma foreign_keys = off").execute(&mut *connection).await?;
    let done = migrate_sqlite(&mut connection).await;
    sqlx::query("pragma foreign_keys = on").execute(&mut *connection).await?;
    done
}

async fn migrate_sqlite(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    // Two processes may start on one file: who comes second waits, and finds everything done.
    let mut transaction = connection.begin_with("begin immediate").await?;
    migrator(|file| file.sqlite).run(&mut *transaction).await.map_err(failure)?;
    let broken = sqlx::query("pragma foreign_key_check").fetch_optional(&mut *transaction).await?;
    if broken.is_some() {
        return Err(sqlx::Error::Protocol("a migration leaves a reference to nothing".to_owned()));
    }
    transaction.commit().await
}

/// The migrator takes a lock of PostgreSQL itself.
pub async fn postgres(pool: &PgPool) -> sqlx::Result<()> {
    migrator(|file| file.postgres).run(pool).await.map_err(failure)
}

fn migrator(sql: impl Fn(&MigrationFile) -> &'static str) -> Migrator {
    let migrations = MIGRATIONS.iter().map(|file| {
        let sql = sql(file).into_sql_str();
        Migration::new(file.version, file.name.into(), MigrationType::Simple, sql, false)
    });
    Migrator::with_migrations(migrations.collect())
}

fn failure(error: MigrateError) -> sqlx::Error {
    sqlx::Error::Migrate(Box::new(error))
}

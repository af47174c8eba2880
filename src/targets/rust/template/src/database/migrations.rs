//! Migrations at start: in order, once, under a lock. A database newer than the program is refused.

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::{PgPool, SqlSafeStr, SqlitePool};

use crate::resources::{MIGRATIONS, MigrationFile};

pub async fn sqlite(pool: &SqlitePool) -> sqlx::Result<()> {
    // Two processes may start on one file: who comes second waits, and finds everything done.
    let mut transaction = pool.begin_with("begin immediate").await?;
    migrator(|file| file.sqlite).run(&mut *transaction).await.map_err(failure)?;
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

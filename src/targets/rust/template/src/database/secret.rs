//! Secrets of the service that nobody configures.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::connect::Database;
use super::statement::Statement;

/// Made by the first instance that starts, kept in the database for all.
pub async fn stored_secret(database: &Database, name: &str) -> sqlx::Result<String> {
    let mut bytes = [0; 48];
    getrandom::fill(&mut bytes).map_err(|error| sqlx::Error::Io(error.into()))?;
    let made = URL_SAFE_NO_PAD.encode(bytes);
    let mut session = database.write().await?;
    let keep =
        Statement::new("insert into _setting (name, value) values ($1, $2) on conflict do nothing");
    session.run(&keep.text(name).text(made)).await?;
    let read = Statement::new("select value from _setting where name = $1").text(name);
    let row = session.first(&read).await?.ok_or(sqlx::Error::RowNotFound)?;
    let secret = row.text(0)?;
    session.commit().await?;
    Ok(secret)
}

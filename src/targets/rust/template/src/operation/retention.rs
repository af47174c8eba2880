//! Deletes what has had its time: events and kept answers.

use std::time::Duration;

use chrono::TimeDelta;

use crate::clock::Moment;
use crate::database::{Database, Statement};

const HOUR: Duration = Duration::from_secs(3600);
const EVENTS_KEPT: TimeDelta = TimeDelta::days(7);
const ANSWERS_KEPT: TimeDelta = TimeDelta::hours(24);

/// Cleans up now and every hour. A failure is tried again an hour later.
pub async fn clean_up(database: Database) {
    loop {
        if let Err(error) = forget_old(&database).await {
            tracing::warn!(%error, "can not clean up");
        }
        tokio::time::sleep(HOUR).await;
    }
}

async fn forget_old(database: &Database) -> sqlx::Result<()> {
    let now = Moment::now();
    let mut session = database.write().await?;
    let events = Statement::new("delete from _event where time < $1");
    session.run(&events.time(now.before(EVENTS_KEPT))).await?;
    let answers = Statement::new("delete from _idempotency where created_at < $1");
    session.run(&answers.time(now.before(ANSWERS_KEPT))).await?;
    session.commit().await
}

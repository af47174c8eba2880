//! Counts failures to log in.

use chrono::TimeDelta;
use uuid::Uuid;

use crate::clock::Moment;
use crate::database::{Database, Session, Statement};
use crate::http::{Failure, Problem};

const MOST: usize = 10;
const PERIOD: TimeDelta = TimeDelta::minutes(15);

/// Counts an attempt as a failure, until it turns out to be none: attempts at the same time can't
/// outrun the limit. Fails with 429 after too many.
pub async fn count_attempt(database: &Database, email: &str, now: Moment) -> Result<(), Failure> {
    let mut session = database.write().await?;
    if !session.is_sqlite() {
        let lock =
            Statement::new("select 1 from (select pg_advisory_xact_lock(hashtext($1))) as locked");
        session.first(&lock.text(email)).await?;
    }
    let forget = Statement::new("delete from _login_failure where failed_at < $1");
    session.run(&forget.time(now.before(PERIOD))).await?;
    let read =
        Statement::new("select failed_at from _login_failure where email = $1 order by failed_at");
    let failures = session.all(&read.text(email)).await?;
    if let Some(first) = failures.first().filter(|_| failures.len() >= MOST) {
        let wait = (first.time(0)?.utc() + PERIOD - now.utc()).num_seconds().max(0);
        session.commit().await?;
        let wait = u64::try_from(wait).unwrap_or(0) + 1;
        return Err(Problem::too_many_requests("Too many failed attempts to log in.", wait).into());
    }
    let keep =
        Statement::new("insert into _login_failure (id, email, failed_at) values ($1, $2, $3)");
    session.run(&keep.id(Uuid::now_v7()).text(email).time(now)).await?;
    Ok(session.commit().await?)
}

/// After a success the count starts anew.
pub async fn forget_failures(session: &mut Session, email: &str) -> Result<(), Failure> {
    session.run(&Statement::new("delete from _login_failure where email = $1").text(email)).await?;
    Ok(())
}

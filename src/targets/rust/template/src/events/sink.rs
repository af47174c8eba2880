//! Posts the events of all tenants to a URL, in order and each at least once.

use std::time::Duration;

use ureq::Agent;

use super::outbox::{CloudEvent, Position, read_events};
use crate::database::{Database, Statement};
use crate::http::Failure;

const POLL: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(60);
const TIMEOUT: Duration = Duration::from_secs(20);
const BATCH: usize = 100;
const LOCK: i64 = 5_016_820_413;
const POSITION: &str = "event-sink-position";

/// Delivers for as long as the service runs; how far it is stands in the database. A failure is tried
/// again, later and later.
pub async fn deliver(database: Database, url: String) {
    let agent: Agent = Agent::config_builder().timeout_global(Some(TIMEOUT)).build().into();
    let mut wait = POLL;
    loop {
        match post_batch(&database, &agent, &url).await {
            Ok(BATCH) => continue,
            Ok(_) => wait = POLL,
            Err(_) => {
                tracing::warn!(wait = wait.as_secs_f64(), "event sink does not take events");
                wait = LONGEST_WAIT.min(wait * 2);
            }
        }
        tokio::time::sleep(wait).await;
    }
}

/// Of several instances on one PostgreSQL one posts at a time: the lock holds meanwhile.
async fn post_batch(database: &Database, agent: &Agent, url: &str) -> Result<usize, Failure> {
    if database.is_sqlite() {
        return post(database, agent, url).await;
    }
    let mut session = database.write().await?;
    let lock = Statement::new("select pg_try_advisory_xact_lock($1)::int::bigint").integer(LOCK);
    let mine = session.first(&lock).await?.map(|row| row.integer(0)).transpose()? == Some(1);
    let posted = if mine { post(database, agent, url).await? } else { 0 };
    session.commit().await?;
    Ok(posted)
}

async fn post(database: &Database, agent: &Agent, url: &str) -> Result<usize, Failure> {
    let mut session = database.read().await?;
    let read = Statement::new("select value from _setting where name = $1").text(POSITION);
    let stored = session.first(&read).await?.map(|row| row.text(0)).transpose()?;
    let after: Position =
        stored.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let events = read_events(&mut session, None, &after, BATCH).await?;
    drop(session);
    for event in &events {
        send(agent, url, event).await?;
        keep(database, &event.position).await?;
    }
    Ok(events.len())
}

async fn send(agent: &Agent, url: &str, event: &CloudEvent) -> Result<(), Failure> {
    const FAILED: Failure = Failure::Internal("an event can't be sent");
    let body = serde_json::to_string(event).map_err(|_| FAILED)?;
    let request = agent.post(url).content_type("application/cloudevents+json; charset=utf-8");
    let sent = tokio::task::spawn_blocking(move || request.send(body)).await;
    sent.map_err(|_| FAILED)?.map(drop).map_err(|_| FAILED)
}

async fn keep(database: &Database, position: &Position) -> Result<(), Failure> {
    let text = position.iter().cloned().collect::<serde_json::Value>().to_string();
    let mut session = database.write().await?;
    let keep = Statement::new(
        "insert into _setting (name, value) values ($1, $2) \
         on conflict (name) do update set value = excluded.value",
    );
    session.run(&keep.text(POSITION).text(text)).await?;
    Ok(session.commit().await?)
}

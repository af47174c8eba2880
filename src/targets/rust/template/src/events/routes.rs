//! The list of events, oldest first. Its cursor never ends, so that a reader can poll.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::outbox::{CloudEvent, is_settled, read_events};
use crate::http::{Code, Failure, Problem, QueryParameters, json_response};
use crate::records::CurrentCaller;
use crate::surroundings::Surroundings;

const PAGE_SIZE: usize = 100;
/// How long a reader waits for the events that it has just made.
const PATIENCE: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(20);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EventPage {
    items: Vec<CloudEvent>,
    next_cursor: String,
}

pub fn router(around: Arc<Surroundings>) -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(list_events)).with_state(around)
}

/// The events of the tenant, oldest first.
#[utoipa::path(
    get,
    path = "/events",
    operation_id = "listEvents",
    tag = "Events",
    params(("limit" = Option<u32>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, content_type = "application/json")),
)]
async fn list_events(
    State(around): State<Arc<Surroundings>>,
    CurrentCaller(caller): CurrentCaller,
    QueryParameters(query): QueryParameters,
) -> Result<Response, Failure> {
    if !caller.is_owner() {
        return Err(Problem::new(Code::Forbidden, "Only the owner may read the events.").into());
    }
    query.only(&["limit", "cursor"])?;
    let limit = query.limit(PAGE_SIZE)?;
    let after = match query.get("cursor") {
        None => vec![Some("0".to_owned()), Some("0".to_owned())],
        Some(cursor) => around.cursors.decode(cursor, "events")?,
    };
    settle(&around, caller.tenant_id).await?;
    let mut session = around.database.read().await?;
    let items = read_events(&mut session, Some(caller.tenant_id), &after, limit).await?;
    let position = items.last().map_or(&after, |event| &event.position);
    let next_cursor = around.cursors.encode(position, "events");
    json_response(StatusCode::OK, &EventPage { items, next_cursor })
}

/// Whoever has written something finds its event: others' transactions mostly end in a moment.
async fn settle(around: &Surroundings, tenant: Uuid) -> Result<(), Failure> {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if is_settled(&mut around.database.read().await?, tenant).await? {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

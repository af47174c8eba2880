//! Health, metrics, the contract and its page.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::metrics::Metrics;
use crate::database::Statement;
use crate::http::{Failure, NoQuery, Problem, json_response};
use crate::surroundings::Surroundings;

/// The contract, byte for byte.
pub const CONTRACT: &str = include_str!("../../openapi.json");

const DOCS_POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; \
     frame-ancestors 'none'",
);

/// That the service runs.
#[derive(Serialize, ToSchema)]
pub struct Health {
    status: &'static str,
}

const OK: Health = Health { status: "ok" };

pub fn router(around: Arc<Surroundings>, metrics: Arc<Metrics>) -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(get_liveness))
        .routes(routes!(get_open_api))
        .routes(routes!(get_docs))
        .route("/docs/docs.css", get(docs_style))
        .route("/docs/docs.js", get(docs_script))
        .merge(OpenApiRouter::new().routes(routes!(get_readiness)).with_state(around))
        .merge(OpenApiRouter::new().routes(routes!(get_metrics)).with_state(metrics))
}

/// The process runs.
#[utoipa::path(
    get,
    path = "/health/live",
    operation_id = "getLiveness",
    tag = "Operation",
    responses((status = 200, body = Health)),
)]
async fn get_liveness(_: NoQuery) -> Result<Response, Failure> {
    json_response(StatusCode::OK, &OK)
}

/// The database answers, and migrations are done.
#[utoipa::path(
    get,
    path = "/health/ready",
    operation_id = "getReadiness",
    tag = "Operation",
    responses((status = 200, body = Health)),
)]
async fn get_readiness(
    State(around): State<Arc<Surroundings>>,
    _: NoQuery,
) -> Result<Response, Failure> {
    let answers = async { around.database.read().await?.first(&Statement::new("select 1")).await };
    match answers.await {
        Ok(_) => json_response(StatusCode::OK, &OK),
        Err(_) => Err(Problem::unavailable("The database does not answer.").into()),
    }
}

/// Requests and their durations.
#[utoipa::path(
    get,
    path = "/metrics",
    operation_id = "getMetrics",
    tag = "Operation",
    responses((status = 200, body = String, content_type = "text/plain")),
)]
async fn get_metrics(State(metrics): State<Arc<Metrics>>, _: NoQuery) -> Result<Response, Failure> {
    let text = metrics.expose().map_err(|_| Failure::Internal("metrics can't be written"))?;
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response())
}

/// The contract.
#[utoipa::path(
    get,
    path = "/openapi.json",
    operation_id = "getOpenApi",
    tag = "Operation",
    responses((status = 200, content_type = "application/json")),
)]
async fn get_open_api(_: NoQuery) -> Response {
    ([(CONTENT_TYPE, "application/json; charset=utf-8")], CONTRACT).into_response()
}

/// The contract, to read.
#[utoipa::path(
    get,
    path = "/docs",
    operation_id = "getDocs",
    tag = "Operation",
    responses((status = 200, body = String, content_type = "text/html")),
)]
async fn get_docs(_: NoQuery) -> Response {
    page("text/html; charset=utf-8", include_str!("docs/docs.html"))
}

async fn docs_style(_: NoQuery) -> Response {
    page("text/css; charset=utf-8", include_str!("docs/docs.css"))
}

async fn docs_script(_: NoQuery) -> Response {
    page("text/javascript; charset=utf-8", include_str!("docs/docs.js"))
}

fn page(kind: &'static str, text: &'static str) -> Response {
    let headers =
        [(CONTENT_TYPE, HeaderValue::from_static(kind)), (CONTENT_SECURITY_POLICY, DOCS_POLICY)];
    (headers, text).into_response()
}

//! What is around every request: its id, its headers, its bounds, its failures.

use std::any::Any;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::address::believe_proxies;
use super::cors::add_cors;
use super::failure::Failure;
use super::problem::{Code, Problem};
use crate::operation::{Metrics, SpanExporter, Trace};
use crate::surroundings::Surroundings;

const LONGEST_HEAD: usize = 16_384;
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const SECURITY: [(HeaderName, HeaderValue); 4] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"),
    ),
];

/// The path of an operation that no route of the framework stands for, for logs and metrics.
#[derive(Clone)]
pub struct RouteName(pub Arc<str>);

/// What frames need; one for each application.
pub struct Frame {
    pub around: Arc<Surroundings>,
    pub metrics: Arc<Metrics>,
    pub exporter: Option<SpanExporter>,
    /// The first part of request ids, so that those of several instances differ.
    pub instance: String,
    pub requests: AtomicU64,
}

/// Sets the headers of every answer, and logs, counts and traces requests. Nothing that a caller has
/// sent gets into a log but its method and route.
pub async fn frame(State(frame): State<Arc<Frame>>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let config = &frame.around.config;
    let number = frame.requests.fetch_add(1, Ordering::Relaxed);
    let request_id = format!("{}-{number:x}", frame.instance);
    let trace = Trace::of(request.headers());
    let method = request.method().clone();
    let origin = request.headers().get(ORIGIN).cloned();
    let below_api = request.uri().path().starts_with("/api");
    let route = request.extensions().get::<MatchedPath>().cloned();

    let mut response = if head_size(&request) > LONGEST_HEAD {
        let detail = "The headers or the address of the request are too long.";
        Problem::new(Code::HeaderTooLarge, detail).into_response()
    } else {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let peer = peer.unwrap_or(std::net::IpAddr::from([0, 0, 0, 0]));
        let client = believe_proxies(peer, request.headers(), &config.trust_proxy);
        request.extensions_mut().insert(client);
        let span =
            tracing::info_span!("request", requestId = %request_id, traceId = %trace.trace_id);
        tracing::Instrument::instrument(next.run(request), span).await
    };
    let answer = response.headers_mut();
    for (name, value) in SECURITY {
        answer.entry(name).or_insert(value);
    }
    if below_api {
        answer.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    if let Ok(value) = HeaderValue::try_from(request_id.as_str()) {
        answer.insert(REQUEST_ID, value);
    }
    add_cors(&config.cors_origins, origin.as_ref(), answer);

    let elapsed = started.elapsed();
    let status = response.status().as_u16();
    let named = response.extensions().get::<RouteName>().cloned();
    let named = named.as_ref().map(|name| &*name.0);
    let route = named.or(route.as_ref().map(MatchedPath::as_str)).unwrap_or("unknown");
    frame.metrics.observe(method.as_str(), route, status, elapsed);
    tracing::info!(
        requestId = %request_id,
        traceId = %trace.trace_id,
        method = %method,
        route,
        status,
        ms = (elapsed.as_secs_f64() * 100_000.0).round() / 100.0,
        "answered"
    );
    if let Some(exporter) = &frame.exporter {
        exporter.add(&trace, method.as_str(), route, status, elapsed);
    }
    response
}

/// Bytes of the address and the headers.
fn head_size(request: &Request) -> usize {
    let address = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
    address + request.headers().iter().map(size_of).sum::<usize>()
}

fn size_of((name, value): (&HeaderName, &HeaderValue)) -> usize {
    name.as_str().len() + value.len() + 4
}

/// A fault that made a handler panic ends its request, and nothing else.
pub fn answer_panic(_: Box<dyn Any + Send + 'static>) -> Response {
    Failure::Internal("a handler panicked").into_response()
}

/// The only value of a header; none if it is absent or no text.
pub fn header<'request>(headers: &'request HeaderMap, name: &HeaderName) -> Option<&'request str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

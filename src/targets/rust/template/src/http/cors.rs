//! Which origins may call from a browser.

use axum::http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ALLOW,
    ORIGIN, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

const EXPOSED: HeaderValue =
    HeaderValue::from_static("ETag, Location, Idempotency-Replayed, Retry-After, X-Request-Id");
const ALLOWED: HeaderValue = HeaderValue::from_static(
    "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, traceparent",
);

/// The origin of a request, if it is one of those that may call.
fn allowed<'request>(
    origins: &[String],
    origin: Option<&'request HeaderValue>,
) -> Option<&'request HeaderValue> {
    origin.filter(|origin| origins.iter().any(|known| known.as_bytes() == origin.as_bytes()))
}

/// Lets browsers of the listed origins read an answer, and send credentials.
pub fn add_cors(origins: &[String], origin: Option<&HeaderValue>, answer: &mut HeaderMap) {
    if origins.is_empty() {
        return;
    }
    answer.insert(VARY, HeaderValue::from_static("Origin"));
    let Some(origin) = allowed(origins, origin) else { return };
    answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    answer.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    answer.insert(ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
}

/// The answer to `OPTIONS`: the methods that a path has are the same for everyone.
pub fn preflight(origins: &[String], request: &HeaderMap, methods: HeaderValue) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let headers = response.headers_mut();
    if allowed(origins, request.get(ORIGIN)).is_some() {
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, methods.clone());
        headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED);
        headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
    }
    headers.insert(ALLOW, methods);
    response
}

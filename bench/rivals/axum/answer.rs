//! Answers, and what is answered instead.

use axum::http::header::{CONTENT_TYPE, ETAG, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// A status and what is wrong.
pub struct Problem(pub StatusCode, pub &'static str);

pub type Answer = Result<Response, Problem>;

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = serde_json::json!({ "title": self.1, "status": self.0.as_u16() });
        with_type(self.0, body.to_string(), "application/problem+json")
    }
}

impl From<sqlx::Error> for Problem {
    fn from(_: sqlx::Error) -> Self {
        Self(StatusCode::INTERNAL_SERVER_ERROR, "Internal error")
    }
}

pub fn invalid(what: &'static str) -> Problem {
    Problem(StatusCode::UNPROCESSABLE_ENTITY, what)
}

pub fn json(status: StatusCode, body: &impl Serialize) -> Response {
    let body = serde_json::to_string(body).expect("what is answered is JSON");
    with_type(status, body, "application/json")
}

pub fn text(status: StatusCode, body: String) -> Response {
    with_type(status, body, "application/json")
}

pub fn with_etag(mut response: Response, version: i64) -> Response {
    let etag = HeaderValue::try_from(etag_of(version)).expect("digits and quotes");
    response.headers_mut().insert(ETAG, etag);
    response
}

pub fn with_location(mut response: Response, path: String) -> Response {
    let path = HeaderValue::try_from(path).expect("a path of ASCII");
    response.headers_mut().insert(LOCATION, path);
    response
}

pub fn etag_of(version: i64) -> String {
    format!("\"{version}\"")
}

fn with_type(status: StatusCode, body: String, kind: &'static str) -> Response {
    let mut response = (status, body).into_response();
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

//! Answers with JSON.

use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::failure::Failure;

/// An answer whose body is a value as JSON.
pub fn json_response(status: StatusCode, value: &impl Serialize) -> Result<Response, Failure> {
    let body = serde_json::to_string(value)
        .map_err(|_| Failure::Internal("an answer can't be written as JSON"))?;
    Ok(json_text(status, body))
}

/// An answer that is JSON already.
pub fn json_text(status: StatusCode, body: String) -> Response {
    let mut response = (status, body).into_response();
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8"));
    response
}

//! What handlers take of a request besides its query.

use axum::body::{Body, Bytes};
use axum::extract::{FromRef, FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde_json::Value as Json;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

use super::failure::Failure;
use super::json_reader::read_json;
use super::problem::{Code, Problem};
use super::query::Query;
use crate::fields::parse_id;
use crate::surroundings::Surroundings;

/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// The JSON of a request that needs a body. Fails with 413, 415 or 400.
pub struct JsonBody(pub Json);

impl<S> FromRequest<S> for JsonBody
where
    S: Send + Sync,
    Arc<Surroundings>: FromRef<S>,
{
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let limit = Arc::<Surroundings>::from_ref(state).config.body_limit_bytes;
        let (parts, body) = request.into_parts();
        check_type(&parts.method, &parts.headers)?;
        let bytes = read_bytes(&parts.headers, body, limit).await?;
        Ok(Self(read_json(&bytes)?))
    }
}

/// The whole body. Fails with 413, or with 400 if it does not arrive.
pub async fn read_bytes(headers: &HeaderMap, body: Body, limit: usize) -> Result<Bytes, Problem> {
    let too_large = || Problem::new(Code::TooLarge, "The body is larger than the service reads.");
    let length = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if length.and_then(|text| text.parse::<usize>().ok()).is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    let collected = tokio::time::timeout(PATIENCE, Limited::new(body, limit).collect()).await;
    match collected {
        Ok(Ok(whole)) => Ok(whole.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_large()),
        Ok(Err(_)) => Err(Problem::malformed("The body could not be read.")),
        Err(_) => Err(Problem::malformed("The body took too long to arrive.")),
    }
}

fn check_type(method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
    let kind = text(headers, CONTENT_TYPE);
    let name = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let patch = name == "application/merge-patch+json" && method == Method::PATCH;
    if name == "application/json" || patch {
        return require_plain_utf8(headers);
    }
    // No type and no body: what is missing is the body.
    let empty = matches!(text(headers, CONTENT_LENGTH).as_str(), "" | "0");
    if name.is_empty() && empty && !headers.contains_key(TRANSFER_ENCODING) {
        return Ok(());
    }
    let detail = "The body must be JSON: Content-Type: application/json.";
    Err(Problem::new(Code::UnsupportedMediaType, detail))
}

/// Fails with 415 for a body that is encoded, or text in another character set.
pub fn require_plain_utf8(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = text(headers, CONTENT_TYPE);
    let encoding = text(headers, CONTENT_ENCODING).trim().to_ascii_lowercase();
    if !matches!(encoding.as_str(), "" | "identity") {
        let detail = "The body must not be encoded (Content-Encoding).";
        return Err(Problem::new(Code::UnsupportedMediaType, detail));
    }
    let charsets = kind.split(';').skip(1).filter_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim()
            .eq_ignore_ascii_case("charset")
            .then(|| value.trim().trim_matches('"').to_ascii_lowercase())
    });
    // US-ASCII is a part of it.
    for charset in charsets {
        if !matches!(charset.as_str(), "utf-8" | "utf8" | "us-ascii") {
            return Err(Problem::new(Code::UnsupportedMediaType, "The body must be UTF-8."));
        }
    }
    Ok(())
}

fn text(headers: &HeaderMap, name: axum::http::HeaderName) -> String {
    headers
        .get(name)
        .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
        .unwrap_or_default()
}

/// Only lists take parameters: fails with 400 for any other path that is given some.
pub struct NoQuery;

impl<S: Sync> FromRequestParts<S> for NoQuery {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        Query::read(parts.uri.query().unwrap_or_default())?.only(&[])?;
        Ok(Self)
    }
}

/// The id in the path. Fails with 404 if it can't be one.
pub struct RecordId(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for RecordId {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let parameters = RawPathParams::from_request_parts(parts, state).await;
        let id = parameters.ok().and_then(|given| {
            given.iter().find(|(name, _)| *name == "id").and_then(|(_, text)| parse_id(text))
        });
        id.map(Self).ok_or_else(|| Problem::not_found().into())
    }
}

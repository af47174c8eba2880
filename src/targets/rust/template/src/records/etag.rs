//! Strong validators of versions of records.

use axum::http::HeaderValue;
use axum::http::header::ETAG;

use crate::http::{Code, Problem};
use crate::resources::MIGRATIONS;

/// `"1-3"`: each migration may change how records are shown, without a new version of them.
pub fn etag_of(version: i64) -> String {
    format!("\"{}-{version}\"", MIGRATIONS.len())
}

/// The entity tag as a header.
pub fn etag_header(version: i64) -> HeaderValue {
    HeaderValue::try_from(etag_of(version)).unwrap_or(HeaderValue::from_static("\"\""))
}

/// True if a list of entity tags has that of the version or is `*`.
pub fn matches(header: &str, version: i64, weak: bool) -> bool {
    let etag = etag_of(version);
    header.split(',').map(str::trim).any(|tag| {
        tag == "*" || tag == etag || (weak && tag.strip_prefix("W/") == Some(etag.as_str()))
    })
}

/// Fails with 412 unless `If-Match` is absent or names the current version.
pub fn require_match(header: Option<&str>, version: i64) -> Result<(), Problem> {
    if header.is_none_or(|header| matches(header, version, false)) {
        return Ok(());
    }
    let detail = "The record has changed since: read it again.";
    Err(Problem::new(Code::PreconditionFailed, detail).header(ETAG, etag_header(version)))
}

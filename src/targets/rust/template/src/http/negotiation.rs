//! What callers accept.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT;

use super::problem::{Code, Problem};

const LONGEST: usize = 4000;

/// Fails with 406 if `Accept` admits no JSON.
pub fn require_json_accepted(headers: &HeaderMap) -> Result<(), Problem> {
    let mut given = headers.get_all(ACCEPT).iter().peekable();
    let admitted = given.peek().is_none()
        || given.any(|value| {
            let text = String::from_utf8_lossy(value.as_bytes());
            text.chars().take(LONGEST).collect::<String>().split(',').any(admits)
        });
    if admitted {
        return Ok(());
    }
    Err(Problem::new(Code::NotAcceptable, "Answers are application/json."))
}

fn admits(part: &str) -> bool {
    let mut pieces = part.split(';').map(|piece| piece.trim().to_ascii_lowercase());
    let name = pieces.next().unwrap_or_default();
    let json = matches!(
        name.as_str(),
        "*/*" | "application/*" | "application/json" | "application/problem+json"
    );
    json && !pieces.any(|piece| is_zero(&piece))
}

/// `q=0`, `q=0.00`
fn is_zero(parameter: &str) -> bool {
    let Some(rest) = parameter.strip_prefix("q=0") else { return false };
    rest.is_empty()
        || rest.strip_prefix('.').is_some_and(|zeros| zeros.bytes().all(|digit| digit == b'0'))
}

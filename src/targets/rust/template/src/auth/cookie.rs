//! The session cookie.

use axum::http::header::{COOKIE, ORIGIN, REFERER, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::response::Response;

use super::tokens::SESSION_SECONDS;
use crate::config::{Config, origin_of};
use crate::http::{Client, Code, Failure, Problem, header};

pub fn cookie_token(headers: &HeaderMap) -> Option<&str> {
    let values = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|text| text.split(';')).find_map(|pair| pair.trim().strip_prefix("session="))
}

/// Sets the session cookie; without a token, clears it.
pub fn set_cookie(
    response: &mut Response,
    client: &Client,
    token: Option<&str>,
) -> Result<(), Failure> {
    let age = if token.is_some() { SESSION_SECONDS } else { 0 };
    let secure = if client.scheme == "https" { "; Secure" } else { "" };
    let attributes = format!("Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}");
    let cookie = format!("session={}; {attributes}", token.unwrap_or_default());
    let value =
        HeaderValue::try_from(cookie).map_err(|_| Failure::Internal("a token is no header"))?;
    response.headers_mut().insert(SET_COOKIE, value);
    Ok(())
}

/// A browser sends the cookie whoever asks it to: a change must come from a page of ours. Fails with
/// 403.
pub fn require_own_origin(parts: &Parts, config: &Config) -> Result<(), Problem> {
    if matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let claimed = header(&parts.headers, &ORIGIN).or_else(|| header(&parts.headers, &REFERER));
    let own = config.public_url.clone().or_else(|| {
        let client = parts.extensions.get::<Client>()?;
        Some(format!("{}://{}", client.scheme, client.host))
    });
    let own = own.as_deref().and_then(origin_of);
    match claimed.and_then(origin_of) {
        Some(origin) if Some(&origin) == own.as_ref() || config.cors_origins.contains(&origin) => {
            Ok(())
        }
        _ => {
            let detail = "A change with the cookie must come from a page of this service.";
            Err(Problem::new(Code::Forbidden, detail))
        }
    }
}

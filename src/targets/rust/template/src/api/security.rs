//! What callers show of themselves, as the contract asks for it.

use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;

use super::pairs::pairs_of;
use super::parameters::cookie;
use super::part::{Given, Part, document, follow, items_of, part_of, text_of};
use crate::http::{Code, Problem, header};

/// What a caller shows of himself, by one scheme of the contract.
#[derive(Clone, Debug)]
pub struct Credential {
    /// The name of the scheme in the contract.
    pub scheme: &'static str,
    /// The token, the key, or `user:password`.
    pub value: String,
    /// What the operation asks for.
    pub scopes: Vec<&'static str>,
}

/// All that one requirement of the contract asks for.
pub type Credentials = Vec<Credential>;

/// The security schemes of the contract.
pub fn schemes() -> Part {
    part_of(part_of(document().get("components")).get("securitySchemes"))
}

/// The credentials of the first requirement that a request meets; none where it needs none. Fails with
/// 401 if it meets none.
pub fn credentials_of(security: Given, request: &Parts) -> Result<Option<Credentials>, Problem> {
    let requirements: Vec<Part> = items_of(security).iter().filter_map(Json::as_object).collect();
    let mut challenges: Vec<&str> = Vec::new();
    for requirement in &requirements {
        let mut shown = Credentials::new();
        for (name, scopes) in *requirement {
            let scheme = follow(schemes().get(name));
            let challenge = challenge(scheme);
            if !challenges.contains(&challenge) {
                challenges.push(challenge);
            }
            if let Some(value) = value_of(scheme, request) {
                let scopes = items_of(Some(scopes)).iter().filter_map(Json::as_str).collect();
                shown.push(Credential { scheme: name, value, scopes });
            }
        }
        if !shown.is_empty() && shown.len() == requirement.len() {
            return Ok(Some(shown));
        }
    }
    if requirements.iter().all(|requirement| !requirement.is_empty()) && !requirements.is_empty() {
        let problem = Problem::new(Code::Unauthenticated, "This operation needs credentials.");
        let challenge = HeaderValue::try_from(challenges.join(", "));
        let challenge = challenge.unwrap_or(HeaderValue::from_static("Bearer"));
        return Err(problem.header(WWW_AUTHENTICATE, challenge));
    }
    Ok(None)
}

fn value_of(scheme: Part, request: &Parts) -> Option<String> {
    let headers = &request.headers;
    let name = text_of(scheme, "name");
    let wanted = match (text_of(scheme, "type"), text_of(scheme, "in")) {
        ("apiKey", "header") => {
            let name = HeaderName::try_from(name).ok()?;
            return header(headers, &name).map(str::to_owned);
        }
        ("apiKey", "query") => {
            let pairs = pairs_of(request.uri.query().unwrap_or_default()).ok()?;
            return pairs.into_iter().find(|(known, _)| known == name).map(|(_, value)| value);
        }
        ("apiKey", _) => return cookie(headers, name),
        ("mutualTLS", _) => return None,
        ("http", _) => text_of(scheme, "scheme"),
        _ => "bearer",
    };
    let (given, value) = header(headers, &AUTHORIZATION)?.split_once(' ')?;
    let value = value.trim();
    if !given.eq_ignore_ascii_case(wanted) || value.is_empty() {
        return None;
    }
    if !wanted.eq_ignore_ascii_case("basic") {
        return Some(value.to_owned());
    }
    String::from_utf8(STANDARD.decode(value).ok()?).ok()
}

fn challenge(scheme: Part) -> &'static str {
    match text_of(scheme, "type") {
        "apiKey" => "ApiKey",
        "http" if text_of(scheme, "scheme").eq_ignore_ascii_case("basic") => {
            "Basic realm=\"service\""
        }
        _ => "Bearer",
    }
}

//! Answers of handlers, held to the contract.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::Value as Json;

use super::described::Described;
use super::media_types::{best_match, is_json};
use super::normal_schema::Direction;
use super::operation::{Answer, AnswerBody};
use super::part::{Part, follow, part_of};
use super::schemas::Schemas;
use crate::http::Failure;

/// Checks what a handler answers. What the contract does not describe is a fault of the handler.
pub fn response_of(
    operation: &Described,
    answer: Answer,
    schemas: &Schemas,
) -> Result<Response, Failure> {
    let status = answer.status;
    let fail = |problem: &str| {
        tracing::error!(
            operation = operation.name,
            status,
            problem,
            "a handler answers what the contract does not say"
        );
        Failure::Internal("a handler answers what the contract does not say")
    };
    let described = described(operation.responses, status).ok_or_else(|| fail("no such answer"))?;
    for (name, header) in part_of(described.get("headers")) {
        let required = follow(Some(header)).get("required") == Some(&Json::Bool(true));
        let there = answer.headers.iter().any(|(own, _)| own.as_str().eq_ignore_ascii_case(name));
        if required && !there {
            return Err(fail("a header is missing"));
        }
    }
    let content = part_of(described.get("content"));
    let Some(usual) = content.keys().find(|kind| is_json(kind)).or_else(|| content.keys().next())
    else {
        return match answer.body {
            AnswerBody::None => respond(answer, None, Body::empty()),
            _ => Err(fail("it has no body")),
        };
    };
    let wanted = answer.media_type.unwrap_or(usual);
    let kind = best_match(wanted, content.keys().map(String::as_str));
    let kind = kind.ok_or_else(|| fail("no such media type"))?;
    let schema = part_of(content.get(kind)).get("schema");
    let sent = if wanted.contains('*') { "application/octet-stream" } else { wanted };
    let body = match &answer.body {
        AnswerBody::None if schema.is_none() => return respond(answer, None, Body::empty()),
        AnswerBody::None => return Err(fail("the body is missing")),
        AnswerBody::Json(value) if is_json(sent) => {
            if let Some(issue) = schemas.check(schema, Direction::Answer, value)?.into_iter().next()
            {
                let place = issue.pointer.unwrap_or_default();
                return Err(fail(&format!("{place} {}", issue.message)));
            }
            Body::from(value.to_string())
        }
        AnswerBody::Text(text) if !is_json(sent) => Body::from(text.clone()),
        AnswerBody::Bytes(bytes) if !is_json(sent) => Body::from(bytes.clone()),
        _ => return Err(fail("the body is not of its media type")),
    };
    respond(answer, Some(sent), body)
}

fn respond(answer: Answer, kind: Option<&str>, body: Body) -> Result<Response, Failure> {
    let wrong = |_| Failure::Internal("an answer can't be written");
    let mut response = Response::new(body);
    *response.status_mut() =
        StatusCode::from_u16(answer.status).map_err(|_| Failure::Internal("no such status"))?;
    let headers = response.headers_mut();
    if let Some(kind) = kind {
        headers.insert(CONTENT_TYPE, HeaderValue::try_from(kind).map_err(wrong)?);
    }
    headers.extend(answer.headers);
    Ok(response)
}

/// How the contract describes a status: itself, else its class, else any other.
fn described(responses: Part, status: u16) -> Option<Part> {
    let keys = [status.to_string(), format!("{}XX", status / 100), "default".to_owned()];
    keys.iter().find_map(|key| responses.get(key)).map(|given| follow(Some(given)))
}

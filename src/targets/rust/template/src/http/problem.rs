//! Answers of 400 and above: RFC 9457 problem documents.

use std::borrow::Cow;

use axum::http::header::{CACHE_CONTROL, CONNECTION, CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::issue::Issue;

/// What went wrong, and with which status it is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    MalformedRequest,
    InvalidParameter,
    Unauthenticated,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    NotAcceptable,
    Conflict,
    InvalidTransition,
    Referenced,
    PreconditionFailed,
    TooLarge,
    UnsupportedMediaType,
    ValidationFailed,
    IdempotencyMismatch,
    TooManyRequests,
    HeaderTooLarge,
    Internal,
    NotImplemented,
    Unavailable,
}

impl Code {
    /// The status, the last part of `type`, and the title.
    fn parts(self) -> (StatusCode, &'static str, &'static str) {
        use StatusCode as Status;
        match self {
            Self::MalformedRequest => {
                (Status::BAD_REQUEST, "malformed-request", "Malformed request")
            }
            Self::InvalidParameter => {
                (Status::BAD_REQUEST, "invalid-parameter", "Invalid parameter")
            }
            Self::Unauthenticated => {
                (Status::UNAUTHORIZED, "unauthenticated", "Authentication required")
            }
            Self::Forbidden => (Status::FORBIDDEN, "forbidden", "Forbidden"),
            Self::NotFound => (Status::NOT_FOUND, "not-found", "Not found"),
            Self::MethodNotAllowed => {
                (Status::METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed")
            }
            Self::NotAcceptable => (Status::NOT_ACCEPTABLE, "not-acceptable", "Not acceptable"),
            Self::Conflict => (Status::CONFLICT, "conflict", "Conflict"),
            Self::InvalidTransition => {
                (Status::CONFLICT, "invalid-transition", "Invalid transition")
            }
            Self::Referenced => (Status::CONFLICT, "referenced", "Still referenced"),
            Self::PreconditionFailed => {
                (Status::PRECONDITION_FAILED, "precondition-failed", "Precondition failed")
            }
            Self::TooLarge => (Status::PAYLOAD_TOO_LARGE, "too-large", "Body too large"),
            Self::UnsupportedMediaType => {
                (Status::UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Unsupported media type")
            }
            Self::ValidationFailed => {
                (Status::UNPROCESSABLE_ENTITY, "validation-failed", "Validation failed")
            }
            Self::IdempotencyMismatch => (
                Status::UNPROCESSABLE_ENTITY,
                "idempotency-mismatch",
                "Idempotency key used for another request",
            ),
            Self::TooManyRequests => {
                (Status::TOO_MANY_REQUESTS, "too-many-requests", "Too many requests")
            }
            Self::HeaderTooLarge => {
                (Status::REQUEST_HEADER_FIELDS_TOO_LARGE, "header-too-large", "Headers too large")
            }
            Self::Internal => (Status::INTERNAL_SERVER_ERROR, "internal", "Internal error"),
            Self::NotImplemented => (Status::NOT_IMPLEMENTED, "not-implemented", "Not implemented"),
            Self::Unavailable => {
                (Status::SERVICE_UNAVAILABLE, "unavailable", "Service unavailable")
            }
        }
    }
}

/// A problem document, and the headers that come with it.
#[derive(Clone, Debug)]
pub struct Problem {
    code: Code,
    detail: Cow<'static, str>,
    errors: Vec<Issue>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

#[derive(Serialize)]
struct Document<'problem> {
    r#type: String,
    title: &'static str,
    status: u16,
    detail: &'problem str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'problem [Issue],
}

impl Problem {
    pub fn new(code: Code, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { code, detail: detail.into(), errors: Vec::new(), headers: Vec::new() }
    }

    pub fn malformed(detail: &'static str) -> Self {
        Self::new(Code::MalformedRequest, detail)
    }

    pub fn not_found() -> Self {
        Self::new(Code::NotFound, "There is no such record or path.")
    }

    /// The same whatever is missing or wrong.
    pub fn unauthenticated(detail: &'static str) -> Self {
        Self::new(Code::Unauthenticated, detail)
            .header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"))
    }

    pub fn invalid_parameter(name: &str, message: impl Into<Cow<'static, str>>) -> Self {
        let message = message.into();
        let shown: String = name.chars().take(100).collect();
        Self::new(Code::InvalidParameter, format!("The parameter {shown} {message}."))
            .errors(vec![Issue::parameter(name, message)])
    }

    pub fn validation_failed(errors: Vec<Issue>) -> Self {
        Self::new(Code::ValidationFailed, "The body is not valid: see errors.").errors(errors)
    }

    pub fn too_many_requests(detail: impl Into<Cow<'static, str>>, wait: u64) -> Self {
        Self::new(Code::TooManyRequests, detail)
            .header(axum::http::header::RETRY_AFTER, HeaderValue::from(wait))
    }

    pub fn unavailable(detail: &'static str) -> Self {
        Self::new(Code::Unavailable, detail)
            .header(axum::http::header::RETRY_AFTER, HeaderValue::from_static("1"))
    }

    pub fn errors(mut self, errors: Vec<Issue>) -> Self {
        self.errors = errors;
        self
    }

    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    pub fn status(&self) -> StatusCode {
        self.code.parts().0
    }

    /// The document as JSON.
    pub fn document(&self) -> String {
        let (status, code, title) = self.code.parts();
        let document = Document {
            r#type: format!("urn:problem:{code}"),
            title,
            status: status.as_u16(),
            detail: &self.detail,
            errors: &self.errors,
        };
        // Strings and numbers can always be written as JSON.
        serde_json::to_string(&document).unwrap_or_default()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status(), self.document()).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        // A body that was not read to its end would be taken for the next request.
        if self.code == Code::TooLarge {
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        headers.extend(self.headers);
        response
    }
}

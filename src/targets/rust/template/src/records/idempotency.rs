//! Answers to requests with an `Idempotency-Key`.

use axum::extract::FromRequestParts;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::write::Write;
use crate::database::Statement;
use crate::http::{Code, Failure, Problem};

const HEADER: &str = "idempotency-key";
const REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
const KEPT: TimeDelta = TimeDelta::hours(24);

/// The key of a request, if it has one. Fails with 400.
pub struct IdempotencyKey(pub Option<String>);

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let mut keys = parts.headers.get_all(HEADER).iter();
        let Some(key) = keys.next() else { return Ok(Self(None)) };
        let right = keys.next().is_none()
            && (1..=255).contains(&key.len())
            && key.as_bytes().iter().all(u8::is_ascii_graphic);
        match key.to_str() {
            Ok(text) if right => Ok(Self(Some(text.to_owned()))),
            _ => {
                let message = "must be 1 to 255 visible ASCII characters";
                Err(Problem::invalid_parameter("Idempotency-Key", message).into())
            }
        }
    }
}

/// An answer to a request that makes a record, as it is kept.
#[derive(Serialize, Deserialize)]
pub struct Reply {
    pub status: u16,
    pub location: Option<String>,
    pub etag: Option<String>,
    pub content_type: String,
    pub body: String,
    #[serde(skip)]
    pub replayed: bool,
}

impl Reply {
    /// A refusal is an answer too.
    fn refused(problem: &Problem) -> Self {
        Self {
            status: problem.status().as_u16(),
            location: None,
            etag: None,
            content_type: "application/problem+json".to_owned(),
            body: problem.document(),
            replayed: false,
        }
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, self.body).into_response();
        let given = [
            (CACHE_CONTROL, self.etag.is_some().then(|| "private, no-cache".to_owned())),
            (CONTENT_TYPE, Some(self.content_type)),
            (LOCATION, self.location),
            (ETAG, self.etag),
            (REPLAYED, self.replayed.then(|| "true".to_owned())),
        ];
        for (name, value) in given {
            if let Some(value) = value.and_then(|value| HeaderValue::try_from(value).ok()) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// A request that is to be answered once.
pub struct Once<'request> {
    pub key: &'request str,
    pub path: &'request str,
    pub body: &'request Json,
}

impl Once<'_> {
    fn scope(&self, write: &Write) -> String {
        format!("{} {} {}", write.caller.tenant_id, write.caller.account_id, self.path)
    }

    fn fingerprint(&self) -> String {
        let hash = Sha256::digest(self.body.to_string());
        hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Takes the key in the transaction of the work, so that of two at once the second waits; gives
    /// what the first one was answered if somebody has taken it before.
    pub async fn take(&self, write: &mut Write) -> Result<Option<Reply>, Failure> {
        let (scope, fingerprint) = (self.scope(write), self.fingerprint());
        let expired = write.now.before(KEPT);
        let forget = Statement::new(
            "delete from _idempotency where scope = $1 and key = $2 and created_at < $3",
        );
        write.session.run(&forget.text(&scope).text(self.key).time(expired)).await?;
        let take = Statement::new(
            "insert into _idempotency (scope, key, fingerprint, created_at) values ($1, $2, $3, $4) \
             on conflict do nothing",
        );
        let take = take.text(&scope).text(self.key).text(&fingerprint).time(write.now);
        if write.session.run(&take).await? == 1 {
            return Ok(None);
        }
        let read = Statement::new(
            "select fingerprint, answer from _idempotency where scope = $1 and key = $2",
        );
        let Some(row) = write.session.first(&read.text(&scope).text(self.key)).await? else {
            return Err(Problem::unavailable("The first request is still under way.").into());
        };
        if row.text(0)? != fingerprint {
            let detail = "This key came with another body before.";
            return Err(Problem::new(Code::IdempotencyMismatch, detail).into());
        }
        let reply: Reply = serde_json::from_str(&row.text(1)?)
            .map_err(|_| Failure::Internal("a kept answer is not readable"))?;
        Ok(Some(Reply { replayed: true, ..reply }))
    }

    /// Keeps an answer, or a refusal: what was written before it is undone, the key is kept.
    pub async fn keep(
        &self,
        write: &mut Write,
        done: Result<Reply, Failure>,
    ) -> Result<Reply, Failure> {
        let reply = match done {
            Ok(reply) => reply,
            Err(Failure::Problem(problem)) if !problem.status().is_server_error() => {
                write.session.command("rollback to savepoint work").await?;
                Reply::refused(&problem)
            }
            Err(failure) => return Err(failure),
        };
        let answer = serde_json::to_string(&reply)
            .map_err(|_| Failure::Internal("an answer can't be kept"))?;
        let keep =
            Statement::new("update _idempotency set answer = $1 where scope = $2 and key = $3");
        write.session.run(&keep.text(answer).text(self.scope(write)).text(self.key)).await?;
        Ok(reply)
    }
}

//! Registering is all that the bench needs of accounts; every other request looks its caller up.

use std::sync::Arc;

use argon2::{Argon2, PasswordHasher};
use axum::body::Bytes;
use axum::extract::{FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{SecondsFormat, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use sqlx::Row;

use crate::App;
use crate::answer::{Answer, Problem, invalid, json};
use crate::database::{id, now};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Credentials {
    email: String,
    password: String,
}

pub async fn register(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let Credentials { email, password } =
        serde_json::from_slice(&body).map_err(|_| invalid("This is no account"))?;
    if !email.contains('@') || !(8..=128).contains(&password.chars().count()) {
        return Err(invalid("The e-mail or the password is not valid"));
    }
    let hash = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    });
    let hash = hash.await.ok().and_then(Result::ok).ok_or(invalid("It can't be hashed"))?;
    let (account, session) = (id(), id());
    let expires = Utc::now() + TimeDelta::hours(12);
    let mut write = app.database.write().await?;
    sqlx::query(
        "insert into _account (id, tenant_id, email, password_hash, roles, created_at) values (?, ?, ?, ?, ?, ?)",
    )
    .bind(&account)
    .bind(id())
    .bind(email)
    .bind(hash)
    .bind("[\"owner\"]")
    .bind(now())
    .execute(&mut *write)
    .await?;
    sqlx::query("insert into _session (id, account_id, expires_at) values (?, ?, ?)")
        .bind(&session)
        .bind(&account)
        .bind(expires.to_rfc3339_opts(SecondsFormat::Millis, true))
        .execute(&mut *write)
        .await?;
    write.commit().await?;
    let claims = Claims { sid: session, sub: account.clone(), exp: expires.timestamp() };
    let token = app.tokens.sign(&claims);
    let body = serde_json::json!({ "account": { "id": account }, "token": token });
    Ok(json(StatusCode::CREATED, &body))
}

/// Who sends a request.
pub struct Caller {
    pub account: String,
    pub tenant: String,
}

impl FromRequestParts<Arc<App>> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Problem> {
        let stranger = || Problem(StatusCode::UNAUTHORIZED, "Log in first");
        let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = header.and_then(|value| value.strip_prefix("Bearer ")).ok_or_else(stranger)?;
        let session = app.tokens.session(token).ok_or_else(stranger)?;
        let row = sqlx::query(
            "select a.id, a.tenant_id from _session s join _account a on a.id = s.account_id
             where s.id = ? and s.expires_at > ?",
        )
        .bind(session)
        .bind(now())
        .fetch_optional(&app.database.readers)
        .await?;
        let row = row.ok_or_else(stranger)?;
        Ok(Self { account: row.try_get(0)?, tenant: row.try_get(1)? })
    }
}

#[derive(Serialize, Deserialize)]
struct Claims {
    sid: String,
    sub: String,
    exp: i64,
}

/// JWTs by HS256.
pub struct Tokens(Hmac<Sha256>);

const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

impl Tokens {
    pub fn new() -> Self {
        let mut key = [0; 32];
        getrandom::fill(&mut key).expect("there is a source of random numbers");
        Self(Hmac::new_from_slice(&key).expect("a key of any length"))
    }

    fn sign(&self, claims: &Claims) -> String {
        let claims = serde_json::to_string(claims).expect("claims are JSON");
        let [header, claims] = [HEADER, &claims].map(|part| BASE64_URL_SAFE_NO_PAD.encode(part));
        let signed = format!("{header}.{claims}");
        let mac = self.0.clone().chain_update(signed.as_bytes()).finalize().into_bytes();
        format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(mac))
    }

    fn session(&self, token: &str) -> Option<String> {
        let (signed, mac) = token.rsplit_once('.')?;
        let mac = BASE64_URL_SAFE_NO_PAD.decode(mac).ok()?;
        self.0.clone().chain_update(signed.as_bytes()).verify_slice(&mac).ok()?;
        let claims = BASE64_URL_SAFE_NO_PAD.decode(signed.split_once('.')?.1).ok()?;
        let claims: Claims = serde_json::from_slice(&claims).ok()?;
        (claims.exp > Utc::now().timestamp()).then_some(claims.sid)
    }
}

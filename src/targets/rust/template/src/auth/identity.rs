//! Finds out who sends a request: by its bearer token, else by its cookie.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use super::accounts::caller_in;
use super::cookie::{cookie_token, require_own_origin};
use super::passwords::Passwords;
use super::tokens::Tokens;
use crate::caller::Caller;
use crate::config::Config;
use crate::database::{Database, stored_secret};
use crate::http::{Failure, Problem};
use crate::surroundings::Surroundings;

/// Callers log in.
pub struct Identity {
    pub tokens: Tokens,
    pub passwords: Passwords,
}

impl Identity {
    pub async fn new(database: &Database, config: &Config) -> Result<Self, Failure> {
        let secret = match &config.jwt_secret {
            Some(secret) => secret.clone(),
            None => stored_secret(database, "jwt-secret").await?,
        };
        Ok(Self { tokens: Tokens::new(&secret), passwords: Passwords::new()? })
    }

    pub fn is_public(&self) -> bool {
        false
    }

    /// Fails with 401.
    pub async fn authenticate(
        &self,
        parts: &Parts,
        around: &Surroundings,
    ) -> Result<Caller, Failure> {
        let strange = || Problem::unauthenticated("Log in first.");
        let bearer = bearer_token(&parts.headers);
        let token = bearer.or_else(|| cookie_token(&parts.headers)).ok_or_else(strange)?;
        let session = self.tokens.session(token).ok_or_else(strange)?;
        let caller = caller_in(&mut around.database.read().await?, session).await?;
        let caller = caller.ok_or_else(strange)?;
        if bearer.is_none() {
            require_own_origin(parts, &around.config)?;
        }
        Ok(caller)
    }
}

/// Any other scheme is no token of ours, and no reason to fall back on the cookie.
fn bearer_token(headers: &HeaderMap) -> Option<&str> {
    let text = headers.get(AUTHORIZATION)?.to_str().unwrap_or_default();
    let (scheme, token) = text.split_once(' ').unwrap_or_default();
    Some(if scheme.eq_ignore_ascii_case("bearer") { token.trim() } else { "" })
}

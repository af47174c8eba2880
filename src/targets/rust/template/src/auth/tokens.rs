//! Session tokens: JWTs by HS256 that carry the id of a session.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::hmac_provider::PROVIDER;
use crate::clock::Moment;
use crate::http::Failure;

pub const SESSION_SECONDS: i64 = 12 * 3600;
const MOST_KNOWN: usize = 10_000;

#[derive(Serialize, Deserialize)]
struct Claims {
    sid: Uuid,
    sub: Uuid,
    iat: i64,
    exp: i64,
}

/// Tokens that were found valid before need no second look at their signature.
pub struct Tokens {
    signing: EncodingKey,
    verifying: DecodingKey,
    validation: Validation,
    known: Mutex<HashMap<String, (Uuid, i64)>>,
}

impl Tokens {
    pub fn new(secret: &str) -> Self {
        // Whoever was first has installed the same.
        let _ = PROVIDER.install_default();
        let mut validation = Validation::new(Algorithm::HS256);
        // Whether it has expired is asked each time.
        validation.validate_exp = false;
        Self {
            signing: EncodingKey::from_secret(secret.as_bytes()),
            verifying: DecodingKey::from_secret(secret.as_bytes()),
            validation,
            known: Mutex::default(),
        }
    }

    pub fn sign(&self, session: Uuid, account: Uuid) -> Result<String, Failure> {
        let now = Moment::now().utc().timestamp();
        let claims = Claims { sid: session, sub: account, iat: now, exp: now + SESSION_SECONDS };
        encode(&Header::new(Algorithm::HS256), &claims, &self.signing)
            .map_err(|_| Failure::Internal("a token can't be signed"))
    }

    /// The session of a token, or none if it is not one of ours or has expired.
    pub fn session(&self, token: &str) -> Option<Uuid> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (session, expires) = match known.get(token) {
            Some(found) => *found,
            None => {
                let claims: Claims = decode(token, &self.verifying, &self.validation).ok()?.claims;
                if known.len() >= MOST_KNOWN {
                    known.clear();
                }
                known.insert(token.to_owned(), (claims.sid, claims.exp));
                (claims.sid, claims.exp)
            }
        };
        (expires > Moment::now().utc().timestamp()).then_some(session)
    }
}

//! Hashes of passwords.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};

use crate::http::Failure;

/// Hashes and verifies passwords: argon2id, with the least memory and time that OWASP recommends
/// (19 MiB, 2 passes), which are the defaults of the library.
#[derive(Clone)]
pub struct Passwords {
    /// The hash of a password that nobody has.
    nobody: String,
}

impl Passwords {
    pub fn new() -> Result<Self, Failure> {
        // The first log-in must not take longer because the hash to compare with is made then.
        Ok(Self { nobody: hashed(&uuid::Uuid::now_v7().to_string())? })
    }

    pub async fn hash(&self, password: String) -> Result<String, Failure> {
        tokio::task::spawn_blocking(move || hashed(&password)).await.map_err(|_| FAILED)?
    }

    /// Checks a password; without a hash, takes as long and says no.
    pub async fn verify(&self, hash: Option<String>, password: String) -> Result<bool, Failure> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.clone());
        let verify = move || {
            let parsed = PasswordHash::new(&hash);
            parsed.is_ok_and(|parsed| {
                Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok()
            })
        };
        let right = tokio::task::spawn_blocking(verify).await.map_err(|_| FAILED)?;
        Ok(known && right)
    }
}

const FAILED: Failure = Failure::Internal("a password can't be hashed");

fn hashed(password: &str) -> Result<String, Failure> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|_| FAILED)
}

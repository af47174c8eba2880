//! Hashes of passwords.

use std::sync::Arc;
use std::thread::available_parallelism;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, Params, PasswordHasher, PasswordVerifier};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use tokio::sync::Semaphore;

use crate::http::Failure;

/// Hashes and verifies passwords: argon2id, with the least memory and time that OWASP recommends
/// (19 MiB, 2 passes), which are the defaults of the library.
#[derive(Clone)]
pub struct Passwords {
    /// The hash of a password that nobody has.
    nobody: String,
    turns: Arc<Semaphore>,
}

impl Passwords {
    /// Fails if there are no random numbers to be had.
    pub fn new() -> Result<Self, Failure> {
        let (mut salt, mut hash) = ([0; 16], [0; Params::DEFAULT_OUTPUT_LEN]);
        getrandom::fill(&mut salt).and_then(|()| getrandom::fill(&mut hash)).map_err(|_| FAILED)?;
        // Random bytes take as long to compare with as a real hash would.
        let nobody = format!(
            "$argon2id$v=19$m={},t={},p={}${}${}",
            Params::DEFAULT_M_COST,
            Params::DEFAULT_T_COST,
            Params::DEFAULT_P_COST,
            STANDARD_NO_PAD.encode(salt),
            STANDARD_NO_PAD.encode(hash)
        );
        let at_once = available_parallelism().map_or(1, usize::from);
        Ok(Self { nobody, turns: Arc::new(Semaphore::new(at_once)) })
    }

    pub async fn hash(&self, password: String) -> Result<String, Failure> {
        self.in_turn(move || hashed(&password)).await?
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
        Ok(self.in_turn(verify).await? && known)
    }

    /// A hash takes a processor, and memory: more of them at once than there are processors would only
    /// take more memory.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| FAILED)?;
        // The turn ends with the work, also where the caller has gone.
        let work = move || {
            let done = work();
            drop(turn);
            done
        };
        tokio::task::spawn_blocking(work).await.map_err(|_| FAILED)
    }
}

const FAILED: Failure = Failure::Internal("a password can't be hashed");

fn hashed(password: &str) -> Result<String, Failure> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|_| FAILED)
}

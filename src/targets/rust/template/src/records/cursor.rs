//! Cursors: where a page ended.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value as Json;
use sha2::Sha256;

use crate::http::{Failure, Problem};

const LENGTH: usize = 16;

/// Makes and reads cursors. They are signed: no position comes back but those that were given.
pub struct Cursors(Hmac<Sha256>);

impl Cursors {
    pub fn new(secret: &str) -> Result<Self, Failure> {
        let key = Hmac::new_from_slice(secret.as_bytes());
        key.map(Self).map_err(|_| Failure::Internal("a secret is no key"))
    }

    /// An opaque position, tied to `purpose` (its list, sort and filters).
    pub fn encode(&self, position: &[Option<String>], purpose: &str) -> String {
        let text = position.iter().cloned().collect::<Json>().to_string().into_bytes();
        let signature = self.signing(&text, purpose).finalize().into_bytes();
        let signed: Vec<u8> = signature.into_iter().take(LENGTH).chain(text).collect();
        URL_SAFE_NO_PAD.encode(signed)
    }

    /// Fails with 400 if the cursor is damaged or belongs to another list.
    pub fn decode(&self, cursor: &str, purpose: &str) -> Result<Vec<Option<String>>, Problem> {
        let position = || {
            let decoded = URL_SAFE_NO_PAD.decode(cursor).ok()?;
            let (signature, text) = decoded.split_at_checked(LENGTH)?;
            self.signing(text, purpose).verify_truncated_left(signature).ok()?;
            serde_json::from_slice(text).ok()
        };
        position().ok_or_else(|| Problem::invalid_parameter("cursor", "is not one of this list"))
    }

    fn signing(&self, text: &[u8], purpose: &str) -> Hmac<Sha256> {
        self.0.clone().chain_update(purpose).chain_update(b"\n").chain_update(text)
    }
}

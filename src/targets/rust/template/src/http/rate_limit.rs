//! Counts the requests of each client in the minute that runs.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::problem::Problem;

const MINUTE: Duration = Duration::from_secs(60);

/// A client is an account, else an address.
pub struct RateLimit {
    per_minute: u32,
    minute: Mutex<Minute>,
}

struct Minute {
    ends: Instant,
    counts: HashMap<String, u32>,
}

impl RateLimit {
    pub fn new(per_minute: u32) -> Self {
        let minute = Minute { ends: Instant::now(), counts: HashMap::new() };
        Self { per_minute, minute: Mutex::new(minute) }
    }

    /// Fails with 429 if the client has used up its share.
    pub fn count(&self, client: &str) -> Result<(), Problem> {
        let now = Instant::now();
        // A count is right whatever happened to the thread that counted before.
        let mut minute = self.minute.lock().unwrap_or_else(PoisonError::into_inner);
        if now >= minute.ends {
            *minute = Minute { ends: now + MINUTE, counts: HashMap::new() };
        }
        let left = minute.ends - now;
        let count = match minute.counts.get_mut(client) {
            Some(count) => count,
            None => minute.counts.entry(client.to_owned()).or_insert(0),
        };
        *count = count.saturating_add(1);
        if *count <= self.per_minute {
            return Ok(());
        }
        let detail = format!("At most {} requests a minute.", self.per_minute);
        Err(Problem::too_many_requests(detail, left.as_secs() + 1))
    }
}

//! What the service works with; one for each application.

use std::future::Future;

use crate::auth::Identity;
use crate::config::Config;
use crate::database::Database;
use crate::http::{Failure, RateLimit};
use crate::records::{Cursors, Registry};

pub struct Surroundings {
    pub config: Config,
    pub database: Database,
    pub registry: Registry,
    pub rate_limit: RateLimit,
    pub identity: Identity,
    pub cursors: Cursors,
}

const ATTEMPTS: u32 = 10;

/// Does what writes; again, if the database asks for that.
pub async fn retrying<T, F>(work: impl Fn() -> F) -> Result<T, Failure>
where
    F: Future<Output = Result<T, Failure>>,
{
    for attempt in 1..ATTEMPTS {
        match work().await {
            Err(failure) if failure.is_retryable() => {
                // Who fell over each other should not do so again.
                let spread =
                    u64::from(uuid::Uuid::now_v7().as_bytes().last().copied().unwrap_or(0));
                let longest = 5_u64 << attempt;
                tokio::time::sleep(std::time::Duration::from_millis(longest * spread / 255)).await;
            }
            done => return done,
        }
    }
    work().await
}

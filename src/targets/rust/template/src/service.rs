//! What distinguishes this service from any other.

pub const NAME: &str = "service";
/// The source of its events.
pub const SOURCE: &str = "/service";
/// How many records a page has if the caller does not say.
pub const PAGE_SIZE: usize = 20;
pub const RATE_LIMIT_PER_MINUTE: u32 = 60_000;
/// The roles that members can have.
pub const ROLES: &[&str] = &[];

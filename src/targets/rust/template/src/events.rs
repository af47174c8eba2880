//! The outbox, its feed and its delivery.

mod outbox;
mod routes;
mod sink;

pub use outbox::append;
pub use routes::router;
pub use sink::deliver;

//! SQLite or PostgreSQL, behind one interface.
//!
//! Statements are written once: both databases take `$1` as a parameter. What they keep differently
//! (exact decimals, times, ids) is dealt with where values go in and come out.

mod conflict;
mod connect;
mod migrations;
mod postgres;
mod row;
mod secret;
mod session;
mod sqlite;
mod statement;
mod value;

pub use conflict::Conflict;
pub use connect::Database;
pub use row::Row;
pub use secret::stored_secret;
pub use session::Session;
pub use statement::{Statement, quoted};
pub use value::{Column, Decimal, Value};

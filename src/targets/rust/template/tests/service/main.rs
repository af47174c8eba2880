//! The service in the process of the tests. Each test has a database of its own.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that can't go on fails"
)]

mod contract;
mod operation;
mod records;
mod resources;
mod support;

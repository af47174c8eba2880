//! What tests are written with: callers, samples of records, and judgements of answers.
#![allow(dead_code, reason = "not every service has lifecycles and roles")]

mod answer;
mod caller;
mod database;
mod samples;
mod tables;

pub use caller::{Caller, PASSWORD, path_of};
pub use database::{service, with_owner};
pub use samples::{Sample, is_public, samples};

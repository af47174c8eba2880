//! How requests come in and answers go out.

mod address;
mod body;
mod cors;
mod failure;
mod frame;
mod issue;
mod json;
mod json_reader;
mod negotiation;
mod normalize;
mod paths;
mod problem;
mod query;
mod rate_limit;

pub use address::{Client, believe_proxies};
pub use body::{JsonBody, NoQuery, RecordId, read_bytes, require_plain_utf8};
pub use cors::{add_cors, preflight};
pub use failure::{Failure, is_unavailable};
pub use frame::{Frame, RouteName, answer_panic, frame, header};
pub use issue::{Issue, MOST_ISSUES, pointer};
pub use json::{json_response, json_text};
pub use json_reader::read_json;
pub use negotiation::require_json_accepted;
pub use normalize::normalize;
pub use paths::Paths;
pub use problem::{Code, Problem};
pub use query::{Query, QueryParameters, decoded};
pub use rate_limit::RateLimit;

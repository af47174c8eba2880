//! Serves a contract that was given: requests and answers are checked against it, to the letter.

mod answers;
mod coerce;
mod described;
mod faults;
mod kept;
mod kept_records;
mod media_types;
mod multipart;
mod normal_schema;
mod operation;
mod pairs;
mod parameters;
mod part;
mod request_body;
mod router;
mod routes;
mod schemas;
mod security;
mod serialised;

pub use kept::{Collection, Keeping, KeyFrom, Source, Supplied};
pub use operation::{
    Answer, AnswerBody, ApiOperation, ApiRequest, FormFile, Perform, RequestBody, handled,
    not_written,
};
pub use routes::Api;
pub use security::{Credential, Credentials};

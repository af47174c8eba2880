//! Where a request belongs in a distributed trace (W3C Trace Context).

use axum::http::HeaderMap;
use uuid::Uuid;

/// The trace, and the span of the caller, if it sent one.
#[derive(Clone, Debug)]
pub struct Trace {
    pub trace_id: String,
    pub parent_id: Option<String>,
    pub sampled: bool,
}

impl Trace {
    /// Goes on with the trace of a `traceparent` header, or begins one.
    pub fn of(headers: &HeaderMap) -> Self {
        let mut given = headers.get_all("traceparent").iter();
        let only = given.next().filter(|_| given.next().is_none());
        only.and_then(|value| value.to_str().ok()).and_then(parse).unwrap_or_else(|| Self {
            trace_id: Uuid::now_v7().simple().to_string(),
            parent_id: None,
            sampled: true,
        })
    }
}

fn parse(text: &str) -> Option<Trace> {
    let mut parts = text.split('-');
    let (version, trace, parent, flags) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let right = version == "00" && is_id(trace, 32) && is_id(parent, 16) && flags.len() == 2;
    let flags = u8::from_str_radix(flags, 16).ok()?;
    (right && parts.next().is_none()).then(|| Trace {
        trace_id: trace.to_owned(),
        parent_id: Some(parent.to_owned()),
        sampled: flags & 1 == 1,
    })
}

/// So many hexadecimal digits, not all of them zero.
fn is_id(text: &str, length: usize) -> bool {
    let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == length && text.bytes().all(hex) && text.bytes().any(|byte| byte != b'0')
}

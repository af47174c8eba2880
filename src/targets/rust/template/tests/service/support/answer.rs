//! Answers, and what is expected of them.

use axum::http::HeaderMap;
use serde_json::{Value as Json, json};

/// An answer that was read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.text).unwrap_or(Json::Null)
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    #[track_caller]
    pub fn fails(self, status: u16, code: &str) -> Self {
        let answer = self.is(status);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.json()["type"], format!("urn:problem:{code}"));
        answer
    }

    /// Refused because of a part of the body.
    #[track_caller]
    pub fn refuses_part(self, pointer: &str, code: &str) -> Self {
        let answer = self.fails(422, "validation-failed");
        let found = answer.errors().any(|one| one["pointer"] == pointer && one["code"] == code);
        assert!(found, "{pointer} {code}: {}", answer.text);
        answer
    }

    /// Refused because of a rule.
    #[track_caller]
    pub fn breaks(self, status: u16, rule: &str) -> Self {
        let answer = self.is(status);
        assert!(answer.errors().any(|one| one["rule"] == rule), "{rule}: {}", answer.text);
        answer
    }

    fn errors(&self) -> impl Iterator<Item = Json> {
        let errors = self.json().get("errors").cloned().unwrap_or(json!([]));
        errors.as_array().cloned().unwrap_or_default().into_iter()
    }
}

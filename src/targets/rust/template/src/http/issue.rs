//! What is wrong with a part of a request.

use std::borrow::Cow;

use serde::Serialize;

/// More are not told.
pub const MOST_ISSUES: usize = 50;
const LONGEST_NAME: usize = 100;

/// An entry of `errors[]` of a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// A JSON pointer into the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// Or the name of a parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    pub code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
    pub message: Cow<'static, str>,
}

impl Issue {
    /// An issue with the part of the body that `pointer` names.
    pub fn new(pointer: String, code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { pointer: Some(pointer), parameter: None, code, rule: None, message: message.into() }
    }

    pub fn parameter(name: &str, message: impl Into<Cow<'static, str>>) -> Self {
        let parameter = Some(name.chars().take(LONGEST_NAME).collect());
        Self { pointer: None, parameter, code: "invalid", rule: None, message: message.into() }
    }

    pub fn rule(
        pointer: String,
        rule: &'static str,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { rule: Some(rule), ..Self::new(pointer, "rule", message) }
    }
}

/// A property name as a segment of a JSON pointer.
pub fn pointer(name: &str) -> String {
    let name: String = name.chars().take(LONGEST_NAME).collect();
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

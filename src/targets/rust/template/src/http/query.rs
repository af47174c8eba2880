//! Reads the queries of requests.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use percent_encoding::percent_decode_str;

use super::failure::Failure;
use super::problem::Problem;

const MOST: usize = 100;

/// The parameters, each of which occurs once.
#[derive(Clone, Debug, Default)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Fails with 400.
    pub fn read(text: &str) -> Result<Self, Problem> {
        if text.split('&').count() > MOST {
            return Err(Problem::malformed("The query has too many parameters."));
        }
        let mut parameters: Vec<(String, String)> = Vec::new();
        for part in text.split('&').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let (name, value) = (decoded(name)?, decoded(value)?);
            if parameters.iter().any(|(known, _)| *known == name) {
                return Err(Problem::invalid_parameter(&name, "is repeated"));
            }
            if value.contains('\0') {
                return Err(Problem::invalid_parameter(&name, "holds U+0000"));
            }
            parameters.push((name, value));
        }
        Ok(Self(parameters))
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Fails with 400 if there is any other parameter.
    pub fn only(&self, known: &[&str]) -> Result<(), Problem> {
        match self.iter().find(|(name, _)| !known.contains(name)) {
            Some((name, _)) => Err(Problem::invalid_parameter(name, "is not known")),
            None => Ok(()),
        }
    }

    /// `limit`, 1 to 100. Fails with 400.
    pub fn limit(&self, default: usize) -> Result<usize, Problem> {
        let Some(text) = self.get("limit") else { return Ok(default) };
        let digits =
            (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse()
            .ok()
            .filter(|limit| digits && (1..=100).contains(limit))
            .ok_or_else(|| Problem::invalid_parameter("limit", "must be from 1 to 100"))
    }
}

/// The query of a list.
pub struct QueryParameters(pub Query);

impl<S: Sync> FromRequestParts<S> for QueryParameters {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        Ok(Self(Query::read(parts.uri.query().unwrap_or_default())?))
    }
}

/// Text that is form-encoded. Fails with 400.
pub fn decoded(text: &str) -> Result<String, Problem> {
    let malformed = || Problem::malformed("The query is not valid percent-encoded UTF-8.");
    // A percent sign that no two digits follow would be left as it is.
    let escapes = text.split('%').skip(1);
    let broken = escapes.into_iter().any(|rest| {
        let digits = rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count();
        digits < 2
    });
    if broken {
        return Err(malformed());
    }
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().map(Into::into).map_err(|_| malformed())
}

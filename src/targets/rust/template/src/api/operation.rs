//! Operations of the contract, and what the code of one gets and gives.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use axum::body::Bytes;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use crate::http::{Code, Failure, Problem};
use crate::surroundings::Surroundings;

/// What a handler gets: the parts of a request that the contract describes, checked against it.
pub struct ApiRequest {
    pub path: Map<String, Json>,
    pub query: Map<String, Json>,
    pub headers: Map<String, Json>,
    pub cookies: Map<String, Json>,
    pub body: RequestBody,
    /// Who sends it, as `src/handlers/authenticate.rs` says; null where nobody has to log in.
    pub caller: Json,
    /// What the service works with; its database, above all.
    pub around: Arc<Surroundings>,
    /// The request as it came.
    pub parts: Parts,
}

/// The body of a request, by its media type.
#[derive(Clone, Debug)]
pub enum RequestBody {
    None,
    Json(Json),
    Text(String),
    Bytes(Bytes),
    /// The fields of a form, and its files.
    Form {
        values: Map<String, Json>,
        files: Vec<FormFile>,
    },
}

/// A file of a form.
#[derive(Clone, Debug)]
pub struct FormFile {
    /// The field.
    pub name: String,
    pub file_name: String,
    pub content_type: Option<String>,
    pub bytes: Bytes,
}

impl ApiRequest {
    /// The parameters of the path as a type of their own.
    pub fn path<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        read(&self.path)
    }

    /// The parameters of the query as a type of their own.
    pub fn query<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        read(&self.query)
    }

    /// A body of JSON, or the fields of a form, as a type of its own.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        match &self.body {
            RequestBody::Json(value) => T::deserialize(value).map_err(|_| Failure::from(unfit())),
            RequestBody::Form { values, .. } => read(values),
            _ => Err(unfit().into()),
        }
    }
}

fn read<T: DeserializeOwned>(values: &Map<String, Json>) -> Result<T, Failure> {
    T::deserialize(values).map_err(|_| unfit().into())
}

/// A schema may admit what a type can't hold.
fn unfit() -> Problem {
    let issue = crate::http::Issue::new(String::new(), "invalid", "can't be read");
    Problem::validation_failed(vec![issue])
}

/// What a handler answers; it is checked against the contract before it is sent.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Where the contract knows several: which media type the body is.
    pub media_type: Option<&'static str>,
    pub headers: Vec<(HeaderName, HeaderValue)>,
    pub body: AnswerBody,
}

#[derive(Debug)]
pub enum AnswerBody {
    None,
    Json(Json),
    Text(String),
    Bytes(Vec<u8>),
}

impl Answer {
    /// An answer without a body.
    pub fn new(status: u16) -> Self {
        Self { status, media_type: None, headers: Vec::new(), body: AnswerBody::None }
    }

    /// An answer whose body is a value as JSON.
    pub fn json(status: u16, value: impl Serialize) -> Result<Self, Failure> {
        let value = serde_json::to_value(value)
            .map_err(|_| Failure::Internal("an answer can't be written as JSON"))?;
        Ok(Self { body: AnswerBody::Json(value), ..Self::new(status) })
    }

    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }
}

type Performed = Pin<Box<dyn Future<Output = Result<Answer, Failure>> + Send>>;

/// The code of an operation.
pub type Perform = Box<dyn Fn(ApiRequest) -> Performed + Send + Sync>;

/// One operation of the contract, and the code that performs it.
pub struct ApiOperation {
    pub method: &'static str,
    /// As the contract writes it, such as `/pets/{petId}`.
    pub path: &'static str,
    pub perform: Perform,
}

impl ApiOperation {
    pub fn new(method: &'static str, path: &'static str, perform: Perform) -> Self {
        Self { method, path, perform }
    }
}

/// The code of a handler.
pub fn handled<F, Fut>(handler: F) -> Perform
where
    F: Fn(ApiRequest) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Answer, Failure>> + Send + 'static,
{
    Box::new(move |request| Box::pin(handler(request)))
}

/// What a handler answers until it is written: a problem 501.
pub fn not_written<T>() -> Result<T, Failure> {
    let detail = "This is described in the contract, and not written yet.";
    Err(Problem::new(Code::NotImplemented, detail).into())
}

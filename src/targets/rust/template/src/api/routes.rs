//! The operations of a contract that was given.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ACCEPT, ALLOW};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method};
use axum::response::{IntoResponse, Response};
use serde_json::Value as Json;

use super::answers::response_of;
use super::described::Described;
use super::media_types::is_accepted;
use super::operation::{ApiOperation, ApiRequest};
use super::parameters::read_parameters;
use super::part::Given;
use super::request_body::read_request_body;
use super::router::{Found, Router};
use super::schemas::Schemas;
use super::security::credentials_of;
use crate::handlers::authenticate;
use crate::http::{Client, Code, Failure, Problem, RouteName, preflight, read_bytes};
use crate::surroundings::Surroundings;

/// Checks requests and answers against the contract, to the letter.
pub struct Api {
    around: Arc<Surroundings>,
    schemas: Schemas,
    router: Router<Described>,
}

impl Api {
    /// `base` is the path below which the operations are, such as `/v1`; `unchecked` are patterns of
    /// the contract that would take too long to check.
    pub fn new(
        around: Arc<Surroundings>,
        base: &str,
        operations: Vec<ApiOperation>,
        unchecked: &'static [&'static str],
    ) -> Self {
        let schemas = Schemas::new(unchecked);
        let mut router = Router::new();
        for operation in operations {
            let method = operation.method;
            let described = Described::new(operation, base, &schemas);
            let route = described.route.clone();
            router.add(method, &route, described);
        }
        Self { around, schemas, router }
    }

    /// Answers a request; none if no path of the contract fits.
    pub async fn answer(&self, request: Request) -> Result<Response, Box<Request>> {
        let path = request.uri().path().to_owned();
        let found = self.router.find(&path);
        if found.is_empty() {
            return Err(Box::new(request));
        }
        let (parts, body) = request.into_parts();
        let own = found.get(parts.method.as_str());
        let get = || (parts.method == Method::HEAD).then(|| found.get("GET")).flatten();
        let Some(found) = own.or_else(get) else {
            return Ok(self.other_method(&parts, &found));
        };
        let route = RouteName(found.value.route.as_str().into());
        let performed = self.perform(found, parts, body).await;
        let mut response = performed.unwrap_or_else(IntoResponse::into_response);
        response.extensions_mut().insert(route);
        Ok(response)
    }

    async fn perform(
        &self,
        found: &Found<'_, Described>,
        parts: Parts,
        body: Body,
    ) -> Result<Response, Failure> {
        let described = found.value;
        let identified = self.identify(described.security, &parts).await;
        // A body that was not read would end the connection. Who asks comes before what he sends.
        let body = read_bytes(&parts.headers, body, self.around.config.body_limit_bytes).await;
        let (caller, body) = (identified?, body?);
        let accept: Vec<_> =
            parts.headers.get_all(ACCEPT).iter().filter_map(|one| one.to_str().ok()).collect();
        let accept = (!accept.is_empty()).then(|| accept.join(","));
        if !is_accepted(accept.as_deref(), &described.answer_types) {
            let detail = format!("Answers are {}.", described.answer_types.join(", "));
            return Err(Problem::new(Code::NotAcceptable, detail).into());
        }
        let schemas = &self.schemas;
        let given = read_parameters(&described.parameters, &parts, &found.parameters, schemas)?;
        let body = read_request_body(described.request_body, &parts, &body, schemas)?;
        let request = ApiRequest {
            path: given.path,
            query: given.query,
            headers: given.headers,
            cookies: given.cookies,
            body,
            caller,
            around: Arc::clone(&self.around),
            parts,
        };
        let answer = (described.perform)(request).await?;
        response_of(described, answer, schemas)
    }

    /// Finds out who sends a request, and whether it has sent too many.
    async fn identify(&self, security: Given, parts: &Parts) -> Result<Json, Failure> {
        let client = parts.extensions.get::<Client>();
        let address = client.map(|client| client.address.to_string());
        self.around.rate_limit.count(&address.unwrap_or_default())?;
        match credentials_of(security, parts)? {
            Some(credentials) => authenticate(credentials, parts, &self.around).await,
            None => Ok(Json::Null),
        }
    }

    fn other_method(
        &self,
        parts: &Parts,
        found: &BTreeMap<&str, Found<'_, Described>>,
    ) -> Response {
        let mut methods: Vec<&str> = found.keys().copied().chain(["OPTIONS"]).collect();
        methods.sort_unstable();
        methods.dedup();
        let allow = methods.join(", ");
        let value = HeaderValue::try_from(allow.as_str()).unwrap_or(HeaderValue::from_static(""));
        if parts.method == Method::OPTIONS {
            return preflight(&self.around.config.cors_origins, &parts.headers, value);
        }
        let problem = Problem::new(Code::MethodNotAllowed, format!("This path has {allow}."));
        problem.header(ALLOW, value).into_response()
    }
}

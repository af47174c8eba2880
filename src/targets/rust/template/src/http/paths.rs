//! Knows which methods a path has: for 405, and for preflights.

use std::collections::BTreeSet;

use axum::http::HeaderValue;
use utoipa::openapi::OpenApi;

/// The paths of the service.
pub struct Paths(Vec<(String, BTreeSet<&'static str>)>);

impl Paths {
    /// The paths that handlers are annotated with.
    pub fn new(api: &OpenApi) -> Self {
        let paths = api.paths.paths.iter().map(|(path, item)| {
            let operations = [
                ("GET", &item.get),
                ("HEAD", &item.get),
                ("POST", &item.post),
                ("PUT", &item.put),
                ("PATCH", &item.patch),
                ("DELETE", &item.delete),
            ];
            let methods = operations.into_iter().filter(|(_, operation)| operation.is_some());
            (path.clone(), methods.map(|(method, _)| method).chain(["OPTIONS"]).collect())
        });
        Self(paths.collect())
    }

    /// The methods of a path, sorted; none if there is no such path.
    pub fn methods(&self, path: &str) -> Option<Methods> {
        let found: BTreeSet<_> = self
            .0
            .iter()
            .filter(|(template, _)| matches(template, path))
            .flat_map(|(_, methods)| methods.iter().copied())
            .collect();
        (!found.is_empty()).then_some(Methods(found))
    }
}

/// The methods that a path has.
pub struct Methods(BTreeSet<&'static str>);

impl Methods {
    pub fn has(&self, method: &str) -> bool {
        self.0.contains(method)
    }

    /// `DELETE, GET, HEAD`
    pub fn list(&self) -> String {
        self.0.iter().copied().collect::<Vec<_>>().join(", ")
    }

    pub fn header(&self) -> HeaderValue {
        HeaderValue::try_from(self.list()).unwrap_or(HeaderValue::from_static(""))
    }
}

fn matches(template: &str, path: &str) -> bool {
    let mut given = path.split('/');
    template.split('/').all(|part| {
        given.next().is_some_and(|segment| {
            part == segment || (part.starts_with('{') && !segment.is_empty())
        })
    }) && given.next().is_none()
}

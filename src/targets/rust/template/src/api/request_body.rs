//! The bodies of requests, as the contract describes them.

use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde_json::{Map, Value as Json};

use super::coerce::coerce;
use super::media_types::{best_match, is_json, plain};
use super::multipart::read_multipart;
use super::normal_schema::Direction;
use super::operation::{FormFile, RequestBody};
use super::pairs::pairs_of;
use super::part::{Given, Part, part_of};
use super::schemas::Schemas;
use super::serialised::RawValue;
use crate::http::{Code, Failure, Problem, header, read_json, require_plain_utf8};

/// Reads and checks a body. Fails with 400, 415 or 422.
pub fn read_request_body(
    described: Part,
    request: &Parts,
    body: &Bytes,
    schemas: &Schemas,
) -> Result<RequestBody, Failure> {
    let content = part_of(described.get("content"));
    if content.is_empty() {
        if body.is_empty() || matches!(request.method.as_str(), "GET" | "HEAD" | "DELETE") {
            return Ok(RequestBody::None);
        }
        let detail = "This operation takes no body.";
        return Err(Problem::new(Code::UnsupportedMediaType, detail).into());
    }
    let given = header(&request.headers, &CONTENT_TYPE);
    if body.is_empty() && given.is_none() {
        if described.get("required") == Some(&Json::Bool(true)) {
            return Err(Problem::malformed("The body is empty.").into());
        }
        return Ok(RequestBody::None);
    }
    let given = given.unwrap_or_default();
    let Some(kind) = best_match(given, content.keys().map(String::as_str)) else {
        let known: String = content.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        let shown: String = known.chars().take(200).collect();
        let detail = format!("The body must be of {shown}.");
        return Err(Problem::new(Code::UnsupportedMediaType, detail).into());
    };
    let schema = part_of(content.get(kind)).get("schema");
    Reader { schemas, request, body, schema }.read(given)
}

/// A body of one media type or another.
struct Reader<'request> {
    schemas: &'request Schemas,
    request: &'request Parts,
    body: &'request Bytes,
    schema: Given,
}

/// A value of a form before it has a type.
enum Field {
    Text(String),
    File(FormFile),
}

impl Reader<'_> {
    fn read(&self, given: &str) -> Result<RequestBody, Failure> {
        let kind = plain(given);
        if is_json(&kind) {
            require_plain_utf8(&self.request.headers)?;
            let value = read_json(self.body)?;
            self.check(&value)?;
            return Ok(RequestBody::Json(value));
        }
        match kind.as_str() {
            "application/x-www-form-urlencoded" => {
                require_plain_utf8(&self.request.headers)?;
                let pairs = pairs_of(self.text()?)?;
                self.form(pairs.into_iter().map(|(name, text)| (name, Field::Text(text))).collect())
            }
            "multipart/form-data" => self.form(self.parts(given)?),
            text if text.starts_with("text/") && !text.contains("xml") => {
                require_plain_utf8(&self.request.headers)?;
                let text = self.text()?.to_owned();
                let value = coerce(self.schemas, self.schema, &RawValue::One(text.clone()))?;
                self.check(&value)?;
                Ok(RequestBody::Text(text))
            }
            _ => Ok(RequestBody::Bytes(self.body.clone())),
        }
    }

    fn check(&self, value: &Json) -> Result<(), Failure> {
        let issues = self.schemas.check(self.schema, Direction::Request, value)?;
        if issues.is_empty() {
            return Ok(());
        }
        Err(Problem::validation_failed(issues).into())
    }

    fn parts(&self, given: &str) -> Result<Vec<(String, Field)>, Problem> {
        let field = |part: super::multipart::FormPart| {
            let name = part.name.clone();
            if let Some(file_name) = part.file_name {
                let (content_type, bytes) = (part.content_type, part.bytes);
                return Ok((
                    name,
                    Field::File(FormFile { name: part.name, file_name, content_type, bytes }),
                ));
            }
            let text = str::from_utf8(&part.bytes)
                .map_err(|_| Problem::malformed("The body is not valid UTF-8."))?;
            Ok((name, Field::Text(text.to_owned())))
        };
        read_multipart(given, self.body)?.into_iter().map(field).collect()
    }

    /// Fields as an object: those that are lists by their schema may be there several times. To the
    /// schema a file is a text of its length.
    fn form(&self, fields: Vec<(String, Field)>) -> Result<RequestBody, Failure> {
        let properties = self.schemas.properties_of(self.schema);
        let mut shown = Map::new();
        let mut values = Map::new();
        let mut files = Vec::new();
        for (name, field) in fields {
            if name == "__proto__" {
                return Err(Problem::malformed("The form holds __proto__.").into());
            }
            let schema = properties.get(name.as_str()).copied();
            let types = self.schemas.types_of(schema);
            let list = types.contains("array");
            if !list && shown.contains_key(&name) && !types.is_empty() {
                return Err(Problem::malformed("The form holds a name twice.").into());
            }
            let own = if list { self.schemas.items_of(schema) } else { schema };
            match field {
                Field::File(file) => {
                    add(&mut shown, &name, Json::from("x".repeat(file.bytes.len())), list);
                    files.push(file);
                }
                Field::Text(text) => {
                    let value = self.typed(own, text)?;
                    add(&mut shown, &name, value.clone(), list);
                    add(&mut values, &name, value, list);
                }
            }
        }
        self.check(&Json::Object(shown))?;
        Ok(RequestBody::Form { values, files })
    }

    fn typed(&self, schema: Given, text: String) -> Result<Json, Failure> {
        // OpenAPI: what has a structure of its own is JSON inside of a form.
        if self.schemas.types_of(schema).contains("object") {
            return Ok(read_json(text.as_bytes())?);
        }
        coerce(self.schemas, schema, &RawValue::One(text))
    }

    fn text(&self) -> Result<&str, Problem> {
        str::from_utf8(self.body).map_err(|_| Problem::malformed("The body is not valid UTF-8."))
    }
}

fn add(object: &mut Map<String, Json>, name: &str, value: Json, list: bool) {
    if !list {
        object.entry(name).or_insert(value);
        return;
    }
    if let Json::Array(items) = object.entry(name).or_insert_with(|| Json::Array(Vec::new())) {
        items.push(value);
    }
}

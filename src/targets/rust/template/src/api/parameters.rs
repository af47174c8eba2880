//! The parameters of operations: how the contract describes them, and how requests hold them.

use std::collections::HashSet;

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use serde_json::{Map, Value as Json};

use super::coerce::coerce;
use super::normal_schema::Direction;
use super::pairs::{Pairs, once, pairs_of};
use super::part::{Given, Part, part_of, text_of};
use super::schemas::Schemas;
use super::serialised::{RawValue, Shape, read_path_value, split};
use crate::http::{Failure, Problem, read_json};

/// Headers that OpenAPI leaves to other parts of a description.
const OTHERS: [&str; 3] = ["accept", "content-type", "authorization"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// A parameter of an operation, as the contract describes it.
#[derive(Clone, Debug)]
pub struct Parameter {
    pub name: &'static str,
    pub place: Place,
    pub required: bool,
    pub style: &'static str,
    pub explode: bool,
    pub schema: Given,
    /// It is JSON in a text.
    pub json: bool,
    pub shape: Shape,
}

/// The parameters of a request by place and name.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    pub path: Map<String, Json>,
    pub query: Map<String, Json>,
    pub headers: Map<String, Json>,
    pub cookies: Map<String, Json>,
}

impl Parameter {
    /// Reads the description of a parameter; none for what is none.
    pub fn describe(part: Part, schemas: &Schemas) -> Option<Self> {
        let name = part.get("name")?.as_str()?;
        let (place, usual) = match text_of(part, "in") {
            "path" => (Place::Path, "simple"),
            "query" => (Place::Query, "form"),
            "header" if OTHERS.contains(&name.to_ascii_lowercase().as_str()) => return None,
            "header" => (Place::Header, "simple"),
            "cookie" => (Place::Cookie, "form"),
            _ => return None,
        };
        let style = part.get("style").and_then(Json::as_str).unwrap_or(usual);
        let media = part_of(part.get("content")).iter().next();
        let schema = match media {
            Some((_, media)) => part_of(Some(media)).get("schema"),
            None => part.get("schema"),
        };
        let json = media.is_some_and(|(kind, _)| kind.to_ascii_lowercase().contains("json"));
        let types = schemas.types_of(schema);
        // JSON is one text, whatever it holds.
        let shape = if json {
            Shape::One
        } else if types.contains("array") {
            Shape::List
        } else if types.contains("object") {
            Shape::Object
        } else {
            Shape::One
        };
        Some(Self {
            name,
            place,
            required: place == Place::Path || part.get("required") == Some(&Json::Bool(true)),
            style,
            explode: part.get("explode").and_then(Json::as_bool).unwrap_or(style == "form"),
            schema,
            json,
            shape,
        })
    }
}

/// Reads and checks parameters. Fails with 400, and names the one to blame.
pub fn read_parameters(
    described: &[Parameter],
    request: &Parts,
    path: &[(String, String)],
    schemas: &Schemas,
) -> Result<Parameters, Failure> {
    let query = pairs_of(request.uri.query().unwrap_or_default())?;
    let mut given = Held { headers: &request.headers, path, query, taken: HashSet::new(), schemas };
    let mut values = Parameters::default();
    for parameter in described {
        let Some(raw) = given.raw_value(parameter)? else {
            if parameter.required {
                return Err(Problem::invalid_parameter(parameter.name, "is required").into());
            }
            continue;
        };
        let value = checked(parameter, &raw, schemas)?;
        let place = match parameter.place {
            Place::Path => &mut values.path,
            Place::Query => &mut values.query,
            Place::Header => &mut values.headers,
            Place::Cookie => &mut values.cookies,
        };
        place.insert(parameter.name.to_owned(), value);
    }
    // Names in the path that nobody described are text.
    for (name, text) in path {
        values.path.entry(name.as_str()).or_insert_with(|| Json::from(text.as_str()));
    }
    match given.query.iter().find(|(name, _)| !given.taken.contains(name)) {
        Some((name, _)) => Err(Problem::invalid_parameter(name, "is not known").into()),
        None => Ok(values),
    }
}

/// What a request holds, before it has types.
struct Held<'request> {
    headers: &'request HeaderMap,
    path: &'request [(String, String)],
    query: Pairs,
    /// The names of the query that some parameter has read.
    taken: HashSet<String>,
    schemas: &'request Schemas,
}

impl Held<'_> {
    fn raw_value(&mut self, parameter: &Parameter) -> Result<Option<RawValue>, Problem> {
        let Parameter { name, style, explode, shape, .. } = *parameter;
        let read = match parameter.place {
            Place::Query => return self.query_value(parameter),
            Place::Path => {
                let text = self.path.iter().find(|(known, _)| known == name);
                text.map(|(_, text)| read_path_value(name, style, explode, shape, text))
            }
            Place::Header => {
                let texts: Vec<_> = self.headers.get_all(name).iter().map(text_in).collect();
                (!texts.is_empty()).then(|| split(&texts.join(","), shape, ',', explode))
            }
            Place::Cookie => cookie(self.headers, name).map(|text| split(&text, shape, ',', false)),
        };
        read.map(|value| written(name, value)).transpose()
    }

    fn query_value(&mut self, parameter: &Parameter) -> Result<Option<RawValue>, Problem> {
        let Parameter { name, style, explode, shape, schema, .. } = *parameter;
        if shape == Shape::Object && (style == "deepObject" || (style == "form" && explode)) {
            let members = self.members(name, style, schema);
            if members.is_empty() {
                return Ok(None);
            }
            return once(members).map(RawValue::Object).map(Some);
        }
        let own = self.query.iter().filter(|(known, _)| known == name);
        let values: Vec<String> = own.map(|(_, value)| value.clone()).collect();
        let Some(first) = values.first() else { return Ok(None) };
        self.taken.insert(name.to_owned());
        if shape == Shape::List && explode {
            return Ok(Some(RawValue::List(values)));
        }
        if values.len() > 1 {
            return Err(Problem::invalid_parameter(name, "is repeated"));
        }
        let separator = match style {
            "spaceDelimited" => ' ',
            "pipeDelimited" => '|',
            _ => ',',
        };
        written(name, split(first, shape, separator, false)).map(Some)
    }

    /// The members of an object, each of which is a parameter of its own.
    fn members(&mut self, name: &str, style: &str, schema: Given) -> Pairs {
        let properties = self.schemas.properties_of(schema);
        let inner = |key: &str| {
            if style != "deepObject" {
                return properties.contains_key(key).then(|| key.to_owned());
            }
            let rest = key.strip_prefix(name)?.strip_prefix('[')?;
            rest.strip_suffix(']').map(str::to_owned)
        };
        let mut members = Pairs::new();
        for (key, value) in &self.query {
            if let Some(member) = inner(key) {
                self.taken.insert(key.clone());
                members.push((member, value.clone()));
            }
        }
        members
    }
}

fn checked(parameter: &Parameter, raw: &RawValue, schemas: &Schemas) -> Result<Json, Failure> {
    let value = match raw {
        RawValue::One(text) if parameter.json => read_json(text.as_bytes())
            .map_err(|_| Problem::invalid_parameter(parameter.name, "is not valid JSON"))?,
        raw => coerce(schemas, parameter.schema, raw)?,
    };
    let issues = schemas.check(parameter.schema, Direction::Request, &value)?;
    match issues.into_iter().next() {
        Some(issue) => Err(Problem::invalid_parameter(parameter.name, issue.message).into()),
        None => Ok(value),
    }
}

fn written(name: &str, value: Option<RawValue>) -> Result<RawValue, Problem> {
    value.ok_or_else(|| Problem::invalid_parameter(name, "is not written as the contract says"))
}

/// The value of a cookie.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(COOKIE).iter().map(text_in);
    all.flat_map(|text| text.split(';').map(str::to_owned).collect::<Vec<_>>()).find_map(|part| {
        let (known, value) = part.split_once('=')?;
        (known.trim() == name).then(|| value.trim().to_owned())
    })
}

fn text_in(value: &axum::http::HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

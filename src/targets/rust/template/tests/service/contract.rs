//! What the handlers are annotated with, and what the fields of resources say, is the contract.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json};
use service::application::Application;
use service::config::Config;
use service::operation::CONTRACT;

async fn documents() -> (Json, Json) {
    let settings = [("DATABASE_FILE".to_owned(), ":memory:".to_owned())];
    let application = Application::new(Config::read(settings).unwrap()).await.unwrap();
    let made = serde_json::to_value(application.api()).unwrap();
    (made, serde_json::from_str(CONTRACT).unwrap())
}

#[tokio::test]
async fn has_the_operations_of_the_contract() {
    let (made, contract) = documents().await;
    assert_eq!(operations(&made), operations(&contract));
}

#[tokio::test]
async fn has_the_schemas_of_the_contract() {
    let (made, contract) = documents().await;
    let resources = contract["paths"].as_object().unwrap();
    assert!(!resources.is_empty());
    let mut differences = Vec::new();
    for (name, schema) in made["components"]["schemas"].as_object().into_iter().flatten() {
        // A resource that is called like a schema of ours has the name, and ours a number.
        if contract["components"]["schemas"].get(format!("{name}2")).is_some() {
            continue;
        }
        let (own, wanted) = (shape(schema), shape(&contract["components"]["schemas"][name]));
        if own != wanted {
            differences.push(format!("{name}\n  made {own}\n  contract {wanted}"));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Method, path, parameters, body and answers of each operation.
fn operations(document: &Json) -> BTreeSet<String> {
    let paths = document["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, item)| {
        let methods = ["get", "post", "put", "patch", "delete"];
        methods.into_iter().filter_map(move |method| {
            let operation = item.get(method)?;
            Some(describe(document, method, path, operation))
        })
    });
    all.collect()
}

fn describe(document: &Json, method: &str, path: &str, operation: &Json) -> String {
    let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
    let parameters: BTreeSet<String> = parameters
        .iter()
        .map(|given| resolved(document, given))
        .map(|one| format!("{} {}", one["in"].as_str().unwrap(), one["name"].as_str().unwrap()))
        .collect();
    let below_auth = path.starts_with("/api/auth") || !path.starts_with("/api");
    let id = if below_auth { "" } else { operation["operationId"].as_str().unwrap() };
    let body = if below_auth { None } else { schema_of(&operation["requestBody"]) };
    let responses = operation["responses"].as_object().unwrap();
    let done: Vec<String> = responses
        .iter()
        .filter(|(status, _)| status.starts_with(['2', '3']))
        .map(|(status, response)| {
            let schema = if below_auth { None } else { schema_of(response) };
            format!("{status} {}", schema.unwrap_or_default())
        })
        .collect();
    format!("{method} {path} {id} {parameters:?} {body:?} {done:?}")
}

fn resolved<'document>(document: &'document Json, given: &'document Json) -> &'document Json {
    match given["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
        None => given,
    }
}

/// The name of the schema of a body.
fn schema_of(body: &Json) -> Option<String> {
    let content = body["content"].as_object()?;
    let (_, media) = content.iter().next()?;
    media["schema"]["$ref"].as_str().map(str::to_owned)
}

/// What a schema says that both documents say: examples, words and patterns are the contract's own.
fn shape(schema: &Json) -> Json {
    const SHARED: [&str; 11] = [
        "type",
        "format",
        "enum",
        "required",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "minLength",
        "maxLength",
        "additionalProperties",
    ];
    let mut shape = Map::new();
    for (name, value) in schema.as_object().into_iter().flatten() {
        let value = match (name.as_str(), value) {
            ("properties", Json::Object(properties)) => properties
                .iter()
                .map(|(name, property)| (name.clone(), self::shape(property)))
                .collect(),
            ("required" | "type", Json::Array(items)) => {
                let sorted: BTreeSet<&str> = items.iter().filter_map(Json::as_str).collect();
                sorted.into_iter().collect()
            }
            ("enum", Json::Array(items)) => {
                items.iter().filter(|item| !item.is_null()).cloned().collect()
            }
            (_, Json::Number(number)) => Json::from(number.as_f64()),
            (name, value) if SHARED.contains(&name) => value.clone(),
            _ => continue,
        };
        if SHARED.contains(&name.as_str()) || name == "properties" {
            shape.insert(name.clone(), value);
        }
    }
    Json::Object(shape)
}

//! Operations, and what the contract says of them.

use super::operation::{ApiOperation, Perform};
use super::parameters::{Parameter, Place};
use super::part::{Given, Part, document, follow, items_of, part_of, text_of};
use super::schemas::Schemas;
use super::security::schemes;
use super::serialised::Shape;

/// An operation, and what the contract says of it.
pub struct Described {
    /// Such as `GET /pets/{petId}`.
    pub name: String,
    pub parameters: Vec<Parameter>,
    pub request_body: Part,
    pub responses: Part,
    /// The media types of all answers.
    pub answer_types: Vec<&'static str>,
    pub security: Given,
    pub perform: Perform,
    /// As it is served: below the path of the first server.
    pub route: String,
}

impl Described {
    /// Looks an operation up in the contract.
    pub fn new(operation: ApiOperation, base: &str, schemas: &Schemas) -> Self {
        let item = follow(part_of(document().get("paths")).get(operation.path));
        let part = follow(item.get(&operation.method.to_ascii_lowercase()));
        let security = part.get("security").or_else(|| document().get("security"));
        let mut parameters = parameters_of(item, part, schemas);
        parameters.extend(keys_in_query(security));
        let responses = part_of(part.get("responses"));
        let mut answer_types = Vec::new();
        for response in responses.values() {
            for kind in part_of(follow(Some(response)).get("content")).keys() {
                if !answer_types.contains(&kind.as_str()) {
                    answer_types.push(kind.as_str());
                }
            }
        }
        Self {
            name: format!("{} {}", operation.method, operation.path),
            parameters,
            request_body: follow(part.get("requestBody")),
            responses,
            answer_types,
            security,
            perform: operation.perform,
            route: format!("{base}{}", operation.path),
        }
    }
}

/// Those of the path and those of the operation, which win.
fn parameters_of(item: Part, operation: Part, schemas: &Schemas) -> Vec<Parameter> {
    let mut parameters: Vec<Parameter> = Vec::new();
    for list in [item.get("parameters"), operation.get("parameters")] {
        for given in items_of(list) {
            let Some(own) = Parameter::describe(follow(Some(given)), schemas) else { continue };
            parameters.retain(|one| (one.place, one.name) != (own.place, own.name));
            parameters.push(own);
        }
    }
    parameters
}

/// Keys that are shown in the query are parameters that no list names.
fn keys_in_query(security: Given) -> Vec<Parameter> {
    let requirements = items_of(security).iter().map(|one| part_of(Some(one)));
    let wanted = requirements.flatten().map(|(name, _)| follow(schemes().get(name)));
    let keys = wanted
        .filter(|scheme| text_of(scheme, "type") == "apiKey" && text_of(scheme, "in") == "query");
    keys.map(|scheme| Parameter {
        name: text_of(scheme, "name"),
        place: Place::Query,
        required: false,
        style: "form",
        explode: true,
        schema: None,
        json: false,
        shape: Shape::One,
    })
    .collect()
}

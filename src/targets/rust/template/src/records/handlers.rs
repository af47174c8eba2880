//! What the handlers of all resources do.

use std::collections::HashSet;

use axum::http::header::{CACHE_CONTROL, ETAG, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::Value as Json;
use uuid::Uuid;

use super::access::{Access, Create, Delete, Read, Update};
use super::body::Properties;
use super::change::change_record;
use super::create::{Preset, create_record};
use super::definition::Operation;
use super::entity::{Entity, Grant, Reference};
use super::etag::{etag_header, etag_of, matches, require_match};
use super::idempotency::{Once, Reply};
use super::list_page::{Reach, page_of};
use super::record::Record;
use super::remove::remove_record;
use super::resource::Resource;
use super::store::{find, lock};
use super::write::Write;
use crate::http::{Failure, Problem, Query, header, json_response, json_text};
use crate::surroundings::retrying;

const PRIVATE: HeaderValue = HeaderValue::from_static("private, no-cache");

/// A page of the records that the caller may see.
pub async fn list<E: Entity>(
    resource: &Resource<E>,
    access: &Access<E, Read>,
    query: &Query,
) -> Result<Response, Failure> {
    let Resource { definition, around } = resource;
    let asked = definition.list_query(query)?;
    let reach = Reach { caller: &access.caller, grant: access.grant, parent: None };
    let mut session = around.database.read().await?;
    let page = page_of(&mut session, definition, &asked, &reach, &around.cursors).await?;
    json_response(StatusCode::OK, &page)
}

/// A page of the records that refer to one, its `parent`, by a reference.
pub async fn list_children<E: Entity>(
    resource: &Resource<E>,
    access: &Access<E, Read>,
    field: &str,
    parent: Uuid,
    query: &Query,
) -> Result<Response, Failure> {
    let Resource { definition, around } = resource;
    let caller = &access.caller;
    let mut session = around.database.read().await?;
    let reference = require_parent(resource, access, &mut session, field, parent).await?;
    let asked = definition.list_query(query)?;
    let reach = Reach { caller, grant: access.grant, parent: Some((reference, parent)) };
    let page = page_of(&mut session, definition, &asked, &reach, &around.cursors).await?;
    json_response(StatusCode::OK, &page)
}

/// Whoever sees only his own records of the parent does not learn of others' by those that refer to
/// them: fails with 404.
async fn require_parent<E: Entity>(
    resource: &Resource<E>,
    access: &Access<E, Read>,
    session: &mut crate::database::Session,
    field: &str,
    parent: Uuid,
) -> Result<&'static Reference, Failure> {
    let registry = &resource.around.registry;
    let reference = E::REFERENCES.iter().find(|reference| reference.field == field);
    let target = reference.and_then(|reference| registry.resource(reference.to));
    let (Some(reference), Some(target)) = (reference, target) else {
        return Err(Failure::Internal("a list of records that refer to nothing"));
    };
    let caller = &access.caller;
    let maker = registry.maker(session, target.as_ref(), caller.tenant_id, parent).await?;
    let maker = maker.ok_or_else(Problem::not_found)?;
    if maker != caller.account_id && target.grant(Operation::Read, caller)? == Grant::Own {
        return Err(Problem::not_found().into());
    }
    Ok(reference)
}

pub async fn read<E: Entity>(
    resource: &Resource<E>,
    access: &Access<E, Read>,
    id: Uuid,
    headers: &HeaderMap,
) -> Result<Response, Failure> {
    let mut session = resource.around.database.read().await?;
    let found = find(&mut session, &resource.definition, access.caller.tenant_id, id).await?;
    let record = access.visible(found)?;
    let known =
        header(headers, &IF_NONE_MATCH).is_some_and(|given| matches(given, record.version, true));
    if known {
        return Ok(with_validators(StatusCode::NOT_MODIFIED.into_response(), &record));
    }
    Ok(with_validators(json_response(StatusCode::OK, &record)?, &record))
}

pub async fn create<E: Entity>(
    resource: &Resource<E>,
    access: &Access<E, Create>,
    key: Option<&str>,
    body: &Json,
) -> Result<Response, Failure> {
    let Some(key) = key else {
        let properties = resource.definition.whole(body)?;
        let reply = retrying(|| async {
            let mut write = Write::begin(&resource.around, &access.caller).await?;
            let reply = make(resource, &mut write, properties.clone()).await?;
            write.commit().await?;
            Ok(reply)
        });
        return Ok(reply.await?.into_response());
    };
    let reply = retrying(|| async {
        let mut write = Write::begin(&resource.around, &access.caller).await?;
        let once = Once { key, path: &resource.definition.path, body };
        if let Some(reply) = once.take(&mut write).await? {
            return Ok(reply);
        }
        write.session.command("savepoint work").await?;
        // What is wrong with the body is an answer that is kept, too.
        let done = match resource.definition.whole(body) {
            Ok(properties) => make(resource, &mut write, properties).await,
            Err(failure) => Err(failure),
        };
        let reply = once.keep(&mut write, done).await?;
        write.commit().await?;
        Ok(reply)
    })
    .await?;
    Ok(reply.into_response())
}

async fn make<E: Entity>(
    resource: &Resource<E>,
    write: &mut Write,
    properties: Properties,
) -> Result<Reply, Failure> {
    let definition = &resource.definition;
    let (record, body) = create_record(definition, write, properties, Preset::default()).await?;
    Ok(Reply {
        status: StatusCode::CREATED.as_u16(),
        location: Some(format!("{}/{}", definition.path, record.id)),
        etag: Some(etag_of(record.version)),
        content_type: "application/json; charset=utf-8".to_owned(),
        body,
        replayed: false,
    })
}

/// Sets every writable property.
pub async fn replace<E: Entity>(
    resource: &Resource<E>,
    access: &Access<E, Update>,
    id: Uuid,
    headers: &HeaderMap,
    body: &Json,
) -> Result<Response, Failure> {
    change(resource, access, id, headers, |_| resource.definition.whole(body)).await
}

/// Sets the properties that the body names (JSON merge patch).
pub async fn patch<E: Entity>(
    resource: &Resource<E>,
    access: &Access<E, Update>,
    id: Uuid,
    headers: &HeaderMap,
    body: &Json,
) -> Result<Response, Failure> {
    change(resource, access, id, headers, |before| resource.definition.patch(body, before)).await
}

/// Changes a record by what `properties` makes of it.
pub async fn change<E: Entity>(
    resource: &Resource<E>,
    access: &Access<E, Update>,
    id: Uuid,
    headers: &HeaderMap,
    properties: impl Fn(&E) -> Result<Properties, Failure>,
) -> Result<Response, Failure> {
    retrying(|| async {
        let mut write = Write::begin(&resource.around, &access.caller).await?;
        let before = locked(resource, access, &mut write, id).await?;
        access.require_own_account(&before)?;
        require_match(entity_tags(headers), before.version)?;
        let given = properties(&before.data)?;
        let (record, shown) =
            change_record(&resource.definition, &mut write, &before, given).await?;
        write.commit().await?;
        Ok(with_validators(json_text(StatusCode::OK, shown), &record))
    })
    .await
}

pub async fn remove<E: Entity>(
    resource: &Resource<E>,
    access: &Access<E, Delete>,
    id: Uuid,
    headers: &HeaderMap,
) -> Result<Response, Failure> {
    retrying(|| async {
        let mut write = Write::begin(&resource.around, &access.caller).await?;
        let record = locked(resource, access, &mut write, id).await?;
        require_match(entity_tags(headers), record.version)?;
        remove_record(&resource.definition, &mut write, record, &mut HashSet::new()).await?;
        write.commit().await
    })
    .await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// The record to write, if it is the caller's business.
async fn locked<E: Entity, D>(
    resource: &Resource<E>,
    access: &Access<E, D>,
    write: &mut Write,
    id: Uuid,
) -> Result<Record<E>, Failure> {
    let found = lock(&mut write.session, &resource.definition, access.caller.tenant_id, id).await?;
    access.visible(found)
}

fn with_validators<E>(mut response: Response, record: &Record<E>) -> Response {
    response.headers_mut().insert(ETAG, etag_header(record.version));
    response.headers_mut().insert(CACHE_CONTROL, PRIVATE);
    response
}

/// What `If-Match` says. One that is no text names no version, and is a condition all the same.
fn entity_tags(headers: &HeaderMap) -> Option<&str> {
    headers.get(IF_MATCH).map(|value| value.to_str().unwrap_or_default())
}

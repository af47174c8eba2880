//! Appends the events of a write to the outbox.

use super::definition::Definition;
use super::entity::{Entity, Transition};
use super::record::Record;
use super::write::Write;
use crate::events::append;
use crate::http::Failure;
use crate::service;

/// What has happened to a record.
#[derive(Clone, Copy)]
pub enum Happening<E: 'static> {
    Created,
    /// And the transition that was taken.
    Updated(Option<&'static Transition<E>>),
    Deleted,
}

/// In the transaction of the write, with the record as answers show it; gives that, as JSON.
pub async fn publish<E: Entity>(
    _definition: &Definition<E>,
    write: &mut Write,
    happening: Happening<E>,
    record: &Record<E>,
) -> Result<String, Failure> {
    let (stated, verb) = match happening {
        Happening::Created => (E::EVENTS.created, "created"),
        Happening::Updated(_) => (E::EVENTS.updated, "updated"),
        Happening::Deleted => (E::EVENTS.deleted, "deleted"),
    };
    let mut types: Vec<String> = match stated {
        Some(types) => types.iter().map(ToString::to_string).collect(),
        None => vec![format!("{}.{verb}", E::NAME)],
    };
    if let (Happening::Updated(Some(step)), Some(lifecycle)) = (happening, E::LIFECYCLE) {
        match E::EVENTS.transitions.iter().find(|(name, _)| *name == step.name) {
            Some((_, stated)) => types.extend(stated.iter().map(ToString::to_string)),
            None => types.push(format!("{}.{}.{}", E::NAME, lifecycle.field, step.name)),
        }
    }
    let data = serde_json::to_string(record)
        .map_err(|_| Failure::Internal("a record can't be written as JSON"))?;
    for kind in types {
        append(write, &format!("{}.{kind}", service::NAME), record.id, &data).await?;
    }
    Ok(data)
}

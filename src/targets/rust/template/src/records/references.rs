//! References to other records.

use uuid::Uuid;

use super::definition::Definition;
use super::entity::Entity;
use super::store::existing;
use super::write::Write;
use crate::database::Value;
use crate::http::{Failure, Issue, MOST_ISSUES, pointer};

/// References that name no record of the tenant; those that `previous` had are there.
pub async fn missing_references<E: Entity>(
    definition: &Definition<E>,
    write: &mut Write,
    record: &E,
    previous: Option<&E>,
) -> Result<Vec<Issue>, Failure> {
    let mut missing = Vec::new();
    let around = write.around.clone();
    for reference in E::REFERENCES {
        let (Some(field), Some(target)) =
            (definition.field(reference.field), around.registry.resource(reference.to))
        else {
            continue;
        };
        let given = ids(field.get(record));
        let known = previous.map(|before| ids(field.get(before))).unwrap_or_default();
        let asked: Vec<Uuid> = given.iter().filter(|id| !known.contains(id)).copied().collect();
        if asked.is_empty() {
            continue;
        }
        let there =
            existing(&mut write.session, target.table(), write.caller.tenant_id, &asked).await?;
        for (at, id) in given.iter().enumerate() {
            if known.contains(id) || there.contains(id) {
                continue;
            }
            let element = if reference.many { format!("/{at}") } else { String::new() };
            let message = format!("there is no such record among {}", target.plural());
            missing.push(Issue::new(pointer(field.name) + &element, "missing-reference", message));
        }
    }
    missing.truncate(MOST_ISSUES);
    Ok(missing)
}

fn ids(value: Value) -> Vec<Uuid> {
    match value {
        Value::Id(id) => vec![id],
        Value::Ids(ids) => ids,
        _ => Vec::new(),
    }
}

//! Deletes records.

use std::collections::HashSet;

use uuid::Uuid;

use super::checks::broken_rules;
use super::conflicts::conflict;
use super::definition::Definition;
use super::entity::{Check, Entity, Occasion, OnDelete};
use super::publish::{Happening, publish};
use super::record::Record;
use super::registry::Incoming;
use super::store::{delete, referring};
use super::write::Write;
use crate::http::{Code, Failure, Problem};

/// Deletes a locked record. Records that refer to it stop that, are deleted too, or lose the
/// reference, as their field says. Fails with 409 if a rule or a reference is against it.
pub async fn remove_record<E: Entity>(
    definition: &Definition<E>,
    write: &mut Write,
    record: Record<E>,
    removed: &mut HashSet<Uuid>,
) -> Result<(), Failure> {
    let around = write.around.clone();
    let incoming = around.registry.incoming(E::NAME);
    let first = removed.is_empty();
    removed.insert(record.id);
    let broken = broken_rules(
        Occasion::Delete,
        &Check::new(&record, Some(&record), &write.caller, write.now),
    );
    if !broken.is_empty() {
        let problem = Problem::new(Code::Conflict, "A rule forbids to delete this record.");
        return Err(problem.errors(broken).into());
    }
    if first && incoming.iter().any(|one| one.reference.on_delete == OnDelete::Cascade) {
        defer_foreign_keys(write).await?;
    }
    for one in &incoming {
        release(write, record.id, one, removed).await?;
    }
    delete(&mut write.session, definition, &record)
        .await
        .map_err(|failure| conflict(definition, failure, true))?;
    publish(definition, write, Happening::Deleted, &record).await
}

/// Deals with the records that refer to one by one field.
async fn release(
    write: &mut Write,
    target: Uuid,
    Incoming { child, reference }: &Incoming,
    removed: &mut HashSet<Uuid>,
) -> Result<(), Failure> {
    let tenant = write.caller.tenant_id;
    let ids =
        referring(&mut write.session, child.table(), reference, tenant, target, removed.len())
            .await?;
    for id in ids {
        if removed.contains(&id) {
            continue;
        }
        match reference.on_delete {
            OnDelete::Restrict => {
                let detail = format!("{} still refer to this record.", child.plural());
                return Err(Problem::new(Code::Referenced, detail).into());
            }
            OnDelete::Cascade => child.remove(write, id, removed).await?,
            OnDelete::Clear => child.clear(write, reference, id, target).await?,
        }
    }
    Ok(())
}

/// Lets foreign keys be broken until the end: for records that refer to each other.
async fn defer_foreign_keys(write: &mut Write) -> Result<(), Failure> {
    let sql = if write.session.is_sqlite() {
        "pragma defer_foreign_keys = on"
    } else {
        "set constraints all deferred"
    };
    Ok(write.session.command(sql).await?)
}

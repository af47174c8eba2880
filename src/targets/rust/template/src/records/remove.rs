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
use super::several::suspects_of;
use super::store::{delete, referring};
use super::write::Write;
use crate::http::{Code, Failure, Issue, Problem};

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
    let suspects = suspects_of(definition, write, Occasion::Delete, &[&record], removed).await?;
    let mut broken = broken_rules(
        Occasion::Delete,
        &Check::new(&record, Some(&record), &write.caller, write.now),
    );
    broken.extend(suspects.broken_own(write, &record, Some(&record)).await?);
    refuse(broken)?;
    if first && incoming.iter().any(|one| one.reference.on_delete == OnDelete::Cascade) {
        defer_foreign_keys(write).await?;
    }
    for one in &incoming {
        release(write, record.id, one, removed).await?;
    }
    delete(&mut write.session, definition, &record)
        .await
        .map_err(|failure| conflict(definition, failure, true))?;
    // What it counted for is looked at when it is gone.
    refuse(suspects.broken_others(write).await?)?;
    publish(definition, write, Happening::Deleted, &record).await.map(drop)
}

fn refuse(broken: Vec<Issue>) -> Result<(), Problem> {
    if broken.is_empty() {
        return Ok(());
    }
    let problem = Problem::new(Code::Conflict, "A rule forbids to delete this record.");
    Err(problem.errors(broken))
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

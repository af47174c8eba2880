//! Changes records.

use std::collections::HashSet;

use super::body::Properties;
use super::checks::{broken_guard, broken_rules, transition_of};
use super::conflicts::conflict;
use super::definition::Definition;
use super::entity::{Check, Entity, Occasion};
use super::publish::{Happening, publish};
use super::record::Record;
use super::references::missing_references;
use super::several::suspects_of;
use super::store::update;
use super::write::Write;
use crate::http::{Failure, Problem};

/// Writes the next version of a locked record with the properties of a checked body; gives it, and as
/// answers show it.
pub async fn change_record<E: Entity>(
    definition: &Definition<E>,
    write: &mut Write,
    previous: &Record<E>,
    properties: Properties,
) -> Result<(Record<E>, String), Failure> {
    let mut record = previous.clone();
    let state = E::LIFECYCLE.map(|lifecycle| lifecycle.field);
    for (name, value) in properties {
        let Some(field) = definition.field(name) else { continue };
        // A state that is not given stays.
        if !(value.is_null() && state == Some(name)) {
            field.set(&mut record.data, value)?;
        }
    }
    let step = transition_of(write, &record, previous).await?;
    let mut broken =
        missing_references(definition, write, &record.data, Some(&previous.data)).await?;
    broken.extend(broken_guard(step, write, &record, previous).await?);
    let check = Check::new(&record, Some(previous), &write.caller, write.now);
    broken.extend(broken_rules(Occasion::Update, &check));
    if !broken.is_empty() {
        return Err(Problem::validation_failed(broken).into());
    }
    let records = [previous, &record];
    let suspects =
        suspects_of(definition, write, Occasion::Update, &records, &HashSet::new()).await?;
    save(definition, write, &mut record, previous).await?;
    let mut broken = suspects.broken_own(write, &record, Some(previous)).await?;
    broken.extend(suspects.broken_others(write).await?);
    if !broken.is_empty() {
        return Err(Problem::validation_failed(broken).into());
    }
    let shown = publish(definition, write, Happening::Updated(step), &record).await?;
    Ok((record, shown))
}

/// Writes a record that has changed.
pub async fn save<E: Entity>(
    definition: &Definition<E>,
    write: &mut Write,
    record: &mut Record<E>,
    previous: &Record<E>,
) -> Result<(), Failure> {
    record.version += 1;
    record.updated_at = write.now;
    update(&mut write.session, definition, record, previous)
        .await
        .map_err(|failure| conflict(definition, failure, false))
}

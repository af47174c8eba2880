//! Makes records.

use std::collections::HashSet;

use uuid::Uuid;

use super::body::Properties;
use super::checks::{broken_rules, wrong_initial_state};
use super::conflicts::conflict;
use super::definition::Definition;
use super::entity::{Check, Entity, Occasion};
use super::publish::{Happening, publish};
use super::record::Record;
use super::references::missing_references;
use super::several::suspects_of;
use super::store::insert;
use super::write::Write;
use crate::database::Value;
use crate::fields::Stored;
use crate::http::{Failure, Problem};

/// What is given where the record is that of an account.
#[derive(Default)]
pub struct Preset {
    pub id: Option<Uuid>,
    pub properties: Properties,
}

/// Makes a record of the properties of a checked body; gives it, and as answers show it.
pub async fn create_record<E: Entity>(
    definition: &Definition<E>,
    write: &mut Write,
    properties: Properties,
    preset: Preset,
) -> Result<(Record<E>, String), Failure> {
    let mut record = Record {
        id: preset.id.unwrap_or_else(Uuid::now_v7),
        data: E::default(),
        created_at: write.now,
        updated_at: write.now,
        tenant_id: write.caller.tenant_id,
        created_by: write.caller.account_id,
        version: 1,
    };
    fill(definition, &mut record.data, properties.into_iter().chain(preset.properties).collect())?;
    let mut broken: Vec<_> = wrong_initial_state(&record.data).into_iter().collect();
    broken.extend(missing_references(definition, write, &record.data, None).await?);
    let check = Check::new(&record, None, &write.caller, write.now);
    broken.extend(broken_rules(Occasion::Create, &check));
    if !broken.is_empty() {
        return Err(Problem::validation_failed(broken).into());
    }
    let suspects =
        suspects_of(definition, write, Occasion::Create, &[&record], &HashSet::new()).await?;
    insert(&mut write.session, definition, &record)
        .await
        .map_err(|failure| conflict(definition, failure, false))?;
    let mut broken = suspects.broken_own(write, &record, None).await?;
    broken.extend(suspects.broken_others(write).await?);
    if !broken.is_empty() {
        return Err(Problem::validation_failed(broken).into());
    }
    let shown = publish(definition, write, Happening::Created, &record).await?;
    Ok((record, shown))
}

/// The last value given for a property counts; a state that is not given is the initial one, and
/// what requests can't set has its default.
fn fill<E: Entity>(
    definition: &Definition<E>,
    data: &mut E,
    given: Properties,
) -> Result<(), Failure> {
    for field in &definition.fields {
        let given =
            given.iter().rev().find(|(name, value)| *name == field.name && !value.is_null());
        let initial = || {
            let state = E::LIFECYCLE.filter(|lifecycle| lifecycle.field == field.name);
            state.map(|lifecycle| lifecycle.initial.to_owned().store())
        };
        let fixed =
            || if field.writable { None } else { field.default.as_ref().map(|default| default()) };
        match given.map(|(_, value)| value.clone()).or_else(initial).or_else(fixed) {
            Some(value) => field.set(data, value)?,
            None if field.is_link() => field.set(data, Value::Ids(Vec::new()))?,
            None => field.set(data, Value::Null)?,
        }
    }
    Ok(())
}

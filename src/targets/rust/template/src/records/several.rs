//! Rules over several records.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use uuid::Uuid;

use super::definition::Definition;
use super::entity::{Check, Entity, Occasion, Rule};
use super::reader::Reader;
use super::record::Record;
use super::registry::AnyResource;
use super::write::Write;
use crate::database::Value;
use crate::http::{Failure, Issue, pointer};

/// A rule of the record that is written, which the write may break.
struct OwnSuspect<E: 'static> {
    rule: &'static Rule<E>,
    /// It is broken already, and need not be better after.
    broken: bool,
}

/// A rule of a record that the one that is written refers to, or referred to before.
struct Watching {
    resource: Arc<dyn AnyResource>,
    rule: usize,
    id: Uuid,
    /// The reference, which is to blame.
    property: &'static str,
    broken: bool,
}

/// The rules over several records that a write may break. Whoever else could break them waits until
/// the transaction ends.
pub struct Suspects<E: 'static> {
    own: Vec<OwnSuspect<E>>,
    watching: Vec<Watching>,
}

/// To be asked before the write; `records` are the record as it is and as it will be.
pub async fn suspects_of<E: Entity>(
    definition: &Definition<E>,
    write: &mut Write,
    on: Occasion,
    records: &[&Record<E>],
    removed: &HashSet<Uuid>,
) -> Result<Suspects<E>, Failure> {
    let mut own = Vec::new();
    for rule in E::RULES.iter().filter(|rule| rule.on.contains(&on)) {
        let Some(several) = &rule.several else { continue };
        if several.lenient && on == Occasion::Create {
            continue;
        }
        if several.turns {
            write.take_turns(&definition.path).await?;
        }
        let before = records.first().filter(|_| several.lenient && on == Occasion::Update);
        let broken = match before {
            Some(before) => !holds(rule, write, before, Some(before)).await?,
            None => false,
        };
        own.push(OwnSuspect { rule, broken });
    }
    Ok(Suspects { own, watching: watching(definition, write, records, removed).await? })
}

async fn watching<E: Entity>(
    definition: &Definition<E>,
    write: &mut Write,
    records: &[&Record<E>],
    removed: &HashSet<Uuid>,
) -> Result<Vec<Watching>, Failure> {
    let mut watching = Vec::new();
    let around = write.around.clone();
    for (resource, rule, property) in around.registry.watchers(E::NAME) {
        let Some(field) = definition.field(property) else { continue };
        let ids: BTreeSet<Uuid> =
            records.iter().flat_map(|record| ids(field.get(&record.data))).collect();
        for id in ids.into_iter().filter(|id| !removed.contains(id)) {
            if let Some(broken) = resource.suspect(write, rule, id).await? {
                watching.push(Watching {
                    resource: Arc::clone(&resource),
                    rule,
                    id,
                    property,
                    broken,
                });
            }
        }
    }
    Ok(watching)
}

impl<E: Entity> Suspects<E> {
    /// Those of the record itself that do not hold once the write is done.
    pub async fn broken_own(
        &self,
        write: &mut Write,
        record: &Record<E>,
        previous: Option<&Record<E>>,
    ) -> Result<Vec<Issue>, Failure> {
        let mut issues = Vec::new();
        for OwnSuspect { rule, .. } in self.own.iter().filter(|suspect| !suspect.broken) {
            if !holds(rule, write, record, previous).await? {
                let place = rule.property.map(pointer).unwrap_or_default();
                issues.push(Issue::rule(place, rule.id, rule.message));
            }
        }
        Ok(issues)
    }

    /// Those of the records that it refers to.
    pub async fn broken_others(&self, write: &mut Write) -> Result<Vec<Issue>, Failure> {
        let mut issues = Vec::new();
        for one in self.watching.iter().filter(|one| !one.broken) {
            if !one.resource.holds(write, one.rule, one.id).await? {
                let (rule, message) = one.resource.rule(one.rule);
                issues.push(Issue::rule(pointer(one.property), rule, message));
            }
        }
        Ok(issues)
    }
}

/// Unknown is not a violation.
pub async fn holds<E: Entity>(
    rule: &Rule<E>,
    write: &mut Write,
    record: &Record<E>,
    previous: Option<&Record<E>>,
) -> Result<bool, Failure> {
    let check = Check::new(record, previous, &write.caller, write.now);
    let reader = Reader::new(&mut write.session, &write.around.registry, write.caller.tenant_id);
    Ok(rule.holds.ask(&check, reader).await? != Some(false))
}

fn ids(value: Value) -> Vec<Uuid> {
    match value {
        Value::Id(id) => vec![id],
        Value::Ids(ids) => ids,
        _ => Vec::new(),
    }
}

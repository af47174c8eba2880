//! All resources of the service, and how they refer to each other.

use std::any::Any;
use std::collections::HashSet;
use std::pin::Pin;
use std::sync::Arc;

use serde_json::{Map, Value as Json};
use uuid::Uuid;

use super::body::{Properties, read_properties};
use super::change::save;
use super::create::{Preset, create_record};
use super::definition::{Definition, Operation, grant_of};
use super::entity::{AccountPart, Entity, Grant, Reference};
use super::publish::{Happening, publish};
use super::remove::remove_record;
use super::several::holds;
use super::store::{find, lock};
use super::write::Write;
use crate::caller::Caller;
use crate::database::{Session, Statement, Value, quoted};
use crate::http::{Failure, Issue, Problem};

/// Something that is done while others wait for it.
pub type Work<'write, T> = Pin<Box<dyn Future<Output = Result<T, Failure>> + Send + 'write>>;

/// A resource whose type does not matter: what other resources, and accounts, ask of it.
pub trait AnyResource: Any + Send + Sync {
    fn name(&self) -> &'static str;
    fn plural(&self) -> &'static str;
    fn table(&self) -> &'static str;
    fn references(&self) -> &'static [Reference];
    fn grant(&self, operation: Operation, caller: &Caller) -> Result<Grant, Problem>;

    /// Where its records are the accounts: the fields that show something of the account.
    fn account_parts(&self) -> Option<&'static [(&'static str, AccountPart)]>;
    /// The names of the properties that requests set.
    fn writable(&self) -> Vec<&'static str>;
    /// Whether a field can have a value.
    fn takes(&self, field: &str, text: &str) -> bool;
    fn read(&self, source: &Map<String, Json>, issues: &mut Vec<Issue>) -> Properties;

    /// Rules that records of others can break: their places, whose records, and by which field.
    fn watching(&self) -> Vec<(usize, &'static str, &'static str)>;
    /// The id and the message of a rule.
    fn rule(&self, at: usize) -> (&'static str, &'static str);
    /// Locks a record, and gives whether a rule of it is broken and may stay so; none if it is not
    /// there.
    fn suspect<'write>(
        &'write self,
        write: &'write mut Write,
        rule: usize,
        id: Uuid,
    ) -> Work<'write, Option<bool>>;
    /// Whether a rule of a record holds now.
    fn holds<'write>(
        &'write self,
        write: &'write mut Write,
        rule: usize,
        id: Uuid,
    ) -> Work<'write, bool>;

    fn create<'write>(
        &'write self,
        write: &'write mut Write,
        properties: Properties,
        preset: Preset,
    ) -> Work<'write, ()>;
    /// Sets properties that requests can't set, of a record that may not be there.
    fn set<'write>(
        &'write self,
        write: &'write mut Write,
        id: Uuid,
        properties: Properties,
    ) -> Work<'write, ()>;
    /// Deletes a record, if it is there.
    fn remove<'write>(
        &'write self,
        write: &'write mut Write,
        id: Uuid,
        removed: &'write mut HashSet<Uuid>,
    ) -> Work<'write, ()>;
    /// Takes a reference to `target` out of a record.
    fn clear<'write>(
        &'write self,
        write: &'write mut Write,
        reference: &'static Reference,
        id: Uuid,
        target: Uuid,
    ) -> Work<'write, ()>;
}

impl<E: Entity> AnyResource for Definition<E> {
    fn name(&self) -> &'static str {
        E::NAME
    }

    fn plural(&self) -> &'static str {
        E::PLURAL
    }

    fn table(&self) -> &'static str {
        E::TABLE
    }

    fn references(&self) -> &'static [Reference] {
        E::REFERENCES
    }

    fn grant(&self, operation: Operation, caller: &Caller) -> Result<Grant, Problem> {
        grant_of(&E::GRANTS, operation, E::PLURAL, caller)
    }

    fn account_parts(&self) -> Option<&'static [(&'static str, AccountPart)]> {
        E::ACCOUNT
    }

    fn writable(&self) -> Vec<&'static str> {
        self.fields.iter().filter(|field| field.writable).map(|field| field.name).collect()
    }

    fn takes(&self, field: &str, text: &str) -> bool {
        self.field(field).is_some_and(|field| field.kind.parse(text).is_some())
    }

    fn read(&self, source: &Map<String, Json>, issues: &mut Vec<Issue>) -> Properties {
        read_properties(self, source, |_| true, issues)
    }

    fn watching(&self) -> Vec<(usize, &'static str, &'static str)> {
        let rules = E::RULES.iter().enumerate();
        let members = rules.flat_map(|(at, rule)| {
            let members = rule.several.iter().flat_map(|several| several.members);
            members.map(move |(resource, field)| (at, *resource, *field))
        });
        members.collect()
    }

    fn rule(&self, at: usize) -> (&'static str, &'static str) {
        E::RULES.get(at).map_or(("", ""), |rule| (rule.id, rule.message))
    }

    fn suspect<'write>(
        &'write self,
        write: &'write mut Write,
        rule: usize,
        id: Uuid,
    ) -> Work<'write, Option<bool>> {
        Box::pin(async move {
            let found = lock(&mut write.session, self, write.caller.tenant_id, id).await?;
            let (Some(record), Some(rule)) = (found, E::RULES.get(rule)) else { return Ok(None) };
            let lenient = rule.several.as_ref().is_some_and(|several| several.lenient);
            Ok(Some(lenient && !holds(rule, write, &record, Some(&record)).await?))
        })
    }

    fn holds<'write>(
        &'write self,
        write: &'write mut Write,
        rule: usize,
        id: Uuid,
    ) -> Work<'write, bool> {
        Box::pin(async move {
            let found = find(&mut write.session, self, write.caller.tenant_id, id).await?;
            match (found, E::RULES.get(rule)) {
                (Some(record), Some(rule)) => holds(rule, write, &record, Some(&record)).await,
                _ => Ok(true),
            }
        })
    }

    fn create<'write>(
        &'write self,
        write: &'write mut Write,
        properties: Properties,
        preset: Preset,
    ) -> Work<'write, ()> {
        Box::pin(async move { create_record(self, write, properties, preset).await.map(drop) })
    }

    fn set<'write>(
        &'write self,
        write: &'write mut Write,
        id: Uuid,
        properties: Properties,
    ) -> Work<'write, ()> {
        Box::pin(async move {
            let Some(before) = lock(&mut write.session, self, write.caller.tenant_id, id).await?
            else {
                return Ok(());
            };
            let mut record = before.clone();
            for (name, value) in properties {
                if let Some(field) = self.field(name) {
                    field.set(&mut record.data, value)?;
                }
            }
            save(self, write, &mut record, &before).await?;
            publish(self, write, Happening::Updated(None), &record).await.map(drop)
        })
    }

    fn remove<'write>(
        &'write self,
        write: &'write mut Write,
        id: Uuid,
        removed: &'write mut HashSet<Uuid>,
    ) -> Work<'write, ()> {
        Box::pin(async move {
            match lock(&mut write.session, self, write.caller.tenant_id, id).await? {
                Some(record) => remove_record(self, write, record, removed).await,
                None => Ok(()),
            }
        })
    }

    fn clear<'write>(
        &'write self,
        write: &'write mut Write,
        reference: &'static Reference,
        id: Uuid,
        target: Uuid,
    ) -> Work<'write, ()> {
        Box::pin(async move {
            let found = lock(&mut write.session, self, write.caller.tenant_id, id).await?;
            let (Some(before), Some(field)) = (found, self.field(reference.field)) else {
                return Ok(());
            };
            let left = match field.get(&before.data) {
                Value::Ids(ids) => Value::Ids(ids.into_iter().filter(|id| *id != target).collect()),
                _ => Value::Null,
            };
            let mut record = before.clone();
            field.set(&mut record.data, left)?;
            save(self, write, &mut record, &before).await?;
            publish(self, write, Happening::Updated(None), &record).await.map(drop)
        })
    }
}

/// A reference of a resource (`child`) to another one.
pub struct Incoming {
    pub child: Arc<dyn AnyResource>,
    pub reference: &'static Reference,
}

/// The resources of the service.
pub struct Registry(Vec<Arc<dyn AnyResource>>);

impl Registry {
    pub fn new(resources: Vec<Arc<dyn AnyResource>>) -> Self {
        Self(resources)
    }

    pub fn resource(&self, name: &str) -> Option<&Arc<dyn AnyResource>> {
        self.0.iter().find(|resource| resource.name() == name)
    }

    /// The references to a resource.
    pub fn incoming(&self, name: &str) -> Vec<Incoming> {
        let children = self.0.iter().flat_map(|child| {
            let references = child.references().iter().filter(|reference| reference.to == name);
            references.map(|reference| Incoming { child: Arc::clone(child), reference })
        });
        children.collect()
    }

    /// Rules of others that writes of a resource can break, with the field by which its records
    /// count for them.
    pub fn watchers(&self, name: &str) -> Vec<(Arc<dyn AnyResource>, usize, &'static str)> {
        let watchers = self.0.iter().flat_map(|resource| {
            let own = resource.watching().into_iter().filter(|(_, member, _)| *member == name);
            own.map(|(rule, _, field)| (Arc::clone(resource), rule, field))
        });
        watchers.collect()
    }

    /// The definition of a kind of record.
    pub fn definition<E: Entity>(&self) -> Option<&Definition<E>> {
        self.0.iter().find_map(|resource| {
            let any: &dyn Any = resource.as_ref();
            any.downcast_ref()
        })
    }

    /// The resource whose records are the accounts.
    pub fn account(&self) -> Option<&Arc<dyn AnyResource>> {
        self.0.iter().find(|resource| resource.account_parts().is_some())
    }

    /// Who made a record of a resource; none if there is no such record.
    pub async fn maker(
        &self,
        session: &mut Session,
        resource: &dyn AnyResource,
        tenant: Uuid,
        id: Uuid,
    ) -> Result<Option<Uuid>, Failure> {
        let table = quoted(resource.table());
        let sql = format!("select _created_by from {table} where _tenant = $1 and id = $2");
        let row = session.first(&Statement::new(sql).id(tenant).id(id)).await?;
        Ok(row.map(|row| row.id(0)).transpose()?)
    }
}

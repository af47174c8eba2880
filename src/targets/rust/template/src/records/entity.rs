//! What the service has to know about a kind of record.

use std::pin::Pin;

use serde::Serialize;
use uuid::Uuid;

use super::reader::Reader;
use super::record::Record;
use crate::caller::Caller;
use crate::clock::Moment;
use crate::fields::{Field, PatternError};
use crate::http::Failure;
use crate::rules::Truth;

/// A kind of record that the service keeps: its fields, and everything that is particular about it.
pub trait Entity: Clone + Default + Serialize + Send + Sync + Unpin + 'static {
    /// Singular, such as `order-line`.
    const NAME: &'static str;
    /// Its path: `/api/order-lines`.
    const PLURAL: &'static str;
    const TABLE: &'static str;
    const SCHEMAS: Schemas;
    const KEYS: &'static [Key] = &[];
    const REFERENCES: &'static [Reference] = &[];
    const RULES: &'static [Rule<Self>] = &[];
    const LIFECYCLE: Option<Lifecycle<Self>> = None;
    /// Operations that are not open to every member of the tenant.
    const GRANTS: Grants = Grants { read: None, create: None, update: None, delete: None };
    const EVENTS: EventTypes =
        EventTypes { created: None, updated: None, deleted: None, transitions: &[] };
    /// Where its records are the accounts: the fields that show something of the account.
    const ACCOUNT: Option<&'static [(&'static str, AccountPart)]> = None;

    fn fields() -> Result<Vec<Field<Self>>, PatternError>;
}

/// The names of its schemas in the contract.
pub struct Schemas {
    pub record: &'static str,
    pub create: &'static str,
    pub replace: &'static str,
    pub patch: &'static str,
    pub page: &'static str,
}

/// Fields that are unique together within a tenant, by the name of their index.
pub struct Key {
    pub index: &'static str,
    pub fields: &'static [&'static str],
}

/// A reference to one record of another resource, or to many.
#[derive(Clone, Copy)]
pub struct Reference {
    pub field: &'static str,
    /// Its column; of a reference to many, the table of pairs.
    pub column: &'static str,
    pub many: bool,
    /// Name of the resource.
    pub to: &'static str,
    pub on_delete: OnDelete,
}

/// What becomes of a record when the one that it refers to is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDelete {
    Restrict,
    Cascade,
    Clear,
}

/// What a rule looks at.
pub struct Check<'write, E> {
    pub id: Uuid,
    pub record: &'write E,
    /// The record before the write; none on create.
    pub previous: Option<&'write E>,
    pub caller: &'write Caller,
    pub now: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    Create,
    Update,
    Delete,
}

/// What must hold for a record whenever it is written.
pub struct Rule<E: 'static> {
    pub id: &'static str,
    pub on: &'static [Occasion],
    /// The property to blame.
    pub property: Option<&'static str>,
    pub message: &'static str,
    pub holds: Condition<E>,
    /// There for a rule that reads other records: it is checked once the write is done.
    pub several: Option<Several>,
}

/// What has to hold, for a record alone or together with others.
pub enum Condition<E: 'static> {
    Own(fn(&Check<'_, E>) -> Truth),
    Several(for<'a> fn(&'a Check<'a, E>, Reader<'a>) -> Asked<'a>),
}

/// An answer for which other records have to be read.
pub type Asked<'a> = Pin<Box<dyn Future<Output = Result<Truth, Failure>> + Send + 'a>>;

/// How a rule over several records can break.
pub struct Several {
    /// Resources whose records count for it, and the field by which they refer to its record: their
    /// writes can break it.
    pub members: &'static [(&'static str, &'static str)],
    /// It counts other records of its own kind: their writers take turns.
    pub turns: bool,
    /// It can ask for members, which a new record cannot have: it is not checked on create, and a
    /// write that leaves it broken as it was is fine.
    pub lenient: bool,
}

/// An allowed step between states.
pub struct Transition<E: 'static> {
    pub id: &'static str,
    pub name: &'static str,
    pub from: &'static [&'static str],
    pub to: &'static str,
    /// Roles that may take it; none: all that may update.
    pub roles: &'static [&'static str],
    pub guard: Option<Condition<E>>,
}

/// The states of a record: every step that is not listed is refused.
pub struct Lifecycle<E: 'static> {
    pub field: &'static str,
    pub initial: &'static str,
    pub state: fn(&E) -> &'static str,
    pub transitions: &'static [Transition<E>],
}

/// How far a role may go with an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    All,
    /// With records that the caller has made.
    Own,
}

/// Which roles may do what; an operation without an entry is open to every member.
#[derive(Clone, Copy)]
pub struct Grants {
    pub read: Option<&'static [(&'static str, Grant)]>,
    pub create: Option<&'static [(&'static str, Grant)]>,
    pub update: Option<&'static [(&'static str, Grant)]>,
    pub delete: Option<&'static [(&'static str, Grant)]>,
}

/// Types of the events of a resource, where they are not the usual ones.
pub struct EventTypes {
    pub created: Option<&'static [&'static str]>,
    pub updated: Option<&'static [&'static str]>,
    pub deleted: Option<&'static [&'static str]>,
    /// By the name of a transition.
    pub transitions: &'static [(&'static str, &'static [&'static str])],
}

/// What of an account a field of its record shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountPart {
    Email,
    Role,
}

impl<'write, E> Check<'write, E> {
    pub fn new(
        record: &'write Record<E>,
        previous: Option<&'write Record<E>>,
        caller: &'write Caller,
        now: Moment,
    ) -> Self {
        Self {
            id: record.id,
            record: &record.data,
            previous: previous.map(|before| &before.data),
            caller,
            now,
        }
    }
}

impl<E: Entity> Condition<E> {
    pub async fn ask<'a>(
        &self,
        check: &'a Check<'a, E>,
        reader: Reader<'a>,
    ) -> Result<Truth, Failure> {
        match self {
            Self::Own(holds) => Ok(holds(check)),
            Self::Several(ask) => ask(check, reader).await,
        }
    }
}

//! A kind of record, ready for use: its fields, and the statements that they make.

use std::collections::HashMap;
use std::marker::PhantomData;

use super::entity::{Entity, Grant, Grants, Lifecycle, Reference};
use super::record::Record;
use crate::caller::Caller;
use crate::database::{Column, Row, Value, quoted};
use crate::fields::{Field, PatternError, Time};
use crate::http::{Code, Failure, Problem};

/// Columns that every table has, before those of the fields.
const OWN: [(&str, Column); 6] = [
    ("id", Column::Id),
    ("_tenant", Column::Id),
    ("_created_by", Column::Id),
    ("_version", Column::Integer),
    ("created_at", Column::Time),
    ("updated_at", Column::Time),
];

/// What is made of an [`Entity`] when the service starts.
pub struct Definition<E> {
    pub fields: Vec<Field<E>>,
    by_name: HashMap<&'static str, usize>,
    /// The columns of a row, quoted.
    pub columns: String,
    /// The quoted table.
    pub table: String,
    pub path: String,
    /// The kind of `createdAt` and `updatedAt`.
    pub time: Time,
    entity: PhantomData<fn() -> E>,
}

/// What an operation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    Read,
    Create,
    Update,
    Delete,
}

impl<E: Entity> Definition<E> {
    /// Fails if a pattern can't be compiled.
    pub fn new() -> Result<Self, PatternError> {
        let fields = E::fields()?;
        let names = OWN.iter().map(|(name, _)| *name);
        let kept = fields.iter().filter(|field| !field.is_link()).map(|field| field.column);
        let columns: Vec<String> = names.chain(kept).map(quoted).collect();
        Ok(Self {
            by_name: fields.iter().enumerate().map(|(at, field)| (field.name, at)).collect(),
            columns: columns.join(", "),
            table: quoted(E::TABLE),
            path: format!("/api/{}", E::PLURAL),
            time: Time::new(),
            fields,
            entity: PhantomData,
        })
    }

    pub fn field(&self, name: &str) -> Option<&Field<E>> {
        self.by_name.get(name).and_then(|at| self.fields.get(*at))
    }

    pub fn lifecycle(&self) -> Option<Lifecycle<E>> {
        E::LIFECYCLE
    }

    /// References to many.
    pub fn links(&self) -> impl Iterator<Item = (&'static Reference, &Field<E>)> {
        let many = E::REFERENCES.iter().filter(|reference| reference.many);
        many.filter_map(|reference| Some((reference, self.field(reference.field)?)))
    }

    /// Columns with their values, in the order of `columns`.
    pub fn values(&self, record: &Record<E>) -> Vec<(Value, Column)> {
        let own = [
            Value::Id(record.id),
            Value::Id(record.tenant_id),
            Value::Id(record.created_by),
            Value::Integer(record.version),
            Value::Time(record.created_at),
            Value::Time(record.updated_at),
        ];
        let own = own.into_iter().zip(OWN).map(|(value, (_, column))| (value, column));
        let kept = self
            .fields
            .iter()
            .filter_map(|field| Some((field.get(&record.data), field.kind.column()?)));
        own.chain(kept).collect()
    }

    /// A record of a row that has `columns`; references to many are empty.
    pub fn record(&self, row: &Row) -> Result<Record<E>, Failure> {
        let mut data = E::default();
        let kept = self.fields.iter().filter_map(|field| Some((field, field.kind.column()?)));
        for (at, (field, column)) in kept.enumerate() {
            field.set(&mut data, row.value(OWN.len() + at, column)?)?;
        }
        Ok(Record {
            id: row.id(0)?,
            data,
            tenant_id: row.id(1)?,
            created_by: row.id(2)?,
            version: row.integer(3)?,
            created_at: row.time(4)?,
            updated_at: row.time(5)?,
        })
    }
}

/// How far a caller may go. Fails with 403 if he has no role that may do it.
pub fn grant_of(
    grants: &Grants,
    operation: Operation,
    plural: &str,
    caller: &Caller,
) -> Result<Grant, Problem> {
    let (given, verb) = match operation {
        Operation::Read => (grants.read, "read"),
        Operation::Create => (grants.create, "create"),
        Operation::Update => (grants.update, "update"),
        Operation::Delete => (grants.delete, "delete"),
    };
    let Some(given) = given.filter(|_| !caller.is_owner()) else { return Ok(Grant::All) };
    let own: Vec<Grant> = given
        .iter()
        .filter(|(role, _)| caller.roles.iter().any(|known| known == role))
        .map(|(_, grant)| *grant)
        .collect();
    if own.contains(&Grant::All) {
        return Ok(Grant::All);
    }
    let forbidden = || Problem::new(Code::Forbidden, format!("Your role may not {verb} {plural}."));
    own.first().copied().ok_or_else(forbidden)
}

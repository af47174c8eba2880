//! Other records, for rules that read several.

use uuid::Uuid;

use super::definition::Definition;
use super::entity::Entity;
use super::links;
use super::list_page::refers_to;
use super::registry::Registry;
use super::store::find;
use super::write::Write;
use crate::database::{Column, Session, Statement, Value};
use crate::fields::Field;
use crate::http::Failure;
use crate::rules::Operand;

/// Reads records of the tenant, as the transaction of a write sees them.
pub struct Reader<'write> {
    session: &'write mut Session,
    registry: &'write Registry,
    tenant: Uuid,
}

/// Which rows a rule reads.
pub struct Fits {
    field: &'static str,
    operator: &'static str,
    value: Operand,
}

/// Rows that refer to a record.
pub fn refers(field: &'static str, id: Uuid) -> Fits {
    fits(field, "=", &id)
}

/// Rows whose field compares so with a value. A missing value fits nothing.
pub fn fits(field: &'static str, operator: &'static str, value: impl Into<Operand>) -> Fits {
    Fits { field, operator, value: value.into() }
}

impl<'write> Reader<'write> {
    pub fn new(session: &'write mut Session, registry: &'write Registry, tenant: Uuid) -> Self {
        Self { session, registry, tenant }
    }

    /// The record that a reference names.
    pub async fn one<E: Entity>(
        &mut self,
        id: impl Into<Option<Uuid>>,
    ) -> Result<Option<E>, Failure> {
        let definition = self.definition::<E>()?;
        let Some(id) = id.into() else { return Ok(None) };
        let found = find(self.session, definition, self.tenant, id).await?;
        Ok(found.map(|record| record.data))
    }

    /// All records that fit.
    pub async fn rows<E: Entity>(
        &mut self,
        conditions: impl IntoIterator<Item = Fits>,
    ) -> Result<Vec<E>, Failure> {
        let definition = self.definition::<E>()?;
        let mut statement = Statement::new(format!(
            "select {} from {} as record where record._tenant = ",
            definition.columns, definition.table
        ));
        statement.bind(Value::Id(self.tenant), Column::Id);
        for condition in conditions {
            if !narrow(&mut statement, definition, condition) {
                return Ok(Vec::new());
            }
        }
        let rows = self.session.all(&statement).await?;
        let mut records =
            rows.iter().map(|row| definition.record(row)).collect::<Result<Vec<_>, _>>()?;
        links::load(self.session, definition, self.tenant, &mut records).await?;
        Ok(records.into_iter().map(|record| record.data).collect())
    }

    fn definition<E: Entity>(&self) -> Result<&'write Definition<E>, Failure> {
        self.registry.definition::<E>().ok_or(Failure::Internal("a rule reads what is no resource"))
    }
}

impl Write {
    /// Waits for others who write records of the tenant at a path. SQLite has one writer at a time.
    pub async fn take_turns(&mut self, path: &str) -> Result<(), Failure> {
        if self.session.is_sqlite() {
            return Ok(());
        }
        let turn = format!("{} {path}", self.caller.tenant_id);
        let lock = Statement::new(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended($1, 0))) as locked",
        );
        self.session.first(&lock.text(turn)).await?;
        Ok(())
    }
}

/// False if nothing can fit.
fn narrow<E: Entity>(statement: &mut Statement, definition: &Definition<E>, fits: Fits) -> bool {
    let Some(field) = definition.field(fits.field) else { return false };
    let Some(value) = value_of(field, &fits.value) else { return false };
    match field.kind.column() {
        None => {
            let reference = E::REFERENCES.iter().find(|reference| reference.field == field.name);
            let Some(reference) = reference else { return false };
            refers_to(statement, reference, value);
        }
        Some(column) => {
            statement.push(" and ").name(field.column).push(" ").push(fits.operator).push(" ");
            statement.bind(value, column);
        }
    }
    true
}

/// What a column has for a value of a rule.
fn value_of<E: 'static>(field: &Field<E>, operand: &Operand) -> Option<Value> {
    let text = match operand {
        Operand::Flag(flag) => flag.to_string(),
        Operand::Text(text) => text.clone(),
        Operand::Number(number) => number.to_plain_string(),
        Operand::Moment(moment) if field.kind.column() == Some(Column::Day) => {
            moment.date().to_string()
        }
        Operand::Moment(moment) => moment.to_string(),
        Operand::Missing | Operand::Span(_) => return None,
    };
    field.kind.parse(&text)
}

//! Reads and writes the rows of a resource. Every statement is limited to a tenant.

use std::collections::HashSet;

use uuid::Uuid;

use super::definition::Definition;
use super::entity::{Entity, OnDelete, Reference};
use super::links;
use super::record::Record;
use crate::database::{Column, Session, Statement, Value, quoted};
use crate::http::Failure;

/// Databases limit the number of parameters of a statement.
const BATCH: usize = 500;

pub async fn find<E: Entity>(
    session: &mut Session,
    definition: &Definition<E>,
    tenant: Uuid,
    id: Uuid,
) -> Result<Option<Record<E>>, Failure> {
    fetch(session, definition, tenant, id, "").await
}

/// Reads a record that will be changed: until the transaction ends, nobody else can.
pub async fn lock<E: Entity>(
    session: &mut Session,
    definition: &Definition<E>,
    tenant: Uuid,
    id: Uuid,
) -> Result<Option<Record<E>>, Failure> {
    // The one writer of SQLite locks everything.
    let suffix = if session.is_sqlite() { "" } else { " for update" };
    fetch(session, definition, tenant, id, suffix).await
}

async fn fetch<E: Entity>(
    session: &mut Session,
    definition: &Definition<E>,
    tenant: Uuid,
    id: Uuid,
    suffix: &str,
) -> Result<Option<Record<E>>, Failure> {
    let Definition { columns, table, .. } = definition;
    let sql = format!("select {columns} from {table} where _tenant = $1 and id = $2{suffix}");
    let Some(row) = session.first(&Statement::new(sql).id(tenant).id(id)).await? else {
        return Ok(None);
    };
    let mut records = vec![definition.record(&row)?];
    links::load(session, definition, tenant, &mut records).await?;
    Ok(records.pop())
}

pub async fn insert<E: Entity>(
    session: &mut Session,
    definition: &Definition<E>,
    record: &Record<E>,
) -> Result<(), Failure> {
    let mut statement = Statement::new(format!(
        "insert into {} ({}) values (",
        definition.table, definition.columns
    ));
    for (at, (value, column)) in definition.values(record).into_iter().enumerate() {
        statement.push(if at == 0 { "" } else { ", " }).bind(value, column);
    }
    session.run(statement.push(")")).await?;
    links::save(session, definition, record, None).await
}

/// Writes what has changed since `previous`, and the version.
pub async fn update<E: Entity>(
    session: &mut Session,
    definition: &Definition<E>,
    record: &Record<E>,
    previous: &Record<E>,
) -> Result<(), Failure> {
    let mut statement = Statement::new(format!("update {} set _version = ", definition.table));
    statement.bind(Value::Integer(record.version), Column::Integer);
    statement.push(", updated_at = ").bind(Value::Time(record.updated_at), Column::Time);
    for field in &definition.fields {
        let (Some(column), value) = (field.kind.column(), field.get(&record.data)) else {
            continue;
        };
        if value != field.get(&previous.data) {
            statement.push(", ").name(field.column).push(" = ").bind(value, column);
        }
    }
    statement.push(" where _tenant = ").bind(Value::Id(record.tenant_id), Column::Id);
    statement.push(" and id = ").bind(Value::Id(record.id), Column::Id);
    session.run(&statement).await?;
    links::save(session, definition, record, Some(previous)).await
}

pub async fn delete<E: Entity>(
    session: &mut Session,
    definition: &Definition<E>,
    record: &Record<E>,
) -> Result<(), Failure> {
    links::clear(session, definition, record).await?;
    let sql = format!("delete from {} where _tenant = $1 and id = $2", definition.table);
    session.run(&Statement::new(sql).id(record.tenant_id).id(record.id)).await?;
    Ok(())
}

/// Those of `ids` that are ids of records of a table.
pub async fn existing(
    session: &mut Session,
    table: &str,
    tenant: Uuid,
    ids: &[Uuid],
) -> Result<HashSet<Uuid>, Failure> {
    let mut there = HashSet::new();
    for some in ids.chunks(BATCH) {
        let mut statement =
            Statement::new(format!("select id from {} where _tenant = ", quoted(table)));
        statement.bind(Value::Id(tenant), Column::Id).push(" and id in (");
        for (at, id) in some.iter().enumerate() {
            statement.push(if at == 0 { "" } else { ", " }).bind(Value::Id(*id), Column::Id);
        }
        for row in session.all(statement.push(")")).await? {
            there.insert(row.id(0)?);
        }
    }
    Ok(there)
}

/// The ids of the records of a table that refer to one. Where one is enough to say no, only so many
/// that one is not among the `known` ones.
pub async fn referring(
    session: &mut Session,
    table: &str,
    reference: &Reference,
    tenant: Uuid,
    target: Uuid,
    known: usize,
) -> Result<Vec<Uuid>, Failure> {
    let sql = if reference.many {
        let pairs = quoted(reference.column);
        format!(
            "select source_id from {pairs} where _tenant = $1 and target_id = $2 order by source_id"
        )
    } else {
        let (table, column) = (quoted(table), quoted(reference.column));
        format!("select id from {table} where _tenant = $1 and {column} = $2 order by id")
    };
    let limit = if reference.on_delete == OnDelete::Restrict {
        format!(" limit {}", known + 1)
    } else {
        String::new()
    };
    let rows = session.all(&Statement::new(sql + &limit).id(tenant).id(target)).await?;
    rows.iter().map(|row| Ok(row.id(0)?)).collect()
}

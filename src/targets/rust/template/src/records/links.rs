//! References to many: tables of pairs.

use std::collections::HashMap;

use uuid::Uuid;

use super::definition::Definition;
use super::entity::Entity;
use super::record::Record;
use crate::database::{Column, Session, Statement, Value, quoted};
use crate::http::Failure;

/// Fills in the references to many of some records.
pub async fn load<E: Entity>(
    session: &mut Session,
    definition: &Definition<E>,
    tenant: Uuid,
    records: &mut [Record<E>],
) -> Result<(), Failure> {
    if records.is_empty() {
        return Ok(());
    }
    for (reference, field) in definition.links() {
        let pairs = quoted(reference.column);
        let mut statement =
            Statement::new(format!("select source_id, target_id from {pairs} where _tenant = "));
        statement.bind(Value::Id(tenant), Column::Id).push(" and source_id in (");
        for (at, record) in records.iter().enumerate() {
            statement.push(if at == 0 { "" } else { ", " }).bind(Value::Id(record.id), Column::Id);
        }
        statement.push(") order by target_id");
        let mut targets: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
        for row in session.all(&statement).await? {
            targets.entry(row.id(0)?).or_default().push(row.id(1)?);
        }
        for record in &mut *records {
            let ids = targets.remove(&record.id).unwrap_or_default();
            field.set(&mut record.data, Value::Ids(ids))?;
        }
    }
    Ok(())
}

/// Writes the pairs of a record that are new, and deletes those that are gone.
pub async fn save<E: Entity>(
    session: &mut Session,
    definition: &Definition<E>,
    record: &Record<E>,
    previous: Option<&Record<E>>,
) -> Result<(), Failure> {
    for (reference, field) in definition.links() {
        let ids = |of: &Record<E>| match field.get(&of.data) {
            Value::Ids(ids) => ids,
            _ => Vec::new(),
        };
        let (after, before) = (ids(record), previous.map(ids).unwrap_or_default());
        let pairs = quoted(reference.column);
        for target in before.iter().filter(|target| !after.contains(target)) {
            let sql = format!(
                "delete from {pairs} where _tenant = $1 and source_id = $2 and target_id = $3"
            );
            session
                .run(&Statement::new(sql).id(record.tenant_id).id(record.id).id(*target))
                .await?;
        }
        for target in after.iter().filter(|target| !before.contains(target)) {
            let sql =
                format!("insert into {pairs} (_tenant, source_id, target_id) values ($1, $2, $3)");
            session
                .run(&Statement::new(sql).id(record.tenant_id).id(record.id).id(*target))
                .await?;
        }
    }
    Ok(())
}

/// Deletes all pairs of a record.
pub async fn clear<E: Entity>(
    session: &mut Session,
    definition: &Definition<E>,
    record: &Record<E>,
) -> Result<(), Failure> {
    for (reference, _) in definition.links() {
        let sql = format!(
            "delete from {} where _tenant = $1 and source_id = $2",
            quoted(reference.column)
        );
        session.run(&Statement::new(sql).id(record.tenant_id).id(record.id)).await?;
    }
    Ok(())
}

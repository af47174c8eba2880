//! Pages of records.

use serde::Serialize;
use uuid::Uuid;

use super::cursor::Cursors;
use super::definition::Definition;
use super::entity::{Entity, Grant, Reference};
use super::links;
use super::list_query::{Filter, ListQuery, Sort};
use super::record::Record;
use crate::caller::Caller;
use crate::database::{Column, Session, Statement, Value, quoted};
use crate::fields::{Id, Kind};
use crate::http::{Failure, Problem};

/// Which records a list is of: those that the caller may see, and that refer to `parent`.
pub struct Reach<'request> {
    pub caller: &'request Caller,
    pub grant: Grant,
    pub parent: Option<(&'static Reference, Uuid)>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordPage<E> {
    items: Vec<Record<E>>,
    next_cursor: Option<String>,
}

/// A page of a list. Its cost does not grow with its distance from the first.
pub async fn page_of<E: Entity>(
    session: &mut Session,
    definition: &Definition<E>,
    asked: &ListQuery<'_>,
    reach: &Reach<'_>,
    cursors: &Cursors,
) -> Result<RecordPage<E>, Failure> {
    let parent = reach.parent.map(|(reference, id)| format!("{} {id}", reference.field));
    let purpose = format!("{} {parent:?} {}", definition.path, asked.purpose);
    let mut statement = Statement::new(format!(
        "select {} from {} as record where record._tenant = ",
        definition.columns, definition.table
    ));
    statement.bind(Value::Id(reach.caller.tenant_id), Column::Id);
    if reach.grant == Grant::Own {
        statement.push(" and _created_by = ").bind(Value::Id(reach.caller.account_id), Column::Id);
    }
    if let Some((reference, id)) = reach.parent {
        refers_to(&mut statement, reference, Value::Id(id));
    }
    for filter in &asked.filters {
        condition(&mut statement, filter);
    }
    if let Some(text) = &asked.q {
        contains(&mut statement, definition.searched(), text, session.is_sqlite());
    }
    if let Some(cursor) = &asked.cursor {
        let place = position(&asked.sort, &cursors.decode(cursor, &purpose)?)?;
        is_after(&mut statement, &asked.sort, &place);
    }
    order(&mut statement, &asked.sort);
    // One more than asked for tells whether there is another page.
    statement.push(&format!(" limit {}", asked.limit + 1));
    let rows = session.all(&statement).await?;
    let shown = rows.iter().take(asked.limit).map(|row| definition.record(row));
    let mut items = shown.collect::<Result<Vec<_>, _>>()?;
    links::load(session, definition, reach.caller.tenant_id, &mut items).await?;
    let last = items.last().filter(|_| rows.len() > asked.limit);
    let next_cursor =
        last.map(|last| cursors.encode(&place(definition, &asked.sort, last), &purpose));
    Ok(RecordPage { items, next_cursor })
}

/// Narrows a statement to records that refer to one.
pub fn refers_to(statement: &mut Statement, reference: &Reference, target: Value) {
    if !reference.many {
        statement.push(" and ").name(reference.column).push(" = ").bind(target, Column::Id);
        return;
    }
    let pairs = quoted(reference.column);
    statement.push(&format!(
        " and exists (select 1 from {pairs} as pair where pair._tenant = record._tenant \
         and pair.source_id = record.id and pair.target_id = "
    ));
    statement.bind(target, Column::Id).push(")");
}

fn condition(statement: &mut Statement, filter: &Filter<'_>) {
    match filter {
        Filter::Contains(reference, id) => refers_to(statement, reference, id.clone()),
        Filter::Null(listed, missing) => {
            statement.push(" and ").name(listed.column);
            statement.push(if *missing { " is null" } else { " is not null" });
        }
        Filter::Compare(listed, operator, value) => {
            statement.push(" and ").name(listed.column).push(&format!(" {operator} "));
            statement.bind(value.clone(), column(listed.kind));
        }
        Filter::In(listed, values) => {
            statement.push(" and ").name(listed.column).push(" in (");
            for (at, value) in values.iter().enumerate() {
                statement
                    .push(if at == 0 { "" } else { ", " })
                    .bind(value.clone(), column(listed.kind));
            }
            statement.push(")");
        }
    }
}

/// Ignores ASCII case, as databases do; no character has a special meaning.
fn contains(
    statement: &mut Statement,
    columns: impl Iterator<Item = &'static str>,
    text: &str,
    is_sqlite: bool,
) {
    let place = if is_sqlite { "instr" } else { "strpos" };
    statement.push(" and (");
    for (at, name) in columns.enumerate() {
        statement.push(if at == 0 { "" } else { " or " });
        statement.push(place).push("(lower(").name(name).push("), ");
        statement.bind(Value::Text(text.to_ascii_lowercase()), Column::Text).push(") > 0");
    }
    statement.push(")");
}

/// `id` breaks ties in the direction of the last property, so that one index serves both.
struct SortKey {
    name: &'static str,
    column: Column,
    descending: bool,
    nullable: bool,
}

fn keys(sort: &[Sort<'_>]) -> Vec<SortKey> {
    let own = sort.iter().map(|one| SortKey {
        name: one.listed.column,
        column: column(one.listed.kind),
        descending: one.descending,
        nullable: one.listed.nullable,
    });
    let descending = sort.last().is_some_and(|last| last.descending);
    own.chain([SortKey { name: "id", column: Column::Id, descending, nullable: false }]).collect()
}

/// Missing values come last in either direction.
fn order(statement: &mut Statement, sort: &[Sort<'_>]) {
    statement.push(" order by ");
    for (at, key) in keys(sort).iter().enumerate() {
        statement.push(if at == 0 { "" } else { ", " }).name(key.name);
        statement.push(if key.descending { " desc" } else { " asc" });
        statement.push(if key.nullable { " nulls last" } else { "" });
    }
}

/// Greater in the first property, or equal in it and greater in the next …
fn is_after(statement: &mut Statement, sort: &[Sort<'_>], after: &[Value]) {
    let keys = keys(sort);
    if let (Some(key), Some(value)) = (keys.first(), after.first())
        && !key.nullable
    {
        // It follows from the rest, but only so the database finds the place in an index.
        statement.push(" and ").name(key.name).push(if key.descending { " <= " } else { " >= " });
        statement.bind(value.clone(), key.column);
    }
    statement.push(" and (");
    for (at, (key, value)) in keys.iter().zip(after).enumerate() {
        statement.push(if at == 0 { "(" } else { " or (" });
        for (key, value) in keys.iter().zip(after).take(at) {
            statement.name(key.name);
            if value.is_null() {
                statement.push(" is null and ");
            } else {
                statement.push(" = ").bind(value.clone(), key.column).push(" and ");
            }
        }
        beyond(statement, key, value);
        statement.push(")");
    }
    statement.push(")");
}

fn beyond(statement: &mut Statement, key: &SortKey, value: &Value) {
    if value.is_null() {
        statement.push("1 = 0");
        return;
    }
    statement.push("(").name(key.name).push(if key.descending { " < " } else { " > " });
    statement.bind(value.clone(), key.column);
    if key.nullable {
        statement.push(" or ").name(key.name).push(" is null");
    }
    statement.push(")");
}

/// Where a page ended, as text.
fn place<E: Entity>(
    definition: &Definition<E>,
    sort: &[Sort<'_>],
    last: &Record<E>,
) -> Vec<Option<String>> {
    let values = sort.iter().map(|one| text(&definition.sorted_value(last, one.listed.name)));
    values.chain([Some(last.id.to_string())]).collect()
}

fn position(sort: &[Sort<'_>], place: &[Option<String>]) -> Result<Vec<Value>, Problem> {
    let kinds = sort.iter().map(|one| one.listed.kind).chain([&Id as &dyn Kind]);
    let values = kinds.zip(place).map(|(kind, text)| match text {
        None => Some(Value::Null),
        Some(text) => kind.parse(text),
    });
    let read: Option<Vec<Value>> = values.collect();
    read.ok_or_else(|| Problem::invalid_parameter("cursor", "is not one of this list"))
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Flag(flag) => Some(flag.to_string()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::Text(text) => Some(text.clone()),
        Value::Exact(number) => Some(number.to_string()),
        Value::Day(day) => Some(day.to_string()),
        Value::Time(time) => Some(time.to_string()),
        Value::Id(id) => Some(id.to_string()),
        Value::Null | Value::Json(_) | Value::Ids(_) => None,
    }
}

fn column(kind: &dyn Kind) -> Column {
    kind.column().unwrap_or(Column::Text)
}

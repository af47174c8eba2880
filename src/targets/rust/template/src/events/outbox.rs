//! Events are written in the transaction of the change that they tell of, and read from here.

use serde::Serialize;
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::clock::Moment;
use crate::database::{Row, Session, Statement};
use crate::http::Failure;
use crate::records::Write;
use crate::service;

/// Where in the order of all events one stands: its number, and on PostgreSQL its transaction.
pub type Position = Vec<Option<String>>;

/// A CloudEvent.
#[derive(Serialize)]
pub struct CloudEvent {
    specversion: &'static str,
    id: Uuid,
    source: &'static str,
    r#type: String,
    subject: Uuid,
    time: Moment,
    datacontenttype: &'static str,
    tenantid: Uuid,
    /// The record as answers show it.
    data: Box<RawValue>,
    #[serde(skip)]
    pub position: Position,
}

/// Appends an event; `data` is the record as JSON.
pub async fn append(
    write: &mut Write,
    kind: &str,
    subject: Uuid,
    data: &str,
) -> Result<(), Failure> {
    let insert = Statement::new(
        "insert into _event (id, tenant_id, type, subject, time, data) values ($1, $2, $3, $4, $5, $6)",
    );
    let insert = insert.id(Uuid::now_v7()).id(write.caller.tenant_id).text(kind).id(subject);
    write.session.run(&insert.time(write.now).text(data)).await?;
    Ok(())
}

/// Events of a tenant (none: of all) after a position, oldest first.
pub async fn read_events(
    session: &mut Session,
    tenant: Option<Uuid>,
    after: &Position,
    limit: usize,
) -> Result<Vec<CloudEvent>, Failure> {
    let place = |at: usize| {
        let text = after.get(at).and_then(Option::as_deref).unwrap_or("0");
        text.parse::<i64>().unwrap_or(0)
    };
    let columns = "id, tenant_id, type, subject, time, data, sequence";
    let of_tenant = if tenant.is_some() { " and tenant_id = $3" } else { "" };
    let sql = if session.is_sqlite() {
        format!(
            "select {columns}, 0 from _event where sequence > $1 and $2 = $2{of_tenant} \
             order by sequence limit {limit}"
        )
    } else {
        // Numbers are given before transactions end: what is still under way, and all that began
        // after it, has to wait, or a reader would pass it by.
        format!(
            "select {columns}, transaction_id::text::bigint from _event \
             where transaction_id < pg_snapshot_xmin(pg_current_snapshot()) \
             and (transaction_id, sequence) > ($2::bigint::text::xid8, $1){of_tenant} \
             order by transaction_id, sequence limit {limit}"
        )
    };
    let mut statement = Statement::new(sql).integer(place(0)).integer(place(1));
    if let Some(tenant) = tenant {
        statement = statement.id(tenant);
    }
    session.all(&statement).await?.iter().map(stored).collect()
}

/// False while events of a tenant that have been committed wait for other transactions.
pub async fn is_settled(session: &mut Session, tenant: Uuid) -> Result<bool, Failure> {
    if session.is_sqlite() {
        return Ok(true);
    }
    let waiting = Statement::new(
        "select id from _event where tenant_id = $1 \
         and transaction_id >= pg_snapshot_xmin(pg_current_snapshot()) limit 1",
    );
    Ok(session.first(&waiting.id(tenant)).await?.is_none())
}

fn stored(row: &Row) -> Result<CloudEvent, Failure> {
    let data = RawValue::from_string(row.text(5)?)
        .map_err(|_| Failure::Internal("an event is no JSON"))?;
    Ok(CloudEvent {
        specversion: "1.0",
        id: row.id(0)?,
        source: service::SOURCE,
        r#type: row.text(2)?,
        subject: row.id(3)?,
        time: row.time(4)?,
        datacontenttype: "application/json",
        tenantid: row.id(1)?,
        data,
        position: vec![Some(row.integer(6)?.to_string()), Some(row.integer(7)?.to_string())],
    })
}

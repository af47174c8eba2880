//! Tasks need projects to refer to; nothing here is measured.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;

use crate::App;
use crate::accounts::Caller;
use crate::answer::{Answer, invalid, json};
use crate::database::{id, now};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewProject {
    name: String,
    code: String,
}

pub async fn create(State(app): State<Arc<App>>, caller: Caller, body: Bytes) -> Answer {
    let NewProject { name, code } =
        serde_json::from_slice(&body).map_err(|_| invalid("This is no project"))?;
    let (id, now) = (id(), now());
    let mut write = app.database.write().await?;
    sqlx::query(
        "insert into project (_tenant, _created_by, _version, id, name, code, created_at, updated_at)
         values (?, ?, 1, ?, ?, ?, ?, ?)",
    )
    .bind(caller.tenant)
    .bind(caller.account)
    .bind(&id)
    .bind(&name)
    .bind(&code)
    .bind(&now)
    .bind(&now)
    .execute(&mut *write)
    .await?;
    write.commit().await?;
    let body = serde_json::json!({ "id": id, "name": name, "code": code, "createdAt": now, "updatedAt": now });
    Ok(json(StatusCode::CREATED, &body))
}

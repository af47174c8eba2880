//! The four operations that the bench measures.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::header::{IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

use crate::App;
use crate::accounts::Caller;
use crate::answer::{Answer, Problem, etag_of, invalid, json, text, with_etag, with_location};
use crate::database::{Write, id, now, publish};

/// A task as answers show it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Task {
    id: String,
    title: String,
    description: Option<String>,
    kind: String,
    priority: Option<i64>,
    estimate: Option<String>,
    due_date: Option<String>,
    project_id: String,
    created_at: String,
    updated_at: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct NewTask {
    title: String,
    description: Option<String>,
    kind: String,
    #[serde(default = "three")]
    priority: Option<i64>,
    estimate: Option<String>,
    due_date: Option<String>,
    project_id: String,
}

/// What is absent stays; `null` takes a value away.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Changes {
    title: Option<String>,
    #[serde(default, deserialize_with = "given")]
    description: Option<Option<String>>,
    kind: Option<String>,
    #[serde(default, deserialize_with = "given")]
    priority: Option<Option<i64>>,
    #[serde(default, deserialize_with = "given")]
    estimate: Option<Option<String>>,
    #[serde(default, deserialize_with = "given")]
    due_date: Option<Option<String>>,
    project_id: Option<String>,
}

fn three() -> Option<i64> {
    Some(3)
}

fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

pub async fn page(
    State(app): State<Arc<App>>,
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Answer {
    let (mut limit, mut cursor) = (20, None);
    for (name, value) in query.iter().flat_map(|query| query.split('&')).filter_map(|one| one.split_once('=')) {
        match name {
            "limit" => limit = value.parse().unwrap_or(0),
            "cursor" => cursor = Some(position(value)?),
            _ => return Err(Problem(StatusCode::BAD_REQUEST, "There is no such parameter")),
        }
    }
    if !(1..=100).contains(&limit) {
        return Err(Problem(StatusCode::BAD_REQUEST, "The limit is from 1 to 100"));
    }
    let query = match cursor {
        None => sqlx::query(
            "select id, title, description, kind, priority, estimate, due_date, project_id, created_at, updated_at, _version
             from task where _tenant = ? order by created_at desc, id desc limit ?",
        )
        .bind(&caller.tenant),
        Some([created_at, id]) => sqlx::query(
            "select id, title, description, kind, priority, estimate, due_date, project_id, created_at, updated_at, _version
             from task where _tenant = ?1 and created_at <= ?2 and (created_at < ?2 or (created_at = ?2 and id < ?3))
             order by created_at desc, id desc limit ?4",
        )
        .bind(&caller.tenant)
        .bind(created_at)
        .bind(id),
    };
    let rows = query.bind(limit + 1).fetch_all(&app.database.readers).await?;
    let more = rows.len() > limit as usize;
    let tasks = rows.iter().take(limit as usize).map(task).collect::<Result<Vec<_>, _>>()?;
    let last = tasks.last().filter(|_| more);
    let cursor = last.map(|last| {
        let place = [&last.created_at, &last.id];
        BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_string(&place).expect("texts are JSON"))
    });
    Ok(json(StatusCode::OK, &serde_json::json!({ "items": tasks, "nextCursor": cursor })))
}

pub async fn read(
    State(app): State<Arc<App>>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let row = FIND.query(&caller.tenant, &id).fetch_optional(&app.database.readers).await?;
    let row = row.ok_or(MISSING)?;
    let version = row.try_get(10)?;
    if headers.get(IF_NONE_MATCH).is_some_and(|tag| tag == etag_of(version).as_str()) {
        return Ok(with_etag(StatusCode::NOT_MODIFIED.into_response(), version));
    }
    Ok(with_etag(json(StatusCode::OK, &task(&row)?), version))
}

pub async fn create(State(app): State<Arc<App>>, caller: Caller, body: Bytes) -> Answer {
    let new: NewTask = serde_json::from_slice(&body).map_err(|_| invalid("This is no task"))?;
    let now = now();
    let task = checked(Task {
        id: id(),
        title: new.title,
        description: new.description,
        kind: new.kind,
        priority: new.priority,
        estimate: new.estimate,
        due_date: new.due_date,
        project_id: new.project_id,
        created_at: now.clone(),
        updated_at: now,
    })?;
    let mut write = app.database.write().await?;
    require_project(&mut write, &caller, &task.project_id).await?;
    sqlx::query(
        "insert into task (_tenant, _created_by, _version, id, title, description, kind, priority, estimate, due_date,
         project_id, created_at, updated_at) values (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&caller.tenant)
    .bind(&caller.account)
    .bind(&task.id)
    .bind(&task.title)
    .bind(&task.description)
    .bind(&task.kind)
    .bind(task.priority)
    .bind(task.estimate.as_deref().and_then(cents))
    .bind(&task.due_date)
    .bind(&task.project_id)
    .bind(&task.created_at)
    .bind(&task.updated_at)
    .execute(&mut *write)
    .await?;
    let body = serde_json::to_string(&task).expect("a task is JSON");
    publish(&mut write, &caller.tenant, "workshop.task.created", &task.id, &body).await?;
    write.commit().await?;
    let response = with_etag(text(StatusCode::CREATED, body), 1);
    Ok(with_location(response, format!("/api/tasks/{}", task.id)))
}

pub async fn patch(
    State(app): State<Arc<App>>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let changes: Changes = serde_json::from_slice(&body).map_err(|_| invalid("This is no task"))?;
    let mut write = app.database.write().await?;
    let row = FIND.query(&caller.tenant, &id).fetch_optional(&mut *write).await?.ok_or(MISSING)?;
    let version: i64 = row.try_get(10)?;
    if headers.get(IF_MATCH).is_some_and(|tag| tag != etag_of(version).as_str()) {
        return Err(Problem(StatusCode::PRECONDITION_FAILED, "It has changed"));
    }
    let old = task(&row)?;
    let moved = changes.project_id.as_ref().is_some_and(|project| *project != old.project_id);
    let task = checked(Task {
        title: changes.title.unwrap_or(old.title),
        description: changes.description.unwrap_or(old.description),
        kind: changes.kind.unwrap_or(old.kind),
        priority: changes.priority.unwrap_or(old.priority),
        estimate: changes.estimate.unwrap_or(old.estimate),
        due_date: changes.due_date.unwrap_or(old.due_date),
        project_id: changes.project_id.unwrap_or(old.project_id),
        updated_at: now(),
        ..old
    })?;
    if moved {
        require_project(&mut write, &caller, &task.project_id).await?;
    }
    sqlx::query(
        "update task set _version = ?, title = ?, description = ?, kind = ?, priority = ?, estimate = ?, due_date = ?,
         project_id = ?, updated_at = ? where _tenant = ? and id = ?",
    )
    .bind(version + 1)
    .bind(&task.title)
    .bind(&task.description)
    .bind(&task.kind)
    .bind(task.priority)
    .bind(task.estimate.as_deref().and_then(cents))
    .bind(&task.due_date)
    .bind(&task.project_id)
    .bind(&task.updated_at)
    .bind(&caller.tenant)
    .bind(&task.id)
    .execute(&mut *write)
    .await?;
    let body = serde_json::to_string(&task).expect("a task is JSON");
    publish(&mut write, &caller.tenant, "workshop.task.updated", &task.id, &body).await?;
    write.commit().await?;
    Ok(with_etag(text(StatusCode::OK, body), version + 1))
}

const MISSING: Problem = Problem(StatusCode::NOT_FOUND, "Not found");

/// The statement that two handlers share.
struct Find(&'static str);

const FIND: Find = Find(
    "select id, title, description, kind, priority, estimate, due_date, project_id, created_at, updated_at, _version
     from task where _tenant = ? and id = ?",
);

impl Find {
    fn query<'q>(
        &self,
        tenant: &'q str,
        id: &'q str,
    ) -> sqlx::query::Query<'q, sqlx::Sqlite, sqlx::sqlite::SqliteArguments> {
        sqlx::query(self.0).bind(tenant).bind(id)
    }
}

async fn require_project(write: &mut Write, caller: &Caller, id: &str) -> Result<(), Problem> {
    let found = sqlx::query("select id from project where _tenant = ? and id = ?")
        .bind(&caller.tenant)
        .bind(id)
        .fetch_optional(&mut **write)
        .await?;
    found.map(|_| ()).ok_or(invalid("There is no such project"))
}

fn task(row: &SqliteRow) -> sqlx::Result<Task> {
    let cents: Option<i64> = row.try_get(5)?;
    Ok(Task {
        id: row.try_get(0)?,
        title: row.try_get(1)?,
        description: row.try_get(2)?,
        kind: row.try_get(3)?,
        priority: row.try_get(4)?,
        estimate: cents.map(|cents| format!("{}.{:02}", cents / 100, cents % 100)),
        due_date: row.try_get(6)?,
        project_id: row.try_get(7)?,
        created_at: row.try_get(8)?,
        updated_at: row.try_get(9)?,
    })
}

/// The task with two digits in its estimate, if it may be like that.
fn checked(task: Task) -> Result<Task, Problem> {
    let longer = |text: &str, most: usize| text.len() > most && text.chars().count() > most;
    if task.title.trim().is_empty() || longer(&task.title, 120) {
        return Err(invalid("The title has 1 to 120 characters"));
    }
    if task.description.as_ref().is_some_and(|text| longer(text, 10_000)) {
        return Err(invalid("The description has at most 10,000 characters"));
    }
    if !matches!(task.kind.as_str(), "bug" | "feature" | "chore") {
        return Err(invalid("There is no such kind"));
    }
    if task.priority.is_some_and(|priority| !(1..=5).contains(&priority)) {
        return Err(invalid("The priority is from 1 to 5"));
    }
    if task.due_date.as_ref().is_some_and(|day| day.parse::<NaiveDate>().is_err()) {
        return Err(invalid("The due date is no date"));
    }
    if Uuid::parse_str(&task.project_id).is_err() {
        return Err(invalid("The project is no UUID"));
    }
    let estimate = match &task.estimate {
        None => None,
        Some(text) => {
            let cents = cents(text).ok_or(invalid("The estimate is no decimal"))?;
            Some(format!("{}.{:02}", cents / 100, cents % 100))
        }
    };
    Ok(Task { estimate, ..task })
}

/// `12.5` is 1250.
fn cents(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str, most| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !digits(whole, 6) || !digits(part, 2) {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 100 + part)
}

fn position(cursor: &str) -> Result<[String; 2], Problem> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).ok();
    bytes
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .ok_or(Problem(StatusCode::BAD_REQUEST, "The cursor is damaged"))
}

//! The routes by which the owner manages the accounts of his tenant.

use std::collections::HashSet;
use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::account::{Account, COLUMNS};
use super::accounts::{add_account, change_roles};
use super::credentials::{read_new_account, read_role_change};
use crate::caller::Caller;
use crate::database::{Conflict, Statement};
use crate::http::{
    Code, Failure, JsonBody, NoQuery, Problem, QueryParameters, RecordId, json_response,
};
use crate::records::{CurrentCaller, Write};
use crate::service;
use crate::surroundings::{Surroundings, retrying};

/// The owner of a tenant. Fails with 403.
pub struct Owner(pub Caller);

impl<S> FromRequestParts<S> for Owner
where
    S: Send + Sync,
    Arc<Surroundings>: FromRef<S>,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let CurrentCaller(caller) = CurrentCaller::from_request_parts(parts, state).await?;
        if caller.is_owner() {
            return Ok(Self(caller));
        }
        Err(Problem::new(Code::Forbidden, "Only the owner may do this.").into())
    }
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct AccountPage {
    items: Vec<Account>,
    #[schema(required)]
    next_cursor: Option<String>,
}

/// The accounts of the tenant.
#[utoipa::path(
    get,
    path = "/api/auth/members",
    operation_id = "listMembers",
    tag = "Accounts",
    params(("limit" = Option<u32>, Query), ("cursor" = Option<String>, Query)),
    responses((status = 200, body = AccountPage)),
)]
pub async fn list_members(
    State(around): State<Arc<Surroundings>>,
    Owner(owner): Owner,
    QueryParameters(query): QueryParameters,
) -> Result<Response, Failure> {
    query.only(&["limit", "cursor"])?;
    let limit = query.limit(service::PAGE_SIZE)?;
    let after = match query.get("cursor") {
        None => Uuid::nil(),
        Some(cursor) => {
            let position = around.cursors.decode(cursor, "members")?;
            let id = position.into_iter().flatten().next().and_then(|text| text.parse().ok());
            id.ok_or_else(|| Problem::invalid_parameter("cursor", "is not one of this list"))?
        }
    };
    let sql = format!(
        "select {COLUMNS} from _account where tenant_id = $1 and id > $2 order by id limit {}",
        limit + 1
    );
    let statement = Statement::new(sql).id(owner.tenant_id).id(after);
    let rows = around.database.read().await?.all(&statement).await?;
    let items = rows.iter().take(limit).map(Account::read).collect::<sqlx::Result<Vec<_>>>()?;
    let last = items.last().filter(|_| rows.len() > limit);
    let next_cursor =
        last.map(|last| around.cursors.encode(&[Some(last.id.to_string())], "members"));
    json_response(StatusCode::OK, &AccountPage { items, next_cursor })
}

/// Adds an account with roles to the tenant.
#[utoipa::path(
    post,
    path = "/api/auth/members",
    operation_id = "addMember",
    tag = "Accounts",
    responses((status = 201, body = Account)),
)]
pub async fn add_member(
    State(around): State<Arc<Surroundings>>,
    Owner(owner): Owner,
    _: NoQuery,
    JsonBody(body): JsonBody,
) -> Result<Response, Failure> {
    let resource = around.registry.account().map(AsRef::as_ref);
    let given = read_new_account(&body, resource, true)?;
    let hash = around.identity.passwords.hash(given.password).await?;
    let account = retrying(|| async {
        let given = read_new_account(&body, resource, true)?;
        let mut write = Write::begin(&around, &owner).await?;
        let account = add_account(&mut write, given, &hash, owner.tenant_id).await?;
        write.commit().await?;
        Ok(account)
    })
    .await?;
    json_response(StatusCode::CREATED, &account)
}

/// Gives an account other roles.
#[utoipa::path(
    patch,
    path = "/api/auth/members/{id}",
    operation_id = "updateMember",
    tag = "Accounts",
    params(("id" = String, Path)),
    responses((status = 200, body = Account)),
)]
pub async fn change_member(
    State(around): State<Arc<Surroundings>>,
    Owner(owner): Owner,
    RecordId(id): RecordId,
    _: NoQuery,
    JsonBody(body): JsonBody,
) -> Result<Response, Failure> {
    let roles = read_role_change(&body)?;
    let account = retrying(|| async {
        let mut write = Write::begin(&around, &owner).await?;
        let mut account = lock_member(&mut write, id).await?;
        change_roles(&mut write, &mut account, roles.clone()).await?;
        write.commit().await?;
        Ok(account)
    })
    .await?;
    json_response(StatusCode::OK, &account)
}

/// Removes an account, its sessions, and its record.
#[utoipa::path(
    delete,
    path = "/api/auth/members/{id}",
    operation_id = "removeMember",
    tag = "Accounts",
    params(("id" = String, Path)),
    responses((status = 204)),
)]
pub async fn remove_member(
    State(around): State<Arc<Surroundings>>,
    Owner(owner): Owner,
    RecordId(id): RecordId,
    _: NoQuery,
) -> Result<Response, Failure> {
    retrying(|| async {
        let mut write = Write::begin(&around, &owner).await?;
        let account = lock_member(&mut write, id).await?;
        if let Some(resource) = around.registry.account() {
            resource.remove(&mut write, account.id, &mut HashSet::new()).await?;
        }
        for sql in
            ["delete from _session where account_id = $1", "delete from _account where id = $1"]
        {
            write.session.run(&Statement::new(sql).id(account.id)).await?;
        }
        write.commit().await
    })
    .await
    .map_err(referenced)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Foreign keys are checked at the end where records are deleted that refer to each other.
fn referenced(failure: Failure) -> Failure {
    match &failure {
        Failure::Database(error)
            if matches!(Conflict::of(error), Some(Conflict::ForeignKey { .. })) =>
        {
            Problem::new(Code::Referenced, "Other records still refer to this one.").into()
        }
        _ => failure,
    }
}

/// The member in the path, locked. Fails with 409 for the owner himself.
async fn lock_member(write: &mut Write, id: Uuid) -> Result<Account, Failure> {
    let lock = if write.session.is_sqlite() { "" } else { " for update" };
    let sql = format!("select {COLUMNS} from _account where id = $1 and tenant_id = $2{lock}");
    let row = write.session.first(&Statement::new(sql).id(id).id(write.caller.tenant_id)).await?;
    let account = Account::read(&row.ok_or_else(Problem::not_found)?)?;
    if account.is_owner() {
        let detail = "The owner can be neither changed nor removed.";
        return Err(Problem::new(Code::Conflict, detail).into());
    }
    Ok(account)
}

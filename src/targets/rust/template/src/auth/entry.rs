//! Register, log in, log out.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::account::{Account, COLUMNS};
use super::accounts::{add_account, open_session};
use super::cookie::set_cookie;
use super::credentials::{read_login, read_new_account};
use super::failures::{count_attempt, forget_failures};
use crate::caller::Caller;
use crate::clock::Moment;
use crate::database::Statement;
use crate::http::{Client, Failure, JsonBody, NoQuery, Problem, json_response};
use crate::records::{CurrentCaller, Stranger, Write};
use crate::surroundings::{Surroundings, retrying};

/// An account, and a token to send from now on.
#[derive(Serialize, ToSchema)]
struct SignedIn<'token> {
    account: Account,
    #[schema(min_length = 1)]
    token: &'token str,
}

/// Makes an account, and a tenant that it owns.
#[utoipa::path(
    post,
    path = "/api/auth/register",
    operation_id = "register",
    tag = "Accounts",
    responses((status = 201, body = SignedIn)),
)]
pub async fn register(
    State(around): State<Arc<Surroundings>>,
    Extension(client): Extension<Client>,
    _: Stranger,
    _: NoQuery,
    JsonBody(body): JsonBody,
) -> Result<Response, Failure> {
    let resource = around.registry.account().map(AsRef::as_ref);
    let given = read_new_account(&body, resource, false)?;
    let hash = around.identity.passwords.hash(given.password).await?;
    let (account, session) = retrying(|| async {
        let given = read_new_account(&body, resource, false)?;
        let mut write = Write::begin(&around, &Caller::everyone()).await?;
        let account = add_account(&mut write, given, &hash, Uuid::now_v7()).await?;
        let now = write.now;
        let session = open_session(&mut write.session, account.id, now).await?;
        write.commit().await?;
        Ok((account, session))
    })
    .await?;
    sign_in(&around, &client, account, session, StatusCode::CREATED)
}

/// Anything wrong is answered alike, and in the same time.
#[utoipa::path(
    post,
    path = "/api/auth/login",
    operation_id = "login",
    tag = "Accounts",
    responses((status = 200, body = SignedIn)),
)]
pub async fn login(
    State(around): State<Arc<Surroundings>>,
    Extension(client): Extension<Client>,
    _: Stranger,
    _: NoQuery,
    JsonBody(body): JsonBody,
) -> Result<Response, Failure> {
    let given = read_login(&body)?;
    let now = Moment::now();
    count_attempt(&around.database, &given.email, now).await?;
    let read =
        Statement::new(format!("select {COLUMNS}, password_hash from _account where email = $1"));
    let row = around.database.read().await?.first(&read.text(&given.email)).await?;
    let hash = row.as_ref().map(|row| row.text(4)).transpose()?;
    let right = around.identity.passwords.verify(hash, given.password).await?;
    let Some(row) = row.filter(|_| right) else {
        return Err(Problem::unauthenticated("The e-mail address or the password is wrong.").into());
    };
    let account = Account::read(&row)?;
    let mut session = around.database.write().await?;
    forget_failures(&mut session, &given.email).await?;
    let id = open_session(&mut session, account.id, now).await?;
    session.commit().await?;
    sign_in(&around, &client, account, id, StatusCode::OK)
}

/// Ends the session.
#[utoipa::path(
    post,
    path = "/api/auth/logout",
    operation_id = "logout",
    tag = "Accounts",
    responses((status = 204)),
)]
pub async fn logout(
    State(around): State<Arc<Surroundings>>,
    Extension(client): Extension<Client>,
    CurrentCaller(caller): CurrentCaller,
    _: NoQuery,
) -> Result<Response, Failure> {
    let mut session = around.database.write().await?;
    session
        .run(&Statement::new("delete from _session where id = $1").id(caller.session_id))
        .await?;
    session.commit().await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    set_cookie(&mut response, &client, None)?;
    Ok(response)
}

/// The account of the caller.
#[utoipa::path(
    get,
    path = "/api/auth/me",
    operation_id = "getMe",
    tag = "Accounts",
    responses((status = 200, body = Account)),
)]
pub async fn me(
    State(around): State<Arc<Surroundings>>,
    CurrentCaller(caller): CurrentCaller,
    _: NoQuery,
) -> Result<Response, Failure> {
    let read = Statement::new(format!("select {COLUMNS} from _account where id = $1"));
    let row = around.database.read().await?.first(&read.id(caller.account_id)).await?;
    let row = row.ok_or_else(|| Problem::unauthenticated("Log in first."))?;
    json_response(StatusCode::OK, &Account::read(&row)?)
}

fn sign_in(
    around: &Surroundings,
    client: &Client,
    account: Account,
    session: Uuid,
    status: StatusCode,
) -> Result<Response, Failure> {
    let token = around.identity.tokens.sign(session, account.id)?;
    let mut response = json_response(status, &SignedIn { account, token: &token })?;
    set_cookie(&mut response, client, Some(&token))?;
    Ok(response)
}

//! Accounts and their sessions. Where accounts have a record of a resource, it comes with them.

use chrono::TimeDelta;
use uuid::Uuid;

use super::account::{Account, read_roles};
use super::credentials::NewAccount;
use super::tokens::SESSION_SECONDS;
use crate::caller::Caller;
use crate::clock::Moment;
use crate::database::{Column, Session, Statement, Value};
use crate::http::{Code, Failure, Issue, Problem};
use crate::records::{AccountPart, AnyResource, Preset, Write};

/// Who is logged in; looked up for each request, so that new roles and logouts apply at once.
pub async fn caller_in(session: &mut Session, id: Uuid) -> Result<Option<Caller>, Failure> {
    let statement = Statement::new(
        "select a.id, a.tenant_id, a.roles from _account as a join _session as s on s.account_id = a.id \
         where s.id = $1 and s.expires_at > $2",
    );
    let row = session.first(&statement.id(id).time(Moment::now())).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Caller {
        account_id: row.id(0)?,
        tenant_id: row.id(1)?,
        session_id: id,
        roles: read_roles(&row, 2)?,
    }))
}

/// Adds an account to a tenant. Fails with 409 if the e-mail address is taken.
pub async fn add_account(
    write: &mut Write,
    given: NewAccount,
    password_hash: &str,
    tenant_id: Uuid,
) -> Result<Account, Failure> {
    let account = Account { id: Uuid::now_v7(), email: given.email, roles: given.roles, tenant_id };
    let insert = Statement::new(
        "insert into _account (id, tenant_id, email, password_hash, roles, created_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
    );
    let insert = insert
        .id(account.id)
        .id(tenant_id)
        .text(&account.email)
        .text(password_hash)
        .with(roles_value(&account.roles), Column::Json)
        .time(write.now);
    if write.session.run(&insert).await? == 0 {
        return Err(email_taken().into());
    }
    let around = write.around.clone();
    if let Some(resource) = around.registry.account() {
        let maker = Caller {
            account_id: account.id,
            tenant_id,
            session_id: Uuid::nil(),
            roles: account.roles.clone(),
        };
        let before = std::mem::replace(&mut write.caller, maker);
        let preset =
            Preset { id: Some(account.id), properties: shown(resource.as_ref(), &account) };
        resource.create(write, given.record, preset).await?;
        write.caller = before;
    }
    Ok(account)
}

/// Starts a session; its id goes into a token.
pub async fn open_session(
    session: &mut Session,
    account: Uuid,
    now: Moment,
) -> Result<Uuid, Failure> {
    let id = Uuid::now_v7();
    session.run(&Statement::new("delete from _session where expires_at < $1").time(now)).await?;
    let expires = now.plus(TimeDelta::seconds(SESSION_SECONDS)).unwrap_or(now);
    let insert =
        Statement::new("insert into _session (id, account_id, expires_at) values ($1, $2, $3)");
    session.run(&insert.id(id).id(account).time(expires)).await?;
    Ok(id)
}

/// Changes the roles of an account, and what its record shows of them.
pub async fn change_roles(
    write: &mut Write,
    account: &mut Account,
    roles: Vec<String>,
) -> Result<(), Failure> {
    account.roles = roles;
    let update = Statement::new("update _account set roles = $1 where id = $2");
    let update = update.with(roles_value(&account.roles), Column::Json).id(account.id);
    write.session.run(&update).await?;
    let around = write.around.clone();
    match around.registry.account() {
        Some(resource) => resource.set(write, account.id, shown(resource.as_ref(), account)).await,
        None => Ok(()),
    }
}

/// What the record of an account shows of it: its e-mail, and the first of its roles that the field
/// can have.
fn shown(resource: &dyn AnyResource, account: &Account) -> Vec<(&'static str, Value)> {
    let parts = resource.account_parts().unwrap_or_default().iter();
    let properties = parts.map(|(field, part)| {
        let value = match part {
            AccountPart::Email => Some(&account.email),
            AccountPart::Role => account.roles.iter().find(|role| resource.takes(field, role)),
        };
        (*field, value.map_or(Value::Null, |text| Value::Text(text.clone())))
    });
    properties.collect()
}

fn roles_value(roles: &[String]) -> Value {
    Value::Json(roles.iter().map(String::as_str).collect())
}

fn email_taken() -> Problem {
    Problem::new(Code::Conflict, "There is an account with this e-mail address already.")
        .errors(vec![Issue::new("/email".to_owned(), "duplicate", "is taken")])
}

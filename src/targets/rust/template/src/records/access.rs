//! Who may do what: extractors that let in who may, before anything else of a request is looked at.

use std::marker::PhantomData;
use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;

use super::definition::{Operation, grant_of};
use super::entity::{Entity, Grant};
use super::record::Record;
use super::resource::Resource;
use crate::caller::Caller;
use crate::http::{Client, Code, Failure, Problem, require_json_accepted};
use crate::surroundings::Surroundings;

/// Who sends a request. Fails with 401, or with 429 if he has sent too many.
pub struct CurrentCaller(pub Caller);

impl CurrentCaller {
    /// For requests that no route takes, too.
    pub async fn of(parts: &Parts, around: &Surroundings) -> Result<Caller, Failure> {
        match around.identity.authenticate(parts, around).await {
            Ok(caller) => {
                let client = if around.identity.is_public() {
                    address_of(parts)
                } else {
                    caller.account_id.to_string()
                };
                around.rate_limit.count(&client)?;
                Ok(caller)
            }
            Err(failure) => {
                around.rate_limit.count(&address_of(parts))?;
                Err(failure)
            }
        }
    }
}

impl<S> FromRequestParts<S> for CurrentCaller
where
    S: Send + Sync,
    Arc<Surroundings>: FromRef<S>,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let caller = Self::of(parts, &Arc::<Surroundings>::from_ref(state)).await?;
        require_json_accepted(&parts.headers)?;
        Ok(Self(caller))
    }
}

/// Anyone, on paths that are open to everyone. Fails with 429.
pub struct Stranger;

impl<S> FromRequestParts<S> for Stranger
where
    S: Send + Sync,
    Arc<Surroundings>: FromRef<S>,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        require_json_accepted(&parts.headers)?;
        Arc::<Surroundings>::from_ref(state).rate_limit.count(&address_of(parts))?;
        Ok(Self)
    }
}

fn address_of(parts: &Parts) -> String {
    parts.extensions.get::<Client>().map(|client| client.address.to_string()).unwrap_or_default()
}

/// An operation, as a type.
pub trait Doing: Send + Sync + 'static {
    const OPERATION: Operation;
}

macro_rules! doing {
    ($($name:ident),+) => {$(
        pub struct $name;

        impl Doing for $name {
            const OPERATION: Operation = Operation::$name;
        }
    )+};
}

doing!(Read, Create, Update, Delete);

/// A caller who may do an operation, and with which records. Fails with 401, 403, 406 or 429.
pub struct Access<E, D> {
    pub caller: Caller,
    pub grant: Grant,
    doing: PhantomData<fn() -> (E, D)>,
}

impl<E: Entity, D: Doing> FromRequestParts<Resource<E>> for Access<E, D> {
    type Rejection = Failure;

    async fn from_request_parts(
        parts: &mut Parts,
        resource: &Resource<E>,
    ) -> Result<Self, Failure> {
        let CurrentCaller(caller) = CurrentCaller::from_request_parts(parts, resource).await?;
        let grant = grant_of(&E::GRANTS, D::OPERATION, E::PLURAL, &caller)?;
        Ok(Self { caller, grant, doing: PhantomData })
    }
}

impl<E: Entity, D> Access<E, D> {
    /// Fails with 404 for a record that is not there or not the caller's business.
    pub fn visible(&self, record: Option<Record<E>>) -> Result<Record<E>, Failure> {
        let own = |record: &Record<E>| record.created_by == self.caller.account_id;
        let seen = record.filter(|record| self.grant == Grant::All || own(record));
        seen.ok_or_else(|| Problem::not_found().into())
    }

    /// Unless a permission says otherwise, a member may change his own record only.
    pub fn require_own_account(&self, record: &Record<E>) -> Result<(), Failure> {
        let open = E::ACCOUNT.is_none() || E::GRANTS.update.is_some() || self.caller.is_owner();
        if open || record.id == self.caller.account_id {
            return Ok(());
        }
        Err(Problem::new(Code::Forbidden, "Only the owner may change the records of others.")
            .into())
    }
}

//! Accounts, sessions, tokens, members: how this service knows its callers.

mod account;
mod accounts;
mod cookie;
mod credentials;
mod entry;
mod failures;
mod hmac_provider;
mod identity;
mod members;
mod passwords;
mod tokens;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::service::ROLES;
use crate::surroundings::Surroundings;

pub use account::Account;
pub use identity::Identity;

/// The routes of accounts; where there are no roles, every account is alone in its tenant.
pub fn router(around: Arc<Surroundings>) -> OpenApiRouter {
    let router = OpenApiRouter::new()
        .routes(routes!(entry::register))
        .routes(routes!(entry::login))
        .routes(routes!(entry::logout))
        .routes(routes!(entry::me));
    let router = if ROLES.is_empty() {
        router
    } else {
        router
            .routes(routes!(members::list_members, members::add_member))
            .routes(routes!(members::change_member, members::remove_member))
    };
    router.with_state(around)
}

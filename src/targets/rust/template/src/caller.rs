//! Who sends a request.

use uuid::Uuid;

/// An account and its roles. In a public service all callers are one.
#[derive(Clone, Debug)]
pub struct Caller {
    pub account_id: Uuid,
    pub tenant_id: Uuid,
    pub session_id: Uuid,
    pub roles: Vec<String>,
}

impl Caller {
    /// The caller of a public service: it may do everything, and there is one tenant.
    pub fn everyone() -> Self {
        Self {
            account_id: Uuid::nil(),
            tenant_id: Uuid::nil(),
            session_id: Uuid::nil(),
            roles: vec!["owner".to_owned()],
        }
    }

    pub fn is_owner(&self) -> bool {
        self.roles.iter().any(|role| role == "owner")
    }

    /// The owner of a tenant has every role.
    pub fn has_role(&self, role: &str) -> bool {
        self.is_owner() || self.roles.iter().any(|own| own == role)
    }
}

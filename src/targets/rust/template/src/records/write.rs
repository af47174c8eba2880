//! What a write happens in.

use std::sync::Arc;

use crate::caller::Caller;
use crate::clock::Moment;
use crate::database::Session;
use crate::http::Failure;
use crate::surroundings::Surroundings;

/// A transaction that writes; it is undone unless it is committed. The time is taken once a request.
pub struct Write {
    pub session: Session,
    pub around: Arc<Surroundings>,
    pub caller: Caller,
    pub now: Moment,
}

impl Write {
    pub async fn begin(around: &Arc<Surroundings>, caller: &Caller) -> Result<Self, Failure> {
        Ok(Self {
            session: around.database.write().await?,
            around: Arc::clone(around),
            caller: caller.clone(),
            now: Moment::now(),
        })
    }

    pub async fn commit(self) -> Result<(), Failure> {
        Ok(self.session.commit().await?)
    }
}

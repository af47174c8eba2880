//! How requests fail.

use axum::response::{IntoResponse, Response};

use super::problem::{Code, Problem};

/// A problem of the caller, or a fault of the service.
#[derive(Debug)]
pub enum Failure {
    Problem(Box<Problem>),
    Database(sqlx::Error),
    /// A fault that must not happen, in words for the log.
    Internal(&'static str),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl Failure {
    /// True if the database asks to try again: a serialisation failure, or a deadlock.
    pub fn is_retryable(&self) -> bool {
        let Self::Database(error) = self else { return false };
        let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
        matches!(code.as_deref(), Some("40001" | "40P01"))
    }
}

/// Faults of the service itself are logged, and answered without a word of it.
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let problem = match self {
            Self::Problem(problem) => *problem,
            Self::Database(error) if is_unavailable(&error) => {
                tracing::error!(error = describe(&error), "the database does not answer");
                Problem::unavailable("The database does not answer.")
            }
            Self::Database(error) => {
                tracing::error!(error = describe(&error), "failed");
                internal()
            }
            Self::Internal(what) => {
                tracing::error!(error = what, "failed");
                internal()
            }
        };
        problem.into_response()
    }
}

fn internal() -> Problem {
    Problem::new(Code::Internal, "Something went wrong; it has been logged.")
}

/// True if the error says that the database can't be reached or is too busy.
pub fn is_unavailable(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => true,
        sqlx::Error::Database(error) => error
            .code()
            // PostgreSQL by class: connection, resources, shutdown. SQLite: busy, locked, full, I/O.
            .is_some_and(|code| match code.len() {
                5 => ["08", "53", "57P"].iter().any(|class| code.starts_with(class)),
                _ => code.parse::<i32>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 10 | 13)),
            }),
        _ => false,
    }
}

/// Messages of databases also carry the values of rows: of those only the code is logged.
fn describe(error: &sqlx::Error) -> String {
    match error.as_database_error() {
        Some(error) => format!("database error {}", error.code().unwrap_or_default()),
        None => error.to_string(),
    }
}

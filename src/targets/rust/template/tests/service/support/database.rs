//! A service on a database of its own: in memory or, with `TEST_DATABASE_URL`, a schema of that one.

use axum::Router;
use service::application::Application;
use service::clock::{self, Moment};
use service::config::Config;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use uuid::Uuid;

use super::caller::Caller;
use super::samples::is_public;

/// Runs a test with the owner of a tenant; in a public service, with anybody.
pub async fn with_owner(test: impl AsyncFnOnce(Caller)) {
    service(async |router| {
        let caller = Caller::anybody(router);
        test(if is_public() { caller } else { caller.register().await }).await;
    })
    .await;
}

/// What tests say about days stays true: all of them take place on this morning.
const BEGIN: &str = "2026-03-02T09:30:00Z";

/// Runs a test with a service.
pub async fn service(test: impl AsyncFnOnce(Router)) {
    clock::begin(Moment::parse(BEGIN).unwrap());
    let schema = format!("test_{}", Uuid::now_v7().simple());
    let server = std::env::var("TEST_DATABASE_URL").ok();
    let mut settings = vec![
        ("DATABASE_FILE".to_owned(), ":memory:".to_owned()),
        ("RATE_LIMIT_PER_MINUTE".to_owned(), "1000000".to_owned()),
    ];
    if let Some(url) = &server {
        run(url, format!("create schema {schema}")).await;
        let own = format!("{url}?options=-c%20search_path%3D{schema}");
        settings.push(("DATABASE_URL".to_owned(), own));
    }
    let application = Application::new(Config::read(settings).unwrap()).await.unwrap();
    let database = application.around.database.clone();
    test(application.router(None)).await;
    database.close().await;
    if let Some(url) = &server {
        run(url, format!("drop schema {schema} cascade")).await;
    }
}

async fn run(url: &str, sql: String) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    connection.execute(AssertSqlSafe(sql)).await.unwrap();
    connection.close().await.unwrap();
}

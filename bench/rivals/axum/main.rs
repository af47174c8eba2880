//! The rival of the generated Rust service: what a good engineer would write by hand with the same crates
//! for the same tables. DATABASE_FILE has the tables already, so that both have the same indexes.

mod accounts;
mod answer;
mod database;
mod projects;
mod tasks;

use std::env::var;
use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use axum::serve::ListenerExt;
use tokio::net::TcpListener;

use accounts::Tokens;
use database::Database;

pub struct App {
    pub database: Database,
    pub tokens: Tokens,
}

#[tokio::main]
async fn main() {
    let database = Database::open(&var("DATABASE_FILE").expect("DATABASE_FILE is not set")).await;
    let app = Arc::new(App { database, tokens: Tokens::new() });
    let router = Router::new()
        .route("/health/ready", get(async || "{\"status\":\"ok\"}"))
        .route("/api/auth/register", post(accounts::register))
        .route("/api/projects", post(projects::create))
        .route("/api/tasks", get(tasks::page).post(tasks::create))
        .route("/api/tasks/{id}", get(tasks::read).patch(tasks::patch))
        .with_state(app);
    let port = var("PORT").unwrap_or_else(|_| "0".to_owned());
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await.expect("the port is free");
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    axum::serve(listener, router).await.expect("the server runs");
}

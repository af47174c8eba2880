//! Runs the service: see [`service::run`].

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    service::run(std::env::vars()).await
}

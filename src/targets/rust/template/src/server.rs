//! Listens, and stops when it is told to.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::ALLOW;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tower::ServiceExt;

use crate::config::Config;
use crate::http::normalize;

/// How long the head of a request may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);
/// After a failure to accept, such as too many open files.
const PAUSE: Duration = Duration::from_millis(50);
/// Requests that are on their way when it is to stop have so long to arrive.
const NOTICE: Duration = Duration::from_millis(100);

/// Answers requests until SIGTERM or SIGINT; those under way are finished.
pub async fn serve(router: Router, config: &Config) -> io::Result<()> {
    let (mut terminated, mut interrupted) =
        (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let listener = TcpListener::bind((config.host.as_str(), config.port)).await?;
    tracing::info!(target: "listening", url = format!("http://{}", listener.local_addr()?), "listening");
    let connections = GracefulShutdown::new();
    let stopped = async {
        stop(&mut terminated, &mut interrupted).await;
        tokio::time::sleep(NOTICE).await;
    };
    tokio::pin!(stopped);
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => answer(&router, stream, peer, &connections),
                Err(_) => tokio::time::sleep(PAUSE).await,
            },
            () = &mut stopped => break,
        }
    }
    drop(listener);
    let most = Duration::from_secs(config.shutdown_timeout_seconds);
    // Who is not finished by then is not waited for.
    let _ = tokio::time::timeout(most, connections.shutdown()).await;
    Ok(())
}

async fn stop(terminated: &mut Signal, interrupted: &mut Signal) {
    tokio::select! {
        _ = terminated.recv() => {}
        _ = interrupted.recv() => {}
    }
}

fn answer(router: &Router, stream: TcpStream, peer: SocketAddr, connections: &GracefulShutdown) {
    // It only makes answers come later.
    let _ = stream.set_nodelay(true);
    let enter = move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        normalize(request.uri_mut());
        request.extensions_mut().insert(ConnectInfo(peer));
        request
    };
    let service = router.clone().map_request(enter).map_response(hide_methods);
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    let connection = connections.watch(connection);
    // A connection that breaks is nobody's fault.
    tokio::spawn(async move { drop(connection.await) });
}

/// The router tells strangers, too, which methods a path has.
fn hide_methods(mut response: Response) -> Response {
    if !matches!(response.status(), StatusCode::NO_CONTENT | StatusCode::METHOD_NOT_ALLOWED) {
        response.headers_mut().remove(ALLOW);
    }
    response
}

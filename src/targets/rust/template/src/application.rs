//! Puts the service together.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use axum::Router;
use axum::extract::Request;
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use uuid::Uuid;

use crate::auth::{self, Identity};
use crate::config::Config;
use crate::database::{Database, stored_secret};
use crate::events;
use crate::http::{
    Code, Failure, Frame, Paths, Problem, RateLimit, answer_panic, frame, preflight,
};
use crate::operation::{self, Metrics, SpanExporter, clean_up, set_up_logs};
use crate::records::{CurrentCaller, Cursors, Registry};
use crate::resources::Resources;
use crate::server::serve;
use crate::surroundings::Surroundings;

/// Runs the service until it is told to stop. What is wrong with the environment is said at once.
pub async fn run(environment: impl IntoIterator<Item = (String, String)>) -> ExitCode {
    let config = match Config::read(environment) {
        Ok(config) => config,
        Err(faults) => {
            set_up_logs("info");
            tracing::error!(faults = faults.join("; "), "can not start");
            return ExitCode::FAILURE;
        }
    };
    set_up_logs(&config.log_level);
    match start(config).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error, "can not start");
            ExitCode::FAILURE
        }
    }
}

async fn start(config: Config) -> Result<(), String> {
    let application = Application::new(config.clone()).await?;
    let mut helpers = vec![tokio::spawn(clean_up(application.around.database.clone()))];
    if let Some(url) = config.event_sink_url.clone() {
        helpers.push(tokio::spawn(events::deliver(application.around.database.clone(), url)));
    }
    let (exporter, sending) = config.otlp.clone().map(SpanExporter::start).unzip();
    let database = application.around.database.clone();
    serve(application.router(exporter), &config).await.map_err(|error| error.to_string())?;
    for helper in helpers {
        helper.abort();
    }
    // The last spans are sent when nobody can add any.
    if let Some(sending) = sending {
        let _ = tokio::time::timeout(std::time::Duration::from_secs(5), sending).await;
    }
    database.close().await;
    Ok(())
}

/// The service, ready to answer.
pub struct Application {
    pub around: Arc<Surroundings>,
    metrics: Arc<Metrics>,
    routes: OpenApiRouter,
}

impl Application {
    /// Opens the database, and says what is wrong if that fails.
    pub async fn new(config: Config) -> Result<Self, String> {
        let resources = Resources::new().map_err(|error| error.to_string())?;
        let database = Database::open(&config).await.map_err(|error| error.to_string())?;
        let around = surroundings(config, database, &resources).await;
        let around = Arc::new(around.map_err(|failure| format!("{failure:?}"))?);
        let metrics = Arc::new(Metrics::new().map_err(|error| error.to_string())?);
        let routes = operation::router(Arc::clone(&around), Arc::clone(&metrics))
            .merge(events::router(Arc::clone(&around)))
            .merge(auth::router(Arc::clone(&around)))
            .merge(resources.router(&around));
        Ok(Self { around, metrics, routes })
    }

    /// What the handlers are annotated with.
    pub fn api(&self) -> &OpenApi {
        self.routes.get_openapi()
    }

    pub fn router(self, exporter: Option<SpanExporter>) -> Router {
        let (router, api) = self.routes.split_for_parts();
        let unknown =
            Unknown { around: Arc::clone(&self.around), paths: Arc::new(Paths::new(&api)) };
        let frames = Frame {
            around: self.around,
            metrics: self.metrics,
            exporter,
            instance: Uuid::now_v7().simple().to_string().split_off(24),
            requests: AtomicU64::new(1),
        };
        let fallback = move |request: Request| answer_unknown(unknown.clone(), request);
        router
            .method_not_allowed_fallback(fallback.clone())
            .fallback(fallback)
            .layer(CatchPanicLayer::custom(answer_panic))
            .layer(from_fn_with_state(Arc::new(frames), frame))
    }
}

async fn surroundings(
    config: Config,
    database: Database,
    resources: &Resources,
) -> Result<Surroundings, Failure> {
    Ok(Surroundings {
        registry: Registry::new(resources.all()),
        rate_limit: RateLimit::new(config.rate_limit_per_minute),
        identity: Identity::new(&database, &config).await?,
        cursors: Cursors::new(&stored_secret(&database, "cursor-secret").await?)?,
        database,
        config,
    })
}

#[derive(Clone)]
struct Unknown {
    around: Arc<Surroundings>,
    paths: Arc<Paths>,
}

/// Answers what no route takes: preflights, wrong methods, wrong paths.
async fn answer_unknown(unknown: Unknown, request: Request) -> Result<Response, Failure> {
    let (parts, _) = request.into_parts();
    let path = parts.uri.path();
    let methods = unknown.paths.methods(path);
    if let Some(methods) = methods.as_ref().filter(|_| parts.method == "OPTIONS") {
        return Ok(preflight(
            &unknown.around.config.cors_origins,
            &parts.headers,
            methods.header(),
        ));
    }
    // Strangers do not learn which paths there are.
    if is_closed(path) {
        CurrentCaller::of(&parts, &unknown.around).await?;
    }
    match methods {
        Some(methods) if !methods.has(parts.method.as_str()) => {
            let detail = format!("This path has {}.", methods.list());
            let problem = Problem::new(Code::MethodNotAllowed, detail);
            Ok(problem.header(axum::http::header::ALLOW, methods.header()).into_response())
        }
        _ => Err(Problem::not_found().into()),
    }
}

fn is_closed(path: &str) -> bool {
    let below = |root: &str| {
        let rest = path.strip_prefix(root);
        rest.is_some_and(|rest| {
            !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
        })
    };
    let open = matches!(path, "/api/auth/register" | "/api/auth/login");
    !open && (below("/api") || below("/events"))
}

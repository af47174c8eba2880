//! What the environment says about how the service runs.

mod origin;
mod trust;

use std::collections::HashMap;

use crate::service;
pub use origin::origin_of;
pub use trust::Trust;

const LEVELS: [&str; 7] = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/// The settings, checked.
#[derive(Clone, Debug)]
pub struct Config {
    pub host: String,
    pub port: u16,
    /// `postgres://…`; none: the embedded database.
    pub database_url: Option<String>,
    pub database_file: String,
    /// None: made once and kept in the database.
    pub jwt_secret: Option<String>,
    pub rate_limit_per_minute: u32,
    pub body_limit_bytes: usize,
    pub cors_origins: Vec<String>,
    pub event_sink_url: Option<String>,
    pub shutdown_timeout_seconds: u64,
    pub log_level: String,
    pub trust_proxy: Trust,
    /// The address under which clients know the service.
    pub public_url: Option<String>,
    pub otlp: Option<Otlp>,
}

/// Where traces go, as the OpenTelemetry environment has it.
#[derive(Clone, Debug)]
pub struct Otlp {
    pub endpoint: String,
    pub service_name: String,
    /// `name=value,…`
    pub headers: String,
}

impl Config {
    /// Reads the environment; gives all its faults, one line each.
    pub fn read(
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Vec<String>> {
        let mut reader = Reader::new(environment);
        let config = Self {
            host: reader.text("HOST").unwrap_or_else(|| "127.0.0.1".to_owned()),
            port: reader.whole("PORT", 3000, 0, 65_535),
            database_url: reader.read("DATABASE_URL", "a postgres:// URL", postgres_url),
            database_file: reader
                .text("DATABASE_FILE")
                .unwrap_or_else(|| format!("data/{}.db", service::NAME)),
            jwt_secret: reader.read("JWT_SECRET", "at least 32 characters long", |text| {
                (text.chars().count() >= 32).then(|| text.to_owned())
            }),
            rate_limit_per_minute: reader.whole(
                "RATE_LIMIT_PER_MINUTE",
                service::RATE_LIMIT_PER_MINUTE,
                1,
                1_000_000_000,
            ),
            body_limit_bytes: reader.whole("BODY_LIMIT_BYTES", 1_048_576, 1024, 1_000_000_000),
            cors_origins: reader
                .read(
                    "CORS_ORIGINS",
                    "a comma-separated list of origins such as https://app.example.com",
                    origins,
                )
                .unwrap_or_default(),
            event_sink_url: reader.web_url("EVENT_SINK_URL"),
            shutdown_timeout_seconds: reader.whole("SHUTDOWN_TIMEOUT_SECONDS", 10, 0, 3600),
            log_level: reader
                .read("LOG_LEVEL", &format!("one of {}", LEVELS.join(", ")), |text| {
                    LEVELS.contains(&text).then(|| text.to_owned())
                })
                .unwrap_or_else(|| "info".to_owned()),
            trust_proxy: reader
                .read(
                    "TRUST_PROXY",
                    "true, false, a number of hops or a list of addresses",
                    Trust::parse,
                )
                .unwrap_or(Trust::Hops(0)),
            public_url: reader.web_url("PUBLIC_URL"),
            otlp: reader.web_url("OTEL_EXPORTER_OTLP_ENDPOINT").map(|endpoint| Otlp {
                endpoint,
                service_name: reader
                    .text("OTEL_SERVICE_NAME")
                    .unwrap_or_else(|| service::NAME.to_owned()),
                headers: reader.text("OTEL_EXPORTER_OTLP_HEADERS").unwrap_or_default(),
            }),
        };
        if reader.faults.is_empty() { Ok(config) } else { Err(reader.faults) }
    }
}

struct Reader {
    environment: HashMap<String, String>,
    faults: Vec<String>,
}

impl Reader {
    fn new(environment: impl IntoIterator<Item = (String, String)>) -> Self {
        let given = environment.into_iter().filter(|(_, value)| !value.is_empty());
        Self { environment: given.collect(), faults: Vec::new() }
    }

    fn text(&self, name: &str) -> Option<String> {
        self.environment.get(name).cloned()
    }

    fn read<T>(&mut self, name: &str, what: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = parse(self.environment.get(name)?);
        if value.is_none() {
            self.faults.push(format!("{name} must be {what}"));
        }
        value
    }

    fn whole<T: TryFrom<u64>>(&mut self, name: &str, default: T, least: u64, most: u64) -> T {
        let what = format!("a whole number from {least} to {most}");
        self.read(name, &what, |text| {
            let digits = text.len() <= 10 && text.bytes().all(|byte| byte.is_ascii_digit());
            let value = text.parse().ok().filter(|value| (least..=most).contains(value))?;
            if digits { T::try_from(value).ok() } else { None }
        })
        .unwrap_or(default)
    }

    fn web_url(&mut self, name: &str) -> Option<String> {
        self.read(name, "an http or https URL", |text| origin_of(text).map(|_| text.to_owned()))
    }
}

fn postgres_url(text: &str) -> Option<String> {
    let rest = text.strip_prefix("postgres://").or_else(|| text.strip_prefix("postgresql://"))?;
    (!rest.is_empty()).then(|| text.to_owned())
}

fn origins(text: &str) -> Option<Vec<String>> {
    text.split(',')
        .map(str::trim)
        .map(|one| origin_of(one).filter(|origin| origin == one))
        .collect()
}

"""What the environment says about how the service runs."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import urlsplit

T = TypeVar("T")

LEVELS: Final = ("fatal", "error", "warn", "info", "debug", "trace", "silent")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings, checked."""

    host: str
    port: int
    database_url: str | None
    """`postgres://…`; none: the embedded database."""
    database_file: str
    jwt_secret: str | None
    """None: made once and kept in the database."""
    rate_limit_per_minute: int
    body_limit_bytes: int
    cors_origins: frozenset[str]
    event_sink_url: str | None
    shutdown_timeout_seconds: int
    log_level: str
    trust_proxy: bool | int | frozenset[str]
    public_url: str | None
    """The address under which clients know the service."""
    otlp_endpoint: str | None


class ConfigError(Exception):
    """All faults of the environment, one line each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def read_config(environment: Mapping[str, str], service: str, rate_limit: int) -> Config:
    """Raises ConfigError, which names every fault."""
    faults: list[str] = []

    def read(name: str, default: T, parse: Callable[[str], T | None], what: str) -> T:
        text = environment.get(name, "")
        if text == "":
            return default
        value = parse(text)
        if value is None:
            faults.append(f"{name} must be {what}")
            return default
        return value

    def whole(name: str, default: int, least: int, most: int) -> int:
        def parse(text: str) -> int | None:
            value = int(text) if re.fullmatch(r"[0-9]{1,10}", text) else -1
            return value if least <= value <= most else None

        return read(name, default, parse, f"a whole number from {least} to {most}")

    def url(name: str) -> str | None:
        return read(name, None, _web_url, "an http or https URL")

    nobody: bool | int | frozenset[str] = False
    config = Config(
        host=environment.get("HOST") or "127.0.0.1",
        port=whole("PORT", 3000, 0, 65_535),
        database_url=read("DATABASE_URL", None, _postgres_url, "a postgres:// URL"),
        database_file=environment.get("DATABASE_FILE") or f"data/{service}.db",
        jwt_secret=read(
            "JWT_SECRET",
            None,
            lambda text: text if len(text) >= 32 else None,
            "at least 32 characters long",
        ),
        rate_limit_per_minute=whole("RATE_LIMIT_PER_MINUTE", rate_limit, 1, 10**9),
        body_limit_bytes=whole("BODY_LIMIT_BYTES", 1_048_576, 1024, 10**9),
        cors_origins=read(
            "CORS_ORIGINS",
            frozenset[str](),
            _origins,
            "a comma-separated list of origins such as https://app.example.com",
        ),
        event_sink_url=url("EVENT_SINK_URL"),
        shutdown_timeout_seconds=whole("SHUTDOWN_TIMEOUT_SECONDS", 10, 0, 3600),
        log_level=read(
            "LOG_LEVEL",
            "info",
            lambda text: text if text in LEVELS else None,
            f"one of {', '.join(LEVELS)}",
        ),
        trust_proxy=read(
            "TRUST_PROXY",
            nobody,
            _trust,
            "true, false, a number of hops or a list of addresses",
        ),
        public_url=url("PUBLIC_URL"),
        otlp_endpoint=url("OTEL_EXPORTER_OTLP_ENDPOINT"),
    )
    if faults:
        raise ConfigError(faults)
    return config


def origin_of(url: str) -> str | None:
    """`https://example.com:8443` of any address below it; None if it is no web address."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    usual = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{host}" + ("" if port in (None, usual) else f":{port}")


def _web_url(text: str) -> str | None:
    return text if origin_of(text) else None


def _postgres_url(text: str) -> str | None:
    return text if re.match(r"postgres(ql)?://.", text) else None


def _origins(text: str) -> frozenset[str] | None:
    origins = [part.strip() for part in text.split(",")]
    return frozenset(origins) if all(origin_of(one) == one for one in origins) else None


def _trust(text: str) -> bool | int | frozenset[str] | None:
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"[0-9]{1,2}", text):
        return int(text)
    if not re.fullmatch(r"[0-9a-fA-F.:/, a-z]+", text):
        return None
    return frozenset(part.strip() for part in text.split(","))

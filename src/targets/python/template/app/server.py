"""Runs the service as its own process: `python main.py`."""

import asyncio
import logging
import secrets
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httptools
import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.config import Config
from app.http.middleware import SECURITY
from app.http.problems import Problem, malformed

LONGEST_HEAD = 16_384
SECONDS = 30.0
"""How long a request may take to arrive."""
UNREAD = 0.1
"""How long connections are still taken and read when the service is told to stop, in seconds."""


class Protocol(HttpToolsProtocol):
    """Bounds the head of a request and the time that it takes, and refuses in the usual form."""

    _head = 0
    _in_head = True
    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._start_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        before = self._head
        super().data_received(data)
        if self._in_head and not self.transport.is_closing():
            self._head = before + len(data)
            if self._head > LONGEST_HEAD:
                self.send_400_response("")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head, self._in_head = 0, True
        self._start_timer()

    def on_url(self, url: bytes) -> None:
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._count(len(name) + len(value) + 4)
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._stop_timer()
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        too_long = self._in_head and self._head > LONGEST_HEAD
        problem = (
            Problem("header-too-large", "The headers or the address of the request are too long.")
            if too_long
            else malformed("This is not an HTTP request that can be read.")
        )
        self.transport.write(_answer(problem))
        self.transport.close()

    def _count(self, length: int) -> None:
        self._head += length
        if self._head > LONGEST_HEAD:
            raise httptools.HttpParserError("too long")

    def _start_timer(self) -> None:
        self._stop_timer()
        self._timer = self.loop.call_later(SECONDS, self.transport.close)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


class Server(uvicorn.Server):
    """Says where it listens, and ends with 0 when it is told to stop."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.started:
            return
        address = self.servers[0].sockets[0].getsockname()
        host = f"[{address[0]}]" if ":" in address[0] else address[0]
        log = logging.getLogger("app.listening")
        # This line says where the service is, whatever the level.
        log.setLevel(logging.INFO)
        log.info("listening", extra={"url": f"http://{host}:{address[1]}"})

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # A request that has arrived may not have been looked at yet: it is under way, too.
        await asyncio.sleep(UNREAD)
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        handlers: dict[signal.Signals, Any] = {
            one: signal.signal(one, self.handle_exit) for one in (signal.SIGINT, signal.SIGTERM)
        }
        yield
        for one, handler in handlers.items():
            signal.signal(one, handler)


def run(app: FastAPI) -> None:
    """Listens until SIGTERM or SIGINT."""
    config: Config = app.state.config
    server = Server(
        uvicorn.Config(
            app,
            host=config.host,
            port=config.port,
            http=Protocol,
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=config.shutdown_timeout_seconds,
        )
    )
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    server.run()
    sys.exit(0 if server.started else 1)


def _answer(problem: Problem) -> bytes:
    """A whole answer, for connections without a request."""
    response = problem.response()
    headers = {
        **dict(response.headers),
        **SECURITY,
        "connection": "close",
        "x-request-id": secrets.token_hex(8),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {problem.status} {problem.title}\r\n{head}\r\n".encode() + response.body

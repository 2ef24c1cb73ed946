"""Connections as uvicorn serves them, with the limits that it has no options for."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState

from asnquiz.classroom.guard import BYTES, PATIENCE, Guard

_CLOSING = 3.0  # seconds in which a phone may take its last message
STATE = "line"  # where the application finds its WebSocketLine in a scope's state


def protocols(guard: Guard) -> "tuple[type[asyncio.Protocol], type[asyncio.Protocol]]":
    """For HTTP and for WebSockets, each under the limits of `guard`."""

    class Http(HttpLine):
        limits = guard

    class WebSocket(WebSocketLine):
        limits = guard

    return Http, WebSocket


class HttpLine(H11Protocol):
    """One request, within PATIENCE seconds from the connection to the end of the answer; or it becomes a WebSocket."""

    limits: Guard

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._address = address_of(transport)
        self._let_in = self.limits.let_in(self._address)
        self._patience = self.loop.call_later(PATIENCE, self._lose_patience)
        if not self._let_in:
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self._patience.cancel()
        if self._let_in:
            self.limits.left(self._address)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if not self._let_in:
            return
        try:
            super().data_received(data)
        except Exception:
            # Headers that pass one of the two libraries and not the other end in an assertion between them.
            self.connections.difference_update([one for one in self.connections if one.transport is self.transport])
            give_up(self.transport)

    def _lose_patience(self) -> None:
        line = self.transport.get_protocol()
        if not (isinstance(line, WebSocketLine) and line.handshake_complete):
            self.transport.abort()


class WebSocketLine(WebSocketsSansIOProtocol):
    """See phones.Line. Messages come and go without a wait between; what uvicorn's own way costs is more than all else.

    Closed for good, whatever is still to be written, where the other end does not answer, read or stop.
    """

    limits: Guard

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, {**app_state, STATE: self}, _loop)
        self._bytes = self.limits.bucket(BYTES)
        self._hear: Callable[[str], None] | None = None
        self.over = asyncio.Event()  # whether it is to be closed, or is closed
        self.address = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.address = address_of(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self.over.set()
        self.limits.left(self.address)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if not self._bytes.take(len(data)):
            give_up(self.transport)
            return
        try:
            super().data_received(data)
        except Exception:
            give_up(self.transport)

    def listen(self, hear: Callable[[str], None]) -> None:
        """Hands each message to `hear`, also those that came already; one of bytes is empty, as nothing else is."""
        self._hear = hear
        while not self.queue.empty():
            hear(str(self.queue.get_nowait().get("text") or ""))
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()

    def send_receive_event_to_app(self) -> None:
        if self._hear is None:
            super().send_receive_event_to_app()
            return
        try:
            text = b"".join(self.frames).decode() if self.curr_msg_data_type == "text" else ""
        except UnicodeDecodeError:
            super().send_receive_event_to_app()  # which closes the line
            return
        self.frames = []
        if not self.over.is_set():
            self._hear(text)

    def tell(self, text: str) -> None:
        if self.over.is_set() or self.close_sent or self.transport.is_closing():
            return
        self.conn.send_text(text.encode())
        self.transport.write(b"".join(self.conn.data_to_send()))
        if not self.writable.is_set():  # it has not read what it was told long before, and hears all when it is back
            self.over.set()
            self.transport.abort()

    def end(self) -> None:
        if not self.over.is_set():
            self.over.set()
            self.loop.call_later(_CLOSING, self.transport.abort)

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self.transport.abort()


def address_of(transport: asyncio.BaseTransport) -> str:
    peer = transport.get_extra_info("peername")
    return str(peer[0]) if peer else ""


def give_up(transport: asyncio.Transport) -> None:
    logging.getLogger(__name__).info("a connection was given up: what it sends is no use or too much")
    transport.abort()

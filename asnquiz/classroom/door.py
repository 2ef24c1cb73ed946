"""The door of a hall: one socket at one address of this computer, behind it the phone page and lines to phones."""

import asyncio
import logging
import socket
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from errno import EADDRNOTAVAIL
from ipaddress import IPv4Address
from secrets import token_hex
from types import MappingProxyType

import uvicorn
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketClose, WebSocketDisconnect

from asnquiz.classroom.guard import MESSAGES, MOST_LINES, PATIENCE, Guard
from asnquiz.classroom.lines import STATE, WebSocketLine, protocols
from asnquiz.classroom.phone_page import phone_page
from asnquiz.classroom.phones import TOO_FAST, Phones
from asnquiz.classroom.wire import LONGEST
from asnquiz.domain.refusal import Refusal

PORTS = range(8080, 8100)
_PAGE, _PING, _PHONE = "/", "/ping", "/ws"
_PINGS = 12.0  # seconds between two, and for the answer: a phone that has vanished is known after twice as long
_ANSWERING = 5.0  # seconds for the door to answer itself
_WAITING_IN_LINE = 1024
_SENT = 64 * 1024  # bytes that are on their way to a phone, so that one which does not read is known soon
_LONGEST_HEAD = 8 * 1024
_FILES = MOST_LINES + 1000
_MOST_COUNTED = 10_000
_HEADERS = {
    "Connection": "close",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

_NO_ADDRESS = "Alamat {host} bukan alamat komputer ini. Periksa jaringannya, lalu pilih alamat lagi."
_NO_PORT = (
    f"Nomor port {PORTS[0]} sampai {PORTS[-1]} di alamat {{host}} semuanya sedang dipakai. "
    "Tutup program lain yang memakainya, lalu ulangi."
)
_NO_ANSWER = (
    "Server di alamat {host} tidak dapat dihubungi, bahkan dari komputer ini. Izinkan program ini di firewall, "
    "atau pilih alamat lain."
)


class PhoneDoor:
    """Open from `open` to `close`, in one loop. Serves `/`, `/ping` and the WebSocket `/ws`, and nothing else."""

    def __init__(self, host: str, phones: Phones, guard: Guard, fetched: Callable[[], None]) -> None:
        """Takes the first free port at an IPv4 address of this computer. Raises Refusal where there is none.

        `fetched` is called when a device has fetched the page for the first time.
        """
        self.host, self._phones, self._guard, self._on_fetched = host, phones, guard, fetched
        self._socket = _listening(host)
        self.port: int = self._socket.getsockname()[1]
        self._address = f"{host}:{self.port}"
        self._fetched: set[str] = set()
        self._sign = token_hex().encode()  # no other server answers with it
        page = phone_page()
        self._document = page.document
        # Browsers before 2022 take 'self' for HTTP only.
        self._headers = {**_HEADERS, "Content-Security-Policy": f"{page.policy}; connect-src ws://{self._address}"}
        http, websocket = protocols(guard)
        self._server = uvicorn.Server(
            uvicorn.Config(
                self._serve,
                interface="asgi3",
                loop="asyncio",
                http=http,
                ws=websocket,
                lifespan="off",
                log_config=None,
                log_level="critical",  # below it uvicorn writes down who asked for what
                access_log=False,
                proxy_headers=False,
                server_header=False,
                date_header=False,
                ws_max_size=LONGEST,
                ws_ping_interval=_PINGS,
                ws_ping_timeout=_PINGS,
                ws_per_message_deflate=False,
                h11_max_incomplete_event_size=_LONGEST_HEAD,
                timeout_graceful_shutdown=1,
            )
        )

    @property
    def reached(self) -> int:
        """How many other devices have fetched the page, told apart by their addresses."""
        return len(self._fetched)

    async def open(self) -> None:
        """Raises Refusal where it does not answer at its address."""
        _allow_files()
        self._serving = asyncio.create_task(self._server.serve(sockets=[self._socket]))
        if not await self._answers():
            await self.close()
            raise Refusal(_NO_ANSWER.format(host=self.host))

    async def close(self) -> None:
        self._server.should_exit = True
        await self._serving
        for line in tuple(self._server.server_state.connections):
            line.transport.abort()

    async def _answers(self) -> bool:
        try:
            async with asyncio.timeout(_ANSWERING):
                reader, writer = await asyncio.open_connection(self.host, self.port)
                writer.write(f"GET {_PING} HTTP/1.1\r\nHost: {self._address}\r\n\r\n".encode())
                answer = await reader.read()
                writer.close()
        except OSError:  # a timeout is one
            return False
        return answer.endswith(self._sign)

    # The application.

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        try:
            if scope["type"] == "http":
                await self._response(scope, headers)(scope, receive, send)
            elif self._is_own_page(scope, headers):
                await self._talk(WebSocket(scope, receive, send))
            else:
                await WebSocketClose()(scope, receive, send)
        except Exception:
            logging.getLogger(__name__).exception("a connection failed")
            raise

    def _is_own_page(self, scope: Scope, headers: Headers) -> bool:
        """Whether a WebSocket is asked for by a page that came from here: browsers tell what page asks."""
        origin, host = headers.getlist("origin"), headers.getlist("host")
        return bool(scope["path"] == _PHONE and host == [self._address] and origin == [f"http://{self._address}"])

    def _response(self, scope: Scope, headers: Headers) -> Response:
        if headers.getlist("host") != [self._address]:
            return self._words("Buka alamat persis seperti yang tertulis di layar.", 421)
        if "transfer-encoding" in headers or headers.get("content-length", "0") != "0":
            return self._words("Tidak ada yang dapat dikirim ke alamat ini.", 400)
        if scope["path"] not in (_PAGE, _PING):
            return self._words("Halaman ini tidak ada. Buka alamat persis seperti yang tertulis di layar.", 404)
        if scope["method"] not in ("GET", "HEAD"):
            return self._words("Alamat ini hanya dapat dibuka.", 405, {"Allow": "GET, HEAD"})
        if scope["path"] == _PING:
            return Response(self._sign, headers=self._headers, media_type="text/plain")
        self._note_fetched(scope["client"])
        return Response(self._document, headers=self._headers, media_type="text/html")

    def _words(self, words: str, status: int, more: Mapping[str, str] = MappingProxyType({})) -> Response:
        return PlainTextResponse(words, status, {**self._headers, **more})

    def _note_fetched(self, client: tuple[str, int] | None) -> None:
        address = client[0] if client else self.host
        if address not in {*self._fetched, self.host} and len(self._fetched) < _MOST_COUNTED:
            self._fetched.add(address)
            self._on_fetched()

    async def _talk(self, websocket: WebSocket) -> None:
        line: WebSocketLine = websocket.scope["state"][STATE]
        await websocket.accept()
        phone = self._phones.came(line)
        within = self._guard.bucket(MESSAGES)

        def hear(text: str) -> None:
            if within.take():
                self._phones.said(phone, text)
            else:
                self._phones.bye(phone, TOO_FAST)

        def end_if_silent() -> None:
            if not phone.greeted:
                line.end()

        patience = asyncio.get_running_loop().call_later(PATIENCE, end_if_silent)
        line.listen(hear)
        await line.over.wait()
        patience.cancel()
        self._phones.went(phone)
        with suppress(WebSocketDisconnect):  # where it was not we who ended it
            await websocket.close()


def _listening(host: str) -> socket.socket:
    address = str(_own(host))
    for port in PORTS:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            # Taken again at once after the program was killed, and never shared with another one.
            if sys.platform == "win32":
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SENT)
            listening.bind((address, port))
            listening.listen(_WAITING_IN_LINE)
        except OSError as error:
            listening.close()
            if error.errno == EADDRNOTAVAIL:
                raise Refusal(_NO_ADDRESS.format(host=host)) from error
        else:
            return listening
    raise Refusal(_NO_PORT.format(host=host))


def _own(host: str) -> IPv4Address:
    """Refuses what is no one address, above all 0.0.0.0, which would open a door to every network."""
    try:
        address = IPv4Address(host)
    except ValueError as error:
        raise Refusal(_NO_ADDRESS.format(host=host)) from error
    if address.is_unspecified or address.is_multicast:
        raise Refusal(_NO_ADDRESS.format(host=host))
    return address


def _allow_files() -> None:
    """Each connection is a file to the system, which often allows fewer at first than a hall has phones."""
    if sys.platform == "win32":
        return
    from resource import RLIM_INFINITY, RLIMIT_NOFILE, getrlimit, setrlimit

    soft, hard = getrlimit(RLIMIT_NOFILE)
    wanted = _FILES if hard == RLIM_INFINITY else min(_FILES, hard)
    if soft != RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):
            setrlimit(RLIMIT_NOFILE, (wanted, hard))
